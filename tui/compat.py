"""Workarounds for Textual, all but those for terminals (``tui/pasting.py``, ``tui/terminal.py``); an upgrade reads them too.

Written against Textual 8.2.8.
"""

from __future__ import annotations

from asyncio import get_running_loop
from typing import TYPE_CHECKING, Any, ClassVar

from textual._compositor import Compositor
from textual.geometry import Region, Size
from textual.widget import Widget
from textual.widgets import Input

from tui.actions import bindings

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from textual._compositor import ChopsUpdate
    from textual.binding import BindingType
    from textual.events import Key
    from textual.screen import Screen
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

__all__ = [
    "CalmInput",
    "FrugalCompositor",
    "HeldPaint",
    "Pause",
    "PromptInput",
    "set_virtual_height",
]


def set_virtual_height(view: ScrollView, lines: int) -> None:
    """Say how many lines a view has, without laying out the whole screen anew.

    ``virtual_size`` is a reactive that lays out; with ``overflow-y: scroll`` the place of a line view depends on no
    content, so that only its scrollbar has to know. A key in the search would cost two layouts more otherwise.

    Args:
        view: A view with ``overflow-y: scroll`` and ``overflow-x: hidden``.
        lines: How many lines it has.
    """
    size = Size(1, lines)
    if size == view.virtual_size:
        return
    view.set_reactive(Widget.virtual_size, size)
    view._scroll_update(size)


class FrugalCompositor(Compositor):
    """A compositor that asks only those widgets for lines that are seen where something changed.

    Textual asks all widgets that touch the smallest rectangle around what changed: for a letter and its hits the
    containers, the screen and the entry beside the list too, some thirty lines each that nobody sees.
    """

    def __init__(self) -> None:
        super().__init__()
        self._changed: list[Region] | None = None

    def render_partial_update(self) -> ChopsUpdate | None:
        """Render what changed."""
        self._changed = list(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = None

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if self._changed is None:
            yield from super()._get_renders(crop)
            return
        left = self._changed
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            seen = region.intersection(clip)
            if any(map(seen.overlaps, left)):
                yield region, clip, widget.render_lines(seen.translate(-region.offset))
                left = [each for each in left if not seen.contains_region(each)]
                if not left:
                    return


class PromptInput(Input, inherit_bindings=False):
    """An input whose keys can be changed, and that deletes and moves in the order of the keys.

    Textual runs what a key does once it has come up through all parents; a letter sent right behind it, as by a slow line
    or by input methods that send Backspace and a better letter, stands in the text by then, and is deleted with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]
    places: ClassVar[tuple[str, ...]] = ("text",)

    async def _on_key(self, event: Key) -> None:
        if event.is_printable:
            return
        for node, bound in self.screen._modal_binding_chain:
            if node is self:
                for binding in bound.key_to_bindings.get(event.key, ()):
                    if await self.app.run_action(binding.action, self):
                        event.stop()
                        event.prevent_default()
                        return


class CalmInput(PromptInput):
    """An input of a fixed size that does not lay out the screen anew with every key.

    ``virtual_size`` is a reactive that lays out; of an input of one line it only says how far it scrolls. Suggestions
    and validators are not supported.

    Attributes:
        before_change: Called before a change is painted or told.
    """

    before_change: Callable[[], None] | None = None

    def _watch_value(self, value: str) -> None:
        if self.before_change is not None:
            self.before_change()
        self.set_reactive(Widget.virtual_size, Size(self.content_width, 1))
        self.post_message(self.Changed(self, value))
        if self._initial_value:
            self.cursor_position = len(self.value)
            self._initial_value = False


class HeldPaint:
    """One painting where there would be two: what is painted at once, and what follows a few milliseconds later.

    Textual paints a change at once after a pause, and then not again for a sixtieth of a second: hits that come two
    milliseconds after the key would wait for that. So the painting of the key waits for them, but never for long.

    Args:
        screen: Whose painting waits.
        longest_s: How long it waits at most.
    """

    def __init__(self, screen: Screen[Any], longest_s: float) -> None:
        self._screen = screen
        self._longest_s = longest_s
        self._held: AbstractContextManager[None] | None = None
        self._timer: TimerHandle | None = None

    def hold(self) -> None:
        """Paint nothing until ``release``, or until it has taken too long."""
        if self._held is None:
            self._held = self._screen.app.batch_update()
            self._held.__enter__()
            self._timer = get_running_loop().call_later(self._longest_s, self.release)

    def release(self) -> None:
        """Paint now what has changed."""
        held, self._held = self._held, None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if held is not None:
            held.__exit__(None, None, None)
            self._screen.check_idle()


class Pause:
    """Calls something once nothing has happened for a while; beginning anew costs no task, as Textual's timers do.

    Args:
        owner: In whose turn it is called.
        length_s: How long nothing must happen.
        ended: What is called.
    """

    def __init__(self, owner: Widget, length_s: float, ended: Callable[[], None]) -> None:
        self._owner = owner
        self._length_s = length_s
        self._ended = ended
        self._handle: TimerHandle | None = None

    @property
    def is_due(self) -> bool:
        """Whether it has begun and not ended."""
        return self._handle is not None

    def begin(self) -> None:
        """Wait, from now on."""
        if self._handle is not None:
            self._handle.cancel()
        self._handle = get_running_loop().call_later(self._length_s, self._end)

    def stop(self) -> None:
        """Do not call."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _end(self) -> None:
        self._owner.call_later(self._ended)
