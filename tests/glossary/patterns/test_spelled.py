"""Bodies of places asked for by pinyin or initials: their names are in no list, so the pinyin is read by the patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary


@pytest.mark.parametrize(
    ("pinyin", "chinese"),
    [
        ("Hangzhou Shi Gong'anju", ["杭州市公安局"]),
        ("Hángzhōu Shì Gōng'ānjú", ["杭州市公安局"]),
        ("sichuan sheng weisheng jiankang weiyuanhui", ["四川省卫生健康委员会"]),
        ("guangdongshenggonganting", ["广东省公安厅"]),
        ("Zhengding Xian Jiaoyuju", ["正定县教育局"]),
        ("zhonggong hebei shengwei", ["中国共产党河北省委员会"]),
        ("Beijing Shi Haidian Qu Renmin Zhengfu", ["北京市海淀区人民政府"]),
        ("Shanghai Shi Haidian Qu Renmin Zhengfu", []),  # Haidian lies in Beijing
        ("Suzhou Shi Jiaoyuju", ["苏州市教育局", "宿州市教育局"]),
        ("Sùzhōu Shì Jiàoyùjú", ["宿州市教育局"]),
        # A city has no 厅, no place is called so, and the tones are those of no place.
        ("Hangzhou Shi Jiaoyuting", []),
        ("Huangzhou Shi Gong'anju", []),
        ("Hāngzhōu Shì Gōng'ānjú", []),
    ],
)
def test_pinyin_of_a_body_nobody_lists(shipped: Glossary, pinyin: str, chinese: list[str]) -> None:
    assert [answer.chinese for answer in shipped.lookup(pinyin)] == chinese
    assert [answer.chinese for answer in shipped.find(pinyin).composed] == chinese


@pytest.mark.parametrize(
    ("letters", "chinese"),
    [
        ("jxjyt", ["江西省教育厅"]),
        ("nmgjyt", ["内蒙古自治区教育厅"]),
        ("hnsjyt", ["河南省教育厅", "湖南省教育厅", "海南省教育厅"]),
        ("bjjyt", []),  # Beijing has a 委员会
    ],
)
def test_initials_of_an_office_of_a_province(
    shipped: Glossary, letters: str, chinese: list[str]
) -> None:
    assert sorted(answer.chinese or "" for answer in shipped.find(letters).composed) == sorted(
        chinese
    )
    assert not shipped.lookup(letters).answers


def test_long_pinyin_that_names_nothing_is_declined(shipped: Glossary) -> None:
    assert not shipped.lookup("hangzhou" * 25).answers
    assert not shipped.find("beijing shi " * 16).composed


def test_a_short_province_is_not_read_in_its_own_name(shipped: Glossary) -> None:
    assert shipped.find("浙江省委").composed[0].chinese == "中国共产党浙江省委员会"
    assert shipped.find("Zhejiang 省委").composed[0].chinese == "中国共产党浙江省委员会"
    assert shipped.find("四川 department of finance").composed[0].chinese == "四川省财政厅"
    assert shipped.find("深圳 public security").composed[0].chinese == "深圳市公安局"
    assert shipped.find("浙教育厅").composed[0].chinese == "浙江省教育厅"
