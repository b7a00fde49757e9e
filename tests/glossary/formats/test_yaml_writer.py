"""YAML as people review it: byte for byte."""

from __future__ import annotations

import io

from glossary.formats.ledgers import Fate
from glossary.formats.yaml_writer import write_yaml
from glossary.model.entries import Entry
from glossary.model.records import from_record

SOURCE = {"title": "Organisation of the State Council", "locator": "§2", "seen": "2026-11-24"}
NASTY = from_record(
    {
        "id": "a",
        "kind": "body",
        "names": [
            {"text": "Ministry: A", "lang": "en", "usage": "preferred", "evidence": "official",
             "sources": [SOURCE], "from": "1998-03", "case_sensitive": True},
            {"text": "科学技术部", "lang": "zh-Hans", "evidence": "official", "sources": [SOURCE],
             "renderings": {"zh-Latn-pinyin": "Kēxué Jìshùbù",
                            "zh-Hant": {"text": "科學技術部", "generated": True}}},
            {"text": "no", "lang": "en", "evidence": "unsourced", "note": "two\n  lines # here\n"},
            {"text": "[/]", "lang": "ar", "evidence": "unsourced", "note": "ends in a space \nx"},
        ],
        "relations": [{"type": "part-of", "target": "863-programme", "sources": [{**SOURCE, "locator": "§3"}]}],
        "collections": ["a, b", "X?", "article-2021"],
        "body": {"level": "central", "place": "130000"},
    }
)  # fmt: skip
EXPECTED = """\
sources:
  organisation-of-the-state-council:
    title: Organisation of the State Council
    locator: "§2"
    seen: "2026-11-24"
  organisation-of-the-state-council-2:
    title: Organisation of the State Council
    locator: "§3"
    seen: "2026-11-24"
entries:
- id: a
  kind: body
  review: approved
  names:
  - text: "Ministry: A"
    lang: en
    usage: preferred
    evidence: official
    sources: [organisation-of-the-state-council]
    from: "1998-03"
    case_sensitive: true
  - text: 科学技术部
    lang: zh-Hans
    evidence: official
    sources: [organisation-of-the-state-council]
    renderings:
      zh-Latn-pinyin: Kēxué Jìshùbù
  - text: "no"
    lang: en
    evidence: unsourced
    note: |
      two
        lines # here
  - text: "[/]"
    lang: ar
    evidence: unsourced
    note: "ends in a space \\nx"
  relations:
  - type: part-of
    target: "863-programme"
    sources: [organisation-of-the-state-council-2]
  collections: ["a, b", "X?", article-2021]
  body:
    level: central
    place: "130000"
"""


def written(*entries: Entry) -> str:
    stream = io.BytesIO()
    write_yaml(((entry, "approved") for entry in entries), stream)
    return stream.getvalue().decode()


def test_a_nasty_entry_is_written_byte_for_byte() -> None:
    assert written(NASTY) == EXPECTED


def test_the_ledger_says_that_generated_renderings_were_left_out() -> None:
    ledger = write_yaml([(NASTY, None)], io.BytesIO())
    dropped = [line for line in ledger if line.fate is Fate.DROPPED]
    assert [(line.field, line.count) for line in dropped] == [("names.renderings", 1)]
    assert not ledger.is_lossless


def test_no_entries_are_still_a_file() -> None:
    assert written() == "entries: []\n"
