"""Whether what a text says elsewhere shows that a name which says nothing of its country is another country's there.

Reports say once whose a body is, then leave it out: *Japan's Ministry of Defense scrambled fighters. The Ministry of Defense
said …*; or a sentence opens with the country: *In India, the Supreme Court ruled …*. Such a name stays the other country's up to
where the text speaks of China again. And where a text speaks of other countries all around, of China nowhere, a *Constitution* is theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property, lru_cache

from glossary.language.english import spelled, word_class
from glossary.language.han import has_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.text.scanning import Found
    from glossary.text.surroundings import IsPlace

__all__ = ["Abroad", "is_abroad", "stands_in_a_country"]

_OUR_TERRITORIES = ("CN", "HK", "MO", "TW")

_SHORT_NAMES = ("US", "U.S.", "UK", "U.K.", "Gaza", "Myanmar", "Turkey", "Korea", "Palestine")
"""What reports call some of them; their full names are in CLDR."""

_BEFORE = re.compile(r"([A-Z][\w.]*)(?:['’]s?)?\s+$")
_MARK = re.compile(r"[A-Z][A-Za-z.]*(?:\s[A-Z][a-z]+)?|[\u3400-\u9fff]")
"""What may name a country: a word with a capital, or two; and Chinese."""
_ENDS = frozenset('.!?:"”’)\n')
"""What stands before the first word of a sentence, spaces aside."""
_PARAGRAPH = "\n\n"
_FAR = 40
"""How many characters before a name its country is looked for in."""
_AROUND = 1500
"""How many characters on both sides of a name countries are looked for in."""
_MANY = 3
"""So many mentions of other countries around a name, and none of China, make it theirs."""
_PEOPLES = "people"
"""What hardly another state's names hold; *People's Daily* may be cited anywhere."""


def is_abroad(territory: str) -> bool:
    """Return whether a code of CLDR is that of another country; figures are those of continents.

    >>> [is_abroad(code) for code in ("JP", "HK", "419")]
    [True, False, False]
    """
    return territory.isalpha() and territory not in _OUR_TERRITORIES


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    from babel import Locale

    names = [name for code, name in Locale.parse("en").territories.items() if is_abroad(code)]
    return (*names, *_SHORT_NAMES)


@lru_cache(maxsize=1)
def _named() -> str:
    """The pattern of a country's name."""
    return rf"(?:the\s+)?(?:Republic\s+of\s+)?(?:{'|'.join(map(re.escape, _names()))})(?!\w)"


@lru_cache(maxsize=1)
def _capital() -> str:
    """The pattern of a capital's name, which stands for its country."""
    capitals = sorted(word_class("capitals-abroad", "running"))
    return rf"(?:{'|'.join(word.title() for word in capitals)})(?!\w)"


@lru_cache(maxsize=1)
def _in_a_country() -> re.Pattern[str]:
    return re.compile(rf"\s+in\s+(?:{_named()}|{_capital()})")


@lru_cache(maxsize=1)
def _of_a_country() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:of\s+{_named()}|in\s+(?:{_named()}|{_capital()}))")


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\bIn\s+{_named()}")


@lru_cache(maxsize=1)
def _words_before() -> frozenset[str]:
    """The last words of the names of countries, and their adjectives, in their compared form."""
    lasts = frozenset(words[-1] for words in map(spelled, _names()) if words)
    return lasts | word_class("of-other-countries", "running")


@lru_cache(maxsize=1)
def _mentions() -> frozenset[str]:
    """The names of other countries of one word or two, their adjectives, capitals and leaders, in small letters."""
    classes = ("of-other-countries", "capitals-abroad", "leaders-abroad")
    return frozenset(map(str.lower, _names())).union(
        *(word_class(each, "running") for each in classes)
    )


def stands_in_a_country(end: int, text: str) -> bool:
    """Return whether a country other than China stands right behind a name, and *in*.

    Args:
        end: Offset behind the name.
        text: The whole text.

    >>> [stands_in_a_country(3, text) for text in ("Law in Singapore", "Law in Tokyo", "Law in Shanghai", "Law of Japan")]
    [True, True, False, False]
    """
    return _in_a_country().match(text, end) is not None


class Abroad:
    """The places of one text from which names without a country are another country's.

    Args:
        text: The whole text.
        runs: Where keys of names stand in it.
        is_place: Tells whether a word, in its compared form, begins a Chinese place's name.

    >>> from glossary.text.scanning import Found
    >>> text = "Japan's Ministry of Justice met. The Ministry of Justice said so. In China, the Ministry of Justice"
    >>> runs = [Found(match.start(), match.end(), "ministry of justice") for match in re.finditer("Ministry of Justice", text)]
    >>> abroad = Abroad(text, runs, lambda word: False)
    >>> [abroad.is_meant(run) for run in runs[1:]]
    [True, False]
    """

    def __init__(self, text: str, runs: Iterable[Found], is_place: IsPlace) -> None:
        self._text, self._runs, self._is_place = text, runs, is_place
        self._given: dict[str, Sequence[int]] = {}

    def is_meant(self, run: Found, *, short: bool = False) -> bool:
        """Return whether a name was given to another country, or its paragraph was, and China not spoken of since, or around it only others are.

        Args:
            run: Where the name stands.
            short: Whether it is a short name, as *Supreme Court* is: then one mention of another country is enough.
        """
        anchor = max(_last_before(run.start, self._ends_given(run.key)), self._opened(run.start))
        home, others = self._marks
        if anchor >= 0 and not _count(home, anchor, run.start):
            return True
        if _PEOPLES in run.key.split():
            return False
        begin, end = run.start - _AROUND, run.end + _AROUND
        return _count(others, begin, end) >= (1 if short else _MANY) and not _count(
            home, begin, end
        )

    def _ends_given(self, key: str) -> Sequence[int]:
        """Where the mentions of a name end that stand beside another country's name."""
        if key not in self._given:
            self._given[key] = [
                run.end for run in self._by_key.get(key, ()) if _is_given(run, self._text)
            ]
        return self._given[key]

    @cached_property
    def _by_key(self) -> dict[str, list[Found]]:
        by_key = defaultdict(list)
        for run in self._runs:
            by_key[run.key].append(run)
        return by_key

    def _opened(self, start: int) -> int:
        """Where, in a paragraph and before a place in it, another country's name ends that opens a sentence; -1 for nowhere."""
        opened = _last_before(start, self._openings)
        return opened if self._text.find(_PARAGRAPH, max(opened, 0), start) < 0 else -1

    @cached_property
    def _openings(self) -> Sequence[int]:
        return [
            match.end()
            for match in _opening().finditer(self._text)
            if self._opens_a_sentence(match.start())
        ]

    def _opens_a_sentence(self, start: int) -> bool:
        before = self._text[max(start - _FAR, 0) : start].rstrip(" \t")[-1:]
        return not before or before in _ENDS

    @cached_property
    def _marks(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the text speaks of China, and where of other countries."""
        ours, others = word_class("speaks-of-china", "running"), _mentions()
        home, abroad = [], []
        for match in _MARK.finditer(self._text):
            both = match[0].lower()
            words = both.split()
            plain = [word.strip(".") for word in words]
            if has_han(both) or any(word in ours or self._is_place(word) for word in plain):
                home.append(match.start())
            elif both in others or not others.isdisjoint((*words, *plain)):
                abroad.append(match.start())
        return home, abroad


def _is_given(run: Found, text: str) -> bool:
    """Whether another country's name, or the adjective of one, stands beside a name."""
    before = _BEFORE.search(text, max(run.start - _FAR, 0), run.start)
    if before and not _words_before().isdisjoint(spelled(before[1])[:1]):
        return True
    return _of_a_country().match(text, run.end) is not None


def _last_before(place: int, sorted_places: Sequence[int]) -> int:
    """The last of some places before one; -1 for none."""
    at = bisect_left(sorted_places, place)
    return sorted_places[at - 1] if at else -1


def _count(sorted_places: Sequence[int], begin: int, end: int) -> int:
    """How many of some places lie between two."""
    return bisect_right(sorted_places, end) - bisect_left(sorted_places, begin)
