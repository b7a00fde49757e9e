"""A reading written in a language: each pattern by its preferred name there, or by that of the place's own rule.

In English the places above come where the rules put them: a district or county after the name of its city (Beijing
Haidian District …), a province behind the whole, after a comma.
"""

from __future__ import annotations

from glossary.language.attributes import as_attribute, in_title, is_attribute
from glossary.model.entries import Kind
from glossary.patterns.features import PROPER, TOWN
from glossary.patterns.numbers import COUNT, NUMBERS, write_count, write_number
from glossary.patterns.propers import english_of_proper
from glossary.patterns.towns import english_of_town

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.patterns.grammar import Grammar, Rule
    from glossary.patterns.nodes import Node
    from glossary.patterns.places import Place
    from glossary.patterns.templates import Part

__all__ = ["Composer"]

BEFORE_NOUN = "one"
"""The form of what stands before a noun: ``{subject.one} Work``."""
ATTRIBUTE = "attr"
"""The same of what is only written: shorter, in the singular whatever its plural: ``{subject.attr} {noun}``."""
_BEFORE = (BEFORE_NOUN, ATTRIBUTE)


class Composer:
    """Writes readings.

    Args:
        grammar: The patterns.
    """

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def chinese(self, node: Node) -> str:
        """Return a reading in Chinese."""
        if node.rule is None:
            if node.symbol == "stem":
                return node.chain[-1].zh_short
            if node.chain:
                return "".join(place.zh for place in node.chain)
            if node.entry is not None:
                return node.entry.chinese or ""
            return _written(node, "zh")
        parts = node.rule.written("zh").parts
        return "".join(
            part if isinstance(part, str) else self._chinese(node.kids[part[0]], part[1])
            for part in parts
        )

    def _chinese(self, node: Node, form: str) -> str:
        return write_count("zh", node.value) if form == COUNT else self.chinese(node)

    def english(self, node: Node) -> str:
        """Return a reading in English."""
        if node.symbol == "place":
            return ", ".join(place.alone for place in reversed(node.chain))
        tail: list[str] = []
        text = self._english(node, "", tail)
        return ", ".join([text, *dict.fromkeys(tail)])

    def _english(self, node: Node, form: str, tail: list[str]) -> str:
        if node.rule is None:
            if node.symbol == "stem":
                return node.chain[-1].stem
            if node.chain:
                return _english_place(node.chain, form, tail)
            if node.entry is not None:
                text = node.entry.english or ""
                return in_title(text) if node.entry.entry.kind is Kind.TERM else text
            return write_count("en", node.value) if form == COUNT else _written(node, "en")
        if form in _BEFORE:
            return as_attribute(self._english(node, "", tail), written=form == ATTRIBUTE)
        if form == "the":
            text = self._english(node, "", tail)
            return text if _is_proper(node, text) else f"the {text}"
        parts = self._english_parts(node)
        text = "".join(
            part if isinstance(part, str) else self._english(node.kids[part[0]], part[1], tail)
            for part in parts
        )
        return _once(text) if any(part[1:] == (ATTRIBUTE,) for part in parts) else text

    def _english_parts(self, node: Node) -> Sequence[Part]:
        """The parts of the name to write: the preferred one, but that no phrase with a preposition stands before a noun."""
        rule = self.rule_for(node)
        parts = rule.written("en").parts
        before = [part for part in parts if isinstance(part, tuple) and part[1] in _BEFORE]
        if all(
            is_attribute(self._english(node.kids[slot], "", []), written=form == ATTRIBUTE)
            for slot, form in before
        ):
            return parts
        others = (name.parts for name in rule.english)
        return next((each for each in others if not any(map(_is_before, each))), parts)

    def rule_for(self, node: Node) -> Rule:
        """Return the rule that binds where the body is: the place's own, else the one it was read by."""
        assert node.rule is not None
        others = self.grammar.local.get(node.rule.chinese[0].text)
        place = node.place
        if not others or place is None:
            return node.rule
        fitting = [
            rule
            for rule in others
            if place.code.startswith(rule.jurisdiction.rstrip("0"))
            and all(
                node.kids[slot.name].satisfies(
                    tuple(ask for ask in slot.asks if not ask[0].startswith("@"))
                )
                for slot in rule.slots.values()
            )
        ]
        return max(fitting, key=lambda rule: len(rule.jurisdiction.rstrip("0")), default=node.rule)


def _once(text: str) -> str:
    """A phrase without a word that its two parts both have where they meet: Value-Added Tax (Tax) Rates."""
    words = text.split(" ")
    return " ".join(word for at, word in enumerate(words) if not at or word != words[at - 1])


def _is_before(part: Part) -> bool:
    return isinstance(part, tuple) and part[1] in _BEFORE


def _written(node: Node, lang: str) -> str:
    if node.symbol == TOWN and lang == "en":
        return english_of_town(node.value)
    if node.symbol == PROPER and lang == "en":
        return english_of_proper(node.value)
    number = node.symbol in NUMBERS
    return write_number(node.symbol, lang, node.value) if number else node.value


_PROPER = ("University", "College", "Institute", "Academy", "School", "Conservatory", "China")


def _is_proper(node: Node, text: str) -> bool:
    """Whether a body's name stands without an article: it begins with a place, or is that of a school."""
    place = node.place
    if place is not None:
        return text.startswith((*place.stems, "CPC"))
    if text.startswith(("University of", "Communist")):
        return False
    return node.level == "institution" or text.startswith("China") or text.startswith(_PROPER)


def _english_place(chain: tuple[Place, ...], form: str, tail: list[str]) -> str:
    place = chain[-1]
    above = chain[:-1]
    if form == "full":
        return " of ".join(each.written for each in reversed(chain))
    if form == "":
        tail += [each.stems[0] for each in reversed(above)]
        # A county may be called as its city is: it keeps the word for what it is.
        if place.level == "county":
            return place.written
        return place.stem if place.level == "provincial" else place.stems[0]
    text = place.adjective
    if above and (above[-1].level == "prefectural" or above[-1].type == "直辖市"):
        text = f"{above[-1].stems[0]} {text}"
        above = above[:-1]
    tail += [each.written for each in reversed(above)]
    return text
