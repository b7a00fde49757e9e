"""Shapes of names: learned societies, features that name others, names no list holds."""

from __future__ import annotations

import pytest

from glossary.language.readings import tables
from glossary.language.shapes import is_name, names_another, societies


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["中国", "心理学", "会"], ["中国", "心理", "学会"]),
        (["中国", "化学", "会"], ["中国", "化学", "会"]),
        (["会", "计"], ["会", "计"]),
        ([], []),
    ],
)
def test_society_of_a_science_of_two_syllables(pieces: list[str], expected: list[str]) -> None:
    assert [text for text, _ in societies([(piece, "word") for piece in pieces])] == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["长江", "大桥"], True),
        (["燕山", "大学"], True),
        (["黄河", "科技", "学院"], True),
        (["长江", "流域"], False),
        (["长江"], False),
        (["北京", "大学"], False),
    ],
)
def test_feature_that_names_another_is_whole(names: list[str], expected: bool) -> None:
    assert names_another([(name, "place") for name in names], 0, tables()) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("孟良", "word"), ("崮", "char")], True),
        ([("塔公", "word"), ("寺", "char")], False),
        ([("新", "char"), ("政策", "word")], False),
        ([("第", "ordinal"), ("三", "glued"), ("性", "char")], False),
        ([("教育", "word")], False),
    ],
)
def test_lone_character_shows_a_name(parts: list[tuple[str, str]], expected: bool) -> None:
    text = "".join(part for part, _ in parts)
    assert is_name(text, [(part, kind, "") for part, kind in parts], tables()) is expected
