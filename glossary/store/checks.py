"""Does all of it agree? The file with itself, the events with their hashes, the tables with the events.

The events are replayed into an empty database; then every table is compared, row by row. One byte changed by
hand shows.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from itertools import zip_longest

from glossary.errors import GlossaryError
from glossary.i18n import _
from glossary.model.events import RowChange
from glossary.store.events import chain, note_others
from glossary.store.rows import apply
from glossary.store.schema import INDEXES, TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Connection

__all__ = ["Finding", "check"]

_COMPARED = {
    "entries": "SELECT id, n, kind, review, level, place, evidence, content, revision, seed FROM entries ORDER BY id",
    "proposals": "SELECT * FROM proposals ORDER BY event",
    "comments": "SELECT * FROM comments ORDER BY event",
    "redirects": "SELECT * FROM redirects ORDER BY id",
    "undone": "SELECT * FROM undone ORDER BY event",
    "settings": "SELECT * FROM settings ORDER BY key",
    "event_entries": "SELECT * FROM event_entries ORDER BY entry, event",
    "relations": "SELECT * FROM relations ORDER BY entry, ord",
    "collections": "SELECT * FROM collections ORDER BY collection, entry",
    "numbers": "SELECT * FROM numbers ORDER BY number, entry",
    "names": "SELECT * FROM names ORDER BY id",
    "deletes": "SELECT * FROM deletes ORDER BY piece, word",
    "full text": "SELECT term, doc, offset FROM temp.instances",  # in this order by itself
}
_INSTANCES = "CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', 'names_fts', 'instance')"
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree: the table or part, and what is wrong there."""

    where: str
    what: str


def check(
    connection: Connection, progress: Callable[[int, int], None] | None = None
) -> Iterator[Finding]:
    """Yield everything that does not agree; nothing where the database is sound.

    Args:
        connection: The database; only read.
        progress: Told how many events were replayed, of how many.
    """
    rebuilt = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN")  # one moment, whatever others write meanwhile
        yield from _check_file(connection)
        yield from _replay(connection, rebuilt, progress)
        yield from _compare(connection, rebuilt)
    except sqlite3.DatabaseError as error:
        yield Finding("file", _("cannot be read: {error}").format(error=error))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        rebuilt.close()


def _check_file(connection: Connection) -> Iterator[Finding]:
    """SQLite's own check of the pages; the full text is compared word by word in ``_compare``."""
    for (text,) in connection.execute("PRAGMA integrity_check(20)"):
        for line in str(text).splitlines():  # what is wrong with the pages comes in one row
            if line != "ok":
                yield Finding("file", line)


def _replay(
    connection: Connection, rebuilt: Connection, progress: Callable[[int, int], None] | None
) -> Iterator[Finding]:
    """Replay the events into an empty database, checking each against its hash on the way."""
    rebuilt.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;{TABLES}{INDEXES}")
    rebuilt.execute("BEGIN")
    total = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    expected, last_hash, last_at = 1, "", ""
    for *row, stored in connection.execute("SELECT * FROM events ORDER BY number"):
        number, at = row[0], row[1]
        if number != expected:
            yield Finding("events", _("event {number} is missing").format(number=expected))
        if at < last_at:
            yield Finding(
                "events", _("event {number} is older than the one before it").format(number=number)
            )
        if chain(last_hash, row) != stored:
            yield Finding(
                "events",
                _("event {number} is not what was written: its hash differs").format(number=number),
            )
        try:
            _apply(rebuilt, row)
        except (GlossaryError, ValueError, TypeError, KeyError, sqlite3.Error) as error:
            yield Finding(
                "events",
                _("event {number} cannot be replayed: {error}").format(number=number, error=error),
            )
        expected, last_hash, last_at = number + 1, stored, at
        if progress and number % 500 == 0:
            progress(number, total)
    written = connection.execute("SELECT value FROM meta WHERE key = 'events'").fetchone()
    if written is None or written[0] != str(expected - 1):
        yield Finding(
            "events",
            _("the last one is {number}, not {written} as was written").format(
                number=expected - 1, written=written and written[0]
            ),
        )


def _apply(rebuilt: Connection, row: Sequence[object]) -> None:
    number, _at, _by, _action, entry, _why, changes = row
    read = [
        RowChange(table=table, key=key, before=before, after=after)
        for table, key, before, after in json.loads(str(changes))
    ]
    apply(rebuilt, int(str(number)), read)
    note_others(rebuilt, int(str(number)), str(entry), read)


def _compare(connection: Connection, rebuilt: Connection) -> Iterator[Finding]:
    for each in (connection, rebuilt):
        each.execute(_INSTANCES)
    for table, sql in _COMPARED.items():
        shown = 0
        for here, there in zip_longest(connection.execute(sql), rebuilt.execute(sql)):
            if here == there:
                continue
            shown += 1
            if shown > SHOWN:
                yield Finding(table, _("and more"))
                break
            key = (here or there)[0]
            what = (
                _("row {key!r} is not in the events")
                if there is None
                else _("row {key!r} is missing")
                if here is None
                else _("row {key!r} differs")
            )
            yield Finding(table, what.format(key=key))
            if (here or (None,))[0] != (there or (None,))[0]:
                break
