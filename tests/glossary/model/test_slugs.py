"""Ids made from names."""

from __future__ import annotations

import pytest
from hypothesis import given

from glossary.model.rules import check_id
from glossary.model.slugs import free_slug, slug
from tests import strategies


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ministry of State Security", "ministry-of-state-security"),
        ("Lǜliáng Shì", "luliang-shi"),
        ("People’s Daily", "peoples-daily"),
        ("R&D", "r-and-d"),
        ("  (A)  B ", "a-b"),
        ("国务院", ""),
    ],
)
def test_a_name_becomes_an_id(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_long_name_is_cut_at_a_word() -> None:
    made = slug("word " * 30)
    assert len(made) <= 80
    assert made.endswith("word")


@given(strategies.lines(max_size=120))
def test_a_free_slug_is_always_an_id(text: str) -> None:
    taken: set[str] = set()
    for _ in range(3):
        made = free_slug(text, taken.__contains__)
        assert check_id(made) not in taken
        taken.add(made)
