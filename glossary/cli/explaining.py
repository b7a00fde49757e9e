"""``explain``: how patterns compose a name, as a tree."""

from __future__ import annotations

from glossary.cli.arguments import add_json, check_name
from glossary.cli.display import safe
from glossary.cli.opening import open_glossary
from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, narrate, output, terminal_width
from glossary.cli.tables import width, wrap
from glossary.errors import NotFoundError
from glossary.i18n import _, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from glossary.cli.arguments import Parser
    from glossary.patterns.derivations import Step

__all__ = ["fill_explain"]

_NARROWEST = 12
"""Cells that are left to a text however deep in the tree it stands."""


def fill_explain(parser: Parser) -> None:
    """Fill the parser of ``explain``."""
    parser.spread = "words"
    parser.add_argument("words", nargs="+", metavar="NAME", help=_("a name in either language"))
    add_json(parser, lines=False)
    parser.describe(
        run_explain,
        _(
            "Show how patterns compose a name: each reading as a tree of patterns, places, words and entries. "
            "Names that no glossary lists are composed by 'lookup' and 'find' too; this tells why they are what they are."
        ),
        (
            'zhengming explain "Shijiazhuang Municipal Bureau of Statistics"',
            "zhengming explain 河北工业大学国际技术转移中心2020年工作计划",
            "zhengming explain Suzhou Statistics Bureau --json",
        ),
    )


def run_explain(arguments: argparse.Namespace) -> ExitCode:
    """Print the derivations of a name."""
    out = output()
    name = check_name(" ".join(arguments.words), "NAME")
    with open_glossary(arguments) as glossary:
        try:
            steps = glossary.explain(name)
        except NotFoundError as error:
            if arguments.json:
                out.line(json_value(out, {"query": name, "readings": [], "reason": error.why}))
            out.flush()
            narrate(str(error))
            return ExitCode.NOT_FOUND
    if arguments.json:
        readings = [step.to_record() for step in steps]
        out.line(json_value(out, {"query": name, "readings": readings}))
        return ExitCode.FOUND
    columns = terminal_width()
    for at, step in enumerate(steps):
        out.write(("\n" if at else "") + "\n".join(_lines(step, "", "", columns)) + "\n")
    return ExitCode.FOUND


def _lines(step: Step, first: str, rest: str, columns: int) -> Iterator[str]:
    """A step and what it is made of, each part below it behind a branch; long lines go on below, beside the branch."""
    indent = rest + ("│ " if step.parts else "  ")
    facts = " · ".join(fact for fact in (step.source, local(step.note)) if fact)
    named = f"{step.symbol}  {step.chinese}  {step.english}"
    yield from _beside(first, indent, named, columns)
    for line in filter(None, (step.rule, facts)):
        yield from _beside(indent, indent, line, columns)
    for at, part in enumerate(step.parts):
        last = at == len(step.parts) - 1
        branch, below = ("└ ", "  ") if last else ("├ ", "│ ")
        yield from _lines(part, rest + branch, rest + below, columns)


def _beside(first: str, rest: str, text: str, columns: int) -> Iterator[str]:
    """A text behind what its first line begins with, and its further lines."""
    for at, line in enumerate(wrap(safe(text), max(columns - width(rest), _NARROWEST))):
        yield f"{rest if at else first}{line}"
