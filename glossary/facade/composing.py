"""Names the glossary does not hold, composed from its approved patterns; loaded only when a lookup found nothing."""

from __future__ import annotations

from functools import cached_property

from glossary.facade.grammars import compiled_patterns, listed_places
from glossary.facade.readings import Reading, open_word
from glossary.facade.reorderings import reordered
from glossary.i18n import N_, spoken
from glossary.language.convert import convert
from glossary.language.han import script_of
from glossary.language.renderings import render_entry
from glossary.model.answers import Answer
from glossary.model.entries import APART, BodyFacts, Entry, Kind, Level, Review
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.slugs import slug
from glossary.patterns.composing import Composer
from glossary.patterns.derivations import derivation_lines
from glossary.patterns.endings import Endings
from glossary.patterns.frames import as_written, framed
from glossary.patterns.guessing import unknown_topic
from glossary.patterns.heads import needed_atoms
from glossary.patterns.nodes import is_word
from glossary.patterns.parsing import LONGEST, Parser, atoms_of, language_of
from glossary.patterns.periods import (
    NOW,
    OUT_OF_USE,
    days_of,
    ended,
    held,
    in_its_year,
    why_never,
    year_to_come,
)
from glossary.patterns.plus_signs import keeps_plus
from glossary.patterns.reasons import why_not
from glossary.store.filters import NO_FILTERS, Filters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.patterns.nodes import Node
    from glossary.patterns.spelled import Spellings
    from glossary.store.database import Store

__all__ = ["NameGrammar"]

_SYMBOLS = ("body", "title", "post", "occasion")
_IN_TEXTS = ("body", "title")
"""What is looked for in a running text: of a post the body is named there."""
_MOST_ANSWERS = 12
_MARGIN = 0.45
_LONGEST_NAME = 40
_KINDS = {
    "title": Kind.DOCUMENT,
    "place": Kind.PLACE,
    "post": Kind.POSITION,
    "occasion": Kind.EVENT,
}


class NameGrammar:
    """The approved patterns of a glossary, compiled, with the places and entries they are filled with.

    Args:
        store: The glossary's store.
        day: Today.
    Raises:
        InvalidError: The patterns contradict each other.
    """

    def __init__(self, store: Store, day: str) -> None:
        self.store = store
        self.day = day
        self._known: dict[str, list[Answer]] = {}
        self.grammar = compiled_patterns(store.reader)
        self.places = listed_places()
        self.composer = Composer(self.grammar)

    def forget(self) -> None:
        """Forget the entries that were read: one of them may be another now."""
        self._known.clear()

    def parser(self, text: str, *, former: bool = False) -> Parser:
        """Return a parser of a text; of one of the past, places of the past are read in it as those of today."""
        lang = language_of(text)
        atoms = atoms_of(text, lang)
        windows = [atoms[at : at + _LONGEST_NAME] for at in range(len(atoms))]
        sizes = self.store.reader.names_opening_each(
            windows if len(atoms) <= LONGEST else (), "" if lang == "zh" else " "
        )
        listed = {at: found for at, found in enumerate(sizes) if found}
        return self.parse_atoms(lang, atoms, listed, former=former)

    @cached_property
    def needed(self) -> frozenset[str]:
        """The English words of which every composed name holds one."""
        return needed_atoms(self.grammar, "en", _IN_TEXTS)

    @cached_property
    def spellings(self) -> Spellings:
        """The bodies of places by their pinyin."""
        from glossary.patterns.spelled import Spellings

        return Spellings(self.grammar)

    @cached_property
    def _endings(self) -> Endings:
        return Endings(self.grammar, "zh", _IN_TEXTS)

    def ends(self, chars: str) -> list[int]:
        """Return the places of a Chinese text behind which a composed name may end that does not end in an entry's."""
        return self._endings.ends(chars)

    def may_begin(self, chars: str, at: int) -> bool:
        """Return whether a composed name may begin at a place of a Chinese text; true too often."""
        openings = self.grammar.side("zh").openings_in_texts
        found = openings.of_atoms(chars[at], chars[at + 1 : at + 2])
        return self.places.may_begin("zh", chars, at) or not found.isdisjoint(_IN_TEXTS)

    def is_place(self, word: str) -> bool:
        """Return whether a word, in its compared form, begins a Chinese place's name."""
        return self.places.may_begin("en", (word,), 0)

    def parse_atoms(
        self,
        lang: str,
        atoms: Sequence[str],
        listed: Mapping[int, Sequence[int]],
        *,
        former: bool = False,
    ) -> Parser:
        """Return a parser of a stretch of text, of which it is said where names of the glossary begin, and how long they are."""

        def entries(lang: str, atoms: Sequence[str], at: int) -> Iterator[tuple[int, Answer]]:
            return self._entries(lang, atoms, at, listed.get(at, ()))

        return Parser(self.grammar, self.places, entries, lang, atoms, former=former, begun=listed)

    def with_entry(self, parser: Parser, begin: int, end: int, answer: Answer) -> Parser:
        """Return a parser of the same name to which one stretch of it is a name of an entry."""

        def entries(lang: str, atoms: Sequence[str], at: int) -> Iterator[tuple[int, Answer]]:
            if at == begin:
                yield end, answer

        atoms = parser.atoms
        return Parser(self.grammar, self.places, entries, parser.lang, atoms, begun=(begin,))

    def read(self, text: str, day: str = "") -> list[Reading]:
        """Return the readings of a name, the likeliest first; one for each place and each pair of names.

        Args:
            text: The name.
            day: A day on which all that it is made of has to have been in use; any by default.
        """
        _parser, nodes = self._parsed(text, former=bool(day))
        return self._sorted_out(nodes, text, day)

    def read_or_why(self, text: str) -> tuple[list[Reading], str]:
        """Return the readings of a name as ``read`` does, and where there are none why, or an empty text where nothing near it is known."""
        parser, nodes = self._parsed(text)
        readings = self._sorted_out(nodes, text, "")
        return readings, "" if readings else self._reason(text, "", parser, nodes)

    def _sorted_out(self, nodes: Iterable[Node], text: str, day: str) -> list[Reading]:
        """The likeliest of a name's readings, and each but once."""
        lang = language_of(text)
        kept: list[Reading] = []
        best: dict[str, float] = {}
        costs = {
            node: node.cost + OUT_OF_USE * (not day and ended(node, self.day))
            for node in nodes
            if held(days_of(node), day)
            and not year_to_come(node, self.day)
            and not in_its_year(node)
            and keeps_plus(node, text)
        }
        for node in sorted(costs, key=costs.__getitem__):
            code = node.place.code if node.place else ""
            # Another place is another body; another wording for the same one has to be about as likely.
            limit = best.setdefault(code, costs[node]) + _MARGIN
            if node.is_listed or costs[node] > limit:
                continue
            reading = Reading(node, self)
            if lang == "zh" and not reading.joins_as(text):
                continue
            if not any(reading.same_as(other) for other in kept):
                kept.append(reading)
            if len(kept) == _MOST_ANSWERS:
                break
        if lang == "zh":
            kept = [reading for reading in kept if reading.is_bracketed_as(text)] or kept
        for reading in kept:
            guessed = reading.rests_on_a_guess or (lang == "zh" and reading.may_be_anothers(text))
            if lang == "en" and not guessed:
                guessed = reading.is_open or any(reading.rivals(other) for other in kept)
            if guessed:
                reading.evidence = Evidence.RECONSTRUCTED
        return kept

    def _parsed(self, text: str, *, former: bool = False) -> tuple[Parser, list[Node]]:
        """A parser that has read a name, and what it read."""
        parser = self.parser(text, former=former)
        nodes = parser.whole(_SYMBOLS) or [
            node for node in parser.whole(("place",)) if not is_word(node)
        ]
        for form, symbols in reordered(text) if parser.lang == "en" and not nodes else ():
            nodes = nodes or self.parser(form, former=former).whole(symbols)
        return parser, nodes

    def answers(self, text: str, day: str, filters: Filters = NO_FILTERS) -> tuple[Answer, ...]:
        """Return the readings of a name as answers.

        Args:
            text: The name.
            day: The day the answers hold for.
            filters: What answers are limited to; one with a day leaves out what was not in use then.
        """
        return self._as_answers(self.read(text, filters.day), text, day, filters)

    def composed(
        self, text: str, day: str, filters: Filters = NO_FILTERS
    ) -> tuple[tuple[Answer, ...], str]:
        """Return the readings of a name as answers, and why none of them is one to answer with; arguments as of ``answers``.

        The reason is empty where the first is.
        """
        in_use = filters.day
        parsed = self._parsed(text, former=bool(in_use))
        readings = self._sorted_out(parsed[1], text, in_use)
        answers = self._as_answers(readings, text, day, filters)
        if not answers:
            return (), self._reason(text, in_use, *(self._parsed(text) if in_use else parsed))
        word = open_word(readings) if language_of(text) == "en" else None
        return answers, word.said if word else ""

    def answers_of(
        self, nodes: Iterable[Node], text: str, day: str, filters: Filters
    ) -> tuple[Answer, ...]:
        """Return what was read of a name already, in a running text, as answers; arguments as of ``answers``."""
        readings = self._sorted_out(nodes, text, filters.day)
        return self._as_answers(readings, text, day, filters)

    def _as_answers(
        self, readings: Iterable[Reading], text: str, day: str, filters: Filters
    ) -> tuple[Answer, ...]:
        found = (self._answer(text, reading, day) for reading in readings)
        return tuple(
            each for each in found if filters.let_through(each.entry, each.review, each.name)
        )

    def _reason(self, text: str, day: str, parser: Parser, read: Sequence[Node]) -> str:
        nodes = [node for node in read if not node.is_listed]
        if nodes:
            han = language_of(text) == "zh"
            write = self.composer.chinese if han else self.composer.english
            year = year_to_come(nodes[0], self.day)
            if year:
                return spoken(N_("{year} is too far ahead for such a paper"), year=year)
            if han and not Reading(nodes[0], self).joins_as(text):
                return spoken(N_("what its marks part is not read as several things"))
            return why_never(nodes[0], day or in_its_year(nodes[0]), write, _followed)
        reason, place = why_not(parser, text, _SYMBOLS)
        if place:
            from glossary.language.places import find_place

            if any(found.code.startswith(APART) for found in find_place(place)):
                return spoken(N_("bodies of {place} have names of their own"), place=place)
        return reason

    def frame(self, text: str) -> tuple[str, str] | None:
        """Return the Chinese and English of a title a part of which is open, that in 〔 〕.

        What is unknown is left there as it is; of a word that is read in several ways all are given.
        """
        word = open_word(self.read(text)) if language_of(text) == "en" else None
        if word is not None:
            return word.frame
        parser = self.parser(text)
        title = framed(parser, text, _SYMBOLS)
        if title is None:
            return None
        for node in title.walk():
            if unknown_topic(node):
                node.value = f"〔{as_written(node.value, text, parser.lang)}〕"
        return self.composer.chinese(title), self.composer.english(title)

    def _answer(self, text: str, reading: Reading, day: str) -> Answer:
        entry = composed_entry(text, reading)
        asked = " ".join(text.split())
        name = next((name for name in entry.names if name.text == asked), None)
        if name is None:
            han = language_of(text) == "zh"
            name = next(name for name in entry.names if name.is_chinese is han)
        return Answer(
            entry=entry,
            state=Review.PROPOSED,
            name=name,
            day=day,
            derivation=derivation_lines(reading.tree),
        )

    def _entries(
        self, lang: str, atoms: Sequence[str], at: int, sizes: Iterable[int]
    ) -> Iterator[tuple[int, Answer]]:
        """The approved entries that bear names of some sizes at a position, with the names that go with those."""
        joiner = "" if lang == "zh" else " "
        for size in sizes:
            if at + size > len(atoms):
                continue
            key = joiner.join(atoms[at : at + size])
            answers = self._known.get(key)  # another thread may forget them at any moment
            if answers is None:
                answers = self._known[key] = self._answers_by(key)
            yield from ((at + size, answer) for answer in answers)

    def _answers_by(self, key: str) -> list[Answer]:
        """Bodies approved, or seen under both names, documents and events, that bear a name: laws wait for an official English long."""
        rows = self.store.reader.names_by("exact", key, Filters(), 4)
        listed = self.store.reader.listed([row[1] for row in rows])
        found = []
        for row in rows:
            entry, state = listed[row[1]].entry, Review(listed[row[1]].review)
            answer = Answer(entry=entry, state=state, name=entry.names[row[2]], day=self.day)
            fits = entry.kind in (Kind.DOCUMENT, Kind.EVENT) or (
                entry.kind in (Kind.BODY, Kind.TERM, Kind.PROGRAMME)
                and (state is Review.APPROVED or Evidence(answer.evidence).needs_source)
            )
            if fits and answer.english and answer.chinese:
                found.append(answer)
        return found


def composed_entry(asked: str, reading: Reading) -> Entry:
    """Return the entry that a reading would be, with its renderings; its names are composed, or one of them only guessed."""
    start, end = reading.days
    asked = " ".join(asked.split())
    chinese = reading.chinese
    if reading.node.symbol == "title" and language_of(asked) == "zh":
        # What a title is called is never another than it was asked for: no 《》, no name in full for a short one.
        chinese = convert(asked, "zh-Hans") if script_of(asked) == "zh-Hant" else asked
    texts = [(reading.english, "en"), (chinese, "zh-Hans")]
    names = [
        Name(
            text=text,
            lang=lang,
            usage=Usage.PREFERRED,
            evidence=reading.evidence if lang == "zh-Hans" else Evidence.COMPOSED,
            start=start,
            end=end,
        )
        for text, lang in texts
    ]
    if language_of(asked) == "en" and asked not in (reading.english, reading.chinese):
        names.append(
            Name(
                text=asked,
                lang="en",
                type=NameType.VARIANT,
                evidence=Evidence.COMPOSED,
                start=start,
                end=end,
            )
        )
    kind = _KINDS.get(reading.node.symbol, Kind.BODY)
    place = reading.node.place
    body = None
    if kind is Kind.BODY and place is not None:
        body = BodyFacts(level=Level(place.level), place=place.code, dissolved=end)
    return render_entry(Entry(id=slug(reading.english), kind=kind, names=tuple(names), body=body))


def _followed(node: Node) -> str:
    """What took the place of a part that was given up, in Chinese; nothing where that is not known."""
    from glossary.language.places import by_code, find_place

    if not node.chain:
        return "、".join(node.feature(NOW))
    gone = node.chain[-1]
    for place in find_place(gone.zh):
        if (place.code, place.end) == (gone.code, gone.end):
            names = [heir.zh for heir in map(by_code, place.into) if heir]
            return "、".join(name for name in names if name != gone.zh)
    return ""
