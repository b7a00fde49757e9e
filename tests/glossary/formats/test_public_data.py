"""CC-CEDICT and ROR in: what is taken, what is left out and told, and where each name says it is from."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from glossary.errors import InputError
from glossary.formats.detection import detect_format
from glossary.model.names import Evidence
from tests.formats import read

# Rows made up in the form of CC-CEDICT; nothing of it is shipped.
CEDICT = """\
# CC-CEDICT
#! version=1
#! date=2023-11-07T06:42:16Z
#! license=https://creativecommons.org/licenses/by-sa/4.0/
甲國地震局 甲国地震局 [Jia3 guo2 Di4 zhen4 ju2] /Jia Earthquake Administration (JEA)/Jia Seismological Bureau/
甲部 甲部 [Jia3 bu4] /PRC Ministry of Science, Technology and Industry/
乙縣 乙县 [Yi3 xian4] /Yi county in Hebei/
丙丁 丙丁 [Bing3 ding1] /Bing Ding (1893-1976), politician and leader/
戊市 戊市 [Wu4 shi4] /Wushi, city in Hebei/surname Wu/
己大 己大 [Ji3 Da4] /abbr. for 己大學|己大学[Ji3 Da4 xue2]/Ji University (JU)/
書 书 [shu1] /book/
辛 辛 [Xin1] /surname Xin/
"""
NAMES = {
    ("Jia Earthquake Administration", "JEA", "甲国地震局", "甲國地震局"),
    ("Ministry of Science, Technology and Industry", "甲部"),
    ("Bing Ding", "丙丁"),
    ("Wushi", "戊市"),
    ("Ji University", "JU", "己大"),
}


def test_rows_that_name_something_are_taken() -> None:
    reading = read("cedict", CEDICT)
    assert reading.problems == []
    assert {tuple(name.text for name in each.names) for each in reading.entries} == NAMES
    assert [item.entry.kind.value for item in reading.items] == [
        "body",
        "body",
        "person",
        "place",
        "body",
    ]
    assert {("rows", "dropped", 2), ("rows", "dropped", 1)} <= reading.told


def test_every_name_says_where_it_stands_and_its_licence() -> None:
    reading = read("cedict", CEDICT, "a/cedict_ts.u8")
    for item in reading.items:
        assert (item.review, item.whole, item.keeps_id) == (None, False, False)
        for name in item.entry.names:
            assert name.evidence is Evidence.ATTESTED
            (source,) = name.sources
            assert (source.title, source.licence, source.published, source.seen) == (
                "CC-CEDICT", "CC-BY-SA-4.0", "2023-11-07", "2026-11-25",
            )  # fmt: skip
            assert source.locator == f"cedict_ts.u8, line {item.line}"


def test_further_names_may_be_of_something_else_and_go_into_a_note() -> None:
    entry = read("cedict", CEDICT).entries[0]
    assert [note.text for note in entry.notes] == ["CC-CEDICT also has: Jia Seismological Bureau"]
    assert ("names.text", "moved to a note", 1) in read("cedict", CEDICT).told


def test_packed_or_not_it_is_recognised_and_read() -> None:
    packed = gzip.compress(CEDICT.encode())
    assert detect_format(CEDICT.encode(), "x.txt") == detect_format(packed, "x.gz") == "cedict"
    assert len(read("cedict", packed).entries) == len(NAMES)
    with pytest.raises(InputError, match="cannot be unpacked"):
        read("cedict", packed[:-20])


def test_a_row_that_is_none_is_told_with_its_line() -> None:
    reading = read("cedict", CEDICT + "no row at all\n")
    assert reading.problems == [
        "x:13:1: this is no row of CC-CEDICT. Write 國 国 [guo2] /country/."
    ]


def ror(ident: str, country: str = "CN", **fields: Any) -> dict[str, Any]:
    """A record of schema 2."""
    place = {"geonames_details": {"country_code": country}}
    return {
        "id": f"https://ror.org/{ident}",
        "status": "active",
        "types": ["education"],
        "locations": [place],
        **fields,
    }


INSTITUTE = ror(
    "012345678",
    established=1951,
    names=[
        {"value": "JIT", "types": ["acronym"], "lang": None},
        {"value": "Jia Institute of Technology", "types": ["ror_display", "label"], "lang": "en"},
        {"value": "甲理工大學", "types": ["label"], "lang": "zh"},
        {"value": "Institut Jia", "types": ["alias"], "lang": "fr"},
        {"value": "Jia Gong", "types": ["alias"], "lang": None},
    ],
)
OLD = {
    "id": "https://ror.org/0abcdefgh", "name": "Yi College", "acronyms": ["YC"], "aliases": ["乙校"],
    "labels": [{"label": "乙学院", "iso639": "zh"}], "country": {"country_code": "CN"}, "status": "active", "types": ["Facility"],
}  # fmt: skip


def test_organisations_of_both_schemas() -> None:
    reading = read("ror", json.dumps([INSTITUTE, OLD], ensure_ascii=False, indent=1))
    new, old = reading.items
    assert [
        (name.text, name.lang, name.type.value, name.usage.value) for name in new.entry.names
    ] == [
        ("Jia Institute of Technology", "en", "full", "preferred"),
        ("甲理工大學", "zh-Hant", "full", "preferred"),
        ("JIT", "en", "acronym", "admitted"),
        ("Institut Jia", "fr", "alias", "admitted"),
    ]
    assert new.entry.body is not None
    assert (new.entry.body.founded, new.entry.body.level) == ("1951", "institution")
    assert {(name.text, name.lang) for name in old.entry.names} == {
        ("Yi College", "en"), ("乙学院", "zh-Hans"), ("YC", "en"), ("乙校", "zh-Hans"),
    }  # fmt: skip
    assert ("names.text", "dropped", 1) in reading.told
    (source,) = new.entry.names[0].sources
    assert (source.locator, source.licence, source.seen) == (
        "https://ror.org/012345678",
        "CC0-1.0",
        "2026-11-25",
    )


def test_other_countries_and_withdrawn_records_are_left_out_and_told() -> None:
    records = [
        ror("012345678", "DE", names=INSTITUTE["names"]),
        {**INSTITUTE, "status": "withdrawn"},
    ]
    reading = read("ror", json.dumps(records))
    assert reading.items == []
    assert {("records", "dropped", 1)} <= reading.told
    assert len(read("ror", json.dumps(records), country=["all"]).items) == 1


def test_one_record_a_line_and_a_list_are_the_same() -> None:
    lines = "\n".join(json.dumps(each) for each in (INSTITUTE, OLD))
    assert detect_format(lines.encode(), "x.jsonl") == "ror"
    assert [item.line for item in read("ror", lines).items] == [1, 2]
    pretty = json.dumps([INSTITUTE, OLD], indent=1)
    second = pretty[: pretty.index('"name": "Yi College"')].count("\n") - 1
    assert read("ror", pretty).items[1].line == second


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('[{"id": "https://ror.org/012345678",\n "x": }]', "x:2:7: this is not JSON"),
        ("[1, 2]", "this is JSON, but no list of ROR's records"),
        (b'[{"id":\n"\xff"}]', "x:2:2: the file is not UTF-8"),
        (
            b"["
            + b'{"id": "https://ror.org/012345678"},\n' * 3000
            + b'{"name": "\xe7\x94\xb2\xff"}]',
            "x:3001:12: the file is not UTF-8",
        ),
    ],
)
def test_what_cannot_be_read_is_told(data: str | bytes, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read("ror", data)
    assert told in str(caught.value)


def test_a_file_without_a_record_says_so() -> None:
    assert "x: the file has no record" in read("ror", "[" * 100_000).problems[0]


def test_a_number_of_thousands_of_digits_is_no_ground_to_end() -> None:
    record = json.dumps({**INSTITUTE, "established": 7}).replace(": 7", ": " + "9" * 5000)
    assert len(read("ror", f"[{record}]").items) == 1


def test_a_record_without_an_id_is_a_problem_of_its_own() -> None:
    reading = read("ror", json.dumps([{"id": "x"}, INSTITUTE]))
    assert len(reading.items) == 1
    assert reading.problems[0].startswith("x:1:1: the record has no id of ROR")
