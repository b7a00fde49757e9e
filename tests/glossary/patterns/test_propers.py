"""Institutions with a proper name that no list holds, in Chinese: written in pinyin and only reconstructed, never where a word stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# Names as recruitment tables of Nanjing, Suzhou and Guangdong (2026) and a page of Nanjing's police have them; the English is word for word.
INSTITUTIONS = {
    "南京市金陵中学": "Nanjing Jinling Middle School",
    "南京市祖堂山社会福利院": "Nanjing Zutangshan Social Welfare Home",
    "苏州市广济医院": "Suzhou Guangji Hospital",
    "恩平市恩城街道飞鹅塘小学": "Fei'etang Primary School, Encheng Subdistrict, Enping City",
    "兴山县国有龙门河林场": "Xingshan County State-Owned Longmenhe Forest Farm",
    "郑州市金水区文化路第一小学": "Jinshui District Wenhua Road First Primary School, Zhengzhou",
    "南京市公安局鼓楼分局宁海路派出所": (
        "Ninghai Road Police Station of the Gulou Branch of Nanjing Municipal Public Security Bureau"
    ),
    "北京市公安局天安门地区分局": (
        "Tian'anmen Area Branch of Beijing Municipal Bureau of Public Security"
    ),
}


@pytest.mark.parametrize("chinese", INSTITUTIONS)
def test_a_proper_name_is_written_in_pinyin(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert (answer.chinese, answer.english) == (chinese, INSTITUTIONS[chinese])
    assert answer.evidence == "reconstructed"


@pytest.mark.parametrize(
    "chinese",
    [
        "南京市艺术中学",  # a word, no name
        "南京市第中学",
        "江南市金陵中学",  # no such city
        "拉萨市布达拉小学",  # its English is not pinyin
        "南京市金陵",
    ],
)
def test_what_is_no_proper_name_is_declined(shipped: Glossary, chinese: str) -> None:
    assert shipped.lookup(chinese).found == "none"


def test_what_is_known_goes_before_a_proper_name(shipped: Glossary) -> None:
    answer = shipped.lookup("石家庄市外国语学校")[0]
    assert "Foreign Language" in answer.english


def test_from_english_no_proper_name_is_read(shipped: Glossary) -> None:
    assert shipped.lookup("Nanjing Zutangshan Social Welfare Home").found == "none"


def test_no_proper_name_is_found_in_a_text(shipped: Glossary) -> None:
    found = shipped.names("我毕业于南京市金陵中学，家在南京市。")
    assert [name.text for name in found if "金陵" in name.text] == []


POLICE = {
    "南京市公安局水上分局": "Water Branch of Nanjing Municipal Bureau of Public Security",
    "南京市公安局警务保障部": "Police Logistics Department of Nanjing Municipal Bureau of Public Security",
    "北京市公安局公安交通管理局": "Traffic Management Bureau of Beijing Municipal Bureau of Public Security",
    "北京市公安局便衣侦查总队": "Plainclothes Investigation Corps of Beijing Municipal Bureau of Public Security",
    "安阳市工商行政管理局高新开发区分局": (
        "High-Tech Development Zone Branch of Anyang Municipal Administration for Industry and Commerce"
    ),
}


@pytest.mark.parametrize("chinese", POLICE)
def test_units_and_branches_are_composed_both_ways(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert (answer.chinese, answer.english) == (chinese, POLICE[chinese])
    assert answer.evidence == "composed"
    assert chinese in [each.chinese for each in shipped.lookup(POLICE[chinese])]


@pytest.mark.parametrize(
    "chinese", ["石家庄市公安局海淀分局", "北京市公安局桥西分局", "河北省上海监狱"]
)
def test_a_branch_is_not_called_by_a_place_elsewhere(shipped: Glossary, chinese: str) -> None:
    assert shipped.lookup(chinese).found == "none"


# Bureaus, courts and subdistricts of zones, and institutions of towns: in Chinese alone, the English word for word.
OF_ZONES = {
    "兰州新区人民法院": "People's Court of the Lanzhou New Area",
    "合肥经济技术开发区社会事业局": (
        "Social Undertakings Bureau of Hefei Economic and Technological Development Zone"
    ),
    "成都高新技术产业开发区石羊街道办事处": (
        "Shiyang Subdistrict Office, Chengdu High-Tech Industrial Development Zone"
    ),
}


@pytest.mark.parametrize("chinese", OF_ZONES)
def test_what_zones_have_is_reconstructed(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert (answer.chinese, answer.english) == (chinese, OF_ZONES[chinese])
    assert answer.evidence == "reconstructed"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Landscape Administration Bureau in Guyuan City", "固原市园林管理局"),
        ("Plant Protection and Quarantine Bureau of Jiangxi Province", "江西省植保植检局"),
        ("Meizhou Municipal Health Bureau", "梅州市卫生健康局"),
        ("Gansu Agro-technology Extension Station", "甘肃省农业技术推广站"),
    ],
)
def test_institutions_as_papers_write_them(shipped: Glossary, english: str, chinese: str) -> None:
    assert shipped.lookup(english)[0].chinese == chinese
