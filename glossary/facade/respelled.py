"""A query of English whose mistyped words are written as they may have been meant, for names patterns compose.

A name no entry has is found by its typos in no index; its words stand in others: *Liaoning Provinical Public Security Department*.
"""

from __future__ import annotations

import re
from itertools import islice, product

from glossary.language.keys import query_keys
from glossary.search.typos import near_each

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.store.reading import Reader

__all__ = ["respelled"]

_WORD = re.compile(r"[A-Za-z]+")
_LEAST = 5
"""Shorter words are too near to others."""
_MOST = 4
"""Spellings that are tried."""
_MOST_WORDS = 2
"""Words of a query that may be mistyped."""


def respelled(reader: Reader, text: str) -> Iterator[str]:
    """Yield the text with words no name has written as words of names an edit away.

    Args:
        reader: The store.
        text: A query of English.
    """
    keys = {word: query_keys(word).words for word in _WORD.findall(text) if len(word) >= _LEAST}
    known = reader.known_words({part for parts in keys.values() for part in parts})
    doubtful = [word for word, parts in keys.items() if parts and not known.issuperset(parts)]
    if not 1 <= len(doubtful) <= _MOST_WORDS:
        return
    near = near_each(reader, [word.lower() for word in doubtful])
    for chosen in islice(product(*near), _MOST):
        new = _written(text, dict(zip(doubtful, chosen, strict=True)))
        if new.lower() != text.lower():
            yield new


def _written(text: str, meant: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: meant.get(match[0], match[0]), text)
