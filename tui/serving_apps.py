"""One app: its process, and the packets in which Textual's driver for browsers speaks.

    stdout of the app    ``__GANGLION__`` on a line, then packets
    packet               a letter, the length of the rest in four bytes, most significant first, the rest
    D                    what a terminal is sent, or what its keyboard sends
    M                    a JSON object with ``type``: exit, open_url, deliver_file_start; resize, focus, blur, quit,
                         deliver_chunk_request
    P                    bencoded, from the app only: a chunk of a file

The process leads a session of its own: Ctrl-C in the server's terminal reaches the server alone, which then asks
its apps to leave, tells them to, and at last ends them with all they started.

Source: Textual 8.2.8, ``textual/drivers/web_driver.py``.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual._binary_encode import DecodeError, load

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence
    from typing import Any

__all__ = ["AppProcess", "Chunk", "Meta", "Paint", "app_environment", "encode_packet"]

_DRIVER = "tui.serving_driver:ServedDriver"
_PRELUDE = b"__GANGLION__\n"
_PRELUDE_LINES = 200
_LARGEST_PACKET = 64 * 1024 * 1024
_STDERR_KEPT = 16 * 1024
_LEAVE_S, _QUIT_S, _TERM_S, _KILL_S = 2.0, 4.0, 2.0, 5.0
_OF_ANOTHER_TERMINAL = (
    *("TMUX", "TMUX_PANE", "STY", "VTE_VERSION", "COLORTERM", "TERM_PROGRAM_VERSION"),
    *("DISPLAY", "WAYLAND_DISPLAY", "KITTY_WINDOW_ID", "WT_SESSION", "LINES"),
)
"""They tell of the terminal the server was started in; its clipboard and windows are not the reader's."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What a terminal is sent."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Meta:
    """A message of the app about itself; ``type`` is a string."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a file; the last one is empty."""

    key: str
    data: bytes


def encode_packet(letter: bytes, payload: bytes) -> bytes:
    r"""Return a packet.

    >>> encode_packet(b"D", b"hi")
    b'D\x00\x00\x00\x02hi'
    """
    return b"%s%s%s" % (letter, len(payload).to_bytes(4, "big"), payload)


def app_environment(environ: Mapping[str, str], columns: int, rows: int) -> dict[str, str]:
    """Return the environment of an app that is shown in a browser.

    Args:
        environ: The server's.
        columns: Width of the page's terminal.
        rows: Its height.

    >>> app_environment({"TMUX": "x", "LANG": "zh_CN.UTF-8"}, 100, 30)["LANG"]
    'zh_CN.UTF-8'
    """
    kept = {name: value for name, value in environ.items() if name not in _OF_ANOTHER_TERMINAL}
    return {
        **kept,
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "textual",
        "TEXTUAL_DRIVER": _DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": str(columns),
        "ROWS": str(rows),
        "PYTHONIOENCODING": "utf-8",
    }


class AppProcess:
    """A running app.

    Args:
        process: Its process, with pipes.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._stderr = bytearray()
        self._reader = asyncio.create_task(self._read_stderr())
        self._greeted = False

    @classmethod
    async def start(cls, command: Sequence[str], columns: int, rows: int) -> AppProcess:
        """Start an app.

        Args:
            command: The program and its arguments.
            columns: Width of the page's terminal.
            rows: Its height.
        Raises:
            OSError: It cannot be started.
        """
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=app_environment(os.environ, columns, rows),
            start_new_session=True,
        )
        return cls(process)

    async def _read_stderr(self) -> None:
        stream = self._process.stderr
        while stream is not None and (data := await stream.read(4096)):
            self._stderr += data
            del self._stderr[:-_STDERR_KEPT]

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    async def ends_badly(self) -> bool:
        """Return whether it ends by itself within a moment, and with a fault."""
        return await self._ends_within(_LEAVE_S) and self._process.returncode != 0

    async def complaint(self) -> str:
        """Return the end of what it wrote to stderr, once it has ended."""
        await asyncio.wait({self._reader}, timeout=_TERM_S)
        return self._stderr.decode("utf-8", "replace").strip()

    async def packets(self) -> AsyncIterator[Paint | Meta | Chunk]:
        """Yield what it says, until it ends; nothing where it never became an app.

        Raises:
            ValueError: It does not speak the protocol.
        """
        stream = self._process.stdout
        if stream is None or not await self._has_greeted(stream):
            return
        while True:
            try:
                letter, size = await stream.readexactly(1), await stream.readexactly(4)
                length = int.from_bytes(size, "big")
                if length > _LARGEST_PACKET:
                    raise ValueError(f"a packet of {length} bytes")
                payload = await stream.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            packet = _decode(letter, payload)
            if packet is not None:
                yield packet

    async def _has_greeted(self, stream: asyncio.StreamReader) -> bool:
        for _ in range(_PRELUDE_LINES):
            line = await stream.readline()
            if line == _PRELUDE:
                self._greeted = True
                return True
            if not line:
                break
        return False

    async def type(self, text: str) -> None:
        """Send what was typed."""
        await self._send(encode_packet(b"D", text.encode("utf-8", "replace")))

    async def tell(self, **values: Any) -> None:
        """Send a message; ``type`` says which."""
        await self._send(encode_packet(b"M", json.dumps(values).encode()))

    async def _send(self, packet: bytes) -> None:
        stdin = self._process.stdin
        if stdin is None or stdin.is_closing():
            return
        with contextlib.suppress(ConnectionError):  # it has just left; ``packets`` ends too
            stdin.write(packet)
            await stdin.drain()

    async def stop(self) -> None:
        """End the process: ask, then tell, then force; return when it is gone.

        One that is still starting has nothing to put away, and is told at once.
        """
        drain = asyncio.create_task(self._drain())
        try:
            # An app that reads no more would never let ``drain`` return.
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.tell(type="quit"), _TERM_S)
            if self._process.stdin is not None:
                self._process.stdin.close()
            if not self._greeted:
                self._terminate()
            for patience, force in ((_QUIT_S, self._terminate), (_TERM_S, self.kill)):
                if await self._ends_within(patience):
                    return
                force()
            await self._ends_within(_KILL_S)
        finally:
            drain.cancel()
            self._reader.cancel()

    async def _drain(self) -> None:
        """Read on to nowhere: an app that waits for a reader hears no request to leave."""
        stream = self._process.stdout
        with contextlib.suppress(RuntimeError):  # ``packets`` is still reading, which does as well
            while stream is not None and await stream.read(65536):
                continue

    async def _ends_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._process.wait(), seconds)
        except asyncio.TimeoutError:
            return False
        return True

    def _terminate(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()

    def kill(self) -> None:
        """End it at once, with whatever it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            elif self._process.returncode is None:
                os.killpg(self._process.pid, signal.SIGKILL)


def _decode(letter: bytes, payload: bytes) -> Paint | Meta | Chunk | None:
    if letter == b"D":
        return Paint(payload)
    if letter == b"M":
        values = json.loads(payload)
        if not isinstance(values, dict) or not isinstance(values.get("type"), str):
            raise ValueError("a message without a type")
        return Meta(values)
    if letter == b"P":
        try:
            unpacked = load(payload)
        except DecodeError as error:
            raise ValueError("a packet that cannot be unpacked") from error
        match unpacked:
            case ("deliver_chunk", str(key), bytes() | str() as data):
                return Chunk(key, data.encode() if isinstance(data, str) else data)
        return None
    raise ValueError(f"a packet of the unknown type {letter!r}")
