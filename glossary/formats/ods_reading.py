"""The rows of a sheet of OpenDocument (ODS, FODS), read as they stand in the package: nothing is unpacked whole, nothing is run.

    bombs, damage                           refused (``packages``)
    entities                                refused
    formulas                                the value they had when the file was saved
    numbers                                 as the file shows them; dates as 2021-01-01
    cells merged with those below           filled down
    remarks on cells, readings of ruby      left out
    hidden sheets                           passed over, unless they are asked for
    rows and cells that only repeat         as often as they hold something, a thousand times at most

Source: OpenDocument 1.3 part 3, 9.1 (tables), 6.1 (text), 19.385 (values).
"""

from __future__ import annotations

from xml.parsers import expat

from glossary.errors import InputError
from glossary.formats.packages import Package
from glossary.formats.sheets import choose_sheet
from glossary.formats.xml_faults import DEPTH_LIMIT, declares_entities, not_well_formed, too_deep
from glossary.formats.xml_input import utf8_chunks
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from glossary.formats.interface import Input

    Row = tuple[int, list[str]]

__all__ = ["OdsRows"]

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_OASIS}{name}:1.0 " for name in ("table", "office", "text", "style"))  # fmt: skip
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_COLUMN_LIMIT = 16_384
_REPEAT_LIMIT = 1_000
_LEFT_OUT = (f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TEXT}note", f"{_TABLE}shapes")
_CHUNK = 1 << 16


class OdsRows:
    """The rows of one sheet, each with its number.

    Args:
        file: The file, with ``sheet`` among its options.
    Raises:
        InputError: It is no such file, has no such sheet, or is a bomb.
    """

    def __init__(self, file: Input) -> None:
        self._file = file
        head = file.stream.read(4)
        file.stream.seek(0)
        self._package = Package(file.stream, file.path) if head == b"PK\x03\x04" else None

    def _content(self) -> BinaryIO:
        if self._package is not None:
            return self._package.open("content.xml")
        self._file.stream.seek(0)
        return self._file.stream

    def __iter__(self) -> Iterator[Row]:
        path = self._file.path + ("!content.xml" if self._package is not None else "")
        names = _Names(path)
        for _row in names.read(self._content()):
            pass
        if not names.names:
            raise InputError(
                _("the workbook is damaged"), path=self._file.path, why=_("it has no sheet")
            )
        shown = [at for at, name in enumerate(names.names) if name not in names.hidden]
        at = choose_sheet(
            self._file, names.names, shown, lambda at: _Sheet(path, at).read(self._content())
        )
        yield from _Sheet(path, at).read(self._content())


class _Reader:
    """One pass over the content; a subclass takes in what it is for."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._depth = 0
        self._rows: list[Row] = []
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.EntityDeclHandler = self._refuse

    def read(self, stream: BinaryIO) -> Iterator[Row]:
        try:
            for data in utf8_chunks(stream, self._path):
                self._parser.Parse(data, False)
                yield from self._rows
                self._rows.clear()
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise not_well_formed(
                error.code, error.lineno, error.offset, self._path, _("Save it again.")
            ) from None
        yield from self._rows

    def _refuse(self, *_declaration: object) -> None:
        raise declares_entities(self._path, *self._place())

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise too_deep(self._path, *self._place())
        self.start(name, attributes)

    def _finish(self, name: str) -> None:
        self._depth -= 1
        self.end(name)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        """Take in the end of an element."""


class _Names(_Reader):
    """The names of the sheets, and which are hidden."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.names: list[str] = []
        self.hidden: set[str] = set()
        self._style = ""
        self._unshown: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties":
            if attributes.get(f"{_TABLE}display") == "false":
                self._unshown.add(self._style)
        elif name == f"{_TABLE}table" and self._depth <= 4:
            title = attributes.get(f"{_TABLE}name", "")
            self.names.append(title)
            if attributes.get(f"{_TABLE}style-name") in self._unshown:
                self.hidden.add(title)


class _Sheet(_Reader):
    """The rows of one sheet."""

    def __init__(self, path: str, wanted: int) -> None:
        super().__init__(path)
        self._parser.CharacterDataHandler = self._characters
        self._wanted = wanted
        self._at = -1
        self._inside = False
        self._number = 0
        self._repeat = 1
        self._cells: list[str] = []
        self._blank = 0
        self._span: dict[int, tuple[int, str]] = {}
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._paragraphs = 0
        self._left_out = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE}table" and self._depth <= 4:
            self._at += 1
            self._inside = self._at == self._wanted
        elif not self._inside:
            return
        elif self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name == f"{_TABLE}table-row":
            self._repeat = _count(attributes.get(f"{_TABLE}number-rows-repeated", ""))
            self._cells, self._blank = [], 0
        elif name in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            self._cell, self._text, self._paragraphs = attributes, [], 0
        elif name == f"{_TEXT}p":
            if self._paragraphs:
                self._text.append("\n")
            self._paragraphs += 1
        elif name == f"{_TEXT}s":
            self._text.append(" " * min(_count(attributes.get(f"{_TEXT}c", "")), _REPEAT_LIMIT))
        elif name in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._text.append("\t" if name.endswith("tab") else "\n")

    def _characters(self, data: str) -> None:
        if self._cell is not None and self._paragraphs and not self._left_out:
            self._text.append(data)

    def end(self, name: str) -> None:
        if not self._inside:
            return
        if self._left_out:
            self._left_out -= 1
        elif name == f"{_TABLE}table" and self._depth < 4:
            self._inside = False
        elif name in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            self._take_cell()
        elif name == f"{_TABLE}table-row":
            self._take_row()

    def _take_cell(self) -> None:
        cell, self._cell = self._cell or {}, None
        text = _value(cell, "".join(self._text))
        times = _count(cell.get(f"{_TABLE}number-columns-repeated", ""))
        if not text:
            self._blank += times
            return
        if len(self._cells) + self._blank + times > _COLUMN_LIMIT:
            times = 1
        if len(self._cells) + self._blank >= _COLUMN_LIMIT:
            raise InputError(
                _("the workbook is damaged"),
                path=self._path,
                line=self._number + 1,
                why=_("a cell lies outside the sheet"),
            )
        self._cells.extend([""] * self._blank)
        self._blank = 0
        rows = _count(cell.get(f"{_TABLE}number-rows-spanned", ""))
        if rows > 1:
            self._span[len(self._cells)] = (self._number + rows, text)
        self._cells.extend([text] * min(times, _REPEAT_LIMIT))

    def _take_row(self) -> None:
        number = self._number + 1
        held = bool(self._cells)
        for column, (last, text) in list(self._span.items()):
            if number > last:
                del self._span[column]
            elif held:
                self._cells.extend([""] * (column + 1 - len(self._cells)))
                self._cells[column] = self._cells[column] or text
        if held:
            for at in range(min(self._repeat, _REPEAT_LIMIT)):
                self._rows.append((number + at, list(self._cells)))
        self._number += self._repeat


def _count(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1


def _value(cell: dict[str, str], text: str) -> str:
    """What a cell shows; dates as they are meant, whatever the country."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    if cell.get(f"{_CALC}value-type") == "error":
        return ""  # what a formula failed to give is no name
    if kind == "date":
        date = cell.get(f"{_OFFICE}date-value", "")
        return date.replace("T00:00:00", "").replace("T", " ") or text
    if kind == "boolean":
        return "TRUE" if cell.get(f"{_OFFICE}boolean-value") == "true" else "FALSE"
    return text or cell.get(f"{_OFFICE}string-value", "") or cell.get(f"{_OFFICE}value", "")
