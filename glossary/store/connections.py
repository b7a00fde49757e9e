"""Opening the file, and one connection a thread.

Writers queue (``BEGIN IMMEDIATE``); a commit is on the disk before it is acknowledged (WAL, ``synchronous=EXTRA``).
Readers never wait, but for an empty glossary being filled. A file that may not be written is opened for reading.

Source: sqlite.org/wal.html and sqlite.org/pragma.html#pragma_synchronous.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import contextmanager

from glossary.errors import StoreError
from glossary.i18n import _
from glossary.store.failures import RESTORE, explain, explained
from glossary.store.schema import APPLICATION_ID, SCHEMA_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAKING_S", "WAIT_S", "Connections", "default_path"]

WAIT_S = 10.0
"""How long a writer waits for another before it says so."""

MAKING_S = 300.0
"""The same where the other makes all of the glossary or of its index, which takes long on a busy machine."""


def default_path() -> str:
    """Return where the user's glossary lies: ``ZHENGMING_DB``, else the platform's data folder.

    >>> default_path().endswith((".db", ".sqlite")) or bool(os.environ.get("ZHENGMING_DB"))
    True
    """
    chosen = os.environ.get("ZHENGMING_DB")
    if chosen:
        return chosen
    home = os.path.expanduser("~")
    if os.name == "nt":
        folder = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif os.path.isdir(os.path.join(home, "Library", "Application Support")):
        folder = os.path.join(home, "Library", "Application Support")
    else:
        folder = os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    return os.path.join(folder, "zhengming", "glossary.db")


_STATE = (
    "SELECT (SELECT user_version FROM pragma_user_version),"
    " (SELECT application_id FROM pragma_application_id), EXISTS (SELECT 1 FROM sqlite_master)"
)
_SMALLEST = 512
"""No database of SQLite is smaller. Source: sqlite.org/fileformat2.html, section 1.3.2."""


def _check_size(path: str) -> None:
    """Refuse a file too short for SQLite's: of a very short one SQLite itself thinks it is empty, and fills it.

    The file is not opened to look at it: closing it would drop the locks other connections of this process hold.
    Source: sqlite.org/howtocorrupt.html, section 2.2.
    """
    try:
        size = os.stat(path).st_size
    except OSError:
        return  # not there yet, or SQLite says why
    if 0 < size < _SMALLEST:
        raise StoreError(_("the file is not a glossary"), path=path, fix=_(RESTORE))


def _is_writable(path: str) -> bool:
    """Whether a file can be written, and the files SQLite keeps beside it."""
    folder = os.path.dirname(os.path.abspath(path))
    return os.access(path, os.W_OK) and os.access(folder, os.W_OK)


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection nobody will be handed, since what was to make it ready failed."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _begin(connection: sqlite3.Connection, wait_s: float | None) -> None:
    """Begin to write, after another process for which we may wait longer than is usual."""
    if wait_s is None:
        connection.execute("BEGIN IMMEDIATE")
        return
    _wait(connection, wait_s)
    try:
        connection.execute("BEGIN IMMEDIATE")
    finally:
        _wait(connection, WAIT_S)


def _wait(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {int(1000 * seconds)}")


def _set_journal(connection: sqlite3.Connection, mode: str) -> bool:
    """Change how the file is written; only alone with it, and without waiting to be."""
    _wait(connection, 0)
    try:
        answer = connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0]
    except sqlite3.OperationalError:  # locked
        return False
    finally:
        _wait(connection, WAIT_S)
    return bool(answer == mode.lower())


def _restore_log(connection: sqlite3.Connection) -> None:
    """Give a file its write-ahead log back, which a process killed in ``into_the_file`` left without."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        _set_journal(connection, "WAL")


class Reading(explained):
    """One moment of the database; within another block of the thread it is that one's moment."""

    __slots__ = ("_connection", "_is_own")

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        super().__init__(path)
        self._connection = connection
        self._is_own = False

    def __enter__(self) -> sqlite3.Connection:  # type: ignore[override]
        self._is_own = not self._connection.in_transaction
        if self._is_own:
            try:
                self._connection.execute("BEGIN")
            except sqlite3.Error as error:
                raise explain(error, self._path) from error
        return self._connection

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if self._is_own and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error as failed:
            raise explain(failed, self._path) from failed
        super().__exit__(kind, error, trace)


class Connections:
    """The connections to one file, one for each thread that asks.

    Attributes:
        path: The file.
        read_only: Whether it can only be read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.read_only = False
        self._local = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._lock = threading.Lock()
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection.

        Raises:
            StoreError: The glossary was closed, or the file cannot be opened.
        """
        if self._closed:
            raise StoreError(_("the glossary is closed"), path=self.path, fix=_("Open it again."))
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with explained(self.path):
                connection = self._open()
            self._local.connection = connection
            with self._lock:
                self._drop_orphans()
                self._all.append((threading.current_thread(), connection))
        return connection

    def _drop_orphans(self) -> None:
        """Close the connections of threads that ended, so that a server's do not pile up."""
        for thread, connection in self._all:
            if not thread.is_alive():
                connection.close()
        self._all = [each for each in self._all if each[0].is_alive()]

    def _open(self) -> sqlite3.Connection:
        if os.path.isdir(self.path):
            raise StoreError(
                _("a folder stands where the database should be"),
                path=self.path,
                fix=_("Name a file with --db."),
            )
        if self._all and not os.path.exists(self.path):
            raise StoreError(
                _("the database is gone"),
                path=self.path,
                fix=_("Put it back; nothing was made in its place."),
            )
        _check_size(self.path)
        if self.read_only or (os.path.exists(self.path) and not _is_writable(self.path)):
            self.read_only = True
            return self._open_for_reading()
        connection = sqlite3.connect(
            self.path,
            timeout=WAIT_S,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        with _closed_on_error(connection):
            # As FULL; where there is no log, a journal removed at the end also stays removed after a power cut.
            connection.execute("PRAGMA synchronous=EXTRA")
            # Where it is on by itself, pages that are no longer needed are written once more, as zeros.
            connection.execute("PRAGMA secure_delete=OFF")
            connection.execute("PRAGMA cache_size=-8000")  # 8 MB: inner pages of a million stay
        return connection

    def _open_for_reading(self) -> sqlite3.Connection:
        """Open without writing; where even the shared-memory file cannot be made, as unchanging."""
        from urllib.parse import quote

        address = f"file:{quote(os.path.abspath(self.path))}?mode=ro"
        connection = sqlite3.connect(
            address, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False
        )
        try:
            with _closed_on_error(connection):
                connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            connection = sqlite3.connect(
                f"{address}&immutable=1", uri=True, isolation_level=None, check_same_thread=False
            )
        return connection

    def reading(self) -> Reading:
        """Return a block that holds one moment of the database for several questions, whatever others write meanwhile."""
        return Reading(self.path, self.get())

    @contextmanager
    def writing(self, wait_s: float | None = None) -> Iterator[sqlite3.Connection]:
        """Hold the one write transaction; commit at the end, undo everything on any error.

        Args:
            wait_s: How long to wait for another process; ``WAIT_S`` by default.
        Raises:
            BusyError: Another process wrote for longer.
            StoreError: The database cannot be written.
        """
        connection = self.get()
        with explained(self.path):
            if self.read_only:
                raise sqlite3.OperationalError("attempt to write a readonly database")
            if connection.in_transaction:  # an outer block of this thread commits
                yield connection
                return
            _begin(connection, wait_s)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def into_the_file(self) -> Iterator[None]:
        """Let the write transaction inside write new pages once, into the file; for many rows where few are.

        Through the write-ahead log each page is written twice. A rollback journal keeps the few pages that were there
        before, and is rolled back by SQLite after a crash. Others wait while this lasts; where any connection has the
        file open, all stays as it is.

        Source: sqlite.org/lockingv3.html, section 4.
        """
        connection = self.get()
        if self.read_only or connection.in_transaction or not _set_journal(connection, "DELETE"):
            yield
            return
        try:
            yield
        finally:
            _set_journal(connection, "WAL")

    def state(self) -> int:
        """Return the schema version of the file, 0 for an empty one.

        Raises:
            StoreError: It belongs to another program, or to a newer Zhengming.
        """
        connection = self.get()
        with explained(self.path):
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
            if owner != APPLICATION_ID:
                # Asked again in one statement: another process may have made it between the two.
                version, owner, used = connection.execute(_STATE).fetchone()
            if owner != APPLICATION_ID:
                if version or used:
                    raise StoreError(
                        _("the file is another program's database"),
                        path=self.path,
                        fix=_("Name another with --db."),
                    )
                return 0
        if version > SCHEMA_VERSION:
            raise StoreError(
                _(
                    "the database has version {version}, this Zhengming knows {schema_version}"
                ).format(version=version, schema_version=SCHEMA_VERSION),
                path=self.path,
                fix=_("Update Zhengming: pip install --upgrade zhengming."),
            )
        if version and not self.read_only:
            with explained(self.path):
                _restore_log(connection)
        return version

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._closed = True
        with self._lock:
            connections, self._all = self._all, []
        for _rest, connection in connections:
            connection.close()
        self._local = threading.local()

    def interrupt(self) -> None:
        """Cancel what the connections are doing; may come from another thread."""
        with self._lock:
            for _rest, connection in self._all:
                connection.interrupt()
