"""How stored text is put on a screen: harmless, and in column.

    ESC, NUL, U+0085        shown as a picture of themselves (␛ ␀) or as �: no terminal acts on them
    U+202E, U+2066 …        shown by code point: nothing turns the reading order of what stands beside it
    Hebrew, Arabic          kept between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE
    U+200D, U+FE0F          left out beside emoji: terminals disagree on the width of what they join
    U+0301 alone in front   given a dotted circle to stand on

Widths are cells of the terminal, never characters.

Source: Unicode UAX 9 (isolates), UAX 11 (East Asian width), UTR 51 (emoji sequences).
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional, combining

from rich.cells import cell_len, set_cell_size

from tui.words import sign

__all__ = ["NO_BREAK", "clip", "line_breaks", "one_line", "plain", "width_cells"]

NO_BREAK = "\u00a0"
_OPENING = frozenset("(（《〈「『“‘[【〔")
_CLOSING = frozenset(")）》〉」』”’]】〕，。、；：！？…,.;:!? ")
LIMIT = 2_000
"""The longest text a line is made from, in characters; a screen is never wider."""

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_HARMLESS = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*"
).fullmatch
"""Latin, Chinese and their punctuation, which most names are made of: nothing of it acts, turns or joins."""
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def _picture(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < 0x20:
        return chr(0x2400 + number)
    if number == 0x7F:
        return "␡"
    if number < 0xA0 or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return f"<U+{number:04X}>"


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a stored text as it can be shown; line breaks and tabs stay.

    Args:
        text: Any string.

    >>> plain("a\\x1b[2Jb"), plain("x\\u202ey")
    ('a␛[2Jb', 'x<U+202E>y')
    """
    if _HARMLESS(text):
        return text
    shown = _ACTING.sub(_picture, text)
    if _EMOJI.search(shown):
        shown = _JOINERS.sub("", shown)
    if shown and combining(shown[0]):
        shown = "◌" + shown
    if any(bidirectional(character) in _RIGHT_TO_LEFT for character in shown):
        shown = f"\u2068{shown}\u2069"
    return shown


def one_line(text: str) -> str:
    """Return a stored text for one line of a list: as ``plain``, line breaks as spaces, at most ``LIMIT`` long.

    >>> one_line("two\\nlines")
    'two lines'
    """
    return plain(text[:LIMIT].replace("\n", " ").replace("\t", " "))


def width_cells(text: str) -> int:
    """Return how many cells a text takes.

    >>> width_cells("部 a")
    4
    """
    return cell_len(text)


def line_breaks(text: str, first: int, rest: int) -> list[int]:
    """Return where the lines of a text begin, but for the first one.

    A line ends at a space, which goes with it, or between two characters where one of them is wide. NO-BREAK SPACE
    holds together what stands beside it, as a sign and its word; what is longer than a line is cut.

    Args:
        text: Without line breaks.
        first: Width of the first line in cells.
        rest: Width of those that follow.

    >>> line_breaks("one two", 5, 5), line_breaks("a ●\\u00a0b", 4, 4), line_breaks("国家安全部", 4, 6)
    ([4], [2], [2])
    """
    starts: list[int] = []
    width, used, chance = max(2, first), 0, 0
    for at, character in enumerate(text):
        cells = cell_len(character)
        begin = starts[-1] if starts else 0
        if cells and at > begin and (text[at - 1] == " " or _is_wide_pair(text[at - 1], character)):
            chance = at
        if used + cells > width and character != " ":
            cut = chance if chance > begin else at
            starts.append(cut)
            width, used = max(2, rest), cell_len(text[cut:at])
        used += cells
    return starts


def _is_wide_pair(before: str, after: str) -> bool:
    """Whether a line may end between two characters: beside a wide one, but not before a mark that closes."""
    wide = cell_len(before) == 2 or cell_len(after) == 2
    return (
        wide and before not in _OPENING and after not in _CLOSING and NO_BREAK not in before + after
    )


def clip(text: str, width: int) -> str:
    """Return a text cut to a width in cells, with an ellipsis where something is missing.

    >>> clip("国家安全部", 7), clip("abc", 3)
    ('国家安…', 'abc')
    """
    if cell_len(text) <= width:
        return text
    mark = sign("more")
    return set_cell_size(text, width - len(mark)) + mark if width >= len(mark) else ""
