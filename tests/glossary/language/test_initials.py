"""Initials: a letter a syllable; generics of leading places may be left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.initials import generic_spans, initials, toneless_syllables


def bare(text: str) -> str:
    """The text without the generics that would be left out; all of it is Han."""
    left_out = generic_spans(text, ["x"] * len(text))
    return "".join(char for at, char in enumerate(text) if at not in left_out)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("河北省国际人才交流协会", "河北国际人才交流协会"),
        ("河北省科学技术厅", "河北科学技术厅"),
        ("河北省", "河北"),
        ("北京市市场监督管理局", "北京市场监督管理局"),
        ("石家庄市民政局", "石家庄民政局"),
        ("石家庄市市民中心", "石家庄市民中心"),
        ("西安市长安区教育局", "西安长安教育局"),
        ("河北省邯郸市峰峰矿区人民政府", "河北邯郸峰峰矿区人民政府"),
        ("河北省石家庄市长安区人民法院", "河北石家庄长安人民法院"),
        ("上海市浦东新区人民政府", "上海浦东新区人民政府"),
        ("广西壮族自治区科学技术厅", "广西科学技术厅"),
        ("新疆维吾尔自治区人民政府", "新疆人民政府"),
        ("西藏自治区教育厅", "西藏教育厅"),
        ("恩施土家族苗族自治州人民政府", "恩施人民政府"),
        ("巴音郭楞蒙古自治州公安局", "巴音郭楞公安局"),
        ("大厂回族自治县财政局", "大厂财政局"),
        ("香港特别行政区政府", "香港政府"),
        ("涉县人民政府", "涉人民政府"),
        ("中共河北省委员会", "中共河北委员会"),
        ("国家税务总局河北省税务局", "国家税务总局河北税务局"),
        ("河北省省级预算项目绩效评价表", "河北省级预算项目绩效评价表"),
        ("河北省会计学会", "河北会计学会"),
        ("河北省外事办公室", "河北外事办公室"),
        ("河北省内河航运局", "河北内河航运局"),
        ("市场监督管理局", "市场监督管理局"),
        ("区域经济研究所", "区域经济研究所"),
        ("省略号", "省略号"),
        ("国家市场监督管理总局", "国家市场监督管理总局"),
        ("河北经济开发区管理委员会", "河北经济开发区管理委员会"),
        ("天津滨海高新技术产业开发区", "天津滨海高新技术产业开发区"),
        ("中国科学技术大学东校区", "中国科学技术大学东校区"),
        ("粤港澳大湾区", "粤港澳大湾区"),
        ("全国城市规划会议", "全国城市规划会议"),
        ("河北工业大学", "河北工业大学"),
        ("民盟中央", "民盟中央"),
        ("中国民主同盟", "中国民主同盟"),
        ("全国县域经济大会", "全国县域经济大会"),
        ("中华全国青年联合会", "中华全国青年联合会"),
        ("河北省級預算", "河北省級預算"),
        ("北京市教育委員會", "北京教育委員會"),
    ],
)
def test_generics_of_leading_places_only_are_left_out(text: str, without: str) -> None:
    assert bare(text) == without


def test_a_letter_stands_for_a_syllable() -> None:
    syllables = "hé běi shěng guó jì rén cái jiāo liú xié huì".split()
    assert initials("河北省国际人才交流协会", syllables) == ("hbsgjrcjlxh", "hbgjrcjlxh")


@pytest.mark.parametrize(
    ("text", "syllables", "whole"),
    [
        ("西安", ["xī", "ān"], "xa"),
        ("恩施", ["ēn", "shī"], "es"),
        ("欧洲", ["ōu", "zhōu"], "oz"),
        ("女子", ["nǚ", "zǐ"], "nz"),
        ("我们的", ["wǒ", "men", "de"], "wmd"),
        ("2020年", ["2020", "nián"], "2020n"),
        ("app下载", ["app", "xià", "zài"], "appxz"),
        ("CBA联赛", ["CBA", "lián", "sài"], "cbals"),
        ("Wi-Fi联盟", ["Wi-Fi", "lián", "méng"], "wifilm"),
    ],
)
def test_latin_runs_stay_whole(text: str, syllables: list[str], whole: str) -> None:
    assert initials(text, syllables)[0] == whole


def test_syllables_that_do_not_fit_leave_nothing_out() -> None:
    assert initials("河北省", ["hé"]) == ("h", "h")
    assert initials("", []) == ("", "")


def test_toneless_syllables_are_ascii() -> None:
    assert toneless_syllables(["lǚ", "Xī'ān", "ê̄", "ḿ"]) == ["lv", "xi'an", "e", "m"]


@given(
    st.text(alphabet="河北省市区县自治州回族A1中共x"),
    st.lists(st.sampled_from(["hé", "A", "de", "1", ""])),
)
def test_any_text_and_syllables_have_initials(text: str, syllables: list[str]) -> None:
    whole, without = initials(text, syllables)
    assert len(without) <= len(whole)
