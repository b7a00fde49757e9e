"""All benchmarks: ``python -m benchmarks [--size N]``; writes ``docs/benchmarks.md``.

With 100,000 entries by default, some eight minutes, most of them for the whole import; ``--size 1000000`` adds a
million, which takes half an hour the first time, while the entries are made up; ``--size 10000`` is for trying it
out, its ratios have no targets.
"""

from __future__ import annotations

import argparse
import datetime
import os
import tempfile

from benchmarks.catalogs import catalog_rows
from benchmarks.cold import cold_rows
from benchmarks.imports import import_rows
from benchmarks.life import approve_row, as_of_rows, history_row, queue_row
from benchmarks.load import add_rows, bulk_rows, load, stdin_row
from benchmarks.measures import Row, machine
from benchmarks.search import memory_row, run
from benchmarks.termbase import termbase_rows
from benchmarks.text import names_row
from benchmarks.tui import tui_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "docs", "benchmarks.md"
)
SIZES = (10_000, 100_000, 1_000_000)
INTRODUCTION = """\
# Benchmarks

Made by `make bench` (`python -m benchmarks`, `--size 1000000` for all sizes), not by hand. Each figure is held against a
baseline of the same run on the same machine: look at the ratios first, the rest says little elsewhere. Times are
median / 95th percentile in one warm process unless said otherwise, those of searches processor time.

The entries are made up from real places, departments, divisions and documents (`benchmarks/corpus.py`): few distinct words,
each in very many names. Real names vary more. What the search is compared with, and what counts as found, stands in
`benchmarks/search.py`. An import makes pinyin and keys of every name, which takes more than all the rest: it is held against reading
and loading twice, with that in the baseline and without it (`benchmarks/imports.py`).
"""


def main() -> None:
    """Run everything up to a size, print each row as it comes, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, choices=SIZES)
    parser.add_argument("--page", default=PAGE, help="where the table is written")
    arguments = parser.parse_args()
    sizes = [size for size in SIZES if 100_000 <= size <= arguments.size] or [arguments.size]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        _tell(rows, cold_rows(os.path.join(folder, "shipped.db")))
        rates: dict[int, float] = {}
        memory: dict[int, int] = {}
        for size in sizes:
            path = os.path.join(folder, f"{size}.db")
            rates[size] = load(path, size)
            if size >= 100_000:
                small = (100_000, rates[100_000]) if size > 100_000 else None
                _tell(rows, bulk_rows(folder, size, rates[size], small))
            found, memory[size] = run(size, path)
            _tell(rows, found)
            _tell(rows, as_of_rows(path, size, tempfile.mkdtemp(dir=folder)))
            if size == 100_000:
                _tell(rows, tui_rows(tempfile.mkdtemp(dir=folder), path, size))
            _tell(rows, [names_row(path, size), stdin_row(path, size), *add_rows(path, size)])
        if len(sizes) > 1:
            _tell(
                rows, [memory_row((sizes[-2], memory[sizes[-2]]), (sizes[-1], memory[sizes[-1]]))]
            )
        _tell(rows, catalog_rows(folder, min(sizes[-1], 100_000)))
        _tell(rows, termbase_rows(folder, min(sizes[-1], 100_000)))
        _tell(rows, import_rows(folder, min(sizes[-1], 100_000)))
        _tell(rows, [history_row(folder), queue_row(folder, sizes[-1] // 10), approve_row(folder)])
    _write(arguments.page, rows)


def _tell(rows: list[Row], found: Sequence[Row]) -> None:
    rows += found
    for row in found:
        print(
            f"{'met   ' if row.met else 'MISSED'} {row.part}: {row.ratio} (target {row.target})",
            flush=True,
        )


def _write(page: str, rows: Sequence[Row]) -> None:
    missed = [row for row in rows if not row.met]
    lines = [INTRODUCTION, f"{machine()}, {datetime.date.today()}.", ""]
    lines += [f"{len(rows) - len(missed)} of {len(rows)} targets met.", ""]
    lines += [
        "| part | ratio | target | met | measured | baseline | note |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (row.part, row.ratio, row.target, "yes" if row.met else "**no**")
        lines.append(f"| {' | '.join((*cells, row.measured, row.baseline, row.note))} |")
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
