"""Short names of units that many bodies have: 办公厅 and 监狱管理局 say nothing before it is said whose."""

from __future__ import annotations

from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.names import NameType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer

__all__ = ["of_many"]

_BODIES = ("河北省", "石家庄市", "教育部", "商务部", "河北省教育厅", "河北省人民政府")
_BODIES_EN = ("the Ministry of Education", "the Ministry of Commerce", "Hebei Province")
"""One of each sort of body that has units: where a pattern gives one of them such a unit too, the short name is nobody's own."""


def of_many(answer: Answer, grammar: Callable[[], NameGrammar]) -> bool:
    """Return whether an answer was found by a short name that patterns give to other bodies' units as well.

    Args:
        answer: The answer.
        grammar: Gives the grammar; only asked where the name is a part of the unit's own in full.
    """
    unit, whose = answer.name.text, _whose(answer)
    if not whose:
        return False
    if has_han(unit):
        names = [body + unit for body in _BODIES if body not in whose]
    else:
        names = [f"{unit} of {body}" for body in _BODIES_EN if not any(body in of for of in whose)]
    return any(grammar().read(name) for name in names)


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
