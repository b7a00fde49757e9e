"""Entries as rows of a bilingual table: each name of one side with the names that go with it on the others."""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.formats.ledgers import Fate
from glossary.formats.options import FROM, INCLUDE, TO
from glossary.formats.selection import without_patterns
from glossary.formats.sides import Asked, Rendered, asked_names, render, weaker
from glossary.i18n import _
from glossary.model.names import Evidence, Usage
from glossary.model.tags import PINYIN, script_of_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry
    from glossary.model.names import Name

__all__ = [
    "FROM",
    "INCLUDE",
    "TO",
    "Pair",
    "guarded",
    "iter_pairs",
    "sources_line",
    "split_names",
    "split_words",
    "words_cell",
]

_WEAK = (Evidence.UNSOURCED, Evidence.COMPOSED, Evidence.RECONSTRUCTED)


class Pair(NamedTuple):
    """One row: a name and what goes with it.

    Attributes:
        entry: The entry.
        review: Where it stands in review.
        asked: The name asked by.
        found: For each other side the name that goes with it, or nothing.
        evidence: How the weakest of them is known.
        doubtful: Whether it is not approved, or without a source.
    """

    entry: Entry
    review: str
    asked: Asked
    found: tuple[Rendered | None, ...]
    evidence: Evidence
    doubtful: bool


def iter_pairs(
    entries: Iterable[tuple[Entry, str]],
    source: str,
    targets: Sequence[str],
    day: str,
    *,
    ledger: Ledger,
    include: Iterable[str] = (),
    doubtful: bool = False,
    forbidden: bool = False,
    both: bool = False,
    alone: bool = False,
) -> Iterator[Pair]:
    """Yield the rows of a table, in the order of the entries, the preferred name of each first.

    Args:
        entries: Entries with their review state.
        source: Language tag of the names asked by.
        targets: Language tags of the other sides.
        day: Today, or the day asked about.
        ledger: Where to tell what is left out.
        include: Doubts that keep no row out.
        doubtful: Whether the table can say what is doubtful, so that no row is kept out.
        forbidden: Whether it can say what is forbidden; such names of the other sides come as rows of their own.
        both: Whether names that nothing answers, and those of the first other side that answer to none, have rows too.
        alone: Whether any name of a side has a row, by itself where it goes with none; forbidden ones always by themselves.
    """
    let_in = frozenset(include)
    for entry, review in without_patterns(entries, ledger):
        used: set[int] = set()
        for asked in asked_names(entry, source, day):
            found = tuple(render(entry, asked.name, tag, day) for tag in targets)
            names = [each.name for each in found if each is not None]
            used.update(map(id, names))
            if names or not alone:
                used.add(id(asked.name))
            if not names and alone:
                continue
            if not names:
                ledger.add("names.text", Fate.DROPPED, _("it has no counterpart"))
                continue
            evidence = max((weaker(asked.name, name) for name in names), key=lambda each: each.rank)
            in_doubt = (review != "approved" and "proposed" not in let_in) or (
                evidence in _WEAK and evidence.value not in let_in
            )
            if in_doubt and not doubtful:
                why = _(
                    "not approved, or without a source: the table has no place to say so (--include)"
                )
                ledger.add("names.text", Fate.DROPPED, why)
                continue
            ledger.add("names.text", Fate.KEPT)
            yield Pair(entry, review, asked, found, evidence, in_doubt)
        if both:
            for pair in _answers_alone(entry, review, source, targets, day, used):
                ledger.add("names.text", Fate.KEPT)
                yield pair
        if alone:
            for pair in _by_themselves(entry, review, (source, *targets), used):
                ledger.add("names.text", Fate.KEPT)
                yield pair
        lone = sum(
            id(name) not in used and name.usage is not Usage.FORBIDDEN for name in entry.names
        )
        if lone:
            ledger.add(
                "names.text", Fate.DROPPED, _("it goes with no name of the other side"), lone
            )
        banned = [
            name for name in entry.names if name.usage is Usage.FORBIDDEN and id(name) not in used
        ]
        if banned and not forbidden:
            why = _("a forbidden name: the table has no place to say so")
            ledger.add("names.text", Fate.DROPPED, why, len(banned))


def _answers_alone(
    entry: Entry, review: str, source: str, targets: Sequence[str], day: str, used: set[int]
) -> Iterator[Pair]:
    """Rows of the names of the first other side that answer to no name, with what they would be asked by."""
    for answer in asked_names(entry, targets[0], day):
        if id(answer.name) in used:
            continue
        used.add(id(answer.name))
        found = render(entry, answer.name, source, day)
        asked = (
            Asked(found.name, found.text, found.generated)
            if found
            else Asked(answer.name, "", False)
        )
        pinyin = answer.name.rendering(PINYIN)
        own = Rendered(answer.name, answer.text, answer.generated, pinyin.text if pinyin else "")
        others = tuple(_beside(answer.name, tag) for tag in targets[1:])
        evidence = weaker(asked.name, answer.name)
        yield Pair(entry, review, asked, (own, *others), evidence, False)


def _beside(name: Name, tag: str) -> Rendered | None:
    """A name in another script, or what is derived from it."""
    script = script_of_tag(tag)
    if script and script_of_tag(name.lang) == script:
        return Rendered(name, name.text, False)
    rendering = name.rendering(f"zh-{script}" if script else tag)
    return Rendered(name, rendering.text, rendering.generated) if rendering else None


def _by_themselves(
    entry: Entry, review: str, sides: Sequence[str], used: set[int]
) -> Iterator[Pair]:
    """Rows of the names that stand in no row yet, each on the first side that has a place for it."""
    for name in entry.names:
        if id(name) in used:
            continue
        side = next((tag for tag in sides if _is_of(name, tag)), "")
        if not side:
            continue
        used.add(id(name))
        own = [Rendered(name, name.text, False) if tag == side else None for tag in sides]
        asked = Asked(name, name.text if own[0] else "", False)
        yield Pair(entry, review, asked, tuple(own[1:]), name.evidence, False)


def _is_of(name: Name, tag: str) -> bool:
    """Whether a name is in the language, and the script, of a side."""
    script = script_of_tag(tag)
    if script:
        return script_of_tag(name.lang) == script
    return tag != PINYIN and name.lang.partition("-")[0] == tag.partition("-")[0]


def guarded(text: str) -> str:
    """Return a name as it stands in a cell of ours, where ``|`` parts names; ``split_names`` is the other way.

    >>> guarded("A|B"), guarded("A")
    ('A\\\\|B', 'A')
    """
    return text.replace("\\", "\\\\").replace("|", "\\|") if "|" in text else text


def split_names(cell: str) -> list[str]:
    """Return the names of a cell, several by ``|``, as termbases write synonyms.

    >>> split_names("A | B"), split_names(guarded("A|B")), split_names("C:\\\\D")
    (['A', 'B'], ['A|B'], ['C:\\\\D'])
    """
    if "\\|" in cell:
        parts = re.findall(r"(?:\\.|[^|\\])+", cell)
        names = (re.sub(r"\\([|\\])", r"\1", part).strip() for part in parts)
    else:
        names = (part.strip() for part in cell.split("|"))
    return [name for name in names if name]


def words_cell(words: Iterable[str]) -> str:
    """Return words as one cell, by semicolons; ``split_words`` is the other way.

    >>> words_cell(["law", "a;b"])
    'law; a\\\\;b'
    """
    return "; ".join(word.replace("\\", "\\\\").replace(";", "\\;") for word in words)


def split_words(cell: str) -> list[str]:
    """Return the words of a cell that separates them by semicolons.

    >>> split_words(words_cell(["law", "a;b"])), split_words("法；令")
    (['law', 'a;b'], ['法', '令'])
    """
    parts = re.findall(r"(?:\\.|[^;；\\])+", cell)
    words = (re.sub(r"\\(.)", r"\1", part).strip() for part in parts)
    return [word for word in words if word]


def sources_line(names: Iterable[Name]) -> str:
    """Return the sources of names as one line, each once.

    >>> sources_line([])
    ''
    """
    from glossary.model.sources import footnote

    return "; ".join(dict.fromkeys(footnote(each) for name in names for each in name.sources))
