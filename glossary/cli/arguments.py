"""Parsers of the commands, and the options several of them share.

They differ from plain ``argparse`` in this: a misuse raises instead of ending the process; long options are never
guessed from their beginning, but a misspelt one is answered with the nearest; names may stand between options
(``lookup A --json B``); help is UTF-8 whatever the locale, as wide as the terminal, and ends with examples.
"""

from __future__ import annotations

import argparse

from glossary.cli.streams import (
    ExitCode,
    UsageError,
    output,
    terminal_width,
)
from glossary.errors import excerpt, nearest_fix
from glossary.i18n import _, headed, labelled, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

    Run = Callable[[argparse.Namespace], ExitCode]

__all__ = [
    "Parser",
    "add_fields",
    "add_filters",
    "add_json",
    "add_person",
    "check_name",
    "check_path",
    "check_text",
]

_HELP_COLUMN = 24

# argparse's own words go through the program's catalogs too. Through the standard library's they would be looked
# for on every start, at the price of importing ``locale``.
vars(argparse).update(_=_, ngettext=ngettext)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; the stock one imports ``shutil`` for every argument that is added."""

    class _Section(argparse.HelpFormatter._Section):
        """A part of the help, its title as the language writes one."""

        def format_help(self) -> str:
            text = super().format_help()
            title = str(self.heading or "")
            return text.replace(f"{title}:\n", f"{headed(title)}\n", 1) if title else text

    def __init__(self, prog: str) -> None:
        width = max(min(terminal_width(), 100) - 2, 20)
        super().__init__(prog, max_help_position=min(_HELP_COLUMN, width // 2), width=width)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Break the help of an option by cells and between Han characters; the stock one counts characters."""
        from glossary.cli.tables import wrap

        return wrap(text.replace("\n", " ").strip(), width)

    def add_argument(self, action: argparse.Action) -> None:
        """Take an argument in, measured where it will stand; Pythons before 3.13 forget a part's indent."""
        if action.help is argparse.SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for part in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(part)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def _format_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None
    ) -> str:
        """Lay out the usage the same way under every Python; the stock ones break lines differently."""
        from glossary.cli.tables import wrap_parts

        head = labelled(_("usage"), usage or self._prog) if prefix is None else f"{prefix}{usage}"
        return wrap_parts(head, self._usage_parts(actions, groups), self._width) + "\n\n"

    def _usage_parts(self, actions: Any, groups: Any) -> list[str]:
        """What must not be broken: an option with its value, or options of which one may stand."""
        options = [action for action in actions if action.option_strings]
        others = [action for action in actions if not action.option_strings]
        parts: list[str] = []
        for action in options + others:
            if action.help is argparse.SUPPRESS:
                continue
            group = next((each for each in groups if action in each._group_actions), None)
            if group is None:
                parts.append(self._usage_part(action))
            elif action is group._group_actions[0]:
                either = " | ".join(self._invoked(each) for each in group._group_actions)
                parts.append(f"({either})" if group.required else f"[{either}]")
        return parts

    def _usage_part(self, action: argparse.Action) -> str:
        text = self._invoked(action)
        return f"[{text}]" if action.option_strings and not action.required else text

    def _invoked(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            return action.option_strings[0]
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{action.option_strings[0]} {value}"

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Name an option the same way under every Python: ``-f, --fields FIELDS``."""
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        names = ", ".join(action.option_strings)
        return (
            f"{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        )


class Parser(argparse.ArgumentParser):
    """The parser of one command.

    Args:
        prog: The command as it is typed, such as ``zhengming lookup``.
        spread: Name of the argument that takes names standing between options.
    """

    def __init__(self, prog: str, *, spread: str = "") -> None:
        super().__init__(prog=prog, allow_abbrev=False, formatter_class=_Formatter, add_help=False)
        self.spread = spread
        self.examples: tuple[str, ...] = ()
        self.add_argument("-h", "--help", action="help", help=_("show this help and leave"))

    def describe(self, run: Run, description: str, examples: Sequence[str]) -> None:
        """Say what the command does, and show it at work.

        Args:
            run: What carries it out.
            description: One or two sentences.
            examples: Command lines that a test runs.
        """
        self.set_defaults(run=run)
        self.description = description
        self.examples = tuple(examples)
        lines = "\n".join(f"  {line}" for line in examples)
        self.epilog = f"{headed(_('examples'))}\n{lines}"

    def format_help(self) -> str:
        """Return the help, its description wrapped to the terminal."""
        from glossary.cli.tables import wrap

        plain, width = self.description or "", max(min(terminal_width(), 100) - 2, 20)
        self.description = "\n".join(wrap(plain, width))
        try:
            return super().format_help()
        finally:
            self.description = plain

    def print_help(self, file: Any = None) -> None:
        """Write the help to stdout."""
        output().write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raise the misuse, instead of ending the process."""
        raise UsageError(message, command=self.prog)

    def read(self, arguments: Sequence[str], namespace: argparse.Namespace) -> argparse.Namespace:
        """Return the arguments of this command, put into a namespace.

        Args:
            arguments: What stood behind the command.
            namespace: What stood before it.
        Raises:
            UsageError: They are not what the command takes.
        """
        read, rest = self.parse_known_args(arguments, namespace)
        unknown = [word for word in rest if word.startswith("-") and len(word) > 1]
        if unknown:
            raise self._unknown(unknown[0])
        if rest and not self.spread:
            raise UsageError(
                _("{word!r} is one argument too many").format(word=excerpt(rest[0])),
                command=self.prog,
            )
        if rest:
            setattr(read, self.spread, [*getattr(read, self.spread), *rest])
        return read

    def _unknown(self, word: str) -> UsageError:
        option = word.partition("=")[0]
        if option in ("--db", "--color", "--language", "--version"):
            fix = _("Write it before the command: zhengming {option} … {command}.").format(
                option=option, command=self.prog.partition(" ")[2]
            )
            return UsageError(
                _("{option} stands behind the command").format(option=option), fix=fix
            )
        known = [name for action in self._actions for name in action.option_strings]
        return UsageError(
            _("unknown option {option!r}").format(option=excerpt(option)),
            fix=nearest_fix(option, known),
            command=self.prog,
        )


def check_text(text: str, what: str) -> str:
    """Return an argument that is text.

    Args:
        text: The argument.
        what: What to call it in a message.
    Raises:
        UsageError: It holds bytes that are no text in the locale's encoding.

    >>> check_text("正名", "NAME")
    '正名'
    """
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageError(
            _("{what} is not UTF-8").format(what=what),
            fix=_("Set the terminal and the locale to UTF-8, or give it on stdin."),
        )
    return text


def check_name(text: str, what: str) -> str:
    """Return an argument that names an entry.

    Args:
        text: The argument.
        what: What to call it in a message.
    Raises:
        UsageError: It is empty, or no text.

    >>> check_name("正名", "NAME")
    '正名'
    """
    if not check_text(text, what).strip():
        raise UsageError(_("{what} is empty").format(what=what), fix=_("Write a name."))
    return text


def check_path(path: str, what: str) -> str:
    """Return an argument that names a file.

    Args:
        path: The argument.
        what: What to call it in a message.
    Raises:
        UsageError: It is empty.

    >>> check_path("a.db", "--db")
    'a.db'
    """
    if not path.strip():
        raise UsageError(_("{what} is empty").format(what=what), fix=_("Name a file."))
    return path


def add_json(
    parser: argparse.ArgumentParser, *, lines: bool = True
) -> argparse._MutuallyExclusiveGroup:
    """Add ``--json``, and ``--jsonl`` where there may be several values; return their group for more forms."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help=_("print one JSON value"))
    if lines:
        group.add_argument("--jsonl", action="store_true", help=_("print one JSON object a line"))
    return group


def add_fields(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """Add ``-f``, ``--json`` and ``--jsonl``, of which one is given; return their group for more forms."""
    form = add_json(parser)
    form.add_argument(
        "-f",
        "--fields",
        metavar="FIELDS",
        default="",
        help=_("print just these fields, by commas, separated by tabs: zh-Hans,pinyin"),
    )
    return form


def add_person(parser: argparse.ArgumentParser) -> None:
    """Add ``--by`` and ``--why``."""
    parser.add_argument(
        "--by",
        metavar="NAME",
        default="",
        help=_("who does it; ZHENGMING_USER, else git's or the system's user, by default"),
    )
    parser.add_argument("--why", metavar="TEXT", default="", help=_("the reason"))


def add_filters(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add filters of a search by name, or all of them."""
    helps = {
        "kind": _(
            "body, document, place, person, position, programme, event, term; several by commas"
        ),
        "lang": _("language of the name that matches: en, zh, zh-Hant, en-x-reuters"),
        "level": _(
            "central, provincial, sub-provincial, prefectural, county, township, institution"
        ),
        "place": _("a place's name or GB/T 2260 code, with all that lies in it"),
        "status": _("proposed, approved, rejected, retired, or all; several by commas"),
        "collection": _("a client or project"),
        "as-of": _("a date: only names in use then"),
    }
    metavars = {"as-of": "DATE", "place": "PLACE", "lang": "TAG", "collection": "NAME"}
    for name in names or tuple(helps):
        parser.add_argument(
            f"--{name}",
            metavar=metavars.get(name, name.upper()),
            default="",
            help=helps[name],
        )
