"""One message of a gettext catalog, as text and back.

    # a translator's comment
    #. what the program says of it
    #: the entry's id
    #, fuzzy, no-wrap
    #| msgid "the msgid before"
    msgctxt "…"
    msgid "Ministry A"
    msgstr "甲部"

Source: GNU gettext manual, section 10.1 (the format of PO files).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

__all__ = ["Message", "message_of", "message_row", "message_text", "quoted", "unquoted"]

_WIDTH = 79
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\v": "\\v", "\f": "\\f"}  # fmt: skip
_WORDS = re.compile(r"\S+\s*|\s+")
_ESCAPED = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "\\": "\\", '"': '"', "'": "'", "?": "?"}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Message:
    """One message.

    Attributes:
        msgid: The text that is translated.
        msgstr: Its translations, one unless there are plural forms.
        context: ``msgctxt``; ``None`` where there is none, which an empty one is not.
        plural: ``msgid_plural``, where there is one.
        comments: Translators' comments, a line each.
        extracted: What programs say of it (``#.``).
        references: Where it comes from (``#:``).
        flags: Flags, ``fuzzy`` among them.
        previous: Lines behind ``#|``, as they stand.
        obsolete: Whether it is one of ``#~``.
        line: Line at which it begins, from 1; 0 where it was not read.
        msgid_line: Line of its ``msgid``.
        comment_lines: Its comments, flags and the like as they stand in the file; empty where it was not read, the
            reader was not asked to keep them, or it says something else since.
        text_lines: The same of its texts.
    """

    msgid: str
    msgstr: list[str]
    context: str | None = None
    plural: str | None = None
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous: list[str] = field(default_factory=list)
    obsolete: bool = False
    line: int = 0
    msgid_line: int = 0
    comment_lines: list[str] = field(default_factory=list, compare=False)
    text_lines: list[str] = field(default_factory=list, compare=False)

    def forget_lines(self, before: Message) -> None:
        """Let go of the lines of the file where they say something else by now.

        Args:
            before: The message as it was read.
        """
        if _COMMENTS(self) != _COMMENTS(before):
            self.comment_lines = []
        if _TEXTS(self) != _TEXTS(before):
            self.text_lines = []

    @property
    def mo_key(self) -> str:
        """What no two messages of a catalog share: the msgid, behind its context where it has one, as a MO has it."""
        return self.msgid if self.context is None else f"{self.context}\x04{self.msgid}"

    @property
    def fuzzy(self) -> bool:
        """Whether it waits for somebody to look at it."""
        return "fuzzy" in self.flags

    def mark_fuzzy(self, fuzzy: bool) -> None:
        """Set or take away the flag."""
        if fuzzy and not self.fuzzy:
            self.flags.insert(0, "fuzzy")
        elif not fuzzy:
            self.flags = [flag for flag in self.flags if flag != "fuzzy"]

    @property
    def translated(self) -> bool:
        """Whether every form has a text."""
        return bool(self.msgstr) and all(self.msgstr)


_COMMENTS = attrgetter("comments", "extracted", "references", "flags", "previous", "obsolete")
_TEXTS = attrgetter("msgid", "msgstr", "context", "plural", "obsolete")
_FIELDS = tuple(each.name for each in fields(Message))
_VALUES = attrgetter(*_FIELDS)


def message_row(message: Message) -> tuple[Any, ...]:
    """Return a message as a row of a spool, and ``message_of`` the message again.

    >>> message = Message(msgid="A", msgstr=["甲"], flags=["fuzzy"])
    >>> message_of(message_row(message)) == message
    True
    """
    return tuple(_VALUES(message))


def message_of(row: tuple[Any, ...]) -> Message:
    """Return the message that ``message_row`` made a row of."""
    return Message(**dict(zip(_FIELDS, row, strict=True)))


def quoted(keyword: str, text: str) -> str:
    """Return a keyword and its text, over several lines where it is long or breaks lines.

    >>> print(quoted("msgid", 'say "a"'), end="")
    msgid "say \\"a\\""
    >>> print(quoted("msgstr", "a\\nb"), end="")
    msgstr ""
    "a\\n"
    "b"
    """
    plain = _SPECIAL.search(text) is None
    if plain and (len(text) < 36 or (text.isascii() and len(keyword) + len(text) < _WIDTH - 3)):
        return f'{keyword} "{text}"\n'
    escaped = text if plain else _SPECIAL.sub(_escape, text)
    if "\n" not in text[:-1] and len(keyword) + _cells(escaped) < _WIDTH - 3:
        return f'{keyword} "{escaped}"\n'
    if plain and " " not in text:
        return f'{keyword} "{text}"\n'
    return f'{keyword} ""\n' + "".join(f'"{part}"\n' for part in _pieces(text))


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPES.get(char) or f"\\{ord(char):03o}"


def _cells(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if char >= "\u1100" else 1 for char in text)


def _pieces(text: str) -> Iterable[str]:
    """The text escaped, broken behind its line ends, and behind spaces where a line would be too long."""
    if text.isascii() and _SPECIAL.search(text) is None:
        yield from _ascii_pieces(text)
        return
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        piece, width = "", 0
        for word in _WORDS.findall(line):
            shown = _SPECIAL.sub(_escape, word)
            cells = _cells(shown)
            if piece and width + cells > _WIDTH - 2:
                yield piece
                piece, width = "", 0
            piece, width = piece + shown, width + cells
        yield piece


def _ascii_pieces(text: str) -> Iterable[str]:
    while len(text) > _WIDTH - 2:
        cut = text.rfind(" ", 0, _WIDTH - 2) + 1 or text.find(" ", _WIDTH - 2) + 1 or len(text)
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text


def unquoted(text: str) -> str:
    """Return what stands between quotation marks, its escapes read.

    >>> unquoted(r"a\\n\\"b\\" \\x41")
    'a\\n"b" A'
    """
    return _ESCAPED.sub(_meaning, text) if "\\" in text else text


def _meaning(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 8))
    if match[2]:
        return chr(int(match[2], 16))
    return _MEANINGS.get(match[3], match[3])


def message_text(message: Message) -> str:
    """Return a message as it stands in a file, without the blank line before it; lines that were read are broken as they were.

    >>> print(message_text(Message(msgid="A", msgstr=["甲"], references=["a"])), end="")
    #: a
    msgid "A"
    msgstr "甲"
    """
    return "".join(message.comment_lines or _comment_lines(message)) + (
        "".join(message.text_lines) or _texts(message)
    )


def _comment_lines(message: Message) -> list[str]:
    parts = [f"# {line}\n" if line else "#\n" for line in message.comments]
    parts += [f"#. {line}\n" if line else "#.\n" for line in message.extracted]
    if message.references and not message.obsolete:
        parts.append(f"#: {' '.join(message.references)}\n")
    if message.flags:
        parts.append(f"#, {', '.join(message.flags)}\n")
    before = "#~| " if message.obsolete else "#| "
    return parts + [f"{before}{line}\n" for line in message.previous]


def _texts(message: Message) -> str:
    body = [] if message.context is None else [quoted("msgctxt", message.context)]
    body.append(quoted("msgid", message.msgid))
    if message.plural is None:
        body.append(quoted("msgstr", message.msgstr[0] if message.msgstr else ""))
    else:
        body.append(quoted("msgid_plural", message.plural))
        body += [quoted(f"msgstr[{at}]", text) for at, text in enumerate(message.msgstr or [""])]
    text = "".join(body)
    if message.obsolete:
        text = "".join(f"#~ {line}\n" for line in text.split("\n")[:-1])
    return text
