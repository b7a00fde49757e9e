"""Text of other programs' files, made fit for the model: normal form C, no characters that act unseen.

What is taken out is told by the caller; what a name says is never changed otherwise.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

__all__ = ["UNSEEN_SPACE", "clean_line", "clean_prose"]

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
UNSEEN_SPACE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
"""Spaces of no width and marks of direction, which come along when text is copied."""
_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")


def clean_line(text: str) -> str:
    """Return text as one line: runs of white space as one space, in NFC, without what acts unseen.

    >>> clean_line("  open\\n\\t cluster\\u200b ")
    'open cluster'
    """
    if text.isprintable() and text[:1] != " " and text[-1:] != " " and "  " not in text:
        return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)
    if not text.isprintable():
        text = _UNSEEN.sub("", " ".join(text.split()))
    return normalize("NFC", " ".join(text.split()))


def clean_prose(text: str) -> str:
    """Return text of several lines: what a program wrapped as one line, an empty line as the end of a paragraph.

    >>> clean_prose("one \\n\\t\\ttwo\\n\\n  three")
    'one two\\nthree'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")

    def joined(found: re.Match[str]) -> str:
        return "\n" if found[0].count("\n") > 1 else " "

    return normalize("NFC", _UNSEEN.sub("", _BREAK.sub(joined, text.strip()))).strip()
