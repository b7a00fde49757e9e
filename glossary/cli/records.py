"""Answers for scripts: JSON values, JSON Lines, and chosen fields separated by tabs.

What is written here is never translated, clipped or escaped beyond what JSON asks; keys are those of
``zhengming schema``.
"""

from __future__ import annotations

import json

from glossary.cli.streams import UsageError
from glossary.errors import nearest_or_all
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.cli.streams import Output
    from glossary.model.answers import Answer

    Record = dict[str, Any]

__all__ = ["FIELDS", "JsonArray", "field_line", "json_line", "json_value", "parse_fields"]

_ATTRIBUTES = {
    "id": "id",
    "kind": "kind",
    "en": "english",
    "zh-Hans": "chinese",
    "zh-Hant": "traditional",
    "pinyin": "pinyin",
    "evidence": "evidence",
    "review": "review",
    "matched": "matched",
    "score": "score",
}
FIELDS = (*_ATTRIBUTES, "query", "found", "reason")
"""What ``-f`` takes."""


def parse_fields(text: str) -> tuple[str, ...]:
    """Return the fields that ``-f`` names.

    Args:
        text: Names by commas.
    Raises:
        UsageError: One is unknown; the nearest is named.

    >>> parse_fields("zh-Hans, pinyin")
    ('zh-Hans', 'pinyin')
    """
    fields = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in fields:
        if name not in FIELDS:
            raise UsageError(
                _("unknown field {field!r}").format(field=name), fix=nearest_or_all(name, FIELDS)
            )
    return fields


def field_line(answer: Answer | None, fields: tuple[str, ...], asked: Record) -> str:
    """Return the fields of an answer as one line.

    Args:
        answer: The answer, or that there is none.
        fields: Which ones.
        asked: What stands beside the answer: ``query``, ``found``, ``reason``.
    Returns:
        Values separated by tabs; an empty line where there is no answer. No value holds a tab or a line break.

    >>> field_line(None, ("en", "pinyin"), {"found": "none"})
    ''
    >>> field_line(None, ("en", "found"), {"found": "none"})
    '\\tnone'
    """
    if answer is None and not any(name in asked for name in fields):
        return ""
    values = (
        asked.get(name, "") if name not in _ATTRIBUTES else getattr(answer, _ATTRIBUTES[name], "")
        for name in fields
    )
    return "\t".join("" if value is None else _plain(str(value)) for value in values)


def _plain(text: str) -> str:
    return " ".join(text.split()) if "\t" in text or "\n" in text or "\r" in text else text


_compact = json.JSONEncoder(ensure_ascii=False).encode
_compact_ascii = json.JSONEncoder(ensure_ascii=True).encode


def json_line(out: Output, record: object) -> str:
    """Return a value as JSON on one line; escaped where the terminal cannot show it."""
    return _shown(out, _compact(record) if out.is_utf8 else _compact_ascii(record))


def json_value(out: Output, value: object) -> str:
    """Return a value as JSON with indents, for ``--json``."""
    return _shown(out, json.dumps(value, ensure_ascii=not out.is_utf8, indent=2))


def _shown(out: Output, text: str) -> str:
    """JSON may hold what acts on a terminal (bidirectional marks, C1 controls); there it is escaped."""
    if not out.is_terminal or text.isascii():
        return text
    import re

    from glossary.cli.display import UNSAFE

    return re.sub(
        UNSAFE, lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text
    )


class JsonArray:
    """A JSON array written as its items come, so that a batch of any length streams."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self._count = 0

    def add(self, record: object) -> None:
        """Write an item."""
        text = json_value(self._out, record).replace("\n", "\n  ")
        self._out.write(("[\n  " if not self._count else ",\n  ") + text)
        self._count += 1

    def close(self) -> None:
        """Write the end."""
        self._out.write("\n]\n" if self._count else "[]\n")
