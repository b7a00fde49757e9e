"""Text line by line, as it comes: for formats whose files may be of any size."""

from __future__ import annotations

import codecs
import re

from glossary.errors import InputError
from glossary.formats.inputs import decode_text, guess_encoding
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["LINE_LIMIT", "iter_lines", "iter_text", "nul_in", "skip_line", "too_long"]

_ENDS = re.compile(r"\r\n|\r|\n")
_PIECE = 1 << 16
LINE_LIMIT = 16 * 1024 * 1024
"""The longest line, in bytes."""


def iter_lines(stream: BinaryIO, path: str) -> Iterator[tuple[int, str | InputError]]:
    """Yield the lines of a file with their numbers, without what ends them: LF, CR LF, CR, or some of each.

    A byte order mark is taken away. In the place of a line that cannot be read stands what is wrong with it: it is too long, holds
    a NUL, or bytes that are no text.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: The file is in another encoding than UTF-8 or UTF-16 with a mark.

    >>> import io
    >>> list(iter_lines(io.BytesIO(b"\\xef\\xbb\\xbfa\\r\\n\\nb\\rc"), "x"))
    [(1, 'a'), (2, ''), (3, 'b'), (4, 'c')]
    >>> [str(line) for _number, line in iter_lines(io.BytesIO(b"a\\0\\nb"), "x")]
    ['x:1:2: the line holds a NUL, as no text does. Give the file as text in UTF-8.', 'b']
    """
    number = 0
    while data := stream.readline(LINE_LIMIT + 1):
        number += 1
        if number == 1 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = decode_text(data + stream.read(), path)
            yield from enumerate(_ENDS.split(_ENDS.sub("\n", text).removesuffix("\n")), 1)
            return
        if len(data) > LINE_LIMIT:
            skip_line(stream, data)
            yield number, too_long(LINE_LIMIT, path, number)
            continue
        try:
            line = data.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            yield number, _undecoded(data, number, path, error)
            continue
        if "\0" in line:
            yield number, nul_in(line, path, number)
            continue
        line = line.removesuffix("\n").removesuffix("\r")
        for at, part in enumerate(line.split("\r") if "\r" in line else (line,)):
            number += at > 0
            yield number, part


def iter_text(stream: BinaryIO, path: str) -> Iterator[str]:
    """Yield the text of a file in pieces, its byte order mark taken away.

    Args:
        stream: The file, opened for bytes, at its beginning.
        path: The file, for the messages.
    Raises:
        InputError: It is neither UTF-8 nor UTF-16 with a mark; the message guesses what it is.

    >>> import io
    >>> "".join(iter_text(io.BytesIO("甲".encode("utf-16")), "x"))
    '甲'
    >>> "".join(iter_text(io.BytesIO("甲乙".encode()), "x"))
    '甲乙'
    """
    data = stream.read(_PIECE)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:_PIECE]:
        yield decode_text(data + stream.read(), path)
        return
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    line, column = 1, 1
    while True:
        try:
            text = decoder.decode(data, not data)
        except UnicodeDecodeError as error:
            raise _placed(error, path, line, column) from None
        if text:
            yield text
        if not data:
            return
        line += text.count("\n")
        column = len(text) - text.rfind("\n") if "\n" in text else column + len(text)
        data = stream.read(_PIECE)


def _placed(error: UnicodeDecodeError, path: str, line: int, column: int) -> InputError:
    """What is wrong with bytes that are not UTF-8, and begin at a place."""
    try:
        decode_text(error.object, path)
    except InputError as refusal:
        if refusal.line is not None and refusal.column is not None:
            refusal.column += column - 1 if refusal.line == 1 else 0
            refusal.line += line - 1
        return refusal
    return InputError(_("the file is not UTF-8"), path=path, line=line, column=column)


def skip_line(stream: BinaryIO, data: bytes) -> None:
    """Read to the end of a line, of which so much was read."""
    while data and not data.endswith(b"\n"):
        data = stream.readline(LINE_LIMIT)


def nul_in(line: str, path: str, number: int) -> InputError:
    """Return the error of a line that holds a NUL."""
    return InputError(
        _("the line holds a NUL, as no text does"),
        path=path,
        line=number,
        column=line.index("\0") + 1,
        fix=_("Give the file as text in UTF-8."),
    )


def _undecoded(data: bytes, number: int, path: str, error: UnicodeDecodeError) -> InputError:
    """What is wrong with a line that is not UTF-8.

    Raises:
        InputError: It looks like another encoding, which the whole file is in then.
    """
    try:
        decode_text(data, path)
    except InputError as refusal:
        refusal.line = number
        if guess_encoding(data)[0]:
            raise
        return refusal
    return InputError(_("the file is not UTF-8"), path=path, line=number, column=error.start + 1)


def too_long(limit: int, path: str, line: int) -> InputError:
    """Return the error of a line that is longer than a limit.

    >>> str(too_long(1024 * 1024, "x", 3))
    'x:3:1: the line is longer than 1 MB. Split it.'
    """
    return InputError(
        _("the line is longer than {number} MB").format(number=limit // (1024 * 1024)),
        path=path,
        line=line,
        fix=_("Split it."),
    )
