"""Chinese names that a query says only the most of, with figures for characters, and white papers by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import DocumentFacts, Entry, Kind
from glossary.model.names import Evidence, Name, Usage
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary import Glossary


def white_paper(english: str, chinese: str) -> Entry:
    names = tuple(
        Name(text=text, lang=lang, usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED)
        for text, lang in ((english, "en"), (chinese, "zh-Hans"))
    )
    facts = DocumentFacts(type="white paper")
    return Entry(id=f"paper-{len(english)}", kind=Kind.DOCUMENT, names=names, document=facts)


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("left_out")) as glossary:
        for each in (
            body("Institute of Feed Research", "中国农业科学院饲料研究所"),
            body("Department of Agricultural Mechanization", "农业农村部农业机械化管理司"),
            body("Eucalypt Research Centre", "国家林业和草原局桉树研究开发中心"),
            body("Department of General Planning", "国家市场监督管理总局综合规划司"),
            body("State Administration for Market Regulation", "国家市场监督管理总局"),
            body("711th Research Institute", "第七一一研究所"),
            body("Third Plenum of the 12th", "十二届三中全会"),
            body("Third Plenum of the 20th", "二十届三中全会"),
            body("One Country, Two Systems", "一国两制"),
            white_paper("China's Green Development in the New Era", "新时代的中国绿色发展"),
            white_paper("Regional Ethnic Autonomy in Tibet", "西藏的民族区域自治"),
            white_paper("Ethnic Autonomy in Tibet Today", "今日西藏的民族区域自治"),
        ):
            glossary.add(each, by="mei", force=True)
        yield glossary


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("农科院饲料所", "中国农业科学院饲料研究所"),
        ("农机化司", "农业农村部农业机械化管理司"),
        ("桉树中心", "国家林业和草原局桉树研究开发中心"),
        ("市场监管总局综合规划司", "国家市场监督管理总局综合规划司"),
        ("711研究所", "第七一一研究所"),
        ("12届三中全会", "十二届三中全会"),
        ("1 country 2 systems", "一国两制"),
        ("green development white paper", "新时代的中国绿色发展"),
        ("绿色发展 白皮书", "新时代的中国绿色发展"),
    ],
)
def test_a_name_is_found_by_the_most_of_it(glossary: Glossary, query: str, first: str) -> None:
    assert glossary.find(query).answers[0].chinese == first


def test_of_several_white_papers_all_are_shown(glossary: Glossary) -> None:
    answers = glossary.find("tibet ethnic autonomy white paper").answers
    assert [answer.chinese for answer in answers] == [
        "今日西藏的民族区域自治",
        "西藏的民族区域自治",
    ]
