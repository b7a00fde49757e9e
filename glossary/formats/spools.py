"""More rows than memory should hold: kept in a temporary file, sorted in runs, and told apart by a few bits each.

Rows are tuples of what ``marshal`` knows: texts, bytes, numbers, flags, ``None``, and tuples of these. They are read by the
process that wrote them, never from anybody's file.
"""

from __future__ import annotations

import heapq
import marshal
from tempfile import SpooledTemporaryFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Any

    Row = tuple[Any, ...]

__all__ = ["Repeats", "Spool", "sort_rows"]

_BLOCK_ROWS = 100
_MEMORY_BYTES = 1024 * 1024
_RUN_ROWS = 200_000
_BITS = 1 << 27


class Spool:
    """Rows in the order they were put, to be gone through as often as one likes; a block, at whose end they are gone.

    >>> with Spool() as spool:
    ...     for row in (("a", 1), ("b", 2)):
    ...         spool.put(row)
    ...     list(spool), list(spool), len(spool)
    ([('a', 1), ('b', 2)], [('a', 1), ('b', 2)], 2)
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_MEMORY_BYTES)  # noqa: SIM115  closed at the end of the block
        self._block: list[Row] = []
        self._count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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
        if self._block:
            self._flush()
        self._file.seek(0)
        place = 0
        while head := self._file.read(4):
            size = int.from_bytes(head, "little")
            rows = marshal.loads(self._file.read(size))
            place += 4 + size
            yield from rows
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
                runs.append(_run(block))
                block = []
        block.sort()
        yield from heapq.merge(*runs, block) if runs else block
    finally:
        for each in runs:
            each.close()


def _run(block: list[Row]) -> Spool:
    block.sort()
    spool = Spool()
    for row in block:
        spool.put(row)
    return spool


class Repeats:
    """Finds the keys that are put by more than one owner, in 16 MB whatever their number.

    Every key sets a bit; one that finds its bit set is suspected, and only of those the owners are counted in a second
    pass over the same pairs. Nothing is taken for another by chance.

    >>> pairs = [("a", 1), ("b", 1), ("a", 2), ("b", 1)]
    >>> repeats = Repeats()
    >>> for key, _owner in pairs:
    ...     repeats.see(key)
    >>> sorted(repeats.settle(pairs))
    ['a']
    """

    def __init__(self) -> None:
        self._bits = bytearray(_BITS // 8)
        self._suspects: set[str] = set()

    def see(self, key: str) -> None:
        """Take note of a key."""
        place = hash(key) % _BITS
        byte, bit = place >> 3, 1 << (place & 7)
        if self._bits[byte] & bit:
            self._suspects.add(key)
        else:
            self._bits[byte] |= bit

    def settle(self, pairs: Iterable[tuple[str, object]]) -> set[str]:
        """Return the keys that several owners put.

        Args:
            pairs: All keys seen, each with its owner.
        """
        if not self._suspects:
            return set()
        owners: dict[str, object] = {}
        several: set[str] = set()
        for key, owner in pairs:
            if key in self._suspects and owners.setdefault(key, owner) != owner:
                several.add(key)
        return several
