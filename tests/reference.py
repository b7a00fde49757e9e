"""A small reference model of the life of entries: cells in a dictionary, and what each request should do to them.

It knows names as texts and nothing of SQL, records or keys. Every change is a mapping of cells to values; undo
exchanges them. What it returns is held against the real glossary (``tests/glossary/editing/test_life.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from glossary.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Model", "Waiting"]

Cell = tuple[str, Any]
NEW = ("proposed", "rejected", "retired")
"""Reviews under which nobody stands for the content of an entry."""


@dataclass(frozen=True)
class Waiting:
    """A proposal."""

    entry: str
    base: int
    action: str
    content: Any
    authors: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """An event: who did what to which cells, before and after."""

    by: str
    action: str
    entry: str
    cells: dict[Cell, tuple[Any, Any]]
    hands: dict[str, frozenset[str]]
    """Who had a hand in what was not approved of the entries, before the event."""


@dataclass
class Model:
    """The state, the events, and what each request does.

    Cells: ``("names", id)`` ``("review", id)`` ``("proposal", number)`` ``("redirect", id)`` ``("comment", number)``
    ``("undone", number)`` ``("four-eyes", "")``; a cell that is not there is ``None``.
    """

    cells: dict[Cell, Any] = field(default_factory=dict)
    events: list[Done] = field(default_factory=list)
    revisions: dict[str, int] = field(default_factory=dict)
    hands: dict[str, frozenset[str]] = field(default_factory=dict)
    ever: dict[str, frozenset[str]] = field(default_factory=dict)
    """Who ever wrote anything of an entry: nobody else may be refused."""

    @property
    def next(self) -> int:
        """Number of the event to come."""
        return len(self.events) + 1

    @property
    def strict(self) -> bool:
        """Whether four eyes are asked for."""
        return self.cells.get(("four-eyes", "")) == "on"

    def of(self, sort: str) -> dict[Any, Any]:
        """The cells of one sort that are there, by key."""
        return {key: value for (kind, key), value in self.cells.items() if kind == sort}

    def proposals_on(self, entry: str) -> list[int]:
        """Numbers of the proposals that wait for an entry."""
        return sorted(n for n, each in self.of("proposal").items() if each.entry == entry)

    def _do(self, by: str, action: str, entry: str, new: dict[Cell, Any]) -> int:
        cells = {key: (self.cells.get(key), value) for key, value in new.items()}
        self.events.append(Done(by, action, entry, cells, dict(self.hands)))
        for key, value in new.items():
            before = self.cells.pop(key, None)
            if value is not None:
                self.cells[key] = value
            if key[0] in ("names", "review") and before != value:
                self.revisions[key[1]] = len(self.events)
        return len(self.events)

    def _wrote(self, entry: str, people: Iterable[str]) -> None:
        self.hands[entry] = self.hands.get(entry, frozenset()) | frozenset(people)
        self.ever[entry] = self.ever.get(entry, frozenset()) | frozenset(people)

    def _find(self, entry: str) -> str:
        if ("names", entry) in self.cells:
            return str(self.cells["review", entry])
        if ("redirect", entry) in self.cells:
            raise ConflictError(entry)
        raise NotFoundError(entry)

    def _propose(self, by: str, action: str, entry: str, content: Any, base: int) -> int:
        made = Waiting(entry, base, action, content, (by,))
        return self._do(by, "propose", entry, {("proposal", self.next): made})

    def add(self, entry: str, name: str, by: str) -> int:
        """A new entry with one name."""
        if any(done.entry == entry for done in self.events):
            raise ConflictError(entry)
        new = {("names", entry): frozenset([name]), ("review", entry): "proposed"}
        number = self._do(by, "add", entry, new)
        self._wrote(entry, [by])
        return number

    def edit(self, entry: str, names: frozenset[str], by: str) -> int:
        """Other names for an entry."""
        review = self._find(entry)
        if review in ("approved", "retired"):
            return self._propose(by, "edit", entry, names, self.revisions[entry])
        new: dict[Cell, Any] = {("names", entry): names}
        if review == "rejected":
            new["review", entry] = "proposed"
        number = self._do(by, "edit", entry, new)
        self._wrote(entry, [by])
        return number

    def revise(self, number: int, names: frozenset[str], by: str) -> int:
        """Other names for a proposal."""
        waiting = self._waiting(number)
        if waiting.action != "edit":
            raise InvalidError("not an edit")
        made = replace(
            waiting,
            content=names,
            base=self.revisions[waiting.entry],
            authors=tuple(dict.fromkeys((*waiting.authors, by))),
        )
        return self._do(by, "revise", waiting.entry, {("proposal", number): made})

    def _waiting(self, number: int) -> Waiting:
        waiting = self.cells.get(("proposal", number))
        if waiting is None:
            raise NotFoundError(str(number))
        assert isinstance(waiting, Waiting)
        return waiting

    def _target(self, target: str | int) -> int:
        """Number of the proposal meant, 0 where the entry itself is."""
        if isinstance(target, int):
            self._waiting(target)
            return target
        if self._find(target) == "proposed":
            return 0
        numbers = self.proposals_on(target)
        if len(numbers) != 1:
            raise InvalidError(target)
        return numbers[0]

    def _forbid(self, by: str, sure: Iterable[str], perhaps: Iterable[str] = ()) -> None:
        if self.strict and by in set(sure):
            raise ForbiddenError(by)
        if self.strict and by in set(perhaps):
            raise _UnsureError(by)

    def approve(self, target: str | int, by: str) -> int:
        """An entry, or a proposal."""
        number = self._target(target)
        if not number:
            entry = str(target)
            self._forbid(by, self.hands.get(entry, ()), self.ever.get(entry, ()))
            done = self._do(by, "approve", entry, {("review", entry): "approved"})
            self.hands[entry] = frozenset()
            return done
        return self._approve_proposal(number, by)

    def _approve_proposal(self, number: int, by: str) -> int:
        waiting = self._waiting(number)
        entry, new = waiting.entry, dict[Cell, Any]()
        brought: frozenset[str] = frozenset()
        perhaps: frozenset[str] = frozenset()
        if waiting.action == "merge" and self.cells.get(("review", entry)) in NEW:
            brought = self.hands.get(entry, frozenset())
            perhaps = self.ever.get(entry, frozenset())
        self._forbid(by, {*waiting.authors, *brought}, perhaps)
        if waiting.action not in ("undo", "configure"):
            review = self._find(entry)
            if waiting.base != self.revisions[entry]:
                raise ConflictError("changed since")
        if waiting.action == "edit":
            new["names", entry] = waiting.content
            if review == "retired":
                new["review", entry] = "approved"
        elif waiting.action == "retire":
            new["review", entry] = "retired"
        elif waiting.action == "merge":
            new |= self._merged(entry, waiting.content)
        elif waiting.action == "undo":
            new |= self._undone(waiting.content)
        else:
            new |= self._configured(waiting.content)
        new["proposal", number] = None
        done = self._do(by, "approve", entry, new)
        self._spread(waiting, by)
        return done

    def _spread(self, waiting: Waiting, by: str) -> None:
        """Note whose work is approved now, and whose is not."""
        entry = waiting.entry
        if waiting.action == "merge":
            kept = waiting.content
            self.ever[kept] = self.ever.get(kept, frozenset()) | self.ever.get(entry, frozenset())
            self._ever(kept, [by])
            if self.cells.get(("review", kept)) == "approved":
                self.hands[kept] = frozenset()
        elif waiting.action == "undo":
            self._taken_back(waiting.content, by)
        elif waiting.action == "edit":
            self._ever(entry, [*waiting.authors, by])
            self.hands[entry] = frozenset()

    def _ever(self, entry: str, people: Iterable[str]) -> None:
        self.ever[entry] = self.ever.get(entry, frozenset()) | frozenset(people)

    def reject(self, target: str | int, by: str) -> int:
        """An entry, or a proposal."""
        number = self._target(target)
        if number:
            entry = self._waiting(number).entry
            return self._do(by, "reject", entry, {("proposal", number): None})
        return self._do(by, "reject", str(target), {("review", target): "rejected"})

    def retire(self, entry: str, by: str) -> int:
        """An approved entry."""
        if self._find(entry) != "approved":
            raise InvalidError(entry)
        if self.strict:
            return self._propose(by, "retire", entry, None, self.revisions[entry])
        return self._do(by, "retire", entry, {("review", entry): "retired"})

    def _merged(self, gone: str, kept: str) -> dict[Cell, Any]:
        if gone == kept or self.cells.get(("redirect", kept)) == gone:
            raise InvalidError(gone)
        if {self._find(gone), self._find(kept)} & {"rejected", "retired"}:
            raise ConflictError(gone)
        new: dict[Cell, Any] = {("names", gone): None, ("review", gone): None}
        names = self.cells["names", kept] | self.cells["names", gone]
        if names != self.cells["names", kept]:
            new["names", kept] = names
        new["redirect", gone] = kept
        new |= {("redirect", k): kept for k, v in self.of("redirect").items() if v == gone}
        new |= {("proposal", n): None for n in self.proposals_on(gone)}
        new |= {("comment", n): kept for n, on in self.of("comment").items() if on == gone}
        return new

    def merge(self, gone: str, kept: str, by: str) -> int:
        """One entry into another."""
        new = self._merged(gone, kept)
        if self.strict and "approved" in (self.cells["review", gone], self.cells["review", kept]):
            return self._propose(by, "merge", gone, kept, self.revisions[gone])
        brought = frozenset[str]()
        if self.cells["review", gone] != "approved":
            brought = self.hands.get(gone, frozenset())
        done = self._do(by, "merge", gone, new)
        self.ever[kept] = self.ever.get(kept, frozenset()) | self.ever.get(gone, frozenset())
        self._ever(kept, [by])
        if ("names", kept) in new and self.cells["review", kept] != "approved":
            self._wrote(kept, {*brought, by})
        return done

    def comment(self, entry: str, by: str) -> int:
        """Something said of an entry."""
        self._find(entry)
        return self._do(by, "comment", entry, {("comment", self.next): entry})

    def _configured(self, value: str) -> dict[Cell, Any]:
        if (self.cells.get(("four-eyes", "")) or "off") == value:
            raise InvalidError(value)
        return {("four-eyes", ""): value}

    def configure(self, value: str, by: str) -> int:
        """Four eyes, on or off."""
        new = self._configured(value)
        if self.strict:
            return self._propose(by, "configure", "", value, 0)
        return self._do(by, "configure", "", new)

    def _undone(self, number: int) -> dict[Cell, Any]:
        if not 1 <= number < self.next:
            raise NotFoundError(str(number))
        if ("undone", number) in self.cells:
            raise ConflictError(str(number))
        new: dict[Cell, Any] = {}
        for key, (before, after) in self.events[number - 1].cells.items():
            new[key] = before
            if key[0] == "undone":
                continue
            if self.cells.get(key) != after:
                raise ConflictError(str(key))
            if key[0] == "names" and before is None:
                self._check_nothing_leans(key[1])
        new["undone", number] = self.next
        return new

    def _check_nothing_leans(self, entry: str) -> None:
        leaning = (
            self.proposals_on(entry),
            [on for on in self.of("comment").values() if on == entry],
            [to for to in self.of("redirect").values() if to == entry],
        )
        if any(leaning):
            raise ConflictError(entry)

    def _touches_approved(self, new: dict[Cell, Any]) -> bool:
        if ("four-eyes", "") in new:
            return True
        for kind, entry in new:
            if kind not in ("names", "review"):
                continue
            now = self.cells.get(("review", entry))
            becomes = new.get(("review", entry), now)
            if new.get(("review", entry)) == "approved":
                return True
            if now == "approved" and becomes not in ("proposed", "rejected"):
                return True
        return False

    def undo(self, number: int | None, by: str) -> int:
        """An event, or one's own last change."""
        if number is None:
            mine = [
                at
                for at, done in enumerate(self.events, 1)
                if done.by == by and done.action != "undo" and ("undone", at) not in self.cells
            ]
            if not mine:
                raise NotFoundError(by)
            number = mine[-1]
        new = self._undone(number)
        entry = self.events[number - 1].entry
        if self.strict and self._touches_approved(new):
            return self._propose(by, "undo", entry, number, 0)
        done = self._do(by, "undo", entry, new)
        self._taken_back(number, by)
        return done

    def _taken_back(self, number: int, by: str) -> None:
        """Who wrote what is left is sure only where nothing else was done to the entry since."""
        undone = self.events[number - 1]
        for kind, entry in undone.cells:
            if kind not in ("names", "review"):
                continue
            self._ever(entry, [by])
            since = self.events[number:-1]
            quiet = all(
                ("names", entry) not in each.cells and ("review", entry) not in each.cells
                for each in since
            )
            self.hands[entry] = undone.hands.get(entry, frozenset()) if quiet else frozenset()

    def served(self, name: str) -> set[str]:
        """Ids of the entries a name is answered with."""
        return {
            entry
            for entry, names in self.of("names").items()
            if name in names and self.cells["review", entry] in ("approved", "proposed")
        }


class _UnsureError(ForbiddenError):
    """The model cannot tell whether the person is refused: either will do."""
