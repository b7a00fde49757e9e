"""Departments of a known body by other English than the glossary has for them.

A ministry's site, a directory and a newspaper seldom agree: *Online Transaction Supervision* is another's *Online
Transaction Regulation*, a *Bureau* another's *Department*. What departments a body has is known, so that one was meant
where every word in which the English differs translates a word of its Chinese, which is what
:func:`glossary.language.wordings.left_over` tells, and just one department is so near.
"""

from __future__ import annotations

from glossary.facade.units import owner_in
from glossary.language.english import STOP_WORDS, english_tokens, word_class
from glossary.language.han import han_key, has_han
from glossary.language.titles import compared_words
from glossary.language.wordings import left_over
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.model.answers import Answer
    from glossary.model.entries import Entry
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["found_among_departments"]

_ROWS = 400
_HEADS_HAN = tuple("司局厅庭室处部办")
"""What a department's Chinese ends in; an institute or a center is none."""
_MOST = 40
"""The longest name that is parted, in words: whose the unit is is a question of its own for each way to part it."""
_COURT = "法庭"
"""A court of its own, as the Supreme People's Court has for intellectual property beside the division for it."""


def found_among_departments(
    name: str, find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """Return the one department of a body that an English name can mean: Department of Price Supervision, NDRC.

    Args:
        name: The name asked for.
        find: Gives the answers to a name.
        reader: The store's reader, within a reading.
        filters: What answers are limited to.
    Returns:
        Its answer, marked as reworded; none for another name than of a department, and where two are as near.
    """
    if has_han(name) or len(name.split()) > _MOST:
        return ()
    for unit, whose in _parted(name):
        asked, heads = _words(unit)
        if not asked or not heads:
            continue
        for owner in find(whose):
            if owner.entry.kind is Kind.BODY:
                return _nearest(asked, owner, find, reader, filters)
    return ()


def _parted(name: str) -> Iterator[tuple[str, str]]:
    """Ways to part a name in a unit and whose it is: *U, O*, *U of the O*, the longest body first."""
    unit, owner = owner_in(name)
    if owner:
        yield unit, owner
        return
    words = name.split()
    for at, word in enumerate(words):
        if word == "of" and 1 < at < len(words) - 1:
            yield " ".join(words[:at]), " ".join(words[at + 1 :])


def _words(unit: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a department's name as they are compared, those for its kind apart."""
    words = frozenset(compared_words(english_tokens(unit))) - STOP_WORDS
    kinds = word_class("departments")
    return words - kinds, words & kinds


def _nearest(
    asked: frozenset[str], owner: Answer, find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    same: dict[str, Entry] = {}
    alike: dict[str, Entry] = {}
    for entry, han, text in _departments(owner, reader, filters):
        known, _ = _words(text)
        if known == asked:
            same[entry.id] = entry
        elif known and _means_the_same(asked, known, han):
            alike[entry.id] = entry
    meant = same or alike
    names = [name.text for entry in meant.values() for name in entry.names if name.is_english]
    if len(meant) != 1:
        return ()
    answers = [each for text in names for each in find(text) if each.id in meant]
    return tuple(replace(each, reworded=True) for each in answers[:1])


def _means_the_same(asked: frozenset[str], known: frozenset[str], han: str) -> bool:
    """Whether two names of departments differ only in how they translate the Chinese and in what every department does."""
    extra, gone = left_over(asked, known, [han])
    return extra | gone <= word_class("duties")


def _departments(
    owner: Answer, reader: Reader, filters: Filters
) -> Iterator[tuple[Entry, str, str]]:
    """Yield the departments of a body, each with its Chinese and its English, without whose they are, for each English name."""
    whose = sorted((han_key(each.text) for each in owner.names if each.is_chinese), key=len)
    english = {_key(each.text) for each in owner.names if each.is_english}
    asked = [("exact", each, True) for each in whose]
    rows = reader.names_at(asked, replace(filters, kinds=("body",)), _ROWS) if asked else []
    for listed in reader.listed({row[3] for row in rows}).values():
        han = _unit_in_han(listed.entry, whose)
        if not han.endswith(_HEADS_HAN) or han.endswith(_COURT):
            continue
        for name in listed.entry.names:
            if name.is_english and (text := _unit_in_english(name.text, english)):
                yield listed.entry, han, text


def _unit_in_han(entry: Entry, whose: list[str]) -> str:
    """What a Chinese name has behind that of the body whose it is, in its shortest form; empty where none has it."""
    keys = [han_key(each.text) for each in entry.names if each.is_chinese]
    rests = [key[len(of) :] for key in keys for of in whose if key.startswith(of)]
    return min(filter(None, rests), key=len, default="")


def _unit_in_english(text: str, english: set[str]) -> str:
    """What an English name has beside that of the body whose it is; empty where it does not say whose."""
    return next((unit for unit, of in _parted(text) if _key(of) in english), "")


def _key(text: str) -> str:
    return " ".join(english_tokens(text))
