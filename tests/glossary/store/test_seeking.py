"""Questions for many keys at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.store.filters import NO_FILTERS
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path


def test_more_keys_are_asked_for_than_one_question_joins(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Office of Instances", "事例局"), by="mei")
        keys = [f"no office {number}" for number in range(1200)]
        keys[3] = keys[1000] = "事例局"
        with glossary.store.reading():
            rows = glossary.store.reader.names_at(
                [("exact", key, False) for key in keys], NO_FILTERS, 2
            )
    assert [row[0] for row in rows] == [3, 1000]
