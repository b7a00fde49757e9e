"""Relations of entries that come together: led on to what is there in the place of a target, and never nowhere."""

from __future__ import annotations

from glossary.editing.relations import check_rings, check_targets
from glossary.errors import ConflictError, GlossaryError
from glossary.formats.ledgers import Fate
from glossary.i18n import _
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.exchange.reports import ImportReport
    from glossary.model.entries import Entry
    from glossary.store.reading import Reader
    from glossary.store.scratch import Scratch

__all__ = ["check_links", "led_on", "without_lost"]


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


def check_links(
    reader: Reader,
    coming: Mapping[str, Entry],
    places: Mapping[str, tuple[int, int]],
    ids: Scratch,
    report: ImportReport,
) -> None:
    """Tell of relations that would lead nowhere, or round in a ring, within the file and what is there.

    Args:
        reader: The store.
        coming: The entries that come or change, by id.
        places: Where each stands.
        ids: Ids that will be there.
        report: Where to tell.
    """
    for entry_id, entry in coming.items():
        try:
            check_targets(reader, entry, ids)
        except GlossaryError as error:
            report.tell(error.at(report.path, *places[entry_id]))
    try:
        check_rings(reader, coming)
    except ConflictError as error:
        report.tell(error.at(report.path))
