"""What runs in the process of an app that is served: its start, and how it speaks to the server.

Textual's own driver for browsers stops reading at the end of its input and lets the app run on. A server that was
killed could then no longer end its apps; so here the end of the input ends the app, as a closed terminal does.
Textual's also writes from two threads, painting and handing out a file, and the kernel cuts what is longer than a
pipe takes at once: here a packet is written whole.
"""

from __future__ import annotations

import contextlib
import os
import sys
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual import messages
from textual.drivers.web_driver import WebDriver

from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from typing import NoReturn

    from textual.app import App

__all__ = ["ServedDriver", "main", "write_whole"]

_GRACE_S = 10.0
"""How long an app may take to leave; longer than the server waits before it ends one by force."""


def write_whole(lock: Lock, number: int, data: bytes) -> int:
    """Write all of a packet before another thread writes any of the next; return its length.

    Args:
        lock: What the threads share.
        number: A file descriptor.
        data: The packet.
    """
    with lock:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(number, rest) :]
    return len(data)


class ServedDriver(WebDriver):
    """Textual's driver for browsers; the server names it in ``TEXTUAL_DRIVER``."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(write_whole, Lock(), self.fileno)

    def run_input_thread(self) -> None:
        """Read input until the app leaves; where the input ends first, have it leave."""
        super().run_input_thread()
        if self.exit_event.is_set():
            return
        self._app.post_message(messages.ExitApp())
        if not self.exit_event.wait(_GRACE_S):
            os._exit(1)  # nobody could see what it still shows, nor stop it

    def stop_application_mode(self) -> None:
        """Leave; that nobody reads the goodbye is no fault."""
        with contextlib.suppress(BrokenPipeError):
            super().stop_application_mode()


def main(db: str | None = None) -> NoReturn:
    """Show the app; end the process with its exit code, or with one line on stderr for the server.

    Args:
        db: The database; the user's own by default.
    """
    from tui.app import run

    try:
        sys.exit(run(db))
    except GlossaryError as error:
        sys.exit(" ".join(str(error).split("\n")))
