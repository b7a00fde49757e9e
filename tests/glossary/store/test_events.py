"""The log: a chain of hashes, a time that never runs backwards, what a reader may ask of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InvalidError
from glossary.store import events
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def rows(glossary: Glossary) -> list[tuple[object, ...]]:
    return glossary.store.connection().execute("SELECT * FROM events ORDER BY number").fetchall()


def test_a_clock_that_jumped_back_is_held(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(["2026-11-24T10:00:00.000000Z", "2020-01-01T00:00:00.000000Z"] * 9)
    monkeypatch.setattr(events, "now", lambda: next(times))
    glossary.add(body("Ministry A"), by="mei")
    glossary.comment("ministry-a", "back then", by="mei")
    glossary.approve("ministry-a", by="lin")
    number = glossary.edit(body("Ministry A", "甲部"), by="mei").proposal
    assert [str(row[1]) for row in rows(glossary)] == sorted(str(row[1]) for row in rows(glossary))
    assert {str(row[1])[:10] for row in rows(glossary)} == {"2026-11-24"}
    assert glossary.proposal(number).at.startswith("2026-11-24")
    assert glossary.check() == ()


def test_each_hash_covers_the_event_and_the_hash_before_it(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei", why="list")
    glossary.comment("ministry-a", "seen", by="kai")
    before = ""
    for *row, stored in rows(glossary):
        text = "\x1f".join([before, *map(str, row)])
        before = sha256(text.encode()).hexdigest()
        assert stored == before


@pytest.mark.parametrize("by", ["a\x1b[2J", "a\nb", "a\u202eb", " ", "x" * 201, "a\ud800"])
def test_a_person_with_control_characters_is_refused(glossary: Glossary, by: str) -> None:
    glossary.add(body("Ministry A"), by="mei")
    for change in (
        lambda: glossary.add(body("Ministry B"), by=by),
        lambda: glossary.approve("ministry-a", by=by),
        lambda: glossary.comment("ministry-a", "x", by=by),
    ):
        with pytest.raises(InvalidError):
            change()
    assert len(rows(glossary)) == 1


@pytest.mark.parametrize("why", ["a\x1b[2J", "a\u202eb", "x" * 100_001, "a\ud800"])
def test_a_reason_with_control_characters_is_refused(glossary: Glossary, why: str) -> None:
    with pytest.raises(InvalidError):
        glossary.add(body("Ministry A"), by="mei", why=why)
    assert rows(glossary) == []
    assert glossary.check() == ()


class TestReading:
    """Pages, both ways, of all or of one entry."""

    @pytest.fixture(autouse=True)
    def _many(self, glossary: Glossary, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(events, "PAGE", 3)
        for english in ("Ministry A", "Ministry B"):
            glossary.add(body(english), by="mei")
        for at in range(10):
            glossary.comment("ministry-a" if at % 2 else "ministry-b", str(at), by="kai")

    def numbers(self, glossary: Glossary, **limits: object) -> list[int]:
        return [event.number for event in glossary.store.events(**limits)]

    def test_all(self, glossary: Glossary) -> None:
        assert self.numbers(glossary) == list(range(1, 13))
        assert self.numbers(glossary, newest=True) == list(range(12, 0, -1))

    def test_a_page(self, glossary: Glossary) -> None:
        assert self.numbers(glossary, after=4, limit=5) == [5, 6, 7, 8, 9]
        assert self.numbers(glossary, after=4, limit=5, newest=True) == [3, 2, 1]
        assert self.numbers(glossary, limit=4, newest=True) == [12, 11, 10, 9]
        assert self.numbers(glossary, limit=0) == []

    def test_of_one_entry(self, glossary: Glossary) -> None:
        assert self.numbers(glossary, entry="ministry-a") == [1, 4, 6, 8, 10, 12]
        assert self.numbers(glossary, entry="ministry-a", newest=True, limit=4) == [12, 10, 8, 6]
        assert self.numbers(glossary, entry="ministry-x") == []

    def test_a_merge_is_in_the_history_of_both(self, glossary: Glossary) -> None:
        event = glossary.merge("ministry-b", "ministry-a", by="lin").event
        assert self.numbers(glossary, entry="ministry-a")[-1] == event
        assert self.numbers(glossary, entry="ministry-b")[-1] == event

    def test_since(self, glossary: Glossary) -> None:
        at = next(iter(glossary.store.events(after=8))).at
        assert self.numbers(glossary, since=at) == [9, 10, 11, 12]
        assert self.numbers(glossary, since="2999") == []
