"""TBX out: one entry after another, in a public dialect, and a ledger of what the dialect has no room for.

former, or no longer valid today          supersededTerm-admn-sts
forbidden                                 deprecatedTerm-admn-sts
alias                                     no type: no dialect has one for a second name
source                                    as a line of text: publisher, title, where in it, the day it was seen
definition, note                          in the section of their language where it has one, else of the concept
evidence, validity, issuer, relations     left out, and told
"""

from __future__ import annotations

from collections import Counter

from glossary.formats.ledgers import Fate
from glossary.formats.selection import made_again
from glossary.formats.tbx.categories import CATEGORIES, CONCEPT, LANG, TERM
from glossary.formats.tbx.extras import ExtraWriter
from glossary.formats.tbx.words import (
    STATUS_OF_USAGE,
    SUPERSEDED,
    TERM_TYPE_OF,
    is_latin,
    read_type,
)
from glossary.formats.xml_output import attribute, escape
from glossary.i18n import N_, _
from glossary.model.dates import last_day
from glossary.model.names import NameType, Usage
from glossary.model.sources import footnote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.ledgers import Ledger
    from glossary.formats.tbx.markup import Markup
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Context, Name, Rendering
    from glossary.model.sources import Source

__all__ = ["ConceptWriter"]

_AS_TEXT = N_("as one line of text")
_NO_PLACE = N_("the dialect has no place for it")
_DIGITS = frozenset("0123456789")


class _Tail:
    """What stands behind every term of one type and usage, and how many there were."""

    __slots__ = ("count", "text", "type", "usage")

    def __init__(self, type_: NameType, usage: Usage, text: str) -> None:
        self.type = type_
        self.usage = usage
        self.text = text
        self.count = 0


class ConceptWriter(ExtraWriter):
    """Writes entries in one dialect.

    Args:
        markup: The dialect and style.
        day: Today: a name that was valid until a day before it is superseded.
    """

    _says_all = False
    """Whether something is said of every name besides type and usage."""

    def __init__(self, markup: Markup, day: str) -> None:
        super().__init__(markup)
        self._day = day
        self._mapped: Counter[tuple[str, str]] = Counter()
        self._cited: Counter[str] = Counter()
        self._made_again = 0
        self._source_tags = self._tags_of("source")
        self._domain_tags = self._tags_of("subjectField")
        self._collection_tags = self._tags_of("projectSubset", "customerSubset")
        term = f"{markup.term}><termGrp" if markup.is_nested else markup.term
        self._open = f"<{term}><term>"
        self._middle = "</termGrp>" if markup.is_nested else ""
        self._close = f"</{markup.term}>\n"
        self._concept_tags = f'<{markup.concept} id="', f"</{markup.concept}>\n"
        self._lang_tags = f'<{markup.lang} xml:lang="', f"</{markup.lang}>\n"
        self._tails = {  # by the identity of the members: hashing one takes longer than all the rest
            id(usage): {
                id(type_): _Tail(type_, usage, self._tail(type_, usage)) for type_ in NameType
            }
            for usage in Usage
        }

    def concept(self, entry: Entry, review: str) -> str:
        """Return an entry as XML."""
        tails, first, all_said = self._tails, self._open, self._says_all
        sections: dict[str, str] = {}
        for name in entry.names:
            tail = tails[id(name.usage)][id(name.type)]
            tail.count += 1
            text = name.text
            if "&" in text or "<" in text or ">" in text:
                text = escape(text)
            if name.end or name.extra or name.context or all_said:
                said = self._said_of(name, tail.text)
            else:
                said = f"{tail.text}{self._middle}"
                if name.sources:
                    said += self._sources(name.sources, "names.sources")
                if name.renderings:
                    said += self._readings(name)
                if name.note:
                    said += self._note(name.note)
                if name.issuer or name.start or name.pair or name.case_sensitive:
                    self._count_lost(name)
            lang = name.lang
            term = f"{first}{text}</term>{said}{self._close}"
            sections[lang] = sections[lang] + term if lang in sections else term
        about = self._about(entry, review, sections)
        # xsd:ID has no digit first.
        ident = entry.id if entry.id[0] not in _DIGITS else f"_{entry.id}"
        (begin, end), (open_, close) = self._concept_tags, self._lang_tags
        written = f'{begin}{ident}">\n{about.get("", "")}'
        for lang, terms in sections.items():
            written += f'{open_}{lang}">\n{about.get(lang, "")}{terms}{close}'
        return written + end

    def tell(self, ledger: Ledger, count: int) -> None:
        """Tell the ledger what became of each field.

        Args:
            ledger: The ledger.
            count: How many entries were written.
        """
        self._tell_whole(count)
        for field, times in sorted(self._kept.items()):
            ledger.add(field, Fate.KEPT, count=times)
        for (field, detail), times in sorted(self._mapped.items()):
            ledger.add(field, Fate.MAPPED, _(detail), times)
        for field, times in sorted(self._lost.items()):
            ledger.add(field, Fate.DROPPED, _(_NO_PLACE), times)
        if self._made_again:
            ledger.add("names.renderings", Fate.DROPPED, made_again(), self._made_again)

    @property
    def _terms(self) -> int:
        return sum(tail.count for tails in self._tails.values() for tail in tails.values())

    def _tell_whole(self, count: int) -> None:
        """Count what every entry and name has."""
        terms = self._terms
        self._kept.update({"id": count, "names.text": terms})
        for field, times in self._cited.items():
            self._mapped[field, _AS_TEXT] += times
        self._lost.update({"kind": count, "review": count, "names.evidence": terms})
        has_status = self._has["administrativeStatus"]
        (self._kept if has_status else self._lost).update({"names.usage": terms})
        for tails in self._tails.values():
            for tail in tails.values():
                if tail.count and tail.type is not NameType.FULL:
                    self._count_type(tail.type, tail.count)
                if tail.count and tail.usage is Usage.FORBIDDEN:
                    said = N_("forbidden is written as deprecated")
                    self._mapped["names.usage", said] += tail.count

    # names --------------------------------------------------------------------------------------------------------

    def _said_of(self, name: Name, tail: str) -> str:
        """What stands behind a term of which more is known than type and usage."""
        if name.end and last_day(name.end) < self._day:
            tail = self._tail(name.type, name.usage, over=True)
        more = ""
        if name.extra:
            tail, more = self._term_extras(name)
        return f"{tail}{self._middle}{more}{self._of_name(name)}"

    def _tail(
        self, type_: NameType, usage: Usage, *, over: bool = False, raw_type: str = ""
    ) -> str:
        """What stands behind every term of this type and usage."""
        written, category = "", self._markup.category
        word = raw_type or TERM_TYPE_OF.get(type_, "")
        if word and self._has["termType"]:
            written += category("termType", word)
        if self._has["administrativeStatus"]:
            written += category("administrativeStatus", self._status(type_, usage, over))
        return written

    def _status(self, type_: NameType, usage: Usage, over: bool) -> str:
        if (over or type_ is NameType.FORMER) and usage is not Usage.FORBIDDEN:
            return SUPERSEDED
        return STATUS_OF_USAGE[usage]

    def _of_name(self, name: Name) -> str:
        """What else is known of a name, as far as the dialect has room for it."""
        self._count_lost(name)
        written = ""
        if name.sources:
            written += self._sources(name.sources, "names.sources")
        if name.renderings:
            written += self._readings(name)
        if name.context is not None:
            written += self._context(name.context)
        if name.note:
            written += self._note(name.note)
        return written

    def _note(self, text: str) -> str:
        self._kept["names.note"] += 1
        return f"<note>{escape(text)}</note>"

    def _count_lost(self, name: Name) -> None:
        """Count what no public dialect has room for."""
        lost = self._lost
        if name.issuer:
            lost["names.issuer"] += 1
        if name.start:
            lost["names.from"] += 1
        if name.end:
            lost["names.to"] += 1
        if name.pair:
            lost["names.pair"] += 1
        if name.case_sensitive:
            lost["names.case_sensitive"] += 1

    def _count_type(self, type_: NameType, count: int) -> None:
        if type_ is NameType.FORMER and self._has["administrativeStatus"]:
            self._mapped["names.type", N_("former is written as superseded")] += count
        elif type_ in TERM_TYPE_OF and self._has["termType"]:
            self._kept["names.type"] += count
        else:
            self._lost["names.type"] += count

    def _sources(self, sources: tuple[Source, ...], field: str) -> str:
        if self._source_tags is None:
            self._lost[field] += len(sources)
            return ""
        self._cited[field] += len(sources)
        begin, end = self._source_tags
        written = ""
        for source in sources:
            line = footnote(source)
            if "&" in line or "<" in line or ">" in line:
                line = escape(line)
            written += f"{begin}{line}{end}"
        return written

    def _readings(self, name: Name) -> str:
        """The pinyin, where the dialect has readings; the other script is made again by whoever reads it."""
        written = ""
        if not self._has["reading"]:
            for rendering in name.renderings:
                self._leave(rendering)
            return written
        for rendering in name.renderings:
            if (
                name.lang.startswith("zh")
                and is_latin(rendering.text)
                and self._markup.version == 3
                and rendering.lang == "zh-Latn-pinyin"
            ):
                reading = self._markup.category("reading", rendering.text)
                note = self._markup.category("readingNote", "Hanyu Pinyin")
                written += f"<adminGrp>{reading}{note}</adminGrp>"
                self._kept["names.renderings"] += 1
            else:
                self._leave(rendering)
        return written

    def _leave(self, rendering: Rendering) -> None:
        """Count a rendering that has no place."""
        if rendering.generated:
            self._made_again += 1
        else:
            self._lost["names.renderings"] += 1

    def _context(self, context: Context) -> str:
        if not self._has["context"]:
            self._lost["names.context"] += 1
            return ""
        self._kept["names.context"] += 1
        source = self._sources((context.source,), "names.context.source") if context.source else ""
        text = self._markup.category("context", context.text)
        return f"<descripGrp>{text}{source}</descripGrp>"

    # entries ------------------------------------------------------------------------------------------------------

    def _about(self, entry: Entry, review: str, sections: Iterable[str]) -> dict[str, str]:
        """What is said of the concept (under an empty tag) and of the languages it has a section for."""
        del review
        parts: dict[str, str] = {}
        if entry.domains:
            parts[""] = self._lines("domains", self._domain_tags, entry.domains)
        if entry.collections:
            lines = self._lines("collections", self._collection_tags, entry.collections)
            parts[""] = parts.get("", "") + lines
        for field, texts in (
            (("definitions", entry.definitions), ("notes", entry.notes))
            if entry.definitions or entry.notes
            else ()
        ):
            for text in texts:
                where = text.lang if text.lang in sections else ""
                said = "" if where else f" xml:lang={attribute(text.lang)}"
                parts[where] = parts.get(where, "") + self._local_text(field, text, said)
        if entry.relations:
            self._lost["relations"] += len(entry.relations)
        if entry.body:
            self._lost["body"] += 1
        if entry.document:
            self._lost["document"] += 1
        for extra in entry.extra:
            where = extra.lang if extra.lang in sections else ""
            level = LANG if where else CONCEPT
            written = self._extra(extra, level) if where == extra.lang else ""
            if written:
                parts[where] = parts.get(where, "") + written
        return parts

    def _lines(self, field: str, tags: tuple[str, str] | None, lines: tuple[str, ...]) -> str:
        if tags is None:
            self._lost[field] += len(lines)
            return ""
        self._kept[field] += len(lines)
        begin, end = tags
        return "".join([f"{begin}{escape(line)}{end}\n" for line in lines])

    def _tags_of(self, *categories: str) -> tuple[str, str] | None:
        """What stands before and behind a text of the first category the dialect has."""
        known = next((name for name in categories if self._has[name]), None)
        if known is None:
            return None
        begin, _mark, end = self._markup.category(known, "\0").partition("\0")
        return begin, end

    def _local_text(self, field: str, text: LocalText, said: str) -> str:
        if field == "notes":
            self._kept[field] += 1
            if text.sources:
                self._lost["notes.sources"] += len(text.sources)
            return f"<note{said}>{escape(text.text)}</note>\n"
        if not self._has["definition"]:
            self._lost[field] += 1
            return ""
        self._kept[field] += 1
        definition = self._markup.category("definition", text.text, said)
        sources = self._sources(text.sources, "definitions.sources")
        return f"<descripGrp>{definition}{sources}</descripGrp>\n"

    def _term_extras(self, name: Name) -> tuple[str, str]:
        """The notes of a term, its type as its file had it among them, and what stands behind them."""
        raw_type, notes, rest = "", "", ""
        for extra in name.extra:
            if extra.lang:  # no element of a term says of what language it is
                self._lost["names.extra"] += 1
                continue
            if (
                extra.key == "tbx:termNote/termType"
                and extra.text in CATEGORIES["termType"].values
                and read_type(extra.text) is name.type
            ):
                raw_type = extra.text
                continue
            written = self._extra(extra, TERM)
            if extra.key.startswith("tbx:termNote"):
                notes += written
            else:
                rest += written
        over = bool(name.end) and last_day(name.end) < self._day
        return self._tail(name.type, name.usage, over=over, raw_type=raw_type) + notes, rest
