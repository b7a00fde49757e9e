"""The query language: filters among words."""

from __future__ import annotations

import pytest

from glossary.errors import InvalidError
from glossary.search.queries import FILTER_KEYS, parse_query
from glossary.store.filters import SERVED, Filters


def test_words_stay_and_filters_go() -> None:
    query = parse_query("hebei kind:body science level:provincial")
    assert query.text == "hebei science"
    assert query.filters == Filters(kinds=("body",), level="provincial")


@pytest.mark.parametrize("text", ["note: a", "http://a.b", "akind:body", "a:b", "国发：1号", "::"])
def test_other_colons_are_text(text: str) -> None:
    assert parse_query(text).text == text


def test_a_quoted_value_keeps_its_spaces() -> None:
    assert parse_query('a collection:"desk one" b').filters.collection == "desk one"
    assert parse_query('a collection:"desk one" b').text == "a b"


@pytest.mark.parametrize(
    ("place", "code"), [("13", "13"), ("130000", "13"), ("130100", "1301"), ("河北", "13")]
)
def test_a_place_is_the_beginning_of_its_codes(place: str, code: str) -> None:
    assert parse_query(f"place:{place}").filters.place == code


def test_statuses() -> None:
    assert parse_query("a").filters.statuses == SERVED
    assert parse_query("status:retired,rejected").filters.statuses == ("retired", "rejected")
    assert len(parse_query("status:all").filters.statuses) == 4


@pytest.mark.parametrize("key", FILTER_KEYS)
def test_a_filter_without_a_value_is_said(key: str) -> None:
    with pytest.raises(InvalidError, match=f"filter {key}: has no value"):
        parse_query(f"a {key}:")


def test_a_wrong_value_offers_the_nearest() -> None:
    with pytest.raises(InvalidError, match="Did you mean 'body'"):
        parse_query("kind:bdy")


def test_as_of_is_the_last_day_of_a_date() -> None:
    assert parse_query("a as-of:2005").day == "2005-12-31"
    assert parse_query("a as-of:2005-02").filters.day == "2005-02-28"
