"""The rules every field keeps, as small functions that return the value or raise.

Importers, forms and the store use the same ones. A name is one line of NFC text without control or
bidirectional formatting characters, so that nothing stored can move a terminal's cursor or turn the reading
order of what stands beside it. Notes may break lines.

Source: Unicode UAX 15 (NFC), UAX 9 (the explicit bidirectional formatting characters).
"""

from __future__ import annotations

import re
from unicodedata import is_normalized

from glossary.errors import InvalidError, nearest_or_all
from glossary.i18n import _, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import Enum
    from typing import TypeVar

    Choice = TypeVar("Choice", bound=Enum)

__all__ = [
    "ID_LIMIT",
    "NAME_LIMIT",
    "NOTE_LIMIT",
    "RENDERING_LIMIT",
    "check_choice",
    "check_id",
    "check_line",
    "check_note",
]

NAME_LIMIT = 10_000
"""The longest name, in code points."""
RENDERING_LIMIT = 8 * NAME_LIMIT
"""The longest rendering: pinyin has up to seven letters for a character of its name, and a space."""
NOTE_LIMIT = 100_000
"""The longest note, definition or reason, in code points."""
ID_LIMIT = 80
"""The longest id, in characters."""

_UNSAFE = (
    "\x7f-\x9f"  # DEL and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional formatting
    "\u200b\u2028\u2029\ufeff"  # zero width space, line and paragraph separators, byte order mark
    "\ud800-\udfff\ufffe\uffff"  # surrogates and noncharacters
    "\U000e0000-\U000e007f"  # tags, invisible
)
# Compiled at the first text that is not all printable, as none of these characters is: most never are looked at.
_LINE = f"[\\x00-\\x1f{_UNSAFE}]"
_NOTE = f"[\\x00-\\x08\\x0b-\\x1f{_UNSAFE}]"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def check_line(text: str, field: str, *, limit: int = NAME_LIMIT) -> str:
    """Return ``text`` if it can be a name: one line, NFC, nothing invisible that acts.

    Raises:
        InvalidError: It is empty, too long, not NFC, begins or ends with a space, or holds a character
            that may not stand in a name (named by code point and position).

    >>> check_line("国家安全部", "text")
    '国家安全部'
    >>> check_line("a\\x1b[2Jb", "text")
    Traceback (most recent call last):
    glossary.errors.InvalidError: text has the character U+001B at position 2: control and bidirectional \
formatting characters may not stand in it. Take it out.
    """
    _check_text(text, field, _LINE, limit)
    if text != text.strip():
        raise InvalidError(
            _("{field} {text!r} begins or ends with a space").format(field=field, text=text),
            field=field,
            fix=_("Take the space away."),
        )
    return text


def check_note(text: str, field: str) -> str:
    """Return ``text`` if it can be a note: as a name, but of many lines and up to ``NOTE_LIMIT``.

    >>> check_note("two\\nlines", "note")
    'two\\nlines'
    """
    _check_text(text, field, _NOTE, NOTE_LIMIT)
    return text


def _check_text(text: str, field: str, unsafe: str, limit: int) -> None:
    if not isinstance(text, str):
        raise InvalidError(
            _("{field} is not text but {text!r}").format(field=field, text=text),
            field=field,
            fix=_("Put it in quotation marks."),
        )
    if not text or text.isspace():
        raise InvalidError(
            _("{field} is empty").format(field=field),
            field=field,
            fix=_("Write it, or leave the field out."),
        )
    found = None if text.isprintable() else re.search(unsafe, text)
    if found:
        raise InvalidError(
            _("{field} has the character U+{found:04X} at position {number}").format(
                field=field, found=ord(found[0]), number=found.start() + 1
            ),
            field=field,
            why=_("control and bidirectional formatting characters may not stand in it"),
            fix=_("Take it out."),
        )
    if len(text) > limit:
        raise InvalidError(
            _("{field} has {count} characters").format(field=field, count=number(len(text))),
            field=field,
            why=_("{limit} is the limit").format(limit=number(limit)),
            fix=_("Shorten it."),
        )
    if not text.isascii() and not is_normalized("NFC", text):
        raise InvalidError(
            _("{field} {text!r} is not in Unicode normal form C").format(
                field=field, text=text[:40]
            ),
            field=field,
            fix=_("Normalise it to NFC."),
        )


def check_id(text: str, field: str = "id") -> str:
    """Return ``text`` if it can be an id: ``a-z``, digits and single hyphens, at most 80 characters.

    Raises:
        InvalidError: It is anything else.

    >>> check_id("state-council")
    'state-council'
    """
    if not isinstance(text, str) or len(text) > ID_LIMIT or not _ID.match(text):
        shown = text[:100] if isinstance(text, str) else text
        raise InvalidError(
            _("{field} {shown!r} is not an id").format(field=field, shown=shown),
            field=field,
            why=_("an id is a-z, digits and single hyphens, at most {id_limit} characters").format(
                id_limit=ID_LIMIT
            ),
            fix=_("Write one like 'ministry-of-state-security'."),
        )
    return text


def check_choice(choices: type[Choice], value: object, field: str) -> Choice:
    """Return the member of an enumeration that ``value`` names.

    Raises:
        InvalidError: There is none; the message offers the nearest, and all.

    >>> from glossary.model.names import Usage
    >>> check_choice(Usage, "preferred", "usage").name
    'PREFERRED'
    """
    try:
        return choices(value)
    except ValueError:
        known = [str(member.value) for member in choices]
        raise InvalidError(
            _("unknown {field} {value!r}").format(field=field, value=value),
            field=field,
            fix=nearest_or_all(value, known),
        ) from None
