"""An entry in full, as lines of text with links in them: plain data, no widget, no store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.facade.wording import difference_texts, place_word, source_text
from glossary.i18n import _, joined, labelled, local, quoted
from glossary.model.events import reason_text
from glossary.model.names import Evidence
from glossary.model.tags import PINYIN
from tui.bound import keyed
from tui.display import NO_BREAK, one_line, plain
from tui.legend import legend, legend_title
from tui.words import arrow, dotted, sign, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.facade.showing import Link, Shown
    from glossary.facade.types import Told
    from glossary.model.answers import Answer
    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["Line", "Piece", "entry_lines", "legend_lines"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and how it looks: ``title``, ``chinese``, ``pinyin``, ``label``, ``weak``, ``link``, or plain."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; longer than the screen is wide, it goes on below its own indent.

    Attributes:
        pieces: What stands in it.
        link: Id of the entry it leads to, empty where it leads nowhere.
        indent: Cells its second line begins with.
    """

    pieces: tuple[Piece, ...]
    link: str = ""
    indent: int = 0


def entry_lines(
    entry: Entry,
    review: str,
    *,
    answer: Answer | None = None,
    shown: Shown | None = None,
    history: Sequence[Told] = (),
    trail: Sequence[str] = (),
) -> list[Line]:
    """Return an entry as lines.

    Args:
        entry: The entry.
        review: Where it stands.
        answer: The answer it was found as, whose names go first.
        shown: The entry with links and comments, once it was read.
        history: Its last events, newest first.
        trail: Names of the entries one came along.
    """
    lines: list[Line] = []
    if trail:
        way = f" {arrow()} ".join(one_line(each) for each in trail)
        lines.append(Line((Piece(way, "label"),)))
    lines += _head(entry, review, answer)
    if shown is not None and shown.redirected_from:
        lines.append(
            _label(_("merged"), Piece(_("{id} leads here").format(id=shown.redirected_from)))
        )
    if shown is not None and shown.day:
        lines.append(_label(_("as of"), Piece(shown.day, "weak")))
    links = shown.links if shown is not None else ()
    lines += [_link(link) for link in links if link.type == "confused-with"]
    lines += _names(entry, answer)
    lines += _facts(entry)
    lines += [_link(link) for link in links if link.type != "confused-with"]
    if shown is None:
        lines += [
            _label(word(relation.type.value), Piece(relation.target, "link"))
            for relation in entry.relations
        ]
    for title, texts in ((_("definition"), entry.definitions), (_("note"), entry.notes)):
        for text in texts:
            lines.append(_label(title, Piece(plain(text.text))))
            lines += _sources(text.sources)
    lines += _all_sources(entry)
    if shown is not None:
        for comment in shown.comments:
            head = labelled(dotted((one_line(comment.by), comment.at[:10])), "")
            lines.append(_label(_("comment"), Piece(head, "label"), Piece(plain(comment.text))))
    lines += _history(history)
    if answer is None or not answer.derivation:
        lines.append(_label(_("id"), Piece(entry.id, "label")))
    return lines


def legend_lines() -> list[Line]:
    """Return what the signs mean, to stand where no entry stands yet."""
    rows = [Line((Piece(f"{key}  ", "state"), Piece(text)), "", 4) for key, text in legend()]
    return [Line((Piece(legend_title(), "title"),)), Line(()), *rows]


def _label(label: str, *pieces: Piece, link: str = "") -> Line:
    return Line((Piece(f"{label}  ", "label"), *pieces), link, 4)


def _head(entry: Entry, review: str, answer: Answer | None) -> Iterator[Line]:
    if answer is None:
        english = next((name for name in entry.names if name.is_english), None)
        chinese = next((name for name in entry.names if name.is_chinese), None)
        texts = [(english.text, "title")] if english else []
        yield from (Line((Piece(plain(text), look),)) for text, look in texts)
        if chinese:
            yield Line((Piece(plain(chinese.text), "chinese"),))
        weakest = max(
            (name.evidence for name in (english, chinese) if name),
            key=lambda e: e.rank,
            default=None,
        )
        evidence = weakest.value if weakest else entry.names[0].evidence.value
    else:
        evidence = answer.evidence
        if answer.english:
            yield Line((Piece(plain(answer.english), "title"),))
        pieces = [Piece(plain(answer.chinese), "chinese")] if answer.chinese else []
        if answer.traditional and answer.traditional != answer.chinese:
            generated = f" {_('(generated)')}" if "zh-Hant" in answer.renderings else ""
            between = f" {sign('dot')} " if pieces else ""
            pieces += [
                Piece(between),
                Piece(plain(answer.traditional), "chinese"),
                Piece(generated, "label"),
            ]
        if pieces:
            yield Line(tuple(pieces))
        if answer.pinyin:
            generated = f" {_('(generated)')}" if "pinyin" in answer.renderings else ""
            yield Line((Piece(plain(answer.pinyin), "pinyin"), Piece(generated, "label")))
    sourced = Evidence(evidence).needs_source
    look = "state" if sourced and review == "approved" else "weak"
    known = f"{sign(evidence)}{NO_BREAK}{word(evidence)}"
    state = f"{known} {sign('dot')} {sign(review)}{NO_BREAK}{word(review)}"
    if answer is not None and answer.derivation:
        state = dotted((known, _("not in the glossary")))
    yield Line((Piece(word(entry.kind.value)), Piece(f" {sign('dot')} "), Piece(state, look)))
    if answer is not None and answer.derivation:
        for number, step in enumerate(answer.derivation, 1):
            yield _label(_("step {n}").format(n=number), Piece(plain(local(step))))
        yield Line(
            (
                Piece(
                    keyed(_("{entry_add} takes it into a form: check it there, and propose it.")),
                    "weak",
                ),
            )
        )
    yield Line(())


def _names(entry: Entry, answer: Answer | None) -> Iterator[Line]:
    """Every name with what is known of it; those of the head too, since their evidence stands here."""
    first = (answer.english, answer.chinese) if answer is not None else ()
    for name in entry.names:
        rendered = [item for item in name.renderings if item.lang == PINYIN]
        pieces = [Piece(plain(name.text), "chinese" if name.is_chinese else "name")]
        if rendered and name.text not in first:
            pieces.append(Piece(f"  {plain(rendered[0].text)}", "pinyin"))
        state = f"{sign(name.evidence.value)}{NO_BREAK}{word(name.evidence.value)}"
        pieces.append(Piece(f"  {state}", "state" if name.evidence.needs_source else "weak"))
        pieces.append(Piece(_details(name), "label"))
        yield Line((Piece(f"{name.lang} {word(name.type.value)}  ", "label"), *pieces), "", 4)
        if name.context is not None:
            yield Line((Piece(f"    {quoted(plain(name.context.text))}"),), "", 4)


def _details(name: Name) -> str:
    parts = [] if name.usage.value == "admitted" else [word(name.usage.value)]
    if name.start or name.end:
        parts.append(f"{name.start or sign('more')}{sign('dash')}{name.end or ''}")
    if name.issuer:
        parts.append(_("by {issuer}").format(issuer=one_line(name.issuer)))
    if name.note:
        parts.append(one_line(name.note))
    return "".join(f" {sign('dot')}{NO_BREAK}{part}" for part in parts)


def _facts(entry: Entry) -> Iterator[Line]:
    if entry.body is not None:
        body = entry.body
        for label, value in (
            (_("level"), word(body.level.value) if body.level else ""),
            (_("place"), place_word(body.place)),
            (_("founded"), body.founded),
            (_("dissolved"), body.dissolved),
        ):
            if value:
                yield _label(label, Piece(value))
    if entry.document is not None:
        document = entry.document
        if document.issuer:
            yield _label(_("issuer"), Piece(document.issuer, "link"), link=document.issuer)
        for label, value in (
            (_("number"), document.number),
            (_("date"), document.date),
            (_("status"), word(document.status)),
            (_("type"), word(document.type)),
        ):
            if value:
                yield _label(label, Piece(one_line(value)))
    for label, values in ((_("domains"), entry.domains), (_("collections"), entry.collections)):
        if values:
            yield _label(label, Piece(joined(one_line(each) for each in values)))


def _link(link: Link) -> Line:
    relation = link.relation
    pieces = [Piece(one_line(link.chinese or ""), "chinese")] if link.chinese else []
    english = one_line(link.english or link.id)
    gap = "  " if pieces else ""
    pieces.append(Piece(f"{gap}{english}{NO_BREAK}{arrow()}", "link"))
    dates = (
        f"{relation.start}{sign('dash')}{relation.end}" if relation.start or relation.end else ""
    )
    for extra in (dates, relation.instrument, relation.note):
        if extra:
            pieces.append(Piece(f" {sign('dot')} {one_line(extra)}", "label"))
    label = word(link.type)
    if link.type == "confused-with":
        label = f"{sign('warning')} {label}"
    return _label(label, *pieces, link=link.id)


def _all_sources(entry: Entry) -> Iterator[Line]:
    found: dict[Source, None] = {}
    for name in entry.names:
        found.update(dict.fromkeys(name.sources))
    for relation in entry.relations:
        found.update(dict.fromkeys(relation.sources))
    yield from _sources(tuple(found))


def _sources(sources: Sequence[Source]) -> Iterator[Line]:
    for at, source in enumerate(sources, 1):
        yield _label(_("source {n}").format(n=at), Piece(plain(source_text(source))))


def _history(history: Sequence[Told]) -> Iterator[Line]:
    for told in history:
        event = told.event
        done = joined((word(event.action.value), one_line(told.note)))
        pieces = [Piece(labelled(f"{event.at[:10]} {one_line(event.by)}", done))]
        changes = joined(
            (one_line(each.line(*difference_texts(each))) for each in told.differences[:3]),
            weighty=True,
        )
        if changes and event.action.value != "add":
            pieces.append(Piece(f"  {changes}", "label"))
        if event.why:
            pieces.append(Piece(f"  {quoted(one_line(reason_text(event.why)))}"))
        yield _label(_("history"), *pieces)
