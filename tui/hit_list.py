"""The hits of a search, a window of them in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.i18n import _
from glossary.model.names import Evidence
from tui.display import clip, one_line, width_cells
from tui.row_list import Cells, RowList
from tui.words import N_, dotted, sign, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.answers import Answer

__all__ = ["HitList"]

KEPT = 400
"""How many answers are kept; the farthest from the cursor go first."""


class HitList(RowList):
    """Answers, best first, of which those near the screen are there."""

    help = N_(
        "The hits, best first. {hit_previous} {hit_next} move, {entry_open} opens the entry. Each shows the English, the Chinese with its pinyin, and in "
        "words what it is, how it is known and where it stands in review."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, row_height=3)
        self._answers: dict[int, Answer] = {}

    def show(self, count: int, first: int, answers: Sequence[Answer], cursor: int = 0) -> None:
        """Show new hits: how many there are, and the answers of the first window."""
        self._answers = dict(enumerate(answers, first))
        self.set_count(count, cursor)

    def extend(self, count: int, ranked: int) -> None:
        """There are more rows now; those behind the hits that were ranked are others.

        Args:
            count: How many rows there are.
            ranked: How many of those known stay what they are.
        """
        self._answers = {at: answer for at, answer in self._answers.items() if at < ranked}
        self.set_count(count, self.cursor)
        self.want()

    def put(self, first: int, answers: Sequence[Answer]) -> None:
        """Take in answers that came later."""
        self._answers.update(enumerate(answers, first))
        if len(self._answers) > KEPT:
            near = sorted(self._answers, key=lambda at: abs(at - self.cursor))[:KEPT]
            self._answers = {at: self._answers[at] for at in near}
        self.repaint_rows(first, len(answers))

    keeps_paint = True

    def row_key(self, at: int) -> tuple[object, ...]:
        """Return what a hit is painted from: its entry (kept alive by the key), the name that matched, its state."""
        answer = self._answers.get(at)
        if answer is None:
            return (at, None)
        return (_Same(answer.entry), answer.name.text, answer.review, answer.day)

    def has_row(self, at: int) -> bool:
        """Return whether an answer is in memory."""
        return at in self._answers

    def answer(self, at: int | None = None) -> Answer | None:
        """Return the answer of a row, under the cursor where none is named."""
        return self._answers.get(self.cursor if at is None else at)

    def row(self, at: int, width: int) -> list[Cells] | None:
        """Return the lines of a hit: English; Chinese and pinyin; kind, evidence and review in words."""
        answer = self._answers.get(at)
        if answer is None:
            return None
        english = one_line(answer.english or "") or _("(no English name)")
        state = self._state(answer)
        if self.row_height == 2:
            if answer.derivation and width_cells(state) > width // 2:
                state = _composed()  # the notice above says what that means
            shown = min(width_cells(state), width // 2)
            first = clip(english, width - shown - 1)
            gap = " " * max(1, width - width_cells(first) - shown)
            top = ((first, "first"), (gap, ""), (clip(state, shown), _look(answer)))
            return [top, self._chinese(answer, width)]
        matched = answer.matched
        if matched not in (answer.english, answer.chinese, answer.traditional):
            state += f" {sign('dot')} = {one_line(matched)}"
        today = answer.today
        if today.english != answer.english:
            state += f" {sign('dot')} {_('now {name}').format(name=one_line(today.english or ''))}"
        return [
            ((clip(english, width), "first"),),
            self._chinese(answer, width),
            ((clip(state, width), _look(answer)),),
        ]

    def _chinese(self, answer: Answer, width: int) -> Cells:
        """The Chinese goes first and is never cut for the pinyin's sake."""
        chinese = one_line(answer.chinese or answer.traditional or "")
        pinyin = one_line(answer.pinyin or "")
        left = width - width_cells(chinese) - 2
        shown = (clip(chinese, width), "chinese")
        if pinyin and left > 4:
            return (shown, (f"  {clip(pinyin, left)}", "pinyin"))
        return (shown,)

    def _state(self, answer: Answer) -> str:
        if answer.derivation:
            state = dotted((_composed(), _("not in the glossary")))
            return state if self.row_height == 2 else f"{word(answer.kind)} {sign('dot')} {state}"
        parts = [
            word(answer.kind),
            f"{sign(answer.evidence)} {word(answer.evidence)}",
            f"{sign(answer.review)} {word(answer.review)}",
        ]
        if self.row_height == 2:
            parts = parts[1:]
        elif answer.name.type.value == "former":
            until = f" {answer.name.end}" if answer.name.end else ""
            parts.append(_("former, to{date}").format(date=until) if until else word("former"))
        return dotted(parts)


def _composed() -> str:
    return f"{sign('composed')} {word('composed')}"


def _look(answer: Answer) -> str:
    sourced = Evidence(answer.evidence).needs_source
    return "state" if sourced and answer.review == "approved" else "weak"


class _Same:
    """An object as a key by its identity, which it keeps alive: comparing entries part by part costs more than painting."""

    __slots__ = ("_it",)

    def __init__(self, it: object) -> None:
        self._it = it

    def __hash__(self) -> int:
        return id(self._it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._it is self._it
