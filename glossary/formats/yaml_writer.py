"""Entries written as YAML: the same bytes for the same entries, and readable differences in git.

One field a line; lists of short words on one line; sources once at the head of the file under keys made from
their titles. The text is emitted here, not by a library, because the two emitters of PyYAML fold and quote
differently. Whatever YAML 1.1 or 1.2 would read as something other than text stands in quotation marks.

Source: YAML 1.2.2, sections 7.3 (flow scalars) and 8.1 (block scalars); yaml.org/type for the words of 1.1.
"""

from __future__ import annotations

import json

from glossary.formats.ledgers import Fate, Ledger
from glossary.formats.selection import made_again
from glossary.model.records import to_record
from glossary.model.slugs import slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, BinaryIO

    from glossary.model.entries import Entry

__all__ = ["write_yaml"]

_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
_OPENERS = frozenset("《〈（【“‘「『〔")
_FLOW_MARKS = frozenset(",[]{}?:")  # YAML 1.1 ends a plain scalar in a list at ? and : too
_WIDTH = 100
_SPOOL_BYTES = 8 * 1024 * 1024


def write_yaml(
    entries: Iterable[tuple[Entry, str | None]], stream: BinaryIO, ledger: Ledger | None = None
) -> Ledger:
    """Write entries as one YAML file.

    Args:
        entries: Entries with their review state, in the order they are to stand in.
        stream: Where to write UTF-8.
        ledger: Where to count the fields; a new one by default.
    Returns:
        What was kept, and how many generated renderings were left out.

    >>> import io
    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "term", "names": [
    ...     {"text": "甲: 乙", "lang": "zh-Hans", "evidence": "unsourced", "from": "1988"}]})
    >>> stream = io.BytesIO()
    >>> ledger = write_yaml([(entry, "proposed")], stream)
    >>> print(stream.getvalue().decode())
    entries:
    - id: a
      kind: term
      review: proposed
      names:
      - text: "甲: 乙"
        lang: zh-Hans
        evidence: unsourced
        from: "1988"
    <BLANKLINE>
    """
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    ledger, keys = ledger if ledger is not None else Ledger(), _SourceKeys()
    with SpooledTemporaryFile(_SPOOL_BYTES) as body:
        for entry, review in entries:
            record = _without_generated(to_record(entry), ledger)
            ledger.keep(record)
            body.write("".join(_entry_lines(_cite(record, review, keys))).encode())
        if keys.records:
            lines = _mapping_lines({"sources": keys.records}, 0)
            stream.write("".join(lines).encode())
        stream.write(b"entries:\n" if body.tell() else b"entries: []\n")
        body.seek(0)
        copyfileobj(body, stream)
    return ledger


class _SourceKeys:
    """Gives each source of a file one key, made from its title."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}
        self._keys: dict[str, str] = {}

    def key(self, source: dict[str, Any]) -> str:
        identity = json.dumps(source, sort_keys=True)
        if identity not in self._keys:
            base = slug(source["title"])[:48].strip("-") or "source"
            key, number = base, 1
            while key in self.records:
                number += 1
                key = f"{base}-{number}"
            self._keys[identity] = key
            self.records[key] = source
        return self._keys[identity]


def _without_generated(record: dict[str, Any], ledger: Ledger) -> dict[str, Any]:
    for name in record["names"]:
        renderings = name.get("renderings", {})
        kept = {lang: item for lang, item in renderings.items() if isinstance(item, str)}
        if len(kept) < len(renderings):
            ledger.add(
                "names.renderings",
                Fate.DROPPED,
                made_again(),
                len(renderings) - len(kept),
            )
            name["renderings"] = kept
            if not kept:
                del name["renderings"]
    return record


def _cite(record: dict[str, Any], review: str | None, keys: _SourceKeys) -> dict[str, Any]:
    """Put keys in the place of sources, and the review state behind the kind."""
    for part_key in ("names", "relations", "definitions", "notes"):
        for part in record.get(part_key, ()):
            if "sources" in part:
                part["sources"] = [keys.key(source) for source in part["sources"]]
            if "source" in part.get("context", ()):
                part["context"]["source"] = keys.key(part["context"]["source"])
    cited: dict[str, Any] = {}
    for key, value in record.items():
        cited[key] = value
        if key == "kind" and review is not None:
            cited["review"] = review
    return cited


def _entry_lines(record: dict[str, Any]) -> list[str]:
    lines = _mapping_lines(record, 1)
    lines[0] = "- " + lines[0][2:]
    return lines


def _mapping_lines(mapping: dict[str, Any], depth: int) -> list[str]:
    lines: list[str] = []
    indent = "  " * depth
    for key, value in mapping.items():
        lead = f"{indent}{_scalar(key)}:"
        if isinstance(value, dict):
            lines.append(lead + ("\n" if value else " {}\n"))
            lines += _mapping_lines(value, depth + 1)
        elif isinstance(value, list):
            lines += _list_lines(lead, value, depth)
        elif isinstance(value, bool):
            lines.append(f"{lead} {str(value).lower()}\n")
        else:
            lines.append(f"{lead} {_text(value, depth + 1)}\n")
    return lines


def _list_lines(lead: str, items: list[Any], depth: int) -> list[str]:
    if all(isinstance(item, str) for item in items):
        scalars = [_scalar(item, in_flow=True) for item in items]
        line = f"{lead} [{', '.join(scalars)}]\n"
        if len(line) <= _WIDTH:
            return [line]
        return [f"{lead}\n", *(f"{'  ' * depth}- {_scalar(item)}\n" for item in items)]
    lines = [f"{lead}\n"]
    for item in items:
        inner = _mapping_lines(item, depth + 1)
        inner[0] = f"{'  ' * depth}- {inner[0][2 * depth + 2 :]}"
        lines += inner
    return lines


def _text(text: str, depth: int) -> str:
    """A scalar; text of many lines as a literal block where that keeps every character."""
    lines = text.split("\n")
    plain_block = (
        len(lines) > 1
        and lines[0][:1] not in ("", " ", "\t")
        and not any(line != line.rstrip() for line in lines)
        and (lines[-1] != "" or lines[-2] != "")
    )
    if not plain_block:
        return _scalar(text)
    ends_in_break = lines[-1] == ""
    body = lines[:-1] if ends_in_break else lines
    indent = "  " * depth
    return f"|{'' if ends_in_break else '-'}\n" + "\n".join(
        indent + line if line else "" for line in body
    )


def _scalar(text: str, *, in_flow: bool = False) -> str:
    """Text as it is where every YAML reader takes it for text, else in quotation marks."""
    if _is_plain(text) and not (in_flow and _FLOW_MARKS.intersection(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    first = text[:1]
    if not (first.isalpha() or first in _OPENERS) or text.lower() in _WORDS:
        return False
    if ": " in text or " #" in text or text[-1] in ": " or "\t" in text or "\n" in text:
        return False
    return text.isprintable()
