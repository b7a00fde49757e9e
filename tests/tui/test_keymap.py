"""The config file: what is wrong in it is said with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.errors import GlossaryError, InputError, InvalidError
from tests.tui.driving import drive, press, screen_text, type_text
from tui.hit_list import HitList
from tui.keymap import Config, clashes, parse_config, read_config

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


@pytest.mark.parametrize("preset", ["default", "vim"])
def test_no_preset_gives_a_key_two_meanings(preset: str) -> None:
    assert list(clashes(Config(preset=preset))) == []


def test_a_missing_file_sets_nothing(tmp_path: Path) -> None:
    assert read_config(str(tmp_path / "tui.yaml")) == Config()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("preset: vi", 1, "unknown preset 'vi'. Did you mean 'vim'?"),
        ("theme: x\npreset: emacs", 2, "unknown preset 'emacs'"),
        ("theme: mauve", 1, "unknown theme 'mauve'"),
        ("keys:\n  entry.ad: f2", 2, "there is no action 'entry.ad'. Did you mean 'entry.add'?"),
        ("keys:\n  entry.add: f2\n  entry.edit: f2", 3, "key 'f2' is taken twice"),
        (
            "keys:\n  # moved\n  entry.add: f6",
            3,
            "key 'f6' is taken twice: by entry.add and by chinese.copy",
        ),
        ("keys:\n  entry.add: f2x", 2, "'f2x' is no key"),
        ("keys:\n  entry.add: ctl+y", 2, "'ctl+y' is no key"),
        ("kyes: {}", 1, "unknown setting 'kyes'. Did you mean 'keys'?"),
        ("keys:\n  entry.add: f2\n  entry.add: f12", 3, "stands twice"),
        ("keys: f2", 1, "settings are wanted here"),
        ("signs: latin", 1, "unknown signs 'latin'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_config(text, "tui.yaml")
    assert caught.value.line == line
    assert said in str(caught.value)


def test_no_yaml_is_said_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        parse_config("a: b\n c: {", "tui.yaml")
    assert caught.value.line == 2


def test_a_tag_in_the_config_runs_nothing() -> None:
    with pytest.raises(GlossaryError):
        parse_config("!!python/object/apply:os.system ['true']", "tui.yaml")


def test_a_key_may_move_when_its_first_owner_gives_it_up() -> None:
    config = parse_config("keys: {entry.add: f6, chinese.copy: f12}")
    assert config.keymap()["entry.add"] == "f6"


def test_remapped_keys_work_and_are_shown(small: Glossary) -> None:
    config = parse_config("keys: {hit.next: ctrl+n, comment.add: f12, entry.open: ctrl+l}")

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        await press(pilot, "ctrl+n")
        assert pilot.app.screen.query_one(HitList).cursor == 1
        await press(pilot, "down")
        assert pilot.app.screen.query_one(HitList).cursor == 1
        assert "^L Open" in screen_text(pilot)
        await press(pilot, "ctrl+l")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "entry"

    drive(small, scenario, config=config)


def test_an_action_without_a_key_can_get_one(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        before = pilot.app.theme
        await press(pilot, "f12")
        assert pilot.app.theme != before

    drive(small, scenario, config=parse_config("keys: {theme.next: f12}"))
