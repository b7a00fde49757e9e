"""What would be claimed without being known: units a body has not, one of two names it may bear, schools of another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

NO_SUCH_UNIT = {
    "故宫博物馆": "国立故宫博物院 is not known to have a 博物馆",
    "国家图书馆教务处": "中国国家图书馆 is not known to have a 教务处",
    "内蒙古农牧业科学院教务处": "内蒙古农牧业科学院 is not known to have a 教务处",
    "恒生银行办公厅": "恒生银行 is not known to have a 办公厅",
    "小米集团办公室": "小米集团 is not known to have a 办公室",
    "教育部办公室": "教育部 is not known to have a 办公室",
    "国家文物局办公厅": "国家文物局 is not known to have a 办公厅",
    "河北省教育厅办公厅": "河北省教育厅 is not known to have a 办公厅",
    "正定县教育局办公厅": "正定县教育局 is not known to have a 办公厅",
    "正定县教育局人事处": "正定县教育局 is not known to have a 人事处",
    "石家庄市教育局长安分局": "石家庄市教育局 is not known to have a 分局",
    "河北省人民政府人事处": "河北省人民政府 is not known to have a 人事处",
    "国务院人事司": "国务院 is not known to have a 人事司",
    "河北省第一中级人民法院": "a province has no 中级人民法院",
    "Secretariat of Hang Seng Bank": "恒生银行 is not known to have a 秘书处",
    "河北省教育厅渔业处": "河北省教育厅 is not known to have a 渔业处",
    "农业农村部高等教育司": "农业农村部 is not known to have a 高等教育司",
    "Fisheries Division of Hebei Provincial Department of Education": (
        "河北省教育厅 is not known to have a 渔业处"
    ),
    "拉萨市港口管理局": "a city has no 港口管理局",
    "上海市煤炭工业局": "a municipality has no 煤炭工业局",
    "北京市2077年工作计划": "2077 is too far ahead for such a paper",
}
UNITS = {
    "北京大学教务处": "Academic Affairs Office of Peking University",
    "中国矿业大学（北京）教务处": "Academic Affairs Office of China University of Mining and Technology-Beijing",
    "General Office of the Ministry of Education": "教育部办公厅",
    "General Office of the National Bureau of Statistics": "国家统计局办公室",
    "General Office of the Standing Committee of Hebei Provincial People's Congress": (
        "河北省人民代表大会常务委员会办公厅"
    ),
    "河北省教育厅办公室": "General Office of Hebei Provincial Department of Education",
    "石家庄市生态环境局长安分局": (
        "Chang'an Branch of Shijiazhuang Municipal Bureau of Ecology and Environment"
    ),
    "海南省第一中级人民法院": "First Intermediate People's Court of Hainan Province",
    "中华医学会秘书处": "Secretariat of Chinese Medical Association",
    "河北省高级人民法院研究室": "Research Office of the High People's Court of Hebei Province",
}
# English that two Chinese names would have: which of them is borne, no rule knows.
EITHER = {
    "Ninth Affiliated Hospital of Sun Yat-sen University": {
        "中山大学第九附属医院",
        "中山大学附属第九医院",
    },
    "Zhengding County Hospital of Traditional Chinese Medicine": {"正定县中医医院", "正定县中医院"},
    "Shenzhen Library": {"深圳图书馆", "深圳市图书馆"},
    "Hebei Museum": {"河北博物馆", "河北博物院", "河北省博物馆"},
    "Hebei Provincial Administration of Traditional Chinese Medicine": {
        "河北省中医药管理局",
        "河北省中医药局",
    },
}


@pytest.mark.parametrize("name", NO_SUCH_UNIT)
def test_a_unit_its_body_has_not_is_declined(shipped: Glossary, name: str) -> None:
    found = shipped.lookup(name)
    assert (found.found, found.reason) == ("none", NO_SUCH_UNIT[name])


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_its_body_has_is_composed(shipped: Glossary, name: str) -> None:
    answer = shipped.lookup(name)[0]
    assert UNITS[name] in (answer.chinese, answer.english)


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


def test_a_unit_of_a_body_of_the_past_has_its_days(shipped: Glossary) -> None:
    name = "国家卫生和计划生育委员会办公厅"
    assert shipped.lookup(name)[0].name.end == "2018-03"
    assert shipped.lookup(name, as_of="2020").found == "none"


# A level that has no such organ, a place that lies on no sea, a number no school or city counts to.
NOT_THERE = [
    "正定县通信管理局",
    "正定县监狱管理局",
    "石家庄市煤田地质局",
    "山西省海洋局",
    "拉萨市海洋发展局",
    "石家庄市海洋局",
    "北京大学第九十九附属医院",
    "北京市第九十中级人民法院",
    "河北省第九十届人民代表大会",
    "卫生署运输处",  # organs of Hong Kong have units with names of their own
    "卫生署离退休干部处",
    "国务院关于修改《刑法》的决定",  # laws are the National People's Congress's to amend
    "教育部关于废止《中华人民共和国教育法》的决定",
    "Decision of the State Council on Amending the Criminal Law",
]
THERE = [
    "河北省通信管理局",
    "秦皇岛市海洋局",
    "海南省海洋局",
    "北京市第四中级人民法院",
    "武汉市港口管理局",
    "山西省煤炭工业局",
    "河北省农业农村厅渔业处",
    "河北省农业农村厅人事处",
]


@pytest.mark.parametrize("name", NOT_THERE)
def test_an_organ_its_place_cannot_have_is_declined(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


@pytest.mark.parametrize("name", THERE)
def test_an_organ_its_place_may_have_is_composed(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name)[0].chinese == name


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


@pytest.mark.parametrize("name", ["办公厅", "监狱管理局", "監獄管理局", "General Office"])
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
        "Ministry of Education of the Republic of China",
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
