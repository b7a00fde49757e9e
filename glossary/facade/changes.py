"""Changes to a glossary: add, edit, decide, merge, comment, undo."""

from __future__ import annotations

from glossary.facade.questions import Questions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from glossary.editing.adding import Added, Duplicate
    from glossary.editing.drafts import Draft
    from glossary.editing.history import Told
    from glossary.editing.proposals import Outcome, Proposal
    from glossary.editing.queue import Queue
    from glossary.model.entries import Entry
    from glossary.model.patterns import PatternFacts
    from glossary.model.sources import Source

__all__ = ["Changes"]


class Changes(Questions):
    """What people do to a glossary; a part of ``Glossary``.

    Everywhere ``by`` is who does it (this glossary's user, else the environment's, git's or the system's) and
    ``why`` the reason given. Four eyes, where asked for, are enforced below.
    """

    _user: str

    def person(self, by: str = "") -> str:
        """Return who a change is by: the name given, the one of this glossary, or the user's own."""
        from glossary.editing.people import person

        if not by and not self._user:
            self._user = person()  # git is asked once, not for each of many changes
        return person(by or self._user)

    def draft(
        self,
        kind: str,
        *,
        english: Sequence[str] = (),
        chinese: Sequence[str] = (),
        others: Sequence[tuple[str, str]] = (),
        evidence: str,
        sources: Sequence[Source] = (),
        pattern: PatternFacts | None = None,
    ) -> Entry:
        """Return a new entry, not yet added, from the names a person typed; see ``editing.adding.draft``."""
        from glossary.editing.adding import draft

        with self.store.explained():
            return draft(
                kind,
                english=english,
                chinese=chinese,
                others=others,
                evidence=evidence,
                sources=sources,
                is_taken=self.store.reader.is_taken,
                pattern=pattern,
            )

    def rendered(self, entry: Entry) -> Entry:
        """Return an entry with its pinyin and other script filled in, not stored."""
        from glossary.language.renderings import render_entry

        return render_entry(entry)

    def rules(self) -> dict[str, str]:
        """Return the rules of the house: ``{"four-eyes": "on"}`` or off."""
        from glossary.editing.rules import FOUR_EYES, four_eyes

        with self.store.explained():
            return {FOUR_EYES: "on" if four_eyes(self.store) else "off"}

    def authors(self, target: str | int) -> tuple[str, ...]:
        """Return who wrote what waits: a proposed entry by its id, or a proposal by its number."""
        from glossary.editing.proposals import number_or_id
        from glossary.editing.rules import authors_of_entry

        target = number_or_id(target)
        with self.store.explained():
            if isinstance(target, int):
                return self.proposal(target).authors
            return authors_of_entry(self.store, target)

    def waiting(self) -> int:
        """Return how many entries and proposals wait for a decision."""
        with self.store.explained():
            return self.store.reader.count_waiting()

    def last_event(self) -> int:
        """Return the number of the newest event: cheap to ask, and another one where anybody changed something."""
        with self.store.explained():
            return int(self.store.reader.meta("events") or 0)

    def duplicates(self, entry: Entry) -> tuple[Duplicate, ...]:
        """Return entries that share a name with this one, equal ones first."""
        from glossary.editing.adding import find_duplicates

        with self.store.explained():
            return find_duplicates(self.store.reader, entry)

    def add(self, entry: Entry, *, by: str = "", why: str = "", force: bool = False) -> Added:
        """Add an entry as a proposal; see ``editing.adding.add`` for what is returned and raised."""
        from glossary.editing.adding import add

        return add(self.store, entry, by=self.person(by), why=why, force=force)

    def accept(self, name: str, *, reading: int = 1, by: str = "", why: str = "") -> Added:
        """Propose what patterns compose for a name as an entry, its derivation in a note.

        Args:
            name: The name, in either language.
            reading: Which of its readings, from 1.
            by: Who.
            why: The reason given; the derivation's first line by default.
        Raises:
            NotFoundError: Patterns do not compose it, or it has fewer readings.
            ConflictError: An entry of the kind has the name already.
        """
        from glossary.editing.adding import accept

        answers, reason = self.composed(name)
        return accept(
            self.store, name, answers, reason, reading=reading, by=self.person(by), why=why
        )

    def edit(
        self, entry: Entry, *, base: int | None = None, by: str = "", why: str = ""
    ) -> Outcome:
        """Change an entry, or propose to where it is approved; see ``editing.proposals.edit``."""
        from glossary.editing.proposals import edit

        return edit(self.store, entry, by=self.person(by), why=why, base=base)

    def revise(self, proposal: int, entry: Entry, *, by: str = "", why: str = "") -> Outcome:
        """Edit a proposal that waits; see ``editing.proposals.revise``."""
        from glossary.editing.proposals import revise

        return revise(self.store, proposal, entry, by=self.person(by), why=why)

    def rebased(self, proposal: int) -> Entry:
        """Return what a proposal to edit comes to, done to the entry as it is now; see ``editing.rebasing.rebase``."""
        from glossary.editing.rebasing import rebase

        with self.store.explained():
            return rebase(self.store, proposal)

    def proposal(self, number: int) -> Proposal:
        """Return a proposal that waits.

        Raises:
            NotFoundError: None of this number does.
        """
        from glossary.editing.proposals import get_proposal

        with self.store.explained():
            return get_proposal(self.store, number)

    def proposals(self, entry_id: str) -> tuple[Proposal, ...]:
        """Return the proposals that wait for an entry, oldest first."""
        from glossary.editing.proposals import open_proposals

        with self.store.explained():
            return open_proposals(self.store, entry_id)

    def queue(self, *, limit: int = 50, after: int = 0, **filters: str) -> Queue:
        """Return a page of what waits for a decision; see ``editing.queue.review_queue``."""
        from glossary.editing.queue import review_queue

        return review_queue(self.store, limit=limit, after=after, **filters)

    def approve(self, target: str | int, *, by: str = "", why: str = "") -> Outcome:
        """Approve a proposed entry by its id, or a proposal by its number; see ``editing.decisions.approve``."""
        from glossary.editing.decisions import approve

        return approve(self.store, target, by=self.person(by), why=why)

    def approve_all(
        self, targets: Iterable[str | int], *, by: str = "", why: str = ""
    ) -> tuple[Outcome, ...]:
        """Approve several, all or none."""
        from glossary.editing.decisions import approve_all

        return approve_all(self.store, targets, by=self.person(by), why=why)

    def reject(self, target: str | int, *, by: str = "", why: str) -> Outcome:
        """Reject a proposed entry or a proposal; see ``editing.decisions.reject``."""
        from glossary.editing.decisions import reject

        return reject(self.store, target, by=self.person(by), why=why)

    def retire(self, entry_id: str, *, by: str = "", why: str) -> Outcome:
        """Take an approved entry out of what is served; see ``editing.decisions.retire``."""
        from glossary.editing.decisions import retire

        return retire(self.store, entry_id, by=self.person(by), why=why)

    def merge(self, gone_id: str, kept_id: str, *, by: str = "", why: str = "") -> Outcome:
        """Merge one entry into another; see ``editing.merging.merge``."""
        from glossary.editing.merging import merge

        return merge(self.store, gone_id, kept_id, by=self.person(by), why=why)

    def comment(self, entry_id: str, text: str, *, by: str = "") -> Outcome:
        """Say something of an entry; see ``editing.comments.comment``."""
        from glossary.editing.comments import comment

        return comment(self.store, entry_id, text, by=self.person(by))

    def undo(self, event: int | None = None, *, by: str = "", why: str = "") -> Outcome:
        """Undo an event, or one's own last change; see ``editing.undoing.undo``."""
        from glossary.editing.undoing import undo

        return undo(self.store, event, by=self.person(by), why=why)

    def configure(self, key: str, value: str, *, by: str = "", why: str = "") -> Outcome:
        """Set a rule of the house; see ``editing.settings.configure``."""
        from glossary.editing.settings import configure

        return configure(self.store, key, value, by=self.person(by), why=why)

    def save_draft(self, key: str, content: dict[str, Any], *, by: str = "") -> None:
        """Keep an unfinished form; it is no part of the glossary and leaves no event."""
        from glossary.editing.drafts import save_draft

        save_draft(self.store, key, content, by=self.person(by))

    def drop_draft(self, key: str) -> None:
        """Forget an unfinished form; nothing happens where there is none."""
        self.store.drop_draft(key)

    def drafts(self) -> tuple[Draft, ...]:
        """Return the unfinished forms, newest first."""
        from glossary.editing.drafts import iter_drafts

        return iter_drafts(self.store)

    def history(
        self,
        entry_id: str = "",
        *,
        since: str = "",
        after: int = 0,
        limit: int = -1,
        newest: bool = False,
    ) -> Iterator[Told]:
        """Yield events as people read them; see ``editing.history.iter_history``."""
        from glossary.editing.history import iter_history

        return iter_history(
            self.store, entry=entry_id, since=since, after=after, limit=limit, newest=newest
        )
