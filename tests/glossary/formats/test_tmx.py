"""TMX out and in: units with several variants of a language, properties, codes in segments, both versions."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from glossary.model.entries import Entry
from glossary.model.names import Usage
from tests import strategies
from tests.formats import PEERFILES, entry, read, write

if TYPE_CHECKING:
    from pathlib import Path

MINISTRY = entry(
    id="ministry-a",
    domains=["government"],
    notes=[{"lang": "en", "text": "A & B"}],
    names=[
        {"text": "MA", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "Ministry <A>", "lang": "en", "usage": "preferred", "evidence": "unsourced", "note": "n"},
        {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
    ],
)  # fmt: skip
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def variants(data: bytes) -> list[tuple[str, str]]:
    return [
        (tuv.get(LANG, ""), tuv.findtext("seg", ""))
        for tuv in ElementTree.fromstring(data).iter("tuv")
    ]


def test_a_unit_has_a_variant_for_each_name_but_the_forbidden_ones() -> None:
    data, ledger = write("tmx", [MINISTRY])
    assert variants(data) == [("en", "Ministry <A>"), ("en", "MA"), ("zh-Hans", "甲部")]
    told = {(line.field, line.fate.value, line.count) for line in ledger}
    assert ("names.text", "dropped", 1) in told
    assert ("names.evidence", "dropped", 3) in told


def test_the_header_has_all_that_1_4b_asks_for() -> None:
    root = ElementTree.fromstring(write("tmx", [MINISTRY])[0])
    header = root.find("header")
    assert header is not None
    assert root.get("version") == "1.4"
    assert {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    } <= set(header.keys())
    assert (header.get("srclang"), header.get("creationdate")) == ("*all*", "20261125T000000Z")


def test_an_entry_with_nothing_but_forbidden_names_is_left_out() -> None:
    banned = entry(
        names=[{"text": "A", "lang": "en", "usage": "forbidden", "evidence": "unsourced"}]
    )
    assert variants(write("tmx", [banned])[0]) == []


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
    data = write("tmx", pairs)[0]
    reading = read("tmx", data)
    gone = [
        each for each, _ in pairs if any(name.usage is not Usage.FORBIDDEN for name in each.names)
    ]
    assert reading.problems == []
    assert [came.id for came in reading.entries] == [each.id for each in gone]
    for came, each in zip(reading.entries, gone, strict=True):
        assert came.kind is each.kind
        assert sorted(
            (name.text, name.lang, name.type, name.usage) for name in came.names
        ) == sorted(
            {
                (
                    "".join(name.text.split()) and " ".join(name.text.split()),
                    name.lang,
                    name.type,
                    name.usage,
                )
                for name in each.names
                if name.usage is not Usage.FORBIDDEN
            }
        )
        assert join(each, came) == each
    assert not gone or detect_format(data, "x") == "tmx"


FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="X" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="EN" srclang="EN-US" datatype="plaintext"/><body>
<tu tuid="7"><note>checked</note><prop type="client">Acme</prop>
 <tuv xml:lang="EN-US"><prop type="x-score">9</prop><seg>Ministry of <bpt i="1">&lt;b></bpt>Works<ept i="1">&lt;/b></ept></seg></tuv>
 <tuv xml:lang="zh_CN"><seg>工程部</seg></tuv><tuv xml:lang="zh_CN"><seg>工务部</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg/></tuv></tu>
<tu><tuv xml:lang="english"><seg>A</seg></tuv></tu>
</body></tmx>"""


def test_a_memory_of_another_program() -> None:
    reading = read("tmx", FOREIGN)
    (item,) = reading.items
    assert (item.line, item.column, item.keeps_id, item.whole) == (5, 1, False, False)
    assert [(name.text, name.lang, name.usage.value) for name in item.entry.names] == [
        ("Ministry of Works", "en-US", "preferred"),
        ("工程部", "zh-Hans", "preferred"),
        ("工务部", "zh-Hans", "admitted"),
    ]
    assert [(note.lang, note.text) for note in item.entry.notes] == [("en", "checked")]
    assert [(each.key, each.text) for each in item.entry.extra] == [("tmx:prop/client", "Acme")]
    assert [(each.key, each.text) for each in item.entry.names[0].extra] == [
        ("tmx:prop/x-score", "9")
    ]
    assert reading.warnings == ["x:8:1: a unit without a text was passed over"]
    assert reading.problems[0].startswith("x:9:5: language tag 'english' is not well formed")
    assert ("seg", "mapped", 2) in reading.told


def test_its_properties_go_out_again() -> None:
    data = write("tmx", read("tmx", FOREIGN).entries)[0]
    assert b'<prop type="client">Acme</prop>' in data
    assert b'<prop type="x-score">9</prop>' in data


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<html><body/></html>", "this is not TMX: the root is <html>"),
        (
            "<tmx><body>\n<tu></body></tmx>",
            "x:2:7: the file is not well-formed XML: mismatched tag",
        ),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx/>', "the file declares entities"),
    ],
)
def test_what_cannot_be_read_is_told(data: str, told: str) -> None:
    with pytest.raises(InputError, match=told.replace("(", r"\(")):
        read("tmx", data)


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
@pytest.mark.parametrize(
    ("name", "units", "variants_"),
    [
        ("tmx_omegat_ImportTest1A.tmx", 2, 4),
        ("tmx_omegat_ImportTest1H.tmx", 3, 6),
        ("tmx_omegat_empty.tmx", 0, 0),
        ("tmx_omegat_test-SMP.tmx", 1, 2),
        ("tmx_omegat_test-multiple-tuv14.tmx", 3, 14),
    ],
)
def test_memories_of_omegat(name: str, units: int, variants_: int) -> None:
    reading = read("tmx", PEERFILES / name)
    assert reading.problems == []
    assert len(reading.entries) == units
    assert sum(len(each.names) for each in reading.entries) == variants_


def test_the_translate_toolkit_reads_it(tmp_path: Path) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    path = tmp_path / "x.tmx"
    path.write_bytes(write("tmx", [MINISTRY])[0])
    assert len(factory.getobject(str(path)).units) == 1


@pytest.mark.needs("xmllint")
def test_xmllint_finds_it_well_formed(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(write("tmx", [MINISTRY])[0])
    program = shutil.which("xmllint")
    assert program is not None
    assert subprocess.run([program, "--noout", str(path)], check=False).returncode == 0


def test_what_another_memory_says_besides_is_told() -> None:
    reading = read(
        "tmx",
        '<tmx version="1.4"><header creationtool="X" srclang="en" datatype="plaintext"><prop type="p">x</prop></header>'
        '<body><tu tuid="7" changedate="20200101T000000Z" srclang="en"><note>这是说明</note><note>A note.</note>'
        '<tuv xml:lang="en" creationid="me" usagecount="3"><seg>Aa</seg></tuv>'
        '<tuv xml:lang="zh-CN" datatype="plaintext"><seg>甲</seg></tuv></tu></body></tmx>',
    )  # fmt: skip
    dropped = {field: count for field, fate, count in reading.told if fate == "dropped"}
    assert dropped == {
        "header prop": 1, "tuid": 1, "tu changedate": 1, "tuv creationid": 1, "tuv usagecount": 1,
    }  # fmt: skip
    (entry_,) = reading.entries
    assert [(note.lang, note.text) for note in entry_.notes] == [
        ("zh-Hans", "这是说明"),
        ("en", "A note."),
    ]
