"""Posts at bodies that only a whole lookup finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary import Glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        (
            "Director of the Institute of Automation of the Chinese Academy of Sciences",
            "中国科学院自动化研究所所长",
        ),
        (
            "Former Director of the Institute of Automation of the CAS",
            "中国科学院自动化研究所原所长",
        ),
        ("国家卫生健康委医疗应急司原司长", "国家卫生健康委员会医疗应急司原司长"),
    ],
)
def test_the_post_of_a_body_in_other_words_is_found(
    shipped_glossary: Glossary, asked: str, chinese: str
) -> None:
    (answer,) = shipped_glossary.lookup(asked)
    assert answer.chinese == chinese
    assert answer.reworded


@pytest.mark.parametrize(
    "name", ["Director of Nothing Whatever", "没有的所长", "Director of " * 40]
)
def test_a_post_at_no_body_is_declined(shipped_glossary: Glossary, name: str) -> None:
    assert not shipped_glossary.lookup(name)


def test_a_post_is_not_answered_where_bodies_are_asked_for(shipped_glossary: Glossary) -> None:
    assert not shipped_glossary.lookup("国家卫生健康委医疗应急司司长", kind="body")
