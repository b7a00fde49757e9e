"""An entry in full, for people: names by language, relations both ways, texts, and sources by number."""

from __future__ import annotations

import re

from glossary.cli.answers import (
    evidence_role,
    evidence_warning,
    names_of,
    period,
    review_role,
    type_word,
)
from glossary.cli.display import safe
from glossary.cli.tables import Cell, labelled_rows, wrap
from glossary.facade.wording import place_word, source_text
from glossary.i18n import _, aside, joined, labelled, quoted
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.cli.display import Style
    from glossary.facade.showing import Link, Shown
    from glossary.model.entries import LocalText
    from glossary.model.names import Extra, Name
    from glossary.model.sources import Source

__all__ = ["Sheet", "link_word"]

_LANGUAGES = ("en", "zh-Hans", "zh-Hant", "zh")


def link_word(kind: str) -> str:
    """Return a relation in the reader's language, as seen from the entry shown.

    >>> link_word("succeeded-by")
    'succeeded by'
    """
    words = {
        "part-of": _("part of"),
        "has-part": _("has the part"),
        "managed-by": _("managed by"),
        "manages": _("manages"),
        "successor-of": _("successor of"),
        "succeeded-by": _("succeeded by"),
        "nameplate-of": _("nameplate of"),
        "has-nameplate": _("has the nameplate"),
        "co-located-with": _("co-located with"),
        "issued-by": _("issued by"),
        "issued": _("issued"),
        "amends": _("amends"),
        "amended-by": _("amended by"),
        "confused-with": _("distinct from"),
        "see-also": _("see also"),
    }
    return words.get(kind, kind)


def _language_word(tag: str) -> str:
    words = {
        "en": _("English"),
        "zh-Hans": _("Chinese, simplified"),
        "zh-Hant": _("Chinese, traditional"),
        "zh": _("Chinese"),
    }
    return f"{words[tag]} ({tag})" if tag in words else tag


class Sheet:
    """Writes one entry, numbering its sources as they are cited.

    Args:
        shown: The entry.
        width: Columns of the terminal.
        style: Colours.
    """

    def __init__(self, shown: Shown, width: int, style: Style) -> None:
        self._shown = shown
        self._width = width
        self._style = style
        self._sources: dict[Source, int] = {}

    def lines(self) -> list[str]:
        """Return the whole entry as lines."""
        body = [
            *self._names(),
            *self._relations(),
            *self._lineage(),
            *self._texts(_("Definition"), self._shown.entry.definitions),
            *self._texts(_("Notes"), self._shown.entry.notes),
            *self._comments(),
        ]
        return [*self._head(), *body, *self._cited()]

    def _head(self) -> list[str]:
        shown, entry = self._shown, self._shown.entry
        english = next((name.text for name in _preferred(entry.names) if name.is_english), None)
        chinese = next((name.text for name in _preferred(entry.names) if name.is_chinese), None)
        title = safe(names_of(english, chinese, entry.names[0].text))
        rows = [(_("Entry"), Cell(entry.id))]
        if shown.redirected_from:
            rows.append((_("Merged from"), Cell(shown.redirected_from)))
        rows += self._facts()
        event = _("event {number}").format(number=shown.revision)
        review = aside(word(shown.review), event)
        rows.append((_("Review"), Cell(review, review_role(shown.review))))
        if shown.day:
            rows.append((_("As of"), Cell(shown.day)))
        for link in shown.links:
            if link.type == "confused-with":
                rows.append((_("Distinct from"), Cell(_other(link), "weak")))
        head = [self._style("strong", line) for line in wrap(title, self._width)]
        return head + labelled_rows(rows, self._width, self._style)

    def _facts(self) -> list[tuple[str, Cell]]:
        entry = self._shown.entry
        rows = [(_("Kind"), Cell(word(entry.kind.value)))]
        body, document = entry.body, entry.document
        if body is not None:
            rows += [
                (_("Level"), Cell(word(body.level.value) if body.level else "")),
                (_("Place"), Cell(place_word(body.place))),
                (_("Founded"), Cell(body.founded)),
                (_("Dissolved"), Cell(body.dissolved)),
            ]
        if document is not None:
            rows += [
                (_("Issuer"), Cell(document.issuer)),
                (_("Number"), Cell(document.number)),
                (_("Date"), Cell(document.date)),
                (_("Status"), Cell(word(document.status))),
                (_("Type"), Cell(word(document.type))),
            ]
        rows.append((_("Domains"), Cell(joined(entry.domains))))
        rows.append((_("Collections"), Cell(joined(entry.collections))))
        rows += [(_("Extra"), Cell(_extra_line(extra))) for extra in entry.extra]
        return rows

    def _section(self, title: str) -> list[str]:
        return ["", *(self._style("strong", line) for line in wrap(title, self._width))]

    def _indented(self, text: str, depth: int, role: str = "") -> list[str]:
        indent = "" if self._width < 24 else "  " * depth
        lines = wrap(safe(text), self._width - len(indent))
        return [indent + self._style(role, line) for line in lines]

    def _names(self) -> list[str]:
        lines: list[str] = []
        by_language: dict[str, list[Name]] = {}
        for name in self._shown.entry.names:
            by_language.setdefault(name.lang, []).append(name)
        for lang in sorted(by_language, key=_language_order):
            lines += self._section(_language_word(lang))
            for name in _preferred(by_language[lang]):
                lines += self._name(name)
        return lines

    def _name(self, name: Name) -> list[str]:
        lines = self._indented(name.text, 1, "strong")
        for rendering in name.renderings:
            text = rendering.text
            if text != name.text:
                shown = aside(text, _("generated")) if rendering.generated else text
                lines += self._indented(shown, 2)
        facts = [type_word(name.type.value), word(name.usage.value)]
        when = period(name.start, name.end)
        lines += self._indented(joined([*facts, when]), 2)
        known = word(name.evidence.value) + self._cite(name.sources)
        warning = evidence_warning(name.evidence.value)
        known = labelled(known, warning) if warning else known
        lines += self._indented(known, 2, evidence_role(name.evidence.value))
        if name.issuer:
            lines += self._indented(labelled(_("issuer"), name.issuer), 2)
        for line in name.note.split("\n") if name.note else ():
            lines += self._indented(line, 2)
        if name.context is not None:
            cited = self._cite([name.context.source] if name.context.source else [])
            lines += self._indented(quoted(" ".join(name.context.text.split())) + cited, 2)
        for extra in name.extra:
            lines += self._indented(_extra_line(extra), 2, "weak")
        return lines

    def _cite(self, sources: Iterable[Source]) -> str:
        numbers = [self._sources.setdefault(item, len(self._sources) + 1) for item in sources]
        return "".join(f" [{number}]" for number in numbers)

    def _relations(self) -> list[str]:
        links = [link for link in self._shown.links if link.type != "confused-with"]
        if not links:
            return []
        rows = []
        for link in links:
            relation = link.relation
            facts = [
                _other(link),
                period(relation.start, relation.end),
                relation.instrument,
                " ".join(relation.note.split()),
            ]
            text = joined(facts, weighty=True) + self._cite(relation.sources)
            rows.append((link_word(link.type), Cell(text)))
        return self._section(_("Relations")) + labelled_rows(rows, self._width, self._style)

    def _lineage(self) -> list[str]:
        """What came before the predecessors and after the successors; the nearest are relations already."""
        lines: list[str] = []
        for title, steps in (
            (_("Before that"), self._shown.predecessors),
            (_("After that"), self._shown.successors),
        ):
            further = [step for step in steps if step.depth > 1]
            if not further:
                continue
            lines += self._section(title)
            for step in further:
                when = f" ({step.relation.start})" if step.relation.start else ""
                lines += self._indented(f"{step.predecessor} → {step.successor}{when}", 1)
        return lines

    def _texts(self, title: str, texts: Sequence[LocalText]) -> list[str]:
        lines = self._section(title) if texts else []
        for text in texts:
            *paragraphs, last = text.text.strip("\n").split("\n")
            for line in [*paragraphs, last + self._cite(text.sources)]:
                lines += self._indented(line, 1)
        return lines

    def _comments(self) -> list[str]:
        comments = self._shown.comments
        lines = self._section(_("Comments")) if comments else []
        for comment in comments:
            lines += self._indented(f"{comment.by}, {comment.at[:10]}", 1, "dim")
            for line in comment.text.split("\n"):
                lines += self._indented(line, 2)
        return lines

    def _cited(self) -> list[str]:
        if not self._sources:
            return []
        lines = self._section(_("Sources"))
        for source, number in self._sources.items():
            licence = f", {source.licence}" if source.licence else ""
            lines += self._indented(f"[{number}] {source_text(source)}{licence}", 1)
        return lines


def _extra_line(extra: Extra) -> str:
    """What another program said, as one line."""
    said_of = f" ({extra.lang})" if extra.lang else ""
    text = re.sub(r"<[^<>]*>", " ", extra.text) if extra.text.startswith("<") else extra.text
    return f"{extra.key}{said_of}: {' '.join(text.split())}"


def _other(link: Link) -> str:
    names = names_of(link.english, link.chinese, "")
    return f"{names} ({link.id})" if names else link.id


def _preferred(names: Iterable[Name]) -> list[Name]:
    """Names in the order of their worth: usage, then in use before former, then type."""
    from glossary.model.names import NameType, Usage

    usages, types = tuple(Usage), tuple(NameType)
    return sorted(
        names,
        key=lambda name: (
            name.type is NameType.FORMER,
            usages.index(name.usage),
            types.index(name.type),
        ),
    )


def _language_order(tag: str) -> tuple[int, str]:
    return (_LANGUAGES.index(tag) if tag in _LANGUAGES else len(_LANGUAGES), tag)
