"""gettext catalogs written, against polib and msgfmt.

* PO: entries in memory become messages in a file; polib is given the same messages, made already, and saves them.
* MO: rows of the same messages are sorted and written; ``msgfmt`` compiles the PO, and its processor time counts.
* Linear: the time a message takes in a MO of all against one of a tenth. polib and Babel take ten times as long there.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import time
from itertools import islice

import polib

from benchmarks.corpus import iter_prepared
from benchmarks.measures import Row, child_cpu, median, milliseconds
from glossary.formats.mo import mo_row, write_mo
from glossary.formats.options import Options
from glossary.formats.outputs import Output
from glossary.formats.po_messages import Message
from glossary.formats.po_reading import PoReader
from glossary.formats.registry import get_format
from glossary.model.records import from_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model.entries import Entry

__all__ = ["catalog_rows"]

_RUNS = 3


def catalog_rows(folder: str, size: int) -> list[Row]:
    """Return the rows on catalogs of a number of entries.

    Args:
        folder: Where files may be written.
        size: How many entries.
    """
    entries = [
        (from_record(json.loads(each.content)), each.review)
        for each in islice(iter_prepared(size), size)
    ]
    ours, theirs = os.path.join(folder, "ours.po"), os.path.join(folder, "theirs.po")
    written = _cpu(lambda: _export(entries, ours))
    with open(ours, "rb") as stream:
        messages = [each for each in PoReader(stream, ours) if isinstance(each, Message)]
        assert len(messages) >= size * 9 // 10
    catalog = _polib(messages)
    saved = _cpu(lambda: catalog.save(theirs))
    rows = [
        Row(
            part=f"{len(messages):,} messages as PO",
            ratio=f"{written / saved:.2f}",
            target="≤ 1.3",
            met=written <= 1.3 * saved,
            measured=milliseconds(written),
            baseline=milliseconds(saved),
            note="from entries to the file, against polib's own saving",
        )
    ]
    return rows + _mo_rows(messages, ours)


def _mo_rows(messages: list[Message], path: str) -> list[Row]:
    packed = [mo_row(each) for each in messages]
    compiled = _cpu(lambda: write_mo(packed, io.BytesIO()))
    tenth = packed[: len(packed) // 10]
    small = _cpu(lambda: write_mo(tenth, io.BytesIO())) / len(tenth)
    per_message = compiled / len(packed)
    rows = [
        Row(
            part=f"a message of a MO of {len(packed):,}",
            ratio=f"{per_message / small:.2f}",
            target="≤ 1.5",
            met=per_message <= 1.5 * small,
            measured=f"{per_message * 1e6:.2f} µs",
            baseline=f"{small * 1e6:.2f} µs",
            note="against one of a tenth as many: linear",
        )
    ]
    if shutil.which("msgfmt") is None:
        return rows
    with open(path, encoding="utf-8") as stream:
        sure = re.sub(r"^#, fuzzy\n", "", stream.read(), flags=re.MULTILINE)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(sure)
    baseline = median([child_cpu(["msgfmt", "-o", os.devnull, path]) for _run in range(_RUNS)])
    rows.append(
        Row(
            part=f"{len(packed):,} messages as MO",
            ratio=f"{compiled / baseline:.2f}",
            target="≤ 0.5",
            met=compiled <= 0.5 * baseline,
            measured=milliseconds(compiled),
            baseline=milliseconds(baseline),
            note="processor time, against msgfmt, which reads the PO for it",
        )
    )
    return rows


def _export(entries: list[tuple[Entry, str]], path: str) -> None:
    chosen = get_format("po")
    if os.path.exists(path):
        os.remove(path)  # a catalog that is there would be brought up to date
    with Output(path, Options(chosen.writing, {"to": ["zh_CN"]}), day="2026-11-25") as file:
        chosen.write(iter(entries), file)


def _polib(messages: list[Message]) -> polib.POFile:
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for each in messages:
        catalog.append(
            polib.POEntry(
                msgid=each.msgid,
                msgstr=each.msgstr[0],
                msgctxt=each.context,
                comment="\n".join(each.extracted),
                occurrences=[(place, "") for place in each.references],
                flags=list(each.flags),
            )
        )
    return catalog


def _cpu(work: Callable[[], object]) -> float:
    """The processor time a call takes, the median of a few."""
    times = []
    for _run in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)
