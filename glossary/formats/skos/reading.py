"""Concepts of a thesaurus as items, whichever way it was written down."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.drafts import Drafts
from glossary.formats.ledgers import Fate
from glossary.formats.skos.concepts import ENTRY_PREFIX, RELATIONS
from glossary.formats.skos.graphs import DCT, NAMESPACES, RDF_TYPE, SKOS, SKOSXL, ZM, Literal
from glossary.formats.tbx.words import read_language
from glossary.formats.texts import clean_line, clean_prose
from glossary.i18n import _
from glossary.model.entries import LocalText
from glossary.model.names import Extra, Usage
from glossary.model.relations import Relation, RelationType
from glossary.model.rules import check_id
from glossary.model.sources import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from glossary.formats.interface import Input, Read
    from glossary.formats.items import Item
    from glossary.formats.skos.graphs import Graph
    from glossary.model.names import Name

__all__ = ["read_graph"]

_USAGES = {
    "prefLabel": Usage.PREFERRED,
    "altLabel": Usage.ADMITTED,
    "hiddenLabel": Usage.FORBIDDEN,
}
_FACTS = {"type": "type", "usage": "usage", "evidence": "evidence", "issuer": "issuer", "from": "start", "to": "end", "note": "note"}  # fmt: skip
_SOURCE = {
    f"{DCT}title": "title",
    f"{ZM}locator": "locator",
    f"{DCT}publisher": "publisher",
    f"{DCT}issued": "published",
    f"{ZM}seen": "seen",
    f"{DCT}license": "licence",
}
_NOTES = ("note", "scopeNote", "historyNote", "editorialNote", "changeNote", "example")
_RELATIONS = {
    **{NAMESPACES[p] + n: t for t, (p, _c, n) in ((t, v.partition(":")) for t, v in RELATIONS.items())},
    **{f"{ZM}{kind.value}": kind for kind in RelationType},
    f"{DCT}isReplacedBy": None,
}  # fmt: skip
_KNOWN = frozenset(
    (
        *(f"{SKOS}{name}" for name in (*_USAGES, *_NOTES, "definition", "inScheme", "notation")),
        *(f"{SKOSXL}{name}" for name in _USAGES),
        *(f"{ZM}{name}" for name in ("kind", "collection")),
        *(RDF_TYPE, f"{DCT}subject", *_RELATIONS),
    )
)
_PREFIX = "skos:"


def read_graph(graph: Graph, file: Input) -> Iterator[Read]:
    """Yield an item for each concept, and problems where they stand.

    Args:
        graph: The statements of the file.
        file: The file.
    """
    yield from graph.faults
    reader = _Reader(graph, file)
    count = 0
    for subject in graph.of_type(f"{SKOS}Concept"):
        count += 1
        if subject in graph.broken:
            continue
        try:
            item = reader.concept(subject)
        except InvalidError as error:
            yield error.at(file.path, graph.line(subject))
            continue
        if item is not None:
            yield item
    if not count and not graph.faults:
        yield InvalidError(
            _("the file has no concept"),
            path=file.path,
            fix=_("Give one with resources of the type skos:Concept."),
        )


class _Reader:
    """Reads the concepts of one file."""

    def __init__(self, graph: Graph, file: Input) -> None:
        self._graph = graph
        self._file = file
        self._drafts = Drafts(file)

    def concept(self, subject: str) -> Item | None:
        graph, line = self._graph, self._graph.line(subject)
        names = self._names(subject)
        if not names:
            self._file.warn(InvalidError(_("a concept without a label was passed over")), line)
            return None
        entry_id = self._id(subject)
        fields: dict[str, Any] = {
            "definitions": tuple(self._texts(subject, ("definition",))),
            "notes": tuple(self._texts(subject, _NOTES)),
            "domains": tuple(self._lines(subject, f"{DCT}subject", "domains")),
            "collections": tuple(self._lines(subject, f"{ZM}collection", "collections")),
            "extra": tuple(self._extras(subject)),
        }
        if entry_id:
            fields["relations"] = tuple(self._relations(subject, entry_id))
        kind = next((each.text for each in graph.texts(subject, f"{ZM}kind")), "")
        return self._drafts.item(
            names, line=line, entry_id=entry_id, preferred=False, kind=kind, **fields
        )

    def _id(self, subject: str) -> str:
        if not subject.startswith(ENTRY_PREFIX):
            return ""
        try:
            return check_id(subject.removeprefix(ENTRY_PREFIX))
        except InvalidError:
            return ""

    def _names(self, subject: str) -> list[Name]:
        """Labels, those that carry facts first; a plain one that only repeats such a label says nothing more."""
        names: list[Name] = []
        told: set[tuple[str, str]] = set()
        for kind, usage in _USAGES.items():
            for node in self._graph.nodes(subject, f"{SKOSXL}{kind}"):
                for form in self._graph.texts(node, f"{SKOSXL}literalForm")[:1]:
                    told.add(form)
                    names += self._name(form, usage, self._facts(node))
        for kind, usage in _USAGES.items():
            for form in self._graph.texts(subject, f"{SKOS}{kind}"):
                if form not in told:
                    told.add(form)
                    names += self._name(form, usage, {})
        return self._one_preferred(names)

    def _one_preferred(self, names: list[Name]) -> list[Name]:
        """A file that breaks SKOS (S14) has two; the second is admitted, unless dates tell them apart."""
        from glossary.model.dates import spans_overlap
        from glossary.model.values import replace

        kept: list[Name] = []
        for name in names:
            clash = name.usage is Usage.PREFERRED and any(
                other.usage is Usage.PREFERRED
                and other.lang == name.lang
                and spans_overlap(other.days, name.days)
                for other in kept
            )
            if clash:
                self._file.ledger.add(
                    "names.usage",
                    Fate.MAPPED,
                    _("a second preferred label of a language is admitted"),
                )
            kept.append(replace(name, usage=Usage.ADMITTED) if clash else name)
        return kept

    def _name(self, form: Literal, usage: Usage, facts: dict[str, Any]) -> list[Name]:
        lang = read_language(form.lang) if form.lang else "en"
        text = clean_line(form.text)
        if lang.startswith("zh-Latn"):
            self._file.ledger.add(
                "names.renderings", Fate.DROPPED, _("pinyin: the program makes it again")
            )
            return []
        if not text:
            return []
        self._file.ledger.add("names.text", Fate.KEPT)
        return [self._drafts.name(text, lang, **{"usage": usage, **facts})]

    def _facts(self, node: str) -> dict[str, Any]:
        """What a label of SKOS-XL says of a name."""
        graph = self._graph
        facts: dict[str, Any] = {}
        for name, field in _FACTS.items():
            for value in graph.texts(node, f"{ZM}{name}")[:1]:
                facts[field] = value.text
        sources = []
        for source in graph.nodes(node, f"{DCT}source"):
            said = {
                field: value.text
                for predicate, field in _SOURCE.items()
                for value in graph.texts(source, predicate)[:1]
            }
            if said.get("title"):
                sources.append(Source(**{"seen": self._file.day, **said}))
        if sources:
            facts["sources"] = tuple(sources)
        return facts

    def _texts(self, subject: str, kinds: tuple[str, ...]) -> Iterator[LocalText]:
        for kind in kinds:
            for value in self._graph.texts(subject, f"{SKOS}{kind}"):
                lang = read_language(value.lang) if value.lang else "en"
                text = value.text if subject.startswith(ENTRY_PREFIX) else clean_prose(value.text)
                if text.strip():
                    self._file.ledger.add(f"{kind}s", Fate.KEPT)
                    yield LocalText(lang=lang, text=text)

    def _lines(self, subject: str, predicate: str, field: str) -> Iterator[str]:
        for value in self._graph.texts(subject, predicate):
            text = value.text if self._id(subject) else clean_line(value.text)
            if text.strip():
                self._file.ledger.add(field, Fate.KEPT)
                yield text

    def _relations(self, subject: str, entry_id: str) -> Iterator[Relation]:
        """Relations to entries of ours; those of other thesauri are told as left out."""
        for predicate, kind in _RELATIONS.items():
            for node in self._graph.nodes(subject, predicate):
                target = self._id(node)
                if kind is not None and target and target != entry_id:
                    yield Relation(type=kind, target=target)
                else:
                    self._file.ledger.add("relations", Fate.DROPPED, predicate)

    def _extras(self, subject: str) -> Iterator[Extra]:
        """What is said in predicates we have no word for."""
        for predicate in self._graph.predicates(subject):
            if predicate in _KNOWN:
                continue
            for value in self._graph.values(subject, predicate):
                text = value.text if isinstance(value, Literal) else value
                lang = (
                    read_language(value.lang) if isinstance(value, Literal) and value.lang else ""
                )
                text = clean_prose(text)
                if text and not text.startswith("_:"):
                    key = f"{_PREFIX}{predicate}"[:200]
                    self._file.ledger.add(predicate, Fate.KEPT, _("kept as extra"))
                    yield Extra(key=key, text=text, lang=lang)
                else:
                    self._file.ledger.add(predicate, Fate.DROPPED, _("a node without an address"))
