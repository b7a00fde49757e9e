"""Events put back into a database that holds nothing of its own: how a history moves from one file to another."""

from __future__ import annotations

from glossary.errors import ConflictError
from glossary.i18n import _
from glossary.store.events import Head, changes_json, note_head, note_others
from glossary.store.rows import apply, row_of
from glossary.store.schema import DERIVED, RECORD_TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from glossary.model.events import RowChange
    from glossary.store.events import EventRow

__all__ = ["Restoring", "iter_rows"]


def iter_rows(connection: Connection) -> Iterator[EventRow]:
    """Yield the rows of the log as they are kept, a page at a time; the last column is the hash."""
    last = 0
    while page := connection.execute(
        "SELECT * FROM events WHERE number > ? ORDER BY number LIMIT 500", (last,)
    ).fetchall():
        yield from page
        last = page[-1][0]


class Restoring:
    """Puts events back one by one, inside the caller's write transaction.

    Args:
        connection: A database with nothing but untouched shipped entries, which make room.
    Raises:
        ConflictError: It holds changes of its own.
    """

    def __init__(self, connection: Connection) -> None:
        own = connection.execute(
            "SELECT count(*), min(number) FROM events WHERE action <> 'sync'"
        ).fetchone()
        if own[0]:
            raise ConflictError(
                _(
                    "the glossary holds {count} changes of its own, the first is event {event}"
                ).format(count=own[0], event=own[1]),
                why=_("a history replaces all there is"),
                fix=_("Bring it into a new one: --db NEW."),
            )
        self._connection = connection
        connection.execute("INSERT INTO names_fts (names_fts) VALUES ('delete-all')")
        for table in ("events", *RECORD_TABLES, *DERIVED):
            connection.execute(f"DELETE FROM {table}")
        note_head(connection, 0)
        self._log = Head(0, "", "")

    @property
    def number(self) -> int:
        """Number of the last event put back."""
        return self._log.number

    @property
    def at(self) -> str:
        """When that was, empty before the first."""
        return self._log.at

    def add(
        self, at: str, by: str, action: str, entry: str, why: str, changes: Sequence[RowChange]
    ) -> str:
        """Put back the event that follows.

        Returns:
            Its hash.
        Raises:
            ConflictError: It changes a row that is not there, or makes one that is.
        """
        connection = self._connection
        log = Head(self._log.number, self._log.at, self._log.hash)
        row = log.next(action, by, entry, why, changes_json(changes), at)
        for change in changes:
            there = row_of(connection, change.table, change.key) is not None
            if there is (change.before is None) and (there or change.after is not None):
                what = _("is there already") if there else _("is not there")
                raise ConflictError(
                    _("event {event} does not follow: {table} {key!r} {what}").format(
                        event=row[0], table=change.table, key=change.key, what=what
                    )
                )
            apply(connection, row[0], [change])
        connection.execute("INSERT INTO events VALUES (?,?,?,?,?,?,?,?)", row)
        note_others(connection, row[0], entry, changes)
        note_head(connection, row[0])
        self._log = log
        return row[-1]
