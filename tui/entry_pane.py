"""The entry beside the list, or over it where the window is narrow: links to follow, and a way back.

What the list already knows of the entry is shown at once; links, comments and history follow when they were read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from tui.actions import bindings
from tui.breaking import wrap
from tui.compat import set_virtual_height
from tui.entry_lines import Line, Piece, entry_lines
from tui.laid_view import LaidView
from tui.words import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.style import Style

    from glossary.facade.showing import Shown
    from glossary.facade.types import Told
    from glossary.model.answers import Answer

__all__ = ["EntryPane"]

_LOOKS = ("title", "chinese", "pinyin", "label", "weak", "state", "link", "name")


class EntryPane(LaidView, can_focus=True, inherit_bindings=False):
    """One entry in full."""

    help = N_(
        "The entry in full. {link_previous} {link_next} go from link to link, {link_follow} follows one, {trail_back} comes"
        " back, {entry_close} returns to the query. Typing goes on in the query."
    )

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("entry")]
    places = ("entry",)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"entry--{look}" for look in _LOOKS),
        "entry--here",
    }

    @dataclass
    class Followed(Message):
        """A link was followed to an entry."""

        id: str

    class Back(Message):
        """The way back was asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._rows: list[tuple[Content, int]] = []
        self._strips: dict[tuple[int, int | None, int], Strip] = {}
        self._link: int | None = None
        self.entry_id = ""

    def show_answer(self, answer: Answer | None) -> None:
        """Show what a hit already knows of its entry."""
        if answer is None:
            self.show_lines("", [])
        else:
            lines = entry_lines(answer.entry, answer.review, answer=answer)
            self.show_lines(answer.id, lines)

    def show_entry(
        self,
        shown: Shown,
        answer: Answer | None,
        history: Sequence[Told],
        trail: Sequence[str] = (),
    ) -> None:
        """Show an entry that was read in full."""
        lines = entry_lines(
            shown.entry, shown.review, answer=answer, shown=shown, history=history, trail=trail
        )
        self.show_lines(shown.entry.id, lines)

    def show_lines(self, entry_id: str, lines: list[Line]) -> None:
        """Show lines; the place is kept while it is the same entry."""
        same = entry_id == self.entry_id
        self.entry_id = entry_id
        self._lines = lines
        if not same:
            self._link = None
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.lay_out()

    @property
    def link(self) -> str:
        """Id of the entry the chosen link leads to, empty where none is chosen."""
        return "" if self._link is None else self._lines[self._link].link

    def _look(self, piece: Piece) -> str | Style:
        if piece.look not in _LOOKS:
            return ""
        return self.get_visual_style(f"entry--{piece.look}", partial=True)

    def lay_out(self) -> None:
        """Break the lines to the width there is."""
        width = max(10, self.scrollable_content_region.width - 2)
        self._rows = []
        for number, line in enumerate(self._lines):
            whole = Content.assemble(*((piece.text, self._look(piece)) for piece in line.pieces))
            indent = min(line.indent, width // 3)
            self._rows += [(part, number) for part in wrap(whole, width, indent)]
        self._strips.clear()
        set_virtual_height(self, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        chosen = self._link if self.has_focus else None
        key = (at, chosen, width)
        strip = self._strips.get(key)
        if strip is None:
            content, number = self._rows[at]
            base = self.visual_style
            if chosen == number:
                base = self.get_visual_style("entry--here")
            whole = Content.assemble(" ", content).truncate(width, pad=True)
            strip = Strip(whole.render_segments(base), width)
            self._strips[key] = strip
        return strip

    def action_next_link(self, by: int) -> None:
        """Go to the next link in sight, else a line on."""
        links = [number for number, line in enumerate(self._lines) if line.link]
        here = self._link
        following = [
            number
            for number in links
            if here is None or (number > here if by > 0 else number < here)
        ]
        if by < 0 and here is None:
            following = []
        target = (following[0] if by > 0 else following[-1]) if following else None
        if target is None:
            self.scroll_relative(y=by, animate=False)
            return
        row = next(at for at, (_content, number) in enumerate(self._rows) if number == target)
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= row < top + height and abs(row - top) > 2 * height:
            self.scroll_relative(y=by, animate=False)
            return
        self._link = target
        if not top <= row < top + height:
            self.scroll_to(y=max(0, row - height // 2), animate=False, force=True, immediate=True)
        self.refresh()

    def action_scroll_page(self, by: int) -> None:
        """A page on or back."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)

    def action_follow_link(self) -> None:
        """Follow the chosen link, or choose the first one."""
        if self._link is None:
            self.action_next_link(1)
        elif self.link:
            self.post_message(self.Followed(self.link))

    def action_go_back(self) -> None:
        """Back along the trail."""
        self.post_message(self.Back())

    def on_focus(self) -> None:
        """The chosen link shows only where keys go to it."""
        if self._link is None:
            first = next((n for n, line in enumerate(self._lines) if line.link), None)
            rows = [at for at, (_content, number) in enumerate(self._rows) if number == first]
            if rows and rows[0] < self.size.height:
                self._link = first
        self.refresh()

    def on_blur(self) -> None:
        """Paint without the chosen link."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it."""
        at = self.scroll_offset.y + event.y
        if at < len(self._rows) and self._lines[self._rows[at][1]].link:
            self._link = self._rows[at][1]
            self.action_follow_link()
