"""Names asked for by an acronym and other words: *CAC cyberspace*, *CAS institute of automation*, *USTC Hefei*."""

from __future__ import annotations

from glossary.language.english import STOP_WORDS
from glossary.model.names import NameType
from glossary.search.expressions import all_of
from glossary.search.ranking import Tier, scored, scored_all
from glossary.store.names import name_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.language.keys import QueryKeys
    from glossary.search.ranking import Scored
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["called_by_letters"]

LETTERS = range(2, 9)
"""Lengths of acronyms."""
WORD_ROWS = 24
"""Names that hold the words of one question; full text gives short ones first."""
MOST_WORDS = 6
ROWS = 12
"""Names with one acronym that are read."""
LONGEST_FULL = 12
"""Words of a name in full that an acronym is written out with."""
RARE = 4
"""An acronym that stands in more names than these may be a common word: *most* favoured nation."""
_ACRONYM = list(NameType).index(NameType.ACRONYM)


def called_by_letters(reader: Reader, keys: QueryKeys, filters: Filters) -> list[Scored]:
    """Return names that hold the query's words once an acronym among them is written out: *CAS institute of automation*.

    Where none does, the acronym itself is meant if its letters are no word of other names: *USTC Hefei*.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What names are limited to.
    """
    words = [word for word in keys.exact.split(" ") if word not in STOP_WORDS]
    if keys.is_han or not 2 <= len(words) <= MOST_WORDS:
        return []
    asked = [word for word in dict.fromkeys(words) if len(word) in LETTERS and word.isalpha()]
    if not asked:
        return []
    named = reader.names_at([("exact", word, False) for word in asked], filters, ROWS)
    named = [row for row in named if row[5] % 10 == _ACRONYM]
    found: list[Candidate] = []
    entries = reader.listed({row[3] for row in named})
    for at, _, *candidate in named:
        n = candidate[1]
        others = [word for word in words if word != asked[at]]
        for full in _in_full(reader, n, len(entries[n].entry.names)):
            groups = [[word] for word in dict.fromkeys([*others, *full])]
            found += reader.names_matching(all_of(groups), filters, WORD_ROWS)
    if found:
        return scored_all(found, Tier.ABBREVIATED, len(keys.exact))
    counts = reader.counts_of({asked[row[0]] for row in named})
    return [
        scored(row[2:], Tier.CORRECTED) for row in named if counts.get(asked[row[0]], 0) <= RARE
    ]


def _in_full(reader: Reader, n: int, size: int) -> Iterator[list[str]]:
    """The words of each English name of an entry that has several."""
    for text in reader.texts_of([name_id(n, at) for at in range(size)]).values():
        full = [word for word in text.split(" ") if word not in STOP_WORDS]
        if text.isascii() and 2 <= len(full) <= LONGEST_FULL:
            yield full
