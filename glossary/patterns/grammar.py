"""Patterns compiled: for each language and symbol a trie of what its names look like.

An edge of a trie is an atom (a character of Chinese, a word of English in its compared form) or a slot. Names that begin
with a slot of their own symbol (``{body}{unit}``) are kept apart, as what may follow; a symbol that could begin with
itself in any other way, or be nothing but itself, would never end and is refused, with the pattern that closes the loop.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from glossary.language.english import english_tokens
from glossary.language.han import han_key
from glossary.model.patterns import Slot, make_slot, parse_feature, parse_slot
from glossary.patterns.collecting import no_collecting
from glossary.patterns.features import IN_TEXTS, PROPER, READ, TITLES
from glossary.patterns.numbers import NUMBERS
from glossary.patterns.openings import Openings
from glossary.patterns.states import ANYTHING, States
from glossary.patterns.templates import Template, templates
from glossary.patterns.tries import Names, Trie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from typing import Any

    from glossary.patterns.states import Edges, First, State
    from glossary.patterns.tries import Steps

    Record = dict[str, Any]

__all__ = ["BUILT_IN", "Grammar", "Rule", "Side"]

BUILT_IN = ("place", "stem", "town", "proper", "entry", *NUMBERS)
"""Symbols that no pattern makes: places, places without the word for what they are, towns, proper names, entries, numbers."""

ENTRY_KEYS = ("kind", "level", "head")
"""What a slot may ask of an entry; ``head`` is the end of its Chinese name, with ``!`` an end it may not have."""

_WORDS = frozenset(
    (
        *("duty", "subject", "noun", "field", "study", "work", "matter", "part"),
        *("lead", "thing", "affair", "deed", "discipline", "zone-kind", "wide"),
    )
)
"""Symbols of what is a word wherever it stands."""

_COMPOSED = 0.05
"""Beside what an entry says, what is composed comes second."""


class Rule:
    """A pattern ready for use; of one with several full Chinese names there is a rule for each. Never changed once made.

    Attributes:
        id: The entry's.
        key: What tells it from all others.
        makes: The symbol.
        slots: By name.
        features: By key.
        jurisdiction: Code of the place whose bodies it binds, or empty.
        chinese: Its Chinese names, the preferred one first.
        cost: How unlikely what it makes is, beside what fills its slots.
        agrees: Whether anything is asked of its slots together.
        is_bare: Whether its Chinese name is one slot and nothing else.
    """

    __slots__ = (
        *("_english", "_names", "agrees", "chinese", "cost", "features"),
        *("id", "is_bare", "jurisdiction", "key", "makes", "slots"),
    )

    def __init__(
        self,
        *,
        id: str,
        key: str,
        makes: str,
        slots: dict[str, Slot],
        features: dict[str, tuple[str, ...]],
        jurisdiction: str,
        chinese: tuple[Template, ...],
        names: Sequence[Record],
    ) -> None:
        self.id, self.key, self.makes = id, key, makes
        self.slots, self.features, self.jurisdiction = slots, features, jurisdiction
        self.chinese, self._names = chinese, names
        self._english: tuple[Template, ...] | None = None
        self.is_bare = len(chinese[0].parts) == 1 and len(slots) == 1
        self.cost = float(features["cost"][0]) if "cost" in features else 0.0
        if slots and not self.is_bare:
            self.cost += _COMPOSED
        self.agrees = bool(jurisdiction) or any(
            key.startswith("@") for slot in slots.values() for key, _values in slot.asks
        )

    @property
    def english(self) -> tuple[Template, ...]:
        """Its English names, the preferred one first; made when first asked for: who reads Chinese needs few of them."""
        if self._english is None:
            self._english = templates(
                (name for name in self._names if name["lang"].split("-")[0] == "en"),
                in_any_order=self.makes not in TITLES and "place" in self.slots,
            )
        return self._english

    def written(self, lang: str) -> Template:
        """Return the name to write in a language."""
        return (self.chinese if lang == "zh" else self.english)[0]

    @property
    def days(self) -> tuple[str, str]:
        """From when to when its Chinese name was in use; empty where open."""
        return self.chinese[0].start, self.chinese[0].end


class Side:
    """One language's tries: what begins a symbol, and what may follow one already read.

    Args:
        unknown: Symbols that any few words may stand for, beside what the tries tell of them.
    """

    def __init__(self, unknown: Collection[str] = ()) -> None:
        self._names = Names()
        self.begin: dict[str, Trie] = {}
        self.follow: dict[str, Trie] = {}
        self._unknown = frozenset((*BUILT_IN, *unknown))
        self._guessing: dict[tuple[str, ...], Side] = {}
        self._unspoken: set[str] = set()
        self._first: dict[str, First] = {}
        self._states = States(self.first)

    @cached_property
    def openings(self) -> Openings:
        """What may begin where; asked for when all names are entered."""
        return Openings(self.begin)

    @cached_property
    def openings_in_texts(self) -> Openings:
        """The same for names in running texts, where those of some patterns are none: what asks for it reads less."""
        spoken = {
            symbol: self.begin[symbol].those(_is_spoken)
            for symbol in self._unspoken & self.begin.keys()
        }
        return Openings({**self.begin, **spoken})

    @cached_property
    def tails(self) -> frozenset[tuple[str, str]]:
        """The last two atoms of what makes a name of one that is none in a text: of a law's draft, 草案."""
        return frozenset(
            _last_pair(steps)
            for symbol in self._unspoken & self.follow.keys()
            for steps in self.follow[symbol].paths()
        )

    def first(self, symbol: str) -> First:
        """Return what a symbol's names begin with: atoms, and built-in symbols."""
        found = self._first.get(symbol)
        if found is None:
            atoms: set[str] = set()
            built_in: set[str] = set()
            waiting, seen = [symbol], set[str]()
            while waiting:
                each = waiting.pop()
                if each in self._unknown:
                    built_in.add(each)
                if each not in seen:
                    seen.add(each)
                    trie = self.begin.get(each)
                    if trie is not None:
                        atoms.update(trie.atoms)
                        waiting += [slot.symbol for slot in trie.slots]
            found = (frozenset(atoms), frozenset(built_in))
            self._first[symbol] = found
        return found

    @cached_property
    def behind_propers(self) -> frozenset[str]:
        """The atoms that may stand behind a proper name, in names that begin with it: of numbers the first one."""
        return frozenset(
            atom
            for trie in self.begin.values()
            for slot, below in trie.slots.items()
            if slot.symbol == PROPER
            for atom in (*below.atoms, *("第",) * bool(below.slots))
        )

    def guessing(self, symbols: tuple[str, ...]) -> Side:
        """Return the same tries, read as if any few words may be one of several symbols; the same object each time."""
        side = self._guessing.get(symbols)
        if side is None:
            side = self._guessing[symbols] = Side(symbols)
            side.begin, side.follow, side.openings = self.begin, self.follow, self.openings
        return side

    def beginning(self, symbol: str) -> State | None:
        """Return where the names of a symbol begin, ``None`` where no pattern makes it."""
        trie = self.begin.get(symbol)
        return None if trie is None else self._states.of((trie,))

    def following(self, symbol: str) -> Sequence[Edges]:
        """Return what may follow a name of a symbol to make a longer one: ``{body}{unit}``."""
        trie = self.follow.get(symbol)
        return () if trie is None else self._states.of((trie,)).edges(ANYTHING)

    def add(self, rule: Rule, template: Template, steps: Steps) -> None:
        """Enter one name of a rule."""
        first = steps[0]
        recursive = isinstance(first, Slot) and first.symbol == rule.makes
        if rule.features.get(IN_TEXTS) == ("no",):
            self._unspoken.add(rule.makes)
        tries = self.follow if recursive else self.begin
        if rule.makes not in tries:
            tries[rule.makes] = Trie(self._names)
        tries[rule.makes].add(self._names.add(steps, rule, template))


class Grammar:
    """All patterns of a glossary, compiled.

    Args:
        patterns: Records of sound entries of kind pattern.
    >>> Grammar([]).rules
    ()
    """

    def __init__(self, patterns: Iterable[Record]) -> None:
        self.rules = tuple(rule for record in patterns for rule in _rules(record))
        self._sides: dict[str, Side] = {}
        self.local: dict[str, list[Rule]] = {}
        for rule in self.rules:
            if rule.jurisdiction:
                self.local.setdefault(rule.chinese[0].text, []).append(rule)

    @cached_property
    def words(self) -> frozenset[str]:
        """What names are made of that is no proper name, in its compared Chinese form: words of two characters and more."""
        return frozenset(
            han_key(rule.chinese[0].text)
            for rule in self.rules
            if not rule.slots and rule.makes in _WORDS and len(rule.chinese[0].text) > 1
        )

    def side(self, lang: str) -> Side:
        """Return the tries of a language, made when they are first asked for."""
        if lang not in self._sides:
            with no_collecting():
                self._sides[lang] = self._make_side(lang)
        return self._sides[lang]

    def _make_side(self, lang: str) -> Side:
        side = Side()
        for rule in self.rules:
            if lang not in rule.features.get(READ, (lang,)):
                continue
            seen = set()
            for template in rule.chinese if lang == "zh" else rule.english:
                atoms = tuple(_atoms(rule, template, lang))
                if atoms and atoms not in seen:
                    seen.add(atoms)
                    side.add(rule, template, atoms)
        return side


def _is_spoken(rule: Rule) -> bool:
    """Whether the names of a rule are names in a text as well."""
    return rule.features.get(IN_TEXTS) != ("no",)


def _last_pair(steps: Steps) -> tuple[str, str]:
    """The last two atoms of a name, an empty one for a slot and where there is none."""
    first, second = ("", *("" if isinstance(step, Slot) else step for step in steps[-2:]))[-2:]
    return first, second


def _rules(record: Record) -> Iterator[Rule]:
    facts = record["pattern"]
    slots = [_slot(line) for line in facts.get("slots", ())]
    names = record["names"]
    chinese = templates(name for name in names if name["lang"].startswith("zh"))
    features = dict(_feature(line) for line in facts.get("features", ()))
    # Which of two names a body really bears (中医院, 中医医院) no rule can tell: each is read as itself.
    others = [template for template in chinese[1:] if template.is_full]
    first = tuple(template for template in chinese if template not in others)
    for at, written in enumerate((first, *((other,) for other in others))):
        yield Rule(
            id=record["id"],
            key=f"{record['id']} {at}" if at else record["id"],
            makes=facts["makes"],
            slots={slot.name: slot for slot in slots},
            features=features,
            jurisdiction=facts.get("jurisdiction", ""),
            chinese=written,
            names=names,
        )


# Thousands of patterns share some hundred lines.
_slot = lru_cache(maxsize=2048)(parse_slot)
_feature = lru_cache(maxsize=2048)(parse_feature)


def _atoms(rule: Rule, template: Template, lang: str) -> Iterator[str | Slot]:
    for part in template.parts:
        if isinstance(part, tuple):
            yield _alone(rule.slots[part[0]])
        else:
            yield from literal_atoms(part, lang)


@lru_cache(maxsize=1024)
def _alone(slot: Slot) -> Slot:
    """A slot with what is asked of it alone; one object for all that are alike, so that they share an edge."""
    alone = tuple(ask for ask in slot.asks if not ask[0].startswith("@"))
    return make_slot(slot.name, slot.symbol, alone)


@lru_cache(maxsize=4096)
def literal_atoms(text: str, lang: str) -> tuple[str, ...]:
    """Return the atoms of a text: characters of Chinese, words of English in their compared form.

    >>> literal_atoms(" Department of ", "en"), literal_atoms("公安局", "zh")
    (('department', 'of'), ('公', '安', '局'))
    """
    if lang == "zh":
        return tuple(char for char in han_key(text) if char.isalnum() or char == "+")
    text = text.strip()
    if text.startswith(("'s", "’s")):
        text = text[2:]
    return tuple(token for token in english_tokens(text) if token != ",") if text else ()
