"""A body and, behind its name, the school it belongs to, which its own name may leave out: *Renji Hospital, School of Medicine, S. University*.

Papers name a hospital with its school in any order, and with more or less of what stands between them. What is left of the name
is the body's own where the school's Chinese name begins the body's: 上海交通大学医学院附属仁济医院 is of 上海交通大学.
"""

from __future__ import annotations

import re

__all__ = ["parted"]

_SCHOOL = frozenset(("university", "college", "academy"))
_OF = frozenset(("of", "at", "in", "for", "and"))
_MEDICAL = re.compile(
    r"(?:(?:school|college|faculty) of (?:clinical )?medicine|medical (?:school|college|center)) ?(?:of )?"
)
"""What stands between a hospital and its university, and need not be the school's own name."""
_MOST_WORDS = 24


def parted(key: str) -> tuple[tuple[str, str], ...]:
    """Return the keys of a body and of its school that a name may consist of, the longest body first.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.
    >>> parted("longhua hospital of shanghai university")
    (('longhua hospital of shanghai', 'university'), ('longhua hospital', 'shanghai university'), ('longhua', 'hospital of shanghai university'))
    >>> parted("ruijin hospital school of medicine fudan university")[-2:]
    (('ruijin hospital', 'fudan university'), ('ruijin', 'hospital fudan university'))
    >>> parted("ministry of education")
    ()
    """
    words = key.split(" ")
    if len(words) > _MOST_WORDS or _SCHOOL.isdisjoint(words):
        return ()
    parts = []
    for at in range(len(words) - 1, 0, -1):
        school = words[at + 1 :] if words[at] in _OF else words[at:]
        if words[at - 1] in _OF or _SCHOOL.isdisjoint(school):
            continue
        plain = _MEDICAL.sub("", " ".join(school)).strip()
        if plain:
            parts.append((" ".join(words[:at]), plain))
    return tuple(dict.fromkeys(parts))
