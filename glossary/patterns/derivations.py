"""How a composed name is derived: as lines for an answer, as a tree to be shown."""

from __future__ import annotations

from glossary.i18n import N_, Spoken, aside, local, spoken, spoken_list
from glossary.model.names import NameType
from glossary.model.values import dataclass
from glossary.patterns.periods import NOW, own_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.model.answers import Answer
    from glossary.patterns.composing import Composer
    from glossary.patterns.gazetteer import Gazetteer
    from glossary.patterns.nodes import Node
    from glossary.patterns.places import Place

__all__ = ["Step", "derivation_lines", "derivation_tree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One node of a derivation.

    Attributes:
        symbol: What it is: ``body``, ``field``, ``place``, ``entry`` …
        chinese: Its Chinese.
        english: Its English, as it would be written alone.
        source: Id of the pattern or entry, or code of the place.
        rule: The pattern's two names; empty for what is no pattern.
        note: What else to know: what a place lies in, from when to when a name was used.
        parts: What it is made of, in the order of the slots.
    """

    symbol: str
    chinese: str
    english: str
    source: str
    rule: str = ""
    note: str = ""
    parts: tuple[Step, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """Return it as JSON has it.

        >>> Step(symbol="year", chinese="2020", english="2020", source="").to_record()["parts"]
        []
        """
        return {
            "symbol": self.symbol,
            "en": self.english,
            "zh-Hans": self.chinese,
            "source": self.source,
            "rule": self.rule,
            "note": self.note,
            "parts": [part.to_record() for part in self.parts],
        }


def derivation_tree(node: Node, composer: Composer, places: Gazetteer) -> Step:
    """Return the derivation of a reading."""
    chinese, english = composer.chinese(node), composer.english(node)
    if node.rule is None:
        if node.chain:
            place = node.chain[-1]
            return Step(
                symbol="place",
                chinese=chinese,
                english=place.written,
                source=place.code,
                note=_place_note(place, places),
            )
        source = node.entry.id if node.entry else ""
        note = _entry_note(node.entry) if node.entry else ""
        return Step(symbol=node.symbol, chinese=chinese, english=english, source=source, note=note)
    rule = composer.rule_for(node)
    names = f"{rule.chinese[0].text} ↔ {rule.english[0].text}"
    return Step(
        symbol=node.symbol,
        chinese=chinese,
        english=english,
        source=rule.id,
        rule=names if rule.slots else "",
        note=_rule_note(node),
        parts=tuple(
            derivation_tree(node.kids[name], composer, places)
            for name in node.rule.slots
            if name in node.kids
        ),
    )


def derivation_lines(step: Step) -> tuple[str, ...]:
    """Return a derivation as lines, the whole first, its parts behind it.

    >>> derivation_lines(Step(symbol="place", chinese="河北省", english="Hebei Province", source="130000"))
    ('place: 河北省 = Hebei Province [130000]',)
    """
    line = f"{step.symbol}: {step.chinese} = {step.english}"
    if step.rule:
        line += f"; {step.rule}"
    if step.source:
        line += f" [{step.source}]"
    if step.note:
        told = Spoken(f"{line} ({step.note})")
        told.local = aside(line, local(step.note))
        line = told
    lines = [line]
    for part in step.parts:
        lines += derivation_lines(part)
    return tuple(lines)


def _entry_note(answer: Answer) -> str:
    start, end = answer.name.start, answer.name.end
    notes = [_in_use(start, end)]
    today = answer.today.chinese
    if answer.name.type is NameType.FORMER and today and today != answer.chinese:
        notes.append(spoken(N_("today {name}"), name=today))
    return spoken_list(notes, weighty=True)


def _in_use(start: str, end: str) -> str:
    return spoken(N_("in use {start}–{end}"), start=start, end=end) if start or end else ""


def _rule_note(node: Node) -> str:
    start, end = own_days(node)
    now = "、".join(node.feature(NOW))
    if end and now:
        return spoken(N_("in use {start}–{end}; since then {now}"), start=start, end=end, now=now)
    return _in_use(start, end)


def _place_note(place: Place, places: Gazetteer) -> str:
    above = places.parents(place)
    notes = [_in_use(place.start, place.end)]
    if above:
        parents = ", ".join(each.written for each in reversed(above))
        notes.insert(0, spoken(N_("in {parents}"), parents=parents))
    return spoken_list(notes, weighty=True)
