"""Hospitals of universities by what they treat, and by the place they stand at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# As the affiliations of retracted papers have them; the Chinese is what these hospitals are known by.
HOSPITALS = {
    "Affiliated Eye Hospital of Nanchang University": "南昌大学附属眼科医院",
    "Geriatric Hospital of Nanjing Medical University": "南京医科大学附属老年医院",
    "Harbin Medical University Cancer Hospital": "哈尔滨医科大学附属肿瘤医院",
    "Luoyang Central Hospital Affiliated to Zhengzhou University": "郑州大学附属洛阳中心医院",
    "Affiliated Wuxi People's Hospital of Nanjing Medical University": "南京医科大学附属无锡人民医院",
    "Shanghai 10th People's Hospital, Tongji University": "同济大学附属上海市第十人民医院",
    "Second Hospital of Dalian Medical University": "大连医科大学附属第二医院",
    "Second Hospital of Hebei Medical University": "河北医科大学第二医院",
}


@pytest.mark.parametrize("english", HOSPITALS)
def test_a_hospital_of_a_university_is_only_reconstructed(shipped: Glossary, english: str) -> None:
    answer = shipped.lookup(english)[0]
    assert (answer.chinese, answer.evidence) == (HOSPITALS[english], "reconstructed")


def test_no_hospital_is_made_for_what_is_no_school(shipped: Glossary) -> None:
    assert shipped.lookup("Affiliated Eye Hospital of Xianbei University").found == "none"


def test_what_english_calls_a_womens_and_childrens_hospital_is_either_of_two(
    shipped: Glossary,
) -> None:
    found = [
        (each.chinese, each.evidence)
        for each in shipped.lookup("Zhuhai Women and Children's Hospital")
    ]
    assert found == [("珠海市妇女儿童医院", "reconstructed"), ("珠海市妇幼保健院", "reconstructed")]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Shandong Provincial Third Hospital", "山东省第三医院"),
        ("Ninghai First Hospital", "宁海县第一医院"),
    ],
)
def test_a_numbered_hospital_of_a_county_or_province_is_only_reconstructed(
    shipped: Glossary, english: str, chinese: str
) -> None:
    answer = shipped.lookup(english)[0]
    assert (answer.chinese, answer.evidence) == (chinese, "reconstructed")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Subei People's Hospital", "苏北人民医院"),  # no hospital of Subei County
        ("Gansu Provincial Hospital", "甘肃省人民医院"),
        ("Beijing Chao-Yang Hospital", "首都医科大学附属北京朝阳医院"),
        ("Nanyang City Center Hospital", "南阳市中心医院"),
    ],
)
def test_a_hospital_with_a_name_of_its_own_is_listed(
    shipped: Glossary, english: str, chinese: str
) -> None:
    assert shipped.lookup(english)[0].chinese == chinese
