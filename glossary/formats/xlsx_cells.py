"""What the cells of a workbook (XLSX) show: numbers, dates, texts with escapes, cells merged with those below.

Source: ECMA-376 part 1, 18.8.30 (formats of numbers), 18.17.4 (dates as numbers), 22.9.2.19 (escapes), 18.3.1.55 (merged cells).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from glossary.formats.xml_input import local_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

__all__ = ["Merged", "column_of", "date_styles", "number_text", "plain_text", "text_of"]

_REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}\Z")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_RANGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["\']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["\']')  # fmt: skip
_RANGES = 100_000
_CHUNK = 1 << 16


def column_of(reference: str, default: int) -> int:
    """Return the number of a column by its letters, from 0.

    >>> column_of("AB7", 0), column_of("", 3)
    (27, 3)
    """
    found = _REFERENCE.match(reference)
    return _number(found[1]) if found else default


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def text_of(element: Element) -> str:
    """Return the text of a string, its runs joined; how it is to be read aloud (``rPh``) left out."""
    parts: list[str] = []
    for each in element:
        name = local_name(each.tag)
        if name == "t":
            parts.append(each.text or "")
        elif name == "r":
            parts += [run.text or "" for run in each if local_name(run.tag) == "t"]
    return plain_text("".join(parts))


def plain_text(text: str) -> str:
    r"""Return a text whose characters that XML cannot hold stand as ``_x000D_``.

    >>> plain_text("a_x000D_b"), plain_text("_x005F_x000D_")
    ('a\rb', '_x000D_')
    """
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def date_styles(styles: Iterable[Element]) -> set[int]:
    """Return which styles of cells show a number as a date or a time.

    Args:
        styles: The elements of ``xl/styles.xml``, in their order.
    """
    custom: set[int] = set()
    found: set[int] = set()
    for element in styles:
        name = local_name(element.tag)
        if name == "numFmt" and _is_date(element.get("formatCode", "")):
            custom.add(_int(element.get("numFmtId", "")))
        elif name == "cellXfs":
            for at, style in enumerate(element):
                number = _int(style.get("numFmtId", ""))
                if number in _DATES or number in custom:
                    found.add(at)
    return found


def _is_date(code: str) -> bool:
    plain = _NOT_DATE.sub("", code.split(";")[0]).lower()
    return plain != "general" and bool(set(plain) & set("ymdhs"))


def _int(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else -1


def number_text(value: str, *, is_date: bool, since_1904: bool) -> str:
    """Return a number as a name or a remark would have it: a date where it is one, without digits that only rounding made.

    Args:
        value: The number, as the file has it.
        is_date: Whether its style shows it as a date.
        since_1904: Whether the workbook counts days from 1904.

    >>> number_text("44197", is_date=True, since_1904=False), number_text("44197.5", is_date=True, since_1904=False)
    ('2021-01-01', '2021-01-01 12:00')
    >>> number_text("42735", is_date=True, since_1904=True), number_text("0.10000000000000001", is_date=False, since_1904=False)
    ('2021-01-01', '0.1')
    """
    try:
        number = float(value)
    except ValueError:
        return value
    if not is_date:
        return f"{number:.15g}" if "." in value or "e" in value.lower() else value
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if number >= 60 else 31)
    try:
        day = first + timedelta(minutes=round(number * 1440))
    except (OverflowError, ValueError):
        return value
    if number < 1:
        return f"{day:%H:%M}"
    return f"{day:%Y-%m-%d}" if not day.hour and not day.minute else f"{day:%Y-%m-%d %H:%M}"


class Merged:
    """Cells merged with those below them: what stands in the first is said of all.

    Args:
        open_part: Opens the part of the sheet, for a first look.

    >>> import io
    >>> merged = Merged(lambda: io.BytesIO(b'<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:C1"/></mergeCells>'))
    >>> merged.filled(2, ["law", "x"]), merged.filled(3, ["", "y"]), merged.filled(4, ["", "z"])
    (['law', 'x'], ['law', 'y'], ['', 'z'])
    """

    def __init__(self, open_part: Callable[[], BinaryIO]) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self._open: dict[int, tuple[int, str]] = {}
        count, rest = 0, b""
        stream = open_part()
        while data := stream.read(_CHUNK):
            data = rest + data
            end = 0
            for found in _RANGE.finditer(data):
                first, last = int(found[2]), int(found[4])
                end = found.end()
                count += 1
                if found[1] == found[3] and last > first and count < _RANGES:
                    column = _number(found[1].decode())
                    self._ranges.setdefault(first, []).append((column, last))
            rest = data[max(end, len(data) - 200) :]

    def filled(self, number: int, cells: list[str]) -> list[str]:
        """Return the cells of a row, with what the merged ones above say."""
        for column, last in self._ranges.get(number, ()):
            if column < len(cells) and cells[column]:
                self._open[column] = (last, cells[column])
        for column, (last, text) in list(self._open.items()):
            if number > last:
                del self._open[column]
            elif any(cells):
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = cells[column] or text
        return cells
