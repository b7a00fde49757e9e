"""Drafts and editions of documents: composed behind the title, in whichever words that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Measures for Cybersecurity Review (Draft for Comment)", "网络安全审查办法（征求意见稿）"),
        ("Law on Data Security (Draft)", "中华人民共和国数据安全法（草案）"),
        ("Measures on Cybersecurity Review (2021 Revision)", "网络安全审查办法（2021年修订）"),
    ],
)
def test_the_version_of_a_title_in_other_words_is_marked(
    shipped_glossary: Glossary, asked: str, chinese: str
) -> None:
    answers = shipped_glossary.lookup(asked)
    assert (answers.found, [answer.chinese for answer in answers]) == ("composed", [chinese])
    assert answers[0].reworded


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Draft Civil Code", "中华人民共和国民法典（草案）"),
        ("Second Draft of the Civil Code", "中华人民共和国民法典（草案二次审议稿）"),
        ("Data Security Law (Second Reading Draft)", "中华人民共和国数据安全法（草案二次审议稿）"),
        ("Draft Amendment to the Company Law", "中华人民共和国公司法（修正草案）"),
    ],
)
def test_a_draft_is_composed_by_its_reading(
    shipped_glossary: Glossary, asked: str, chinese: str
) -> None:
    assert [answer.chinese for answer in shipped_glossary.lookup(asked)] == [chinese]


@pytest.mark.parametrize(
    "asked",
    [
        "Measures for Lunar Bees (Draft for Comment)",
        "Measures for Cybersecurity Review (Nonsense)",
        "Ministry of Education (Draft)",
        "Draft Nonsense Law",
    ],
)
def test_no_version_is_made_up(shipped_glossary: Glossary, asked: str) -> None:
    assert shipped_glossary.lookup(asked).found == "none"


def test_what_the_english_leaves_open_is_said_of_the_title_that_is_held(
    shipped_glossary: Glossary,
) -> None:
    answers = shipped_glossary.lookup(
        "Measures for Cybersecurity Review (Revised Draft for Comment)"
    )
    assert answers.found == "none"
    assert "网络安全审查办法（修订征求意见稿）" in answers.reason


def test_chinese_brackets_are_read_as_they_stand(shipped_glossary: Glossary) -> None:
    asked = "中华人民共和国慈善法（修订草案）"
    answers = shipped_glossary.lookup(asked)
    assert [answer.english for answer in answers] == [
        "Charity Law of the People's Republic of China (Revised Draft)"
    ]
