"""What the terminal sends: a paste goes into the app as one piece, however long it is.

Textual reads it a character at a time, at about a million characters a second, and nothing else is answered meanwhile.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

__all__ = ["PasteParser", "TerminalDriver"]

START, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste (xterm's bracketed paste)."""
_READ = 65_536
_WAIT_S = 0.1


class PasteParser(XTermParser):
    """Textual's parser of what a terminal sends, but for what stands between the brackets of a paste."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: list[str] | None = None
        self._tail = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of what was read.

        Args:
            data: What the terminal sent; a paste, its brackets too, may be spread over any number of calls.

        Yields:
            Keys, the mouse, and each paste whole.
        """
        while True:
            if self._pasted is None:
                before, start, data = data.partition(START)
                if before or not start:
                    yield from super().feed(before)
                if not start:
                    return
                self._pasted = []
            text, end, rest = (self._tail + data).partition(END)
            if not end:
                cut = max(0, len(text) - len(END) + 1)  # an end may have begun
                self._pasted.append(text[:cut])
                self._tail = text[cut:]
                return
            pasted = "".join([*self._pasted, text])
            self._pasted, self._tail, data = None, "", rest
            yield Paste(pasted.replace("\0", ""))
            if not data:
                return


class TerminalDriver(LinuxDriver):
    """Textual's driver for terminals, with this parser."""

    def run_input_thread(self) -> None:
        """Pass on what the terminal sends until the app ends."""
        parser = PasteParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="replace")

        def read() -> Iterator[Message]:
            if selector.select(_WAIT_S):
                text = decoder.decode(os.read(self.fileno, _READ))
                if text:  # else the input has ended, or a character only began
                    yield from parser.feed(text)
            yield from parser.tick()

        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                for event in read():
                    self.process_message(event)
