"""F1: what this is, and every key that works where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from glossary.i18n import _, labelled
from tui.actions import PLACES, actions_of, bindings
from tui.bound import bound_keys, keyed, keys_text
from tui.leaflet import Leaflet
from tui.legend import legend, legend_title

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from tui.leaflet import Line

__all__ = ["HelpScreen", "places_of", "places_of_screen"]


def places_of_screen(screen: Screen[Any]) -> tuple[str, ...]:
    """Return the places of the table of actions whose keys work on a screen, those that go first first."""
    around: tuple[str, ...] = getattr(screen, "places", ())
    within: tuple[str, ...] = getattr(screen.focused, "places", ())
    screen_first = any(action.goes_first for action in actions_of(*around))
    return (*around, *within) if screen_first else (*within, *around)


def places_of(app: App[Any]) -> tuple[str, tuple[str, ...]]:
    """Return the help of the focused widget, or of the screen, and the places whose keys work."""
    screen = app.screen
    text = ""
    for node in screen.focused.ancestors_with_self if screen.focused else ():
        found = getattr(node, "help", "")
        text = text or (found if isinstance(found, str) else "")
    own = getattr(screen, "help", "")
    return text or (own if isinstance(own, str) else ""), places_of_screen(screen)


class HelpScreen(ModalScreen[None]):
    """The keys of some places, with a sentence each.

    Args:
        text: What this is.
        places: The places, the most important first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]

    def __init__(self, text: str, places: tuple[str, ...]) -> None:
        super().__init__()
        self._text = text
        self._places = places

    def compose(self) -> ComposeResult:
        """Lay out the text and the tables."""
        with VerticalScroll(classes="dialog -wide", can_focus=False):
            yield Leaflet(self._lines())

    def _lines(self) -> list[Line]:
        lines: list[Line] = [keyed(_(self._text))] if self._text else []
        seen: set[str] = set()
        last = ("text",) if "text" in self._places else ()
        for place in (*(each for each in self._places if each != "text"), "app", *last):
            if place == "app":
                lines += ["", _title(legend_title()), *legend()]
            lines += ["", _title(_(PLACES[place]))]
            for action in sorted(actions_of(place), key=lambda each: not each.show):
                keys = [key for key in bound_keys(action.id) if key not in seen]
                if not keys:
                    continue
                seen.update(keys)
                does = keyed(_(action.help))
                title = _(action.title)
                lines.append((keys_text(keys), labelled(title, does) if does else title))
        every = _("{palette_open} lists every command by its name. Keys are changed in {path}.")
        close = keyed(_("{help_close} closes this."))
        return [*lines, "", keyed(every, path="tui.yaml"), close]

    def action_scroll(self, by: int) -> None:
        """See more."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _title(text: str) -> Content:
    return Content.styled(text, "bold underline")
