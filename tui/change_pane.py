"""Two columns of marked text, one below the other where the window is narrow."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.strip import Strip

from tui.breaking import wrap
from tui.compat import set_virtual_height
from tui.laid_view import LaidView
from tui.words import sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.changes import Row, Run

__all__ = ["ChangePane"]

_LOOKS = ("gone", "come", "label", "title")
WIDE = 90
INDENT = 4
"""Cells the later lines of what changes begin with."""


class ChangePane(LaidView, can_focus=False):
    """What would change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"change--{look}" for look in _LOOKS}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()
        self._lines: list[Content] = []

    def show(self, head: Sequence[Row], rows: Sequence[Row]) -> None:
        """Show lines over the whole width, then rows of two columns."""
        self._head, self._rows = head, rows
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.lay_out()

    def _content(self, runs: Sequence[Run]) -> Content:
        return Content.assemble(
            *(
                (run.text, self.get_visual_style(f"change--{run.look}", partial=True))
                if run.look in _LOOKS
                else run.text
                for run in runs
            )
        )

    def lay_out(self) -> None:
        """Break the lines to the width there is."""
        width = max(20, self.scrollable_content_region.width - 2)
        self._lines = []
        for row in self._head:
            self._lines += wrap(self._content((*row.left, *row.right)), width)
        half = (width - 3) // 2
        beside = width >= WIDE and any(row.left for row in self._rows)
        for row in self._rows:
            if not beside:
                changed = row.left and any(run.look == "gone" for run in row.left)
                if row.left and (changed or not row.right):
                    self._lines += wrap(self._content(row.left), width, INDENT)
                if row.right or not row.left:
                    self._lines += wrap(self._content(row.right), width, INDENT)
                continue
            left = wrap(self._content(row.left), half, INDENT) if row.left else []
            right = wrap(self._content(row.right), half, INDENT) if row.right else []
            empty = Content("")
            for one, other in zip_longest(left or [empty], right or [empty], fillvalue=empty):
                gap = " " * max(0, half - one.cell_length)
                self._lines.append(Content.assemble(one, gap, f" {sign('rule')} ", other))
        set_virtual_height(self, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        whole = Content.assemble(" ", self._lines[at]).truncate(width, pad=True)
        return Strip(whole.render_segments(self.visual_style), width)
