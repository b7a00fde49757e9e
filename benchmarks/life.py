"""First pages of what grows, and many decisions at once: each size against a small one of the same run.

The first page costs what is on it, however much lies behind: the history of an entry with 10,000 events, a queue of
100,000 proposals, a glossary as of a date.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from itertools import islice

from benchmarks.corpus import iter_prepared, sample
from benchmarks.measures import Row, median, milliseconds, timed
from glossary.glossary import Glossary
from glossary.model.events import Action, RowChange
from glossary.model.values import replace
from glossary.store.database import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.store.prepared import Prepared

__all__ = ["approve_row", "as_of_rows", "history_row", "queue_row"]

TIMES = 40
PAGE = 10
DAY = "2015-06-30"


def _proposed(size: int) -> list[Prepared]:
    return [replace(item, review="proposed") for item in iter_prepared(size)]


def _made(path: str, items: list[Prepared]) -> Glossary:
    """A new glossary that holds some entries."""
    store = Store.open(path, list)
    store.load(items, action=Action.IMPORT, by="benchmark", why="made up")
    return Glossary(store, "reviewer")


def _row(part: str, large: list[float], small: list[float], note: str) -> Row:
    ratio = median(large) / median(small)
    return Row(
        part=part,
        ratio=f"{ratio:.2f}",
        target="≤ 2",
        met=ratio <= 2,
        measured=milliseconds(median(large)),
        baseline=milliseconds(median(small)),
        note=note,
    )


def _turns(large: Callable[[], object], small: Callable[[], object]) -> tuple[list[float], ...]:
    """The seconds both take, asked in turns."""
    large(), small()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES):
        times[0].append(timed(large))
        times[1].append(timed(small))
    return times


def history_row(folder: str) -> Row:
    """Return the row for the first page of a long history."""
    with _made(os.path.join(folder, "history.db"), _proposed(2)) as glossary:
        long, short = (item.id for item in iter_prepared(2))
        with glossary.store.writing():
            for entry_id, count in ((short, 100), (long, 10_000)):
                changes = [
                    RowChange(
                        table="entries",
                        key=entry_id,
                        before={"review": ("proposed", "rejected")[at % 2]},
                        after={"review": ("rejected", "proposed")[at % 2]},
                    )
                    for at in range(count)
                ]
                glossary.store.record_all(
                    Action.REJECT,
                    "reviewer",
                    "to and fro",
                    [(entry_id, [each]) for each in changes],
                )

        def page(entry_id: str) -> object:
            return list(glossary.history(entry_id, limit=50, newest=True))

        times = _turns(lambda: page(long), lambda: page(short))
    return _row(
        "first page of a history, 10,000 events against 100", *times, "50 events, newest first"
    )


def queue_row(folder: str, size: int) -> Row:
    """Return the row for the first page of the review queue."""
    with (
        _made(os.path.join(folder, "queue.db"), _proposed(size)) as large,
        _made(os.path.join(folder, "short.db"), _proposed(100)) as small,
    ):
        times = _turns(lambda: large.queue(limit=50), lambda: small.queue(limit=50))
    return _row(f"first page of the review queue, {size:,} against 100", *times, "50 of what waits")


def as_of_rows(path: str, size: int, folder: str) -> list[Row]:
    """Return the rows for questions as of a date, in a database of so many entries against one of a hundred."""
    names = [str(item.names[0][3]) for item in sample(100, TIMES)]
    counts = Counter(word for item in iter_prepared(100) for word in str(item.names[0][9]).split())
    words = [word for word, count in counts.items() if count > 2 * PAGE]
    rows = []
    with (
        Glossary.open(path, create=False) as large,
        _made(os.path.join(folder, "hundred.db"), list(iter_prepared(100))) as small,
    ):
        questions: dict[str, Callable[[Glossary, int], object]] = {
            "lookup": lambda glossary, at: glossary.lookup(names[at % TIMES], as_of=DAY),
            "find, first page": lambda glossary, at: (
                glossary.find(words[at % len(words)], as_of=DAY, limit=PAGE).answers
            ),
            "list, first page": lambda glossary, _: glossary.find(f"as-of:{DAY}", limit=20).answers,
        }
        for part, ask in questions.items():
            at = iter(range(10_000))
            times = _turns(
                lambda ask=ask, at=at: ask(large, next(at) // 2),  # type: ignore[misc]
                lambda ask=ask, at=at: ask(small, next(at) // 2),  # type: ignore[misc]
            )
            note = (
                f"as of {DAY}; words that fill a page in both" if "find" in part else f"as of {DAY}"
            )
            rows.append(_row(f"as of: {part}, {size:,} against 100", *times, note))
    return rows


def approve_row(folder: str, count: int = 10_000) -> Row:
    """Return the row for approving many new entries in one go."""
    with _made(os.path.join(folder, "approve.db"), _proposed(count)) as glossary:
        ids = [item.id for item in islice(iter_prepared(count), count)]
        clock, start = time.process_time(), time.perf_counter()
        glossary.approve_all(ids)
        rate, wall = count / (time.process_time() - clock), time.perf_counter() - start
    return Row(
        part=f"approve {count:,} in one go",
        ratio=f"{rate:,.0f}/s",
        target="≥ 5,000/s",
        met=rate >= 5000,
        measured=f"{wall:.1f} s on the clock",
        baseline="",
        note="approvals a second of processor time, all in one transaction",
    )
