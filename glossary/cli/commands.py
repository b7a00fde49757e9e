"""Which commands there are, where each lives, and the options that stand before them.

A command named ``x`` in module ``m`` is filled by ``m.fill_x(parser)``, which calls ``parser.describe``. A new one is one
row in ``HOMES`` and one line in ``summaries``.
"""

from __future__ import annotations

import argparse
from importlib import import_module

from glossary.cli.arguments import Parser
from glossary.cli.streams import UsageError, terminal_width
from glossary.errors import nearest_fix
from glossary.i18n import LANGUAGES, VARIABLE, _, headed, labelled, negotiate, set_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

__all__ = ["HOMES", "fill", "global_help", "global_options", "split", "summaries"]

HOMES = {
    "find": "glossary.cli.search",
    "lookup": "glossary.cli.lookup",
    "names": "glossary.cli.naming",
    "show": "glossary.cli.showing",
    "explain": "glossary.cli.explaining",
    "add": "glossary.cli.adding",
    "edit": "glossary.cli.editing",
    "merge": "glossary.cli.editing",
    "comment": "glossary.cli.editing",
    "retire": "glossary.cli.editing",
    "review": "glossary.cli.reviewing",
    "history": "glossary.cli.history",
    "undo": "glossary.cli.history",
    "drafts": "glossary.cli.drafts",
    "pinyin": "glossary.cli.language",
    "convert": "glossary.cli.language",
    "import": "glossary.cli.exchange",
    "export": "glossary.cli.exporting",
    "db": "glossary.cli.database",
    "seeds": "glossary.cli.curating",
    "schema": "glossary.cli.schema",
    "completion": "glossary.cli.completion",
    "tui": "glossary.cli.interface",
    "serve": "glossary.cli.serving",
}
"""The module of each command, in the order of the help."""

_HIDDEN = {"__complete": "glossary.cli.completion"}
"""What scripts of the program's own call."""

_VALUED = ("--db", "--color", "--language")


def summaries() -> dict[str, str]:
    """Return what each command does, in a line, in the order of the help."""
    return {
        "find": _("search names in every language, with typos, pinyin and initials"),
        "lookup": _("tell what exactly this name is called in the other language"),
        "names": _("find the names that stand in a text, once each"),
        "show": _("show an entry in full, with its sources and relations"),
        "explain": _("show how patterns compose a name that no entry has"),
        "add": _("propose a new entry"),
        "edit": _("change an entry, or propose to where it is approved"),
        "merge": _("make two entries one; the id of the one that goes leads to the other"),
        "comment": _("say something of an entry"),
        "retire": _("take an approved entry out of what is served"),
        "review": _("see what waits for a decision; approve or reject it"),
        "history": _("tell who changed what, when and why"),
        "undo": _("take back one's own last change, or any"),
        "drafts": _("list forms that were begun and not finished"),
        "pinyin": _("write Chinese in Hanyu Pinyin, a line for a line"),
        "convert": _("write Chinese in the other script, a line for a line"),
        "import": _("propose the entries of a file"),
        "export": _("write entries to a file"),
        "db": _("look after the database: info, check, backup, reindex, upgrade, sync, four-eyes"),
        "seeds": _("check the shipped entries, and see what a change of them changes"),
        "schema": _("print the JSON Schema of what --json and --jsonl print"),
        "completion": _("print a script that completes commands, options and ids in a shell"),
        "tui": _("open the terminal UI"),
        "serve": _("show the terminal UI in a browser"),
    }


def split(argv: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """Cut a command line into what stands before the command, the command, and what follows.

    >>> split(["--db", "a.db", "lookup", "MOST", "--json"])
    (['--db', 'a.db'], 'lookup', ['MOST', '--json'])
    """
    at = 0
    while at < len(argv) and argv[at].startswith("-") and argv[at] != "--":
        at += 2 if argv[at] in _VALUED else 1
    rest = list(argv[at:])
    if rest[:1] == ["--"]:
        rest = rest[1:]
    return list(argv[:at]), rest[0] if rest else "", rest[1:]


def global_options(words: Sequence[str]) -> argparse.Namespace:
    """Return the options that stood before the command; ``--help`` and ``--version`` end here.

    Raises:
        UsageError: One is unknown or lacks its value.
    """
    if not words:
        return argparse.Namespace(db=None, color="auto")
    return _global_parser().read(words, argparse.Namespace())


class _Version(argparse.Action):
    """Print the versions and leave."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import sqlite3
        import sys

        from glossary import __version__
        from glossary.cli.streams import output

        python = ".".join(str(part) for part in sys.version_info[:3])
        output().line(f"zhengming {__version__} (Python {python}, SQLite {sqlite3.sqlite_version})")
        parser.exit()


class _Language(argparse.Action):
    """Speak a language from here on, in the processes that are started too."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, tag: Any, *_: object
    ) -> None:
        import os

        if not negotiate(tag):
            raise UsageError(_unknown_language(tag), fix=_languages())
        os.environ[VARIABLE] = tag
        set_language()


def _unknown_language(tag: str) -> str:
    return _("the interface does not speak {tag!r}").format(tag=tag)


def _languages() -> str:
    return _("One of: {known}.").format(known=", ".join(LANGUAGES))


class _Global(Parser):
    """The parser of what stands before the command; its help is that of the whole program."""

    def format_help(self) -> str:
        """Return the help of the whole program."""
        return global_help()


def _global_parser() -> Parser:
    parser = _Global("zhengming")
    parser.add_argument("--db", metavar="PATH|URL", default=None)
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    parser.add_argument("--language", action=_Language, metavar="TAG")
    parser.add_argument("--version", action=_Version, nargs=0)
    return parser


def global_help() -> str:
    """Return the help of the whole program."""
    from glossary.cli.display import Style
    from glossary.cli.tables import Cell, labelled_rows, wrap

    width = min(terminal_width(), 100)
    plain = Style(on=False)
    about = _(
        "Zhengming 正名: English names of Chinese bodies and documents, their originals, "
        "and how well each is known."
    )
    languages = _(
        "language of the interface: {tags}; LANGUAGE and LANG are asked by default"
    ).format(tags=", ".join(LANGUAGES))
    options = [
        ("--db PATH|URL", _("the glossary to use; ZHENGMING_DB, else the user's own, by default")),
        ("--color WHEN", _("auto, always or never; NO_COLOR is honoured")),
        ("--language TAG", languages),
        ("--version", _("print the versions and leave")),
        ("-h, --help", _("show this help and leave; also behind a command")),
    ]
    lines = [
        labelled(_("usage"), f"zhengming [--db PATH|URL] {_('COMMAND')} …"),
        "",
        *wrap(about, width),
    ]
    lines += ["", headed(_("commands"))]
    lines += labelled_rows([(name, Cell(text)) for name, text in summaries().items()], width, plain)
    lines += ["", headed(_("options"))]
    lines += labelled_rows([(name, Cell(text)) for name, text in options], width, plain)
    lines += ["", headed(_("examples")), *(f"  {line}" for line in EXAMPLES)]
    codes = _("0 found or clean, 1 nothing or problems found, 2 misuse, 130 interrupted")
    lines += ["", *wrap(labelled(_("exit codes"), codes), width)]
    return "\n".join(lines) + "\n"


EXAMPLES = (
    'zhengming lookup "Ministry of Science and Technology"',
    "zhengming find hbsgjrcjlxh",
    "zhengming show hebei-university-of-technology",
)
"""What a newcomer may type first."""


def fill(command: str) -> Parser:
    """Return the parser of a command, filled; its module is imported here and not before.

    Raises:
        UsageError: There is no such command; the nearest is named.
    """
    home = HOMES.get(command) or _HIDDEN.get(command)
    if home is None:
        every = _("One of: {known}.").format(known=", ".join(HOMES))
        raise UsageError(
            _("unknown command {command!r}").format(command=command),
            fix=nearest_fix(command, HOMES, every),
        )
    module = import_module(home)
    parser = Parser(f"zhengming {command}")
    getattr(module, f"fill_{command}")(parser)
    return parser
