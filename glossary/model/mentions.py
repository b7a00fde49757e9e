"""A name as it was found in a running text: how often, where first, and what it is."""

from __future__ import annotations

from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.model.answers import Answer

__all__ = ["NamedText"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """One name of a text, however often and in whatever form it stands there.

    Attributes:
        text: As it stands where it stands first, white space made one space.
        start: Offset of that place, in characters from 0.
        line: Line of that place, from 1.
        column: Column of that place, in characters from 1.
        count: How often the name stands in the text, in any of its forms.
        forms: The forms it stands in, first met first.
        found: ``exact`` for a name of the glossary, ``composed`` for a derived one.
        answers: What it is, best first; several where several entries have the name.
    """

    text: str
    start: int
    line: int
    column: int
    count: int
    forms: tuple[str, ...]
    found: str
    answers: tuple[Answer, ...]

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object of one line of ``names --jsonl``, without the file."""
        return {
            "text": self.text,
            "start": self.start,
            "line": self.line,
            "column": self.column,
            "count": self.count,
            "forms": list(self.forms),
            "found": self.found,
            "answers": [answer.to_record() for answer in self.answers],
        }
