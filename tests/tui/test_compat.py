"""The compositor of the search paints what Textual's own would, and asks no widget that is not seen to change."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widget import Widget

from tests.tui.driving import SIZES, drive, press, settle, type_text
from tui.compat import FrugalCompositor

if TYPE_CHECKING:
    from textual.strip import Strip

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


def _written(pilot: Driven, update: ChopsUpdate | None) -> str:
    assert update is not None
    return update.render_segments(pilot.app.console)


@pytest.mark.parametrize("size", SIZES)
def test_a_part_is_painted_as_textual_paints_it(small: Glossary, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        pilot.app.notify("a message that lies over the entry and the list")
        await settle(pilot)
        compositor = pilot.app.screen._compositor
        assert isinstance(compositor, FrugalCompositor)
        chance = random.Random(7)
        width, height = size
        for _ in range(200):
            changed = set()
            for _ in range(chance.randint(1, 4)):
                x, y = chance.randrange(width), chance.randrange(height)
                changed.add(
                    Region(x, y, chance.randint(1, width - x), chance.randint(1, height - y))
                )
            compositor._dirty_regions = set(changed)
            ours = _written(pilot, compositor.render_partial_update())
            compositor._dirty_regions = set(changed)
            assert ours == _written(pilot, Compositor.render_partial_update(compositor))

    drive(small, scenario, size=size)


def test_a_key_asks_only_what_changes_for_its_lines(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    frugal = FrugalCompositor._get_renders

    def noted(compositor: FrugalCompositor, crop: Region | None = None) -> object:
        render = Widget.render_lines

        def lines(widget: Widget, part: Region) -> list[Strip]:
            asked.add(widget.id or type(widget).__name__)
            return render(widget, part)

        with monkeypatch.context() as patch:
            patch.setattr(Widget, "render_lines", lines)
            yield from frugal(compositor, crop)

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "minist")
        monkeypatch.setattr(FrugalCompositor, "_get_renders", noted)
        await press(pilot, "r")
        assert "query" in asked
        # The list paints itself; the entry may follow; what lies behind or beside them is not asked.
        assert not asked & {
            "body",
            "left",
            "query-line",
            "prompt",
            "SearchScreen",
            "TopBar",
            "Hints",
        }

    drive(small, scenario, size=(100, 30))
