"""The line on top and the line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.i18n import LANGUAGES, set_language
from tests.tui.driving import drive, press, said, screen_text, settle, type_text
from tui.app import ZhengmingApp

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize(
    ("keys", "out"),
    [((), "^Q Quit"), (("f2",), "Esc"), (("f4",), "Esc Search"), (("ctrl+o",), "Esc ")],
)
def test_the_way_out_is_always_told(
    small: Glossary, width: int, keys: tuple[str, ...], out: str
) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys)
        line = screen_text(pilot).splitlines()[-1]
        assert line.startswith(" F1 ")
        assert out in line
        assert ("^Q Quit" in line) == (not keys)

    drive(small, scenario, size=(width, 20))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_narrowest_form_tells_how_to_propose(small: Glossary, tag: str) -> None:
    async def scenario(pilot: Driven) -> None:
        set_language(tag)
        await press(pilot, "f2")
        assert "^S" in screen_text(pilot).splitlines()[-1]

    drive(small, scenario, size=(40, 12))
    set_language()


def test_ctrl_c_tells_how_to_leave_in_the_language_of_the_interface(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "x")
        await press(pilot, "ctrl+c")
        assert said(pilot).startswith("^Q leaves.")

    drive(small, scenario)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
def test_a_window_with_room_tells_the_keys_in_their_order(
    small: Glossary, tag: str, size: tuple[int, int]
) -> None:
    async def scenario(pilot: Driven) -> None:
        assert isinstance(pilot.app, ZhengmingApp)
        pilot.app.speak(tag)
        await settle(pilot)
        lines = screen_text(pilot).splitlines()
        told = [word for word in " ".join(lines[-2:]).split() if word[0] in "F^"]
        wanted = ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "^P", "^Q"]
        assert [key for key in told if key in wanted] == wanted
        assert all(len(line) <= size[0] for line in lines)

    drive(small, scenario, size=size)
    set_language()


def test_a_low_window_leaves_keys_out_from_the_end(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        assert isinstance(pilot.app, ZhengmingApp)
        pilot.app.speak("fr")
        await settle(pilot)
        line = screen_text(pilot).splitlines()[-1]
        assert line == " F1 Aide  Entrée Ouvrir  F2 Ajouter  F3 Modifier  ^Q Quitter"

    drive(small, scenario, size=(64, 20))
    set_language()
