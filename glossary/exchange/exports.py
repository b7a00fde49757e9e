"""Entries out as they stand, in any format that can be written."""

from __future__ import annotations

import time

from glossary.formats.options import Options
from glossary.formats.outputs import Output
from glossary.formats.registry import get_format
from glossary.formats.source_dates import source_date
from glossary.model.pairs import entry_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry
    from glossary.store.database import Store
    from glossary.store.filters import Filters

    Progress = Callable[[int, int], None]

__all__ = ["export"]


def export(
    store: Store,
    format_name: str,
    target: BinaryIO | str | os.PathLike[str],
    filters: Filters,
    *,
    options: Mapping[str, object] | None = None,
    entries: Sequence[tuple[Entry, str]] | None = None,
    day: str = "",
    progress: Progress | None = None,
) -> Ledger:
    """Write the entries that filters let through, in the order of their ids; or these, in theirs.

    Args:
        store: The store.
        format_name: A format that can be written.
        target: A stream of bytes, or the path of a file or folder; what is there stays until all of it is whole.
        filters: Which entries; with a day, only names and relations valid then.
        options: Options of the format.
        entries: Entries with where they stand in review, each id once; of the filters only the day holds for them.
        day: Today; where ``SOURCE_DATE_EPOCH`` is set, the day it means stands for it.
        progress: Told how many were written, of how many.
    Returns:
        What the format could not carry; ``notes`` of it say what else there is to tell.
    Raises:
        InputError: The format or an option is unknown, or the file cannot be written.
        StoreError: The database cannot be read.
    """
    chosen = get_format(format_name, to="write")
    given = Options(chosen.writing, options, chosen.name)
    total = store.reader.tally("entries") if entries is None else len(entries)

    def chosen_ones() -> Iterator[tuple[Entry, str]]:
        if entries is not None:
            return iter(entries)
        return ((listed.entry, listed.review) for listed in store.reader.iter_listed(filters))

    def told() -> Iterator[tuple[Entry, str]]:
        for at, (entry, review) in enumerate(chosen_ones(), 1):
            if progress and at % 200 == 0:
                progress(at, total)
            yield entry_on(entry, filters.day) if filters.day else entry, review

    with (
        store.explained(),
        store.reading(),
        Output(target, given, default_name=chosen.file_name, day=_source_day() or day) as file,
    ):
        chosen.write(told(), file)
    return file.ledger


def _source_day() -> str:
    """The day of the moment that stands for now; empty where none does."""
    moment = source_date()
    return "" if moment is None else time.strftime("%Y-%m-%d", time.gmtime(moment))
