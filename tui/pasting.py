"""What the terminal sends: a paste goes into the app as one piece, however long it is, and however it is sent.

Textual reads it a character at a time, at about a million characters a second, and nothing else is answered meanwhile.
A terminal that marks no paste sends it as keys: each would be painted and asked for, and where letters are commands
each would be one.

Esc is a key of its own also where the next one comes at once, as on a slow line: terminals send the same for Alt and a
letter, for which Textual takes it, and types the letter. Alt counts where the config gives it something to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import constants
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from textual.message import Message

__all__ = ["TYPED", "PasteParser", "pasted"]

START, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste (xterm's bracketed paste)."""
TYPED = 12
"""So many characters at once are still taken for typing: what an input method commits, what was typed ahead."""
ESC = "\x1b"
_ALONE = re.compile("\x1b(?=[^\x7f[\\]OPX^_\\\\])")
"""An Esc that begins nothing longer; Alt and Backspace is a key."""
_WORDS = ("\x1bb", "\x1bf")
"""What terminals send for a word to the left and to the right."""
_LONG = re.compile("[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]{255,}[^\x00-\x1f\x7f]")
"""More characters than anybody types; a line's end behind them is a key."""
_BREAKS = {"enter": "\n", "ctrl+j": "\n", "tab": "\t"}


class PasteParser(XTermParser):
    """Textual's parser of what a terminal sends, but for what stands between the brackets of a paste, and behind Esc.

    Args:
        debug: As Textual has it.
        alts: Letters that do something together with Alt.
    """

    def __init__(self, debug: bool = False, alts: Collection[str] = ()) -> None:
        super().__init__(debug)
        self._pasted: list[str] | None = None
        self._tail = ""
        self._alts = alts
        self._esc = ""
        self._until = 0.0

    def tick(self) -> Iterable[Message]:
        """Yield the Esc that nothing came behind, and what else has waited long enough."""
        if self._esc and get_time() >= self._until:
            self._esc = ""
            yield Key("escape", ESC)
        yield from super().tick()

    def _keys(self, data: str) -> Iterable[Message]:
        """Yield what stands outside of a paste."""
        at = 0
        for found in _ALONE.finditer(data):
            if data[found.start() :] in _WORDS:
                break
            yield from self._text(data[at : found.start()])
            at, letter = found.end(), data[found.end()]
            if letter in self._alts:
                yield Key(f"alt+{letter}", letter)
                at += 1
            else:
                yield Key("escape", ESC)
        yield from self._text(data[at:])

    def _text(self, data: str) -> Iterable[Message]:
        """Yield what stands between keys of their own, a long run of characters at once."""
        at = 0
        for found in _LONG.finditer(data) if self._timeout_time is None else ():
            if len(set(found[0])) > 1:  # else a key held down
                if at < found.start():
                    yield from super().feed(data[at : found.start()])
                yield Paste(found[0].replace("\r\n", "\n").replace("\r", "\n"))
                at = found.end()
        if at < len(data):  # Textual takes nothing for the end
            yield from super().feed(data[at:])

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events of what was read.

        Args:
            data: What the terminal sent; a paste, its brackets too, may be spread over any number of calls.

        Yields:
            Keys, the mouse, and each paste whole.
        """
        if self._esc and data[:1] not in ("[", "O", "\x7f"):  # it came for itself
            yield Key("escape", ESC)
        elif self._esc:
            data = ESC + data
        self._esc = ""
        while True:
            if self._pasted is None:
                before, start, data = data.partition(START)
                if not start and before.endswith(ESC):
                    before, self._esc = before[:-1], ESC
                    self._until = get_time() + constants.ESCAPE_DELAY
                if before:
                    yield from self._keys(before)
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
