"""The entries that a file changes, while a plan is made: on the disk once they are many."""

from __future__ import annotations

import json

from glossary.model.records import from_record, to_record
from glossary.store.prepared import dump
from glossary.store.scratch import Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry

__all__ = ["Changes"]


class Changes:
    """Entries that are there and are to be otherwise, one version each, with the line and column that say so.

    >>> from glossary.model.entries import Entry, Kind
    >>> from glossary.model.names import Evidence, Name
    >>> entry = Entry(id="a", kind=Kind.TERM, names=(Name(text="A", lang="en", evidence=Evidence.UNSOURCED),))
    >>> changes = Changes()
    >>> changes.put(entry, 3, 1)
    >>> changes.get("a") == entry, changes.get("b"), list(changes) == [(entry, 3, 1)]
    (True, None, True)
    """

    def __init__(self) -> None:
        self._rows = Shelf()

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._rows

    def __iter__(self) -> Iterator[tuple[Entry, int, int]]:
        """Yield them; any that was yielded may be put anew or dropped meanwhile."""
        for _id, (content, line, column) in self._rows.items():
            yield from_record(json.loads(content)), line, column

    def get(self, entry_id: str) -> Entry | None:
        """Return an entry as it is to be, or nothing where it is not to change."""
        found = self.find(entry_id)
        return found[0] if found else None

    def find(self, entry_id: str) -> tuple[Entry, int, int] | None:
        """Return an entry as it is to be, and its line and column."""
        row = self._rows.get(entry_id)
        return None if row is None else (from_record(json.loads(row[0])), row[1], row[2])

    def put(self, entry: Entry, line: int, column: int) -> None:
        """Put an entry as it is to be."""
        self._rows.put(entry.id, (dump(to_record(entry)), line, column))

    def drop(self, entry_id: str) -> None:
        """Let an entry be as it is."""
        self._rows.drop(entry_id)

    def close(self) -> None:
        """Let all of it go."""
        self._rows.close()
