"""The terminal UI in a browser: a small server that shows one app of its own to each connection.

    /?token=…               exchanges the token for a cookie and leads on
    /<folder>/              the page with the terminal
    /<folder>/static/…      the files it needs
    /<folder>/ws            the WebSocket; an app starts with it and ends with it
    /<folder>/download/…    a file the app offers, once

Every request passes ``tui.serving_door`` before anything else looks at it. See docs/decisions/0007-serving.md.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import signal
import socket as sockets
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, web

from glossary.errors import InputError
from glossary.i18n import _, ngettext
from tui import serving_pages as pages
from tui.serving_door import COOKIE, HEADERS, Door, content_policy, host_names, is_loopback
from tui.serving_session import Session, disposition

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

__all__ = ["Options", "Server", "app_command", "serve"]

_HEARTBEAT_S = 20.0
_LARGEST_MESSAGE = 64 * 1024 * 1024  # a paste of 10 MB may be six times that as JSON
_SHUTDOWN_S = 2.0

_START = (
    "import sys; root, *db = sys.argv[1:]; sys.path[:] = [path for path in sys.path if path]; "
    "root in sys.path or sys.path.insert(0, root); from tui.serving_driver import main; main(*db)"
)
"""Starts this same program, wherever it lies, and never one that lies in the folder somebody stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to serve.

    Attributes:
        command: The program that is the app, and its arguments.
        host: The address to listen at.
        port: The port; 0 picks a free one.
        sessions: How many connections there may be at once.
    """

    command: tuple[str, ...]
    host: str = "127.0.0.1"
    port: int = 0
    sessions: int = 8


def app_command(db: str | None) -> tuple[str, ...]:
    """Return the command that shows the terminal UI of this same program in a page.

    Args:
        db: What ``--db`` says, if anything.

    >>> app_command("a.db")[-1]
    'a.db'
    """
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return (sys.executable, "-c", _START, root, *([] if db is None else [db]))


def serve(
    options: Options, announce: Callable[[Door], None], narrate: Callable[[str], None]
) -> None:
    """Serve until interrupted, by Ctrl-C or by being told to end.

    Args:
        options: How to serve.
        announce: Called once the server listens.
        narrate: Where to say what a person should know.
    Raises:
        InputError: The address cannot be listened at.
    """
    asyncio.run(Server(options, narrate).run(announce))


class Server:
    """The server.

    Args:
        options: How to serve.
        narrate: Where to say what a person should know.
    """

    def __init__(self, options: Options, narrate: Callable[[str], None]) -> None:
        self._options = options
        self._narrate = narrate
        names = host_names(options.host, sockets.gethostname())
        self.door = Door(names, any_address=len(names) > 3)
        self._sessions: set[Session] = set()
        self._is_closing = False
        self._interrupts = 0
        self._interrupted = asyncio.Event()

    async def run(self, announce: Callable[[Door], None]) -> None:
        """Serve until interrupted.

        Args:
            announce: Called once the server listens.
        Raises:
            InputError: The address cannot be listened at.
        """
        loop = asyncio.get_running_loop()
        runner = web.AppRunner(
            self.application(), access_log=None, shutdown_timeout=_SHUTDOWN_S, handle_signals=False
        )
        await runner.setup()
        try:
            await self._listen(runner)
            self._catch_signals(loop)
            announce(self.door)
            await self._interrupted.wait()
        finally:
            self._is_closing = True
            await asyncio.gather(*(session.close() for session in tuple(self._sessions)))
            await runner.cleanup()

    def application(self) -> web.Application:
        """Return the routes, every one behind the door."""
        application = web.Application(middlewares=[self._guard], client_max_size=1024)
        folder = f"/{self.door.folder}"
        application.add_routes(
            [
                web.get("/", self._enter),
                web.get(f"{folder}/", self._show_page),
                web.get(f"{folder}/static/{{name}}", self._send_asset),
                web.get(f"{folder}/ws", self._connect),
                web.get(f"{folder}/download/{{offer}}", self._send_download),
            ]
        )
        return application

    async def _listen(self, runner: web.AppRunner) -> None:
        host, port = self._options.host, self._options.port
        try:
            await web.TCPSite(runner, await _one_address(host), port).start()
        except (
            OSError,
            OverflowError,
            UnicodeError,
        ) as error:  # the last of a name no host can have
            taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            raise InputError(
                _("port {port} of {host} is taken").format(port=port, host=host)
                if taken
                else _("cannot listen at {host}, port {port}").format(host=host, port=port),
                why="" if taken else str(error),
                fix=_("Choose another with --port; --port 0 picks a free one.") if taken else "",
            ) from error
        self.door.port = runner.addresses[0][1]
        if not is_loopback(host):
            self._narrate(
                _(
                    "warning: others can reach {host}. Whoever has the address may read and change this glossary "
                    "as you, and it travels unencrypted: keep to networks you trust, or forward a port over ssh."
                ).format(host=host)
            )

    def _catch_signals(self, loop: asyncio.AbstractEventLoop) -> None:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._interrupt)
            except NotImplementedError:  # Windows
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._interrupt))

    def _interrupt(self) -> None:
        """Ask the apps to leave; the second time end them."""
        self._interrupts += 1
        self._interrupted.set()
        if self._interrupts > 1:
            for session in self._sessions:
                session.kill()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host = ""
        try:
            if self.door.knows_host(request.headers.getall("Host", [])):
                host = request.headers["Host"].lower()
                self._check(request)
            else:
                raise _refused("this is not the server's name")
            response = await handler(request)
        except web.HTTPException as refused:
            response = web.Response(status=refused.status, text=refused.text)
            if refused.status == 405:
                response.headers["Allow"] = "GET"
        if not response.prepared:
            response.headers.update(HEADERS)
            response.headers.setdefault("Content-Security-Policy", content_policy(host))
        return response

    def _check(self, request: web.Request) -> None:
        is_entry = request.path == "/"
        why = self.door.refusal(
            request.headers,
            is_socket=request.path.endswith("/ws") or "Upgrade" in request.headers,
            is_entry=is_entry,
        )
        if why:
            raise _refused(why)
        if is_entry:
            known = self.door.takes_token(request.query.get("token", ""))
        else:
            known = self.door.takes_cookie(request.cookies.get(COOKIE, ""))
        if not known:
            raise _refused("no valid token")

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        headers = {"Set-Cookie": self.door.cookie_header()}
        return _html(pages.entry_page(self.door.folder), headers)

    async def _show_page(self, request: web.Request) -> web.StreamResponse:
        return _html(pages.page(f"ws://{request.headers['Host']}/{self.door.folder}/ws"))

    async def _send_asset(self, request: web.Request) -> web.StreamResponse:
        found = pages.asset(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        data, kind = found
        return web.Response(body=data, headers={"Content-Type": kind})

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S, max_msg_size=_LARGEST_MESSAGE)
        socket.headers.update(HEADERS)
        await socket.prepare(request)
        limit = self._options.sessions
        if self._is_closing or len(self._sessions) >= limit:
            await self._turn_away(socket, limit)
            return socket
        session = Session(self._options.command, self.door.folder, self._narrate)
        self._sessions.add(session)
        try:
            await session.run(
                socket, request.query.get("width", "80"), request.query.get("height", "24")
            )
        finally:
            self._sessions.discard(session)
        return socket

    async def _turn_away(self, socket: web.WebSocketResponse, limit: int) -> None:
        text = ngettext(
            "{count} session is open, and no more may be: close it, or start with a larger --sessions.",
            "{count} sessions are open, and no more may be: close one, or start with a larger --sessions.",
            limit,
        ).format(count=limit)
        with contextlib.suppress(ConnectionError):  # it need not hear it
            await socket.send_bytes(f"\r\n{text}\r\n".encode())
            await socket.close(code=WSCloseCode.TRY_AGAIN_LATER)

    async def _send_download(self, request: web.Request) -> web.StreamResponse:
        offer = request.match_info["offer"]
        for session in self._sessions:
            download = session.take(offer)
            if download is not None:
                break
        else:
            raise web.HTTPNotFound
        response = web.StreamResponse(
            headers={
                **HEADERS,
                "Content-Type": "application/octet-stream",
                "Content-Disposition": disposition(download.name),
                "Content-Security-Policy": "sandbox; default-src 'none'",
            }
        )
        await response.prepare(request)
        async for chunk in session.contents(download):
            await response.write(chunk)
        await response.write_eof()
        return response


async def _one_address(host: str) -> str:
    """Return one address of a host: listening at several, port 0 would mean several ports."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=sockets.SOCK_STREAM)
    addresses = [str(address[0]) for *_, address in found]
    return "127.0.0.1" if host == "localhost" else addresses[0]


def _refused(why: str) -> web.HTTPForbidden:
    return web.HTTPForbidden(text=pages.refusal_text(why))


def _html(text: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(text=text, content_type="text/html", charset="utf-8", headers=headers)
