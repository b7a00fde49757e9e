"""Words of the glossary that a mistyped word may have meant.

Two words are near when one insertion, deletion, substitution or exchange of neighbours makes one of the other
(the restricted Damerau-Levenshtein distance is 1); the store's table of pieces yields the candidates.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import STOP_WORDS, written_forms
from glossary.language.keys import may_be_typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.store.reading import Reader

__all__ = [
    *("alike", "is_one_edit", "near_each", "near_syllables", "near_words"),
    *("pieces", "regroup", "spelled_so", "without_slips"),
]

LIKE = 0.75
"""So much of two words is the same in order where one is taken for the other."""


def is_one_edit(one: str, other: str) -> bool:
    """Return whether two words are at most one edit apart.

    >>> is_one_edit("minstry", "ministry"), is_one_edit("sceince", "science"), is_one_edit("hebei", "hunan")
    (True, True, False)
    """
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    for start, (left, right) in enumerate(zip(one, other, strict=False)):  # noqa: B007
        if left != right:
            break
    else:
        return True
    tail_one, tail_other = one[start:], other[start:]
    return (
        tail_one[1:] == tail_other[1:]
        or tail_one[1:] == tail_other
        or tail_one == tail_other[1:]
        or (tail_one[1::-1] == tail_other[:2] and tail_one[2:] == tail_other[2:])
    )


@lru_cache(maxsize=512)
def near_syllables(syllable: str) -> tuple[str, ...]:
    """Return the other syllables of pinyin at most one edit from one, ``v`` for ``ü``.

    >>> near_syllables("chuang")
    ('chang', 'chuan', 'huang', 'shuang', 'zhuang')
    """
    from glossary.language.syllables import inventory

    plain = sorted({each.replace("ü", "v") for each in inventory()})
    return tuple(each for each in plain if each != syllable and is_one_edit(syllable, each))


def without_slips(text: str) -> str:
    """Return a query with its small words put right, two letters of which stand the wrong way round.

    No table of words holds them, since names are compared without them.

    >>> without_slips("Belt adn Road"), without_slips("Bank fo China"), without_slips("Belt and Road")
    ('Belt and Road', 'Bank of China', 'Belt and Road')
    """
    return " ".join(_slips().get(word, word) for word in text.split(" "))


@lru_cache(maxsize=1)
def _slips() -> dict[str, str]:
    return {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]: word
        for word in sorted(STOP_WORDS)
        for at in range(len(word) - 1)
    }


def pieces(word: str) -> set[str]:
    """Return a word and every word made by leaving one letter out.

    >>> sorted(pieces("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def near_words(reader: Reader, word: str) -> list[str]:
    """Return words of the glossary at most one edit from ``word``, itself first where it is one."""
    return near_each(reader, [word])[0]


def near_each(reader: Reader, words: Sequence[str]) -> list[list[str]]:
    """Return, for each word, what ``near_words`` would, in one question."""
    sought = {
        word: _with_singular(word)
        for word in words
        if word.isascii() and word.isalpha() and 3 <= len(word) <= 25
    }
    shared = reader.words_sharing(
        {piece for forms in sought.values() for form in forms for piece in pieces(form)}
    )
    found = []
    for word in words:
        forms = sought.get(word, ())
        near = [other for other in shared if any(is_one_edit(form, other) for form in forms)]
        found.append(sorted(near, key=lambda other: (other != word, other)) or [word])
    return found


def alike(reader: Reader, word: str) -> list[str]:
    """Return words a mistyped one may mean though none of the glossary is an edit away, or the word itself.

    *Provnce* is near *province*, which is compared as *provincial*. What is heard and not read is off by more than one
    letter: *politbureau* is the Politburo, which begins as it does and goes on much like it.

    Args:
        reader: The store.
        word: A word no name has, nor one an edit away.
    """
    if not (word.isascii() and word.isalpha() and 4 <= len(word) <= 25):
        return [word]
    forms = {
        form
        for written, form in written_forms().items()
        if written[0] == word[0] and is_one_edit(word, written)
    }
    if forms or len(word) < 7:
        return sorted(forms) or [word]
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=word, autojunk=False)
    shares = []
    for other in reader.words_from(word[:4], 100):
        matcher.set_seq1(other)
        shares.append((-matcher.ratio(), other))
    return [other for share, other in sorted(shares)[:2] if share < -LIKE] or [word]


def _with_singular(word: str) -> tuple[str, ...]:
    """A word, and what it would be without the *s* of a plural: names hold the singular, and no table knows a mistyped plural.

    >>> _with_singular("scienses"), _with_singular("congres"), _with_singular("bodys")
    (('scienses', 'sciense'), ('congres', 'congre'), ('bodys', 'body'))
    """
    return (word, word[:-1]) if len(word) > 4 and word[-1] == "s" != word[-2] else (word,)


def regroup(reader: Reader, joined: str, *, forgiving: bool = False) -> list[list[str]]:
    """Cut letters written without spaces into words of the glossary, as pinyin is often typed.

    Args:
        reader: The store.
        joined: Lower-case letters, at most 60.
        forgiving: Whether one of the words may be one edit off.
    Returns:
        For each place the words that may stand there; empty where it cannot be cut.
    """
    if not (4 <= len(joined) <= 60 and joined.isascii() and joined.isalpha()):
        return []
    best: list[tuple[int, int, list[list[str]]] | None] = [None] * (len(joined) + 1)
    best[0] = (0, 0, [])
    for end in range(2, len(joined) + 1):
        for start in range(max(0, end - 16), end - 1):
            before = best[start]
            if before is None:
                continue
            part = joined[start:end]
            edits, words, cut = before
            if reader.is_word(part):
                option = (edits, words + 1, [*cut, [part]])
            elif forgiving and not edits and len(part) >= 4:
                near = [word for word in near_words(reader, part) if word != part]
                if not near:
                    continue
                option = (1, words + 1, [*cut, near])
            else:
                continue
            known = best[end]
            if known is None or option[:2] < known[:2]:
                best[end] = option
    found = best[-1]
    return found[2] if found and (len(found[2]) > 1 or found[0]) else []


def spelled_so(reader: Reader, names: Sequence[int], typed: str) -> set[int]:
    """Return those names, by their numbers, whose pinyin has ``ü`` wherever what was typed has ``v``."""
    spelled = reader.spelled(names) if names else {}
    return {
        name
        for name, keys in spelled.items()
        if any(may_be_typed(typed, key) for key in keys.split())
    }
