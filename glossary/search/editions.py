"""A statute by its title and the year of one of its editions: *Electric Power Law (2015)*, *Regulations on Grain Reserves (2016)*.

A statute keeps its Chinese title when it is amended, so that the year says which text is meant, not which statute. It is taken
where it was there by that year; an earlier year is of another, of the same name in English perhaps but not in Chinese. Plans,
lists and reports come out anew each year, and are never meant by another year than their own.
"""

from __future__ import annotations

from glossary.language.keys import query_keys
from glossary.language.titles import BINDING, parse_title, without_edition
from glossary.search.titles import find_titles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.language.keys import QueryKeys
    from glossary.model.entries import DocumentFacts
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

__all__ = ["find_editions"]

_AMENDED = BINDING | {"regulation", "measure", "provision", "rule", "detailed rule"}


def find_editions(reader: Reader, keys: QueryKeys, filters: Filters) -> Sequence[Sequence[int]]:
    """Return names of the statute whose edition of a year is asked for.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What answers are limited to.
    Returns:
        Rows of the store, of one statute known to have been there by that year; none where the query ends in no year.
    """
    bare, year = ("", "") if keys.is_han else without_edition(keys.exact)
    asked = parse_title(bare) if bare else None
    if asked is None or asked.kind not in _AMENDED:
        return []
    rows = find_titles(reader, query_keys(bare), filters)
    listed = reader.listed([row[1] for row in rows]) if rows else {}
    there = [row for row in rows if _was_there(listed[row[1]].entry.document, year)]
    return there if len({row[1] for row in there}) == 1 else []


def _was_there(facts: DocumentFacts | None, year: str) -> bool:
    return bool(facts and facts.date and facts.date[: len(year)] <= year)
