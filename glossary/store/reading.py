"""What search and the faces ask of the database; every question has a limit."""

from __future__ import annotations

import json
from functools import lru_cache
from sqlite3 import DatabaseError

from glossary.model.records import from_record
from glossary.model.values import dataclass
from glossary.store.prefixes import Prefixes
from glossary.store.seeking import END, PATTERN_KEY, marks, parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from sqlite3 import Connection
    from typing import Any

    from glossary.model.entries import Entry
    from glossary.store.filters import Filters

__all__ = ["Listed", "Reader"]

_OF_ENTRY = "n.id >= entries.n << 20 AND n.id < (entries.n + 1) << 20"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as the glossary holds it: its content, review, revision and number."""

    entry: Entry
    review: str
    revision: int
    n: int
    seed: str | None


class Reader(Prefixes):
    """Questions to one database, about names and about everything else."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        super().__init__(connect)
        # Of one database each: a batch asks for the same entries again.
        self._entry = lru_cache(maxsize=512)(_entry)

    def _listed(self, row: Sequence[object]) -> Listed:
        content, review, revision, n, seed = row
        return Listed(self._entry(content), review, revision, n, seed)  # type: ignore[arg-type]

    def listed(self, ns: Iterable[int]) -> dict[int, Listed]:
        """Return entries by number; those not there are left out, and to ask for one of these tells that the file is damaged."""
        return _Entries((listed.n, listed) for listed in self._listed_where("n", ns))

    def _listed_where(self, column: str, values: Iterable[int | str]) -> Iterator[Listed]:
        """Yield the entries that have one of some values in a column, each once."""
        for part in parts(dict.fromkeys(values)):
            yield from map(
                self._listed,
                self._rows(
                    "SELECT content, review, revision, n, seed FROM entries"
                    f" WHERE {column} IN ({marks(part)})",
                    part,
                ),
            )

    def get(self, entry_id: str) -> Listed | None:
        """Return an entry by its id, following no redirect."""
        rows = self._rows(
            "SELECT content, review, revision, n, seed FROM entries WHERE id = ?", (entry_id,)
        )
        return self._listed(rows[0]) if rows else None

    def content(self, entry_id: str) -> str:
        """Return the record of an entry as it is stored, or an empty text."""
        rows = self._rows("SELECT content FROM entries WHERE id = ?", (entry_id,))
        return str(rows[0][0]) if rows else ""

    def redirect(self, entry_id: str) -> str:
        """Return where a merged entry's id leads, or an empty text."""
        rows = self._rows("SELECT target FROM redirects WHERE id = ?", (entry_id,))
        return str(rows[0][0]) if rows else ""

    def is_taken(self, entry_id: str) -> bool:
        """Return whether an id was ever given: to an entry, a merged one, or one since undone."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM entries WHERE id = ?) OR EXISTS (SELECT 1 FROM redirects WHERE id = ?)"
            " OR EXISTS (SELECT 1 FROM events WHERE entry = ?)"
        )
        return bool(self._rows(sql, (entry_id,) * 3)[0][0])

    def ids_from(self, prefix: str, limit: int) -> list[str]:
        """Return ids that begin with a text, in order."""
        sql = "SELECT id FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [str(row[0]) for row in self._rows(sql, (prefix, prefix + END, limit))]

    def relations_to(self, entry_id: str, types: Sequence[str] = ()) -> list[tuple[str, int]]:
        """Return (id, ord) of every relation that leads to an entry, by the entry it stands in; of some types only, where named."""
        of_types = f" AND r.type IN ({marks(types)})" if types else ""
        sql = (
            "SELECT e.id, r.ord FROM relations r JOIN entries e ON e.n = r.entry"
            f" WHERE r.target = ?{of_types} ORDER BY r.type, r.first, e.id"
        )
        return [(str(row[0]), int(str(row[1]))) for row in self._rows(sql, (entry_id, *types))]

    def targets_of(self, entry_id: str, relation: str) -> list[str]:
        """Return where an entry's relations of one type lead."""
        sql = "SELECT r.target FROM relations r JOIN entries e ON e.n = r.entry WHERE e.id = ? AND r.type = ?"
        return [str(row[0]) for row in self._rows(sql, (entry_id, relation))]

    def proposals_on(self, entry_id: str) -> list[int]:
        """Return the numbers of the proposals that wait for an entry, in order."""
        sql = "SELECT event FROM proposals WHERE entry = ? ORDER BY event"
        return [int(str(row[0])) for row in self._rows(sql, (entry_id,))]

    def proposals_on_each(self, ids: Iterable[str]) -> dict[str, list[int]]:
        """Return, for each of several entries that has any, the numbers of the proposals that wait for it."""
        found: dict[str, list[int]] = {}
        for part in parts(ids):
            sql = (
                f"SELECT entry, event FROM proposals WHERE entry IN ({marks(part)}) ORDER BY event"
            )
            for entry_id, event in self._rows(sql, part):
                found.setdefault(str(entry_id), []).append(int(str(event)))
        return found

    def proposed_of(self, ids: Iterable[str]) -> set[str]:
        """Return those of several ids whose entries are proposed, patterns left out: they are looked at one by one."""
        found: set[str] = set()
        for part in parts(ids):
            sql = f"SELECT id FROM entries WHERE id IN ({marks(part)}) AND review = 'proposed'"
            sql += " AND kind <> 'pattern'"
            found.update(str(row[0]) for row in self._rows(sql, part))
        return found

    def waiting(
        self, conditions: str, values: Sequence[object], after: int, limit: int
    ) -> list[tuple[int, str, int, str, str, str, str, str, str]]:
        """Return what waits for a decision: new entries and proposals, in the order of their events.

        Args:
            conditions: On ``entries e`` and ``events v``, each begun with AND; for this package's callers only.
            values: Their values.
            after: Only what came behind this event.
            limit: How many at most.
        Returns:
            Rows of number, entry, proposal, action, kind, evidence, by, at, why.
        """
        # That what is proposed is not approved SQLite is told, for the index of what is not.
        new = (
            "SELECT e.n, e.id, 0, 'add', e.kind, e.evidence, v.by, v.at, v.why FROM entries e"
            " JOIN events v ON v.number = e.n WHERE e.review = 'proposed' AND e.review <> 'approved'"
            f" AND e.n > ?{conditions} ORDER BY e.n LIMIT ?"
        )
        changed = (
            "SELECT v.event, v.entry, v.event, v.action, e.kind, e.evidence, v.by, v.at, v.why FROM proposals v"
            f" LEFT JOIN entries e ON e.id = v.entry WHERE v.event > ?{conditions} ORDER BY v.event LIMIT ?"
        )
        given = (after, *values, limit)
        rows = self._rows(new, given) + self._rows(changed, given)
        return sorted(rows, key=lambda row: int(str(row[0])))[:limit]  # type: ignore[return-value]

    def redirects_to(self, entry_id: str) -> list[str]:
        """Return the ids of entries merged into one."""
        sql = "SELECT id FROM redirects WHERE target = ? ORDER BY id"
        return [str(row[0]) for row in self._rows(sql, (entry_id,))]

    def seeded_ids(self) -> list[str]:
        """Return the ids of entries that came with the program."""
        rows = self._rows("SELECT id FROM entries WHERE seed IS NOT NULL ORDER BY id")
        return [str(row[0]) for row in rows]

    def last_event_of(self, by: str) -> int:
        """Return a person's last event that is neither undone nor an undo; 0 where there is none."""
        sql = (
            "SELECT number FROM events e WHERE by = ? AND action <> 'undo'"
            " AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.event = e.number) ORDER BY number DESC LIMIT 1"
        )
        rows = self._rows(sql, (by,))
        return int(str(rows[0][0])) if rows else 0

    def comments_on(self, entry_id: str) -> list[tuple[int, str, str, str]]:
        """Return (event, by, at, text) of the comments on an entry, in order."""
        return self._rows(
            "SELECT event, by, at, text FROM comments WHERE entry = ? ORDER BY event", (entry_id,)
        )  # type: ignore[return-value]

    def iter_listed(self, filters: Filters, *, page: int = 500) -> Iterator[Listed]:
        """Yield the entries that filters let through, ordered by id, a page at a time."""
        conditions, values = filters.sql()
        inner = f"EXISTS (SELECT 1 FROM names n WHERE {_OF_ENTRY}{conditions})"
        last = ""
        while True:
            rows = self._rows(
                f"SELECT content, review, revision, n, seed FROM entries WHERE id > ? AND {inner}"
                " ORDER BY id LIMIT ?",
                (last, *values, page),
            )
            for row in rows:
                listed = self._listed(row)
                last = listed.entry.id
                yield listed
            if len(rows) < page:
                return

    def patterns(self) -> list[dict[str, Any]]:
        """Return the records of the approved patterns, in the order of their ids."""
        return [json.loads(text) for text in self.pattern_texts()]

    def pattern_texts(self) -> list[str]:
        """Return the same records as they are written in the database."""
        sql = (
            "SELECT content FROM entries WHERE review = 'approved' AND n IN"
            " (SELECT id >> 20 FROM names WHERE exact >= ? AND exact < ?) ORDER BY id"
        )
        return [str(row[0]) for row in self._rows(sql, (PATTERN_KEY, PATTERN_KEY + END))]

    def log_hash(self) -> str:
        """Return the hash of the last event, which covers all before it; empty where there is none."""
        rows = self._rows("SELECT hash FROM events ORDER BY number DESC LIMIT 1", ())
        return str(rows[0][0]) if rows else ""

    def numbers(self, filters: Filters, limit: int) -> list[int]:
        """Return the numbers of the entries that filters let through, in the order of their ids."""
        conditions, values = filters.sql()
        sql = (
            f"SELECT n FROM entries WHERE EXISTS (SELECT 1 FROM names n WHERE {_OF_ENTRY}{conditions})"
            " ORDER BY id LIMIT ?"
        )
        return [int(str(row[0])) for row in self._rows(sql, (*values, limit))]

    def count_waiting(self) -> int:
        """Return how many entries and proposals wait for a decision."""
        sql = (
            "SELECT (SELECT count(*) FROM entries WHERE review = 'proposed' AND review <> 'approved')"
            " + (SELECT count(*) FROM proposals)"
        )
        return int(str(self._rows(sql)[0][0]))

    def listed_by_ids(self, ids: Iterable[str]) -> dict[str, Listed]:
        """Return entries by id; those not there are left out."""
        return {listed.entry.id: listed for listed in self._listed_where("id", ids)}

    def recent(self, limit: int) -> Iterator[Listed]:
        """Yield the newest entries, for completion."""
        sql = "SELECT content, review, revision, n, seed FROM entries ORDER BY n DESC LIMIT ?"
        yield from map(self._listed, self._rows(sql, (limit,)))

    def meta(self, key: str) -> str:
        """Return a value kept about the database itself, or an empty text."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else ""

    def setting(self, key: str) -> str:
        """Return a rule of the house, or an empty text."""
        rows = self._rows("SELECT value FROM settings WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else ""

    def tally(self, table: str) -> int:
        """Return how many rows a table of ours has."""
        if not table.isidentifier():
            raise ValueError(table)
        return int(str(self._rows(f"SELECT count(*) FROM {table}")[0][0]))

    def tally_by(self, column: str) -> dict[str, int]:
        """Return how many entries there are of each ``kind`` or ``review``."""
        if column not in ("kind", "review"):
            raise ValueError(column)
        rows = self._rows(
            f"SELECT {column}, count(*) FROM entries GROUP BY {column} ORDER BY 2 DESC"
        )
        return {str(value): int(str(count)) for value, count in rows}


class _Entries(dict[int, Listed]):
    """Entries by number, as indexes name them."""

    def __missing__(self, n: int) -> Listed:
        raise DatabaseError(f"malformed index: there is no entry {n}")


def _entry(content: str) -> Entry:
    """The entry of a stored record, checked as any record."""
    try:
        record = json.loads(content)
    except (TypeError, ValueError) as error:
        raise DatabaseError(f"malformed record: {error}") from error
    return from_record(record)
