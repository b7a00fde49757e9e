"""The fast ways to make a name and an entry give what the usual ones give."""

from __future__ import annotations

from hypothesis import given

from glossary.model.entries import Entry, checked_entry
from glossary.model.names import Name, checked_name
from glossary.model.values import replace
from tests import strategies


@given(strategies.names())
def test_a_name_of_checked_parts_is_the_name(name: Name) -> None:
    plain = replace(name, issuer="", start="", end="", pair="", case_sensitive=False, renderings=())
    made = checked_name(
        name.text,
        name.lang,
        name.type,
        name.usage,
        name.evidence,
        name.sources,
        name.note,
        name.context,
        name.extra,
    )
    assert made == plain
    assert hash(made) == hash(plain)


@given(strategies.entries())
def test_an_entry_of_checked_parts_is_the_entry(entry: Entry) -> None:
    plain = replace(entry, relations=(), body=None, document=None)
    made = checked_entry(
        entry.id,
        entry.kind,
        entry.names,
        entry.definitions,
        entry.notes,
        entry.domains,
        entry.collections,
        entry.extra,
    )
    assert made == plain
