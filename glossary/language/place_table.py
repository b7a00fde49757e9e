"""The table of places and the keys that name its rows.

A row becomes a :class:`Place` when it is asked for; nothing is read before the first question. What is asked of it is in
:mod:`glossary.language.places`; the table is made by :mod:`glossary.language.build_places`.
"""

from __future__ import annotations

import os
from functools import lru_cache

from glossary.language.han import han_form
from glossary.language.place_words import stem_key
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ADJECTIVES", "Keys", "Place", "Table", "keys", "table"]

_TABLE = os.path.join(os.path.dirname(__file__), "tables", "places.tsv")
#: What stands between a proper name and the name of an organ, by type.
ADJECTIVES = {
    "province": "Provincial",
    "municipality": "Municipal",
    "prefecture-level-city": "Municipal",
    "sub-provincial-city": "Municipal",
    "county-level-city": "Municipal",
    "autonomous-region": "Autonomous Region",
    "special-administrative-region": "Special Administrative Region",
    "prefecture": "Prefecture",
    "administrative-district": "Administrative District",
    "autonomous-prefecture": "Autonomous Prefecture",
    "league": "League",
    "county": "County",
    "autonomous-county": "Autonomous County",
    "district": "District",
    "banner": "Banner",
    "autonomous-banner": "Autonomous Banner",
    "forestry-district": "Forestry District",
    "special-district": "Special District",
    "new-area": "New Area",
    "area": "",
    "corps": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place under one name.

    Attributes:
        code: GB/T 2260, of a former place its last one; empty where there is none (Hong Kong's districts, new areas).
        zh: Its Chinese name in full, Simplified.
        level: ``provincial``, ``prefectural``, ``county``, or ``zone`` for new areas and the Corps.
        type: A key of :data:`ADJECTIVES`.
        parent: Code of what it lies in: the prefecture where there is one, else the province; empty for a province.
        pinyin: Of the Chinese name.
        after: What stands behind the proper name in English, nationalities included; empty for a city.
        stems: English proper names, the one to write first, plain pinyin last.
        also: Whole English names that are not a proper name with what stands behind it: ``HKSAR``.
        old: Old spellings of the proper name: Peking, Chungking.
        zh_also: Shorter Chinese names: 河北, 延边州, 科左中旗.
        start: Since when it bears the name (EDTF), empty where it is old.
        end: When it gave the name up, empty for a place of today.
        into: Codes of what a former place is today, where known.
        inhabitants: Where another place of today is written alike in English; 0 elsewhere.
    """

    code: str
    zh: str
    level: str
    type: str
    parent: str
    pinyin: str
    after: str
    stems: tuple[str, ...]
    also: tuple[str, ...]
    old: tuple[str, ...]
    zh_also: tuple[str, ...]
    start: str
    end: str
    into: tuple[str, ...]
    inhabitants: int = 0

    @property
    def english(self) -> str:
        """The place by itself in English: ``Hebei Province``, ``Hohhot``, ``Yanbian Korean Autonomous Prefecture``."""
        return f"{self.stems[0]} {self.after}".rstrip()

    def held(self, as_of: str) -> bool:
        """Tell whether it bore the name at a date (EDTF, a year will do)."""
        return self.start[: len(as_of)] <= as_of and (not self.end or as_of <= self.end)


class Table:
    """The rows; one becomes a :class:`Place` when it is asked for."""

    def __init__(self) -> None:
        with open(_TABLE, encoding="utf-8") as stream:
            lines = [line for line in stream if not line.startswith("#")]
        self.rows = [line.rstrip("\n").split("\t") for line in lines]
        self.codes: dict[str, int] = {}
        for at, row in enumerate(self.rows):
            if row[0] and not row[13]:
                self.codes.setdefault(row[0], at)

    @lru_cache(maxsize=8192)  # noqa: B019  one index for the life of the process
    def place(self, at: int) -> Place:
        """Return a row as a place."""
        row = self.rows[at]
        several = [tuple(filter(None, row[column].split(";"))) for column in (7, 8, 9, 10, 14)]
        return Place(
            code=row[0],
            zh=row[1],
            level=row[2],
            type=row[3],
            parent=row[4],
            pinyin=row[5],
            after=row[6],
            stems=several[0],
            also=several[1],
            old=several[2],
            zh_also=several[3],
            start=row[12],
            end=row[13],
            into=several[4],
            inhabitants=int(row[15] or 0),
        )


class Keys:
    """The rows that each key names."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self.han: dict[str, list[int]] = {}
        self.bare: dict[str, list[int]] = {}
        self.typed: dict[str, list[int]] = {}
        self.old: dict[str, list[int]] = {}
        for at, row in enumerate(rows):
            self._add(at, row)

    def _add(self, at: int, row: Sequence[str]) -> None:
        for name in (row[1], *filter(None, row[10].split(";"))):
            self.han.setdefault(han_form(name), []).append(at)
        stems = {stem_key(stem): None for stem in row[7].split(";")}
        nations = stem_key(row[6].split("Autonomous")[0]) if "Autonomous" in row[6] else ""
        if row[6].endswith(" District") and row[6].count(" ") == 1:
            nations = stem_key(row[6].removesuffix(" District"))
        for stem in stems:
            self.typed.setdefault(stem, []).append(at)
            if nations:
                self.typed.setdefault(stem + nations, []).append(at)
            if not row[11]:
                self.bare.setdefault(stem, []).append(at)
        for name in filter(None, row[8].split(";")):
            self.bare.setdefault(stem_key(name), []).append(at)
        for name in filter(None, row[9].split(";")):
            self.old.setdefault(stem_key(name), []).append(at)


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table, read once.

    >>> table().place(0).english
    'Beijing'
    """
    return Table()


@lru_cache(maxsize=1)
def keys() -> Keys:
    """Return what names the rows, made once.

    >>> [table().place(at).zh for at in keys().old["peking"]]
    ['北京市']
    """
    return Keys(table().rows)
