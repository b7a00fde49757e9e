"""What would be claimed without being known: units a body has not, one of two names it may bear, schools of another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# English that two Chinese names would have: which of them is borne, no rule knows.
EITHER = {
    "Ninth Affiliated Hospital of Sun Yat-sen University": {
        "中山大学第九附属医院",
        "中山大学附属第九医院",
    },
    "Zhengding County Hospital of Traditional Chinese Medicine": {"正定县中医医院", "正定县中医院"},
    "Shenzhen Library": {"深圳图书馆", "深圳市图书馆"},
    "Yunnan Museum": {"云南博物馆", "云南博物院", "云南省博物院", "云南省博物馆"},
    "Shenzhen Art Museum": {"深圳美术馆", "深圳市美术馆"},
    "Wuhan Science and Technology Museum": {
        "武汉科学技术馆",
        "武汉科技馆",
        "武汉市科学技术馆",
        "武汉市科技馆",
    },
    "Jiangxi Academy of Forestry": {"江西省林业科学院", "江西省林业科学研究院"},
    "Zhejiang Institute of Special Equipment Science": {
        "浙江省特种设备科学研究所",
        "浙江省特种设备科学研究院",
    },
    "Guangxi Special Equipment Inspection Institute": {
        "广西壮族自治区特种设备检验研究院",
        "广西壮族自治区特种设备检验所",
    },
    "Hebei Provincial Administration of Traditional Chinese Medicine": {
        "河北省中医药管理局",
        "河北省中医药局",
    },
}


@pytest.mark.parametrize("name", EITHER)
def test_of_two_names_that_may_be_meant_both_are_given_and_neither_claimed(
    shipped: Glossary, name: str
) -> None:
    answers = shipped.lookup(name).answers
    assert {answer.chinese for answer in answers} == EITHER[name]
    assert {answer.evidence for answer in answers} == {"reconstructed"}


@pytest.mark.parametrize("name", sorted(set().union(*EITHER.values())))
def test_the_chinese_that_was_asked_for_is_kept(shipped: Glossary, name: str) -> None:
    answer = shipped.lookup(name)[0]
    assert (answer.chinese, answer.evidence) == (name, "composed")


def test_a_short_name_of_two_schools_gives_the_units_of_both(shipped: Glossary) -> None:
    answers = shipped.lookup("南大附属医院").answers
    assert [answer.chinese for answer in answers] == ["南京大学附属医院", "南洋理工大学附属医院"]


def test_a_former_name_of_a_school_fits_and_says_so(shipped: Glossary) -> None:
    answer = shipped.lookup("蚌埠医学院第三附属医院")[0]
    assert answer.english == "Third Affiliated Hospital of Bengbu Medical College"
    assert "(today 蚌埠医科大学)" in answer.derivation[1]


@pytest.mark.parametrize(
    "school",
    [
        "Guangxi University of TCM",
        "Guangxi University of Traditional Chinese Medicine",
        "Guangxi University of Chinese Medicine",
    ],
)
def test_chinese_medicine_is_written_in_three_ways(shipped: Glossary, school: str) -> None:
    assert shipped.lookup(school)[0].chinese == "广西中医药大学"
    found = shipped.lookup(f"First Affiliated Hospital of {school}")
    assert "广西中医药大学第一附属医院" in {answer.chinese for answer in found.answers}


@pytest.mark.parametrize(
    "name", ["Yanbian University Hospital", "Second Hospital of Shanxi University"]
)
def test_a_hospital_of_a_university_may_bear_another_name(shipped: Glossary, name: str) -> None:
    """延边大学医院 is as likely 延边大学附属医院, and a second hospital a second affiliated one."""
    assert {answer.evidence for answer in shipped.lookup(name).answers} == {"reconstructed"}


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("温州医学院", "温州医科大学"),
        ("云南中医学院", "云南中医药大学"),
        ("南京审计学院", "南京审计大学"),
    ],
)
def test_a_school_is_found_by_the_name_it_had(shipped: Glossary, former: str, today: str) -> None:
    answer = shipped.lookup(former)[0]
    assert answer.chinese == former
    assert answer.today.chinese == today


def test_a_unit_of_a_body_of_the_past_has_its_days(shipped: Glossary) -> None:
    name = "国家卫生和计划生育委员会办公厅"
    assert shipped.lookup(name)[0].name.end == "2018-03"
    assert shipped.lookup(name, as_of="2020").found == "none"


def test_an_organ_given_up_below_the_province_has_its_days(shipped: Glossary) -> None:
    answers = shipped.lookup("石家庄市药品监督管理局").answers
    assert [(answer.name.start, answer.name.end) for answer in answers] == [("1998", "2004")]


def test_the_national_peoples_congress_amends_laws_and_the_state_council_measures(
    shipped: Glossary,
) -> None:
    law = "全国人民代表大会常务委员会关于修改《中华人民共和国刑法》的决定"
    assert shipped.lookup(law)[0].chinese == law
    measures = "广东省人民政府关于修改《广东省安全生产管理办法》的决定"
    assert shipped.lookup(measures)[0].chinese == measures


def test_next_years_plan_is_drawn_up_this_year(shipped: Glossary) -> None:
    year = int(shipped.name_grammar.day[:4]) + 1
    assert shipped.lookup(f"北京市{year}年工作计划").found == "composed"
    assert shipped.lookup(f"北京市{year + 1}年工作计划").found == "none"


def test_a_city_that_was_raised_to_a_province_was_a_city_before(shipped: Glossary) -> None:
    for day, level in (("1995", "prefectural"), ("2005", "provincial")):
        answer = shipped.lookup("重庆市公安局", as_of=day)[0]
        body = answer.entry.body
        assert body is not None
        assert (answer.chinese, body.level and body.level.value) == ("重庆市公安局", level)


@pytest.mark.parametrize("name", ["办公厅", "辦公廳", "General Office"])
def test_a_unit_that_many_bodies_have_is_nobodys(shipped: Glossary, name: str) -> None:
    found = shipped.lookup(name)
    assert (found.found, found.reason) == (
        "none",
        f'several bodies call a unit of theirs "{name}": say whose it is',
    )


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("United Front Work Department", "中共中央统一战线工作部"),
        ("Organization Department", "中共中央组织部"),
        ("Taiwan Affairs Office", "国务院台湾事务办公室"),
        ("Hong Kong and Macao Affairs Office", "国务院港澳事务办公室"),
        ("China's Ministry of Education", "教育部"),
        ("Ministry of Education (China)", "教育部"),
        ("Chinese State Council", "国务院"),
        ("CCP United Front Work Department", "中共中央统一战线工作部"),
        ("Organization Department of the CCP", "中共中央组织部"),
        ("General Office of the Central Committee", "中共中央办公厅"),
    ],
)
def test_a_central_body_is_found_by_its_short_name_and_with_state_or_party(
    shipped: Glossary, name: str, chinese: str
) -> None:
    assert [answer.chinese for answer in shipped.lookup(name)] == [chinese]


@pytest.mark.parametrize(
    "name",
    [
        "Mainland Affairs Council of China",
        "Ministry of Railways of the Republic of China",
        "Chinese Academy",
    ],
)
def test_a_state_is_left_off_no_other_name(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


def test_a_unit_only_one_body_has_is_found_by_its_short_name(shipped: Glossary) -> None:
    for short, whole in (
        ("货币政策司", "中国人民银行货币政策司"),
        ("专利局", "国家知识产权局专利局"),
    ):
        assert whole in {name.text for name in shipped.lookup(short)[0].names}


def test_the_english_of_a_school_is_its_own(shipped: Glossary) -> None:
    # It calls itself School of Public Policy and Management: its Chinese does not tell that.
    answer = shipped.lookup("清华大学公共管理学院")[0]
    assert (answer.chinese, answer.evidence) == ("清华大学公共管理学院", "reconstructed")


def test_a_body_nobody_has_seen_under_both_names_is_no_part_of_a_name(shipped: Glossary) -> None:
    association = shipped.get("hebei-international-talent-exchange-association")
    assert association.review == "proposed"
    plans = {"河北工业大学": 1, "河北省国际人才交流协会": 0}
    for body, readings in plans.items():
        assert len(shipped.name_grammar.read(f"{body}2020年工作计划")) == readings
