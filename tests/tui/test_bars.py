"""The line on top and the line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.driving import drive, press, said, screen_text, type_text

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize(
    ("keys", "out"),
    [((), "^Q Quit"), (("f2",), "Esc Keep draft"), (("f4",), "Esc Search"), (("ctrl+o",), "Esc ")],
)
def test_the_way_out_is_always_told(
    small: Glossary, width: int, keys: tuple[str, ...], out: str
) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys)
        line = screen_text(pilot).splitlines()[-1]
        assert line.startswith(" F1 Help")
        assert out in line
        assert ("^Q Quit" in line) == (not keys)

    drive(small, scenario, size=(width, 20))


def test_ctrl_c_tells_how_to_leave_in_the_language_of_the_interface(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "x")
        await press(pilot, "ctrl+c")
        assert said(pilot).startswith("^Q leaves.")

    drive(small, scenario)
