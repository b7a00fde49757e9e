"""Where a row of a file goes: to an entry that is there, to one that comes, or to a new one."""

from __future__ import annotations

from glossary.editing.adding import id_base
from glossary.exchange.changes import Changes
from glossary.exchange.coming import Coming, entry_of, says_but_names
from glossary.exchange.joining import join, overruled, preferred_here
from glossary.exchange.matching import could_be_any, find_match, has_namesake
from glossary.model.slugs import free_slug
from glossary.model.values import replace
from glossary.store.prepared import dump
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.exchange.reports import ImportReport
    from glossary.exchange.rows import Row
    from glossary.model.entries import Entry
    from glossary.store.prepared import Prepared
    from glossary.store.reading import Listed, Reader

__all__ = ["Placing"]


class Placing:
    """The entries of a file beside those that are there; a part of ``Plan``.

    Args:
        reader: The store.
        report: Where to tell what each item comes to.

    Attributes:
        coming: The entries to be added.
        changed: The entries that are there and are to be otherwise, with the line and column that say so.
    """

    def __init__(self, reader: Reader, report: ImportReport) -> None:
        self._reader = reader
        self._report = report
        self._is_empty = not reader.tally("entries")
        self._given = Scratch()  # ids of ours that the file gives
        self.coming = Coming()
        self.changed = Changes()

    def close(self) -> None:
        """Let all of it go."""
        self.coming.__exit__()
        self.changed.close()
        self._given.close()

    def expect(self, rows: Iterable[Row]) -> None:
        """Look at all rows before any is taken: which ids of ours they give."""
        if self._is_empty:
            return
        for row in rows:
            if not row[2] or any(row[2][:2]):  # a correction, an entry whole, or one of our id
                self._given.claim(row[3][0], "given")

    def _alike(self, prepared: Prepared, line: int, column: int) -> str | None:
        """An entry that shares a name with a new one; nothing where the new one is left out for it.

        A file that gives ids holds as many entries as ids: two offices of one name are two.
        """
        before = self.coming.owners(prepared)
        first = next((each for each in before if each), "")
        if first and len(set(before)) == 1 and says_but_names(prepared):
            self._leave_out(prepared.id, first)
            return None
        similar = self._like_one_there(prepared, None, line, column, keeps_id=True)
        return None if similar is None else similar or first

    def _leave_out(self, entry_id: str, other: str) -> None:
        self._report.duplicates.add(entry_id, other)
        self.coming.moved.claim(entry_id, other)

    def _add(self, prepared: Prepared, line: int, column: int) -> None:
        self.coming.add(prepared, line, column)
        self._report.added.append(prepared.id)

    def _like_one_there(
        self,
        prepared: Prepared,
        says_kind: bool | None,
        line: int,
        column: int,
        *,
        keeps_id: bool,
    ) -> str | None:
        """An entry of the glossary that shares a name with a new one; nothing where the row is about one that is there.

        Args:
            prepared: What the row says.
            says_kind: Whether it says of what kind it is; nothing for an entry that is held whole.
            line: Where it stands.
            column: Where in the line.
            keeps_id: Whether its id is one of ours.
        """
        if self._is_empty:
            return ""
        asked = [(str(each[1]), str(each[3])) for each in prepared.names]
        whole = says_kind is None
        here = keeps_id and not whole and self._reader.content(prepared.id)
        if not here and not has_namesake(self._reader, asked):
            return ""
        entry = entry_of(prepared)
        match = find_match(
            self._reader,
            entry,
            asked,
            by_id=keeps_id and not whole,
            any_kind=says_kind is False,
            others=self._given if keeps_id else (),
        )
        if match.several:
            self._leave_out(entry.id, match.several[0])
            self._report.warn(
                could_be_any(entry, match.several).at(self._report.path, line, column)
            )
        elif match.known:
            self._leave_out(entry.id, match.known)
        elif match.entry is None:
            return match.similar
        elif whole:
            self._leave_out(entry.id, match.entry.entry.id)
        else:
            self._join(match.entry, entry, line, column)
        return None

    def _named(self, prepared: Prepared, base: str, keeps_id: bool) -> Prepared:
        """A new entry with the id it is to have: its own, or one made from its names."""

        def is_taken(entry_id: str) -> bool:
            return entry_id in self.coming.ids or self._reader.is_taken(entry_id)

        if keeps_id and not is_taken(prepared.id):
            return prepared
        new = free_slug(base or id_base(entry_of(prepared).names), is_taken)
        self.coming.moved.claim(prepared.id, new)
        start = len('{"id":') + len(dump(prepared.id))
        return replace(prepared, id=new, content='{"id":' + dump(new) + prepared.content[start:])

    def _join(self, there: Listed, coming: Entry, line: int, column: int) -> None:
        entry_id = there.entry.id
        if coming.id != entry_id:
            self.coming.moved.claim(coming.id, entry_id)
        if there.review in ("rejected", "retired"):
            self._report.duplicates.add(coming.id, entry_id)
            return
        now = self.changed.get(entry_id) or there.entry
        for name in overruled(now, coming):
            self._report.warn(preferred_here(name).at(self._report.path, line, column))
        joined = join(now, replace(coming, relations=()))
        if joined == now:
            if entry_id not in self.changed:
                self._report.unchanged.append(entry_id)
        else:
            self.changed.put(joined, line, column)
