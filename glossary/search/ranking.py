"""The order of hits: how they match first, then what the glossary says of the name.

Exact, prefix, words, kindred words of an office, prefix and words where the last word is unfinished, short forms, substring, initials, typos; within one of
these, approved before proposed, the mainland's bodies of today before others, preferred before admitted, bodies of the centre before others, a name in use before
a former one, the shorter before the longer.
"""

from __future__ import annotations

from collections import namedtuple
from enum import IntEnum
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import NamedTuple

    class _Hit(NamedTuple):
        n: int
        ord: int
        tier: Tier
        order: tuple[int, int, bool, float]

    Scored = tuple[int, int, bool, float, int, int, int, int, int]

else:
    # typing is not loaded on the way to a lookup.
    _Hit = namedtuple("_Hit", "n ord tier order")

__all__ = ["REWORDED", "Hit", "Tier", "ranked", "scored", "scored_all", "unsaid"]

_FORMER = 4


class Tier(IntEnum):
    """How a name matches, best first."""

    EXACT = 0
    NUMBER = 1
    TURNED = 2
    PINYIN = 3
    LEGAL_FORM = 4
    OWNER = 5
    SCHOOL = 6
    FORM = 7
    COUNTRY = 8
    TITLE = 9
    PREFIX = 10
    WORDS = 11
    KINDRED = 12
    PREFIX_BEGUN = 13
    WORDS_BEGUN = 14
    ABBREVIATED = 15
    SUBSTRING = 16
    INITIALS = 17
    INITIALS_PREFIX = 18
    CORRECTED = 19
    TYPO = 20


_TIERS = tuple(Tier)
_new = tuple.__new__
_LONGEST = 1 << 30
REWORDED = (Tier.SCHOOL, Tier.FORM, Tier.TITLE)
"""Tiers of names in other words than those asked for."""


class Hit(_Hit):
    """A name that matches, and how; a tuple, since a search makes many.

    Attributes:
        n: Number of its entry.
        ord: Its place among the entry's names.
        tier: How it matches.
        order: What it is sorted by first, smaller first: tier, weight in tens, whether former, distance from 0 to 9.
    """

    __slots__ = ()

    @property
    def score(self) -> float:
        """A number from 0 to 1 in the order of the hits; comparable within one answer only."""
        tier, weight, former, distance = self.order
        within = min(weight, 399) / 400 + former / 800 + min(max(distance, 0), 9) / 8000
        return round(1 - (tier + within) / (len(Tier) + 1), 6)


def scored(candidate: Sequence[int], tier: Tier, distance: float = 0.0) -> Scored:
    """Return what a candidate is ranked by, then its entry and its place among the entry's names.

    Args:
        candidate: A row of the store.
        tier: How it matches.
        distance: How far it is from the query within its tier, 0 for nearest.

    >>> scored((1, 7, 0, 3, 13), Tier.EXACT)
    (0, 0, False, 0.0, 13, 6, 1, 7, 0)
    """
    name, n, at, weight, size = candidate
    # Of two that bear the name, what sort of name it is of each says more than their standing.
    if tier <= Tier.PINYIN:
        usage, stands_behind = divmod(weight // 10, 2)
        rest = 2 * (weight % 10) + stands_behind
        return (int(tier), 2 * usage, weight % 10 == _FORMER, distance, size, rest, name, n, at)
    return (int(tier), weight // 10, weight % 10 == _FORMER, distance, size, weight, name, n, at)


def scored_all(
    candidates: Iterable[Sequence[int]], tier: Tier, length: int = _LONGEST
) -> list[Scored]:
    """Return ``scored`` of each; its distance is how much of the name the query leaves unsaid, from 0 to 9.

    Args:
        candidates: Rows of the store.
        tier: How they match.
        length: Length of the query's exact key; by default no name leaves anything unsaid.

    >>> [row[1:] for row in scored_all([(1, 7, 0, 3, 12)], Tier.WORDS, 9)]
    [(0, False, 2.25, 12, 3, 1, 7, 0)]
    """
    rank, distance = int(tier), _unsaid_by(length)
    return [
        (rank, weight // 10, weight % 10 == _FORMER, distance[size], size, weight, name, n, at)
        for name, n, at, weight, size in candidates
    ]


class _Unsaid(dict[int, float]):
    """How much of a name a query of one length leaves unsaid, by the name's size: few sizes, most of them many times."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length

    def __missing__(self, size: int) -> float:
        found = self[size] = unsaid(self._length, size) if size > self._length else 0.0
        return found


_unsaid_by = lru_cache(maxsize=64)(_Unsaid)


def unsaid(size: int, whole: int) -> float:
    """Return how much of a text its beginning leaves unsaid, from 0 to 9.

    >>> unsaid(9, 12)
    2.25
    """
    return round(9 * (1 - size / whole), 2)


def ranked(found: Iterable[Scored], limit: int) -> list[Hit]:
    """Return the best hit of each entry, best first.

    Args:
        found: What ``scored`` returned.
        limit: How many hits are wanted.

    >>> one, other = scored((1, 7, 0, 3, 13), Tier.PREFIX), scored((2, 7, 1, 0, 9), Tier.EXACT)
    >>> [(hit.n, hit.ord, hit.tier.name) for hit in ranked([one, other], 5)]
    [(7, 1, 'EXACT')]
    """
    best: dict[int, Hit] = {}
    for each in sorted(found):
        n = each[7]
        if n not in best:
            best[n] = _new(Hit, (n, each[8], _TIERS[each[0]], each[:4]))
            if len(best) == limit:
                break
    return list(best.values())
