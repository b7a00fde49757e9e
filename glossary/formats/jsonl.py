"""Entries as JSON Lines: one object a line, everything the model holds, at any size.

    {"id": "state-council", "kind": "body", "review": "approved", "names": [{"text": "State Council", …}]}

The fields are those of ``model.records``; ``review`` stands beside them. Unlike YAML it keeps generated
renderings, marked so. Files are read and written line by line, so that memory does not grow with them.

Source: RFC 8259 (JSON), read strictly: no key twice, no NaN; jsonlines.org for the lines.
"""

from __future__ import annotations

import json

from glossary.errors import InputError, InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.items import IdPlaces, Item, Parsed, parse_entry, parse_review
from glossary.formats.json_places import place_of
from glossary.formats.ledgers import Ledger
from glossary.formats.lines import iter_lines
from glossary.formats.shapes import clean_record
from glossary.i18n import N_, _
from glossary.model.fields import UnknownFieldError
from glossary.model.records import to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, BinaryIO

    from glossary.errors import GlossaryError
    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["JsonLinesFormat", "iter_jsonl", "read_jsonl", "write_jsonl"]


def read_jsonl(stream: BinaryIO, path: str) -> Parsed:
    """Return the entries of a JSON Lines file and all its problems.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: It cannot be read as text at all, or holds nothing.

    >>> import io
    >>> parsed = read_jsonl(io.BytesIO(b'{"id": "a", "kind": "trem", "names": []}'), "a.jsonl")
    >>> print(parsed.problems[0])
    a.jsonl:1:21: unknown kind 'trem'. Did you mean 'term'? One of: body, document, place, person, position, \
programme, event, term, pattern.
    """
    parsed = Parsed(path)
    for item in iter_jsonl(stream, path, parsed.ledger):
        if isinstance(item, Item):
            parsed.entries.append(item)
        else:
            parsed.problems.append(item)
    if not parsed.entries and not parsed.problems:
        raise InputError(_("the file is empty"), path=path, fix=_("Give one with entries."))
    return parsed


def iter_jsonl(
    stream: BinaryIO, path: str, ledger: Ledger | None = None
) -> Iterator[Item | GlossaryError]:
    """Yield the entries of a JSON Lines file as they are read, and its problems where they stand.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
        ledger: Where to count the fields.
    Raises:
        InputError: It is in another encoding.

    >>> import io
    >>> [type(item).__name__ for item in iter_jsonl(io.BytesIO(b"[1]"), "a.jsonl")]
    ['InvalidError']
    """
    with IdPlaces() as ids:
        for number, text in iter_lines(stream, path):
            if isinstance(text, InputError):
                yield text
                continue
            if not text.strip():
                continue
            item, problems = _parse_line(text, number, path, ledger)
            line_id = item.entry.id if item else None
            taken = ids.claim(line_id, path, number) if line_id is not None else None
            for problem in [*problems, *([taken] if taken else [])]:
                yield problem.at(path, number, _column(text, problem))
            if item and not taken:
                yield item


def _column(text: str, problem: InvalidError) -> int:
    """The column of what a problem is about; nobody asks for that of a line that is no JSON, which tells its own."""
    if problem.line is not None or not problem.field:
        return 1
    at_key = isinstance(problem, UnknownFieldError)
    return place_of(text, problem.field, at_key=at_key) + 1


def _parse_line(
    text: str, number: int, path: str, ledger: Ledger | None
) -> tuple[Item | None, list[InvalidError]]:
    try:
        record = json.loads(text, object_pairs_hook=_pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        fix = _("Write one object a line.")
        problem = InvalidError(_("this is not JSON: {msg}").format(msg=error.msg), fix=fix)
        problem.at(path, number, error.pos + 1)
        return None, [problem]
    except RecursionError:
        return None, [InvalidError(_("the JSON nests too deep"), fix=_("Flatten it."))]
    except InvalidError as error:
        return None, [error]
    except ValueError:  # an integer of more digits than Python reads
        return None, [InvalidError(_("a number is too long"), fix=_("Write it as text."))]
    if not isinstance(record, dict):
        return None, [
            InvalidError(
                _("the line is not an object"), fix=_('Write {"id": …, "kind": …, "names": …}.')
            )
        ]
    try:
        review = parse_review(record.pop("review", None))
        cleaned = clean_record(record)
    except InvalidError as error:
        return None, [error]
    entry, problems = parse_entry(cleaned)
    if entry is None:
        return None, problems
    if ledger is not None:
        ledger.keep(cleaned)
    return Item(entry, review, number, 1), []


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _rest in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise InvalidError(
            _("the key {twice!r} stands twice").format(twice=twice),
            field=twice,
            fix=_("Leave one out."),
        )
    return record


def _refuse_constant(name: str) -> object:
    raise InvalidError(_("{name} is not JSON").format(name=name), fix=_("Write it as text."))


def _line(record: dict[str, Any], review: str | None) -> str:
    ordered: dict[str, Any] = {}
    for key, value in record.items():
        ordered[key] = value
        if key == "kind" and review is not None:
            ordered["review"] = review
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


def write_jsonl(
    entries: Iterable[tuple[Entry, str | None]], stream: BinaryIO, ledger: Ledger | None = None
) -> Ledger:
    """Write entries as JSON Lines.

    Args:
        entries: Entries with their review state, in the order they are to stand in.
        stream: Where to write UTF-8.
        ledger: Where to count the fields; a new one by default.
    Returns:
        What was kept: everything.

    >>> import io
    >>> len(write_jsonl([], io.BytesIO()))
    0
    """
    ledger = ledger if ledger is not None else Ledger()
    for entry, review in entries:
        record = to_record(entry)
        ledger.keep(record)
        stream.write(_line(record, review).encode() + b"\n")
    return ledger


class JsonLinesFormat(Format):
    """Everything the model holds, one object a line."""

    name = "jsonl"
    title = N_("JSON Lines, at any size")
    extensions = (".jsonl", ".ndjson", ".json")

    def detect(self, head: Head) -> int:
        """Sure of an object on the first line that is not blank."""
        first = head.lines[0] if head.lines else ""
        return 90 if first.startswith('{"') or _is_object(first) else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield its entries and problems, line by line."""
        yield from iter_jsonl(file.stream, file.path, file.ledger)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write entries, generated renderings included."""
        write_jsonl(entries, file.stream, file.ledger)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
