"""English names as they stand before a noun: *Talent Teams*, not *Talents Teams*; a phrase with a preposition never does.

The words are those of ``tables/english``: ``plurals.txt``, and the classes ``kept`` and ``prepositions``.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import plural_of, read_table, word_class

__all__ = ["as_attribute", "is_attribute"]


def as_attribute(text: str) -> str:
    """Return an English name as it stands before a noun: its last word in the singular, where a table has it.

    A phrase with a preposition is left as it is, and so are words that keep their plural there (``kept``).

    >>> as_attribute("Talents"), as_attribute("Primary Schools"), as_attribute("Foreign Affairs")
    ('Talent', 'Primary School', 'Foreign Affairs')
    >>> as_attribute("the Protection of Minorities")
    'the Protection of Minorities'
    """
    before, space, last = text.rpartition(" ")
    singular = _singulars().get(last.lower())
    if singular is None or not is_attribute(text) or last.lower() in word_class("kept"):
        return text
    return f"{before}{space}{last[0]}{singular[1:]}"


def is_attribute(text: str) -> bool:
    """Return whether a name may stand before a noun: it has no preposition.

    >>> is_attribute("Drinking Water"), is_attribute("Charges for Kindergartens")
    (True, False)
    """
    return word_class("prepositions").isdisjoint(text.split())


@lru_cache(maxsize=1)
def _singulars() -> dict[str, str]:
    """The singular of each plural of the table."""
    return {
        plural: singular
        for singular, variants in read_table("plurals").items()
        for plural in variants or [plural_of(singular)]
    }
