"""MultiTerm XML out and in: fields at their levels, fields of other termbases, both ways of writing a language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from tests import strategies
from tests.formats import entry, read, write

if TYPE_CHECKING:
    from glossary.model.entries import Entry

SOURCE = {"title": "Structure", "locator": "gov.cn/a", "publisher": "gov.cn", "seen": "2026-11-20"}
MINISTRY = entry(
    id="ministry-a",
    domains=["government"],
    collections=["acme"],
    notes=[{"lang": "en", "text": "A & B"}],
    definitions=[{"lang": "zh-Hans", "text": "部。", "sources": [SOURCE]}],
    names=[
        {"text": "Ministry <A>", "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE], "from": "1998", "note": "n"},
        {"text": "The A", "lang": "en-x-reuters", "evidence": "unsourced"},
        {"text": "A Hall", "lang": "en", "type": "alias", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
         "context": {"text": "甲部说。", "source": SOURCE}, "renderings": {"zh-Latn-pinyin": {"text": "Jiǎbù"}}},
        {"text": "甲署", "lang": "zh-Hant-HK", "usage": "preferred", "evidence": "unsourced"},
        {"text": "甲院", "lang": "zh-Hant-TW", "usage": "preferred", "evidence": "unsourced"},
    ],
)  # fmt: skip


def test_a_concept_has_an_index_for_each_locale_and_a_field_for_each_fact() -> None:
    data, ledger = write("mtf", [MINISTRY])
    root = ElementTree.fromstring(data)
    languages = [(each.get("type"), each.get("lang")) for each in root.iter("language")]
    assert languages == [
        ("English", "EN"),
        ("Chinese (Simplified, China)", "ZH-CN"),
        ("Chinese (Traditional, Hong Kong SAR China)", "ZH-HK"),
        ("Chinese (Traditional, Taiwan)", "ZH-TW"),
    ]
    first = root.find(".//termGrp")
    assert first is not None
    assert {(each.get("type"), each.text) for each in first.iter("descrip")} == {
        ("Status", "preferred"),
        ("Evidence", "official"),
        ("Source", 'gov.cn, "Structure", gov.cn/a, seen 2026-11-20'),
        ("From", "1998"),
        ("Note", "n"),
    }
    told = {(line.field, line.fate.value, line.count) for line in ledger}
    assert ("names.text", "kept", 6) in told
    assert ("names.renderings", "kept", 1) in told
    assert "dropped" not in {fate for _field, fate, _count in told}


def test_ours_comes_back_with_tags_usages_and_sources() -> None:
    reading = read("mtf", write("mtf", [(MINISTRY, "approved")])[0])
    (item,) = reading.items
    assert (item.entry.id, item.review, item.keeps_id, item.entry.kind.value) == (
        "ministry-a",
        "approved",
        True,
        "body",
    )
    assert [(n.text, n.lang, n.type.value, n.usage.value) for n in item.entry.names] == [
        (n.text, n.lang, n.type.value, n.usage.value) for n in MINISTRY.names
    ]
    assert item.entry.names[0].evidence.value == "official"
    assert item.entry.definitions[0].sources[0].locator == "cited in x, concept 1"


@settings(max_examples=60)  # whole entries are dear to make
@given(
    st.lists(
        st.tuples(strategies.entries(), strategies.reviews()),
        min_size=1,
        max_size=2,
        unique_by=lambda pair: pair[0].id,
    )
)
def test_what_goes_out_comes_back_and_is_no_change(pairs: list[tuple[Entry, str]]) -> None:
    data = write("mtf", pairs)[0]
    reading = read("mtf", data)
    assert reading.problems == []
    assert [came.id for came in reading.entries] == [each.id for each, _review in pairs]
    for item, (each, review) in zip(reading.items, pairs, strict=True):
        assert (item.entry.kind, item.review) == (each.kind, review)
        assert {
            (name.text, name.lang, name.type, name.usage, name.start) for name in item.entry.names
        } == {
            (" ".join(name.text.split()), name.lang, name.type, name.usage, name.start)
            for name in each.names
        }
        assert join(each, item.entry) == each
    assert detect_format(data, "x") == "mtf"


FOREIGN = """<?xml version='1.0' encoding='UTF-16' ?><mtf>
<conceptGrp><concept>13</concept><system type="entryClass">1</system>
<transacGrp><transac type="origination">super</transac><date>2021-03-01T11:21:32</date></transacGrp>
<descripGrp><descrip type="Subject">Law</descrip></descripGrp>
<descripGrp><descrip type="Author">Jo</descrip></descripGrp>
<languageGrp><language lang="EN" type="English"/>
 <descripGrp><descrip type="Definition">What a <xref Tlink="English:court">court</xref> does.</descrip>
  <descripGrp><descrip type="Source">Act 3</descrip></descripGrp></descripGrp>
 <termGrp><term>high  court</term><descripGrp><descrip type="Status">preferred</descrip></descripGrp>
  <descripGrp><descrip type="Part of Speech">noun</descrip></descripGrp></termGrp>
 <termGrp><term>HC</term><descripGrp><descrip type="Type">abbreviation</descrip></descripGrp>
  <descripGrp><descrip type="Status">under review</descrip></descripGrp></termGrp></languageGrp>
<languageGrp><language name="Chinese (Simplified)" locale=""/>
 <termGrp><term>高级法院</term><descripGrp><descrip type="备注">见宪法</descrip></descripGrp></termGrp>
 <termGrp><term>高院</term><descripGrp><descrip type="Status">obsolete</descrip></descripGrp></termGrp></languageGrp>
</conceptGrp>
<conceptGrp><concept>14</concept><languageGrp><language lang="EN" type="English"/><termGrp><term/></termGrp></languageGrp></conceptGrp>
<conceptGrp><concept>15</concept><languageGrp>
<language lang="" type="Index 1"/><termGrp><term>A</term></termGrp></languageGrp></conceptGrp>
</mtf>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_termbase_of_another_maker(encoding: str) -> None:
    data = FOREIGN.encode(encoding)
    assert detect_format(data, "x.xml") == "mtf"
    reading = read("mtf", data)
    (item,) = reading.items
    assert (item.line, item.keeps_id, item.review) == (2, False, None)
    assert [(name.text, name.lang, name.type.value, name.usage.value) for name in item.entry.names] == [
        ("high court", "en", "full", "preferred"),
        ("HC", "en", "short", "admitted"),
        ("高级法院", "zh-Hans", "full", "preferred"),
        ("高院", "zh-Hans", "full", "deprecated"),
    ]  # fmt: skip
    (definition,) = item.entry.definitions
    assert (definition.lang, definition.text) == ("en", "What a court does.")
    assert [(each.title, each.locator) for each in definition.sources] == [
        ("Act 3", "cited in x, concept 13")
    ]
    assert item.entry.domains == ("Law",)
    assert item.entry.names[2].note == "见宪法"
    kept = {(each.key, each.text) for name in item.entry.names for each in name.extra}
    assert kept == {("mtf:descrip/Part of Speech", "noun"), ("mtf:descrip/Status", "under review")}
    assert {each.key for each in item.entry.extra} == {"mtf:descrip/Author", "mtf:system/entryClass"}  # fmt: skip
    assert reading.warnings == ["x:17:1: a concept without a term was passed over"]
    assert len(reading.problems) == 1
    assert reading.problems[0].startswith("x:19:1: ")
    assert ("transacGrp", "dropped", 1) in reading.told


def test_its_fields_go_out_again() -> None:
    data = write("mtf", read("mtf", FOREIGN).entries)[0]
    assert b'<descrip type="Part of Speech">noun</descrip>' in data
    assert b'<descrip type="Author">Jo</descrip>' in data


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<tmx><body/></tmx>", "this is not MultiTerm XML: the root is <tmx>"),
        ("<mtf>\n<conceptGrp></mtf>", "x:2:15: the file is not well-formed XML: mismatched tag"),
        ('<!DOCTYPE mtf [<!ENTITY a "b">]>\n<mtf/>', "the file declares entities"),
    ],
)
def test_what_cannot_be_read_is_told(data: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read("mtf", data)
