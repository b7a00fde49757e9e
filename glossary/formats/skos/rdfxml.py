"""RDF/XML in: the whole grammar, in one pass of expat; nothing is fetched.

    a document type that names a file       passed over
    entities that stand for plain text      put in, as ontology editors write namespaces with them
    entities in entities, or of files       refused

Source: RDF 1.1 XML Syntax (W3C Recommendation of 25 February 2014), section 7; the limits are ours.
"""

from __future__ import annotations

from xml.parsers import expat

from glossary.formats.skos.graphs import RDF, RDF_TYPE, Graph, Literal, resolved
from glossary.formats.xml_faults import DEPTH_LIMIT, declares_entities, not_well_formed, too_deep
from glossary.formats.xml_input import utf8_chunks
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["parse_rdfxml"]

_XML = "http://www.w3.org/XML/1998/namespace"
_ENTITIES = 100
_ENTITY_LENGTH = 200
_SYNTAX = frozenset(f"{RDF}{name}" for name in ("about", "ID", "nodeID", "resource", "parseType", "datatype", "bagID", "aboutEach"))  # fmt: skip


def parse_rdfxml(stream: BinaryIO, path: str) -> Graph:
    """Return the statements of a file in RDF/XML.

    Args:
        stream: The file, opened for bytes.
        path: Its name, for the messages.
    Raises:
        InputError: It is not well-formed from its beginning on, declares entities that do harm, or nests too deep; with line and
            column. Where it breaks off behind sound statements, that is put with the faults of the graph.

    >>> import io
    >>> graph = parse_rdfxml(io.BytesIO(b'''<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://x/">
    ... <s:C r:about="http://x/a"><s:b xml:lang="en">A</s:b></s:C></r:RDF>'''), "x.rdf")
    >>> graph.texts("http://x/a", "http://x/b"), list(graph.of_type("http://x/C"))
    ([Literal(text='A', lang='en')], ['http://x/a'])
    """
    parser = _Parser(path)
    parser.read(stream)
    return parser.graph


class _Frame:
    """An element that is open.

    Attributes:
        kind: ``root``, ``node``, ``property``, ``list`` or ``literal``, what its children are taken for.
        subject: The node it is about: itself, or that which has the property.
        predicate: The property, where it is one.
        lang: The language in force.
        base: The address that others in it are relative to.
    """

    def __init__(self, kind: str, subject: str = "", predicate: str = "", lang: str = "", base: str = "") -> None:  # fmt: skip
        self.kind = kind
        self.subject = subject
        self.predicate = predicate
        self.lang = lang
        self.base = base
        self.text: list[str] = []
        self.items: list[str] = []
        self.count = 0
        self.has_value = False


class _Parser:
    def __init__(self, path: str) -> None:
        self.graph = Graph()
        self._path = path
        self._frames = [_Frame("root")]
        self._entities = 0
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity

    def read(self, stream: BinaryIO) -> None:
        try:
            for data in utf8_chunks(stream, self._path):
                self._parser.Parse(data, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            fix = _("Mend the file where it says, or export it again from where it came.")
            fault = not_well_formed(error.code, error.lineno, error.offset, self._path, fix)
            fault.why = fault.why or _("what stands behind this was not read")
            self.graph.faults.append(fault)
            self.graph.broken.update(frame.subject for frame in self._frames if frame.subject)
            self.graph.check()

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _entity(self, _name: str, is_parameter: bool, value: str | None, *_rest: object) -> None:
        """Let a plain text through, as in ``<!ENTITY skos "http://…#">``; it cannot grow by more than its own length."""
        self._entities += 1
        plain = (
            value is not None
            and not is_parameter
            and len(value) <= _ENTITY_LENGTH
            and not set("&%<") & set(value)
        )
        if not plain or self._entities > _ENTITIES:
            raise declares_entities(self._path, *self._place())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        above = self._frames[-1]
        if len(self._frames) > DEPTH_LIMIT:
            raise too_deep(self._path, *self._place())
        tag = name.replace(" ", "", 1)
        said = {key.replace(" ", "", 1): value for key, value in attributes.items()}
        lang = said.pop(f"{_XML}lang", above.lang)
        base = said.pop(f"{_XML}base", above.base)
        said = {key: value for key, value in said.items() if not key.startswith(_XML)}
        if above.kind == "literal":
            self._frames.append(_Frame("literal"))
        elif above.kind == "root" and tag == f"{RDF}RDF":
            self._frames.append(_Frame("root", lang=lang, base=base))
        elif above.kind in ("root", "property", "list"):
            self._frames.append(self._node(above, tag, said, lang, base))
        else:
            self._frames.append(self._property(above, tag, said, lang, base))

    def _node(self, above: _Frame, tag: str, said: dict[str, str], lang: str, base: str) -> _Frame:
        subject = self._address(said, base, "about") or self.graph.blank()
        line = self._parser.CurrentLineNumber
        if tag != f"{RDF}Description":
            self.graph.add(subject, RDF_TYPE, tag, line)
        self._attributes(subject, said, lang, base)
        if above.kind == "list":
            above.items.append(subject)
        elif above.kind == "property":
            above.has_value = True
            self.graph.add(above.subject, above.predicate, subject, line)
        return _Frame("node", subject, "", lang, base)

    def _property(
        self, above: _Frame, tag: str, said: dict[str, str], lang: str, base: str
    ) -> _Frame:
        if tag == f"{RDF}li":
            above.count += 1
            tag = f"{RDF}_{above.count}"
        frame = _Frame("property", above.subject, tag, lang, base)
        kind = said.pop(f"{RDF}parseType", "")
        line = self._parser.CurrentLineNumber
        if kind == "Resource":
            node = self.graph.blank()
            self.graph.add(above.subject, tag, node, line)
            return _Frame("node", node, "", lang, base)
        if kind == "Collection":
            frame.kind = "list"
            return frame
        if kind:
            return _Frame("literal", above.subject, tag, lang, base)
        if f"{RDF}datatype" in said:
            frame.lang = ""
        node = self._address(said, base, "resource")
        more = {key for key in said if key not in _SYNTAX}
        if node or more:
            node = node or self.graph.blank()
            self.graph.add(above.subject, tag, node, line)
            self._attributes(node, said, lang, base)
            frame.has_value = True
        return frame

    def _address(self, said: dict[str, str], base: str, key: str) -> str:
        """The node that the attributes name; empty where they name none."""
        if f"{RDF}{key}" in said:
            return resolved(base, said[f"{RDF}{key}"])
        if f"{RDF}nodeID" in said:
            return f"_:n{said[f'{RDF}nodeID']}"
        if key == "about" and f"{RDF}ID" in said:
            return resolved(base, f"#{said[f'{RDF}ID']}")
        return ""

    def _attributes(self, subject: str, said: dict[str, str], lang: str, base: str) -> None:
        """Properties that stand as attributes: texts, but for the type."""
        line = self._parser.CurrentLineNumber
        for key, value in said.items():
            if key == RDF_TYPE:
                self.graph.add(subject, key, resolved(base, value), line)
            elif key not in _SYNTAX and ":" in key:
                self.graph.add(subject, key, Literal(value, lang), line)

    def _characters(self, data: str) -> None:
        frame = self._frames[-1]
        if frame.kind in ("property", "literal"):
            frame.text.append(data)

    def _end(self, _name: str) -> None:
        frame = self._frames.pop()
        line = self._parser.CurrentLineNumber
        text = "".join(frame.text)
        if frame.kind == "literal":
            if frame.predicate:
                self.graph.add(frame.subject, frame.predicate, Literal(text, ""), line)
            elif self._frames[-1].kind == "literal":
                self._frames[-1].text.append(text)
        elif frame.kind == "list":
            self._list(frame, line)
        elif frame.kind == "property" and not frame.has_value:
            self.graph.add(frame.subject, frame.predicate, Literal(text, frame.lang), line)

    def _list(self, frame: _Frame, line: int) -> None:
        """The items of a collection, as a list is said in RDF."""
        rest = f"{RDF}nil"
        for item in reversed(frame.items):
            node = self.graph.blank()
            self.graph.add(node, f"{RDF}first", item, line)
            self.graph.add(node, f"{RDF}rest", rest, line)
            rest = node
        self.graph.add(frame.subject, frame.predicate, rest, line)
