"""The table of wordings: each row says something, and none joins what titles tell apart."""

from __future__ import annotations

import pytest

from glossary.language.english import english_tokens, read_table
from glossary.language.titles import compared_words
from glossary.language.wordings import says_the_same

ROWS = read_table("wordings")


def _sets(translations: list[str]) -> list[frozenset[str]]:
    return [frozenset(compared_words(english_tokens(each))) for each in translations if each != "-"]


def test_every_row_has_translations_that_differ() -> None:
    alike = [han for han, each in ROWS.items() if len(set(_sets(each))) < len(each) - ("-" in each)]
    assert alike == []
    # One translation says something too: 学校 in the Chinese explains a "school" the known title leaves out.
    assert [han for han, each in ROWS.items() if not any(each)] == []


def test_every_translation_is_of_words_that_are_compared() -> None:
    assert [han for han, each in ROWS.items() if frozenset() in _sets(each)] == []


def test_rows_are_in_order() -> None:
    assert list(ROWS) == sorted(ROWS)


@pytest.mark.parametrize(
    ("one", "other"),
    [("safety", "security"), ("food", "drug"), ("law", "measure"), ("provincial", "national")],
)
def test_words_that_tell_titles_apart_share_no_row(one: str, other: str) -> None:
    together = [
        han for han, each in ROWS.items() if {one, other} <= frozenset().union(*_sets(each))
    ]
    assert together == []


def test_a_phrase_counts_as_a_whole() -> None:
    known = frozenset(("act", "campus", "off", "training"))
    han = ["校外培训规定"]
    assert says_the_same(frozenset(("act", "after", "school", "tutoring")), known, han)
    assert not says_the_same(frozenset(("act", "school")), known, han)


def test_administration_may_be_missing_but_in_a_law() -> None:
    words = frozenset(("administration", "asset", "reorganization"))
    asked = frozenset(("asset", "restructuring"))
    assert says_the_same(asked | {"act"}, words | {"act"}, ["资产重组管理办法"])
    assert not says_the_same(asked | {"law"}, words | {"law"}, ["资产重组管理法"])


def test_an_outline_for_conducting_something_is_one_of_its_implementation() -> None:
    asked = compared_words(english_tokens("conducting patriotic education in the new era"))
    known = compared_words(english_tokens("implementation patriotic education in the new era"))
    assert says_the_same(frozenset(asked), frozenset(known), ["新时代爱国主义教育实施纲要"])
    assert not says_the_same(frozenset(asked), frozenset(known), ["新时代爱国主义教育纲要"])
