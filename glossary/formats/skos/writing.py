"""Concepts as Turtle, as JSON-LD and as RDF/XML, one after another, as they come."""

from __future__ import annotations

import json
import re

from glossary.formats.skos.concepts import ENTRY_PREFIX, SCHEME, Address, Description, describe
from glossary.formats.skos.graphs import NAMESPACES, RDF, Literal
from glossary.formats.xml_output import attribute, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.skos.concepts import Statement
    from glossary.model.entries import Entry

__all__ = ["iter_jsonld", "iter_rdfxml", "iter_turtle"]

_SPECIAL = re.compile(r'["\\\n\r\t]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TITLE = "Zhengming"


def iter_turtle(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a Turtle file in pieces.

    >>> print("".join(iter_turtle([])).splitlines()[0])
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    """
    for prefix, namespace in NAMESPACES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    yield f"\n<{SCHEME}> a skos:ConceptScheme ;\n    dct:title {_quoted(_TITLE)} .\n"
    for entry in entries:
        statements = [f"{_verb(verb)} {_object(value, 1)}" for verb, value in describe(entry)]
        yield f"\n<{ENTRY_PREFIX}{entry.id}> " + " ;\n    ".join(statements) + " .\n"


def _verb(predicate: str) -> str:
    return "a" if predicate == "rdf:type" else predicate


def _object(value: Literal | Address | Description, depth: int) -> str:
    if isinstance(value, Literal):
        return _quoted(value.text) + (f"@{value.lang}" if value.lang else "")
    if isinstance(value, Address):
        return value.iri if value.iri.partition(":")[0] in NAMESPACES else f"<{value.iri}>"
    inner = " ;\n".join(
        f"{'    ' * (depth + 1)}{_verb(verb)} {_object(part, depth + 1)}"
        for verb, part in value.statements
    )
    return f"[\n{inner}\n{'    ' * depth}]"


def _quoted(text: str) -> str:
    return '"' + _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text) + '"'


def iter_jsonld(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a JSON-LD file in pieces; its context stands in it.

    >>> json.loads("".join(iter_jsonld([])))["@graph"][0]["@type"]
    'skos:ConceptScheme'
    """
    context = {**NAMESPACES, "rdf": RDF}
    yield f'{{\n"@context": {_json(context)},\n"@graph": [\n'
    yield _json({"@id": SCHEME, "@type": "skos:ConceptScheme", "dct:title": _TITLE})
    for entry in entries:
        node: dict[str, object] = {"@id": ENTRY_PREFIX + entry.id, **_members(describe(entry))}
        yield ",\n" + _json(node)
    yield "\n]\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _members(statements: Iterable[Statement]) -> dict[str, object]:
    members: dict[str, object] = {}
    for predicate, value in statements:
        key = "@type" if predicate == "rdf:type" else predicate
        made = _member(value, of_type=key == "@type")
        if key in members:
            there = members[key]
            members[key] = [*there, made] if isinstance(there, list) else [there, made]
        else:
            members[key] = made
    return members


def _member(value: Literal | Address | Description, *, of_type: bool) -> object:
    if isinstance(value, Literal):
        return {"@value": value.text, "@language": value.lang} if value.lang else value.text
    if isinstance(value, Address):
        return value.iri if of_type else {"@id": value.iri}
    return _members(value.statements)


def iter_rdfxml(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a file in RDF/XML in pieces.

    >>> print("".join(iter_rdfxml([])).splitlines()[-2])
      <skos:ConceptScheme rdf:about="urn:x-zhengming:glossary"><dct:title>Zhengming</dct:title></skos:ConceptScheme>
    """
    names = {"rdf": RDF, **NAMESPACES}
    declared = "".join(f"\n  xmlns:{prefix}={attribute(name)}" for prefix, name in names.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    title = f"<dct:title>{escape(_TITLE)}</dct:title>"
    yield f"  <skos:ConceptScheme rdf:about={attribute(SCHEME)}>{title}</skos:ConceptScheme>\n"
    for entry in entries:
        yield "  " + _element(describe(entry), ENTRY_PREFIX + entry.id, 1) + "\n"
    yield "</rdf:RDF>\n"


def _element(statements: Iterable[Statement], about: str, depth: int) -> str:
    """A node as an element of its type, or as a description where it has none."""
    tag, inner = "rdf:Description", []
    indent = "  " * (depth + 1)
    for predicate, value in statements:
        if predicate == "rdf:type" and isinstance(value, Address) and tag == "rdf:Description":
            tag = value.iri
        else:
            inner.append(f"\n{indent}{_property(predicate, value, depth + 1)}")
    address = f" rdf:about={attribute(about)}" if about else ""
    return f"<{tag}{address}>{''.join(inner)}\n{'  ' * depth}</{tag}>"


def _property(predicate: str, value: Literal | Address | Description, depth: int) -> str:
    if isinstance(value, Address):
        prefix, _colon, name = value.iri.partition(":")
        iri = NAMESPACES[prefix] + name if prefix in NAMESPACES else value.iri
        return f"<{predicate} rdf:resource={attribute(iri)}/>"
    if isinstance(value, Literal):
        lang = f" xml:lang={attribute(value.lang)}" if value.lang else ""
        return f"<{predicate}{lang}>{escape(value.text)}</{predicate}>"
    indent = "  " * depth
    node = _element(value.statements, "", depth + 1)
    return f"<{predicate}>\n{indent}  {node}\n{indent}</{predicate}>"
