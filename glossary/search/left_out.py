"""Chinese names of which a query says the most, in their order: 五保条例 is the 农村五保供养工作条例.

Who is in a hurry leaves out words in the middle of a name, and its owner's full name.  A name is found where all
characters of the query stand in it one behind the other, in few runs, one of which is long.
"""

from __future__ import annotations

from glossary.search.expressions import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["runs_within", "with_words_left_out"]

SIZES = range(4, 31)
ROWS = 96
"""Names with one of the rarest bigrams of the query that are read."""
RAREST = 3
LONGEST = 8
"""Nobody says so little of a name as one character in so many."""
_CHARACTERS_A_RUN = 2


def with_words_left_out(
    reader: Reader, text: str, bigrams: Sequence[str], filters: Filters
) -> list[Candidate]:
    """Return the names that a Chinese query leaves words out of.

    Args:
        reader: The store.
        text: The query's exact key.
        bigrams: The query's words, as the full text has them.
        filters: What names are limited to.
    """
    if len(text) not in SIZES:
        return []
    counts = reader.counts_of(dict.fromkeys(word for bigram in bigrams for word in bigram.split()))
    rarest = sorted((word for word in counts if counts[word]), key=counts.__getitem__)[:RAREST]
    rows = {
        row[0]: row
        for word in rarest
        for row in reader.names_matching(all_of([[word]]), filters, ROWS)
    }
    texts = reader.texts_of(list(rows))
    return [
        row
        for row in rows.values()
        if len(texts[row[0]]) <= LONGEST * len(text)
        and 0 < runs_within(text, texts[row[0]]) <= (len(text) + 1) // _CHARACTERS_A_RUN
    ]


def runs_within(query: str, name: str) -> int:
    """Return in how few runs of characters a query stands in a name, in its order; 0 where it does not.

    Args:
        query: The characters.
        name: Where they are sought.

    >>> runs_within("五保条例", "农村五保供养工作条例"), runs_within("五保条例", "条例五保")
    (2, 0)
    """
    never = len(query) + 1
    # Fewest runs in which what was read of the query ends at each place of the name.
    ends = [1 if char == query[0] else never for char in name]
    for char in query[1:]:
        fewest, before, now = never, never, []
        for at, other in enumerate(name):
            now.append(min(before, fewest + 1) if other == char else never)
            before = ends[at]
            fewest = min(fewest, before)
        ends = now
    best = min(ends, default=never)
    return best if best < never else 0
