"""Tries of names that branch where they are walked: a text or a query comes to few of the many thousands of names.

A node holds the numbers of its names, and looks at once at what all of them go on with when that is first asked. So a
grammar is made by counting its names, and what no reading comes to is no object, which every search for garbage would visit.
"""

from __future__ import annotations

from glossary.model.patterns import Slot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.patterns.grammar import Rule
    from glossary.patterns.templates import Template

    Steps = tuple[str | Slot, ...]
    Branches = tuple[dict[str, "Trie"], dict[Slot, "Trie"], Sequence[tuple[Rule, Template]]]

__all__ = ["Names", "Trie"]


class Names:
    """The names of one language, each with a number: the atoms and slots it is made of, its rule and its template."""

    __slots__ = ("rules", "steps", "templates")

    def __init__(self) -> None:
        self.steps: list[Steps] = []
        self.rules: list[Rule] = []
        self.templates: list[Template] = []

    def add(self, steps: Steps, rule: Rule, template: Template) -> int:
        """Enter a name; return its number."""
        self.steps.append(steps)
        self.rules.append(rule)
        self.templates.append(template)
        return len(self.steps) - 1


class Trie:
    """What may come next: atoms, slots (name, symbol, what is asked of it alone), and names that end here.

    >>> names = Names()
    >>> trie = Trie(names)
    >>> for text in ("公安局", "公安部", "部"):
    ...     trie.add(names.add(tuple(text), None, None))
    >>> list(trie.atoms), list(trie.atoms["公"].atoms["安"].atoms), len(trie.atoms["部"].ends)
    (['公', '部'], ['局', '部'], 1)
    """

    __slots__ = ("_branches", "_depth", "_names", "_numbers")

    def __init__(self, names: Names, depth: int = 0) -> None:
        self._names, self._depth = names, depth
        self._numbers: list[int] = []
        self._branches: Branches | None = None

    def add(self, number: int) -> None:
        """Enter a name by its number; before it is asked what comes next."""
        self._numbers.append(number)

    @property
    def atoms(self) -> dict[str, Trie]:
        """The atoms that may come next, and what is behind each."""
        return (self._branches or self._parted())[0]

    @property
    def slots(self) -> dict[Slot, Trie]:
        """The slots that may come next, and what is behind each."""
        return (self._branches or self._parted())[1]

    @property
    def ends(self) -> Sequence[tuple[Rule, Template]]:
        """The names that end here, each with its rule."""
        return (self._branches or self._parted())[2]

    def _parted(self) -> Branches:
        names, at = self._names, self._depth
        atoms: dict[str, Trie] = {}
        slots: dict[Slot, Trie] = {}
        ends: list[tuple[Rule, Template]] = []
        for number in self._numbers:
            steps = names.steps[number]
            if len(steps) == at:
                ends.append((names.rules[number], names.templates[number]))
                continue
            step = steps[at]
            edges: dict[object, Trie] = slots if isinstance(step, Slot) else atoms  # type: ignore[assignment]
            below = edges.get(step)
            if below is None:
                below = edges[step] = Trie(names, at + 1)
            below.add(number)
        self._branches = (atoms, slots, ends)  # at once: other threads may ask, too
        return self._branches

    def paths(self) -> Iterator[Steps]:
        """Yield what each name is made of from the beginning, each once, without branching."""
        yield from dict.fromkeys(map(self._names.steps.__getitem__, self._numbers))

    def those(self, is_kept: Callable[[Rule], bool]) -> Trie:
        """Return a trie of some of the names, by their rules."""
        kept = Trie(self._names, self._depth)
        kept._numbers = [each for each in self._numbers if is_kept(self._names.rules[each])]
        return kept
