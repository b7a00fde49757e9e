"""Units found by whose they are, where that is written in another way: 中科院 for 中国科学院, CETC for its name in full."""

from __future__ import annotations

from glossary.facade.units import is_of, other_wordings, owner_in
from glossary.language.han import han_key, has_han
from glossary.language.keys import query_keys
from glossary.language.legal_forms import without_form
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.model.answers import Answer
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["found_by_other_names", "found_by_owner"]

_LEAST_HAN = 2
_MOST = 40
"""The longest name looked for in parts, in words or Chinese characters: a part is a question of its own."""


def found_by_owner(name: str, find: Find, reader: Reader, filters: Filters) -> tuple[Answer, ...]:
    """Return the units that are written with whose they are behind a comma or in brackets: Institute of Physics (CAS).

    Args:
        name: The name asked for.
        find: Gives the answers to a name.
        reader: The store's reader, within a reading.
        filters: What answers are limited to.
    """
    unit, owner = owner_in(name)
    return _of_owner(unit, owner, find, reader, filters) if owner else ()


def found_by_other_names(
    name: str, find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """Return the units whose name begins with another name of their body than the glossary has, or ends in it.

    Args:
        name: The name asked for.
        find: Gives the answers to a name.
        reader: The store's reader, within a reading.
        filters: What answers are limited to.
    Returns:
        Answers marked as reworded, all of the longest body that the name can be parted by; none for a name too long.
    """
    if has_han(name):
        key = han_key(name)
        parts = list(_parted_han(key)) if len(key) <= _MOST else []
    else:
        words = query_keys(name).exact.split(" ")
        parts = list(_parted(words)) if len(words) <= _MOST else []
    if not parts:
        return ()
    asked = [("exact", owner, False) for _, owner in parts]
    known = {row[0] for row in reader.names_at(asked, replace(filters, kinds=("body",)), 1)}
    for at, (unit, owner) in enumerate(parts):
        if at in known and (found := _of_owner(unit, owner, find, reader, filters)):
            return tuple(replace(each, reworded=True) for each in found)
    return ()


def _parted_han(key: str) -> Iterator[tuple[str, str]]:
    """Ways to part a Chinese key in a unit and its body, the longest body first."""
    for end in range(len(key) - _LEAST_HAN, _LEAST_HAN - 1, -1):
        yield key[end:], key[:end]


def _parted(words: list[str]) -> Iterator[tuple[str, str]]:
    """Ways to part the words of an English key: *U of O*, then *O U*, the longest body first."""
    for at, word in enumerate(words):
        if word == "of" and 0 < at < len(words) - 1:
            yield " ".join(words[:at]), " ".join(words[at + 1 :])
    for end in range(len(words) - 1, 0, -1):
        if words[end] != "of":
            yield " ".join(words[end:]), " ".join(words[:end])


def _of_owner(
    unit: str, owner: str, find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """The units of all that have a name, each by the first wording that finds it."""
    units: dict[str, Answer] = {}
    for body in find(owner):
        for wording in other_wordings(unit, body):
            found = [
                each
                for each in find(wording)
                if is_of(each, body) and not _is_anothers(each, body, reader, filters)
            ]
            if found:
                units.update((each.id, each) for each in found)
                break
    return tuple(units.values())


def _is_anothers(unit: Answer, owner: Answer, reader: Reader, filters: Filters) -> bool:
    """Whether a unit's Chinese name begins with that of a third body: 中国石油化工集团公司's is not 中国石油's.

    A company in a place is never another's: Sinopec (China).
    """
    if owner.entry.kind is not Kind.BODY:
        return False
    keys = [han_key(name.text)[:_MOST] for name in unit.names if name.is_chinese]
    full = [han_key(name.text) for name in owner.names if name.is_chinese]
    mine = [*full, *filter(None, map(without_form, full))]
    begins: set[str] = set()
    for key in keys:  # a name it had under another ministry does not count
        least = max((len(each) for each in mine if key.startswith(each)), default=len(key))
        begins.update(key[:end] for end in range(least + 1, len(key)))
    asked = [("exact", each, False) for each in sorted(begins)]
    rows = reader.names_at(asked, replace(filters, kinds=("body",)), 1) if asked else []
    listed = reader.listed([row[3] for row in rows]) if rows else {}
    return any(each.entry.id not in (unit.id, owner.id) for each in listed.values())
