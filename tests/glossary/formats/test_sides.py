"""The two sides of a bilingual file follow the rule of every answer."""

from __future__ import annotations

import pytest

from glossary import Glossary
from glossary.formats.sides import asked_names, render
from glossary.model.answers import Answer
from glossary.model.entries import Entry, Kind, Review
from glossary.model.names import Usage
from glossary.model.records import from_record

DAY = "2026-11-25"


@pytest.fixture(scope="module", name="shipped")
def _shipped(shipped_glossary: Glossary) -> list[Entry]:
    """Every sixth of the shipped entries; patterns stand on neither side."""
    ids = shipped_glossary.ids("", 100_000)[::6]
    answers = shipped_glossary.answers(ids).values()
    return [each.entry for each in answers if each.entry.kind is not Kind.PATTERN]


@pytest.mark.parametrize(
    ("tag", "field"),
    [("zh-Hans", "chinese"), ("zh-Hant", "traditional"), ("zh-Latn-pinyin", "pinyin"), ("en", "english")],
)  # fmt: skip
def test_what_a_catalog_says_is_what_an_answer_says(
    shipped: list[Entry], tag: str, field: str
) -> None:
    seen = 0
    for entry in shipped:
        for name in entry.names:
            if name.usage is Usage.FORBIDDEN:
                continue
            answer = Answer(entry=entry, state=Review.APPROVED, name=name, day=DAY)
            found = render(entry, name, tag, DAY)
            assert (found.text if found else None) == getattr(answer, field), (name.text, tag)
            seen += 1
    assert seen > 5000


def test_a_name_of_the_territory_goes_before_the_script() -> None:
    entry = from_record(
        {
            "id": "a",
            "kind": "term",
            "names": [
                {"text": "software", "lang": "en", "evidence": "unsourced"},
                {"text": "軟件", "lang": "zh-Hant", "evidence": "unsourced"},
                {"text": "軟體", "lang": "zh-Hant-TW", "evidence": "unsourced"},
            ],
        }
    )
    texts = [render(entry, entry.names[0], tag, DAY) for tag in ("zh-Hant-TW", "zh-Hant-HK")]
    assert [found.text for found in texts if found] == ["軟體", "軟件"]
    assert [each.text for each in asked_names(entry, "zh-Hant-TW", DAY)] == ["軟件", "軟體"]
