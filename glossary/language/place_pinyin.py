"""Places by the pinyin of their Chinese names: whole names, and letters that begin with one."""

from __future__ import annotations

from functools import lru_cache

from glossary.language.initials import toneless_syllables
from glossary.language.keys import flat_pinyin, may_be_typed, query_keys
from glossary.language.place_table import Place
from glossary.language.place_table import table as _table
from glossary.language.syllables import joined_key, same_tones, split_syllables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    *("places_by_initials", "places_by_pinyin", "places_in_pinyin"),
    *("places_opening", "rows_by_pinyin"),
]

_LONGEST = 60


def places_by_pinyin(name: str) -> tuple[Place, ...]:
    """Return the places whose Chinese name in full has a pinyin, today's before former ones.

    Args:
        name: Pinyin in any spelling; with tones, only places with these.
    >>> [place.zh for place in places_by_pinyin("Lǚliáng Shì")], places_by_pinyin("Lǚliáng")
    (['吕梁市'], ())
    """
    return tuple(_table().place(at) for at in rows_by_pinyin(name))


def rows_by_pinyin(name: str) -> list[int]:
    """Return the rows of the table that ``places_by_pinyin`` gives as places."""
    keys = query_keys(name)

    def fits(pinyin: str) -> bool:
        toned = not keys.toned or same_tones(name, pinyin)
        return toned and may_be_typed(keys.pinyin, joined_key(pinyin))

    found = _in_full().get(flat_pinyin(keys.pinyin), ())
    return [at for at in found if fits(_table().rows[at][5])]


def places_opening(letters: str) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Yield the places of today with whose pinyin letters begin, the longest first: in full, or without 省, 市, 县.

    Args:
        letters: Joined pinyin without tones, ``u`` for ``ü``.
    Yields:
        The end and every place that is read so; where a higher one is, those of counties are left out.
    >>> [(end, [place.zh for place in found]) for end, found in places_opening("hangzhoushigonganju")]
    [(11, ['杭州市']), (8, ['杭州市'])]
    """
    for end in range(min(len(letters), _LONGEST), 2, -1):
        rows = _opening().get(letters[:end])
        if rows:
            places = [_table().place(at) for at in rows]
            higher = tuple(place for place in places if place.level != "county")
            yield end, higher or tuple(places)


def places_in_pinyin(letters: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the Chinese of places with whose pinyin letters begin: one, or one and another that lies in it.

    Args:
        letters: As for ``places_opening``.
    >>> [(end, found) for end, found in places_in_pinyin("beijingshihaidianqujiaowei")][:2]
    [(10, ['北京市']), (19, ['北京市海淀区'])]
    """
    for end, places in places_opening(letters):
        yield end, [place.zh for place in places]
        for further, below in places_opening(letters[end:]):
            within = [
                place.zh + each.zh
                for place in places
                for each in below
                if each.code != place.code and each.code.startswith(place.code.rstrip("0"))
            ]
            if within:
                yield end + further, within


def places_by_initials(letters: str) -> tuple[Place, ...]:
    """Return the provinces that have these initials, with or without 省.

    >>> [place.zh for place in places_by_initials("hb")], [place.zh for place in places_by_initials("nmg")]
    (['河北省', '湖北省'], ['内蒙古自治区'])
    """
    return tuple(_table().place(at) for at in _initials().get(letters, ()))


@lru_cache(maxsize=1)
def _in_full() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, row in enumerate(_table().rows):
        found.setdefault(flat_pinyin(joined_key(row[5])), []).append(at)
    return found


@lru_cache(maxsize=1)
def _opening() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, rows in _in_full().items():
        living = [at for at in rows if _lives(at)]
        if living:
            found[key] = living
    for at, row in enumerate(_table().rows):
        short = _without_generic(row) if _lives(at) else ""
        if short:
            found.setdefault(flat_pinyin(joined_key(short)), []).append(at)
    return found


@lru_cache(maxsize=1)
def _initials() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, row in enumerate(_table().rows):
        if row[2] != "provincial" or not _lives(at):
            continue
        names = dict.fromkeys((row[5], _without_generic(row)))
        for name in filter(None, names):
            plain = toneless_syllables(split_syllables(name))
            found.setdefault("".join(each[0] for each in plain), []).append(at)
    return found


def _lives(at: int) -> bool:
    row = _table().rows[at]
    return bool(row[0]) and not row[13]


def _without_generic(row: Sequence[str]) -> str:
    """The pinyin of a place without the word for what it is; an empty text where it is one syllable, or has no such word."""
    sizes = [
        len(short) for short in row[10].split(";") if len(short) > 1 and row[1].startswith(short)
    ]
    words, left = [], max(sizes, default=0)
    for word in row[5].split() if left else ():
        words.append(word)
        left -= len(split_syllables(word))
        if left <= 0:
            break
    return "" if left else " ".join(words)
