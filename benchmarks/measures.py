"""What the benchmarks share: the machine's line, percentiles, processor time of whole processes, one row of a table.

Figures are quoted as ratios to a baseline of the same run on the same machine, since absolute times say little elsewhere.
"""

from __future__ import annotations

import os
import platform
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "PYTHON",
    "RUN",
    "Row",
    "child_cpu",
    "machine",
    "median",
    "megabytes",
    "milliseconds",
    "peak",
    "percentile",
    "resident",
    "timed",
]


PYTHON = sys.executable
RUN = "from glossary.start import run; run()"
"""What the console script ``zhengming`` does."""


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        part: What was measured, and at which size.
        ratio: The figure that is held against the target.
        target: The target, as text: ``≤ 0.10``.
        met: Whether it is.
        measured: The time, rate or memory behind the ratio.
        baseline: The same of the baseline.
        note: What the reader must know to judge it.
    """

    part: str
    ratio: str
    target: str
    met: bool
    measured: str
    baseline: str
    note: str = ""


def machine() -> str:
    """Return one line about the machine and the versions."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in _lines("/proc/cpuinfo")
            if line.startswith("model name")
        ),
        platform.processor() or platform.machine(),
    )
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}"
    )


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8") as file:
            return file.readlines()
    except OSError:
        return []


def resident() -> int:
    """Return the bytes of memory this process holds now; 0 where the system does not tell."""
    return _status("VmRSS")


def peak() -> int:
    """Return the most this process ever held; 0 where the system does not tell.

    Not what ``getrusage`` says: that begins with what the process held that started this one.
    """
    return _status("VmHWM")


def _status(key: str) -> int:
    for line in _lines("/proc/self/status"):
        if line.startswith(key):
            return int(line.split()[1]) * 1024
    return 0


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which a part of the values lies, without interpolation.

    >>> percentile([5, 1, 4, 2, 3], 0.95)
    5
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds a call takes on the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def child_cpu(command: Sequence[str], environment: dict[str, str] | None = None) -> float:
    """Return the seconds of processor time, user and system, that one process takes.

    Raises:
        subprocess.CalledProcessError: It fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=True, env=environment, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def milliseconds(seconds: float) -> str:
    """Return a time as milliseconds with three digits that count.

    >>> milliseconds(0.0123456), milliseconds(1.5)
    ('12.3 ms', '1500 ms')
    """
    value = seconds * 1000
    return f"{value:.0f} ms" if value >= 100 else f"{value:.3g} ms"


def megabytes(size: int) -> str:
    """Return a size in megabytes.

    >>> megabytes(31_457_280)
    '30 MB'
    """
    return f"{size / 1_048_576:.0f} MB"
