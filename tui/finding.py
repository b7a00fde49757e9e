"""What a search screen asks the glossary, and what it gets: plain functions and values, run in a thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary import Glossary
    from glossary.facade.showing import Shown
    from glossary.facade.types import Hits, Told
    from glossary.model.answers import Answer

__all__ = [
    "FIRST",
    "MOST",
    "SETTLED",
    "Found",
    "Read",
    "compose",
    "find",
    "find_more",
    "read_entry",
]

FIRST = 24
"""How many hits are ranked with each key, unless the window shows more."""
SETTLED = 200
"""How many are ranked once the keys pause; without their content, they are numbers."""
MOST = 100_000
"""How many at most, however far one pages."""


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one search: hits, then what patterns compose, then entries that may have been meant.

    Attributes:
        query: The query as typed.
        day: The day asked for, empty for today.
        hits: All hits ranked so far; content is read only for windows of them.
        limit: How many were asked for.
        first: The answers of the first window of hits.
        composed: What patterns compose of the name; ``None`` where that was not asked yet.
        near: Entries that may have been meant: those that bear the Chinese name which patterns compose, and where nothing was
            found, those whose names are like it.
        reason: Why nothing was found, where it is known.
    """

    query: str
    day: str
    hits: Hits
    limit: int
    first: tuple[Answer, ...] = ()
    composed: tuple[Answer, ...] | None = None
    near: tuple[Answer, ...] = ()
    reason: str = ""

    @property
    def added(self) -> tuple[Answer, ...]:
        """The rows behind the hits; none while more hits may come."""
        return () if self.truncated else (*(self.composed or ()), *self.near)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.hits) + len(self.added)

    @property
    def truncated(self) -> bool:
        """Whether there are more hits than were ranked."""
        return self.hits.truncated

    @property
    def wants_composing(self) -> bool:
        """Whether patterns were not asked yet, and there is room for what they say."""
        return self.composed is None and bool(self.hits.query) and not self.truncated

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers of the first rows, which need not be read any more."""
        return self.first if self.first else self.added

    def rows(self, first: int, last: int) -> tuple[Answer, ...]:
        """Read the answers of some rows.

        Args:
            first: The first row.
            last: The row behind the last.
        """
        ranked = len(self.hits)
        listed = tuple(self.hits[first : min(last, ranked)]) if first < ranked else ()
        return (*listed, *self.added[max(0, first - ranked) : max(0, last - ranked)])


@dataclass(frozen=True, slots=True)
class Read:
    """One entry read in full, with its last events."""

    shown: Shown
    history: tuple[Told, ...]


def find(glossary: Glossary, query: str, day: str, window: int) -> Found:
    """Search, and read the answers of the first window; where nothing is found, compose, and look nearby."""
    limit = max(FIRST, 2 * window)
    hits = glossary.find(query, as_of=day, limit=limit)
    if len(hits) or not hits.query:
        return Found(query, day, hits, limit, tuple(hits[:window]))
    answers = glossary.lookup(hits.query, as_of=day)
    known = glossary.answers(each.id for each in hits.near)
    held = tuple(answers) if answers.found == "exact" else ()
    near = {answer.id: answer for answer in (*held, *known.values())}
    return Found(
        query,
        day,
        hits,
        limit,
        composed=tuple(answers) if answers.found == "composed" else (),
        near=tuple(near.values()),
        reason=answers.reason,
    )


def compose(glossary: Glossary, found: Found) -> Found:
    """Ask patterns for a name that hits come near to, but none has."""
    answers = glossary.lookup(found.hits.query, as_of=found.day)
    if answers.found == "composed":
        return replace(found, composed=tuple(answers))
    ranked = {each.id for each in found.first}
    held = tuple(each for each in answers if each.id not in ranked)
    return replace(found, composed=(), near=held)


def find_more(glossary: Glossary, found: Found) -> Found:
    """Rank more hits: some pages at first, then four times as many as before."""
    limit = min(MOST, max(SETTLED, found.limit * 4))
    hits = glossary.find(found.query, as_of=found.day, limit=limit)
    return replace(found, hits=hits, limit=limit, first=())


def read_entry(glossary: Glossary, entry_id: str, day: str) -> Read:
    """Read an entry with its links, comments and last five events."""
    shown = glossary.get(entry_id, as_of=day)
    history = tuple(glossary.history(shown.entry.id, limit=5, newest=True))
    return Read(shown, history)
