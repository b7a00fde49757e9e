"""``serve``: the terminal UI in a browser on this machine."""

from __future__ import annotations

import os
import sys

from glossary.cli.numbers import number_of
from glossary.cli.opening import open_glossary
from glossary.cli.streams import ExitCode, UsageError, is_interactive, narrate, output
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from tui.serving_door import Door

__all__ = ["fill_serve"]

_PORT = 8020
_NEEDED = ("textual", "aiohttp", "textual_serve")


def fill_serve(parser: Parser) -> None:
    """Fill the parser of ``serve``."""
    parser.add_argument(
        "--port",
        metavar="PORT",
        type=number_of("--port", 0, 65535),
        default=_PORT,
        help=_("the port, {port} by default; 0 picks a free one").format(port=_PORT),
    )
    parser.add_argument(
        "--host",
        metavar="ADDRESS",
        default="127.0.0.1",
        help=_("another address than this machine's own: others can then reach it"),
    )
    parser.add_argument(
        "--sessions",
        metavar="COUNT",
        type=number_of("--sessions", 1, 1000),
        default=8,
        help=_("how many may be open at once, 8 by default"),
    )
    parser.add_argument(
        "--no-open", action="store_true", help=_("only print the address, open no browser")
    )
    parser.describe(
        run_serve,
        _(
            "Show the terminal UI in a browser. Prints an address that holds a secret: whoever has it may do what "
            "you may. Each tab is a session of its own, ended when the tab is closed; Ctrl-C ends all."
        ),
        ("zhengming serve --help",),
    )


def run_serve(arguments: argparse.Namespace) -> ExitCode:
    """Serve until interrupted.

    Raises:
        UsageError: What it needs is not installed.
        StoreError: The glossary cannot be opened.
        InputError: The address cannot be listened at.
    """
    _check_installed()
    from tui import serving

    open_glossary(
        arguments
    ).close()  # said here what is wrong with it, and filled once, not by two tabs

    def announce(door: Door) -> None:
        out = output()
        out.line(door.address)
        out.flush()
        narrate(_("serving; Ctrl-C ends it"))
        if not arguments.no_open and _has_browser():
            _open_browser(door.ticket_address())

    options = serving.Options(
        command=serving.app_command(arguments.db),
        host=arguments.host,
        port=arguments.port,
        sessions=arguments.sessions,
    )
    serving.serve(options, announce, narrate)
    return ExitCode.INTERRUPTED


def _check_installed() -> None:
    from importlib.util import find_spec

    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(
            _("serving needs what is not installed here: {names}").format(names=", ".join(missing)),
            fix=_("Install it with: pip install 'zhengming[serve]'"),
        )


def _has_browser() -> bool:
    """Return whether somebody sits here, before a desktop: not a script, and not at the end of an ssh."""
    if not is_interactive(sys.stdout) or os.environ.get("SSH_CONNECTION"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_browser(address: str) -> None:
    """Open the user's browser; starting one may take seconds, in which the server already answers it."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
