"""Conversion of names between Simplified and Traditional characters.

=================  =========================================================================
target             standard
=================  =========================================================================
``zh-Hans``        Simplified
``zh-Hant``        Traditional as dictionaries and both Taiwan and Hong Kong mostly write it: the forms
                   群 峰 為 線 濕 污 秘, and those of Taiwan where the two differ (臺 裡 衛 啟)
``zh-Hant-TW``     the same, with Taiwan's choice of character in a few words (菸草)
``zh-Hant-HK``     Hong Kong: 台 裏 衞 啓 着
=================  =========================================================================

Phrases are converted whole, the longest that begins at a place first, what is between them character by character; but a
phrase across two words of a Simplified name is none (生发 in 学生发展; :mod:`glossary.language.segment`).  The phrases are
OpenCC's dictionaries, read as OpenCC reads them (configurations s2tw, s2hk and t2s; never the ones ending in p, which change
the wording: 联系人 would become 聯絡人).  ``tables/han/names.txt`` then corrects what running text and
names do differently: 里 范 涌 stay in sounds and places, surnames stay, 于都 仪征 腾冲 have their own
forms.  Characters are converted one for one, so lines, Latin letters and digits stay.

Names of two accepted forms (郁南, 谷城) get one of them; a search finds both, since keys join them
(:mod:`glossary.language.han`).  Source: the dictionaries of OpenCC 1.4.2 (``build_han.py``); ``tables/han/names.txt`` and
docs/decisions/0004-folding.md.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from glossary.language.beginnings import Beginnings
from glossary.language.one_for_one import OneForOne
from glossary.language.segment import segment

__all__ = ["TARGETS", "convert", "converted"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


#: The tables each target is made by, one after the other.
TARGETS = {
    "zh-Hans": ("hans.txt", ""),
    "zh-Hant": ("hant.txt", "tw.txt"),
    "zh-Hant-TW": ("hant.txt", "tw.txt"),
    "zh-Hant-HK": ("hant.txt", "hk.txt"),
}
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "han")
# Forms of the Taiwanese standard that its own official names do not use, by what they stand for.
_PLAIN = {"汙": "污", "溼": "濕", "祕": "秘", "喫": "吃", "彞": "彝"}
# Forms of Hong Kong, Taiwan and old print that t2s leaves; 锺 it writes where the mainland has 钟.
_SIMPLIFIED = OneForOne("衞枱敍粧糭簷痺砲硏靑寳祇锺", "卫台叙妆粽檐痹炮研青宝只钟")
_PERSON_LENGTHS = (2, 3)


class _Rules:
    """What ``names.txt`` says, for one target.

    Attributes:
        forms: Traditional form of each Simplified name.
        names: Finds those names, the longest first.
        kept: For a character that stays in names, the words in which it does not, found though they overlap.
        stays: Whether a text has none of those.
        surnames: Traditional form of a surname that opens a person's name.
        back: Simplified name of each Traditional form.
        forms_found: Finds those forms, the longest first.
    """

    def __init__(self, region: str) -> None:
        self.forms: dict[str, str] = {}
        self.kept: dict[str, re.Pattern[str] | None] = {}
        self.surnames: dict[str, str] = {}
        for line in _lines("names.txt"):
            if line.startswith("= "):
                char, *words = line[2:].split()
                self.kept[char] = re.compile(f"(?=({'|'.join(words)}))") if words else None
            elif line.startswith("^ "):
                self.surnames[line[2]] = line[4]
            else:
                name, form, why = line.split("\t")
                if not why.startswith("[") or why.startswith(f"[{region}]"):
                    self.forms[name] = form
        self.stays = frozenset(self.kept).isdisjoint
        self.back = {form: name for name, form in reversed(self.forms.items())}
        self.names = _any_of(self.forms)
        self.forms_found = _any_of(self.back)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def convert(text: str, to: str) -> str:
    """Return a text in the other script.

    Args:
        text: Any string; Chinese in either script, anything else stays as it is.
        to: ``zh-Hans``, ``zh-Hant``, ``zh-Hant-TW`` or ``zh-Hant-HK``.
    Returns:
        As many lines as ``text`` has.
    Raises:
        ValueError: ``to`` is another tag.
    >>> convert("河北省科学技术厅", "zh-Hant"), convert("臺灣省", "zh-Hans")
    ('河北省科學技術廳', '台湾省')
    >>> convert("于都县仪征市", "zh-Hant"), convert("卫生署", "zh-Hant-HK")
    ('于都縣儀徵市', '衞生署')
    """
    if to not in TARGETS:
        raise ValueError(f"cannot convert to {to!r}. Write one of {', '.join(TARGETS)}.")
    if text.isascii():
        return text
    if to == "zh-Hans":
        return _simplified(text, converted(text, *TARGETS[to]))
    return _corrected(text, converted(text, *TARGETS[to], cut=_inside_words), to)


def converted(
    text: str, table: str, variants: str = "", cut: Callable[[str], frozenset[int]] | None = None
) -> str:
    """Return a text as dictionaries convert it, names not yet put right.

    Args:
        text: Any string.
        table: The dictionary.
        variants: One for what comes out, where a standard has forms of its own.
        cut: Gives the places of a text that are inside a word; a phrase that ends or begins at one does not count
            where another word begins in it: 学生发展 is 学生 and 发展, and has no 生发.
    Returns:
        As many characters as ``text`` has.
    >>> converted("干部", "hant.txt"), converted("干县", "hant.txt"), converted("卫生", "hant.txt", "hk.txt")
    ('幹部', '幹縣', '衞生')
    """
    text = _dictionary("compatible.txt").plain(text)
    first, second = _dictionary(table), _dictionary(variants) if variants else None
    if first.is_settled(text):
        plain = first.plain(text)
        if second is None or second.is_settled(plain):
            return second.plain(plain) if second else plain
    pieces = first.pieces(text, cut)
    return second.of_pieces(pieces) if second else "".join(pieces)


@lru_cache(maxsize=16)
def _inside_words(text: str) -> frozenset[int]:
    """Return the places of a text that are inside one of its words."""
    at, ends = 0, []
    for word, _ in segment(text):
        at += len(word)
        ends.append(at)
    return frozenset(range(1, len(text))).difference(ends)


def _simplified(text: str, other: str) -> str:
    """Put names right in a text converted to Simplified characters."""
    rules = _rules("")
    out = list(other.translate(_SIMPLIFIED))
    for match in rules.forms_found.finditer(text):
        out[match.start() : match.end()] = rules.back[match[0]]
    return "".join(out)


def _corrected(text: str, other: str, to: str) -> str:
    """Put names right in a text converted one character for one."""
    region = to[-2:]
    rules = _rules(region)
    out = list(other)
    if len(text) in _PERSON_LENGTHS and text[0] in rules.surnames and not _opens_with_word(text):
        out[0] = rules.surnames[text[0]]
    plain = {} if region == "HK" else _PLAIN
    if not rules.stays(text):
        for at, char in enumerate(text):
            if char in rules.kept and out[at] != char and _stays(rules.kept[char], text, at):
                out[at] = char
            else:
                out[at] = plain.get(out[at], out[at])
    elif not plain.keys().isdisjoint(out):
        out = [plain.get(char, char) for char in out]
    for match in rules.names.finditer(text):
        if _crosses(_inside_words(text), match.start(), match.end()):
            continue
        form = rules.forms[match[0]]
        if region == "HK":
            form = converted(form, "hk.txt")
        out[match.start() : match.end()] = form
    return "".join(out)


def _opens_with_word(text: str) -> bool:
    """Whether a text begins with a word, not with a surname, by all that is known: 范本 does, 范曾 and 于洋 do not."""
    word, kind = segment(text)[0]
    return len(word) > 1 and kind == "word" and _dictionary("hant.txt").has_phrase(word)


def _stays(words: re.Pattern[str] | None, text: str, at: int) -> bool:
    """Whether a character is in none of the words in which it does not stay as it is."""
    return words is None or not any(
        found.start(1) <= at < found.end(1) and not _crosses(_inside_words(text), *found.span(1))
        for found in words.finditer(text, max(0, at - 3), at + 4)
    )


class _Dictionary:
    """One table: what becomes of phrases and of characters, always as many characters as there were."""

    def __init__(self, name: str) -> None:
        lines = _lines(name)
        pairs, _, unsettled = lines[0].partition("\t")
        self.chars = OneForOne(pairs[0::2], pairs[1::2])
        # No phrase says otherwise of what has none of these characters.
        self.is_settled = frozenset(unsettled).isdisjoint
        self._beginnings = Beginnings(lines[1:], self._phrases)
        # Few phrases are known by heart; of many it is not asked whether there is any.
        self._few = (
            None if len(lines) > 1000 else re.compile("|".join(self._all(lines[1:])) or "(?!)")
        )

    def _phrases(self, pair: str, column: str) -> list[tuple[int, str, str]]:
        """Of each phrase its length, the longest first, what stands in it behind its second character, what becomes of it."""
        read = (item.partition("=") for item in column.split(" "))
        return sorted(
            [
                (-len(rest) - 2, rest, to or (pair + rest).translate(self.chars))
                for rest, _, to in read
            ]
        )

    def _all(self, lines: list[str]) -> Iterable[str]:
        pairs = (line[0] + column[0] for line in lines for column in line.split("\t")[1:])
        return (pair + word[1] for pair in pairs for word in self._beginnings[pair])

    def has_phrase(self, text: str) -> bool:
        """Tell whether a text is one of the phrases."""
        return any(rest == text[2:] for _, rest, _ in self._beginnings[text[:2]])

    def plain(self, text: str) -> str:
        """Return a text converted character by character."""
        return text.translate(self.chars)

    def _matters(self, text: str, start: int, end: int, to: str) -> bool:
        """Whether a phrase makes its characters, or one that would begin at its last, come out otherwise."""
        if to != text[start:end].translate(self.chars):
            return True
        return not self.is_settled(text[end - 1 : end + 1]) and bool(
            self._beginnings[text[end - 1 : end + 1]]
        )

    def pieces(self, text: str, cut: Callable[[str], frozenset[int]] | None = None) -> list[str]:
        """Return a text converted, each phrase and what is between them a piece of its own."""
        out = []
        inside: frozenset[int] | None = None
        known = self._beginnings
        start = end = at = 0
        last = len(text) - 1
        for at in range(last):
            if at < end:
                continue
            for length, rest, to in known[text[at : at + 2]]:
                if not rest or text.startswith(rest, at + 2):
                    if cut is not None and self._matters(text, at, at - length, to):
                        inside = cut(text) if inside is None else inside
                        if _crosses(inside, at, at - length) or self._is_told(
                            inside, text[at : at - length], at, to
                        ):
                            continue
                    if at > start:
                        out.append(text[start:at].translate(self.chars))
                    out.append(to)
                    start = end = at - length
                    break
        if start <= last:
            out.append(text[start:].translate(self.chars))
        return out

    def _is_told(self, inside: frozenset[int], phrase: str, start: int, to: str) -> bool:
        """Whether of a phrase of two characters only one comes out otherwise than by itself, and a longer word has that.

        The word is surer: of 实华发展 it says 發, of 周报社 no word says what 周 is.
        """
        if len(phrase) != 2 or start + 1 in inside:
            return False
        own = phrase.translate(self.chars)
        first, second = to[0] != own[0], to[1] != own[1]
        return (
            (first or second)
            and (start in inside or not first)
            and (start + 2 in inside or not second)
        )

    def of_pieces(self, pieces: list[str]) -> str:
        """Return pieces converted and joined; a phrase counts within a piece only."""
        text = "".join(pieces)
        if self._few is not None and not self._few.search(text):
            return text.translate(self.chars)
        return "".join([each for piece in pieces for each in self.pieces(piece)])


def _crosses(inside: frozenset[int], start: int, end: int) -> bool:
    """Whether what stands from start to end has a part of one word and the beginning of another.

    Two characters must be of two words: where one of them would stand alone, neither cut is sure (周报 in 周报社).
    """
    if inside.issuperset(range(start + 1, end)):
        return False
    both = end - start == 2
    return start in inside and end in inside if both else start in inside or end in inside


@lru_cache(maxsize=8)
def _dictionary(name: str) -> _Dictionary:
    return _Dictionary(name)


def _lines(name: str) -> list[str]:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]


@lru_cache(maxsize=4)
def _rules(region: str) -> _Rules:
    return _Rules(region)
