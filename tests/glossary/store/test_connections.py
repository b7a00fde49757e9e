"""Files that cannot be used: one clear message each, and nothing changed."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import BusyError, StoreError
from glossary.model.events import Action
from glossary.store import connections, upkeep
from glossary.store.prepared import prepare
from glossary.store.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.glossaries import body, empty_glossary
from tests.processes import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> str:
    """A closed glossary with one entry."""
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        return glossary.path


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="a folder stands where"):
        Glossary.open(str(tmp_path))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="the folder cannot be made"):
        Glossary.open(str(tmp_path / "file" / "sub" / "a.db"))


def test_no_file_where_none_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        Glossary.open(str(tmp_path / "a.db"), create=False)
    assert not (tmp_path / "a.db").exists()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = str(tmp_path / "other.db")
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.commit()
    other.close()
    before = Path(path).read_bytes()
    with pytest.raises(StoreError, match="another program's database"):
        Glossary.open(path)
    assert Path(path).read_bytes() == before


def test_a_newer_version_is_named(path: str) -> None:
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    newer.close()
    with pytest.raises(StoreError, match=f"has version {SCHEMA_VERSION + 1}") as caught:
        Glossary.open(path)
    assert "pip install --upgrade" in caught.value.fix


@pytest.mark.parametrize(
    "content", [b"\x00" * 4096, b"PK\x03\x04 no database" * 400, b"entries:\n"]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a glossary"):
        Glossary.open(str(path))
    assert path.read_bytes() == content


def use(path: str) -> list[str]:
    """Open a file and ask everything of it; return what went wrong, errors of ours only."""
    wrong: list[str] = []
    try:
        with Glossary.open(path) as glossary:
            for ask in (
                lambda: glossary.lookup("Ministry 7"),
                lambda: glossary.find("ministry").answers,
                lambda: glossary.get("ministry-7"),
                lambda: list(glossary.history()),
                glossary.queue,
                lambda: glossary.add(body("Ministry Z", "子部"), by="mei"),
            ):
                try:
                    ask()
                except StoreError as error:
                    wrong.append(str(error))
            wrong += [finding.what for finding in glossary.check()]
    except StoreError as error:
        wrong.append(str(error))
    return wrong


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_told_in_plain_words(tmp_path: Path, kept: float) -> None:
    with empty_glossary(tmp_path) as glossary:
        for at in range(80):
            glossary.add(body(f"Ministry {at}", f"第{at}部"), by="mei")
        path = glossary.path
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: int(len(data) * kept)])
    assert use(path)


@pytest.mark.parametrize("at", range(1, 8))
def test_random_bytes_in_a_page_are_told_in_plain_words(tmp_path: Path, at: int) -> None:
    with empty_glossary(tmp_path) as glossary:
        for number in range(80):
            glossary.add(body(f"Ministry {number}", f"第{number}部"), by="mei")
        path = glossary.path
    data = bytearray(Path(path).read_bytes())
    start = len(data) * at // 8 // 4096 * 4096
    data[start : start + 4096] = bytes((index * 197 + at * 31) % 251 for index in range(4096))
    Path(path).write_bytes(data)
    assert use(path)


def test_a_closed_glossary_says_so(path: str) -> None:
    glossary = Glossary.open(path)
    hits = glossary.find("ministry")
    glossary.close()
    glossary.close()
    for ask in (
        lambda: glossary.lookup("Ministry A"),
        lambda: glossary.add(body("Ministry B"), by="mei"),
        lambda: hits[0],
        glossary.check,
        glossary.reindex,
    ):
        with pytest.raises(StoreError, match="the glossary is closed"):
            ask()


def test_an_error_inside_a_block_undoes_the_whole_block(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:

        def add_and_fail() -> None:
            with glossary.store.writing():
                glossary.add(body("Ministry A"), by="mei")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            add_and_fail()
        assert list(glossary.history()) == []
        glossary.add(body("Ministry A"), by="mei")
        assert glossary.check() == ()


class TestLocked:
    """Another process writes."""

    @pytest.fixture(autouse=True)
    def _short(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(connections, "WAIT_S", 0.2)

    def test_a_writer_that_never_ends_is_told(self, path: str) -> None:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with Glossary.open(path) as glossary:
                assert glossary.lookup("Ministry A").found == "exact"
                with pytest.raises(BusyError, match="another process is writing") as caught:
                    glossary.add(body("Ministry B"), by="mei")
                assert "try again" in caught.value.fix
        finally:
            other.close()
        with Glossary.open(path) as glossary:
            assert glossary.lookup("Ministry B").found == "none"
            assert glossary.check() == ()

    def test_one_that_makes_the_whole_is_waited_for_longer(self, path: str) -> None:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        end = threading.Timer(1.0, other.close)
        end.start()
        waiting = connections.Connections(path)
        try:
            assert upkeep.reindex(waiting) == 1
            with closing(sqlite3.connect(path, isolation_level=None)) as another:
                another.execute("BEGIN IMMEDIATE")
                with pytest.raises(BusyError), waiting.writing():
                    pass
        finally:
            end.join()
            waiting.close()

    def test_a_file_locked_whole_is_told(self, path: str) -> None:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE meta SET value = value")
        try:
            with pytest.raises(BusyError):
                Glossary.open(path)
        finally:
            other.close()

    def test_reading_the_history_while_writing_does_not_lock(self, path: str) -> None:
        with Glossary.open(path) as glossary, Glossary.open(path) as other:
            for at in range(5):
                glossary.comment("ministry-a", f"remark {at}", by="mei")
            for told in glossary.history():
                if told.event.number < 5:
                    other.comment("ministry-a", "by another", by="kai")
                    glossary.comment("ministry-a", "while reading", by="mei")
            assert len(list(glossary.history())) == 6 + 8


def test_a_writer_that_ends_is_waited_for(path: str) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    timer.start()
    try:
        with Glossary.open(path) as glossary:
            assert glossary.add(body("Ministry B"), by="mei").entry.id == "ministry-b"
    finally:
        timer.join()
        other.close()


def test_threads_that_end_leave_no_connection(path: str) -> None:
    with Glossary.open(path) as glossary:
        for _ in range(30):
            thread = threading.Thread(target=lambda: glossary.lookup("Ministry A"))
            thread.start()
            thread.join()
        assert len(glossary.store._connections._all) <= 3


class TestDiskFull:
    """No room: the message, and nothing half done."""

    def test_a_limit_of_pages(self, path: str) -> None:
        with Glossary.open(path) as glossary:
            connection = glossary.store.connection()
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")
            with pytest.raises(StoreError, match="the disk is full") as caught:
                _add_many(glossary)
            assert "make room" in caught.value.fix
            there = len(list(glossary.history()))
            assert glossary.store.reader.tally("entries") == there
            connection.execute("PRAGMA max_page_count = 1000000")
            glossary.add(body("Office Z"), by="mei")
            assert glossary.check() == ()

    def test_a_limit_of_the_file_system(self, path: str) -> None:
        child = subprocess.run(
            [sys.executable, "-c", _FILL, path],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            preexec_fn=_limit_file_size,
            check=False,
        )
        assert child.stderr == ""
        *acknowledged, last = child.stdout.splitlines()
        assert last == "StoreError"
        with Glossary.open(path) as glossary:
            for entry_id in acknowledged:
                assert glossary.get(entry_id).review == "proposed"
            assert glossary.check() == ()

    def test_a_backup_leaves_no_part(self, path: str, tmp_path: Path) -> None:
        with Glossary.open(path) as glossary:  # more pages than a first step copies
            pages = [body(f"Office {at}", f"第{at}办") for at in range(2_000)]
            glossary.store.load(map(prepare, pages), action=Action.IMPORT, by="mei", why="")
        child = subprocess.run(
            [sys.executable, "-c", _BACK_UP, path, str(tmp_path / "copy.db")],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
            check=False,
        )
        assert (child.stderr, child.stdout) == ("", f"StoreError {tmp_path / 'copy.db'}\n")
        assert [each.name for each in tmp_path.glob("copy*")] == []


def _add_many(glossary: Glossary) -> None:
    for at in range(500):
        glossary.add(body(f"Office {at}", f"第{at}办"), by="mei")


def _limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))


_FILL = """
import signal, sys
from glossary import Glossary
from glossary.errors import StoreError
from tests.glossaries import body
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Glossary.open(sys.argv[1]) as g:
    try:
        for at in range(5000):
            print(g.add(body(f"Office {at}", f"第{at}办"), by="mei").entry.id, flush=True)
    except StoreError as error:
        print(type(error).__name__)
"""
_BACK_UP = """
import signal, sys
from glossary import Glossary
from glossary.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Glossary.open(sys.argv[1]) as g:
    try:
        g.backup(sys.argv[2])
    except StoreError as error:
        print(type(error).__name__, error.path)
"""
_READ_ONLY = """
import os, sys, urllib.parse
from glossary import Glossary
from glossary.errors import StoreError
from tests.glossaries import body

def ask(path):
    said = []
    with Glossary.open(path) as g:
        said += [g.lookup("Ministry A").found, g.store.read_only]
        for write in (lambda: g.add(body("Ministry B"), by="mei"), g.reindex):
            try:
                write()
            except StoreError as error:
                said.append(error.what)
        said.append(len(g.check()))
    return said

ask(sys.argv[2])  # everything is imported before the rights are given up
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print(*ask(sys.argv[1]), sep="\\n")
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
class TestReadOnly:
    """What may be read is answered from; what may not be written says so."""

    @pytest.fixture(name="folder")
    def _folder(self, path: str) -> Iterator[Path]:
        """A folder anybody may enter, with a glossary in it; as root, the child is nobody."""
        folder = Path(tempfile.mkdtemp())
        folder.chmod(0o755)
        shutil.copy(path, folder / "a.db")
        (folder / "a.db").chmod(0o444)
        yield folder
        folder.chmod(0o755)
        shutil.rmtree(folder)

    def _ask(self, folder: Path, path: str) -> list[str]:
        child = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, str(folder / "a.db"), path],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert child.stderr == ""
        return child.stdout.splitlines()

    WANTED = ("exact", "True", "the database is read-only", "the database is read-only", "0")

    def test_a_file(self, folder: Path, path: str) -> None:
        folder.chmod(0o777)
        assert self._ask(folder, path) == list(self.WANTED)

    def test_a_file_in_a_folder(self, folder: Path, path: str) -> None:
        folder.chmod(0o555)
        assert self._ask(folder, path) == list(self.WANTED)

    def test_a_folder_around_a_file_that_could_be_written(self, folder: Path, path: str) -> None:
        (folder / "a.db").chmod(0o666)
        folder.chmod(0o555)
        assert self._ask(folder, path) == list(self.WANTED)

    def test_a_file_one_may_not_write_by_access_alone(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_, **__: False)
        with Glossary.open(path) as glossary:
            assert glossary.info()["read_only"] is True
            assert glossary.find("ministry")[0].id == "ministry-a"
            with pytest.raises(StoreError, match="read-only"):
                glossary.comment("ministry-a", "x", by="mei")


def test_the_file_says_whose_it_is(path: str) -> None:
    header = Path(path).read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\x00"
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


def test_a_fill_of_a_damaged_database_is_told_plainly(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        other = sqlite3.connect(glossary.path)
        other.execute("DROP TABLE entries")
        other.commit()
        other.close()
        with pytest.raises(StoreError, match="the database lacks a table"):
            glossary.store.load([], action=Action.IMPORT, by="mei", why="many")
