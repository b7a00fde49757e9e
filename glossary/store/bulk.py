"""Many entries in one transaction, each with its own event.

Into an empty or small database the indexes are dropped and built again at the end, which is several times faster
than keeping them row by row; into a large one rows are added one by one. Either way all of it is there or none.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, nullcontext
from itertools import islice

from glossary.store.events import head, note_head, now
from glossary.store.names import INSERT_NAME, piece_rows, rows_for
from glossary.store.prepared import addition
from glossary.store.rows import INSERT_ENTRY, entry_row, insert_entry, insert_followers
from glossary.store.schema import INDEXES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from glossary.store.events import EventRow
    from glossary.store.prepared import Prepared

__all__ = ["load", "rebuild_index", "seed_digest"]

CHUNK = 250
"""How many entries are held at a time."""
FEW, MANY = 5_000, 2_000
"""With so few there and so many new ones, the indexes are built anew."""
SHARE = 2
"""So many there for each new one, and building the indexes anew takes as long as keeping them (10,000 and 5,000: 1.7 s and 1.5 s)."""
PAGES = -3_000
"""Pages in memory while the indexes are built, as SQLite's ``cache_size`` says it: kilobytes."""
HASH_BYTES = 3 << 20
"""Words of the full text in memory before they are written."""
WORDS = 10_000
"""How many words are remembered while those of all names are gathered."""
_INSERT_EVENT = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?)"


def seed_digest(content: str) -> str:
    """Return what identifies a shipped version of an entry.

    >>> seed_digest("{}")
    '44136fa355b3678a'
    """
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _chunks(items: Iterable[Prepared], first: int) -> Iterator[list[Prepared]]:
    """Entries some at a time; so many the first time."""
    rest = iter(items)
    size = first
    while chunk := list(islice(rest, size)):
        yield chunk
        size = CHUNK


def load(
    connection: Connection,
    items: Iterable[Prepared],
    *,
    action: str,
    by: str,
    why: str = "",
    seeds: bool = False,
    expected: int = 0,
    at: str = "",
) -> int:
    """Add entries that are not there yet, inside the caller's write transaction.

    Args:
        connection: The database.
        items: Prepared entries with new ids.
        action: What the events say was done.
        by: Who.
        why: The reason given.
        seeds: Whether these are shipped entries, whose version is remembered.
        expected: How many they are, where that is known.
        at: The time the events say; now by default.
    Returns:
        How many were added.
    """
    most = max(FEW, SHARE * expected)
    there = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM entries LIMIT {most})")
    entries = there.fetchone()[0]
    chunks = _chunks(items, MANY if 0 < entries < FEW else CHUNK)
    first = next(chunks, [])
    many = len(first) == MANY or (expected >= MANY and entries < SHARE * expected)
    rebuild = not entries or (many and entries < most)
    with _little_memory(connection) if rebuild else nullcontext():
        count, number = _load(
            connection, _with_first(first, chunks), rebuild, (action, by, why, at), seeds
        )
    note_head(connection, number)
    return count


def _load(
    connection: Connection,
    chunks: Iterable[list[Prepared]],
    rebuild: bool,
    what: tuple[str, str, str, str],
    seeds: bool,
) -> tuple[int, int]:
    """Insert entries with their events, some at a time; return how many, and the number of the last event."""
    action, by, why, then = what
    if rebuild:
        for statement in _statements(INDEXES):
            connection.execute(f"DROP INDEX IF EXISTS {statement.split(' ON ')[0].split()[-1]}")
    count, log = 0, head(connection)
    for chunk in chunks:
        rows, at = [], then or now()
        for item in chunk:
            seed = seed_digest(item.content) if seeds else None
            event = log.next(action, by, item.id, why, addition(item, seed), at)
            rows.append((event, item, seed))
        connection.executemany(_INSERT_EVENT, [event for event, _, _ in rows])
        if rebuild:
            _insert_rows(connection, rows)
        else:
            for event, item, seed in rows:
                insert_entry(connection, event[0], item, seed)
        count += len(chunk)
    if rebuild:
        rebuild_index(connection)
    return count, log.number


def _insert_rows(
    connection: Connection, rows: Sequence[tuple[EventRow, Prepared, str | None]]
) -> None:
    """Insert entries and what follows from them, leaving the indexes for later."""
    numbered = [(event[0], item, seed) for event, item, seed in rows]
    connection.executemany(INSERT_ENTRY, [entry_row(n, item, seed) for n, item, seed in numbered])
    connection.executemany(
        INSERT_NAME,
        [row for n, item, _ in numbered for row in rows_for(n, item.review, item.names)],
    )
    insert_followers(connection, [(n, item) for n, item, _ in numbered])


def _with_first(first: list[Prepared], rest: Iterator[list[Prepared]]) -> Iterator[list[Prepared]]:
    if first:
        yield first
    yield from rest


def _statements(script: str) -> Iterator[str]:
    for statement in script.split(";"):
        if statement.strip():
            yield statement.strip()


def _configure_fts(connection: Connection, **options: int) -> None:
    """Set options of the full-text index; 1 MB and 4 are what it has by itself.

    Source: sqlite.org/fts5.html, section 6.1 (automerge); ``hashsize`` stands in ``fts5_config.c``.
    """
    for option in options.items():
        connection.execute("INSERT INTO names_fts (names_fts, rank) VALUES (?, ?)", option)


def _gather_words(connection: Connection) -> None:
    """Put the words of all names into ``temp.words``, those in other letters left out, with few of them in memory."""
    connection.execute("CREATE TEMP TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID")
    seen: set[str] = set()
    texts = connection.execute("SELECT words FROM names")
    while some := texts.fetchmany(1000):
        new = set(" ".join([text for (text,) in some]).split()) - seen
        rows = [(word,) for word in new if word.isascii()]
        connection.executemany("INSERT OR IGNORE INTO temp.words VALUES (?)", rows)
        if len(seen) > WORDS:
            seen.clear()
        seen |= new


@contextmanager
def _little_memory(connection: Connection) -> Iterator[None]:
    """Let SQLite hold few pages, and sort in as little: rows that come in order need no more."""
    (before,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = {PAGES}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {before}")


def rebuild_index(connection: Connection) -> None:
    """Build every index over the rows that are there: b-trees, full text and typo table."""
    with _little_memory(connection):
        _rebuild_index(connection)


def _rebuild_index(connection: Connection) -> None:
    for statement in _statements(INDEXES):
        connection.execute(statement.replace("INDEX ", "INDEX IF NOT EXISTS ", 1))
    # With room for more words in memory, FTS5 writes fewer pieces that it has to merge; with still more it is no faster.
    _configure_fts(connection, hashsize=HASH_BYTES, automerge=0)
    connection.execute("INSERT INTO names_fts (names_fts) VALUES ('delete-all')")
    # FTS5 wants its numbers to grow. With the plus they are sorted; the index would lead to rows all over the table.
    connection.execute(
        "INSERT INTO names_fts (rowid, words) SELECT found, words FROM names ORDER BY +found"
    )
    connection.execute("INSERT INTO names_fts (names_fts) VALUES ('optimize')")
    _configure_fts(connection, hashsize=1 << 20, automerge=4)
    connection.execute("DELETE FROM deletes")
    _gather_words(connection)
    # In the order of the table, which is several times faster.
    connection.execute(f"INSERT INTO deletes {piece_rows('temp.words')}")
    connection.execute("DROP TABLE temp.words")
