"""``zhengming serve`` in a real browser: it shows, it hears, nothing comes from elsewhere, nobody else gets in."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from aiohttp import web

from tests.tui.served import DEADLINE_S, Served, client, run, served, write_app
from tui.serving import app_command

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.skipif(sys.platform == "win32", reason="asks /proc and sends signals"),
]

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--window-size=1000,640", "--remote-debugging-port=0", "--force-color-profile=srgb"),
)
_OPENS = """
new Promise(done => {
  const socket = new WebSocket(%s);
  socket.onopen = () => done('open');
  socket.onerror = () => done('refused');
})
"""
# So Chromium answers what it could not run any more.
_NAVIGATED = "Inspected target navigated or closed"
_LOADS = "fetch(%s, {credentials: 'include'}).then(answer => 'read', () => 'refused')"


class NavigatedError(Exception):
    """The page that was asked went away before it answered."""


class Tab:
    """A tab, driven over the DevTools protocol.

    Attributes:
        requests: Every address it asked for.
        frames: What it received over WebSockets, as text.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse[Any]) -> None:
        self._socket = socket
        self._count = 0
        self.requests: list[str] = []
        self.blocked: list[str] = []
        self.frames = ""

    async def call(self, method: str, **values: Any) -> Any:
        """Call a method of the protocol; note events that come in between.

        Raises:
            NavigatedError: Where the tab left for another page meanwhile.
        """
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": values})
        while True:
            message = await self._socket.receive_json(timeout=DEADLINE_S)
            if message.get("id") == self._count:
                if message.get("error", {}).get("message") == _NAVIGATED:
                    raise NavigatedError
                assert "error" not in message, message
                return message["result"]
            self._note(message.get("method", ""), message.get("params", {}))

    def _note(self, method: str, values: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(values["url"])
        elif method == "Network.loadingFailed" and "blockedReason" in values:
            self.blocked.append(values["blockedReason"])
        elif method == "Network.webSocketFrameReceived":
            frame = values["response"]
            data = frame["payloadData"]
            if frame["opcode"] == 2:
                data = base64.b64decode(data).decode("utf-8", "replace")
            self.frames += data

    async def ask(self, code: str) -> Any:
        """Evaluate a piece of JavaScript in the page."""
        answer = await self.call(
            "Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def until(self, claim: str, holds: Any) -> None:
        """Wait until something holds, on whatever page the tab is by then."""
        clock = asyncio.get_running_loop().time
        end = clock() + DEADLINE_S
        while True:
            with contextlib.suppress(NavigatedError):
                if await holds():
                    return
            assert clock() < end, claim
            await asyncio.sleep(0.05)

    async def go(self, url: str) -> None:
        """Open an address and wait for the page."""
        await self.call("Page.navigate", url=url)

        async def is_loaded() -> bool:
            return bool(
                await self.ask(
                    "document.readyState == 'complete' && location.href != 'about:blank'"
                )
            )

        await self.until("the page loads", is_loaded)

    async def shows(self, text: str) -> None:
        """Wait until the app has painted a text."""

        async def is_there() -> bool:
            await self.ask("1")
            return text in self.frames

        await self.until(f"{text!r} is painted", is_there)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.call("Input.insertText", text=text)

    async def press_function_key(self, number: int) -> None:
        """Press F1 to F12."""
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=f"F{number}",
                code=f"F{number}",
                windowsVirtualKeyCode=111 + number,
            )

    async def picture(self, path: Path) -> None:
        """Save what the tab looks like."""
        answer = await self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(answer["data"]))


@contextlib.asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Tab]:
    """Start a browser with an empty profile."""
    profile = folder / "profile"
    process = await asyncio.create_subprocess_exec(
        "chromium",
        *_FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        end = asyncio.get_running_loop().time() + DEADLINE_S
        port_file = profile / "DevToolsActivePort"
        while not (port_file.exists() and port_file.read_text().strip()):
            assert process.returncode is None, "the browser ended"
            assert asyncio.get_running_loop().time() < end, "the browser starts"
            await asyncio.sleep(0.05)
        port = port_file.read_text().split()[0]
        async with client() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                [page] = [each for each in await answer.json() if each["type"] == "page"]
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                tab = Tab(socket)
                for domain in ("Page", "Network", "Runtime"):
                    await tab.call(f"{domain}.enable")
                try:
                    yield tab
                finally:
                    with contextlib.suppress(
                        AssertionError, NavigatedError, TypeError, ConnectionError
                    ):
                        await tab.call("Browser.close")
    finally:
        if process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), 20)
            except asyncio.TimeoutError:
                process.kill()
                await process.wait()


@contextlib.asynccontextmanager
async def other_site(asked: list[str]) -> AsyncIterator[str]:
    """Serve an empty page at another port, noting what it is asked for."""

    async def empty(request: web.Request) -> web.Response:
        asked.append(request.path_qs)
        return web.Response(text="<!DOCTYPE html><title>other</title>", content_type="text/html")

    application = web.Application()
    application.add_routes([web.get("/", empty)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


def browse(folder: Path, server: Served, visit: Any) -> None:
    """Run a visit in a new browser."""

    async def with_browser() -> None:
        async with chromium(folder) as tab:
            await visit(tab, server)

    run(with_browser())


def test_the_app_shows_hears_and_takes_nothing_from_elsewhere(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("size:")
        await tab.type("hé 河北")
        await tab.shows("typed:hé 河北 of 5")
        assert await tab.ask("location.search") == ""
        assert server.address.partition("token=")[2] not in await tab.ask(
            "document.documentElement.outerHTML + document.cookie + location.href"
        )
        assert await tab.ask("document.cookie") == ""
        assert await tab.ask("document.fonts.check('16px \"Roboto Mono\"')") is True
        assert await tab.ask("document.querySelector('.waiting').checkVisibility()") is False
        elsewhere = [
            url
            for url in tab.requests
            if not url.startswith((f"{server.base}/", f"ws://{server.host}/", "data:"))
        ]
        assert elsewhere == []
        assert tab.blocked == []
        assert sum(url.startswith("ws://") for url in tab.requests) == 1
        assert any(url.endswith("roboto-mono.ttf") for url in tab.requests)

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)
        server.all_gone()


def test_a_page_cannot_be_made_to_ask_elsewhere(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("size:")
        asked: list[str] = []
        async with other_site(asked) as other:
            fetch = f"fetch({other!r}, {{mode: 'no-cors'}}).then(() => 'sent', () => 'no')"
            assert await tab.ask(fetch) == "no"
            image = (
                "new Promise(done => {const i = new Image(); i.onerror = () => done('no'); "
                f"i.onload = () => done('sent'); i.src = {other!r}}})"
            )
            assert await tab.ask(image) == "no"
            # textual.js would fetch this before it connects.
            folder = await tab.ask("location.pathname")
            await tab.go(f"{server.base}{folder}?ping={other}")
            assert asked == []
        inline = (
            "const s = document.createElement('script'); s.textContent = 'window.ran = true'; "
            "document.body.append(s); window.ran === true"
        )
        assert await tab.ask(inline) is False

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)


def test_a_page_of_another_origin_gets_nothing(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("size:")
        folder = await tab.ask("location.pathname")
        page, socket = f"{server.base}{folder}", f"ws://{server.host}{folder}ws?width=80&height=24"
        assert await tab.ask(_OPENS % json.dumps(socket)) == "open"
        await asyncio.to_thread(server.wait_for_apps, 2)
        async with other_site([]) as other:
            await tab.go(other)
            assert await tab.ask("location.href") == other
            assert await tab.ask(_OPENS % json.dumps(socket)) == "refused"
            assert await tab.ask(_LOADS % json.dumps(page)) == "refused"
            assert await tab.ask(_LOADS % json.dumps(server.address)) == "refused"
            framed = (
                "new Promise(done => {const f = document.createElement('iframe'); f.onload = () => "
                "{let seen = 'nothing'; try {seen = f.contentDocument.title} catch {} done(seen)}; f.src = %s; "
                "document.body.append(f)})"
            )
            assert await tab.ask(framed % json.dumps(page)) == "nothing"
        assert len(server.apps()) == 2

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)


def test_the_printed_address_may_be_followed_from_another_site(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        async with other_site([]) as other:
            # Another name is another site, another port alone is not.
            await tab.go(other.replace("127.0.0.1", "localhost"))
            await tab.ask(f"location.href = {server.address!r}; 1")
            await tab.shows("size:")

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)


def test_leaving_the_page_ends_the_app_and_coming_back_starts_another(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("size:")
        await tab.call("Page.navigate", url="about:blank")
        await asyncio.to_thread(server.all_gone)
        tab.frames = ""
        history = await tab.call("Page.getNavigationHistory")
        assert not [each["url"] for each in history["entries"] if "token=" in each["url"]]
        await tab.go(history["entries"][-2]["url"])
        await tab.shows("size:")
        assert len(server.apps()) == 2

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)
        server.all_gone()


def test_when_the_app_leaves_the_page_says_so_and_can_begin_again(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("size:")
        await tab.press_function_key(6)

        async def has_ended() -> bool:
            return bool(await tab.ask("document.querySelector('.ended').checkVisibility()"))

        await tab.until("the page says so", has_ended)
        tab.frames = ""
        await tab.ask("document.activeElement.click()")
        await tab.shows("size:")

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)


def test_what_the_app_copies_is_on_the_clipboard_of_the_browser(tmp_path: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        allowed = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        await tab.call("Browser.grantPermissions", origin=server.base, permissions=allowed)
        await tab.go(server.address)
        await tab.shows("size:")
        await tab.press_function_key(7)
        await tab.shows("copied")

        async def is_there() -> bool:
            return bool(await tab.ask("navigator.clipboard.readText()") == "河北 (Hebei)")

        await tab.until("it is on the clipboard", is_there)

    with served(tmp_path, write_app(tmp_path)) as server:
        browse(tmp_path, server, visit)


def test_the_terminal_ui_itself_is_found_and_searched(tmp_path: Path, home: Path) -> None:
    async def visit(tab: Tab, server: Served) -> None:
        await tab.go(server.address)
        await tab.shows("Zhengming")
        await tab.type("hebei university of technology")
        await tab.shows("河北工业大学")
        if folder := os.environ.get("ZM_PICTURES"):
            from pathlib import Path

            await asyncio.sleep(1)
            await tab.picture(Path(folder, "serve.png"))

    command = app_command(str(tmp_path / "a.db"))
    (tmp_path / "pids").mkdir()
    with served(tmp_path, command) as server:
        browse(tmp_path, server, visit)
