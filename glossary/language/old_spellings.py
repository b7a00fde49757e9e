"""English names with the old spelling of a place in them: *Chekiang University* is Zhejiang University."""

from __future__ import annotations

import re

from glossary.language.place_table import keys, table
from glossary.language.place_words import stem_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["in_todays_spelling"]

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 200
_MOST_PLACES = 3
"""Of more places of one spelling none is meant by it."""


def in_todays_spelling(text: str) -> Iterator[tuple[str, str]]:
    """Yield a name with the old spelling of a place put into that of today, and the place's Chinese name without 省, 市.

    Args:
        text: A name in English; one with several old spellings is given with each of them put right alone.

    >>> list(in_todays_spelling("Chekiang University")), list(in_todays_spelling("Peking University"))
    ([('Zhejiang University', '浙江')], [('Beijing University', '北京')])
    >>> list(in_todays_spelling("Zhejiang University"))
    []
    """
    for found in _WORD.finditer(text) if len(text) <= _LONGEST else ():
        rows = keys().old.get(stem_key(found[0]), ())
        places = [table().place(at) for at in rows if not table().rows[at][13]]
        for place in places if len(places) <= _MOST_PLACES else ():
            stem = place.zh_also[0] if place.zh_also else place.zh
            yield text[: found.start()] + place.stems[0] + text[found.end() :], stem
