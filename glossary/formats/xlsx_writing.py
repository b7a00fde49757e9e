"""A workbook of one sheet (XLSX), written row by row; every cell is text, so that none is ever a formula.

Source: ECMA-376, parts 1 (SpreadsheetML: inline strings, 18.3.1.53) and 2 (packages).
"""

from __future__ import annotations

import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from glossary.errors import InputError
from glossary.formats.xml_output import escape
from glossary.i18n import _
from glossary.i18n import number as grouped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

__all__ = ["ROW_LIMIT", "write_xlsx"]

ROW_LIMIT = 1_048_576
"""The most rows a sheet may have, for every spreadsheet program."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Glossary" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        "</Relationships>"
    ),
}
_BLOCK_ROWS = 500


def write_xlsx(rows: Iterable[Sequence[str]], stream: BinaryIO) -> None:
    """Write a workbook with one sheet of text.

    Args:
        rows: The rows, the first of which stays in view; at most ``ROW_LIMIT``.
        stream: Where to write.
    Raises:
        InputError: There are more rows than a sheet may have.

    >>> from io import BytesIO
    >>> stream = BytesIO()
    >>> write_xlsx([["en"], ["A"]], stream)
    >>> stream.getvalue()[:4]
    b'PK\\x03\\x04'
    """
    with ZipFile(stream, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(_info(name), _HEAD + content)
        with package.open(_info("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            sheet.write(
                (
                    f'{_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
                    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
                ).encode()
            )
            block: list[str] = []
            for number, row in enumerate(rows, 1):
                if number > ROW_LIMIT:
                    raise InputError(
                        _("a sheet holds at most {count} rows").format(count=grouped(ROW_LIMIT)),
                        fix=_("Choose fewer entries, or write csv."),
                    )
                block.append(_row(number, row))
                if len(block) == _BLOCK_ROWS:
                    sheet.write("".join(block).encode())
                    block.clear()
            sheet.write(("".join(block) + "</sheetData></worksheet>").encode())


def _info(name: str) -> ZipInfo:
    """A part with a date that never changes, so that equal rows give equal bytes."""
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    return info


def _row(number: int, cells: Sequence[str]) -> str:
    shown = "".join(
        f'<c r="{_column(at)}{number}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'
        for at, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{shown}</row>'


def _text(cell: str) -> str:
    return escape(_NOT_XML.sub("", cell))


def _column(at: int) -> str:
    """The letters of a column, counted from 0.

    >>> _column(0), _column(27)
    ('A', 'AB')
    """
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
