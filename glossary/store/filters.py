"""What a question is limited to, and the SQL for it."""

from __future__ import annotations

from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.entries import Entry
    from glossary.model.names import Name

__all__ = ["NO_FILTERS", "SERVED", "Filters"]

SERVED = ("approved", "proposed")
"""Reviews an answer may have unless asked otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Limits of a search; an empty one limits nothing.

    Attributes:
        kinds: Kinds of entry.
        lang: Language tag of the name that matches; ``zh`` covers ``zh-Hans``.
        level: Level of a body.
        place: Beginning of a GB/T 2260 code: ``13`` is all of Hebei.
        statuses: Reviews; those served by default.
        collection: A client or project.
        day: Names valid on this day only.

    >>> Filters(kinds=("body",)).sql()
    (' AND n.weight < 2000 AND EXISTS (SELECT 1 FROM entries e WHERE e.n = n.id >> 20 AND e.kind IN (?))', ('body',))
    """

    kinds: tuple[str, ...] = ()
    lang: str = ""
    level: str = ""
    place: str = ""
    statuses: tuple[str, ...] = SERVED
    collection: str = ""
    day: str = ""

    def sql(self) -> tuple[str, tuple[str, ...]]:
        """Return conditions on ``names n``, each begun with AND, and their values."""
        if self is NO_FILTERS:
            return _SERVED_ONLY
        parts: list[str] = []
        values: list[str] = []
        entry: list[str] = []
        if self.statuses == SERVED:
            parts.append("n.weight < 2000")
        else:
            entry.append(f"e.review IN ({_marks(self.statuses)})")
            values += self.statuses
        if self.kinds:
            entry.append(f"e.kind IN ({_marks(self.kinds)})")
            values += self.kinds
        if self.level:
            entry.append("e.level = ?")
            values.append(self.level)
        if self.place:
            entry.append("substr(e.place, 1, ?) = ?")
            values += [len(self.place), self.place]  # type: ignore[list-item]
        if entry:
            parts.append(
                f"EXISTS (SELECT 1 FROM entries e WHERE e.n = n.id >> 20 AND {' AND '.join(entry)})"
            )
        if self.collection:
            parts.append(
                "EXISTS (SELECT 1 FROM collections c WHERE c.collection = ? AND c.entry = n.id >> 20)"
            )
            values.append(self.collection)
        if self.lang:
            parts.append("(n.lang = ? OR substr(n.lang, 1, ?) = ?)")
            values += [self.lang, len(self.lang) + 1, f"{self.lang}-"]  # type: ignore[list-item]
        if self.day:
            parts.append("(n.first IS NULL OR n.first <= ?) AND (n.last IS NULL OR n.last >= ?)")
            values += [self.day, self.day]
        return "".join(f" AND {part}" for part in parts), tuple(values)

    def let_through(self, entry: Entry, review: str, name: Name) -> bool:
        """Return whether an entry that no database holds is among what is asked for; the day is not looked at.

        Args:
            entry: The entry.
            review: Where it stands in review.
            name: Its name that matches.

        >>> from glossary.model.records import from_record
        >>> entry = from_record({"id": "a", "kind": "body", "body": {"place": "130100"}, "names": [
        ...     {"text": "甲局", "lang": "zh-Hans", "evidence": "composed"}]})
        >>> [Filters(place=code).let_through(entry, "proposed", entry.names[0]) for code in ("13", "31")]
        [True, False]
        """
        level = entry.body.level.value if entry.body and entry.body.level else ""
        place = entry.body.place if entry.body else ""
        return (
            review in self.statuses
            and (not self.kinds or entry.kind.value in self.kinds)
            and (not self.level or level == self.level)
            and place.startswith(self.place)
            and (not self.collection or self.collection in entry.collections)
            and (not self.lang or f"{name.lang}-".startswith(f"{self.lang}-"))
        )


NO_FILTERS = Filters()
"""What is asked most: everything that is served."""

_SERVED_ONLY: tuple[str, tuple[str, ...]] = (" AND n.weight < 2000", ())


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
