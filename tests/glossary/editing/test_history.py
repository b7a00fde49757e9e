"""The history as people read it: one line an event, and what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.model.names import Evidence, Name
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.editing.history import Told


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A", "甲部"), by="mei", why="list of 2026")
        yield glossary


def last(glossary: Glossary, entry: str = "") -> Told:
    return list(glossary.history(entry))[-1]


def test_an_addition_names_what_came(glossary: Glossary) -> None:
    told = last(glossary)
    assert [str(each) for each in told.differences] == [
        "+ name Ministry A (en)",
        "+ name 甲部 (zh-Hans)",
        "+ kind body",
    ]
    assert told.line.endswith("“list of 2026”")
    assert told.line.split()[0] == "1"


def test_an_edit_names_what_differs(glossary: Glossary) -> None:
    entry = glossary.get("ministry-a").entry
    alias = Name(text="A Hall", lang="en", evidence=Evidence.UNSOURCED)
    glossary.edit(replace(entry, names=(entry.names[0], alias)), by="kai")
    assert {str(each) for each in last(glossary).differences} == {
        "- name 甲部 (zh-Hans)",
        "+ name A Hall (en)",
    }


@pytest.mark.parametrize("why", ["", "two\nlines"])
def test_every_event_is_one_line(glossary: Glossary, why: str) -> None:
    glossary.comment("ministry-a", "one\ntwo\n\nthree", by="kai")
    glossary.add(body("Ministry B"), by="mei", why=why)
    for told in glossary.history():
        assert "\n" not in told.line


@pytest.mark.parametrize(
    ("do", "note"),
    [
        (lambda g: g.approve("ministry-a", by="lin"), "proposed → approved"),
        (lambda g: g.reject("ministry-a", by="lin", why="no"), "proposed → rejected"),
        (lambda g: g.comment("ministry-a", "seen in print", by="lin"), "seen in print"),
        (lambda g: g.configure("four-eyes", "on", by="lin"), "four-eyes on"),
        (lambda g: (g.approve("ministry-a", by="lin"), g.undo(by="lin")), "approved → proposed"),
        (
            lambda g: (
                g.add(body("Ministry B"), by="mei"),
                g.merge("ministry-b", "ministry-a", by="lin"),
            ),
            "ministry-b leads to ministry-a",
        ),
        (
            lambda g: (
                g.approve("ministry-a", by="lin"),
                g.edit(body("Ministry A"), by="mei"),
            ),
            "proposal to edit",
        ),
    ],
)
def test_what_else_happened_is_noted(glossary: Glossary, do, note: str) -> None:  # type: ignore[no-untyped-def]
    do(glossary)
    assert last(glossary).note == note


def test_a_record_has_every_field(glossary: Glossary) -> None:
    record = last(glossary).to_record()
    assert (record["event"], record["by"], record["action"]) == (1, "mei", "add")
    assert (record["entry"], record["why"]) == ("ministry-a", "list of 2026")
    assert record["differences"][0] == {
        "what": "added",
        "where": "name Ministry A (en)",
        "field": None,
        "before": None,
        "after": None,
    }
