"""Each shipped pattern composed with thirty places and read back: the same derivation from both languages."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from glossary.model.answers import Answer
from glossary.model.entries import Review
from glossary.patterns.features import ALIKE, FITTING, HEADED, JOINED, PROPER, READ, SAME, TOWN
from glossary.patterns.nodes import Node, entry_node, place_node, value_node
from glossary.patterns.parsing import atoms_of, language_of
from glossary.patterns.towns import towns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.facade.composing import NameGrammar
    from glossary.glossary import Glossary
    from glossary.model.patterns import Slot
    from glossary.patterns.grammar import Rule

    Asks = tuple[tuple[str, tuple[str, ...]], ...]

PLACES = 30
SAID_OF = ((FITTING,), (HEADED,))
VALUES = {"year": "2020", "ordinal": "2", "designator": "92269", PROPER: "金陵"}


class _Filler:
    """Fills the slots of rules: with every place in turn, with the first that fits of all else."""

    def __init__(self, glossary: Glossary) -> None:
        self.grammar: NameGrammar = glossary.name_grammar
        self.entries = [
            Answer(
                entry=listed.entry,
                state=Review.APPROVED,
                name=listed.entry.names[0],
                day=self.grammar.day,
            )
            for name in (
                "state-council",
                "ministry-of-education",
                "national-bureau-of-statistics",
                "supreme-peoples-court",
                "standing-committee-of-the-national-peoples-congress",
                "hebei-university-of-technology",
                "anti-foreign-sanctions-law",
                "china-democratic-league",
                "institute-of-psychology-chinese-academy-of-sciences",
                "peking-union-medical-college-hospital",
                "zhengzhou-university",  # its hospitals have their number first
                "sun-yat-sen-university",  # and its last
                "state-key-laboratory-of-mathematical-engineering-and-advanced-computing",
                "china-international-import-expo",
                "central-economic-work-conference",
                "boao-forum-for-asia",
                "petrochina-company-limited",
                "china-construction-eighth-engineering-division-corp-ltd",
                "asset-backed-securities",
            )
            if (listed := glossary.store.reader.get(name)) is not None
        ]
        self.made: dict[object, Node] = {}
        self.making: set[object] = set()
        self.fitting: dict[Asks, list[Node]] = {}
        self.by_symbol: dict[str, list[Rule]] = {}
        for rule in self.grammar.grammar.rules:
            self.by_symbol.setdefault(rule.makes, []).append(rule)
        self.places = [
            place_node((place,), 0.0)
            for place in self.grammar.places.by_code.values()
            if not place.end
        ]

    def fill(self, rule: Rule, depth: int = 0, asked: Asks = ()) -> Iterator[Node]:
        """Yield the rule with its slots filled, for each place that fits; what is asked of it is asked of its only part."""
        seen = 0
        slot = next((slot for slot in rule.slots.values() if _is_place(slot)), None)
        asks = tuple(ask for ask in slot.asks if not ask[0].startswith("@")) if slot else ()
        thinned = self._fitting(asks) if slot else self.places[:1]
        listed = any(slot.symbol == "entry" for slot in rule.slots.values())
        for place, entry in product(thinned, self.entries if listed else self.entries[:1]):
            kids = self._kids(rule, place, entry, depth, asked)
            if kids is None:
                continue
            node = Node(rule, kids, 0.0)
            if node.agreement(self.grammar.places) is not None:
                yield node
                seen += 1
                if seen == PLACES:
                    return

    def _fitting(self, asks: Asks) -> list[Node]:
        """Places that have what a slot asks of them, from all over the country."""
        if asks not in self.fitting:
            places = [each for each in self.places if each.satisfies(asks)]
            self.fitting[asks] = places[:: max(1, len(places) // (2 * PLACES))]
        return self.fitting[asks]

    def _kids(
        self, rule: Rule, place: Node, entry: Answer, depth: int, asked: Asks
    ) -> dict[str, Node] | None:
        kids: dict[str, Node] = {}
        found: Node | None
        for slot in rule.slots.values():
            if _is_place(slot):
                found = place_node(place.chain, 0.0, slot.symbol)
            elif slot.symbol == "entry":
                found = entry_node(entry)
            else:
                found = self._one(slot, place, kids, depth, asked if rule.is_bare else ())
            if found is None or not found.satisfies(
                tuple(ask for ask in slot.asks if not ask[0].startswith("@"))
            ):
                return None
            kids[slot.name] = found
        return kids

    def _one(
        self, slot: Slot, place: Node, kids: dict[str, Node], depth: int, asked: Asks
    ) -> Node | None:
        if slot.symbol in VALUES:
            return value_node(slot.symbol, VALUES[slot.symbol])
        asks = (*(ask for ask in slot.asks if not ask[0].startswith("@")), *asked)
        near = [values for key, values in slot.asks if key.startswith("@")]
        if slot.symbol == TOWN:
            towns = (value_node(TOWN, name) for name in sorted(towns_of(place.chain[-1].code)))
            return next((each for each in towns if each.satisfies(asks)), None)
        if (SAME,) in near:
            return place
        if (ALIKE,) in near:
            return next(iter(kids.values()))
        if slot.symbol in ("stem", "place"):
            places = self.grammar.places
            inner = (
                each
                for each in self.places
                if places.lies_in(each.chain[0], place.chain[0]) and len(each.chain[0].zh_stem) > 1
            )
            found = (place_node(each.chain, 0.0, slot.symbol) for each in inner)
            return next((each for each in found if each.satisfies(asks)), None)
        if depth > 4:
            return None
        beside = (kids[key[1:]] for key, _values in slot.asks if key[1:] in kids)
        place = next((each for each in beside if each.chain), place)
        key = (slot.symbol, asks)
        taken = {id(node.rule) for node in kids.values()}
        where = place.chain[-1].code if near else ""  # what a word has may be another at each place
        made = None if near and near[0] in SAID_OF else self.made.get((key, *near, where))
        if made is not None and not (near and id(made.rule) in taken):
            return made
        if key in self.making:
            return None
        self.making.add(key)
        try:
            made = self._make(slot, asks, near, place, kids, taken, depth)
        finally:
            self.making.discard(key)
        if made is not None:
            self.made[(key, *near, where)] = made
        return made

    def _make(
        self,
        slot: Slot,
        asks: Asks,
        near: list[tuple[str, ...]],
        place: Node,
        kids: dict[str, Node],
        taken: set[int],
        depth: int,
    ) -> Node | None:
        for rule in self.by_symbol[slot.symbol]:
            if id(rule) in taken:
                continue
            word = Node(rule, {}, 0.0)
            if near and near[0] in SAID_OF:
                agrees = word.fits if near == [(FITTING,)] else word.heads
                if not all(agrees(body) for body in kids.values()):
                    continue
            elif near and not set(word.local_feature(place.chain[-1], self.grammar.places)) & set(
                near[0]
            ):
                continue
            every = self.fill(rule, depth + 1, asks)
            made = next((node for node in every if node.satisfies(asks)), None)
            if made is not None:
                return made
        return None


def _is_place(slot: Slot) -> bool:
    """Whether a slot is filled with each place in turn: not one that has to lie in another."""
    return slot.symbol in ("place", "stem") and not any(key[0] == "@" for key, _values in slot.asks)


def _has_as_one(read: Node, made: Node) -> bool:
    """Whether a pattern has as one what was made of joined words: then only that stands."""
    joined = any(JOINED in each.rule.features for each in made.walk() if each.rule)
    return joined and len(list(read.walk())) < len(list(made.walk()))


def test_every_pattern_is_read_back_from_what_it_composes(shipped: Glossary) -> None:
    filler = _Filler(shipped)
    grammar = filler.grammar
    lost, composed, used = [], 0, set()
    for rule in grammar.grammar.rules:
        if not rule.slots or rule.jurisdiction:
            continue
        for at, node in enumerate(islice(filler.fill(rule), PLACES)):
            used.add(rule.id)
            for lang, text in (
                ("zh", grammar.composer.chinese(node)),
                ("en", grammar.composer.english(node)),
            ):
                composed += 1
                if any(READ in each.rule.features for each in node.walk() if each.rule):
                    continue  # in one language alone: test_composed.py has examples
                if lang == "en" and any(each.symbol == TOWN for each in node.walk()):
                    assert grammar.parser(text).whole((rule.makes,)) == []
                    continue
                assert language_of(text) == lang, text
                atoms = atoms_of(text, lang)
                # Beside the names of the glossary in the first place, and where it holds one: it costs four times as much.
                if at == 0 or any(each.entry for each in node.walk()):
                    parser = grammar.parser(text)
                else:
                    parser = grammar.parse_atoms(lang, atoms, {})
                size = len(atoms)
                found = [each for end, each in parser.at(rule.makes, 0) if end == size]
                if not any(each.same_as(node) or _has_as_one(each, node) for each in found):
                    lost.append(f"{rule.id}: {text} {node} {found[:2]}")
    patterns = {rule.id for rule in grammar.grammar.rules if rule.slots and not rule.jurisdiction}
    assert sorted(patterns - used) == []
    assert composed > 5000
    assert not lost, "\n".join(lost[:40]) + f"\n{len(lost)} lost"
