"""What Taiwan, Hong Kong and Macao are called: as owners of bodies, beside a name, and in a text that speaks of them.

Their governments have organs whose names say nothing of the place. ``tables/english/regions.txt`` lists the words, by the first figures
of the code in GB/T 2260 (``model.entries.APART``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.english import read_table

__all__ = ["mark_of_region", "owner_patterns", "speaks_of_mainland", "words_beside"]


@lru_cache(maxsize=6)
def owner_patterns(code: str, *, han: bool) -> tuple[re.Pattern[str], ...]:
    """Return patterns that match a key which says whose the body is; their group is the key without it.

    Args:
        code: ``71``, ``81`` or ``82``.
        han: Whether for keys of Chinese, where the owner stands first.

    >>> [pattern.fullmatch("hong kong sar government education bureau")[1] for pattern in owner_patterns("81", han=False)[:1]]
    ['education bureau']
    >>> owner_patterns("71", han=True)[0].fullmatch("台湾国防部")[1]
    '国防部'
    """
    names = _longest_first(f"owner-han-{code}" if han else f"owner-{code}")
    if han:
        return (re.compile(f"(?:{names})(?:政府)?(.+)"),)
    owner = f"(?:government of )?(?:{names})(?: government)?"
    return (re.compile(f"{owner} (.+)"), re.compile(f"(.+?)(?: of)? {owner}"))


@lru_cache(maxsize=3)
def words_beside(code: str) -> frozenset[str]:
    """Return the words, in their compared form, that right beside a name make it that of a body there.

    >>> sorted(words_beside("82"))
    ['macao', 'macau']
    """
    return frozenset(_table()[f"beside-{code}"])


@lru_cache(maxsize=3)
def mark_of_region(code: str) -> re.Pattern[str]:
    """Return the pattern of what a text says that speaks of the place; its edges are those of Latin letters.

    >>> [bool(mark_of_region("71").search(text)) for text in ("the ROC's", "在ROC的", "ROCKS", "the People's Republic of China")]
    [True, True, False, False]
    """
    return re.compile(f"(?<![A-Za-z])(?<!People['’]s )(?:{_as_said(f'text-{code}')})")


def speaks_of_mainland(text: str) -> bool:
    """Return whether a text says something of the mainland.

    >>> [speaks_of_mainland(text) for text in ("in Beijing", "the Republic of China", "大陸委員會", "兩岸與大陸")]
    [True, False, False, True]
    """
    return any(found[1] for found in _of_mainland().finditer(text))


@lru_cache(maxsize=1)
def _of_mainland() -> re.Pattern[str]:
    return re.compile(f"(?:{_longest_first('not-mainland')})|({_as_said('text-mainland')})")


def _as_said(row: str) -> str:
    """The pattern of the words of a row; what ends in … goes on as it likes."""
    names = _table()[row]
    whole = [re.escape(name) + "(?![A-Za-z])" for name in names if not name.endswith("…")]
    return "|".join((*whole, *(re.escape(name[:-1]) for name in names if name.endswith("…"))))


def _longest_first(row: str) -> str:
    return "|".join(sorted(map(re.escape, _table()[row]), key=len, reverse=True))


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return read_table("regions")
