"""What the cells of a table say of names, in the words of those who fill them in."""

from __future__ import annotations

import re

from glossary.formats.ledgers import Fate
from glossary.formats.table_headings import type_words
from glossary.i18n import _
from glossary.model.names import NameType, Usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from glossary.formats.interface import Input

    Word = TypeVar("Word")

_RUNS = re.compile(r"[\s_-]+")
__all__ = ["TRUE", "TYPES", "USAGES", "one_of"]

TRUE = ("true", "yes", "y", "1", "x", "是", "forbidden")
USAGES = {
    **{usage.value: usage for usage in Usage},
    **dict.fromkeys(("approved", "accepted", "valid", "standard", "首选", "recommended"), Usage.PREFERRED),
    **dict.fromkeys(("allowed", "provisional", "允许", "admittedterm"), Usage.ADMITTED),
    **dict.fromkeys(("notrecommended", "non-standard", "obsolete", "superseded", "旧"), Usage.DEPRECATED),
    **dict.fromkeys(("prohibited", "do not use", "donotuse", "blacklisted", "禁用"), Usage.FORBIDDEN),
}  # fmt: skip
TYPES = {
    **{kind.value: kind for kind in NameType},
    **{word: NameType(kind) for word, kind in type_words().items()},
    "term": NameType.FULL,
}


def one_of(table: Mapping[str, Word], cell: str, field: str, file: Input) -> Word | None:
    """Return what a cell means; a word that is not known is told, and means nothing.

    Args:
        table: The words known, in lower case.
        cell: The cell.
        field: What the cell is about, for the ledger.
        file: The file.

    >>> from io import BytesIO
    >>> from glossary.formats.interface import Input
    >>> [one_of(TYPES, word, "type", Input(BytesIO(), "x.csv")).value for word in ("Abbreviation", "full name", "曾用名")]
    ['acronym', 'full', 'former']
    """
    if not cell:
        return None
    plain = cell.strip().lower()
    found = table.get(plain) or table.get(_RUNS.sub("", plain))
    if found is None:
        file.ledger.add(field, Fate.DROPPED, _("{word!r} is not known").format(word=cell[:40]))
    return found
