"""Files half written: each stands beside its place under another name, locked, until it is whole and takes that place.

Whoever is killed half way leaves such a half; the next one that writes the same file takes it away.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["BESIDE", "clear_left", "half_of", "remove_half", "write_half"]

BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file, and leaves there where it failed."""


def half_of(path: str) -> str:
    """Return what the half of a file is called that this process writes.

    >>> half_of("a/b.po") == f"a/b.po.{os.getpid()}.part"
    True
    """
    return f"{path}.{os.getpid()}.part"


def write_half(path: str) -> BinaryIO:
    """Return the half of a file, opened for writing and locked for as long as it is open.

    Args:
        path: The file that it will be.
    Raises:
        OSError: It cannot be made.
    """
    stream = open(half_of(path), "wb")  # noqa: SIM115  closed by who asked for it
    _lock(stream)
    return stream


def clear_left(path: str) -> list[str]:
    """Take away the halves of a file that killed processes left, and tell which; what a running one writes is locked.

    Args:
        path: The file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "b.po")
    ...     open(f"{path}.1.part", "w").close()
    ...     with write_half(path):
    ...         left = clear_left(path)
    ...     [os.path.basename(each) for each in left], len(os.listdir(folder))
    (['b.po.1.part'], 1)
    """
    folder, name = os.path.split(path)
    left = re.compile(re.escape(name) + r"\.[0-9]+\.part")
    try:
        found = [each for each in os.listdir(folder or ".") if left.fullmatch(each)]
    except OSError:
        return []  # told when the file is opened
    gone = []
    for each in found:
        half = os.path.join(folder, each)
        with suppress(OSError), open(half, "rb+") as stream:
            if _lock(stream):
                remove_half(half)
                gone.append(half)
    return gone


def remove_half(half: str) -> None:
    """Take away a half and what SQLite keeps beside it, where they are there.

    Raises:
        OSError: One cannot be removed.
    """
    for each in (half, *(f"{half}{end}" for end in BESIDE)):
        if os.path.exists(each):
            os.remove(each)


def _lock(stream: BinaryIO) -> bool:
    """Lock a file for as long as it is open; return whether nobody else had. Where there are no locks, all may be had."""
    try:
        import fcntl
    except ImportError:
        return True  # a file that is open cannot be removed there
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
