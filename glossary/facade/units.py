"""Whose a unit is: 办公厅 says nothing before that is said, and English says it in several ways."""

from __future__ import annotations

import re

from glossary.language.english import word_class
from glossary.language.han import han_key, has_han
from glossary.language.legal_forms import without_form
from glossary.model.answers import Near
from glossary.model.entries import Kind
from glossary.model.names import NameType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer

__all__ = ["is_a_word", "is_of", "of_many", "other_wordings", "owner_in", "owners_before"]

_BODIES = ("河北省", "石家庄市", "教育部", "商务部", "河北省教育厅", "河北省人民政府")
_BODIES_EN = ("the Ministry of Education", "the Ministry of Commerce", "Hebei Province")
"""One of each sort of body that has units: where a pattern gives one of them such a unit too, the short name is nobody's own."""

_CENTRE = ("中共中央", "国务院", " of the CPC Central Committee", " of the State Council")
"""What a text means by the short name of a department is that of these, whoever else has one."""

_OF_WATERS = re.compile(
    "[黄渤东南]海|[长珠]江|[黄淮海]河|黑龙江|Yellow|Bohai|Yangtze|Pearl River|Huaihe", re.I
)
"""What a unit that is one body's own is named after: there is one 黄海水产研究所, and 水生生物研究所 are many."""

_WHOSE = (NameType.FULL, NameType.ACRONYM, NameType.SHORT)

_OWNED = re.compile(r"(.+?)(?:, (?:the )?([^,()]+)| ?\(([^()]+)\))")
"""A unit, and behind a comma or in brackets whose it is."""


def owner_in(name: str) -> tuple[str, str]:
    """Return a unit and whose it is, as far as an English name tells it apart; both empty where it does not.

    >>> owner_in("Institute of Physics, CAS"), owner_in("Institute of Physics (CAS)")
    (('Institute of Physics', 'CAS'), ('Institute of Physics', 'CAS'))
    >>> owner_in("Institute of Physics")
    ('', '')
    """
    found = _OWNED.fullmatch(" ".join(name.split()))
    return (found[1], found[2] or found[3]) if found else ("", "")


def owners_before(unit: str, near: Iterable[Near]) -> list[str]:
    """Return what stands before a unit's Chinese name in the names of others.

    >>> names = ("民政部国际合作司", "国际合作司", "外交部")
    >>> owners_before("國際合作司", [Near(id="", english=None, chinese=name) for name in names])
    ['民政部']
    """
    key = han_key(unit) if has_han(unit) else ""
    names = [each.chinese or "" for each in near] if key else []
    return [name.removesuffix(key) for name in names if name.endswith(key) and name != key]


def other_wordings(unit: str, owner: Answer) -> Iterator[str]:
    """Yield the ways to name a unit, with whose it is and without; in Chinese always with."""
    if has_han(unit):
        for name in owner.names:
            if name.is_chinese:
                yield from (whole + unit for whole in (name.text, without_form(name.text)) if whole)
        return
    for name in owner.names:
        if name.is_english and name.type in _WHOSE:
            yield f"{unit}, {name.text}"
            yield f"{unit} of the {name.text}"
            yield f"{name.text} {unit}"
    yield unit


def is_of(unit: Answer, owner: Answer) -> bool:
    """Return whether a body is another one's by its Chinese name, which begins with that of the other.

    Legal forms are passed over: 中国电子科技集团公司第十四研究所 is of 中国电子科技集团有限公司.
    """
    whole = [name.text for name in owner.names if name.is_chinese]
    mine = [name.text for name in unit.names if name.is_chinese]
    shortest = [without_form(of) or of for of in whole]
    return any(each not in whole and each.startswith(of) for each in mine for of in shortest)


def is_a_word(answer: Answer) -> bool:
    """Return whether a body was found by a short name that is first of all a word or a place: 机器人, 连云港."""
    name = answer.name
    return name.type is NameType.SHORT and name.text in word_class("words-first", "running")


def of_many(answer: Answer, grammar: Callable[[], NameGrammar]) -> bool:
    """Return whether an answer was found by a short name that patterns give to other bodies' units as well.

    Args:
        answer: The answer.
        grammar: Gives the grammar; only asked where the name is a part of the unit's own in full.
    """
    unit, whose = answer.name.text, _whose(answer)
    if not whose or any(of in _CENTRE for of in whose) or _OF_WATERS.match(unit):
        return False
    if has_han(unit):
        if not answer.name.is_chinese:  # in a Japanese directory, below the body whose it is
            return True
        names = [body + unit for body in _BODIES if body not in whose]
    else:
        names = [f"{unit} of {body}" for body in _BODIES_EN if not any(body in of for of in whose)]
    return any(each.node.symbol != "place" for name in names for each in grammar().read(name))


def _whose(answer: Answer) -> tuple[str, ...]:
    """Of whom a unit is: what its full names, of which the short one is an end, have besides."""
    name = answer.name
    if answer.entry.kind is not Kind.BODY or name.type is not NameType.SHORT:
        return ()
    han = has_han(name.text)  # a Japanese name as well is read as a Chinese one
    key = han_key(name.text) if han else name.text
    return tuple(
        each.text.removesuffix(key).removeprefix(key)
        for each in answer.names
        if each.type is NameType.FULL
        and each.is_chinese is han
        and len(each.text) > len(key)
        and (each.text.endswith(key) or (not han and each.text.startswith(key)))
    )
