"""stdin by lines: streamed, UTF-8, and a line that is none told by its number; a file as a whole.

Lines end at LF or CRLF only; anything else that some call a line end stays in its line.
"""

from __future__ import annotations

import sys

from glossary.cli.streams import UsageError, narrate
from glossary.i18n import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.cli.streams import Output

__all__ = ["BadLines", "decode_line", "read_lines", "read_whole"]

_CHUNK = 65536


def read_lines(out: Output) -> Iterator[bytes]:
    """Yield the lines of stdin without their ends, flushing what was answered before every wait.

    So a program that writes one name and reads one answer is never kept waiting, and a file of a million names
    costs one flush for each 64 kB. A byte order mark before the first line is taken away.

    Args:
        out: Where the answers go.
    Raises:
        UsageError: stdin is UTF-16, or closed.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UsageError(_("there is nothing to read: stdin is closed"))
    pending: list[bytes] = []
    out.flush()
    chunk = stream.read1(_CHUNK)
    _refuse_utf16(chunk)
    first = True
    while chunk:
        if first:
            chunk, first = chunk.removeprefix(b"\xef\xbb\xbf"), False
        lines = chunk.split(b"\n")
        last = lines.pop()
        if lines:
            lines[0] = b"".join((*pending, lines[0]))
            pending.clear()
            for line in lines:
                yield line[:-1] if line.endswith(b"\r") else line
        if last:
            pending.append(last)
        out.flush()
        chunk = stream.read1(_CHUNK)
    if pending:
        yield b"".join(pending)


def _refuse_utf16(chunk: bytes) -> None:
    if chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UsageError(
            _("stdin is UTF-16, not UTF-8"), fix=_("Convert it: iconv -f UTF-16 -t UTF-8.")
        )


def decode_line(line: bytes) -> str | None:
    """Return a line as text; ``None`` where it is not UTF-8.

    >>> decode_line("正名".encode()), decode_line("正名".encode("gb18030"))
    ('正名', None)
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


class BadLines:
    """Lines that are not UTF-8: the first few are named as they come, the rest counted.

    >>> bad = BadLines(shown=0)
    >>> bad.add(3); bad.count
    1
    """

    def __init__(self, shown: int = 3) -> None:
        self.count = 0
        self._shown = shown

    def add(self, number: int) -> None:
        """Note one, by its number from 1."""
        self.count += 1
        if self.count <= self._shown:
            narrate(
                _("<stdin>:{line}: the line is not UTF-8. Convert the file to UTF-8.").format(
                    line=number
                )
            )

    def report(self) -> None:
        """Say how many more there were."""
        more = self.count - self._shown
        if more > 0 and self._shown:
            narrate(
                ngettext(
                    "{count} more line is not UTF-8", "{count} more lines are not UTF-8", more
                ).format(count=more)
            )


def read_whole(file: str) -> str:
    """Return the text of a file, or of stdin for ``-``.

    Raises:
        InputError: It cannot be read, or is not UTF-8.
        UsageError: stdin is closed.
    """
    from glossary.formats.inputs import decode_text, read_file

    if file != "-":
        return decode_text(read_file(file, may_be_empty=True), file)
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UsageError(_("there is nothing to read: stdin is closed"))
    return decode_text(stream.read(), "<stdin>")
