"""Making, backing up and upgrading a database."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InputError, StoreError
from glossary.model.events import Action
from glossary.model.values import replace
from glossary.store import connections, database, upkeep
from glossary.store.database import Store
from glossary.store.events import read_event, write_out
from glossary.store.prepared import prepare
from glossary.store.schema import SCHEMA_VERSION
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


NEXT = SCHEMA_VERSION + 1


class TestUpgrade:
    """A made-up next version."""

    @pytest.fixture(autouse=True)
    def _next(self, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for module in (connections, database, upkeep):
            monkeypatch.setattr(module, "SCHEMA_VERSION", NEXT)
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {NEXT: _add_a_table})

    def test_it_backs_up_first_and_loses_nothing(self, path: str) -> None:
        with Glossary.open(path) as glossary:
            assert glossary.lookup("甲部").found == "exact"
            assert glossary.store.connection().execute("SELECT * FROM moods").fetchall() == []
            assert glossary.check() == ()
        assert _version(path) == NEXT
        assert _version(f"{path}.v{SCHEMA_VERSION}.backup") == SCHEMA_VERSION

    def test_a_step_that_fails_changes_nothing(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {NEXT: _fail})
        with pytest.raises(StoreError):
            Glossary.open(path)
        assert _version(path) == SCHEMA_VERSION
        assert list(Path(path).parent.glob("*.backup")) == []
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {NEXT: _add_a_table})
        with Glossary.open(path) as glossary:
            assert glossary.check() == ()

    def test_a_step_that_is_missing_is_said(
        self, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upkeep, "_MIGRATIONS", {})
        with pytest.raises(StoreError, match=f"no way from version {SCHEMA_VERSION}"):
            Glossary.open(path)

    def test_a_second_upgrade_backs_up_what_is_there_then(self, path: str) -> None:
        Path(f"{path}.v{SCHEMA_VERSION}.backup").write_text("an older one")
        Glossary.open(path).close()
        assert Path(f"{path}.v{SCHEMA_VERSION}.backup").read_text() == "an older one"
        assert _version(f"{path}.v{SCHEMA_VERSION}-2.backup") == SCHEMA_VERSION


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


class TestVersionTwo:
    """Events that added many entries at once no longer hold the content that the entries' own rows hold."""

    def test_an_older_database_lets_go_of_what_stands_twice(self, tmp_path: Path) -> None:
        with empty_glossary(tmp_path) as glossary:
            _load(glossary, "甲部", "乙部")
            second = glossary.get(_ids(glossary)[1]).entry
            glossary.edit(replace(second, domains=("law",)), by="mei", why="sorted")
            connection = glossary.store.connection()
            for number in (1, 2):
                write_out(connection, number)
            connection.execute("PRAGMA user_version = 1")
            path = glossary.path
            assert [text[:1] for text in _changes(glossary)][:2] == ["[", "["]
        with Glossary.open(path) as glossary:
            # The second is another one since.
            assert [text[:1] for text in _changes(glossary)][:2] == [",", "["]
            assert glossary.check() == ()
        assert _version(path) == SCHEMA_VERSION
        assert _version(f"{path}.v1.backup") == 1

    def test_what_was_loaded_is_told_in_full(self, tmp_path: Path) -> None:
        with empty_glossary(tmp_path) as glossary:
            _load(glossary, "甲部", "乙部")
            assert [text[:1] for text in _changes(glossary)] == [",", ","]
            event = read_event(glossary.store.connection(), 1)
            assert event is not None
            [change] = event.changes
            assert change.after is not None
            assert change.after["content"]["names"][1]["text"] == "甲部"
            assert glossary.check() == ()

    def test_an_edit_writes_out_what_was_there(self, tmp_path: Path) -> None:
        with empty_glossary(tmp_path) as glossary:
            _load(glossary, "甲部", "乙部")
            first, second = _ids(glossary)
            before = list(glossary.history(first))
            glossary.reject(second, by="mei", why="no such office")
            assert [text[:1] for text in _changes(glossary)][:2] == [",", ","]
            glossary.approve(first, by="lin")
            glossary.edit(replace(glossary.get(first).entry, domains=("law",)), by="mei")
            glossary.approve(first, by="lin")
            assert [text[:1] for text in _changes(glossary)][:2] == ["[", ","]
            assert before[0] in list(glossary.history(first))
            assert glossary.check() == ()

    def test_content_changed_by_hand_is_found(self, tmp_path: Path) -> None:
        with empty_glossary(tmp_path) as glossary:
            _load(glossary, "甲部", "乙部")
            connection = glossary.store.connection()
            connection.execute("UPDATE entries SET content = replace(content, '甲', '丁')")
            assert "events" in {finding.where for finding in glossary.check()}


def _load(glossary: Glossary, *names: str) -> None:
    items = [prepare(body(f"Office {at}", name)) for at, name in enumerate(names)]
    glossary.store.load(items, action=Action.IMPORT, by="mei", why="a list")


def _changes(glossary: Glossary) -> list[str]:
    rows = glossary.store.connection().execute("SELECT changes FROM events ORDER BY number")
    return [str(text) for (text,) in rows]


def _ids(glossary: Glossary) -> list[str]:
    rows = glossary.store.connection().execute("SELECT id FROM entries ORDER BY n")
    return [str(entry_id) for (entry_id,) in rows]
