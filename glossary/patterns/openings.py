"""What may begin where: the symbols of which some name begins with the atoms that stand there, found at once for all of them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.patterns.tries import Trie

    Symbols = frozenset[str]

__all__ = ["Openings"]

_NONE: Symbols = frozenset()


class Openings:
    """The symbols of one language by what their names begin with.

    Args:
        begin: For each symbol the trie of its names.
    """

    def __init__(self, begin: Mapping[str, Trie]) -> None:
        self._begin = begin
        self._of_atom: dict[str, list[tuple[str, Trie]]] = {}
        self._led_by: dict[str, set[str]] = {}
        for symbol, trie in begin.items():
            for atom, below in trie.atoms.items():
                self._of_atom.setdefault(atom, []).append((symbol, below))
            for slot in trie.slots:
                self._led_by.setdefault(slot.symbol, set()).add(symbol)
        self._above: dict[str, Symbols] = {}
        self._known: dict[str, tuple[Symbols, dict[str, Symbols]]] = {}
        self._joined: dict[tuple[Symbols, str], Symbols] = {}

    def above(self, symbol: str) -> Symbols:
        """Return the symbols of which some name begins with one of a symbol, itself among them.

        >>> from glossary.patterns.grammar import Grammar
        >>> Grammar([]).side("en").openings.above("place")
        frozenset({'place'})
        """
        found = self._above.get(symbol)
        if found is None:
            met, waiting = {symbol}, [symbol]
            while waiting:
                new = self._led_by.get(waiting.pop(), set()) - met
                met |= new
                waiting += new
            found = self._above[symbol] = frozenset(met)
        return found

    def of_atoms(self, first: str, second: str) -> Symbols:
        """Return the symbols of which some name begins with an atom that another stands behind, empty at the end."""
        known = self._known.get(first)
        if known is None:
            if first not in self._of_atom:
                return _NONE
            known = self._known[first] = self._by_second(first)
        alone, with_second = known
        return with_second.get(second, alone)

    def _by_second(self, first: str) -> tuple[Symbols, dict[str, Symbols]]:
        """The symbols whose names may go on with anything behind an atom, and those by what goes on."""
        alone = _NONE
        going_on: dict[str, set[str]] = {}
        for symbol, below in self._of_atom[first]:
            if below.ends or below.slots:
                alone |= self.above(symbol)
            for second in below.atoms:
                going_on.setdefault(second, set()).update(self.above(symbol))
        return alone, {second: alone | symbols for second, symbols in going_on.items()}

    def joined(self, symbols: Symbols, symbol: str) -> Symbols:
        """Return several symbols with all above another one; the same object each time."""
        found = self._joined.get((symbols, symbol))
        if found is None:
            found = self._joined[symbols, symbol] = symbols | self.above(symbol)
        return found
