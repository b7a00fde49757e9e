"""TBX read and written, against expat alone and against a bare stream of formatted strings.

* Read: a term base of version 2, as most tools write it, becomes items; expat reads the same file without a callback.
  A process of its own reads it once more, and one a tenth as long: what it held at most must not grow with the file.
* Written: entries in memory become TBX-Basic; the baseline formats the same lines from the same entries in a plain loop,
  without escaping, without asking what a dialect has room for and without a ledger.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from itertools import islice
from typing import BinaryIO
from xml.parsers import expat

from benchmarks.corpus import iter_prepared
from benchmarks.measures import Row, megabytes, milliseconds
from glossary.formats.interface import Input
from glossary.formats.options import Options
from glossary.formats.outputs import Output
from glossary.formats.registry import get_format
from glossary.formats.tbx.words import STATUS_OF_USAGE, TERM_TYPE_OF
from glossary.model.records import from_record
from glossary.model.sources import footnote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.model.entries import Entry

__all__ = ["termbase_rows", "write_term_base"]

_RUNS = 3
_DAY = "2026-11-25"
_TERM = (
    '<tig><term>{}</term><termNote type="termType">{}</termNote>'
    '<termNote type="administrativeStatus">{}</termNote></tig>'
)
_PEAK = """
import sys
from benchmarks.measures import peak
from glossary.formats.interface import Input
from glossary.formats.options import Options
from glossary.formats.registry import get_format
chosen = get_format("tbx", to="read")
with open(sys.argv[1], "rb") as stream:
    count = sum(1 for _ in chosen.read(Input(stream, "x", Options(chosen.reading), day="2026-11-25")))
print(count, peak())
"""


def termbase_rows(folder: str, size: int) -> list[Row]:
    """Return the rows on term bases of a number of entries.

    Args:
        folder: Where files may be written.
        size: How many entries.
    """
    path, small = (os.path.join(folder, f"{count}.tbx") for count in (size, size // 10))
    for name, count in ((path, size), (small, size // 10)):
        write_term_base(name, count)
    alone, read = _best(lambda: _expat(path)), _best(lambda: count_items(path))
    peak, small_peak = _peak(path, size), _peak(small, size // 10)
    return [
        Row(
            part=f"TBX of {size:,} concepts read and mapped",
            ratio=f"{read / alone:.1f}",
            target="≤ 8",
            met=read <= 8 * alone,
            measured=milliseconds(read),
            baseline=milliseconds(alone),
            note="baseline: expat reads the same file without a callback",
        ),
        Row(
            part=f"memory at most while it is read, {size:,} against {size // 10:,}",
            ratio=f"{megabytes(peak)}; {peak / small_peak:.2f}",
            target="≤ 64 MB, flat",
            met=peak <= 64 * 2**20 and peak <= 1.1 * small_peak,
            measured=megabytes(peak),
            baseline=megabytes(small_peak),
            note="of the whole process, Python included",
        ),
        _written_row(size),
    ]


def write_term_base(path: str, count: int) -> None:
    """Write a term base of so many concepts, three terms each, in version 2."""
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(_term_base(count))


def _term_base(count: int) -> Iterator[str]:
    """A term base of three terms a concept, in version 2."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en"><text><body>\n'
    for number, item in enumerate(islice(iter_prepared(count), count)):
        english, chinese = (name["text"] for name in json.loads(item.content)["names"][:2])
        yield (
            f'<termEntry id="c{number}">\n<descrip type="subjectField">government</descrip>\n'
            f'<langSet xml:lang="en">\n{_TERM.format(english, "fullForm", "preferredTerm-admn-sts")}\n'
            f"{_TERM.format(f'B{number}', 'acronym', 'admittedTerm-admn-sts')}\n</langSet>\n"
            f'<langSet xml:lang="zh-Hans">\n{_TERM.format(chinese, "fullForm", "preferredTerm-admn-sts")}\n'
            "</langSet>\n</termEntry>\n"
        )
    yield "</body></text></martif>\n"


def count_items(path: str) -> int:
    """Return how many items a TBX file gives."""
    chosen = get_format("tbx", to="read")
    with open(path, "rb") as stream:
        file = Input(stream, path, Options(chosen.reading), day=_DAY)
        return sum(1 for _item in chosen.read(file))


def _expat(path: str) -> None:
    parser = expat.ParserCreate()
    with open(path, "rb") as stream:
        while data := stream.read(65536):
            parser.Parse(data, False)
    parser.Parse(b"", True)


def _peak(path: str, count: int) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=True
    )
    items, peak = map(int, done.stdout.split())
    assert items == count
    return peak


def _written_row(size: int) -> Row:
    entries = [
        (from_record(json.loads(each.content)), each.review)
        for each in islice(iter_prepared(size), size)
    ]
    chosen = get_format("tbx", to="write")
    options = Options(chosen.writing, {"dialect": "basic"}, "tbx")

    def ours(stream: BinaryIO) -> None:
        with Output(stream, options, day=_DAY) as file:
            chosen.write(iter(entries), file)

    def written(write: Callable[[BinaryIO], None]) -> float:
        with open(os.devnull, "wb") as stream:
            return _best(lambda: write(stream))

    theirs = written(lambda stream: _formatted(entries, stream))
    own = written(ours)
    return Row(
        part=f"{size:,} entries written as TBX-Basic",
        ratio=f"{own / theirs:.2f}",
        target="≤ 2",
        met=own <= 2 * theirs,
        measured=milliseconds(own),
        baseline=milliseconds(theirs),
        note="baseline: the same lines formatted in a plain loop, neither escaped nor told",
    )


def _formatted(entries: Sequence[tuple[Entry, str]], stream: BinaryIO) -> None:
    block: list[str] = []
    for entry, _review in entries:
        text = f'<conceptEntry id="{entry.id}">\n'
        for domain in entry.domains:
            text += f'<descrip type="subjectField">{domain}</descrip>\n'
        lang = ""
        for name in entry.names:
            if name.lang != lang:
                text += "</langSec>\n" if lang else ""
                lang = name.lang
                text += f'<langSec xml:lang="{lang}">\n'
            text += (
                f'<termSec><term>{name.text}</term><termNote type="termType">{TERM_TYPE_OF[name.type]}</termNote>'
                f'<termNote type="administrativeStatus">{STATUS_OF_USAGE[name.usage]}</termNote>'
            )
            for source in name.sources:
                text += f'<admin type="source">{footnote(source)}</admin>'
            text += "</termSec>\n"
        block.append(f"{text}</langSec>\n</conceptEntry>\n")
        if len(block) >= 200:
            stream.write("".join(block).encode())
            block.clear()
    stream.write("".join(block).encode())


def _best(work: Callable[[], object]) -> float:
    """The shortest processor time of a few runs: what others do on the machine only ever adds to it."""
    times = []
    for _run in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
