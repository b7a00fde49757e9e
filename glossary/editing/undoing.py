"""Undo: a new event that exchanges before and after, as long as nothing was built on it since."""

from __future__ import annotations

from glossary.editing.proposals import Outcome, propose
from glossary.editing.relations import check_changed
from glossary.editing.rules import changes_approved, four_eyes
from glossary.errors import ConflictError, NotFoundError
from glossary.i18n import _
from glossary.model.events import UNDOES, Action, Event, RowChange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.events import Row
    from glossary.store.database import Store

__all__ = ["last_change_of", "undo", "undo_changes"]


def last_change_of(store: Store, by: str) -> Event:
    """Return a person's last change that is not undone and not an undo itself.

    Raises:
        NotFoundError: There is none.
    """
    number = store.reader.last_event_of(by)
    event = store.event(number) if number else None
    if event is None:
        raise NotFoundError(
            _("{by} has changed nothing that could be undone").format(by=by),
            fix=_("See 'zhengming history'."),
        )
    return event


def undo_changes(store: Store, number: int) -> list[RowChange]:
    """Return the rows that undoing an event changes.

    Raises:
        NotFoundError: There is no such event.
        ConflictError: It was undone, a later change built on it (named), or relations would go in a ring.
    """
    event = store.event(number)
    if event is None:
        raise NotFoundError(
            _("there is no event {number}").format(number=number), fix=_("See 'zhengming history'.")
        )
    if store.row("undone", str(number)) is not None:
        raise ConflictError(
            _("event {number} was undone already").format(number=number), ids=(event.entry,)
        )
    changes = []
    for change in reversed(event.changes):
        if change.table == "undone":
            stands = store.row("undone", change.key)
            changes.append(
                RowChange(table="undone", key=change.key, before=stands, after=change.before)
            )
            continue
        _check_still_so(store, event, change)
        changes.append(
            RowChange(table=change.table, key=change.key, before=change.after, after=change.before)
        )
    check_changed(store.reader, changes)
    coming, _rest = store.next_event()
    changes.append(
        RowChange(table="undone", key=str(number), before=None, after={"by_event": coming})
    )
    return changes


def _check_still_so(store: Store, event: Event, change: RowChange) -> None:
    """Refuse where a row is no longer what the event made of it, or others lean on it."""
    now = store.row(change.table, change.key)
    same = now is None if change.after is None else now is not None and _covers(now, change.after)
    if not same:
        raise _built_on(store, event, change)
    if change.table == "entries" and change.before is None:
        leaning = [source for source, _rest in store.reader.relations_to(change.key)]
        others = [*leaning, *(f"proposal {each}" for each in store.reader.proposals_on(change.key))]
        others += [f"comment {comment[0]}" for comment in store.reader.comments_on(change.key)]
        others += store.reader.redirects_to(change.key)
        if others:
            raise ConflictError(
                _("event {number} cannot be undone: {others} would lead nowhere").format(
                    number=event.number, others=", ".join(others)
                ),
                ids=leaning,
                fix=_("Change those first."),
            )


def _covers(row: Row, part: Row) -> bool:
    return all(row.get(key) == value for key, value in part.items())


def _built_on(store: Store, event: Event, change: RowChange) -> ConflictError:
    later = [
        each
        for each in store.events(after=event.number)
        if any((item.table, item.key) == (change.table, change.key) for item in each.changes)
    ]
    named = ", ".join(
        _("{number} ({action} by {person})").format(
            number=each.number, action=_(each.action.value), person=each.by
        )
        for each in later
    ) or _("a later one")
    return ConflictError(
        _("event {number} cannot be undone: event {named} built on it").format(
            number=event.number, named=named
        ),
        ids=[change.key],
        fix=_("Undo that one first."),
    )


def undo(store: Store, number: int | None = None, *, by: str, why: str = "") -> Outcome:
    """Undo an event, or one's own last change.

    Under four eyes, what would change what is approved, or approve something, is proposed.

    Args:
        store: The store.
        number: The event; one's own last change where it is not given.
        by: Who.
        why: The reason given.
    Raises:
        NotFoundError: There is no such event, or nothing to undo.
        ConflictError: It was undone, or a later change built on it.
    """
    with store.writing():
        event = last_change_of(store, by) if number is None else store.event(number)
        meant = event.number if event else number or 0
        changes = undo_changes(store, meant)
        entry = event.entry if event else ""
        if four_eyes(store) and changes_approved(store, changes):
            listed = store.reader.get(entry) if entry else None
            base = listed.revision if listed else 0
            return propose(store, Action.UNDO, entry, {"event": meant}, base=base, by=by, why=why)
        done = store.record(Action.UNDO, by, entry, why or UNDOES.format(number=meant), changes)
    return Outcome(event=done, entry=entry, done=f"undid event {meant}")
