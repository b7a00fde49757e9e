"""The history as people read it: one line an event, and what differs, name by name."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.i18n import N_, _, joined, local, quoted, spoken
from glossary.language.shown_places import difference_texts
from glossary.model.differences import Difference, compare_records
from glossary.model.events import reason_text
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from glossary.model.events import Event, RowChange
    from glossary.store.database import Store

__all__ = ["Told", "iter_history", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event and what it changed.

    Attributes:
        event: The event.
        differences: What differs in the entry, name by name.
        notes: What happened beside that: ``proposed → approved``, ``proposal 12 closed``.
    """

    event: Event
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]

    @property
    def note(self) -> str:
        """What happened beside the differences, in the reader's language."""
        return joined(map(local, self.notes))

    @property
    def head(self) -> str:
        """The event without what differs and why: number, time, person, action, entry, note."""
        event = self.event
        time = event.at[:16].replace("T", " ")
        parts = (str(event.number), time, event.by, word(event.action.value), event.entry)
        return "  ".join(filter(None, (*parts, self.note)))

    @property
    def line(self) -> str:
        """The event in one line: its head, what differs, why."""
        changed = [each.line(*difference_texts(each)) for each in self.differences[:3]]
        if len(self.differences) > 3:
            changed.append(_("and {number} more").format(number=len(self.differences) - 3))
        why = quoted(" ".join(reason_text(self.event.why).split())) if self.event.why else ""
        return "  ".join(filter(None, (self.head, joined(changed, weighty=True), why)))

    def to_record(self) -> dict[str, Any]:
        """Return it as the JSON object of ``history --jsonl``."""
        return {
            "event": self.event.number,
            "at": self.event.at,
            "by": self.event.by,
            "action": self.event.action.value,
            "entry": self.event.entry or None,
            "why": self.event.why,
            "note": ", ".join(self.notes),
            "differences": [
                {
                    "what": each.what,
                    "where": each.where,
                    "field": each.field or None,
                    "before": each.before or None,
                    "after": each.after or None,
                }
                for each in self.differences
            ],
        }


def tell(event: Event) -> Told:
    """Return an event as people read it."""
    differences: list[Difference] = []
    notes: list[str] = []
    for change in event.changes:
        if change.table == "entries":
            differences += _entry_differences(change)
        notes += _notes(change)
    return Told(event=event, differences=tuple(differences), notes=tuple(dict.fromkeys(notes)))


def _entry_differences(change: RowChange) -> tuple[Difference, ...]:
    before, after = (change.before or {}).get("content"), (change.after or {}).get("content")
    if before is None and after is None:
        return ()
    if change.after is None:
        return (Difference(what="removed", where=f"entry {change.key}"),)
    return compare_records(before or {}, after or {})


def _notes(change: RowChange) -> Iterator[str]:
    before, after = change.before or {}, change.after or {}
    if (
        change.table == "entries"
        and before.get("review")
        and after.get("review") not in (None, before["review"])
    ):
        old, new = before["review"], after["review"]
        yield spoken("{old} → {new}", terms=("old", "new"), old=old, new=new)
    elif change.table == "proposals":
        if not change.before:
            yield spoken(N_("proposal to {action}"), terms=("action",), action=after["action"])
        elif not change.after:
            yield spoken(N_("proposal {number} closed"), number=change.key)
        else:
            yield spoken(N_("proposal {number} revised"), number=change.key)
    elif change.table == "redirects" and after:
        yield spoken(N_("{id} leads to {target}"), id=change.key, target=after["target"])
    elif change.table == "settings":
        yield f"{change.key} {after.get('value', 'off')}"
    elif change.table == "comments" and after and not before:
        yield str(after["text"]).replace("\n", " ")


def iter_history(
    store: Store,
    *,
    entry: str = "",
    since: str = "",
    after: int = 0,
    limit: int = -1,
    newest: bool = False,
) -> Iterator[Told]:
    """Yield events as people read them.

    Args:
        store: The store.
        entry: Only those of this entry.
        since: Only those at this date or time, or later.
        after: Only those behind this number (before it, newest first).
        limit: At most so many.
        newest: Newest first.
    """
    for event in store.events(entry=entry, since=since, after=after, limit=limit, newest=newest):
        yield tell(event)
