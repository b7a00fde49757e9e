"""Making, backing up and upgrading a database."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InputError, StoreError
from glossary.store import connections, database, upkeep
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

    from glossary.store.prepared import Prepared


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> str:
    """A closed glossary with one entry."""
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        return glossary.path


def test_it_is_made_and_seeded_once(tmp_path: Path) -> None:
    path = str(tmp_path / "sub" / "folder" / "a.db")
    shipped = [prepare(body("Ministry A"), "approved")]
    with Glossary(Store.open(path, lambda: shipped)) as glossary:
        assert glossary.lookup("Ministry A")[0].review == "approved"
        (told,) = glossary.history()
        assert (told.event.by, told.event.action.value) == ("seeds", "sync")
        assert glossary.check() == ()

    def never() -> list[object]:
        raise AssertionError("seeded twice")

    with Glossary(Store.open(path, never)) as glossary:  # type: ignore[arg-type]
        assert glossary.lookup("Ministry A").found == "exact"


def test_seeds_that_cannot_be_read_leave_an_empty_file_to_begin_anew(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")

    def broken() -> object:
        yield prepare(body("Ministry A"), "approved")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store.open(path, broken)  # type: ignore[arg-type]
    shipped = [prepare(body("Ministry B"), "approved")]
    with Glossary(Store.open(path, lambda: shipped)) as glossary:
        assert glossary.lookup("Ministry A").found == "none"
        assert glossary.lookup("Ministry B").found == "exact"
        assert glossary.check() == ()


def test_others_may_write_while_seeds_are_made(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    free: list[bool] = []

    def slow() -> Iterator[Prepared]:
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            free.append(True)
        finally:
            other.close()
        yield prepare(body("Ministry A"), "approved")

    with Glossary(Store.open(path, slow)) as glossary:
        assert glossary.lookup("Ministry A").found == "exact"
    assert free == [True]


class TestBackup:
    """A copy of one moment, never over another file."""

    def test_it_is_a_glossary_of_its_own(self, path: str, tmp_path: Path) -> None:
        copy = str(tmp_path / "copy.db")
        told: list[tuple[int, int]] = []
        with Glossary.open(path) as glossary:
            glossary.backup(copy, lambda at, total: told.append((at, total)))
            glossary.add(body("Ministry B"), by="mei")
        assert told[-1][0] == told[-1][1]
        with Glossary.open(copy) as other:
            assert other.lookup("甲部").found == "exact"
            assert other.lookup("Ministry B").found == "none"
            assert other.check() == ()
        assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy.db"]

    def test_it_overwrites_nothing(self, path: str, tmp_path: Path) -> None:
        target = tmp_path / "copy.db"
        target.write_text("dear diary")
        with Glossary.open(path) as glossary:
            with pytest.raises(InputError, match="there already"):
                glossary.backup(str(target))
            with pytest.raises(InputError, match="there already"):
                glossary.backup(path)
            with pytest.raises(InputError, match="the folder is not there"):
                glossary.backup(str(tmp_path / "no" / "copy.db"))
        assert target.read_text() == "dear diary"

    def test_interrupted_it_leaves_no_part(self, path: str, tmp_path: Path) -> None:
        def interrupt(at: int, total: int) -> None:
            raise KeyboardInterrupt

        with Glossary.open(path) as glossary:
            with pytest.raises(KeyboardInterrupt):
                glossary.backup(str(tmp_path / "copy.db"), interrupt)
            glossary.add(body("Ministry B"), by="mei")
        assert list(tmp_path.glob("copy*")) == []

    def test_what_a_killed_one_left_is_taken_away(self, path: str, tmp_path: Path) -> None:
        for name in ("copy.db.7.part", "copy.db.7.part-journal", "copy.db.part", "other.db.7.part"):
            (tmp_path / name).touch()
        with Glossary.open(path) as glossary:
            glossary.backup(str(tmp_path / "copy.db"))
        left = sorted(each.name for each in tmp_path.glob("*.db*") if str(each) != path)
        assert left == ["copy.db", "copy.db.part", "other.db.7.part"]

    def test_it_does_not_begin_anew_whenever_another_writes(self, tmp_path: Path) -> None:
        with empty_glossary(tmp_path) as glossary, Glossary.open(glossary.path) as other:
            glossary.add(body("Ministry A"), by="mei")
            for _ in range(60):
                glossary.comment("ministry-a", "long " * 15_000, by="mei")
            calls: list[int] = []

            def write(at: int, total: int) -> None:
                calls.append(at)
                assert len(calls) < 50
                other.comment("ministry-a", "meanwhile", by="kai")

            glossary.backup(str(tmp_path / "copy.db"), write)
            assert calls == sorted(calls)
            assert len(calls) > 1
        with Glossary.open(str(tmp_path / "copy.db")) as copy:
            assert len(list(copy.history())) == 61
            assert copy.check() == ()


class TestUpgrade:
    """A made-up next version."""

    @pytest.fixture(autouse=True)
    def _next(self, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for module in (connections, database, upkeep):
            monkeypatch.setattr(module, "SCHEMA_VERSION", 2)
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {2: _add_a_table})

    def test_it_backs_up_first_and_loses_nothing(self, path: str) -> None:
        with Glossary.open(path) as glossary:
            assert glossary.lookup("甲部").found == "exact"
            assert glossary.store.connection().execute("SELECT * FROM moods").fetchall() == []
            assert glossary.check() == ()
        assert _version(path) == 2
        assert _version(f"{path}.v1.backup") == 1

    def test_a_step_that_fails_changes_nothing(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {2: _fail})
        with pytest.raises(StoreError):
            Glossary.open(path)
        assert _version(path) == 1
        assert list(Path(path).parent.glob("*.backup")) == []
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {2: _add_a_table})
        with Glossary.open(path) as glossary:
            assert glossary.check() == ()

    def test_a_step_that_is_missing_is_said(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {})
        with pytest.raises(StoreError, match="no way from version 1"):
            Glossary.open(path)

    def test_a_second_upgrade_backs_up_what_is_there_then(self, path: str) -> None:
        Path(f"{path}.v1.backup").write_text("an older one")
        Glossary.open(path).close()
        assert Path(f"{path}.v1.backup").read_text() == "an older one"
        assert _version(f"{path}.v1-2.backup") == 1


def _add_a_table(connection: Connection) -> None:
    connection.execute("CREATE TABLE moods (entry TEXT)")


def _fail(connection: Connection) -> None:
    _add_a_table(connection)
    connection.execute("SELECT nothing FROM nowhere")


def _version(path: str) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
