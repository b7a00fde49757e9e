"""An entry as a concept of SKOS: what is said of it, as predicates and values, for either way of writing it down.

    preferred           prefLabel, one a language           forbidden         hiddenLabel
    other names         altLabel                            definition        definition
    part-of             broader                             note              note
    see-also            related                             domain            dct:subject
    successor-of        dct:replaces                        document number   notation
    other relations     of our own vocabulary (zm:)         kind, collection  of our own vocabulary

A name of which more is known than its text is a label of SKOS-XL, too, with its type, usage, evidence, issuer, dates, note
and sources. No text is two kinds of label of one concept (SKOS, S13): the stronger one is kept.

Source: SKOS Reference and SKOS-XL (W3C Recommendation of 18 August 2009).
"""

from __future__ import annotations

from typing import NamedTuple

from glossary.formats.skos.graphs import Literal
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.relations import RelationType
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.model.sources import Source

    Statement = tuple[str, "Literal | Address | Description"]

__all__ = [
    "ENTRY_PREFIX",
    "RELATIONS",
    "SCHEME",
    "Address",
    "Description",
    "describe",
    "label_facts",
]

ENTRY_PREFIX = "urn:x-zhengming:entry:"
"""What the address of an entry begins with; its id follows."""
SCHEME = "urn:x-zhengming:glossary"
"""The address of the scheme all entries are in."""
RELATIONS = {
    RelationType.PART_OF: "skos:broader",
    RelationType.SEE_ALSO: "skos:related",
    RelationType.SUCCESSOR_OF: "dct:replaces",
}
"""Relations that another vocabulary has a word for."""
_KINDS = ("prefLabel", "altLabel", "hiddenLabel")
_SOURCE = (
    ("dct:title", "title"),
    ("zm:locator", "locator"),
    ("dct:publisher", "publisher"),
    ("dct:issued", "published"),
    ("zm:seen", "seen"),
    ("dct:license", "licence"),
)


class Address(NamedTuple):
    """A node by its address."""

    iri: str


class Description(NamedTuple):
    """A node without an address, and what is said of it."""

    statements: tuple[Statement, ...]


def describe(entry: Entry) -> Iterator[Statement]:
    """Yield what is said of an entry, in the order it is written.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "term", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]})
    >>> [predicate for predicate, _value in describe(entry)]
    ['rdf:type', 'skos:inScheme', 'zm:kind', 'skos:prefLabel']
    """
    yield "rdf:type", Address("skos:Concept")
    yield "skos:inScheme", Address(SCHEME)
    yield "zm:kind", Literal(entry.kind.value)
    kinds = _label_kinds(entry)
    written: set[tuple[str, str]] = set()
    for name in sorted(entry.names, key=lambda each: _KINDS.index(kinds[id(each)])):
        if (name.text, name.lang) not in written:
            written.add((name.text, name.lang))
            yield f"skos:{kinds[id(name)]}", Literal(name.text, name.lang)
    spelt: set[str] = set()
    for name in entry.names:
        pinyin = name.rendering(PINYIN)
        if pinyin and name.usage is not Usage.FORBIDDEN and pinyin.text not in spelt:
            spelt.add(pinyin.text)
            yield "skos:altLabel", Literal(pinyin.text, PINYIN)
    for name in entry.names:
        facts = tuple(label_facts(name))
        if facts:
            form: Statement = ("skosxl:literalForm", Literal(name.text, name.lang))
            label = Description((("rdf:type", Address("skosxl:Label")), form, *facts))
            yield f"skosxl:{kinds[id(name)]}", label
    yield from _rest(entry)


def _rest(entry: Entry) -> Iterator[Statement]:
    for text in entry.definitions:
        yield "skos:definition", Literal(text.text, text.lang)
    for text in entry.notes:
        yield "skos:note", Literal(text.text, text.lang)
    for domain in entry.domains:
        yield "dct:subject", Literal(domain)
    for collection in entry.collections:
        yield "zm:collection", Literal(collection)
    for relation in entry.relations:
        predicate = RELATIONS.get(relation.type, f"zm:{relation.type.value}")
        yield predicate, Address(ENTRY_PREFIX + relation.target)
    if entry.document is not None and entry.document.number:
        yield "skos:notation", Literal(entry.document.number)


def _label_kinds(entry: Entry) -> dict[int, str]:
    """For each name, what label it is: one preferred a language, and no text two kinds of label."""
    kinds: dict[int, str] = {}
    led: dict[str, str] = {}
    order = sorted(
        entry.names, key=lambda name: (name.usage is not Usage.PREFERRED, bool(name.end))
    )
    for name in order:
        if name.usage is Usage.PREFERRED and name.lang not in led:
            led[name.lang] = name.text
    for name in entry.names:  # a language without a preferred name is led by its first full one
        plain = name.type is NameType.FULL and name.usage is Usage.ADMITTED
        if plain and name.lang not in led:
            led[name.lang] = name.text
    shown: dict[tuple[str, str], str] = {}
    for name in entry.names:
        kind = (
            "prefLabel" if led.get(name.lang) == name.text
            else "hiddenLabel" if name.usage is Usage.FORBIDDEN
            else "altLabel"
        )  # fmt: skip
        key = (name.text, name.lang)
        shown[key] = min(shown.get(key, kind), kind, key=_KINDS.index)
    for name in entry.names:
        kinds[id(name)] = shown[name.text, name.lang]
    return kinds


def label_facts(name: Name) -> Iterator[Statement]:
    """Yield what a label of SKOS-XL says of a name; nothing where its text is all there is to say."""
    if name.type is not NameType.FULL:
        yield "zm:type", Literal(name.type.value)
    if name.usage in (Usage.DEPRECATED, Usage.FORBIDDEN):
        yield "zm:usage", Literal(name.usage.value)
    if name.evidence is not Evidence.UNSOURCED:
        yield "zm:evidence", Literal(name.evidence.value)
    for key, value in (
        ("issuer", name.issuer),
        ("from", name.start),
        ("to", name.end),
        ("note", name.note),
    ):
        if value:
            yield f"zm:{key}", Literal(value)
    for source in name.sources:
        yield "dct:source", Description(tuple(_source(source)))


def _source(source: Source) -> Iterator[Statement]:
    for predicate, field in _SOURCE:
        if getattr(source, field):
            yield predicate, Literal(getattr(source, field))
