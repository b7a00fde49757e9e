"""Office files are packages: zip archives of XML parts, which anybody may have made to do harm.

a part over 2 GB, or 200 times its packed length    refused: a zip bomb
damage of any sort                                  one message, with the part
"""

from __future__ import annotations

import struct
import zlib
from zipfile import BadZipFile, ZipFile

from glossary.errors import InputError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, BinaryIO

__all__ = ["PART_LIMIT", "RATIO_LIMIT", "Package"]

PART_LIMIT = 2 * 1024 * 1024 * 1024
"""The longest part read, unpacked, in bytes."""
RATIO_LIMIT = 200
"""How many times its packed length a part may have, from ``_SMALL`` on."""
_DAMAGE = (
    *(BadZipFile, KeyError, IndexError, OverflowError, ValueError, OSError, EOFError),
    *(RuntimeError, zlib.error, struct.error),
)
"""What ``zipfile`` raises for a package whose bytes are not what they should be; NotImplementedError among them."""
_SMALL = 16 * 1024 * 1024


class Package:
    """A package that is read.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: It is no package.

    >>> import io, zipfile
    >>> stream = io.BytesIO()
    >>> with zipfile.ZipFile(stream, "w") as file:
    ...     file.writestr("a.xml", "<a/>")
    >>> package = Package(stream, "x.xlsx")
    >>> package.has("a.xml"), package.open("a.xml").read(9), package.has("b.xml")
    (True, b'<a/>', False)
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._path = path
        try:
            self._zip = ZipFile(stream)
        except _DAMAGE as error:
            raise InputError(
                _("the workbook is damaged"), path=path, why=str(error), fix=_("Save it again.")
            ) from None

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name in self._zip.namelist()

    def open(self, name: str) -> BinaryIO:
        """Return a part as it is unpacked, given up where it grows beyond measure.

        Raises:
            InputError: There is none, or it is damaged.
        """
        try:
            info = self._zip.getinfo(name)
            stream = self._zip.open(info)
        except _DAMAGE as error:
            raise InputError(
                _("the workbook is damaged"),
                path=f"{self._path}!{name}",
                why=str(error).strip("\"'"),
                fix=_("Save it again."),
            ) from None
        return _Guarded(stream, info.compress_size, f"{self._path}!{name}")  # type: ignore[return-value]


class _Guarded:
    """A part as it is unpacked, given up where it grows beyond measure."""

    def __init__(self, stream: IO[bytes], packed: int, path: str) -> None:
        self._stream = stream
        self._limit = min(PART_LIMIT, max(_SMALL, packed * RATIO_LIMIT))
        self._path = path
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except _DAMAGE as error:
            raise InputError(
                _("the workbook is damaged"),
                path=self._path,
                why=str(error),
                fix=_("Save it again."),
            ) from None
        self._read += len(data)
        if self._read > self._limit:
            raise InputError(
                _("the workbook unpacks to more than {number} MB").format(
                    number=self._limit // (1024 * 1024)
                ),
                path=self._path,
                why=_("a small file that grows so is made to do harm"),
                fix=_("Give it as CSV, if it is sound."),
            )
        return data
