"""The terminal: what it sends is passed on, and it is left as it was found, also when the process is asked to end."""

from __future__ import annotations

import os
import signal
from asyncio import get_running_loop
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from typing import IO, TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver

from tui.pasting import PasteParser, pasted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.message import Message

__all__ = ["ENDING", "Lasting", "TerminalDriver", "end_as_asked"]

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that ask a process to end."""
_READ = 65_536
_AT_ONCE = 1_000_000
"""So many bytes are read before what they say is passed on, where so many wait."""
_WAIT_S = 0.1


class Lasting:
    """What is written to the terminal, and to nowhere once there is none.

    Textual's thread that writes would end at the first error, and whoever has something to write would wait for it.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write a text if it can be."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Write out what was kept back, if it can be."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver for terminals, with this project's parser, ending in good order when it is asked to."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = cast("Any", Lasting(cast("IO[str]", self._file)))

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and when the process comes back to the foreground."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual does not type it
        self._loop = get_running_loop()
        for number in ENDING:
            self._loop.add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        """Leave as by a key: drafts are kept, what is with the glossary is finished, the terminal gets its own screen."""
        self._app.exit(return_code=128 + number)

    def run_input_thread(self) -> None:
        """Pass on what the terminal sends until the app ends, or the terminal is gone."""
        parser = PasteParser(self._debug, self._alts())
        decoder = getincrementaldecoder("utf-8")(errors="replace")

        def read() -> Iterator[Message]:
            if selector.select(_WAIT_S):
                data = part = self._read()
                # A paste comes in parts.
                while part and len(data) < _AT_ONCE and selector.select(0):
                    part = self._read()
                    data += part
                if not part:
                    self.exit_event.set()
                    self._loop.call_soon_threadsafe(self._end, signal.SIGHUP)
                text = decoder.decode(data)
                if text:  # else a character only began
                    yield from pasted(parser.feed(text))
            yield from parser.tick()

        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                for event in read():
                    self.process_message(event)

    def _alts(self) -> frozenset[str]:
        """Return the letters that the config binds together with Alt."""
        config = getattr(self._app, "config", None)
        bound = ",".join(config.keymap().values()).split(",") if config else []
        return frozenset(key[-1] for key in bound if len(key) == 5 and key.startswith("alt+"))

    def _read(self) -> bytes:
        """Return what was sent; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""


def end_as_asked(code: int | None) -> None:
    """End by the signal that asked for it, where one did: a shell is told so.

    Args:
        code: What the app returned; 128 and the number of the signal.

    >>> end_as_asked(0)
    """
    number = (code or 0) - 128
    if number in ENDING:
        signal.signal(
            number, signal.SIG_DFL if number != signal.SIGINT else signal.default_int_handler
        )
        os.kill(os.getpid(), number)
