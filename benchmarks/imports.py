"""A term base imported whole into a new glossary, against what it is made of: reading, preparing, bulk loading.

The import is ``import_file``: read, prepared, held against the glossary and against itself, planned, applied, reported. Nobody who
imports a file can leave the making of pinyin and keys out, so the target is asked twice: with it on both sides, which shows
what the import adds to reading, making and loading; and against the reading and the bulk load of entries whose pinyin and
keys are there already, which mostly shows what making them costs.

The import and its baseline run in a process each, so that neither pays for the memory of the other.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.measures import Row, megabytes, milliseconds
from benchmarks.termbase import write_term_base

__all__ = ["import_rows"]

_PARTS = """
import sys, time
from contextlib import closing
from benchmarks.measures import peak
from glossary.exchange.imports import import_file
from glossary.formats.interface import Input
from glossary.formats.options import Options
from glossary.formats.registry import get_format
from glossary.model.events import Action
from glossary.store.database import Store
from glossary.store.prepared import prepare

part, path, database = sys.argv[1:]
day, clock = "2026-11-25", time.process_time
if part == "import":
    with closing(Store.open(database, list)) as store:
        start = clock()
        report = import_file(store, path, by="benchmark", day=day)
        print(clock() - start, peak(), len(report.added))
else:
    chosen = get_format("tbx", to="read")
    reading = preparing = loading = 0.0
    count = 0
    with open(path, "rb") as stream, closing(Store.open(database, list)) as store:
        items = chosen.read(Input(stream, path, Options(chosen.reading), day=day))

        def ready():
            global reading, preparing, count
            while True:
                start = clock()
                item = next(items, None)
                middle = clock()
                reading += middle - start
                if item is None:
                    return
                done = prepare(item.entry)
                preparing += clock() - middle
                count += 1
                yield done

        start = clock()
        store.load(ready(), action=Action.IMPORT, by="benchmark", why="made up")
        loading = clock() - start - reading - preparing
    print(reading, preparing, loading, count)
"""


def import_rows(folder: str, size: int) -> list[Row]:
    """Return the rows on a whole import of so many new concepts.

    Args:
        folder: Where files may be written.
        size: How many concepts.
    """
    path, small = (os.path.join(folder, f"import-{count}.tbx") for count in (size, size // 10))
    write_term_base(path, size)
    write_term_base(small, size // 10)
    reading, preparing, loading, count = _run("parts", path, folder)
    whole, peak, added = _run("import", path, folder)
    _seconds, small_peak, small_added = _run("import", small, folder)
    assert count == added == size
    assert small_added == size // 10
    ready, made = reading + loading, reading + preparing + loading
    return [
        Row(
            part=f"TBX of {size:,} new concepts imported, pinyin and keys made on both sides",
            ratio=f"{whole / made:.2f}",
            target="≤ 1.5",
            met=whole <= 1.5 * made,
            measured=milliseconds(whole),
            baseline=milliseconds(made),
            note=(
                f"baseline: read {milliseconds(reading)}, pinyin and keys {milliseconds(preparing)},"
                f" bulk load {milliseconds(loading)}"
            ),
        ),
        Row(
            part=f"TBX of {size:,} new concepts imported, pinyin and keys in the import alone",
            ratio=f"{whole / ready:.1f}",
            target="≤ 1.5",
            met=whole <= 1.5 * ready,
            measured=milliseconds(whole),
            baseline=milliseconds(ready),
            note="baseline: read, and bulk load of entries whose pinyin and keys are there already",
        ),
        Row(
            part=f"memory at most in the import, {size:,} against {size // 10:,}",
            ratio=f"{megabytes(int(peak))}; {peak / small_peak:.2f}",
            target="≤ 64 MB, flat",
            met=peak <= 64 * 2**20 and peak <= 1.1 * small_peak,
            measured=megabytes(int(peak)),
            baseline=megabytes(int(small_peak)),
            note="of the whole process, Python included",
        ),
    ]


def _run(part: str, path: str, folder: str) -> tuple[float, ...]:
    """The figures of one part, in a process and with a database of its own."""
    database = os.path.join(tempfile.mkdtemp(dir=folder), "import.db")
    done = subprocess.run(
        [sys.executable, "-c", _PARTS, part, path, database],
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(map(float, done.stdout.split()))
