"""Dates: ISO 8601-1 calendar dates of reduced precision, EDTF level 1 qualifiers."""

from __future__ import annotations

import pytest
from hypothesis import given

from glossary.errors import InvalidError
from glossary.model.dates import FIRST, LAST, first_day, last_day, parse_date, span, spans_overlap
from tests import strategies


@pytest.mark.parametrize(
    "text", ["1988", "2018-03", "2018-03-17", "1988~", "1988-05?", "0001", "2000-02-29%"]
)
def test_a_date_of_any_precision_is_kept_as_written(text: str) -> None:
    assert parse_date(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("88", "is not a date"),
        ("2018-3", "is not a date"),
        ("2018/03", "is not a date"),
        ("2018-03-17T00:00", "is not a date"),
        (" 2018", "is not a date"),
        ("2018\n", "is not a date"),
        ("２０１８", "is not a date"),
        ("", "is not a date"),
        ("0000", "has no year 0000"),
        ("2018-13", "has no month 13"),
        ("2018-00", "has no month 00"),
        ("1900-02-29", "1900-02 has 28 days"),
        ("2018-04-31", "2018-04 has 30 days"),
        ("2018-04-00", "2018-04 has 30 days"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(InvalidError, match=why):
        parse_date(text)


def test_a_number_is_no_date() -> None:
    with pytest.raises(InvalidError, match="is not a date"):
        parse_date(1988)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1988", "1988-01-01", "1988-12-31"),
        ("2018-03", "2018-03-01", "2018-03-31"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2018-03-17?", "2018-03-17", "2018-03-17"),
        ("", FIRST, LAST),
    ],
)
def test_a_date_stands_for_all_its_days(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@given(strategies.dates())
def test_the_first_day_is_never_after_the_last(text: str) -> None:
    assert first_day(text) <= last_day(text)
    assert parse_date(first_day(text)) == first_day(text)
    assert parse_date(last_day(text)) == last_day(text)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidError, match=r"the span ends \(1998\) before it begins \(2018\)"):
        span("2018", "1998")


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("1998", "2018"), ("2018", ""), False),
        (("1998", "2018-03"), ("2018-03", ""), False),
        (("1998", "2018-03-17"), ("2018-03-17", ""), False),
        (("1998", "2018-03-17"), ("2018", ""), False),
        (("1998", "2019"), ("2018", ""), True),
        (("", ""), ("2018", ""), True),
        (("", "1998"), ("2018", ""), False),
        (("1998", ""), ("1998", ""), True),
    ],
)
def test_spans_that_meet_follow_one_another(
    one: tuple[str, str], other: tuple[str, str], overlap: bool
) -> None:
    assert spans_overlap(span(*one), span(*other)) is overlap
    assert spans_overlap(span(*other), span(*one)) is overlap
