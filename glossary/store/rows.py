"""Applying an event's changes to the tables: the one way any row comes to be, live and in a replay."""

from __future__ import annotations

import json

from glossary.errors import StoreError
from glossary.i18n import _
from glossary.model.records import from_record
from glossary.store.names import add_names, drop_names, weigh_names
from glossary.store.prepared import dump, prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from glossary.model.events import Row, RowChange
    from glossary.store.prepared import Prepared

__all__ = [
    "INSERT_ENTRY",
    "apply",
    "entry_row",
    "insert_entry",
    "insert_followers",
    "plain_columns",
    "row_of",
]

plain_columns = {
    "proposals": ("event", ("entry", "base", "action", "content", "by", "at", "why", "editors")),
    "comments": ("event", ("entry", "by", "at", "text")),
    "redirects": ("id", ("target",)),
    "undone": ("event", ("by_event",)),
    "settings": ("key", ("value",)),
}
"""Tables of record other than entries: their key and the columns of a row."""


def apply(
    connection: Connection,
    number: int,
    changes: Sequence[RowChange],
) -> None:
    """Make the tables say what an event says, inside the caller's transaction.

    Args:
        connection: The database.
        number: The event's number.
        changes: Its rows.
    Raises:
        StoreError: A change is of a table that is not one of record.
    """
    for change in changes:
        if change.table == "entries":
            _apply_entry(connection, number, change)
        elif change.table in plain_columns:
            _apply_plain(connection, change)
        else:
            raise StoreError(
                _("event {number} changes {table!r}, which is no table of record").format(
                    number=number, table=change.table
                )
            )


def _apply_plain(connection: Connection, change: RowChange) -> None:
    key, columns = plain_columns[change.table]
    if change.after is None:
        connection.execute(f"DELETE FROM {change.table} WHERE {key} = ?", (change.key,))
        return
    row = {**(change.before or {}), **change.after}
    values = [
        value if isinstance(value, (str, int, type(None))) else dump(value)
        for value in map(row.get, columns)
    ]
    connection.execute(
        f"INSERT OR REPLACE INTO {change.table} ({key}, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})",
        (change.key, *values),
    )


def _apply_entry(connection: Connection, number: int, change: RowChange) -> None:
    if change.before is None and change.after is not None:
        content = from_record(change.after["content"])
        prepared = prepare(content, change.after["review"], render=False)
        insert_entry(connection, number, prepared, change.after.get("seed"))
        return
    found = connection.execute(
        "SELECT n, review FROM entries WHERE id = ?", (change.key,)
    ).fetchone()
    if found is None:
        raise StoreError(
            _("event {number} changes entry {key!r}, which is not there").format(
                number=number, key=change.key
            )
        )
    n, review = found
    if change.after is None:
        _drop_derived(connection, n)
        connection.execute("DELETE FROM entries WHERE n = ?", (n,))
    else:
        _update_entry(connection, number, n, review, change.after)


def _update_entry(connection: Connection, number: int, n: int, review: str, after: Row) -> None:
    new_review = after.get("review", review)
    if "content" in after:
        prepared = prepare(from_record(after["content"]), new_review, render=False)
        _drop_derived(connection, n)
        connection.execute(
            "UPDATE entries SET kind=?, level=?, place=?, evidence=?, content=?, revision=? WHERE n = ?",
            (
                *(prepared.kind, prepared.level, prepared.place, prepared.evidence),
                *(prepared.content, number, n),
            ),
        )
        _add_derived(connection, n, new_review, prepared)
    elif new_review != review:
        weigh_names(connection, n, new_review)
    if new_review != review:
        connection.execute(
            "UPDATE entries SET review = ?, revision = ? WHERE n = ?", (new_review, number, n)
        )
    if "seed" in after:
        connection.execute("UPDATE entries SET seed = ? WHERE n = ?", (after["seed"], n))


INSERT_ENTRY = (
    "INSERT INTO entries (n, id, kind, review, level, place, evidence, content, revision, seed)"
    " VALUES (?,?,?,?,?,?,?,?,?,?)"
)


def entry_row(number: int, prepared: Prepared, seed: str | None) -> tuple[object, ...]:
    """Return the values of ``INSERT_ENTRY`` for an entry that an event makes."""
    return (
        *(number, prepared.id, prepared.kind, prepared.review, prepared.level, prepared.place),
        *(prepared.evidence, prepared.content, number, seed),
    )


def insert_entry(
    connection: Connection, number: int, prepared: Prepared, seed: str | None = None
) -> None:
    """Insert one new entry with all that is derived from it."""
    connection.execute(INSERT_ENTRY, entry_row(number, prepared, seed))
    _add_derived(connection, number, prepared.review, prepared)


def _add_derived(connection: Connection, n: int, review: str, prepared: Prepared) -> None:
    add_names(connection, n, review, prepared.names)
    insert_followers(connection, [(n, prepared)])


def insert_followers(connection: Connection, numbered: Sequence[tuple[int, Prepared]]) -> None:
    """Insert what follows from entries besides their names: relations, collections, numbers of documents."""
    connection.executemany(
        "INSERT INTO relations (entry, ord, type, target, first, last) VALUES (?,?,?,?,?,?)",
        [(n, *row) for n, item in numbered for row in item.relations],
    )
    connection.executemany(
        "INSERT INTO collections (collection, entry) VALUES (?, ?)",
        [(name, n) for n, item in numbered for name in item.collections],
    )
    connection.executemany(
        "INSERT INTO numbers (number, entry) VALUES (?, ?)",
        [(key, n) for n, item in numbered for key in item.numbers],
    )


def _drop_derived(connection: Connection, n: int) -> None:
    drop_names(connection, n)
    for table in ("relations", "collections", "numbers"):
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (n,))


def row_of(connection: Connection, table: str, key: str) -> Row | None:
    """Return a row of record as events write it, or nothing."""
    if table == "entries":
        found = connection.execute(
            "SELECT content, review, seed FROM entries WHERE id = ?", (key,)
        ).fetchone()
        if found is None:
            return None
        return {"content": json.loads(found[0]), "review": found[1], "seed": found[2]}
    key_column, columns = plain_columns[table]
    found = connection.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE {key_column} = ?", (key,)
    ).fetchone()
    return dict(zip(columns, found, strict=True)) if found else None
