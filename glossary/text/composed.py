"""Where names that patterns compose stand in a running text.

Only stretches with a word that such a name needs are parsed, in English only from a capital or a digit. From each place
the longest name counts.
"""

from __future__ import annotations

from glossary.text.continuations import goes_on, has_begun, is_balanced
from glossary.text.scanning import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Protocol

    from glossary.patterns.parsing import Parser
    from glossary.text.scanning import RunningText

    class Composing(Protocol):
        """What composes names."""

        @property
        def needed(self) -> Mapping[str, frozenset[str]]:
            """For each language the atoms of which every composed name holds one."""

        def is_place(self, word: str) -> bool:
            """Return whether a word, in its compared form, begins a Chinese place's name."""

        def parse_atoms(self, lang: str, atoms: Sequence[str], listed: Collection[int]) -> Parser:
            """Return a parser of a stretch of text; names of the glossary begin only where it is said."""


__all__ = ["MOST_ATOMS", "find_composed"]

MOST_ATOMS = 120
"""The longest composed name read from a text, in words or characters."""

_SYMBOLS = ("body", "document")
_SMALL = frozenset(("of", "and", "the", "for", "on", "in", "at", "by", "to"))


def find_composed(
    grammar: Composing, text: RunningText, listed: Collection[int]
) -> Iterator[Found]:
    """Yield the longest composed name from every place where one begins; their keys are empty.

    Args:
        grammar: What composes names.
        text: Any text.
        listed: Offsets where names of the glossary begin.
    """
    yield from _in_words(grammar, text, listed)
    yield from _in_han(grammar, text, listed)


def _in_words(grammar: Composing, text: RunningText, listed: Collection[int]) -> Iterator[Found]:
    needed = grammar.needed["en"]
    for words in text.words:
        atoms = [word.text for word in words]
        last = max((at for at, atom in enumerate(atoms) if atom in needed), default=-1)
        if last < 0:
            continue
        begun = {at for at, word in enumerate(words) if word.start in listed}
        parser = grammar.parse_atoms("en", atoms, begun)
        done = 0
        for at, word in enumerate(words[: last + 1]):
            first = text.text[word.start]
            if at < done or not (first.isupper() or first.isdigit()):
                continue
            if has_begun(word.start, text.text, grammar.is_place):
                continue
            for end in _ends(parser, at, 2):
                if _is_name(text.text, word.start, words[end - 1].end):
                    done = end
                    yield Found(word.start, words[end - 1].end, "")
                    break


def _in_han(grammar: Composing, text: RunningText, listed: Collection[int]) -> Iterator[Found]:
    needed = grammar.needed["zh"]
    for chars, places in text.han:
        last = max((chars.rfind(head) for head in needed), default=-1)
        begun = {at for at, place in enumerate(places) if place in listed}
        parser = grammar.parse_atoms("zh", chars, begun)
        done = 0
        for at in range(last + 1):
            if at < done:
                continue
            for end in _ends(parser, at, 3):
                if is_balanced(text.text[places[at] : places[end - 1] + 1]):
                    done = end
                    yield Found(places[at], places[end - 1] + 1, "")
                    break


def _ends(parser: Parser, at: int, least: int) -> list[int]:
    """Where names that begin at a place end, the longest first; none has fewer atoms than said."""
    ends = {
        end
        for symbol in _SYMBOLS
        for end, node in parser.at(symbol, at)
        if node.rule is not None and least <= end - at <= MOST_ATOMS
    }
    return sorted(ends, reverse=True)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether all words but the small ones have a capital, and the name neither goes on nor crosses what none does."""
    surface = text[start:end]
    words = surface.replace("-", " ").split()
    return (
        all(word in _SMALL or not word[0].isalpha() or word[0].isupper() for word in words)
        and ";" not in surface
        and is_balanced(surface)
        and not goes_on(start, end, text)
    )
