"""``lookup``: what exactly this name is called, for one name or a million.

Names come as arguments or one a line on stdin, and are answered in order, one answer a line; a line that is not
UTF-8 is answered with nothing and named on stderr.
"""

from __future__ import annotations

from glossary.cli.arguments import add_fields, add_filters, check_name, check_text
from glossary.cli.opening import open_glossary
from glossary.cli.records import JsonArray, field_line, json_line, json_value, parse_fields
from glossary.cli.streams import (
    ExitCode,
    is_interactive,
    narrate,
    output,
    terminal_width,
)
from glossary.i18n import N_, _, labelled, local, ngettext, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from glossary.cli.arguments import Parser
    from glossary.cli.lines import BadLines
    from glossary.cli.streams import Output
    from glossary.glossary import Glossary
    from glossary.model.answers import Answer, Answers

    Write = Callable[[Answers], None]

__all__ = ["fill_lookup"]


def fill_lookup(parser: Parser) -> None:
    """Fill the parser of ``lookup``."""
    parser.spread = "names"
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=_("a name in any language, or its pinyin; the lines of stdin by default"),
    )
    parser.add_argument(
        "--partial",
        action="store_true",
        help=_(
            "where the topic of a title is unknown, give the rest, the topic left as it is in 〔 〕"
        ),
    )
    add_filters(parser, "as-of", "kind", "status")
    parser.add_argument(
        "--lang",
        metavar="TAG",
        default="",
        help=_("the English wanted: en-GB, or a house's own such as en-x-reuters"),
    )
    form = add_fields(parser)
    form.add_argument(
        "--why",
        action="store_true",
        help=_("print the evidence instead, as a footnote an editor can paste"),
    )
    parser.describe(
        run_lookup,
        _(
            "Tell what exactly this name is called in the other language: names match under folding "
            "(case, spelling, script, spaces), pinyin with or without tones. A name that is not there is "
            "answered with the nearest, never with a guess."
        ),
        (
            'zhengming lookup "Ministry of Science and Technology"',
            "zhengming lookup MOST 国家安全部 --jsonl",
            r"printf '%s\n' MOST 国家安全部 | zhengming lookup -f zh-Hans,pinyin",
            'zhengming lookup 国发〔2015〕28号 "State Council Order No. 736"',
            "zhengming lookup --why 科学技术部",
            'zhengming lookup --as-of 2005 "State Administration of Foreign Experts Affairs"',
        ),
    )


def run_lookup(arguments: argparse.Namespace) -> ExitCode:
    """Answer every name; the exit code tells whether all were found."""
    out = output()
    fields = parse_fields(arguments.fields)
    given = _given(arguments.names)
    tag = _tag(arguments.lang)
    with open_glossary(arguments) as glossary:
        batch = not arguments.names
        write, close = _writer(arguments, out, glossary, fields, batch)
        tally = _Tally()
        limits = {key: getattr(arguments, key) for key in ("as_of", "status", "kind")}
        limits["lang"] = tag
        limits["partial"] = arguments.partial
        for name in given or _lines(out, tally):
            answers = glossary.lookup(name, **limits) if name is not None else _unreadable()
            tally.count(answers)
            write(answers)
        close()
    return tally.report(out, fields=bool(fields) or arguments.why)


def _tag(text: str) -> str:
    if not text:
        return ""
    from glossary.model.tags import parse_tag

    return parse_tag(check_text(text, "--lang"))


class _Tally:
    """What a batch comes to in the end."""

    def __init__(self) -> None:
        self.bad: BadLines | None = None
        self.missing = 0
        self.ambiguous = 0

    def count(self, answers: Answers) -> None:
        self.missing += not answers
        self.ambiguous += len(answers) > 1

    def report(self, out: Output, *, fields: bool) -> ExitCode:
        if fields and self.ambiguous:
            out.flush()
            narrate(
                ngettext(
                    "{count} name has more than one answer; the best is printed, --jsonl prints all",
                    "{count} names have more than one answer; the best are printed, --jsonl prints all",
                    self.ambiguous,
                ).format(count=self.ambiguous)
            )
        if self.bad is not None and self.bad.count:
            self.bad.report()
            return ExitCode.USAGE
        return ExitCode.NOT_FOUND if self.missing else ExitCode.FOUND


def _given(names: list[str]) -> list[str]:
    """Check the names of the command line, before anything is opened."""
    checked = [check_text(name, "NAME") for name in names]
    if checked:
        check_name("".join(checked), "NAME")  # one of several may be empty, as a line may
    return checked


def _lines(out: Output, tally: _Tally) -> Iterator[str | None]:
    """Yield the names on stdin; ``None`` for a line that cannot be read."""
    import sys

    from glossary.cli.lines import BadLines, decode_line, read_lines

    if is_interactive(sys.stdin):
        narrate(_("type a name a line; Ctrl-D ends"))
    bad = tally.bad = BadLines()
    for number, line in enumerate(read_lines(out), 1):
        name = decode_line(line)
        if name is None:
            bad.add(number)
        yield name


def _unreadable() -> Answers:
    from glossary.model.answers import Answers

    return Answers(query="", found="none", reason=spoken(N_("the line is not UTF-8")))


def _nothing() -> None:
    """Close what needs no closing."""


def _writer(
    arguments: argparse.Namespace,
    out: Output,
    glossary: Glossary,
    fields: tuple[str, ...],
    batch: bool,
) -> tuple[Write, Callable[[], None]]:
    """Return what writes the answers to one name, and what to call at the end."""
    if fields:
        return lambda answers: out.line(_best(answers, fields)), _nothing
    if arguments.jsonl:
        return lambda answers: out.line(json_line(out, answers.to_record())), _nothing
    if arguments.json and len(arguments.names) == 1:
        return lambda answers: out.line(json_value(out, answers.to_record())), _nothing
    if arguments.json:
        array = JsonArray(out)
        return lambda answers: array.add(answers.to_record()), array.close
    if arguments.why:
        return _footnotes(out, batch), _nothing
    return _for_people(arguments, out, glossary, batch), _nothing


def _best(answers: Answers, fields: tuple[str, ...]) -> str:
    asked = {"query": answers.query, "found": answers.found, "reason": answers.reason}
    return field_line(answers[0] if answers else None, fields, asked)


def _footnotes(out: Output, batch: bool) -> Write:
    from glossary.cli.display import safe
    from glossary.facade.footnotes import evidence_footnote

    shown = safe if out.is_terminal else str

    def write(answers: Answers) -> None:
        if answers or batch:
            out.line(shown(evidence_footnote(answers[0])) if answers else "")
        else:
            _say_missing(out, answers)

    return write


def _for_people(
    arguments: argparse.Namespace, out: Output, glossary: Glossary, batch: bool
) -> Write:
    from glossary.cli.answers import answer_block, answer_line
    from glossary.cli.display import style_for

    style, width = style_for(out, arguments.color), terminal_width()
    if batch:
        return lambda answers: out.line(answer_line(answers, style))
    written = 0

    def write(answers: Answers) -> None:
        nonlocal written
        if answers.frame is not None:
            out.write(("\n" if written else "") + "\n".join(answers.frame) + "\n")
            written += 1
        if not answers:
            _say_missing(out, answers)
        for answer in answers:
            lines = answer_block(answer, _others(glossary, answer), width, style)
            out.write(("\n" if written else "") + "\n".join(lines) + "\n")
            written += 1

    return write


def _say_missing(out: Output, answers: Answers) -> None:
    from glossary.cli.answers import say_near
    from glossary.cli.display import echo

    out.flush()
    text = local(answers.reason)
    if answers.query.strip():
        text = labelled(repr(echo(answers.query)), text)
    say_near(text, answers.near)


def _others(glossary: Glossary, answer: Answer) -> list[tuple[str, str]]:
    """What became of a body that is no more, and what this one may be taken for, whichever of the two says so."""
    from glossary.cli.answers import names_of

    if answer.derivation:
        return []
    labels = {"succeeded-by": _("Succeeded by"), "confused-with": _("Distinct from")}
    links = glossary.links(answer.entry, "successor-of", "confused-with")
    links = tuple(sorted(links, key=lambda link: link.type == "confused-with"))
    return [
        (labels[link.type], names_of(link.english, link.chinese, link.id))
        for link in links
        if link.type in labels
    ]
