"""English names of bodies in which a writer takes another form of a word: *Chinese* for *China*, *Xizang* for *Tibet*.

``tables/english/exchanged.txt`` lists the words, and ``exchanged_units.txt`` those of a ministry's own units alone: its *Department of
Lawyers' Work* is its *Bureau of Lawyers' Work*. *Center Wuxi* and *Wuxi Center* may be the *Center in Wuxi*. Such a name is no key of its own, since *China* and *Chinese* tell bodies apart
where both are known; it is what may be looked for where a name as it stands is nobody's.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import read_table

__all__ = ["exchanged", "without_country"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = frozenset(("tibet", "xizang"))
_LONG = 8
_COUNTRY = frozenset(("china", "chinese"))
_OWNERS = frozenset(("ministry", "commission"))
_UNITS = frozenset(("bureau", "department"))
_LEAST_WORDS = 3
"""*Chinese Daily* is not *China Daily*: a short name is exchanged in nothing but its place."""
_LEAST_PLACED = 4
"""Of *X Center Wuxi* the words that are not the place must say which body it is."""
_MOST_WORDS = 20
"""No body's name is longer, and each form is a question of its own."""


def exchanged(key: str) -> tuple[str, ...]:
    """Return the keys a body's name may have with one of its words in another form.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.
    >>> exchanged("chinese electric power institute")[:2]
    ('china electric power institute', 'chinese electrical power institute')
    >>> exchanged("ministry of commerce"), exchanged("chinese daily"), exchanged("xizang university")
    ((), (), ('tibet university',))
    >>> exchanged("department of lawyer work , ministry of justice")
    ('bureau of lawyer work , ministry of justice',)
    >>> exchanged("national computing center wuxi")[0], exchanged("national computing center , wuxi")
    ('national computing center in wuxi', ('national computing center in wuxi',))
    """
    words = key.split(" ")
    if len(words) > _MOST_WORDS:
        return ()
    unit = _unit_words(words)
    forms = [
        " ".join((*words[:at], other, *words[at + 1 :]))
        for at, word in enumerate(words)
        if len(words) >= _LEAST_WORDS or word in _PLACES
        for other in (*_table("exchanged").get(word, ()), *_of_units(word, at < unit))
    ]
    return tuple(forms + _placed(words))


def without_country(key: str) -> str:
    """Return the key of a query without the country that reporters set before a body of China, or behind a law of it.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.
    Returns:
        What is left, of two words at least or a long one; else nothing.
    >>> without_country("china commerce ministry"), without_country("patent law of china"), without_country("china daily")
    ('commerce ministry', 'patent law', '')
    >>> without_country("chinese constitution"), without_country("supreme court china"), without_country("air china")
    ('constitution', 'supreme court', '')
    """
    words = key.split(" ")
    if words[0] in _COUNTRY:
        words = words[1:]
    elif words[-2:] == ["of", "china"]:
        words = words[:-2]
    elif words[-1] == "china" and len(words) > 1:
        words = words[:-1]
    else:
        return ""
    return " ".join(words) if len(words) > 1 or len(words[0]) >= _LONG else ""


def _placed(words: Sequence[str]) -> list[str]:
    """The forms with ``in`` before where a body is: at the end (Center Wuxi), or ahead of all (Wuxi Center)."""
    if len(words) < _LEAST_PLACED or "in" in words:
        return []
    if "," in words:
        return (
            [" ".join((*words[:-2], "in", words[-1]))] if words.index(",") == len(words) - 2 else []
        )
    return [" ".join((*words[:-1], "in", words[-1])), " ".join((*words[1:], "in", words[0]))]


def _unit_words(words: Sequence[str]) -> int:
    """How many words name the unit of a ministry or commission, before that one's own name; 0 where none is named."""
    for at, word in enumerate(words):
        if at > 1 and word in _OWNERS:
            start = words.index(",") if "," in words[:at] else at
            return start if not _UNITS.isdisjoint(words[:start]) else 0
    return 0


def _of_units(word: str, in_unit: bool) -> Sequence[str]:
    return _table("exchanged_units").get(word, ()) if in_unit else ()


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, list[str]]:
    return read_table(name)
