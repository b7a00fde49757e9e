"""Approve, reject, retire, four eyes: the life of an entry below every face."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from glossary.model.entries import Entry
from glossary.model.names import Evidence, Name
from tests.glossaries import body, empty_glossary

__all__: list[str] = []


@pytest.fixture(name="glossary")
def _glossary(tmp_path):  # type: ignore[no-untyped-def]
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def with_alias(entry: Entry, text: str) -> Entry:
    return replace(
        entry, names=(*entry.names, Name(text=text, lang="en", evidence=Evidence.UNSOURCED))
    )


def test_a_new_entry_is_proposed_and_becomes_approved(glossary: Glossary) -> None:
    added = glossary.add(body("Ministry A", "甲部"), by="mei")
    assert glossary.get("ministry-a").review == "proposed"
    outcome = glossary.approve("ministry-a", by="lin")
    assert outcome.event == added.event + 1
    assert glossary.get("ministry-a").review == "approved"


def test_approving_what_is_not_proposed_changes_nothing(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.approve("ministry-a", by="lin")
    with pytest.raises(InvalidError, match="approved, not proposed"):
        glossary.approve("ministry-a", by="lin")
    assert len(list(glossary.history("ministry-a"))) == 2


def test_an_edit_to_an_approved_entry_waits_beside_it(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.approve("ministry-a", by="lin")
    shown = glossary.get("ministry-a")
    outcome = glossary.edit(
        with_alias(shown.entry, "A Ministry Hall"), by="kai", why="seen in print"
    )
    assert outcome.done == "proposed"
    assert glossary.lookup("A Ministry Hall").found == "none"
    glossary.approve(outcome.proposal, by="lin")
    assert glossary.lookup("A Ministry Hall")[0].id == "ministry-a"


def test_a_number_no_database_reaches_is_that_of_no_proposal(glossary: Glossary) -> None:
    for decide in (glossary.authors, lambda target: glossary.approve(target, by="lin")):
        with pytest.raises(NotFoundError, match=r"no proposal 9{18} is"):
            decide("9" * 5000)


def test_of_two_proposals_approving_one_leaves_the_other_waiting_and_stale(
    glossary: Glossary,
) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.approve("ministry-a", by="lin")
    entry = glossary.get("ministry-a").entry
    first = glossary.edit(with_alias(entry, "First"), by="kai").proposal
    second = glossary.edit(with_alias(entry, "Second"), by="mei").proposal
    assert glossary.approve(first, by="lin").waiting == (second,)
    with pytest.raises(ConflictError, match="changed since proposal"):
        glossary.approve(second, by="lin")
    merged = with_alias(glossary.get("ministry-a").entry, "Second")
    glossary.revise(second, merged, by="mei")
    glossary.approve(second, by="lin")
    assert {name.text for name in glossary.get("ministry-a").entry.names} == {
        *("Ministry A", "甲部", "First", "Second")
    }


def test_rejecting_needs_a_reason(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    with pytest.raises(InvalidError, match="a reason is needed to reject"):
        glossary.reject("ministry-a", by="lin", why=" ")
    glossary.reject("ministry-a", by="lin", why="no such body")
    assert glossary.get("ministry-a").review == "rejected"
    assert glossary.lookup("Ministry A").found == "none"
    assert glossary.lookup("Ministry A", status="rejected").found == "exact"


def test_a_rejected_entry_that_is_edited_is_proposed_again(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.reject("ministry-a", by="lin", why="no source")
    glossary.edit(with_alias(glossary.get("ministry-a").entry, "MA"), by="mei")
    assert glossary.get("ministry-a").review == "proposed"


def test_only_approved_entries_are_retired(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    with pytest.raises(InvalidError, match="proposed, not approved"):
        glossary.retire("ministry-a", by="lin", why="abolished")
    glossary.approve("ministry-a", by="lin")
    glossary.retire("ministry-a", by="lin", why="abolished")
    assert glossary.lookup("Ministry A").found == "none"


def test_an_edit_to_what_changed_meanwhile_is_refused_with_both_versions(
    glossary: Glossary,
) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    shown = glossary.get("ministry-a")
    glossary.edit(with_alias(shown.entry, "Theirs"), by="kai", base=shown.revision)
    with pytest.raises(ConflictError, match="changed meanwhile by kai") as caught:
        glossary.edit(with_alias(shown.entry, "Mine"), by="mei", base=shown.revision)
    assert "Theirs" in str(caught.value)
    assert "Mine" in str(caught.value)
    assert glossary.lookup("Mine").found == "none"


class TestFourEyes:
    """Whoever proposed, or edited the proposal, cannot approve it."""

    @pytest.fixture(autouse=True)
    def _strict(self, glossary: Glossary) -> None:
        glossary.configure("four-eyes", "on", by="boss")

    def test_the_proposer_cannot_approve(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        with pytest.raises(ForbiddenError, match="mei"):
            glossary.approve("ministry-a", by="mei")
        assert glossary.get("ministry-a").review == "proposed"
        glossary.approve("ministry-a", by="lin")

    def test_who_edited_the_proposed_entry_cannot_approve(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.edit(with_alias(glossary.get("ministry-a").entry, "MA"), by="lin")
        with pytest.raises(ForbiddenError):
            glossary.approve("ministry-a", by="LIN")

    def test_who_revised_a_proposal_cannot_approve_it(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.approve("ministry-a", by="lin")
        entry = glossary.get("ministry-a").entry
        number = glossary.edit(with_alias(entry, "One"), by="mei").proposal
        glossary.revise(number, with_alias(entry, "Two"), by="kai")
        for author in ("mei", "kai"):
            with pytest.raises(ForbiddenError):
                glossary.approve(number, by=author)
        glossary.approve(number, by="lin")

    def test_retiring_is_proposed(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.approve("ministry-a", by="lin")
        number = glossary.retire("ministry-a", by="lin", why="abolished").proposal
        assert glossary.get("ministry-a").review == "approved"
        with pytest.raises(ForbiddenError):
            glossary.approve(number, by="lin")
        glossary.approve(number, by="mei")
        assert glossary.get("ministry-a").review == "retired"

    def test_merging_is_proposed(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.add(body("Ministry B", "乙部"), by="mei")
        glossary.approve("ministry-a", by="lin")
        number = glossary.merge("ministry-b", "ministry-a", by="lin").proposal
        assert glossary.get("ministry-b").redirected_from == ""
        with pytest.raises(ForbiddenError):
            glossary.approve(number, by="lin")
        glossary.approve(number, by="kai")
        assert glossary.get("ministry-b").entry.id == "ministry-a"

    def test_undoing_what_would_change_the_approved_is_proposed(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.approve("ministry-a", by="lin")
        entry = glossary.get("ministry-a").entry
        number = glossary.edit(with_alias(entry, "One"), by="mei").proposal
        event = glossary.approve(number, by="lin").event
        outcome = glossary.undo(event, by="mei")
        assert outcome.done == "proposed"
        # What waits says "changed since" where its base is another revision than the entry's.
        assert glossary.proposal(outcome.proposal).base == glossary.get("ministry-a").revision
        assert glossary.lookup("One").found == "exact"
        with pytest.raises(ForbiddenError):
            glossary.approve(outcome.proposal, by="mei")
        glossary.approve(outcome.proposal, by="lin")
        assert glossary.lookup("One").found == "none"

    def test_taking_four_eyes_away_needs_them(self, glossary: Glossary) -> None:
        number = glossary.configure("four-eyes", "off", by="mei").proposal
        with pytest.raises(ForbiddenError):
            glossary.approve(number, by="mei")
        glossary.approve(number, by="lin")
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.approve("ministry-a", by="mei")


def test_a_proposal_for_a_merged_entry_is_refused(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    glossary.add(body("Ministry B", "乙部"), by="mei")
    old = glossary.get("ministry-b").entry
    glossary.merge("ministry-b", "ministry-a", by="lin")
    with pytest.raises(ConflictError, match="merged into ministry-a"):
        glossary.edit(with_alias(old, "Late"), by="kai")


def test_an_unknown_id_names_the_nearest(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    with pytest.raises(NotFoundError, match="ministry-a"):
        glossary.approve("ministry-x", by="lin")
