"""Progress of what takes more than a second: on a terminal one line that counts, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time

from glossary.cli.streams import is_interactive, narrate, overwrite_line
from glossary.i18n import _, number

__all__ = ["Progress"]

_PATIENCE_S = 1.0
_TERMINAL_S = 0.1
_ELSEWHERE_S = 10.0


class Progress:
    """Called with how much is done, of how much; silent for the first second.

    Args:
        what: What is being done: ``importing``.

    >>> with Progress("importing") as progress:
    ...     progress(1, 10)
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._on_terminal = is_interactive(sys.stderr)
        self._next = time.monotonic() + _PATIENCE_S
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._shown and self._on_terminal:
            overwrite_line("")

    def __call__(self, done: int, total: int) -> None:
        """Tell how far it is."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (_TERMINAL_S if self._on_terminal else _ELSEWHERE_S)
        self._shown = True
        text = _("{what}: {done} of {total}").format(
            what=self._what, done=number(done), total=number(max(total, done))
        )
        if self._on_terminal:
            overwrite_line(text)
        else:
            narrate(text)
