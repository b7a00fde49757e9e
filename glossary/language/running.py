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
from functools import lru_cache
from typing import overload

from glossary.language.english import may_be_replaced, replacements, spelled
from glossary.language.han import han_key

__all__ = ["Stretch", "Word", "han_stretches", "running_words"]

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


class Stretch:
    """The words of a part of a text that no name crosses, as three lists: most are only compared, few looked at one by one.

    Attributes:
        texts: Each word as it is compared.
        starts: The offset of its first character.
        ends: The offset behind its last.

    >>> stretch = next(running_words("The Party of China"))
    >>> stretch.texts, stretch[-1], len(stretch[1:])
    (['party', 'of', 'china'], Word(text='china', start=13, end=18), 2)
    """

    __slots__ = ("ends", "starts", "texts")

    def __init__(self, texts: list[str], starts: list[int], ends: list[int]) -> None:
        self.texts = texts
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Word | Stretch:
        if isinstance(at, slice):
            return Stretch(self.texts[at], self.starts[at], self.ends[at])
        return Word(self.texts[at], self.starts[at], self.ends[at])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.texts, self.starts, self.ends)


# Latin, Greek and Cyrillic letters and digits: ranges are searched much faster than "a letter, but no Han".
_LETTER = (
    r"[0-9A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)


_PARTING = frozenset(",;:()[]{}/|")
"""What parts words in a name, so that no phrase is made of them."""


_PART = re.compile("[^\u2010-\u2012-]+")
"""What stands between hyphens."""

_ENDING = frozenset(".!?\u3002\uff01\uff1f")
"""What ends a stretch."""

_LONGEST_KEPT = 40
"""What stands between two spaces and is longer than this is hardly met again, as a clause of Chinese is."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Letters and digits with what may stand between them, "&" alone, or what ends a stretch; and empty lines.
    return (
        re.compile(
            rf"{_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*(?:['’.&\u2010-\u2012-]{_LETTER}+)*(?:['’](?=\s|$))?"
            rf"|&|[.!?](?=[\s\"'”’)\]]|$)|[\u3002\uff01\uff1f]"
        ),
        re.compile(r"\n[^\S\n]*\n\s*"),
    )


def running_words(text: str) -> Iterator[Stretch]:
    """Yield the words of each stretch of a text that no name crosses.

    Args:
        text: Any text; any length, in time proportional to it.
    Returns:
        The stretches in order; words that stand for one phrase have its place between them.

    >>> [stretch.texts for stretch in running_words("The Dep’t. of Sci-Tech said. It did")]
    [['department', 'of', 'science', 'and', 'technology', 'said'], ['it', 'did']]
    """
    begin = 0
    for empty in _patterns()[1].finditer(text):
        yield from _running(text, begin, empty.start())
        begin = empty.end()
    yield from _running(text, begin, len(text))


def _running(text: str, begin: int, end: int) -> Iterator[Stretch]:
    """The words of each stretch of a paragraph."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = begin
    for chunk in text[begin:end].replace("\n", " ").split(" "):
        kept = len(chunk) <= _LONGEST_KEPT
        for word, first, last in (_words_of if kept else _words_cut)(chunk):
            if word:
                texts.append(word)
                starts.append(at + first)
                ends.append(at + last)
            elif texts:
                yield _compared(Stretch(texts, starts, ends), text)
                texts, starts, ends = [], [], []
        at += len(chunk) + 1
    if texts:
        yield _compared(Stretch(texts, starts, ends), text)


def _words_cut(chunk: str) -> tuple[tuple[str, int, int], ...]:
    """The words of what stands between two spaces, and where each stands in it; an empty one ends a stretch.

    >>> _words_cut("(Dept.)"), _words_cut("there.”")
    ((('department', 1, 5),), (('there', 0, 5), ('', 5, 6)))
    """
    cut: list[tuple[str, int, int]] = []
    for match in _patterns()[0].finditer(chunk):
        piece, start = match[0], match.start()
        if piece not in _ENDING:
            cut += [(word, start + first, start + last) for word, first, last in _words_in(piece)]
        elif not (
            piece == "."
            and cut
            and _is_abbreviation(chunk[cut[-1][1] : start], cut[-1][2] == start)
        ):
            cut.append(("", start, start + 1))
    return tuple(cut)


_words_of = lru_cache(maxsize=8192)(_words_cut)


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


def _compared(cut: Stretch, text: str) -> Stretch:
    """Put what is compared as another word or several in its place."""
    if not may_be_replaced(cut.texts):
        return cut
    found = Stretch([], [], [])
    done = 0
    for first, behind, put in replacements(cut.texts):
        _append(found, cut[done:first])
        done = behind
        start, end = cut.starts[first], cut.ends[behind - 1]
        if behind - first > 1 and not _PARTING.isdisjoint(text[start:end]):
            for part in _parted(cut[first:behind], text):
                _append(found, part)
        else:
            _append(found, Stretch([*put], [start] * len(put), [end] * len(put)))
    if not done:
        return cut
    _append(found, cut[done:])
    return found


def _append(stretch: Stretch, other: Stretch) -> None:
    stretch.texts += other.texts
    stretch.starts += other.starts
    stretch.ends += other.ends


def _parted(cut: Stretch, text: str) -> Iterator[Stretch]:
    """Words that would be one phrase but for the commas and brackets between them: science, technology and innovation."""
    begin, last = 0, len(cut)
    for at in range(1, last + 1):
        if at == last or not _PARTING.isdisjoint(text[cut.ends[at - 1] : cut.starts[at]]):
            yield _compared(cut[begin:at], text)
            begin = at


@lru_cache(maxsize=1)
def _stretches() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # What lies between two full stops or empty lines, and what shows that it is Chinese.
    return (
        re.compile(r"(?:[^。！？；!?;\n]+|\n(?![^\S\n]*\n))+"),
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
        if piece[0].isascii() or not han.search(piece[0]):
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
