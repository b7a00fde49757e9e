"""Where a value stands in a text in JSON, which Python's reader does not tell; asked only once something is wrong."""

from __future__ import annotations

import re
from json import JSONDecoder

from glossary.formats.shapes import FIELD_STEP

__all__ = ["behind_blanks", "place_of"]

_BLANK = re.compile(r"[ \t\n\r]*")
_VALUE = JSONDecoder()


def place_of(text: str, field: str, *, at_key: bool = False) -> int:
    """Return the position of a field's value, or of the nearest value above that is there.

    Args:
        text: A text in JSON, known to be whole.
        field: A path, such as ``names[2].from``.
        at_key: Whether the key is meant, not its value.

    >>> text = '{"names": [{"text": "A", "from": "never"}]}'
    >>> text[place_of(text, "names[0].from"):][:7], text[place_of(text, "names[0].from", at_key=True):][:6]
    ('"never"', '"from"')
    >>> text[place_of(text, "names[1].from"):][:2], place_of(text, "")
    ('[{', 0)
    """
    at = behind_blanks(text, 0)
    key_at = at
    for key, position in FIELD_STEP.findall(field):
        found = _member(text, at, key) if key else _element(text, at, int(position))
        if found is None:
            return at
        key_at, at = found
    return key_at if at_key else at


def behind_blanks(text: str, at: int) -> int:
    """Return the position of what stands behind the blanks that may stand at a position."""
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _member(text: str, at: int, wanted: str) -> tuple[int, int] | None:
    """Where the last member of an object with this key has its key and its value; nothing where there is none."""
    found = None
    if text[at : at + 1] != "{":
        return None
    at = behind_blanks(text, at + 1)
    while text[at] == '"':
        key, end = _VALUE.raw_decode(text, at)
        value = behind_blanks(text, behind_blanks(text, end) + 1)  # behind the colon
        if key == wanted:
            found = at, value
        at = _behind(text, value)
    return found


def _element(text: str, at: int, position: int) -> tuple[int, int] | None:
    """Where an element of a list stands, twice; nothing where there is none."""
    if text[at : at + 1] != "[":
        return None
    at = behind_blanks(text, at + 1)
    while position and text[at] != "]":
        at = _behind(text, at)
        position -= 1
    return (at, at) if text[at] != "]" else None


def _behind(text: str, at: int) -> int:
    """Where the next member begins behind a value, or the bracket that ends them all."""
    _value, end = _VALUE.raw_decode(text, at)
    at = behind_blanks(text, end)
    return behind_blanks(text, at + 1) if text[at] == "," else at
