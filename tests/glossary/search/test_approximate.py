"""What a search finds for words that stand in no name as they were typed, and what of the names with them comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import BodyFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType, Usage
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary import Glossary

CENTRAL = BodyFacts(level=Level.CENTRAL)
U = Evidence.UNSOURCED


def made(entry_id: str, english: str, facts: BodyFacts | None = None, *aliases: str) -> Entry:
    names = [Name(text=english, lang="en", usage=Usage.PREFERRED, evidence=U)]
    names += [Name(text=each, lang="en", type=NameType.ALIAS, evidence=U) for each in aliases]
    return Entry(id=entry_id, kind=Kind.BODY, names=tuple(names), body=facts)


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("approximate")) as glossary:
        for each in (
            made("customs", "General Administration of Customs", CENTRAL),
            made("customs-of-taiwan", "Customs Administration", BodyFacts(place="710000")),
            made("customs-house", "Customs House of Xinyang", BodyFacts(level=Level.COUNTY)),
            made("taxes", "State Taxation Administration", CENTRAL),
            made("taxis", "Taxi Bureaucracy Watch"),
            made("tax-rules", "Measures for the Administration of Tax Registration"),
            made("supreme", "Supreme People's Court", CENTRAL, "Supreme Court"),
            made("supreme-of-taiwan", "Supreme Court", BodyFacts(place="710000")),
            made("coast-guard", "China Coast Guard", CENTRAL),
            made("coast-guard-law", "Coast Guard Law Research Society of the People's Republic"),
            made("trade", "Ministry of Foreign Trade", BodyFacts(dissolved="1982")),
            made("foreign", "Ministry of Foreign Affairs", CENTRAL, "Foreign Ministry"),
            made("politburo", "Political Bureau", CENTRAL, "Politburo"),
            made("xinhua", "Xinhua News Agency", CENTRAL),
            made("market", "State Administration for Market Regulation", CENTRAL),
            made("grid", "State Grid Corporation"),
            made("army", "CMC Science and Technology Board", None, "Science and Technology Board"),
            made("party", "Central Science and Technology Board", CENTRAL),
            made("judge", "Justice"),
            made("justice", "Ministry of Justice", CENTRAL),
            made("tsingshan", "Tsingshan Holding Group", None, "Tsingshan"),
            made("academy", "China Academy of Engineers"),
            made("engineers-press", "Chinese Academy of Engineers Press"),
            body("Tsinghua University", "清华大学"),
            body("Qinghua Society of the University", "青花研究会"),
            body("Hebei Department of Science", "河北省科学技术厅"),
            body("Shanghai Jiao Tong University", "上海交通大学"),
            body("Shanghai Jiao Tong University School of Medicine", "上海交通大学医学院"),
            body("Security Law", "中华人民共和国国家安全法"),
        ):
            glossary.add(each, by="mei", force=True)
        yield glossary


def ids(glossary: Glossary, query: str) -> list[str]:
    return [answer.id for answer in glossary.find(query).answers]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("customs", ["customs", "customs-house", "customs-of-taiwan"]),
        ("supreme court", ["supreme", "supreme-of-taiwan"]),
        ("coast guard", ["coast-guard", "coast-guard-law"]),
    ],
)
def test_who_asks_for_a_field_means_the_body_in_charge_of_it(
    glossary: Glossary, query: str, wanted: list[str]
) -> None:
    assert ids(glossary, query) == wanted


def test_a_few_words_that_are_a_whole_name_are_a_field_too(glossary: Glossary) -> None:
    assert ids(glossary, "justice") == ["judge", "justice"]
    assert ids(glossary, "science and technology board") == ["army", "party"]


def test_a_whole_word_is_more_than_the_beginning_of_another(glossary: Glossary) -> None:
    assert ids(glossary, "tax bureau")[0] == "taxes"
    assert ids(glossary, "tax") == ["tax-rules", "taxes", "taxis"]


def test_who_asks_for_an_office_is_shown_it_beside_its_rules(glossary: Glossary) -> None:
    assert ids(glossary, "tax administration") == ["tax-rules", "taxes"]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Politbureau", "politburo"),  # as it is heard
        ("Foriegn Ministry", "foreign"),  # two letters exchanged, not a ministry like it
        ("Xin Hua News", "xinhua"),  # one word as two
        ("stategrid", "grid"),  # two as one
        ("market regulator", "market"),  # of the same stem
        ("customs ministry", "customs"),  # another head of an office
        ("Hebei Departmnt of Sceince", "hebei-department-of-science"),
        ("Tsinhua", "tsinghua-university"),  # one letter off, not a name that begins like it
        ("Qinghua Univ.", "tsinghua-university"),  # half in pinyin
        ("China's foreign ministry", "foreign"),  # the country is no part of its name
        ("Security Law of China", "security-law"),
        ("Foreign Affairs Ministry China", "foreign"),
        ("reg market state", "market"),  # words broken off that no name has
        (
            "Chinese Academy of Engineers",
            "academy",
        ),  # China for Chinese, before a name that begins so
    ],
)
def test_what_may_have_been_meant_comes_first(glossary: Glossary, query: str, wanted: str) -> None:
    assert ids(glossary, query)[0] == wanted


def test_chinese_is_mistyped_by_its_sound(glossary: Glossary) -> None:
    assert ids(glossary, "河北省科学技术听") == ["hebei-department-of-science"]
    assert ids(glossary, "核贝省科学技术厅") == ["hebei-department-of-science"]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("上交大", ["shanghai-jiao-tong-university"]),
        ("上海交大", ["shanghai-jiao-tong-university"]),
        ("清大", ["tsinghua-university"]),
        ("国安法", ["security-law"]),
        ("冀科厅", []),  # Hebei by its other name: no character of the name
    ],
)
def test_chinese_is_shortened_to_the_beginnings_of_words(
    glossary: Glossary, query: str, wanted: list[str]
) -> None:
    assert ids(glossary, query) == wanted


def test_what_is_like_nothing_finds_nothing(glossary: Glossary) -> None:
    assert ids(glossary, "qwertyuiop zxcvbnm") == []


@pytest.mark.parametrize(
    "query", ["hebie kexue jishuting", "hebei sheng kexue jishi ting", "hebeishengkexuejishutin"]
)
def test_one_mistyped_syllable_of_pinyin(glossary: Glossary, query: str) -> None:
    assert ids(glossary, query)[0] == "hebei-department-of-science"


def test_a_slip_in_a_small_word(glossary: Glossary) -> None:
    assert ids(glossary, "ministry fo justice")[0] == "justice"
    assert ids(glossary, "academy fo enginers")[0] == "academy"
