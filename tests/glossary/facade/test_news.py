"""Newer shipped entries are told of once, and no more once they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import Shipped, body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shipped:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Shipped(monkeypatch, body("Office A", "甲局"))


def test_a_new_database_has_what_is_shipped(shipped: Shipped, tmp_path: Path) -> None:
    with Glossary.open(str(tmp_path / "a.db")) as glossary:
        assert glossary.untold_shipped() == glossary.newer_shipped() == 0
    assert shipped.reads == 1  # to fill it; nothing had to be compared


def test_what_is_newer_is_told_once_and_shown_until_it_is_taken(
    shipped: Shipped, tmp_path: Path
) -> None:
    path = str(tmp_path / "a.db")
    Glossary.open(path).close()
    shipped.bring("second", body("Office A", "甲局"), body("Office B", "乙局"))
    for told in (1, 0):
        with Glossary.open(path) as glossary:
            assert glossary.newer_shipped() == 1
            assert glossary.untold_shipped() == told
    assert shipped.reads == 2  # to fill it, and to compare once
    with Glossary.open(path) as glossary:
        glossary.sync()
        assert glossary.newer_shipped() == 0
    shipped.bring("third", body("Office B", "乙局"))
    with Glossary.open(path) as glossary:
        assert glossary.untold_shipped() == 1


def test_what_would_have_to_be_compiled_first_is_not_compared(
    shipped: Shipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "a.db")
    Glossary.open(path).close()
    shipped.bring("second", body("Office B", "乙局"))
    with Glossary.open(path) as glossary:
        monkeypatch.setattr("glossary.seeds.are_compiled", lambda: False)
        assert glossary.untold_shipped() == glossary.newer_shipped() == 0
        assert shipped.reads == 1  # to fill it
        monkeypatch.setattr("glossary.seeds.are_compiled", lambda: True)
        assert glossary.untold_shipped() == 2


def test_other_times_of_the_same_entries_are_no_news(shipped: Shipped, tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    Glossary.open(path).close()
    shipped.stamp = "touched"
    with Glossary.open(path) as glossary:
        assert glossary.untold_shipped() == 0


def test_a_glossary_begun_without_shipped_entries_is_left_alone(
    shipped: Shipped, tmp_path: Path
) -> None:
    with empty_glossary(tmp_path, "mei") as glossary:
        glossary.add(body("Office C", "丙局"))
        assert glossary.untold_shipped() == 0


def test_an_older_database_that_says_nothing_is_compared(shipped: Shipped, tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    seeds = [prepare(body("Office Z", "亥局"), "approved")]
    Store.open(path, lambda: seeds).close()
    with Glossary.open(path) as glossary:
        assert glossary.untold_shipped() == 2  # one comes, one goes


def test_a_cache_that_is_not_ours_is_made_anew(shipped: Shipped, tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    Glossary.open(path).close()
    shipped.bring("second")
    file = tmp_path / "cache" / "zhengming" / "shipped.jsonl"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[1, 2]\n{", encoding="utf-8")
    with Glossary.open(path) as glossary:
        assert glossary.untold_shipped() == 1
        assert glossary.untold_shipped() == 0
