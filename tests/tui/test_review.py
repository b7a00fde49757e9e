"""The review, by keys."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from glossary import Glossary
from glossary.i18n import set_language
from glossary.model.events import SEEDER
from glossary.model.names import Evidence, Name, NameType
from tests.glossaries import body
from tests.tui.driving import SIZES, drive, press, said, screen_text, settle, type_text, wait_for
from tui.changes import change_rows
from tui.dialogs import AskText, Confirm
from tui.form import FormScreen
from tui.queue_list import QueueList
from tui.review import ReviewScreen
from tui.search import SearchScreen

if TYPE_CHECKING:
    from tests.tui.driving import Driven
    from tui.app import ZhengmingApp

SILLY = "ministry-of-silly-walks"
AFFAIRS = "ministry-of-administrative-affairs"


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_approves_and_moves_on(small: Glossary, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "愚步部" in screen_text(pilot)
        await press(pilot, "a")
        queue = pilot.app.screen.query_one(QueueList)
        assert queue.item is not None
        assert queue.item.entry == AFFAIRS
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)

    drive(small, scenario, size=size)
    assert small.get(SILLY).review == "approved"
    assert small.get(AFFAIRS).review == "proposed"


@pytest.mark.parametrize("keys", [("f4", "a"), ("f2", "x", "ctrl+s")])
def test_waiting_for_a_locked_database_is_said_and_ends(
    small: Glossary, keys: tuple[str, ...]
) -> None:
    other = sqlite3.connect(small.path, isolation_level=None)

    async def scenario(pilot: Driven) -> None:
        await press(pilot, *keys[:-1])
        other.execute("BEGIN IMMEDIATE")
        await pilot.press(keys[-1])
        await wait_for(pilot, "waiting for the database…")
        other.execute("ROLLBACK")
        await settle(pilot)
        assert "waiting for the database…" not in screen_text(pilot)

    drive(small, scenario)
    other.close()
    assert small.waiting() == (1 if "f4" in keys else 3)


def test_what_others_changed_is_said_and_moves_no_line(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        app, screen = _app(pilot), pilot.app.screen
        app.look_at_database()
        await settle(pilot)
        assert "changed meanwhile" not in screen_text(pilot)
        with Glossary.open(small.path, user="lin") as other:
            other.comment("state-council", "nothing that waits")
            app.look_at_database()
            await settle(pilot)
            assert "changed meanwhile" not in screen_text(pilot)
            other.approve(SILLY)
        app.look_at_database()
        await settle(pilot)
        assert "changed meanwhile, F6 shows it" in screen_text(pilot)
        assert screen.query_one(QueueList).count == 2
        await press(pilot, "f6")
        assert "changed meanwhile" not in screen_text(pilot)
        assert screen.query_one(QueueList).count == 1

    drive(small, scenario)


def test_what_others_do_elsewhere_in_the_queue_comes_by_itself(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "down")
        queue = pilot.app.screen.query_one(QueueList)
        with Glossary.open(small.path, user="lin") as other:
            other.approve(SILLY)
            other.add(body("Ministry of Magic", "魔法部"))
        _app(pilot).look_at_database()
        await settle(pilot)
        assert "changed meanwhile" not in screen_text(pilot)
        assert [item.entry for item in queue.items] == [AFFAIRS, "ministry-of-magic"]
        assert queue.item is not None
        assert queue.item.entry == AFFAIRS
        await press(pilot, "a")

    drive(small, scenario)
    assert small.get(AFFAIRS).review == "approved"


def test_a_selection_that_others_decided_about_is_not_forgotten_quietly(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "space")
        with Glossary.open(small.path, user="lin") as other:
            other.approve(SILLY)
        _app(pilot).look_at_database()
        await settle(pilot)
        assert "changed meanwhile, F6 shows it" in screen_text(pilot)
        assert len(pilot.app.screen.query_one(QueueList).selected) == 1

    drive(small, scenario)


def test_an_empty_queue_fills_by_itself(small: Glossary) -> None:
    for entry in (SILLY, AFFAIRS):
        small.approve(entry, by="lin")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        assert "Nothing waits" in screen_text(pilot)
        with Glossary.open(small.path, user="lin") as other:
            other.add(body("Ministry of Magic", "魔法部"))
        _app(pilot).look_at_database()
        await settle(pilot)
        assert "魔法部" in screen_text(pilot)

    drive(small, scenario)


def _app(pilot: Driven) -> ZhengmingApp:
    return cast("ZhengmingApp", pilot.app)


def test_a_rejection_asks_for_a_reason(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "r", "enter")
        assert isinstance(pilot.app.screen, AskText)
        assert "A reason is needed" in screen_text(pilot)
        await type_text(pilot, "a joke")
        await press(pilot, "enter")

    drive(small, scenario)
    assert small.get(SILLY).review == "rejected"
    assert next(iter(small.history(SILLY, newest=True, limit=1))).event.why == "a joke"


def test_a_decision_is_undone(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "a", "u")

    drive(small, scenario)
    assert small.get(SILLY).review == "proposed"


def test_undo_goes_back_decision_by_decision_and_says_so(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "a")
        assert "approved: 愚步部, U undoes it" in screen_text(pilot)
        await press(pilot, "a", "u")
        assert "undid event" in screen_text(pilot)
        assert "U undoes it" not in screen_text(pilot)
        assert (small.get(SILLY).review, small.get(AFFAIRS).review) == ("approved", "proposed")
        await press(pilot, "u")
        assert small.get(SILLY).review == "proposed"
        await press(pilot, "u")
        assert said(pilot) == "Nothing was decided here yet."

    drive(small, scenario)


def test_what_somebody_decided_meanwhile_is_said(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        small.reject(SILLY, by="lin", why="a joke")
        await press(pilot, "a")
        assert said(pilot).startswith("Somebody decided about it meanwhile: rejected.")
        queue = pilot.app.screen.query_one(QueueList)
        assert [item.entry for item in queue.items] == [AFFAIRS]

    drive(small, scenario)
    assert small.get(SILLY).review == "rejected"


def test_a_reason_that_could_not_be_written_is_asked_again_as_it_was(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "r")
        await type_text(pilot, "a joke")
        small.reject(SILLY, by="lin", why="first")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AskText)
        assert "a joke" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)

    drive(small, scenario)


def test_a_selection_is_approved_after_one_question(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "space", "space", "a")
        assert isinstance(pilot.app.screen, Confirm)
        assert "愚步部" in screen_text(pilot)
        await press(pilot, "y")
        assert "Nothing waits" in screen_text(pilot)

    drive(small, scenario)
    assert small.waiting() == 0


def test_four_eyes_are_explained_and_kept(small: Glossary) -> None:
    small.configure("four-eyes", "on", by="lin")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "n")
        assert "four eyes are asked for" in screen_text(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, ReviewScreen)

    drive(small, scenario)
    assert small.get(AFFAIRS).review == "proposed"


def test_a_new_entry_has_the_whole_width(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        text = screen_text(pilot)
        assert "Proposed  Not in the glossary yet" in text
        assert "│" not in text

    drive(small, scenario, size=(120, 40))


@pytest.fixture
def edited(small: Glossary) -> Glossary:
    entry = small.get("ministry-of-education").entry
    former = Name(
        text="国家教育委员会",
        lang="zh-Hans",
        type=NameType.FORMER,
        evidence=Evidence.UNSOURCED,
        start="1985",
        end="1998",
    )
    english = replace(entry.names[0], text="Department of Education")
    small.edit(replace(entry, names=(english, entry.names[1], former)), by="kai", why="1985 reform")
    return small


@pytest.mark.parametrize("size", SIZES)
def test_a_proposal_stands_beside_what_is_approved(edited: Glossary, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "n", "n")
        text = screen_text(pilot)
        assert "Ministry of Education" in text
        assert "Department of Education" in text
        assert "国家教育委员会" in text

    drive(edited, scenario, size=size)


def test_editing_a_proposal_goes_before_approving_it(edited: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "n", "n", "e")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "f9")
        await type_text(pilot, "MOE")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "y")

    drive(edited, scenario)
    texts = [name.text for name in edited.get("ministry-of-education").entry.names]
    assert texts[0] == "Department of Education"
    assert "MOE" in texts


def test_a_change_meanwhile_is_not_approved_unseen(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        entry = small.get(SILLY).entry
        name = Name(text="MSW", lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
        small.edit(replace(entry, names=(*entry.names, name)), by="kai")
        await press(pilot, "a")
        assert small.get(SILLY).review == "proposed"
        assert "MSW" in screen_text(pilot)
        await press(pilot, "a")

    drive(small, scenario)
    assert small.get(SILLY).review == "approved"


def test_something_decided_meanwhile_is_said(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        small.approve(SILLY, by="lin")
        await press(pilot, "a")
        queue = pilot.app.screen.query_one(QueueList)
        assert [item.entry for item in queue.items] == [AFFAIRS]

    drive(small, scenario)


def test_a_stale_proposal_is_marked(edited: Glossary) -> None:
    entry = edited.get("ministry-of-education").entry
    name = Name(text="MOE", lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
    other = edited.edit(replace(entry, names=(*entry.names, name)), by="kai")
    edited.approve(other.proposal, by="lin")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "n", "n")
        assert "was changed since this was proposed" in screen_text(pilot)
        await press(pilot, "a")

    drive(edited, scenario)
    assert len(edited.proposals("ministry-of-education")) == 1


def test_the_queue_is_filtered(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "f5", "m", "enter")
        queue = pilot.app.screen.query_one(QueueList)
        assert [item.entry for item in queue.items] == [AFFAIRS]
        await press(pilot, "f5", "o", "enter")
        assert [item.entry for item in queue.items] == [SILLY]

    drive(small, scenario)


def test_a_comment_is_kept(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "c")
        await type_text(pilot, "is this real?")
        await press(pilot, "enter")
        assert "is this real?" in screen_text(pilot)

    drive(small, scenario)
    assert small.get(SILLY).comments[0].text == "is this real?"


def test_an_empty_queue_says_what_to_do(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        assert "Nothing waits for a decision" in screen_text(pilot)
        await press(pilot, "a", "r", "e", "c", "space", "u")

    drive(bare, scenario)


def test_the_arrows_move_and_show_what_they_come_to(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.queue.cursor == 0
        await press(pilot, "down")
        assert screen.queue.cursor == 1
        assert "Ministry of Administrative Affairs" in screen_text(pilot).split("────")[-1]
        await press(pilot, "up")
        assert screen.queue.cursor == 0

    drive(small, scenario, size=(60, 20))


def test_a_scrolled_list_begins_with_a_whole_row(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        await press(pilot, "down")
        queue = pilot.app.screen.query_one(QueueList)
        assert queue.row_height == 2
        assert queue.size.height == 5
        assert queue.cursor == 1
        for _ in range(2):
            small.add(body(f"Ministry of Bells {_}", "钟部"), by="kai", force=True)
        await press(pilot, "escape")
        await press(pilot, "f4")
        await press(pilot, "down", "down", "down")
        queue = pilot.app.screen.query_one(QueueList)
        assert queue.cursor == 3
        assert queue.scroll_offset.y % 2 == 0

    drive(small, scenario, size=(60, 20))


def test_what_people_proposed_does_not_stand_behind_what_was_shipped(small: Glossary) -> None:
    small.add(body("Office of Shipping", "航运局"), by=SEEDER)

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        queue = pilot.app.screen.query_one(QueueList)
        assert [item.entry for item in queue.items] == [SILLY, AFFAIRS]
        assert "Proposed by: people, not shipped" in screen_text(pilot)
        await press(pilot, "f5", "left", "enter")
        assert len(queue.items) == 3
        await press(pilot, "f6")
        assert len(queue.items) == 3

    drive(small, scenario)


def test_what_was_shipped_is_shown_where_nothing_else_waits(small: Glossary) -> None:
    for entry in (SILLY, AFFAIRS):
        small.approve(entry, by="lin")
    small.add(body("Office of Shipping", "航运局"), by=SEEDER)

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4")
        assert "航运局" in screen_text(pilot)

    drive(small, scenario)


@pytest.mark.parametrize(
    ("tag", "line"), [("zh_CN", "类别：机构"), ("fr", "nature\u00a0: organisme")]
)
def test_what_changes_is_set_apart_as_the_language_does_it(tag: str, line: str) -> None:
    set_language(tag)
    rows = change_rows({}, {"id": "a", "kind": "body", "names": []})
    set_language()
    assert line in ["".join(run.text for run in row.right).removeprefix("+ ") for row in rows]


def test_many_names_that_stay_do_not_stand_before_the_one_that_changes() -> None:
    def record(*texts: str) -> dict[str, Any]:
        names = [{"text": text, "lang": "en", "evidence": "unsourced"} for text in texts]
        return {"id": "a", "kind": "body", "names": names}

    def shown(*texts: str, more: str) -> list[str]:
        rows = change_rows(record(*texts), record(*texts, more))
        return ["".join(run.text for run in row.right).strip() for row in rows]

    full = "  full, unsourced"
    assert shown(*"ABCDEFGH", more="New") == [
        f"en  A{full}",
        f"en  B{full}",
        "… 4 names stay as they are",
        f"en  G{full}",
        f"en  H{full}",
        f"+ en  New{full}",
    ]
    assert len(shown(*"ABCDEF", more="New")) == 7  # two more are shown, not counted


def test_a_question_about_a_very_long_name_leaves_room_for_the_answer(small: Glossary) -> None:
    small.add(body("Office of Length", "长" * 9_000), by="kai")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f4", "down", "down", "r")
        assert pilot.app.screen.query_one("#answer").region.bottom < 12
        assert "长…" in screen_text(pilot)

    drive(small, scenario, size=(60, 20))
