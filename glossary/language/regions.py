"""What Taiwan, Hong Kong and Macao are called: as owners of bodies, beside a name, and in a text that speaks of them.

Their governments have organs whose names say nothing of the place. ``tables/english/regions.txt`` lists the words, by the first figures
of the code in GB/T 2260 (``model.entries.APART``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.english import read_table

__all__ = ["mark_of_region", "owner_patterns", "words_beside"]


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
    whole = [name for name in _table()[f"text-{code}"] if not name.endswith("…")]
    begun = [name[:-1] for name in _table()[f"text-{code}"] if name.endswith("…")]
    names = "|".join(
        (*(f"{re.escape(name)}(?![A-Za-z])" for name in whole), *map(re.escape, begun))
    )
    return re.compile(f"(?<![A-Za-z])(?<!People['’]s )(?:{names})")


def _longest_first(row: str) -> str:
    return "|".join(sorted(map(re.escape, _table()[row]), key=len, reverse=True))


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return read_table("regions")
