"""``find``: ranked hits for whatever one remembers of a name."""

from __future__ import annotations

from glossary.cli.arguments import add_fields, add_filters, check_text
from glossary.cli.numbers import count_of
from glossary.cli.opening import open_glossary
from glossary.cli.records import JsonArray, field_line, json_line, parse_fields
from glossary.cli.streams import ExitCode, narrate, output, terminal_width
from glossary.errors import excerpt
from glossary.i18n import _, joined, labelled
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import Any

    from glossary.cli.arguments import Parser
    from glossary.cli.streams import Output
    from glossary.facade.types import Hit, Hits
    from glossary.model.answers import Answer

__all__ = ["fill_find"]

_FILTERS = ("kind", "lang", "level", "place", "status", "collection", "as_of")
_WIDE = 116
"""From this many columns on there is room for the ids."""


def fill_find(parser: Parser) -> None:
    """Fill the parser of ``find``."""
    parser.spread = "query"
    parser.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help=_("words, Chinese, pinyin, initials; filters may stand in it (kind:body place:河北)"),
    )
    add_filters(parser)
    parser.add_argument(
        "--limit",
        metavar="N",
        type=count_of("--limit", 10**6),
        default=20,
        help=_("how many hits at most; 20 by default"),
    )
    parser.add_argument(
        "--explain", action="store_true", help=_("say why a hit stands where it stands")
    )
    add_fields(parser)
    parser.describe(
        run_find,
        _(
            "Search the names of every entry in every language: words in any order, parts of Chinese names, "
            "pinyin, its initials, with typos. Best hits first."
        ),
        (
            "zhengming find hbsgjrcjlxh",
            'zhengming find "Minstry of State Securty"',
            "zhengming find 河北國際人才 --kind body --jsonl",
            "zhengming find university place:河北 --limit 5 -f id,en,zh-Hans",
            'zhengming find --explain "hebei guoji rencai"',
        ),
    )


def run_find(arguments: argparse.Namespace) -> ExitCode:
    """Print the hits of a search."""
    out = output()
    fields = parse_fields(arguments.fields)
    query = check_text(" ".join(arguments.query), "QUERY")
    with open_glossary(arguments) as glossary:
        hits = glossary.find(
            query,
            limit=arguments.limit,
            **{name: check_text(getattr(arguments, name), name) for name in _FILTERS},
        )
        composed = hits.composed
        held = {answer.id for answer in composed if not answer.derivation}
        ranked = [
            each for each in zip(hits.answers, hits.hits, strict=True) if each[0].id not in held
        ]
        answers = (*composed, *(answer for answer, _hit in ranked))
        reasons = (
            [_reason("composed", answer) for answer in composed]
            + [_hit_reason(hit, answer) for answer, hit in ranked]
            if arguments.explain
            else []
        )
        if fields:
            for answer in answers:
                found = "composed" if answer.derivation else "exact"
                out.line(field_line(answer, fields, {"query": query, "found": found}))
        elif arguments.json or arguments.jsonl:
            _write_json(out, answers, reasons, lines=arguments.jsonl)
        elif answers:
            _write_table(out, arguments, answers, reasons)
    if not answers:
        _say_nothing(query, hits)
        return ExitCode.NOT_FOUND
    if hits.truncated and not (fields or arguments.json or arguments.jsonl):
        narrate(_("there are more: --limit {more} shows them").format(more=arguments.limit * 5))
    return ExitCode.FOUND


def _write_json(
    out: Output,
    answers: Sequence[Answer],
    reasons: Sequence[dict[str, str | float]],
    *,
    lines: bool,
) -> None:
    array = JsonArray(out)
    for at, answer in enumerate(answers):
        record: dict[str, Any] = {**answer.to_record(), "score": answer.score}
        if reasons:
            record["explain"] = reasons[at]
        if lines:
            out.line(json_line(out, record))
        else:
            array.add(record)
    if not lines:
        array.close()


def _write_table(
    out: Output,
    arguments: argparse.Namespace,
    answers: Sequence[Answer],
    reasons: Sequence[dict[str, str | float]],
) -> None:
    from glossary.cli.display import style_for
    from glossary.cli.tables import Cell, table

    width, style = terminal_width(), style_for(out, arguments.color)
    heads = [_("English"), _("Chinese"), _("Pinyin"), _("Evidence")]
    rows = [_row(answer) for answer in answers]
    if width >= _WIDE:
        heads.append(_("Entry"))
        for row, answer in zip(rows, answers, strict=True):
            row.append(Cell(answer.id, "dim"))
    below = [Cell(_sentence(reason), "dim") for reason in reasons]
    out.write("\n".join(table(heads, rows, width, style, below)) + "\n")


def _row(answer: Answer) -> list[Any]:
    from glossary.cli.answers import evidence_role
    from glossary.cli.tables import Cell

    english = answer.english or ""
    if answer.matched not in (english, answer.chinese, answer.traditional):
        english += f" ({answer.matched})" if english else answer.matched
    review = word(answer.review) if answer.review != "approved" else ""
    known = joined([word(answer.evidence), review])
    return [
        Cell(english, "strong"),
        Cell(answer.chinese),
        Cell(answer.pinyin),
        Cell(known, evidence_role(answer.evidence)),
    ]


def _reason(match: str, answer: Answer, period: str = "") -> dict[str, str | float]:
    """Why a hit stands where it stands: how its name matches, then what the glossary says of the name."""
    name = answer.name
    return {
        "match": match,
        "name": name.text,
        "review": answer.review,
        "usage": name.usage.value,
        "type": name.type.value,
        "period": period,
        "score": answer.score,
    }


def _hit_reason(hit: Hit, answer: Answer) -> dict[str, str | float]:
    from glossary.cli.answers import period

    match = hit.tier.name.lower().replace("_", "-")
    return _reason(match, answer, period(answer.name.start, answer.name.end))


def _sentence(reason: dict[str, str | float]) -> str:
    from glossary.cli.answers import type_word

    how = {
        "composed": _("composed from patterns"),
        "exact": _("the same name"),
        "number": _("the number of the document"),
        "turned": _("the same words, turned around"),
        "pinyin": _("the same pinyin"),
        "form": _("the same words, one of them in another form"),
        "country": _("the same words but for the country"),
        "prefix": _("a name that begins so"),
        "words": _("the words stand in a name"),
        "prefix-begun": _("a name that begins so, the last word unfinished"),
        "words-begun": _("the words stand in a name, the last one unfinished"),
        "substring": _("it stands within a name"),
        "initials": _("the same initials"),
        "initials-prefix": _("initials that begin so"),
        "kindred": _("words of the same stems stand in a name"),
        "abbreviated": _("a short form of a name"),
        "corrected": _("the same words, but for a typo"),
        "typo": _("a name with a typo"),
    }.get(str(reason["match"]), str(reason["match"]))
    facts = [
        labelled(how, str(reason["name"])),
        word(str(reason["review"])),
        word(str(reason["usage"])),
        type_word(str(reason["type"])),
        str(reason["period"]),
        f"{_('score')} {reason['score']:.4f}",
    ]
    return joined(facts, weighty=True)


def _say_nothing(query: str, hits: Hits) -> None:
    from glossary.cli.answers import say_near

    say_near(_("nothing found for {query!r}").format(query=excerpt(query)), hits.near)
