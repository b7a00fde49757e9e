"""One concept of a TBX file becomes an item; whatever its version and dialect."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.drafts import told_tag
from glossary.formats.items import Item
from glossary.formats.ledgers import Fate
from glossary.formats.tbx.categories import CATEGORIES
from glossary.formats.tbx.parts import (
    CATEGORY,
    GROUP,
    LANG,
    NOTE,
    OTHER,
    PLACEHOLDERS,
    TERM,
    TEXT,
    TYPED,
    WRAPPER,
    Concept,
    PartReader,
)
from glossary.formats.tbx.terms import Term, checked_terms
from glossary.formats.tbx.words import (
    PLAIN_STATUSES,
    PLAIN_TYPES,
    STATUS_CATEGORIES,
    is_latin,
    read_status,
    read_type,
)
from glossary.formats.xml_input import XML_LANG
from glossary.i18n import _
from glossary.model.entries import LocalText, checked_entry
from glossary.model.names import Context, NameType, Rendering, Usage
from glossary.model.rules import check_id, check_line
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Read
    from glossary.formats.xml_places import XmlItem
    from glossary.model.sources import Source

__all__ = ["ConceptReader"]

_DOMAIN_LIMIT = 200
_LINES_KEPT = 1000


class ConceptReader(PartReader):
    """Reads the concepts of one file as items."""

    def read(self, item: XmlItem) -> Sequence[Read]:
        """Return the item of one concept, or its problems; nothing where it holds no term."""
        self._item = item
        self._count += 1
        self._concept = concept = Concept()
        for child in item.element:
            role, name = self._role(child)
            if role == LANG:
                self._section(child, concept)
            elif role == TERM:  # a term outside of any language
                self._wrong(concept, child, _("a term stands outside of a language"))
            else:
                self._about(child, role, name, concept, "")
        if concept.problems:
            return concept.problems
        if not concept.terms:
            self._file.warn(
                InvalidError(_("a concept without a term was passed over")), item.line, item.column
            )
            return ()
        return (self._made(item, concept),)

    def close(self) -> None:
        """Tell the ledger what was counted."""
        for field, count in self._kept.items():
            self._file.ledger.add(field, Fate.KEPT, count=count)

    def _section(self, element: Element, concept: Concept) -> None:
        tag = element.get(XML_LANG) or element.get("lang") or ""
        lang = self._languages.get(tag)
        if lang is None:
            try:
                lang = self._language_of(tag)
            except InvalidError as error:
                if any(map(str.strip, element.itertext())):
                    self._wrong(concept, element, error)
                else:
                    self._without_term(element)
                return
        first, roles = len(concept.terms), self._roles
        for child in element:
            role, name = roles.get(child.tag) or self._role(child)
            if role == TERM:
                self._term(child, lang, concept)
            else:
                if role == TYPED:
                    name = child.get("type", "")
                self._about(child, role, name, concept, lang)
        if len(concept.terms) == first and not len(element):
            self._without_term(element)

    def _without_term(self, element: Element) -> None:
        self._file.warn(
            InvalidError(_("a language without a term was passed over")), *self._place(element)
        )

    def _term(self, element: Element, lang: str, concept: Concept) -> None:
        term: Term | None = None
        roles, kept = self._roles, self._kept
        for child in element:
            role, name = roles.get(child.tag) or self._role(child)
            if role == TYPED:
                name = child.get("type", "")
            if role == TEXT:
                if term is not None and term.element is child:
                    continue
                if term is not None:
                    self._file.warn(
                        InvalidError(_("a second term stands beside the first; both were read")),
                        *self._place(child),
                    )
                    concept.terms.append(term)
                text = self._text(child)
                term = Term(self._line(text) if text else "", lang, child)
            elif (  # the two that nearly every term has, in the words of the standard
                name == "administrativeStatus"
                and term is not None
                and term.usage is None
                and (usage := PLAIN_STATUSES.get(child.text or "")) is not None
            ):
                term.usage = usage
                kept["names.usage"] += 1
            elif (
                name == "termType"
                and term is not None
                and term.type is None
                and (type_ := PLAIN_TYPES.get(child.text or "")) is not None
            ):
                term.type = type_
                kept["names.type"] += 1
            elif name == "source" and term is not None and role in (TYPED, CATEGORY):
                source = self._source(child)
                if source is not None:
                    term.sources += (source,)
            elif role == WRAPPER:
                term = self._wrapped(child, lang, term)
            elif term is None:
                self._file.warn(
                    InvalidError(_("the term does not stand first; it was read all the same")),
                    *self._place(child),
                )
                term = self._late(element, lang)
                if term is None:
                    break
                self._of_term(child, role, name, term)
            else:
                self._of_term(child, role, name, term)
        if term is None or not term.text:
            self._file.warn(
                InvalidError(_("a term without text was passed over")), *self._place(element)
            )
            return
        concept.terms.append(term)

    def _wrapped(self, element: Element, lang: str, term: Term | None) -> Term | None:
        """Read ``termGrp`` of version 2: the term, and what belongs to it alone."""
        for child in element:
            role, name = self._role(child)
            if role == TEXT and term is None:
                term = Term(self._line(self._text(child)), lang, child)
            elif term is not None:
                self._of_term(child, role, name, term)
        return term

    def _late(self, element: Element, lang: str) -> Term | None:
        for child in element:
            if self._role(child)[0] == TEXT:
                return Term(self._line(self._text(child)), lang, child)
        return None

    def _of_term(self, element: Element, role: int, name: str, term: Term) -> None:
        """Read one thing said of a term."""
        if role == GROUP and len(element):
            first = element[0]
            inner, inner_name = self._role(first)
            if inner_name == "context" and term.context is None:
                sources = self._group_sources(element)
                term.context = Context(
                    text=self._prose(self._text(first)), source=sources[0] if sources else None
                )
                self._kept["names.context"] += 1
                return
            if inner_name == "reading" and self._reading(first, term):
                return
            if inner_name == "definition":
                sources = self._group_sources(element)
                self._local_text(first, inner_name, self._concept, term.lang, sources)
                return
            if len(element) == 1 or inner_name == "source":
                self._of_term(first, inner, inner_name, term)
                return
        if name in STATUS_CATEGORIES and role in (TYPED, CATEGORY):
            self._status(element, name, term)
        elif name == "termType" and role != GROUP:
            self._type(element, term)
        elif role == NOTE:
            note = self._prose(self._text(element))
            term.note = f"{term.note}\n{note}" if term.note and note else term.note or note
            self._kept["names.note"] += 1
        elif name == "source" and role != GROUP:
            source = self._source(element)
            if source:
                term.sources = (*term.sources, source)
        elif name == "context" and term.context is None and role != GROUP:
            term.context = Context(text=self._prose(self._text(element)))
            self._kept["names.context"] += 1
        elif name == "definition" and role != GROUP:
            self._local_text(element, name, self._concept, term.lang, ())
        elif name == "reading" and self._reading(element, term):
            return
        else:
            self._extra(element, term, "")

    def _status(self, element: Element, name: str, term: Term) -> None:
        word = (element.text or "").strip()
        found = read_status(word)
        if found is None or term.usage is not None:
            self._extra(element, term, "")
            return
        term.usage, type_ = found
        if type_ is NameType.FORMER and self._ours:
            term.usage = Usage.ADMITTED  # of ours it says no more than that the name is former
        if type_ is not None and term.type is None:
            term.type = type_
        plain = name == "administrativeStatus" and word in CATEGORIES[name].values
        if not plain:
            self._extra(element, term, "", Fate.MAPPED, term.usage.value)
        else:
            self._kept["names.usage"] += 1

    def _type(self, element: Element, term: Term) -> None:
        word = (element.text or "").strip()
        found = read_type(word)
        if found is not None and term.type is None:
            term.type = found
        if found is None or word not in ("fullForm", "shortForm", "acronym", "variant"):
            self._extra(element, term, "", Fate.MAPPED, found.value if found else "")
        else:
            self._kept["names.type"] += 1

    def _reading(self, element: Element, term: Term) -> bool:
        """Take the reading of a Chinese term for its pinyin; say whether it was one."""
        text = self._line(self._text(element))
        if not term.lang.startswith("zh") or not is_latin(text):
            return False
        term.renderings = (Rendering(lang=PINYIN, text=text, generated=False),)
        self._kept["names.renderings"] += 1
        return True

    def _about(self, element: Element, role: int, name: str, concept: Concept, lang: str) -> None:
        """Read one thing said of the concept, or of all its terms in a language."""
        sources: tuple[Source, ...] = ()
        if role == GROUP and len(element):
            inner, inner_name = self._role(element[0])
            if inner_name == "definition" or len(element) == 1:
                sources = self._group_sources(element)
                element, role, name = element[0], inner, inner_name
        if role in (GROUP, OTHER) or name in ("", "source"):
            self._extra(element, concept, lang)
            return
        if role == NOTE or name == "definition":
            self._local_text(element, name, concept, lang, sources)
        elif name == "subjectField" and not lang:
            self._add_line(element, "domains", concept)
        elif name in ("projectSubset", "customerSubset") and not lang:
            self._add_line(element, "collections", concept)
        else:
            self._extra(element, concept, lang)

    def _local_text(
        self,
        element: Element,
        name: str,
        concept: Concept,
        lang: str,
        sources: tuple[Source, ...],
    ) -> None:
        text = self._prose(self._text(element))
        field = "definitions" if name == "definition" else "notes"
        if not text or (text in PLACEHOLDERS and not self._ours):
            self._file.ledger.add(field, Fate.DROPPED, _("empty, or a dash"))
            return
        own = element.get(XML_LANG)
        try:
            tag = self._language_of(own) if own else lang or self._default
            made = LocalText(lang=told_tag(tag, text), text=text, sources=sources)
        except InvalidError as error:
            self._wrong(concept, element, error)
            return
        there = getattr(concept, field)
        if made not in there:
            setattr(concept, field, (*there, made))
        self._kept[field] += 1

    def _add_line(self, element: Element, field: str, concept: Concept) -> None:
        raw = self._text(element)
        text = self._lines.get(raw, "")
        if not text:
            text = self._line(raw)
            if not text:
                return
            try:
                check_line(text, field, limit=_DOMAIN_LIMIT)
            except InvalidError as error:
                self._wrong(concept, element, error)
                return
            if len(self._lines) < _LINES_KEPT:
                self._lines[raw] = text
        there = getattr(concept, field)
        if text not in there:
            setattr(concept, field, (*there, text))
        self._kept[field] += 1

    def _made(self, item: XmlItem, concept: Concept) -> Item:
        names = checked_terms(concept.terms, self._evidence, self._file.ledger, self._place)
        entry_id, keeps = self._entry_id(item)
        entry = checked_entry(
            entry_id,
            self._kind,
            names,
            concept.definitions,
            concept.notes,
            concept.domains,
            concept.collections + self._collections,
            concept.extra,
        )
        self._kept["names.text"] += len(names)
        return Item(entry, None, item.line, item.column, False, keeps, self._says_kind)

    def _entry_id(self, item: XmlItem) -> tuple[str, bool]:
        """The concept's id where it is ours; else one that is only to last until the entry has its own."""
        given = item.element.get("id", "")
        if self._ours and given:
            try:
                return check_id(given.removeprefix("_")), True
            except InvalidError:
                pass  # changed by another program; the names tell
        return f"concept-{self._count}", False
