"""A document by a title that has one word more or less than any way to translate its Chinese.

Translators of one long title seldom agree in every word: *Sellers of Publicly Offered Funds* are another's *Distributors*,
*Rules for the Handling of Arbitration* are those of *Arbitration Cases*. Where a title of some length differs from just one known title in
one word, that document was meant, unless the word tells titles apart (:func:`glossary.language.wordings.tells_apart`), is a place's
name or of a body's (*Tsinghua University Measures for* are not the ministry's), or another title is nearly as near. Laws are always
named in full.
"""

from __future__ import annotations

from glossary.language.issuers import issuer_of_id, issuers_of_han
from glossary.language.places import find_place
from glossary.language.titles import (
    BINDING,
    compared_words,
    is_of_the_kind,
    kinds_of_han,
    parse_title,
    word_forms,
    words_of,
)
from glossary.language.wordings import (
    is_judicial,
    is_required,
    left_over,
    may_stand_for,
    tells_apart,
)
from glossary.model.values import replace
from glossary.search.expressions import all_of, any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glossary.language.titles import Title
    from glossary.model.entries import Entry
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["find_near_titles", "forms_of", "may_be_issued"]

_ROWS = 100
_LEAST_WORDS = 7
_LEAST_REQUIRED = 4
_FARTHEST = 8
_LONGEST_BODY = 5
_ACT = "act"
_COURTS = frozenset(("spc", "spp"))
_EXACT = frozenset(("criminal", "five"))
"""Titles of crimes and of five-year plans are much alike."""


def find_near_titles(
    reader: Reader, documents: Filters, asked: Title, key: str
) -> Sequence[Candidate]:
    """Return the names of the one document whose title is the one asked for but for one word.

    Args:
        reader: The store.
        documents: What answers are limited to: documents.
        asked: The title asked for, which is no document's in other words.
        key: Its exact key.
    Returns:
        Rows of the store, of one entry; none where the title is short or of a law, and where two documents are near.
    """
    words = words_of(asked)
    required = sorted(
        word for word in words if word != _ACT and is_required(word, asked.kind, words)
    )
    few = len(words) < _LEAST_WORDS or len(required) < _LEAST_REQUIRED
    if few or asked.kind in BINDING or not words.isdisjoint(_EXACT):
        return []
    rows = reader.names_matching(_all_but_one(required, words), documents, _ROWS)
    texts = reader.texts_of([row[0] for row in rows])
    near = [
        (row, title)
        for row in rows
        if (title := parse_title(texts[row[0]])) and len(words ^ words_of(title)) <= _FARTHEST
    ]
    listed = reader.listed([row[1] for row, _ in near])
    judicial = is_judicial(asked)
    found: dict[int, tuple[int, Candidate]] = {}
    more: dict[int, frozenset[str]] = {}
    for row, title in near:
        han = [name.text for name in listed[row[1]].entry.names if name.is_chinese]
        kinds = frozenset().union(*map(kinds_of_han, han))
        issued = may_be_issued(asked, title, listed[row[1]].entry)
        if not issued or not is_of_the_kind(asked, title, kinds):
            continue
        extra, gone = left_over(words, words_of(title), han, judicial=judicial)
        apart = len(extra) + len(gone)
        if any(map(tells_apart, extra | gone)) or (
            apart < 2 and any(map(find_place, extra | gone))
        ):
            # Another document, but as near as it is, it may also be the one that was meant.
            apart = max(apart, 2)
        if row[1] not in found or apart < found[row[1]][0]:
            found[row[1]] = apart, row
            more[row[1]] = extra
    nearest = sorted(found.values())[:2]
    if not nearest or nearest[0][0] > 1 or (nearest[1:] and nearest[1][0] <= 2):
        return []
    row = nearest[0][1]
    return [] if _names_a_body(reader, documents, key, more[row[1]]) else [row]


def _names_a_body(reader: Reader, documents: Filters, key: str, extra: Collection[str]) -> bool:
    """Whether one of some words of a title stands in a body's name there, of two words or more."""
    words = key.split()
    asked = [
        ("exact", " ".join(words[start:end]), False)
        for at, word in enumerate(words)
        if not set(compared_words([word])).isdisjoint(extra)
        for start in range(max(at - _LONGEST_BODY + 1, 0), at + 1)
        for end in range(max(at + 1, start + 2), min(start + _LONGEST_BODY, len(words)) + 1)
    ]
    return bool(asked and reader.names_at(asked, replace(documents, kinds=("body",)), 1))


def _all_but_one(required: Sequence[str], words: frozenset[str]) -> str:
    """An expression for titles with all of some words, or all but one that does not tell titles apart."""
    parts = [
        [forms_of(word, words) for word in required if word != left_out]
        for left_out in required
        if not tells_apart(left_out)
    ]
    return any_of(
        [all_of(part) for part in parts or [[forms_of(word, words) for word in required]]]
    )


def may_be_issued(asked: Title, known: Title, entry: Entry) -> bool:
    """Return whether a document may be issued by whom a title says, where its own English title does not tell.

    Args:
        asked: The title asked for.
        known: The known title.
        entry: The document it is a title of: its Chinese title tells, or its facts; else it is of the Party and the state
            alone, as titles of the courts always name them.
    """
    if not asked.issuers or known.issuers:
        return True
    said = {issuers_of_han(name.text) for name in entry.names if name.is_chinese} - {frozenset()}
    if said:
        return asked.issuers in said
    if not asked.issuers.isdisjoint(_COURTS):
        return False
    issuer = entry.document.issuer if entry.document else ""
    return not issuer or issuer_of_id(issuer) in asked.issuers


def forms_of(word: str, words: frozenset[str]) -> list[str]:
    """Return how the index may hold a word of a title or one that may stand for it among its words."""
    return [form for each in sorted(may_stand_for(word, words)) for form in word_forms(each)]
