"""Check sums of what was written into a message, in its last comment: ``#. zm:d3d99e8b-63ae8289-f``.

They tell what a person changed since from what the glossary changed, when a catalog is brought up to date and when it comes
back from a translator. The first is of the msgid, the second of the msgstr; ``-f`` says that it was fuzzy.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Mark", "find_mark", "mark_of"]

_MARK = re.compile(r"zm:([0-9a-f]{8})-([0-9a-f]{8})(-f)?\Z")


def mark_of(msgid: str, msgstr: str, fuzzy: bool) -> str:
    """Return the comment that tells what was written.

    >>> mark_of("A", "甲", True)
    'zm:d3d99e8b-63ae8289-f'
    """
    tail = "-f" if fuzzy else ""
    return f"zm:{zlib.crc32(msgid.encode()):08x}-{zlib.crc32(msgstr.encode()):08x}{tail}"


class Mark(NamedTuple):
    """What the program wrote of a message, as check sums tell.

    Attributes:
        msgid: Check sum of the msgid.
        msgstr: Check sum of the msgstr.
        fuzzy: Whether it was written fuzzy.
    """

    msgid: int
    msgstr: int
    fuzzy: bool

    def wrote_msgid(self, text: str) -> bool:
        """Whether this is the msgid that was written."""
        return zlib.crc32(text.encode()) == self.msgid

    def wrote_msgstr(self, text: str) -> bool:
        """Whether this is the msgstr that was written."""
        return zlib.crc32(text.encode()) == self.msgstr


def find_mark(comments: Iterable[str]) -> Mark | None:
    """Return the check sums among a message's comments, where it has any.

    >>> mark = find_mark(["body", mark_of("A", "甲", True)])
    >>> mark.wrote_msgid("A"), mark.wrote_msgstr("乙"), mark.fuzzy
    (True, False, True)
    """
    for line in comments:
        found = _MARK.match(line)
        if found:
            return Mark(int(found[1], 16), int(found[2], 16), found[3] is not None)
    return None
