"""Places by name or code: divisions of China to county level, today's and former ones.

What is here: GB/T 2260 to the county, former names since about 1980 (and some older provinces) with the years they
were borne, the districts of Hong Kong, parishes of Macao, counties and cities of Taiwan, state-level new areas and the
Corps.  Every name may have several readings: all are given, today's before former ones, the highest first.

=============================  =============================================================================
``find_place(name)``            河北省 河北 延边州 · Hebei, Hebei Province, Hebei Provincial, Province of Hebei · Peking
``places_at(text, start)``      places that begin at a character of a Chinese text, the longest first
``places_in(words, start)``     the same for a list of English words: "Suzhou Municipal", "Alxa Left Banner"
``places_by_pinyin(name)``      places whose Chinese name in full has this pinyin: Xī'ān Shì, xi an shi
``all_places()``                every one, for a table of one's own; ``by_code(code)`` today's bearer of a code
``ADJECTIVES``                  what stands between a proper name and the name of an organ: Hebei *Provincial* Department
=============================  =============================================================================

How a grammar uses it.  In Chinese take ``places_at``; a reading without its generic (河北科技厅) has ``end`` before
it.  In English take ``places_in``: words of the generic are consumed (City, Municipal, Provincial, Autonomous
Prefecture, Left Banner), whatever the order of "City of X"; a reading whose generic contradicts them is not given
(Altay City, Altay Prefecture).  Keep every reading: 苏州 and 宿州 are both Suzhou, 朝阳区 lies in two cities; narrow them
by ``within`` what else the name says (Suzhou, Anhui).  To write English take ``place.stems[0]``, then ``ADJECTIVES[place.type]``,
or ``place.english`` for the place itself.  A former place has ``end``; what it is today is ``into``.  One-syllable names are
written with their generic (Shexian County) and need it to be found.

Nothing is read before the first question; an exact lookup asks none.
Source: ``seeds/places`` (see its README); the table is made by :mod:`glossary.language.build_places`.
"""

from __future__ import annotations

from glossary.language.han import han_form, han_key, has_han
from glossary.language.place_pinyin import places_by_pinyin, rows_by_pinyin
from glossary.language.place_table import ADJECTIVES, Place
from glossary.language.place_table import keys as _keys
from glossary.language.place_table import table as _table
from glossary.language.place_words import GENERIC_TYPES, place_words, stem_key, word_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "ADJECTIVES",
    "Place",
    "all_places",
    "by_code",
    "find_place",
    "find_places",
    "place_code",
    "places_at",
    "places_by_pinyin",
    "places_in",
]

_LONGEST_HAN, _LONGEST_WORDS = 16, 9


def all_places() -> Iterator[Place]:
    """Yield every place, today's first, the highest first.

    >>> next(all_places()).english
    'Beijing'
    """
    return map(_table().place, range(len(_table().rows)))


def by_code(code: str) -> Place | None:
    """Return the place that bears a code today.

    >>> by_code("152921").english, by_code("000000")
    ('Alxa Left Banner', None)
    """
    at = _table().codes.get(code)
    return None if at is None else _table().place(at)


def find_place(
    name: str, *, within: str = "", as_of: str = "", level: str = ""
) -> tuple[Place, ...]:
    """Return every place of a name.

    Args:
        name: Chinese in either script, with or without its generic, or English: the official name, plain pinyin,
            a generic before or behind it, or an old spelling where nothing else is called so; else its pinyin in full.
        within: The code of a division it must lie in, or be.
        as_of: A date (EDTF) at which it must bear the name; without it former names are found too.
        level: Only places of this level.
    Returns:
        Places of today before former ones, the highest first; none where no place is called so.
    >>> [place.zh for place in find_place("Suzhou")][:2]
    ['苏州市', '宿州市']
    >>> [(place.zh, place.end, place.into) for place in find_place("襄樊市")]
    [('襄樊市', '2010', ('420600',))]
    >>> [place.zh for place in find_place("Yanbian Korean Autonomous Prefecture")]
    ['延边朝鲜族自治州']
    """
    if has_han(name):
        found = _keys().han.get(han_key(name), [])
    else:
        words = place_words(name)
        found = _read_words(words, 0, len(words)) if len(words) <= _LONGEST_WORDS + 2 else []
        found = found or rows_by_pinyin(name)
    places = (_table().place(at) for at in dict.fromkeys(sorted(found)))
    return tuple(
        place
        for place in places
        if level in ("", place.level)
        and (not as_of or place.held(as_of))
        and (not within or _lies_in(place, within))
    )


def _lies_in(place: Place, code: str) -> bool:
    seen = place.code or place.parent
    if seen[:2] != code[:2]:
        return False
    while code.endswith("00"):
        code = code[:-2]
    return seen.startswith(code) or place.parent.startswith(code)


def places_at(text: str, start: int = 0) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Yield the places whose Chinese name begins at a character, the longest first.

    Args:
        text: A Chinese text in either script, without spaces.
        start: The first character.
    Yields:
        The end and every place of that name.
    >>> [(end, [place.zh for place in found]) for end, found in places_at("河北省科学技术厅")]
    [(3, ['河北省']), (2, ['河北省', '河北区'])]
    """
    keys = _keys()
    form = han_form(text[start : start + _LONGEST_HAN])
    for size in range(len(form), 1, -1):
        found = keys.han.get(form[:size])
        if found:
            yield start + size, tuple(_table().place(at) for at in sorted(found))


def places_in(words: Sequence[str], start: int = 0) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Yield the places whose English name begins at a word, the longest first.

    Args:
        words: Words as they stand in a text, or folded; punctuation apart from apostrophes taken off.
        start: The first word.
    Yields:
        The end, words of the generic included, and every place that may be so called.
    >>> [(end, found[0].zh) for end, found in places_in("Hebei Provincial Department".split())]
    [(2, '河北省'), (1, '河北省')]
    """
    for end in range(min(len(words), start + _LONGEST_WORDS), start, -1):
        found = _read_words(words, start, end)
        if found:
            yield end, tuple(_table().place(at) for at in dict.fromkeys(sorted(found)))


def _read_words(words: Sequence[str], start: int, end: int) -> list[int]:
    """Rows that all of these words name."""
    keys = _keys()
    low = [word.lower() for word in words[start:end]]
    key = "".join(map(word_key, low))
    found = list(keys.bare.get(key, ()))
    for size in (3, 2, 1):
        if size < len(low):
            types = GENERIC_TYPES.get(" ".join(low[-size:]))
            if types:
                found += _typed("".join(map(word_key, low[:-size])), types)
                break
    if not found and "of" in low[1:4]:
        at = low.index("of", 1)
        types = GENERIC_TYPES.get(" ".join(low[:at]).removeprefix("the "))
        found += _typed("".join(map(word_key, low[at + 1 :])), types or ())
    return found or list(keys.old.get(key, ()))


def _typed(stem: str, types: Sequence[str]) -> list[int]:
    keys = _keys()
    rows = keys.typed.get(stem) or keys.old.get(stem) or ()
    return [at for at in rows if _table().rows[at][3] in types]


def place_code(name: str) -> str:
    """Return the GB/T 2260 code of a place, or an empty text.

    Args:
        name: Its Chinese name, with or without its generic, or its English name; of several places of a
            name the highest is meant.

    >>> place_code("河北"), place_code("Hebei Province"), place_code("nowhere")
    ('130000', '130000', '')
    """
    return next((place.code for place in find_place(name) if place.code), "")


def find_places(text: str, limit: int = 10) -> tuple[tuple[str, str, str], ...]:
    """Return places of today whose Chinese or English name, or code, begins with a text.

    Args:
        text: The beginning of a name or code; an empty one gives the highest places.
        limit: How many at most.
    Returns:
        Code, Chinese and English name of each, the highest first.

    >>> find_places("Shijiazhuang")
    (('130100', '石家庄市', 'Shijiazhuang'),)
    """
    han, latin = han_key(text), stem_key(text)
    found = []
    for place in all_places():
        if place.end or not place.code:
            continue
        if has_han(text):
            matches = han_form(place.zh).startswith(han)
        else:
            keys = map(stem_key, (place.english, *place.stems))
            matches = place.code.startswith(text) or any(key.startswith(latin) for key in keys)
        if matches:
            found.append((place.code, place.zh, place.english))
            if len(found) == limit:
                break
    return tuple(found)
