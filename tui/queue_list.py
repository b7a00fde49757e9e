"""What waits for a decision, a line each; pages are read as one comes to them."""

from __future__ import annotations

import time
from calendar import timegm
from typing import TYPE_CHECKING

from glossary.i18n import _, joined
from tui.clock import now
from tui.display import clip, one_line, width_cells
from tui.row_list import Cells, RowList
from tui.words import N_, sign, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.facade.types import Waiting
    from glossary.model.answers import Answer

__all__ = ["QueueList", "age"]

TITLE = 60
"""Cells that a name may take in a question."""
STATE = 32
"""Cells that evidence and what is lacking may take."""


def age(at: str, now: float) -> str:
    """Return how long ago a time was, as people say it.

    Args:
        at: UTC, as events have it.
        now: Seconds since the epoch.

    >>> age("2026-11-24T02:00:00Z", 1795485600 + 7300)
    '2 h'
    """
    try:
        then = timegm(time.strptime(at[:19], "%Y-%m-%dT%H:%M:%S"))
    except ValueError:
        return at[:10]
    minutes = max(0, int(now - then) // 60)
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    if minutes < 60 * 24:
        return _("{n} h").format(n=minutes // 60)
    return _("{n} d").format(n=minutes // 60 // 24)


class QueueList(RowList):
    """New entries and proposals, oldest first."""

    help = N_(
        "What waits, oldest first. Letters decide: {proposal_approve} approves, {proposal_reject} rejects with a reason,"
        " {proposal_edit} edits first, {proposal_comment} comments, {proposal_select} selects several, {decision_undo}"
        " undoes your last decision here."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, row_height=1)
        self.items: list[Waiting] = []
        self.selected: set[int] = set()
        self._names: dict[str, Answer] = {}

    def show(self, items: Iterable[Waiting], names: Mapping[str, Answer], cursor: int = 0) -> None:
        """Show the first page."""
        self.items = list(items)
        self._names |= names
        self.selected &= {item.number for item in self.items}
        self.set_count(len(self.items), cursor)

    def extend(self, items: Iterable[Waiting], names: Mapping[str, Answer]) -> None:
        """Add the page behind."""
        self.items += items
        self._names.update(names)
        self.set_count(len(self.items), self.cursor)

    @property
    def item(self) -> Waiting | None:
        """What the cursor is on."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def toggle(self) -> None:
        """Select, or take out of the selection."""
        if self.item is not None:
            self.selected ^= {self.item.number}
            self.forget_paint()

    def name_of(self, item: Waiting) -> str:
        """Return the name of what waits, Chinese first."""
        return self.name_of_entry(item.entry) or _("a rule of the house")

    def name_of_entry(self, entry: str) -> str:
        """Return the name of an entry that waits or waited here, else its id."""
        answer = self._names.get(entry)
        if answer is None:
            return entry
        return one_line(answer.chinese or answer.traditional or answer.english or entry)

    def title_of(self, item: Waiting) -> str:
        """Return the name of what waits as a question has room for it."""
        return clip(self.name_of(item), TITLE)

    def row(self, at: int, width: int) -> list[Cells] | None:
        """Return the line of what waits: name, what is proposed, by whom, since when, and what it lacks."""
        item = self.items[at]
        mark = sign("selected" if item.number in self.selected else "unselected")
        answer = self._names.get(item.entry)
        chinese = one_line(self.name_of(item))
        english = one_line(answer.english or "") if answer and answer.english != chinese else ""
        state = word(item.evidence) if item.evidence else ""
        if item.needs_source:
            state = joined((state, _("needs a source")))
        who = f"{one_line(clip(item.by, 12))}  {age(item.at, now())}"
        tail = f"  {word(item.action)}  {who}"
        look = "weak" if item.needs_source else "state"
        if self.row_height == 2:
            left = clip(f"{mark} {chinese}  {english}", width)
            below = clip(f"    {tail.strip()}  {state}", width)
            return [((left, "first"),), ((below, look),)]
        room = width - width_cells(mark) - width_cells(tail) - 3
        state = clip(state, min(STATE, max(room // 3, room - width_cells(chinese) - 2)))
        names = room - STATE - 2 if room >= 2 * STATE else room - width_cells(state) - 2
        first = clip(chinese, names)
        rest = clip(english, names - width_cells(first) - 2)
        named = f"  {rest}" if rest else ""
        gap = " " * max(0, names - width_cells(first) - width_cells(named))
        return [((f"{mark} ", ""), (first, "first"), (f"{named}{gap}{tail}  ", ""), (state, look))]
