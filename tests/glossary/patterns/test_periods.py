"""From when to when a composed name could be in use, and why one was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# Reforms of 2003, 2008, 2013, 2018 and 2023, as the sources of seeds/patterns/fields.yaml tell of them.
IN_USE = [
    ("湖南省农业农村厅", "2018", "2026"),
    ("湖南省农业厅", "2005", "2018"),
    ("浙江省交通运输厅", "2009", "2026"),
    ("浙江省交通厅", "2005", "2009"),
    ("浙江省商务厅", "2009", "2026"),
    ("四川省环境保护厅", "2010", "2018"),
    ("四川省环境保护局", "1999", "2009"),
    ("深圳市市场监督管理局", "2009", "2026"),
    ("广东省卫生和计划生育委员会", "2013", "2018"),
    ("广东省卫生厅", "2005", "2013"),
    ("保定市教育局", "1981", "2026"),  # a city of a county before 1983
    ("广东省海南行政区教育局", "1981", "1987"),
    ("河北省药品监督管理局", "2001", "2020"),
    ("浙江省经济和信息化委员会", "2009", "2018"),
    ("浙江省经济和信息化厅", "2018", "2026"),
    ("深圳市交通运输委员会", "2009", "2018"),
    ("正定县国家税务局", "1994", "2018"),
    ("Hunan Provincial Department of Agriculture and Rural Affairs", "2018", "2026"),
    ("Zhejiang Provincial Department of Transport", "2009", "2026"),
]
NOT_IN_USE = [
    ("湖南省农业农村厅", "2010", '"农业农村" was in use 2018–'),
    (
        "Hunan Provincial Department of Agriculture and Rural Affairs",
        "2010",
        '"Agriculture and Rural Affairs" was in use 2018–',
    ),
    ("广东省国土资源厅", "2024", '"国土资源" was in use 1998–2019; since then 自然资源'),
    ("襄樊市教育局", "2024", '"襄樊市" was in use –2010; since then 襄阳市'),
    ("深圳市市场监督管理局", "2005", None),
    ("石家庄市市场监督管理局", "2010", None),
    ("石家庄市土地管理局", "2010", None),
    ("浙江省经济和信息化厅", "2015", None),
    ("浙江省经济和信息化委员会", "2024", None),
    ("四川省环境保护厅", "2005", None),
    ("四川省环境保护局", "2015", None),
    ("河北省药品监督管理局", "2010", None),
    ("河北省人力资源和社会保障厅", "2005", None),
    ("河北省数据局", "2019", None),
    ("石家庄市退役军人事务局", "2017", None),
    ("石家庄市监察委员会", "2012", None),
    ("中共河北省委网络安全和信息化委员会办公室", "2010", None),
    ("中共河北省委外事工作委员会办公室", "2015", None),
]


@pytest.mark.parametrize(("name", "first", "last"), IN_USE)
def test_a_name_is_composed_while_it_was_in_use(
    shipped: Glossary, name: str, first: str, last: str
) -> None:
    for year in (first, last):
        found = shipped.lookup(name, as_of=year)
        assert found.found == "composed", year
        assert name in (found.answers[0].chinese, found.answers[0].english)


@pytest.mark.parametrize(("name", "year", "reason"), NOT_IN_USE)
def test_a_name_of_another_time_is_declined_with_its_days(
    shipped: Glossary, name: str, year: str, reason: str | None
) -> None:
    found = shipped.lookup(name, as_of=year)
    assert found.found == "none"
    assert found.reason == reason if reason else "was in use" in found.reason


def test_parts_that_never_met_make_no_name(shipped: Glossary) -> None:
    found = shipped.lookup("襄樊市农业农村局")
    assert (found.found, found.reason) == (
        "none",
        '"襄樊市" was given up in 2010, "农业农村" came in 2018',
    )


def test_a_name_of_the_past_says_what_came_after(shipped: Glossary) -> None:
    answer = shipped.lookup("广东省环境保护厅")[0]
    assert (answer.name.start, answer.name.end) == ("2008", "2019")
    assert "in use 2008–2019; since then 生态环境" in answer.derivation[-1]


def test_of_two_readings_as_likely_the_one_of_today_is_first(shipped: Glossary) -> None:
    found = shipped.lookup("河北省药品监督管理局")
    assert [answer.name.end for answer in found.answers][:1] == [""]


def test_a_text_of_a_date_has_the_names_of_that_date(shipped: Glossary) -> None:
    text = "1999年四川省环境保护局与湖南省农业农村厅。"
    named = [each.text for each in shipped.names(text, as_of="1999")]
    assert "四川省环境保护局" in named
    assert "湖南省农业农村厅" not in named


def test_a_former_county_is_read_by_its_stem_where_a_day_is_said(shipped: Glossary) -> None:
    name = "Shunyi Bureau of Education"
    assert "顺义县教育局" in {each.chinese for each in shipped.lookup(name, as_of="1990").answers}
    assert "顺义县教育局" not in {each.chinese for each in shipped.lookup(name).answers}
