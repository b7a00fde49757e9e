"""Tables that grow onto the disk: what a file holds twice, or changes, is found without holding all of it.

Up to a limit each is a plain ``dict``; beyond, a database of its own in a temporary file, which goes when it is closed.
"""

from __future__ import annotations

import marshal
import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Row = tuple[Any, ...]

__all__ = ["Scratch", "Shelf", "private_file"]

_LIMIT = 2_000
_BATCH = 2_000
_BITS = 1 << 24
_PAGE = 200


def private_file() -> sqlite3.Connection:
    """Return a database in a file that nobody else sees, gone when it is closed; little of it is held in memory."""
    disk = sqlite3.connect("", isolation_level=None)
    disk.execute("PRAGMA journal_mode = OFF")
    disk.execute("PRAGMA synchronous = OFF")
    disk.execute("PRAGMA cache_size = -1000")
    return disk


class Scratch:
    """Keys with a text each; a block, at whose end all of it is gone.

    Every key on the disk sets a bit in memory, so that most of those that are not there are not looked for there.

    Args:
        limit: How many are held in memory.

    >>> with Scratch(limit=1) as scratch:
    ...     [scratch.claim(key, value) for key, value in (("a", "1"), ("b", "2"), ("a", "3"))]
    ['1', '2', '1']
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._held: dict[str, str] = {}
        self._disk: sqlite3.Connection | None = None
        self._bits = bytearray()

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let all of it go."""
        self._held = {}
        self._bits = bytearray()
        if self._disk is not None:
            self._disk.close()
            self._disk = None

    def get(self, key: str) -> str | None:
        """Return the text of a key, or nothing."""
        found = self._held.get(key)
        if found is not None or self._disk is None:
            return found
        place = hash(key) % _BITS
        if not self._bits[place >> 3] & 1 << (place & 7):
            return None
        row = self._disk.execute("SELECT value FROM held WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def __bool__(self) -> bool:
        return bool(self._held) or self._disk is not None

    def claim(self, key: str, value: str) -> str:
        """Return the text of a key; where it has none, give it this one."""
        found = self.get(key)
        if found is not None:
            return found
        self._held[key] = value
        if len(self._held) > (self._limit if self._disk is None else _BATCH):
            self._spill()
        return value

    def _spill(self) -> None:
        if self._disk is None:
            self._disk = private_file()
            self._disk.execute("CREATE TABLE held (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
            self._bits = bytearray(_BITS // 8)
        for key in self._held:
            place = hash(key) % _BITS
            self._bits[place >> 3] |= 1 << (place & 7)
        self._disk.execute("BEGIN")
        self._disk.executemany("INSERT INTO held VALUES (?, ?)", sorted(self._held.items()))
        self._disk.execute("COMMIT")
        self._held.clear()


class Shelf:
    """Rows by key, in the order in which their keys came; a row put again stands in the place of the one before.

    Rows are tuples of what ``marshal`` knows; they are read by the process that put them.

    Args:
        limit: How many are held in memory.

    >>> shelf = Shelf(limit=1)
    >>> for key, row in (("a", (1,)), ("b", (2,)), ("c", (3,)), ("a", (4,))):
    ...     shelf.put(key, row)
    >>> shelf.drop("b")
    >>> list(shelf.items()), shelf.get("b"), "c" in shelf, len(shelf)
    ([('a', (4,)), ('c', (3,))], None, True, 2)
    >>> shelf.close()
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._held: dict[str, Row] = {}
        self._disk: sqlite3.Connection | None = None
        self._count = 0

    def close(self) -> None:
        """Let all of it go."""
        self._held = {}
        self._count = 0
        if self._disk is not None:
            self._disk.close()
            self._disk = None

    def __len__(self) -> int:
        return self._count

    def get(self, key: str) -> Row | None:
        """Return the row of a key, or nothing."""
        if self._disk is None:
            return self._held.get(key)
        found = self._disk.execute("SELECT value FROM held WHERE key = ?", (key,)).fetchone()
        return None if found is None else marshal.loads(found[0])

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def put(self, key: str, row: Row) -> None:
        """Put the row of a key, where one stands in its place."""
        self._count += key not in self
        if self._disk is None:
            self._held[key] = row
            if len(self._held) > self._limit:
                self._spill()
        else:
            self._write(self._disk, key, row)

    def drop(self, key: str) -> None:
        """Take a key and its row away."""
        self._count -= key in self
        if self._disk is None:
            self._held.pop(key, None)
        else:
            self._disk.execute("DELETE FROM held WHERE key = ?", (key,))

    def items(self) -> Iterator[tuple[str, Row]]:
        """Yield keys and rows; those that were yielded may be put anew or dropped meanwhile."""
        if self._disk is None:
            yield from list(self._held.items())
            return
        at = 0
        ask = "SELECT place, key, value FROM held WHERE place > ? ORDER BY place LIMIT ?"
        while page := self._disk.execute(ask, (at, _PAGE)).fetchall():
            for _place, key, value in page:
                yield key, marshal.loads(value)
            at = page[-1][0]

    def _spill(self) -> None:
        self._disk = private_file()
        self._disk.execute(
            "CREATE TABLE held (place INTEGER PRIMARY KEY, key TEXT UNIQUE, value BLOB)"
        )
        self._disk.execute("BEGIN")  # never ended: what is in the file need not outlive it
        for key, row in self._held.items():
            self._write(self._disk, key, row)
        self._held = {}

    @staticmethod
    def _write(disk: sqlite3.Connection, key: str, row: Row) -> None:
        disk.execute(
            "INSERT INTO held (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, marshal.dumps(row)),
        )
