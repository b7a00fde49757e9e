"""Stored text on a terminal: nothing in it may act, and colour only where a person sees it.

A name, a note or an error may come from anywhere. Control characters, escapes, bidirectional overrides and
characters that are not seen are shown by their number (``<U+001B>``); text that runs from right to left is set
apart, so that it cannot turn its neighbours around. JSON and other formats never pass here: they keep every byte.

Source: UAX 9 (isolates); no-color.org (``NO_COLOR``).
"""

from __future__ import annotations

import os
import re

from glossary.errors import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.cli.streams import Output

__all__ = ["UNSAFE", "Style", "echo", "safe", "style_for"]

UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # controls, C0 and C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # bidirectional, unseen, separators
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"  # annotations, halves of pairs, tags
)
"""Pattern of the characters that act on a terminal, or stand for nothing that is seen; compiled when needed."""
_FIRST_STRONG, _POP = "\u2068", "\u2069"

_CODES = {"strong": "1", "dim": "2", "good": "32", "weak": "33", "bad": "31"}


def safe(text: str) -> str:
    """Return a text that does nothing on a terminal but be read.

    Args:
        text: Any string; a tab or line break in it is shown by its number too.
    Returns:
        The text with what acts shown as ``<U+XXXX>``, isolated where it runs from right to left.
    Source: UAX 9, section 2.4 (explicit directional isolates).

    >>> safe("a\\x1b[31mb"), safe("科学技术部")
    ('a<U+001B>[31mb', '科学技术部')
    """
    if not text.isprintable():  # every unsafe character is unprintable, not the other way round
        text = re.sub(UNSAFE, lambda match: f"<U+{ord(match[0]):04X}>", text)
    if text.isascii() or not any(map(_runs_right_to_left, text)):
        return text
    return f"{_FIRST_STRONG}{text}{_POP}"


def echo(text: str) -> str:
    """Return what was asked, for repeating in an answer: harmless, and cut where it is long.

    >>> echo("a\\x1b" * 500).count("<U+001B>")
    60
    """
    return safe(excerpt(text))


def _runs_right_to_left(char: str) -> bool:
    if char < "\u0590" or "\u0900" <= char < "\ufb1d":
        return False
    return (
        char <= "\u08ff"
        or "\ufb1d" <= char <= "\ufdff"
        or "\ufe70" <= char <= "\ufefc"
        or "\U00010800" <= char <= "\U00010fff"
        or "\U0001e800" <= char <= "\U0001efff"
    )


class Style:
    """Puts a text in a colour or leaves it as it is.

    Roles are ``strong`` ``dim`` ``good`` ``weak`` ``bad``; what they say is always said in words too.

    >>> Style(on=False)("strong", "x"), Style(on=True)("good", "x")
    ('x', '\\x1b[32mx\\x1b[0m')
    """

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, role: str, text: str) -> str:
        """Return the text in the colour of a role."""
        if not self.on or not text or role not in _CODES:
            return text
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m"


def style_for(out: Output, when: str = "auto") -> Style:
    """Return the style for an output.

    Args:
        out: Where it goes.
        when: ``always``, ``never``, or ``auto``: on a terminal that can, unless ``NO_COLOR`` is set.
    Source: no-color.org.
    """
    if when != "auto":
        return Style(on=when == "always")
    term = os.environ.get("TERM", "" if os.name != "nt" else "windows")
    able = out.is_terminal and term not in ("", "dumb") and not os.environ.get("NO_COLOR")
    return Style(on=able)
