"""What waits for a decision, page by page, and what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InvalidError
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, Usage
from glossary.model.sources import Source
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    """Two new bodies, a sourced term, an edit of an approved body."""
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A", "甲部"), by="mei", why="list")
        glossary.add(body("Ministry B"), by="kai")
        glossary.add(body("Ministry C"), by="mei")
        glossary.approve("ministry-c", by="lin")
        glossary.edit(body("Ministry C", "丙部"), by="kai", why="seen")
        source = Source(title="A list", seen="2026-11-20")
        named = Name(
            text="Rule",
            lang="en",
            usage=Usage.PREFERRED,
            evidence=Evidence.ATTESTED,
            sources=(source,),
        )
        glossary.add(Entry(id="rule", kind=Kind.TERM, names=(named,)), by="mei")
        yield glossary


def waiting(glossary: Glossary, **filters: object) -> list[str]:
    return [item.entry for item in glossary.queue(**filters).items]  # type: ignore[arg-type]


def test_oldest_first(glossary: Glossary) -> None:
    assert waiting(glossary) == ["ministry-a", "ministry-b", "ministry-c", "rule"]
    actions = [(item.action, item.proposal) for item in glossary.queue().items]
    assert actions == [("add", 0), ("add", 0), ("edit", 5), ("add", 0)]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"by": "mei"}, ["ministry-a", "rule"]),
        ({"not_by": "mei"}, ["ministry-b", "ministry-c"]),
        ({"kind": "term"}, ["rule"]),
        ({"evidence": "attested"}, ["rule"]),
        ({"needs": "source"}, ["ministry-a", "ministry-b", "ministry-c"]),
        ({"needs": "source", "by": "kai"}, ["ministry-b", "ministry-c"]),
        ({"before": "2020"}, []),
        ({"before": "2999"}, ["ministry-a", "ministry-b", "ministry-c", "rule"]),
    ],
)
def test_filters(glossary: Glossary, filters: dict[str, str], wanted: list[str]) -> None:
    assert waiting(glossary, **filters) == wanted


@pytest.mark.parametrize(
    "filters", [{"kind": "bdy"}, {"evidence": "sure"}, {"needs": "love"}, {"before": "soon"}]
)
def test_a_wrong_value_is_said(glossary: Glossary, filters: dict[str, str]) -> None:
    with pytest.raises(InvalidError):
        glossary.queue(**filters)  # type: ignore[arg-type]


def test_pages(glossary: Glossary) -> None:
    first = glossary.queue(limit=3)
    assert ([item.entry for item in first.items][-1], first.truncated) == ("ministry-c", True)
    rest = glossary.queue(limit=3, after=first.items[-1].number)
    assert ([item.entry for item in rest.items], rest.truncated) == (["rule"], False)


def test_what_was_decided_waits_no_more(glossary: Glossary) -> None:
    glossary.approve("ministry-a", by="lin")
    glossary.reject(5, by="lin", why="no")
    glossary.reject("ministry-b", by="lin", why="no")
    assert waiting(glossary) == ["rule"]


def test_a_rule_of_the_house_waits_too(glossary: Glossary) -> None:
    glossary.configure("four-eyes", "on", by="boss")
    glossary.configure("four-eyes", "off", by="boss")
    item = glossary.queue().items[-1]
    assert (item.action, item.entry, item.kind) == ("configure", "", "")
    assert item.to_record()["id"] is None


def test_records(glossary: Glossary) -> None:
    first, *_, last = [item.to_record() for item in glossary.queue().items]
    assert (first["id"], first["proposal"], first["needs"]) == ("ministry-a", None, ["source"])
    assert (last["id"], last["needs"], last["evidence"]) == ("rule", [], "attested")
