"""Decisions: approve, reject, retire. What was decided about must be what was looked at."""

from __future__ import annotations

from itertools import groupby

from glossary.editing.grammar import check_patterns
from glossary.editing.proposals import (
    Outcome,
    Proposal,
    find_entry,
    get_proposal,
    number_or_id,
    open_proposals,
    proposal_change,
    proposal_row,
    propose,
    proposed_entry,
)
from glossary.editing.relations import check_changed
from glossary.editing.rules import (
    authors_of_entry,
    authors_of_merge,
    check_other_eyes,
    four_eyes,
)
from glossary.errors import ConflictError, InvalidError
from glossary.i18n import _
from glossary.model.differences import compare_records
from glossary.model.events import Action, RowChange, check_reason
from glossary.model.records import to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.model.events import Row
    from glossary.store.database import Store
    from glossary.store.reading import Listed

__all__ = ["approve", "approve_all", "reject", "retire"]


def _target(store: Store, target: str | int) -> tuple[Listed | None, Proposal | None]:
    """The entry that waits itself, or the proposal meant by a number or by the id of its entry.

    Raises:
        NotFoundError: There is neither.
        InvalidError: The entry is not proposed and no proposal waits for it, or several do.
    """
    target = number_or_id(target)
    if isinstance(target, int):
        return None, get_proposal(store, target)
    listed = find_entry(store, target)
    if listed.review == "proposed":
        return listed, None
    waiting = open_proposals(store, target)
    if len(waiting) == 1:
        return None, waiting[0]
    if waiting:
        numbers = ", ".join(str(each.number) for each in waiting)
        raise InvalidError(
            _("{count} proposals wait for {target}").format(count=len(waiting), target=target),
            field="proposal",
            fix=_("Name one by its number: {numbers}.").format(numbers=numbers),
        )
    raise InvalidError(
        _("{target} is {review}, not proposed").format(target=target, review=_(listed.review)),
        field="review",
        fix=_("There is nothing to decide about it."),
    )


def approve(store: Store, target: str | int, *, by: str, why: str = "") -> Outcome:
    """Approve an entry that is proposed, or a proposal.

    Args:
        store: The store.
        target: An entry's id, or a proposal's number.
        by: Who decides.
        why: A remark.
    Returns:
        What became of it; ``waiting`` names other proposals for the entry, which were made against what it was.
    Raises:
        ForbiddenError: Four eyes are asked for, and the person wrote it.
        ConflictError: The entry was changed since the proposal was made.
        InvalidError, NotFoundError: Nothing of this name waits.
    """
    with store.writing():
        listed, proposal = _target(store, target)
        if proposal is not None:
            return _approve_proposal(store, proposal, by, why)
        assert listed is not None
        entry_id = listed.entry.id
        check_patterns(store.reader, [listed.entry])
        if four_eyes(store):  # reading a long history costs, where nobody asks
            check_other_eyes(store, by, authors_of_entry(store, entry_id))
        change = RowChange(
            table="entries",
            key=entry_id,
            before={"review": "proposed"},
            after={"review": "approved"},
        )
        event = store.record(Action.APPROVE, by, entry_id, why, [change])
        waiting = tuple(store.reader.proposals_on(entry_id))
    return Outcome(event=event, entry=entry_id, done="approved", waiting=waiting)


def approve_all(
    store: Store, targets: Iterable[str | int], *, by: str, why: str = ""
) -> tuple[Outcome, ...]:
    """Approve several, all or none.

    Raises:
        GlossaryError: As ``approve``, for the first that cannot be approved; nothing was changed then.
    """
    with store.writing():
        wanted = list(targets)
        proposed = set() if four_eyes(store) else store.reader.proposed_of(map(str, wanted))
        outcomes: list[Outcome] = []
        for alone, group in groupby(wanted, lambda target: target not in proposed):
            if alone:
                outcomes += [approve(store, target, by=by, why=why) for target in group]
            else:
                outcomes += _approve_new(store, [str(target) for target in group], by, why)
        return tuple(outcomes)


def _approve_new(store: Store, ids: list[str], by: str, why: str) -> Iterator[Outcome]:
    """Approve entries that are proposed and that nobody has to be asked about, many in few questions."""
    once = dict.fromkeys(ids)
    changes = [
        [
            RowChange(
                table="entries",
                key=entry_id,
                before={"review": "proposed"},
                after={"review": "approved"},
            )
        ]
        for entry_id in once
    ]
    events = store.record_all(Action.APPROVE, by, why, list(zip(once, changes, strict=True)))
    waiting = store.reader.proposals_on_each(once)
    for entry_id, event in zip(once, events, strict=True):
        others = tuple(waiting.get(entry_id, ()))
        yield Outcome(event=event, entry=entry_id, done="approved", waiting=others)
    if len(once) < len(ids):  # one stands twice: it is refused as it would be by itself
        again = next(each for at, each in enumerate(ids) if each in ids[:at])
        approve(store, again, by=by, why=why)


def _approve_proposal(store: Store, proposal: Proposal, by: str, why: str) -> Outcome:
    from glossary.editing import merging, undoing
    from glossary.editing.settings import setting_changes

    brought = authors_of_merge(store, proposal.entry) if proposal.action == "merge" else ()
    check_other_eyes(store, by, (*proposal.authors, *brought))
    closing = proposal_change(proposal.number, proposal_row(proposal), None)
    if proposal.entry and proposal.action != Action.UNDO.value:  # undo looks at its rows itself
        listed = find_entry(store, proposal.entry)
        if proposal.base != listed.revision:
            raise _stale(proposal, listed)
    if proposal.action == Action.EDIT.value:
        changes = [_edit_change(store, proposal)]
        check_patterns(store.reader, [proposed_entry(proposal)])
        check_changed(store.reader, changes)
    elif proposal.action == Action.RETIRE.value:
        changes = [_review_change(find_entry(store, proposal.entry), "retired")]
    elif proposal.action == Action.MERGE.value:
        changes = merging.merge_changes(store, proposal.entry, proposal.content["into"])
    elif proposal.action == Action.UNDO.value:
        changes = undoing.undo_changes(store, proposal.content["event"])
    else:
        changes = setting_changes(store, proposal.content)
    if all(change.key != closing.key or change.table != closing.table for change in changes):
        changes = [*changes, closing]
    event = store.record(Action.APPROVE, by, proposal.entry, why, changes)
    waiting = tuple(store.reader.proposals_on(proposal.entry)) if proposal.entry else ()
    return Outcome(event=event, entry=proposal.entry, done="approved", waiting=waiting)


def _edit_change(store: Store, proposal: Proposal) -> RowChange:
    row = store.row("entries", proposal.entry)
    assert row is not None
    before: Row = {"content": row["content"]}
    after: Row = {"content": proposal.content}
    if row["review"] == "retired":
        before["review"], after["review"] = "retired", "approved"
    return RowChange(table="entries", key=proposal.entry, before=before, after=after)


def _stale(proposal: Proposal, listed: Listed) -> ConflictError:
    why = _("it was to {action} what the entry was then").format(action=_(proposal.action))
    fix = _("Reject it, and {action} the entry as it is now.").format(action=_(proposal.action))
    if proposal.action == Action.EDIT.value:
        lines = [
            f"  {each}" for each in compare_records(to_record(listed.entry), proposal.content)
        ] or ["  " + _("nothing that shows")]
        why = "\n".join([_("approving it would now do this:"), *lines])
        fix = _(
            "Look at it again: 'zhengming edit {number}' brings it up to date, then approve."
        ).format(number=proposal.number)
    return ConflictError(
        _("{id} was changed since proposal {number} was made").format(
            id=listed.entry.id, number=proposal.number
        ),
        ids=(listed.entry.id,),
        why=why,
        fix=fix,
    )


def _review_change(listed: Listed, review: str) -> RowChange:
    return RowChange(
        table="entries",
        key=listed.entry.id,
        before={"review": listed.review},
        after={"review": review},
    )


def reject(store: Store, target: str | int, *, by: str, why: str) -> Outcome:
    """Reject an entry that is proposed, or a proposal; whoever made it may withdraw it so.

    Raises:
        InvalidError: No reason is given, or nothing of this name waits.
        NotFoundError: Nothing of this name is there.
    """
    check_reason(why, Action.REJECT)
    with store.writing():
        listed, proposal = _target(store, target)
        if proposal is not None:
            change = proposal_change(proposal.number, proposal_row(proposal), None)
            entry_id = proposal.entry
        else:
            assert listed is not None
            change = _review_change(listed, "rejected")
            entry_id = listed.entry.id
        event = store.record(Action.REJECT, by, entry_id, why, [change])
        waiting = tuple(store.reader.proposals_on(entry_id)) if entry_id else ()
    return Outcome(event=event, entry=entry_id, done="rejected", waiting=waiting)


def retire(store: Store, entry_id: str, *, by: str, why: str) -> Outcome:
    """Take an approved entry out of what is served; under four eyes, propose to.

    Raises:
        InvalidError: No reason is given, or the entry is not approved.
        NotFoundError, ConflictError: There is no such entry, or it was merged away.
    """
    check_reason(why, Action.RETIRE)
    with store.writing():
        listed = find_entry(store, entry_id)
        if listed.review != "approved":
            raise InvalidError(
                _("{entry_id} is {review}, not approved").format(
                    entry_id=entry_id, review=_(listed.review)
                ),
                field="review",
                fix=_("Only an approved entry is retired."),
            )
        if four_eyes(store):
            return propose(store, Action.RETIRE, entry_id, {}, base=listed.revision, by=by, why=why)
        event = store.record(Action.RETIRE, by, entry_id, why, [_review_change(listed, "retired")])
    return Outcome(event=event, entry=entry_id, done="retired")
