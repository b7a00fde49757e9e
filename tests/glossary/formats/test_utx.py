"""UTX out and in: rows with their status, headers of every version, concepts of several rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from glossary.model.entries import Entry
from tests import strategies
from tests.formats import PEERFILES, entry, read, write

SOURCE = {"title": "S", "seen": "2026-11-20"}
MINISTRY = entry(
    id="ministry-a",
    names=[
        {"text": "Ministry A", "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE], "note": "two\nlines"},
        {"text": "MA", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "Old A", "lang": "en", "type": "alias", "usage": "deprecated", "evidence": "unsourced"},
        {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "official", "sources": [SOURCE]},
        {"text": "甲厅", "lang": "zh-Hans", "usage": "forbidden", "evidence": "unsourced"},
    ],
)  # fmt: skip


def rows(data: bytes) -> list[list[str]]:
    return [line.split("\t") for line in data.decode().split("\r\n")]


def test_rows_have_their_status_and_the_id() -> None:
    data, ledger = write("utx", [MINISTRY], to=["zh-Hans"])
    assert rows(data) == [
        ["#UTX 1.20; en/zh-Hans; 2026-11-25T00:00:00Z; Dictionary ID: Zhengming"],
        [
            "#src",
            "tgt",
            "src:pos",
            "tgt:pos",
            "term status",
            "src:comment",
            "tgt:comment",
            "concept ID",
        ],
        ["Ministry A", "甲部", "-", "-", "approved", "two lines", "-", "ministry-a"],
        ["MA", "甲部", "-", "-", "provisional", "-", "-", "ministry-a"],
        ["Old A", "甲部", "-", "-", "non-standard", "-", "-", "ministry-a"],
        ["Ministry A", "甲厅", "-", "-", "forbidden", "two lines", "-", "ministry-a"],
        [""],
    ]
    assert not data.startswith(b"\xef\xbb\xbf")
    told = {(line.field, line.fate.value, line.count) for line in ledger}
    assert ("names.text", "dropped", 1) in told  # "A Hall", of the source side


def test_what_is_not_approved_is_provisional() -> None:
    data = write("utx", [(MINISTRY, "proposed")], to=["zh-Hans"])[0]
    assert rows(data)[2][4] == "provisional"


def test_one_pair_of_languages_alone() -> None:
    with pytest.raises(InputError, match="utx holds two languages, and 3 are asked for"):
        write("utx", [MINISTRY], to=["zh-Hans", "fr"])


@settings(max_examples=60)  # whole entries are dear to make
@given(strategies.entries())
def test_what_goes_out_comes_back_and_is_no_change(gone: Entry) -> None:
    data = write("utx", [gone], to=["zh-Hans"])[0]
    reading = read("utx", data)
    assert reading.problems == []
    assert detect_format(data, "x") == "utx"
    texts = {" ".join(name.text.split()) for name in gone.names} | {
        " ".join(each.text.split()) for name in gone.names for each in name.renderings
    }
    for came in reading.entries:
        assert came.id == gone.id
        assert {name.text for name in came.names} <= texts


def test_our_own_rows_are_no_change() -> None:
    data = write("utx", [MINISTRY], to=["zh-Hans"])[0]
    (came,) = read("utx", data).entries
    assert join(MINISTRY, came).names == MINISTRY.names
    assert {name.text for name in came.names if name.usage.value == "forbidden"} == {"甲厅"}


FOREIGN = (
    "#UTX 1.11; en-US/zh-CN; 2014-01-01T00:00:00Z; copyright: X (2014); license: CC-BY 4.0;\r\n"
    "#description: of a test;\r\n"
    "#src\ttgt\tsrc:pos\tterm status\tsrc:comment\tconcept ID\tx-extra\r\n"
    "Ministry of Works\t工程部\tnoun\tapproved\tof 1999\tc1\t-\r\n"
    "Works Ministry\t工程部\tnoun\tforbidden\t-\tc1\ty\r\n"
    "# a remark\r\n"
    "Bureau\t局\tnoun\t\t\tc2\r\n"
    "\t\t\t\t\t\r\n"
    "-\t-\tnoun\r\n"
    "A\tB\tC\tapproved\te\tf\tg\th\r\n"
)  # fmt: skip


def test_a_table_of_another_program() -> None:
    reading = read("utx", FOREIGN)
    works, bureau, _last = reading.entries
    assert [(name.text, name.lang, name.usage.value) for name in works.names] == [
        ("Ministry of Works", "en-US", "preferred"),
        ("工程部", "zh-Hans", "preferred"),
        ("Works Ministry", "en-US", "admitted"),
    ]
    assert works.names[0].note == "of 1999"
    assert [(each.key, each.text) for each in works.names[0].extra] == [
        ("tbx:termNote/partOfSpeech", "noun")
    ]
    data, ledger = write("utx", [works], **{"from": "en-US", "to": "zh-Hans"})
    assert rows(data)[2][:4] == ["Ministry of Works", "工程部", "noun", "-"]
    told = {line.fate.value: line.count for line in ledger if line.field == "names.extra"}
    assert told == {"kept": 2, "dropped": 1}  # x-extra has no column
    assert [name.text for name in bureau.names] == ["Bureau", "局"]
    assert reading.warnings == [
        "x:9:1: a row without a term was passed over",
        "x:10:22: the row has more cells than there are columns",
    ]


def test_a_forbidden_target_is_forbidden() -> None:
    data = FOREIGN.replace("Works Ministry\t工程部", "Works Ministry\t工务部")
    names = {name.text: name.usage.value for name in read("utx", data).entries[0].names}
    assert names["工务部"] == "forbidden"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("src\ttgt\n", "x:1:1: this is not UTX"),
        (
            "#UTX 1.20; nothing here\n",
            "x:1:1: the first line does not say of which languages it is",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(data: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read("utx", data)
    assert str(caught.value).startswith(told)


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    reading = read("utx", "#UTX 1.20; en/fr;\n#src\ttgt\na\0b\tc\nOffice\tBureau\n")
    assert [str(each)[:28] for each in reading.problems] == ["x:3:2: the line holds a NUL,"]
    assert [each.names[0].text for each in reading.entries] == ["Office"]


def test_another_encoding_is_told() -> None:
    data = "#UTX 1.20; en/zh-Hans;\n#src\ttgt\nHebei\t河北省科学技术厅\n".encode("gb18030")
    with pytest.raises(InputError, match="x:3:7: the file is not UTF-8, it looks like GB 18030"):
        read("utx", data)


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
def test_a_medical_dictionary_of_version_1_01() -> None:
    reading = read("utx", PEERFILES / "utx_1.01_medical_en_ja.utx")
    assert reading.problems == []
    assert len(reading.entries) == 517
    names = reading.entries[0].names
    assert [(name.text, name.lang) for name in names] == [
        ("1/2 T vector", "en-US"),
        ("1/2Tベクトル", "ja-JP"),
    ]


def test_the_translate_toolkit_reads_it() -> None:
    utx = pytest.importorskip("translate.storage.utx")
    data = write("utx", [MINISTRY], to=["zh-Hans"])[0]
    store = utx.UtxFile.parsestring(data)
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "zh-Hans")
    assert [(unit.source, unit.target) for unit in store.units][:2] == [("Ministry A", "甲部"), ("MA", "甲部")]  # fmt: skip
