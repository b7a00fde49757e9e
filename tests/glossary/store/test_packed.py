"""A packed glossary: what first use unpacks is whole or not there, and takes nobody's place."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from glossary.errors import StoreError
from glossary.glossary import Glossary
from glossary.store import packed
from glossary.store.database import Store
from glossary.store.packed import pack, unpack
from glossary.store.prepared import prepare
from tests.glossaries import body

if TYPE_CHECKING:
    from pathlib import Path

AT = "2026-11-27T00:00:00.000000Z"
SEEDS = [prepare(body("Ministry A", "甲部"), "approved"), prepare(body("Office B", "乙局"))]


def packed_in(folder: Path) -> Path:
    work = folder / "work"
    work.mkdir()
    target = folder / "glossary.db.z"
    target.write_bytes(b"".join(pack(SEEDS, str(work), AT)))
    return target


@pytest.fixture(name="source")
def _source(tmp_path: Path) -> Path:
    return packed_in(tmp_path)


def test_what_is_unpacked_is_a_glossary_as_first_use_makes_it(source: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "new.db")
    assert unpack(str(source), path)
    with Glossary(Store.open(path, list)) as glossary:
        assert glossary.lookup("Ministry A")[0].chinese == "甲部"
        assert [event.at for event in glossary.store.events()] == [AT, AT]
        assert glossary.check() == ()
        assert glossary.add(body("Office C"), by="mei").event == 3
        mode = glossary.store.connection().execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)


def test_two_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    assert packed_in(tmp_path / "again").read_bytes() == source.read_bytes()


def test_a_file_that_is_there_stays(source: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("somebody's")
    assert unpack(str(source), str(there))
    assert there.read_text() == "somebody's"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("keep", [0, 100, -1])
def test_of_one_that_is_not_whole_nothing_is_there(source: Path, tmp_path: Path, keep: int) -> None:
    source.write_bytes(source.read_bytes()[:keep])
    path = tmp_path / "new.db"
    assert not unpack(str(source), str(path))
    assert not list(tmp_path.glob("new.db*"))
    store = Store.open(str(path), lambda: SEEDS, ready=lambda: str(source))
    with closing(store), store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (2,)


def test_what_a_killed_one_left_is_taken_away(source: Path, tmp_path: Path) -> None:
    (tmp_path / "new.db.1.part").write_bytes(b"SQLite format 3")
    assert unpack(str(source), str(tmp_path / "new.db"))
    assert [path.name for path in tmp_path.glob("new.db*")] == ["new.db"]


def test_without_links_the_glossary_is_filled_as_before(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: str) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    path = str(tmp_path / "new.db")
    assert not unpack(str(source), path)
    with Glossary(Store.open(path, lambda: SEEDS, ready=lambda: str(source))) as glossary:
        assert glossary.lookup("Office B").found == "exact"


def test_a_full_disk_is_told_and_nothing_stays(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(packed.os, "fsync", fill)
    with pytest.raises(StoreError, match="the disk is full"):
        unpack(str(source), str(tmp_path / "new.db"))
    assert not list(tmp_path.glob("new.db*"))
