"""Names typed half in English: what they are in English, what they are called in pinyin (*Qinghua University*, *Zhongshan Univ.*).

Schools that call themselves by an older romanisation are asked for so, as are bodies nobody has translated. The word for what a
body is has one or two in Chinese; ``tables/english/half_pinyin.txt`` lists them.

>>> half_pinyin("qinghua university")
('qinghuadaxue',)
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import read_table

__all__ = ["half_pinyin"]

_MOST_WORDS = 6
_LEAST_LETTERS = 3
"""*an*, *he* and *to* are more often English than a whole name in pinyin."""


def half_pinyin(key: str) -> tuple[str, ...]:
    """Return the joined pinyin of names a query of pinyin and one English word for a kind of body may mean.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.
    Returns:
        Keys for the column of pinyin; nothing where a word is neither pinyin nor such a word.
    >>> half_pinyin("zhongshan hospital"), half_pinyin("university of oxford"), half_pinyin("national university")
    (('zhongshanyiyuan',), (), ())
    """
    words = key.split(" ")
    kinds = _table()
    if not 2 <= len(words) <= _MOST_WORDS or words[-1] not in kinds:
        return ()
    named = "".join(words[:-1])
    if len(named) < _LEAST_LETTERS or not (named.isascii() and named.isalpha()):
        return ()
    from glossary.language.syllables import split_syllables

    if not all(map(split_syllables, words[:-1])):
        return ()
    return tuple(named + kind for kind in kinds[words[-1]])


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return read_table("half_pinyin")
