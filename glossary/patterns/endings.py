"""Where a scan of running text may find the end of a composed name: by the last two atoms of what patterns make."""

from __future__ import annotations

from glossary.patterns.grammar import BUILT_IN
from glossary.patterns.numbers import NUMBERS, may_be_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.model.patterns import Slot
    from glossary.patterns.grammar import Grammar, Side

    Part = str | Slot

__all__ = ["Endings"]

_NUMBER = "0"
"""Stands for all atoms a number may end in."""


class Endings:
    """What names of some symbols end in that do not end in an entry's name.

    Args:
        grammar: The patterns.
        lang: ``zh`` or ``en``.
        symbols: What is looked for, such as ``body``.
    """

    def __init__(self, grammar: Grammar, lang: str, symbols: Iterable[str]) -> None:
        self._side = grammar.side(lang)
        self._lasts: dict[str, frozenset[str] | None] = {}
        self._before: dict[str, set[str] | None] | None = {}
        for last, before, built_in in _ends(self._side, symbols):
            if last:
                self._add(last, before)
            elif built_in != "entry":
                self._before = None
                return

    def _add(self, last: str, before: Part | None) -> None:
        assert self._before is not None
        pairs = self._before.setdefault(last, set())
        if pairs is None:
            return
        atoms = self._lasts_of(before) if before is not None else None
        if atoms is None:
            self._before[last] = None
        else:
            pairs |= atoms

    def _lasts_of(self, part: Part) -> frozenset[str] | None:
        """The atoms a part of a name may end in; ``None`` where it may be any."""
        if isinstance(part, str):
            return frozenset((part,))
        if part.symbol not in self._lasts:
            self._lasts[part.symbol] = self._find_lasts(part.symbol)
        return self._lasts[part.symbol]

    def _find_lasts(self, symbol: str) -> frozenset[str] | None:
        found: set[str] = set()
        for last, _before, built_in in _ends(self._side, [symbol]):
            if last:
                found.add(last)
            elif built_in in NUMBERS:
                found.add(_NUMBER)
            else:
                return None
        return frozenset(found)

    def ends(self, atoms: Sequence[str]) -> list[int]:
        """Return the places behind which a name may end, in order; true too often.

        Args:
            atoms: A stretch of a text.

        >>> from glossary.patterns.grammar import Grammar
        >>> Endings(Grammar([]), "zh", ["place"]).ends("河北省"), Endings(Grammar([]), "zh", ["body"]).ends("河北省")
        ([1, 2, 3], [])
        """
        known = self._before
        if known is None:
            return list(range(1, len(atoms) + 1))
        found = []
        earlier = ""
        for at, atom in enumerate(atoms, 1):
            if atom in known:
                before = known[atom]
                if (
                    before is None
                    or earlier in before
                    or (_NUMBER in before and earlier and may_be_number(earlier))
                ):
                    found.append(at)
            earlier = atom
        return found


def _ends(side: Side, symbols: Iterable[str]) -> Iterator[tuple[str, Part | None, str]]:
    """What names of symbols end in: an atom and what stands before it, nothing where it stands alone, or a symbol no pattern makes."""
    seen: set[str] = set()
    waiting = list(symbols)
    while waiting:
        symbol = waiting.pop()
        if symbol in seen:
            continue
        seen.add(symbol)
        if symbol in BUILT_IN:
            yield "", None, symbol
        for last, before in _last_parts(side, symbol):
            if isinstance(last, str):
                yield last, before, ""
            else:
                waiting.append(last.symbol)


def _last_parts(side: Side, symbol: str) -> Iterator[tuple[Part, Part | None]]:
    """The last atom or slot of each name of a symbol, and what stands before it."""
    tries = (side.begin.get(symbol), side.follow.get(symbol))
    pairs = (
        (steps[-1], steps[-2] if len(steps) > 1 else None)
        for trie in tries
        if trie is not None
        for steps in trie.paths()
    )
    yield from dict.fromkeys(pairs)
