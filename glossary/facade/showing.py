"""One entry in full: what stands in it, what leads to it, and what the glossary as a whole holds."""

from __future__ import annotations

from glossary.errors import NotFoundError, excerpt
from glossary.facade.lineage import Step, predecessors, successors
from glossary.i18n import _
from glossary.model.counterparts import is_english, last_name_day, preferred_name
from glossary.model.dates import FIRST, LAST, last_day, parse_date
from glossary.model.pairs import entry_on
from glossary.model.records import to_record
from glossary.model.relations import RelationType
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from glossary.facade.questions import Questions
    from glossary.model.entries import Entry
    from glossary.model.relations import Relation
    from glossary.store.reading import Listed, Reader

__all__ = ["Link", "Shown", "links_of", "show"]

_BACKWARD = {
    RelationType.PART_OF: "has-part",
    RelationType.MANAGED_BY: "manages",
    RelationType.SUCCESSOR_OF: "succeeded-by",
    RelationType.NAMEPLATE_OF: "has-nameplate",
    RelationType.ISSUED_BY: "issued",
    RelationType.AMENDS: "amended-by",
}
"""What a relation is called from its target; the others are the same both ways."""
_TOGETHER = (
    *(RelationType.PART_OF, RelationType.MANAGED_BY, RelationType.NAMEPLATE_OF),
    RelationType.CO_LOCATED_WITH,
)
"""Relations that hold only while both ends are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation as seen from one entry.

    Attributes:
        type: The relation's name in this direction: ``successor-of`` or ``succeeded-by``.
        id: The entry at the other end.
        english: Its preferred English, where known.
        chinese: Its preferred Chinese, where known.
        relation: The relation itself, dates, instrument and sources in it.
        backward: Whether it stands in the other entry.
    """

    type: str
    id: str
    english: str | None
    chinese: str | None
    relation: Relation
    backward: bool

    def to_record(self) -> dict[str, Any]:
        """Return the link as a mapping for JSON."""
        record = {"type": self.type, "id": self.id, "en": self.english, "zh-Hans": self.chinese}
        for key, value in (
            ("from", self.relation.start),
            ("to", self.relation.end),
            ("instrument", self.relation.instrument),
            ("note", self.relation.note),
        ):
            if value:
                record[key] = value
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said of an entry, and when."""

    event: int
    by: str
    at: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One entry in full.

    Attributes:
        entry: The entry, names and relations of the day only where one was asked for.
        review: Where it stands in review.
        revision: Number of the event that last changed it.
        links: Its relations in both directions.
        comments: What was said of it, in order.
        redirected_from: The id asked for, where that entry was merged into this one; else empty.
        predecessors: The successions that led to it, nearest first.
        successors: What became of it, nearest first.
        day: The day asked for, empty for all time.
    """

    entry: Entry
    review: str
    revision: int
    links: tuple[Link, ...]
    comments: tuple[Comment, ...]
    predecessors: tuple[Step, ...] = ()
    successors: tuple[Step, ...] = ()
    redirected_from: str = ""
    day: str = ""

    def to_record(self) -> dict[str, Any]:
        """Return all of it as one JSON object: the entry's record, review, revision and links."""
        record = to_record(self.entry)
        record["review"] = self.review
        record["revision"] = self.revision
        record["links"] = [link.to_record() for link in self.links]
        record["predecessors"] = [step.to_record() for step in self.predecessors]
        record["successors"] = [step.to_record() for step in self.successors]
        if self.comments:
            record["comments"] = [
                {"event": each.event, "by": each.by, "at": each.at, "text": each.text}
                for each in self.comments
            ]
        if self.redirected_from:
            record["redirected_from"] = self.redirected_from
        return record


def show(glossary: Questions, id_or_name: str, as_of: str = "") -> Shown:
    """Return one entry in full; ``Glossary.get`` says what is returned and raised."""
    reader = glossary.store.reader
    day = last_day(parse_date(as_of, "as-of")) if as_of else ""
    with glossary.store.reading():
        found = reader.get(id_or_name)
        redirected = ""
        while found is None and reader.redirect(redirected or id_or_name):
            redirected = reader.redirect(redirected or id_or_name)
            found = reader.get(redirected)
        if found is None:
            found = _by_name(glossary, id_or_name, as_of)
        if day and not found.entry.names_on(day):
            raise _not_yet(found.entry, as_of)
        entry = entry_on(found.entry, day) if day else found.entry
        comments = tuple(
            Comment(event=event, by=by, at=at, text=text)
            for event, by, at, text in reader.comments_on(entry.id)
        )
        return Shown(
            entry=entry,
            review=found.review,
            revision=found.revision,
            links=links_of(glossary, found.entry, day),
            comments=comments,
            predecessors=predecessors(reader, entry.id),
            successors=successors(reader, entry.id),
            redirected_from=id_or_name if redirected else "",
            day=day,
        )


def _not_yet(entry: Entry, as_of: str) -> NotFoundError:
    """The error for an entry of another time, with the days it lasted."""
    first, last = entry.days
    names = [entry.days_of(name) for name in entry.names]
    first = max(first, min(days[0] for days in names))
    last = min(last, max(days[1] for days in names))
    return NotFoundError(
        _("{id} had no name in {as_of}").format(id=entry.id, as_of=as_of),
        nearest=(entry.id,),
        why=_("its names are of {first} to {last}").format(
            first=first if first != FIRST else "…", last=last if last != LAST else "…"
        ),
        fix=_("Ask for another date, or leave it out."),
    )


def _by_name(glossary: Questions, name: str, as_of: str) -> Listed:
    answers = glossary.lookup(name, as_of=as_of, status="all")
    ids = list(dict.fromkeys(answer.id for answer in answers if not answer.derivation))
    if len(ids) > 1 and answers[0].review == "approved":
        current = [answer.id for answer in answers if answer.name.type.value != "former"]
        ids = list(dict.fromkeys(current)) or ids
    if len(ids) == 1:
        found = glossary.store.reader.get(ids[0])
        if found is not None:
            return found
    if ids:
        raise NotFoundError(
            _("{count} entries are called {name!r}").format(count=len(ids), name=excerpt(name)),
            nearest=ids,
            several=True,
            fix=_("Name one: {ids}.").format(ids=", ".join(ids)),
        )
    nearest = [each.id for each in answers.near]
    fix = (
        _("Did you mean {nearest}?").format(nearest=", ".join(nearest[:3]))
        if nearest
        else _("Search for a part of it with 'zhengming find'.")
    )
    raise NotFoundError(
        _("no entry has the id or the name {name!r}").format(name=excerpt(name)),
        nearest=nearest,
        fix=fix,
    )


def links_of(
    glossary: Questions, entry: Entry, day: str = "", types: Sequence[str] = ()
) -> tuple[Link, ...]:
    """Return the relations of an entry, from both sides.

    Args:
        glossary: The glossary.
        entry: The entry.
        day: Only those valid then.
        types: Only those of these types, as a relation writes them; a body may have hundreds of others. By default all.
    """
    reader = glossary.store.reader
    ends: list[tuple[str, str, Relation, bool]] = [
        (relation.type.value, relation.target, relation, False)
        for relation in entry.relations
        if not types or relation.type.value in types
    ]
    for source, at in reader.relations_to(entry.id, types):
        listed = reader.get(source)
        if listed is not None and listed.review in ("approved", "proposed"):
            relation = listed.entry.relations[at]
            ends.append((_BACKWARD.get(relation.type, relation.type.value), source, relation, True))
    links = []
    for kind, other, relation, backward in ends:
        if day and not relation.is_valid_on(day):
            continue
        if day and relation.type in _TOGETHER and not _is_there(reader, other, day):
            continue
        english, chinese = _names_of(glossary, other, day)
        links.append(
            Link(
                type=kind,
                id=other,
                english=english,
                chinese=chinese,
                relation=relation,
                backward=backward,
            )
        )
    return tuple(links)


def _is_there(reader: Reader, entry_id: str, day: str) -> bool:
    """Whether the entry at the other end was there on a day, as far as is known."""
    listed = reader.get(entry_id) or reader.get(reader.redirect(entry_id))
    if listed is None:
        return True
    first, last = listed.entry.days
    return first <= day <= last


def _names_of(glossary: Questions, entry_id: str, day: str) -> tuple[str | None, str | None]:
    from glossary.facade.questions import today

    reader = glossary.store.reader
    listed = reader.get(entry_id) or reader.get(reader.redirect(entry_id))
    if listed is None:
        return None, None
    then = last_name_day(listed.entry, day or today())
    english = preferred_name(listed.entry.names, is_english, then)
    chinese = preferred_name(listed.entry.names, lambda name: name.is_chinese, then)
    return (english.text if english else None), (chinese.text if chinese else None)


def info(glossary: Questions) -> dict[str, Any]:
    """Return what the glossary holds; ``Glossary.info`` names the parts."""
    import os
    import sqlite3

    from glossary.store.schema import INDEX_VERSION, SCHEMA_VERSION
    from glossary.version import __version__

    reader = glossary.store.reader
    with glossary.store.reading():
        return {
            "path": glossary.path,
            "bytes": os.path.getsize(glossary.path),
            "entries": reader.tally("entries"),
            "names": reader.tally("names"),
            "events": reader.tally("events"),
            "kinds": reader.tally_by("kind"),
            "reviews": reader.tally_by("review"),
            "schema": SCHEMA_VERSION,
            "index": reader.meta("index") or INDEX_VERSION,
            "version": __version__,
            "sqlite": sqlite3.sqlite_version,
            "read_only": glossary.store.read_only,
        }
