"""The rules over one name and over the names of one entry (DESIGN, section 1)."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.errors import InvalidError
from glossary.model.entries import BodyFacts, DocumentFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType, Rendering, Usage
from glossary.model.relations import Relation, RelationType
from glossary.model.sources import Source

SOURCE = Source(title="Organic Law", locator="art. 3", seen="2026-11-20")


def name(text: str = "A", lang: str = "en", **more: Any) -> Name:
    return Name(text=text, lang=lang, evidence=more.pop("evidence", Evidence.UNSOURCED), **more)


def entry(*names: Name, kind: Kind = Kind.BODY, **more: Any) -> Entry:
    return Entry(id="a", kind=kind, names=names, **more)


@pytest.mark.parametrize("evidence", [Evidence.OFFICIAL, Evidence.ESTABLISHED, Evidence.ATTESTED])
def test_strong_evidence_needs_a_source(evidence: Evidence) -> None:
    with pytest.raises(InvalidError, match="has no source"):
        name(evidence=evidence)
    assert name(evidence=evidence, sources=(SOURCE,)).evidence.needs_source


@pytest.mark.parametrize(
    "evidence", [Evidence.UNSOURCED, Evidence.COMPOSED, Evidence.RECONSTRUCTED]
)
def test_weak_evidence_needs_none(evidence: Evidence) -> None:
    assert not name(evidence=evidence).evidence.needs_source


def test_evidence_is_ordered_from_official_to_reconstructed() -> None:
    assert [each.value for each in sorted(Evidence, key=lambda each: each.rank)] == [
        *("official", "established", "attested", "unsourced", "composed", "reconstructed"),
    ]


def test_a_name_ends_after_it_begins() -> None:
    with pytest.raises(InvalidError, match="before it begins"):
        name(start="2018", end="1998")


def test_a_name_has_one_rendering_of_a_language() -> None:
    twice = (Rendering(lang="zh-Hant", text="國"), Rendering(lang="zh-Hant", text="圀"))
    with pytest.raises(InvalidError, match="two renderings"):
        name("国", "zh-Hans", renderings=twice)


def test_a_name_is_valid_within_its_days_only() -> None:
    old = name(start="1998-03", end="2018-03")
    assert [
        old.is_valid_on(day) for day in ("1998-02-28", "1998-03-01", "2018-03-31", "2018-04-01")
    ] == [
        *(False, True, True, False),
    ]


def test_pinyin_is_not_chinese() -> None:
    assert name("部", "zh-Hant-TW").is_chinese
    assert not name("bù", "zh-Latn-pinyin").is_chinese
    assert name(lang="en-x-reuters").is_english


def test_an_entry_has_a_name() -> None:
    with pytest.raises(InvalidError, match="has no name"):
        entry()


def test_two_preferred_names_of_one_language_exclude_each_other() -> None:
    one, two = name("A", usage=Usage.PREFERRED), name("B", usage=Usage.PREFERRED)
    with pytest.raises(InvalidError, match="two names are preferred in en"):
        entry(one, two)


def test_regions_and_periods_may_each_have_a_preferred_name() -> None:
    assert entry(
        name("A", "en", usage=Usage.PREFERRED),
        name("B", "en-GB", usage=Usage.PREFERRED),
        name("C", "zh-Hans", usage=Usage.PREFERRED, end="2018"),
        name("D", "zh-Hans", usage=Usage.PREFERRED, start="2018"),
    )


def test_a_name_stands_once() -> None:
    with pytest.raises(InvalidError, match="stands twice"):
        entry(name("A"), name("A"))
    assert entry(name("A", end="1998"), name("A", start="2003"))


def test_a_pair_joins_languages() -> None:
    with pytest.raises(InvalidError, match="no name in another language"):
        entry(name("A", pair="x"), name("B", "en-GB", pair="x"))
    assert entry(name("A", pair="x"), name("甲", "zh-Hans", pair="x"))


def test_facts_belong_to_their_kind() -> None:
    with pytest.raises(InvalidError, match="a term has no body facts"):
        entry(name(), kind=Kind.TERM, body=BodyFacts(level=Level.CENTRAL))
    with pytest.raises(InvalidError, match="a body has no document facts"):
        entry(name(), document=DocumentFacts(number="国发〔2020〕1号"))


@pytest.mark.parametrize("place", ["13", "13000a", "１３００００", "1300000"])
def test_a_place_is_a_code_of_six_digits(place: str) -> None:
    with pytest.raises(InvalidError, match="is not a GB/T 2260 code"):
        BodyFacts(place=place)


def test_an_entry_is_not_related_to_itself() -> None:
    with pytest.raises(InvalidError, match="a is part-of itself"):
        entry(name(), relations=(Relation(type=RelationType.PART_OF, target="a"),))


def test_texts_of_enumerations_become_members() -> None:
    made = Entry(id="a", kind="term", names=(name(),))  # type: ignore[arg-type]
    assert made.kind is Kind.TERM
    assert name(type="former").type is NameType.FORMER


def test_a_source_was_seen_on_a_day() -> None:
    with pytest.raises(InvalidError, match="seen '2026-11' is not a day"):
        Source(title="A", seen="2026-11")
