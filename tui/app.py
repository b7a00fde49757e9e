"""The app: one glossary, one config, and the screens over it.

run()                  the user's own glossary
run("a.db")            another
ZhengmingApp(glossary) for tests, and for whoever serves it in a browser
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Key, Paste

from glossary.errors import StoreError
from glossary.i18n import LANGUAGES, _, language, number, set_language
from tui.actions import bindings
from tui.asking import finish_questions
from tui.bars import TopBar
from tui.bound import keyed, use_keys
from tui.choices import Choices, speak
from tui.clock import today
from tui.dialogs import Choose
from tui.key_order import KeyOrder, Passed
from tui.keymap import Config, config_path, read_config
from tui.query import Query
from tui.recent import Recent
from tui.said import say_again
from tui.search import SearchScreen
from tui.state import state_folder
from tui.themes import DEFAULT, THEMES
from tui.words import set_ascii, wants_ascii

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.events import Event

    from glossary import Glossary
    from glossary.facade.types import Draft
    from glossary.model.answers import Answer

__all__ = ["ZhengmingApp", "run"]

PASTE_LIMIT = 10_000
"""How much of a paste a field is given, in characters: as long as a name may be."""
LOOK_S = 2.0
"""How often the app looks whether its database is still where it was, and whether others changed it."""


def _palette() -> type[Provider]:
    from tui.palette import Palette  # not before the first painting

    return Palette


class ZhengmingApp(App[None]):
    """The terminal UI.

    Args:
        glossary: The glossary, already open; who opened it closes it.
        config: Keys, theme and signs.
        state: Folder for recent searches.
    """

    CSS_PATH = "zhengming.tcss"
    TITLE = "Zhengming"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMAND_PALETTE_BINDING = "unbound-command-palette"

    def __init__(
        self, glossary: Glossary, *, config: Config | None = None, state: str | None = None
    ) -> None:
        super().__init__()
        self.glossary = glossary
        self.config = config or Config()
        use_keys(self.config)
        folder = state if state is not None else state_folder()
        self.recent = Recent(folder)
        self.choices = Choices(folder)
        self._file = _identity(glossary.path)
        self._keys = KeyOrder(self)
        ascii_signs = self.config.signs == "ascii" or (not self.config.signs and wants_ascii())
        set_ascii(ascii_signs)
        for theme in THEMES:
            self.register_theme(theme)
        theme_name = self.choices.value("theme", self.config.theme)
        self.theme = theme_name if theme_name in self.available_themes else DEFAULT
        self.set_class(ascii_signs, "-ascii")
        if ascii_signs:
            from tui.plain_signs import PlainSigns

            self._filters.append(PlainSigns())
        self.set_keymap(self.config.keymap())

    def get_driver_class(self) -> type[Driver]:
        """Return what speaks to the terminal: Textual's own choice, but one that takes a long paste at once."""
        chosen = super().get_driver_class()
        if chosen.__name__ == "LinuxDriver":
            from tui.terminal import TerminalDriver  # what it builds on is not for every system

            return TerminalDriver
        return chosen

    async def on_event(self, event: Event) -> None:
        """Give out what is typed in its order; the rest is Textual's."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, Paste):
            event = self._cut(event)
        if not self._keys.holds(event):
            await super().on_event(event)
            if isinstance(event, Key) and not event.is_forwarded:
                self._keys.done(event)  # it was done on the spot

    def _cut(self, event: Paste) -> Paste:
        """Return a paste that a field can take: a field of one line would be minutes at a whole book."""
        length = len(event.text)
        if length <= PASTE_LIMIT or isinstance(
            self.focused, Query
        ):  # which says itself what it cuts
            return event
        text = _("The pasted text was cut: it had {n} characters.").format(n=number(length))
        self.notify(text, severity="warning", markup=False)
        return Paste(event.text[:PASTE_LIMIT])

    async def _on_key(self, event: Key) -> None:
        event.prevent_default()  # Textual would call its own once more
        await super()._on_key(event)
        self._keys.done(event)

    def on_passed(self, message: Passed) -> None:
        """What followed a key has come up."""
        self._keys.passed(message)

    @property
    def preset(self) -> str:
        """The preset of keys."""
        return self.config.preset

    @property
    def today(self) -> str:
        """The day it is here, YYYY-MM-DD."""
        return today()

    def action_command_palette(self) -> None:
        """Open the palette, which asks in the interface's language."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            from tui.palette import Commands

            self.push_screen(Commands())

    async def action_quit(self) -> None:
        """Leave; where a draft could not be kept, only after asking."""
        for screen in self.screen_stack:
            if getattr(screen, "would_lose", False):
                from tui.form_questions import ask_to_lose

                ask_to_lose(screen, self.exit)
                return
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave to who pressed ^C out of habit."""
        text = _("{app_quit} leaves. What you typed into a form is kept as a draft.")
        self.notify(keyed(text), markup=False)

    def on_mount(self) -> None:
        """Open the search, and keep an eye on the database."""
        self.push_screen(SearchScreen())
        self.set_interval(LOOK_S, self.look_at_database)

    def on_unmount(self) -> None:
        """Let what is being read be read; then the glossary can be closed."""
        finish_questions()

    def database_problem(self, path: str = "") -> str:
        """Return what is wrong with the database file, empty where it is the one that was opened.

        Args:
            path: How the file is named; in full where it is empty.
        """
        path = path or self.glossary.path
        now = _identity(self.glossary.path)
        if now == self._file:
            return ""
        if now is None:
            return _("The database is gone: {path}").format(path=path)
        return _("The database was replaced: {path}").format(path=path)

    def look_at_database(self) -> None:
        """Say on every screen what is wrong with the database, else look for changes; forms stay as they are."""
        problem = self.database_problem(os.path.basename(self.glossary.path))
        if problem:
            problem += ". " + _("What you type stays here; put the file back, or quit and reopen.")
        for screen in self.screen_stack:
            for bar in screen.query(TopBar):
                if bar.problem != problem:
                    bar.tell(problem=problem)
        look = getattr(self.screen, "look", None)
        if look is not None and not problem:
            look()

    def check_database(self) -> None:
        """Refuse to ask a file that is not the one that was opened: SQLite would quietly make an empty one.

        Raises:
            StoreError: It is gone or replaced.
        """
        problem = self.database_problem()
        if problem:
            raise StoreError(
                problem,
                fix=_("Put the file back, or quit and reopen; what you typed stays here."),
            )

    def action_show_help(self) -> None:
        """Tell what works here."""
        from tui.help import HelpScreen, places_of

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen(*places_of(self)))

    def action_next_theme(self) -> None:
        """The next of this program's themes."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.choices.remember("theme", self.theme, over=self.config.theme)

    def action_choose_language(self) -> None:
        """Choose the language of the interface; what is on the screens changes at once."""

        def taken(tag: str | None) -> None:
            if tag is not None:
                self.speak(tag)

        system = _("As the system says")
        choices = [*LANGUAGES.items(), ("", system)]
        self.push_screen(Choose(_("Language of the interface"), choices, language()), taken)

    def speak(self, tag: str) -> None:
        """Speak another language from now on, and at the next start.

        Args:
            tag: One of ``LANGUAGES``; empty for what the config and the environment say.
        """
        self.choices.remember("language", tag or self.config.language, over=self.config.language)
        set_language(tag or self.config.language or None)
        say_again(self.screen_stack)

    def open_form(
        self,
        *,
        words: str = "",
        entry_id: str = "",
        proposal: int = 0,
        draft: Draft | None = None,
        offered: Answer | None = None,
        done: Callable[[str | None], None] | None = None,
    ) -> None:
        """Open the form: for a new entry, one that was composed, an entry, a proposal, or a draft that was left."""
        from tui.form import FormScreen

        form = FormScreen(
            words=words, entry_id=entry_id, proposal=proposal, draft=draft, offered=offered
        )
        self.push_screen(form, done)

    def open_review(self, done: Callable[[str | None], None] | None = None) -> None:
        """Open the review queue."""
        from tui.review import ReviewScreen

        self.push_screen(ReviewScreen(), done)

    def open_import(self, done: Callable[[str | None], None] | None = None) -> None:
        """Open the import screen."""
        from tui.imports import ImportScreen

        self.push_screen(ImportScreen(), done)

    def open_export(self, query: str, done: Callable[[str | None], None] | None = None) -> None:
        """Open the export screen, with the filters of a query."""
        from tui.exports import ExportScreen

        self.push_screen(ExportScreen(query), done)


def _identity(path: str) -> tuple[int, int] | None:
    """What tells one file from another put in its place; ``None`` where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def run(
    path: str | None = None,
    *,
    user: str = "",
    config: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    ready: Callable[[], None] | None = None,
) -> int:
    """Open a glossary and show it until the person leaves.

    Args:
        path: The database; the user's own by default.
        user: Who changes are by.
        config: The config file; the user's own by default.
        progress: Told how far it is where the index of an older database is made anew.
        ready: Called once the glossary is open, before the screen is taken.
    Returns:
        0; 2 where the app could not go on.
    Raises:
        GlossaryError: The config is wrong (with its line), or the database cannot be opened.
    """
    from glossary import Glossary

    chosen = read_config(config if config is not None else config_path())
    speak(chosen, Choices(state_folder()))
    with Glossary.open(path, user=user, progress=progress) as glossary:
        if ready is not None:
            ready()
        app = ZhengmingApp(glossary, config=chosen)
        app.run()
    if not app.return_code:
        return 0
    from tui.terminal import end_as_asked

    end_as_asked(app.return_code)
    return 2
