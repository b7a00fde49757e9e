"""``explain``: how patterns compose a name, as a tree."""

from __future__ import annotations

from glossary.cli.arguments import add_json, check_name
from glossary.cli.opening import open_glossary
from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, narrate, output
from glossary.errors import NotFoundError
from glossary.i18n import _, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from glossary.cli.arguments import Parser
    from glossary.patterns.derivations import Step

__all__ = ["fill_explain"]


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
    from glossary.cli.display import safe

    for at, step in enumerate(steps):
        out.write(("\n" if at else "") + "\n".join(map(safe, _lines(step, "", ""))) + "\n")
    return ExitCode.FOUND


def _lines(step: Step, first: str, rest: str) -> Iterator[str]:
    """A step and what it is made of, each part below it behind a branch."""
    yield f"{first}{step.symbol}  {step.chinese}  {step.english}"
    indent = rest + ("│ " if step.parts else "  ")
    if step.rule:
        yield f"{indent}{step.rule}"
    facts = " · ".join(fact for fact in (step.source, local(step.note)) if fact)
    if facts:
        yield f"{indent}{facts}"
    for at, part in enumerate(step.parts):
        last = at == len(step.parts) - 1
        yield from _lines(part, rest + ("└ " if last else "├ "), rest + ("  " if last else "│ "))
