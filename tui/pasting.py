"""What the terminal sends: a paste goes into the app as one piece, however long it is, and however it is sent.

Textual reads it a character at a time, at about a million characters a second, and nothing else is answered meanwhile.
A terminal that marks no paste sends it as keys: each would be painted and asked for, and where letters are commands
each would be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

__all__ = ["TYPED", "PasteParser", "pasted"]

START, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste (xterm's bracketed paste)."""
TYPED = 12
"""So many characters at once are still taken for typing: what an input method commits, what was typed ahead."""
_BREAKS = {"enter": "\n", "ctrl+j": "\n", "tab": "\t"}


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


def pasted(events: Iterable[Message]) -> Iterator[Message]:
    """Yield what was read at once, more than ``TYPED`` characters in a row as the paste they are.

    Args:
        events: What one reading of the terminal gave.

    Yields:
        The same, in its order. Line breaks and tabs between characters belong to the paste; those behind the last do not,
        since who types ahead ends with Enter.
    """
    run: list[Key] = []
    for event in events:
        if isinstance(event, Key) and _text_of(event):
            run.append(event)
        else:
            yield from _paste_or_keys(run)
            run = []
            yield event
    yield from _paste_or_keys(run)


def _text_of(event: Key) -> str:
    """Return what a key would write, empty where it is no character."""
    if event.key in _BREAKS:
        return _BREAKS[event.key]
    return (event.character or "") if event.is_printable and "+" not in event.key else ""


def _paste_or_keys(run: list[Key]) -> Iterator[Message]:
    end = len(run)
    while end and run[end - 1].key in _BREAKS:
        end -= 1
    typed = [event.key for event in run[:end] if event.key not in _BREAKS]
    if len(typed) > TYPED and len(set(typed)) > 1:  # else a key held down
        yield Paste("".join(map(_text_of, run[:end])))
        run = run[end:]
    yield from run
