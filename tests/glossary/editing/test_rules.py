"""Four eyes: no way round them through undo or merge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, ForbiddenError
from glossary.model.names import Evidence, Name
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        glossary.configure("four-eyes", "on", by="boss")
        yield glossary


def test_an_approval_taken_back_leaves_the_author_an_author(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    event = glossary.approve("ministry-a", by="lin").event
    glossary.undo(event, by="lin")
    with pytest.raises(ForbiddenError, match="mei"):
        glossary.approve("ministry-a", by="mei")


def test_who_wrote_the_entry_merged_in_cannot_approve_what_became_of_it(
    glossary: Glossary,
) -> None:
    glossary.add(body("Ministry A"), by="lin")
    glossary.add(body("Ministry B"), by="mei")
    glossary.merge("ministry-b", "ministry-a", by="kai")
    for author in ("lin", "mei", "kai"):
        with pytest.raises(ForbiddenError):
            glossary.approve("ministry-a", by=author)
    glossary.approve("ministry-a", by="boss")


def test_who_wrote_the_new_entry_cannot_approve_its_merge_into_an_approved_one(
    glossary: Glossary,
) -> None:
    glossary.add(body("Ministry A"), by="lin")
    glossary.approve("ministry-a", by="kai")
    glossary.add(body("Ministry B"), by="mei")
    number = glossary.merge("ministry-b", "ministry-a", by="kai").proposal
    with pytest.raises(ForbiddenError):
        glossary.approve(number, by="mei")
    glossary.approve(number, by="boss")


def test_approving_a_merge_into_a_new_entry_does_not_free_its_author(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.add(body("Ministry B"), by="lin")
    glossary.approve("ministry-b", by="kai")
    number = glossary.merge("ministry-b", "ministry-a", by="lin").proposal
    glossary.approve(number, by="boss")
    with pytest.raises(ForbiddenError, match="mei"):
        glossary.approve("ministry-a", by="mei")


def test_a_second_undo_does_not_pass_for_somebody_elses_work(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    alias = Name(text="MA", lang="en", evidence=Evidence.UNSOURCED)
    entry = glossary.get("ministry-a").entry
    glossary.edit(replace(entry, names=(*entry.names, alias)), by="mei")
    undone = glossary.undo(by="mei").event
    glossary.undo(undone, by="kai")
    for author in ("mei", "kai"):
        with pytest.raises(ForbiddenError):
            glossary.approve("ministry-a", by=author)


def test_undoing_a_merge_can_be_approved(glossary: Glossary) -> None:
    for english in ("Ministry A", "Ministry B"):
        glossary.add(body(english), by="mei")
    glossary.approve_all(["ministry-a", "ministry-b"], by="lin")
    number = glossary.merge("ministry-b", "ministry-a", by="kai").proposal
    event = glossary.approve(number, by="lin").event
    number = glossary.undo(event, by="kai").proposal
    assert glossary.get("ministry-b").entry.id == "ministry-a"
    glossary.approve(number, by="lin")
    assert glossary.get("ministry-b").entry.id == "ministry-b"
    assert glossary.check() == ()


def test_an_edit_proposed_before_the_entry_was_retired_does_not_bring_it_back(
    glossary: Glossary,
) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.approve("ministry-a", by="lin")
    edit = glossary.edit(body("Ministry A", "甲部"), by="mei").proposal
    retire = glossary.retire("ministry-a", by="lin", why="abolished").proposal
    glossary.approve(retire, by="kai")
    with pytest.raises(ConflictError, match="changed since proposal"):
        glossary.approve(edit, by="lin")
    assert glossary.get("ministry-a").review == "retired"


def test_a_merge_out_of_date_is_to_be_proposed_again(glossary: Glossary) -> None:
    for english in ("Ministry A", "Ministry B"):
        glossary.add(body(english), by="mei")
    glossary.approve_all(["ministry-a", "ministry-b"], by="lin")
    merge = glossary.merge("ministry-b", "ministry-a", by="kai").proposal
    edit = glossary.edit(body("Ministry B", "乙部"), by="mei").proposal
    glossary.approve(edit, by="lin")
    with pytest.raises(ConflictError, match="Reject it, and merge the entry as it is now"):
        glossary.approve(merge, by="lin")


def test_merges_to_and_fro_do_not_go_round(glossary: Glossary) -> None:
    for english in ("Ministry A", "Ministry B"):
        glossary.add(body(english), by="mei")
    for gone, kept in (("ministry-a", "ministry-b"), ("ministry-b", "ministry-a")):
        event = glossary.merge(gone, kept, by="kai").event
        undone = glossary.undo(event, by="kai").event
        glossary.undo(undone, by="kai")
        glossary.undo(event, by="kai")
    glossary.merge("ministry-b", "ministry-a", by="kai")
    with pytest.raises(ForbiddenError, match="mei"):
        glossary.approve("ministry-a", by="mei")
    glossary.approve("ministry-a", by="lin")
