"""The rows of a workbook (XLSX), read as they stand in the package: nothing is unpacked whole, nothing is run.

    bombs, damage                     refused (``packages``)
    entities and document types       refused (``xml_input``)
    formulas                          the value they had when the file was saved
    numbers and dates                 as the file shows them, dates as 2021-01-01; names are text
    cells merged with those below     filled down
    hidden sheets                     passed over, unless they are asked for

Source: ECMA-376 part 1, 18.3.1.4 (cells), 18.4 (shared strings), 18.2 (the workbook).
"""

from __future__ import annotations

from array import array
from tempfile import TemporaryFile

from glossary.errors import InputError
from glossary.formats.packages import Package
from glossary.formats.sheets import choose_sheet
from glossary.formats.xlsx_cells import (
    Merged,
    column_of,
    date_styles,
    number_text,
    plain_text,
    text_of,
)
from glossary.formats.xml_input import XmlFile, local_name
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input

__all__ = ["SheetRows"]

_COLUMN_LIMIT = 16_384
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
        self._package = Package(file.stream, file.path)
        self._dates: set[int] = set()
        self._since_1904 = False

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        self._dates = self._date_styles()
        with self._shared() as texts:
            yield from self._rows(self._part_of_sheet(texts), texts)

    def _rows(self, part: str, texts: _Texts) -> Iterator[tuple[int, list[str]]]:
        merged = Merged(lambda: self._package.open(part))
        number = 0
        for item in self._xml(part, ("row",), ("sheetData",)).items():
            given = item.element.get("r", "")
            number = int(given) if given.isdecimal() and len(given) < 8 else number + 1
            yield number, merged.filled(number, self._cells(item.element, texts, number))

    def _date_styles(self) -> set[int]:
        if not self._package.has("xl/styles.xml"):
            return set()
        return date_styles(self._small("xl/styles.xml").iter())

    def _cells(self, row: Element, texts: _Texts, number: int) -> list[str]:
        cells: list[str] = []
        for cell in row:
            if local_name(cell.tag) != "c":
                continue
            at = column_of(cell.get("r", ""), len(cells))
            if at >= _COLUMN_LIMIT:
                raise self._damaged(part="", line=number, why=_("a cell lies outside the sheet"))
            cells.extend([""] * (at - len(cells)))
            cells.append(self._value(cell, texts, number))
        return cells

    def _value(self, cell: Element, texts: _Texts, number: int) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(text_of(each) for each in cell if local_name(each.tag) == "is")
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
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "n":
            style = cell.get("s", "")
            is_date = style.isdecimal() and int(style[:6]) in self._dates
            return number_text(value, is_date=is_date, since_1904=self._since_1904)
        return plain_text(value)

    def _part_of_sheet(self, texts: _Texts) -> str:
        """The path of the sheet to be read."""
        root = self._small("xl/workbook.xml")
        sheets = [each for each in root.iter() if local_name(each.tag) == "sheet"]
        for each in root.iter():
            if local_name(each.tag) == "workbookPr":
                self._since_1904 = each.get("date1904", "") in ("1", "true", "on")
        if not sheets:
            raise self._damaged("xl/workbook.xml", why=_("it has no sheet"))
        names = [each.get("name", "") for each in sheets]
        shown = [at for at, each in enumerate(sheets) if each.get("state", "visible") == "visible"]
        keys = [each.get(_RELATION) or each.get(_STRICT_RELATION) or "" for each in sheets]
        at = choose_sheet(
            self._file, names, shown, lambda at: self._rows(self._target(keys[at]), texts)
        )
        return self._target(keys[at])

    def _target(self, key: str) -> str:
        for each in self._small("xl/_rels/workbook.xml.rels"):
            if each.get("Id") == key:
                target = each.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        raise self._damaged("xl/_rels/workbook.xml.rels", why=_("the sheet is not in the package"))

    def _shared(self) -> _Texts:
        texts = _Texts()
        if self._package.has("xl/sharedStrings.xml"):
            for item in self._xml("xl/sharedStrings.xml", ("si",), ("sst",)).items():
                texts.put(text_of(item.element))
        return texts

    def _small(self, name: str) -> Element:
        """The tree of a part that is short in any workbook."""
        file = self._xml(name, ("no-item",), ())
        for _item in file.items():
            break
        return file.head()

    def _xml(self, name: str, items: tuple[str, ...], containers: tuple[str, ...]) -> XmlFile:
        return XmlFile(self._package.open(name), f"{self._file.path}!{name}", items, containers)

    def _damaged(self, part: str, *, line: int | None = None, why: str = "") -> InputError:
        return InputError(
            _("the workbook is damaged"),
            path=f"{self._file.path}!{part}" if part else self._file.path,
            line=line,
            why=why,
            fix=_("Save it again, as XLSX."),
        )


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
