"""Syllables of Hanyu Pinyin: tone marks, tone numbers, toneless text, keys and splitting.

A syllable is lower- or upper-case Latin letters with at most one tone mark, ``ü`` included:
``xī``, ``Lǚ``, ``ān``.  Input may also carry tone numbers (``Shan1xi1``; 5 or 0 is the neutral
tone), ``v`` or ``u:`` for ``ü``, any of the apostrophes ``' ’ ‘ ʼ``, hyphens and spaces.
Output is NFC, with ``ü`` and ``'`` (U+0027).

===============  ==================  =========  ==============
text             toneless            key        syllables
===============  ==================  =========  ==============
``Xī'ān Shì``    ``Xi'an Shi``       xianshi    Xī ān Shì
``Lǜliáng``      ``Lüliang``         lvliang    Lǜ liáng
``shan1 xi1``    ``shan1 xi1``       shanxi     shān xī
``Hebei-Xizang`` ``Hebei-Xizang``    hebeixizang He bei Xi zang
===============  ==================  =========  ==============

Source: GB/T 16159-2012 (apostrophe, tone marks) and the Scheme for the Chinese Phonetic
Alphabet (1958) for the inventory of syllables.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

APOSTROPHES = "'’‘ʼ＇`"
_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_DIGITS = frozenset("012345")
_MARK_OF = {tone: mark for mark, tone in _MARKS.items()}
_NUMBERED = re.compile(r"([A-Za-zÜüêÊ]+:?[A-Za-z]*)([0-5])(?![0-9])")

# The rimes each initial takes; spelling as written (j q x y with plain u).
_RIMES_OF = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng m ng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}


@lru_cache(maxsize=1)
def inventory() -> frozenset[str]:
    """Return every toneless syllable, lower-case, with ``ü``.

    Returns:
        About 420 syllables.
    Source: Scheme for the Chinese Phonetic Alphabet; rare interjections (``ng``, ``hm``) too.
    >>> "lü" in inventory(), "shang" in inventory(), "xing" in inventory(), "bing'a" in inventory()
    (True, True, True, False)
    """
    full = {head + rime for head, rimes in _RIMES_OF.items() for rime in rimes.split()}
    return frozenset(full | {"ê", "m", "n", "ng"})


def toneless(text: str) -> str:
    """Return pinyin text without its tone marks; letters, case and spacing stay.

    Args:
        text: Pinyin with tone marks, or any text; other accents are kept.
    Returns:
        NFC text in which ``ü`` stays ``ü``; doing it twice changes nothing.
    >>> toneless("Lǜliáng Shì"), toneless("Xī'ān")
    ('Lüliang Shi', "Xi'an")
    """
    if text.isascii():
        return text
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if char not in _MARKS)
    return unicodedata.normalize("NFC", plain)


def joined_key(text: str) -> str:
    """Return the key under which spaced, joined, toned and toneless pinyin meet.

    Args:
        text: Pinyin as people type it: marks or numbers, ``ü v u:``, any spacing or apostrophe.
    Returns:
        Lower-case letters and digits only, ``v`` for ``ü``; the key of a key is the key.
    >>> joined_key("Lǜliáng Shì"), joined_key("Lv4liang2 shi4"), joined_key("Xi’an")
    ('lvliangshi', 'lvliangshi', 'xian')
    """
    return "".join(letter for letter, _ in _letters(text))


def from_numbers(text: str) -> str:
    """Return pinyin text with tone numbers turned into tone marks.

    Args:
        text: Pinyin in which each toned syllable ends in 1-4 (5 or 0 neutral).
    Returns:
        The same text with marks; a number after anything but a syllable is left alone.
    >>> from_numbers("Shan1xi1 Sheng3"), from_numbers("lu:4se4"), from_numbers("COVID19 A4")
    ('Shānxī Shěng', 'lǜsè', 'COVID19 A4')
    """
    return _NUMBERED.sub(_marked_match, text)


def _marked_match(match: re.Match[str]) -> str:
    letters = match.group(1).replace("u:", "ü").replace("U:", "Ü")
    letters = letters.replace("v", "ü").replace("V", "Ü")
    parts = _split_word(letters)
    # A lone capital before a digit (A4, E5) is a format or a road far more often than a tone.
    if not parts or letters.isupper():
        return match.group()
    return "".join(parts[:-1]) + mark(parts[-1], int(match.group(2)))


def mark(syllable: str, tone: int) -> str:
    """Return one toneless syllable with its tone mark.

    Args:
        syllable: One syllable without a mark, any case.
        tone: 1 to 4; anything else is the neutral tone and adds nothing.
    Returns:
        The syllable, NFC.
    Source: GB/T 16159-2012, 6.5: a and e take the mark, o in ou, else the last vowel.
    >>> mark("xiu", 1), mark("Lü", 4), mark("hao", 3), mark("ou", 1), mark("de", 5)
    ('xiū', 'Lǜ', 'hǎo', 'ōu', 'de')
    """
    if tone not in _MARK_OF:
        return syllable
    low = syllable.lower()
    for vowel in "ae":
        if vowel in low:
            at = low.index(vowel)
            break
    else:
        at = low.find("ou")
        if at < 0:
            at = max(low.rfind(vowel) for vowel in "iouüê")
        if at < 0:
            at = max(low.find("m"), low.find("n"))
    if at < 0:
        return syllable
    return unicodedata.normalize("NFC", syllable[: at + 1] + _MARK_OF[tone] + syllable[at + 1 :])


def tone_of(syllable: str) -> int:
    """Return the tone of one marked syllable: 1 to 4, or 5 where it has no mark.

    Args:
        syllable: One syllable of pinyin with marks.
    Returns:
        The tone's number.
    >>> [tone_of(syllable) for syllable in ("mā", "Lǜ", "de")]
    [1, 4, 5]
    """
    for char in unicodedata.normalize("NFD", syllable):
        if char in _MARKS:
            return _MARKS[char]
    return 5


def to_numbers(syllable: str) -> str:
    """Return one marked syllable with its tone as a number after it.

    Args:
        syllable: One syllable of pinyin with marks.
    Returns:
        The syllable, ``ü`` kept, and 1-5.
    >>> to_numbers("Lǜ"), to_numbers("de")
    ('Lü4', 'de5')
    """
    return toneless(syllable) + str(tone_of(syllable))


def join(syllables: Sequence[str]) -> str:
    """Return the syllables of one word written together.

    Args:
        syllables: Syllables of one word, marked or not.
    Returns:
        One word, with an apostrophe before a later syllable that begins with a, o or e.
    Source: GB/T 16159-2012, 6.4 (separating mark).
    >>> join(["Xī", "ān"]), join(["wéi", "wú", "ěr"]), join(["xiān"])
    ("Xī'ān", "wéiwú'ěr", 'xiān')
    """
    if len(syllables) == 1:
        return syllables[0]
    out = syllables[0]
    for syllable in syllables[1:]:
        if syllable[0] in "aoeāáǎàōóǒòēéěèêAOE":
            out += "'"
        out += syllable
    return out


def split_syllables(text: str) -> list[str]:
    """Return the syllables of pinyin text, in order.

    Args:
        text: Pinyin with or without tones, spaces, apostrophes and hyphens.
    Returns:
        The syllables with marks; empty where the text is not pinyin throughout.
        Where letters alone leave a choice the longer first syllable wins (``xian``).
    >>> split_syllables("Xī'ān Shì"), split_syllables("shanxi"), split_syllables("xīān")
    (['Xī', 'ān', 'Shì'], ['shan', 'xi'], ['xī', 'ān'])
    >>> split_syllables("Ministry")
    []
    """
    text = unicodedata.normalize("NFC", from_numbers(text))
    out: list[str] = []
    for word in re.split(rf"[\s\-{APOSTROPHES}]+", text):
        if not word:
            continue
        parts = _split_word(word.replace("u:", "ü").replace("v", "ü").replace("V", "Ü"))
        if not parts:
            return []
        out += parts
    return out


def is_pinyin(text: str) -> bool:
    """Tell whether text can be read as Hanyu Pinyin throughout.

    Args:
        text: A query; ``men`` and ``China`` show that a yes is no proof.
    Returns:
        True where every word splits into syllables, each with one tone at most.
    >>> is_pinyin("hebei kexue jishu ting"), is_pinyin("Shan3xi1"), is_pinyin("Ministry")
    (True, True, False)
    """
    return bool(split_syllables(text))


def has_tones(text: str) -> bool:
    """Tell whether text carries tone marks or tone numbers of pinyin.

    Args:
        text: A query.
    Returns:
        True where at least one syllable shows its tone and the whole is pinyin.
    >>> has_tones("Shānxī"), has_tones("Shan1xi"), has_tones("Shanxi"), has_tones("café")
    (True, True, False, False)
    """
    syllables = split_syllables(text)
    return any(tone_of(syllable) != 5 for syllable in syllables)


def same_tones(query: str, pinyin: str) -> bool:
    """Tell whether a query's tones agree with a pinyin text wherever the query gives them.

    Spaces, case and apostrophes do not count; ``v`` is ``ü``.  The query may stand anywhere in
    the text.  A neutral syllable of the text agrees with any tone, since dictionaries differ.

    Args:
        query: Pinyin with some, all or no tones (marks or numbers).
        pinyin: Pinyin with tone marks, as :func:`glossary.language.pinyin.pinyin` gives it.
    Returns:
        True where the letters of the query occur in the text and no tone speaks against it.
    >>> same_tones("Shānxī", "Shǎnxī Shěng"), same_tones("shanxi", "Shǎnxī Shěng")
    (False, True)
    >>> same_tones("shan3xi", "Shǎnxī Shěng")
    True
    """
    asked, known = _letters(query), _letters(pinyin)
    wanted = "".join(letter for letter, _ in asked)
    present = "".join(letter for letter, _ in known)
    at = present.find(wanted) if wanted else -1
    while at >= 0:
        pairs = zip(asked, known[at:], strict=False)
        if all(not tone or not real or tone == real for (_, tone), (_, real) in pairs):
            return True
        at = present.find(wanted, at + 1)
    return False


def _letters(text: str) -> list[tuple[str, int]]:
    """Letters and digits of text in key form, each with the tone of the mark it carries, or 0.

    Comparing letter by letter is enough, because the spelling fixes the place of a mark.  Digits
    are tones only where the whole is pinyin, so that the key of a key is the key.
    """
    out = _plain_letters(text.casefold().replace("u:", "ü"))
    bare = "".join(letter for letter, _ in out)
    if _DIGITS.isdisjoint(bare) or not is_pinyin(bare):
        return out
    numbered = _plain_letters(from_numbers(bare))
    marked = [tone for letter, tone in out if letter not in _DIGITS]
    return [
        (letter, tone or number) for (letter, number), tone in zip(numbered, marked, strict=True)
    ]


def _plain_letters(text: str) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFD", text):
        if char in _MARKS and out:
            out[-1] = (out[-1][0], _MARKS[char])
        elif char == "\u0308" and out and out[-1][0] == "u":
            out[-1] = ("v", out[-1][1])
        elif char.isalnum():
            out.append((char, 0))
    return out


@lru_cache(maxsize=4096)
def _split_word(word: str) -> list[str]:
    """Split letters without separators into syllables; empty where that cannot be done."""
    low = toneless(word).lower()
    if len(low) != len(word) or not all(char.isalpha() for char in low) or len(word) > 200:
        return []
    known = inventory()
    # best[i]: syllables of word[i:], longest first syllable that lets the rest split.
    best: list[list[str] | None] = [None] * len(word) + [[]]
    for start in range(len(word) - 1, -1, -1):
        for size in range(min(6, len(word) - start), 0, -1):
            rest = best[start + size]
            piece = word[start : start + size]
            if rest is None or low[start : start + size] not in known or _count_marks(piece) > 1:
                continue
            if best[start] is None or _cost([piece, *rest]) < _cost(best[start] or []):
                best[start] = [piece, *rest]
    return best[0] or []


def _cost(parts: list[str]) -> int:
    """Fewer syllables first; an inner syllable without consonant needs an apostrophe, so avoid."""
    bare = sum(1 for part in parts[1:] if toneless(part[0]).lower() in "aoe")
    lone = sum(1 for part in parts if toneless(part).lower() in ("m", "n", "ng", "ê"))
    return len(parts) + 3 * bare + 5 * lone


def _count_marks(piece: str) -> int:
    return sum(1 for char in unicodedata.normalize("NFD", piece) if char in _MARKS)
