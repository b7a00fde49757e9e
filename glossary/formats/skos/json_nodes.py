"""A text in JSON taken apart one part after another, past those that are broken, each with the line it begins at."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from glossary.errors import InputError
from glossary.formats.json_places import behind_blanks
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["JsonParts", "Part"]

_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
_VALUE = json.JSONDecoder()


class Part(NamedTuple):
    """A value of a text in JSON.

    Attributes:
        value: The value; ``None`` where it is broken.
        text: How it is written, where it is broken.
        line: The line at which it begins.
    """

    value: Any
    text: str
    line: int


class JsonParts:
    """A text in JSON: a list or an object, whose parts are asked for one by one.

    Args:
        text: The text.
        path: The file, for the messages.
    Attributes:
        faults: What is wrong with it, in the order it was come to.

    >>> parts = JsonParts('[{"a": 1},\\n{"b" 2},\\n{"c": 3}]', "x.json")
    >>> [(part.value, part.line) for part in parts.elements(parts.start)]
    [({'a': 1}, 1), (None, 2), ({'c': 3}, 3)]
    >>> [str(fault) for fault in parts.faults]
    ["x.json:2:6: this is not JSON: Expecting ':' delimiter"]
    """

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._line, self._counted = 1, 0
        self.faults: list[InputError] = []
        self.start = self._skip(0)

    def begins_with(self, bracket: str, at: int) -> bool:
        """Return whether a value is a list (``[``) or an object (``{``)."""
        return self._text.startswith(bracket, at)

    def elements(self, at: int) -> Iterator[Part]:
        """Yield the elements of a list that begins at a position, broken ones too."""
        next_at: int | None = self._skip(at + 1)
        while next_at is not None and not self._text.startswith("]", next_at):
            part, end = self.part(next_at)
            yield part
            next_at = self._behind(end, "]")

    def members(self, at: int) -> Iterator[tuple[str, int]]:
        """Yield the keys of an object that begins at a position, each with the position of its value."""
        next_at: int | None = self._skip(at + 1)
        while next_at is not None and not self._text.startswith("}", next_at):
            try:
                key, start = self._key(next_at)
            except json.JSONDecodeError as error:
                self._tell(error)
                return
            yield key, start
            next_at = self._behind(self._end(start), "}")

    def _key(self, at: int) -> tuple[str, int]:
        """The key of a member, and where its value begins."""
        if not self._text.startswith('"', at):
            what = "Expecting property name enclosed in double quotes"  # as Python's reader says it
            raise json.JSONDecodeError(what, self._text, at)
        key, end = _VALUE.raw_decode(self._text, at)
        end = self._skip(end)
        if not self._text.startswith(":", end):
            raise json.JSONDecodeError("Expecting ':' delimiter", self._text, end)
        return key, self._skip(end + 1)

    def part(self, at: int) -> tuple[Part, int | None]:
        """Return the value at a position and where it ends; the end is not known where its brackets are not closed.

        Raises:
            InputError: A number is too long, or it nests too deep.
        """
        self._line += self._text.count("\n", self._counted, at) if at >= self._counted else 0
        self._counted = max(at, self._counted)
        try:
            value, end = _VALUE.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            self._tell(error)
            closed = self._end(at)
            return Part(None, self._text[at:closed], self._line), closed
        except ValueError:  # an integer of more digits than Python reads
            raise InputError(_("a number is too long"), path=self._path) from None
        except RecursionError:
            raise InputError(_("the JSON nests too deep"), path=self._path) from None
        return Part(value, "", self._line), end

    def check_end(self) -> None:
        """Tell of what stands behind the list or object that the text is."""
        end = self._end(self.start)
        if end is not None and self._skip(end) < len(self._text):
            self._tell(json.JSONDecodeError("Extra data", self._text, self._skip(end)))

    def _end(self, at: int) -> int | None:
        """Where a value ends, by its brackets, whatever is in them; nothing where they are not closed."""
        if self._text[at : at + 1] not in ("{", "["):
            try:
                return _VALUE.raw_decode(self._text, at)[1]
            except ValueError:
                return None
        depth = 0
        for found in _BRACKET.finditer(self._text, at):
            depth += (found[0] in ("{", "[")) - (found[0] in ("}", "]"))
            if depth == 0:
                return found.end()
        return None

    def _behind(self, at: int | None, close: str) -> int | None:
        """Where the next part begins behind one, or the bracket that closes them all; nothing where neither does."""
        if at is None:
            return None
        at = self._skip(at)
        if self._text.startswith(",", at):
            behind = self._skip(at + 1)
            if not self._text.startswith(close, behind):
                return behind
            self._tell(json.JSONDecodeError("Expecting value", self._text, behind))
            return behind
        if self._text.startswith(close, at):
            return at
        self._tell(json.JSONDecodeError("Expecting ',' delimiter", self._text, at))
        return at if self._text.startswith(("{", '"'), at) else None

    def _skip(self, at: int) -> int:
        return behind_blanks(self._text, at)

    def _tell(self, error: json.JSONDecodeError) -> None:
        self.faults.append(
            InputError(
                _("this is not JSON: {msg}").format(msg=error.msg),
                path=self._path,
                line=error.lineno,
                column=error.colno,
            )
        )
