"""The rules of the house: who may decide about what. They stand below every face."""

from __future__ import annotations

from glossary.errors import ForbiddenError
from glossary.i18n import _
from glossary.model.events import Action

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model.events import Event, Row, RowChange
    from glossary.store.database import Store

__all__ = [
    "FOUR_EYES",
    "authors_of_entry",
    "authors_of_merge",
    "changes_approved",
    "check_other_eyes",
    "four_eyes",
]

FOUR_EYES = "four-eyes"
"""The setting under which nobody approves what they proposed or edited: ``on`` or nothing."""


def four_eyes(store: Store) -> bool:
    """Return whether a second pair of eyes is asked for in this glossary."""
    return store.reader.setting(FOUR_EYES) == "on"


def authors_of_entry(store: Store, entry_id: str, until: int = 0) -> tuple[str, ...]:
    """Return who wrote what is not approved of an entry, oldest first.

    That is whoever proposed it or edited it since it was last approved, and whoever wrote an unapproved entry
    merged into it. An approval that was undone does not count, nor does a merge.

    Args:
        store: The store.
        entry_id: The entry.
        until: Only what was done before this event; all by default.
    """
    authors: list[str] = []
    review = ""
    for event in store.events(entry=entry_id):
        changes = {change.key: change for change in event.changes if change.table == "entries"}
        change = changes.get(entry_id)
        if until and event.number >= until:
            break
        if change is None:
            continue
        after = change.after or {}
        review = after.get("review", review)
        if "content" in after and (event.action is not Action.APPROVE or review != "approved"):
            authors.append(event.by)
        stands = not _undone(store, event)
        for gone_id, gone in changes.items():
            if stands and gone.after is None and gone_id != entry_id:
                authors += _unapproved_authors(store, gone_id, gone.before or {}, event.number)
        if event.action is Action.APPROVE and review == "approved" and stands:
            authors.clear()
    return tuple(dict.fromkeys(authors))


def _unapproved_authors(store: Store, entry_id: str, row: Row, until: int = 0) -> tuple[str, ...]:
    return () if row.get("review") == "approved" else authors_of_entry(store, entry_id, until)


def _undone(store: Store, event: Event) -> bool:
    return store.row("undone", str(event.number)) is not None


def authors_of_merge(store: Store, gone_id: str) -> tuple[str, ...]:
    """Return who wrote what a merge would bring in without its having been approved."""
    return _unapproved_authors(store, gone_id, store.row("entries", gone_id) or {})


def check_other_eyes(store: Store, by: str, authors: Iterable[str]) -> None:
    """Refuse a decision by somebody who wrote what is decided about, where four eyes are asked for.

    Raises:
        ForbiddenError: The person is one of the authors; the message says who they are.
    """
    names = tuple(dict.fromkeys(authors))
    if four_eyes(store) and any(_same(by, name) for name in names):
        raise ForbiddenError(
            _("{by} may not approve this").format(by=by),
            why=_("four eyes are asked for, and it was proposed or edited by {names}").format(
                names=", ".join(names)
            ),
            fix=_("Somebody else can approve it."),
        )


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def changes_approved(store: Store, changes: Iterable[RowChange]) -> bool:
    """Return whether changes touch what is served as approved, or make something so."""
    for change in changes:
        if change.table == "settings":
            return True
        if change.table != "entries":
            continue
        if (change.after or {}).get("review") == "approved":
            return True
        row: Row = store.row("entries", change.key) or {}
        stays = (change.after or {}).get("review", "approved" if change.after else "")
        if row.get("review") == "approved" and stays not in ("proposed", "rejected"):
            return True
    return False
