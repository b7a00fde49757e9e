"""The concepts of MultiTerm XML as items: what a field means by its name, and where it stands."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.drafts import Drafts, cited
from glossary.formats.ledgers import Fate
from glossary.formats.mtf import EXTRA, ID_FIELD, TAG_FIELD
from glossary.formats.table_headings import find_fact, find_language
from glossary.formats.tbx.words import read_language, read_status, read_type
from glossary.formats.texts import clean_line, clean_prose
from glossary.formats.xml_input import local_name
from glossary.i18n import _
from glossary.language.han import prose_tag
from glossary.model.entries import LocalText
from glossary.model.names import Context, Extra

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input
    from glossary.formats.items import Item
    from glossary.formats.xml_places import XmlItem
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["ConceptReader"]

_LINES = {"issuer": "issuer", "from": "start", "to": "end"}
"""Facts of a name that are one line, and what the model calls them."""
_OURS_ALONE = ("kind", "review", "from", "to", "issuer", "evidence", "pinyin")
"""Facts that mean what we mean by them where we wrote them; elsewhere nobody knows."""


class ConceptReader:
    """Reads the concepts of one file.

    Args:
        file: The file.
    """

    def __init__(self, file: Input) -> None:
        self._file = file
        self._drafts = Drafts(file)
        self._ours = False
        self._place = ""

    def concept(self, item: XmlItem) -> Iterator[Item]:
        """Yield the item of one concept; nothing where it holds no term.

        Raises:
            InvalidError: A field of it breaks a rule.
        """
        ident = self._begin(item.element)
        more: dict[str, Any] = {
            key: [] for key in ("domains", "collections", "definitions", "notes", "extra")
        }
        names: list[Name] = []
        for child in item.element:
            local = local_name(child.tag)
            if local == "descripGrp":
                self._field(child, more, "")
            elif local == "languageGrp":
                names += self._language(child, more, item)
            elif local != "concept":
                self._besides(child, more["extra"])
        if not names:
            self._file.warn(
                InvalidError(_("a concept without a term was passed over")), item.line, item.column
            )
            return
        self._file.ledger.add("names.text", Fate.KEPT, count=len(names))
        kind, review = more.pop("kind", ""), more.pop("review", None)
        yield self._drafts.item(
            names,
            line=item.line,
            column=item.column,
            entry_id=ident,
            review=review,
            preferred=not self._ours,
            kind=kind,
            **{key: tuple(dict.fromkeys(value)) for key, value in more.items()},
        )

    def _begin(self, element: Element) -> str:
        """The id of a concept of ours; which number another one has, for its sources."""
        from glossary.model.rules import check_id

        number = next((each.text for each in element if local_name(each.tag) == "concept"), "")
        self._place = f"concept {clean_line(number or '') or '?'}"
        given = next((text for title, text in map(_written, element) if title == ID_FIELD), "")
        self._ours = bool(given)
        return check_id(given) if given else ""

    def _language(self, group: Element, more: dict[str, Any], item: XmlItem) -> Iterator[Name]:
        """Yield the names of a language."""
        lang = ""
        for child in group:
            local = local_name(child.tag)
            try:
                if local == "language":
                    lang = _lang_of(child)
                elif local == "descripGrp":
                    self._field(child, more, lang)
                elif local == "termGrp":
                    name = self._term(child, more, lang)
                    if name is not None:
                        yield name
                else:
                    self._besides(child, more["extra"])
            except InvalidError as error:
                raise error.at(self._file.path, *item.place_of(child)) from None

    def _term(self, group: Element, more: dict[str, Any], lang: str) -> Name | None:
        """A term with its fields; nothing where it is empty."""
        text, given = "", {"sources": [], "extra": [], "notes": []}  # type: tuple[str, dict[str, Any]]
        for child in group:
            local = local_name(child.tag)
            if local == "term":
                text = clean_line("".join(child.itertext()))
            elif local == "descripGrp":
                lang = self._field_of_name(child, given, more, lang)
            else:
                self._besides(child, given["extra"])
        if not text:
            return None
        rendered = given.pop("rendered", {})
        notes = "\n".join(given.pop("notes"))
        given.update(sources=tuple(given["sources"]), extra=tuple(given["extra"]))
        name = self._drafts.name(text, lang, note=notes, **given)
        if rendered and name.is_chinese:
            from glossary.formats.table_names import with_renderings

            name = with_renderings(name, rendered)
        return name

    def _field_of_name(
        self, group: Element, given: dict[str, Any], more: dict[str, Any], lang: str
    ) -> str:
        """Take a field of a term; return its language, which may be what the field tells."""
        from glossary.model.tags import PINYIN

        title, text = self._told(group)
        fact = self._fact(title)
        if not text:
            return lang
        if self._ours and title == TAG_FIELD:
            return text
        if fact == "usage":
            self._status(title, text, given)
        elif fact == "type" and read_type(text) is not None:
            given["type"] = read_type(text)
        elif fact == "source":
            given["sources"].append(cited(text, self._file, self._place))
            self._file.ledger.add("names.sources", Fate.MAPPED, _("as cited by the file"))
        elif fact == "context" and "context" not in given:
            sources = self._sources(group)
            given["context"] = Context(text=text, source=sources[0] if sources else None)
        elif fact == "note":
            given["notes"].append(text)
        elif fact in _LINES:
            given[_LINES[fact]] = text
        elif fact == "evidence":
            given["evidence"] = text
        elif fact == "pinyin":
            given["rendered"] = {PINYIN: text}
        elif fact in ("definition", "domain", "collection"):
            self._field(group, more, lang)
        else:
            self._keep(title, text, given["extra"])
        return lang

    def _status(self, title: str, text: str, given: dict[str, Any]) -> None:
        found = read_status(text)
        if found is None:
            self._keep(title, text, given["extra"])
            return
        given["usage"] = found[0]
        if found[1] is not None:
            given.setdefault("type", found[1])

    def _field(self, group: Element, more: dict[str, Any], lang: str) -> None:
        """Take a field of a concept or of a language."""
        title, text = self._told(group)
        fact = self._fact(title)
        if not text or (self._ours and title == ID_FIELD):
            return
        if fact in ("kind", "review"):
            more[fact] = text
        elif fact in ("domain", "collection"):
            more[f"{fact}s"].append(text if self._ours else clean_line(text))
            self._file.ledger.add(f"{fact}s", Fate.KEPT)
        elif fact in ("definition", "note"):
            tag = lang or prose_tag(text)
            found = LocalText(lang=tag, text=text, sources=self._sources(group))
            more[f"{fact}s"].append(found)
            self._file.ledger.add(f"{fact}s", Fate.KEPT)
        else:
            self._keep(title, text, more["extra"])
            for inner in group:
                if local_name(inner.tag) == "descripGrp":
                    self._field(inner, more, lang)

    def _told(self, group: Element) -> tuple[str, str]:
        """The name of a field and what it says, put right where another program wrote it."""
        title, text = _written(group)
        return title, text if self._ours else clean_prose(text)

    def _fact(self, title: str) -> str:
        fact = find_fact(title)
        return "" if fact in _OURS_ALONE and not self._ours else fact

    def _sources(self, group: Element) -> tuple[Source, ...]:
        """The sources that stand at a field."""
        told = [self._told(each) for each in group if local_name(each.tag) == "descripGrp"]
        lines = [text for title, text in told if text and self._fact(title) == "source"]
        if len(lines) < len(told):
            why = _("a field of a field: only its sources are taken")
            self._file.ledger.add("descrip", Fate.DROPPED, why, len(told) - len(lines))
        return tuple(cited(line, self._file, self._place) for line in lines)

    def _keep(self, title: str, text: str, extra: list[Extra]) -> None:
        key = f"{EXTRA}descrip/{clean_line(title)}"[:200].strip()
        extra.append(Extra(key=key, text=text))
        self._file.ledger.add(f"descrip {title}"[:200], Fate.KEPT, _("kept as extra"))

    def _besides(self, element: Element, extra: list[Extra]) -> None:
        """What is no field: who changed something and when, and marks of the program."""
        local = local_name(element.tag)
        text = clean_line("".join(element.itertext()))
        if local == "system" and text:
            key = f"{EXTRA}system/{clean_line(element.get('type', ''))}"[:200]
            extra.append(Extra(key=key, text=text))
            self._file.ledger.add("system", Fate.KEPT, _("kept as extra"))
        else:
            why = _("who changed it and when is told by events of ours")
            self._file.ledger.add(local, Fate.DROPPED, why)


def _written(group: Element) -> tuple[str, str]:
    """The name of a field and what it says; empty texts where an element is no field."""
    if local_name(group.tag) == "descripGrp":
        for child in group:
            if local_name(child.tag) == "descrip":
                return clean_line(child.get("type", "")), "".join(child.itertext())
    return "", ""


def _lang_of(element: Element) -> str:
    """The language of an index: by its locale, else by its name.

    Raises:
        InvalidError: Neither tells one.
    """
    locale = element.get("lang") or element.get("locale") or ""
    title = element.get("type") or element.get("name") or ""
    try:
        return read_language(locale)
    except InvalidError:
        found = find_language(title)
        if not found:
            raise
        return found
