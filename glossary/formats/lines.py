"""Text line by line, as it comes: for formats whose files may be of any size."""

from __future__ import annotations

import codecs
import re

from glossary.errors import InputError
from glossary.formats.inputs import decode_text
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["LINE_LIMIT", "decode_line", "iter_lines", "too_long"]

_ENDS = re.compile(r"\r\n|\r|\n")
LINE_LIMIT = 16 * 1024 * 1024
"""The longest line, in bytes."""


def iter_lines(stream: BinaryIO, path: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, without what ends them: LF, CR LF, CR, or some of each.

    A byte order mark is taken away.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: It is neither UTF-8 nor UTF-16 with a mark, a line is too long, or holds NULs; with its place.

    >>> import io
    >>> list(iter_lines(io.BytesIO(b"\\xef\\xbb\\xbfa\\r\\n\\nb\\rc"), "x"))
    [(1, 'a'), (2, ''), (3, 'b'), (4, 'c')]
    """
    number = 0
    while data := stream.readline(LINE_LIMIT + 1):
        number += 1
        if number == 1 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = decode_text(data + stream.read(), path)
            yield from enumerate(_ENDS.split(_ENDS.sub("\n", text).removesuffix("\n")), 1)
            return
        line = decode_line(data, number, path)
        if "\0" in line:
            raise InputError(
                _("the line holds a NUL, as no text does"),
                path=path,
                line=number,
                column=line.index("\0") + 1,
                fix=_("Give the file as text in UTF-8."),
            )
        line = line.removesuffix("\n").removesuffix("\r")
        for at, part in enumerate(line.split("\r") if "\r" in line else (line,)):
            number += at > 0
            yield number, part


def decode_line(data: bytes, number: int, path: str) -> str:
    """Return a line of a file as text, its end kept.

    Args:
        data: The line, read with ``readline(LINE_LIMIT + 1)``; of the first one a mark of UTF-8 is left out.
        number: Its number, from 1.
        path: The file, for the messages.
    Raises:
        InputError: It is too long, or not UTF-8; with its place.

    >>> decode_line(b"\\xef\\xbb\\xbfa\\n", 1, "x")
    'a\\n'
    """
    if len(data) > LINE_LIMIT:
        raise too_long(LINE_LIMIT, path, number)
    try:
        return data.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        try:
            decode_text(data, path)
        except InputError as error:
            error.line = number
            raise
        raise


def too_long(limit: int, path: str, line: int) -> InputError:
    """Return the error of a line that is longer than a limit.

    >>> str(too_long(1024 * 1024, "x", 3))
    'x:3: the line is longer than 1 MB. Split it.'
    """
    return InputError(
        _("the line is longer than {number} MB").format(number=limit // (1024 * 1024)),
        path=path,
        line=line,
        fix=_("Split it."),
    )
