"""What is typed at once goes where the keys before it lead."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from tests.tui.driving import drive, press, said, settle, wait_for
from tui.dialogs import AskText
from tui.form import FormScreen
from tui.form_rows import NameRow
from tui.query import Query
from tui.review import ReviewScreen
from tui.search import SearchScreen

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

SILLY = "ministry-of-silly-walks"


def _at_once(pilot: Driven, *keys: str) -> None:
    """Send keys as a terminal does that was slow: all before the first is answered."""
    for key in keys:
        pilot.app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))


def test_letters_behind_the_key_of_the_form_stand_in_the_form(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f2", *"Office", "down", *"局长")
        await wait_for(pilot, "局长")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, FormScreen)
        rows = [row.content()["text"] for row in screen.query(NameRow)]
        assert rows == ["Office", "局长"]
        assert pilot.app.screen_stack[1].query_one(Query).value == ""

    drive(small, scenario)


@pytest.mark.parametrize(("key", "name"), [("f2", "正定县教育局"), ("f3", "正定县教育局")])
def test_the_form_waits_for_what_patterns_compose_of_what_was_typed(
    shipped: Glossary, key: str, name: str
) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, *"Zhengding", "space", *"County", "space", *"Bureau")
        _at_once(pilot, "space", *"of", "space", *"Education", key)
        await wait_for(pilot, name)
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, FormScreen)
        assert [row.content()["text"] for row in screen.query(NameRow)][1] == name

    drive(shipped, scenario)


def test_what_is_copied_is_the_hit_of_what_was_typed(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *"educ")
        _at_once(pilot, "ctrl+u", *"silly", "f6")
        await wait_for(pilot, "愚步部")
        await settle(pilot)
        assert [each.partition(" —")[0] for each in said(pilot).splitlines()] == ["Copied: 愚步部"]

    drive(small, scenario)


def test_letters_behind_esc_stand_in_the_search(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f2", "escape", *"walks")
        await wait_for(pilot, "愚步部")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)
        assert pilot.app.screen.query_one(Query).value == "walks"

    drive(small, scenario)
    assert not small.drafts()


def test_a_reason_typed_ahead_decides_about_nothing_else(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f4")
        await settle(pilot)
        _at_once(pilot, "r", *"aarrc", "enter")
        await wait_for(pilot, "rejected")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)

    drive(small, scenario)
    assert small.get(SILLY).review == "rejected"
    assert next(iter(small.history(SILLY, newest=True, limit=1))).event.why == "aarrc"
    assert small.get("ministry-of-administrative-affairs").review == "proposed"


def test_a_paste_waits_for_the_field_it_is_meant_for(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f2")
        pilot.app.post_message(Paste("Office of Pastes"))
        await wait_for(pilot, "Office of Pastes")
        assert isinstance(pilot.app.screen, FormScreen)

    drive(small, scenario)


@pytest.mark.parametrize("keys", [("f2",), ("ctrl+p",), ("f5", "tab", "tab"), ("ctrl+o",)])
def test_a_field_is_given_no_more_of_a_paste_than_a_name_may_have(
    small: Glossary, keys: tuple[str, ...]
) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys)
        pilot.app.post_message(Paste("x" * 1_000_000))
        await settle(pilot)
        field = pilot.app.focused
        assert isinstance(field, Input)
        assert len(field.value) == 10_000
        assert said(pilot) == "The pasted text was cut: it had 1,000,000 characters."

    drive(small, scenario)


@pytest.mark.parametrize("keys", [("backspace", "x"), ("left", "x"), ("home", "delete", "x")])
def test_keys_within_a_field_stay_in_their_order(small: Glossary, keys: tuple[str, ...]) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, *"ab", *keys)
        await settle(pilot)
        expected = {"backspace": "ax", "left": "axb", "home": "xb"}[keys[0]]
        assert pilot.app.screen.query_one(Query).value == expected

    drive(small, scenario)


def test_what_is_typed_behind_an_answer_goes_back_to_the_screen_before(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f4")
        await settle(pilot)
        _at_once(pilot, "c", *"seen", "enter", "n", "c")
        await wait_for(pilot, "Comment on 行政事务部")
        assert isinstance(pilot.app.screen, AskText)

    drive(small, scenario)
    assert [comment.text for comment in small.get(SILLY).comments] == ["seen"]


def test_keys_are_given_out_where_no_field_is(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f1", "escape", *"walks")
        await wait_for(pilot, "愚步部")
        assert pilot.app.screen.query_one(Query).value == "walks"

    drive(small, scenario)


def test_an_answer_typed_ahead_is_taken(small: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
    drop = type(small).drop_draft

    def drop_late(glossary: Glossary, key: str) -> None:
        time.sleep(0.2)  # meanwhile what is typed behind the answer comes in
        drop(glossary, key)

    monkeypatch.setattr(type(small), "drop_draft", drop_late)

    async def scenario(pilot: Driven) -> None:
        _at_once(pilot, "f2", *"Office", "ctrl+t", "y", *"walks")
        await wait_for(pilot, "愚步部")
        await settle(pilot)
        assert pilot.app.screen.query_one(Query).value == "walks"
        await pilot.app.workers.wait_for_complete()  # the draft is dropped in a thread
        assert small.drafts() == ()

    drive(small, scenario)
