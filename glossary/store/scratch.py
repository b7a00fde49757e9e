"""A table of texts that grows onto the disk: what a file holds twice is found without holding all of it.

Up to a limit it is a plain ``dict``; beyond, a database of its own in a temporary file, which goes when it is closed. Every
key on the disk sets a bit in memory, so that most of those that are not there are not looked for there.
"""

from __future__ import annotations

import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Scratch"]

_LIMIT = 2_000
_BATCH = 2_000
_BITS = 1 << 24


class Scratch:
    """Keys with a text each; a block, at whose end all of it is gone.

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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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
            self._disk = sqlite3.connect(
                "", isolation_level=None
            )  # a private file, gone when closed
            self._disk.execute("PRAGMA journal_mode = OFF")
            self._disk.execute("PRAGMA synchronous = OFF")
            self._disk.execute("PRAGMA cache_size = -1000")
            self._disk.execute("CREATE TABLE held (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
            self._bits = bytearray(_BITS // 8)
        for key in self._held:
            place = hash(key) % _BITS
            self._bits[place >> 3] |= 1 << (place & 7)
        self._disk.execute("BEGIN")
        self._disk.executemany("INSERT INTO held VALUES (?, ?)", sorted(self._held.items()))
        self._disk.execute("COMMIT")
        self._held.clear()
