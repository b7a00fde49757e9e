"""Relations must lead to entries, and along ``part-of`` and ``successor-of`` nothing leads back to itself.

Asked whenever an entry comes or changes: when it is added or proposed, and again when what was proposed is applied.
"""

from __future__ import annotations

from glossary.errors import ConflictError, NotFoundError
from glossary.i18n import _
from glossary.model.records import from_record
from glossary.model.relations import ACYCLIC, find_cycle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from glossary.model.entries import Entry
    from glossary.model.events import RowChange
    from glossary.model.relations import RelationType
    from glossary.store.reading import Reader

__all__ = ["check_changed", "check_relations", "check_rings", "check_targets", "ring_error"]


class _Targets:
    """Where relations of one type lead; what is coming goes before what is there, redirects are followed."""

    def __init__(
        self, reader: Reader, relation: str, coming: Mapping[str, Entry], moved: Mapping[str, str]
    ) -> None:
        self._reader = reader
        self._relation = relation
        self._coming = coming
        self._moved = moved

    def get(self, entry_id: str, default: Sequence[str] = ()) -> Sequence[str]:
        entry = self._coming.get(entry_id)
        if entry is None:
            targets = self._reader.targets_of(entry_id, self._relation)
        else:
            targets = [item.target for item in entry.relations if item.type.value == self._relation]
        return [self._led_on(target) for target in targets]

    def _led_on(self, target: str) -> str:
        if target in self._moved:
            return self._moved[target]
        return target if target in self._coming else self._reader.redirect(target) or target


def check_relations(reader: Reader, entry: Entry) -> None:
    """Check that relations lead to entries, and none back to itself.

    Args:
        reader: The store.
        entry: The entry, new or changed.
    Raises:
        NotFoundError: A target is no entry; the nearest ids are named.
        ConflictError: ``part-of`` or ``successor-of`` would go in a ring.
    """
    check_targets(reader, entry)
    check_rings(reader, {entry.id: entry})


def check_targets(reader: Reader, entry: Entry, known: Container[str] = ()) -> None:
    """Check that relations lead to entries.

    Args:
        reader: The store.
        entry: The entry, new or changed.
        known: Ids that will be there too.
    Raises:
        NotFoundError: A target is no entry; the nearest ids are named.
    """
    for relation in entry.relations:
        target = relation.target
        if target not in known and reader.get(target) is None and not reader.redirect(target):
            nearest = reader.ids_from(target[:8], 3)
            hint = (
                _("Did you mean {nearest}?").format(nearest=", ".join(nearest))
                if nearest
                else _("Add that entry first.")
            )
            raise NotFoundError(
                _("{entry} is {relation} {target!r}, which is no entry").format(
                    entry=entry.id, relation=relation.type.value, target=target
                ),
                nearest=nearest,
                fix=hint,
            )


def check_rings(
    reader: Reader, coming: Mapping[str, Entry], moved: Mapping[str, str] | None = None
) -> None:
    """Check that entries that come together lead nowhere back to themselves.

    Args:
        reader: The store.
        coming: Entries as they are to be, by id.
        moved: Ids merged away by the same change, and where they lead.
    Raises:
        ConflictError: ``part-of`` or ``successor-of`` would go in a ring.
    """
    for kind in ACYCLIC:
        start = [
            entry_id
            for entry_id, entry in coming.items()
            if any(relation.type is kind for relation in entry.relations)
        ]
        ring = start and find_cycle(_Targets(reader, kind.value, coming, moved or {}), start)  # type: ignore[arg-type]
        if ring:
            raise ring_error(kind, ring)


def ring_error(kind: RelationType, ring: tuple[str, ...]) -> ConflictError:
    """Return the error of a relation that leads back to where it began."""
    return ConflictError(
        _("{kind} would go in a ring: {ring}").format(kind=kind.value, ring=" → ".join(ring)),
        ids=ring,
        fix=_("Leave one of them out."),
    )


def check_changed(reader: Reader, changes: Iterable[RowChange]) -> None:
    """Check the relations of entries that are about to be changed together: approved, merged, undone.

    What was sound when it was proposed may not be any more.

    Raises:
        NotFoundError: A target is no entry.
        ConflictError: ``part-of`` or ``successor-of`` would go in a ring.
    """
    coming: dict[str, Entry] = {}
    moved: dict[str, str] = {}
    for change in changes:
        if change.table == "entries" and "content" in (change.after or {}):
            coming[change.key] = from_record((change.after or {})["content"])
        elif change.table == "redirects" and change.after:
            moved[change.key] = change.after["target"]
    for entry in coming.values():
        check_targets(reader, entry, {*coming, *moved})
    check_rings(reader, coming, moved)
