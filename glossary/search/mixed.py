"""Queries half in English and half in Chinese: *Shanghai 公安局*, *MOST 国际合作司*, *Tsinghua 法学院*, *上海 education commission*.

No name is written so; what stands there in Latin letters is put into Chinese, where it is a place or a whole name, or a place
that stands there in Chinese is put into English.
"""

from __future__ import annotations

import re
from itertools import islice, product

from glossary.language.han import has_han
from glossary.language.keys import query_keys
from glossary.search.ranking import Tier, ranked, scored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

__all__ = ["in_chinese", "in_english"]

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’&. -]*[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WHOSE = {"国家": ("National", "State"), "中国": ("China", "Chinese")}
LONGEST = 200
MOST_RUNS = 2
MOST_PLACES = 3
"""Of more places of one name none is meant by it."""
MOST_FORMS = 4
"""Chinese forms of a query that are tried."""
ROWS = 12
_SOONEST = (Tier.EXACT, Tier.TURNED, Tier.PINYIN)


def in_chinese(reader: Reader, text: str, filters: Filters) -> Iterator[str]:
    """Yield a query with its English put into Chinese, the likeliest first; nothing where it is all of one script.

    Args:
        reader: The store.
        text: The query.
        filters: What hits are limited to.
    """
    if text.isascii() or len(text) > LONGEST or not has_han(text):
        return
    runs = _LATIN.findall(text)
    if not 1 <= len(runs) <= MOST_RUNS:
        return
    choices = [_chinese_of(reader, run, filters) for run in runs]
    between = [re.sub(r"\s", "", part) for part in _LATIN.split(text)]
    for chosen in islice(product(*choices), MOST_FORMS):
        yield between[0] + "".join(
            name.removesuffix(rest[:1]) + rest
            for name, rest in zip(chosen, between[1:], strict=True)
        )


def in_english(text: str) -> Iterator[str]:
    """Yield a query with its Chinese put into English, where that is a place or says whose a body of the state is.

    Args:
        text: The query.

    >>> list(in_english("上海 education commission")), list(in_english("国家 statistics bureau"))
    (['Shanghai education commission'], ['National statistics bureau', 'State statistics bureau'])
    >>> list(in_english("MOST 国际合作司"))
    []
    """
    if text.isascii() or len(text) > LONGEST or not _LATIN.search(text):
        return
    runs = _HAN.findall(text)
    if not 1 <= len(runs) <= MOST_RUNS:
        return
    between = _HAN.split(text)
    for chosen in islice(product(*map(_english_of, runs)), MOST_FORMS):
        parts = (
            part for name, rest in zip(chosen, between[1:], strict=True) for part in (name, rest)
        )
        yield " ".join(" ".join((between[0], *parts)).split())


def _english_of(run: str) -> list[str]:
    """What a place is called in English, or the words for whose a body is."""
    from glossary.language.places import find_place

    if run in _WHOSE:
        return list(_WHOSE[run])
    places = [place for place in find_place(run) if not place.end]
    names = [
        name
        for place in places[:MOST_PLACES]
        for name in (place.stems[0], place.english)[:: -1 if place.level == "county" else 1]
    ]
    return list(dict.fromkeys(names)) if len(places) <= MOST_PLACES else []


def _chinese_of(reader: Reader, run: str, filters: Filters) -> list[str]:
    """What a place is called in Chinese, or an entry of which this is a whole name."""
    from glossary.language.places import find_place

    places = [place.zh for place in find_place(run)]
    if 1 <= len(places) <= MOST_PLACES:
        return places
    keys = query_keys(run)
    asked = [("exact", keys.exact, False), ("turned", keys.turned, False)]
    if keys.pinyin:
        asked += [("pinyin", keys.pinyin, False), ("pinyin_bare", keys.pinyin, False)]
    rows = reader.names_at([each for each in asked if each[1]], filters, ROWS)
    if not rows:
        # Tsinghua is how Tsinghua University begins.
        rows = [
            row
            for row in reader.names_at([("exact", keys.exact, True)], filters, ROWS)
            if row[1] == 1
        ]
    best = ranked(
        (scored(row[2:], _SOONEST[min(row[0], len(_SOONEST) - 1)]) for row in rows), MOST_FORMS
    )
    listed = reader.listed([hit.n for hit in best])
    return [
        next(name.text for name in listed[hit.n].entry.names if name.is_chinese)
        for hit in best
        if hit.n in listed and any(name.is_chinese for name in listed[hit.n].entry.names)
    ]
