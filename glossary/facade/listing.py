"""The entries behind a list of names: those the glossary has, and what patterns compose for the rest, marked so."""

from __future__ import annotations

from glossary.editing.adding import derived_entry
from glossary.model.names import Usage
from glossary.model.values import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.facade.upkeep import Upkeep
    from glossary.model.answers import Answers
    from glossary.model.entries import Entry

__all__ = ["NamedEntries", "entries_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntries:
    """What a list of names comes to.

    Attributes:
        entries: Each entry once, with where it stands in review, in the order of the names.
        missing: What was asked for each name that nothing answers, with the reason.
    """

    entries: tuple[tuple[Entry, str], ...]
    missing: tuple[Answers, ...]


def entries_of(
    glossary: Upkeep, names: Iterable[str], *, as_of: str, status: str, kind: str
) -> NamedEntries:
    """Return the entries that answer to names; see ``Glossary.entries_of``."""
    found: dict[str, tuple[Entry, str]] = {}
    composed: dict[tuple[str, str], str] = {}
    missing = []

    def is_taken(entry_id: str) -> bool:
        return entry_id in found or glossary.store.reader.is_taken(entry_id)

    for name in dict.fromkeys(filter(None, names)):
        answers = glossary.lookup(name, as_of=as_of, status=status, kind=kind)
        if not answers:
            missing.append(answers)
        for answer in answers:
            entry = answer.entry
            if answer.derivation:
                made = answer.kind, answer.chinese or ""
                if made in composed:
                    entry = _joined(found[composed[made]][0], entry)
                else:
                    entry = derived_entry(answer, is_taken)
                    composed[made] = entry.id
            found[entry.id] = entry, answer.review
    return NamedEntries(entries=tuple(found.values()), missing=tuple(missing))


def _joined(entry: Entry, other: Entry) -> Entry:
    """An entry with the names that it was composed for besides."""
    known = {name.text for name in entry.names}
    more = [
        name for name in other.names if name.text not in known and name.usage is not Usage.PREFERRED
    ]
    return replace(entry, names=(*entry.names, *more))
