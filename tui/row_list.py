"""A list of which only what is on the screen exists: painted line by line from a cache, never from the store.

Rows have one height. A row that is not there yet is a placeholder; ``RowList.Wanted`` names it, and whoever has the
rows puts them in and calls ``repaint_rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.cache import LRUCache
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tui.compat import set_virtual_height
from tui.display import width_cells
from tui.words import sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Region

__all__ = ["Cells", "RowList"]

Cells = tuple[tuple[str, str], ...]
"""A line of a row: texts, each with the name of its look."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor.

    Attributes:
        row_height: Lines of a row.
        count: How many rows there are.
        cursor: The row the cursor is on.
        keeps_paint: Whether rows painted before may be shown again under other numbers.
    """

    keeps_paint = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--cursor",
        "row--first",
        "row--chinese",
        "row--pinyin",
        "row--state",
        "row--weak",
    }

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        rows: RowList
        cursor: int

        def can_replace(self, message: Message) -> bool:
            """An elder one still in the queue is of no interest any more."""
            return isinstance(message, RowList.Moved) and message.rows is self.rows

    @dataclass
    class Chosen(Message):
        """A row was clicked twice, or Enter pressed on it."""

        rows: RowList
        cursor: int

    @dataclass
    class Wanted(Message):
        """Rows that are about to be seen are not there."""

        rows: RowList
        first: int
        count: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest window matters."""
            return isinstance(message, RowList.Wanted) and message.rows is self.rows

    def __init__(self, *, id: str | None = None, row_height: int = 1) -> None:
        super().__init__(id=id)
        self.row_height = row_height
        self.count = 0
        self.cursor = 0
        self._inks: dict[tuple[str, bool], RichStyle] = {}
        self._painted: LRUCache[tuple[object, ...], list[Strip]] = LRUCache(400)

    def row(self, at: int, width: int) -> Sequence[Cells] | None:
        """Return the lines of a row, each at most ``width`` cells; ``None`` where it is not there yet.

        A line is pairs of a text and its look: ``first``, ``chinese``, ``pinyin``, ``state``, ``weak``, or nothing.
        """
        raise NotImplementedError

    @property
    def page(self) -> int:
        """How many whole rows are visible, at least one."""
        return max(1, self.size.height // self.row_height)

    def set_count(self, count: int, cursor: int = 0) -> None:
        """Say how many rows there are now, and where the cursor is; everything is painted anew."""
        self.count = count
        self.cursor = max(0, min(cursor, count - 1))
        self._set_height()
        if not self.keeps_paint:
            self._painted.clear()
        self._show_cursor()
        self.refresh()

    def _set_height(self) -> None:
        """Say how many lines there are; a list that is scrolled ends with a whole row and what is left of the screen."""
        lines, height = self.count * self.row_height, self.size.height
        spare = height % self.row_height if lines > height else 0
        set_virtual_height(self, lines + spare)

    def set_row_height(self, lines: int) -> None:
        """Change the height of the rows, as when the window becomes narrow."""
        if lines != self.row_height:
            self.row_height = lines
            self._painted.clear()
            self.set_count(self.count, self.cursor)
            self.want()

    def move(self, by: int) -> None:
        """Move the cursor; it stops at both ends."""
        self.move_to(self.cursor + by)

    def move_to(self, at: int) -> None:
        """Put the cursor on a row, or on the last one."""
        at = max(0, min(at, self.count - 1))
        if at == self.cursor or not self.count:
            return
        before, self.cursor = self.cursor, at
        top = self.scroll_offset.y
        self._show_cursor()
        if self.scroll_offset.y == top:
            self.repaint_rows(before, 1)
            self.repaint_rows(at, 1)
        self.want()
        self.post_message(self.Moved(self, at))

    def repaint_rows(self, first: int, count: int) -> None:
        """Paint rows anew, as after their content came."""
        self.refresh_lines(first * self.row_height, count * self.row_height)

    def forget_paint(self) -> None:
        """Paint everything anew with other styles or other words."""
        self._painted.clear()
        self.refresh()

    def say_again(self) -> None:
        """Another language."""
        self.forget_paint()

    def want(self) -> None:
        """Ask for the rows on the screen and a page either side, where one of them is missing."""
        first, count = self.window
        missing = [at for at in range(first, first + count) if not self.has_row(at)]
        if missing:
            self.post_message(self.Wanted(self, missing[0], missing[-1] - missing[0] + 1))

    @property
    def window(self) -> tuple[int, int]:
        """First row and number of rows to have: the screen and a page either side."""
        top = self.scroll_offset.y // self.row_height
        first = max(0, top - self.page)
        return first, max(0, min(self.count, top + 2 * self.page + 1) - first)

    def row_key(self, at: int) -> tuple[object, ...]:
        """Return what the paint of a row depends on, besides width and cursor."""
        return (at, self.has_row(at))

    def has_row(self, at: int) -> bool:
        """Return whether a row is there."""
        return True

    def _show_cursor(self) -> None:
        height, top = self.size.height, self.scroll_offset.y
        if not height:  # not laid out yet: ``on_resize`` shows it
            return
        first = self.cursor * self.row_height
        last = first + self.row_height
        if first < top:
            self.scroll_to(y=first, animate=False, force=True, immediate=True)
        elif last > top + height:
            rows = max(1, height // self.row_height)  # the first row on the screen is a whole one
            first = (self.cursor - rows + 1) * self.row_height
            self.scroll_to(y=first, animate=False, force=True, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some lines of the screen: whole, without the styles of edges and padding, which a list has not.

        A line painted before is the same object again, and with it all that Textual remembers of it: where it was cut,
        and what was written to the terminal.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        first, last = crop.column_span
        if (first, last) == (0, self.outer_size.width):
            return strips
        return [strip.crop(first, last) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen, from the cache where it was painted before; the scrollbar lies over its end."""
        width = self.outer_size.width
        at, line = divmod(self.scroll_offset.y + y, self.row_height)
        if at >= self.count:
            return self._blank(width)
        key = (*self.row_key(at), width, at == self.cursor)
        strips = self._painted.get(key)
        if strips is None:
            strips = self._paint(at, width, at == self.cursor)
            self._painted[key] = strips
        return strips[line] if line < len(strips) else self._blank(width)

    def _blank(self, width: int) -> Strip:
        key: tuple[object, ...] = ("blank", width)
        strips = self._painted.get(key)
        if strips is None:
            strips = self._painted[key] = [Strip.blank(width, self._ink("", False))]
        return strips[0]

    def _paint(self, at: int, width: int, under_cursor: bool) -> list[Strip]:
        mark = sign("cursor") if under_cursor else " "
        room = self.scrollable_content_region.width - 2
        lines = self.row(at, room)
        if lines is None:
            lines = [((sign("more"), ""),)]
        strips = []
        for number in range(self.row_height):
            cells = lines[number] if number < len(lines) else ()
            segments = [Segment(mark, self._ink("", under_cursor))]
            segments += [Segment(text, self._ink(look, under_cursor)) for text, look in cells]
            used = sum(width_cells(text) for text, _look in cells) + width_cells(mark)
            segments.append(Segment(" " * (width - used), self._ink("", under_cursor)))
            strips.append(Strip(segments, max(width, used)).crop(0, width))
        return strips

    def _ink(self, look: str, under_cursor: bool) -> RichStyle:
        """The style of a look, on the cursor's ground or the list's."""
        key = (look, under_cursor)
        style = self._inks.get(key)
        if style is None:
            base = self.get_visual_style("row--cursor") if under_cursor else self.visual_style
            own = self.get_visual_style(f"row--{look}", partial=True) if look else Style.null()
            segments = [Segment(" ", (base + own).rich_style)]
            # Filters such as that for NO_COLOR: once a look, not once a line.
            for each in self.get_line_filters():
                segments = each.apply(segments, self.background_colors[1])
            style = self._inks[key] = segments[0].style or RichStyle.null()
        return style

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for rows when the wheel or the scrollbar moved the window."""
        super().watch_scroll_y(old_value, new_value)
        if self.is_mounted:
            self.want()

    def on_resize(self) -> None:
        """Keep the cursor in sight, and ask for what became visible."""
        self._painted.clear()
        self._set_height()
        self._show_cursor()
        self.want()

    def notify_style_update(self) -> None:
        """Another theme: nothing painted before holds."""
        self._painted.clear()
        self._inks.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        at = (self.scroll_offset.y + event.y) // self.row_height
        if at < self.count:
            self.move_to(at)
            if event.chain > 1:
                self.post_message(self.Chosen(self, at))
