"""One of a few, in one line: ← → change it, a letter jumps, Space or Enter shows them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from glossary.i18n import _
from tui.actions import bindings
from tui.display import clip, width_cells
from tui.words import N_, sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.visual import VisualType

__all__ = ["Choice"]

NARROW = 80
"""Columns from which the widest option has room; what is chosen moves nothing there."""


class Choice(Widget, can_focus=True):
    """A value out of a short list, without a list that covers the screen.

    Args:
        options: Pairs of a value and what is shown for it, or what returns them in the language of now.
        value: The one chosen; the first where it is none of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choice")]
    places = ("choice",)
    help = N_(
        "One of a few: {choice_previous} {choice_next} change it, a letter jumps to one that begins with it, {choice_list} shows them all."
    )

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        choice: Choice
        value: str

        @property
        def control(self) -> Choice:
            """The widget."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]] | Callable[[], Sequence[tuple[str, str]]],
        value: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._make = options if callable(options) else None
        self._options = list(options() if callable(options) else options)
        self._at = 0
        self.set_value(value)

    def say_again(self) -> None:
        """Say the options in the language of now."""
        if self._make is not None:
            self._options = list(self._make())
            self.refresh(layout=True)

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The values, and what is shown for each."""
        return tuple(self._options)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._options[self._at][0]

    def set_value(self, value: str) -> None:
        """Choose a value, without a message."""
        values = [known for known, _shown in self._options]
        self._at = values.index(value) if value in values else 0
        self.refresh(layout=True)

    def get_content_width(self, container: object, viewport: Size) -> int:
        """As wide as the widest option; in a narrow window as the one chosen, so that others have room beside it."""
        if viewport.width < NARROW:
            return width_cells(self._options[self._at][1]) + 4
        return max(width_cells(shown) for _value, shown in self._options) + 4

    def render(self) -> VisualType:
        """Return the option in brackets, which say that it can be changed."""
        shown = clip(self._options[self._at][1], max(1, self.size.width - 4))
        return Content(f"[{shown} {sign('opens')}]")

    def action_step(self, by: int) -> None:
        """To the next option, round and round."""
        self._choose((self._at + by) % len(self._options))

    def action_list(self) -> None:
        """Show all of them."""
        from tui.dialogs import Choose

        def taken(value: str | None) -> None:
            if value is not None:
                values = [known for known, _shown in self._options]
                self._choose(values.index(value))

        self.app.push_screen(Choose(_("Choose"), self._options, self.value), taken)

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next option that begins with it."""
        if not event.is_printable or event.character in (None, " "):
            return
        letter = (event.character or "").casefold()
        count = len(self._options)
        for step in range(1, count + 1):
            at = (self._at + step) % count
            if self._options[at][1].casefold().startswith(letter):
                self._choose(at)
                event.stop()
                return

    def on_click(self) -> None:
        """A click steps on."""
        self.action_step(1)

    def _choose(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.refresh(layout=True)
            self.post_message(self.Changed(self, self.value))
