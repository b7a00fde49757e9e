"""A name read by the grammar: every reading, the likeliest first.

Each (symbol, position) is read once, so that time grows with the length of the name and not with the number of ways to
read it; how many readings of one stretch are kept is bounded.
"""

from __future__ import annotations

from itertools import pairwise, product

from glossary.language.english import english_tokens
from glossary.language.han import han_key, has_han
from glossary.patterns.features import HEADS, JOINED, OWN, PROPER, TOWN
from glossary.patterns.nodes import Node, entry_node, place_node, value_node
from glossary.patterns.numbers import NUMBERS, may_be_number, read_number
from glossary.patterns.propers import COST, propers_at
from glossary.patterns.towns import towns_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from glossary.model.answers import Answer
    from glossary.patterns.gazetteer import Gazetteer
    from glossary.patterns.grammar import Grammar, Rule
    from glossary.patterns.states import State
    from glossary.patterns.templates import Template

    Entries = Callable[[str, "Sequence[str]", int], "Iterable[tuple[int, Answer]]"]
    Kids = tuple[Node, ...]
    Reading = Callable[["Parser", int], "Iterator[tuple[int, Node]]"]

__all__ = ["LONGEST", "Parser", "atoms_of", "language_of"]

LONGEST = 400
"""Atoms of the longest name that is read; real titles stay below half of it."""

_STEPS = 10_000
"""Steps after which a name is given up: real titles take some hundreds where they are read, some thousands where they are not.

Of 24,000 stretches of texts one in a thousand takes a thousand."""

_DEPTH = 24
_MOST = 48
_MOST_AT_END = 16
_PARTY_STATE = ("prc", "china")

_POSSIBLE = {
    lang: {
        (entry, place, number): (
            *("place", "stem") * place,
            *("entry",) * entry,
            *NUMBERS * number,
            *(TOWN, PROPER) * (lang == "zh"),
        )
        for entry, place, number in product((False, True), repeat=3)
    }
    for lang in ("zh", "en")
}
"""The symbols no pattern makes that may stand where an entry, a place or a number may begin."""


def language_of(text: str) -> str:
    """Return ``zh`` for a text with Han characters, else ``en``."""
    return "zh" if has_han(text) else "en"


def atoms_of(text: str, lang: str) -> list[str]:
    """Return what the grammar reads of a text: characters, or words without commas and a last ", PRC".

    >>> atoms_of("Dept. of Education, Hebei Province, China", "en")
    ['department', 'of', 'education', 'hebei', 'provincial']
    """
    if lang == "zh":
        return list(han_key(text))
    tokens = [token for token in english_tokens(text) if token != ","]
    if len(tokens) > 2 and tokens[-1] in _PARTY_STATE and tokens[-2] not in ("of", "in", "to"):
        tokens.pop()
    elif len(tokens) > 3 and tokens[-1] == "prc" and tokens[-2] == "of":
        del tokens[-2:]
    return tokens


class Parser:
    """One name being read.

    Args:
        grammar: The patterns.
        places: The places.
        entries: Gives (end, answer) for the entries of the glossary whose name begins at a position.
        lang: ``zh`` or ``en``.
        atoms: The name, from ``atoms_of``.
        lenient: Leave out what patterns ask of their slots, to learn what stands in the way.
        former: Take places of the past as well by their name without the word for what they were.
        begun: The positions where names of the glossary begin, where they are known.
    Attributes:
        steps: How many steps are taken before it is given up, in a stretch of text as well.
        gave_up: Whether a whole name was, which had more ways to be read than are tried.
    """

    steps = _STEPS
    gave_up = False

    def __init__(
        self,
        grammar: Grammar,
        places: Gazetteer,
        entries: Entries,
        lang: str,
        atoms: Sequence[str],
        *,
        lenient: bool = False,
        former: bool = False,
        begun: Collection[int] | None = None,
    ) -> None:
        self.grammar, self.places, self.entries = grammar, places, entries
        self.lang, self.atoms, self.lenient = lang, atoms, lenient
        self.former, self.begun = former, begun
        self.text = "".join(atoms) if lang == "zh" else ""
        self._side = grammar.side(lang)
        self._size = len(atoms)
        self._read: dict[tuple[str, int], list[tuple[int, Node]]] = {}
        self._opening: dict[int, frozenset[str]] = {}
        self._built_in: dict[int, list[str]] = {}
        self._depth = 0
        self._steps_left = self.steps

    def whole(self, symbols: Iterable[str]) -> list[Node]:
        """Return the readings of the whole name as one of several symbols, the likeliest first.

        A name that has a great many ways to be read, as a word joined to itself again and again, is given up.
        """
        if not 0 < self._size <= LONGEST:
            return []
        self._steps_left = self.steps
        found = [
            node for symbol in symbols for end, node in self.at(symbol, 0) if end == self._size
        ]
        self.gave_up = self.gave_up or self._steps_left <= 0
        return sorted(found, key=lambda node: node.cost)

    def at(self, symbol: str, start: int) -> list[tuple[int, Node]]:
        """Return (end, reading) of a symbol at a position."""
        key = symbol, start
        found = self._read.get(key)
        if found is not None:
            return found
        if start >= self._size or self._depth > _DEPTH:
            return []
        if symbol not in self.opening(start):
            self._read[key] = []
            return []
        found = self._read.get(key)  # what no pattern makes is read by now
        if found is not None:
            return found
        self._read[key] = []
        self._depth += 1
        self._read[key] = found = self._compute(symbol, start)
        self._depth -= 1
        return found

    def opening(self, start: int) -> frozenset[str]:
        """Return the symbols of which some name may begin at a position, by what stands there."""
        found = self._opening.get(start)
        if found is None:
            openings = self._side.openings
            found = openings.of_atoms(self.atoms[start], self._next(start))
            built_in = self._built_in[start] = self._read_built_in(start)
            for symbol in built_in:
                found = openings.joined(found, symbol)
            self._opening[start] = found
        return found

    def opening_in_text(self, start: int) -> frozenset[str]:
        """Return those of ``opening`` of which a name may begin that is one in a running text as well.

        What is made of a name that is none, as its draft is, is not among them: ``tails`` tells where such a one may end.
        """
        known = self.opening(start)
        openings = self._side.openings_in_texts
        found = openings.of_atoms(self.atoms[start], self._next(start))
        for symbol in self._built_in[start]:
            found = openings.joined(found, symbol)
        return found & known

    def tails(self) -> list[int]:
        """Return the places behind which a name may end that is made of another one: its draft, 草案, its version of a year."""
        tails = self._side.tails
        return [at for at, pair in enumerate(pairwise(self.atoms), 2) if pair in tails]

    def _read_built_in(self, start: int) -> list[str]:
        """Read all that no pattern makes at a position; return the symbols of what stands there."""
        found = []
        for symbol in _POSSIBLE[self.lang][
            self.begun is None or start in self.begun,
            self.places.may_begin(self.lang, self.text or self.atoms, start),
            may_be_number(self.atoms[start]),
        ]:
            self._read[symbol, start] = readings = self._compute(symbol, start)
            if readings:
                found.append(symbol)
        return found

    def _compute(self, symbol: str, start: int) -> list[tuple[int, Node]]:
        read = _READ.get(symbol)
        if read is not None:
            return list(read(self, start))
        if symbol in NUMBERS:
            return list(self._values(symbol, start))
        found: dict[int, list[Node]] = {}
        state = self._side.beginning(symbol)
        fresh: list[tuple[int, Node]] = []
        if state is not None:
            self._walk(state, start, (), fresh)
        following = self._side.following(symbol)
        # Where nothing is asked, what is not meant comes as often as what is.
        most, most_at_end = (size * (2 if self.lenient else 1) for size in (_MOST, _MOST_AT_END))
        count = 0
        while fresh:
            new: list[tuple[int, Node]] = []
            for end, node in fresh:
                nodes = found.setdefault(end, [])
                if _is_post(node):
                    nodes.append(node)
                elif count >= most or not _keep(nodes, node, most_at_end):
                    continue
                count += 1
                new += self._placed(symbol, end, node)
                for edges in following:
                    state = edges.open_to(node, self._ahead(end), lenient=self.lenient)
                    if state is not None:
                        self._walk(state, end, (node,), new)
            fresh = new
        if self.lang == "zh":  # the likeliest first: of what is made of many words not all is kept
            for nodes in found.values():
                nodes.sort(key=_cost_of)
        return [(end, node) for end, nodes in found.items() for node in _words_first(nodes)]

    def _placed(self, symbol: str, end: int, node: Node) -> Iterator[tuple[int, Node]]:
        """A body with the place above it behind its name: … Bureau of F, Anhui; … of Beijing Municipality."""
        place = node.place if self.lang == "en" and symbol == "body" else None
        if place is None or end >= self._size:
            return
        start = end + 1 if self.atoms[end] in ("of", "in") else end
        for further, above in self.at("place", start):
            if above.chain and self.places.lies_in(place, above.chain[-1]):
                yield further, node.placed_in(above.chain, 0.5 * above.cost)

    def _next(self, at: int) -> str:
        """The atom behind a position, empty at the end."""
        return self.atoms[at + 1] if at + 1 < self._size else ""

    def _ahead(self, at: int) -> str:
        """What stands at a position, by which ways are left out that cannot go on so; empty at the end."""
        return self.atoms[at] if at < self._size else ""

    def _walk(self, state: State, at: int, kids: Kids, out: list[tuple[int, Node]]) -> None:
        self._steps_left -= 1
        while self._steps_left > 0:
            for rule, template in state.ends:
                node = self._complete(rule, template, kids)
                if node is not None:
                    out.append((at, node))
            if at == self._size:
                return
            below = state.after(self.atoms[at])
            if state.has_slots:
                if below is not None:
                    self._walk(below, at + 1, kids, out)
                opening = self.opening(at)
                for edges in state.edges(self._ahead(at)):
                    if edges.symbol not in opening:
                        continue
                    for end, node in self.at(edges.symbol, at):
                        further = edges.open_to(node, self._ahead(end), lenient=self.lenient)
                        if further is not None:
                            self._walk(further, end, (*kids, node), out)
                return
            if below is None:
                return
            state, at = below, at + 1

    def _complete(self, rule: Rule, template: Template, kids: Kids) -> Node | None:
        """The reading that ends with a name of a rule, ``None`` where what fills its slots does not go together."""
        self._steps_left -= 1
        cost = template.cost + rule.cost
        for kid in kids:
            cost += kid.cost
        node = Node(rule, dict(zip(template.slots, kids, strict=True)), cost)
        if self.lenient or not rule.agrees:
            return node
        extra = node.agreement(self.places)
        if extra is None:
            return None
        node.cost += extra
        return node

    def _places(self, start: int) -> Iterator[tuple[int, Node]]:
        if self.lang == "zh":
            places = self.places.chinese(self.text, start)
        else:
            places = self.places.english(self.atoms, start, former=self.former)
        return ((end, place_node(chain, cost)) for end, chain, cost in places)

    def _stems(self, start: int) -> Iterator[tuple[int, Node]]:
        stems = self.places.stems(self.lang, self.text or self.atoms, start)
        return ((end, place_node(chain, 0.0, "stem")) for end, chain in stems)

    def _entries(self, start: int) -> Iterator[tuple[int, Node]]:
        known = self.entries(self.lang, self.atoms, start)
        return ((end, entry_node(answer)) for end, answer in known)

    def _towns(self, start: int) -> Iterator[tuple[int, Node]]:
        return ((end, value_node(TOWN, name)) for end, name in towns_at(self.text, start))

    def _propers(self, start: int) -> Iterator[tuple[int, Node]]:
        behind = self._side.behind_propers
        if behind and not self.lenient:  # why a name is declined no guess may tell
            for end, name in propers_at(self.text, start, behind, self.grammar.words):
                yield end, value_node(PROPER, name, COST)

    def _values(self, symbol: str, start: int) -> Iterator[tuple[int, Node]]:
        for end, value in read_number(symbol, self.lang, self.atoms, start):
            yield end, value_node(symbol, value)


_READ: dict[str, Reading] = {
    "place": Parser._places,
    "stem": Parser._stems,
    "entry": Parser._entries,
    TOWN: Parser._towns,
    PROPER: Parser._propers,
}
"""How each symbol that no pattern makes is read at a position, but for numbers."""


def _words_first(nodes: list[Node]) -> list[Node]:
    """Leave out what is joined of words where a pattern has it as one."""
    words = [node for node in nodes if not _is_joined(node)]
    return words or nodes


def _cost_of(node: Node) -> float:
    return node.cost


def _is_post(node: Node) -> bool:
    """Whether it is the word for a post: of thirty that English calls a director the body behind it lets one stand."""
    return node.rule is not None and HEADS in node.rule.features


def _is_joined(node: Node) -> bool:
    """Whether a reading is joined of words, or one of its parts is joined of words that may as well mean another thing."""
    if node.rule is None:
        return False
    rules = (kid.rule for kid in node.kids.values())
    return JOINED in node.rule.features or any(
        rule is not None and JOINED in rule.features and OWN in rule.features for rule in rules
    )


def _keep(nodes: list[Node], node: Node, most: int) -> bool:
    """Keep a reading among the others of its stretch, unless it is there already or there are enough that cost no more."""
    full = len(nodes) >= most
    if full:
        worst = max(range(most), key=lambda at: nodes[at].cost)
        if node.cost >= nodes[worst].cost:
            return False
    if node.key() in [other.key() for other in nodes]:
        return False
    if full:
        nodes[worst] = node
    else:
        nodes.append(node)
    return True
