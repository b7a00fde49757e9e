"""What a scan of running text looks for before anything is parsed: words of which every name holds one."""

from __future__ import annotations

from collections import Counter

from glossary.language.english import STOP_WORDS
from glossary.model.patterns import Slot
from glossary.patterns.grammar import BUILT_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.patterns.grammar import Grammar
    from glossary.patterns.tries import Trie

__all__ = ["needed_atoms"]

_COMMON = STOP_WORDS | {"on", "in", "to", "people", "by"}
"""Words of every text, which would let all through."""


def needed_atoms(grammar: Grammar, lang: str, symbols: Iterable[str]) -> frozenset[str]:
    """Return atoms of which every name of one of the symbols holds at least one, about as few as will do.

    Args:
        grammar: The patterns.
        lang: ``zh`` or ``en``.
        symbols: What is looked for, such as ``body``.
    """
    side = grammar.side(lang)
    open_paths: list[frozenset[str]] = []
    seen: set[str] = set()
    waiting = list(symbols)
    while waiting:
        symbol = waiting.pop()
        if symbol in seen:
            continue
        seen.add(symbol)
        # What follows a symbol already read adds nothing: what it follows has a word of its own.
        trie = side.begin.get(symbol)
        for literals, slots in _paths(trie) if trie else ():
            if literals:
                open_paths.append(literals)
            else:
                waiting += [slot.symbol for slot in slots if slot.symbol not in BUILT_IN][:1]
    return frozenset(_cover(open_paths))


def _cover(paths: list[frozenset[str]]) -> Iterator[str]:
    """Words that together meet every path, the one that meets most of what is left first."""
    while paths:
        best = max(sorted(Counter(word for path in paths for word in path).items()), key=_second)[0]
        yield best
        paths = [path for path in paths if best not in path]


def _second(item: tuple[str, int]) -> int:
    return item[1]


def _paths(trie: Trie) -> Iterator[tuple[frozenset[str], tuple[Slot, ...]]]:
    """The words of each name of a trie that are not common, and its slots."""
    for steps in trie.paths():
        atoms = frozenset(step for step in steps if not isinstance(step, Slot))
        yield atoms - _COMMON, tuple(step for step in steps if isinstance(step, Slot))
