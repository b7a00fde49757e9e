"""Dates of names, relations and sources: EDTF, as far as a glossary needs it.

    1988          a year            2018-03       a month          2018-03-17    a day
    1988~  1988?  1988%             approximate, uncertain, both: a marker, it bounds nothing

A date stands for all its days: ``first_day("2018-03")`` is 2018-03-01, ``last_day`` 2018-03-31. A span is open
where an end is empty. Days compare as text.

Source: ISO 8601-1 (calendar dates, reduced precision) and ISO 8601-2 / EDTF level 1 (qualifiers).
"""

from __future__ import annotations

import re

from glossary.errors import InvalidError
from glossary.i18n import _

__all__ = ["FIRST", "LAST", "first_day", "last_day", "parse_date", "span", "spans_overlap"]

FIRST = "0000-01-01"
LAST = "9999-12-31"

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?\Z")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def parse_date(text: str, field: str = "date") -> str:
    """Return ``text`` if it is a date, else raise.

    Args:
        text: A date as in the module's table; nothing around it.
        field: The key to name in the error.
    Returns:
        The same text.
    Raises:
        InvalidError: The text is no date, or names a day that does not exist.

    >>> parse_date("2018-03")
    '2018-03'
    >>> parse_date("2018-02-30")
    Traceback (most recent call last):
    glossary.errors.InvalidError: date '2018-02-30' does not exist: 2018-02 has 28 days. \
Write YYYY, YYYY-MM or YYYY-MM-DD.
    """
    fix = _("Write YYYY, YYYY-MM or YYYY-MM-DD.")
    found = _SHAPE.match(text) if isinstance(text, str) else None
    if not found:
        raise InvalidError(
            _("{field} {text!r} is not a date").format(field=field, text=text), field=field, fix=fix
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise InvalidError(
            _("{field} {text!r} has no year 0000").format(field=field, text=text),
            field=field,
            fix=fix,
        )
    if month is not None and not 1 <= month <= 12:
        raise InvalidError(
            _("{field} {text!r} has no month {month:02}").format(
                field=field, text=text, month=month
            ),
            field=field,
            fix=fix,
        )
    if month and day is not None:
        days = _month_days(year, month)
        if not 1 <= day <= days:
            raise InvalidError(
                _("{field} {text!r} does not exist").format(field=field, text=text),
                field=field,
                why=_("{month} has {days} days").format(month=f"{year:04}-{month:02}", days=days),
                fix=fix,
            )
    return text


def first_day(text: str) -> str:
    """Return the first day a valid date stands for; the beginning of time for an empty one.

    >>> first_day("2018"), first_day("")
    ('2018-01-01', '0000-01-01')
    """
    text = text.rstrip("~?%")
    return (text + "-01-01"[len(text) - 4 :]) if text else FIRST


def last_day(text: str) -> str:
    """Return the last day a valid date stands for; the end of time for an empty one.

    >>> last_day("2020-02"), last_day("1988~"), last_day("")
    ('2020-02-29', '1988-12-31', '9999-12-31')
    """
    text = text.rstrip("~?%")
    if not text:
        return LAST
    if len(text) == 4:
        return text + "-12-31"
    if len(text) == 7:
        return f"{text}-{_month_days(int(text[:4]), int(text[5:]))}"
    return text


def span(start: str, end: str) -> tuple[str, str]:
    """Return the first and last day between two dates, either of which may be empty.

    Where one ends and the next begins in the same year or month, both hold that period: the sources
    that give only a year do not say more.

    Raises:
        InvalidError: The end lies before the start.

    >>> span("1988", "2018-03")
    ('1988-01-01', '2018-03-31')
    """
    first, last = first_day(start), last_day(end)
    if last < first:
        raise InvalidError(
            _("the span ends ({end}) before it begins ({start})").format(end=end, start=start),
            field="to",
            fix=_("Exchange the two dates."),
        )
    return first, last


def spans_overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Return whether two spans of days surely share a stretch of time.

    Spans that merely meet in the period both name (to 2018, from 2018) follow one another.

    >>> spans_overlap(span("1998", "2018"), span("2018", ""))
    False
    >>> spans_overlap(span("1998", "2019"), span("2018", ""))
    True
    """
    return one[0] < other[1] and other[0] < one[1] and not (_meet(one, other) or _meet(other, one))


def _meet(early: tuple[str, str], late: tuple[str, str]) -> bool:
    """Whether the later span begins within the last period (a year at most) of the earlier one."""
    return early[0] < late[0] and early[1] < late[1] and early[1][:4] == late[0][:4]
