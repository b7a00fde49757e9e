"""More rows than memory should hold: kept in a temporary file, sorted in runs, and told apart by a few bits each.

Rows are tuples of what ``marshal`` knows: texts, bytes, numbers, flags, ``None``, and tuples of these. They are read by the
process that wrote them, never from anybody's file.
"""

from __future__ import annotations

import marshal
from bisect import bisect_right
from tempfile import SpooledTemporaryFile

from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    Row = tuple[Any, ...]

__all__ = ["Repeats", "Spool", "sort_rows"]

_BLOCK_ROWS = 100
_MEMORY_BYTES = 1024 * 1024
_RUN_ROWS = 10_000
_RUNS = 128
_BITS = 1 << 25


class Spool:
    """Rows in the order they were put, to be gone through as often as one likes; a block, at whose end they are gone.

    Args:
        memory: How many bytes of them may be held in memory.

    >>> with Spool() as spool:
    ...     for row in (("a", 1), ("b", 2)):
    ...         spool.put(row)
    ...     list(spool), list(spool), len(spool)
    ([('a', 1), ('b', 2)], [('a', 1), ('b', 2)], 2)
    """

    def __init__(self, memory: int = _MEMORY_BYTES) -> None:
        self._file = SpooledTemporaryFile(memory)  # noqa: SIM115  closed at the end of the block
        self._block: list[Row] = []
        self._count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        """Let the rows go."""
        self._file.close()

    def clear(self) -> None:
        """Let the rows go, to put others."""
        self._file.seek(0)
        self._file.truncate()
        self._block.clear()
        self._count = 0

    def put(self, row: Row) -> None:
        """Put a row behind the others."""
        self._block.append(row)
        self._count += 1
        if len(self._block) == _BLOCK_ROWS:
            self._flush()

    def _flush(self) -> None:
        data = marshal.dumps(self._block)
        self._file.seek(0, 2)  # whoever went through the rows may have stopped half way
        self._file.write(len(data).to_bytes(4, "little") + data)
        self._block.clear()

    def __iter__(self) -> Iterator[Row]:
        for rows in self.pages():
            yield from rows

    def pages(self) -> Iterator[list[Row]]:
        """Yield the rows, some at a time."""
        if self._block:
            self._flush()
        self._file.seek(0)
        place = 0
        while head := self._file.read(4):
            size = int.from_bytes(head, "little")
            rows = marshal.loads(self._file.read(size))
            place += 4 + size
            yield rows
            self._file.seek(place)


def sort_rows(rows: Iterable[Row], run: int = _RUN_ROWS) -> Iterator[Row]:
    """Yield rows in their order, with no more than a run of them in memory.

    Args:
        rows: Rows that can be compared.
        run: How many are sorted at a time.

    >>> list(sort_rows([(3,), (1,), (2,)], run=2))
    [(1,), (2,), (3,)]
    """
    runs: list[Spool] = []
    block: list[Row] = []
    try:
        for row in rows:
            block.append(row)
            if len(block) >= run:
                block.sort()
                runs.append(_spooled(block))
                block.clear()
            if len(runs) > _RUNS:  # so many files are open at a time
                runs = [_spooled(_merged(runs)), *_closed(runs)]
        block.sort()
        if not runs:
            yield from block
            return
        if block:
            runs.append(_spooled(block))
            block.clear()
        yield from _merged(runs)
    finally:
        _closed(runs)


def _spooled(rows: Iterable[Row]) -> Spool:
    spool = Spool(memory=1)
    for row in rows:
        spool.put(row)
    return spool


def _closed(runs: Iterable[Spool]) -> tuple[()]:
    for each in runs:
        each.close()
    return ()


def _merged(runs: Sequence[Spool]) -> Iterator[Row]:
    """The rows of several sorted runs in their order: of what is read of each, all up to the least of the last rows.

    Sorting a few sorted stretches is several times faster than asking of every row which run is next.
    """
    pages = [each.pages() for each in runs]
    held: list[list[Row]] = [next(each, []) for each in pages]
    while True:
        ends = [rows[-1] for rows in held if rows]
        if not ends:
            return
        least = min(ends)
        ready: list[Row] = []
        for at, rows in enumerate(held):
            if rows:
                cut = bisect_right(rows, least)
                ready += rows[:cut]
                held[at] = rows[cut:] or next(pages[at], [])
        ready.sort()
        yield from ready


class Repeats:
    """Finds the keys that are put by more than one owner, in a few megabytes whatever their number; a block.

    Every key sets a bit; one that finds its bit set is suspected, and only of those the owners are held against each other
    in a second pass over the same pairs. Nothing is taken for another by chance.

    >>> pairs = [("a", "1"), ("b", "1"), ("a", "2"), ("b", "1")]
    >>> with Repeats() as repeats:
    ...     for key, _owner in pairs:
    ...         repeats.see(key)
    ...     repeats.settle(pairs)
    ...     "a" in repeats, "b" in repeats
    (True, False)
    """

    def __init__(self) -> None:
        self._bits = bytearray(_BITS // 8)
        self._suspects, self._several = Scratch(), Scratch()

    def __enter__(self) -> Repeats:
        return self

    def __exit__(self, *_error: object) -> None:
        self._suspects.close()
        self._several.close()

    def see(self, key: str) -> None:
        """Take note of a key."""
        place = hash(key) % _BITS
        byte, bit = place >> 3, 1 << (place & 7)
        if self._bits[byte] & bit:
            self._suspects.claim(key, "")
        else:
            self._bits[byte] |= bit

    def settle(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Find the keys that several owners put; no further key can be seen then.

        Args:
            pairs: All keys seen, each with its owner.
        """
        self._bits = bytearray()
        if not self._suspects:
            return
        with Scratch() as owners:
            for key, owner in pairs:
                if key in self._suspects and owners.claim(key, owner) != owner:
                    self._several.claim(key, "")

    def __contains__(self, key: str) -> bool:
        return key in self._several
