"""Entries as rows of a bilingual table: each name of one side with the names that go with it on the others."""

from __future__ import annotations

from typing import NamedTuple

from glossary.formats.ledgers import Fate
from glossary.formats.locales import parse_locale
from glossary.formats.options import FROM, INCLUDE, TO
from glossary.formats.selection import Losses, without_patterns
from glossary.formats.sides import Asked, Rendered, asked_names, render, weaker
from glossary.i18n import N_, _
from glossary.model.names import Evidence, Usage
from glossary.model.tags import PINYIN, base_language, script_of_tag
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.formats.ledgers import Ledger
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Name

__all__ = [
    "FROM",
    "INCLUDE",
    "TO",
    "Pair",
    "Places",
    "banned_names",
    "by_entry",
    "is_of_side",
    "iter_pairs",
    "sides_of",
    "two_sides",
]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a table has a place for.

    Attributes:
        entry: Fields of an entry.
        asked: Fields of the name that a row asks by.
        found: Fields of the names that answer.
        noted: Fields of the name asked by that stand in the remark of its row.
        extras: Keys of what else a name holds (``Name.extra``) that have a place, the first of them that a name has.
        renderings: Tags of what is derived from a name that has a place.
        definitions: Of an entry's definitions those that have a place, where not all have or none.
        doubt: Whether it can say what is doubtful, so that no row is kept out.
        forbidden: Whether it can say what is forbidden: ``banned_names`` of the other sides, which the table adds to the rows.
        both: Whether names of the first other side that answer to none have rows too.
        alone: Whether any name of a side has a row, by itself where it goes with none; forbidden ones always by themselves.
        why: What is told of the rest, not yet translated.
    """

    entry: tuple[str, ...] = ()
    asked: tuple[str, ...] = ("text", "pair")
    found: tuple[str, ...] = ("text", "pair")
    noted: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    renderings: tuple[str, ...] = ()
    definitions: Callable[[Entry], Sequence[LocalText]] | None = None
    doubt: bool = False
    forbidden: bool = False
    both: bool = False
    alone: bool = False
    why: str = N_("a table has no place for it")


def iter_pairs(
    entries: Iterable[tuple[Entry, str]],
    source: str,
    targets: Sequence[str],
    file: Output,
    places: Places,
) -> Iterator[Pair]:
    """Yield the rows of a table, in the order of the entries, the preferred name of each first; tell what has no place in it.

    Args:
        entries: Entries with their review state.
        source: Language tag of the names asked by.
        targets: Language tags of the other sides.
        file: The table, for its day, its options and its ledger.
        places: What it has a place for.
    """
    losses = Losses(_(places.why))
    sides = (source, *targets)
    let_in = frozenset(file.options.many("include")) if file.options.knows("include") else frozenset()  # fmt: skip
    for entry, review in without_patterns(entries, file.ledger):
        used: set[int] = set()
        rows = list(_answered(entry, review, sides, file, used, alone=places.alone))
        if not places.doubt:
            rows = _without_doubts(rows, let_in, file.ledger)
        if places.both:
            rows += _answers_alone(entry, review, sides, file.day, used, alone=places.alone)
        if places.alone:
            rows += _by_themselves(entry, review, sides, used)
        rows = [pair._replace(doubtful=_is_doubtful(pair, let_in)) for pair in rows]
        yield from rows
        banned = list(banned_names(entry, targets)) if places.forbidden and rows else []
        _count(losses, entry, review, rows, banned, places)
        _tell_left_out(entry, used.union(map(id, banned)), file.ledger)
    losses.tell(file.ledger)


def _answered(
    entry: Entry,
    review: str,
    sides: Sequence[str],
    file: Output,
    used: set[int],
    *,
    alone: bool,
) -> Iterator[Pair]:
    """Rows of the names of the first side that something answers; nothing is said of doubts yet."""
    for asked in asked_names(entry, sides[0], file.day):
        found = tuple(render(entry, asked.name, tag, file.day) for tag in sides[1:])
        names = [each.name for each in found if each is not None]
        used.update(map(id, names))
        if names or not alone:
            used.add(id(asked.name))
        if names:
            evidence = max((weaker(asked.name, name) for name in names), key=lambda each: each.rank)
            yield Pair(entry, review, asked, found, evidence, False)
        elif not alone:
            file.ledger.add("names.text", Fate.DROPPED, _("it has no counterpart"))


def _is_doubtful(pair: Pair, let_in: frozenset[str]) -> bool:
    return (pair.review != "approved" and "proposed" not in let_in) or (
        not pair.evidence.needs_source and pair.evidence.value not in let_in
    )


def _without_doubts(rows: list[Pair], let_in: frozenset[str], ledger: Ledger) -> list[Pair]:
    sure = [pair for pair in rows if not _is_doubtful(pair, let_in)]
    if len(sure) < len(rows):
        why = _("not approved, or without a source: the table has no place to say so (--include)")
        ledger.add("names.text", Fate.DROPPED, why, len(rows) - len(sure))
    return sure


def banned_names(entry: Entry, tags: Sequence[str]) -> Iterator[Name]:
    """Yield the forbidden names of an entry that are of one of these sides.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "Ministry A", "lang": "en", "evidence": "unsourced"},
    ...     {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"}]})
    >>> [name.text for name in banned_names(entry, ["zh-Hans", "en"])], list(banned_names(entry, ["zh-Hans"]))
    (['A Hall'], [])
    """
    for name in entry.names:
        if name.usage is Usage.FORBIDDEN and any(is_of_side(name, tag) for tag in tags):
            yield name


def _count(
    losses: Losses,
    entry: Entry,
    review: str,
    rows: Sequence[Pair],
    banned: Sequence[Name],
    places: Places,
) -> None:
    """Count what the rows of an entry hold of it, and what they have no place for."""
    if not rows:
        return
    losses.entry(entry, review, kept=places.entry, definitions=places.definitions)
    asked = {id(pair.asked.name) for pair in rows if pair.asked.text}
    found = (each.name for pair in rows for each in pair.found if each is not None)
    named = {id(name): name for name in (*(pair.asked.name for pair in rows), *found)}
    for key, name in named.items():
        kept, noted = (places.asked, places.noted) if key in asked else (places.found, ())
        losses.name(
            name, kept=kept, noted=noted, extras=places.extras, renderings=places.renderings
        )
    for name in banned:
        losses.name(name, kept=(*places.found, "usage"), extras=places.extras)


def _tell_left_out(entry: Entry, used: set[int], ledger: Ledger) -> None:
    """Tell of names that stand in no row.

    Args:
        entry: The entry.
        used: The names that were asked by, answered or were forbidden.
        ledger: Where to tell.
    """
    left = [name for name in entry.names if id(name) not in used]
    banned = sum(name.usage is Usage.FORBIDDEN for name in left)
    if lone := len(left) - banned:
        ledger.add("names.text", Fate.DROPPED, _("it goes with no name of the other side"), lone)
    if banned:
        why = _("a forbidden name: the table has no place to say so")
        ledger.add("names.text", Fate.DROPPED, why, banned)


def _answers_alone(
    entry: Entry, review: str, sides: Sequence[str], day: str, used: set[int], *, alone: bool
) -> Iterator[Pair]:
    """Rows of the names of the first other side that answer to no name, with what they would be asked by."""
    source, first, *others = sides
    for answer in asked_names(entry, first, day):
        if id(answer.name) in used:
            continue
        found = render(entry, answer.name, source, day)
        if not found and not alone:
            continue
        used.add(id(answer.name))
        asked = (
            Asked(found.name, found.text, found.generated)
            if found
            else Asked(answer.name, "", False)
        )
        pinyin = answer.name.rendering(PINYIN)
        own = Rendered(answer.name, answer.text, answer.generated, pinyin.text if pinyin else "")
        beside = tuple(_beside(answer.name, tag) for tag in others)
        evidence = weaker(asked.name, answer.name)
        yield Pair(entry, review, asked, (own, *beside), evidence, False)


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
        side = next((tag for tag in sides if is_of_side(name, tag)), "")
        if not side:
            continue
        used.add(id(name))
        own = [Rendered(name, name.text, False) if tag == side else None for tag in sides]
        asked = Asked(name, name.text if own[0] else "", False)
        yield Pair(entry, review, asked, tuple(own[1:]), name.evidence, False)


def is_of_side(name: Name, tag: str) -> bool:
    """Return whether a name is in the language, and the script, of a side.

    >>> from glossary.model.names import Name
    >>> name = Name(text="甲", lang="zh-Hant-HK", evidence=Evidence.UNSOURCED)
    >>> is_of_side(name, "zh-Hant"), is_of_side(name, "zh-Hans"), is_of_side(name, "en")
    (True, False, False)
    """
    script = script_of_tag(tag)
    if script:
        return script_of_tag(name.lang) == script
    return tag != PINYIN and base_language(name.lang) == base_language(tag)


def by_entry(pairs: Iterator[Pair]) -> Iterator[list[Pair]]:
    """Yield the rows of each entry together.

    >>> list(by_entry(iter([])))
    []
    """
    group: list[Pair] = []
    for pair in pairs:
        if group and pair.entry is not group[0].entry:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def sides_of(file: Output) -> tuple[str, list[str]]:
    """Return the tag of the side asked by and those of the sides that answer, as the options give them."""
    options = file.options
    return parse_locale(options.text("from")).tag, [
        parse_locale(name).tag for name in dict.fromkeys(options.many("to"))
    ]


def two_sides(file: Output, name: str) -> tuple[str, str]:
    """Return the tags of the two sides of a format that holds no more.

    Args:
        file: The output, for its options.
        name: The format.
    Raises:
        InputError: More are asked for.
    """
    source, targets = sides_of(file)
    if len(targets) > 1:
        from glossary.errors import InputError

        raise InputError(
            _("{format} holds two languages, and {count} are asked for").format(
                format=name, count=len(targets) + 1
            ),
            fix=_("Give one --to, and write a file for each."),
        )
    return source, targets[0]
