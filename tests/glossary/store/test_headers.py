"""Files that are not ours are refused before SQLite touches them."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from glossary.errors import StoreError
from glossary.store.database import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_short_file_of_something_else_is_never_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "note.txt"
    target.write_bytes(b"x")
    with pytest.raises(StoreError, match="not a glossary"):
        Store.open(str(target), list)
    assert target.read_bytes() == b"x"


def test_a_database_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "a.db"), list)
    (tmp_path / "a.db").rename(tmp_path / "b.db")
    raised: list[StoreError] = []

    def ask() -> None:
        try:
            store.reader.tally("entries")
        except StoreError as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    store.close()
    assert [error.what for error in raised] == ["the database is gone"]
    assert not (tmp_path / "a.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_opening_in_a_second_thread_keeps_the_locks_of_the_first(tmp_path: Path) -> None:
    """Closing any descriptor of a file drops the process's locks on it: then another process that leaves takes the
    write-ahead log away under us. Source: sqlite.org/howtocorrupt.html, section 2.2."""
    path = str(tmp_path / "a.db")
    store = Store.open(path, list)
    thread = threading.Thread(target=lambda: store.reader.tally("entries"))
    thread.start()
    thread.join()
    code = f"import sqlite3; c = sqlite3.connect({path!r}); c.execute('SELECT * FROM meta').fetchall(); c.close()"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "a.db-wal").exists()
    with store.writing():
        pass
    store.close()
