"""The search screen, by keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from glossary import Glossary
from tests.glossaries import Shipped, body
from tests.tui.driving import (
    SIZES,
    drive,
    notice,
    press,
    said,
    screen_text,
    settle,
    type_text,
    wait_for,
)
from tui.app import ZhengmingApp
from tui.dialogs import ShowText
from tui.entry_pane import EntryPane
from tui.finding import SETTLED
from tui.hit_list import KEPT, HitList
from tui.keymap import Config
from tui.query import LIMIT, Query

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driving import Driven


def hits(pilot: Driven) -> HitList:
    return pilot.app.screen.query_one(HitList)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("typed", ["science and", "科学技术", "kexue jishu", "MOST"])
def test_hits_follow_what_is_typed(small: Glossary, size: tuple[int, int], typed: str) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, typed)
        assert "科学技术部" in screen_text(pilot)
        assert hits(pilot).answer().id == "ministry-of-science-and-technology"  # type: ignore[union-attr]

    drive(small, scenario, size=size)


@pytest.mark.parametrize("size", SIZES)
def test_a_state_is_said_in_words(small: Glossary, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "silly")
        text = screen_text(pilot)
        assert "unsourced" in text
        assert "proposed" in text

    drive(small, scenario, size=size)


def test_an_empty_query_welcomes_and_the_first_key_goes_to_it(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        assert "Three things to try" in notice(pilot)
        await type_text(pilot, "e")
        assert pilot.app.screen.query_one(Query).value == "e"

    drive(small, scenario)


def test_without_a_hit_the_nearest_are_offered(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "zzzz qqqq")
        assert "Nothing found" in notice(pilot)
        assert "not in the glossary" not in notice(pilot)  # that was said already
        assert "F2 adds it" in notice(pilot)

    drive(small, scenario)


def test_a_filter_without_a_value_is_said_in_words(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry kind:nonsense")
        assert "unknown kind 'nonsense'" in notice(pilot)

    drive(small, scenario)


def test_links_are_followed_and_come_back(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, "enter")
        pane = pilot.app.screen.query_one(EntryPane)
        assert pilot.app.focused is pane
        assert "not to be confused with" in screen_text(pilot)
        await press(pilot, "enter")
        assert pane.entry_id == "ministry-of-education"
        await press(pilot, "backspace")
        assert pane.entry_id == "ministry-of-science-and-technology"
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, Query)

    drive(small, scenario)


def test_typing_beside_the_query_goes_into_it(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOS")
        await press(pilot, "enter")
        await type_text(pilot, "T")
        assert pilot.app.screen.query_one(Query).value == "MOST"

    drive(small, scenario)


def test_a_narrow_window_shows_the_entry_over_the_list(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        await press(pilot, "down")
        chosen = hits(pilot).answer()
        pane = pilot.app.screen.query_one(EntryPane)
        assert not pane.display
        await press(pilot, "right")
        assert pane.display
        assert chosen is not None
        assert pane.entry_id == chosen.id
        await press(pilot, "escape")
        assert not pane.display
        assert hits(pilot).answer() == chosen

    drive(small, scenario, size=(60, 20))


@pytest.mark.parametrize(
    ("key", "copied"),
    [
        ("f6", "科学技术部"),
        ("f7", "Kēxué Jìshùbù"),
        ("f8", "Ministry of Science and Technology (科学技术部)"),
    ],
)
def test_one_key_copies(
    small: Glossary, monkeypatch: pytest.MonkeyPatch, key: str, copied: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TMUX", "TERM_PROGRAM", "VTE_VERSION", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, key)
        assert pilot.app.clipboard == copied

    drive(small, scenario)


def test_a_weak_name_carries_its_word_when_copied(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TMUX", raising=False)

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "silly")
        await press(pilot, "f8")
        assert pilot.app.clipboard == "Ministry of Silly Walks (愚步部) [unsourced, proposed]"

    drive(small, scenario)


def test_without_a_clipboard_the_text_is_shown_selected(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, "f6")
        assert isinstance(pilot.app.screen, ShowText)
        assert "科学技术部" in screen_text(pilot)

    drive(small, scenario)


def test_moving_within_the_window_reads_no_row(many: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "office")
        before = many.store.reader.questions
        await pilot.press("down")
        await pilot.pause()
        asked = many.store.reader.questions - before
        await settle(pilot)
        assert asked == 0

    drive(many, scenario, size=(60, 20))


def test_a_key_costs_no_more_with_more_hits_and_a_page_is_one_question(many: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "offic")
        before = many.store.reader.questions
        await type_text(pilot, "e")
        assert many.store.reader.questions - before < 40
        rows = hits(pilot)
        assert len(rows._answers) < 40 < rows.count
        before = many.store.reader.questions
        await press(pilot, "pagedown", "pagedown")
        # Two pages, each one question for its rows and at most one more where a slow machine reads ahead in two goes.
        assert many.store.reader.questions - before <= 4

    drive(many, scenario, size=(60, 20))


def test_paging_far_keeps_memory_and_ranks_more(many: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "kind:body")
        rows = hits(pilot)
        assert rows.count == SETTLED
        for _ in range(60):
            await pilot.press("pagedown")
        await settle(pilot)
        assert rows.count > SETTLED
        assert len(rows._answers) <= KEPT
        assert rows.answer() is not None

    drive(many, scenario, size=(60, 20))


def test_a_late_answer_is_dropped(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        for character in "silly":
            await pilot.press(character)
        await pilot.press(*["backspace"] * 5)
        await pilot.press(*"MOST")
        await settle(pilot)
        assert hits(pilot).answer().id == "ministry-of-science-and-technology"  # type: ignore[union-attr]

    drive(small, scenario)


def test_a_huge_paste_is_cut_and_answered(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        query = pilot.app.screen.query_one(Query)
        query.post_message(Paste("ministry " * 1_200_000))
        await settle(pilot)
        assert len(query.value) <= LIMIT
        query.value = ""
        await type_text(pilot, "MOST")
        assert hits(pilot).count == 1

    drive(small, scenario)


@pytest.mark.parametrize("size", SIZES)
def test_hostile_names_stay_harmless_and_in_column(
    hostile: Glossary, size: tuple[int, int]
) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "status:proposed")
        assert hits(pilot).count == 7
        from rich.cells import cell_len

        for strip in pilot.app.screen._compositor.render_strips():
            assert sum(cell_len(segment.text) for segment in strip) == size[0]
        text = screen_text(pilot)
        assert "\x1b" not in text
        assert "\u200d" not in text
        for _ in range(6):
            await press(pilot, "down")
            await press(pilot, "enter")
            await press(pilot, "escape")

    drive(hostile, scenario, size=size)


def test_markup_is_shown_as_it_stands(hostile: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "status:proposed")
        text = screen_text(pilot)
        assert "[red]x[/red] Office" in text
        assert r"\[b] Office" in text

    drive(hostile, scenario, size=(200, 60))


def test_as_of_a_day_is_shown_and_checked(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, "ctrl+g")
        await type_text(pilot, "200x")
        await press(pilot, "enter")
        assert "is not a date" in screen_text(pilot)
        await press(pilot, "backspace")
        await type_text(pilot, "5")
        await press(pilot, "enter")
        assert "as of 2005" in screen_text(pilot)

    drive(small, scenario)


def test_filters_are_written_into_the_query(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        await press(pilot, "f5", "right", "enter")
        assert pilot.app.screen.query_one(Query).value == "ministry kind:body"

    drive(small, scenario)


def test_the_preset_vim_moves_by_letters_in_the_list(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        await press(pilot, "escape", "j")
        assert hits(pilot).cursor == 1
        await press(pilot, "k")
        assert hits(pilot).cursor == 0
        await press(pilot, "slash")
        await type_text(pilot, "j")
        assert pilot.app.screen.query_one(Query).value == "ministryj"

    drive(small, scenario, config=Config(preset="vim"))


def test_recent_searches_come_back(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, "enter", "escape", "escape", "down", "enter")
        assert pilot.app.screen.query_one(Query).value == "MOST"

    drive(small, scenario)


def test_a_lost_database_is_said_and_the_query_stays(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        import os

        os.rename(small.path, f"{small.path}.away")
        pilot.app.look_at_database()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "The database is gone" in screen_text(pilot)
        os.rename(f"{small.path}.away", small.path)
        pilot.app.look_at_database()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "The database is gone" not in screen_text(pilot)
        assert pilot.app.screen.query_one(Query).value == "MOST"

    drive(small, scenario)


def test_what_a_lost_database_could_not_answer_is_asked_again_once_it_is_back(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setattr("tui.asking.AGAIN_S", 0.0)

    async def scenario(pilot: Driven) -> None:
        os.rename(small.path, f"{small.path}.away")
        pilot.app.screen.query_one(Query).value = "MOST"
        while "The database is gone" not in notice(pilot):
            await pilot.pause()
        os.rename(f"{small.path}.away", small.path)
        while not hits(pilot).count:
            await pilot.pause()
        await settle(pilot)
        assert hits(pilot).answer().id == "ministry-of-science-and-technology"  # type: ignore[union-attr]
        assert "gone" not in notice(pilot)

    drive(small, scenario)


def test_hits_of_an_older_query_do_not_pass_for_those_of_one_that_failed(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        import os

        await type_text(pilot, "MOST")
        os.rename(small.path, f"{small.path}.away")
        await type_text(pilot, "X")
        os.rename(f"{small.path}.away", small.path)
        assert "The database is gone" in notice(pilot)
        assert hits(pilot).count == 0
        assert "1 of" not in screen_text(pilot)
        await press(pilot, "backspace")
        assert hits(pilot).count == 1

    drive(small, scenario)


def test_a_window_resized_during_work_keeps_the_hit(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "ministry")
        await press(pilot, "down")
        chosen = hits(pilot).answer()
        for size in ((60, 20), (200, 60), (61, 20), (100, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert hits(pilot).answer() == chosen

    drive(small, scenario)


@pytest.fixture
def many(bare: Glossary) -> Glossary:
    """Nine hundred offices, taken in as an import does."""
    import io
    import json

    from glossary.model.records import to_record

    lines = [
        json.dumps(to_record(body(f"Office number {number}")), ensure_ascii=False)
        for number in range(900)
    ]
    report = bare.import_file(io.BytesIO("\n".join(lines).encode()), format="jsonl", by="kai")
    assert not report.problems
    return bare


def test_keys_pressed_fast_ask_once_at_the_end(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        query = pilot.app.screen.query_one(Query)
        for _ in range(300):
            query.insert_text_at_cursor("x")
        query.value = "MOST"
        await settle(pilot)
        assert hits(pilot).count == 1
        await asyncio.sleep(0)

    drive(small, scenario)


def test_keys_that_come_at_once_are_done_in_their_order(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        query = pilot.app.screen.query_one(Query)
        for key in (*"abz", "backspace", *"cd", "ctrl+u", *"MO", "backspace", *"OST", "home", *"x"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert query.value == "xMOST"
        assert query.cursor_position == 1

    drive(small, scenario)


def test_newer_shipped_entries_are_told_of_where_nothing_is_asked_yet(
    small: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(small), "newer_shipped", lambda _self: 1842)

    async def scenario(pilot: Driven) -> None:
        assert "1,842 entries" in notice(pilot)
        assert "^P “Newer entries” takes them over" in notice(pilot)
        await type_text(pilot, "MOST")
        assert "Newer entries" not in notice(pilot)

    drive(small, scenario)


def test_newer_shipped_entries_are_taken_over_after_they_were_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shipped = Shipped(monkeypatch, body("Office A", "甲局"))
    path = str(tmp_path / "a.db")
    Glossary.open(path).close()
    shipped.bring("second", body("Office A", "甲局"), body("Office B", "乙局"))

    async def take(pilot: Driven, answer: str) -> None:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "newer entries")
        await wait_for(pilot, "Take over entries")
        await press(pilot, "down", "enter")
        await wait_for(pilot, "1 new, as they are shipped: office-b")
        await press(pilot, answer)

    async def scenario(pilot: Driven) -> None:
        assert "1 entry that came with the program" in notice(pilot)
        await take(pilot, "escape")
        assert glossary.info()["entries"] == 1
        await take(pilot, "enter")
        assert said(pilot) == "1 added, 0 updated, 0 proposed, 0 retired, 1 as shipped"
        assert "came with the program" not in notice(pilot)
        await press(pilot, "ctrl+p")
        await type_text(pilot, "newer entries")
        await wait_for(pilot, "Take over entries")
        await press(pilot, "down", "enter")
        assert "there is nothing to take over" in said(pilot)

    with Glossary.open(path, user="mei") as glossary:
        drive(glossary, scenario)
        assert glossary.get("office-b").review == "approved"


def test_patterns_are_not_counted_as_entries(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        kinds = shipped.info()["kinds"]
        assert kinds["pattern"] > 0
        await settle(pilot)
        counted = sum(count for kind, count in kinds.items() if kind != "pattern")
        assert f"{counted:,} entries" in screen_text(pilot)

    drive(shipped, scenario)


def test_what_others_add_is_counted_and_found_without_a_key(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "walks")
        before = screen_text(pilot)
        with Glossary.open(small.path, user="lin") as other:
            other.add(body("Ministry of Fast Walks", "快步部"))
        app = pilot.app
        assert isinstance(app, ZhengmingApp)
        app.look_at_database()
        await settle(pilot)
        shown = screen_text(pilot)
        assert "快步部" in shown
        assert ("Review 2" in before, "Review 3" in shown) == (True, True)

    drive(small, scenario)
