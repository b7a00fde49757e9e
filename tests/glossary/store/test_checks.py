"""The check sees a change by hand in any table, and nothing where there is none."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.model.entries import BodyFacts, Level
from glossary.model.names import Evidence, Name
from glossary.model.relations import Relation, RelationType
from glossary.store import checks
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path


def lived(folder: Path) -> Glossary:
    """A glossary with a row in every table."""
    glossary = empty_glossary(folder)
    glossary.add(body("Ministry of Science", "科学部"), by="mei", why="list of 2026")
    one = body(
        "Ministry of Works",
        "工程部",
        relations=[Relation(type=RelationType.PART_OF, target="ministry-of-science")],
    )
    facts = BodyFacts(level=Level.CENTRAL, place="110000")
    dated = Name(text="MOW", lang="en", evidence=Evidence.UNSOURCED, start="1985", end="1998")
    glossary.add(
        replace(one, collections=("reuters",), body=facts, names=(*one.names, dated)), by="mei"
    )
    glossary.add(body("Ministry of Peace", "和平部"), by="kai")
    glossary.add(body("Ministry of Parks", "公园部"), by="kai")
    glossary.approve("ministry-of-science", by="lin")
    glossary.edit(body("Ministry of Science", "科技部"), by="kai", why="renamed")
    glossary.comment("ministry-of-works", "seen in print", by="kai")
    glossary.merge("ministry-of-peace", "ministry-of-works", by="lin")
    glossary.comment("ministry-of-works", "said in haste", by="kai")
    glossary.undo(by="kai")
    glossary.configure("four-eyes", "on", by="boss")
    return glossary


BY_HAND = {
    "an event's time": (
        "UPDATE events SET at = substr(at, 1, 26) || 'X' WHERE number = 2",
        "events",
    ),
    "an event's person": ("UPDATE events SET by = 'moi' WHERE number = 2", "events"),
    "an event's action": ("UPDATE events SET action = 'edit' WHERE number = 2", "events"),
    "an event's entry": ("UPDATE events SET entry = 'x' WHERE number = 5", "events"),
    "an event's reason": ("UPDATE events SET why = 'list of 2025' WHERE number = 1", "events"),
    "an event's changes": (
        "UPDATE events SET changes = replace(changes, '科学部', '科李部') WHERE number = 1",
        "events",
    ),
    "an event's hash": (
        "UPDATE events SET hash = 'x' || substr(hash, 2) WHERE number = 2",
        "events",
    ),
    "an event in the middle": ("DELETE FROM events WHERE number = 7", "events"),
    "the last event": (
        "DELETE FROM events WHERE number = (SELECT max(number) FROM events)",
        "events",
    ),
    "the last event with its rows": (
        "DELETE FROM events WHERE number = (SELECT max(number) FROM events); DELETE FROM settings",
        "events",
    ),
    "an event more": (
        "INSERT INTO events SELECT number + 1, at, by, action, entry, why, '[]', hash FROM events"
        " ORDER BY number DESC LIMIT 1",
        "events",
    ),
    "the number of the last event": ("UPDATE meta SET value = '3' WHERE key = 'events'", "events"),
    "no number of the last event": ("DELETE FROM meta WHERE key = 'events'", "events"),
    "an entry's content": (
        "UPDATE entries SET content = replace(content, '工程', '工呈')",
        "entries",
    ),
    "an entry's review": (
        "UPDATE entries SET review = 'approved' WHERE id = 'ministry-of-works'",
        "entries",
    ),
    "an entry's kind": (
        "UPDATE entries SET kind = 'term' WHERE id = 'ministry-of-works'",
        "entries",
    ),
    "an entry's level": ("UPDATE entries SET level = NULL WHERE level IS NOT NULL", "entries"),
    "an entry's place": ("UPDATE entries SET place = '130000' WHERE place IS NOT NULL", "entries"),
    "an entry's evidence": ("UPDATE entries SET evidence = 'official'", "entries"),
    "an entry's revision": ("UPDATE entries SET revision = revision - 1", "entries"),
    "an entry's seed": ("UPDATE entries SET seed = 'x'", "entries"),
    "an entry": ("DELETE FROM entries WHERE id = 'ministry-of-parks'", "entries"),
    "a name's key": ("UPDATE names SET exact = 'x' WHERE id = 2 << 20", "names"),
    "a name's turned key": ("UPDATE names SET turned = 'x' WHERE id >> 20 = 2", "names"),
    "a name's pinyin": ("UPDATE names SET pinyin = 'x' WHERE pinyin IS NOT NULL", "names"),
    "a name's initials": ("UPDATE names SET initials = 'x' WHERE initials IS NOT NULL", "names"),
    "a name's language": ("UPDATE names SET lang = 'fr' WHERE id >> 20 = 2", "names"),
    "a name's weight": ("UPDATE names SET weight = weight + 1 WHERE id >> 20 = 2", "names"),
    "a name's words": ("UPDATE names SET words = 'x' WHERE id = 2 << 20", "names"),
    "a name's first day": (
        "UPDATE names SET first = '1984-01-01' WHERE first IS NOT NULL",
        "names",
    ),
    "a name's last day": ("UPDATE names SET last = NULL WHERE last IS NOT NULL", "names"),
    "a name": ("DELETE FROM names WHERE id = (2 << 20) + 1", "names"),
    "a name's number": ("UPDATE names SET id = id + 10000 WHERE id >> 20 = 2", "names"),
    "a word of the full text": (
        "INSERT INTO names_fts (names_fts, rowid, words)"
        " SELECT 'delete', found, words FROM names WHERE id = 2 << 20",
        "full text",
    ),
    "words of the full text exchanged": (
        "INSERT INTO names_fts (names_fts, rowid, words)"
        " SELECT 'delete', found, words FROM names WHERE id IN (1 << 20, 2 << 20);"
        "INSERT INTO names_fts (rowid, words) SELECT a.found, b.words FROM names a, names b"
        " WHERE (a.id, b.id) IN ((1 << 20, 2 << 20), (2 << 20, 1 << 20))",
        "full text",
    ),
    "a typo's piece": ("UPDATE deletes SET piece = 'x' WHERE piece = 'wrks'", "deletes"),
    "a piece gone": ("DELETE FROM deletes WHERE piece = 'wrks'", "deletes"),
    "a relation's target": ("UPDATE relations SET target = 'x'", "relations"),
    "a relation": ("DELETE FROM relations", "relations"),
    "a collection": ("UPDATE collections SET collection = 'afp'", "collections"),
    "a proposal's content": (
        "UPDATE proposals SET content = replace(content, '科', '料')",
        "proposals",
    ),
    "a proposal's author": ("UPDATE proposals SET by = 'lin'", "proposals"),
    "a proposal's base": ("UPDATE proposals SET base = base + 1", "proposals"),
    "a proposal": ("DELETE FROM proposals", "proposals"),
    "a comment's text": ("UPDATE comments SET text = 'seen in prinT'", "comments"),
    "a comment": ("DELETE FROM comments", "comments"),
    "a redirect": ("UPDATE redirects SET target = 'ministry-of-science'", "redirects"),
    "a redirect gone": ("DELETE FROM redirects", "redirects"),
    "a setting": ("UPDATE settings SET value = 'off'", "settings"),
    "a mark of undo": ("UPDATE undone SET by_event = 1", "undone"),
    "a mark of undo gone": ("DELETE FROM undone", "undone"),
    "what an event touched": ("DELETE FROM event_entries", "event_entries"),
}


def change(path: str, statements: str) -> int:
    """Change a file by hand; return how many rows that changed."""
    connection = sqlite3.connect(path)
    try:
        before = connection.total_changes
        for statement in statements.split(";"):
            connection.execute(statement)
        connection.commit()
        return connection.total_changes - before
    finally:
        connection.close()


def test_a_sound_glossary_has_no_findings(tmp_path: Path) -> None:
    with lived(tmp_path) as glossary:
        assert glossary.check() == ()


@pytest.mark.parametrize("case", BY_HAND)
def test_a_change_by_hand_is_found(tmp_path: Path, case: str) -> None:
    statements, where = BY_HAND[case]
    with lived(tmp_path) as glossary:
        path = glossary.path
    assert change(path, statements) > 0
    with Glossary.open(path) as glossary:
        found = {finding.where for finding in glossary.check()}
    assert where in found


def test_each_damaged_page_is_a_finding_of_one_line() -> None:
    class Damaged:
        """A database of whose pages SQLite tells all in one row, as it does of many."""

        def execute(self, sql: str) -> list[tuple[str]]:
            return [
                ("*** in database main ***\nPage 7: free space corruption\nPage 9: never used",)
            ]

    found = [finding.what for finding in checks._check_file(Damaged())]  # type: ignore[arg-type]
    assert found == [
        "*** in database main ***",
        "Page 7: free space corruption",
        "Page 9: never used",
    ]


def test_reindexing_mends_what_is_derived_and_nothing_else(tmp_path: Path) -> None:
    with lived(tmp_path) as glossary:
        path = glossary.path
    change(path, "UPDATE names SET exact = 'x'; DELETE FROM deletes; DELETE FROM relations")
    with Glossary.open(path) as glossary:
        assert glossary.check()
        glossary.reindex()
        assert glossary.check() == ()
    change(path, "UPDATE comments SET text = 'x'")
    with Glossary.open(path) as glossary:
        glossary.reindex()
        assert {finding.where for finding in glossary.check()} == {"comments"}


def test_reindexing_twice_gives_the_same(tmp_path: Path) -> None:
    def names(path: str) -> list[object]:
        connection = sqlite3.connect(path)
        try:
            return connection.execute("SELECT * FROM names ORDER BY id").fetchall()
        finally:
            connection.close()

    with lived(tmp_path) as glossary:
        assert glossary.reindex() == 3
        once = names(glossary.path)
        assert glossary.reindex() == 3
        assert names(glossary.path) == once
        assert glossary.check() == ()
        assert glossary.lookup("工程部").found == "exact"


def test_many_findings_are_cut_short(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        for at in range(60):
            glossary.add(body(f"Office {at}"), by="mei")
        path = glossary.path
    change(path, "UPDATE entries SET seed = 'x'")
    with Glossary.open(path) as glossary:
        found = [finding for finding in glossary.check() if finding.where == "entries"]
    assert len(found) == 21
    assert found[-1].what == "and more"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A"), by="mei")
        for at in range(500):
            glossary.comment("ministry-a", str(at), by="mei")
        assert glossary.check(lambda at, total: told.append((at, total))) == ()
    assert told == [(500, 501)]
