"""Dates that contradict each other, and bodies that ended without a word of what became of them."""

from __future__ import annotations

from glossary.i18n import _
from glossary.model.dates import first_day, last_day
from glossary.model.relations import RelationType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.curation.content import Content, Placed

    Found = Iterator[tuple[Placed, str]]

__all__ = ["find_contradictions", "find_missing_successors"]


def find_contradictions(content: Content) -> Found:
    """Yield bodies that end before they begin, and names or relations outside the life of their body."""
    for placed in content.placed:
        body = placed.entry.body
        if body is None:
            continue
        begun = first_day(body.founded) if body.founded else ""
        ended = last_day(body.dissolved) if body.dissolved else ""
        if begun and ended and ended < begun:
            yield (
                placed,
                _("dissolved in {end}, before it was founded in {start}").format(
                    end=body.dissolved, start=body.founded
                ),
            )
        for what, start, end in _spans(placed):
            if ended and start and first_day(start) > ended:
                yield (
                    placed,
                    _("{what} begins in {date}, when the body was no more").format(
                        what=what, date=start
                    ),
                )
            if begun and start and last_day(start) < begun:
                yield (
                    placed,
                    _("{what} begins in {date}, before the body did").format(what=what, date=start),
                )
            elif begun and end and last_day(end) < begun:
                yield (
                    placed,
                    _("{what} ends in {date}, before the body began").format(what=what, date=end),
                )


def _spans(placed: Placed) -> Iterator[tuple[str, str, str]]:
    for name in placed.entry.names:
        yield repr(name.text), name.start, name.end
    for relation in placed.entry.relations:
        if relation.type is not RelationType.SUCCESSOR_OF:
            yield f"{relation.type.value} {relation.target}", relation.start, relation.end


def find_missing_successors(content: Content) -> Found:
    """Yield bodies that were dissolved and have neither a successor nor a note that says why."""
    succeeded = {
        relation.target
        for placed in content.placed
        for relation in placed.entry.relations
        if relation.type is RelationType.SUCCESSOR_OF
    }
    for placed in content.placed:
        body = placed.entry.body
        if body and body.dissolved and placed.entry.id not in succeeded and not placed.entry.notes:
            yield (
                placed,
                _("dissolved in {date}, and nothing says what became of it").format(
                    date=body.dissolved
                ),
            )
