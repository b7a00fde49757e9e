"""How one entry stands to another, and from when to when."""

from __future__ import annotations

from enum import Enum

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.dates import parse_date, span
from glossary.model.rules import check_choice, check_id, check_line, check_note
from glossary.model.sources import Source
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["ACYCLIC", "Relation", "RelationType", "find_cycle"]


class RelationType(str, Enum):
    """How the entry that holds the relation stands to its target."""

    PART_OF = "part-of"
    MANAGED_BY = "managed-by"
    SUCCESSOR_OF = "successor-of"
    NAMEPLATE_OF = "nameplate-of"
    CO_LOCATED_WITH = "co-located-with"
    ISSUED_BY = "issued-by"
    AMENDS = "amends"
    CONFUSED_WITH = "confused-with"
    SEE_ALSO = "see-also"


ACYCLIC = (RelationType.PART_OF, RelationType.SUCCESSOR_OF)
"""Relations along which nothing may lead back to itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation, written in the entry it starts from.

    Attributes:
        type: What the relation is.
        target: Id of the other entry.
        start: Date it began (``from`` in files), empty where open.
        end: Date it ended (``to`` in files), empty where open.
        instrument: The act that made it so: a plan, a notice, a law.
        sources: Where it was read.
        note: A remark.

    >>> Relation(type=RelationType.PART_OF, target="state-council").target
    'state-council'
    """

    type: RelationType
    target: str
    start: str = ""
    end: str = ""
    instrument: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", check_choice(RelationType, self.type, "relation"))
        check_id(self.target, "target")
        if self.start:
            parse_date(self.start, "from")
        if self.end:
            parse_date(self.end, "to")
        if self.start and self.end:
            span(self.start, self.end)
        if self.instrument:
            check_line(self.instrument, "instrument")
        if self.note:
            check_note(self.note, "note")

    @property
    def days(self) -> tuple[str, str]:
        """First and last day the relation held."""
        return span(self.start, self.end)

    def is_valid_on(self, day: str) -> bool:
        """Return whether the relation held on a day (YYYY-MM-DD)."""
        first, last = self.days
        return first <= day <= last


def find_cycle(
    targets: Mapping[str, Iterable[str]], start: Iterable[str] | None = None
) -> tuple[str, ...]:
    """Return the ids of one cycle in a relation, or nothing.

    Args:
        targets: For each id, the ids its relations of one type lead to.
        start: The ids to begin from; all of them by default.
    Returns:
        The ids along the cycle, the first one repeated at the end; empty where there is none.

    >>> find_cycle({"a": ["b"], "b": ["c"], "c": ["a"]})
    ('a', 'b', 'c', 'a')
    >>> find_cycle({"a": ["b", "c"], "b": ["c"]})
    ()
    """
    done: set[str] = set()
    for first in targets if start is None else start:
        trail: list[str] = [first]
        ways = [iter(targets.get(first, ()))]
        on_trail = {first}
        while ways:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                on_trail.discard(trail[-1])
                done.add(trail.pop())
            elif step in on_trail:
                return (*trail[trail.index(step) :], step)
            elif step not in done:
                trail.append(step)
                on_trail.add(step)
                ways.append(iter(targets.get(step, ())))
    return ()


def check_not_self(relations: Iterable[Relation], entry_id: str) -> None:
    """Refuse a relation of an entry to itself.

    Raises:
        InvalidError: There is one.

    >>> check_not_self([Relation(type=RelationType.SEE_ALSO, target="b")], "a")
    """
    for relation in relations:
        if relation.target == entry_id:
            raise InvalidError(
                _("{entry_id} is {relation} itself").format(
                    entry_id=entry_id, relation=relation.type.value
                ),
                field="relations",
                fix=_("Name another entry."),
            )
