"""The index: a database that has another one is indexed anew, and no key changes without its version."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from glossary import Glossary, language
from glossary.cli import main, progress
from glossary.errors import StoreError
from glossary.store import upkeep
from glossary.store.connections import Connections
from glossary.store.schema import INDEX_VERSION, INDEXES, TABLES
from tests.glossaries import body, empty_glossary
from tests.sources import code_of, modules_below

LISTS = Path(language.__file__).with_name("tables")

FORMER_LAYOUT = """
DROP TABLE names;
DROP TABLE vocabulary;
DROP TABLE names_fts;
CREATE TABLE names (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, exact TEXT NOT NULL);
CREATE INDEX names_entry ON names (entry);
CREATE VIRTUAL TABLE names_fts USING fts5(words, content='names', content_rowid='id', columnsize=0);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(names_fts, 'row');
INSERT INTO names VALUES (1, 1, 'x');
UPDATE meta SET value = '4' WHERE key = 'index';
"""
"""An index of another version, and of other columns."""


def _digest() -> str:
    """A digest of all that decides what is indexed: the tables, the code that makes keys, and the lists it reads."""
    found = hashlib.sha256((TABLES + INDEXES).encode())
    makers = modules_below(
        "glossary.store.names",
        "glossary.store.prepared",
        within=("glossary.language.", "glossary.store."),
    )
    assert {"glossary.language.english", "glossary.language.han"} <= makers.keys()
    for name, path in makers.items():
        if name != "glossary.store.schema":
            found.update(f"{name}\n{code_of(path)}\n".encode())
    for path in sorted(LISTS.rglob("*.t*")):
        found.update(f"{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()[:12]


def test_no_key_changes_without_the_version_of_the_index() -> None:
    assert _digest() == INDEX_VERSION, (
        "keys may come out otherwise than before: in glossary/store/schema.py write"
        f' INDEX_VERSION = "{_digest()}", so that databases are indexed anew'
    )


@pytest.fixture(name="former")
def _former(tmp_path: Path) -> str:
    """A closed glossary as another version left it."""
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A", "吕梁市财政局"), by="mei")
        path = glossary.path
    _leave_as_another_version(path)
    return path


def _leave_as_another_version(path: str) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(FORMER_LAYOUT)
    finally:
        connection.close()


def test_a_database_with_another_index_is_indexed_anew_when_it_is_opened(former: str) -> None:
    with Glossary.open(former) as glossary:
        assert glossary.lookup("lvliangshi caizhengju")[0].english == "Ministry A"
        assert glossary.info()["index"] == INDEX_VERSION
        assert glossary.check() == ()


def test_indexing_anew_tells_how_far_it_is(
    former: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Glossary.open(former) as glossary:
        for at in range(200):
            glossary.add(body(f"Office {at}"), by="mei")
    _leave_as_another_version(former)
    told: list[tuple[int, int]] = []
    with Glossary.open(former, progress=lambda done, total: told.append((done, total))) as glossary:
        assert told == [(100, 201), (200, 201)]
        assert glossary.check() == ()
    _leave_as_another_version(former)
    monkeypatch.setattr(progress, "_PATIENCE_S", 0.0)
    assert main(["--db", former, "lookup", "Office 7"]) == 0
    assert "indexing anew: 100 of 201" in capfd.readouterr().err


def test_of_two_that_find_another_index_one_makes_it(former: str) -> None:
    first, second = Connections(former), Connections(former)
    try:
        assert upkeep.reindex(first, stale=True) == 1
        assert upkeep.reindex(second, stale=True) == 0
    finally:
        first.close()
        second.close()


def test_what_is_only_read_says_that_its_index_is_of_another_version(
    former: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(StoreError, match="another version") as caught:
        Glossary.open(former)
    assert "where it may be written" in str(caught.value)
