"""Loading and adding: many entries at once, one durably, and exact names answered from stdin.

* Bulk: prepared entries with their events, against the same entries and names inserted with every index in place and
  full text kept by a trigger, in one transaction. The baseline writes no events and no typo table.
* One add: the event, the entry and its indexes on the disk, against 4 kB appended to a file and fsync'ed.
* ``zhengming lookup --jsonl`` as a process that reads names from stdin.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time

from benchmarks.corpus import iter_prepared, prepared_file, sample
from benchmarks.measures import RUN, Row, median, milliseconds, timed
from glossary.glossary import Glossary
from glossary.model.events import Action
from glossary.model.records import from_record
from glossary.store.database import Store
from glossary.store.names import INSERT_NAME, rows_for
from glossary.store.prepared import prepare
from glossary.store.rows import INSERT_ENTRY, entry_row
from glossary.store.schema import INDEXES, TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from glossary.model.entries import Entry
    from glossary.store.prepared import Prepared

__all__ = ["add_rows", "bulk_rows", "load", "stdin_row"]

TRIGGER = (
    "CREATE TRIGGER names_added AFTER INSERT ON names BEGIN"
    " INSERT INTO names_fts (rowid, words) VALUES (new.id, new.words); END;"
)
ADDS = 60
NAMES = 20_000


class _Items:
    """Prepared entries, read from their file on the way, and the seconds the reading takes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Prepared]:
        items = iter_prepared(self.size)
        while True:
            start = time.perf_counter()
            item = next(items, None)
            self.seconds += time.perf_counter() - start
            if item is None:
                return
            yield item


def load(path: str, size: int) -> float:
    """Load so many prepared entries into a new database; return how many went in a second, their reading left out."""
    store, items = Store.open(path, list), _Items(size)
    prepared_file(size)
    try:
        seconds = timed(
            lambda: store.load(items, action=Action.IMPORT, by="benchmark", why="made up")
        )
    finally:
        store.close()
    return size / (seconds - items.seconds)


def _load_by_trigger(path: str, size: int) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.executescript(TABLES + INDEXES + TRIGGER)
    items = _Items(size)

    def insert() -> None:
        connection.execute("BEGIN")
        for n, item in enumerate(items, 1):
            connection.execute(INSERT_ENTRY, entry_row(n, item, None))
            connection.executemany(INSERT_NAME, rows_for(n, item.review, item.names))
        connection.execute("COMMIT")

    seconds = timed(insert)
    connection.close()
    return size / (seconds - items.seconds)


def bulk_rows(folder: str, size: int, rate: float, small: tuple[int, float] | None) -> list[Row]:
    """Return the rows for bulk loading.

    Args:
        folder: Where the baseline's database is made.
        size: How many entries were loaded.
        rate: How many of them a second.
        small: A smaller size and its rate, to compare with.
    """
    if small:
        ratio = rate / small[1]
        return [
            Row(
                part=f"bulk load, {size:,} against {small[0]:,}",
                ratio=f"{ratio:.2f}",
                target="≥ 0.7",
                met=ratio >= 0.7,
                measured=f"{rate:,.0f} entries/s",
                baseline=f"{small[1]:,.0f} entries/s",
            )
        ]
    baseline = _load_by_trigger(os.path.join(folder, "trigger.db"), size)
    ratio = rate / baseline
    return [
        Row(
            part=f"bulk load, {size:,}",
            ratio=f"{ratio:.1f}",
            target="≥ 4",
            met=ratio >= 4,
            measured=f"{rate:,.0f} entries/s",
            baseline=f"{baseline:,.0f} entries/s",
            note="ours with events and typo table, by trigger without",
        )
    ]


def _drafts(size: int) -> list[Entry]:
    """New entries much like those that are there, none with a name of theirs."""
    drafts = []
    for at, item in enumerate(sample(size, 2 * ADDS)):
        record = json.loads(item.content)
        record["id"] = f"draft-{at}"
        english, chinese = record["names"]
        english["text"] += " Annex"
        chinese["text"] += "附属"
        del chinese["renderings"]
        drafts.append(from_record(record))
    return drafts


def add_rows(path: str, size: int) -> list[Row]:
    """Return the rows for one durable add to a database of so many entries; they stay in it."""
    by_store, by_facade, raw = [], [], []
    os.sync()  # what the load left to be written would delay both
    with (
        Glossary.open(path, create=False, user="benchmark") as glossary,
        open(f"{path}.fsync", "wb", buffering=0) as file,
    ):
        for at, draft in enumerate(_drafts(size)):
            raw.append(timed(lambda: _write(file)))
            if at % 2:
                by_facade.append(timed(lambda draft=draft: glossary.add(draft)))  # type: ignore[misc]
                continue
            ready = prepare(draft)
            by_store.append(
                timed(
                    lambda ready=ready: glossary.store.record_new(  # type: ignore[misc]
                        Action.ADD, "benchmark", "", ready
                    )
                )
            )
    os.remove(f"{path}.fsync")
    return [
        _add_row(f"one durable add, prepared, by the store, {size:,}", by_store, raw),
        _add_row(f"one durable add, by the facade, {size:,}", by_facade, raw),
    ]


def _write(file: IO[bytes]) -> None:
    file.write(b"x" * 4096)
    os.fsync(file.fileno())


def _add_row(part: str, times: list[float], raw: list[float]) -> Row:
    ratio = median(times) / median(raw)
    return Row(
        part=part,
        ratio=f"{ratio:.1f}",
        target="≤ 5",
        met=ratio <= 5,
        measured=milliseconds(median(times)),
        baseline=milliseconds(median(raw)),
        note="medians; baseline: 4 kB written and fsync'ed",
    )


def stdin_row(path: str, size: int) -> Row:
    """Return the row for exact names answered by one process, its start included."""
    items = sample(size, NAMES // 2)
    names = [json.loads(item.content)["names"][at]["text"] for item in items for at in (0, 1)]
    command = [sys.executable, "-c", RUN, "--db", path, "lookup", "--jsonl"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command,
        input="\n".join(names),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    rate = len(names) / (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    found = done.stdout.count('"found": "exact"') + done.stdout.count('"found":"exact"')
    return Row(
        part=f"lookup over stdin, {size:,}",
        ratio=f"{rate:,.0f} names/s; found {found / len(names):.1%}",
        target="≥ 3,000 names/s",
        met=rate >= 3000 and found == len(names),
        measured=f"{len(names):,} names, {wall:.1f} s on the clock",
        baseline="",
        note="answers as JSON, a second of processor time, start and end of the process included",
    )
