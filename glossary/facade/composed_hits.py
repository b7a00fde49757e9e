"""What a search composes beside its hits: names long enough to be a body's, places by themselves, and both though mistyped."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.facade.compositions import Compositions
    from glossary.model.answers import Answer
    from glossary.store.filters import Filters

__all__ = ["by_pinyin", "composed_for"]

_PLACE_AND_HEAD = 2
"""So many words are enough where the first is a place and the second a body's head: *Shanghai government*."""
_MOST_PLACES = 3
"""Of more places of one name none is meant by it: there are a dozen districts called Xinhua."""
_SHORT_OFFICES = range(3, 6)
"""How many characters the short name of a province's office has, the province's one among them."""
_OFFICES = frozenset("委厅局办")
_INITIALS = range(4, 11)
"""How many initials are tried as those of a province's office."""


def composed_for(
    glossary: Compositions, text: str, day: str, filters: Filters, *, mistyped: bool
) -> tuple[Answer, ...]:
    """Return what patterns compose for a query.

    Args:
        glossary: What composes.
        text: The query.
        day: The day the answers hold for.
        filters: What answers are limited to.
        mistyped: Whether to try its words as they may have been meant, since nothing is like it.
    """
    found = _composed(glossary, text, day, filters) or by_pinyin(glossary, text, day, filters)
    if found or not mistyped or not text.isascii():
        return found
    found = _by_initials(glossary, text, day, filters)
    if found:
        return found
    from glossary.facade.respelled import respelled

    with glossary.store.reading():
        spellings = tuple(respelled(glossary.store.reader, text))
    return next(filter(None, (_composed(glossary, each, day, filters) for each in spellings)), ())


def _composed(glossary: Compositions, text: str, day: str, filters: Filters) -> tuple[Answer, ...]:
    from glossary.language.places import find_place

    text = _with_its_province(text)
    places = find_place(text) if len(text.split()) <= _PLACE_AND_HEAD else ()
    if not places:
        return glossary.composed_answers(text, day, filters) if _is_long_enough(text) else ()
    found = glossary.composed_answers(text, day, filters)
    if not found and len(places) <= _MOST_PLACES:
        # Zhengding is a county's, whose English has County.
        found = tuple(
            answer
            for place in places
            for answer in glossary.composed_answers(place.zh, day, filters)
        )
    return found if len(found) <= _MOST_PLACES else ()


def by_pinyin(glossary: Compositions, text: str, day: str, filters: Filters) -> tuple[Answer, ...]:
    """Return the bodies of places whose Chinese name patterns compose and whose pinyin a text is: *Hangzhou Shi Gong'anju*.

    Args:
        glossary: What composes.
        text: The pinyin, with or without tones.
        day: The day the answers hold for.
        filters: What answers are limited to.
    """
    from glossary.language.keys import query_keys

    keys = query_keys(text)
    if not keys.pinyin:
        return ()
    found = _first_of(glossary, glossary.name_grammar.spellings.read(keys.pinyin), day, filters)
    if keys.toned:
        from glossary.language.pinyin import pinyin
        from glossary.language.syllables import same_tones

        found = {name: answers for name, answers in found.items() if same_tones(text, pinyin(name))}
    return tuple(answer for answers in found.values() for answer in answers)


def _by_initials(
    glossary: Compositions, text: str, day: str, filters: Filters
) -> tuple[Answer, ...]:
    """The bodies of provinces that have these initials: *jxjyt*; nothing where there are many."""
    letters = text.strip().lower()
    if len(letters) not in _INITIALS or not letters.isalpha():
        return ()
    names = glossary.name_grammar.spellings.read_initials(letters)
    found = _first_of(glossary, names, day, filters)
    answers = tuple(answer for answers in found.values() for answer in answers)
    return answers if len(answers) <= _MOST_PLACES else ()


def _first_of(
    glossary: Compositions, names: Iterable[str], day: str, filters: Filters
) -> dict[str, tuple[Answer, ...]]:
    """What is composed for Chinese names, by name, each body once."""
    found: dict[str, tuple[Answer, ...]] = {}
    seen = set()
    for name in names:
        answers = glossary.composed_answers(name, day, filters)[:1]
        if answers and answers[0].chinese not in seen:
            seen.add(answers[0].chinese)
            found[name] = answers
    return found


def _with_its_province(text: str) -> str:
    """Write out the province in the short name of an office: 粤发改委 is 广东发改委, but 粤剧团 stays.

    >>> [_with_its_province(text) for text in ("粤发改委", "沪教委", "粤剧团", "办公厅", "浙江省委")]
    ['广东发改委', '上海教委', '粤剧团', '办公厅', '浙江省委']
    """
    if text.isascii() or len(text) not in _SHORT_OFFICES or text[-1] not in _OFFICES:
        return text
    from glossary.language.readings import tables

    listed = tables().classes["short_provinces"]
    province = next((name[1:] for name in listed if name[0] == text[0]), "")
    return province + text[1:] if province and not text.startswith(province) else text


def _is_long_enough(text: str) -> bool:
    """Whether a query is long enough for a composed name, so that shorter ones load no grammar: 石家庄教育局, Hebei S&T Dept."""
    from glossary.language.keys import query_keys

    words = text.split()
    if len(words) == _PLACE_AND_HEAD and text.isascii():
        from glossary.language.english import word_class
        from glossary.language.places import find_place

        return query_keys(words[1]).exact in word_class("heads") and bool(find_place(words[0]))
    long = len(words) > _PLACE_AND_HEAD or (not text.isascii() and len(text) > 3)
    return long and not query_keys(text).pinyin
