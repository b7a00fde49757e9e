"""The new entries of a file while a plan is made: on the disk, with whose name is whose and which id became which."""

from __future__ import annotations

import json

from glossary.exchange.repeats import Repeats
from glossary.formats.spools import Spool
from glossary.language.fold import SIGNS, signs_of
from glossary.model.records import from_record
from glossary.store.prepared import as_row, from_row
from glossary.store.scratch import Scratch, Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.errors import GlossaryError
    from glossary.model.entries import Entry
    from glossary.store.prepared import Prepared

__all__ = ["Coming", "entry_of", "name_keys", "says_but_names"]


def entry_of(prepared: Prepared) -> Entry:
    """Return the entry that rows were made of, its renderings included.

    >>> from glossary.store.prepared import prepare
    >>> record = {"id": "a", "kind": "term", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]}
    >>> entry_of(prepare(from_record(record))) == from_record(record)
    True
    """
    return from_record(json.loads(prepared.content))


def name_keys(prepared: Prepared) -> list[str]:
    """Return the folded form of each name of an entry, with the signs that tell names apart.

    >>> from glossary.store.prepared import prepare
    >>> record = {"id": "a", "kind": "term", "names": [{"text": "The A", "lang": "en", "evidence": "unsourced"}]}
    >>> name_keys(prepare(from_record(record)))
    ['a']
    """
    keys = [str(row[3]) for row in prepared.names]
    if any(sign in prepared.content for sign in SIGNS):
        texts = [name["text"] for name in json.loads(prepared.content)["names"]]
        return [key + signs_of(text) for key, text in zip(keys, texts, strict=True)]
    return keys


def says_but_names(prepared: Prepared) -> bool:
    """Return whether an entry says nothing but its kind and what it is called, and no dates.

    >>> from glossary.store.prepared import prepare
    >>> record = {"id": "a", "kind": "term", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]}
    >>> says_but_names(prepare(from_record(record)))
    True
    >>> says_but_names(prepare(from_record({**record, "domains": ["law"]})))
    False
    """
    record = json.loads(prepared.content)
    dated = any("from" in name or "to" in name for name in record["names"])
    return not dated and record.keys() <= {"id", "kind", "names", "collections"}


class Coming:
    """Entries that are to be added; a block, at whose end they are gone.

    Attributes:
        ids: Their ids.
        moved: For an id that the file gives, the one that is meant.
        repeats: What later rows say of them.
    """

    def __init__(self) -> None:
        self._rows = Spool()
        self._names, self.moved, self.ids = (Scratch() for _at in range(3))
        self._related = Shelf()
        self.repeats = Repeats()

    def __enter__(self) -> Coming:
        return self

    def __exit__(self, *_error: object) -> None:
        self.forget_names()
        self._rows.close()
        self._related.close()
        self.repeats.close()

    def forget_names(self) -> None:
        """Let go of all but the entries, once nothing more comes."""
        for each in (self._names, self.moved, self.ids):
            each.close()

    def add(self, prepared: Prepared, line: int, column: int) -> None:
        """Take in an entry and where it stands."""
        self.ids.claim(prepared.id, "new")
        if prepared.relations:
            self.put_related(prepared, line, column)
        else:
            self._rows.put(as_row(prepared))

    def put_related(self, prepared: Prepared, line: int, column: int) -> None:
        """Put an entry with relations, in the place of the one of its id."""
        self._related.put(prepared.id, (as_row(prepared), line, column))

    def open_one(self, entry_id: str) -> Prepared | None:
        """Return the entry of an id among those that may be put anew; nothing where none is."""
        row = self._related.get(entry_id)
        return None if row is None else from_row(row[0])

    def related(self) -> Iterator[tuple[Prepared, int, int]]:
        """Yield the entries with relations, each with its line and column; any that was yielded may be put anew."""
        for _id, (row, line, column) in self._related.items():
            yield from_row(row), line, column

    def owners(self, prepared: Prepared) -> list[str | None]:
        """Return for each name of an entry the first one of its kind that has it, where one came before."""
        get, kind = self._names.get, prepared.kind
        return [get(f"{kind}\t{key}") for key in name_keys(prepared)]

    def claim_names(self, prepared: Prepared, owner: str) -> None:
        """Let the names of an entry be those of an owner, but where they are another's."""
        for key in name_keys(prepared):
            self._names.claim(f"{prepared.kind}\t{key}", owner)

    def owner_of_all(self, prepared: Prepared) -> str | None:
        """Return which entry just these names were claimed for, though each alone may be another's."""
        return self._names.get(_signature(prepared))

    def claim_all(self, prepared: Prepared, owner: str) -> None:
        """Let just these names together be those of an owner."""
        self._names.claim(_signature(prepared), owner)

    def join_repeats(self, faults: list[GlossaryError]) -> None:
        """Join what later rows say to the entries it is about.

        Args:
            faults: Where to tell what breaks a rule.
        """
        if not self.repeats:
            return
        rows, self._rows = self._rows, Spool()
        for row in rows:
            prepared = from_row(row)
            both = self.repeats.joined(prepared, faults)
            self._rows.put(row if both is prepared else as_row(both))
        rows.close()
        for prepared, line, column in self.related():
            both = self.repeats.joined(prepared, faults)
            if both is not prepared:
                self.put_related(both, line, column)

    def __len__(self) -> int:
        return len(self._rows) + len(self._related)

    def __iter__(self) -> Iterator[Prepared]:
        yield from map(from_row, self._rows)
        for prepared, _line, _column in self.related():
            yield prepared


def _signature(prepared: Prepared) -> str:
    return "\n".join(
        (
            prepared.kind,
            *sorted(
                f"{row[1]}\t{key}"
                for row, key in zip(prepared.names, name_keys(prepared), strict=True)
            ),
        )
    )
