"""Documents by their number: 国发〔2015〕28号, Guofa [2015] No. 28, Order No. 752 of the State Council.

An order is its issuer's, whichever of its names it is cited by: 国家发展改革委令 is one of 国家发展和改革委员会.
"""

from __future__ import annotations

from glossary.language.document_numbers import number_key, parse_number
from glossary.language.han import han_key
from glossary.language.keys import query_keys
from glossary.search.lookup import find_same
from glossary.search.ranking import Hit, Tier, ranked, scored
from glossary.store.filters import Filters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.store.reading import Reader

__all__ = ["find_numbered"]

ROWS = 200


def find_numbered(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Return the documents that have a number; none where a text is no number.

    Args:
        reader: The store.
        text: What was asked for.
        filters: What answers are limited to.
        limit: How many at most.
    """
    asked = parse_number(text)
    if asked is None:
        return []
    issuers = [asked.series]
    if asked.kind:
        issuers += _names_of_issuers(reader, asked.series)
    keys = [number_key(issuer + asked.kind, asked.year, asked.serial) for issuer in issuers]
    rows = reader.names_numbered(keys, filters, ROWS)
    return ranked([scored(row, Tier.NUMBER) for row in rows], limit)


def _names_of_issuers(reader: Reader, name: str) -> Iterator[str]:
    """The Chinese names of the bodies called so."""
    hits = find_same(reader, query_keys(name), Filters(kinds=("body",)))
    for each in reader.listed([hit.n for hit in hits]).values():
        yield from (han_key(named.text) for named in each.entry.names if named.is_chinese)
