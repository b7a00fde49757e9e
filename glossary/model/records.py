"""Entries as plain mappings: the shape of JSON Lines, of YAML and of what the store keeps.

Only what differs from the default is written, keys in the order of the classes. ``to_record`` and
``from_record`` are inverse. A record is untrusted: every rule of the model is checked on the way in, unknown
keys are refused with the nearest known one.

    {"id": …, "kind": "body", "names": [{"text": …, "lang": "en", "evidence": "official", "sources": […]}], …}
"""

from __future__ import annotations

import functools

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.entries import BodyFacts, DocumentFacts, Entry, LocalText
from glossary.model.fields import KEYS, check_keys, checked_fields, mapping_of
from glossary.model.names import Context, Extra, Name, NameType, Rendering, Usage
from glossary.model.relations import Relation
from glossary.model.sources import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, TypeVar

    from glossary.model.patterns import PatternFacts

    Record = dict[str, Any]
    Item = TypeVar("Item")

__all__ = [
    "from_record",
    "name_from_record",
    "relation_from_record",
    "source_from_record",
    "to_record",
]


def from_record(record: Mapping[str, Any]) -> Entry:
    """Return the entry a mapping describes.

    Args:
        record: As in the module's docstring.
    Raises:
        InvalidError: A key is unknown or missing, or a value breaks a rule; ``field`` is its path,
            such as ``names[2].from``.

    >>> from_record({"id": "a", "kind": "term", "nmaes": []})
    Traceback (most recent call last):
    glossary.model.fields.UnknownFieldError: unknown field 'nmaes' in an entry. Did you mean 'names'?
    """
    check_keys(record, "entry")
    if "id" not in record or "kind" not in record:
        missing = "id" if "id" not in record else "kind"
        raise InvalidError(
            _("an entry has no {missing}").format(missing=missing),
            field=missing,
            fix=_("Write it."),
        )
    body, document, pattern = (record.get(key) for key in ("body", "document", "pattern"))
    return Entry(
        id=record["id"],
        kind=record["kind"],
        names=_many(record, "names", name_from_record),
        relations=_many(record, "relations", relation_from_record),
        definitions=_many(record, "definitions", _text),
        notes=_many(record, "notes", _text),
        domains=_strings(record, "domains"),
        collections=_strings(record, "collections"),
        body=None
        if body is None
        else _within("body", lambda: BodyFacts(**checked_fields(body, "body"))),
        document=(
            None
            if document is None
            else _within("document", lambda: DocumentFacts(**checked_fields(document, "document")))
        ),
        extra=_many(record, "extra", _extra),
        pattern=None if pattern is None else _within("pattern", lambda: _pattern(pattern)),
    )


def _pattern(record: object) -> PatternFacts:
    from glossary.model.patterns import PatternFacts

    values = checked_fields(record, "pattern", required=("makes",))
    for key in ("slots", "features"):
        if key in values:
            values[key] = _strings(values, key)
    return PatternFacts(**values)


def name_from_record(record: Mapping[str, Any]) -> Name:
    """Return the name a mapping describes.

    Raises:
        InvalidError: As ``from_record``.

    >>> name_from_record({"text": "MOST", "lang": "en", "type": "acronym", "evidence": "unsourced"}).type.value
    'acronym'
    """
    values = _span_keys(checked_fields(record, "name", required=("text", "lang", "evidence")))
    if "sources" in values:
        values["sources"] = _many(record, "sources", source_from_record)
    if values.get("context") is not None:
        values["context"] = _within("context", lambda: _context(record["context"]))
    if "renderings" in values:
        values["renderings"] = _within("renderings", lambda: _renderings(record["renderings"]))
    if "extra" in values:
        values["extra"] = _many(record, "extra", _extra)
    return Name(**values)


def relation_from_record(record: Mapping[str, Any]) -> Relation:
    """Return the relation a mapping describes.

    Raises:
        InvalidError: As ``from_record``.

    >>> relation_from_record({"type": "part-of", "target": "state-council", "from": "1998"}).start
    '1998'
    """
    values = _span_keys(checked_fields(record, "relation", required=("type", "target")))
    if "sources" in values:
        values["sources"] = _many(record, "sources", source_from_record)
    return Relation(**values)


def source_from_record(record: Mapping[str, Any]) -> Source:
    """Return the source a mapping describes.

    Raises:
        InvalidError: As ``from_record``.

    >>> source_from_record({"title": "Organic Law", "seen": "2026-11-20"}).seen
    '2026-11-20'
    """
    return Source(**checked_fields(record, "source", required=("title", "seen")))


def _text(record: Mapping[str, Any]) -> LocalText:
    values = checked_fields(record, "text", required=("lang", "text"))
    if "sources" in values:
        values["sources"] = _many(record, "sources", source_from_record)
    return LocalText(**values)


def _extra(record: Mapping[str, Any]) -> Extra:
    return Extra(**checked_fields(record, "extra", required=("key", "text")))


def _context(record: Mapping[str, Any]) -> Context:
    values = checked_fields(record, "context", required=("text",))
    if values.get("source") is not None:
        values["source"] = source_from_record(values["source"])
    return Context(**values)


def _renderings(record: Mapping[str, Any]) -> tuple[Rendering, ...]:
    """A plain text is a correction by a person; a generated one is a mapping that says so."""
    found = []
    for lang, value in mapping_of(record, "renderings").items():
        if isinstance(value, str):
            found.append(Rendering(lang=lang, text=value, generated=False))
        else:
            values = checked_fields(value, "rendering", required=("text",))
            found.append(
                Rendering(
                    lang=lang, text=values["text"], generated=bool(values.get("generated", True))
                )
            )
    return tuple(found)


def _span_keys(values: Record) -> Record:
    for outside, inside in (("from", "start"), ("to", "end")):
        if outside in values:
            values[inside] = values.pop(outside)
    return values


def _within(field: str, build: Callable[[], Item]) -> Item:
    """Put the path of the field before what an inner error names."""
    try:
        return build()
    except InvalidError as error:
        dot = "" if not error.field or error.field.startswith("[") else "."
        error.field = f"{field}{dot}{error.field}" if error.field != field else field
        raise


def _many(record: Mapping[str, Any], key: str, read: Callable[[Any], Item]) -> tuple[Item, ...]:
    items = record.get(key, [])
    if not isinstance(items, (list, tuple)):
        raise InvalidError(
            _("{key} is not a list").format(key=key), field=key, fix=_("Begin each with '- '.")
        )
    return tuple(
        _within(f"{key}[{at}]", functools.partial(read, item)) for at, item in enumerate(items)
    )


def _strings(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    items = record.get(key, [])
    if not isinstance(items, (list, tuple)):
        raise InvalidError(
            _("{key} is not a list").format(key=key), field=key, fix=_("Write [one, two].")
        )
    return tuple(items)


def to_record(entry: Entry) -> Record:
    """Return an entry as a mapping, defaults left out.

    >>> record = {"id": "a", "kind": "term", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]}
    >>> to_record(from_record(record)) == record
    True
    """
    record: Record = {
        "id": entry.id,
        "kind": entry.kind.value,
        "names": [_name(name) for name in entry.names],
    }
    if entry.relations:
        record["relations"] = [_relation(relation) for relation in entry.relations]
    for key, texts in (("definitions", entry.definitions), ("notes", entry.notes)):
        if texts:
            record[key] = [_plain(text, "text") for text in texts]
    for key, strings in (("domains", entry.domains), ("collections", entry.collections)):
        if strings:
            record[key] = list(strings)
    if entry.body is not None:
        record["body"] = _plain(entry.body, "body")
    if entry.document is not None:
        record["document"] = _plain(entry.document, "document")
    if entry.extra:
        record["extra"] = [_plain(extra, "extra") for extra in entry.extra]
    if entry.pattern is not None:
        record["pattern"] = _plain(entry.pattern, "pattern")
    return record


def _name(name: Name) -> Record:
    record: Record = {"text": name.text, "lang": name.lang}
    if name.type is not NameType.FULL:
        record["type"] = name.type.value
    if name.usage is not Usage.ADMITTED:
        record["usage"] = name.usage.value
    record["evidence"] = name.evidence.value
    if name.issuer:
        record["issuer"] = name.issuer
    if name.sources:
        record["sources"] = source_records(name.sources)
    for key, text in (
        ("from", name.start),
        ("to", name.end),
        ("pair", name.pair),
        ("note", name.note),
    ):
        if text:
            record[key] = text
    if name.case_sensitive:
        record["case_sensitive"] = name.case_sensitive
    if name.extra:
        record["extra"] = [_plain(extra, "extra") for extra in name.extra]
    if name.context is not None:
        record["context"] = {"text": name.context.text}
        if name.context.source is not None:
            record["context"]["source"] = _plain(name.context.source, "source")
    if name.renderings:
        record["renderings"] = {
            item.lang: {"text": item.text, "generated": True} if item.generated else item.text
            for item in name.renderings
        }
    return record


def _relation(relation: Relation) -> Record:
    return _plain(relation, "relation")


_ATTRIBUTES = {"from": "start", "to": "end"}


def _plain(item: object, shape: str) -> Record:
    """Read off the keys of a shape that hold text, a member of an enumeration, true, or sources."""
    record: Record = {}
    for key in KEYS[shape]:
        value = getattr(item, _ATTRIBUTES.get(key, key))
        if key == "sources":
            value = [_plain(source, "source") for source in value]
        elif key == "extra":
            value = [_plain(extra, "extra") for extra in value]
        elif hasattr(value, "value"):
            value = value.value
        elif type(value) is tuple and key in ("slots", "features"):
            value = list(value)
        if value and key not in ("context", "renderings"):
            record[key] = value
    return record


def source_records(sources: Iterable[Source]) -> list[Record]:
    """Return sources as mappings, in order.

    >>> source_records([Source(title="A", seen="2026-11-20")])
    [{'title': 'A', 'seen': '2026-11-20'}]
    """
    return [_plain(source, "source") for source in sources]
