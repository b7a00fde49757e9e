"""The terminal UI, driven by keys: its start, a key in the search, the cursor, its memory.

    start        whole processes in a terminal of 100×30, from the start to the first screen painted; in turns with an
                 app of Textual with nothing in it
    a key        from the key to the painting that shows the hits of what was typed by then, against an app that is one
                 ``Input``, which the same keys are typed into: processor time of all threads, as the clock is at the
                 mercy of what else a machine does, and the clock beside it
    the cursor   rows read from the database for one move, against the rows on the screen
    memory       resident after searching and paging, with ten times the entries

``python -m benchmarks.tui PATH`` alone runs them on a database, and prints JSON where ``--child`` says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import pty
import re
import signal
import struct
import subprocess
import tempfile
import termios
import time
from fcntl import ioctl
from select import select
from typing import Any

from benchmarks.load import load
from benchmarks.measures import (
    PYTHON,
    Row,
    median,
    megabytes,
    milliseconds,
    percentile,
    resident,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

__all__ = ["tui_rows"]

WIDTH, HEIGHT = 100, 30
STARTS = 12
TEXTS = (
    "hebei sheng jiaoyu",
    "department of science",
    "科学技术厅",
    "hbskjt",
    "guangdong food safety",
    "Shandong Provincal Health",  # with a slip of the finger
)
PATIENCE_S = 60.0
_EMPTY = "from textual.app import App; App().run()"
_OURS = "import sys; from tui.app import run; run(sys.argv[1], user='bench')"
_ESCAPES = re.compile(
    rb"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[P\]_][^\x1b\x07]*(?:\x07|\x1b\\)"
)


def tui_rows(folder: str, path: str, size: int) -> list[Row]:
    """Return the rows for the terminal UI.

    Args:
        folder: Where a smaller database is made.
        path: A database of ``size`` entries.
        size: How many.
    """
    environment = {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), folder),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    small = os.path.join(folder, "small.db")
    load(small, size // 10)
    figures = {each: _child(environment, each) for each in (path, small)}
    return [_start_row(environment, path, size), *_key_rows(figures, path, small, size)]


def _start_row(environment: dict[str, str], path: str, size: int) -> Row:
    ours, empty = [], []
    for turn in range(STARTS + 1):
        times = (
            _first_paint([PYTHON, "-c", _EMPTY], environment),
            _first_paint([PYTHON, "-c", _OURS, path], environment),
        )
        if turn:  # the first one warms the files' cache
            empty.append(times[0])
            ours.append(times[1])
    ratio = median(ours) / median(empty)
    return Row(
        part=f"TUI: start to first paint, {size:,}",
        ratio=f"{ratio:.2f}",
        target="≤ 2",
        met=ratio <= 2,
        measured=milliseconds(median(ours)),
        baseline=milliseconds(median(empty)),
        note=f"{STARTS} processes each in a terminal of {WIDTH}×{HEIGHT}; baseline: an empty Textual app",
    )


def _first_paint(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds from the start of a process until it has painted a whole screen."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        start_new_session=True,
    )
    os.close(slave)
    output = b""
    try:
        while len(_ESCAPES.sub(b"", output).decode(errors="replace")) < 0.9 * WIDTH * HEIGHT:
            if not select([master], [], [], PATIENCE_S)[0]:
                raise TimeoutError(f"{command} painted nothing: {output[-500:]!r}")
            output += os.read(master, 65536)
        return time.perf_counter() - start
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        os.close(master)


def _key_rows(
    figures: dict[str, dict[str, Any]], path: str, small: str, size: int
) -> Iterator[Row]:
    (keys, waits), (inputs, others) = (
        tuple(zip(*figures[path][each], strict=True)) for each in ("keys", "inputs")
    )
    ratio = median(keys) / median(inputs)
    yield Row(
        part=f"TUI: key to repainted hits, {size:,}",
        ratio=f"{ratio:.2f}",
        target="≤ 2",
        met=ratio <= 2,
        measured=f"{milliseconds(median(keys))} / {milliseconds(percentile(keys, 0.95))}",
        baseline=f"{milliseconds(median(inputs))} / {milliseconds(percentile(inputs, 0.95))}",
        note=f"processor time of all threads, {len(keys)} keys, median / 95th; on the clock"
        f" {milliseconds(median(waits))} against {milliseconds(median(others))}; baseline: an app that is one Input",
    )
    page, most = figures[path]["page"], figures[path]["most"]
    yield Row(
        part=f"TUI: rows read for a move of the cursor, {size:,}",
        ratio=f"{most} rows",
        target=f"≤ {page} rows, a page",
        met=most <= page,
        measured=f"{figures[path]['read']} rows in {figures[path]['moves']} moves",
        baseline=f"{page} rows on the screen",
        note="↓ ↑ PgDn PgUp; the most rows one of them read",
    )
    ratio = figures[path]["memory"] / figures[small]["memory"]
    yield Row(
        part=f"TUI: memory, {size:,} against {size // 10:,}",
        ratio=f"{ratio:.2f}",
        target="≤ 1.2",
        met=ratio <= 1.2,
        measured=megabytes(figures[path]["memory"]),
        baseline=megabytes(figures[small]["memory"]),
        note="resident after all keys and moves",
    )


def _child(environment: dict[str, str], path: str) -> dict[str, Any]:
    """Drive the app in a process of its own, whose memory is then the app's."""
    command = [PYTHON, "-m", "benchmarks.tui", "--child", path]
    done = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


class _Paintings:
    """When an app painted last; asked after each key."""

    def __init__(self, app: App[None]) -> None:
        self.app = app
        self.painted: asyncio.Event = asyncio.Event()
        self.at = self.used = 0.0
        paint = app._display

        def display(*arguments: Any) -> None:
            paint(*arguments)
            self.at, self.used = time.perf_counter(), time.process_time()
            self.painted.set()

        app._display = display  # type: ignore[method-assign]  # the one place that writes to the terminal

    async def key(self, character: str, shown: Callable[[], bool]) -> tuple[float, float]:
        """Press a key; return the seconds until a painting that shows what it leads to, of the processor and the clock."""
        from textual.events import Key

        name = {" ": "space"}.get(character, character)
        start, used = time.perf_counter(), time.process_time()
        self.app.post_message(Key(name, character if len(character) == 1 else None))
        while True:
            self.painted.clear()
            await asyncio.wait_for(self.painted.wait(), PATIENCE_S)
            if shown():
                return self.used - used, self.at - start


async def _type(paintings: _Paintings, shown: Callable[[str], bool]) -> list[tuple[float, float]]:
    """Type all texts, each into an emptied field; return the seconds of each key."""
    from textual.widgets import Input

    times = []
    field = paintings.app.screen.query_one(Input)
    for text in TEXTS:
        field.value = ""
        await asyncio.sleep(0.2)
        for at, character in enumerate(text, 1):
            typed = text[:at]
            times.append(await paintings.key(character, lambda typed=typed: shown(typed)))
            await asyncio.sleep(0.02)
    return times


async def _inputs() -> list[tuple[float, float]]:
    from textual.app import App
    from textual.widgets import Input

    class OneInput(App[None]):
        def compose(self) -> Iterator[Input]:
            yield Input()

    app = OneInput()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        field = app.query_one(Input)
        field.cursor_blink = False
        return await _type(_Paintings(app), lambda typed: field.value == typed)


async def _drive(path: str) -> dict[str, Any]:
    from glossary import Glossary
    from tui.app import ZhengmingApp
    from tui.query import Query
    from tui.search import SearchScreen

    read: list[int] = []
    with tempfile.TemporaryDirectory() as state, Glossary.open(path, user="bench") as glossary:
        app = ZhengmingApp(glossary, state=state)
        async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, SearchScreen)
            screen.query_one(Query).cursor_blink = False

            def shown(typed: str) -> bool:
                return screen.found is not None and screen.found.query == typed.strip()

            paintings = _Paintings(app)
            keys = await _type(paintings, shown)
            await _settle(screen)
            screen.query_one(Query).value = "department"
            await asyncio.sleep(0.2)
            await _settle(screen)
            moves = 0
            page = screen.hits.page
            assert screen.found is not None
            _count(screen, read)
            most = 0
            for key in ("down",) * 60 + ("pagedown",) * 5 + ("up",) * 20 + ("pageup",) * 5:
                before = sum(read)
                await pilot.press(key)
                await _settle(screen)
                most = max(most, sum(read) - before)
                moves += 1
    return {
        "keys": keys,
        "page": page,
        "most": most,
        "read": sum(read),
        "moves": moves,
        "memory": resident(),
    }


def _count(screen: Any, read: list[int]) -> None:
    """Note how many answers each question of the list reads."""
    hits = screen.found.hits
    ask = hits.read

    def counted(part: Any) -> Any:
        read.append(len(part))
        return ask(part)

    object.__setattr__(hits, "read", counted)


async def _settle(screen: Any) -> None:
    while True:
        await asyncio.sleep(0.02)
        if screen.is_settled:
            await asyncio.sleep(0.02)
            if screen.is_settled:
                return


def main() -> None:
    """Run the part of a process of its own, or all of it on one database."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tui", description=__doc__)
    parser.add_argument("path", help="a database of 100,000 entries")
    parser.add_argument("--child", action="store_true", help="run the keys alone, and print JSON")
    arguments = parser.parse_args()
    if arguments.child:
        figures = asyncio.run(_drive(arguments.path))
        figures["inputs"] = asyncio.run(_inputs())
        print(json.dumps(figures))
        return
    with tempfile.TemporaryDirectory() as folder:
        for row in tui_rows(folder, arguments.path, 100_000):
            print(
                f"{'met   ' if row.met else 'MISSED'} {row.part}: {row.ratio} (target {row.target})"
            )
            print(f"       {row.measured} | {row.baseline} | {row.note}")


if __name__ == "__main__":
    main()
