"""``docs/cli.md`` from the program itself: ``python -m glossary.cli.reference > docs/cli.md``.

A test fails when the page is stale.
"""

from __future__ import annotations

import argparse
import os

from glossary.cli.arguments import Parser
from glossary.cli.commands import EXAMPLES, HOMES, fill, global_help, summaries
from glossary.cli.streams import output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["examples", "page", "parsers"]

_HEAD = """\
# The command line

This page is written by `python -m glossary.cli.reference` from the program's own help; do not edit it.

* stdout carries data only, stderr everything else. Into a pipe or a file stdout is UTF-8, whatever the locale.
* Exit codes: 0 found or clean, 1 nothing found or problems found (in a batch: any name not found), 2 misuse or input
  that cannot be read, 130 interrupted. A closed pipe (`| head`) ends the command silently with 0.
* `--json` prints one JSON value, `--jsonl` one object a line; `zhengming schema` describes both. `lookup NAME --json` is
  the object of that name; for several names, and for stdin, it is an array. `find --json` is an array of answers.
* `-f` prints chosen fields, separated by tabs: for `lookup` one line a name, empty where there is no answer.
* Who does something is `--by`, else `ZHENGMING_USER`, else git's user, else the system's.
* Text for people follows `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`; data never does. `NO_COLOR`, `TERM=dumb` and
  `COLUMNS` are honoured.
"""


def parsers() -> Iterator[Parser]:
    """Yield the parser of every command, and of the parts of those that have any, in the order of the help."""
    for command in HOMES:
        parser = fill(command)
        yield parser
        yield from _parts(parser)


def _parts(parser: Parser) -> Iterator[Parser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield part
                yield from _parts(part)


def examples() -> list[tuple[str, str]]:
    """Return every example of every help, with the command it stands under.

    >>> examples()[0]
    ('zhengming', 'zhengming lookup "Ministry of Science and Technology"')
    """
    found = [("zhengming", line) for line in EXAMPLES]
    for parser in parsers():
        found += [(parser.prog, line) for line in parser.examples]
    return found


def page() -> str:
    """Return the page, as wide as 100 columns and in English."""
    from glossary.i18n import set_language

    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    set_language("en")
    try:
        parts = [_HEAD, _block(global_help())]
        parts.append(
            "\n".join(f"* [{name}](#{name}): {text}" for name, text in summaries().items())
        )
        for parser in parsers():
            title = parser.prog.partition(" ")[2]
            parts.append(
                f"{'#' * (2 + title.count(' '))} {title}\n\n{_block(parser.format_help())}"
            )
    finally:
        set_language()
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


if __name__ == "__main__":
    output().write(page())
