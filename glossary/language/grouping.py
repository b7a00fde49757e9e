"""Joining words and single characters as GB/T 16159-2012 writes them: 技术 厅 is Jìshùtīng, 部队 海 警 is Bùduì Hǎijǐng.

:mod:`glossary.language.segment` cuts a run, :mod:`glossary.language.pinyin` reads the pieces; here single characters
join their neighbours, or begin a name no list holds.

>>> from glossary.language.readings import tables
>>> pieces = [Word("技术", ["jì", "shù"], "word"), Word("厅", ["tīng"], "char")]
>>> [word.span for word in grouped(pieces, tables())]
['技术厅']
"""

from __future__ import annotations

from glossary.language.readings import Tables
from glossary.language.shapes import four_loose

__all__ = ["LOWER", "Word", "grouped"]

#: Written small between words: and, with, and, of.
LOWER = frozenset("和与及的")
#: Grammatical words that also begin the names of firms: 海同科技, 和邦集团, 云从科技.
_OF_NAMES = frozenset("同从和为正用再经今")


class Word:
    """A word of the text: its characters, syllables, and whether a hyphen stands before it."""

    __slots__ = ("glued", "kind", "loose", "span", "syllables")

    def __init__(self, span: str, syllables: list[str], kind: str, glued: bool = False) -> None:
        self.span = span
        self.syllables = syllables
        self.kind = kind
        self.glued = glued
        self.loose = kind == "char" and len(span) == 1

    def append(self, other: Word) -> None:
        """Add another word at the end."""
        self.span += other.span
        self.syllables += other.syllables
        self.loose = self.loose and other.loose

    def halves(self) -> list[Word]:
        """The two halves of a word of four characters."""
        kind = self.kind
        return [
            Word(self.span[:2], self.syllables[:2], kind, self.glued),
            Word(self.span[2:], self.syllables[2:], kind),
        ]


def grouped(parts: list[Word], known: Tables) -> list[Word]:
    """Join single characters to their neighbours as the standard joins them.

    Args:
        parts: The words of a run, read.
        known: The tables.
    Returns:
        Words as they are written; the arguments are changed.
    """
    grouper = _Grouper(known)
    for at, word in enumerate(parts):
        grouper.take(word, parts[at + 1] if at + 1 < len(parts) else None)
    out: list[Word] = []
    for word in grouper.out:
        out += word.halves() if four_loose(word.span, word.loose, known) else [word]
    return out


class _Grouper:
    """The words so far, and whether the last is a prefix waiting for its word."""

    def __init__(self, known: Tables) -> None:
        classes = known.classes
        self.known = known
        self.heads, self.prefixes = classes["heads"], classes["prefixes"]
        self.alone = classes["alone"] | LOWER
        self.generics, self.natural = classes["generics"], classes["natural"]
        self.peoples = classes["peoples"]
        self.sounds = classes["transliteration"] | classes["transliteration_weak"]
        self.out: list[Word] = []
        self.prefixed = False

    def take(self, word: Word, following: Word | None) -> None:
        """Add a word, joined to the last or on its own."""
        char = word.span.translate(self.known.to_hans)
        single = len(char) == 1 and word.kind == "char"
        if self._opens_name(word, char, following):
            joins = True
        elif not self.out or word.glued or (char in self.alone and single):
            joins = False
        elif self.prefixed:
            joins = word.kind in ("word", "char")
        else:
            joins = single and self._joins(char, self.out[-1])
            joins = joins and not self._begins(char, following, self.out[-1])
            joins = joins or self._continues_name(char, word.kind, self.out[-1])
        if joins:
            last = self.out[-1]
            suffix = self.known.readings.get("-" + char) if single else None
            if suffix and last.kind == "word" and not self.prefixed:
                word.syllables = [suffix]
            last.append(word)
            if last.kind == "transliteration" and char in self.sounds:
                pass
            elif not self.prefixed:
                last.kind = "char" if last.kind == "char" and char not in self.heads else "word"
            else:
                last.kind = word.kind
        else:
            if single and char in self.generics and self.out:
                word.kind = "generic"
            self.out.append(word)
        self.prefixed = single and not joins and char in self.prefixes

    def _opens_name(self, word: Word, char: str, following: Word | None) -> bool:
        """Tell whether two characters at the beginning are the name of a firm, though one is a grammatical word."""
        if len(self.out) != 1 or not word.loose or following is None or following.kind != "word":
            return False
        first = self.out[0].span.translate(self.known.to_hans)
        organs = self.known.classes["organs"]
        lone = len(first) == 1 and self.out[0].loose and not organs & {first, char}
        return lone and not _OF_NAMES.isdisjoint((first, char))

    def _begins(self, char: str, following: Word | None, last: Word) -> bool:
        """Tell whether a character begins a word no list holds: 部队 海 警, 深圳 传 音, 紫光 国 芯."""
        organ = char in self.known.classes["organs"] and (char != "国" or last.kind != "word")
        if organ or following is None or last.kind not in ("word", "place"):
            return False
        after = following.span.translate(self.known.to_hans)
        if len(after) != 1 or following.kind != "char" or after in self.alone | self.generics:
            return False
        return after not in self.heads or last.kind == "place"

    def _continues_name(self, chars: str, kind: str, last: Word) -> bool:
        """Tell whether a foreign name was cut: 布 拉德福德, 奥林 匹克."""
        before = last.span.translate(self.known.to_hans)
        if not (self.sounds.issuperset(chars) and self.sounds.issuperset(before)):
            return False
        if len(chars) > 1 and len(before) > 1:
            return "transliteration" == kind == last.kind
        if {kind, last.kind}.isdisjoint(("transliteration", "place")) or len(before + chars) < 4:
            return False
        return chars not in self.generics and chars not in self.natural

    def _joins(self, char: str, last: Word) -> bool:
        """Tell whether a single character joins the word before it."""
        size = len(last.span)
        if last.kind in ("number", "ordinal", "glued"):
            return False
        if size == 1:
            before = last.span.translate(self.known.to_hans)
            return last.kind == "char" and before not in self.alone
        if last.kind == "generic":
            return False
        if last.kind in ("place", "transliteration"):
            if char in self.peoples or char in self.heads - self.natural - self.generics:
                return True
            return last.kind == "transliteration" and char not in self.heads | self.generics
        if char in self.generics:
            # A ministry of Japan: 经济产业省; a province stands after a place.
            return char == "省"
        if last.kind == "char":
            return char not in self.natural
        return char in self.heads and last.span not in self.known.classes["headless"]
