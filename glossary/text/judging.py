"""Whether a run of characters with the key of a name is that name where it stands.

A key says only that the letters agree. ``most`` is not MOST, ``the party`` may be any, 北大 stands in 河北大学:
case, the words around it and, for short Chinese names, the edges of the text's own words decide.
"""

from __future__ import annotations

import re

from glossary.language.english import english_tokens, word_class
from glossary.language.fold import signs_of
from glossary.language.han import has_han
from glossary.model.names import NameType
from glossary.text.continuations import ends_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.names import Name
    from glossary.text.scanning import Found

__all__ = ["is_cut_out", "signs_behind", "stands"]

SHORT_HAN = 2
"""Chinese names up to this length need the edges of words on both sides."""

_NEIGHBOURS = 8
"""How many characters on each side the edges of words are sought in."""


_SIGNS = re.compile(r"(?:\+{1,3}|#)(?![A-Za-z0-9+#])|\+\+")
"""Signs that end a word: those of C++ and Disney+, not that of ASEAN+3."""


_SUBJECT = "China"
"""What names begin with, and sentences too, whose next word has no capital."""

_ARTICLE = re.compile(r"\bthe\s+[\w'’]+$", re.IGNORECASE)


def signs_behind(text: str, end: int) -> str:
    """Return the signs that belong to the word that ends at a place.

    Args:
        text: The whole text.
        end: Offset behind the word.

    >>> signs_behind("C++, C# and ASEAN+3", 1), signs_behind("C++, C# and ASEAN+3", 17)
    ('++', '')
    """
    found = _SIGNS.match(text, end) if text[end : end + 1] in ("+", "#") else None
    return found[0] if found else ""


def stands(name: Name, run: Found, text: str) -> bool:
    """Return whether a name stands where its key does.

    Args:
        name: The name.
        run: Where its key stands.
        text: The whole text.

    >>> from glossary.model.names import Evidence, Name
    >>> from glossary.text.scanning import Found
    >>> most = Name(text="MOST", lang="en", type="acronym", evidence=Evidence.UNSOURCED)
    >>> stands(most, Found(0, 4, "most"), "most of it"), stands(most, Found(3, 7, "most"), "At MOST")
    (False, True)
    """
    surface = text[run.start : run.end]
    if has_han(run.key):
        if len(run.key) > SHORT_HAN:
            return not is_cut_out(run, text, known=True)
        return _has_word_edges(run, text)
    if signs_of(name.text) != signs_of(surface) + signs_behind(text, run.end):
        return False
    if ends_apart(surface) and "," not in name.text:  # X of China, China North Industries
        return False
    if name.case_sensitive or name.type is NameType.ACRONYM:
        return _has_case_of(name.text, surface) and not _is_shouted(run, text)
    if name.text == name.text.lower():  # a word of the language, such as a term
        return True
    if not _has_its_article(name.text, run, text) or _goes_on_small(name.text, surface):
        return False
    first = next((char for char in surface if char.isalnum()), "")
    if first.isupper() or not first.isalpha():
        return True
    return len(english_tokens(name.text)) > 2


def _has_its_article(written: str, run: Found, text: str) -> bool:
    """Whether a name that is an article and one word, as *The Paper*, has its article."""
    article, _, rest = written.partition(" ")
    if article != "The" or " " in rest:
        return True
    return _ARTICLE.search(text[max(run.start - _NEIGHBOURS, 0) : run.end]) is not None


def _goes_on_small(written: str, surface: str) -> bool:
    """Whether the last of two words has lost its capital behind one that has it anywhere: *China today wants*."""
    first, _, last = surface.partition(" ")
    shown, _, capital = written.partition(" ")
    if " " in capital or not last.islower() or not capital[:1].isupper():
        return False
    return first == shown == _SUBJECT


def _has_case_of(written: str, surface: str) -> bool:
    """Whether the capitals of a name stand in a text: ``CCP’s`` has those of CCP, ``most`` not those of MOST."""
    letters = [char for char in written if char.isalpha()]
    shown = [char for char in surface if char.isalpha()]
    return shown[: len(letters)] == letters


def _is_shouted(run: Found, text: str) -> bool:
    """Whether the words on both sides are all capitals, as in a headline, where an acronym is as any word."""
    before = text[: run.start].split()[-1:]
    after = text[run.end :].split(maxsplit=1)[:1]
    beside = [word.strip(".,:;()\"'“”’") for word in before + after]
    return bool(beside) and all(len(word) > 1 and word.isupper() for word in beside)


def is_cut_out(run: Found, text: str, *, known: bool = False) -> bool:
    """Return whether a Chinese run is cut out of words of the text, as far as the lexicon tells: 法|兰西体育场, 财政部|门.

    Args:
        run: Where the run stands.
        text: The whole text.
        known: Whether it is a name of the glossary: only its first character belongs to a word before it then (劳动党|中央),
            since 中共|中央政治局 is a word and a name.

    >>> from glossary.text.scanning import Found
    >>> [is_cut_out(Found(at, at + 5, ""), "法兰西体育场,兰西体育场") for at in (1, 7)]
    [True, False]
    >>> [is_cut_out(Found(0, 3, ""), text, known=True) for text in ("财政部门", "财政部的门")]
    [True, False]
    >>> [is_cut_out(Found(2, 7, ""), "中共中央政治局会议", known=known) for known in (True, False)]
    [False, True]
    """
    if text[run.end - 1 : run.end + 1] in word_class("begun-by-ends", "running"):
        return True
    shared = _shared_before(run, text)
    return shared == 1 if known else shared > 0


def _shared_before(run: Found, text: str) -> int:
    """How many characters of a run belong to a word that begins before it."""
    start = _first_han(run.start, text)
    if start == run.start:
        return 0
    at = start
    for word in _words(text[start : run.end]):
        at += len(word)
        if at >= run.start:
            break
    return at - run.start


def _has_word_edges(run: Found, text: str) -> bool:
    start, end = _first_han(run.start, text), run.end
    while end < min(run.end + _NEIGHBOURS, len(text)) and has_han(text[end]):
        end += 1
    if (start, end) == (run.start, run.end):
        return True
    edges, at = {start}, start
    for word in _words(text[start:end]):
        at += len(word)
        edges.add(at)
    return run.start in edges and run.end in edges


def _first_han(start: int, text: str) -> int:
    """Where the Chinese begins that goes up to a place, no farther than some characters before it."""
    first = start
    while first > max(start - _NEIGHBOURS, 0) and has_han(text[first - 1]):
        first -= 1
    return first


def _words(text: str) -> Iterator[str]:
    from glossary.language.segment import segment

    return (word for word, _syllables in segment(text))
