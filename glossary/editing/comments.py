"""Comments on entries: said once, kept beside the entry."""

from __future__ import annotations

from glossary.editing.proposals import Outcome, find_entry
from glossary.model.events import Action, RowChange
from glossary.model.rules import check_note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.store.database import Store

__all__ = ["comment"]


def comment(store: Store, entry_id: str, text: str, *, by: str) -> Outcome:
    """Say something of an entry.

    Raises:
        InvalidError: The text is empty, too long, or holds control characters.
        NotFoundError, ConflictError: There is no such entry, or it was merged away.
    """
    check_note(text, "comment")
    with store.writing():
        find_entry(store, entry_id)
        number, at = store.next_event()
        row = {"entry": entry_id, "by": by, "at": at, "text": text}
        change = RowChange(table="comments", key=str(number), before=None, after=row)
        event = store.record(Action.COMMENT, by, entry_id, "", [change])
    return Outcome(event=event, entry=entry_id, done="commented")
