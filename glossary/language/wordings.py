"""What translators of titles write for one Chinese word: 专业 is *specialized* or *professional*, 代表 *deputies* or *delegates*.

Two English titles are of one document where every word in which they differ is a translation of a word of its Chinese
title, and each says that word in some way.  ``tables/english/wordings.txt`` holds the words: behind each Chinese one its
translations, of one or several words; ``-`` where writers leave it out.  The Chinese decides: without 代表 in it *deputy*
and *delegate* stay two words, so that no two English words are ever one by themselves.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from glossary.language.english import english_tokens, read_table, word_class
from glossary.language.titles import BINDING, COURTS, Title, compared_words, words_of

__all__ = [
    "is_judicial",
    "is_required",
    "left_over",
    "may_say_the_same",
    "may_stand_for",
    "says_the_same",
    "tells_apart",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    _Rows = dict[str, tuple[frozenset[str], ...]]

_LEFT_OUT = "-"
_LEAST_LETTERS = 3


def says_the_same(
    asked: frozenset[str], known: frozenset[str], han: Iterable[str], *, judicial: bool = False
) -> bool:
    """Return whether two sets of words translate one Chinese title.

    Args:
        asked: The words of the title asked for, as :func:`~glossary.language.titles.compared_words` compares them.
        known: The words of a known title.
        han: The Chinese titles of the known one; a law is never without *administration* and its like.
        judicial: Whether a judicial interpretation is asked for: *application of law* and *cases* may be missing then.
    >>> asked, known = frozenset({"law", "farmer", "specialized", "cooperative"}), frozenset(
    ...     {"law", "farmer", "professional", "cooperative"})
    >>> says_the_same(asked, known, ["农民专业合作社法"]), says_the_same(asked, known, ["农民合作社法"])
    (True, False)
    """
    extra, gone = left_over(asked, known, han, judicial=judicial)
    return not extra and not gone


def left_over(
    asked: frozenset[str], known: frozenset[str], han: Iterable[str], *, judicial: bool = False
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of each of two sets that no word of the Chinese accounts for; see :func:`says_the_same`.

    >>> asked, known = frozenset({"act", "bank", "foreign", "loan"}), frozenset({"act", "bank", "lending"})
    >>> left_over(asked, known, ["银行贷款办法"])
    (frozenset({'foreign'}), frozenset())
    """
    extra, gone = asked - known, known - asked
    said, meant = set(word_class("empty")), set(word_class("empty"))
    text = "\n".join(han)
    if any(court in text for court in COURTS):
        # Administrative cases are others than civil ones there.
        left_out = word_class("judicial") if judicial else frozenset()
        said |= left_out
        meant |= left_out
    elif known.isdisjoint(BINDING):
        meant |= word_class("weak")
    for translations in _rows_of(text):
        expressed = [each for each in translations if each <= asked]  # An empty one always is.
        said.update(*expressed)
        for each in translations:
            if each <= known and any(_replaces(other, each, extra) for other in expressed):
                meant |= each
    return extra - said, gone - meant


def may_say_the_same(asked: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether two sets of words could translate one title at all, whatever its Chinese: cheap, and never wrongly no.

    >>> may_say_the_same(frozenset({"act", "delegate"}), frozenset({"act", "deputy"}))
    True
    >>> may_say_the_same(frozenset({"act", "delegate"}), frozenset({"act", "bank"}))
    False
    """
    said, meant = _sayable(asked)
    return asked - known <= said and known - asked <= meant


@lru_cache(maxsize=16)
def _sayable(asked: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    said, meant = set(word_class("empty") | word_class("judicial")), set(word_class("weak"))
    for translations in _rows()[0].values():
        expressed = [each for each in translations if each <= asked]
        if expressed:
            said.update(*expressed)
            meant.update(*translations)
    return frozenset(said), frozenset(said | meant)


def _replaces(said: frozenset[str], known: frozenset[str], extra: frozenset[str]) -> bool:
    """Whether a translation stands for a known one by words of its own, or as a part of it."""
    return said <= known or not said.isdisjoint(extra)


def may_stand_for(word: str, asked: frozenset[str]) -> frozenset[str]:
    """Return words one of which stands in every title of the same document, itself among them; none where it may be missing.

    A translation of several words is told by the one of them that the fewest translations have.

    Args:
        word: A word of the title asked for.
        asked: All of its words: translations of several words are said only where all of them are.
    >>> sorted(may_stand_for("delegate", frozenset({"delegate"}))), sorted(may_stand_for("relevant", frozenset({"relevant"})))
    (['delegate', 'deputy', 'representative'], [])
    >>> [("immovable" in may_stand_for("property", asked)) for asked in (frozenset({"real", "property"}), frozenset({"property"}))]
    [True, False]
    """
    with_word, left_out = _rows_with()
    if word in left_out:
        return frozenset()
    said = [others for translation, others in with_word.get(word, ()) if translation <= asked]
    return frozenset((word,)).union(*said)


def is_judicial(title: Title) -> bool:
    """Return whether a title is, by what it says, that of a judicial interpretation.

    >>> is_judicial(Title("act fund", "provision", frozenset({"spc"}), "", False, False))
    True
    """
    said = title.kind == "interpretation" or not title.issuers.isdisjoint(("spc", "spp"))
    return said or not words_of(title).isdisjoint(word_class("judicial"))


def is_required(word: str, kind: str, asked: frozenset[str]) -> bool:
    """Return whether a word of a title must stand, in some way, in every title of the same document; see :func:`may_stand_for`.

    >>> words = frozenset({"trial", "relevant"})
    >>> is_required("trial", "interpretation", words), is_required("trial", "law", words), is_required("relevant", "law", words)
    (False, True, False)
    """
    judicial = kind not in BINDING and word in word_class("judicial")
    return not judicial and bool(may_stand_for(word, asked))


def tells_apart(word: str) -> bool:
    """Return whether a title with this word more or less is another one's: a number, or *interim*, *import*, *coal*.

    >>> tells_apart("interim"), tells_apart("13th"), tells_apart("matter"), tells_apart("ii")
    (True, True, False, True)
    """
    numbered = any(map(str.isdecimal, word)) or word in word_class("qualifiers")
    return numbered or len(word) < _LEAST_LETTERS or word in word_class("telling")


def _rows_of(text: str) -> Iterator[tuple[frozenset[str], ...]]:
    """The rows whose Chinese word stands in a text."""
    rows, longest = _rows()
    for at in range(len(text)):
        for size in range(1, longest + 1):
            found = rows.get(text[at : at + size])
            if found:
                yield found


@lru_cache(maxsize=1)
def _rows() -> tuple[_Rows, int]:
    rows = {
        word: tuple(map(_words, translations))
        for word, translations in read_table("wordings").items()
    }
    return rows, max(map(len, rows))


def _words(translation: str) -> frozenset[str]:
    words = frozenset(compared_words(english_tokens(translation)))
    if not words and translation != _LEFT_OUT:
        raise ValueError(f"wordings.txt: {translation} is never compared")
    return words


@lru_cache(maxsize=1)
def _rows_with() -> tuple[dict[str, list[tuple[frozenset[str], frozenset[str]]]], frozenset[str]]:
    """For each word the translations that have it, each with what tells the others of its row; and words that may be missing."""
    rows = _rows()[0].values()
    counts = Counter(word for row in rows for each in row for word in each)
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for row in rows:
        telling = {each: min(each, key=lambda word: (counts[word], word)) for each in row if each}
        for translation in telling:
            others = frozenset(telling[each] for each in telling if each != translation)
            for word in translation:
                found.setdefault(word, []).append((translation, others))
    left_out = (each for row in rows if frozenset() in row for each in row)
    return found, word_class("empty").union(*left_out)
