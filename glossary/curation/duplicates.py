"""One name on two entries: a duplicate, unless one knows of the other."""

from __future__ import annotations

from itertools import combinations

from glossary.i18n import _
from glossary.model.names import NameType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.curation.content import Content, Placed
    from glossary.model.entries import Entry
    from glossary.model.names import Name

    Found = Iterator[tuple[Placed, str]]

__all__ = ["find_double_entries", "find_shared_chinese", "find_shared_english"]


def find_double_entries(content: Content) -> Found:
    """Yield entries of one kind that share both a full English and a full Chinese name."""
    seen: set[frozenset[str]] = set()
    english: set[frozenset[str]] = set()
    chinese: set[frozenset[str]] = set()
    for (one, name), (other, _name) in _pairs(content):
        if _linked(one.entry, other.entry) or _elsewhere(one.entry, other.entry):
            continue
        pair = frozenset((one.entry.id, other.entry.id))
        (chinese if name.is_chinese else english).add(pair)
        if pair in english and pair in chinese and pair not in seen:
            seen.add(pair)
            yield (
                other,
                _("{id} has an English and a Chinese name of {other}: is it the same?").format(
                    id=other.entry.id, other=one.entry.id
                ),
            )


def find_shared_english(content: Content) -> Found:
    """Yield live bodies that bear one English name and say nothing of each other."""
    said = _("{id} and {other} are both called {name!r}, and neither names the other")
    return _tell_shared(content, said, lambda name: name.is_english)


def find_shared_chinese(content: Content) -> Found:
    """Yield live bodies that bear one Chinese name and say nothing of each other, whatever their English is."""
    said = _("{id} and {other} are both called {name}: is it the same body?")
    return _tell_shared(content, said, lambda name: name.is_chinese)


def _tell_shared(content: Content, said: str, counts: Callable[[Name], bool]) -> Found:
    """Tell of two live bodies of one administration with one name that counts, where neither names the other."""
    for (one, name), (other, _name) in _pairs(content):
        if one.entry.kind.value != "body" or not counts(name):
            continue
        known = _linked(one.entry, other.entry) or _elsewhere(one.entry, other.entry)
        if _is_live(one.entry) and _is_live(other.entry) and not known:
            yield other, said.format(id=other.entry.id, other=one.entry.id, name=name.text)


def _pairs(content: Content) -> Iterator[tuple[tuple[Placed, Name], tuple[Placed, Name]]]:
    """Two entries with one full name of today, acronyms and short forms left out."""
    for named in content.by_key.values():
        full = [
            (each, name)
            for each, name in named
            if name.type in (NameType.FULL, NameType.ALIAS) and not name.end
        ]
        for one, other in combinations(full, 2):
            if one[0].entry.id != other[0].entry.id:
                yield one, other


def _is_live(entry: Entry) -> bool:
    return not (entry.body and entry.body.dissolved)


def _linked(one: Entry, other: Entry) -> bool:
    return any(each.target == other.id for each in one.relations) or any(
        each.target == one.id for each in other.relations
    )


def _elsewhere(one: Entry, other: Entry) -> bool:
    """Whether two bodies belong to different administrations: a Health Bureau each in Hong Kong and Macao."""
    return len({entry.body.apart if entry.body else "" for entry in (one, other)}) > 1
