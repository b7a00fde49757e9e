"""The actions that work everywhere."""

from __future__ import annotations

from tui.action import SHOWS, Action
from tui.words import N_

__all__ = ["EVERYWHERE"]

EVERYWHERE = (
    Action(
        id="help.show",
        where="app",
        method="show_help",
        title=N_("Help"),
        help=N_("What works here, key by key."),
        keys=("f1",),
        twin="zhengming --help",
    ),
    Action(
        id="palette.open",
        where="app",
        method="command_palette",
        title=N_("Commands"),
        help=N_("Every command by its name."),
        keys=("ctrl+p",),
        view_only=SHOWS,
    ),
    Action(
        id="app.quit",
        where="app",
        method="quit",
        title=N_("Quit"),
        help=N_("Leave; a form that is open is kept as a draft."),
        keys=("ctrl+q",),
        view_only=SHOWS,
    ),
    Action(
        id="app.suspend",
        where="app",
        method="suspend_process",
        title=N_("To the shell"),
        help=N_("Back to the shell for a while; fg returns."),
        keys=("ctrl+z",),
        view_only=SHOWS,
        show=False,
    ),
    Action(
        id="theme.next",
        where="app",
        method="next_theme",
        title=N_("Next theme"),
        help=N_("Change the colours: dark, light, high contrast."),
        view_only=SHOWS,
        show=False,
    ),
    Action(
        id="language.choose",
        where="app",
        method="choose_language",
        # Translators: the other names stay, for those who cannot read this language.
        title=N_("Language / 语言 / 語言"),
        help=N_(
            "The language of the interface: English, 简体中文, 繁體中文, Français, 日本語, Español."
        ),
        twin="zhengming --language",
        show=False,
    ),
)
"""In the order help and documentation list them."""
