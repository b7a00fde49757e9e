"""English names as they stand before a noun: *Talent Teams*, not *Talents Teams*; a phrase with a preposition never does.

The words are those of ``tables/english``: ``plurals.txt`` and, for what is never read back, ``attributes.txt``, and the classes ``kept`` and ``prepositions``.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import SMALL_WORDS, plural_of, read_table, word_class

_LONGEST = 4
"""Words of the longest phrase that is written before a noun."""

_SMALL = SMALL_WORDS | {"a", "an", "as", "but", "or", "per", "via", "vs"}

__all__ = ["as_attribute", "in_title", "is_attribute"]


def as_attribute(text: str, *, written: bool = False) -> str:
    """Return an English name as it stands before a noun: its last word in the singular, where a table has it.

    A phrase with a preposition is left as it is, and so are words that keep their plural there (``kept``).

    Args:
        text: The name.
        written: Whether it is only written, never read back: more words are put in the singular then.

    >>> as_attribute("Talents"), as_attribute("Primary Schools"), as_attribute("Foreign Affairs")
    ('Talent', 'Primary School', 'Foreign Affairs')
    >>> as_attribute("Subsidies"), as_attribute("Subsidies", written=True)
    ('Subsidies', 'Subsidy')
    >>> as_attribute("Towns and Villages", written=True)
    'Town and Village'
    >>> as_attribute("the Protection of Minorities")
    'the Protection of Minorities'
    """
    if written and " and " in text and is_attribute(text, written=True):
        first, _, second = text.partition(" and ")
        return f"{as_attribute(first, written=True)} and {as_attribute(second, written=True)}"
    before, space, last = text.rpartition(" ")
    known = _singulars(("plurals", "attributes") if written else ("plurals",))
    singular = known.get(last.lower())
    if singular is None or not is_attribute(text) or last.lower() in word_class("kept"):
        return text
    return f"{before}{space}{last[0]}{singular[1:]}"


def in_title(text: str) -> str:
    """Return an English term with the capitals it has in a title.

    >>> in_title("asset-backed securities"), in_title("freedom of the press"), in_title("eSports")
    ('Asset-Backed Securities', 'Freedom of the Press', 'eSports')
    """
    words = text.split(" ")
    small = _SMALL | word_class("prepositions")
    return " ".join(
        "-".join(_capital(part) for part in word.split("-"))
        if not at or word not in small
        else word
        for at, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:] if word.islower() else word


def is_attribute(text: str, *, written: bool = False) -> bool:
    """Return whether a name may stand before a noun: it has no preposition, and is not long where it is only written.

    >>> is_attribute("Drinking Water"), is_attribute("Charges for Kindergartens")
    (True, False)
    >>> is_attribute("National Agricultural Science and Technology Parks", written=True)
    False
    """
    words = text.split()
    return word_class("prepositions").isdisjoint(words) and not (written and len(words) > _LONGEST)


@lru_cache(maxsize=2)
def _singulars(tables: tuple[str, ...]) -> dict[str, str]:
    """The singular of each plural of some tables."""
    return {
        plural: singular
        for table in tables
        for singular, variants in read_table(table).items()
        for plural in variants or [plural_of(singular)]
    }
