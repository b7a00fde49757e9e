"""Which names go together in an answer (DESIGN, section 3)."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.model.answers import Answer
from glossary.model.entries import Review
from glossary.model.records import from_record

# The State Education Commission of 1985-1998 and the ministry before and after it, as one renamed body.
RENAMED = {
    "id": "ministry-of-education",
    "kind": "body",
    "names": [
        {"text": "Ministry of Education", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "教育部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
         "renderings": {"zh-Latn-pinyin": {"text": "Jiàoyùbù"}}},
        {"text": "MOE", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "State Education Commission", "lang": "en", "type": "former", "evidence": "unsourced",
         "from": "1985", "to": "1998"},
        {"text": "国家教育委员会", "lang": "zh-Hans", "type": "former", "evidence": "reconstructed",
         "from": "1985", "to": "1998"},
        {"text": "Second Plate", "lang": "en", "type": "alias", "evidence": "unsourced", "pair": "p"},
        {"text": "第二牌", "lang": "zh-Hans", "type": "alias", "evidence": "unsourced", "pair": "p"},
        {"text": "Bad Name", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "Education Ministry", "lang": "en-x-reuters", "evidence": "unsourced"},
    ],
}  # fmt: skip


def answer(asked: str, record: dict[str, Any] = RENAMED, lang: str = "") -> Answer:
    entry = from_record(record)
    name = next(name for name in entry.names if name.text == asked)
    return Answer(entry=entry, state=Review.PROPOSED, name=name, day="2026-11-24", lang=lang)


@pytest.mark.parametrize(
    ("asked", "english", "chinese"),
    [
        ("Ministry of Education", "Ministry of Education", "教育部"),
        ("教育部", "Ministry of Education", "教育部"),
        ("MOE", "Ministry of Education", "教育部"),
        ("State Education Commission", "State Education Commission", "国家教育委员会"),
        ("国家教育委员会", "State Education Commission", "国家教育委员会"),
        ("Second Plate", "Second Plate", "第二牌"),
        ("第二牌", "Second Plate", "第二牌"),
        ("Bad Name", "Ministry of Education", "教育部"),
    ],
)
def test_the_names_that_go_with_the_one_asked_for(asked: str, english: str, chinese: str) -> None:
    found = answer(asked)
    assert (found.english, found.chinese) == (english, chinese)


@pytest.mark.parametrize(
    ("to", "chinese"),
    [
        # As the tax administration: 国家税务局 until 1993, then 国家税务总局; the English changed in 2018.
        ("2018", "税务总局"),
        ("1993", "税务局"),
        # An end known to the year only may be the same as one known to the month.
        ("1993-03", "税务局"),
        ("1994", "税务总局"),
    ],
)
def test_a_former_name_goes_with_the_last_name_of_its_time(to: str, chinese: str) -> None:
    record = {
        "id": "tax",
        "kind": "body",
        "names": [
            {"text": "Tax Authority", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
            {"text": "税务总局", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
            {"text": "Old Tax", "lang": "en", "type": "former", "evidence": "unsourced", "to": to},
            {"text": "税务局", "lang": "zh-Hans", "type": "former", "evidence": "unsourced", "to": "1993"},
        ],
    }  # fmt: skip
    assert answer("Old Tax", record).chinese == chinese
    assert answer("税务局", record).english == "Old Tax"


def test_a_house_is_answered_with_its_own_name() -> None:
    assert answer("教育部", lang="en-x-reuters").english == "Education Ministry"
    assert answer("教育部", lang="en-x-bbc").english == "Ministry of Education"


def test_the_evidence_is_that_of_the_weaker_name() -> None:
    assert answer("State Education Commission").evidence == "reconstructed"
    assert answer("MOE").evidence == "unsourced"


def test_the_record_tells_todays_names_where_they_differ() -> None:
    record = answer("国家教育委员会").to_record()
    assert record["en"] == "State Education Commission"
    assert record["preferred"]["en"] == "Ministry of Education"
    assert record["matched"] == {
        "text": "国家教育委员会", "lang": "zh-Hans", "type": "former", "usage": "admitted",
        "from": "1985", "to": "1998",
    }  # fmt: skip
    assert "preferred" not in answer("MOE").to_record()


def test_generated_fields_are_named() -> None:
    assert answer("MOE").renderings == ("pinyin",)


def test_traditional_is_a_name_where_one_is_entered() -> None:
    record = {
        "id": "a",
        "kind": "body",
        "names": [
            {"text": "國立臺灣大學", "lang": "zh-Hant", "usage": "preferred", "evidence": "unsourced",
             "renderings": {"zh-Hans": {"text": "国立台湾大学"}}},
            {"text": "National Taiwan University", "lang": "en", "evidence": "unsourced"},
        ],
    }  # fmt: skip
    found = answer("National Taiwan University", record)
    assert (found.traditional, found.chinese) == ("國立臺灣大學", "国立台湾大学")
    assert found.renderings == ("zh-Hans",)
