"""Files in, as proposals: read, checked, held against what is there, planned, and done in one transaction.

A file is read once, item by item; what is sound waits on the disk. Where anything is wrong nothing is applied, unless asked to
keep going. What is there already is left alone; an entry that the file holds otherwise is an edit: in place where it is not
approved yet, a proposal beside it where it is. The same file twice changes nothing.
"""

from __future__ import annotations

from glossary.editing.comments import comment
from glossary.editing.proposals import edit
from glossary.errors import GlossaryError, InputError
from glossary.exchange.plans import Plan
from glossary.exchange.reading import arriving
from glossary.exchange.rejects import Rejects
from glossary.exchange.reports import ImportReport
from glossary.exchange.rows import correction_row, item_row
from glossary.formats.items import Correction, Item
from glossary.formats.spools import Spool
from glossary.i18n import _
from glossary.model.events import Action, check_reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping
    from typing import BinaryIO

    from glossary.exchange.reading import Arriving
    from glossary.store.database import Store

    Progress = Callable[[int, int], None]

__all__ = ["import_file"]

_STEP = 200


def import_file(
    store: Store,
    source: str | os.PathLike[str] | BinaryIO,
    *,
    by: str,
    why: str = "",
    format_name: str = "",
    options: Mapping[str, object] | None = None,
    day: str = "",
    dry_run: bool = False,
    keep_going: bool = False,
    rejects: str | os.PathLike[str] = "",
    progress: Progress | None = None,
) -> ImportReport:
    """Add the entries of a file as proposals, all or none.

    Args:
        store: The store.
        source: A path, or a stream of bytes.
        by: Who.
        why: The reason given.
        format_name: The format, where it is known.
        options: Options of the format.
        day: Today, for sources.
        dry_run: Only tell what would change.
        keep_going: Skip what cannot be read or done, tell it, and do the rest.
        rejects: A file for the rows that cannot be read or done; asks to keep going.
        progress: Told how many items were looked at, of how many; may raise to stop, and nothing is done then.
    Returns:
        What was done. With problems in it nothing was, unless asked to keep going.
    Raises:
        InputError: The file cannot be read.
        BusyError, StoreError: The database cannot be written.
    """
    keep_going = keep_going or bool(rejects)
    with (
        arriving(source, format_name, options, day) as arrived,
        Spool() as rows,
        Rejects(rejects) as rejected,
    ):
        path = arrived.file.path
        reason = check_reason(why, Action.IMPORT) or f"imported from {arrived.file.name}"
        report = ImportReport(
            path=path, format=arrived.format.name, ledger=arrived.file.ledger, dry_run=dry_run
        )
        _read(arrived, report, rows, rejected, progress, keep_going=keep_going)
        if report.problems and not keep_going:
            return report
        with Plan(store, report, day, keep_going=keep_going) as plan:
            if dry_run:
                with store.explained(), store.reading():
                    _make(plan, report, rows, rejected, progress)
                return report
            with store.filling():
                sound = _make(plan, report, rows, rejected, progress)
                if sound:
                    _apply(store, plan, path, by, reason)
                    report.applied = True
    return report


def _read(
    arrived: Arriving,
    report: ImportReport,
    rows: Spool,
    rejected: Rejects,
    progress: Progress | None,
    *,
    keep_going: bool,
) -> None:
    """Read all of the file, or all before it breaks off; what is sound goes to the rows, what is wrong to the report."""
    file = arrived.file
    count = 0
    try:
        for read in arrived.format.read(file):
            count += 1
            if progress and count % _STEP == 0:
                progress(count, arrived.entries_of(count))
            if isinstance(read, Item):
                rows.put(item_row(read))
            elif isinstance(read, Correction):
                rows.put(correction_row(read))
            else:
                rejected.add(read.at(file.path))
                report.tell(read)
    except InputError as error:
        if not (keep_going and len(rows)):
            raise error.at(file.path) from error
        error.why = error.why or _("what stands behind this was not read")
        rejected.add(error.at(file.path))
        report.tell(error)
    report.problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    report.warnings = list(file.warnings)
    report.more += file.untold
    if not count and not file.warnings and not len(file.ledger):
        raise InputError(
            _("there is nothing in the file to import"),
            path=file.path,
            fix=_("Give one with entries."),
        )


def _make(
    plan: Plan, report: ImportReport, rows: Spool, rejected: Rejects, progress: Progress | None
) -> bool:
    """Plan what each row comes to; tell whether that is to be done."""
    found = len(report.problems)
    plan.expect(rows)
    for at, row in enumerate(rows, 1):
        if progress and at % _STEP == 0:
            progress(at, len(rows))
        try:
            plan.take(row)
        except GlossaryError as error:
            rejected.add(error)
            report.tell(error)
    skipped = len(report.problems) > found
    found = len(report.problems)
    if not skipped or plan.keeps_going:
        plan.finish()
        if len(report.problems) == found:
            return True
    report.forget()
    return False


def _apply(store: Store, plan: Plan, path: str, by: str, why: str) -> None:
    """Do what was planned, within the transaction in which it was planned."""
    store.load(plan.coming, action=Action.IMPORT, by=by, why=why, expected=len(plan.coming))
    for entry, line, column in plan.changed:
        try:
            edit(store, entry, by=by, why=why)
        except GlossaryError as error:
            raise error.at(path, line, column) from None
    for entry_id, remarks in plan.endorsed.items():
        for text in remarks:
            comment(store, entry_id, text, by=by)
