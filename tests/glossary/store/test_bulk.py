"""Many entries at once come to what they come to one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.events import Action
from glossary.store import bulk
from glossary.store.prepared import prepare
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path

    from glossary import Glossary

DERIVED = ("names", "deletes", "relations", "collections")


def entries(first: int, count: int) -> list[tuple[str, str]]:
    return [(f"Bureau {at} of Sängerin No{at}", f"第{at}局") for at in range(first, first + count)]


def load(glossary: Glossary, names: list[tuple[str, str]], expected: int = 0) -> None:
    items = (prepare(body(*each)) for each in names)
    glossary.store.load(items, action=Action.IMPORT, by="mei", why="many", expected=expected)


def rows(glossary: Glossary) -> dict[str, list[tuple[object, ...]]]:
    """What follows from the entries, and how full text finds each."""
    connection = glossary.store.connection()
    found = {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in DERIVED
    }
    found["vocabulary"] = connection.execute("SELECT * FROM vocabulary").fetchall()
    return found


@pytest.mark.parametrize(("few", "many"), [(0, 700), (3, 40), (3, 700)])
def test_a_load_is_as_many_additions(
    few: int, many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MANY", 300)
    monkeypatch.setattr(bulk, "WORDS", 50)
    for folder in ("at-once", "one-by-one"):
        (tmp_path / folder).mkdir()
    with (
        empty_glossary(tmp_path / "at-once") as one,
        empty_glossary(tmp_path / "one-by-one") as other,
    ):
        for glossary in (one, other):
            for each in entries(0, few):
                glossary.add(body(*each), by="mei")
        load(one, entries(few, many))
        for each in entries(few, many):
            other.store.record_new(Action.IMPORT, "mei", "many", prepare(body(*each)))
        assert rows(one) == rows(other)
        assert one.check() == ()


def test_indexes_are_made_anew_where_few_are_joined_by_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    rebuild = bulk.rebuild_index
    monkeypatch.setattr(bulk, "MANY", 300)
    monkeypatch.setattr(bulk, "rebuild_index", lambda each: made.append(rebuild(each)))
    with empty_glossary(tmp_path) as glossary:
        load(glossary, entries(0, 3))
        made.clear()
        load(glossary, entries(3, 299))
        assert made == []
        load(glossary, entries(1000, 300))
        assert made == [None]


@pytest.mark.parametrize(("new", "anew"), [(40, True), (25, False)])
def test_the_indexes_are_built_anew_where_as_many_are_expected(
    new: int, anew: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[object] = []
    rebuild = bulk.rebuild_index
    monkeypatch.setattr(bulk, "FEW", 10)
    monkeypatch.setattr(bulk, "MANY", 20)
    monkeypatch.setattr(bulk, "rebuild_index", lambda c: (built.append(c), rebuild(c)))
    with empty_glossary(tmp_path) as glossary:
        load(glossary, entries(0, 60))
        built.clear()
        load(glossary, entries(60, new), expected=new)
        assert bool(built) is anew
        assert glossary.check() == ()
        assert glossary.lookup("Bureau 61 of Sängerin No61")
        assert glossary.lookup("Bureau 3 of Sängerin No3")


def test_a_load_leaves_the_connection_the_memory_it_had(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        ask = glossary.store.connection().execute
        before = ask("PRAGMA cache_size").fetchone()
        load(glossary, entries(0, 3))
        assert ask("PRAGMA cache_size").fetchone() == before
        assert before != (bulk.PAGES,)
