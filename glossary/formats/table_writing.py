"""Rows written as CSV or TSV, with no cell that a spreadsheet would run.

A cell that begins with ``= + - @ | %``, a tab or a line's end is a formula to a spreadsheet, whatever it was to us. It gets an
apostrophe before it, which a spreadsheet shows as text and which our own reader takes away; how many did is told. Where the
apostrophe would become part of a term, as in files for machine translation, the row is left out and told.

Source: OWASP, "CSV Injection"; RFC 4180 for the quotation marks.
"""

from __future__ import annotations

import re

from glossary.formats.ledgers import Fate
from glossary.i18n import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from glossary.formats.ledgers import Ledger

__all__ = ["RUNS", "TableWriter", "harmless", "unharmed"]

RUNS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may run; the wide ones are folded to the others by some."""

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
"""What would end a cell or a line where nothing can be quoted; a wide space stays one."""
_BLOCK_ROWS = 500


def harmless(cell: str) -> str:
    """Return a cell as a spreadsheet shows it and does not run it.

    >>> harmless("=1+1"), harmless("a=b")
    ("'=1+1", 'a=b')
    """
    return f"'{cell}" if cell.startswith(RUNS) else cell


def unharmed(cell: str) -> str:
    """Return what ``harmless`` was given.

    >>> unharmed("'=1+1"), unharmed("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(RUNS) else cell


class TableWriter:
    """Writes rows as delimited text.

    Args:
        stream: Where to write.
        ledger: Where to tell of cells made harmless.
        delimiter: What stands between cells.
        mark: Whether a byte order mark goes first, by which spreadsheets know UTF-8.
        strict: Whether a row with a cell to be made harmless is left out instead.
        plain: Whether cells stand as they are, without quotation marks: tabs and line ends become spaces.
        newline: What ends a row.

    >>> from io import BytesIO
    >>> from glossary.formats.ledgers import Ledger
    >>> stream = BytesIO()
    >>> with TableWriter(stream, Ledger()) as rows:
    ...     rows.write(["a,b", "=1"])
    >>> stream.getvalue()
    b'"a,b",\\'=1\\r\\n'
    """

    def __init__(
        self,
        stream: BinaryIO,
        ledger: Ledger,
        *,
        delimiter: str = ",",
        mark: bool = False,
        strict: bool = False,
        plain: bool = False,
        newline: str = "\r\n",
    ) -> None:
        self._stream = stream
        self._ledger = ledger
        self._delimiter = delimiter
        self._strict = strict
        self._plain = plain
        self._newline = newline
        self._rows: list[str] = []
        self._harmed = 0
        if mark:
            stream.write(b"\xef\xbb\xbf")

    def __enter__(self) -> TableWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is None:
            self._flush()
            if self._harmed:
                self._ledger.notes.append(
                    ngettext(
                        "{count} cell begins like a formula and has an apostrophe before it",
                        "{count} cells begin like formulas and have an apostrophe before them",
                        self._harmed,
                    ).format(count=self._harmed)
                )

    def write(self, cells: Sequence[str]) -> None:
        """Write a row."""
        if self._plain:  # first: a line's end at the start is nothing to run once it is a space
            cells = [_BREAKS.sub(" ", cell).strip() for cell in cells]
        if any(cell.startswith(RUNS) for cell in cells):
            if self._strict:
                why = _("it begins like a formula, which a spreadsheet would run")
                self._ledger.add("names.text", Fate.DROPPED, why)
                return
            self._harmed += sum(cell.startswith(RUNS) for cell in cells)
            cells = [harmless(cell) for cell in cells]
        self._rows.append(self._delimiter.join(self._cells(cells)) + self._newline)
        if len(self._rows) == _BLOCK_ROWS:
            self._flush()

    def _cells(self, cells: Iterable[str]) -> Iterable[str]:
        if self._plain:
            return cells
        return [
            '"' + cell.replace('"', '""') + '"'
            if self._delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell
            else cell
            for cell in cells
        ]

    def _flush(self) -> None:
        self._stream.write("".join(self._rows).encode())
        self._rows.clear()
