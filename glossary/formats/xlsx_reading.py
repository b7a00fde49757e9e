"""The rows of a workbook (XLSX), read as they stand in the package: nothing is unpacked whole, nothing is run.

    a part over 2 GB, or 200 times its packed length    refused: a zip bomb
    entities and document types                         refused (``xml_input``)
    formulas                                            the value they had when the file was saved
    numbers and dates                                   as the file has them; names are text

Source: ECMA-376 part 1, 18.3.1.4 (cells), 18.4 (shared strings), 18.2 (the workbook).
"""

from __future__ import annotations

import re
import struct
import zlib
from array import array
from tempfile import TemporaryFile
from zipfile import BadZipFile, ZipFile

from glossary.errors import InputError
from glossary.formats.xml_input import XmlFile, local_name
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, BinaryIO
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input

__all__ = ["PART_LIMIT", "RATIO_LIMIT", "SheetRows"]

PART_LIMIT = 2 * 1024 * 1024 * 1024
"""The longest part read, unpacked, in bytes."""
RATIO_LIMIT = 200
"""How many times its packed length a part may have, from ``_SMALL`` on."""
_DAMAGE = (
    *(BadZipFile, KeyError, IndexError, OverflowError, ValueError, OSError, EOFError),
    *(RuntimeError, zlib.error, struct.error),
)
"""What ``zipfile`` raises for a package whose bytes are not what they should be; NotImplementedError among them."""
_SMALL = 16 * 1024 * 1024
_COLUMN_LIMIT = 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}\Z")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class SheetRows:
    """The rows of one sheet of a workbook, each with its number.

    Args:
        file: The file, with ``sheet`` among its options.
    Raises:
        InputError: It is no workbook, has no such sheet, or is a bomb.
    """

    def __init__(self, file: Input) -> None:
        self._file = file
        try:
            self._package = ZipFile(file.stream)
        except _DAMAGE as error:
            raise InputError(
                _("the workbook is damaged"),
                path=file.path,
                why=str(error),
                fix=_("Save it again."),
            ) from None

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        part = self._part_of_sheet()
        with self._shared() as texts:
            number = 0
            for item in self._xml(part, ("row",), ("sheetData",)).items():
                given = item.element.get("r", "")
                number = int(given) if given.isdecimal() and len(given) < 8 else number + 1
                yield number, self._cells(item.element, texts, number)

    def _cells(self, row: Element, texts: _Texts, number: int) -> list[str]:
        cells: list[str] = []
        for cell in row:
            if local_name(cell.tag) != "c":
                continue
            at = _column(cell.get("r", ""), len(cells))
            if at >= _COLUMN_LIMIT:
                raise self._damaged(part="", line=number, why=_("a cell lies outside the sheet"))
            cells.extend([""] * (at - len(cells)))
            cells.append(self._value(cell, texts, number))
        return cells

    def _value(self, cell: Element, texts: _Texts, number: int) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(_text_of(each) for each in cell if local_name(each.tag) == "is")
        value = next((each.text or "" for each in cell if local_name(each.tag) == "v"), "")
        if kind == "s":
            try:
                return texts.get(int(value))
            except (ValueError, IndexError):
                raise self._damaged(
                    part="", line=number, why=_("a cell leads to a text that is not there")
                ) from None
        if kind == "e":
            return ""  # what a formula failed to give is no name
        return value

    def _part_of_sheet(self) -> str:
        """The path of the sheet asked for, or of the first one."""
        root = self._small("xl/workbook.xml")
        sheets = [each for each in root.iter() if local_name(each.tag) == "sheet"]
        names = [each.get("name", "") for each in sheets]
        wanted = self._file.options.value("sheet")
        if not sheets:
            raise self._damaged("xl/workbook.xml", why=_("it has no sheet"))
        at = 0
        if wanted in names:
            at = names.index(wanted)
        elif wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(names):
            at = int(wanted) - 1
        elif wanted:
            raise InputError(
                _("the workbook has no sheet {name!r}").format(name=wanted),
                path=self._file.path,
                fix=_("It has: {names}.").format(names=", ".join(names)),
            )
        key = sheets[at].get(_RELATION) or sheets[at].get(_STRICT_RELATION) or ""
        return self._target(key)

    def _target(self, key: str) -> str:
        for each in self._small("xl/_rels/workbook.xml.rels"):
            if each.get("Id") == key:
                target = each.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        raise self._damaged("xl/_rels/workbook.xml.rels", why=_("the sheet is not in the package"))

    def _shared(self) -> _Texts:
        texts = _Texts()
        if "xl/sharedStrings.xml" in self._package.namelist():
            for item in self._xml("xl/sharedStrings.xml", ("si",), ("sst",)).items():
                texts.put(_text_of(item.element))
        return texts

    def _small(self, name: str) -> Element:
        """The tree of a part that is short in any workbook."""
        file = self._xml(name, ("no-item",), ())
        for _item in file.items():
            break
        return file.head()

    def _xml(self, name: str, items: tuple[str, ...], containers: tuple[str, ...]) -> XmlFile:
        try:
            info = self._package.getinfo(name)
            stream = self._package.open(info)
        except _DAMAGE as error:
            raise self._damaged(name, why=str(error).strip("\"'")) from None
        guarded = _Guarded(stream, info.compress_size, f"{self._file.path}!{name}")
        return XmlFile(guarded, f"{self._file.path}!{name}", items, containers)  # type: ignore[arg-type]

    def _damaged(self, part: str, *, line: int | None = None, why: str = "") -> InputError:
        return InputError(
            _("the workbook is damaged"),
            path=f"{self._file.path}!{part}" if part else self._file.path,
            line=line,
            why=why,
            fix=_("Save it again, as XLSX."),
        )


class _Guarded:
    """A part as it is unpacked, given up where it grows beyond measure."""

    def __init__(self, stream: IO[bytes], packed: int, path: str) -> None:
        self._stream = stream
        self._limit = min(PART_LIMIT, max(_SMALL, packed * RATIO_LIMIT))
        self._path = path
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except _DAMAGE as error:
            raise InputError(
                _("the workbook is damaged"),
                path=self._path,
                why=str(error),
                fix=_("Save it again."),
            ) from None
        self._read += len(data)
        if self._read > self._limit:
            raise InputError(
                _("the workbook unpacks to more than {number} MB").format(
                    number=self._limit // (1024 * 1024)
                ),
                path=self._path,
                why=_("a small file that grows so is made to do harm"),
                fix=_("Give it as CSV, if it is sound."),
            )
        return data


class _Texts:
    """The texts that cells share, in a file of their own where they are many; a block."""

    def __init__(self) -> None:
        self._file: BinaryIO = TemporaryFile()  # noqa: SIM115  closed at the end of the block
        self._ends = array("Q", [0])

    def __enter__(self) -> _Texts:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def put(self, text: str) -> None:
        data = text.encode("utf-8", "surrogatepass")
        self._file.seek(self._ends[-1])
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))

    def get(self, at: int) -> str:
        if not 0 <= at < len(self._ends) - 1:
            raise IndexError(at)
        self._file.seek(self._ends[at])
        return self._file.read(self._ends[at + 1] - self._ends[at]).decode("utf-8", "replace")


def _text_of(element: Element) -> str:
    """The text of a string, its runs joined; how it is to be read aloud (``rPh``) left out."""
    parts: list[str] = []
    for each in element:
        name = local_name(each.tag)
        if name == "t":
            parts.append(each.text or "")
        elif name == "r":
            parts += [run.text or "" for run in each if local_name(run.tag) == "t"]
    return "".join(parts)


def _column(reference: str, default: int) -> int:
    """The number of a column by its letters, from 0.

    >>> _column("AB7", 0), _column("", 3)
    (27, 3)
    """
    found = _REFERENCE.match(reference)
    if not found:
        return default
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1
