"""What a body is in charge of, by its English name: who asks for *customs* means the General Administration of Customs.

The field of a name is what is left without the head before *of* and without words that open many names:
*Ministry of National Defense* is asked for as *defense*, the *China Coast Guard* as *coast guard*.
"""

from __future__ import annotations

from glossary.language.english import word_class

__all__ = ["fields_of"]

_LINKS = (" of ", " for ")


def fields_of(key: str) -> list[str]:
    """Return the ways to say the field in an English name, the whole name first.

    Args:
        key: Its exact key.

    >>> fields_of("general administration of customs")
    ['general administration of customs', 'administration of customs', 'customs']
    >>> fields_of("china central bank")
    ['china central bank', 'central bank', 'bank']
    """
    found = _opened(key)
    cuts = [at + len(link) for link in _LINKS if (at := key.find(link)) > 0]
    return found + _opened(key[min(cuts) :]) if cuts else found


def _opened(key: str) -> list[str]:
    """A text, then the same without each of the words that open many names."""
    found = [key]
    first, _, rest = key.partition(" ")
    while rest and first in word_class("openings"):
        found.append(rest)
        first, _, rest = rest.partition(" ")
    return found
