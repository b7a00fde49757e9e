"""English names of bodies in which a writer takes another form of a word: *Chinese* for *China*, *Xizang* for *Tibet*.

``tables/english/exchanged.txt`` lists the words. Such a name is no key of its own, since *China* and *Chinese* tell bodies apart
where both are known; it is what may be looked for where a name as it stands is nobody's.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import read_table

__all__ = ["exchanged"]

_PLACES = frozenset(("tibet", "xizang"))
_LEAST_WORDS = 3
"""*Chinese Daily* is not *China Daily*: a short name is exchanged in nothing but its place."""
_MOST_WORDS = 20
"""No body's name is longer, and each form is a question of its own."""


def exchanged(key: str) -> tuple[str, ...]:
    """Return the keys a body's name may have with one of its words in another form.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.
    >>> exchanged("chinese electric power institute")
    ('china electric power institute', 'chinese electrical power institute')
    >>> exchanged("ministry of commerce"), exchanged("chinese daily"), exchanged("xizang university")
    ((), (), ('tibet university',))
    """
    words = key.split(" ")
    if len(words) > _MOST_WORDS:
        return ()
    return tuple(
        " ".join((*words[:at], other, *words[at + 1 :]))
        for at, word in enumerate(words)
        if len(words) >= _LEAST_WORDS or word in _PLACES
        for other in _table().get(word, ())
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return read_table("exchanged")
