"""Chinese titles of rules that English writes alike."""

from __future__ import annotations

import pytest

from glossary.language.fuller_titles import fuller_titles, kindred_titles


@pytest.mark.parametrize(
    ("composed", "held"),
    [
        ("居住证管理条例", "居住证暂行条例"),  # State Council order 663, 2015
        ("重大行政决策程序条例", "重大行政决策程序暂行条例"),  # order 713, 2019
        ("旅行社管理条例", "旅行社条例"),  # order 550, 2009
        ("碳排放权交易办法", "碳排放权交易管理办法试行"),  # Ministry of Ecology, order 19, 2020
        ("兽药登记管理办法", "兽药注册办法"),  # Ministry of Agriculture, order 44, 2004
        ("看守所条例", "中华人民共和国看守所条例"),  # order 52, 1990
        ("消费税管理条例暂行", "消费税暂行条例"),  # order 539, 2008
        ("碳排放权交易办法试行", "碳排放权交易管理办法试行"),
    ],
)
def test_what_english_leaves_out_is_put_back(composed: str, held: str) -> None:
    assert held in fuller_titles(composed)


@pytest.mark.parametrize(
    ("composed", "other"),
    [
        ("商业银行资本管理暂行办法", "商业银行资本管理办法"),  # interim is said, so it is meant
        ("住房公积金管理办法", "住房公积金管理条例"),  # measures are no regulations
        ("耕地保护条例", "基本农田保护条例"),  # another subject
        ("管理办法", "办法"),  # about nothing
        ("碳排放权交易办法试行", "碳排放权交易管理办法"),  # on trial is said, so it is meant
    ],
)
def test_another_rule_is_not_meant(composed: str, other: str) -> None:
    assert other not in fuller_titles(composed)


def test_a_plan_is_no_rule() -> None:
    assert fuller_titles("人才发展规划") == ()


@pytest.mark.parametrize(
    ("composed", "held"),
    [
        ("住房公积金管理办法", "住房公积金管理条例"),
        ("工伤保险处理条例", "工伤保险条例"),
        ("关于推动未来产业创新发展的指导意见", "关于推动未来产业创新发展的实施意见"),
        ("关于深化养老服务改革的意见", "中共中央国务院关于深化养老服务改革发展的意见"),
    ],
)
def test_a_title_of_another_kind_is_kin(composed: str, held: str) -> None:
    assert held in kindred_titles(composed)


def test_a_title_is_not_its_own_kin() -> None:
    assert "住房公积金管理办法" not in kindred_titles("住房公积金管理办法")
    assert "关于养老的意见" not in kindred_titles("关于养老的意见")
    assert kindred_titles("人才发展规划") == ()
