"""Import and export, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.driving import SIZES, drive, press, screen_text, settle, type_text
from tui.completing import Completing
from tui.dialogs import Confirm
from tui.exports import ExportScreen
from tui.files import StoppedError
from tui.imports import ImportScreen

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

NEW = """\
- id: bureau-of-pianos
  kind: body
  names:
    - {text: Bureau of Pianos, lang: en, usage: preferred, evidence: unsourced}
    - {text: 钢琴局, lang: zh-Hans, usage: preferred, evidence: unsourced}
"""


@pytest.mark.parametrize("size", SIZES)
def test_a_file_is_previewed_and_then_imported(
    small: Glossary, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(NEW, encoding="utf-8")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, ImportScreen)
        pilot.app.screen.query_one(Completing).input.value = str(tmp_path / "new")
        await press(pilot, "end")
        await type_text(pilot, ".y")
        await press(pilot, "enter")
        assert "This would happen" in screen_text(pilot)
        assert "bureau-of-pianos" in screen_text(pilot)
        assert small.find("钢琴局").hits == ()
        await press(pilot, "ctrl+s")
        assert "This was done" in screen_text(pilot)
        await press(pilot, "escape")

    drive(small, scenario, size=size)
    assert small.get("bureau-of-pianos").review == "proposed"


def test_enter_behind_a_whole_path_previews_it(small: Glossary, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(NEW, encoding="utf-8")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+o")
        await type_text(pilot, str(file))
        await press(pilot, "enter")
        assert "This would happen (yaml):" in screen_text(pilot)

    drive(small, scenario)
    assert small.find("钢琴局").hits == ()


def test_a_bad_file_is_told_with_its_line(small: Glossary, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(NEW.replace("kind: body", "kind: bdy"), encoding="utf-8")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+o")
        pilot.app.screen.query_one(Completing).input.value = str(file)
        await press(pilot, "f5")
        assert "nothing was changed" in screen_text(pilot)
        assert "unknown kind 'bdy'" in screen_text(pilot).replace("\n", " ")

    drive(small, scenario, size=(200, 60))


def test_an_export_writes_a_whole_file_and_asks_before_replacing(
    small: Glossary, tmp_path: Path
) -> None:
    file = tmp_path / "out.yaml"

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ExportScreen)
        pilot.app.screen.query_one("#path", Completing).input.value = str(file)
        await press(pilot, "ctrl+s")
        assert "Written" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "escape", "escape")

    drive(small, scenario)
    assert "教育部" in file.read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.partial*")) == []


def test_the_filters_of_the_search_are_taken_over(small: Glossary, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry status:proposed")
        await press(pilot, "ctrl+s", "end", "j")
        pilot.app.screen.query_one("#path", Completing).input.value = str(file)
        await press(pilot, "ctrl+s")

    drive(small, scenario)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2


def test_a_stopped_import_changes_nothing(small: Glossary, tmp_path: Path) -> None:
    import json

    from glossary.model.records import to_record
    from tests.glossaries import body

    file = tmp_path / "many.jsonl"
    lines = [json.dumps(to_record(body(f"Office {number}"))) for number in range(450)]
    file.write_text("\n".join(lines), encoding="utf-8")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+o")
        screen = pilot.app.screen
        assert isinstance(screen, ImportScreen)
        screen.query_one(Completing).input.value = str(file)
        screen.begin()
        screen._stopped = True
        with pytest.raises(StoppedError):
            small.import_file(str(file), progress=screen.report_progress)
        await settle(pilot)

    drive(small, scenario)
    assert small.find("office").hits == ()


def test_an_export_takes_the_options_of_its_format(small: Glossary, tmp_path: Path) -> None:
    folder = tmp_path / "catalogs"

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "ctrl+s", "p")
        screen = pilot.app.screen
        await press(pilot, "f5")
        assert "include=" in screen_text(pilot)
        screen.query_one("#options", Input).value = "to=zh_CN,fr domain=desk too=1"
        screen.query_one("#path", Completing).input.value = str(folder)
        await press(pilot, "ctrl+s")
        assert "is no option" in screen_text(pilot)
        screen.query_one("#options", Input).value = "to=zh_CN,fr domain=desk include=proposed"
        await press(pilot, "ctrl+s")
        assert "Written" in screen_text(pilot)

    drive(small, scenario, size=(120, 40))
    assert sorted(path.name for path in folder.rglob("*.po*")) == ["desk.po", "desk.po", "desk.pot"]
