"""Making, seeding, backing up, reindexing and upgrading a database."""

from __future__ import annotations

import json
import os
import sqlite3
from itertools import chain, islice

from glossary.errors import InputError, StoreError
from glossary.i18n import _
from glossary.model.events import SEEDER, SHIPPED
from glossary.model.records import from_record
from glossary.store.bulk import load, rebuild_index
from glossary.store.connections import MAKING_S
from glossary.store.failures import explained
from glossary.store.halves import clear_left, half_of, remove_half, write_half
from glossary.store.names import INSERT_NAME, rows_for
from glossary.store.prepared import prepare
from glossary.store.rows import insert_followers
from glossary.store.schema import (
    APPLICATION_ID,
    INDEX_VERSION,
    INDEXES,
    SCHEMA_VERSION,
    SEARCHED,
    TABLES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from sqlite3 import Connection

    from glossary.store.connections import Connections
    from glossary.store.prepared import Prepared

__all__ = ["back_up", "create", "reindex", "upgrade"]

_MIGRATIONS: dict[int, Callable[[Connection], None]] = {}
"""For each version, the step that makes it from the one before."""


def create(connections: Connections, seeds: Iterable[Prepared], at: str = "") -> int:
    """Make the tables of an empty database and load the seeds, in one transaction.

    A process killed half way leaves an empty file, which the next one fills; of two at once, one waits and
    finds it done.

    Args:
        connections: The database, made as an empty file where it is not there.
        seeds: Shipped entries.
        at: The time the events say; now by default.
    Returns:
        How many entries were loaded; 0 where another process was first.
    Raises:
        StoreError: The file cannot be made or written.
    """
    coming = iter(seeds)
    first = list(
        islice(coming, 1)
    )  # a checkout may compile them here: no other process waits for that
    # The log begins when all is there: through it every page would be written twice.
    with connections.into_the_file(), connections.writing(MAKING_S) as connection:
        if connections.state():
            return 0
        for statement in (TABLES + INDEXES).split(";\n"):
            if statement.strip():
                connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('index', ?)", (INDEX_VERSION,))
        count = load(
            *(connection, chain(first, coming)),
            action="sync",
            by=SEEDER,
            why=SHIPPED,
            seeds=True,
            at=at,
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return count


def back_up(
    connections: Connections, target: str, progress: Callable[[int, int], None] | None = None
) -> None:
    """Copy the database to a file as it is at one moment, while others may write on.

    The copy is made under another name and put in place when it is whole; what a killed one left is taken away.

    Raises:
        InputError: The target exists, or its folder does not.
        StoreError: The copy cannot be written.
    """
    if os.path.exists(target):
        raise InputError(
            _("the file is there already"),
            path=target,
            fix=_("Name a new one; nothing was overwritten."),
        )
    folder = os.path.dirname(os.path.abspath(target))
    if not os.path.isdir(folder):
        raise InputError(
            _("the folder is not there"), path=folder, fix=_("Make it, or name another.")
        )
    clear_left(target)
    half = half_of(target)
    try:
        kept = write_half(target)
    except OSError as error:
        raise StoreError(
            _("the file cannot be written"), path=target, why=error.strerror or str(error)
        ) from error
    try:
        with explained(target), kept:
            copy = sqlite3.connect(half)
            try:
                step = None
                if progress:
                    told = progress
                    step = lambda _, left, total: told(total - left, total)  # noqa: E731
                # Within one reading: a copy of a moving file begins anew at every write.
                with connections.reading() as source, explained(target):
                    source.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
                    source.backup(copy, pages=1000, progress=step)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
            os.fsync(kept.fileno())
        os.replace(half, target)
    finally:
        remove_half(half)


def reindex(
    connections: Connections,
    *,
    stale: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Make every derived row anew from the entries.

    Args:
        connections: The database.
        stale: Only where the index is still another one, once this process may write: another may have been first.
        progress: Told how many entries were read, of how many.
    Returns:
        How many entries were indexed.
    """
    with connections.writing(MAKING_S) as connection:
        if stale and _index_of(connection) == INDEX_VERSION:
            return 0
        for table in ("relations", "collections"):
            connection.execute(f"DELETE FROM {table}")
        for table in SEARCHED:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in TABLES.split(";\n"):
            if _table_of(statement) in SEARCHED:
                connection.execute(statement)
        count = 0
        total = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
        for n, rows in _prepared_again(connection):
            connection.executemany(INSERT_NAME, rows_for(n, rows.review, rows.names))
            insert_followers(connection, [(n, rows)])
            count += 1
            if progress and count % 100 == 0:
                progress(count, total)
        rebuild_index(connection)
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('index', ?)", (INDEX_VERSION,))
    return count


def _index_of(connection: Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
    return str(row[0]) if row else ""


def _table_of(statement: str) -> str:
    """Return the table a statement of ``TABLES`` makes."""
    return statement.partition("(")[0].partition(" USING ")[0].rpartition("TABLE ")[2].strip()


def _prepared_again(connection: Connection) -> Iterator[tuple[int, Prepared]]:
    """Yield every entry's number and rows, a page at a time."""
    last = 0
    while True:
        page = connection.execute(
            "SELECT n, review, content FROM entries WHERE n > ? ORDER BY n LIMIT 1000", (last,)
        ).fetchall()
        for n, review, content in page:
            last = n
            yield n, prepare(from_record(json.loads(content)), review, render=False)
        if not page:
            return


def upgrade(connections: Connections) -> str:
    """Bring an older database to this version, after backing it up beside itself.

    Returns:
        Path of the backup; empty where nothing was to do.
    Raises:
        StoreError: There is no way from its version, or the backup cannot be written.
    """
    version = connections.state()
    if not 0 < version < SCHEMA_VERSION:
        return ""
    missing = [step for step in range(version + 1, SCHEMA_VERSION + 1) if step not in _MIGRATIONS]
    if missing:
        raise StoreError(
            _("there is no way from version {version}").format(version=version),
            path=connections.path,
        )
    backup, at = f"{connections.path}.v{version}.backup", 1
    while os.path.exists(backup):
        at += 1
        backup = f"{connections.path}.v{version}-{at}.backup"
    back_up(connections, backup)
    try:
        with connections.writing() as connection:
            for step in range(connections.state() + 1, SCHEMA_VERSION + 1):
                _MIGRATIONS[step](connection)
                connection.execute(f"PRAGMA user_version = {step}")
    except BaseException:
        os.remove(backup)  # nothing was changed, and every try would leave one more
        raise
    return backup
