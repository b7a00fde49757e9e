"""Readings: the tree of what a name is made of, and what may be asked of it."""

from __future__ import annotations

import re

from glossary.model.entries import Level
from glossary.model.names import NameType
from glossary.patterns.features import (
    ALIKE,
    ALWAYS,
    FITTING,
    HEAD,
    HEADED,
    HEADS,
    INSIDE,
    MOST,
    NAMED,
    NOT_IN,
    OF,
    OWN,
    PROPER,
    SAME,
    SUBJECTS,
    TOPICS,
    TOWN,
    UNSURE,
    WHERE,
)
from glossary.patterns.name_heads import ends_as
from glossary.patterns.place_types import COAST, FORMER
from glossary.patterns.towns import has_town, is_romanised, towns_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.answers import Answer
    from glossary.model.patterns import Slot
    from glossary.patterns.gazetteer import Gazetteer
    from glossary.patterns.grammar import Rule
    from glossary.patterns.places import Place

    Asks = tuple[tuple[str, tuple[str, ...]], ...]

_NAME_COSTS = {
    NameType.SHORT: 0.6,
    NameType.ACRONYM: 0.3,
    NameType.ALIAS: 0.2,
    NameType.FORMER: 0.5,
}
_IN_BRACKETS = re.compile(r"（[^）]*）\Z|\([^)]*\)\Z")
"""What stands in brackets behind a name: 中国矿业大学（北京） is a 大学."""
_LONGEST_HEAD = 12
_SAID_OF = ((FITTING,), (HEADED,))
"""What a slot asks of a word by the body it is said of, whatever its place."""

__all__ = [
    "Node",
    "entry_node",
    "is_word",
    "place_node",
    "unfitting",
    "value_node",
]


class Node:
    """One reading of a stretch of a name.

    Attributes:
        rule: The pattern; ``None`` for a place, an entry, a number.
        kids: What fills its slots.
        cost: How unlikely the reading is, 0 for the likeliest.
        chain: The places, from the highest down, of a place.
        entry: The entry, of an entry, with the names that go with the one that was read.
        symbol: What a number is: ``year`` or ``ordinal``.
        value: The number.
    """

    __slots__ = (
        *("_key", "_place", "_tail"),
        *("chain", "cost", "entry", "kids", "rule", "symbol", "value"),
    )

    def __init__(self, rule: Rule | None, kids: dict[str, Node], cost: float) -> None:
        self.rule = rule
        self.kids = kids
        self.cost = cost
        self.chain: tuple[Place, ...] = ()
        self.entry: Answer | None = None
        self.symbol = rule.makes if rule else ""
        self.value = ""
        self._key: tuple[object, ...] | None = None
        self._place: tuple[Place | None] | None = None
        self._tail: str | None = None

    def __repr__(self) -> str:
        return f"<{self.symbol} {'/'.join(map(str, self.key()))}>"

    def key(self) -> tuple[object, ...]:
        """Return what tells this reading from another, however it was written."""
        if self._key is None:
            if self.rule is not None:
                kids = ((name, self.kids[name].key()) for name in sorted(self.kids))
                self._key = (self.rule.key, *kids)
            elif self.chain:
                self._key = tuple(place.code for place in self.chain)
            else:
                self._key = (self.entry.id if self.entry else self.value,)
        return self._key

    def same_as(self, other: Node) -> bool:
        """Return whether two readings are the same."""
        return self.key() == other.key()

    def satisfies(self, asks: Asks) -> bool:
        """Return whether this has what a slot asks of what fills it."""
        for key, values in asks:
            if key == HEAD:
                if not ends_as(self.tail, values):
                    return False
            elif self.chain:
                place = self.chain[-1]
                if key == "within":
                    if not any(place.code.startswith(value.rstrip("0")) for value in values):
                        return False
                elif place.feature(key) not in values:
                    return False
            elif self.entry is not None:
                if not _entry_has(self.entry, key, values):
                    return False
            elif key == MOST:
                if int(self.value) > int(values[0]):
                    return False
            elif not _has(self.feature(key), values):
                return False
        return True

    @property
    def tail(self) -> str:
        """The end of its Chinese name, longer than any head that is asked for."""
        if self._tail is None:
            self._tail = self._end()
        return self._tail

    def _end(self) -> str:
        if self.entry is not None:
            return _IN_BRACKETS.sub("", self.entry.chinese or "")
        if self.rule is None:
            return self.chain[-1].zh if self.chain else self.value
        text = ""
        for part in reversed(self.rule.chinese[0].parts):
            text = (part if isinstance(part, str) else self.kids[part[0]].tail) + text
            if len(text) > _LONGEST_HEAD:
                break
        return text

    def feature(self, key: str) -> tuple[str, ...]:
        """Return the values of a feature of the pattern."""
        found = self.rule.features.get(key, ()) if self.rule else ()
        return found or ((self.level,) if key == "level" else ())

    @property
    def level(self) -> str:
        """The level of the body this is, or is a part of."""
        place = self.place
        if place is not None:
            return place.level
        for node in self.walk():
            level = _level_of(node.entry) if node.entry else ""
            if level:
                return level
        return ""

    @property
    def place(self) -> Place | None:
        """The place this belongs to: its own, or that of the body it is a part of."""
        if self.chain:
            return self.chain[-1]
        if self._place is None:
            places = (kid.place for kid in self.kids.values())
            self._place = (next((place for place in places if place is not None), None),)
        return self._place[0]

    def placed_in(self, above: tuple[Place, ...], cost: float) -> Node:
        """Return this reading with its place in those above it."""
        node = Node(None, {}, self.cost + cost)
        node.rule, node.entry, node.symbol, node.value = (
            self.rule,
            self.entry,
            self.symbol,
            self.value,
        )
        if self.chain:
            here = {place.code for place in self.chain}
            node.chain = (*(each for each in above if each.code not in here), *self.chain)
            return node
        node.kids = dict(self.kids)
        for name, kid in self.kids.items():
            if kid.place is not None:
                node.kids[name] = kid.placed_in(above, 0.0)
                break
        return node

    def agreement(self, places: Gazetteer) -> float | None:
        """Return what the agreement of the slots with each other costs; ``None`` where they do not agree."""
        if self.rule is None:
            return 0.0
        cost = 0.0
        if self.rule.jurisdiction:
            place = self.place
            if place is None or not place.code.startswith(self.rule.jurisdiction.rstrip("0")):
                return None
        if self.rule.makes == "act" and self._reaches_beyond(places):
            return None
        for slot in self.rule.slots.values():
            for key, values in slot.asks:
                if not key.startswith("@"):
                    continue
                if values in _SAID_OF:
                    if unfitting(self, slot) is not None:
                        return None
                    continue
                if values == (ALIKE,):
                    if self.kids[slot.name].tail[-2:] != self.kids[key[1:]].tail[-2:]:
                        return None
                    continue
                place = self.kids[key[1:]].place
                if place is None:
                    return None
                had = self.kids[slot.name].local_feature(place, places)
                ranks = [at for at, value in enumerate(had) if value in values]
                if not ranks:
                    return None
                cost += 0.5 * ranks[0]
        return cost

    def _reaches_beyond(self, places: Gazetteer) -> bool:
        """Whether an act of a place is on something in another: no city legislates for the 城区 of Yangquan."""
        own = self.kids.get("place")
        if own is None or not own.chain:
            return False
        within = (kid.place for kid in self.kids.values() if kid.symbol in SUBJECTS)
        return any(
            place.code != own.chain[-1].code and not places.lies_in(place, own.chain[-1])
            for place in within
            if place is not None
        )

    def local_feature(self, place: Place, places: Gazetteer) -> tuple[str, ...]:
        """Return what a word says of a place: by its code, that of its province, or its group; of a place in it ``inside``."""
        if self.chain:
            if self.chain[-1].code == place.code:
                return (SAME,)
            return (INSIDE,) if places.lies_in(self.chain[-1], place) else ()
        if self.symbol == TOWN:
            return (INSIDE,) if has_town(place.code, self.value) else ()
        if self.feature(WHERE) and not _on_the_sea(place):
            return ()
        if place.code.startswith(tuple(code.rstrip("0") for code in self.feature(NOT_IN))):
            return ()
        proper = next((kid.value for kid in self.kids.values() if kid.symbol == PROPER), "")
        if proper and is_romanised(place.code):
            return ()
        if proper and self.feature(NAMED) and places.is_elsewhere(proper, place):
            return ()
        for key in (place.code, place.code[:2] + "0000" + place.group, place.group):
            found = self.feature(key)
            if found:
                return found
        return ()

    def fits(self, body: Node) -> bool:
        """Return whether a body has to do with what this word says: any body, unless the word names those that have."""
        wanted = self.feature(OF)
        return not wanted or any(word in body.tail for word in wanted)

    def heads(self, body: Node) -> bool:
        """Return whether a body, or a place, has this post."""
        return ends_as(body.tail, self.feature(HEADS))

    @property
    def is_unsure(self) -> bool:
        """Whether where it is its Chinese name may be another than the one its English is read as."""
        place = self.place
        here = {ALWAYS, place.standing, place.code} if place else {ALWAYS}
        return any(not here.isdisjoint(each.feature(UNSURE)) for each in self.walk())

    @property
    def names_itself(self) -> bool:
        """Whether its English is a choice of its own, of which the Chinese tells no more than what it means; or a town is not as listed."""
        code = self.place.code if self.place else ""
        return any(
            "en" in each.feature(OWN) or (each.symbol == TOWN and each.value not in towns_of(code))
            for each in self.walk()
        )

    @property
    def is_listed(self) -> bool:
        """Whether it is nothing but an entry of the glossary."""
        if self.entry is not None:
            return True
        kids = list(self.kids.values())
        return len(kids) == 1 and kids[0].is_listed and self.rule is not None and self.rule.is_bare

    def walk(self) -> Iterator[Node]:
        """Yield this and all below it."""
        yield self
        for kid in self.kids.values():
            yield from kid.walk()


def unfitting(node: Node, slot: Slot) -> Node | None:
    """Return the body that has nothing to do with the word in a slot of a reading, or has no such post, ``None`` where there is none.

    >>> from glossary.model.patterns import parse_slot
    >>> unfitting(value_node("topic", "渔业"), parse_slot("matter level=county")) is None
    True
    """
    for key, values in slot.asks:
        if values in _SAID_OF:
            word, body = node.kids[slot.name], node.kids[key[1:]]
            if not (word.fits(body) if values == (FITTING,) else word.heads(body)):
                return body
    return None


def _has(had: tuple[str, ...], values: tuple[str, ...]) -> bool:
    """Whether something has one of several values of a feature, or has none that is barred by ``!``."""
    if values[0].startswith("!"):
        return not any(f"!{value}" in values for value in had)
    return any(value in values for value in had)


def _entry_has(answer: Answer, key: str, values: tuple[str, ...]) -> bool:
    if key == "kind":
        return answer.kind in values
    return _level_of(answer) in values


def _level_of(answer: Answer) -> str:
    """The level of an entry's body; organs of Taiwan, Hong Kong and Macao, whose units have names of their own, have none."""
    body = answer.entry.body
    if body is None or body.level is None or (body.apart and body.level is not Level.INSTITUTION):
        return ""
    return body.level.value


def _on_the_sea(place: Place) -> bool:
    """Whether a place lies on the sea; of a city's districts and counties all may."""
    whole = place.code[:2] in _WHOLLY or place.level == "provincial"
    return place.code[: 2 if whole else 4] in COAST


_WHOLLY = ("12", "31", "46")
"""Provinces and municipalities of which every city and district counts as on the sea."""


def place_node(chain: tuple[Place, ...], cost: float, symbol: str = "place") -> Node:
    """Return the reading of a place, or of places one in another."""
    node = Node(None, {}, cost)
    node.chain = chain
    node.symbol = symbol
    return node


def is_word(node: Node) -> bool:
    """Return whether a place is read from what is as well a word: a county without the word for what it is (资源, Long)."""
    place = node.chain[-1]
    unusual = node.cost - (FORMER if place.end else 0.0)
    return place.level == "county" and len(node.chain) == 1 and unusual >= 1.0


def entry_node(answer: Answer) -> Node:
    """Return the reading of an entry's name."""
    cost = _NAME_COSTS.get(answer.name.type, 0.0) + (answer.review != "approved") * 0.2
    node = Node(None, {}, cost)
    node.entry = answer
    node.symbol = "entry"
    return node


def value_node(symbol: str, value: str, cost: float = 0.0) -> Node:
    """Return the reading of a number, or of words that are not known."""
    node = Node(None, {}, 0.01 * len(value) if symbol in TOPICS else cost)
    node.symbol, node.value = symbol, value
    return node
