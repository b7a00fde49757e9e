"""stdout, stderr, stdin and exit codes of the command line: the whole contract on one screen.

* stdout carries data only. Into a pipe or a file it is UTF-8, whatever the locale says; a terminal gets its
  own encoding, and what that cannot show is replaced, never an error.
* stderr carries everything else, a line at a time, each begun with ``zhengming:``. Nothing outside this module
  writes to it. What was written to stdout is flushed before, so that the two never overtake each other.
* 0 found or clean, 1 nothing found or problems found, 2 misuse or input that cannot be read, 130 interrupted.
  A closed pipe (``| head``) is no error: the reader has all it wants, the rest is dropped, and the exit
  code is 0.
"""

from __future__ import annotations

import os
import sys
from enum import IntEnum

from glossary.errors import ConflictError, GlossaryError, NotFoundError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

__all__ = [
    "ExitCode",
    "Output",
    "UsageError",
    "crash",
    "detach_stdout",
    "fail",
    "is_interactive",
    "narrate",
    "output",
    "overwrite_line",
    "terminal_width",
]

_SMALLEST_WIDTH = 10


class ExitCode(IntEnum):
    """What the process ends with."""

    FOUND = 0
    NOT_FOUND = 1
    USAGE = 2
    INTERRUPTED = 130


class UsageError(GlossaryError):
    """The command line itself is wrong; ``command`` is whose help would say more."""

    def __init__(self, what: str, *, fix: str = "", command: str = "") -> None:
        super().__init__(what, fix=fix)
        self.command = command


class Output:
    """stdout, as bytes.

    Attributes:
        is_terminal: Whether a person sees it directly.
        is_utf8: Whether every character can be written.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._text = stream  # kept: it closes the bytes below it when it goes
        self._stream: BinaryIO | None = getattr(stream, "buffer", None)
        self.is_terminal = bool(stream is not None and stream.isatty())
        encoding = (getattr(stream, "encoding", "") or "utf-8") if self.is_terminal else "utf-8"
        self.is_utf8 = encoding.lower().replace("-", "").replace("_", "") in ("utf8", "cp65001")
        self._encoding = "utf-8" if self.is_utf8 else encoding

    def write(self, text: str) -> None:
        """Write a text; what cannot be shown comes out as ``?``."""
        if self._stream is not None:
            self._stream.write(text.encode(self._encoding, "replace"))

    def write_raw(self, text: str) -> None:
        """Write a text in which undecodable bytes stand as surrogates: they leave as they came."""
        if self._stream is not None:
            errors = "surrogateescape" if self.is_utf8 else "replace"
            self._stream.write(text.encode(self._encoding, errors))

    def line(self, text: str = "") -> None:
        """Write a text and end the line."""
        self.write(text + "\n")

    @property
    def binary(self) -> BinaryIO:
        """The stream of bytes below, for formats that write their own."""
        if self._stream is None:
            raise BrokenPipeError
        return self._stream

    def flush(self) -> None:
        """Hand over everything written so far."""
        if self._stream is not None:
            self._stream.flush()


def output() -> Output:
    """Return stdout as it is now.

    >>> output().is_terminal
    False
    """
    return Output(sys.stdout)


def detach_stdout() -> None:
    """Let whatever is still to be written go nowhere, so that the end of the process stays silent."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError, AttributeError):
        sys.stdout = None


def _flush_stdout() -> None:
    """Hand over what was written; where that fails, as on a full disk, what is left goes nowhere from then on."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        detach_stdout()
    except OSError:
        detach_stdout()
        raise


def _write_stderr(text: str) -> None:
    _flush_stdout()
    stream = sys.stderr
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except (OSError, ValueError):  # nobody can be told; the exit code still says it
        sys.stderr = None


def narrate(text: str) -> None:
    """Say something on stderr, on a line of its own; several lines where the text has them.

    Args:
        text: What to say; control characters in it are shown, never sent.
    """
    from glossary.cli.display import safe

    for line in text.split("\n"):
        _write_stderr(f"zhengming: {safe(line)}\n")


def overwrite_line(text: str) -> None:
    """Show a text in place of the last one, on a terminal; an empty one clears the line."""
    _write_stderr(f"\r\x1b[K{text}")


def is_interactive(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; a closed one is not.

    >>> is_interactive(None)
    False
    """
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def fail(error: GlossaryError) -> ExitCode:
    """Report an error in one line and return the exit code that goes with it.

    Args:
        error: What went wrong.
    """
    narrate(" ".join(str(error).split("\n")))
    if isinstance(error, (NotFoundError, ConflictError)):
        return ExitCode.NOT_FOUND
    return ExitCode.USAGE


def crash(bug: BaseException) -> ExitCode:
    """Report a fault of the program itself, with its traceback and where to send it."""
    import traceback

    _write_stderr("".join(traceback.format_exception(type(bug), bug, bug.__traceback__)))
    narrate(
        _(
            "this is a fault in Zhengming, not in what you asked. "
            "Please report it with the lines above; CONTRIBUTING.md says where."
        )
    )
    return ExitCode.USAGE


def terminal_width() -> int:
    """Return the columns there are: ``COLUMNS``, else the terminal's, else 80.

    The standard library's way to ask imports ``shutil``, which costs a cold start more than the answer does.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        return max(int(given), _SMALLEST_WIDTH)
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            columns = os.get_terminal_size(stream.fileno()).columns  # type: ignore[union-attr]
        except (OSError, ValueError, AttributeError):
            continue
        if columns:
            return max(columns, _SMALLEST_WIDTH)
    return 80
