"""The colours: dark, light, and high contrast in both. None of them says anything the text does not."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

__all__ = ["DEFAULT", "THEMES", "theme_names"]

DEFAULT = "zhengming-dark"

THEMES = (
    Theme(
        name="zhengming-dark",
        primary="#7aa2c8",
        secondary="#b99a6b",
        accent="#d9a05b",
        warning="#e0af68",
        error="#e06c75",
        success="#8fb573",
        foreground="#e4e0d8",
        background="#16181d",
        surface="#1c1f26",
        panel="#272b34",
        dark=True,
        variables={"foreground-muted": "#b6b3ac"},
    ),
    Theme(
        name="zhengming-light",
        primary="#1f5a93",
        secondary="#75540f",
        accent="#a04000",
        warning="#8a5a00",
        error="#a8232d",
        success="#2f6b1f",
        foreground="#1d1c1a",
        background="#fbf9f4",
        surface="#f4f1e9",
        panel="#e6e1d4",
        dark=False,
        variables={"foreground-muted": "#56534c"},
    ),
    Theme(
        name="high-contrast",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff9090",
        success="#90ff90",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#333333",
        text_alpha=1.0,
        dark=True,
        variables={"foreground-muted": "#f0f0f0"},
    ),
    Theme(
        name="high-contrast-light",
        primary="#0000c0",
        secondary="#004040",
        accent="#0000c0",
        warning="#702000",
        error="#a00000",
        success="#004000",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#d8d8d8",
        text_alpha=1.0,
        dark=False,
        variables={"foreground-muted": "#202020"},
    ),
)
"""The themes of this program; Textual's own can be chosen too."""


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes, this program's first.

    >>> theme_names()[0]
    'zhengming-dark'
    """
    return (*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES))
