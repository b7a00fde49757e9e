"""A real server in a process of its own, an app that says what happens to it, and a client that can lie."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp

from tests.processes import ROOT
from tui.serving_door import COOKIE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from pathlib import Path
    from typing import Any

__all__ = ["Served", "alive", "eventually", "served", "write_app"]

DEADLINE_S = 60.0

_APP = """
import io, os, pathlib, sys
from textual.app import App
from textual.widgets import Input, Static

pathlib.Path(sys.argv[1], str(os.getpid())).touch()

class Probe(App):
    BINDINGS = [("f2", "links", ""), ("f3", "file", ""), ("f4", "crash", ""), ("f6", "leave", ""), ("f7", "copy", "")]

    def compose(self):
        yield Input()
        yield Static("ready 正名", id="said")

    def say(self, text):
        self.query_one("#said", Static).update(text)

    def on_input_changed(self, event):
        self.say("typed:" + event.value[:40] + " of " + str(len(event.value)))

    def on_resize(self, event):
        self.say(f"size:{event.size.width}x{event.size.height}")

    def action_links(self):
        for url in ("javascript:alert(1)", "file:///etc/passwd", "https://example.org/a"):
            self.open_url(url)

    def action_file(self):
        self.deliver_text(io.StringIO("术" * 100_000), save_filename="terms.csv")

    def action_crash(self):
        raise ZeroDivisionError("on purpose")

    def action_copy(self):
        self.copy_to_clipboard("河北 (Hebei)")
        self.say("copied")

    def action_leave(self):
        self.exit()

probe = Probe()
probe.run()
sys.exit(probe.return_code)
"""

_SERVER = """
import json, sys
sys.path[:] = [path for path in sys.path if path]
from tui.serving import Options, serve
given = json.loads(sys.argv[1])
given["command"] = tuple(given["command"])
serve(Options(**given), lambda door: print(door.address, flush=True), lambda text: print(text, file=sys.stderr, flush=True))
"""


def write_app(folder: Path, code: str = _APP) -> tuple[str, ...]:
    """Write an app; return the command that runs it and leaves its process number in ``folder/pids``."""
    (folder / "pids").mkdir()
    (folder / "app.py").write_text(code, encoding="utf-8")
    return (sys.executable, str(folder / "app.py"), str(folder / "pids"))


def alive(pid: int) -> bool:
    """Return whether a process runs; one that only waits to be collected does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stream:
            return stream.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def eventually(claim: str, holds: Any) -> None:
    """Wait until something holds, up to a deadline no sound run comes near."""
    end = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < end, claim
        time.sleep(0.02)


class Served:
    """A running server.

    Attributes:
        process: Its process.
        address: What it printed.
        base: Scheme, name and port.
    """

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        assert process.stdout is not None
        self.process = process
        self.address = process.stdout.readline().strip()
        self.base = self.address.partition("/?")[0]
        self.host = urlsplit(self.base).netloc
        self._pids = folder / "pids"

    def apps(self) -> list[int]:
        """The apps ever started."""
        return [int(path.name) for path in self._pids.iterdir()]

    def wait_for_apps(self, count: int) -> list[int]:
        """Wait until so many apps have been started."""
        eventually(f"{count} apps start", lambda: len(self.apps()) >= count)
        return self.apps()

    def all_gone(self) -> None:
        """Wait until no app is left."""
        eventually("every app ends", lambda: not any(map(alive, self.apps())))

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what stood on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=DEADLINE_S)
        return self.process.returncode, err

    async def enter(self, session: aiohttp.ClientSession) -> tuple[str, dict[str, str]]:
        """Exchange the token; return the folder's path and the headers of a browser that has the cookie."""
        async with session.get(self.address) as answer:
            assert answer.status == 200
            text = await answer.text()
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
        assert cookie.startswith(f"{COOKIE}=")
        found = re.search(r"url=(/[^/]+/)", text)
        assert found is not None
        return found[1], {"Cookie": cookie, "Origin": self.base}

    @contextlib.asynccontextmanager
    async def page(self, size: str = "width=80&height=24") -> AsyncIterator[Page]:
        """Open a page's WebSocket, as the page would."""
        async with client() as session:
            folder, headers = await self.enter(session)
            url = f"{self.base}{folder}ws?{size}"
            async with session.ws_connect(url, headers=headers, max_msg_size=0) as socket:
                yield Page(socket, session, folder, headers)


class Page:
    """The near end of a WebSocket."""

    def __init__(
        self,
        socket: aiohttp.ClientWebSocketResponse[Any],
        session: aiohttp.ClientSession,
        folder: str,
        headers: Mapping[str, str],
    ) -> None:
        self.socket = socket
        self.session = session
        self.folder = folder
        self.headers = headers
        self.painted = ""
        self.messages: list[Any] = []

    async def say(self, *words: Any) -> None:
        """Send a message."""
        await self.socket.send_str(json.dumps(words))

    async def until(self, text: str) -> None:
        """Read until a text has been painted since the last call."""
        self.painted = ""
        while text not in self.painted:
            assert await self.read(), f"closed before {text!r}: {self.painted[-400:]!r}"

    async def until_message(self, kind: str) -> Any:
        """Read until a message of a kind comes."""
        while not any(message[0] == kind for message in self.messages):
            assert await self.read(), f"closed before {kind}"
        return next(message[1] for message in self.messages if message[0] == kind)

    async def until_closed(self) -> int | None:
        """Read to the end; return the code it was closed with."""
        while await self.read():
            continue
        return self.socket.close_code

    async def read(self) -> bool:
        """Read one message; return whether there was one."""
        message = await self.socket.receive(timeout=DEADLINE_S)
        if message.type is aiohttp.WSMsgType.BINARY:
            self.painted += message.data.decode("utf-8", "replace")
        elif message.type is aiohttp.WSMsgType.TEXT:
            self.messages.append(json.loads(message.data))
        else:
            return False
        return True


def client() -> aiohttp.ClientSession:
    """A client that keeps no cookies by itself and follows nothing."""
    return aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=DEADLINE_S)
    )


@contextlib.contextmanager
def served(folder: Path, command: tuple[str, ...], **options: Any) -> Iterator[Served]:
    """Run a server that starts a command for each connection."""
    given = json.dumps({"command": command, **options})
    with start([sys.executable, "-c", _SERVER, given], folder) as server:
        yield server


@contextlib.contextmanager
def start(arguments: list[str], folder: Path) -> Iterator[Served]:
    """Run a server by a command line."""
    process = subprocess.Popen(
        arguments,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield Served(process, folder)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.communicate(timeout=DEADLINE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def run(main: Any) -> Any:
    """Run a coroutine; transports are closed before its loop is."""

    async def with_rest() -> Any:
        try:
            return await main
        finally:
            await asyncio.sleep(0)

    return asyncio.run(with_rest())
