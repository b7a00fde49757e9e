"""Listed names that say what was composed more fully."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary import Glossary


@pytest.mark.parametrize(
    ("query", "chinese"),
    [
        ("职业病目录", "职业病分类和目录"),
        ("党校工作条例", "中国共产党党校（行政学院）工作条例"),
        ("supreme court work report", "最高人民法院工作报告"),
    ],
)
def test_a_document_held_in_more_words_stands_before_the_title_composed(
    shipped_glossary: Glossary, query: str, chinese: str
) -> None:
    first, second = shipped_glossary.find(query).composed[:2]
    assert (first.chinese, first.derivation) == (chinese, ())
    assert second.derivation


def test_another_subject_is_another_document(shipped_glossary: Glossary) -> None:
    composed = shipped_glossary.find("农药经营管理办法").composed
    assert all(answer.derivation for answer in composed)
