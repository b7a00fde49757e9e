"""Institutes of an academy that are asked for without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary import Glossary


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("兰州地震研究所", "中国地震局兰州地震研究所"),
        ("南海水产研究所", "中国水产科学研究院南海水产研究所"),  # no district's
        ("资源环境科学与数据中心", "中国科学院资源环境科学与数据中心"),  # no county's
        ("黄海水产研究所", "中国水产科学研究院黄海水产研究所"),
    ],
)
def test_an_institute_without_its_academy_is_the_held_one(
    shipped_glossary: Glossary, asked: str, meant: str
) -> None:
    answers = shipped_glossary.lookup(asked)
    assert (answers.found, answers[0].chinese) == ("exact", meant)
    assert not answers[0].derivation


def test_what_is_written_with_its_city_is_the_citys(shipped_glossary: Glossary) -> None:
    answers = shipped_glossary.lookup("南京市环境科学研究所")
    assert answers[0].chinese == "南京市环境科学研究所"


def test_a_unit_that_many_have_is_declined(shipped_glossary: Glossary) -> None:
    assert shipped_glossary.lookup("水生生物研究所").found == "none"
