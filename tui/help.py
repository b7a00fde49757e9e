"""F1: what this is, and every key that works where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from glossary.i18n import _, labelled
from tui.actions import actions_of
from tui.keymap import Config, key_string, keys_of
from tui.leaflet import Leaflet
from tui.legend import legend, legend_title
from tui.words import N_

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from tui.leaflet import Line

__all__ = ["HelpScreen", "places_of", "places_of_screen"]

_TITLES = {
    "search": N_("In the search"),
    "entry": N_("In the entry"),
    "form": N_("In the form"),
    "review": N_("In the review"),
    "files": N_("With files"),
    "app": N_("Everywhere"),
}
_EDITING = (
    ("←→ ^A ^E", N_("move in the text; to its beginning, to its end")),
    ("^W ^U ^K", N_("delete the word before, all before, all behind the caret")),
    ("Tab ⇧Tab", N_("to the next field, to the one before")),
)
_PLACES = {
    "SearchScreen": ("search",),
    "FormScreen": ("form",),
    "ReviewScreen": ("review",),
    "ImportScreen": ("files",),
    "ExportScreen": ("files",),
}


def places_of_screen(screen: Screen[Any]) -> tuple[str, ...]:
    """Return the places of the table of actions that a screen stands for; the focused one first."""
    from tui.entry_pane import EntryPane

    places = _PLACES.get(type(screen).__name__, ())
    return ("entry", *places) if isinstance(screen.focused, EntryPane) else places


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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "leave", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]

    def __init__(self, text: str, places: tuple[str, ...]) -> None:
        super().__init__()
        self._text = text
        self._places = places

    def compose(self) -> ComposeResult:
        """Lay out the text and the tables."""
        with VerticalScroll(classes="dialog -wide", can_focus=False):
            yield Leaflet(self._lines())

    def _lines(self) -> list[Line]:
        config: Config = getattr(self.app, "config", Config())
        lines: list[Line] = [_(self._text)] if self._text else []
        seen: set[str] = set()
        for place in (*self._places, "app"):
            if place == "app":
                lines += ["", _title(legend_title()), *legend()]
            lines += ["", _title(_(_TITLES[place]))]
            for action in sorted(actions_of(place), key=lambda each: not each.show):
                keys = [key for key in keys_of(action.id, config) if key not in seen]
                if not keys:
                    continue
                seen.update(keys)
                shown = ", ".join(key_string(key) for key in keys)
                lines.append((shown, labelled(_(action.title), _(action.help))))
        if isinstance(self.app.screen_stack[-2].focused, Input) or "form" in self._places:
            lines += ["", _title(_("In a field")), *((shown, _(text)) for shown, text in _EDITING)]
        every = _("^P lists every command by its name. Keys are changed in {path}.")
        return [*lines, "", every.format(path="tui.yaml"), _("Esc closes this.")]

    def action_scroll(self, by: int) -> None:
        """See more."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _title(text: str) -> Content:
    return Content.styled(text, "bold underline")
