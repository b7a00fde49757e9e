"""Whether a name goes on behind where it was found, so that only the beginning of another, unknown one stands there.

The *Chinese Academy of Engineering Physics* is no *Chinese Academy of Engineering*, a *Treasury Department* no *Treasury*.
A capital right behind a name is taken for the rest of a longer one, but for a person or an office (*Ministry of Education
Spokesperson*), a unit of the body (*Ministry of Finance Tariff Department*) and a heading, where all words have capitals.
"""

from __future__ import annotations

import re

from glossary.language.english import spelled, word_class
from glossary.language.syllables import is_pinyin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ends_apart", "goes_on", "has_begun", "is_balanced", "is_cut", "joined_before"]

_PREVIOUS = re.compile(r"([A-Z][\w'’-]*)[ \u00a0]+$")
_JOINED = re.compile(
    r"(?:^|[.;:(\n]\s*|\b(?:[Tt]he|[Aa]|U\.?S\.?|U\.?K\.?|EU)\s+)([A-Z][\w'’-]*)\s+(?:and|&)\s+$"
)
_NUMBERED = re.compile(r"(?:\bNo\.?\s?\d+|\d(?:st|nd|rd|th))[ \u00a0]+$")
"""The number of a body: without it No. 1 Detention Center is another."""
_FAR = 60  # characters before a name in which the word before it stands
_NEXT = re.compile(
    r"[ \u00a0]+[A-Z][\w'’-]*(?:[ \u00a0]+(?:(?:of|and|for|the|&)[ \u00a0]+)*[A-Z][\w'’-]*){0,5}"
)
_LACKS_OBJECT = re.compile(r"ing$")
_OBJECT = re.compile(r"[ \u00a0]+(?:an?|all|each|every|its|more|several|some|their)[ \u00a0]")
_ENDS_APART = re.compile(r",\s+\S+$")
_OF_A_SCHOOL = re.compile(r" of .*(?:University|College)$")
_SCHOOL = re.compile(
    r"[ \u00a0]+(?:School|College|Faculty|Institute|Academy|Department|Hospital)\b"
)
_SCHOOL_OF_A_PLACE = re.compile(
    r"[ \u00a0]+(?:[A-Z][\w'’-]*[ \u00a0]+){0,3}(?:University|College)\b"
)
"""What makes of the place that a name ends in a school's: the First Hospital of Hebei is none of Hebei University."""
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_HEADING_WORDS, _HEADING_SHARE, _HEADING_LENGTH = 5, 0.9, 160
_LONG = 4  # letters of a word that has a capital in a heading

_PAIRS = {")": "(", "）": "（", "]": "[", "”": "“", "》": "《", "」": "「", "』": "『", "〉": "〈"}
_MARKS = frozenset(('"', *_PAIRS, *_PAIRS.values()))


def is_balanced(surface: str) -> bool:
    """Return whether every bracket and quotation mark that opens in a text is closed there, and none else closes.

    >>> is_balanced("Law (Trial)"), is_balanced("Work Department” (Global Times"), is_balanced('the "Party" of')
    (True, False, True)
    """
    if _MARKS.isdisjoint(surface):
        return True
    opened: list[str] = []
    for char in surface:
        if char in _PAIRS.values():
            opened.append(char)
        elif char in _PAIRS and (not opened or opened.pop() != _PAIRS[char]):
            return False
    return not opened and surface.count('"') % 2 == 0


def goes_on(start: int, end: int, text: str) -> bool:
    """Return whether an English name is only the beginning of a longer one.

    Args:
        start: Where the name begins.
        end: Where it ends.
        text: The whole text.

    >>> text = "the Academy of Engineering Physics; the Academy of Engineering Professor; the Academy of Engineering said"
    >>> [goes_on(at, at + 22, text) for at in (4, 40, 78)]
    [True, False, False]
    """
    behind = _NEXT.match(text, end)
    if behind is None:
        return False
    following = [word for each in _WORD.findall(behind[0]) for word in spelled(each)]
    if (
        following[0] in word_class("offices", "running")
        or _is_person(behind[0])
        or _in_heading(text, start, behind.end())
    ):
        return False
    own = text[start:end].split()
    if len(own) == 1:
        return (
            not word_class("behind-one-word", "running").isdisjoint(following)
            and not own[0].isupper()
        )
    return bool({"of", "for"} & set(own[:-1])) and word_class("units", "running").isdisjoint(
        following
    )


def ends_apart(surface: str) -> bool:
    """Return whether the last word stands behind a comma: it may begin the next name.

    >>> ends_apart("X of China, China"), ends_apart("Bureau of Science, Technology and Innovation")
    (True, False)
    """
    return _ENDS_APART.search(surface) is not None


def is_cut(start: int, end: int, text: str) -> bool:
    """Return whether a name that patterns compose lacks its end.

    A title may not stop at a verb whose object follows, nor a unit at the university whose school it is of, or at the place in that
    university's name; and the word behind a comma may begin the next name: *X of China, China North Industries*.

    Args:
        start: Where the name begins.
        end: Where it ends.
        text: The whole text.

    >>> text = "Opinions on Building a Market; First Hospital of A University School of Medicine"
    >>> is_cut(0, 20, text), is_cut(31, 61, text), is_cut(0, 11, text)
    (True, True, False)
    """
    surface = text[start:end]
    if _LACKS_OBJECT.search(surface) and _OBJECT.match(text, end):
        return True
    if _OF_A_SCHOOL.search(surface) and _SCHOOL.match(text, end):
        return True
    if " of " in surface and _SCHOOL_OF_A_PLACE.match(text, end):
        return True
    return ends_apart(surface) and _NEXT.match(text, end) is not None


def has_begun(start: int, text: str, is_place: Callable[[str], bool]) -> bool:
    """Return whether an English name that patterns compose is only the end of a longer one.

    Args:
        start: Where the name begins.
        text: The whole text.
        is_place: Tells whether a word, in its compared form, begins a Chinese place's name.

    >>> text = "Qilu Hospital of Shandong University; The Hospital of Shandong University; No. 2 Hospital of Hebei"
    >>> [has_begun(at, text, lambda word: False) for at in (5, 42, 81)]
    [True, False, True]
    """
    if _NUMBERED.search(text, max(start - _FAR, 0), start):
        return True
    before, own = _PREVIOUS.search(text, max(start - _FAR, 0), start), _WORD.match(text, start)
    if before is None or own is None or before[1].lower() in word_class("openers", "running"):
        return False
    word, first = spelled(before[1])[:1], spelled(own[0])[:1]
    return not (word and word[0] in word_class("offices", "running")) and not any(
        map(is_place, word + first)
    )


def joined_before(start: int, text: str) -> str:
    """Return the one word that *and* joins to the beginning of a name, which may be the rest of *Patent and Trademark Office*.

    Args:
        start: Where the name begins.
        text: The whole text.
    Returns:
        The word, where it has a capital, opens its phrase and is that of no person; else an empty text.

    >>> text = "the Patent and Trademark Office; the Minister and Trademark Office; of Finance and Trademark Office"
    >>> [joined_before(at, text) for at in (15, 50, 83)]
    ['Patent', '', '']
    """
    before = _JOINED.search(text, max(start - _FAR, 0), start)
    known = spelled(before[1]) if before else ()
    is_office = bool(known) and known[0] in word_class("offices", "running")
    return before[1] if before and not is_office else ""


def _is_person(following: str) -> bool:
    """Whether two words in pinyin stand there, as a surname and a given name do."""
    words = following.split()[:2]
    return len(words) == 2 and all(is_pinyin(word) for word in words)


def _in_heading(text: str, start: int, end: int) -> bool:
    """Whether the line is one where words have capitals for show."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if len(line) > _HEADING_LENGTH:
        return False
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _HEADING_WORDS and capitals >= _HEADING_SHARE * len(words)
