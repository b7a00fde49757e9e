"""Words of running text with their places, each as names are compared.

A name stands in a text as a run of these words: ``Int'l`` and ``International``, ``the Party’s``, a name broken over
two lines, ``Dept.`` and its full stop are what :mod:`glossary.language.english` makes of them in a name.  A text is cut
into stretches that no name crosses: sentences, and paragraphs at empty lines.  Commas, brackets, quotation marks and
dashes between words are no words; a name may hold them.

Words are Latin-letter words: an edge between a letter and a Han character is one, which ``\\b`` does not see.
"""

from __future__ import annotations

import re
from collections import namedtuple
from functools import lru_cache, partial

from glossary.language.english import may_be_replaced, replacements, spelled
from glossary.language.han import han_key

__all__ = ["Word", "han_stretches", "running_words"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NamedTuple

    class Word(NamedTuple):
        """A word as it is compared, and the characters of the text it stands for.

        Attributes:
            text: The word in its one form.
            start: Offset of its first character.
            end: Offset behind its last.
        """

        text: str
        start: int
        end: int
else:
    Word = namedtuple("Word", "text start end")

_new_word = partial(tuple.__new__, Word)
"""Makes a word of three values, without a call of Python's."""

# Latin, Greek and Cyrillic letters and digits: ranges are searched much faster than "a letter, but no Han".
_LETTER = (
    r"[0-9A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)


_PARTING = frozenset(",;:()[]{}/|")
"""What parts words in a name, so that no phrase is made of them."""


_PART = re.compile("[^\u2010-\u2012-]+")
"""What stands between hyphens."""

_ENDING = frozenset(".!?\n\u3002\uff01\uff1f")
"""What a piece begins with that ends a stretch."""


@lru_cache(maxsize=1)
def _pieces() -> re.Pattern[str]:
    # Letters and digits with what may stand between them, "&" alone, or what ends a stretch.
    return re.compile(
        rf"{_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*(?:['’.&\u2010-\u2012-]{_LETTER}+)*(?:['’](?=\s))?"
        rf"|&|[.!?](?=[\s\"'”’)\]]|$)|\n[^\S\n]*\n\s*|[\u3002\uff01\uff1f]"
    )


def running_words(text: str) -> Iterator[list[Word]]:
    """Yield the words of each stretch of a text that no name crosses.

    Args:
        text: Any text; any length, in time proportional to it.
    Returns:
        One list a stretch, in order; words that stand for one phrase have its place between them.

    >>> [[word.text for word in words] for words in running_words("The Dep’t. of Sci-Tech said. It did")]
    [['department', 'of', 'science', 'and', 'technology', 'said'], ['it', 'did']]
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _pieces().finditer(text):
        piece = match[0]
        start = match.start()
        if piece[0] in _ENDING:
            if (
                piece == "."
                and ends
                and _is_abbreviation(text[starts[-1] : start], ends[-1] == start)
            ):
                continue
            if words:
                yield _compared(words, starts, ends, text)
                words, starts, ends = [], [], []
            continue
        for word, begin, stop in _words_in(piece):
            words.append(word)
            starts.append(start + begin)
            ends.append(start + stop)
    if words:
        yield _compared(words, starts, ends, text)


@lru_cache(maxsize=8192)
def _words_in(piece: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a piece as they are compared, and where each stands in it; a name ends before a possessive.

    >>> _words_in("Xinhua-run"), _words_in("CCP’s"), _words_in("R&D")
    ((('xinhua', 0, 6), ('run', 7, 10)), (('ccp', 0, 3),), (('r', 0, 3), ('and', 0, 3), ('d', 0, 3)))
    """
    spelt = spelled(piece)
    end = len(piece) - 2 * piece.endswith(("'s", "’s")) - piece.endswith(("'", "’"))
    parts = [match.span() for match in _PART.finditer(piece, 0, end)] if len(spelt) > 1 else []
    if len(parts) != len(spelt):
        parts = [(0, end)] * len(spelt)
    return tuple((word, *part) for word, part in zip(spelt, parts, strict=True))


def _is_abbreviation(word: str, is_next: bool) -> bool:
    """Whether a full stop belongs to the word before it, right behind which it stands: Dept. No. U.S. P. Picart"""
    if not is_next:
        return False
    if len(word) == 1 or "." in word:
        return True
    return len(word) < 7 and (
        spelled(word) != (word.lower(),) or word.lower() in ("no", "st", "mr")
    )


def _compared(words: list[str], starts: list[int], ends: list[int], text: str) -> list[Word]:
    cut = list(map(_new_word, zip(words, starts, ends, strict=True)))
    if not may_be_replaced(words):
        return cut
    found: list[Word] = []
    done = 0
    for first, behind, put in replacements(words):
        found += cut[done:first]
        done = behind
        start, end = starts[first], ends[behind - 1]
        if behind - first > 1 and not _PARTING.isdisjoint(text[start:end]):
            found += _parted(words[first:behind], starts[first:behind], ends[first:behind], text)
        else:
            found += [Word(word, start, end) for word in put]
    return found + cut[done:]


def _parted(words: list[str], starts: list[int], ends: list[int], text: str) -> Iterator[Word]:
    """Words that would be one phrase but for the commas and brackets between them: science, technology and innovation."""
    begin, last = 0, len(words)
    for at in range(1, last + 1):
        if at == last or not _PARTING.isdisjoint(text[ends[at - 1] : starts[at]]):
            yield from _compared(words[begin:at], starts[begin:at], ends[begin:at], text)
            begin = at


@lru_cache(maxsize=1)
def _stretches() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # What lies between two full stops or empty lines, and what shows that it is Chinese.
    return (
        re.compile(r"(?:[^。！？；!?;\n]|\n(?![^\S\n]*\n))+"),
        re.compile("[々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    )


def han_stretches(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the stretches of a text that hold Chinese, each as names are compared.

    Args:
        text: Any text; any length, in time proportional to it.
    Returns:
        For each stretch its characters in their compared form, as ``han_key`` writes them, and the offset of each
        in the text. Spaces, commas and brackets are left out, as in the key of a name; a full stop, a semicolon
        and an empty line end a stretch.

    >>> list(han_stretches("見《工作 計畫》。OK"))
    [('见工作计划', [0, 2, 3, 5, 6])]
    """
    pieces, han = _stretches()
    if not han.search(text):
        return
    for piece in pieces.finditer(text):
        if not han.search(piece[0]):
            continue
        forms = list(map(_han_char, piece[0]))
        chars = "".join(forms)
        places = [at for at, form in enumerate(forms, piece.start()) for _each in form]
        yield chars, places


@lru_cache(maxsize=16384)
def _han_char(char: str) -> str:
    """What becomes of one character in a key: itself in its compared form, or nothing."""
    form = han_key(char)
    return form if form.isalnum() else ""
