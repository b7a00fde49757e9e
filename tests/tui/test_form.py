"""The form, by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from glossary.errors import StoreError
from glossary.model.entries import BodyFacts
from glossary.model.names import Evidence, Name, NameType
from tests.tui.driving import SIZES, drive, press, said, screen_text, settle, type_text
from tui.dialogs import Confirm
from tui.form import _NAME_FIELD, FormScreen
from tui.form_content import build, of_entry
from tui.form_rows import NameRow, SourceRow
from tui.leaflet import Leaflet
from tui.search import SearchScreen

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven


def form(pilot: Driven) -> FormScreen:
    screen = pilot.app.screen
    assert isinstance(screen, FormScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
def test_two_names_are_enough(bare: Glossary, size: tuple[int, int]) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry of Emergency Management")
        form(pilot).query(NameRow)[1].query_one(".f-text", Input).focus()
        await type_text(pilot, "应急管理部")
        assert (
            "Yìngjí Guǎnlǐbù"
            in form(pilot).query(NameRow)[1].query_one(".f-pinyin", Input).placeholder
        )
        assert (
            "應急管理部" in form(pilot).query(NameRow)[1].query_one(".f-other", Input).placeholder
        )
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SearchScreen)

    drive(bare, scenario, size=size)
    shown = bare.get("ministry-of-emergency-management")
    assert shown.review == "proposed"
    assert [(name.lang, name.text) for name in shown.entry.names] == [
        ("en", "Ministry of Emergency Management"),
        ("zh-Hans", "应急管理部"),
    ]
    assert bare.drafts() == ()


def test_in_a_very_narrow_window_every_choice_of_a_name_is_seen(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        shown = screen_text(pilot)
        assert "[full" in shown
        assert "[preferred" in shown
        assert "[unsourced" in shown

    drive(bare, scenario, size=(40, 14))


def test_what_was_proposed_is_shown_afterwards(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Office of Bells")
        await press(pilot, "ctrl+s")
        assert "office-of-bells" in screen_text(pilot)
        assert "How well a name is known" not in screen_text(pilot)

    drive(small, scenario)


@pytest.mark.parametrize(("typed", "field"), [("应急管理部", 1), ("Emergency", 0)])
def test_what_was_typed_is_in_the_field_of_its_language(
    small: Glossary, typed: str, field: int
) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, typed)
        await press(pilot, "f2")
        rows = form(pilot).query(NameRow)
        assert rows[field].content()["text"] == typed
        assert rows[1 - field].content()["text"] == ""

    drive(small, scenario)


def test_a_duplicate_is_said_while_typing_and_asked_about(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry of Education")
        assert "ministry-of-education" in form(pilot).query_one("#form-note", Leaflet).text
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SearchScreen)

    drive(small, scenario)
    assert small.get("ministry-of-education-2").review == "proposed"


def test_evidence_without_a_source_is_said_beside_the_field(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry A")
        row = form(pilot).query(NameRow)[0]
        row.query_one(".f-evidence").focus()
        await press(pilot, "o")
        await press(pilot, "tab", "tab", "tab")
        assert "is called official but has no source" in screen_text(pilot)
        await press(pilot, "f7")
        await type_text(pilot, "Organic Law")
        assert "is called official but has no source" not in screen_text(pilot)
        await press(pilot, "ctrl+s")

    drive(bare, scenario)
    name = bare.get("ministry-a").entry.names[0]
    assert name.evidence is Evidence.OFFICIAL
    assert name.sources[0].title == "Organic Law"


def test_a_draft_survives_leaving_and_comes_back(bare: Glossary) -> None:
    async def leaving(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry A")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)

    async def returning(pilot: Driven) -> None:
        assert "1 draft waits" in screen_text(pilot)
        await press(pilot, "ctrl+t", "enter")
        assert form(pilot).query(NameRow)[0].content()["text"] == "Ministry A"
        assert "draft resumed" in screen_text(pilot)
        await press(pilot, "ctrl+s")

    drive(bare, leaving)
    assert [draft.content["names"][0]["text"] for draft in bare.drafts()] == ["Ministry A"]
    drive(bare, returning)
    assert bare.get("ministry-a").review == "proposed"
    assert bare.drafts() == ()


def test_a_form_left_empty_keeps_no_draft(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "A")
        await press(pilot, "backspace", "escape")

    drive(bare, scenario)
    assert bare.drafts() == ()


def test_a_draft_is_dropped_after_asking(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry A")
        await press(pilot, "ctrl+t", "y")
        await settle(pilot)

    drive(bare, scenario)
    assert bare.drafts() == ()


def test_a_draft_that_cannot_be_dropped_is_said_and_the_form_stays(
    bare: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise StoreError("the disk is full")

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry A")
        monkeypatch.setattr(type(bare), "drop_draft", fail)
        await press(pilot, "ctrl+t", "y")
        await settle(pilot)
        assert said(pilot) == "the disk is full"
        assert form(pilot).query(NameRow)[0].content()["text"] == "Ministry A"

    drive(bare, scenario)
    assert [draft.content["names"][0]["text"] for draft in bare.drafts()] == ["Ministry A"]


def test_an_edit_of_an_approved_entry_waits_and_keeps_what_the_form_does_not_show(
    small: Glossary,
) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "MOST")
        await press(pilot, "f3", "f9")
        await type_text(pilot, "Science Ministry")
        await press(pilot, "ctrl+s")

    before = small.get("ministry-of-science-and-technology").entry
    drive(small, scenario)
    waiting = small.proposals("ministry-of-science-and-technology")
    assert len(waiting) == 1
    assert small.get("ministry-of-science-and-technology").entry == before
    small.approve(waiting[0].number, by="lin")
    after = small.get("ministry-of-science-and-technology").entry
    assert after.names[: len(before.names)] == before.names
    assert after.names[-1].text == "Science Ministry"
    assert after.names[-1].type is NameType.ALIAS
    assert after.relations == before.relations


def test_a_change_meanwhile_is_shown_and_not_overwritten(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "silly")
        await press(pilot, "f3", "f9")
        await type_text(pilot, "Silly Ministry")
        entry = small.get("ministry-of-silly-walks").entry
        theirs = Name(text="MSW", lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
        small.edit(replace(entry, names=(*entry.names, theirs)), by="kai")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        assert "MSW" in screen_text(pilot)
        await press(pilot, "escape")

    drive(small, scenario)
    texts = [name.text for name in small.get("ministry-of-silly-walks").entry.names]
    assert "MSW" in texts
    assert "Silly Ministry" not in texts
    assert len(small.drafts()) == 1


def test_a_relation_completes_from_a_part_of_the_name(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Bureau of Pianos")
        await press(pilot, "f8")
        await type_text(pilot, "国务")
        assert "State Council" in screen_text(pilot)
        await press(pilot, "enter", "ctrl+s")

    drive(small, scenario)
    assert small.get("bureau-of-pianos").entry.relations[0].target == "state-council"


def test_a_source_cited_before_fills_its_line(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Bureau of Pianos")
        await press(pilot, "f7")
        await type_text(pilot, "国务院组织")
        await press(pilot, "enter")
        assert form(pilot).query(SourceRow)[0].content()["publisher"] == "gov.cn"

    drive(small, scenario)


def test_a_place_completes_to_its_code(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Bureau of Pianos")
        form(pilot).query_one("#fact-place").query_one(Input).focus()
        await type_text(pilot, "河北省")
        await press(pilot, "enter", "ctrl+s")

    drive(bare, scenario)
    facts = bare.get("bureau-of-pianos").entry.body
    assert facts is not None
    assert facts.place == "130000"


def test_a_corrected_pinyin_is_kept(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "应急管理部")
        await press(pilot, "f2")
        form(pilot).query(NameRow)[1].query_one(".f-pinyin", Input).focus()
        await type_text(pilot, "Yingji Guanlibu")
        await press(pilot, "ctrl+s")

    drive(bare, scenario)
    hits = bare.find("应急管理部")
    assert hits[0].pinyin == "Yingji Guanlibu"


def test_a_lost_database_keeps_what_was_typed(small: Glossary) -> None:
    import os

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        os.rename(small.path, f"{small.path}.away")
        await type_text(pilot, "Ministry A")
        assert "draft NOT saved" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert form(pilot).query(NameRow)[0].content()["text"] == "Ministry A"
        os.rename(f"{small.path}.away", small.path)
        await press(pilot, "ctrl+s")

    drive(small, scenario)
    assert small.get("ministry-a").review == "proposed"


def test_what_stands_beside_no_name_is_said_before_it_is_lost(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry A")
        form(pilot).query(NameRow)[1].query_one(".f-lang", Input).focus()
        await type_text(pilot, "甲部")
        await press(pilot, "ctrl+s")
        assert "language tag 'zh甲部' is not well formed" in said(pilot)
        form(pilot).query(NameRow)[1].query_one(".f-lang", Input).value = "zh"
        form(pilot).query(NameRow)[1].query_one(".f-pinyin", Input).value = "Jiǎbù"
        await press(pilot, "ctrl+s")
        assert "There is no name for this" in said(pilot)
        form(pilot).query(NameRow)[1].query_one(".f-text", Input).value = "甲部"
        await press(pilot, "ctrl+s")

    drive(bare, scenario)
    assert [answer.pinyin for answer in bare.lookup("甲部")] == ["Jiǎbù"]


def test_markup_typed_into_the_form_stays_text(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "x")
        await press(pilot, "f2")
        row = form(pilot).query(NameRow)[0].query_one(".f-text", Input)
        row.value = "[red]Office[/] [/"
        await press(pilot, "ctrl+s")

    drive(bare, scenario)
    assert bare.find("status:proposed")[0].english == "[red]Office[/] [/"


def test_enter_and_down_go_from_line_to_line(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        form = pilot.app.screen
        await type_text(pilot, "Ministry of Bells")
        await press(pilot, "enter")
        await type_text(pilot, "钟部")
        await press(pilot, "down")
        assert form.focused is not None
        assert form.focused.has_class("f-pinyin")
        await press(pilot, "down")
        assert form.focused is form.query_one("#fact-kind Choice")
        await press(pilot, "up", "up")
        assert isinstance(form, FormScreen)
        names = [name["text"] for name in form.content()["names"]]
        assert names == ["Ministry of Bells", "钟部"]
        assert form.focused is list(form.query(".f-text"))[1]

    drive(bare, scenario)


def test_the_problem_of_an_eleventh_name_stands_beside_it() -> None:
    assert _NAME_FIELD.sub(r"names.\1", "names[11].evidence") == "names.11"


def test_a_source_no_name_rests_on_is_not_lost_silently(bare: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Ministry of Bells")
        await press(pilot, "f7")
        await type_text(pilot, "Gazette of Bells")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)  # not proposed
        assert "No name rests on it yet" in screen_text(pilot)

    drive(bare, scenario, size=(100, 40))


def test_a_source_goes_to_a_known_name_where_nothing_else_changes(small: Glossary) -> None:
    shown = small.get("state-council")
    content = of_entry(shown.entry, base=shown.revision)
    content["sources"] = [{"title": "Yearbook", "locator": "p. 3", "seen": "2026-11-25"}]
    entry = build(small, content)
    assert [[source.title for source in name.sources] for name in entry.names] == [
        ["国务院组织机构", "Yearbook"],
        ["国务院组织机构", "Yearbook"],
    ]


def test_a_draft_is_kept_once_the_database_is_back_without_another_key(
    bare: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setattr("tui.asking.AGAIN_S", 0.0)

    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        os.rename(bare.path, f"{bare.path}.away")
        pilot.app.screen.focused.insert_text_at_cursor("Kept")  # type: ignore[union-attr]
        while "draft NOT saved" not in screen_text(pilot):
            await pilot.pause()
        os.rename(f"{bare.path}.away", bare.path)
        while "draft saved" not in screen_text(pilot):
            await pilot.pause()

    drive(bare, scenario)
    assert [draft.content["names"][0]["text"] for draft in bare.drafts()] == ["Kept"]


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_leaving_asks_where_the_draft_could_not_be_saved(bare: Glossary, key: str) -> None:
    async def scenario(pilot: Driven) -> None:
        import os

        await press(pilot, "f2")
        os.rename(bare.path, f"{bare.path}.away")
        await type_text(pilot, "Kept")
        assert "draft NOT saved" in screen_text(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FormScreen)
        os.rename(f"{bare.path}.away", bare.path)
        await type_text(pilot, "!")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)

    drive(bare, scenario)
    assert [draft.content["names"][0]["text"] for draft in bare.drafts()] == ["Kept!"]


def test_a_place_that_stands_as_a_code_is_told_by_its_names(small: Glossary) -> None:
    entry = small.get("ministry-of-education").entry
    placed = replace(entry, body=BodyFacts(place="130100"))
    small.approve(small.edit(placed, by="lin").proposal, by="lin")

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "education")
        assert "Shijiazhuang 石家庄市 (130100)" in screen_text(pilot)
        await press(pilot, "f3")
        assert "Shijiazhuang 石家庄市 (130100)" in screen_text(pilot)

    drive(small, scenario, size=(120, 48))


def test_enter_out_of_habit_loses_nothing(small: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await press(pilot, "f2")
        await type_text(pilot, "Office of Bells")
        await press(pilot, "ctrl+t", "enter")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Y: forget it; Esc, N: leave it" in screen_text(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, FormScreen)

    drive(small, scenario)
    assert [draft.content["names"][0]["text"] for draft in small.drafts()] == ["Office of Bells"]
