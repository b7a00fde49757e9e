"""What patterns must be together: every slot can be filled, nothing goes round without end, no two contradict.

A symbol may begin with itself (``{body}{unit}``); in any other way that it could begin with itself, reading it would never
end. Each check gives the pattern at fault, what is wrong, the field, and what to do.
"""

from __future__ import annotations

import re

from glossary.i18n import _
from glossary.model.dates import span, spans_overlap
from glossary.model.entries import Kind, Level
from glossary.model.patterns import PLACE_KEYS
from glossary.patterns.features import HEAD, MOST, PROPER, TOWN
from glossary.patterns.grammar import BUILT_IN, ENTRY_KEYS
from glossary.patterns.place_types import WRITTEN
from glossary.patterns.places import GROUPS, LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from glossary.model.patterns import Slot
    from glossary.patterns.grammar import Grammar, Rule
    from glossary.patterns.tries import Trie

    Problem = tuple[Rule, str, str, str]

__all__ = ["check_rules"]

_KNOWN_TO_ALL = ("level", "cost", HEAD)
_OF_A_PLACE: dict[str, Collection[str]] = {"level": LEVELS, "type": WRITTEN, "group": GROUPS}
_OF_AN_ENTRY: dict[str, Collection[str]] = {
    "kind": [kind.value for kind in Kind],
    "level": [level.value for level in Level],
}
_VALUES = {"place": _OF_A_PLACE, "stem": _OF_A_PLACE, "entry": _OF_AN_ENTRY}
"""What may be asked for, by symbol and key; any other value would fit nothing, ever."""


def check_rules(grammar: Grammar) -> Iterator[Problem]:
    """Yield all that is wrong with the patterns of a grammar, each once.

    Yields:
        The rule, what is wrong, the field of its entry, and what to do.

    >>> from glossary.patterns.grammar import Grammar
    >>> list(check_rules(Grammar([])))
    []
    """
    told = set()
    for problem in (*_symbols(grammar), *_loops(grammar), *_contradictions(grammar)):
        rule, *said = problem
        if (
            rule.id,
            *said,
        ) not in told:  # a pattern may be several rules, and is read in two languages
            told.add((rule.id, *said))
            yield problem


def _symbols(grammar: Grammar) -> Iterator[Problem]:
    made = {rule.makes for rule in grammar.rules} | set(BUILT_IN)
    known: dict[str, set[str]] = {
        "place": set(PLACE_KEYS),
        "stem": set(PLACE_KEYS),
        "entry": set(ENTRY_KEYS),
        "ordinal": {MOST},
        TOWN: {HEAD},
        PROPER: set(),
    }
    for rule in grammar.rules:
        known.setdefault(rule.makes, set(_KNOWN_TO_ALL)).update(rule.features)
    for rule in grammar.rules:
        if rule.makes in BUILT_IN:
            what = _("{symbol!r} is made by no pattern").format(symbol=rule.makes)
            yield rule, what, "pattern.makes", _("Choose another symbol.")
        for at, slot in enumerate(rule.slots.values()):
            field = f"pattern.slots[{at}]"
            if slot.symbol not in made:
                what = _("no pattern makes {symbol!r}").format(symbol=slot.symbol)
                yield rule, what, field, _one_of(made)
            for key, _values in slot.asks:
                if key.startswith("@"):
                    if key[1:] not in rule.slots:
                        what = _("{key!r} names no slot of this pattern").format(key=key)
                        yield rule, what, field, _one_of(rule.slots)
                elif key not in known.get(slot.symbol, ()):
                    what = _("no {symbol} has {key!r}").format(symbol=slot.symbol, key=key)
                    yield rule, what, field, _one_of(known.get(slot.symbol, ()))
            for what, fix in _wrong_values(slot):
                yield rule, what, field, fix


def _wrong_values(slot: Slot) -> Iterator[tuple[str, str]]:
    """What a slot asks for that nothing has, and what to do."""
    may_be = _VALUES.get(slot.symbol, {})
    for key, values in slot.asks:
        for value in values:
            if key in may_be and value not in may_be[key]:
                asked = f"{key}={value}"
                what = _("no {symbol} has {key!r}").format(symbol=slot.symbol, key=asked)
                yield what, _one_of(may_be[key])
            elif key in ("code", "within") and not re.fullmatch(r"\d{6}", value, re.ASCII):
                yield (
                    _("place {place!r} is not a GB/T 2260 code").format(place=value),
                    _("Write six digits, in quotes."),
                )


def _one_of(names: Iterable[str]) -> str:
    return _("Known are: {known}.").format(known=", ".join(sorted(names)))


def _loops(grammar: Grammar) -> Iterator[Problem]:
    for side in (grammar.side("zh"), grammar.side("en")):
        first: dict[str, dict[str, Rule]] = {}
        for symbol, trie in side.begin.items():
            for slot, below in trie.slots.items():
                first.setdefault(symbol, {}).setdefault(slot.symbol, _any_rule(below))
        for trie in side.follow.values():
            for below in trie.slots.values():
                for rule, _template in below.ends:
                    what = _("it is nothing but itself")
                    yield rule, what, "pattern.slots[0]", _("Add words to it.")
        yield from _cycles(first)


def _cycles(first: dict[str, dict[str, Rule]]) -> Iterator[Problem]:
    """Ways from a symbol through what it may begin with back to it."""
    done: set[str] = set()
    for start in sorted(first):
        path: list[tuple[str, Iterator[str]]] = [(start, iter(sorted(first[start])))]
        while path:
            symbol, rest = path[-1]
            below = next(rest, None)
            if below is None:
                done.add(symbol)
                path.pop()
                continue
            names = [each for each, _rest in path]
            if below in names:
                loop = " → ".join([*names[names.index(below) :], below])
                what = _("patterns begin with each other without end: {loop}").format(loop=loop)
                fix = _("Let one of them begin with a word.")
                yield first[symbol][below], what, "pattern.slots[0]", fix
            elif below not in done and below in first:
                path.append((below, iter(sorted(first[below]))))


def _any_rule(trie: Trie) -> Rule:
    while not trie.ends:
        trie = next(iter((*trie.atoms.values(), *trie.slots.values())))
    return trie.ends[0][0]


def _contradictions(grammar: Grammar) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], list[Rule]] = {}
    for rule in grammar.rules:
        if not rule.slots:
            continue
        slots = sorted((slot.name, slot.symbol, slot.asks) for slot in rule.slots.values())
        key = (rule.makes, rule.chinese[0].text, rule.jurisdiction, tuple(slots))
        others = seen.setdefault(key, [])
        for other in others:
            if spans_overlap(span(*rule.days), span(*other.days)):
                what = _("it says of {text!r} what pattern {other!r} says otherwise").format(
                    text=rule.chinese[0].text, other=other.id
                )
                fix = _("Join them, or give one a jurisdiction or dates of its own.")
                yield rule, what, "names", fix
        others.append(rule)
