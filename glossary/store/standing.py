"""Whose names come first of those that fit alike: what an entry adds to the weight of each of its names."""

from __future__ import annotations

from glossary.model.entries import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.entries import Entry

__all__ = ["standing", "stands_first"]


def standing(entry: Entry) -> int:
    """Return what an entry adds to the weight of its names: bodies of the centre stand before others of one name.

    Behind them, and behind every usage of theirs, stand bodies that are no more, then those of Taiwan, Hong Kong and Macao.

    >>> from glossary.model.records import from_record
    >>> record = {"id": "a", "kind": "body", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]}
    >>> [standing(from_record({**record, "body": facts})) for facts in (
    ...     {"level": "central"}, {"level": "county"}, {"level": "central", "dissolved": "1998"}, {"place": "710000"})]
    [0, 10, 110, 210]
    """
    body = entry.body
    if body is None:
        return 10
    if body.apart:
        return 210
    if body.dissolved:
        return 110
    return 0 if body.level is Level.CENTRAL else 10


def stands_first(weight: int) -> bool:
    """Return whether a weight is that of a name of a body of the centre, as ``standing`` says.

    >>> stands_first(20), stands_first(30), stands_first(1020), stands_first(110)
    (True, False, True, False)
    """
    return weight % 1000 < 100 and not weight // 10 % 2
