"""The config file: what is wrong in it is said with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.errors import GlossaryError, InputError, InvalidError
from tests.tui.driving import drive, notice, press, screen_text, type_text
from tui.hit_list import HitList
from tui.keymap import Config, clashes, parse_config, read_config

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

KEYMAP = Path(__file__).parents[2] / "docs" / "keymap.md"


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


def test_the_example_in_the_documentation_is_a_good_one() -> None:
    example = KEYMAP.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert parse_config(example).keys == {"english.copy": ("f10",), "theme.next": ("f11", "f12")}


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


def test_texts_name_the_keys_that_are_bound(small: Glossary) -> None:
    config = parse_config(
        "keys: {entry.add: f12, help.show: f10, comment.add: f11, question.agree: f4, question.decline: [f3, n],"
        " answer.take: f9, text.begin: home, panel.take: f2, choice.next: plus, help.close: x, decision.undo: z,"
        " hit.last: ctrl+n}"
    )

    async def scenario(pilot: Driven) -> None:
        assert "F12" in notice(pilot)
        assert "F10 help for where you are" in notice(pilot)
        await type_text(pilot, "zzzz")
        assert "F12 adds it" in notice(pilot)
        await press(pilot, "f5")
        assert "← + to change, F2 takes it" in " ".join(screen_text(pilot).replace("│", "").split())
        await press(pilot, "escape", "escape", "f10")
        assert "X closes this." in notice(pilot)
        assert "F11" in notice(pilot)
        assert "Home  to the beginning" in notice(pilot)
        await press(pilot, "x")
        await type_text(pilot, "education")
        await press(pilot, "f11")
        await type_text(pilot, "seen")
        assert "F9 takes it, Esc leaves it." in screen_text(pilot)
        await press(pilot, "enter")  # not its key any more
        assert "F9 takes it" in screen_text(pilot)
        await press(pilot, "f9", "ctrl+y")
        assert "F4: undo it; F3, N: leave it" in screen_text(pilot)
        await press(pilot, "y")
        assert "F4: undo it" in screen_text(pilot)
        await press(pilot, "n")
        assert "F4: undo it" not in screen_text(pilot)
        assert [each.text for each in small.get("ministry-of-education").comments] == ["seen"]
        await press(pilot, "f4", "a")
        assert "Z undoes it" in screen_text(pilot)

    drive(small, scenario, config=config)


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ("chinese.copy: ctrl+a", "'ctrl+a' is taken twice: by chinese.copy and by text.begin"),
        ("choice.next: f1", "'f1' is taken twice: by help.show and by choice.next"),
        ("question.agree: n", "'n' is taken twice: by question.agree and by question.decline"),
        ("panel.take: tab", "'tab' is taken twice: by field.next and by panel.take"),
    ],
)
def test_a_key_that_what_has_the_focus_takes_as_well_is_an_error(keys: str, taken: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_config(f"keys:\n  {keys}", "tui.yaml")
    assert caught.value.line == 2
    assert taken in str(caught.value)


def test_an_action_without_a_key_can_get_one(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        before = pilot.app.theme
        await press(pilot, "f12")
        assert pilot.app.theme != before

    drive(small, scenario, config=parse_config("keys: {theme.next: f12}"))
