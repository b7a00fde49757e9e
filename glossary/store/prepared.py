"""An entry with everything derived from it, ready to insert: renderings, keys, weights.

Preparing costs most of an import; the seeds are prepared once, when the package is built, and kept as one JSON
list a line. ``from_line(to_line(prepared))`` is the same.
"""

from __future__ import annotations

import json
from operator import attrgetter

from glossary.language.document_numbers import number_keys
from glossary.language.keys import name_keys
from glossary.language.pinyin import syllables
from glossary.language.renderings import render_entry
from glossary.model.dates import FIRST, LAST
from glossary.model.entries import Entry
from glossary.model.names import Name, NameType, Usage
from glossary.model.records import to_record
from glossary.model.tags import PINYIN
from glossary.model.values import dataclass
from glossary.store.seeking import PATTERN_KEY
from glossary.store.standing import standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "Prepared",
    "addition",
    "as_row",
    "dump",
    "from_line",
    "from_row",
    "name_row",
    "prepare",
    "review_weight",
    "to_line",
]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_USAGES = tuple(Usage)
_TYPES = tuple(NameType)
_REVIEWS = ("approved", "proposed", "rejected", "retired")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of one entry.

    Attributes:
        id: The entry's id.
        kind: Its kind.
        review: Its review.
        level: Level of a body, or ``None``.
        place: Place code of a body, or ``None``.
        evidence: That of its weakest preferred English or Chinese name.
        content: The record, generated renderings included, as JSON.
        names: For each name: ord, lang, weight without review, the six keys, words, first day, last day.
        relations: For each: ord, type, target, first day, last day.
        collections: Its collections.
        numbers: What a document's number is found by.
    """

    id: str
    kind: str
    review: str
    level: str | None
    place: str | None
    evidence: str
    content: str
    names: tuple[tuple[object, ...], ...]
    relations: tuple[tuple[object, ...], ...]
    collections: tuple[str, ...]
    numbers: tuple[str, ...]


def dump(value: object) -> str:
    """Return a value as compact JSON, Chinese left readable.

    >>> dump({"a": "部"})
    '{"a":"部"}'
    """
    return _ENCODER.encode(value)


def addition(item: Prepared, seed: str | None = None) -> str:
    """Return the changes of an event that adds an entry, as ``events.changes_json`` would write them.

    >>> addition(Prepared("a", "term", "proposed", None, None, "unsourced", "{}", (), (), (), ()))
    '[["entries","a",null,{"content":{},"review":"proposed"}]]'
    """
    tail = f',"seed":"{seed}"' if seed else ""
    return f'[["entries",{dump(item.id)},null,{{"content":{item.content},"review":"{item.review}"{tail}}}]]'


def review_weight(review: str) -> int:
    """Return what a review adds to the weight of every name of an entry.

    >>> review_weight("approved"), review_weight("retired")
    (0, 3000)
    """
    return 1000 * _REVIEWS.index(review)


def prepare(entry: Entry, review: str = "proposed", *, render: bool = True) -> Prepared:
    """Render an entry and make its rows.

    Args:
        entry: A valid entry.
        review: Its review.
        render: Make generated renderings anew; else keep what the entry holds, as a replay must.
    Returns:
        The rows; the content holds the renderings.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "国家安全部", "lang": "zh-Hans", "evidence": "unsourced"}]})
    >>> prepare(entry).names[0][3]
    '国家安全部'
    """
    if render:
        entry = render_entry(entry)
    stand = standing(entry)
    return Prepared(
        id=entry.id,
        kind=entry.kind.value,
        review=review,
        level=entry.body.level.value if entry.body and entry.body.level else None,
        place=(entry.body.place or None) if entry.body else None,
        evidence=_evidence(entry),
        content=dump(to_record(entry)),
        names=tuple(
            (_pattern_row if entry.pattern else name_row)(at, name, entry.days_of(name), stand)
            for at, name in enumerate(entry.names)
        ),
        relations=tuple(
            (at, relation.type.value, relation.target, *relation.days)
            for at, relation in enumerate(entry.relations)
        ),
        collections=tuple(dict.fromkeys(entry.collections)),
        numbers=number_keys(entry.document.number) if entry.document else (),
    )


def _evidence(entry: Entry) -> str:
    """How the weakest preferred English or Chinese name is known; of any name where none is preferred."""
    preferred = [
        name
        for name in entry.names
        if name.usage is Usage.PREFERRED and (name.is_english or name.is_chinese)
    ]
    return max(
        (name.evidence for name in preferred or entry.names), key=lambda each: each.rank
    ).value


def _weight(name: Name, stand: int) -> int:
    return stand + 20 * _USAGES.index(name.usage) + _TYPES.index(name.type)


def _pattern_row(at: int, name: Name, days: tuple[str, str], stand: int) -> tuple[object, ...]:
    keys = (PATTERN_KEY + name.text, None, None, None, None, None, "")
    return (at, name.lang, _weight(name, stand), *keys, *_bounds(days))


def _bounds(days: tuple[str, str]) -> tuple[str | None, str | None]:
    """First and last day, nothing where time is open."""
    first, last = days
    return (first if first != FIRST else None), (last if last != LAST else None)


def name_row(at: int, name: Name, days: tuple[str, str], stand: int = 10) -> tuple[object, ...]:
    """Return what ``Prepared.names`` holds of one name.

    Args:
        at: Its place among the names of the entry.
        name: The name, with its renderings.
        days: First and last day it was in use.
        stand: What its entry adds to its weight.

    >>> from glossary.model.names import Evidence
    >>> name = Name(text="Office of A", lang="en", start="1998", evidence=Evidence.UNSOURCED)
    >>> name_row(0, name, name.days)[:5], name_row(0, name, name.days)[-3:]
    ((0, 'en', 30, 'office of a', 'a office'), ('office a', '1998-01-01', None))
    """
    rendering = name.rendering(PINYIN)
    keys = name_keys(
        name.text,
        name.lang,
        rendering.text if rendering else "",
        syllables(name.text) if name.is_chinese else (),
    )

    def unless(text: str, same: str) -> str | None:
        return text if text and text != same else None

    return (
        at,
        name.lang,
        _weight(name, stand),
        keys.exact,
        unless(keys.turned, keys.exact),
        keys.pinyin or None,
        unless(keys.pinyin_bare, keys.pinyin),
        keys.initials or None,
        unless(keys.initials_bare, keys.initials),
        keys.words,
        *_bounds(days),
    )


_row_of = attrgetter(*Prepared.__match_args__)


def as_row(prepared: Prepared) -> tuple[object, ...]:
    """Return prepared rows as one tuple of texts, numbers and tuples, for a file that only this process reads.

    >>> as_row(Prepared("a", "term", "proposed", None, None, "unsourced", "{}", (), (), (), ()))[:3]
    ('a', 'term', 'proposed')
    """
    row: tuple[object, ...] = _row_of(prepared)
    return row


def from_row(row: tuple[Any, ...]) -> Prepared:
    """Return what ``as_row`` made a tuple of.

    >>> prepared = Prepared("a", "term", "proposed", None, None, "unsourced", "{}", ((0, "en"),), (), ("x",), ())
    >>> from_row(as_row(prepared)) == prepared
    True
    """
    return Prepared(*row)


def to_line(prepared: Prepared) -> str:
    """Return prepared rows as one line of JSON, without its end.

    >>> len(to_line(Prepared("a", "term", "proposed", None, None, "unsourced", "{}", (), (), (), ())))
    62
    """
    return dump(as_row(prepared))


def from_line(line: str) -> Prepared:
    """Return what ``to_line`` wrote.

    Raises:
        ValueError: The line is not one of ours.

    >>> prepared = Prepared("a", "term", "proposed", None, None, "unsourced", "{}", ((0, "en"),), (), ("x",), ())
    >>> from_line(to_line(prepared)) == prepared
    True
    """
    values = json.loads(line)
    if not isinstance(values, list) or len(values) != len(Prepared.__match_args__):
        raise ValueError("not a prepared entry")
    *plain, names, relations, collections, numbers = values
    rows = [tuple(map(tuple, part)) for part in (names, relations)]
    return Prepared(*plain, *rows, *map(tuple, (collections, numbers)))
