"""Typographic signs as a terminal can show them that knows ASCII; letters stay, of whatever script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

__all__ = ["PlainSigns"]

_PLAIN = str.maketrans("“”„«»‘’–—…·→←↑↓\u00a0\u202f", '"""""\'\'--.|><^v  ')
"""One for one: each takes a cell, as what it stands for does."""


class PlainSigns(LineFilter):
    """Paints every line with signs of ASCII.

    >>> filtered = PlainSigns().apply([Segment("“Reject…” – 驳回")], None)
    >>> [segment.text for segment in filtered]
    ['"Reject." - 驳回']
    """

    def apply(self, segments: list[Segment], background: Color | None) -> list[Segment]:
        """Return the segments of a line with plain signs."""
        return [
            Segment(text.translate(_PLAIN), style, control) for text, style, control in segments
        ]
