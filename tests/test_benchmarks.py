"""What the benchmarks measure is what the program does."""

from __future__ import annotations

import json
from itertools import islice

from benchmarks.corpus import _entry, iter_made
from glossary.model.records import from_record
from glossary.store.prepared import prepare


def test_made_up_entries_have_the_rows_that_preparing_gives_them() -> None:
    for number, made in enumerate(islice(iter_made(), 60), 1):
        entry = _entry(number, made)
        record = from_record(json.loads(entry.content))
        assert prepare(record, "approved", render=False) == entry


def test_the_same_entries_are_made_up_every_time() -> None:
    assert list(islice(iter_made(), 20)) == list(islice(iter_made(), 20))
