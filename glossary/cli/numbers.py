"""Numbers given to options: read, or refused with the option and what it takes."""

from __future__ import annotations

from glossary.cli.streams import UsageError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["count_of", "number_of"]


def number_of(option: str, first: int, last: int) -> Callable[[str], int]:
    """Return what reads the number that an option takes.

    Args:
        option: What to call it in a message.
        first: The least number it takes.
        last: The greatest.

    >>> number_of("--port", 0, 65535)("8020")
    8020
    """

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and first <= int(text[:18]) <= last):
            raise UsageError(
                _("{option} {text!r} is not a number from {first} to {last}").format(
                    option=option, text=text, first=first, last=last
                ),
                fix=_("Write one."),
            )
        return int(text)

    return read


def count_of(option: str, most: int = 10**9) -> Callable[[str], int]:
    """Return what reads how many an option asks for, or a number it names, from 0 on.

    Args:
        option: What to call it in a message.
        most: As what more than that is read: any glossary has fewer.

    >>> count_of("--limit")("50"), count_of("--limit")("9" * 12)
    (50, 1000000000)
    """

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()):
            raise UsageError(
                _("{option} {text!r} is not a number").format(option=option, text=text),
                fix=_("Write one."),
            )
        return min(int(text[:18]), most)

    return read
