"""Segmentation by least cost; expectations by GB/T 16159-2012 and by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.segment import segment


def _cut(han: str) -> list[str]:
    return [text for text, _ in segment(han)]


@pytest.mark.parametrize(
    ("han", "expected"),
    [
        ("中学校长", "中学 校长"),
        ("人民银行长沙", "人民 银行 长沙"),
        ("科学技术", "科学 技术"),
        ("市场监督管理", "市场 监督 管理"),
        ("发展和改革", "发展 和 改革"),
        ("国际技术转移中心", "国际 技术 转移 中心"),
        ("城市中心", "城市 中心"),
    ],
)
def test_words_meet_where_they_cost_least(han: str, expected: str) -> None:
    assert _cut(han) == expected.split()


@pytest.mark.parametrize("han", ["石家庄市", "阿拉善左旗", "积石山保安族东乡族撒拉族自治县"])
def test_listed_place_is_one_piece(han: str) -> None:
    assert segment(han) == [(han, "place")]


def test_place_off_the_list_takes_its_generic_along() -> None:
    assert segment("仁武乡公所")[0] == ("仁武乡", "placed")


def test_generic_character_in_a_word_is_no_generic() -> None:
    assert _cut("全国市场")[-1] == "市场"
    assert "新区" in _cut("滨海新区管理委员会") or "滨海新区" in _cut("滨海新区管理委员会")


def test_numbers_and_ordinals_are_pieces() -> None:
    assert segment("第十四届")[0] == ("第十四", "ordinal")
    assert ("二〇二〇", "number") in segment("二〇二〇年")


@pytest.mark.parametrize("han", ["乌斯怀亚", "科纳克里", "瓦加杜古"])
def test_foreign_name_off_the_list_is_one_piece(han: str) -> None:
    assert len(_cut(han)) == 1


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)))
def test_pieces_joined_give_the_text(han: str) -> None:
    assert "".join(_cut(han)) == han


def test_long_text_costs_time_in_proportion() -> None:
    text = "河北省科学技术厅" * 2000
    assert "".join(_cut(text)) == text
