"""Text to be read: paragraphs, and rows of a key and what it does, each line broken under its own beginning."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.breaking import wrap
from tui.display import width_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Size
    from textual.visual import VisualType

__all__ = ["Leaflet", "Line", "set_lines"]

Line = str | Content | tuple[str, str]
"""A paragraph, one with a look of its own, or a key and what it does."""

_WIDEST_KEY = 16


def set_lines(lines: Sequence[Line], width: int) -> Iterator[Content]:
    """Yield lines as they stand in a width; keys that follow each other stand in one column.

    Args:
        lines: Paragraphs, and pairs of a key and what it does.
        width: Cells.

    >>> [line.plain for line in set_lines(["Keys", ("F1", "help for where you are")], 18)]
    ['Keys', '  F1  help for', '      where you', '      are']
    """
    column = 0
    for at, line in enumerate(lines):
        if not isinstance(line, tuple):
            column = 0
            text = line if isinstance(line, Content) else Content(line)
            own = len(text.plain) - len(text.plain.lstrip(" "))
            yield from wrap(text, width, own + 2 if own else 0)
            continue
        if not column:
            run = takewhile(lambda each: isinstance(each, tuple), lines[at:])
            widest = max(width_cells(each[0]) for each in run if isinstance(each, tuple))
            column = min(widest, _WIDEST_KEY, max(2, width // 3)) + 4
        key, meaning = line
        gap = " " * max(2, column - 2 - width_cells(key))
        yield from wrap(Content.assemble("  ", (key, "bold"), gap, meaning), width, column)


class Leaflet(Widget):
    """Lines of text as high as they are at the width there is."""

    def __init__(
        self, lines: Sequence[Line] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.lines = tuple(lines)

    @property
    def text(self) -> str:
        """What is said, without breaks of the width."""
        return "\n".join(
            "  ".join(each) if isinstance(each, tuple) else str(each) for each in self.lines
        )

    def say(self, lines: Sequence[Line]) -> None:
        """Say something else; where nothing is said, nothing is shown."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.set_class(bool(lines), "-shown")
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(list(set_lines(self.lines, width)))

    def render(self) -> VisualType:
        """Return the lines."""
        return Content("\n").join(set_lines(self.lines, self.content_size.width))
