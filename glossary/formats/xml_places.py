"""Where the items of an XML file stand: found over its bytes, since the tree that C builds does not say.

A well-formed file holds ``<`` nowhere but in a tag, a comment, a CDATA section or a processing instruction, so one
pattern that steps over the last three finds every start tag of an item, and nothing else.
"""

from __future__ import annotations

import re
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Window", "XmlItem"]

_SKIPPED = rb"!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
_ENDINGS = (b" ", b">", b"\n", b"\t", b"\r", b"/")
_ENDS = {b"<!--": b"-->", b"<![C": b"]]>"}


@dataclass(frozen=True, slots=True)
class XmlItem:
    """One item of a file.

    Attributes:
        element: Its tree; gone when the next item is asked for.
        line: The line it begins at, from 1.
        column: The column it begins at, from 1.
        window: The bytes it stands in.
        start: Where in them.
    """

    element: Element
    line: int
    column: int
    window: bytes
    start: int

    def place_of(self, part: Element) -> tuple[int, int]:
        """Return the line and column at which a part of the item begins; the item is read again for it.

        Args:
            part: An element of the item's tree.
        """
        for at, element in enumerate(self.element.iter()):
            if element is part:
                return self._place_of_tag(at)
        return self.line, self.column

    def _place_of_tag(self, wanted: int) -> tuple[int, int]:
        parser = expat.ParserCreate("utf-8")
        seen = -1
        found: tuple[int, int] | None = None

        def start(_name: str, _attributes: object) -> None:
            nonlocal seen, found
            seen += 1
            if seen == wanted:
                found = parser.CurrentLineNumber, parser.CurrentColumnNumber

        parser.StartElementHandler = start
        with suppress(expat.ExpatError):  # where the item ends and the next begins
            parser.Parse(self.window[self.start :], False)
        if found is None:
            return self.line, self.column
        line, column = found
        return self.line + line - 1, column + (1 if line > 1 else self.column)


class Window:
    """The bytes of a file from the first item that is not done yet, and the places of the items in them.

    Args:
        names: Names of the elements that are items, as they are written.

    >>> window = Window(("tu",))
    >>> window.add(b"<body>\\n<!-- <tu> --><tu/><tu a='1'>")
    >>> window.scan(rest=True)
    >>> [window.take()[:2], window.take()[:2]]
    [((2, 14), b"<body>\\n<!-- <tu> --><tu/><tu a='1'>"), ((2, 19), b"<body>\\n<!-- <tu> --><tu/><tu a='1'>")]
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        starts = b"|".join(re.escape(name).encode() for name in names)
        self._pattern = re.compile(
            rb"<(?:(?:" + starts + rb")(?=[\s/>])|" + _SKIPPED + rb")", re.DOTALL
        )
        self._places: deque[tuple[int, tuple[int, int]]] = deque()
        self._data = b""
        self._more: list[bytes] = []  # what came since
        self._more_length = 0
        self._tag = b""  # that of the first item; all have the same in nearly every file
        self._base = 0  # where in the file the window begins
        self._scanned = 0  # where in the file the search goes on
        self._counted = 0  # up to where in the file lines are counted
        self._place = (1, 1)  # what that place is

    @property
    def length(self) -> int:
        """How many bytes are held."""
        return len(self._data) + self._more_length

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the last item that was found."""
        return self._place

    def add(self, data: bytes) -> None:
        """Hold more bytes, and let go of those before the first item that is not done."""
        self._more.append(data)
        self._more_length += len(data)
        if self._more_length * 4 >= len(
            self._data
        ):  # a long item is not copied for each piece of it
            self._join()

    def _join(self) -> None:
        data = b"".join(self._more)
        self._more.clear()
        self._more_length = 0
        if self._places:
            keep = self._places[0][0]
        else:
            keep = self._scanned
            self._count(keep)
        if keep > self._base:
            self._data = self._data[keep - self._base :] + data
            self._base = keep
        else:
            self._data += data
        self.scan()

    def scan(self, *, rest: bool = False) -> None:
        """Look for items in what was not searched yet; a tag that may go on is left unless it is the ``rest``."""
        if rest and self._more:
            self._join()
        data, base = self._data, self._base
        limit = len(data) if rest else data.rfind(b"<")
        position = self._scanned - base
        if limit <= position:
            return
        if self._tag and b"<!" not in data and b"<?" not in data:
            self._scan_tags(position, limit)
            return
        for found in self._pattern.finditer(data, position, limit):
            token = found[0]
            if token.startswith((b"<!", b"<?")):
                if not token.endswith(_ENDS.get(token[:4], b"?>")):
                    self._scanned = found.start() + base
                    return
            else:
                self._count(found.start() + base)
                self._places.append((found.start() + base, self._place))
                self._tag = self._tag or token
        self._scanned = limit + base

    def _scan_tags(self, position: int, limit: int) -> None:
        """Look for the tag that the first item had, in bytes that hold nothing but tags and text."""
        data, base, tag = self._data, self._base, self._tag
        while (position := data.find(tag, position, limit)) >= 0:
            if data[position + len(tag) : position + len(tag) + 1] in _ENDINGS:
                self._count(position + base)
                self._places.append((position + base, self._place))
            position += len(tag)
        self._scanned = limit + base

    def take(self) -> tuple[tuple[int, int], bytes, int]:
        """Return line and column of the next item, the bytes held, and where in them it begins."""
        if self._more:
            self._join()
        if not self._places:  # a tag so long that its end is not there yet
            return self._place, b"", 0
        offset, place = self._places.popleft()
        return place, self._data, offset - self._base

    def _count(self, offset: int) -> None:
        """Move the place forward over the bytes up to an offset."""
        part = self._data[self._counted - self._base : offset - self._base]
        lines = part.count(b"\n")
        line, column = self._place
        if lines:
            line, column = line + lines, 1
            part = part[part.rfind(b"\n") + 1 :]
        column += len(part) if part.isascii() else len(part.decode("utf-8", "replace"))
        self._place, self._counted = (line, column), offset
