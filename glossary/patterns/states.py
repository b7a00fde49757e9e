"""Where a walk through the tries of a symbol stands: all that may come next, whatever the names asked of their slots so far.

Names that begin alike but ask different things of a slot part in a trie: seventy ways go on from a place. Those a reading
lets through are joined again in one state, made when it is first reached, so that what comes next is looked up once.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.model.patterns import Slot
    from glossary.patterns.grammar import Rule
    from glossary.patterns.nodes import Asks, Node
    from glossary.patterns.places import Place
    from glossary.patterns.templates import Template
    from glossary.patterns.tries import Trie

    First = tuple[frozenset[str], frozenset[str]]
    Group = tuple[Asks, list[Trie]]
    Tries = tuple[Trie, ...]

__all__ = ["ANYTHING", "Edges", "State", "States"]

ANYTHING = "?"
"""What stands ahead where it shall not be asked; no atom, since it is neither letter nor digit."""


class States:
    """The states of one language, each made once.

    Args:
        first: Tells of a symbol what its names begin with: atoms, and built-in symbols.
    """

    def __init__(self, first: Callable[[str], First]) -> None:
        self._first = first
        self._states: dict[Tries, State] = {}

    def of(self, tries: Tries) -> State:
        """Return the state of several tries."""
        state = self._states.get(tries)
        if state is None:
            state = self._states[tries] = State(tries, self)
        return state

    def may_begin(self, symbol: str, atom: str) -> bool:
        """Return whether a name of a symbol may begin with an atom, or with what no pattern makes."""
        atoms, built_in = self._first(symbol)
        return bool(built_in) or atom in atoms

    def may_go_on(self, trie: Trie, atom: str) -> bool:
        """Return whether a name may end in a trie or go on with an atom."""
        return (
            bool(trie.ends)
            or atom in trie.atoms
            or any(self.may_begin(slot.symbol, atom) for slot in trie.slots)
        )

    def opening(self, tries: Iterable[Trie]) -> frozenset[str]:
        """Return all atoms that several tries may go on with, but for what no pattern makes."""
        found: set[str] = set()
        for trie in tries:
            found.update(trie.atoms)
            found.update(*(self._first(slot.symbol)[0] for slot in trie.slots))
        return frozenset(found)


class State:
    """What may come next, and the names that end here.

    Attributes:
        ends: The names that end here, each with its rule.
        has_slots: Whether a slot may come next.
    """

    __slots__ = (
        "_after",
        "_at",
        "_edges",
        "_opening",
        "_states",
        "_tries",
        "_unknown",
        "ends",
        "has_slots",
    )

    def __init__(self, tries: Tries, states: States) -> None:
        self.ends: Sequence[tuple[Rule, Template]] = [end for trie in tries for end in trie.ends]
        self._states = states
        self._tries: dict[str, list[Trie]] = {}
        of: dict[str, list[tuple[Slot, Trie]]] = {}
        for trie in tries:
            for atom, below in trie.atoms.items():
                self._tries.setdefault(atom, []).append(below)
            for slot, below in trie.slots.items():
                of.setdefault(slot.symbol, []).append((slot, below))
        self.has_slots = bool(of)
        self._edges = tuple(Edges(symbol, slots, states) for symbol, slots in of.items())
        self._opening = frozenset[str]().union(*(states._first(each)[0] for each in of))
        self._after: dict[str, State] = {}
        self._at: dict[str, Sequence[Edges]] = {ANYTHING: self._edges}
        self._unknown = [edge for edge in self._edges if states.may_begin(edge.symbol, "")]

    def after(self, atom: str) -> State | None:
        """Return the state behind an atom, ``None`` where no name goes on with it."""
        tries = self._tries.get(atom)
        if tries is None:
            return None
        state = self._after.get(atom)
        if state is None:
            state = self._after[atom] = self._states.of(tuple(tries))
        return state

    def edges(self, atom: str) -> Sequence[Edges]:
        """Return the symbols that may come next where an atom stands."""
        found = self._at.get(atom)
        if found is None and atom in self._opening:
            found = [edge for edge in self._edges if self._states.may_begin(edge.symbol, atom)]
            self._at[atom] = found
        return self._unknown if found is None else found


class Edges:
    """The slots for one symbol that may come next, and where what fills them leads.

    Attributes:
        symbol: The symbol.
    """

    __slots__ = ("_ahead", "_groups", "_of_anything", "_of_place", "_opening", "_states", "symbol")

    def __init__(self, symbol: str, slots: Sequence[tuple[Slot, Trie]], states: States) -> None:
        self.symbol = symbol
        self._states = states
        groups: dict[Asks, list[Trie]] = {}
        for slot, below in slots:
            groups.setdefault(slot.asks, []).append(below)
        self._groups = list(groups.items())
        self._opening = states.opening(below for _slot, below in slots) | {ANYTHING}
        self._ahead: dict[str, Sequence[Group]] = {ANYTHING: self._groups}
        self._of_place: dict[Place, State | None] = {}
        self._of_anything: dict[str, State | None] = {}

    def open_to(self, node: Node, atom: str, *, lenient: bool = False) -> State | None:
        """Return the state behind a reading, ``None`` where no slot lets it in or none of those goes on so.

        Args:
            node: What fills the slot.
            atom: What stands behind it; empty at the end.
            lenient: Ask nothing of it.
        """
        if node.rule is None and node.chain and not lenient:
            place = node.chain[-1]
            if place not in self._of_place:
                self._of_place[place] = self._joined(self._groups, node)
            return self._of_place[place]
        if lenient:
            known = atom if atom in self._opening else ""
            if known not in self._of_anything:
                self._of_anything[known] = self._joined(self._going_on(known), None)
            return self._of_anything[known]
        return self._joined(self._going_on(atom), node)

    def _joined(self, groups: Sequence[Group], node: Node | None) -> State | None:
        open_tries: list[Trie] = []
        for asks, tries in groups:
            if node is None or node.satisfies(asks):
                open_tries += tries
        return self._states.of(tuple(open_tries)) if open_tries else None

    def _going_on(self, atom: str) -> Sequence[Group]:
        """The slots behind which an atom may stand, by what they ask: that is looked for before anything is asked."""
        known = atom if atom in self._opening else ""
        found = self._ahead.get(known)
        if found is None:
            split = (
                (asks, [trie for trie in tries if self._states.may_go_on(trie, known)])
                for asks, tries in self._groups
            )
            found = self._ahead[known] = [(asks, tries) for asks, tries in split if tries]
        return found
