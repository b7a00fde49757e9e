"""Relations of entries that come together: led on to what is there in the place of a target, and never nowhere."""

from __future__ import annotations

from glossary.editing.relations import check_targets, ring_error
from glossary.errors import GlossaryError
from glossary.formats.ledgers import Fate
from glossary.i18n import _
from glossary.model.relations import ACYCLIC, find_cycle
from glossary.model.values import replace
from glossary.store.edges import Edges
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.exchange.changes import Changes
    from glossary.exchange.reports import ImportReport
    from glossary.model.entries import Entry
    from glossary.model.relations import RelationType
    from glossary.store.reading import Reader

__all__ = ["Links", "led_on", "without_lost"]


def led_on(entry: Entry, moved: Scratch) -> Entry:
    """Return an entry whose relations lead to what is there in the place of entries left out or renamed.

    Args:
        entry: The entry.
        moved: For the id a file gives, the one that is meant.
    """
    if not any(moved.get(each.target) for each in entry.relations):
        return entry
    relations = [
        replace(each, target=moved.get(each.target) or each.target) for each in entry.relations
    ]
    kept = tuple(dict.fromkeys(each for each in relations if each.target != entry.id))
    return replace(entry, relations=kept)


def without_lost(entry: Entry, reader: Reader, ids: Scratch, report: ImportReport) -> Entry:
    """Return an entry without the relations that lead to no entry, since what they led to was skipped."""

    def leads(target: str) -> bool:
        return target in ids or bool(reader.get(target) or reader.redirect(target))

    kept = tuple(each for each in entry.relations if leads(each.target))
    lost = len(entry.relations) - len(kept)
    if not lost:
        return entry
    report.ledger.add("relations", Fate.DROPPED, _("they lead to no entry"), lost)
    return replace(entry, relations=kept)


class Links:
    """The relations of all that comes or changes, looked at together; a block.

    A ring that a file makes goes through what comes or changes. Entries that are there lead to others that are there, so a way
    through them matters only where one of those changes.

    Args:
        reader: The store.
        ids: Ids that will be there.
        changed: The entries there that change.
        report: Where to tell of relations that would lead nowhere, or round in a ring.
    """

    def __init__(
        self, reader: Reader, ids: Scratch, changed: Changes, report: ImportReport
    ) -> None:
        self._reader = reader
        self._ids = ids
        self._changed = changed
        self._report = report
        self._edges = {kind: Edges() for kind in ACYCLIC}
        self._back = {kind: Scratch() for kind in ACYCLIC}

    def __enter__(self) -> Links:
        return self

    def __exit__(self, *_error: object) -> None:
        for kind in ACYCLIC:
            self._edges[kind].__exit__()
            self._back[kind].close()

    def take(self, entry: Entry, line: int, column: int) -> None:
        """Look at the relations of an entry as it is to be."""
        try:
            check_targets(self._reader, entry, self._ids)
        except GlossaryError as error:
            self._report.tell(error.at(self._report.path, line, column))
        for relation in entry.relations:
            if relation.type in ACYCLIC:
                target = self._led_on(relation.target)
                self._edges[relation.type].add(
                    entry.id,
                    target,
                    leads_on=not self._comes(target) and self._leads_back(target, relation.type),
                    is_led_to=entry.id in self._changed,
                )

    def settle(self) -> None:
        """Tell of the first ring there is."""
        for kind in ACYCLIC:
            left: dict[str, list[str]] = {}
            for source, target in self._edges[kind].left():
                left.setdefault(source, []).append(target)
            ring = find_cycle(_Ways(self, kind, left), left)  # type: ignore[arg-type]
            if ring:
                self._report.tell(ring_error(kind, ring).at(self._report.path))
                return

    def ways_of(self, entry_id: str, kind: RelationType) -> list[str]:
        """Return where an entry leads that neither comes nor changes; nothing for others."""
        if self._comes(entry_id):
            return []
        return [self._led_on(each) for each in self._reader.targets_of(entry_id, kind.value)]

    def _comes(self, entry_id: str) -> bool:
        return entry_id in self._ids or entry_id in self._changed

    def _led_on(self, target: str) -> str:
        return target if self._comes(target) else self._reader.redirect(target) or target

    def _leads_back(self, first: str, kind: RelationType) -> bool:
        """Whether an entry that stays as it is leads to one that changes."""
        if not len(self._changed):
            return False
        known = self._back[kind].get(first)
        if known is not None:
            return known == "yes"
        seen, waiting = {first}, [first]
        while waiting:
            for each in self.ways_of(waiting.pop(), kind):
                if each in self._changed:
                    self._back[kind].claim(first, "yes")
                    return True
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        self._back[kind].claim(first, "no")
        return False


class _Ways:
    """Where entries lead along one relation: what is left of those that come or change, else what is there."""

    def __init__(self, links: Links, kind: RelationType, left: Mapping[str, Sequence[str]]) -> None:
        self._links = links
        self._kind = kind
        self._left = left

    def get(self, entry_id: str, default: Sequence[str] = ()) -> Sequence[str]:
        return self._left.get(entry_id) or self._links.ways_of(entry_id, self._kind) or default
