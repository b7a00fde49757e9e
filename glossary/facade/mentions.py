"""The names of a text, once each, with what they are called in the other language."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from glossary.model.mentions import NamedText
from glossary.text.administrations import is_spoken_of_alone
from glossary.text.mentions import find_mentions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer
    from glossary.patterns.nodes import Node
    from glossary.search.ranking import Hit
    from glossary.store.filters import Filters
    from glossary.store.reading import Listed, Reader
    from glossary.text.mentions import Mention

    Holding = Callable[[Mapping[str, tuple[Answer, ...]]], Mapping[str, tuple[Answer, ...]]]
    Answering = Callable[[Iterable[Hit], Mapping[int, Listed], str], tuple[Answer, ...]]

__all__ = ["DEFAULT_KINDS", "names_in"]

DEFAULT_KINDS = "body,document,person,programme,event"
"""Kinds of entries whose names a text is read for; positions and terms, which are words as well, and places, of which a
text is full, are asked for by their kind."""


def names_in(
    reader: Reader,
    text: str,
    filters: Filters,
    answering: Answering,
    grammar: NameGrammar | None,
    holding: Holding,
    day: str,
) -> tuple[NamedText, ...]:
    """Return the names that stand in a text, once each, in the order they are first met.

    Args:
        reader: The store.
        text: The text.
        filters: What entries and names are limited to; one with a day leaves out composed names made of what was not
            in use then.
        answering: Makes answers of hits, their entries and the text they were found in; none where they are no name there.
        grammar: Composes names no one listed; none where they are not wanted.
        holding: Gives of composed names the bodies that are held under them.
        day: The day the answers hold for.
    """
    composed = _Composed(grammar, text, day, filters)
    found = list(find_mentions(reader, text, filters, grammar))
    composed.learn((mention for mention in found if not mention.hits), holding)
    met: dict[tuple[object, ...], list[Mention]] = {}
    for mention in found:
        identity = composed.identity(mention)
        if identity:
            met.setdefault(identity, []).append(mention)
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
    named = []
    for mentions in sorted(met.values(), key=lambda each: each[0].start):
        first = mentions[0]
        line = min(bisect_right(starts, first.start), max(len(starts) - 1, 1))
        forms = dict.fromkeys(_surface(text, each) for each in mentions)
        written = next(iter(forms))
        answers = (
            answering(first.hits, first.listed, written) if first.hits else composed.answers(first)
        )
        if not answers:
            continue
        if len(answers) > 1:
            answers = tuple(sorted(answers, key=lambda each: not _is_meant(each, first, text)))
        named.append(
            NamedText(
                text=written,
                start=first.start,
                line=line,
                column=first.start - starts[line - 1] + 1,
                count=len(mentions),
                forms=tuple(forms),
                found="composed" if answers[0].derivation else "exact",
                answers=answers,
            )
        )
    return tuple(named)


def _surface(text: str, mention: Mention) -> str:
    return " ".join(text[mention.start : mention.end].split())


class _Composed:
    """The composed names of one text, each composed once."""

    def __init__(self, grammar: NameGrammar | None, text: str, day: str, filters: Filters) -> None:
        self._grammar, self._text, self._day, self._filters = grammar, text, day, filters
        self._known: dict[str, tuple[Answer, ...]] = {}

    def learn(self, mentions: Iterable[Mention], holding: Holding) -> None:
        """Compose what was read of some names, each once."""
        if self._grammar is None:
            return
        read: dict[str, Sequence[Node]] = {}
        for mention in mentions:
            read.setdefault(_surface(self._text, mention), mention.readings)
        composed = {
            written: self._grammar.answers_of(readings, written, self._day, self._filters)
            for written, readings in read.items()
        }
        for written, answers in holding(composed).items() if composed else ():
            # Of places with one name the one whose city or province the text speaks of comes first.
            self._known[written] = tuple(
                sorted(answers, key=lambda answer: not _lies_where(answer, self._text))
            )

    def answers(self, mention: Mention) -> tuple[Answer, ...]:
        """What a name is composed to."""
        return self._known.get(_surface(self._text, mention), ())

    def identity(self, mention: Mention) -> tuple[object, ...]:
        """What two mentions of one name have in common; nothing where it comes to no name alone."""
        if mention.hits:
            return tuple(sorted(mention.listed[hit.n].entry.id for hit in mention.hits))
        answers = self.answers(mention)
        return tuple(
            sorted((each.chinese or "") if each.derivation else each.id for each in answers)
        )


def _is_meant(answer: Answer, mention: Mention, text: str) -> bool:
    """Whether a body is one of Taiwan, Hong Kong or Macao, and the text speaks of that alone where its name stands."""
    return is_spoken_of_alone(answer.entry, answer.name, mention, text)


def _lies_where(answer: Answer, text: str) -> bool:
    """Whether a text names the city or province a body's place lies in."""
    from glossary.language.places import by_code

    code = answer.entry.body.place if answer.entry.body else ""
    place = by_code(code) if code else None
    while place is not None and place.parent:
        place = by_code(place.parent)
        if place and any(name in text for name in (*place.stems, place.zh, *place.zh_also)):
            return True
    return False
