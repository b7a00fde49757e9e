"""What an input method commits is taken in every field: as kitty's protocol sends it, and as plain UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.driving import drive, press, settle
from tui.pasting import PasteParser, pasted

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

# Source: textual 8.2.8, issue 1469; kitty keyboard protocol, "Report associated text": no key, only its text.
COMMITS = ("\x1b[49;;20320:22909u", "你好")


async def _commit(pilot: Driven, data: str) -> None:
    for event in pasted(PasteParser().feed(data)):
        pilot.app.post_message(event)
    await settle(pilot)


@pytest.mark.parametrize("data", COMMITS)
@pytest.mark.parametrize(
    ("keys", "fewest"),
    [
        ((), 1),
        (("f2", "f7", "f8", "f9"), 20),  # the form with a source, a relation and a further name
        (("f5",), 3),
        (("ctrl+g",), 1),
        (("f4", "r"), 1),
        (("f4", "c"), 1),
        (("ctrl+o",), 1),
        (("ctrl+s",), 2),
        (("ctrl+p",), 1),
    ],
)
def test_chinese_is_taken_in_every_field(
    small: Glossary, keys: tuple[str, ...], fewest: int, data: str
) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys)
        fields = [each for each in pilot.app.screen.query(Input) if each.focusable]
        assert len(fields) >= fewest
        for field in fields:
            field.focus()
            await settle(pilot)
            field.value = ""
            await _commit(pilot, data)
            assert field.value == "你好", field

    drive(small, scenario, size=(120, 60))
