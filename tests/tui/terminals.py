"""The app in a terminal of its own: bytes go in as a keyboard sends them, and what it writes is read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from select import select
from typing import TYPE_CHECKING

from tests.processes import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

__all__ = ["Terminal"]

LONGEST_S = 60.0
"""How long anything is waited for; what takes so long never comes."""


class Terminal:
    """The command line in a terminal.

    Args:
        arguments: Of ``zhengming``.
        environ: What differs from the test's environment.
    """

    def __init__(self, *arguments: str, **environ: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from glossary.start import run; run()", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **environ,
            },
            start_new_session=True,
        )
        os.close(theirs)
        self.written = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def send(self, text: str) -> None:
        """Send what a keyboard would."""
        os.write(self._ours, text.encode())

    def wait_for(self, *texts: str) -> None:
        """Wait until texts were written, one after the other, since this was called last."""
        for text in texts:
            ends = time.monotonic() + LONGEST_S
            while text not in self.written:
                assert time.monotonic() < ends, f"{text!r} never came: {self.written[-2_000:]!r}"
                if not self._read():
                    assert text in self.written, f"ended without {text!r}: {self.written!r}"
            self.written = self.written.partition(text)[2]

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something outside of the terminal is so, taking in what is written meanwhile."""
        ends = time.monotonic() + LONGEST_S
        while not is_so():
            assert time.monotonic() < ends, "it never came to be so"
            assert self._read(), "ended before it was so"

    def wait_until_stopped(self) -> None:
        """Wait until the process has stopped itself: it says that it leaves the screen before it does."""
        _pid, status = os.waitpid(self.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def end(self) -> int:
        """Wait until the process ends; return its code, a signal as its negative number."""
        while self.process.poll() is None and self._read():
            pass
        return self.process.wait(LONGEST_S)

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        with suppress(OSError):
            os.close(self._ours)

    def _read(self) -> bool:
        """Take in what was written; return whether more may come."""
        if not select([self._ours], [], [], 0.1)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._ours, 65_536)
        except OSError:  # Linux says so where everybody on the other side has gone
            return False
        self.written += data.decode(errors="replace")
        return bool(data)
