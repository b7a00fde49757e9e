"""The line on top and the line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.i18n import LANGUAGES, set_language
from tests.tui.driving import drive, press, said, screen_text, type_text

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
