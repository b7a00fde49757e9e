"""Records: the one shape of an entry outside Python."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from glossary.errors import InvalidError
from glossary.model.entries import Entry
from glossary.model.records import from_record, to_record
from tests import strategies


@given(strategies.entries())
def test_a_record_gives_the_same_entry_again(entry: Entry) -> None:
    assert from_record(to_record(entry)) == entry
    assert from_record(json.loads(json.dumps(to_record(entry)))) == entry


def test_only_what_differs_from_the_default_is_written_in_the_order_of_the_classes() -> None:
    record = {
        "id": "a",
        "kind": "term",
        "names": [{"text": "A", "lang": "en", "type": "full", "usage": "admitted",
                   "evidence": "unsourced", "case_sensitive": False}],
        "notes": [],
    }  # fmt: skip
    assert list(to_record(from_record(record)).items()) == [
        ("id", "a"),
        ("kind", "term"),
        ("names", [{"text": "A", "lang": "en", "evidence": "unsourced"}]),
    ]


def test_a_correction_is_text_and_a_generated_rendering_says_so() -> None:
    names = [
        {"text": "国", "lang": "zh-Hans", "evidence": "unsourced",
         "renderings": {"zh-Latn-pinyin": "Guó", "zh-Hant": {"text": "國", "generated": True}}}
    ]  # fmt: skip
    entry = from_record({"id": "a", "kind": "term", "names": names})
    assert [(item.text, item.generated) for item in entry.names[0].renderings] == [
        ("Guó", False),
        ("國", True),
    ]
    assert to_record(entry)["names"] == names


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"kind": "term"}, "id"),
        ({"id": "a"}, "kind"),
        ({"id": "a", "kind": "term", "names": {}}, "names"),
        ({"id": "a", "kind": "term", "names": ["A"]}, "names[0].name"),
        ({"id": "a", "kind": "term", "names": [{"text": "A", "lang": "en"}]}, "names[0].evidence"),
        (
            {"id": "a", "kind": "term", "names": [
                {"text": "A", "lang": "en", "evidence": "official",
                 "sources": [{"title": "T", "seen": "x"}]}]},
            "names[0].sources[0].seen",
        ),
        ({"id": "a", "kind": "body", "names": [], "body": {"levl": "central"}}, "body.levl"),
        (
            {"id": "a", "kind": "body", "names": [], "relations": [{"type": "part-of", "target": "b", "to": "x"}]},
            "relations[0].to",
        ),
    ],
)  # fmt: skip
def test_a_problem_names_the_path_of_its_field(record: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidError) as caught:
        from_record(record)
    assert caught.value.field == field


def test_what_other_programs_said_is_kept_of_entries_and_of_names() -> None:
    record = {
        "id": "a",
        "kind": "term",
        "names": [
            {
                "text": "A",
                "lang": "en",
                "evidence": "unsourced",
                "extra": [{"key": "tbx:termNote/partOfSpeech", "text": "noun"}],
            }
        ],
        "extra": [{"key": "tbx:note", "text": "of the English", "lang": "en"}],
    }
    entry = from_record(record)
    assert (entry.extra[0].lang, entry.names[0].extra[0].text) == ("en", "noun")
    assert to_record(entry) == record
