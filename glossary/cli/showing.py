"""``show``: an entry in full."""

from __future__ import annotations

from glossary.cli.arguments import add_filters, add_json, check_name
from glossary.cli.opening import open_glossary
from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, UsageError, narrate, output, terminal_width
from glossary.errors import NotFoundError, excerpt
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from glossary.cli.arguments import Parser
    from glossary.model.answers import Answer

__all__ = ["fill_show"]


def fill_show(parser: Parser) -> None:
    """Fill the parser of ``show``."""
    parser.spread = "words"
    parser.add_argument(
        "words", nargs="+", metavar="ID|NAME", help=_("an id, or a name only it bears")
    )
    add_filters(parser, "as-of")
    add_json(parser, lines=False)
    parser.add_argument(
        "--yaml",
        action="store_true",
        help=_("print the entry as YAML, as 'add' and 'edit' take it"),
    )
    parser.describe(
        run_show,
        _(
            "Show an entry in full: its names by language with evidence and dates, relations in both "
            "directions, what it may be confused with, texts, comments, and sources by number."
        ),
        (
            "zhengming show hebei-university-of-technology",
            "zhengming show 科学技术部",
            "zhengming show MOST --json",
            "zhengming show MOST --yaml > most.yaml",
            "zhengming show state-administration-of-foreign-experts-affairs --as-of 2005",
        ),
    )


def run_show(arguments: argparse.Namespace) -> ExitCode:
    """Print an entry."""
    out = output()
    wanted = check_name(" ".join(arguments.words), "ID|NAME")
    with open_glossary(arguments) as glossary:
        try:
            shown = glossary.get(wanted, as_of=arguments.as_of)
        except NotFoundError as error:
            if error.several:
                raise
            answers = glossary.composed_answers(wanted)
            if not answers:
                raise
            return _show_composed(answers, arguments)
    if arguments.json:
        out.line(json_value(out, shown.to_record()))
        return ExitCode.FOUND
    if arguments.yaml:
        from glossary.formats.yaml_writer import write_yaml

        write_yaml([(shown.entry, None)], out.binary)
        return ExitCode.FOUND
    from glossary.cli.display import style_for
    from glossary.cli.sheets import Sheet

    style = style_for(out, arguments.color)
    out.write("\n".join(Sheet(shown, terminal_width(), style).lines()) + "\n")
    return ExitCode.FOUND


def _show_composed(answers: Sequence[Answer], arguments: argparse.Namespace) -> ExitCode:
    """Print what patterns compose for a name that no entry has; it is an answer, and no entry."""
    out = output()
    if arguments.json or arguments.yaml:
        raise UsageError(
            _("{name!r} is no entry; patterns compose it").format(name=excerpt(answers[0].matched)),
            fix=_(
                "See it with 'zhengming explain --json', or propose it with 'add --from-composed'."
            ),
        )
    from glossary.cli.answers import answer_block
    from glossary.cli.display import style_for

    style = style_for(out, arguments.color)
    blocks = [answer_block(answer, [], terminal_width(), style) for answer in answers]
    out.write("\n\n".join("\n".join(block) for block in blocks) + "\n")
    out.flush()
    narrate(_("no entry has this name; patterns compose it"))
    return ExitCode.FOUND
