"""The bodies of places by their pinyin: *Hangzhou Shi Gong'anju*, *guangdong jiaoyuting*, *jxjyt*.

What is read is a place and, behind it, the Chinese of a pattern: words alone (人民政府), or a word and what the pattern puts
behind it (公安 + 局). Nothing is guessed: the pinyin is that of the whole name, and the grammar decides what may be composed.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product

from glossary.language.initials import toneless_syllables
from glossary.language.keys import flat_pinyin
from glossary.language.pinyin import syllables
from glossary.language.place_pinyin import places_by_initials, places_in_pinyin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.patterns.grammar import Grammar, Rule
    from glossary.patterns.templates import Part, Template

__all__ = ["Spellings"]

_PLACES = frozenset(("place", "stem"))
_WORDS = ("field", "agency", "party-organ")
"""Symbols of the words that are listed; of others there are too many."""
_LEAST_INITIALS = 2
_MOST_PLACES = 3
"""Of more places of one pinyin none is meant by it."""


class Spellings:
    """What patterns put before and behind a place to name its bodies, by pinyin.

    Args:
        grammar: The patterns.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._rules = grammar.rules

    def read(self, joined: str) -> Iterator[str]:
        """Yield the Chinese names that joined pinyin without tones may be, those of the longest place first.

        Args:
            joined: The pinyin, with ``u`` or ``v`` for ``ü``.
        """
        letters = flat_pinyin(joined)
        for before, tails in self._by_pinyin.items():
            spelt = _letters_of(before)
            if letters.startswith(spelt):
                rest = letters[len(spelt) :]
                for end, places in places_in_pinyin(rest):
                    yield from _names(before, places, tails.get(rest[end:], ()))

    def read_initials(self, letters: str) -> Iterator[str]:
        """Yield the Chinese names of bodies of provinces that have these initials, with or without 省."""
        for end in range(_LEAST_INITIALS, len(letters) - 1):
            tails = self._by_initials.get(letters[end:])
            if tails:
                places = [place.zh for place in places_by_initials(letters[:end])]
                yield from _names("", places, tails)

    @cached_property
    def _by_pinyin(self) -> dict[str, dict[str, list[str]]]:
        """By what stands before a place, and by the pinyin of what stands behind it: that in Chinese."""
        found: dict[str, dict[str, list[str]]] = {}
        for (before, words), plain in self._frames.items():
            key = flat_pinyin("".join(plain))
            found.setdefault(before, {}).setdefault(key, []).append(words)
        return found

    @cached_property
    def _by_initials(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for (before, words), plain in self._frames.items():
            if not before:
                found.setdefault("".join([each[0] for each in plain]), []).append(words)
        return found

    @cached_property
    def _frames(self) -> dict[tuple[str, str], list[str]]:
        """The syllables of what stands behind a place, by what stands before it and by that: both in Chinese."""
        words: dict[str, list[str]] = {symbol: [] for symbol in _WORDS}
        for rule in self._rules:
            if rule.makes in words and not rule.slots:
                words[rule.makes] += (template.text for template in rule.chinese)
        spelt = _Syllables()
        return {
            (before, "".join(behind)): [each for word in behind for each in spelt[word]]
            for rule in self._rules
            if rule.makes == "body"
            for template in rule.chinese
            for before, parts in _framed(rule, template)
            for behind in product(*(_choices(rule, part, words) for part in parts))
        }


class _Syllables(dict[str, "list[str]"]):
    """Syllables of words without tones, read once."""

    def __missing__(self, word: str) -> list[str]:
        self[word] = toneless_syllables(syllables(word))
        return self[word]


def _framed(rule: Rule, template: Template) -> Iterator[tuple[str, Sequence[Part]]]:
    """What stands before the place a name begins with, or has second, and the parts behind it."""
    at = next((at for at, part in enumerate(template.parts) if isinstance(part, tuple)), 2)
    if at > 1 or rule.slots[template.parts[at][0]].symbol not in _PLACES:
        return
    before = template.parts[0] if at else ""
    if isinstance(before, str):
        yield before, template.parts[at + 1 :]


def _choices(rule: Rule, part: Part, words: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What may stand for a part of a name; nothing where its words are too many to be listed."""
    return (part,) if isinstance(part, str) else words.get(rule.slots[part[0]].symbol, ())


def _names(before: str, places: Sequence[str], tails: Iterable[str]) -> Iterator[str]:
    if len(places) <= _MOST_PLACES:
        yield from (f"{before}{place}{tail}" for tail in tails for place in places)


def _letters_of(chinese: str) -> str:
    """The joined pinyin of a word, as it is looked up."""
    return flat_pinyin("".join(toneless_syllables(syllables(chinese))))
