"""Titles of documents in other words of the same meaning: *Regulations on the Management of* for *Administration of*.

The English of a Chinese title is rarely official, and translators of one text differ in few ways: 管理 is
administration or management, 暂行 interim or provisional, and *Regulations for Implementing the Law* are *Implementing
Regulations of the Law*.  Under ``title_key`` such titles meet; ``tables/english/titles.txt`` lists the words.  What tells
documents apart stays: the kind (regulations are no measures), every other word, and numbers and years.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import read_classes, read_title_words
from glossary.language.turning import turn_tokens

__all__ = ["title_key", "title_words"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DROPPED = "-"


def title_key(key: str) -> str:
    """Return the key under which wordings of one title meet; empty where no kind of document is named.

    Args:
        key: An exact key of a name in Latin letters, as ``english_key`` makes it.
    >>> title_key("regulation on management of publication") == title_key(
    ...     "administrative regulation governing publication")
    True
    >>> title_key("food safety law") == title_key("food security law"), title_key("ministry of commerce")
    (False, '')
    """
    compared, kinds = _tables()
    tokens = [_singular(token) for token in key.split()]
    if kinds.isdisjoint(tokens):
        return ""
    words = [compared.get(token, token) for token in tokens]
    return turn_tokens([word for word in words if word != _DROPPED])


def title_words(words: Sequence[str]) -> list[list[str]]:
    """Return, for each word of a title, what may stand for it; words that may be left out are.

    Args:
        words: Words as the full-text index has them.
    >>> title_words(["counter", "espionage", "concerning"])
    [['anti', 'antis', 'counter', 'counters'], ['espionage', 'espionages']]
    """
    compared, _ = _tables()
    groups = []
    for word in dict.fromkeys(map(_singular, words)):
        one = compared.get(word, word)
        if one not in (_DROPPED, "prc"):
            same = [one, *(other for other, first in compared.items() if first == one)]
            groups.append([form for each in same for form in (each, each + "s")])
    return groups


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, str], frozenset[str]]:
    compared = {word: one for one, words in read_title_words().items() for word in words}
    return compared, frozenset(read_classes()["documents"])


def _singular(token: str) -> str:
    """A word without the s of a plural; ``securities`` does not become ``security``."""
    return token[:-1] if len(token) > 3 and token[-1] == "s" and token[-2] != "s" else token
