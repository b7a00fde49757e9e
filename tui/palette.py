"""The command palette: what the screen in front can do, by its name in the interface's language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.command import (
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Provider,
    SearchIcon,
)
from textual.content import Content
from textual.widgets.option_list import Option

from glossary.i18n import _
from tui.actions import Action, actions_of, bindings
from tui.bound import bound_key, keyed
from tui.entry_pane import EntryPane
from tui.words import sign

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import BindingType
    from textual.command import Hits
    from textual.screen import Screen

__all__ = ["Commands", "Palette"]

_HIDDEN = frozenset(("palette.open",))


def _usefulness(action: Action) -> tuple[bool, bool, bool]:
    """What asks, changes or copies first, moves on the screen last, each in the order of the table."""
    return not action.twin, action.view_only.startswith("moves"), not action.show


class Palette(Provider):
    """Commands built from the table of actions."""

    def _commands(self) -> list[tuple[str, str, partial[None]]]:
        from tui.help import places_of_screen

        found = []
        actions = actions_of(*places_of_screen(self.screen), "app")
        for action in sorted(actions, key=_usefulness):
            if action.id in _HIDDEN or not action.help:
                continue
            key, title = bound_key(action.id), _(action.title)
            shown = f"{title}  ({key})" if key else title
            found.append((shown, keyed(_(action.help)), partial(self._run, action)))
        return found

    def _run(self, action: Action) -> None:
        target: App[object] | Screen[object] | EntryPane = (
            self.app if action.where == "app" else self.screen
        )
        if action.where == "entry":
            target = self.screen.query_one(EntryPane)
        self.app.call_later(self.app.run_action, action.method, target)

    async def discover(self) -> Hits:
        """Everything, before anything was typed."""
        for title, text, command in self._commands():
            yield DiscoveryHit(title, command, help=text)

    async def search(self, query: str) -> Hits:
        """Commands whose title or help matches."""
        matcher = self.matcher(query)
        for title, text, command in self._commands():
            score = max(matcher.match(title), matcher.match(text) * 0.6)
            if score > 0:
                yield Hit(score, matcher.highlight(title), command, text=title, help=text)


class Commands(CommandPalette, inherit_bindings=False):
    """Textual's palette, all of it in the interface's language and in the signs the terminal can show."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("palette")]
    places = ("palette",)

    def __init__(self) -> None:
        super().__init__(placeholder=_("Search for commands…"), id="--command-palette")

    def on_mount(self) -> None:
        """Ask with the prompt of the search."""
        self.query_one(SearchIcon).icon = sign("prompt")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say that nothing matches; Textual says it in English, and later."""
        if search_value:
            text = Content(_("No command has this in its name."))
            none = Option(text, id=self._NO_MATCHES, disabled=True)
            self.query_one(CommandList).add_option(none)
        self._list_visible = bool(search_value)
