"""SQLite's errors in plain words: what is wrong with the file, and what to do."""

from __future__ import annotations

import os
import sqlite3

from glossary.errors import BusyError, InvalidError, StoreError
from glossary.i18n import N_, _

__all__ = ["RESTORE", "explain", "explained"]

RESTORE = N_("Restore it from a backup (zhengming db backup makes one), or name another with --db.")
_REASONS = (
    (("locked", "busy"), N_("another process is writing"), N_("Nothing was changed; try again.")),
    (("full",), N_("the disk is full"), N_("Nothing was changed; make room and do it again.")),
    (
        ("readonly", "read-only"),
        N_("the database is read-only"),
        N_("Nothing was changed; allow writing, or use --db."),
    ),
    (("not a database",), N_("the file is not a glossary"), RESTORE),
    (("malformed", "corrupt", "decode to UTF-8"), N_("the database is damaged"), RESTORE),
    (
        ("unable to open",),
        N_("the database cannot be opened"),
        N_("Look at the folder and its permissions."),
    ),
    (("no such table", "no such column"), N_("the database lacks a table"), RESTORE),
    (("interrupted",), N_("the question was cancelled"), N_("Ask again.")),
    (("disk I/O",), N_("the disk failed"), N_("Look at the disk; nothing was acknowledged.")),
)

_LEAST_FREE = 1 << 20
"""With less room than this a write that failed lacked room: SQLite lengthens its shared memory by 32 kB, and its log page by page."""


class explained:  # noqa: N801  used as a block
    """Turn SQLite's errors into ours, which say what to do.

    Every question is asked in such a block: a class costs half of what a generator does.

    Args:
        path: The file, for the messages.
    Raises:
        BusyError: Another process holds the database.
        StoreError: It is corrupt, read-only, full, or no database at all.
        InvalidError: A text holds half a character, as what is not UTF-8 does.

    >>> with explained("a.db"):
    ...     raise sqlite3.OperationalError("database or disk is full")
    Traceback (most recent call last):
    glossary.errors.StoreError: a.db: the disk is full: database or disk is full. Nothing was changed; \
make room and do it again.
    """

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise explain(error, self._path) from error
        if isinstance(error, UnicodeEncodeError):
            raise InvalidError(
                _("the text holds half a character"), why=error.reason, fix=_("Write it in UTF-8.")
            ) from error


def explain(error: sqlite3.Error, path: str) -> StoreError:
    """Return what an error of SQLite means for a file, and what to do.

    >>> explain(sqlite3.OperationalError("database is locked"), "a.db").why
    'database is locked'
    """
    text = str(error)
    # A log that it cannot lengthen is an I/O error for SQLite.
    told = "full" if "disk I/O" in text and _is_full(path) else text
    for words, what, fix in _REASONS:
        if any(word in told for word in words):
            kind = BusyError if what.startswith("another") else StoreError
            return kind(_(what), why=text, fix=_(fix), path=path)
    return StoreError(
        _("the database cannot be used"), why=text, fix=_("Run 'zhengming db check'."), path=path
    )


def _is_full(path: str) -> bool:
    """Whether the disk of a file has no room left."""
    from shutil import disk_usage

    try:
        return disk_usage(os.path.dirname(os.path.abspath(path))).free < _LEAST_FREE
    except OSError:
        return False
