"""Questions to the full text, as FTS5 reads them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["all_of", "any_of", "phrase"]


def phrase(words: str) -> str:
    """Return words as an FTS5 phrase; what could be an operator is quoted.

    Source: sqlite.org/fts5.html, section 3.1.

    >>> phrase("state AND council")
    '"state AND council"'
    """
    return '"' + words.replace('"', '""') + '"'


def all_of(groups: Sequence[Sequence[str]]) -> str:
    """Return an FTS5 expression: one of each group, all groups.

    >>> all_of([["interim", "provisional"], ["fund"]])
    '("interim" OR "provisional") AND ("fund")'
    """
    return " AND ".join(f"({' OR '.join(_term(word) for word in group)})" for group in groups)


def any_of(expressions: Sequence[str]) -> str:
    """Return an FTS5 expression that holds where one of several does.

    >>> any_of(['("a") AND ("b")', '("c")'])
    '(("a") AND ("b")) OR (("c"))'
    """
    return " OR ".join(f"({each})" for each in expressions)


def _term(word: str) -> str:
    """A word or phrase; a single Chinese character stands for every bigram that begins with it."""
    return f"{phrase(word)} *" if len(word) == 1 and not word.isascii() else phrase(word)
