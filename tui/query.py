"""The line a search is typed in. It keeps the keyboard while the hits are walked through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from tui.compat import CalmInput
from tui.words import N_

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

__all__ = ["LIMIT", "Query"]

LIMIT = 1_000
"""The longest query, in characters; more than that is a text, not a name."""


class Query(CalmInput):
    """An input of one line that leaves ↑ ↓, paging and the function keys to the screen."""

    help = N_(
        "Type anything: English, 中文, pinyin with or without tones, initials (gjaqb), a misspelling. Filters stand among the "
        "words: kind:body level:provincial place:河北 lang:en status:proposed as-of:2005 collection:NAME."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open_entry", show=False, id="entry.open"),
    ]

    @dataclass
    class Cut(Message):
        """What was pasted was longer than a query can be."""

        length: int

    class Edge(Message):
        """The caret was to go beyond the text: ``right`` of its end, or ``left`` of an empty one."""

        def __init__(self, side: str) -> None:
            super().__init__()
            self.side = side

    def _on_paste(self, event: events.Paste) -> None:
        """Take the first line of a paste, as far as a query goes; the rest would only be looked for in vain."""
        event.stop()
        event.prevent_default()
        head = event.text[: 4 * LIMIT].lstrip().splitlines()
        line = " ".join(head[0].split()) if head else ""
        room = LIMIT - len(self.value) + len(self.selected_text)
        if len(event.text) > 4 * LIMIT or len(line) > room:
            self.post_message(self.Cut(len(event.text)))
        line = line[: max(0, room)]
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move right; from the end, into the entry."""
        if not select and self.cursor_at_end and self.value and self.selection.is_empty:
            self.post_message(self.Edge("right"))
        else:
            super().action_cursor_right(select)

    def action_cursor_left(self, select: bool = False) -> None:
        """Move left; in an empty query, back to the list."""
        if not self.value:
            self.post_message(self.Edge("left"))
        else:
            super().action_cursor_left(select)
