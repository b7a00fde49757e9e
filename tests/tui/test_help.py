"""F1, the palette, themes, colourless and ASCII terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette

from glossary.i18n import set_language
from tests.tui.driving import SIZES, drive, press, screen_text, settle, type_text, wait_for
from tui.form import FormScreen
from tui.help import HelpScreen
from tui.keymap import Config
from tui.words import set_ascii

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


@pytest.fixture(autouse=True)
def _unicode_and_english_again() -> Iterator[None]:
    yield
    set_ascii(False)
    set_language("en")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((), "In the search"),
        (("f2",), "In the form"),
        (("f4",), "In the review"),
        (("ctrl+o",), "With files"),
    ],
)
def test_f1_tells_what_works_here(
    small: Glossary, size: tuple[int, int], keys: tuple[str, ...], said: str
) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        for _ in range(6):
            if said in screen_text(pilot):
                break
            await press(pilot, "pagedown")
        assert said in screen_text(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpScreen)

    drive(small, scenario, size=size)


def test_the_palette_runs_a_command_by_its_name(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        await type_text(pilot, "new entry")
        await pilot.pause(0.3)
        await pilot.press("down")
        await pilot.press("enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormScreen)

    drive(small, scenario)


def test_the_signs_are_explained_where_nothing_is_asked_and_in_help(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        assert "◑ attested  read in one source" in screen_text(pilot)
        await type_text(pilot, "zzzz")
        assert "read in one source" not in screen_text(pilot)
        await press(pilot, "f1", "pagedown", "pagedown")
        assert "read in one source" in screen_text(pilot)

    drive(small, scenario)


def test_what_a_key_does_goes_on_below_its_beginning(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f1")
        lines = screen_text(pilot).splitlines()
        at = next(at for at, line in enumerate(lines) if "F3" in line and "Change the" in line)
        assert lines[at + 1].index(lines[at + 1].strip(" │").split()[0]) == lines[at].index("Edit:")

    drive(small, scenario, size=(60, 30))


def test_the_palette_says_in_its_language_that_nothing_matches(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    set_language()

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "xyzzy")
        await wait_for(pilot, "没有名称中含此字样的命令。")
        assert "No matches" not in screen_text(pilot)
        await press(pilot, "enter")  # nothing to take
        assert isinstance(pilot.app.screen, CommandPalette)

    drive(small, scenario)


@pytest.mark.parametrize(
    "theme",
    ["zhengming-dark", "zhengming-light", "high-contrast", "high-contrast-light", "ansi-dark"],
)
def test_every_theme_shows_the_same_words(small: Glossary, theme: str) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "silly")
        text = screen_text(pilot)
        assert pilot.app.theme == theme
        assert "? proposed" in text
        assert "○ unsourced" in text

    drive(small, scenario, config=Config(theme=theme))


def test_signs_of_ascii_say_the_same(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        text = screen_text(pilot).replace("正名", "")
        assert "o   unsourced" in text
        assert "> " in text
        assert [character for character in text if "\u2500" <= character <= "\u27bf"] == []
        for keys in (("ctrl+p",), ("escape", "f1"), ("escape", "f4", "r"), ("escape", "f5")):
            await press(pilot, *keys)
            shown = screen_text(pilot)
            assert [c for c in shown if not c.isascii() and not c.isalpha()] == []

    drive(small, scenario, config=Config(signs="ascii"))


def test_without_colour_the_cursor_is_still_seen(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        assert "▌" in screen_text(pilot)

    drive(small, scenario)
