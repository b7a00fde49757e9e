"""Pairs of names that render each other, when one half goes."""

from __future__ import annotations

from glossary.model.tags import base_language
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model.entries import Entry
    from glossary.model.names import Name

__all__ = ["entry_on", "without_lone_pairs"]


def without_lone_pairs(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names with the label of a pair taken off those whose other half is not among them.

    >>> from glossary.model.names import Evidence, Name
    >>> name = Name(text="A", lang="en", evidence=Evidence.UNSOURCED, pair="one")
    >>> without_lone_pairs([name])[0].pair
    ''
    """
    kept = tuple(names)
    sides = {(name.pair, base_language(name.lang)) for name in kept if name.pair}
    whole = {pair for pair, _ in sides if sum(pair == other for other, _ in sides) > 1}
    return tuple(
        name if not name.pair or name.pair in whole else replace(name, pair="") for name in kept
    )


def entry_on(entry: Entry, day: str) -> Entry:
    """Return an entry as it was on a day: only names and relations valid then.

    Args:
        entry: The entry.
        day: ``YYYY-MM-DD``.
    Returns:
        The entry; with all its names where none was in use that day, since an entry has at least one.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "A", "lang": "en", "evidence": "unsourced", "to": "2001"},
    ...     {"text": "B", "lang": "en", "evidence": "unsourced", "from": "2002"}]})
    >>> [name.text for name in entry_on(entry, "2005-12-31").names]
    ['B']
    """
    names = without_lone_pairs(entry.names_on(day))
    relations = tuple(relation for relation in entry.relations if relation.is_valid_on(day))
    return replace(entry, names=names or entry.names, relations=relations)
