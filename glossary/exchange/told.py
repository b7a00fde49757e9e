"""Lists of ids that a report tells: on the disk once they are many, so that a million of them cost no memory."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from itertools import islice

from glossary.formats.spools import Spool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import overload

__all__ = ["Ids", "Pairs"]


class _Told:
    """Rows that are gone when nobody holds the report any more."""

    def __init__(self) -> None:
        self._rows = Spool()
        weakref.finalize(self, self._rows.close)

    def clear(self) -> None:
        """Let all of it go."""
        self._rows.clear()

    def __len__(self) -> int:
        return len(self._rows)


class Ids(_Told, Sequence[str]):
    """Ids in the order they were told; equal to a list of the same.

    >>> ids = Ids()
    >>> ids.append("ministry-a")
    >>> ids.append("ministry-b")
    >>> len(ids), ids[0], ids[-1], ids[:1], ids == ["ministry-a", "ministry-b"], ids
    (2, 'ministry-a', 'ministry-b', ['ministry-a'], True, ['ministry-a', 'ministry-b'])
    """

    def append(self, entry_id: str) -> None:
        """Put an id behind the others."""
        self._rows.put((entry_id,))

    def __iter__(self) -> Iterator[str]:
        for (entry_id,) in self._rows:
            yield entry_id

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, at: int) -> str: ...
        @overload
        def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            return list(islice(self, start, stop, step)) if step > 0 else list(self)[at]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        return next(islice(self, place, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (list, Ids)):
            return NotImplemented
        return len(self) == len(other) and all(map(str.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # as a list's: it changes

    def __repr__(self) -> str:
        return repr(list(self))


class Pairs(_Told):
    """Ids, each told once, and the id each is told with; equal to a ``dict`` of the same.

    >>> pairs = Pairs()
    >>> pairs.add("other", "ministry-a")
    >>> len(pairs), list(pairs.items()), pairs == {"other": "ministry-a"}, pairs
    (1, [('other', 'ministry-a')], True, {'other': 'ministry-a'})
    """

    def add(self, entry_id: str, other: str) -> None:
        """Tell an id and another."""
        self._rows.put((entry_id, other))

    def __iter__(self) -> Iterator[str]:
        for entry_id, _other in self._rows:
            yield entry_id

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs."""
        yield from self._rows

    def values(self) -> Iterator[str]:
        """Yield what each id is told with."""
        for _entry_id, other in self._rows:
            yield other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (dict, Pairs)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]  # as a dict's: it changes

    def __repr__(self) -> str:
        return repr(dict(self.items()))
