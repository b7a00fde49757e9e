"""A proposal brought up to date keeps what others did, and does what it was to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary.editing.rebasing import merge_records
from glossary.errors import InvalidError
from glossary.model.entries import BodyFacts, LocalText
from glossary.model.names import Evidence, Name, Usage
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path


def test_both_changes_stand_in_what_comes_of_it(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        entry = glossary.add(body("Office of Tests", "测试局")).entry
        glossary.approve(entry.id, by="lin")
        noted = replace(entry, notes=(LocalText(lang="en", text="Moved."),))
        first = glossary.edit(noted, by="mei").proposal
        dated = replace(entry, names=entry.names[:1], body=BodyFacts(founded="1998"))
        second = glossary.edit(dated, by="lin").proposal
        assert glossary.rebased(second) == dated
        glossary.approve(first, by="lin")
        rebased = glossary.rebased(second)
        assert [name.text for name in rebased.names] == ["Office of Tests"]
        assert rebased.notes == noted.notes
        assert rebased.body == BodyFacts(founded="1998")
        glossary.revise(second, rebased, by="mei")
        glossary.approve(second, by="lin")
        assert glossary.get(entry.id).entry == rebased
        assert glossary.check() == ()


def test_two_preferred_names_are_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        entry = glossary.add(body("Office of Tests")).entry
        glossary.approve(entry.id, by="lin")
        numbers = []
        for text in ("测试局", "试验局"):
            name = Name(
                text=text, lang="zh-Hans", usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED
            )
            changed = replace(entry, names=(*entry.names, name))
            numbers.append(glossary.edit(changed, by="mei").proposal)
        glossary.approve(numbers[0], by="lin")
        with pytest.raises(InvalidError, match="two names are preferred"):
            glossary.rebased(numbers[1])
        assert glossary.proposal(numbers[1]).editors == ()


def test_where_both_changed_the_same_the_proposal_has_its_way() -> None:
    base = {"id": "a", "domains": ["law"], "body": {"founded": "1998", "level": "central"}}
    mine = {"id": "a", "domains": ["law", "tax"], "body": {"founded": "1999", "level": "central"}}
    theirs = {"id": "a", "domains": ["trade"], "body": {"founded": "2000"}}
    assert merge_records(base, mine, theirs) == {
        "id": "a",
        "domains": ["law", "tax"],
        "body": {"founded": "1999"},
    }


def test_what_somebody_took_away_stays_away_unless_the_proposal_changed_it() -> None:
    names = [{"text": "A", "lang": "en"}, {"text": "B", "lang": "en"}, {"text": "C", "lang": "en"}]
    base = {"id": "a", "names": names}
    mine = {"id": "a", "names": [names[0], {**names[1], "note": "x"}, names[2]]}
    theirs = {"id": "a", "names": [names[0]]}
    assert merge_records(base, mine, theirs)["names"] == [names[0], {**names[1], "note": "x"}]
