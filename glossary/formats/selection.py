"""What of the entries a format can hold: no patterns, which have slots where others have names; and a count of the rest."""

from __future__ import annotations

from collections import Counter

from glossary.formats.ledgers import Fate
from glossary.i18n import _
from glossary.model.names import NameType, Usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Name

__all__ = ["Losses", "made_again", "without_patterns"]


def without_patterns(
    entries: Iterable[tuple[Entry, str]], ledger: Ledger
) -> Iterator[tuple[Entry, str]]:
    """Yield the entries that are names; tell how many patterns were left out.

    >>> from glossary.formats.ledgers import Ledger
    >>> list(without_patterns([], Ledger()))
    []
    """
    for entry, review in entries:
        if entry.pattern is None:
            yield entry, review
        else:
            ledger.add(
                "pattern", Fate.DROPPED, _("a pattern is no name; yaml, jsonl and our TBX hold it")
            )


def made_again() -> str:
    """Return what is told of a rendering that is left out and that nobody corrected."""
    return _("generated: the program makes them again")


class Losses:
    """Counts what a format kept of entries and names, and what it has no place for.

    Args:
        why: Why something is left out.

    >>> from glossary.formats.ledgers import Ledger
    >>> from glossary.model.names import Evidence, Name
    >>> losses, ledger = Losses("no place"), Ledger()
    >>> losses.name(Name(text="A", lang="en", note="n", evidence=Evidence.UNSOURCED), kept=("text", "type", "usage"))
    >>> losses.tell(ledger)
    >>> [(line.field, line.fate.value) for line in ledger][-2:]
    [('names.evidence', 'dropped'), ('names.note', 'dropped')]
    """

    def __init__(self, why: str) -> None:
        self._why = why
        self._kept: Counter[str] = Counter()
        self._noted: Counter[str] = Counter()
        self._lost: Counter[tuple[str, str]] = Counter()

    def entry(
        self,
        entry: Entry,
        review: str,
        *,
        kept: tuple[str, ...],
        definitions: Callable[[Entry], Sequence[LocalText]] | None = None,
    ) -> None:
        """Count the fields of an entry, its names left out.

        Args:
            entry: The entry.
            review: Where it stands in review.
            kept: The fields that have a place; ``definitions.sources`` is one.
            definitions: Of its definitions those that have a place, where not all have or none.
        """
        self._fields("", _ENTRY_FIELDS, entry, kept)
        if review:
            (self._kept.update if "review" in kept else self._drop)({"review": 1})
        held = {"notes": entry.notes, "definitions": entry.definitions}
        if definitions is not None and "definitions" in kept:
            held["definitions"] = tuple(definitions(entry))
            self._drop({"definitions": len(entry.definitions) - len(held["definitions"])})
            self._kept["definitions"] -= len(entry.definitions) - len(held["definitions"])
        for field, texts in held.items():
            if field in kept and f"{field}.sources" not in kept:
                self._drop({f"{field}.sources": sum(len(each.sources) for each in texts)})

    def name(
        self,
        name: Name,
        *,
        kept: tuple[str, ...],
        noted: tuple[str, ...] = (),
        extras: tuple[str, ...] = (),
        renderings: tuple[str, ...] = (),
    ) -> None:
        """Count the fields of a name; what goes without saying is no loss, a full name and one that is admitted.

        Args:
            name: The name.
            kept: The fields that have a place; ``context.source`` is one.
            noted: Those that a note tells people, and no program.
            extras: Keys of its ``extra`` of which the first that it has, has a place.
            renderings: Tags of what is derived from it that has a place.
        """
        self._fields("names.", _NAME_FIELDS, name, kept, noted)
        for rendering in name.renderings:
            if rendering.lang in renderings:
                self._kept["names.renderings"] += 1
            else:
                self.count("names.renderings", 1, made_again() if rendering.generated else "")
        if any(extra.key in extras for extra in name.extra):
            self._kept["names.extra"] += 1
            self._lost["names.extra", self._why] -= 1
        cited = name.context is not None and name.context.source is not None
        if cited and "context" in kept and "context.source" not in kept:
            self._drop({"names.context.source": 1})

    def count(self, field: str, count: int, why: str = "") -> None:
        """Count what was left out for another reason."""
        if count:
            self._lost[field, why or self._why] += count

    def tell(self, ledger: Ledger) -> None:
        """Put all that was counted into a ledger."""
        for field, count in self._kept.items():
            if count:
                ledger.add(field, Fate.KEPT, count=count)
        for field, count in self._noted.items():
            ledger.add(field, Fate.NOTED, count=count)
        for (field, why), count in sorted(self._lost.items()):
            if count:
                ledger.add(field, Fate.DROPPED, why, count)

    def _fields(
        self,
        lead: str,
        fields: tuple[tuple[str, str], ...],
        item: object,
        kept: tuple[str, ...],
        noted: tuple[str, ...] = (),
    ) -> None:
        for field, attribute in fields:
            value = getattr(item, attribute)
            if value and (field in kept or value not in _PLAIN):
                count = {f"{lead}{field}": len(value) if isinstance(value, tuple) else 1}
                if field in noted:
                    self._noted.update(count)
                else:
                    (self._kept.update if field in kept else self._drop)(count)

    def _drop(self, counts: dict[str, int]) -> None:
        for field, count in counts.items():
            self.count(field, count)


_PLAIN = (NameType.FULL, Usage.ADMITTED)
_ENTRY_FIELDS = tuple(
    (field, field)
    for field in (
        *("id", "kind", "relations", "definitions", "notes", "domains", "collections"),
        *("body", "document", "extra"),
    )
)
_NAME_FIELDS = (
    *((field, field) for field in ("text", "type", "usage", "evidence", "issuer", "sources")),
    *(("from", "start"), ("to", "end")),
    *((field, field) for field in ("pair", "note", "context", "case_sensitive", "extra")),
)
