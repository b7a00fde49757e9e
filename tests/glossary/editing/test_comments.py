"""Comments: kept beside the entry, moved by a merge, refused where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, InvalidError, NotFoundError
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A"), by="mei")
        yield glossary


def test_they_stand_in_order(glossary: Glossary) -> None:
    first = glossary.comment("ministry-a", "seen in print\nand on the site", by="kai").event
    glossary.comment("ministry-a", "so it is", by="mei")
    said = glossary.get("ministry-a").comments
    assert [(each.by, each.text) for each in said] == [
        ("kai", "seen in print\nand on the site"),
        ("mei", "so it is"),
    ]
    assert said[0].event == first
    assert said[0].at <= said[1].at


@pytest.mark.parametrize("text", ["", " \n ", "a\x1b[2J", "a\u202eb", "x" * 100_001, "\ud800"])
def test_what_is_no_comment_is_refused(glossary: Glossary, text: str) -> None:
    with pytest.raises(InvalidError):
        glossary.comment("ministry-a", text, by="kai")
    assert glossary.get("ministry-a").comments == ()


def test_on_nothing_or_on_what_was_merged_away(glossary: Glossary) -> None:
    with pytest.raises(NotFoundError, match="ministry-a"):
        glossary.comment("ministry-x", "hm", by="kai")
    glossary.add(body("Ministry B"), by="mei")
    glossary.merge("ministry-b", "ministry-a", by="lin")
    with pytest.raises(ConflictError, match="merged into ministry-a"):
        glossary.comment("ministry-b", "hm", by="kai")


def test_they_change_no_revision(glossary: Glossary) -> None:
    before = glossary.get("ministry-a").revision
    glossary.comment("ministry-a", "hm", by="kai")
    assert glossary.get("ministry-a").revision == before


def test_one_is_undone(glossary: Glossary) -> None:
    glossary.comment("ministry-a", "said in haste", by="kai")
    glossary.undo(by="kai")
    assert glossary.get("ministry-a").comments == ()
    assert glossary.check() == ()
