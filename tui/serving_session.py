"""One connection: a WebSocket of the page on one side, an app of its own on the other.

    page → server    text, a JSON list: ["stdin", text], ["resize", {"width", "height"}], ["focus"], ["blur"],
                     ["ping", text]
    server → page    binary, what a terminal is sent; text, a JSON list: ["pong", text],
                     ["open_url", {"url", "new_tab"}], ["deliver_file_start", key]

Whatever else the page says ends the connection. Whatever ends the connection ends the app. An app may have the page
open addresses of the web and nothing else, since ``javascript:`` would run in the page.

Source: textual-serve 1.1.3, ``static/js/textual.js`` and ``server.py``.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from aiohttp import WSCloseCode, WSMsgType, web

from glossary.i18n import _
from tui.serving_apps import AppProcess, Chunk, Meta, Paint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from typing import Any

__all__ = ["Download", "Session", "disposition", "is_web_address", "size_of"]

_COLUMNS, _ROWS = (20, 1000), (5, 500)
_CHUNK_BYTES = 64 * 1024
_DOWNLOADS = 16
_CLOSED_S = 2.0


def size_of(width: object, height: object) -> tuple[int, int]:
    """Return a size in cells, brought within what an app can be shown at.

    Raises:
        ValueError: One of them is no number.

    >>> size_of("120", "40"), size_of(0, 10**9)
    ((120, 40), (20, 500))
    """
    if not isinstance(width, (int, str)) or not isinstance(height, (int, str)):
        raise ValueError("a size that is no number")
    columns, rows = int(width), int(height)
    return (
        min(max(columns, _COLUMNS[0]), _COLUMNS[1]),
        min(max(rows, _ROWS[0]), _ROWS[1]),
    )


def is_web_address(url: str) -> bool:
    """Return whether a page may be told to open an address.

    >>> [is_web_address(url) for url in ("https://example.org/a", "javascript:alert(1)", "//x", "http://[")]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable()


def disposition(name: str) -> str:
    """Return the ``Content-Disposition`` that saves a file under a name; never shown in the page's own origin.

    >>> disposition("../术语.csv")
    "attachment; filename*=UTF-8''%E6%9C%AF%E8%AF%AD.csv"
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip(". ") or "download"
    return f"attachment; filename*=UTF-8''{quote(last.encode('utf-8', 'replace'), safe='')}"


@dataclass(slots=True)
class Download:
    """A file that an app offers, fetched once.

    Attributes:
        key: What the app calls it.
        name: What to save it as.
        label: What the app wants to have back with each request, where it said something.
        chunks: What came of it so far; an empty one ends it.
        is_taken: Whether it was fetched already.
    """

    key: str
    name: str
    label: object
    is_taken: bool = False
    chunks: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)


class Session:
    """A connection and its app.

    Args:
        command: The program that is the app, and its arguments.
        folder: The folder of the server's addresses.
        narrate: Where to say what went wrong.
    """

    def __init__(self, command: Sequence[str], folder: str, narrate: Callable[[str], None]) -> None:
        self._command = command
        self._folder = folder
        self._narrate = narrate
        self._app: AppProcess | None = None
        self._socket: web.WebSocketResponse | None = None
        self._downloads: dict[str, Download] = {}
        self._ended = asyncio.Event()

    async def run(self, socket: web.WebSocketResponse, width: str, height: str) -> None:
        """Show an app in a page until one of them leaves.

        Args:
            socket: The open connection.
            width: Width of the page's terminal, as the page says it.
            height: Its height.
        """
        self._socket = socket
        pump: asyncio.Task[None] | None = None
        try:
            columns, rows = size_of(width, height)
            self._app = app = await AppProcess.start(self._command, columns, rows)
            pump = asyncio.create_task(self._pump(app, socket))
            await self._listen(app, socket)
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            await self._close(WSCloseCode.POLICY_VIOLATION)
        except OSError as error:
            self._narrate(_("the app could not be started: {why}").format(why=error))
            await self._close(WSCloseCode.INTERNAL_ERROR)
        finally:
            # A request that is cancelled in the middle of this would leave the process behind.
            await asyncio.shield(asyncio.ensure_future(self._end(pump)))

    async def _end(self, pump: asyncio.Task[None] | None) -> None:
        try:
            if pump is not None:
                pump.cancel()
                await asyncio.wait({pump})
            for download in self._downloads.values():
                _put_last(download)
            if self._app is not None:
                await self._app.stop()
        finally:
            self._ended.set()

    async def close(self) -> None:
        """End the connection and the app; return when it is gone."""
        await self._close(WSCloseCode.GOING_AWAY)
        await self._ended.wait()

    def kill(self) -> None:
        """End the app at once."""
        if self._app is not None:
            self._app.kill()

    async def _close(self, code: WSCloseCode) -> None:
        if self._socket is not None and not self._socket.closed:
            try:
                await asyncio.wait_for(self._socket.close(code=code), _CLOSED_S)
            except (asyncio.TimeoutError, ConnectionError):
                return  # the page is gone, which is all that was wanted

    async def _listen(self, app: AppProcess, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                raise ValueError("bytes from the page")
            match json.loads(message.data):
                case ["stdin", str(text)]:
                    await app.type(text)
                case ["resize", {"width": width, "height": height}]:
                    columns, rows = size_of(width, height)
                    await app.tell(type="resize", width=columns, height=rows)
                case ["focus" | "blur" as what, *_]:
                    await app.tell(type=what)
                case ["ping", str(text)]:
                    await socket.send_json(["pong", text[:64]])
                case _:
                    raise ValueError("an unknown message from the page")

    async def _pump(self, app: AppProcess, socket: web.WebSocketResponse) -> None:
        painted = False
        try:
            async for packet in app.packets():
                if isinstance(packet, Paint):
                    painted = True
                    await socket.send_bytes(packet.data)
                elif isinstance(packet, Meta):
                    if packet.values["type"] == "exit":
                        break
                    await self._on_meta(socket, packet.values)
                else:
                    self._on_chunk(packet)
        except ConnectionError:
            return  # the page has gone; ``run`` ends the app
        except ValueError as error:
            self._narrate(_("the app said what nobody understands: {what}").format(what=error))
        await self._tell_failure(app, socket, painted=painted)
        await self._close(WSCloseCode.OK)

    async def _tell_failure(
        self, app: AppProcess, socket: web.WebSocketResponse, *, painted: bool
    ) -> None:
        """Say that an app ended badly to the page, and to whoever runs the server why."""
        failed = await app.ends_badly()
        if complaint := await app.complaint():
            self._narrate(complaint)
        elif not painted:
            self._narrate(_("the app ended before it showed anything"))
        if painted and not failed:
            return
        text = _("Zhengming could not go on; the terminal it is served from says why.")
        try:
            await socket.send_bytes(f"\x1b[?1049l\x1b[0m\r\n{text}\r\n".encode())
        except ConnectionError:
            return

    async def _on_meta(self, socket: web.WebSocketResponse, values: Mapping[str, Any]) -> None:
        if values["type"] == "open_url":
            url = str(values.get("url", ""))
            if is_web_address(url):
                await socket.send_json(["open_url", {"url": url, "new_tab": True}])
            else:
                self._narrate(_("not opened, being no address of the web: {url!r}").format(url=url))
        elif values["type"] == "deliver_file_start":
            if len(self._downloads) >= _DOWNLOADS:
                self._downloads.pop(next(iter(self._downloads)))
            offer = secrets.token_urlsafe(16)
            self._downloads[offer] = Download(
                str(values.get("key", "")), str(values.get("path", "")), values.get("name")
            )
            # The page asks for "/download/" and this, which leads back into the folder of the cookie.
            await socket.send_json(["deliver_file_start", f"../{self._folder}/download/{offer}"])

    def _on_chunk(self, chunk: Chunk) -> None:
        for download in self._downloads.values():
            if download.key == chunk.key:
                download.chunks.put_nowait(chunk.data)

    def take(self, offer: str) -> Download | None:
        """Return a file that the app offers; a second time it is not there."""
        download = self._downloads.get(offer)
        if download is None or download.is_taken:
            return None
        download.is_taken = True
        return download

    async def contents(self, download: Download) -> AsyncIterator[bytes]:
        """Yield a file that was taken, a piece at a time, as the app reads it."""
        try:
            while self._app is not None and not self._ended.is_set():
                await self._app.tell(
                    type="deliver_chunk_request",
                    key=download.key,
                    size=_CHUNK_BYTES,
                    name=download.label,
                )
                chunk = await download.chunks.get()
                if not chunk:
                    return
                yield chunk
        finally:
            self._downloads = {
                offer: each for offer, each in self._downloads.items() if each is not download
            }


def _put_last(download: Download) -> None:
    """Let whoever waits for more of a file know that none will come."""
    while not download.chunks.empty():
        download.chunks.get_nowait()
    download.chunks.put_nowait(b"")
