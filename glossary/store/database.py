"""The store as the layers above see it: open it, read, and record what was done."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext

from glossary.errors import StoreError
from glossary.i18n import _
from glossary.store.connections import Connections
from glossary.store.failures import explained
from glossary.store.reading import Reader
from glossary.store.schema import INDEX_VERSION, SCHEMA_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    from glossary.model.events import Action, Event, Row, RowChange
    from glossary.store.checks import Finding
    from glossary.store.prepared import Prepared

__all__ = ["Store"]


class Store:
    """One SQLite database, used from any number of threads.

    Attributes:
        path: The file.
        reader: Questions to it.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._connections = Connections(path)
        self.reader = Reader(self._connections.get)

    @classmethod
    def open(
        cls,
        path: str,
        seeds: Callable[[], Iterable[Prepared]],
        *,
        create: bool = True,
        ready: Callable[[], str | None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Store:
        """Open a database; make and seed it where it is not there, upgrade it where it is older.

        Args:
            path: The file.
            seeds: Called for the shipped entries, when they are needed.
            create: Whether a missing file is made.
            ready: Called where a file is missing for one that holds the shipped entries already, packed.
            progress: Told how far it is where the index of an older one is made anew.
        Raises:
            StoreError: It cannot be opened, belongs to another program, or is newer.
        """
        if not os.path.exists(path):
            if not create:
                raise StoreError(_("there is no database"), path=path, fix=_("Name one with --db."))
            folder = os.path.dirname(os.path.abspath(path))
            try:
                os.makedirs(folder, exist_ok=True)
            except OSError as error:
                raise StoreError(
                    _("the folder cannot be made"),
                    path=folder,
                    why=str(error.strerror),
                    fix=_("Name another with --db."),
                ) from error
            packed = ready() if ready else None
            if packed:
                from glossary.store.packed import unpack

                unpack(packed, path)
        store = cls(path)
        try:
            store._make_ready(seeds, progress)
        except BaseException:
            store.close()
            raise
        return store

    def _make_ready(
        self,
        seeds: Callable[[], Iterable[Prepared]],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        version = self._connections.state()
        if version == SCHEMA_VERSION and self._read(self.reader.meta, "index") == INDEX_VERSION:
            return
        from glossary.store import upkeep

        if not version:
            upkeep.create(self._connections, seeds())
        elif version < SCHEMA_VERSION:
            upkeep.upgrade(self._connections)
        if self._read(self.reader.meta, "index") == INDEX_VERSION:
            return
        if self._connections.read_only:
            raise StoreError(
                _("the index is of another version of Zhengming"),
                path=self.path,
                why=_("the database can only be read"),
                fix=_("Open it once where it may be written, or copy it there."),
            )
        upkeep.reindex(self._connections, stale=True, progress=progress)

    def _read(self, question: Callable[[str], str], value: str) -> str:
        with explained(self.path):
            return question(value)

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._connections.read_only

    def explained(self) -> AbstractContextManager[None]:
        """Return a block in which SQLite's errors come out in plain words."""
        return explained(self.path)

    def reading(self) -> AbstractContextManager[Connection]:
        """Return a block in which every question is answered from one moment."""
        return self._connections.reading()

    def connection(self) -> Connection:
        """Return this thread's connection, for questions only.

        Raises:
            StoreError: The glossary was closed.
        """
        return self._connections.get()

    def writing(self) -> AbstractContextManager[Connection]:
        """Return the block of one write transaction; blocks within it belong to it.

        Raises:
            BusyError: Another process holds the database.
        """
        return self._connections.writing()

    @contextmanager
    def filling(self) -> Iterator[Connection]:
        """Hold the one write transaction for many new entries: as ``writing``, an empty glossary faster."""
        with self.explained():
            is_empty = not self.reader.ids_from("", 1)
        alone = self._connections.into_the_file() if is_empty else nullcontext()
        with alone, self.writing() as connection:
            yield connection

    def record(
        self,
        action: Action,
        by: str,
        entry: str,
        why: str,
        changes: Sequence[RowChange],
    ) -> int:
        """Append an event and make the tables say so, in one transaction.

        Args:
            action: What was done.
            by: Who.
            entry: The entry it is about, empty for a rule of the house.
            why: The reason given.
            changes: The rows it touched.
        Returns:
            The event's number, acknowledged and on the disk when no outer block is open.
        """
        from glossary.store.events import append
        from glossary.store.rows import apply

        with self.writing() as connection:
            number = append(connection, action, by, entry, why, changes)
            apply(connection, number, changes)
        return number

    def record_new(self, action: Action, by: str, why: str, ready: Prepared) -> int:
        """Add an entry as it was prepared, with its event, in one transaction; else as ``record``."""
        from glossary.store.events import append_text
        from glossary.store.prepared import addition
        from glossary.store.rows import insert_entry

        with self.writing() as connection:
            number = append_text(connection, action, by, ready.id, why, addition(ready))
            insert_entry(connection, number, ready)
        return number

    def record_all(
        self,
        action: Action,
        by: str,
        why: str,
        changes: Sequence[tuple[str, Sequence[RowChange]]],
    ) -> list[int]:
        """Append an event for each of several entries and make the tables say so, in one transaction.

        Args:
            action: What was done to each.
            by: Who.
            why: The reason given.
            changes: For each event the entry it is about, and its rows.
        Returns:
            The events' numbers.
        """
        from glossary.store.events import append_all
        from glossary.store.rows import apply

        with self.writing() as connection:
            numbers = append_all(connection, action, by, why, changes)
            for number, (_rest, rows) in zip(numbers, changes, strict=True):
                apply(connection, number, rows)
        return numbers

    def note(self, key: str, value: str) -> None:
        """Keep a value about the database itself."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def next_event(self) -> tuple[int, str]:
        """Return the number and the earliest time of the event that comes next; within a write block."""
        from glossary.store.events import head, now

        log = head(self._connections.get())
        return log.number + 1, max(log.at, now())

    def load(
        self, items: Iterable[Prepared], *, action: Action, by: str, why: str, expected: int = 0
    ) -> int:
        """Add many new entries, each with its event, all or none; see ``bulk.load``."""
        from glossary.store.bulk import load

        with self.filling() as connection:
            return load(connection, items, action=action.value, by=by, why=why, expected=expected)

    def row(self, table: str, key: str) -> Row | None:
        """Return a row of record as events write it, or nothing."""
        from glossary.store.rows import row_of

        with self.explained():
            return row_of(self._connections.get(), table, key)

    def events(self, **limits: object) -> Iterator[Event]:
        """Yield events; limits as ``events.iter_events`` takes them."""
        from glossary.store.events import iter_events

        with self.explained():
            yield from iter_events(self._connections.get(), **limits)  # type: ignore[arg-type]

    def save_draft(self, key: str, by: str, content: str) -> None:
        """Keep an unfinished form, durably; a draft of the same key is replaced."""
        from glossary.store.events import now

        with self.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (key, by, now(), content)
            )

    def drop_draft(self, key: str) -> None:
        """Forget an unfinished form; nothing happens where there is none."""
        with self.writing() as connection:
            connection.execute("DELETE FROM drafts WHERE key = ?", (key,))

    def drafts(self) -> list[tuple[str, str, str, str]]:
        """Return (key, by, at, content) of the unfinished forms, newest first."""
        with self.explained():
            return (
                self._connections.get()
                .execute("SELECT * FROM drafts ORDER BY at DESC, key")
                .fetchall()
            )

    def event(self, number: int) -> Event | None:
        """Return one event, or nothing."""
        from glossary.store.events import read_event

        with self.explained():
            return read_event(self._connections.get(), number)

    def check(self, progress: Callable[[int, int], None] | None = None) -> Iterator[Finding]:
        """Yield what does not agree; see ``checks.check``."""
        from glossary.store.checks import check

        yield from check(self._connections.get(), progress)

    def back_up(self, target: str, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy the database to a new file; see ``upkeep.back_up``."""
        from glossary.store.upkeep import back_up

        back_up(self._connections, target, progress)

    def reindex(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Make every derived row anew; see ``upkeep.reindex``."""
        from glossary.store.upkeep import reindex

        return reindex(self._connections, progress=progress)

    def upgrade(self) -> str:
        """Bring an older database to this version; see ``upkeep.upgrade``."""
        from glossary.store.upkeep import upgrade

        return upgrade(self._connections)

    def interrupt(self) -> None:
        """Cancel running questions; may come from another thread."""
        self._connections.interrupt()

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()
