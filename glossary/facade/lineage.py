"""What a body came from and what became of it: ``successor-of`` followed in both directions, to the end.

One body may have several predecessors and several successors; each step names the two it joins, the time and the
instrument. A body met twice is told once.
"""

from __future__ import annotations

from functools import partial

from glossary.model.relations import RelationType
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from glossary.model.entries import Entry
    from glossary.model.relations import Relation
    from glossary.store.reading import Reader

__all__ = ["Step", "forerunners", "predecessors", "successors"]

LONGEST = 200
"""How many steps are told at most in one direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One succession.

    Attributes:
        predecessor: Id of the body before.
        successor: Id of the body after.
        depth: How many steps from the body asked about, from 1.
        relation: The relation, with dates, instrument and sources.
    """

    predecessor: str
    successor: str
    depth: int
    relation: Relation

    def to_record(self) -> dict[str, Any]:
        """Return the step as a mapping for JSON."""
        return {
            "predecessor": self.predecessor,
            "successor": self.successor,
            "depth": self.depth,
            "from": self.relation.start or None,
            "instrument": self.relation.instrument or None,
        }


def predecessors(reader: Reader, entry_id: str) -> tuple[Step, ...]:
    """Return the successions that led to a body, nearest first."""
    return tuple(
        Step(predecessor=other, successor=known, depth=depth, relation=relation)
        for known, other, depth, relation in _followed(entry_id, partial(_before, reader))
    )


def forerunners(reader: Reader, entry_ids: Iterable[str], day: str) -> list[Entry]:
    """Return what stood on a day in the place of bodies of today, nearest first, each once.

    A body that was there already, by another name, stands for itself; of one that was not, the lines of predecessors are
    followed back, each to the first that was there. A succession with a note is one to a part of a body; behind that body
    the line is followed only where nothing else is found, for most of what it came from went elsewhere.
    """
    ids = list(entry_ids)
    return _stood(reader, ids, day, beyond_parts=False) or _stood(
        reader, ids, day, beyond_parts=True
    )


def _stood(reader: Reader, ids: list[str], day: str, *, beyond_parts: bool) -> list[Entry]:
    found: dict[str, Entry] = {}
    seen: set[tuple[str, bool]] = set()
    ring = [(each, True) for each in ids]
    while ring:
        earlier: list[tuple[str, bool]] = []
        for each, whole in ring:
            listed = reader.get(each)
            if listed is None or (each, whole) in seen or (each, True) in seen:
                continue
            seen.add((each, whole))
            first, last = listed.entry.days
            if first <= day <= last:
                found[each] = listed.entry
            elif whole and day < first:
                earlier += [
                    (target, beyond_parts or not relation.note)
                    for target, relation in _before(reader, each)
                ]
        ring = earlier
    return list(found.values())


def successors(reader: Reader, entry_id: str) -> tuple[Step, ...]:
    """Return the successions that began with a body, nearest first; only entries that are served count."""

    def after(earlier: str) -> Iterator[tuple[str, Relation]]:
        for later, at in reader.relations_to(earlier, (RelationType.SUCCESSOR_OF.value,)):
            listed = reader.get(later)
            if listed is not None and listed.review in ("approved", "proposed"):
                yield later, listed.entry.relations[at]

    return tuple(
        Step(predecessor=known, successor=other, depth=depth, relation=relation)
        for known, other, depth, relation in _followed(entry_id, after)
    )


def _before(reader: Reader, later: str) -> Iterator[tuple[str, Relation]]:
    """Yield the bodies one directly came from, and the relation that says so."""
    listed = reader.get(later)
    for relation in listed.entry.relations if listed else ():
        if relation.type is RelationType.SUCCESSOR_OF:
            yield reader.redirect(relation.target) or relation.target, relation


def _followed(
    start: str, next_to: Callable[[str], Iterator[tuple[str, Relation]]]
) -> list[tuple[str, str, int, Relation]]:
    """Walk breadth first: where from, where to, how many steps from the start, and by which relation."""
    steps: list[tuple[str, str, int, Relation]] = []
    seen, ring, depth = {start}, [start], 0
    while ring and len(steps) < LONGEST:
        depth += 1
        following = []
        for known in ring:
            for other, relation in next_to(known):
                steps.append((known, other, depth, relation))
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        ring = following
    return steps[:LONGEST]
