"""Which names of one entry go together: of a day, of a period, of a pair.

Of the same period for a former name, its pair for an alias or any other paired name, the preferred ones for the
rest, acronyms and short forms included (``DESIGN`` §3).
"""

from __future__ import annotations

from glossary.model.dates import first_day, last_day, spans_overlap
from glossary.model.names import Name, NameType, Usage
from glossary.model.tags import fallbacks, script_of_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.model.entries import Entry

__all__ = [
    "counterpart",
    "is_english",
    "is_hans",
    "is_hant",
    "last_name_day",
    "preferred_name",
    "same_time",
]

_TYPES = (
    NameType.FULL,
    NameType.SHORT,
    NameType.ALIAS,
    NameType.VARIANT,
    NameType.ACRONYM,
    NameType.FORMER,
)
_USAGES = tuple(Usage)


def is_english(name: Name) -> bool:
    """Return whether a name is English; a house's own counts only where nothing else is there."""
    return name.is_english


def is_hans(name: Name) -> bool:
    """Return whether a name is Chinese in simplified characters."""
    return name.is_chinese and script_of_tag(name.lang) == "Hans"


def is_hant(name: Name) -> bool:
    """Return whether a name is Chinese in traditional characters."""
    return name.is_chinese and script_of_tag(name.lang) == "Hant"


def preferred_name(
    names: Sequence[Name], fits: Callable[[Name], bool], day: str, lang: str = ""
) -> Name | None:
    """Return the name to use on a day, of those that fit.

    Args:
        names: The names of one entry.
        fits: Which of them are asked for.
        day: YYYY-MM-DD; names not valid that day come last.
        lang: A language tag whose own names go first (``en-x-reuters``), then its fallbacks.
    Returns:
        The best name; never a forbidden one; ``None`` where none fits.

    >>> from glossary.model.names import Evidence
    >>> one = Name(text="CPC", lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
    >>> two = Name(text="Communist Party of China", lang="en", evidence=Evidence.UNSOURCED)
    >>> preferred_name((one, two), is_english, "2026-11-24").text
    'Communist Party of China'
    """
    able = [name for name in names if name.usage is not Usage.FORBIDDEN and fits(name)]
    if len(able) < 2:
        return able[0] if able else None
    chain = fallbacks(lang) if lang else ()

    def order(name: Name) -> tuple[int, ...]:
        nearness = (
            chain.index(name.lang) if name.lang in chain else len(chain) + name.lang.count("-")
        )
        if script_of_tag(name.lang):
            nearness = 0 if name.lang in ("zh", "zh-Hans", "zh-Hant") else 1
        return (
            _fit_for_day(name, day),
            nearness,
            _USAGES.index(name.usage),
            _TYPES.index(name.type),
            name.evidence.rank,
        )

    return min(able, key=order)


def last_name_day(entry: Entry, day: str) -> str:
    """Return the day to choose names for: the day asked for, or the last one of a body that is no more.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "body": {"dissolved": "2013-03"}, "names": [
    ...     {"text": "A", "lang": "en", "evidence": "unsourced"}]})
    >>> last_name_day(entry, "2026-11-24"), last_name_day(entry, "2005-01-01")
    ('2013-03-31', '2005-01-01')
    """
    dissolved = entry.body.dissolved if entry.body else ""
    return min(day, last_day(dissolved)) if dissolved else day


def _fit_for_day(name: Name, day: str) -> int:
    """0 for a former name in its own time, 1 for one in use that day, 2 for any other."""
    if not name.is_valid_on(day):
        return 2
    if name.type is NameType.FORMER:
        return 0 if name.end else 2
    return 1


def counterpart(
    asked: Name, names: Sequence[Name], fits: Callable[[Name], bool], day: str
) -> Name | None:
    """Return the name that goes with the one asked for.

    Args:
        asked: The name asked for, one of ``names``.
        names: The names of one entry.
        fits: Which of them are wanted, such as the English ones.
        day: YYYY-MM-DD.
    """
    time = _day_within(asked, day)
    if asked.type not in (NameType.ALIAS, NameType.FORMER):
        return preferred_name(names, fits, time)
    if fits(asked) and asked.usage is not Usage.FORBIDDEN:
        return asked
    if asked.pair:
        paired = preferred_name([name for name in names if name.pair == asked.pair], fits, time)
        if paired:
            return paired
    alike = [
        name
        for name in names
        if name.type is asked.type
        and not (name.pair and asked.pair)
        and fits(name)
        and spans_overlap(name.days, asked.days)
    ]
    if asked.type is NameType.FORMER:
        # One that was given up long before the name asked for was is not of its time.
        alike = [name for name in alike if not asked.end or name.days[1] >= first_day(asked.end)]
        return preferred_name(alike or names, fits, time)
    return preferred_name(alike if len(alike) == 1 else names, fits, time)


def _day_within(name: Name, day: str) -> str:
    """The day itself, or the last day of the name's own time where it lies outside."""
    first, last = name.days
    return day if first <= day <= last else last if last < day else first


def same_time(one: Name, other: Name | None) -> bool:
    """Return whether two names are of one period, both former or neither."""
    if other is None:
        return True
    return (one.type is NameType.FORMER) == (
        other.type is NameType.FORMER
    ) and one.days == other.days
