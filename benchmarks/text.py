"""Names found in a running text: 12 kB of English and Chinese with names of the glossary in it, the glossary open."""

from __future__ import annotations

import json
import statistics
import time

from benchmarks.corpus import sample
from benchmarks.measures import Row, milliseconds
from glossary.glossary import Glossary
from glossary.model.entries import Kind
from glossary.model.events import Action
from glossary.seeds import iter_shipped

__all__ = ["names_row"]

LENGTH = 12_000
"""Bytes of the text."""

LIMIT_MS = 10.0
RUNS = 15
_FILLER = (
    "Officials said on Tuesday that the project, first announced in 2019, would widen cooperation with partners "
    "abroad and bring in new equipment; a report seen by reporters listed goals and a budget. "
)
_FILLER_HAN = (
    "据了解，该项目于二〇一九年启动，旨在扩大对外合作、引进先进设备，相关负责人介绍了目标和预算。"
)


def article(size: int) -> tuple[str, int]:
    """Return a text with names of the first ``size`` made-up entries in it, and how many different names it holds."""
    parts: list[str] = []
    names = 0
    for at, item in enumerate(sample(size, 60)):
        english, chinese = (name["text"] for name in json.loads(item.content)["names"][:2])
        parts.append(
            f"{_FILLER}The {english} took part. " if at % 4 else f"{_FILLER_HAN}{chinese}参加。"
        )
        names += 1
        if len("".join(parts).encode()) > LENGTH - 400:
            break
    return "\n\n".join(parts), names


def names_row(path: str, size: int) -> Row:
    """Return the row for the names of one text; the shipped patterns are added, and stay."""
    text, names = article(size)
    with Glossary.open(path) as glossary:
        patterns = [item for item in iter_shipped() if item.kind == Kind.PATTERN]
        glossary.store.load(patterns, action=Action.IMPORT, by="benchmark", why="to compose with")
        found = len(glossary.names(text))
        times = []
        for _ in range(RUNS):
            start = time.process_time()
            glossary.names(text)
            times.append(time.process_time() - start)
    took = statistics.median(times)
    return Row(
        part=f"names of a text, {size:,}",
        ratio=f"{milliseconds(took)}; {found} of {names} names",
        target=f"≤ {LIMIT_MS:.0f} ms",
        met=took * 1000 <= LIMIT_MS and found >= names,
        measured=f"{len(text.encode()):,} bytes",
        baseline="",
        note=f"processor time of one call, the glossary and its grammar of {len(patterns):,} patterns open; composed names sought too",
    )
