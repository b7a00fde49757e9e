"""Relations stay sound whatever is approved, merged or undone, and in whichever order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, NotFoundError
from glossary.model.relations import Relation, RelationType
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.model.entries import Entry


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def part_of(target: str) -> Relation:
    return Relation(type=RelationType.PART_OF, target=target)


def within(entry: Entry, *targets: str) -> Entry:
    return replace(entry, relations=tuple(part_of(target) for target in targets))


def test_two_proposals_that_make_a_ring_together_are_not_both_approved(glossary: Glossary) -> None:
    for english in ("Ministry A", "Ministry B"):
        glossary.add(body(english), by="mei")
    glossary.approve_all(["ministry-a", "ministry-b"], by="lin")
    first = glossary.edit(within(body("Ministry A"), "ministry-b"), by="mei").proposal
    second = glossary.edit(within(body("Ministry B"), "ministry-a"), by="mei").proposal
    glossary.approve(first, by="lin")
    with pytest.raises(ConflictError, match="in a ring"):
        glossary.approve(second, by="lin")
    assert glossary.get("ministry-b").entry.relations == ()
    assert [each.number for each in glossary.proposals("ministry-b")] == [second]


def test_a_merge_that_closes_a_ring_is_refused(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.add(body("Bureau C", relations=[part_of("ministry-a")]), by="mei")
    glossary.add(body("Office B", relations=[part_of("bureau-c")]), by="mei")
    with pytest.raises(ConflictError, match="in a ring"):
        glossary.merge("office-b", "ministry-a", by="lin")
    assert glossary.get("office-b").redirected_from == ""


def test_a_ring_through_a_merged_entry_is_seen(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.add(body("Ministry B"), by="mei")
    glossary.add(body("Bureau C", relations=[part_of("ministry-b")]), by="mei")
    glossary.merge("ministry-b", "ministry-a", by="lin")
    with pytest.raises(ConflictError, match="in a ring"):
        glossary.edit(within(glossary.get("ministry-a").entry, "bureau-c"), by="mei")


def test_undo_that_would_close_a_ring_is_refused(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.add(body("Ministry B"), by="mei")
    glossary.edit(within(body("Ministry A"), "ministry-b"), by="mei")
    without = glossary.edit(body("Ministry A"), by="mei").event
    glossary.edit(within(body("Ministry B"), "ministry-a"), by="kai")
    with pytest.raises(ConflictError, match="in a ring"):
        glossary.undo(without, by="mei")


def test_undo_that_would_lead_nowhere_is_refused(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    added = glossary.add(body("Ministry B"), by="mei").event
    glossary.edit(within(body("Ministry A"), "ministry-b"), by="mei")
    without = glossary.edit(body("Ministry A"), by="mei").event
    glossary.undo(added, by="mei")
    with pytest.raises(NotFoundError, match="ministry-b"):
        glossary.undo(without, by="mei")


def test_a_proposal_whose_target_was_undone_is_not_approved(glossary: Glossary) -> None:
    glossary.add(body("Ministry A"), by="mei")
    glossary.approve("ministry-a", by="lin")
    added = glossary.add(body("Ministry B"), by="mei").event
    number = glossary.edit(within(body("Ministry A"), "ministry-b"), by="mei").proposal
    glossary.undo(added, by="mei")
    with pytest.raises(NotFoundError, match="ministry-b"):
        glossary.approve(number, by="lin")


def test_an_entry_that_a_redirect_leads_to_is_not_undone(glossary: Glossary) -> None:
    added = glossary.add(body("Ministry A"), by="mei").event
    glossary.add(replace(body("Ministry A"), id="ministry-a-2"), by="kai", force=True)
    glossary.merge("ministry-a-2", "ministry-a", by="lin")
    with pytest.raises(ConflictError, match="ministry-a-2"):
        glossary.undo(added, by="mei")
    assert glossary.get("ministry-a-2").entry.id == "ministry-a"


def test_undoing_a_merge_names_the_merge_that_built_on_it(glossary: Glossary) -> None:
    for english in ("Ministry A", "Ministry B", "Ministry C"):
        glossary.add(body(english), by="mei")
    first = glossary.merge("ministry-b", "ministry-a", by="lin").event
    second = glossary.merge("ministry-a", "ministry-c", by="lin").event
    with pytest.raises(ConflictError, match=rf"event {second} \(merge by lin\) built on it"):
        glossary.undo(first, by="lin")
