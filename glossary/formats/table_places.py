"""Where a cell of a table stands: in delimited text by its characters, on a sheet by its row and number."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cells", "open_mark", "place_of_cell"]


class Cells(list[str]):
    """The cells of a row of delimited text, with the text itself, to tell the place of one.

    Attributes:
        raw: The row as it stands in the file.
        delimiter: What stands between its cells.
        quoted: Whether quotation marks may stand around a cell.
        escapes: Whether ``\\`` stands before a quotation mark that is part of a cell.
    """

    __slots__ = ("delimiter", "escapes", "quoted", "raw")

    def __init__(
        self, cells: Sequence[str], raw: str, delimiter: str, *, quoted: bool, escapes: bool
    ) -> None:
        super().__init__(cells)
        self.raw, self.delimiter, self.quoted, self.escapes = raw, delimiter, quoted, escapes


def place_of_cell(line: int, cells: Sequence[str], at: int) -> tuple[int, int]:
    """Return the line and the column at which a cell begins.

    Args:
        line: Where its row begins.
        cells: The row.
        at: Which cell of it, from 0.

    >>> row = Cells(["a", "b\\nc", "d"], 'a,"b\\nc",d\\n', ",", quoted=True, escapes=False)
    >>> place_of_cell(7, row, 1), place_of_cell(7, row, 2), place_of_cell(7, ["a", "b", "d"], 2)
    ((7, 3), (8, 4), (7, 3))
    """
    if not isinstance(cells, Cells):
        return line, at + 1
    starts, _open = _scanned(cells.raw, cells.delimiter, cells.quoted, cells.escapes)
    start = starts[at] if at < len(starts) else 0
    return line + cells.raw.count("\n", 0, start), start - cells.raw.rfind("\n", 0, start)


def open_mark(line: str, delimiter: str, *, escapes: bool = False) -> int | None:
    """Return the column of the quotation mark that is open at the end of a line; nothing where none is.

    >>> open_mark('a,"b ""c",  "d,e', ","), open_mark('a,"b"', ",")
    (13, None)
    """
    _starts, opened = _scanned(line, delimiter, True, escapes)
    return opened


def _scanned(
    text: str, delimiter: str, quoted: bool, escapes: bool
) -> tuple[list[int], int | None]:
    """Where each cell begins, and the column of the quotation mark that is still open at the end."""
    starts, opened, begins, at = [0], 0, True, 0
    while at < len(text):
        char = text[at]
        if opened and escapes and char == "\\":
            at += 1
        elif opened and char == '"':
            if text[at + 1 : at + 2] == '"' and not escapes:
                at += 1
            else:
                opened = 0
        elif quoted and char == '"' and begins and not opened:
            opened = at + 1
        elif not opened:
            if char == delimiter:
                starts.append(at + 1)
            begins = char == delimiter or (begins and char == " ")
        at += 1
    return starts, opened or None
