"""Which sheet of a workbook is read: the one asked for, else the first shown that names columns, else the first shown that holds anything."""

from __future__ import annotations

from itertools import islice

from glossary.errors import InputError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.formats.interface import Input

    Rows = Iterable[tuple[int, list[str]]]

__all__ = ["choose_sheet"]

_ROWS = 20
_SHEETS = 30


def choose_sheet(
    file: Input, names: Sequence[str], shown: Sequence[int], rows_of: Callable[[int], Rows]
) -> int:
    """Return which sheet to read, and tell which others there are.

    Args:
        file: The file, with ``sheet`` among its options.
        names: The names of all sheets.
        shown: Which of them are not hidden.
        rows_of: The rows of a sheet, to look at the first.
    Raises:
        InputError: There is none of the name or number asked for.
    """
    wanted = file.options.value("sheet")
    if wanted in names:
        return names.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(names):
        return int(wanted) - 1
    if wanted:
        raise InputError(
            _("the workbook has no sheet {name!r}").format(name=wanted),
            path=file.path,
            fix=_("It has: {names}.").format(names=", ".join(names)),
        )
    from glossary.formats.table_columns import looks_like_header

    if len(shown) < 2:
        return shown[0] if shown else 0
    filled: list[int] = []
    for at in shown[:_SHEETS]:
        rows = [cells for _number, cells in islice(rows_of(at), _ROWS) if any(cells)]
        if any(map(looks_like_header, rows)):
            chosen = at
            break
        if rows:
            filled.append(at)
    else:
        chosen = filled[0] if filled else shown[0]
    file.ledger.notes.append(
        _("only the sheet {name!r} is read; --sheet reads another: {names}").format(
            name=names[chosen], names=", ".join(names[at] for at in shown if at != chosen)
        )
    )
    return chosen
