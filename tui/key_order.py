"""Keys in their order: what is typed behind a key that opens or closes a screen goes to the screen it leads to.

Textual gives a key to the widget in focus, from which it comes up through all parents before it does anything; the next
key is given out meanwhile, to the same widget. Letters typed right behind F2 would stand in the search, and those behind
a letter that asks for a reason would decide about something. So what comes behind a key that may lead elsewhere waits
until that one has done what it does, and until the screen it opened has a place for text.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import TYPE_CHECKING

from textual.events import Key
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from typing import Any

    from textual.app import App
    from textual.events import Paste
    from textual.screen import Screen
    from textual.widget import Widget

__all__ = ["KeyOrder", "Passed"]

EDITING = ("cursor_", "home", "end", "delete_", "select_all", "cut", "copy", "paste")
"""What a field does with a key by itself, in its order."""
ROUNDS = 2
"""How often what follows a key goes its way: a key that was stopped may have left a message behind it."""
LOST_S = 0.25
"""How often is looked whether what follows a key is lost: it is where its widget goes."""
LOOK_S = 0.01
LOOKS = 500
"""How often, every ``LOOK_S``, is looked whether a screen has a place for what is typed."""


class Passed(Message):
    """Goes the way of a key, right behind it."""

    def __init__(self, key: Key, rounds: int) -> None:
        super().__init__()
        self.key = key
        self.rounds = rounds


class KeyOrder:
    """What was typed and waits.

    Args:
        app: Whose keys they are. All is called in its turn.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._held: deque[Key | Paste] = deque()
        self._key: Key | None = None
        self._screen: Screen[Any] | None = None
        self._target: Widget | None = None
        self._timer: TimerHandle | None = None
        self._is_releasing = False
        self._is_looking = False

    def holds(self, event: Key | Paste) -> bool:
        """Return whether an event has to wait, and keep it then; else it is given out now."""
        if self._key is not None or (self._held and not self._is_releasing):
            self._held.append(event)
            if len(self._held) == 1:
                self._ask_for()
            return True
        if isinstance(event, Key) and self._may_lead_elsewhere(event):
            self._key, self._screen = event, self._app.screen
            self._target = self._app.focused or self._screen
        return False

    def _may_lead_elsewhere(self, key: Key) -> bool:
        field = self._app.focused
        if not isinstance(field, Input):
            return True
        bound = field._bindings.key_to_bindings.get(key.key, ())
        return not (key.is_printable or any(each.action.startswith(EDITING) for each in bound))

    def _ask_for(self) -> None:
        """Send something behind the key whose end is waited for."""
        if self._key is None or self._target is None or self._is_looking:
            return
        if self._target.post_message(Passed(self._key, ROUNDS)):
            self._watch(self._key)
        else:
            self._app.call_later(self.done, self._key)

    def _watch(self, key: Key) -> None:
        if self._target is not None and self._target.is_attached:
            self._timer = get_running_loop().call_later(LOST_S, self._watch, key)
        else:
            self._app.call_later(self.done, key)

    def passed(self, message: Passed) -> None:
        """What was sent behind a key has arrived: the key was stopped on its way."""
        if message.key is not self._key:
            return
        target = self._target
        again = Passed(message.key, message.rounds - 1)
        if not again.rounds or target is None or not target.post_message(again):
            self.done(message.key)

    def done(self, key: Key) -> None:
        """A key has done what it does: give out what waits, once there is a place for it."""
        if key is not self._key or self._is_looking:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._is_looking = True
        self._look(LOOKS if self._app.screen is not self._screen else 0)

    def _look(self, looks: int) -> None:
        if looks and not _takes_keys(self._app.screen) and self._app.is_running:
            get_running_loop().call_later(LOOK_S, self._look, looks - 1)
        else:
            self._app.call_later(self._release)  # behind what sets the focus

    async def _release(self) -> None:
        self._key = self._screen = self._target = None
        self._is_looking = False
        self._is_releasing = True
        while self._held and self._key is None:
            await self._app.on_event(self._held.popleft())
        self._is_releasing = False
        if self._held:
            self._ask_for()


def _takes_keys(screen: Screen[Any]) -> bool:
    """Whether a screen has come up and stays: with a field in focus, unless it has none and fills itself no more."""
    if getattr(screen, "is_leaving", False):
        return False
    if screen.focused is not None:
        return True
    is_filling = getattr(screen, "is_filling", False)
    return screen.is_mounted and not is_filling and not screen.focus_chain
