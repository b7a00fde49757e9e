"""Marked text in lines of a width: as ``display.line_breaks`` says, with its styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display import line_breaks

if TYPE_CHECKING:
    from textual.content import Content

__all__ = ["wrap"]


def wrap(content: Content, width: int, indent: int = 0) -> list[Content]:
    """Return a paragraph as lines, the second and later ones indented.

    Args:
        content: Marked text; its line breaks stay.
        width: Cells a line may take.
        indent: Cells the later lines begin with.

    >>> from textual.content import Content
    >>> [line.plain for line in wrap(Content("one two three"), 8, 2)]
    ['one two', '  three']
    """
    lines: list[Content] = []
    for paragraph in content.split("\n", allow_blank=True):
        first = width - indent if lines else width
        for part in paragraph.divide(line_breaks(paragraph.plain, first, width - indent)):
            shown = part.rstrip()
            lines.append(shown.pad_left(indent) if indent and lines else shown)
    return lines or [content]
