"""Documents are found by their number, in Chinese and in English, and by nothing that only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import DocumentFacts, Kind
from glossary.model.names import Evidence, Name, NameType
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary

DOCUMENTS = (
    ("Made in China 2025", "中国制造2025", "国发〔2015〕28号"),
    ("Regulations on Flowers", "花卉条例", "国务院令第752号"),
    ("Measures for Bees", "养蜂办法", "国家发展改革委令第8号"),
    ("Announcement on Ships", "关于船舶的公告", "商务部、海关总署公告2020年第1号"),
    ("Codes of Places", "行政区划代码", "GB/T 2260-2007"),
    ("Rules of One Year", "一年规则", "交通运输部令第3号"),
    ("Rules of Another Year", "另一年规则", "交通运输部令第3号"),
    ("Rules without a Number", "无号规则", ""),
)


@pytest.fixture(name="numbered", scope="module")
def _numbered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with _with_documents(tmp_path_factory.mktemp("numbered")) as glossary:
        yield glossary


def _with_documents(folder: Path) -> Glossary:
    planner = body("National Development and Reform Commission", "国家发展和改革委员会")
    unsourced = Evidence.UNSOURCED
    short = Name(text="国家发展改革委", lang="zh-Hans", type=NameType.SHORT, evidence=unsourced)
    acronym = Name(text="NDRC", lang="en", type=NameType.ACRONYM, evidence=unsourced)
    glossary = empty_glossary(folder)
    glossary.add(replace(planner, names=(*planner.names, short, acronym)), by="mei")
    glossary.add(body("State Council", "国务院"), by="mei")
    glossary.add(body("Ministry of Commerce", "商务部"), by="mei")
    for english, chinese, number in DOCUMENTS:
        facts = DocumentFacts(number=number)
        document = replace(body(english, chinese), kind=Kind.DOCUMENT, document=facts)
        glossary.add(document, by="mei", force=True)
    return glossary


@pytest.mark.parametrize(
    ("asked", "english"),
    [
        ("国发〔2015〕28号", "Made in China 2025"),
        ("國發[2015]28號", "Made in China 2025"),
        ("国发（2015）第28号", "Made in China 2025"),
        ("Guofa [2015] No. 28", "Made in China 2025"),
        ("Guo Fa (2015) No.28", "Made in China 2025"),
        ("国务院令（第七百五十二号）", "Regulations on Flowers"),
        ("中华人民共和国国务院令第752号", "Regulations on Flowers"),
        ("State Council Order No. 752", "Regulations on Flowers"),
        ("Decree No. 752 of the State Council", "Regulations on Flowers"),
        ("国家发展和改革委员会令第8号", "Measures for Bees"),
        ("NDRC Order 8", "Measures for Bees"),
        ("商务部公告2020年第1号", "Announcement on Ships"),
        ("Announcement No. 1 of 2020 of the Ministry of Commerce", "Announcement on Ships"),
        ("GB/T 2260—2007", "Codes of Places"),
        ("GB/T 2260", "Codes of Places"),
    ],
)
def test_a_document_is_found_by_its_number(numbered: Glossary, asked: str, english: str) -> None:
    answers = numbered.lookup(asked)
    assert [answer.english for answer in answers] == [english]
    assert answers.found == "exact"
    assert [hit.english for hit in numbered.find(asked)] == [english]


def test_a_number_that_comes_again_each_year_gives_every_document(numbered: Glossary) -> None:
    both = {"Rules of One Year", "Rules of Another Year"}
    assert {answer.english for answer in numbered.lookup("交通运输部令第3号")} == both


@pytest.mark.parametrize(
    "asked",
    [
        "国发〔2016〕28号",
        "国办发〔2015〕28号",
        "国发〔2015〕2号",
        "国法〔2015〕28号",
        "国发28号",
        "国务院令第75号",
        "商务部令第752号",
        "Guofa 28",
        "Order No. 752",
        "Order No. 752 of the Ministry of Commerce",
        "GB/T 2260-2017",
        "GB 2260-2007",
    ],
)
def test_another_number_finds_nothing(numbered: Glossary, asked: str) -> None:
    assert numbered.lookup(asked).found == "none"


def test_a_number_follows_what_becomes_of_its_document(tmp_path: Path) -> None:
    with _with_documents(tmp_path) as glossary:
        was = glossary.get("made-in-china-2025").entry
        assert was.document is not None
        changed = replace(was, document=replace(was.document, number="国发〔2015〕29号"))
        glossary.edit(changed, by="mei")
        assert glossary.lookup("国发〔2015〕28号").found == "none"
        assert glossary.lookup("国发〔2015〕29号").found == "exact"
        assert glossary.reindex() > 0
        assert glossary.lookup("国发〔2015〕29号").found == "exact"
        assert not glossary.check()
