"""Merging: what comes together, what leads where, what is refused."""

from __future__ import annotations

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, InvalidError
from tests.glossaries import body, empty_glossary


@pytest.fixture(name="glossary")
def _glossary(tmp_path):  # type: ignore[no-untyped-def]
    with empty_glossary(tmp_path) as glossary:
        for english, chinese in (
            ("Ministry A", "甲部"),
            ("Ministry B", "乙部"),
            ("Ministry C", "丙部"),
        ):
            glossary.add(body(english, chinese), by="mei")
        yield glossary


def test_both_names_lead_to_the_kept_entry(glossary: Glossary) -> None:
    glossary.merge("ministry-b", "ministry-a", by="lin")
    assert glossary.lookup("Ministry B")[0].id == "ministry-a"
    assert glossary.lookup("乙部")[0].id == "ministry-a"
    shown = glossary.get("ministry-b")
    assert (shown.entry.id, shown.redirected_from) == ("ministry-a", "ministry-b")


def test_redirects_lead_on_through_a_second_merge(glossary: Glossary) -> None:
    glossary.merge("ministry-b", "ministry-a", by="lin")
    glossary.merge("ministry-a", "ministry-c", by="lin")
    assert glossary.get("ministry-b").entry.id == "ministry-c"
    assert glossary.check() == ()


def test_into_itself_or_in_a_ring_is_refused(glossary: Glossary) -> None:
    with pytest.raises(InvalidError, match="into itself"):
        glossary.merge("ministry-a", "ministry-a", by="lin")
    glossary.merge("ministry-b", "ministry-a", by="lin")
    with pytest.raises((InvalidError, ConflictError)):
        glossary.merge("ministry-a", "ministry-b", by="lin")


def test_an_entry_merged_away_cannot_be_merged_again(glossary: Glossary) -> None:
    glossary.merge("ministry-b", "ministry-a", by="lin")
    with pytest.raises(ConflictError, match="merged into ministry-a"):
        glossary.merge("ministry-b", "ministry-c", by="lin")


def test_proposals_for_the_entry_that_goes_are_closed(glossary: Glossary) -> None:
    glossary.approve("ministry-b", by="lin")
    entry = glossary.get("ministry-b").entry
    from tests.glossary.editing.test_decisions import with_alias

    glossary.edit(with_alias(entry, "Bee"), by="kai")
    glossary.merge("ministry-b", "ministry-a", by="lin")
    assert [item.entry for item in glossary.queue().items if item.proposal] == []


@pytest.mark.parametrize("review", ["rejected", "retired"])
@pytest.mark.parametrize(
    ("gone", "kept"), [("ministry-b", "ministry-a"), ("ministry-a", "ministry-b")]
)
def test_what_is_not_served_is_neither_merged_nor_merged_into(
    gone: str, kept: str, review: str, glossary: Glossary
) -> None:
    # Its names would come in by the back door, or those of the other would be lost.
    if review == "rejected":
        glossary.reject("ministry-b", by="lin", why="no such body")
    else:
        glossary.approve("ministry-b", by="lin")
        glossary.retire("ministry-b", by="lin", why="no longer wanted")
    before = [told.event.number for told in glossary.history()]
    with pytest.raises(ConflictError, match=f"ministry-b is {review}") as caught:
        glossary.merge(gone, kept, by="lin")
    assert "history ministry-b" in caught.value.fix
    assert [told.event.number for told in glossary.history()] == before
    assert glossary.lookup("甲部")[0].id == "ministry-a"


def test_a_proposal_to_merge_waits_in_vain_once_the_other_is_retired(glossary: Glossary) -> None:
    for name in ("ministry-a", "ministry-b"):
        glossary.approve(name, by="lin")
    glossary.configure("four-eyes", "on", by="lin")
    glossary.merge("ministry-b", "ministry-a", by="mei")
    glossary.retire("ministry-a", by="mei", why="no longer wanted")
    [merging, retiring] = [item.proposal for item in glossary.queue().items if item.proposal]
    glossary.approve(retiring, by="lin")
    with pytest.raises(ConflictError, match="ministry-a is retired"):
        glossary.approve(merging, by="lin")
    assert glossary.get("ministry-b").entry.id == "ministry-b"
    assert glossary.check() == ()
