"""A name no entry has, but patterns compose: offered with its steps, never passed off, and taken into a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import drive, notice, press, screen_text, type_text
from tui.copied import copied_text
from tui.form import FormScreen
from tui.search import SearchScreen

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

_ENGLISH = "Zhengding County Bureau of Education"


def test_where_nothing_is_found_it_is_composed_with_its_steps(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "正定县教育局")
        shown = screen_text(pilot)
        assert "Not in the glossary; composed from patterns, so check it:" in shown
        assert _ENGLISH in shown
        assert "△ composed · not in the glossary" in shown
        assert "Zhèngdìng Xiàn Jiàoyùjú" in shown
        assert "step 1" in shown
        assert "[130123]" in shown
        assert "? proposed" not in shown  # it is nothing anybody proposed

    drive(shipped, scenario, size=(160, 40))


def test_the_row_is_behind_the_hits_and_the_notice_leads_to_it(shipped: Glossary) -> None:
    shipped.add(
        shipped.draft(
            "body", english=["Zhengding County Bureau of Education Annex"], evidence="unsourced"
        )
    )

    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "Zhengding County Bureau of Education")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        found = screen.found
        assert found is not None
        assert len(found.hits) == 1
        assert found.count == 2
        assert notice(pilot).startswith(
            "No entry has this very name. Patterns compose 正定县教育局"
        )
        assert screen.answer is not None
        assert not screen.answer.derivation  # the cursor stays on what is in the glossary
        await press(pilot, "down")
        assert screen.answer is not None
        assert screen.answer.derivation
        assert "△ composed · not in the glossary" in screen_text(pilot)

    drive(shipped, scenario)


def test_a_held_body_of_the_composed_name_is_a_row_and_no_composed_one(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "Beijing Academy of Agriculture and Forestry Sciences")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.found is not None
        assert not screen.found.composed
        assert "北京市农林科学院" in screen_text(pilot)
        assert "composed" not in screen_text(pilot)

    drive(shipped, scenario)


def test_an_exact_hit_composes_nothing(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "科学技术部")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.found is not None
        assert not screen.found.composed
        assert "composed" not in notice(pilot)

    drive(shipped, scenario)


def test_accepting_it_opens_the_form_and_proposes(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "正定县教育局")
        await press(pilot, "f2")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        content = form.content()
        assert [(name["text"], name["evidence"]) for name in content["names"]] == [
            (_ENGLISH, "composed"),
            ("正定县教育局", "composed"),
        ]
        assert (content["level"], content["place"]) == ("county", "130123")
        assert content["why"].startswith("composed: body: 正定县教育局 = ")
        await press(pilot, "ctrl+s")

    drive(shipped, scenario)
    (answer,) = shipped.lookup("正定县教育局")
    assert (answer.english, answer.evidence, answer.review) == (_ENGLISH, "composed", "proposed")
    (event,) = shipped.history(answer.id)
    assert event.event.why.startswith("composed: body: 正定县教育局 = ")


def test_opening_it_and_leaving_keeps_no_draft(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "正定县教育局")
        await press(pilot, "f3")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape")

    drive(shipped, scenario)
    assert shipped.drafts() == ()


def test_what_is_copied_of_it_carries_its_word(shipped: Glossary) -> None:
    (answer,) = shipped.lookup("正定县教育局")
    assert (
        copied_text(answer, "both") == f"{_ENGLISH} (正定县教育局) [composed, not in the glossary]"
    )
    assert "composed" in copied_text(answer, "footnote")


def test_it_cannot_be_commented_on_or_retired(shipped: Glossary) -> None:
    async def scenario(pilot: Driven) -> None:
        await type_text(pilot, "正定县教育局")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        screen.action_add_comment()
        screen.action_retire_entry()
        await pilot.pause()
        assert pilot.app.screen is screen

    drive(shipped, scenario)
