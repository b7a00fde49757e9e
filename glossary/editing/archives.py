"""The whole history as JSON Lines, out and in: one event a line, nothing left out.

    {"event": {"number": 1, "at": "2026-11-24T02:10:34.123456Z", "by": "mei", "action": "add", "entry": "a",
     "why": "", "changes": [["entries", "a", null, {"content": {…}, "review": "proposed"}]], "hash": "…"}}

``changes`` are table, key, row before and row after (``model/events.py``). The hash covers the event and the hash
before it, so a line changed, lost or moved shows. A file is not trusted: every row is held against its rules
(``editing/untrusted.py``).
"""

from __future__ import annotations

import json
import re

from glossary.editing.untrusted import check_text, parse_change
from glossary.errors import ConflictError, GlossaryError, InputError, InvalidError
from glossary.i18n import _
from glossary.model.events import Action, check_person, check_reason
from glossary.model.rules import check_choice, check_id
from glossary.store.events import now
from glossary.store.prepared import dump
from glossary.store.restoring import Restoring, iter_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, BinaryIO

    from glossary.store.database import Store

    Progress = Callable[[int, int], None]

__all__ = ["LINE_LIMIT", "read_history", "write_history"]

LINE_LIMIT = 64 * 1024 * 1024
"""The longest line, in bytes."""
_FIELDS = ("number", "at", "by", "action", "entry", "why", "changes", "hash")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z", re.ASCII)


def write_history(store: Store, stream: BinaryIO, progress: Progress | None = None) -> int:
    """Write every event, oldest first.

    Args:
        store: The store.
        stream: Where to write UTF-8.
        progress: Told how many were written, of how many.
    Returns:
        How many were written.
    Raises:
        StoreError: The database cannot be read.
    """
    count = 0
    with store.explained():
        total = store.reader.tally("events")
        for row in iter_rows(store.connection()):
            *plain, changes, digest = row
            head = dump(dict(zip(_FIELDS, plain, strict=False)))
            line = f'{{"event":{head[:-1]},"changes":{changes},"hash":{dump(digest)}}}}}\n'
            stream.write(line.encode())
            count += 1
            if progress and count % 500 == 0:
                progress(count, total)
    return count


def read_history(store: Store, stream: BinaryIO, progress: Progress | None = None) -> int:
    """Put a written history into a glossary that holds nothing but untouched shipped entries; all or none.

    Args:
        store: The store; its shipped entries make room.
        stream: The file, opened for bytes.
        progress: Told how many events were put back, and 0, since how many follow is not known.
    Returns:
        How many events were put back.
    Raises:
        ConflictError: The glossary holds changes of its own.
        InvalidError: A line is no event, does not follow the one before it, or is of the future.
        InputError: The file holds nothing.
        BusyError, StoreError: The database cannot be written.
    """
    path = str(getattr(stream, "name", "<stdin>"))
    with store.writing() as connection:
        restoring = Restoring(connection)
        latest, line = now(), 0
        while data := stream.readline(LINE_LIMIT + 1):
            line += 1
            if not data.strip():
                continue
            try:
                _put_back(restoring, _parse(data), latest)
            except GlossaryError as error:
                raise InvalidError(
                    error.what,
                    why=error.why,
                    fix=error.fix or _("Nothing was changed; export the history again."),
                    path=path,
                    line=line,
                ) from error
            if progress and restoring.number % 500 == 0:
                progress(restoring.number, 0)
        if not restoring.number:
            raise InputError(
                _("the file holds no event"), path=path, fix=_("Give one with a history.")
            )
    return restoring.number


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > LINE_LIMIT:
        raise InvalidError(
            _("the line is longer than {number} MB").format(number=LINE_LIMIT // (1024 * 1024))
        )
    try:
        record = json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidError(_("the line is not JSON"), why=str(error)) from None
    event = record.get("event") if isinstance(record, dict) and len(record) == 1 else None
    if not isinstance(event, dict) or set(event) != set(_FIELDS):
        raise InvalidError(
            _("the line is not an event"),
            fix=_('Write {{"event": {{{known}}}}}.').format(known=", ".join(_FIELDS)),
        )
    if not isinstance(event["changes"], list):
        raise InvalidError(_("the changes are not a list"), field="changes")
    return event


def _refuse(name: str) -> object:
    raise ValueError(_("{name} is not JSON").format(name=name))


def _put_back(restoring: Restoring, event: dict[str, Any], latest: str) -> None:
    number, at = event["number"], event["at"]
    if number != restoring.number + 1 or isinstance(number, bool):
        raise ConflictError(
            _("event {number!r} stands where {expected} should").format(
                number=number, expected=restoring.number + 1
            )
        )
    _check_time(at, restoring.at, latest, number)
    action = check_choice(Action, event["action"], "action")
    changes = [parse_change(each) for each in event["changes"]]
    digest = restoring.add(
        at,
        check_person(event["by"]),
        action.value,
        check_id(event["entry"], "entry") if event["entry"] != "" else "",
        check_reason(check_text(event["why"], "why"), action),
        changes,
    )
    if digest != event["hash"]:
        raise ConflictError(
            _("event {number} is not what was written").format(number=number),
            why=_("its hash differs, or the one before it"),
        )


def _check_time(at: object, before: str, latest: str, number: int) -> None:
    if not isinstance(at, str) or not _AT.match(at):
        raise InvalidError(_("the time {at!r} is not one of an event").format(at=at), field="at")
    if at > latest:
        raise InvalidError(
            _("event {number} is of the future: {at}").format(number=number, at=at),
            field="at",
            why=_("it is {latest} here").format(latest=latest),
            fix=_("Look at the clock of this machine, and of the one it was written on."),
        )
    if at < before:
        raise InvalidError(
            _("event {number} is older than the one before it").format(number=number), field="at"
        )
