"""The server of ``zhengming serve``: who comes in, what is shown, and that nothing is left behind."""

from __future__ import annotations

import os
import queue
import signal
import socket
import sys
from threading import Lock, Thread
from typing import TYPE_CHECKING

import aiohttp
import pytest

from glossary.cli import main
from tests.tui.served import Served, client, run, served, start, write_app
from tui.serving_door import Door
from tui.serving_driver import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks /proc and sends signals")

_STUBBORN = """
import os, pathlib, signal, sys, time
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
sys.stdout.write("__GANGLION__\\n"); sys.stdout.flush()
while True:
    time.sleep(1)
"""
_BROKEN = "import sys; sys.exit('no such glossary')"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests that only ask."""
    folder = tmp_path_factory.mktemp("served")
    with served(folder, write_app(folder), sessions=50) as running:
        yield running


async def status(url: str, headers: dict[str, str]) -> int:
    async with client() as session, session.get(url, headers=headers) as answer:
        return answer.status


async def socket_status(server: Served, **changes: str | None) -> int:
    """Try to open the WebSocket with some headers changed, or left out; 101 where it opens."""
    async with client() as session:
        folder, headers = await server.enter(session)
        headers.update({name: value for name, value in changes.items() if value is not None})
        for name in [name for name, value in changes.items() if value is None]:
            headers.pop(name, None)
        try:
            async with session.ws_connect(f"{server.base}{folder}ws", headers=headers):
                return 101
        except aiohttp.WSServerHandshakeError as refused:
            return refused.status


# Who comes in


def test_the_token_becomes_a_cookie_of_a_random_folder(server: Served) -> None:
    async def enter() -> None:
        async with client() as session, session.get(server.address) as answer:
            cookie = answer.headers["Set-Cookie"]
            text = await answer.text()
        folder = cookie.partition("Path=")[2].partition(";")[0]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert len(folder) > 20
        assert f'url={folder}"' in text
        assert server.address.partition("token=")[2] not in text + cookie

    run(enter())


@pytest.mark.parametrize("query", ["", "?", "?token=", "?token=wrong", "?token=é", "?token=%FF"])
def test_without_the_token_there_is_nothing(server: Served, query: str) -> None:
    assert run(status(f"{server.base}/{query}", {})) == 403


@pytest.mark.parametrize("path", ["x/", "x/ws", "static/page.css", "favicon.ico", "x/download/y"])
def test_without_the_cookie_there_is_nothing(server: Served, path: str) -> None:
    token = server.address.partition("/?")[2]
    assert run(status(f"{server.base}/{path}?{token}", {})) == 403


def test_a_wrong_cookie_is_refused_in_the_right_folder(server: Served) -> None:
    async def ask() -> list[int]:
        async with client() as session:
            folder, headers = await server.enter(session)
        good, wrong = headers["Cookie"], "zhengming=wrong"
        return [
            await status(f"{server.base}{folder}", {"Cookie": cookie}) for cookie in (good, wrong)
        ]

    assert run(ask()) == [200, 403]


@pytest.mark.parametrize(
    "host", ["evil.example:{port}", "localhost", "127.0.0.1:1", "127.0.0.1", ""]
)
def test_another_host_is_refused_even_with_the_token(server: Served, host: str) -> None:
    port = server.host.partition(":")[2]
    assert run(status(server.address, {"Host": host.format(port=port)})) == 403
    assert run(socket_status(server, Host=host.format(port=port))) == 403


def test_the_other_name_of_this_machine_is_one_of_its_own(server: Served) -> None:
    port = server.host.partition(":")[2]
    assert run(status(server.address, {"Host": f"localhost:{port}"})) == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "",
        "http://127.0.0.1:1",
        "https://{host}",
        "http://{host}/",
        None,
    ],
)
def test_a_socket_from_another_origin_is_refused(server: Served, origin: str | None) -> None:
    given = origin if origin is None else origin.format(host=server.host)
    assert run(socket_status(server, Origin=given)) == 403


def test_a_socket_without_the_cookie_is_refused(server: Served) -> None:
    assert run(socket_status(server, Cookie=None)) == 403
    assert run(socket_status(server, Cookie="zhengming=wrong")) == 403


def test_a_request_that_another_site_began_is_refused(server: Served) -> None:
    async def ask(site: str) -> int:
        async with client() as session:
            folder, headers = await server.enter(session)
        return await status(f"{server.base}{folder}", {**headers, "Sec-Fetch-Site": site})

    assert [run(ask(site)) for site in ("same-origin", "none")] == [200, 200]
    assert [run(ask(site)) for site in ("same-site", "cross-site")] == [403, 403]


def test_a_foreign_origin_gets_no_page_either(server: Served) -> None:
    assert run(status(server.address, {"Origin": "http://evil.example"})) == 403


def test_every_answer_forbids_what_is_not_needed(server: Served) -> None:
    async def ask() -> None:
        async with client() as session:
            folder, headers = await server.enter(session)
            for path in ("/", folder, f"{folder}static/page.js", f"{folder}nothing"):
                async with session.get(server.base + path, headers=headers) as answer:
                    policy = answer.headers["Content-Security-Policy"]
                    assert "default-src 'none'" in policy
                    assert "script-src 'self';" in policy
                    assert "frame-ancestors 'none'" in policy
                    assert answer.headers["Cache-Control"] == "no-store"
                    assert answer.headers["Referrer-Policy"] == "no-referrer"
                    assert "Access-Control-Allow-Origin" not in answer.headers

    run(ask())


@pytest.mark.parametrize("name", ["server.py", "..%2Fserving.py", "..%2F..%2Fpyproject.toml", ""])
def test_no_other_file_is_served(server: Served, name: str) -> None:
    async def ask() -> int:
        async with client() as session:
            folder, headers = await server.enter(session)
        return await status(f"{server.base}{folder}static/{name}", headers)

    assert run(ask()) == 404


def test_only_reading_is_offered(server: Served) -> None:
    async def ask() -> int:
        async with client() as session:
            folder, headers = await server.enter(session)
            async with session.post(server.base + folder, headers=headers) as answer:
                return answer.status

    assert run(ask()) == 405


def test_a_ticket_works_once() -> None:
    door = Door(["127.0.0.1"])
    ticket = door.ticket_address().partition("token=")[2]
    printed = door.address.partition("token=")[2]
    assert [door.takes_token(ticket), door.takes_token(ticket)] == [True, False]
    assert [door.takes_token(printed), door.takes_token(printed)] == [True, True]


def test_any_ip_address_will_do_where_all_are_listened_at_but_no_domain() -> None:
    door = Door(["desk"], any_address=True)
    door.port = 8020
    known = ["desk:8020", "192.0.2.7:8020", "[2001:db8::1]:8020"]
    assert all(door.knows_host([host]) for host in known)
    strange = ["evil.example:8020", "192.0.2.7", "192.0.2.7:80", "desk:8020.evil.example"]
    assert not any(door.knows_host([host]) for host in strange)
    assert not door.knows_host(["desk:8020", "desk:8020"])


# What is shown


def test_the_app_paints_and_hears(server: Served) -> None:
    async def talk() -> None:
        async with server.page("width=91&height=31") as page:
            await page.until("size:91x31")
            await page.say("focus")
            await page.say("stdin", "名a")
            await page.until("typed:名a of 2")
            await page.say("resize", {"width": 70, "height": 20})
            await page.until("size:70x20")
            await page.say("ping", "12")
            assert await page.until_message("pong") == "12"

    run(talk())


def test_a_paste_of_five_megabytes_gets_through(server: Served) -> None:
    async def talk() -> None:
        async with server.page() as page:
            await page.until("size:80x24")
            await page.say("focus")
            await page.say("stdin", f"\x1b[200~{'x' * 5_000_000}\x1b[201~")
            await page.until("of 5000000")

    run(talk())


@pytest.mark.parametrize(
    "message",
    [
        *("", "{", "[]", "{}", "1", "[" * 5000, '["stdin"]', '["stdin", 1]', '["quit"]'),
        *('["resize", {"width": "x", "height": 2}]', '["resize", {"width": []}]'),
    ],
)
def test_nonsense_from_a_page_ends_its_connection(server: Served, message: str) -> None:
    async def talk() -> int | None:
        async with server.page() as page:
            await page.socket.send_str(message)
            return await page.until_closed()

    assert run(talk()) == 1008
    server.all_gone()


@pytest.mark.parametrize("size", ["width=x&height=3", "width=&height=", "width=1e9&height=24"])
def test_a_size_that_is_none_ends_the_connection(server: Served, size: str) -> None:
    async def talk() -> int | None:
        async with server.page(size) as page:
            return await page.until_closed()

    assert run(talk()) == 1008


def test_only_addresses_of_the_web_are_opened(server: Served) -> None:
    async def talk() -> list[object]:
        async with server.page() as page:
            await page.until("size:80x24")
            await page.say("stdin", "\x1bOQ")
            await page.until_message("open_url")
            await page.say("ping", "x")
            await page.until_message("pong")
            return [message for message in page.messages if message[0] == "open_url"]

    assert run(talk()) == [["open_url", {"url": "https://example.org/a", "new_tab": True}]]


def test_a_file_is_saved_once_and_never_shown(server: Served) -> None:
    async def talk() -> None:
        async with server.page() as page:
            await page.until("size:80x24")
            await page.say("stdin", "\x1bOR")
            key = await page.until_message("deliver_file_start")
            url = f"{server.base}/download/{key}"
            async with page.session.get(url) as answer:
                assert answer.status == 403  # the cookie is asked for here too
            async with page.session.get(url, headers=page.headers) as answer:
                assert answer.headers["Content-Disposition"].startswith("attachment; ")
                assert "terms.csv" in answer.headers["Content-Disposition"]
                assert answer.headers["Content-Type"] == "application/octet-stream"
                assert "sandbox" in answer.headers["Content-Security-Policy"]
                assert (await answer.read()).decode() == "术" * 100_000
            async with page.session.get(url, headers=page.headers) as answer:
                assert answer.status == 404

    run(talk())


def test_packets_of_two_threads_never_mix() -> None:
    reader, writer = os.pipe()
    lock, size, count = Lock(), 200_000, 30

    def write(letter: bytes) -> None:
        for _ in range(count):
            write_whole(lock, writer, letter * size)

    threads = [Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for thread in threads:
        thread.start()
    data = bytearray()
    while len(data) < 2 * size * count:
        data += os.read(reader, 70_000)
    for thread in threads:
        thread.join()
    os.close(reader)
    os.close(writer)
    packets = [bytes(data[at : at + size]) for at in range(0, len(data), size)]
    assert all(packet in (b"a" * size, b"b" * size) for packet in packets)


# What is left behind


def test_each_connection_has_an_app_of_its_own_and_ends_it(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> None:
            async with server.page() as first, server.page() as second:
                await first.until("size:80x24")
                await second.until("size:80x24")
                assert len(server.apps()) == 2

        run(talk())
        server.all_gone()
        assert server.process.poll() is None


def test_a_connection_that_breaks_ends_its_app(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> None:
            async with server.page() as page:
                await page.until("size:80x24")
                page.socket.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

        run(talk())
        server.all_gone()


def test_an_app_that_leaves_closes_its_connection(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> int | None:
            async with server.page() as page:
                await page.until("size:80x24")
                await page.say("stdin", "\x1b[17~")
                return await page.until_closed()

        assert run(talk()) == 1000
        server.all_gone()
        assert server.interrupt()[1] == ""


def test_an_app_that_fails_says_so_to_both(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> None:
            async with server.page() as page:
                await page.until("size:80x24")
                await page.say("stdin", "\x1bOS")
                await page.until("could not go on")
                assert "ZeroDivisionError" not in page.painted
                await page.until_closed()

        run(talk())
        server.all_gone()
        assert "on purpose" in server.interrupt()[1]


def test_a_command_that_is_no_app_says_so_to_both(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path, _BROKEN)) as server:

        async def talk() -> None:
            async with server.page() as page:
                await page.until("could not go on")
                await page.until_closed()

        run(talk())
        assert "no such glossary" in server.interrupt()[1]


def test_one_connection_too_many_is_turned_away(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path), sessions=1) as server:

        async def talk() -> int | None:
            async with server.page() as first:
                await first.until("size:80x24")
                async with server.page() as second:
                    await second.until("1 session is open")
                    code = await second.until_closed()
                await first.say("focus")
                await first.say("stdin", "a")
                await first.until("typed:a")
            return code

        assert run(talk()) == 1013
        assert len(server.apps()) == 1
        server.all_gone()

        async def again() -> None:
            async with server.page() as page:
                await page.until("size:80x24")

        run(again())


def test_control_c_leaves_nothing_running(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> tuple[int, str]:
            async with server.page() as first, server.page() as second:
                await first.until("size:80x24")
                await second.until("size:80x24")
                server.process.send_signal(signal.SIGINT)
                assert await first.until_closed() == 1001
                assert await second.until_closed() == 1001
            _, err = server.process.communicate(timeout=60)
            return server.process.returncode, err

        assert run(talk()) == (0, "")
        server.all_gone()


@pytest.mark.parametrize("code", [None, _STUBBORN])
def test_an_app_that_does_not_listen_is_ended(tmp_path: Path, code: str | None) -> None:
    command = write_app(tmp_path, code) if code else write_app(tmp_path)
    with served(tmp_path, command) as server:

        async def talk() -> None:
            async with server.page():
                server.wait_for_apps(1)

        run(talk())
        server.all_gone()


def test_a_second_control_c_does_not_wait(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path, _STUBBORN)) as server:

        async def talk() -> None:
            async with server.page() as page:
                server.wait_for_apps(1)
                server.process.send_signal(signal.SIGINT)
                assert await page.until_closed() == 1001
                server.process.send_signal(signal.SIGINT)
                server.all_gone()

        run(talk())
        server.process.communicate(timeout=60)
        assert server.process.returncode == 0


def test_a_server_that_is_killed_takes_its_apps_along(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path)) as server:

        async def talk() -> None:
            async with server.page() as page:
                await page.until("size:80x24")
                server.process.kill()
                await page.until_closed()

        run(talk())
        server.all_gone()


# The command


def test_the_command_prints_the_address_and_control_c_ends_with_130(
    tmp_path: Path, home: Path
) -> None:
    arguments = ["--db", str(tmp_path / "a.db"), "serve", "--port", "0", "--no-open"]
    with start([sys.executable, "-m", "glossary", *arguments], tmp_path) as server:
        assert server.address.startswith("http://127.0.0.1:")

        async def talk() -> None:
            async with server.page("width=100&height=30") as page:
                await page.until("Zhengming")

        run(talk())
        code, err = server.interrupt()
        assert (code, err) == (130, "zhengming: serving; Ctrl-C ends it\n")


def test_a_folder_named_like_a_package_is_not_run(tmp_path: Path) -> None:
    from tui.serving import app_command

    for name in ("glossary", "tui", "textual"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong one')")
    command = app_command(str(tmp_path / "a.db"))
    with served(tmp_path, command) as server:

        async def talk() -> None:
            async with server.page() as page:
                await page.until("Zhengming")

        run(talk())


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--no-open", "--port", str(port)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"port {port} of 127.0.0.1 is taken. Choose another with --port" in err


@pytest.mark.parametrize("host", ["a..b", "a" * 64])
def test_a_host_that_is_none_is_said(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--no-open", "--port", "0", "--host", host]) == 2
    assert f"cannot listen at {host}, port 0: " in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--port", "x"), ("--port", "65536"), ("--sessions", "0")])
def test_misuse_is_said(words: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *words]) == 2
    assert words[0] in capsys.readouterr().err


def test_without_the_extra_it_says_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name == "aiohttp" else name
    )
    assert main(["serve"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "aiohttp. Install it with: pip install 'zhengming[serve]'" in err


@pytest.mark.parametrize(
    ("words", "environ", "opens"),
    [
        ([], {"DISPLAY": ":0"}, True),
        (["--no-open"], {"DISPLAY": ":0"}, False),
        ([], {"DISPLAY": ":0", "SSH_CONNECTION": "somewhere"}, False),
    ],
)
def test_a_browser_on_this_desktop_is_given_an_address_that_works_once(
    words: list[str],
    environ: dict[str, str],
    opens: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door, opened = Door(["127.0.0.1"]), queue.Queue[str]()
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tui.serving.serve", lambda options, announce, narrate: announce(door))
    monkeypatch.setattr("glossary.cli.serving.is_interactive", lambda stream: True)
    monkeypatch.setattr("webbrowser.open", opened.put)
    assert main(["serve", *words]) == 130
    assert capsys.readouterr().out == f"{door.address}\n"
    if opens:
        given = opened.get(timeout=60).partition("token=")[2]
        assert [door.takes_token(given), door.takes_token(given)] == [True, False]
    else:
        assert opened.empty()


def test_localhost_is_printed_as_the_address_listened_at(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path), host="localhost") as server:
        assert server.address.startswith("http://127.0.0.1:")
        assert run(status(server.address, {})) == 200
        assert server.interrupt()[1] == ""


def test_a_glossary_that_cannot_be_opened_is_said_before_serving(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.db").write_text("no database at all, but long enough to be read as one " * 100)
    assert main(["--db", str(tmp_path / "bad.db"), "serve", "--no-open", "--port", "0"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "bad.db" in err


def test_another_address_warns(tmp_path: Path) -> None:
    with served(tmp_path, write_app(tmp_path), host="0.0.0.0") as server:
        port = server.host.rpartition(":")[2]
        token = server.address.partition("/?")[2]
        local = f"http://127.0.0.1:{port}/?{token}"
        assert run(status(local, {})) == 200
        assert run(status(local, {"Host": f"192.0.2.7:{port}"})) == 200
        assert run(status(local, {"Host": f"evil.example:{port}"})) == 403
        assert "others can reach 0.0.0.0" in server.interrupt()[1]
