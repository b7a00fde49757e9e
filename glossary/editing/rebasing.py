"""A proposal brought up to date: what it changes, done to the entry as it is now.

Three versions are held against each other, name by name and field by field: the entry when the proposal was made, the
proposal, and the entry now. What the proposal left alone is as it is now; what it changed is as it says, also where
somebody else changed the same. Nothing somebody else did elsewhere is lost.
"""

from __future__ import annotations

import json

from glossary.editing.proposals import find_entry, get_proposal, proposed_entry
from glossary.model.differences import item_keys
from glossary.model.records import from_record, to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.editing.proposals import Proposal
    from glossary.model.entries import Entry
    from glossary.store.database import Store

    Record = dict[str, Any]

__all__ = ["merge_records", "rebase"]

_LISTS = ("names", "relations", "definitions", "notes", "extra")
_FACTS = ("body", "document", "pattern")


def rebase(store: Store, number: int) -> Entry:
    """Return the entry that an edit proposes, made from the entry as it is now; nothing is stored.

    Args:
        store: The store.
        number: Number of the proposal.
    Raises:
        NotFoundError: No such proposal waits.
        InvalidError: It is no edit, or the two changes together break a rule of the model.
    """
    proposal = get_proposal(store, number)
    wanted = proposed_entry(proposal)
    listed = find_entry(store, proposal.entry)
    if listed.revision == proposal.base:
        return wanted
    base = _content_at(store, proposal)
    return from_record(merge_records(base, proposal.content, to_record(listed.entry)))


def _content_at(store: Store, proposal: Proposal) -> Record:
    """The record of the entry when the proposal was made."""
    for event in store.events(entry=proposal.entry, after=proposal.base + 1, newest=True):
        for change in event.changes:
            if (change.table, change.key) == ("entries", proposal.entry):
                content = (change.after or {}).get("content")
                if content is not None:
                    return dict(json.loads(content) if isinstance(content, str) else content)
    return {}


def merge_records(base: Record, mine: Record, theirs: Record) -> Record:
    """Return a record with what one version changed done to another.

    Args:
        base: What both began with.
        mine: The version whose changes are wanted.
        theirs: The version they are done to.

    >>> base = {"id": "a", "names": [{"text": "A", "lang": "en"}], "body": {"level": "central"}}
    >>> mine = {"id": "a", "names": [{"text": "A", "lang": "en"}, {"text": "B", "lang": "en"}]}
    >>> theirs = {"id": "a", "names": [{"text": "A", "lang": "en", "note": "x"}], "body": {"level": "central"}}
    >>> merge_records(base, mine, theirs)
    {'id': 'a', 'names': [{'text': 'A', 'lang': 'en', 'note': 'x'}, {'text': 'B', 'lang': 'en'}]}
    """
    merged = {}
    for key in dict.fromkeys([*theirs, *mine]):
        parts = (base.get(key), mine.get(key), theirs.get(key))
        if key in _LISTS:
            value: Any = _merge_lists(key, *parts)
        elif key in _FACTS:
            value = _merge_fields(*(part or {} for part in parts))
        else:
            value = _pick(*parts)
        if value not in (None, [], {}):
            merged[key] = value
    return merged


def _pick(base: Any, mine: Any, theirs: Any) -> Any:
    return theirs if mine == base else mine


def _merge_fields(base: Record, mine: Record, theirs: Record) -> Record:
    merged = {
        key: _pick(base.get(key), mine.get(key), theirs.get(key))
        for key in dict.fromkeys([*theirs, *mine])
    }
    return {key: value for key, value in merged.items() if value is not None}


def _merge_lists(
    key: str, base: list[Record] | None, mine: list[Record] | None, theirs: list[Record] | None
) -> list[Record]:
    """Items of all three by what identifies them, in their order, then those only mine has."""
    old, new, now = (item_keys(key, items or []) for items in (base, mine, theirs))
    merged = []
    for name, item in now.items():
        if name in new:
            merged.append(_merge_fields(dict(old.get(name, item)), dict(new[name]), dict(item)))
        elif name not in old:
            merged.append(dict(item))
    merged += [
        dict(item)
        for name, item in new.items()
        if name not in now and (name not in old or item != old[name])
    ]
    return merged
