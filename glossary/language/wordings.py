"""What translators of titles write for one Chinese word: 专业 is *specialized* or *professional*, 代表 *deputies* or *delegates*.

Two English titles are of one document where every word in which they differ is a translation of a word of its Chinese
title, and each says that word in some way.  ``tables/english/wordings.txt`` holds the words: behind each Chinese one its
translations, of one or several words; ``-`` where writers leave it out.  The Chinese decides: without 代表 in it *deputy*
and *delegate* stay two words, so that no two English words are ever one by themselves.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import english_tokens, read_classes, read_table
from glossary.language.titles import BINDING, compared_words

__all__ = ["may_stand_for", "says_the_same"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    _Rows = tuple[tuple[str, tuple[frozenset[str], ...]], ...]

_LEFT_OUT = "-"


def says_the_same(asked: frozenset[str], known: frozenset[str], han: Iterable[str]) -> bool:
    """Return whether two sets of words translate one Chinese title.

    Args:
        asked: The words of the title asked for, as :func:`~glossary.language.titles.compared_words` compares them.
        known: The words of a known title.
        han: The Chinese titles of the known one; a law is never without *administration* and its like.
    >>> asked, known = frozenset({"law", "farmer", "specialized", "cooperative"}), frozenset(
    ...     {"law", "farmer", "professional", "cooperative"})
    >>> says_the_same(asked, known, ["农民专业合作社法"]), says_the_same(asked, known, ["农民合作社法"])
    (True, False)
    """
    extra, gone = asked - known, known - asked
    said, meant = set(_class("empty")), set(_class("empty"))
    if known.isdisjoint(BINDING):
        meant.update(_class("weak"))
    text = "\n".join(han)
    for word, translations in _rows():
        if word not in text:
            continue
        expressed = [each for each in translations if each <= asked]
        if expressed:  # An empty translation is always expressed.
            said.update(*expressed)
            meant.update(*(each for each in translations if each <= known))
    return extra <= said and gone <= meant


def may_stand_for(word: str) -> frozenset[str]:
    """Return the words that may stand in a title for a word of another one, itself among them; none where it may be missing.

    >>> sorted(may_stand_for("delegate")), sorted(may_stand_for("relevant"))
    (['delegate', 'deputy', 'representative'], [])
    """
    return _alternatives().get(word, frozenset((word,)))


@lru_cache(maxsize=1)
def _rows() -> _Rows:
    return tuple(
        (word, tuple(map(_words, translations)))
        for word, translations in read_table("wordings").items()
    )


def _words(translation: str) -> frozenset[str]:
    words = frozenset(compared_words(english_tokens(translation)))
    if not words and translation != _LEFT_OUT:
        raise ValueError(f"wordings.txt: {translation} is never compared")
    return words


@lru_cache(maxsize=1)
def _alternatives() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    missing = set(_class("empty"))
    for _, translations in _rows():
        together: frozenset[str] = frozenset().union(*translations)
        for word in together:
            found.setdefault(word, {word}).update(together)
        if frozenset() in translations:
            missing |= together
    return {word: frozenset(words) for word, words in found.items()} | dict.fromkeys(
        missing, frozenset()
    )


@lru_cache(maxsize=4)
def _class(name: str) -> frozenset[str]:
    return frozenset(read_classes()[name])
