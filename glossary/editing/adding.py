"""Adding entries: the id, the likely duplicates, the relations that must lead somewhere."""

from __future__ import annotations

from glossary.editing.grammar import check_patterns
from glossary.editing.relations import check_relations
from glossary.errors import ConflictError, NotFoundError, excerpt
from glossary.i18n import _, local
from glossary.language.fold import signs_of
from glossary.language.han import chinese_tag
from glossary.language.keys import query_keys
from glossary.language.pinyin import pinyin
from glossary.language.renderings import render_entry
from glossary.model.entries import Entry, LocalText
from glossary.model.events import Action
from glossary.model.names import Name, NameType, Usage
from glossary.model.slugs import free_slug, slug
from glossary.model.values import dataclass, replace
from glossary.store.filters import NO_FILTERS
from glossary.store.prepared import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.model.answers import Answer
    from glossary.model.patterns import PatternFacts
    from glossary.model.sources import Source
    from glossary.store.database import Store
    from glossary.store.prepared import Prepared
    from glossary.store.reading import Reader

_ASKED = 40
"""Keys asked for in one question."""

__all__ = [
    "Added",
    "accept",
    "add",
    "derived_entry",
    "draft",
    "find_duplicates",
    "id_base",
    "make_id",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """An entry that may be the same.

    Attributes:
        id: Its id.
        name: Its name that is alike.
        equal: Whether the names are the same under folding and the kinds are one.
    """

    id: str
    name: str
    equal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding did: the entry with its renderings, the event, and what looks like it."""

    entry: Entry
    event: int
    duplicates: tuple[Duplicate, ...]


def draft(
    kind: str,
    *,
    english: Sequence[str] = (),
    chinese: Sequence[str] = (),
    others: Sequence[tuple[str, str]] = (),
    evidence: str,
    sources: Sequence[Source] = (),
    is_taken: object = None,
    pattern: PatternFacts | None = None,
) -> Entry:
    """Return a new entry from the names a person typed; the first of a language is preferred.

    Args:
        kind: Its kind.
        english: English names.
        chinese: Chinese names, in either script.
        others: Pairs of language tag and name.
        evidence: How all of them are known.
        sources: Where all of them were read.
        is_taken: Tells whether an id was given already.
        pattern: What a pattern makes, and its slots.
    Raises:
        InvalidError: A name or the names together break a rule.

    >>> entry = draft("body", english=["Ministry A"], chinese=["甲部"], evidence="unsourced")
    >>> entry.id, [name.lang for name in entry.names]
    ('ministry-a', ['en', 'zh-Hans'])
    """
    texts = (
        [("en", text) for text in english]
        + [(chinese_tag(text), text) for text in chinese]
        + list(others)
    )
    names: list[Name] = []
    for lang, text in texts:
        first = all(name.lang != lang for name in names)
        names.append(
            Name(
                text=text,
                lang=lang,
                usage=Usage.PREFERRED if first else Usage.ADMITTED,
                type=NameType.FULL if first else NameType.ALIAS,
                evidence=evidence,  # type: ignore[arg-type]
                sources=tuple(sources),
            )
        )
    taken = is_taken if callable(is_taken) else (lambda _: False)
    entry_id = make_id(names, taken)
    return Entry(id=entry_id, kind=kind, names=tuple(names), pattern=pattern)  # type: ignore[arg-type]


def accept(
    store: Store,
    name: str,
    answers: Sequence[Answer],
    reason: str,
    *,
    reading: int,
    by: str,
    why: str,
) -> Added:
    """Propose a composed answer as an entry; see ``Glossary.accept``."""
    if not 1 <= reading <= len(answers):
        raise NotFoundError(
            _("no pattern composes {name!r}").format(name=excerpt(name))
            if not answers
            else _("{name!r} has no reading {number}").format(name=excerpt(name), number=reading),
            nearest=[answer.chinese or "" for answer in answers],
            why=local(reason),
            fix=_("See what there is with 'zhengming explain'.") if answers else "",
        )
    answer = answers[reading - 1]
    entry = derived_entry(answer, store.reader.is_taken)
    return add(store, entry, by=by, why=why or answer.derivation[0])


def derived_entry(answer: Answer, is_taken: Callable[[str], bool]) -> Entry:
    """Return a composed answer as an entry with an id of its own and its derivation in a note."""
    text = "\n".join(("Composed from patterns:", *answer.derivation))  # data, whatever the language
    return replace(
        answer.entry,
        id=make_id(answer.names, is_taken),
        notes=(*answer.entry.notes, LocalText(lang="en", text=text)),
    )


def make_id(names: Iterable[Name], is_taken: object) -> str:
    """Return an id for an entry: from its preferred English, else from its pinyin.

    >>> from glossary.model.names import Evidence
    >>> make_id([Name(text="国务院", lang="zh-Hans", evidence=Evidence.UNSOURCED)], lambda _: False)
    'guowuyuan'
    """
    return free_slug(id_base(names), is_taken)  # type: ignore[arg-type]


def id_base(names: Iterable[Name]) -> str:
    """Return the name that an id is made of, in Latin letters where there is one.

    >>> from glossary.model.names import Evidence
    >>> id_base([Name(text="国务院", lang="zh-Hans", evidence=Evidence.UNSOURCED)])
    'Guówùyuàn'
    """
    ordered = sorted(names, key=lambda name: name.usage is not Usage.PREFERRED)
    english = next((name.text for name in ordered if name.is_english and slug(name.text)), "")
    chinese = next((name.text for name in ordered if name.is_chinese), "")
    return (
        english or (pinyin(chinese) if chinese else "") or next((name.text for name in ordered), "")
    )


def find_duplicates(
    reader: Reader, entry: Entry, prepared: Prepared | None = None
) -> tuple[Duplicate, ...]:
    """Return entries that share a name with this one, equal ones first.

    Equal keys count, whichever way the name is turned; scores do not. Names are equal where their signs are: C++ is no C.

    Args:
        reader: The store.
        entry: The entry.
        prepared: Its rows, where they are made already: their keys are used.
    """
    if entry.pattern is not None:  # whether it contradicts another is asked elsewhere
        return ()
    asked: list[tuple[str, str, bool]] = []
    signed: list[str] = []
    for name, (exact, turned) in zip(entry.names, _keys_of(entry, prepared), strict=True):
        asked.append(("exact", exact, False))
        if turned:
            asked.append(("turned", turned, False))
        signed += [signs_of(name.text)] * (len(asked) - len(signed))
    rows = [
        (asked[first + at][0], signed[first + at], n, place)
        for first in range(0, len(asked), _ASKED)
        for at, _longer, _name, n, place, *_rest in reader.names_at(
            asked[first : first + _ASKED], NO_FILTERS, 10
        )
    ]
    found: dict[str, Duplicate] = {}
    listed = reader.listed(n for _key, _signs, n, _place in rows)
    for key, signs, n, place in rows:
        other = listed[n].entry
        if other.id == entry.id:
            continue
        equal = (
            key == "exact"
            and other.kind is entry.kind
            and signs_of(other.names[place].text) == signs
        )
        if other.id not in found or (equal and not found[other.id].equal):
            found[other.id] = Duplicate(id=other.id, name=other.names[place].text, equal=equal)
    return tuple(sorted(found.values(), key=lambda each: not each.equal))


def _keys_of(entry: Entry, prepared: Prepared | None) -> list[tuple[str, str]]:
    """The exact and the turned key of each name."""
    if prepared is not None:
        return [(str(row[3]), str(row[4] or row[3])) for row in prepared.names]
    return [(keys.exact, keys.turned) for keys in map(query_keys, (n.text for n in entry.names))]


def add(store: Store, entry: Entry, *, by: str, why: str = "", force: bool = False) -> Added:
    """Add an entry as a proposal, with its renderings.

    Args:
        store: The store.
        entry: A valid entry with a new id.
        by: Who.
        why: The reason given.
        force: Add it although another entry of the kind has an equal name.
    Returns:
        The entry as it is now, the event and what looks like it.
    Raises:
        ConflictError: The id is taken, or an entry of the same kind has an equal name.
        NotFoundError: A relation leads nowhere.
        BusyError, StoreError: The database cannot be written.
    """
    listed = render_entry(entry)
    prepared = prepare(listed, render=False)
    with store.writing():
        reader = store.reader
        if reader.is_taken(entry.id):
            raise ConflictError(
                _("the id {id!r} is taken").format(id=entry.id),
                ids=(entry.id,),
                why=_("ids are never used again"),
                fix=_("Choose another."),
            )
        check_relations(reader, entry)
        check_patterns(reader, [entry])
        duplicates = find_duplicates(reader, entry, prepared)
        equal = [each for each in duplicates if each.equal]
        if equal and not force:
            raise ConflictError(
                _("{name!r} is there already: {id}").format(name=equal[0].name, id=equal[0].id),
                ids=[each.id for each in equal],
                fix=_("Edit that entry, or add this one all the same with --force."),
            )
        event = store.record_new(Action.ADD, by, why, prepared)
    return Added(entry=listed, event=event, duplicates=duplicates)
