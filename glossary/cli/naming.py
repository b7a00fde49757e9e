"""``names``: every name that stands in a text, once each, with its counterpart, and how well it is known."""

from __future__ import annotations

from glossary.cli.arguments import add_fields, add_filters, check_text
from glossary.cli.lines import read_whole
from glossary.cli.opening import open_glossary
from glossary.cli.records import JsonArray, field_line, json_line, parse_fields
from glossary.cli.streams import ExitCode, narrate, output, terminal_width
from glossary.i18n import _, joined
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from glossary.cli.arguments import Parser
    from glossary.cli.streams import Output
    from glossary.model.mentions import NamedText

    Write = Callable[[str, NamedText], None]

__all__ = ["fill_names"]

_COLUMNS = ("text", "en", "zh-Hans", "zh-Hant", "pinyin", "evidence", "review", "found", "count")


def fill_names(parser: Parser) -> None:
    """Fill the parser of ``names``."""
    parser.spread = "files"
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help=_("a text file; stdin by default, and for -")
    )
    add_filters(parser, "kind", "as-of")
    form = add_fields(parser)
    form.add_argument("--csv", action="store_true", help=_("print a table for a spreadsheet"))
    parser.describe(
        run_names,
        _(
            "Find the names of the glossary in a running text, English or Chinese, and print each once, in the "
            "order they are met, with what it is called in the other language. Places, positions and terms are "
            "found with --kind."
        ),
        (
            "echo 'The Ministry of State Security (MSS) and MOST' | zhengming names",
            "echo 河北工业大学與科學技術部 | zhengming names --jsonl",
            "echo 'run by CAIEP' | zhengming names -f matched,zh-Hans,pinyin",
        ),
    )


def run_names(arguments: argparse.Namespace) -> ExitCode:
    """Print the names of each file; 1 where there is none in any."""
    out = output()
    fields = parse_fields(arguments.fields)
    files = [check_text(name, "FILE") for name in arguments.files] or ["-"]
    many = len(files) > 1
    count = 0
    with open_glossary(arguments) as glossary:
        write, close = _writer(arguments, out, fields, many)
        for file in files:
            text = read_whole(file)
            for named in glossary.names(text, kind=arguments.kind, as_of=arguments.as_of):
                write(_shown(file), named)
                count += 1
        close()
    if not count:
        narrate(_("no name of the glossary stands in it"))
        return ExitCode.NOT_FOUND
    return ExitCode.FOUND


def _shown(file: str) -> str:
    return "<stdin>" if file == "-" else file


def _writer(
    arguments: argparse.Namespace, out: Output, fields: tuple[str, ...], many: bool
) -> tuple[Write, Callable[[], None]]:
    """Return what writes one name, and what to call at the end."""
    if fields:
        return lambda _, named: out.line(_fields(named, fields)), lambda: None
    if arguments.jsonl:
        return lambda file, named: out.line(json_line(out, _record(file, named))), lambda: None
    if arguments.json:
        array = JsonArray(out)
        return lambda file, named: array.add(_record(file, named)), array.close
    if arguments.csv:
        return _csv(out), lambda: None
    return _table(arguments, out, many)


def _fields(named: NamedText, fields: tuple[str, ...]) -> str:
    return field_line(named.answers[0], fields, {"query": named.text, "found": named.found})


def _record(file: str, named: NamedText) -> dict[str, object]:
    return {"file": file, **named.to_record()}


def _csv(out: Output) -> Write:
    import csv
    import io

    def line(cells: list[str]) -> str:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="").writerow(cells)
        return buffer.getvalue()

    out.line(line([*_COLUMNS, "file", "line"]))

    def write(file: str, named: NamedText) -> None:
        best = named.answers[0]
        known = [best.english, best.chinese, best.traditional, best.pinyin]
        cells = [named.text, *(text or "" for text in known), best.evidence, best.review]
        out.line(line([*cells, named.found, str(named.count), file, str(named.line)]))

    return write


def _table(
    arguments: argparse.Namespace, out: Output, many: bool
) -> tuple[Write, Callable[[], None]]:
    from glossary.cli.answers import evidence_role
    from glossary.cli.display import style_for
    from glossary.cli.tables import Cell, table

    rows: list[list[Cell]] = []

    def write(file: str, named: NamedText) -> None:
        best = named.answers[0]
        known = word(best.evidence)
        if best.review != "approved":
            known = joined([known, word(best.review)])
        chinese = best.chinese or ""
        if len(named.answers) > 1:
            chinese += " …"
        place = _("line {line}").format(line=named.line)
        if many:
            place = joined([file, place])
        rows.append(
            [
                Cell(best.english or named.text, "strong"),
                Cell(chinese),
                Cell(best.pinyin),
                Cell(known, evidence_role(best.evidence)),
                Cell(joined([f"{named.count}×", place]), "dim"),
            ]
        )

    def close() -> None:
        if rows:
            heads = [_("English"), _("Chinese"), _("Pinyin"), _("Evidence"), _("Where")]
            style = style_for(out, arguments.color)
            out.write("\n".join(table(heads, rows, terminal_width(), style)) + "\n")

    return write, close
