"""JSON-LD in: a file with its own context; one that names a context elsewhere is refused, since nothing is fetched.

    @context      prefixes, terms (a text or an object with @id, @type, @language), @vocab, @base, @language; lists of those
    nodes         @graph, nested objects, @id, @type, @value with @language, language maps, @list, @set

Source: JSON-LD 1.1 (W3C Recommendation of 16 July 2020), as far as files of SKOS use it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from glossary.errors import InputError
from glossary.formats.skos.graphs import RDF_TYPE, Graph, Literal, resolved
from glossary.formats.skos.json_nodes import JsonParts
from glossary.i18n import _

__all__ = ["parse_jsonld"]

_DEPTH = 64
_ID = re.compile(r'"@?id"\s*:\s*"([^"\\]*)"')
"""What a broken node is about."""


def parse_jsonld(text: str, path: str) -> Graph:
    """Return the statements of a JSON-LD file.

    Args:
        text: The file.
        path: Its name, for the messages.
    Raises:
        InputError: It is not JSON, or asks for a context that is elsewhere. Where only some node is broken, that is put with the
            faults of the graph, and the others are read.

    >>> graph = parse_jsonld('{"@context": {"s": "http://x/"}, "@id": "s:a", "s:b": {"@value": "A", "@language": "en"}}', "x")
    >>> graph.texts("http://x/a", "http://x/b")
    [Literal(text='A', lang='en')]
    """
    reader = _Reader(path)
    parts = JsonParts(text, path)
    try:
        reader.read(parts)
    except RecursionError:
        raise InputError(_("the JSON nests too deep"), path=path) from None
    reader.graph.faults += parts.faults
    reader.graph.check()
    return reader.graph


class _Context:
    """What the keys and addresses of a part of a file mean."""

    def __init__(self) -> None:
        self.terms: dict[str, dict[str, Any]] = {}
        self.vocab = ""
        self.base = ""
        self.language = ""

    def extended(self, given: object, path: str) -> _Context:
        """Return the context with what an ``@context`` adds to it."""
        made = _Context()
        made.terms, made.vocab = dict(self.terms), self.vocab
        made.base, made.language = self.base, self.language
        for part in given if isinstance(given, list) else [given]:
            if isinstance(part, str):
                raise InputError(
                    _("the context stands elsewhere: {address}").format(address=part[:200]),
                    path=path,
                    why=_("nothing is fetched"),
                    fix=_("Write the context into the file, or give the file as Turtle."),
                )
            if isinstance(part, dict):
                made._take(part)
        return made

    def _take(self, part: dict[str, Any]) -> None:
        for key, value in part.items():
            if key in ("@vocab", "@base", "@language"):
                setattr(self, key[1:], value if isinstance(value, str) else "")
            elif isinstance(value, str):
                self.terms[key] = {"@id": value}
            elif isinstance(value, dict):
                self.terms[key] = value

    def address(self, name: str, *, of_key: bool = False, depth: int = 0) -> str:
        """Return the whole address a name stands for; empty where a key stands for none."""
        if name.startswith("_:") or depth > 10:
            return name
        if of_key and name in self.terms:
            known = self.terms[name].get("@id")
            if isinstance(known, str) and known != name:
                return self.address(known, of_key=True, depth=depth + 1)
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and prefix in self.terms:
            known = self.terms[prefix].get("@id")
            if isinstance(known, str):
                return self.address(known, of_key=True, depth=depth + 1) + local
        if colon or name.startswith("@"):
            return name
        if not of_key:
            return resolved(self.base, name)
        return self.vocab + name if self.vocab else ""


class _Reader:
    """Reads one file into a graph."""

    def __init__(self, path: str) -> None:
        self.graph = Graph()
        self._path = path
        self._line = 1

    def read(self, parts: JsonParts) -> None:
        """Read a file: a node, a list of them, or an object with a context and a graph, whichever of the two comes first."""
        if parts.begins_with("[", parts.start):
            self._nodes(parts, parts.start, _Context())
        elif parts.begins_with("{", parts.start):
            rest: dict[str, Any] = {}
            lists: list[int] = []
            for key, at in parts.members(parts.start):
                if key == "@graph" and parts.begins_with("[", at):
                    lists.append(at)
                else:
                    rest[key] = parts.part(at)[0].value
            self.top(rest, _Context())
            context = _Context().extended(rest.get("@context", []), self._path)
            for at in lists:
                self._nodes(parts, at, context)
        else:
            self.top(parts.part(parts.start)[0].value, _Context())
        parts.check_end()

    def _nodes(self, parts: JsonParts, at: int, context: _Context) -> None:
        for part in parts.elements(at):
            self._line = part.line
            if not part.text:
                self.top(part.value, context)
            elif found := _ID.search(part.text):
                self.graph.broken.add(context.address(found[1]))

    def top(self, data: object, context: _Context) -> None:
        """Read what stands outermost: a node, a list of them, or a graph."""
        for part in data if isinstance(data, list) else [data]:
            if not isinstance(part, dict):
                raise InputError(_("this is JSON, but no JSON-LD"), path=self._path)
            inner = (
                context.extended(part["@context"], self._path) if "@context" in part else context
            )
            if "@graph" in part:
                self.top(part["@graph"], inner)
            if set(part) - {"@context", "@graph", "@id"}:
                self._node(part, inner, 0)

    def _node(self, node: dict[str, Any], context: _Context, depth: int) -> str:
        if depth > _DEPTH:
            raise InputError(_("the JSON nests too deep"), path=self._path)
        if "@context" in node:
            context = context.extended(node["@context"], self._path)
        id_key = next((key for key in node if context.address(key, of_key=True) == "@id"), "@id")
        given = node.get(id_key)
        subject = context.address(given) if isinstance(given, str) else self.graph.blank()
        for key, value in node.items():
            predicate = context.address(key, of_key=True)
            if predicate == "@type":
                for kind in value if isinstance(value, list) else [value]:
                    if isinstance(kind, str):
                        self.graph.add(
                            subject, RDF_TYPE, context.address(kind, of_key=True), self._line
                        )
            elif ":" in predicate and key != id_key:
                for made in self._values(value, context, context.terms.get(key, {}), depth):
                    self.graph.add(subject, predicate, made, self._line)
        return subject

    def _values(
        self, value: object, context: _Context, term: dict[str, Any], depth: int
    ) -> list[Literal | str]:
        if isinstance(value, list):
            return [made for part in value for made in self._values(part, context, term, depth)]
        if isinstance(value, dict):
            return self._of_object(value, context, term, depth)
        if value is None:
            return []
        if isinstance(value, bool):
            return [Literal("true" if value else "false")]
        if not isinstance(value, str):
            return [Literal(str(value))]
        if term.get("@type") in ("@id", "@vocab"):
            return [context.address(value, of_key=term["@type"] == "@vocab") or value]
        return [Literal(value, str(term.get("@language", context.language) or ""))]

    def _of_object(
        self, value: dict[str, Any], context: _Context, term: dict[str, Any], depth: int
    ) -> list[Literal | str]:
        for key in ("@list", "@set"):
            if key in value:
                return self._values(value[key], context, term, depth)
        if "@value" in value:
            text, lang = value["@value"], value.get("@language", "")
            shown = text if isinstance(text, str) else json.dumps(text)
            return [Literal(shown, lang if isinstance(lang, str) else "")]
        container = term.get("@container")
        if container == "@language" or (isinstance(container, list) and "@language" in container):
            return [
                Literal(text, "" if lang == "@none" else lang)
                for lang, texts in value.items()
                for text in (texts if isinstance(texts, list) else [texts])
                if isinstance(text, str)
            ]
        return [self._node(value, context, depth + 1)]
