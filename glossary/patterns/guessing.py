"""A name read once more with words taken for what some symbols stand for, whatever they are."""

from __future__ import annotations

from glossary.patterns.features import JOINED, SUBJECTS, TITLES, TOPICS
from glossary.patterns.grammar import BUILT_IN
from glossary.patterns.nodes import value_node
from glossary.patterns.parsing import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.patterns.nodes import Node

__all__ = ["Guesser", "read_again", "unknown_topic"]

_WIDEST = {"zh": 10, "en": 6}
_GENERICS = "省市县区旗盟州"
_DEALT_WITH = frozenset((*TOPICS, *TITLES, "doing", "next", "batch"))
"""What a title may deal with one beside the other."""


class Guesser(Parser):
    """A parser to which any few words are what some symbols stand for.

    Attributes:
        guessed: Those symbols.
        known: What read the name as it stands, where no guess is wanted in what a title deals with.
    """

    guessed: tuple[str, ...] = ()
    known: Parser | None = None
    steps = 4_000  # nine in ten of those that find a reason take a third of them

    def guess(self, symbols: tuple[str, ...], known: Parser | None) -> None:
        """Let any few words be one of several symbols."""
        self.guessed, self.known = symbols, known
        if not set(symbols) <= {*BUILT_IN}:  # what no pattern makes may be anything as it is
            self._side = self._side.guessing(symbols)

    def opening(self, start: int) -> frozenset[str]:
        """Where a guess may begin, so may what begins with one."""
        found = super().opening(start)
        for symbol in self.guessed:
            found = self._side.openings.joined(found, symbol)
        return found

    def _compute(self, symbol: str, start: int) -> list[tuple[int, Node]]:
        if symbol in SUBJECTS and self.known is not None:
            return self.known.at(symbol, start)
        found = super()._compute(symbol, start)
        if self.lang == "zh" and self.guessed == TOPICS:
            found = [each for each in found if not _is_cut(each[1])]
        if symbol not in self.guessed:
            return found
        widest = _WIDEST[self.lang] * (4 if symbol in TOPICS else 1)
        last = min(len(self.atoms), start + widest)
        ends: Iterable[int] = range(start + 1, last + 1)
        if symbol == "place" and self.lang == "zh":
            ends = [end for end in ends if end > start + 1 and self.atoms[end - 1] in _GENERICS]
        joint = "" if self.lang == "zh" else " "
        known = {end for end, _node in found}
        return found + [
            (end, value_node(symbol, joint.join(self.atoms[start:end])))
            for end in ends
            if end not in known
        ]


def read_again(parser: Parser, symbols: tuple[str, ...], *, lenient: bool = True) -> Guesser:
    """Return a parser of the same name to which any few words are what several symbols stand for.

    Args:
        parser: One that read the name.
        symbols: What is guessed.
        lenient: Leave out what patterns ask of their slots.

    >>> from glossary.patterns.gazetteer import Gazetteer
    >>> from glossary.patterns.grammar import Grammar
    >>> parser = Parser(Grammar([]), Gazetteer([]), lambda lang, atoms, at: (), "zh", "独角兽")
    >>> [end for end, node in read_again(parser, ("topic",), lenient=False).at("topic", 0)]
    [1, 2, 3]
    """
    guesser = Guesser(
        parser.grammar, parser.places, parser.entries, parser.lang, parser.atoms, lenient=lenient
    )
    guesser.guess(symbols, parser if lenient and symbols else None)
    return guesser


def unknown_topic(node: Node) -> bool:
    """Return whether a part of a title is words that no pattern or entry knows.

    >>> unknown_topic(value_node("topic", "独角兽"))
    True
    """
    return node.rule is None and node.symbol in TOPICS and bool(node.value)


def _is_cut(node: Node) -> bool:
    """Whether a reading cuts a known word off what is not known: it joins both to one word, or takes them for two things.

    No Chinese mark tells where either ends: of 医疗器械监管 one that knows 医疗 alone knows nothing.
    """
    if node.rule is None:
        return False
    kids = node.kids.values()
    if JOINED not in node.rule.features and sum(kid.symbol in _DEALT_WITH for kid in kids) < 2:
        return False
    return any(map(unknown_topic, node.walk()))
