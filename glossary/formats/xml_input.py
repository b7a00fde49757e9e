"""XML from anyone, read safely and as it comes: the items of a file one after another, each with its place.

    a DTD named in the file                 never fetched, wherever it is said to be
    entities declared in the file           refused before one is expanded: bombs, and files of this machine
    elements nested deeper than 64          refused
    one item, or a header, over 16 MB       refused
    any encoding Python knows               read where the file declares it; UTF-16 by its mark

The tree of an item is built by expat and ElementTree in C, without a call into Python for every tag, which alone would
cost three times the reading.

Source: XML 1.0 (fifth edition), 2.8 and 4.2; the limits are ours.
"""

from __future__ import annotations

import codecs
import re
from xml.etree import ElementTree
from xml.parsers import expat

from glossary.errors import InputError
from glossary.formats.inputs import guess_encoding, text_codec
from glossary.formats.xml_faults import DEPTH_LIMIT, declares_entities, not_well_formed, too_deep
from glossary.formats.xml_places import Window, XmlItem
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

__all__ = [
    "ITEM_LIMIT",
    "XML_LANG",
    "XmlFile",
    "local_name",
    "utf8_chunks",
]

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute ``xml:lang`` as the tree has it."""
ITEM_LIMIT = 16 * 1024 * 1024
"""The longest item, and the longest header before the first one, in bytes."""

_CHUNK = 16384  # what fits a processor's cache is read a sixth faster than what does not
_BATCH = 4 * 1024 * 1024
_STRANGERS_TOLD = 10
_CONTAINER_DEPTH = 3  # tbx > text > body
_ENCODING = re.compile(
    rb"""\A\s*<\?xml[^>]{0,200}?\s(encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["'])"""
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)


def local_name(tag: str) -> str:
    """Return a tag without its namespace.

    >>> local_name("{urn:iso:std:iso:30042:ed-2}term"), local_name("term")
    ('term', 'term')
    """
    return tag.rpartition("}")[2]


class XmlFile:
    """One XML file, read once from its beginning.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
        items: Local names of the elements that are items; none lies within another.
        containers: Local names of the elements that hold them.
    Attributes:
        root_name: Local name of the root.
        root_attributes: Its attributes, names as they are written.
        strangers: Local names of what stood among the items and is none, a few of them.
    Raises:
        InputError: It is not XML, declares entities or is in an encoding that is not known.

    >>> import io
    >>> file = XmlFile(io.BytesIO(b"<tmx version='1.4'><body>\\n<tu/><tu/></body></tmx>"), "a.tmx", ("tu",))
    >>> file.root_name, file.root_attributes, [(item.line, item.column) for item in file.items()]
    ('tmx', {'version': '1.4'}, [(2, 1), (2, 6)])
    """

    def __init__(
        self,
        stream: BinaryIO,
        path: str,
        items: tuple[str, ...],
        containers: tuple[str, ...] = ("body",),
    ) -> None:
        self.root_name = ""
        self.root_attributes: dict[str, str] = {}
        self.strangers: list[str] = []
        self._path = path
        self._root_tag = ""
        self._items = frozenset(items)
        self._holders = frozenset(containers)
        self._builder = ElementTree.TreeBuilder()
        self._parser: ElementTree.XMLParser[Element] = ElementTree.XMLParser(
            target=self._builder, encoding="utf-8"
        )
        self._root: Element | None = None
        self._chunks = utf8_chunks(stream, path)
        self._head = self._pass_gate()
        prefix, colon, _rest = self._root_tag.rpartition(":")
        self._window = Window(tuple(f"{prefix}{colon}{name}" for name in items))

    def items(self) -> Iterator[XmlItem]:
        """Yield the items in the file's order; the tree of each lasts until the next is asked for.

        Raises:
            InputError: The file is not well-formed XML, nests too deep or is too long; with line and column.
        """
        for data in _batches(self._all_chunks(), lambda: self._window.length):
            broken = None
            try:
                self._parser.feed(data)
            except ElementTree.ParseError as error:
                broken = self._broken(error.code, *error.position, data)
            if self._root is None:
                self._root = self._builder.close()  # gives the root; more may follow all the same
            self._window.add(data)
            self._check_depth()
            yield from self._complete()
            if broken is not None:  # what was begun last may not be whole
                raise broken
            self._check_size(self._window.length, self._window.place)
        try:
            root = self._parser.close()
        except ElementTree.ParseError as error:
            raise self._broken(error.code, *error.position) from None
        if self._root is None:  # expat from 2.6 on may put off a long tag until the end
            self._root = root
        self._window.scan(rest=True)
        yield from self._complete(rest=True)

    def head(self) -> Element:
        """Return the root, with what stood before the first item; to be asked once there is one."""
        if self._root is None:
            raise InputError(_("the file is empty"), path=self._path)
        return self._root

    def has_rest(self, name: str) -> bool:
        """Return whether an element of this local name stands outside of the items; at the end of the file."""
        return self._root is not None and any(
            local_name(element.tag) == name for element in self._root.iter()
        )

    def _all_chunks(self) -> Iterator[bytes]:
        while self._head:
            yield self._head.pop(0)
        yield from self._chunks

    def _pass_gate(self) -> list[bytes]:
        """Read up to the root's tag; refuse what a document type may hold that does harm."""
        gate = expat.ParserCreate("utf-8")

        def refuse(*_declaration: object) -> None:
            line, column = gate.CurrentLineNumber, gate.CurrentColumnNumber + 1
            raise declares_entities(self._path, line, column)

        def root(name: str, attributes: dict[str, str]) -> None:
            if not self.root_name:
                self._root_tag, self.root_attributes = name, attributes
                self.root_name = name.rpartition(":")[2]

        gate.EntityDeclHandler = refuse
        gate.StartElementHandler = root
        head: list[bytes] = []
        try:
            for data in _batches(self._chunks, lambda: sum(map(len, head))):
                head.append(data)
                gate.Parse(data, False)
                if self.root_name:
                    return head
                self._check_size(sum(map(len, head)), (1, 1))
            gate.Parse(b"", True)
        except expat.ExpatError as error:
            if self.root_name:  # whoever reads on comes to it, and knows what the file is
                return head
            raise self._broken(error.code, error.lineno, error.offset, data) from None
        return head

    def _complete(self, *, rest: bool = False) -> Iterator[XmlItem]:
        """Yield the items that are read to their end, and let go of them: all but the last one that was begun."""
        containers = self._containers()
        for container in containers:
            last = container is containers[-1] and not rest
            done = container[:-1] if last else container[:]
            for element in done:
                if local_name(element.tag) in self._items:
                    (line, column), data, start = self._window.take()
                    yield XmlItem(element, line, column, data, start)
                elif len(self.strangers) < _STRANGERS_TOLD:
                    self.strangers.append(local_name(element.tag))
            del container[: len(done)]

    def _containers(self) -> list[Element]:
        level = [] if self._root is None else [self._root]
        for _depth in range(_CONTAINER_DEPTH):
            found = [each for each in level if local_name(each.tag) in self._holders]
            if found:
                return found
            level = [child for each in level for child in each]
        return []

    def _check_depth(self) -> None:
        element, depth = self._root, 1
        while element is not None and len(element):
            element, depth = element[-1], depth + 1
            if depth > DEPTH_LIMIT:
                raise too_deep(self._path, *self._window.place)

    def _check_size(self, size: int, place: tuple[int, int]) -> None:
        if size > ITEM_LIMIT:
            line, column = place
            raise InputError(
                _("what begins here is longer than {number} MB").format(
                    number=ITEM_LIMIT // (1024 * 1024)
                ),
                path=self._path,
                line=line,
                column=column,
                fix=_("Split it."),
            )

    def _broken(self, code: int, line: int, column: int, data: bytes = b"") -> InputError:
        fix = _("Mend the file where it says, or export it again from where it came.")
        name = _wrong_encoding(data)
        if name:
            return InputError(
                _("the file is not UTF-8, it looks like {name}").format(name=name),
                path=self._path,
                line=line,
                column=column + 1,
                fix=_('Say so in its first line: <?xml version="1.0" encoding="…"?>'),
            )
        return not_well_formed(code, line, column, self._path, fix)


def _wrong_encoding(data: bytes) -> str:
    """What bytes that should be UTF-8 are instead; empty where they are, or where nobody can tell."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError as error:
        if error.start > 3:  # a chunk may begin in the middle of a character
            return guess_encoding(data)[0]
    return ""


def _batches(chunks: Iterator[bytes], length: Callable[[], int]) -> Iterator[bytes]:
    """Yield chunks, several as one where something is long: a parser goes over an unfinished tag anew with each.

    Args:
        chunks: The chunks.
        length: How long what is being read is so far, in bytes.
    """
    held: list[bytes] = []
    size = 0
    for data in chunks:
        held.append(data)
        size += len(data)
        if size >= min(length() // 2, _BATCH):  # half: what is done with is held for a while too
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def utf8_chunks(stream: BinaryIO, path: str) -> Iterator[bytes]:
    """Yield a file as UTF-8 in pieces, whatever it is in; the declaration of an encoding becomes blanks.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: It is not in the encoding that it declares, or that is not known.

    >>> import io
    >>> b"".join(utf8_chunks(io.BytesIO("<a>甲</a>".encode("utf-16")), "x")).decode()
    '<a>甲</a>'
    """
    first = stream.read(_CHUNK)
    codec = next((name for mark, name in _MARKS if first.startswith(mark)), "")
    declared = _ENCODING.match(first.removeprefix(codecs.BOM_UTF8))
    if not codec and declared:
        codec = _codec(declared[2].decode("ascii"), path)
    if not codec or codec == "utf-8":
        # Legible as bytes, it is not UTF-16, whatever it says: somebody converted it.
        yield first.replace(declared[1], b" " * len(declared[1]), 1) if declared else first
        while data := stream.read(_CHUNK):
            yield data
        return
    decoder = codecs.getincrementaldecoder(codec)()
    line, begun = 1, False
    data = first
    while True:
        try:
            text = decoder.decode(data, not data)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].count(b"\n")
            raise InputError(
                _("the file is not {codec}, as it says").format(codec=codec),
                path=path,
                line=line,
                why=error.reason,
                fix=_("Convert it to UTF-8."),
            ) from None
        line += text.count("\n")
        if not begun and text:
            begun = True
            text = text.removeprefix("\ufeff")
            found = _ENCODING.match(text[:500].encode())
            if found:
                text = text.replace(found[1].decode(), " " * len(found[1]), 1)
        if text:
            yield text.encode("utf-8", "surrogatepass")
        if not data:
            return
        data = stream.read(_CHUNK)


def _codec(declared: str, path: str) -> str:
    """Return Python's name of an encoding that is text."""
    wide = declared.lower().replace("_", "-").startswith(("utf-16", "utf-32"))
    found = "utf-8" if wide else text_codec(declared)  # without a mark it is not as wide as it says
    if not found:
        raise InputError(
            _("the encoding {name!r} is not known").format(name=declared),
            path=path,
            line=1,
            fix=_("Convert the file to UTF-8."),
        )
    return {"gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}.get(found, found)
