"""XLIFF 2's glossary out and in."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from glossary.model.entries import Entry
from tests import strategies
from tests.formats import PEERFILES, entry, read, write

G = "{urn:oasis:names:tc:xliff:glossary:2.0}"
C = "{urn:oasis:names:tc:xliff:document:2.0}"
SOURCE = {"title": "S & T", "seen": "2026-11-20"}
MINISTRY = entry(
    id="ministry-a",
    names=[
        {"text": "Ministry <A>", "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE]},
        {"text": "MA", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
        {"text": "甲厅", "lang": "zh-Hans", "usage": "forbidden", "evidence": "unsourced"},
    ],
    definitions=[{"lang": "en", "text": "A ministry."}],
)  # fmt: skip


def test_a_unit_has_an_entry_for_each_name_with_its_rendering() -> None:
    root = ElementTree.fromstring(write("xliff", [MINISTRY], to=["zh-Hans"])[0])
    unit = root.find(f"{C}file/{C}unit")
    assert unit is not None
    assert (root.get("srcLang"), root.get("trgLang"), unit.get("id")) == (
        "en",
        "zh-Hans",
        "ministry-a",
    )
    assert [
        [(part.tag.removeprefix(G), part.text, part.get("source")) for part in each]
        for each in unit.iter(f"{G}glossEntry")
    ] == [
        [
            ("term", "Ministry <A>", '"S & T", seen 2026-11-20'),
            ("translation", "甲部", None),
            ("definition", "A ministry.", None),
        ],
        [("term", "MA", None), ("translation", "甲部", None)],
    ]
    segment = unit.find(f"{C}segment")
    assert segment is not None
    assert (segment.findtext(f"{C}source"), segment.findtext(f"{C}target")) == (
        "Ministry <A>",
        "甲部",
    )


def test_every_id_of_a_glossary_stands_once() -> None:
    root = ElementTree.fromstring(write("xliff", [MINISTRY], to=["zh-Hans"])[0])
    ids = [each.get("id") for each in root.iter(f"{G}glossEntry")]
    assert len(ids) == len(set(ids)) == 2


@settings(max_examples=60)  # whole entries are dear to make
@given(strategies.entries())
def test_what_goes_out_comes_back_and_is_no_change(gone: Entry) -> None:
    data = write("xliff", [gone], to=["zh-Hans"])[0]
    reading = read("xliff", data)
    assert reading.problems == []
    assert detect_format(data, "x") == "xliff"
    for came in reading.entries:
        assert came.id == gone.id
        known = {" ".join(name.text.split()) for name in gone.names}
        known |= {" ".join(each.text.split()) for name in gone.names for each in name.renderings}
        assert {name.text for name in came.names} <= known


def test_our_own_units_are_no_change() -> None:
    (came,) = read("xliff", write("xliff", [MINISTRY], to=["zh-Hans"])[0]).entries
    assert join(MINISTRY, came) == MINISTRY


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
def test_the_glossary_of_another_program() -> None:
    reading = read("xliff", PEERFILES / "xliff2_okapi_withGlossary.xlf")
    (item,) = reading.items
    assert [(name.text, name.lang) for name in item.entry.names] == [
        ("doppelgänger", "en"), ("double", "fr"), ("alter-ego", "fr"),
    ]  # fmt: skip
    assert [name.sources[0].title for name in item.entry.names] == [
        "term-source",
        "trans1-source",
        "trans2-source",
    ]
    assert item.entry.definitions[0].text == "A ghostly double or counterpart of a living person."
    assert (item.keeps_id, item.line) == (False, 7)


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
def test_an_entry_without_translation_or_definition_is_told() -> None:
    good = read("xliff", PEERFILES / "xliff2_okapi_gls_good_entry.xlf")
    assert (len(good.items), good.warnings) == (2, [])
    bad = read("xliff", PEERFILES / "xliff2_okapi_gls_bad_entry.xlf")
    assert len(bad.items) == 2
    assert "has neither a translation nor a definition" in bad.warnings[0]


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
def test_a_character_xml_forbids_is_told_with_its_place() -> None:
    with pytest.raises(InputError, match=r"invalid_content.xlf:7:2\d: the file is not well-formed"):
        read("xliff", PEERFILES / "xliff12_omegat_invalid_content.xlf")


def test_version_1_has_no_glossary() -> None:
    with pytest.raises(InputError, match="only version 2 has a glossary"):
        read("xliff", '<xliff version="1.2"><file/></xliff>')
    with pytest.raises(InputError, match="the root is <html>: only version 2"):
        read("xliff", "<html/>")


def test_units_in_groups_are_read() -> None:
    data = (
        f'<xliff xmlns="{C[1:-1]}" xmlns:gls="{G[1:-1]}" version="2.0" srcLang="en" trgLang="zh">'
        '<file id="f"><group id="g"><unit id="u"><gls:glossary><gls:glossEntry><gls:term>A</gls:term>'
        "<gls:translation>國</gls:translation></gls:glossEntry></gls:glossary></unit></group></file>"
        '<file id="h"><unit id="v"><gls:glossary><gls:glossEntry><gls:term>B</gls:term>'
        "<gls:translation>国</gls:translation></gls:glossEntry></gls:glossary></unit></file></xliff>"
    )
    assert [
        [(name.text, name.lang) for name in each.names] for each in read("xliff", data).entries
    ] == [
        [("A", "en"), ("國", "zh-Hant")],
        [("B", "en"), ("国", "zh-Hans")],
    ]
