"""Undo: one's last change, any event, and what a later change built on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, NotFoundError
from glossary.model.relations import Relation, RelationType
from tests.glossaries import body, empty_glossary
from tests.glossary.editing.test_decisions import with_alias


@pytest.fixture(name="glossary")
def _glossary(tmp_path):  # type: ignore[no-untyped-def]
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def test_undo_takes_back_ones_own_last_change_only(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.add(body("Ministry B", "乙部"), by="lin")
    glossary.undo(by="mei")
    assert glossary.lookup("Ministry A").found == "none"
    assert glossary.lookup("Ministry B").found == "exact"
    with pytest.raises(NotFoundError, match="mei has changed nothing"):
        glossary.undo(by="mei")


def test_undo_twice_walks_back_and_undoing_an_undo_brings_it_again(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.edit(with_alias(glossary.get("ministry-a").entry, "MA"), by="mei")
    first = glossary.undo(by="mei")
    glossary.undo(by="mei")
    assert glossary.lookup("Ministry A").found == "none"
    with pytest.raises(ConflictError):
        glossary.undo(first.event, by="mei")


def test_a_later_change_that_built_on_it_is_named(glossary: Glossary) -> None:
    added = glossary.add(body("Ministry A", "甲部"), by="mei").event
    edited = glossary.edit(with_alias(glossary.get("ministry-a").entry, "MA"), by="kai").event
    with pytest.raises(ConflictError, match=rf"event {edited} \(edit by kai\) built on it"):
        glossary.undo(added, by="mei")


def test_an_entry_others_relate_to_is_not_undone(glossary: Glossary) -> None:
    added = glossary.add(body("Ministry A", "甲部"), by="mei").event
    part = Relation(type=RelationType.PART_OF, target="ministry-a")
    glossary.add(body("Office B", "乙办", relations=[part]), by="kai")
    with pytest.raises(ConflictError, match="office-b"):
        glossary.undo(added, by="mei")


def test_merge_is_undone_whole(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.add(body("Ministry B", "乙部"), by="mei")
    glossary.comment("ministry-b", "same as A?", by="kai")
    event = glossary.merge("ministry-b", "ministry-a", by="lin").event
    assert glossary.get("ministry-b").entry.id == "ministry-a"
    assert [each.text for each in glossary.get("ministry-a").comments] == ["same as A?"]
    glossary.undo(event, by="lin")
    assert glossary.get("ministry-b").entry == glossary.get("ministry-b").entry
    assert glossary.get("ministry-b").entry.id == "ministry-b"
    assert [name.text for name in glossary.get("ministry-a").entry.names] == ["Ministry A", "甲部"]
    assert glossary.check() == ()


def test_an_approval_is_undone(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    event = glossary.approve("ministry-a", by="lin").event
    glossary.undo(event, by="lin")
    assert glossary.get("ministry-a").review == "proposed"


def test_the_id_of_an_undone_entry_is_never_used_again(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.undo(by="mei")
    again = glossary.draft("body", english=["Ministry A"], evidence="unsourced")
    assert again.id == "ministry-a-2"
    with pytest.raises(ConflictError, match="taken"):
        glossary.add(replace(again, id="ministry-a"), by="mei")


def test_there_is_no_event_to_undo(glossary: Glossary) -> None:
    with pytest.raises(NotFoundError, match="no event 99"):
        glossary.undo(99, by="mei")
