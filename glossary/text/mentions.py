"""The names that stand in a text, each where it does: the longest ones, and those within them.

A name within a longer one counts where it is a name of its own there: behind *of*, where the longer one is a
document or is related to it, as a unit is to its university. *Association of Persons* in a longer association's name is
none. Where a listed and a composed name have the same extent, the listed one counts.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cached_property

from glossary.language.english import english_tokens, word_class
from glossary.language.han import has_han
from glossary.model.entries import Kind, Level
from glossary.model.names import NameType
from glossary.model.relations import RelationType
from glossary.search.ranking import Tier, ranked, scored
from glossary.text.abroad import Abroad
from glossary.text.acronyms import ExplainedAcronyms
from glossary.text.administrations import is_spoken_of
from glossary.text.composed import Begun, find_composed
from glossary.text.continuations import goes_on, is_balanced, joined_before
from glossary.text.judging import signs_behind, stands
from glossary.text.scanning import RunningText, find_names
from glossary.text.surroundings import is_of_a_place, is_of_elsewhere, says_whose
from glossary.text.turned import find_owned, find_turned

__all__ = ["Mention", "find_mentions"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import NamedTuple

    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.patterns.nodes import Node
    from glossary.search.ranking import Hit
    from glossary.store.filters import Filters
    from glossary.store.reading import Listed, Reader
    from glossary.text.composed import Composing
    from glossary.text.scanning import Found
    from glossary.text.surroundings import IsPlace

    class Mention(NamedTuple):
        """One place where a name stands.

        Attributes:
            start: Offset of its first character.
            end: Offset behind its last.
            hits: The entries that have the name, best first; none for a composed one.
            listed: Those entries, by number.
            inner: Whether it stands within a longer name.
            readings: Of a composed one, what patterns read it as.
        """

        start: int
        end: int
        hits: tuple[Hit, ...]
        listed: Mapping[int, Listed]
        inner: bool
        readings: Sequence[Node]

else:
    Mention = namedtuple("Mention", "start end hits listed inner readings")

SHORT_INNER = 4
"""A listed name at the head of a composed Chinese one is longer than this: 河北工业大学, not 中共."""

_BETWEEN_STATES = "treaty"
"""The type of documents that are no state's own."""

_WIDESPREAD = 3
"""Acronyms up to this length stand for many things."""

_ROWS = 50
_APART = (RelationType.CONFUSED_WITH, RelationType.SEE_ALSO)
"""Relations of entries that have nothing to do with each other."""

_OF = (" of ", " of the ", " for ", " by ", " by the ")


def find_mentions(
    reader: Reader, text: str, filters: Filters, composing: Composing | None = None
) -> Iterator[Mention]:
    """Yield every place where a name stands in a text, in order.

    Args:
        reader: The store.
        text: Any text.
        filters: What entries and names are limited to.
        composing: Composes names no one listed; none where they are not wanted.
    """
    running = RunningText(text)
    keyed = find_names(reader, running)
    is_place = composing.is_place if composing else _no_place
    judge = _Judge(reader, text, keyed, filters, is_place)
    listed = [run for run in keyed if judge.accepts(run)]
    there = {(run.start, run.end) for run in listed}
    for turned in (
        find_turned(reader, running, filters, judge.accepts),
        find_owned(reader, running, tuple(listed), filters, judge.accepts),
    ):
        listed += [run for run in turned if (run.start, run.end) not in there]
        there.update((run.start, run.end) for run in listed)
    begun: dict[int, Begun] = {}
    for run in listed:
        here = begun.setdefault(run.start, Begun())
        here.end = max(here.end, run.end)
        here.read_to = max(here.read_to, run.start if judge.is_document(run) else run.end)
    for run in keyed:
        if run.start in begun:
            begun[run.start].keys.append(run.key)
    composed = dict(find_composed(composing, running, begun, filters.kinds) if composing else ())
    runs = listed + [run for run in composed if (run.start, run.end) not in there]
    runs.sort(key=lambda run: (run.start, -run.end))
    around: list[Found] = []
    for run in runs:
        while around and around[-1].end <= run.start:
            around.pop()
        if around and (run.end > around[-1].end or not judge.is_own(run, around[-1])):
            continue
        hits = judge.hits(run)
        signs = signs_behind(text, run.end) if hits and not has_han(run.key) else ""
        end = run.end + len(signs)
        readings = composed.get(run, ())
        yield Mention(run.start, end, hits, judge.listed(run), bool(around), readings)
        around.append(run)


class _Judge:
    """What the keys of one text stand for, each asked for once."""

    def __init__(
        self,
        reader: Reader,
        text: str,
        runs: Sequence[Found],
        filters: Filters,
        is_place: IsPlace,
    ) -> None:
        self._reader, self._text, self._filters = reader, text, filters
        self._is_place = is_place
        self._abroad = Abroad(text, runs, is_place)
        self._known: dict[str, list[tuple[Hit, Listed]]] = {}
        self._introduced: dict[tuple[str, str], bool] = {}
        self._standing: dict[Found, dict[int, tuple[Hit, Listed]]] = {}
        self.learn(run.key for run in runs)

    @cached_property
    def _acronyms(self) -> ExplainedAcronyms:
        return ExplainedAcronyms(self._text)

    def learn(self, keys: Iterable[str]) -> None:
        """Look up what has one of several keys, all at once."""
        new = dict.fromkeys(key for key in keys if key and key not in self._known)
        rows = self._reader.names_by_each(new, self._filters, _ROWS)
        # Every name, not only the best of its entry: of two that fold alike one may stand here, one not.
        scores = {key: sorted(scored(row, Tier.EXACT) for row in rows.get(key, ())) for key in new}
        hits = {key: [hit for row in of for hit in ranked([row], 1)] for key, of in scores.items()}
        listed = self._reader.listed(hit.n for of in hits.values() for hit in of)
        for key, of in hits.items():
            self._known[key] = [(hit, listed[hit.n]) for hit in of if hit.n in listed]

    def _candidates(self, key: str) -> list[tuple[Hit, Listed]]:
        if key and key not in self._known:
            self.learn((key,))
        return self._known.get(key, [])

    def accepts(self, run: Found) -> bool:
        """Whether some name of the run's key stands there."""
        return bool(self._best(run))

    def hits(self, run: Found) -> tuple[Hit, ...]:
        """The best name of each entry that stands there."""
        return tuple(hit for hit, _listed in self._best(run).values())

    def listed(self, run: Found) -> dict[int, Listed]:
        """The entries a name of which stands there, by number."""
        return {n: listed for n, (_hit, listed) in self._best(run).items()}

    def _best(self, run: Found) -> dict[int, tuple[Hit, Listed]]:
        best = self._standing.get(run)
        if best is None:
            best = self._standing[run] = {}
            for hit, each in self._candidates(run.key):
                if hit.n not in best and self._stands(each.entry, each.entry.names[hit.ord], run):
                    best[hit.n] = hit, each
        return best

    def is_document(self, run: Found) -> bool:
        """Whether a run is the name of a document."""
        return any(each.entry.kind is Kind.DOCUMENT for _hit, each in self._best(run).values())

    def _stands(self, entry: Entry, name: Name, run: Found) -> bool:
        if not stands(name, run, self._text) or not is_balanced(self._text[run.start : run.end]):
            return False
        if not is_spoken_of(entry, name, run, self._text):
            return False
        if name.type is NameType.ACRONYM and (
            self._acronyms.is_of_another(
                name.text, (each.text for each in entry.names if each.is_english)
            )
            or (_is_of_an_institute(entry, name) and not self._is_introduced(entry, run.key))
        ):
            return False
        if _is_a_word(run.key) and not self._is_introduced(entry, run.key):
            return False
        if has_han(run.key):  # a Japanese name may have the very characters
            of_a_place = entry.kind is Kind.BODY or self._text.startswith("》", run.end)
            return not (of_a_place and is_of_a_place(run, self._text))
        if name.type is NameType.SHORT and name.is_english and self._is_joined(run):
            return False
        may_be_elsewhere = entry.kind in (Kind.BODY, Kind.DOCUMENT) and name.is_english
        return not may_be_elsewhere or not (
            self._is_of_another(entry, name, run) or goes_on(run.start, run.end, self._text)
        )

    def _is_joined(self, run: Found) -> bool:
        """Whether a name is the rest of a longer one that begins with a word and *and*, which is no name itself."""
        word = joined_before(run.start, self._text)
        return bool(word) and not self._candidates(" ".join(english_tokens(word)))

    def _is_introduced(self, entry: Entry, key: str) -> bool:
        """Whether the text holds another name of an entry than that of a key, or one of what it is part of."""
        known = self._introduced.get((entry.id, key))
        if known is None:
            wholes = {each.target for each in entry.relations if each.type is RelationType.PART_OF}
            known = self._introduced[entry.id, key] = any(
                listed.entry.id in wholes or (listed.entry.id == entry.id and other != key)
                for other, candidates in self._known.items()
                for _hit, listed in candidates
            )
        return known

    def _is_of_another(self, entry: Entry, name: Name, run: Found) -> bool:
        """Whether the words around an English name, or those before them, make it another's."""
        if says_whose(run, self._text, self._is_place):
            return False
        central = entry.body is not None and entry.body.level is Level.CENTRAL
        home = central or (entry.document is not None and entry.document.type != _BETWEEN_STATES)
        apart = entry.body.apart if entry.body else ""
        if is_of_elsewhere(
            run, self._text, self._is_place, central=central, home=home, apart=apart
        ):
            return True
        return home and self._abroad.is_meant(run, short=name.type is NameType.SHORT)

    def is_own(self, run: Found, outer: Found) -> bool:
        """Whether a name is one of its own within the shortest one that holds it."""
        inside = self._text[outer.start : run.start]
        if inside and not has_han(self._text[run.start : run.end]):
            return inside.endswith(_OF)
        if not run.key:
            return True
        if not outer.key:
            bodies = [each for _, each in self._candidates(run.key) if each.entry.kind is Kind.BODY]
            return len(run.key) > SHORT_INNER and bool(bodies)
        return any(
            _is_related(longer.entry, shorter.entry)
            for _, longer in self._candidates(outer.key)
            for _, shorter in self._candidates(run.key)
        )


def _is_a_word(key: str) -> bool:
    """Whether a name is a word of any text: 机器人, 连云港, 微博."""
    return any(key in word_class(name, "running") for name in ("words-first", "words-as-well"))


def _is_of_an_institute(entry: Entry, name: Name) -> bool:
    """Whether an acronym is short, and that of a part of an academy: ICT, BIG, ISA."""
    return (
        len(name.text) <= _WIDESPREAD
        and entry.body is not None
        and entry.body.level is Level.INSTITUTION
        and any(each.type is RelationType.PART_OF for each in entry.relations)
    )


def _is_related(longer: Entry, shorter: Entry) -> bool:
    if longer.id == shorter.id:
        return False
    if longer.kind is Kind.DOCUMENT and shorter.kind is Kind.BODY:
        return True
    return any(
        relation.target == shorter.id and relation.type not in _APART
        for relation in longer.relations
    )


def _no_place(_word: str) -> bool:
    return False
