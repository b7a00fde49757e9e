"""From when to when a name could be in use: as long as all that it is made of was.

The days of a pattern are those of its Chinese name, of a place or an entry those of the name it bears; a whole name holds where all of
them meet. Parts that never met, a county's name given up in 2010 and a field formed in 2018, make no name at all.
"""

from __future__ import annotations

from glossary.i18n import N_, spoken
from glossary.model.dates import first_day, last_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.patterns.nodes import Node

__all__ = [
    "NOW",
    "OUT_OF_USE",
    "days_of",
    "ended",
    "held",
    "in_its_year",
    "own_days",
    "why_never",
    "year_to_come",
]

NOW = "now"
"""The feature that tells by what a word was followed: ``now=生态环境`` of 环境保护."""

OUT_OF_USE = 0.4
"""What it costs to read a word of the past where one of today is as likely."""


def own_days(node: Node) -> tuple[str, str]:
    """Return from when to when one part was in use, its own parts left aside; empty where open.

    >>> from glossary.patterns.nodes import value_node
    >>> own_days(value_node("year", "2020"))
    ('', '')
    """
    if node.chain:
        return node.chain[-1].start, node.chain[-1].end
    if node.entry is not None:
        name, body = node.entry.name, node.entry.entry.body
        return name.start, name.end or (body.dissolved if body else "")
    return node.rule.days if node.rule else ("", "")


def days_of(node: Node) -> tuple[str, str]:
    """Return from when to when all parts were in use; empty where open, the end before the start where they never met.

    >>> from glossary.patterns.nodes import value_node
    >>> days_of(value_node("year", "2020"))
    ('', '')
    """
    days = [own_days(each) for each in node.walk()]
    start = max((start for start, _end in days), key=first_day)
    end = min((end for _start, end in days), key=last_day)
    return start, end


def held(days: tuple[str, str], day: str = "") -> bool:
    """Return whether something was in use on a day; without one, whether it ever was.

    >>> held(("2018", ""), "2010-12-31"), held(("2018", "2010")), held(("2018", "2018"))
    (False, False, True)
    """
    first, last = first_day(days[0]), last_day(days[1])
    return first <= last and (not day or first <= day <= last)


def ended(node: Node, day: str) -> bool:
    """Return whether a word or a body, other than a place, was given up before a day: 商业部 is no Ministry of Commerce of today.

    >>> from glossary.patterns.nodes import value_node
    >>> ended(value_node("year", "2020"), "2026-01-01")
    False
    """
    return any(last_day(own_days(each)[1]) < day for each in node.walk() if not each.chain)


_PLANNED = 1
"""Years ahead of which there are papers: next year's work plan is drawn up this year."""


def year_to_come(node: Node, day: str) -> str:
    """Return the year a title names that is too far ahead for there to be such a paper, empty where none is.

    >>> from glossary.patterns.nodes import value_node
    >>> year_to_come(value_node("year", "2077"), "2026-11-26")
    '2077'
    >>> year_to_come(value_node("year", "2027"), "2026-11-26")
    ''
    """
    last = int(day[:4]) + _PLANNED
    years = (node.value if node.symbol == "year" else "", *map(_year_of, node.walk()))
    return next((year for year in years if year and int(year[:4]) > last), "")


def _year_of(node: Node) -> str:
    """Return the year a part names itself, the first where it runs over several (2021–2035), empty where it names none."""
    return min((kid.value for kid in node.kids.values() if kid.symbol == "year"), default="")


_REPUBLIC = "1949"
"""Before it the organs of places that patterns compose were not there; whatever older ones were called, these papers are not theirs."""


def in_its_year(node: Node) -> str:
    """Return a day on which what a title is of was not there in the year the title names; empty where all was.

    A body draws up the figures of the year before it came to be, and no plan for one after it was given up.

    >>> from glossary.patterns.nodes import value_node
    >>> in_its_year(value_node("year", "2020"))
    ''
    """
    for each in node.walk():
        if year := _year_of(each):
            start, end = days_of(each)
            first = max(map(first_day, (start, *map(_founded, each.walk()))))
            if each.place is not None:
                first = max(first, first_day(_REPUBLIC))
            if first > f"{int(year) + 1}-12-31" or last_day(end) < year:
                return f"{year}-12-31"
    return ""


def _founded(node: Node) -> str:
    """When the body of an entry came to be, under the name it bears today."""
    if node.entry is None or node.entry.name.end or node.entry.entry.body is None:
        return ""
    return node.entry.entry.body.founded


def why_never(
    node: Node, day: str, write: Callable[[Node], str], followed: Callable[[Node], str]
) -> str:
    """Return why a reading names nothing on a day: which part was not in use, or which two never were together.

    Args:
        node: The reading.
        day: The day; empty where only parts that never met are told.
        write: Writes a part in the language that was asked in.
        followed: What a part is called today, where that is known.
    """
    parts = [each for each in node.walk() if any(own_days(each))]
    for part in node.walk():
        start, end = own_days(part)
        start = start or _founded(part)
        if day and not held((start, end), day):
            now = followed(part) if end and last_day(end) < day else ""
            if now:
                said = N_('"{name}" was in use {start}–{end}; since then {now}')
                return spoken(said, name=write(part), start=start, end=end, now=now)
            said = N_('"{name}" was in use {start}–{end}')
            return spoken(said, name=write(part), start=start, end=end)
    late = max(parts, key=lambda each: first_day(own_days(each)[0]), default=None)
    early = min(parts, key=lambda each: last_day(own_days(each)[1]), default=None)
    if late is None or early is None:
        return ""
    return spoken(
        N_('"{early}" was given up in {end}, "{late}" came in {start}'),
        early=write(early),
        late=write(late),
        end=own_days(early)[1],
        start=own_days(late)[0],
    )
