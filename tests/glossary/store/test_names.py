"""Taking names out of the index: what it costs does not grow with the glossary."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import product

import pytest

from glossary.language.renderings import render_name
from glossary.model.names import Evidence, Name
from glossary.store.names import add_names, drop_names
from glossary.store.prepared import name_row
from glossary.store.schema import INDEXES, TABLES


def _add(connection: sqlite3.Connection, n: int, text: str) -> None:
    name = render_name(Name(text=text, lang="en", evidence=Evidence.UNSOURCED))
    add_names(connection, n, "approved", [name_row(0, name, name.days)])


@pytest.fixture(name="connection")
def _connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES + INDEXES)
    return connection


def _steps_to_drop(connection: sqlite3.Connection, n: int) -> int:
    """Count the steps of SQLite's machine, a hundred at a time."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 100

    connection.set_progress_handler(step, 100)
    drop_names(connection, n)
    connection.set_progress_handler(None, 0)
    return steps


def test_the_words_of_a_dropped_name_leave_the_table_of_typos(
    connection: sqlite3.Connection,
) -> None:
    with closing(connection):
        _add(connection, 1, "Ministry of Xylophones")
        _add(connection, 2, "Ministry of Trams")
        drop_names(connection, 1)
        words = {word for (word,) in connection.execute("SELECT word FROM deletes")}
        assert "xylophones" not in words
        assert {"ministry", "trams"} <= words


def test_dropping_a_name_touches_no_more_of_a_large_glossary(
    connection: sqlite3.Connection,
) -> None:
    with closing(connection):
        _add(connection, 1, "Xylophonists")
        few = _steps_to_drop(connection, 1)
        letters = "abcdefghij"
        for n, word in enumerate(product(letters, letters, letters), start=2):
            _add(connection, n, f"zz{''.join(word)}zz")
        _add(connection, 9999, "Xylophonists")
        assert _steps_to_drop(connection, 9999) <= 2 * few
