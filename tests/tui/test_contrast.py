"""Every word stands out from its ground: 4.5 to 1, and 7 to 1 in the themes of high contrast (WCAG 2.2, 1.4.3 and 1.4.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color

from tests.tui.driving import drive, press, type_text
from tui.keymap import Config

if TYPE_CHECKING:
    from rich.style import Style

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in color.get_truecolor()]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    low, high = sorted((_luminance(style.color), _luminance(style.bgcolor)))
    return (high + 0.05) / (low + 0.05)


def _faint(pilot: Driven, least: float) -> dict[str, float]:
    """Return the words that stand out too little, of the window on top where there is one: what is behind it is dimmed."""
    found = {}
    screen = pilot.app.screen
    windows = screen.query(".dialog, CommandPalette > Vertical")
    region = windows.first().region if screen.is_modal and windows else screen.region
    for strip in screen._compositor.render_strips()[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style
            if style is None or style.color is None or not any(map(str.isalnum, segment.text)):
                continue
            contrast = _contrast(style)
            if contrast < least:
                found[segment.text.strip()] = round(contrast, 1)
    return found


@pytest.mark.parametrize(
    ("theme", "least"),
    [
        ("zhengming-dark", 4.5),
        ("zhengming-light", 4.5),
        ("high-contrast", 7.0),
        ("high-contrast-light", 7.0),
    ],
)
def test_every_word_stands_out(small: Glossary, theme: str, least: float) -> None:
    async def scenario(pilot: Driven) -> None:
        for keys in (
            *((), ("f1",), ("escape", "f5"), ("escape", "ctrl+p"), ("escape", "f2")),
            *(("f7",), ("escape", "f4"), ("down",), ("f5",), ("escape", "escape", "ctrl+o")),
        ):
            await press(pilot, *keys)
            assert _faint(pilot, least) == {}, keys
        await press(pilot, "escape")
        await type_text(pilot, "ministry")
        assert _faint(pilot, least) == {}
        await press(pilot, "enter", "f8")
        assert _faint(pilot, least) == {}

    drive(small, scenario, config=Config(theme=theme))
