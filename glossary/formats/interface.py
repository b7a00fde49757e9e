"""What a format is: one class, in a module that costs little to import.

A reader is a generator. It yields items and problems as it comes to them, so that a million entries pass through
without being held, and never stops at the first problem. A writer takes an iterator and writes as it goes. Neither
knows the store. What a format cannot carry it says in ``file.ledger``, never silently.

``docs/decisions/0010-formats.md`` has a whole format as an example.
"""

from __future__ import annotations

import codecs

from glossary.formats.ledgers import Ledger
from glossary.formats.options import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from glossary.errors import GlossaryError
    from glossary.formats.items import Correction, Item
    from glossary.formats.options import Option
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

    Read = Item | Correction | GlossaryError

__all__ = ["HEAD_BYTES", "TOLD_LIMIT", "Format", "Head", "Input"]

HEAD_BYTES = 65536
"""How much of a file is looked at to tell its format."""
TOLD_LIMIT = 1_000
"""How many problems and warnings are told one by one; those beyond are counted."""


class Head:
    """The beginning of a file, to tell its format by.

    Attributes:
        data: Its first bytes, ``HEAD_BYTES`` at most.
        path: Its name; only ever to decide between formats that the content leaves open.

    >>> Head(b"\\xef\\xbb\\xbf# a\\n\\nb: c\\n", "x").lines
    ('b: c',)
    """

    def __init__(self, data: bytes, path: str = "") -> None:
        self.data = data[:HEAD_BYTES]
        self.path = path
        self.text = _text(self.data)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines that hold something, stripped, comments that begin with ``#`` left out."""
        lines = (line.strip() for line in self.text.splitlines())
        return tuple(line for line in lines if line and not line.startswith("#"))

    @property
    def root(self) -> str:
        """The local name of the root element, where it is XML; else an empty text."""
        return self._root()[0]

    @property
    def root_place(self) -> tuple[int, int]:
        """Line and column at which the root element begins; zeros where it is no XML."""
        at = self._root()[1]
        if at < 0:
            return 0, 0
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _root(self) -> tuple[str, int]:
        """The local name of the root element and where it begins; an empty one and -1 where it is no XML."""
        import re

        at = 0
        before = re.compile(
            r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.DOTALL
        )
        while passed := before.match(self.text, at):
            at = passed.end()
        found = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]").match(self.text, at)
        return (found[1], at) if found else ("", -1)

    def has_extension(self, *extensions: str) -> bool:
        """Whether the file's name ends in one of these, such as ``.tsv``."""
        return self.path.lower().endswith(extensions)


def _text(data: bytes) -> str:
    """The bytes as text as far as that goes: by their mark, else as UTF-8 with what is none replaced."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    for mark, codec in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):  # XML without a mark
        if data.startswith(mark):
            return data[: len(data) // 2 * 2].decode(codec, "replace")
    return data.decode("utf-8-sig", "replace")


class Input:
    """A file that is read.

    Attributes:
        stream: Its bytes, at the beginning; it can be sought in.
        path: What it is called, for messages and sources.
        options: The options given.
        ledger: Where to say what became of each field.
        warnings: What was passed over without harm to the rest; told, and nothing is held up by it.
        untold: How many warnings there were beyond ``TOLD_LIMIT``.
        day: Today, as ``YYYY-MM-DD``: the day the file was looked at.
    """

    def __init__(
        self,
        stream: BinaryIO,
        path: str,
        options: Options | None = None,
        *,
        ledger: Ledger | None = None,
        day: str = "",
    ) -> None:
        self.stream = stream
        self.path = path
        self.options = options if options is not None else Options()
        self.ledger = ledger if ledger is not None else Ledger()
        self.day = day
        self.warnings: list[GlossaryError] = []
        self.untold = 0
        self._name = ""

    def warn(
        self, error: GlossaryError, line: int | None = None, column: int | None = None
    ) -> None:
        """Tell of something that was passed over: an empty row, a name without text."""
        if len(self.warnings) < TOLD_LIMIT:
            self.warnings.append(error.at(self.path, line, column))
        else:
            self.untold += 1

    @property
    def name(self) -> str:
        """The last part of the path, as it may stand in a source."""
        if not self._name:
            last = self.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or self.path
            self._name = "".join(char if char.isprintable() else "?" for char in last)
        return self._name


class Format:
    """A format; a subclass sets the attributes and has ``detect`` and ``read``, or ``write``, or all of them.

    Attributes:
        name: What it is called in commands: ``tbx``.
        title: What it is, in a few words marked with ``N_``.
        extensions: How its files end, the usual one first.
        reads: Whether it has ``detect`` and ``read``.
        writes: Whether it has ``write``.
        file_name: What its file is called in a folder, where another program looks for it under that name.
        into_folder: Whether ``write`` makes several files in a folder.
        reading: The options of ``read``.
        writing: The options of ``write``.
    """

    name: str = ""
    title: str = ""
    extensions: tuple[str, ...] = ()
    reads: bool = True
    writes: bool = True
    file_name: str = ""
    into_folder: bool = False
    reading: tuple[Option, ...] = ()
    writing: tuple[Option, ...] = ()

    def detect(self, head: Head) -> int:
        """Return how sure it is that a file is in this format, 0 (no) to 100.

        100 for a signature or a root element; 60 for text that has the form; 20 for text that could be anything. The
        surest format is taken; of two equally sure ones neither, and the person is asked.
        """
        raise NotImplementedError

    def read(self, file: Input) -> Iterator[Read]:
        """Yield what a file holds, as it is read: items, corrections, and problems where they stand.

        Raises:
            InputError: It cannot be read at all.
        """
        raise NotImplementedError

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write entries with their review state, in the order they come.

        Raises:
            InputError: The options do not go together, or the file cannot be written.
        """
        raise NotImplementedError
