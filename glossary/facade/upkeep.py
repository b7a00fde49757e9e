"""Files in and out, and the care of the database."""

from __future__ import annotations

from glossary.facade.changes import Changes
from glossary.facade.questions import today
from glossary.search.queries import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, BinaryIO

    from glossary.editing.syncing import SyncPlan
    from glossary.exchange.reports import ImportReport
    from glossary.facade.listing import NamedEntries
    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry
    from glossary.store.checks import Finding

    Progress = Callable[[int, int], None]

__all__ = ["Upkeep"]


class Upkeep(Changes):
    """Imports, exports and the care of the database; a part of ``Glossary``."""

    def import_file(
        self,
        source: str | os.PathLike[str] | BinaryIO,
        *,
        format: str = "",
        options: Mapping[str, object] | None = None,
        by: str = "",
        why: str = "",
        dry_run: bool = False,
        keep_going: bool = False,
        rejects: str | os.PathLike[str] = "",
        progress: Progress | None = None,
    ) -> ImportReport:
        """Add the entries of a file as proposals, all or none; see ``exchange.imports.import_file``."""
        from glossary.exchange.imports import import_file

        return import_file(
            self.store,
            source,
            format_name=format,
            options=options,
            day=today(),
            by=self.person(by),
            why=why,
            dry_run=dry_run,
            keep_going=keep_going,
            rejects=rejects,
            progress=progress,
        )

    def export(
        self,
        format: str,
        target: BinaryIO | str | os.PathLike[str],
        *,
        options: Mapping[str, object] | None = None,
        query: str = "",
        entries: Sequence[tuple[Entry, str]] | None = None,
        progress: Progress | None = None,
        **filters: str,
    ) -> Ledger:
        """Write entries in a format; see ``exchange.exports.export``.

        Args:
            format: ``yaml``, ``po`` …: any of ``facade.types.iter_formats(to="write")``.
            target: A stream of bytes, or the path of a file or folder, where nothing appears before it is whole.
            options: Options of the format: ``{"from": "en", "to": ["zh_CN", "zh_TW"]}``.
            query: Filters as in a search; words are not used.
            entries: These instead, as ``entries_of`` gives them; of the filters only ``as_of`` holds for them.
            progress: Told how many were written, of how many.
            filters: Filters by name, as ``find`` takes them.
        """
        from glossary.exchange.exports import export

        return export(
            self.store,
            format,
            target,
            parse_query(query, **filters).filters,
            options=options,
            entries=entries,
            day=today(),
            progress=progress,
        )

    def entries_of(
        self, names: Iterable[str], *, as_of: str = "", status: str = "", kind: str = ""
    ) -> NamedEntries:
        """Return the entries that answer to names, each once, in the order of the names; what patterns compose is marked so.

        A composed one is no entry of the glossary: its names say ``composed`` or ``reconstructed``, its review is ``proposed``,
        a note has its derivation. The export of a list of names into any format begins here.

        Args:
            names: Names in any language; empty ones are passed over.
            as_of: A date; only names valid then answer.
            status: Where the entries stand in review, by commas.
            kind: Kinds of entries, by commas.
        Returns:
            The entries with where they stand in review, and the names that nothing answers with the reasons.
        """
        from glossary.facade.listing import entries_of

        return entries_of(self, names, as_of=as_of, status=status, kind=kind)

    def export_history(
        self, target: BinaryIO | str | os.PathLike[str], *, progress: Progress | None = None
    ) -> int:
        """Write every event as JSON Lines; return how many; see ``editing.archives.write_history``."""
        from glossary.editing.archives import write_history
        from glossary.formats.outputs import Output

        with Output(target) as file:
            return write_history(self.store, file.stream, progress)

    def import_history(self, stream: BinaryIO, *, progress: Progress | None = None) -> int:
        """Put a written history into a glossary nobody changed yet; see ``editing.archives.read_history``."""
        from glossary.editing.archives import read_history

        return read_history(self.store, stream, progress)

    def info(self) -> dict[str, Any]:
        """Return what the glossary holds: counts by kind and review, versions, the file and its size."""
        from glossary.facade.showing import info

        return info(self)

    def check(self, progress: Progress | None = None) -> tuple[Finding, ...]:
        """Return everything in the database that does not agree; nothing where it is sound."""
        return tuple(self.store.check(progress))

    def backup(self, target: str, progress: Progress | None = None) -> None:
        """Copy the glossary to a new file, as it is at one moment."""
        self.store.back_up(target, progress)

    def reindex(self, progress: Progress | None = None) -> int:
        """Make every key anew; return how many entries were indexed."""
        return self.store.reindex(progress)

    def upgrade(self) -> str:
        """Bring an older database to this version; return the backup made, empty where nothing was to do."""
        return self.store.upgrade()

    def interrupt(self) -> None:
        """Cancel running questions; may come from another thread."""
        self.store.interrupt()

    def sync(self, *, dry_run: bool = False) -> SyncPlan:
        """Bring the shipped entries up to date, or only tell what that would do; see ``editing.syncing``."""
        from glossary.editing.syncing import plan_sync, sync
        from glossary.facade.news import TAKEN, shipped_stamp
        from glossary.seeds import iter_shipped

        if dry_run:
            with self.store.explained():
                return plan_sync(self.store, iter_shipped())[0]
        stamp = shipped_stamp()
        plan = sync(self.store, iter_shipped())
        self.store.note(TAKEN, stamp)
        return plan

    def newer_shipped(self) -> int:
        """Return how many entries ``sync`` would add, change, propose or retire, as it was last worked out."""
        from glossary.facade.news import News

        return News(self.store).count()

    def untold_shipped(self) -> int:
        """Return the same once for each update of the program, and 0 from then on."""
        from glossary.facade.news import News

        return News(self.store).untold()
