"""Proposals: what is to become of an entry, waiting beside what is served.

An edit to an entry still proposed changes it in place. Anything that would change what is approved waits as a row of
``proposals``, with the revision it was made against, until somebody decides.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from glossary.editing.grammar import check_patterns
from glossary.editing.relations import check_relations
from glossary.errors import ConflictError, InvalidError, NotFoundError
from glossary.i18n import _
from glossary.language.renderings import render_entry
from glossary.model.differences import compare_records
from glossary.model.events import Action, RowChange
from glossary.model.records import from_record, to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.model.entries import Entry
    from glossary.model.events import Row
    from glossary.store.database import Store
    from glossary.store.reading import Listed

__all__ = [
    "Outcome",
    "Proposal",
    "edit",
    "find_entry",
    "get_proposal",
    "number_or_id",
    "open_proposals",
    "propose",
    "revise",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change that waits for a decision.

    Attributes:
        number: Number of the event that proposed it; what it is called by.
        entry: Id of the entry, empty for a rule of the house.
        base: Revision of the entry it was made against.
        action: What is to be done: ``edit``, ``retire``, ``merge``, ``undo`` or ``configure``.
        content: The record of the entry as it is to be, or what the action needs.
        by: Who proposed it.
        at: When.
        why: The reason given.
        editors: Who edited it since.
    """

    number: int
    entry: str
    base: int
    action: str
    content: dict[str, Any]
    by: str
    at: str
    why: str
    editors: tuple[str, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it: the one who proposed it and those who edited it."""
        return tuple(dict.fromkeys((self.by, *self.editors)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a request.

    Attributes:
        event: Number of the event.
        entry: Id of the entry.
        done: What was done: ``edited``, ``proposed``, ``approved`` …
        proposal: Number of the proposal that waits now, 0 where none does.
        waiting: Numbers of other proposals for the entry that still wait, made against an older revision.
    """

    event: int
    entry: str
    done: str
    proposal: int = 0
    waiting: tuple[int, ...] = ()


def find_entry(store: Store, entry_id: str) -> Listed:
    """Return an entry to change.

    Raises:
        ConflictError: It was merged into another.
        NotFoundError: There is none; the nearest ids are named.
    """
    listed = store.reader.get(entry_id)
    if listed is not None:
        return listed
    target = store.reader.redirect(entry_id)
    if target:
        raise ConflictError(
            _("{entry_id} was merged into {target}").format(entry_id=entry_id, target=target),
            ids=(entry_id, target),
            fix=_("Change {target} instead.").format(target=target),
        )
    nearest = store.reader.ids_from(entry_id[:10], 3) or store.reader.ids_from(entry_id[:4], 3)
    raise NotFoundError(
        _("no entry has the id {entry_id!r}").format(entry_id=entry_id),
        nearest=nearest,
        fix=_("Did you mean {nearest}?").format(nearest=", ".join(nearest))
        if nearest
        else _("Search with 'zhengming find'."),
    )


def _proposal(number: int, row: Row) -> Proposal:
    content = row["content"]
    editors = row["editors"]
    return Proposal(
        number=number,
        entry=row["entry"],
        base=row["base"],
        action=row["action"],
        content=json.loads(content) if isinstance(content, str) else content or {},
        by=row["by"],
        at=row["at"],
        why=row["why"],
        editors=tuple(json.loads(editors) if isinstance(editors, str) else editors),
    )


def number_or_id(target: str | int) -> int | str:
    """Return the number of the proposal that is meant, or the id of the entry.

    >>> number_or_id(7), number_or_id("7"), number_or_id("ministry-a"), number_or_id("9" * 5000)
    (7, 7, 'ministry-a', 999999999999999999)
    """
    if isinstance(target, str) and target.isdecimal():
        return int(target[:18])  # a longer number is none of the database
    return target


def get_proposal(store: Store, number: int) -> Proposal:
    """Return an open proposal.

    Raises:
        NotFoundError: There is none of this number, or it was decided.
    """
    row = store.row("proposals", str(number))
    if row is None:
        event = store.event(number)
        why = (
            _("event {number} is: {action} {entry}").format(
                number=number, action=_(event.action.value), entry=event.entry
            )
            if event
            else ""
        )
        raise NotFoundError(
            _("no proposal {number} is waiting").format(number=number),
            why=why,
            fix=_("See 'zhengming review list'."),
        )
    return _proposal(number, row)


def open_proposals(store: Store, entry_id: str) -> tuple[Proposal, ...]:
    """Return the proposals that wait for an entry, oldest first."""
    return tuple(get_proposal(store, number) for number in store.reader.proposals_on(entry_id))


def proposal_change(number: int, before: Row | None, after: Row | None) -> RowChange:
    """Return the change of a row of ``proposals``."""
    return RowChange(table="proposals", key=str(number), before=before, after=after)


def proposal_row(proposal: Proposal) -> Row:
    """Return a proposal as its row."""
    return {
        "entry": proposal.entry,
        "base": proposal.base,
        "action": proposal.action,
        "content": json.dumps(proposal.content, ensure_ascii=False, separators=(",", ":")),
        "by": proposal.by,
        "at": proposal.at,
        "why": proposal.why,
        "editors": json.dumps(list(proposal.editors), ensure_ascii=False),
    }


def propose(
    store: Store, action: Action, entry_id: str, content: Any, *, base: int, by: str, why: str
) -> Outcome:
    """File a proposal, inside or outside a write transaction.

    Args:
        store: The store.
        action: What is to be done once it is approved.
        entry_id: The entry it is about, empty for a rule of the house.
        content: The record as it is to be, or what the action needs.
        base: Revision it is made against.
        by: Who.
        why: The reason given.
    """
    with store.writing():
        number, at = store.next_event()
        proposal = Proposal(
            number=number,
            entry=entry_id,
            base=base,
            action=action.value,
            content=content,
            by=by,
            at=at,
            why=why,
        )
        store.record(
            Action.PROPOSE,
            by,
            entry_id,
            why,
            [proposal_change(number, None, proposal_row(proposal))],
        )
    return Outcome(event=number, entry=entry_id, done="proposed", proposal=number)


def _new_content(
    store: Store, entry: Entry, old: dict[str, Any], *, may_equal: bool = False
) -> dict[str, Any]:
    """The record of a changed entry, rendered and checked.

    Raises:
        InvalidError: Nothing was changed, or the id was.
        NotFoundError, ConflictError: A relation leads nowhere, or in a ring.
    """
    if entry.id != old["id"]:
        raise InvalidError(
            _("the id {old!r} cannot be changed to {new!r}").format(old=old["id"], new=entry.id),
            field="id",
            fix=_("Leave it."),
        )
    new = to_record(render_entry(entry))
    if not may_equal and not compare_records(old, new):
        raise InvalidError(_("nothing was changed"), fix=_("Change something, or leave it."))
    check_relations(store.reader, entry)
    check_patterns(store.reader, [entry])
    return new


def edit(store: Store, entry: Entry, *, by: str, why: str = "", base: int | None = None) -> Outcome:
    """Change an entry: in place where it is proposed or rejected, as a proposal where it is approved.

    Args:
        store: The store.
        entry: The entry as it is to be, with its id.
        by: Who.
        why: The reason given.
        base: The revision that was looked at, so that a change meanwhile is seen.
    Returns:
        What became of it.
    Raises:
        ConflictError: Somebody changed it meanwhile (both versions are in ``why``), or it was merged away.
        InvalidError: Nothing was changed, or a rule of the model is broken.
        NotFoundError: There is no such entry, or a relation leads nowhere.
    """
    with store.writing():
        listed = find_entry(store, entry.id)
        old = to_record(listed.entry)
        new = _new_content(store, entry, old)
        if base is not None and base != listed.revision:
            raise _changed_meanwhile(store, listed, new)
        if listed.review in ("approved", "retired"):
            return propose(store, Action.EDIT, entry.id, new, base=listed.revision, by=by, why=why)
        before: Row = {"content": old}
        after: Row = {"content": new}
        if listed.review == "rejected":
            before["review"], after["review"] = "rejected", "proposed"
        change = RowChange(table="entries", key=entry.id, before=before, after=after)
        event = store.record(Action.EDIT, by, entry.id, why, [change])
    return Outcome(event=event, entry=entry.id, done="edited")


def _changed_meanwhile(store: Store, listed: Listed, mine: dict[str, Any]) -> ConflictError:
    theirs = to_record(listed.entry)
    event = store.event(listed.revision)
    who = (
        _("{person} at {time}").format(person=event.by, time=event.at[:16].replace("T", " "))
        if event
        else _("somebody")
    )
    lines = [
        _("theirs differs from yours: {difference}").format(difference=each)
        for each in compare_records(mine, theirs)
    ]
    return ConflictError(
        _("{id} was changed meanwhile by {who}").format(id=listed.entry.id, who=who),
        ids=(listed.entry.id,),
        why="\n".join(lines) or _("both made the same change"),
        fix=_("Look at both, and make your change again."),
    )


def revise(store: Store, number: int, entry: Entry, *, by: str, why: str = "") -> Outcome:
    """Edit a proposal that waits and bring it up to date; whoever does is one of its authors from then on.

    Where the entry was changed since, the proposal may stay as it is: looked at again, it holds.

    Raises:
        NotFoundError: No such proposal waits.
        InvalidError: It is not an edit, or nothing was changed in one that is up to date.
    """
    with store.writing():
        proposal = get_proposal(store, number)
        if proposal.action != Action.EDIT.value:
            raise InvalidError(
                _("proposal {number} is to {action}, there is nothing to edit in it").format(
                    number=number, action=_(proposal.action)
                )
            )
        listed = find_entry(store, proposal.entry)
        is_stale = proposal.base != listed.revision
        new = _new_content(store, entry, proposal.content, may_equal=is_stale)
        old_row = proposal_row(proposal)
        editors = tuple(dict.fromkeys((*proposal.editors, by)))
        after = {
            **old_row,
            "content": json.dumps(new, ensure_ascii=False, separators=(",", ":")),
            "editors": json.dumps(list(editors), ensure_ascii=False),
            "base": listed.revision,
        }
        event = store.record(
            Action.REVISE, by, proposal.entry, why, [proposal_change(number, old_row, after)]
        )
    return Outcome(event=event, entry=proposal.entry, done="revised", proposal=number)


def proposed_entry(proposal: Proposal) -> Entry:
    """Return the entry as an edit would have it.

    Raises:
        InvalidError: The proposal is not an edit.
    """
    if proposal.action != Action.EDIT.value:
        raise InvalidError(
            _("proposal {number} is to {action}, not to edit").format(
                number=proposal.number, action=_(proposal.action)
            )
        )
    return from_record(proposal.content)
