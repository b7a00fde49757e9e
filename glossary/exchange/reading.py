"""A file on its way in: opened, recognised, read item by item."""

from __future__ import annotations

import os
from contextlib import contextmanager
from shutil import copyfileobj
from tempfile import TemporaryFile

from glossary.errors import GlossaryError
from glossary.formats.detection import find_reader
from glossary.formats.inputs import check_content, open_file
from glossary.formats.interface import HEAD_BYTES, Input
from glossary.formats.items import Item, Parsed
from glossary.formats.options import Options
from glossary.formats.registry import get_format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from glossary.formats.interface import Format

__all__ = ["Arriving", "arriving", "parse"]


class Arriving:
    """A file that is read.

    Attributes:
        format: What it was recognised as.
        file: The file as its format sees it.
        size: Its length in bytes.
    """

    def __init__(self, chosen: Format, file: Input, size: int) -> None:
        self.format = chosen
        self.file = file
        self.size = size

    def entries_of(self, count: int) -> int:
        """Return how many items the whole file may have, by how far these brought it."""
        place = self.file.stream.tell() if not self.file.stream.closed else self.size
        return max(count, count * self.size // max(place, 1))


@contextmanager
def arriving(
    source: str | os.PathLike[str] | BinaryIO,
    format_name: str = "",
    options: Mapping[str, object] | None = None,
    day: str = "",
    path: str = "",
) -> Iterator[Arriving]:
    """Open a file and recognise it; a block, at whose end it is closed.

    Args:
        source: A path, or a stream of bytes, which need not be one that can be sought in.
        format_name: The format, where the caller knows.
        options: Options of the format.
        day: Today.
        path: What a stream is called in messages; its own name by default.
    Raises:
        InputError: It cannot be read, or is in no format that can be.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        stream = open_file(path)
    else:
        path = path or str(getattr(source, "name", "<stdin>"))
        stream = _seekable(source)
    try:
        size = stream.seek(0, 2)
        stream.seek(0)
        head = stream.read(HEAD_BYTES)
        stream.seek(0)
        check_content(head, path)
        chosen = get_format(format_name, to="read") if format_name else find_reader(head, path)
        file = Input(stream, path, Options(chosen.reading, options, chosen.name), day=day)
        yield Arriving(chosen, file, size)
    finally:
        if stream is not source:
            stream.close()


def _seekable(source: BinaryIO) -> BinaryIO:
    """A stream that can be sought in: the one given, or a copy of it in a temporary file."""
    if source.seekable():
        source.seek(0)
        return source
    copy = TemporaryFile()  # noqa: SIM115  closed by who asked for it
    copyfileobj(source, copy)
    return copy


def parse(data: bytes, path: str) -> tuple[Parsed, str]:
    """Return all entries of a small file and what it was recognised as.

    Args:
        data: The file.
        path: Its name, for messages.
    Raises:
        InputError: It cannot be read.

    >>> parse(b'{"id": "a", "kind": "term", "names": []}', "a.txt")[1]
    'jsonl'
    """
    from io import BytesIO

    with arriving(BytesIO(data), path=path) as arrived:
        parsed = Parsed(path, ledger=arrived.file.ledger, warnings=arrived.file.warnings)
        for read in arrived.format.read(arrived.file):
            if isinstance(read, Item):
                parsed.entries.append(read)
            elif isinstance(read, GlossaryError):
                parsed.problems.append(read.at(path))
    return parsed, arrived.format.name
