"""TBX-Zhengming in: each concept as a record with everything the model holds, then checked like any record."""

from __future__ import annotations

from functools import lru_cache

from glossary.errors import InvalidError
from glossary.formats.items import Item, parse_entry, parse_review
from glossary.formats.ledgers import Fate
from glossary.formats.tbx.categories import CATEGORIES
from glossary.formats.tbx.fragments import as_dca, extra_key, extra_text
from glossary.formats.tbx.words import STATUS_OF_USAGE, TERM_TYPE_OF
from glossary.formats.texts import clean_prose
from glossary.formats.xml_input import XML_LANG, local_name
from glossary.i18n import _
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input, Read
    from glossary.formats.items import IdPlaces
    from glossary.formats.xml_places import XmlItem

    Record = dict[str, Any]

__all__ = ["PrivateReader"]

_TYPES = {word: type_.value for type_, word in TERM_TYPE_OF.items()}
_USAGES = {word: usage.value for usage, word in reversed(STATUS_OF_USAGE.items())}
_BODY = frozenset(("level", "place", "founded", "dissolved"))
_DOCUMENT = {
    f"document{key.capitalize()}": key for key in ("issuer", "number", "date", "status", "type")
}
_NAME = {
    "evidence": "evidence",
    "issuer": "issuer",
    "validFrom": "from",
    "validTo": "to",
    "pair": "pair",
}
_PATTERN = {"patternMakes": "makes", "patternJurisdiction": "jurisdiction"}
_PATTERN_LISTS = {"patternSlot": "slots", "patternFeature": "features"}
_RELATION = {"target": "target", "start": "from", "end": "to", "instrument": "instrument"}


class PrivateReader:
    """Reads the concepts of one file of our own dialect.

    Args:
        file: The file.
        language: The language of what says none.
        ids: The ids that were met.
    """

    def __init__(self, file: Input, language: str, ids: IdPlaces) -> None:
        self._file = file
        self._language = language
        self._ids = ids
        self._entries = self._names = 0

    def read(self, item: XmlItem) -> Sequence[Read]:
        """Return the item of one concept, or its problems."""
        path, line = self._file.path, item.line
        try:
            record = _concept(item.element, self._language)
            review = parse_review(record.pop("review", None))
        except InvalidError as error:
            error.at(path, line, item.column)
            return (error,)
        entry, problems = parse_entry(record)
        if entry is not None:
            taken = self._ids.claim(entry.id, path, line)
            problems = [taken] if taken else []
        for problem in problems:
            problem.at(path, line, item.column)
        if entry is None or problems:
            return problems
        self._names += len(entry.names)
        self._entries += 1
        return (Item(entry, review, line, item.column),)

    def close(self) -> None:
        """Tell the ledger that all was kept."""
        self._file.ledger.add("id", Fate.KEPT, count=self._entries)
        self._file.ledger.add("names", Fate.KEPT, count=self._names)


def _name_of(element: Element) -> str:
    """The category of an element in either style; its local name where it is of none."""
    local, is_category = _local(element.tag)
    return local if is_category else element.get("type", local)


@lru_cache(maxsize=1000)
def _local(tag: str) -> tuple[str, bool]:
    """A tag without its namespace, and whether it is a category in DCT style."""
    local = local_name(tag)
    return local, local in CATEGORIES


def _text(element: Element) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _concept(element: Element, language: str) -> Record:
    record: Record = {"id": element.get("id", "").removeprefix("_"), "kind": ""}
    names: list[tuple[int, Record]] = []
    for child in element:
        name = _name_of(child)
        if name == "langSec":
            lang = child.get(XML_LANG, "")
            for part in child:
                if local_name(part.tag) == "termSec":
                    names.append(_term(part, lang, len(names)))
                else:
                    _put(record, "extra", {**_extra(part), "lang": lang})
        else:
            _about(record, child, name, language)
    names.sort(key=lambda pair: pair[0])
    record["names"] = [name for _position, name in names]
    if not record["kind"]:
        raise InvalidError(
            _("the concept does not say its kind"),
            field="kind",
            fix=_('Write <admin type="kind">body</admin>, or another kind.'),
        )
    return record


def _put(record: Record, key: str, value: object) -> None:
    record.setdefault(key, []).append(value)


def _about(record: Record, element: Element, name: str, language: str) -> None:
    text = _text(element)
    if name in ("kind", "review"):
        record[name] = text
    elif name == "factsOf" and text in ("body", "document"):
        record.setdefault(text, {})
    elif name in _BODY:
        record.setdefault("body", {})[name] = text
    elif name in _DOCUMENT:
        record.setdefault("document", {})[_DOCUMENT[name]] = text
    elif name in _PATTERN:
        record.setdefault("pattern", {})[_PATTERN[name]] = text
    elif name in _PATTERN_LISTS:
        _put(record.setdefault("pattern", {}), _PATTERN_LISTS[name], text)
    elif name == "subjectField":
        _put(record, "domains", text)
    elif name in ("projectSubset", "customerSubset"):
        _put(record, "collections", text)
    elif name == "note":
        _put(record, "notes", {"lang": element.get(XML_LANG, language), "text": text})
    elif name == "descripGrp" and len(element):
        _described(record, element, language)
    else:
        _put(record, "extra", _extra(element))


def _described(record: Record, group: Element, language: str) -> None:
    first = group[0]
    name, text, lang = _name_of(first), _text(first), first.get(XML_LANG, language)
    if name in ("definition", "remark"):
        said: Record = {"lang": lang, "text": text}
        _with_sources(said, group)
        _put(record, "definitions" if name == "definition" else "notes", said)
    elif name == "relation":
        relation: Record = {"type": text}
        for part in group[1:]:
            key = _name_of(part)
            if key in _RELATION:
                relation[_RELATION[key]] = _text(part)
            elif key == "note":
                relation["note"] = _text(part)
        _with_sources(relation, group)
        _put(record, "relations", relation)
    else:
        _put(record, "extra", _extra(group))


def _with_sources(record: Record, group: Element) -> None:
    sources = [_source(part) for part in group[1:] if local_name(part.tag) == "adminGrp"]
    if sources:
        record["sources"] = sources


def _source(group: Element) -> Record:
    source = {"title": _text(group[0])} if len(group) else {}
    source.update((_name_of(part), _text(part)) for part in group[1:])
    return source


def _extra(element: Element) -> Record:
    """An extra: one we wrote as such, or what another program put into the file."""
    if local_name(element.tag) == "descripGrp" and len(element) and _name_of(element[0]) == "extra":
        extra = {"text": _text(element[0])}
        if element[0].get(XML_LANG):
            extra["lang"] = element[0].get(XML_LANG, "")
        for part in element[1:]:
            if _name_of(part) == "extraKey":
                extra["key"] = _text(part)
        return extra
    plain = as_dca(element)
    return {"key": extra_key(plain), "text": clean_prose(extra_text(plain))}


def _term(element: Element, lang: str, position: int) -> tuple[int, Record]:
    record: Record = {"text": "", "lang": lang}
    for child in element:
        name, text = _name_of(child), _text(child)
        if name == "term":
            record["text"] = text
        elif name == "termType" and text in _TYPES:
            record["type"] = _TYPES[text]
        elif name == "administrativeStatus" and text in _USAGES:
            record.setdefault("usage", _USAGES[text])
        elif name == "nameType":
            record["type"] = text
        elif name == "usage":
            record["usage"] = text
        elif name in _NAME:
            record[_NAME[name]] = text
        elif name == "caseSensitive":
            record["case_sensitive"] = text == "true"
        elif name == "position" and text.isdecimal() and len(text) < 8:
            position = int(text)
        elif name == "note":
            record["note"] = text
        elif (
            name == "adminGrp"
            and len(child)
            and _name_of(child[0]) in ("source", "reading", "rendering")
        ):
            _administered(record, child)
        elif name == "descripGrp" and len(child) and _name_of(child[0]) == "context":
            record["context"] = {"text": _text(child[0])}
            if len(child) > 1:
                record["context"]["source"] = _source(child[1])
        else:
            _put(record, "extra", _extra(child))
    return position, record


def _administered(record: Record, group: Element) -> None:
    first = group[0]
    if _name_of(first) == "source":
        _put(record, "sources", _source(group))
        return
    lang = PINYIN if _name_of(first) == "reading" else first.get(XML_LANG, "")
    generated = any(_name_of(part) == "generated" for part in group[1:])
    text = _text(first)
    record.setdefault("renderings", {})[lang] = (
        {"text": text, "generated": True} if generated else text
    )
