"""Where names that patterns compose stand in a running text.

Only stretches with a word that such a name needs are parsed, in English only from a capital or a digit. From each place
the longest name counts. Where a name of the glossary stands to the end of what has capitals, no longer one can be
composed: only a document's name is read for the names in it.
"""

from __future__ import annotations

from glossary.patterns.nodes import IN_TEXTS, is_word
from glossary.text.continuations import goes_on, has_begun, is_balanced
from glossary.text.scanning import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Protocol

    from glossary.language.running import Word
    from glossary.patterns.nodes import Node
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

PLACE = "place"
"""What is looked for everywhere, since a place has no word that every name of a place needs."""

_SYMBOLS = {"body": "body", "document": "title", "place": PLACE}
"""What is looked for, by the kind of what is found."""
_SMALL = frozenset(("of", "and", "the", "for", "on", "in", "at", "by", "to"))


def find_composed(
    grammar: Composing, text: RunningText, listed: Mapping[int, int], kinds: Collection[str] = ()
) -> Iterator[Found]:
    """Yield the longest composed name from every place where one begins; their keys are empty.

    Args:
        grammar: What composes names.
        text: Any text.
        listed: Offsets where names of the glossary begin, and where the longest one ends; if it is a document, where it begins.
        kinds: Kinds of names to look for; bodies and documents by default.
    """
    symbols = tuple(
        symbol
        for kind, symbol in _SYMBOLS.items()
        if kind in kinds or (not kinds and symbol != PLACE)
    )
    yield from _in_words(grammar, text, listed, symbols)
    yield from _in_han(grammar, text, listed, symbols)


def _in_words(
    grammar: Composing, text: RunningText, listed: Mapping[int, int], symbols: Sequence[str]
) -> Iterator[Found]:
    needed = grammar.needed["en"]
    for stretch in text.words:
        for words in _with_capitals(stretch, text.text):
            atoms = [word.text for word in words]
            places = PLACE in symbols
            last = max(
                (at for at, atom in enumerate(atoms) if places or atom in needed), default=-1
            )
            if last < 0:
                continue
            begun = {at for at, word in enumerate(words) if word.start in listed}
            parser = grammar.parse_atoms("en", atoms, begun)
            done = 0
            for at, word in enumerate(words[: last + 1]):
                if listed.get(word.start, 0) >= words[-1].end:
                    break
                first = text.text[word.start]
                if at < done or not (first.isupper() or first.isdigit()):
                    continue
                if has_begun(word.start, text.text, grammar.is_place):
                    continue
                for end in _ends(parser, at, 2, symbols):
                    if _is_name(text.text, word.start, words[end - 1].end):
                        done = end
                        yield Found(word.start, words[end - 1].end, "")
                        break


def _with_capitals(words: Sequence[Word], text: str) -> Iterator[Sequence[Word]]:
    """Cut a stretch at its small words, but for those that stand in names: a name crosses none of them."""
    begin = 0
    for at, word in enumerate(words):
        first = text[word.start]
        if first.islower() and text[word.start : word.end] not in _SMALL:
            before = text[word.start - 1 : word.start]
            if before.isspace() or before == "-":
                if begin < at:
                    yield words[begin:at]
                begin = at + 1
    if begin < len(words):
        yield words[begin:]


def _in_han(
    grammar: Composing, text: RunningText, listed: Mapping[int, int], symbols: Sequence[str]
) -> Iterator[Found]:
    needed = grammar.needed["zh"]
    for chars, offsets in text.han:
        last = len(chars) - 1
        while last >= 0 and chars[last] not in needed and PLACE not in symbols:
            last -= 1
        if last < 0:
            continue
        begun = {at for at, offset in enumerate(offsets) if offset in listed}
        parser = grammar.parse_atoms("zh", chars, begun)
        done = 0
        for at in parser.openings(symbols, last + 1):
            if at < done:
                continue
            for end in _ends(parser, at, 3, symbols):
                if is_balanced(text.text[offsets[at] : offsets[end - 1] + 1]):
                    done = end
                    yield Found(offsets[at], offsets[end - 1] + 1, "")
                    break


def _ends(parser: Parser, at: int, least: int, symbols: Sequence[str]) -> list[int]:
    """Where names that begin at a place end, the longest first; none but a place has fewer atoms than said."""
    ends = set()
    for symbol in symbols:
        for end, node in parser.at(symbol, at):
            if symbol == PLACE:
                if node.chain and not is_word(node):
                    ends.add(end)
            elif node.rule is not None and least <= end - at <= MOST_ATOMS and _is_a_name(node):
                ends.add(end)
    return sorted(ends, reverse=True)


def _is_a_name(node: Node) -> bool:
    """Whether a pattern's name is one in a text as well: *Work Plan for 2025* says of nobody whose it is."""
    while node.rule is not None and node.rule.is_bare:
        (node,) = node.kids.values()
    return node.feature(IN_TEXTS) != ("no",)


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
