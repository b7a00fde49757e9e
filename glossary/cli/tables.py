"""Columns of cells: widths right for Han characters, lines broken where they may be, narrow terminals stacked.

A width is counted in terminal cells: two for wide and full-width characters, none for combining marks and format
characters, one for the rest. Nothing is clipped: what does not fit in a cell goes on below it, and where columns
would be too narrow to read, each row becomes a block of lines.

Source: UAX 11 (East Asian width), with ``unicodedata``'s tables; ``rich.cells`` agrees but costs five times the start.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.cli.display import Style, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cell", "labelled_rows", "pad", "stacked", "table", "width", "wrap", "wrap_parts"]

_NONE = frozenset(("Mn", "Me", "Cf"))
_known: dict[str, int] = {}
_GAP = 2
_NARROWEST = 14
"""A column narrower than this is not worth having: the rows are stacked."""
_BREAK = re.compile(r"([^\S\u00a0\u202f]+)")  # not at the spaces French keeps with its marks
_CLOSING = frozenset("，。、；：！？）》」』】〕〉”’,.;:!?)]}%…·-—/")
_OPENING = frozenset("（《「『【〔〈“‘([{")


def _cells(char: str) -> int:
    if unicodedata.category(char) in _NONE and char != "\u00ad":
        return 0
    # Hangul vowels and finals join.
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return how many cells of a terminal a text takes.

    Args:
        text: One line without controls.
    Source: UAX 11, section 5 (ambiguous characters are narrow).

    >>> width("Xī'ān"), width("科学 ok"), width("e\\u0301")
    (5, 7, 1)
    """
    if text.isascii():
        return len(text)
    total = 0
    for char in text:
        cells = _known.get(char)
        if cells is None:
            cells = _known[char] = _cells(char)
        total += cells
    return total


def pad(text: str, cells: int) -> str:
    """Return a text with spaces behind it up to a width; a longer one as it is.

    >>> pad("部", 4) + "|"
    '部  |'
    """
    return text + " " * (cells - width(text))


def _pieces(text: str, cells: int) -> list[str]:
    """Cut a text where a line may end: at spaces, and between the Han characters of what is longer than a line."""
    pieces: list[str] = []
    for word in _BREAK.split(text):
        if not word:
            continue
        if word.isspace():
            pieces.append(" ")
            continue
        if width(word) <= cells:
            pieces.append(word)
            continue
        piece = ""
        for char in word:
            wide = not char.isascii() and width(char) == 2
            ends = piece and (wide or _is_wide(piece[-1]))
            if ends and char not in _CLOSING and piece[-1] not in _OPENING and width(char):
                pieces.append(piece)
                piece = char
            else:
                piece += char
        pieces.append(piece)
    return pieces


def _is_wide(char: str) -> bool:
    return not char.isascii() and width(char) == 2


def _cut(text: str, cells: int) -> tuple[str, str]:
    """Split a word too long for a line; at least one character goes first."""
    used = 0
    for at, char in enumerate(text):
        used += width(char)
        if used > cells and at:
            return text[:at], text[at:]
    return text, ""


def wrap(text: str, cells: int) -> list[str]:
    """Return a text as lines of at most ``cells``, broken at spaces and between Han characters.

    Args:
        text: One line without controls.
        cells: The width, at least 2.
    Returns:
        At least one line; no character is lost but the spaces at the breaks.

    >>> wrap("河北省国际人才交流协会", 10)
    ['河北省国际', '人才交流协', '会']
    >>> wrap("Hebei International Talent", 12)
    ['Hebei', 'Internationa', 'l Talent']
    """
    if width(text) <= cells:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, cells):
        if piece == " ":
            if line and used < cells:
                line, used = line + " ", used + 1
            continue
        size = width(piece)
        if used + size > cells and line.rstrip():
            lines.append(line.rstrip())
            line, used = "", 0
        while size > cells:
            head, rest = _cut(piece, cells)
            if not rest:  # one character wider than the line
                break
            lines.append(head)
            piece, size = rest, width(rest)
        line, used = line + piece, used + size
    return [*lines, line.rstrip()]


def wrap_parts(head: str, parts: Sequence[str], cells: int) -> str:
    """Return a head and what follows it, broken only between parts, further lines under the first part.

    Args:
        head: What begins the first line, such as ``usage: zhengming lookup``.
        parts: What stands behind it; one wider than a line has a line of its own.
        cells: The width.

    >>> print(wrap_parts("usage: a", ["[-h]", "[--db PATH]", "NAME"], 21))
    usage: a [-h]
             [--db PATH]
             NAME
    """
    indent = " " * (min(width(head), cells // 2) + 1)
    lines = [head]
    for part in parts:
        if width(lines[-1]) + 1 + width(part) <= cells:
            lines[-1] += f" {part}"
        else:
            lines.append(indent + part)
    return "\n".join(lines)


class Cell:
    """A text in a table, with the role its colour comes from.

    >>> Cell("科学\\x1b").text
    '科学<U+001B>'
    """

    __slots__ = ("role", "text")

    def __init__(self, text: str | None, role: str = "") -> None:
        self.text = safe(text or "")
        self.role = role


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Give every column what it wants where that fits; else narrow the widest ones alike."""
    shares = list(wanted)
    while sum(shares) > room:
        widest = max(shares)
        below = max((share for share in shares if share < widest), default=0)
        many = [at for at, share in enumerate(shares) if share == widest]
        excess = sum(shares) - room
        step = min(widest - below, -(-excess // len(many)))
        for at in many:
            shares[at] -= min(step, excess)
            excess -= min(step, excess)
    return shares


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    cells: int,
    style: Style,
    below: Sequence[Cell] = (),
) -> list[str]:
    """Return rows in columns, or stacked where the width has no room for columns.

    Args:
        heads: What stands over the columns.
        rows: One cell for each head.
        cells: Width of the terminal.
        style: Colours.
        below: A remark under each row, where there are any; none where it is empty.

    >>> table(["en", "zh"], [[Cell("Beijing"), Cell("北京")]], 40, Style(on=False))
    ['en       zh', 'Beijing  北京']
    """
    wanted = [
        max([width(head)] + [width(row[at].text) for row in rows]) for at, head in enumerate(heads)
    ]
    room = cells - _GAP * (len(heads) - 1)
    shares = _shares(wanted, room) if room > 0 else [0] * len(heads)
    if any(share < min(want, _NARROWEST) for share, want in zip(shares, wanted, strict=True)):
        return stacked([[*row, *below[at : at + 1]] for at, row in enumerate(rows)], cells, style)
    lines = _row([Cell(head, "dim") for head in heads], shares, style)
    for at, row in enumerate(rows):
        lines += _row(row, shares, style)
        for cell in below[at : at + 1]:
            if cell.text:
                lines += [f"  {style(cell.role, line)}" for line in wrap(cell.text, cells - 2)]
    return lines


def _row(row: Sequence[Cell], shares: Sequence[int], style: Style) -> list[str]:
    columns = [wrap(cell.text, share) for cell, share in zip(row, shares, strict=True)]
    lines = []
    for at in range(max(len(column) for column in columns)):
        line, gap = "", 0
        for cell, column, share in zip(row, columns, shares, strict=True):
            text = column[at] if at < len(column) else ""
            if text:
                line += " " * gap + style(cell.role, text)
                gap = 0
            gap += share - width(text) + _GAP
        lines.append(line)
    return lines


def stacked(rows: Sequence[Sequence[Cell]], cells: int, style: Style) -> list[str]:
    """Return each row as a block: the first cell at the margin, the others below it, indented.

    >>> stacked([[Cell("Beijing"), Cell("北京")]], 20, Style(on=False))
    ['Beijing', '  北京']
    """
    lines: list[str] = []
    indent = "  " if cells >= 12 else ""
    for row in rows:
        if lines:
            lines.append("")
        first, *others = [cell for cell in row if cell.text] or [Cell("-")]
        lines += [style(first.role, line) for line in wrap(first.text, cells)]
        for cell in others:
            lines += [
                indent + style(cell.role, line) for line in wrap(cell.text, cells - len(indent))
            ]
    return lines


def labelled_rows(
    pairs: Sequence[tuple[str, Cell]], cells: int, style: Style, indent: int = 2
) -> list[str]:
    """Return values behind their labels, aligned; below them where the width is small.

    Args:
        pairs: Labels and values; a pair without a value is left out, an equal label is written once.
        cells: Width of the terminal.
        style: Colours.
        indent: Spaces before a label.

    >>> labelled_rows([("Chinese", Cell("科学技术部")), ("Pinyin", Cell("Kēxué Jìshùbù"))], 60, Style(on=False))
    ['  Chinese  科学技术部', '  Pinyin   Kēxué Jìshùbù']
    """
    pairs = [(label, cell) for label, cell in pairs if cell.text]
    if cells < 12:
        indent = 0
    column = max([width(label) for label, _ in pairs], default=0)
    lead = " " * indent
    beside = cells - indent - column - _GAP
    lines: list[str] = []
    last = ""
    for label, cell in pairs:
        shown = "" if label == last else label
        last = label
        if beside >= max(_NARROWEST, cells // 2):
            for at, line in enumerate(wrap(cell.text, beside)):
                head = style("dim", pad(shown if not at else "", column))
                lines.append(f"{lead}{head}{' ' * _GAP}{style(cell.role, line)}")
        else:
            if shown:
                lines += [lead + style("dim", line) for line in wrap(shown, cells - indent)]
            deeper = lead if cells < 24 else lead + "  "
            for line in wrap(cell.text, cells - len(deeper)):
                lines.append(deeper + style(cell.role, line))
    return [line.rstrip() for line in lines]
