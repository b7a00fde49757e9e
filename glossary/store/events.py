"""Appending events and reading them back.

Each event's hash covers the event and the hash before it, so a byte changed anywhere shows (``checks``). Time
never runs backwards in the log: a clock that jumped back is held at the event ahead.
"""

from __future__ import annotations

import hashlib
import json
import time

from glossary.model.events import Action, Event, RowChange, check_person, check_reason
from glossary.store.prepared import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    EventRow = tuple[int, str, str, str, str, str, str, str]

__all__ = [
    "Head",
    "append",
    "append_all",
    "append_text",
    "chain",
    "changes_json",
    "head",
    "iter_events",
    "note_head",
    "note_others",
    "now",
    "read_event",
    "utc",
]

PAGE = 200
_NO_END = 2**62
_COLUMNS = "number, at, by, action, entry, why, changes"


def now() -> str:
    """Return the time as events write it: UTC, microseconds, ``Z``.

    >>> len(now()), now()[-1]
    (27, 'Z')
    """
    return utc(time.time_ns())


def utc(nanoseconds: int) -> str:
    """Return a time since 1970 as events write it.

    >>> utc(86_400_000_001_000)
    '1970-01-02T00:00:00.000001Z'
    """
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{rest // 1000:06}Z"


class Head:
    """The end of the log while a transaction appends to it."""

    __slots__ = ("at", "hash", "number")

    def __init__(self, number: int, at: str, last_hash: str) -> None:
        self.number = number
        self.at = at
        self.hash = last_hash

    def next(
        self, action: str, by: str, entry: str, why: str, changes: str, at: str = ""
    ) -> EventRow:
        """Return the row of the event that follows, and stand on it."""
        self.number += 1
        self.at = max(self.at, at or now())
        self.hash = chain(self.hash, (self.number, self.at, by, action, entry, why, changes))
        return (self.number, self.at, by, action, entry, why, changes, self.hash)


def chain(before: str, row: Sequence[object]) -> str:
    """Return the hash of an event row (without its hash), given the hash before it.

    >>> len(chain("", (1, "", "", "add", "", "", "[]")))
    64
    """
    number, at, by, action, entry, why, changes = row
    text = f"{before}\x1f{number}\x1f{at}\x1f{by}\x1f{action}\x1f{entry}\x1f{why}\x1f{changes}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def head(connection: Connection) -> Head:
    """Return the end of the log."""
    row = connection.execute(
        "SELECT number, at, hash FROM events ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Head(*row) if row else Head(0, "", "")


def changes_json(changes: Sequence[RowChange]) -> str:
    """Return the changes as the log keeps them.

    >>> changes_json([RowChange(table="redirects", key="a", before=None, after={"target": "b"})])
    '[["redirects","a",null,{"target":"b"}]]'
    """
    return dump([[change.table, change.key, change.before, change.after] for change in changes])


def append(
    connection: Connection,
    action: Action,
    by: str,
    entry: str,
    why: str,
    changes: Sequence[RowChange],
) -> int:
    """Append one event inside the caller's write transaction; its rows are the caller's to apply.

    Returns:
        The event's number.
    Raises:
        InvalidError: The person or the reason will not do.
    """
    return append_all(connection, action, by, why, [(entry, changes)])[0]


def append_text(
    connection: Connection, action: Action, by: str, entry: str, why: str, changes: str
) -> int:
    """Append one event whose changes, of its own entry alone, are written already; else as ``append``."""
    log = head(connection)
    person, reason = check_person(by), check_reason(why, action)
    event = log.next(action.value, person, entry, reason, changes)
    connection.execute("INSERT INTO events VALUES (?,?,?,?,?,?,?,?)", event)
    note_head(connection, log.number)
    return log.number


def append_all(
    connection: Connection,
    action: Action,
    by: str,
    why: str,
    changes: Sequence[tuple[str, Sequence[RowChange]]],
) -> list[int]:
    """Append an event for each of several entries inside the caller's write transaction.

    Args:
        connection: The database.
        action: What was done to each.
        by: Who.
        why: The reason given.
        changes: For each event the entry it is about, and its rows.
    Returns:
        The events' numbers.
    Raises:
        InvalidError: The person or the reason will not do.
    """
    log = head(connection)
    person, reason = check_person(by), check_reason(why, action)
    events = [
        log.next(action.value, person, entry, reason, changes_json(rows)) for entry, rows in changes
    ]
    connection.executemany("INSERT INTO events VALUES (?,?,?,?,?,?,?,?)", events)
    for event, (entry, rows) in zip(events, changes, strict=True):
        note_others(connection, event[0], entry, rows)
    note_head(connection, log.number)
    return [event[0] for event in events]


def note_others(
    connection: Connection, number: int, entry: str, changes: Sequence[RowChange]
) -> None:
    """Let an event be found by every entry it touched, not only by the one it is about."""
    others = {change.key for change in changes if change.table == "entries" and change.key != entry}
    if not others:
        return
    connection.executemany(
        "INSERT OR IGNORE INTO event_entries VALUES (?, ?)", [(other, number) for other in others]
    )


def note_head(connection: Connection, number: int) -> None:
    """Keep the number of the last event apart from the log, so that a lost end shows."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('events', ?)", (str(number),))


def _event(row: Sequence[str]) -> Event:
    number, at, by, action, entry, why, changes = row
    return Event(
        number=int(number),
        at=at,
        by=by,
        action=Action(action),
        entry=entry,
        why=why,
        changes=tuple(
            RowChange(table=table, key=key, before=before, after=after)
            for table, key, before, after in json.loads(changes)
        ),
    )


def read_event(connection: Connection, number: int) -> Event | None:
    """Return one event, or nothing."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM events WHERE number = ?", (number,)
    ).fetchone()
    return _event(row) if row else None


def iter_events(
    connection: Connection,
    *,
    entry: str = "",
    since: str = "",
    after: int = 0,
    limit: int = -1,
    newest: bool = False,
) -> Iterator[Event]:
    """Yield events in order, or newest first.

    Args:
        connection: The database.
        entry: Only those that touched this entry.
        since: Only those at this time or later, as its text begins.
        after: Only those behind this number (before it, when newest first; 0 is either end).
        limit: At most so many.
        newest: Newest first.
    """
    order, bound = ("DESC", "<") if newest else ("ASC", ">")
    where = [f"number {bound} :last"]
    if entry:
        # Each part stops after a page, so that a long history costs no more than a short one.
        page = f"ORDER BY 1 {order} LIMIT {-1 if since else ':wanted'}"
        where.append(
            f"number IN (SELECT * FROM (SELECT number FROM events WHERE entry = :entry AND number {bound} :last {page})"
            " UNION ALL SELECT * FROM (SELECT event FROM event_entries"
            f" WHERE entry = :entry AND event {bound} :last {page}))"
        )
    if since:
        where.append("at >= :since")
    sql = f"SELECT {_COLUMNS} FROM events WHERE {' AND '.join(where)} ORDER BY number {order} LIMIT :wanted"
    last = after if after or not newest else _NO_END
    # By pages: a statement left open while its reader thinks would keep this thread from writing.
    while limit:
        wanted = PAGE if limit < 0 else min(limit, PAGE)
        given = {"last": last, "entry": entry, "since": since, "wanted": wanted}
        rows = connection.execute(sql, given).fetchall()
        for row in rows:
            yield _event(row)
        if len(rows) < wanted:
            return
        last = rows[-1][0]
        limit -= len(rows) if limit > 0 else 0
