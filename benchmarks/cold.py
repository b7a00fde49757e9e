"""One exact lookup as a whole process, against an interpreter that imports what any such tool would.

Both run as often, in turns, bytecode compiled, on a database in the files' cache; compared is processor time, user and
system. ``PYTHONPATH`` is the checkout, as an installed package would be found.
"""

from __future__ import annotations

import compileall
import os
import subprocess

from benchmarks.measures import PYTHON, RUN, Row, child_cpu, median, milliseconds

__all__ = ["cold_rows"]

BASELINE = "import argparse, sqlite3, json, dataclasses"
NAME = "Ministry of Science and Technology"
COMMANDS = {
    "cold lookup": (["-c", RUN, "lookup", NAME], 1.5),
    "cold lookup --json": (["-c", RUN, "lookup", "--json", NAME], 1.5),
    "cold glossary.lookup()": (
        ["-c", f"import glossary; print(glossary.lookup({NAME!r})[0].chinese)"],
        1.5,
    ),
}
TURNS = 25


def cold_rows(path: str) -> list[Row]:
    """Return the rows for a cold lookup in a database that is made here, with the shipped entries.

    Args:
        path: Where the database is made.
    """
    checkout = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    compileall.compile_dir(os.path.join(checkout, "glossary"), quiet=2)
    environment = {**os.environ, "ZHENGMING_DB": path, "PYTHONPATH": checkout}
    subprocess.run(
        [PYTHON, "-c", RUN, "lookup", NAME],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    times: dict[str, list[float]] = {"": [], **{part: [] for part in COMMANDS}}
    for _ in range(TURNS):
        times[""].append(child_cpu([PYTHON, "-I", "-c", BASELINE], environment))
        for part, (arguments, _) in COMMANDS.items():
            times[part].append(child_cpu([PYTHON, *arguments], environment))
    rows = []
    for part, (_, limit) in COMMANDS.items():
        ratio = median(times[part]) / median(times[""])
        rows.append(
            Row(
                part=part,
                ratio=f"{ratio:.2f}",
                target=f"≤ {limit:g}",
                met=ratio <= limit,
                measured=milliseconds(median(times[part])),
                baseline=milliseconds(median(times[""])),
                note=f"processor time of {TURNS} processes each; baseline: python -I -c '{BASELINE}'",
            )
        )
    return rows
