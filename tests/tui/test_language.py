"""Another language while the app runs: everything on the screens changes, and the choice holds at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widget import Widget

from glossary.i18n import LANGUAGES, VARIABLE, _, language, set_language
from tests.tui.driving import drive, press, screen_text, settle, type_text
from tui.app import ZhengmingApp
from tui.choice import Choice
from tui.choices import Choices, speak
from tui.display import width_cells
from tui.keymap import Config, parse_config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin in English, whatever this machine speaks, and go back to it."""
    for name in (VARIABLE, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    set_language()
    yield
    monkeypatch.undo()
    set_language()


async def choose(pilot: Driven, words: str) -> None:
    """Choose a language through the palette, as a person does."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, "语言")
    await press(pilot, "enter")
    await pilot.pause()
    for _step in range(8):
        if words in screen_text(pilot) and _highlighted(pilot) == words:
            break
        await press(pilot, "down")
    assert _highlighted(pilot) == words
    await press(pilot, "enter")


def _highlighted(pilot: Driven) -> str:
    from textual.widgets import OptionList

    options = pilot.app.screen.query_one(OptionList)
    assert options.highlighted is not None
    return str(options.get_option_at_index(options.highlighted).prompt)


def test_the_search_changes_at_once_footer_list_and_entry_too(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "science")
        assert "approved" in screen_text(pilot)
        await choose(pilot, "简体中文")
        shown = screen_text(pilot)
        assert "已批准" in shown  # the row that was painted before
        assert "approved" not in shown
        assert "帮助" in "".join(shown.splitlines()[-2:])  # bindings were made at import
        assert "隶属" in shown  # the entry beside the list

    drive(small, scenario)


def test_the_welcome_changes(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await choose(pilot, "Français")
        shown = screen_text(pilot)
        assert "Three things to try" not in shown
        assert language() == "fr"

    drive(small, scenario)


def test_an_open_form_changes_and_keeps_what_was_typed(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Office of Bells")
        await choose(pilot, "日本語")
        shown = screen_text(pilot)
        assert "Office of Bells" in shown
        assert "Pinyin" not in shown
        assert "ピンイン" in shown
        assert "unsourced" not in shown  # what a choice offers
        assert "出典なし" in shown
        await press(pilot, "escape")
        assert [draft.content["names"][0]["text"] for draft in small.drafts()] == [
            "Office of Bells"
        ]

    drive(small, scenario)


def test_the_review_changes(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        assert "waiting" in screen_text(pilot)
        await choose(pilot, "繁體中文")
        shown = screen_text(pilot)
        assert "waiting" not in shown
        assert "2 項待決" in shown  # the head
        assert "核准" in "".join(shown.splitlines()[-2:])
        assert "機構" in shown  # what would change

    drive(small, scenario)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("简体中文", "无出处、缺少来源"),
        ("日本語", "出典なし、出典が必要"),
        ("Français", "sans source, demande une source"),
    ],
)
def test_states_are_set_apart_as_the_language_does(small: Glossary, words: str, state: str) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        await choose(pilot, words)
        assert state in screen_text(pilot)

    drive(small, scenario)


def test_the_choice_holds_at_the_next_start(small: Glossary, tmp_path: Path) -> None:
    state = str(tmp_path / "state")

    async def chosen(pilot: Driven) -> None:
        await choose(pilot, "Español")

    drive(small, chosen, state=state)
    set_language()
    assert language() == "en"
    speak(Config(), Choices(state), {})
    assert language() == "es"


def test_as_the_system_says_forgets_the_choice(small: Glossary, tmp_path: Path) -> None:
    state = str(tmp_path / "state")

    async def scenario(pilot: Driven) -> None:
        assert isinstance(pilot.app, ZhengmingApp)
        pilot.app.speak("ja")
        assert language() == "ja"
        pilot.app.speak("")
        assert language() == "en"

    drive(small, scenario, state=state)
    speak(Config(), Choices(state), {})
    assert language() == "en"


def test_the_option_goes_before_a_choice_and_a_choice_before_the_config(tmp_path: Path) -> None:
    choices = Choices(str(tmp_path))
    choices.remember("language", "fr", over="ja")
    speak(Config(language="ja"), choices, {})
    assert language() == "fr"
    set_language("es")
    speak(Config(language="ja"), choices, {VARIABLE: "es"})
    assert language() == "es"


def test_a_config_changed_after_the_choice_counts(tmp_path: Path) -> None:
    choices = Choices(str(tmp_path))
    choices.remember("language", "fr", over="ja")
    speak(Config(language="zh_HK"), choices, {})
    assert language() == "zh_TW"


def test_a_language_in_the_config_that_is_none_is_said_with_its_line() -> None:
    with pytest.raises(Exception, match=r"^tui.yaml:2:11: the interface does not speak 'klingon'"):
        parse_config("preset: vim\nlanguage: klingon", "tui.yaml")


def test_a_file_of_choices_that_is_damaged_means_none(tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text('{"language": ["x"], "theme"', encoding="utf-8")
    assert Choices(str(tmp_path)).value("language", "fr") == "fr"
    (tmp_path / "choices.json").write_text('{"language": ["x"]}', encoding="utf-8")
    assert Choices(str(tmp_path)).value("language", "fr") == "fr"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_choice_and_no_label_is_cut_in_a_narrow_window(small: Glossary, tag: str) -> None:
    async def fit(pilot: Driven, where: str) -> None:
        for choice in pilot.app.screen.query(Choice):
            parent = choice.parent
            assert isinstance(parent, Widget)
            if choice.region:
                assert choice.region.right <= parent.region.right, (where, choice.value)
        for label in pilot.app.screen.query(".label, .field-label"):
            assert label.region.height <= 1, (where, str(label.render()))

    async def scenario(pilot: Driven) -> None:
        assert isinstance(pilot.app, ZhengmingApp)
        pilot.app.speak(tag)
        for keys in (("f5",), ("f4", "f5"), ("f2",), ("ctrl+o",), ("ctrl+s",)):
            await press(pilot, *keys)
            for choice in pilot.app.screen.query(Choice):
                widest = max(choice.options, key=lambda option: width_cells(option[1]))
                choice.set_value(widest[0])
                await settle(pilot)
                await fit(pilot, keys[-1])
                choice.set_value("")
            await press(pilot, *("escape" for _ in keys))
        await type_text(pilot, "ministry kind:body status:approved")
        at = screen_text(pilot).splitlines()[1]
        assert at.endswith(_("{at} of {n}").format(at=1, n=2)), at

    drive(small, scenario, size=(60, 20))
