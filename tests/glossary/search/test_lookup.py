"""Lookup: which names go together, in which time, and the shape scripts rely on (DESIGN, sections 1 and 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InvalidError
from glossary.model.entries import Kind
from glossary.model.records import from_record
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

# The State Education Commission of 1985-1998 as a former name of the ministry, and made-up houses and plates.
MINISTRY = {
    "id": "ministry-of-education",
    "kind": "body",
    "names": [
        {"text": "Ministry of Education", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "教育部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
        {"text": "MOE", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "教部", "lang": "zh-Hans", "type": "short", "evidence": "unsourced"},
        {"text": "State Education Commission", "lang": "en", "type": "former", "evidence": "unsourced",
         "from": "1985", "to": "1998"},
        {"text": "国家教育委员会", "lang": "zh-Hans", "type": "former", "evidence": "reconstructed",
         "from": "1985", "to": "1998"},
        {"text": "Second Plate", "lang": "en", "type": "alias", "evidence": "unsourced", "pair": "p"},
        {"text": "第二牌", "lang": "zh-Hans", "type": "alias", "evidence": "composed", "pair": "p"},
        {"text": "Education Ministry", "lang": "en-x-reuters", "evidence": "unsourced"},
    ],
}  # fmt: skip
TAIWAN = {
    "id": "national-taiwan-university",
    "kind": "body",
    "names": [
        {"text": "National Taiwan University", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "國立臺灣大學", "lang": "zh-Hant", "usage": "preferred", "evidence": "unsourced"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("lookup")) as glossary:
        for record in (MINISTRY, TAIWAN):
            glossary.add(from_record(record), by="mei")
        glossary.approve("ministry-of-education", by="lin")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "english", "chinese", "evidence"),
    [
        ("ministry of education", "Ministry of Education", "教育部", "unsourced"),
        ("MOE", "Ministry of Education", "教育部", "unsourced"),
        ("教部", "Ministry of Education", "教育部", "unsourced"),
        ("教育部", "Ministry of Education", "教育部", "unsourced"),
        ("jiaoyubu", "Ministry of Education", "教育部", "unsourced"),
        (
            "State Education Commission",
            "State Education Commission",
            "国家教育委员会",
            "reconstructed",
        ),
        ("国家教育委员会", "State Education Commission", "国家教育委员会", "reconstructed"),
        ("Second Plate", "Second Plate", "第二牌", "composed"),
        ("第二牌", "Second Plate", "第二牌", "composed"),
        ("Education Ministry", "Ministry of Education", "教育部", "unsourced"),
    ],
)
def test_the_names_that_go_with_the_one_asked_for(
    glossary: Glossary, asked: str, english: str, chinese: str, evidence: str
) -> None:
    (answer,) = glossary.lookup(asked)
    assert (answer.english, answer.chinese, answer.evidence) == (english, chinese, evidence)


def test_a_house_is_answered_with_its_name_and_any_other_with_everybodys(
    glossary: Glossary,
) -> None:
    assert glossary.lookup("教育部", lang="en-x-reuters")[0].english == "Education Ministry"
    assert glossary.lookup("教育部", lang="en-x-bbc")[0].english == "Ministry of Education"
    assert (
        glossary.lookup("國立臺灣大學", lang="en-x-reuters")[0].english
        == "National Taiwan University"
    )


def test_traditional_characters_as_entered_simplified_as_rendered(glossary: Glossary) -> None:
    for asked in ("國立臺灣大學", "国立台湾大学", "National Taiwan University"):
        (answer,) = glossary.lookup(asked)
        assert (answer.traditional, answer.chinese) == ("國立臺灣大學", "国立台湾大学")
        assert set(answer.renderings) == {"zh-Hans", "pinyin"}
    (answer,) = glossary.lookup("教育部")
    assert (answer.chinese, answer.traditional) == ("教育部", "教育部")
    assert "zh-Hant" in answer.renderings


class TestAsOf:
    """Names, and with them counterparts, of a day."""

    @pytest.mark.parametrize("day", ["1990", "1985-06", "1998"])
    def test_a_former_name_in_its_time(self, glossary: Glossary, day: str) -> None:
        (answer,) = glossary.lookup("State Education Commission", as_of=day)
        assert answer.chinese == "国家教育委员会"

    @pytest.mark.parametrize("day", ["1984", "1999", "2024-01-01"])
    def test_and_out_of_it(self, glossary: Glossary, day: str) -> None:
        answers = glossary.lookup("State Education Commission", as_of=day)
        assert answers.found == "none"
        assert answers.reason == f"no entry had this name in {day}"

    def test_no_date_at_all_is_refused(self, glossary: Glossary) -> None:
        with pytest.raises(InvalidError):
            glossary.lookup("MOE", as_of="someday")


class TestRecord:
    """The JSON object of a line."""

    FIELDS = frozenset(
        ("id", "kind", "en", "zh-Hans", "zh-Hant", "pinyin", "evidence", "review", "matched")
    )

    def test_an_answer(self, glossary: Glossary) -> None:
        record = glossary.lookup("MOE").to_record()
        assert set(record) == {"query", "found", "answers"}
        (answer,) = record["answers"]
        assert set(answer) >= self.FIELDS
        assert set(answer["matched"]) == {"text", "lang", "type", "usage", "from", "to"}
        assert (answer["review"], answer["pinyin"]) == ("approved", "Jiàoyùbù")
        assert "preferred" not in answer

    def test_todays_names_follow_a_former_one(self, glossary: Glossary) -> None:
        (answer,) = glossary.lookup("国家教育委员会").to_record()["answers"]
        assert (answer["matched"]["from"], answer["matched"]["to"]) == ("1985", "1998")
        assert answer["preferred"]["en"] == "Ministry of Education"
        assert answer["preferred"]["zh-Hans"] == "教育部"

    def test_what_is_unknown_is_null(self, glossary: Glossary) -> None:
        only = {"id": "only", "kind": "term", "names": [
            {"text": "Nothing But English", "lang": "en", "evidence": "unsourced"}]}  # fmt: skip
        if glossary.lookup("Nothing But English").found == "none":
            glossary.add(from_record(only), by="mei")
        (answer,) = glossary.lookup("Nothing But English").to_record()["answers"]
        assert [answer[key] for key in ("zh-Hans", "zh-Hant", "pinyin")] == [None] * 3
        assert answer["renderings"] == []

    def test_nothing_found(self, glossary: Glossary) -> None:
        record = glossary.lookup("Ministry of Eduction").to_record()
        assert (record["found"], record["answers"]) == ("none", [])
        assert record["reason"] == "not in the glossary"
        assert record["near"][0]["id"] == "ministry-of-education"

    @pytest.mark.parametrize("asked", ["", " ", "　"])
    def test_an_empty_name(self, glossary: Glossary, asked: str) -> None:
        answers = glossary.lookup(asked)
        assert (answers.found, answers.reason) == ("none", "the name is empty")


def test_initials_are_for_find(glossary: Glossary) -> None:
    assert glossary.lookup("gjjywyh").found == "none"
    assert glossary.find("gjjywyh")[0].id == "ministry-of-education"


def test_approved_answers_come_before_proposed_ones(glossary: Glossary) -> None:
    other = {"id": "moe-elsewhere", "kind": "body", "names": [
        {"text": "Ministry Over Estates", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "MOE", "lang": "en", "usage": "preferred", "type": "acronym", "evidence": "unsourced",
         "from": "2001"}]}  # fmt: skip
    other["names"][0]["to"] = "2000"  # type: ignore[index]
    glossary.add(from_record(other), by="mei", force=True)
    assert [answer.id for answer in glossary.lookup("MOE")] == [
        "ministry-of-education",
        "moe-elsewhere",
    ]


@pytest.mark.parametrize("asked", ["MOE", "教育部", "jiaoyubu", "State Education Commission"])
def test_questions_to_the_database_stay_few(glossary: Glossary, asked: str) -> None:
    before = glossary.store.reader.questions
    assert glossary.lookup(asked).found == "exact"
    assert glossary.store.reader.questions - before <= 8


COMPANIES = (
    ("China Reform Holdings Corporation Ltd.", "中国国新控股有限责任公司"),
    ("China Telecom Group Co., Ltd.", "中国电信集团有限公司"),
    ("China Telecom Corporation Limited", "中国电信股份有限公司"),
    ("Bank of Beijing", "北京银行"),
    ("Ministry of Commerce", "商务部"),
)


@pytest.fixture(scope="module", name="companies")
def _companies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("companies")) as glossary:
        for english, chinese in COMPANIES:
            glossary.add(body(english, chinese), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("China Reform Holdings", ["中国国新控股有限责任公司"]),
        ("中国国新控股", ["中国国新控股有限责任公司"]),
        ("Bank of Beijing Co Ltd", ["北京银行"]),
        ("北京银行股份有限公司", ["北京银行"]),
        ("China Telecom", ["中国电信股份有限公司"]),
        ("China Telecom Limited", []),  # the form it has is another
        ("中国电信有限公司", []),
        ("Ministry of Commerce Co., Ltd.", []),
        ("商务部有限公司", []),
        ("Reform Holdings", []),
    ],
)
def test_a_company_is_found_without_its_legal_form_never_by_another(
    companies: Glossary, asked: str, chinese: list[str]
) -> None:
    answers = companies.lookup(asked)
    assert [answer.chinese for answer in answers] == chinese
    assert answers.found == ("exact" if chinese else "none")


def test_a_legal_form_is_only_tried_for_bodies(companies: Glossary) -> None:
    assert companies.lookup("China Reform Holdings", kind="document").found == "none"


TITLES = (
    ("Interim Regulations on the Administration of Carbon Emissions Trading", "碳排放权交易管理暂行条例"),
    ("Regulations for the Implementation of the Foreign Investment Law", "外商投资法实施条例"),
    ("Anti-Espionage Law", "反间谍法"),
    ("Food Safety Law", "食品安全法"),
    ("Measures for the Administration of Drug Registration", "药品注册管理办法"),
)  # fmt: skip


@pytest.fixture(scope="module", name="titles")
def _titles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("titles")) as glossary:
        for english, chinese in TITLES:
            glossary.add(replace(body(english, chinese), kind=Kind.DOCUMENT), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Provisional Regulations for Management of Carbon Emission Trading", ["碳排放权交易管理暂行条例"]),
        ("Implementing Regulations of the Foreign Investment Law", ["外商投资法实施条例"]),
        ("Counter-Espionage Law of the PRC", ["反间谍法"]),
        ("Administrative Measures Governing Drug Registration", ["药品注册管理办法"]),
        ("Food Security Law", []),  # 粮食安全保障法 is another law
        ("Regulations on the Management of Drug Registration", []),  # and 条例 is no 办法
        ("Regulations on the Management of Carbon Emission Trading", []),  # nor are they interim
        ("Interim Regulations on Carbon Trading", []),
    ],
)  # fmt: skip
def test_a_title_is_found_in_other_words_of_the_same_meaning_only(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    assert [answer.chinese for answer in titles.lookup(asked)] == chinese


def test_other_words_are_only_tried_for_documents(titles: Glossary) -> None:
    assert titles.lookup("Counter-Espionage Law", kind="body").found == "none"
