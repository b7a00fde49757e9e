"""What became of each field when a file was read or written: kept, mapped, moved to a note, dropped.

A format that has no room for a fact says so here, never silently. Lines are counted, not listed: one line a
field and fate, in the order first met.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

__all__ = ["Fate", "Ledger", "LedgerLine"]


class Fate(str, Enum):
    """What became of a field."""

    KEPT = "kept"
    MAPPED = "mapped"
    NOTED = "moved to a note"
    DROPPED = "dropped"

    @property
    def word(self) -> str:
        """The fate in the reader's language.

        >>> Fate.NOTED.word
        'moved to a note'
        """
        return {
            "kept": _("kept"),
            "mapped": _("mapped"),
            "moved to a note": _("moved to a note"),
            "dropped": _("dropped"),
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One field, one fate.

    Attributes:
        field: Path of the field without positions: ``names.issuer``.
        fate: What became of it.
        count: How many times.
        detail: What it was mapped to, or why it was dropped.
    """

    field: str
    fate: Fate
    count: int
    detail: str = ""


class Ledger:
    """The lines of one file, counted as it is read or written.

    Attributes:
        notes: What else to tell of the file, each a sentence: cells made harmless, names left out.

    >>> ledger = Ledger()
    >>> ledger.add("names.issuer", Fate.DROPPED, "the format has no place for it")
    >>> ledger.add("names.issuer", Fate.DROPPED, "the format has no place for it")
    >>> [(line.field, line.count) for line in ledger]
    [('names.issuer', 2)]
    """

    def __init__(self) -> None:
        self._counts: dict[tuple[str, Fate, str], int] = {}
        self.notes: list[str] = []

    def __len__(self) -> int:
        return len(self._counts)

    def __iter__(self) -> Iterator[LedgerLine]:
        for (field, fate, detail), count in self._counts.items():
            yield LedgerLine(field=field, fate=fate, count=count, detail=detail)

    def add(self, field: str, fate: Fate, detail: str = "", count: int = 1) -> None:
        """Count a field.

        Args:
            field: Path of the field without positions.
            fate: What became of it.
            detail: What it was mapped to, or why it was dropped.
            count: How many times.

        >>> ledger = Ledger()
        >>> ledger.add("names.text", Fate.KEPT, count=3)
        >>> len(ledger)
        1
        """
        key = (field, fate, detail)
        self._counts[key] = self._counts.get(key, 0) + count

    def keep(self, record: Mapping[str, Any]) -> None:
        """Count every field of an entry's record, and of its names and relations, as kept.

        >>> ledger = Ledger()
        >>> ledger.keep({"id": "a", "names": [{"text": "A"}, {"text": "B"}]})
        >>> [(line.field, line.count) for line in ledger]
        [('id', 1), ('names.text', 2)]
        """
        for key, value in record.items():
            if key in ("names", "relations") and isinstance(value, list):
                for part in value:
                    for inner in part:
                        self.add(f"{key}.{inner}", Fate.KEPT)
            else:
                self.add(key, Fate.KEPT)

    @property
    def is_lossless(self) -> bool:
        """Whether nothing was dropped or moved."""
        return all(fate in (Fate.KEPT, Fate.MAPPED) for _field, fate, _detail in self._counts)

    def to_records(self) -> list[dict[str, str | int]]:
        """Return the lines as plain mappings, for ``--json``.

        >>> ledger = Ledger()
        >>> ledger.add("comments", Fate.DROPPED, "no place")
        >>> ledger.to_records()
        [{'field': 'comments', 'fate': 'dropped', 'count': 1, 'detail': 'no place'}]
        """
        return [
            {
                "field": line.field,
                "fate": line.fate.value,
                "count": line.count,
                "detail": line.detail,
            }
            for line in self
        ]
