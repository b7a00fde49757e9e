"""What a file says of one entry in several places: the rows after the first, joined to the entry that the first one makes.

Two rows of one file come to what they would come to as two files: the second adds its notes, its sources and its names
to what the first began.
"""

from __future__ import annotations

import json

from glossary.errors import GlossaryError
from glossary.exchange.changes import Changes
from glossary.exchange.joining import join
from glossary.exchange.matching import looks_like_acronym
from glossary.model.records import from_record
from glossary.model.tags import base_language
from glossary.model.values import replace
from glossary.store.prepared import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.entries import Entry
    from glossary.store.prepared import Prepared

__all__ = ["Repeats", "same_before"]


def same_before(entry: Entry, before: Sequence[str | None]) -> str:
    """Return the entry earlier in the file that a row is about; empty where none is, or nobody can tell.

    Args:
        entry: What the row says.
        before: For each of its names, the entry earlier in the file that has it.

    It is that one which has all its names, or names of it in two languages that are no acronyms.

    >>> from glossary.model.entries import Entry, Kind
    >>> from glossary.model.names import Evidence, Name
    >>> row = Entry(id="x", kind=Kind.TERM, names=tuple(
    ...     Name(text=text, lang=lang, evidence=Evidence.UNSOURCED)
    ...     for text, lang in (("File", "en"), ("Files", "en"), ("文件", "zh-Hans"))))
    >>> same_before(row, ["a", None, "a"]), same_before(row, ["a", None, "b"]), same_before(row, ["a", None, None])
    ('a', '', '')
    """
    owners = {each for each in before if each}
    if len(owners) == 1 and all(before):
        return owners.pop()
    shared: dict[str, set[str]] = {}
    for name, owner in zip(entry.names, before, strict=True):
        if owner and not looks_like_acronym(name):
            shared.setdefault(owner, set()).add(base_language(name.lang))
    strong = [owner for owner, langs in shared.items() if len(langs) > 1]
    return strong[0] if len(strong) == 1 else ""


class Repeats:
    """The rows after the first, by the entry they are about, one version an entry; on the disk once they are many."""

    def __init__(self) -> None:
        self._rows = Changes()

    def __bool__(self) -> bool:
        return bool(len(self._rows))

    def close(self) -> None:
        """Let all of it go."""
        self._rows.close()

    def add(self, entry_id: str, entry: Entry, line: int, column: int) -> None:
        """Keep what a further row says of an entry."""
        kept = self._rows.find(entry_id)
        plain = replace(entry, id=entry_id, relations=())
        if kept is not None:
            plain, line, column = join(kept[0], plain), *kept[1:]
        self._rows.put(plain, line, column)

    def joined(self, prepared: Prepared, faults: list[GlossaryError]) -> Prepared:
        """Return an entry with what further rows say of it; as it was where they break a rule, which is told.

        Args:
            prepared: The entry.
            faults: Where to tell.
        """
        row = self._rows.find(prepared.id)
        if row is None:
            return prepared
        entry, line, column = row
        there = from_record(json.loads(prepared.content))
        try:
            both = join(there, entry)
        except GlossaryError as error:
            faults.append(error.at("", line, column))
            return prepared
        return prepared if both == there else prepare(both)
