"""Merging two entries that are one: the names come together, a redirect stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from glossary.editing.proposals import (
    Outcome,
    find_entry,
    get_proposal,
    proposal_change,
    proposal_row,
    propose,
)
from glossary.editing.relations import check_changed
from glossary.editing.rules import four_eyes
from glossary.errors import ConflictError, InvalidError
from glossary.i18n import _
from glossary.model.dates import spans_overlap
from glossary.model.events import SAME_AS, Action, RowChange
from glossary.model.names import Name, NameType, Usage
from glossary.model.pairs import without_lone_pairs
from glossary.model.records import to_record
from glossary.store.filters import SERVED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.entries import Entry
    from glossary.store.database import Store
    from glossary.store.reading import Listed

__all__ = ["join_entries", "merge", "merge_changes"]


def join_entries(kept: Entry, gone: Entry) -> Entry:
    """Return the entry two become: the kept one, with what only the other has.

    The other's preferred names are admitted where the kept one has a preferred name of the tag and time, and full
    ones aliases; labels of its pairs are told apart; relations to either of the two go.

    Raises:
        InvalidError: The kinds differ.

    >>> from glossary.model.records import from_record
    >>> one = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "A", "lang": "en", "usage": "preferred", "evidence": "unsourced"}]})
    >>> two = from_record({"id": "b", "kind": "body", "names": [
    ...     {"text": "B", "lang": "en", "usage": "preferred", "evidence": "unsourced"}]})
    >>> [(name.text, name.usage.value, name.type.value) for name in join_entries(one, two).names]
    [('A', 'preferred', 'full'), ('B', 'admitted', 'alias')]
    """
    if kept.kind is not gone.kind:
        raise InvalidError(
            _("{gone} is a {gone_kind} and {kept} a {kept_kind}").format(
                gone=gone.id, gone_kind=gone.kind.value, kept=kept.id, kept_kind=kept.kind.value
            ),
            fix=_("Only like is merged with like."),
        )
    names = list(kept.names)
    pairs = {name.pair for name in kept.names if name.pair}
    for name in gone.names:
        if all((name.text, name.lang) != (other.text, other.lang) for other in names):
            names.append(_fitted(name, kept.names, pairs))
    both = {kept.id, gone.id}
    relations = [relation for relation in kept.relations if relation.target not in both]
    known = {(relation.type, relation.target, relation.start) for relation in relations}
    relations += [
        relation
        for relation in gone.relations
        if relation.target not in both
        and (relation.type, relation.target, relation.start) not in known
    ]
    return replace(
        kept,
        names=without_lone_pairs(names),
        relations=tuple(relations),
        definitions=kept.definitions or gone.definitions,
        notes=(*kept.notes, *(note for note in gone.notes if note not in kept.notes)),
        domains=tuple(dict.fromkeys((*kept.domains, *gone.domains))),
        collections=tuple(dict.fromkeys((*kept.collections, *gone.collections))),
        body=kept.body or gone.body,
        document=kept.document or gone.document,
        extra=(*kept.extra, *(each for each in gone.extra if each not in kept.extra)),
    )


def _fitted(name: Name, names: tuple[Name, ...], pairs: set[str]) -> Name:
    rivals = [
        other
        for other in names
        if other.usage is Usage.PREFERRED
        and other.lang == name.lang
        and spans_overlap(other.days, name.days)
    ]
    if name.usage is Usage.PREFERRED and rivals:
        kind = NameType.ALIAS if name.type is NameType.FULL else name.type
        name = replace(name, usage=Usage.ADMITTED, type=kind)
    if name.pair in pairs:
        name = replace(name, pair=f"{name.pair}-2")
    return name


def merge_changes(store: Store, gone_id: str, kept_id: str) -> list[RowChange]:
    """Return the rows that merging one entry into another changes.

    Proposals for the entry that goes are closed, its comments move, redirects to it lead on.

    Raises:
        InvalidError: It would be merged into itself, or the kinds differ.
        NotFoundError, ConflictError: One of them is not there, was merged away, rejected or retired; or a relation
            would go in a ring.
    """
    if gone_id == kept_id or store.reader.redirect(kept_id) == gone_id:
        raise InvalidError(
            _("{gone_id} cannot be merged into itself").format(gone_id=gone_id),
            field="into",
            fix=_("Name another entry."),
        )
    gone, kept = find_entry(store, gone_id), find_entry(store, kept_id)
    for each in (gone, kept):
        _check_served(each)
    joined = to_record(join_entries(kept.entry, gone.entry))
    changes = [
        RowChange(table="entries", key=gone_id, before=store.row("entries", gone_id), after=None)
    ]
    old = to_record(kept.entry)
    if joined != old:
        changes.append(
            RowChange(
                table="entries", key=kept_id, before={"content": old}, after={"content": joined}
            )
        )
    changes.append(
        RowChange(table="redirects", key=gone_id, before=None, after={"target": kept_id})
    )
    for earlier in store.reader.redirects_to(gone_id):
        changes.append(
            RowChange(
                table="redirects",
                key=earlier,
                before={"target": gone_id},
                after={"target": kept_id},
            )
        )
    for number in store.reader.proposals_on(gone_id):
        changes.append(proposal_change(number, proposal_row(get_proposal(store, number)), None))
    for event, *_rest in store.reader.comments_on(gone_id):
        row: dict[str, Any] = store.row("comments", str(event)) or {}
        changes.append(
            RowChange(table="comments", key=str(event), before=row, after={**row, "entry": kept_id})
        )
    check_changed(store.reader, changes)
    return changes


def _check_served(listed: Listed) -> None:
    """Refuse what was rejected or retired: its names would come in unasked, or the other's would be lost."""
    if listed.review in SERVED:
        return
    raise ConflictError(
        _("{id} is {review}").format(id=listed.entry.id, review=_(listed.review)),
        ids=(listed.entry.id,),
        why=_("only approved and proposed entries are merged"),
        fix=_("Undo that first: 'zhengming history {id}' shows its event.").format(
            id=listed.entry.id
        ),
    )


def merge(store: Store, gone_id: str, kept_id: str, *, by: str, why: str = "") -> Outcome:
    """Merge one entry into another; under four eyes, propose to where either is approved.

    Args:
        store: The store.
        gone_id: The entry that goes; its id leads to the other from then on.
        kept_id: The entry that stays.
        by: Who.
        why: The reason given.
    Raises:
        InvalidError: It would be merged into itself, or the kinds differ.
        NotFoundError, ConflictError: One of them is not there, was merged away, rejected or retired.
    """
    with store.writing():
        changes = merge_changes(store, gone_id, kept_id)
        reviews = {find_entry(store, each).review for each in (gone_id, kept_id)}
        if four_eyes(store) and "approved" in reviews:
            base = find_entry(store, gone_id).revision
            return propose(
                store, Action.MERGE, gone_id, {"into": kept_id}, base=base, by=by, why=why
            )
        event = store.record(Action.MERGE, by, gone_id, why or SAME_AS.format(id=kept_id), changes)
    return Outcome(event=event, entry=kept_id, done="merged")
