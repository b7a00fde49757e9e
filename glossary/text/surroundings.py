"""Whether the words around a name show that it is another country's body of the same name.

*Japan's Ministry of Foreign Affairs*, *the Ministry of Education of Hungary*, *the Data Security Law in Singapore*, *United
States Department of Justice* and *New York City Health Department* hold the names of Chinese bodies and documents and mean
none of them. A capital right before the name, or behind it and *of*, is taken for part of a longer name that is not known,
unless it is China, the Party, a Chinese place or a word that opens a sentence; beside a central body's name no place but
the capital is (*Organization Department of the Shaanxi Provincial Party Committee*); in Chinese, a country right before the
name (美国司法部), or a place (正定县监狱管理局). A name that says itself whose it is needs no such care: *China Association for …*.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.english import english_tokens, spelled, word_class
from glossary.language.regions import words_beside
from glossary.text.abroad import is_abroad, stands_in_a_country

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.text.scanning import Found

    IsPlace = Callable[[str], bool]

__all__ = ["is_of_a_country", "is_of_a_place", "is_of_elsewhere", "says_whose"]

_CAPITAL = "beijing"
"""The place that stands for the state."""

_OURS_ALONE = frozenset(["china", "chinese", "prc", "cpc"])
"""Those that make a name Chinese where they stand in it."""

_STATE = "prc"

_COUNTRY_LENGTH = 8
"""The longest name of a country looked for, in characters."""

_IN_ONE_CHARACTER = ("美", "俄")
"""The United States and Russia in headlines; other countries' characters end other words too."""

_LEVELS = tuple("省市县縣区區州旗盟")
"""What the names of places end in: the body named behind them is theirs."""
_OF_THE_STATE = ("中国", "中华", "中央", "国家", "全国", "最高")
"""What the names of the state's own bodies begin with, in their compared form."""

_ENDS_SENTENCE = re.compile(r"[\w'’-]{5,}\.$")
"""A word before a full stop, too long for an abbreviation."""
_BEHIND = re.compile(r"\s+of\s+(?:the\s+)?([A-Z](?:\.[A-Z]\.?|[\w'’-])*)")


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(r"([A-Z][\w.'’-]*)\s+(?:the\s+)?$")


@lru_cache(maxsize=1)
def _countries() -> tuple[str, ...]:
    """The names of the other countries in both scripts."""
    from babel import Locale

    return (
        tuple(
            name
            for tag in ("zh_Hans", "zh_Hant")
            for code, name in Locale.parse(tag).territories.items()
            if is_abroad(code) and 2 <= len(name) <= _COUNTRY_LENGTH
        )
        + _IN_ONE_CHARACTER
    )


def is_of_a_place(run: Found, text: str) -> bool:
    """Return whether a country other than China, or a place in it, stands right before a Chinese name.

    Args:
        run: Where the name stands.
        text: The whole text.

    >>> from glossary.text.scanning import Found
    >>> [is_of_a_place(Found(2, 5, "司法部"), text) for text in ("美国司法部", "该省司法部", "中国司法部")]
    [True, True, False]
    """
    before = text[max(run.start - _COUNTRY_LENGTH, 0) : run.start]
    local = before.endswith(_LEVELS) and not run.key.startswith(_OF_THE_STATE)
    return local or is_of_a_country(run, text)


def is_of_a_country(run: Found, text: str) -> bool:
    """Return whether a country other than China stands right before a Chinese name.

    Args:
        run: Where the name stands.
        text: The whole text.

    >>> from glossary.text.scanning import Found
    >>> [is_of_a_country(Found(3, 9, ""), text) for text in ("俄罗斯驻英国大使馆", "在中国驻英国大使馆")]
    [True, False]
    """
    return text.endswith(_countries(), max(run.start - _COUNTRY_LENGTH, 0), run.start)


def says_whose(run: Found, text: str, is_place: IsPlace) -> bool:
    """Return whether an English name says itself that it is Chinese: *China Association for …*, *Beijing Bureau of …*.

    Args:
        run: Where the name stands.
        text: The whole text.
        is_place: Tells whether a word, in its compared form, begins a Chinese place's name.

    >>> from glossary.text.scanning import Found
    >>> [says_whose(Found(0, len(text), text.lower()), text, lambda word: False) for text in ("China Association", "Supreme Court")]
    [True, False]
    """
    own: Sequence[str] = run.key.split()
    if _STATE in own:  # which the name may have and the text leave out
        own = english_tokens(text[run.start : run.end])
    return any(word in _OURS_ALONE or is_place(word) for word in own)


def is_of_elsewhere(
    run: Found,
    text: str,
    is_place: IsPlace,
    *,
    central: bool = False,
    home: bool = False,
    apart: str = "",
) -> bool:
    """Return whether a name that does not say whose it is stands beside a capital that makes it another's.

    Args:
        run: Where the name stands.
        text: The whole text.
        is_place: Tells whether a word, in its compared form, begins a Chinese place's name.
        central: Whether it is the name of a body of the whole state, which a place beside it makes another.
        home: Whether it is that of what is in no other country: such a body, a document.
        apart: The first figures of the code of Taiwan, Hong Kong or Macao, where it is the name of a body there.

    >>> from glossary.text.scanning import Found
    >>> text = "Japan's Ministry of Justice and China's Ministry of Justice"
    >>> [is_of_elsewhere(Found(at, at + 19, ""), text, lambda word: False) for at in (8, 40)]
    [True, False]
    """
    if home and stands_in_a_country(run.end, text):
        return True
    before = _before().search(text, max(run.start - 60, 0), run.start)
    behind = _BEHIND.match(text, run.end)

    def is_harmless(word: str) -> bool:
        if word.lower() in word_class("openers", "running") or _ENDS_SENTENCE.match(word):
            return True
        known = spelled(word)
        if not known or known[0] in word_class("ours", "running"):
            return bool(known)
        if apart:
            return known[0] in words_beside(apart)
        return known[0] == _CAPITAL if central else is_place(known[0])

    return any(beside is not None and not is_harmless(beside[1]) for beside in (before, behind))
