"""Rows of events as a file may hold them, held against every rule a live change keeps.

A hash tells that a line is as it was written, not who wrote it: nothing may come in that this program would not have
written itself.
"""

from __future__ import annotations

import json
import re

from glossary.errors import InvalidError
from glossary.formats.shapes import clean_record
from glossary.i18n import _
from glossary.model.entries import Review
from glossary.model.events import Action, RowChange
from glossary.model.records import from_record
from glossary.model.rules import check_choice, check_id, check_line, check_note
from glossary.store.rows import plain_columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["check_text", "parse_change"]

_NUMBER = re.compile(r"[1-9][0-9]{0,17}\Z", re.ASCII)
_CONTENTS = {
    Action.RETIRE: {},
    Action.MERGE: {"into": str},
    Action.UNDO: {"event": int},
    Action.CONFIGURE: {"key": str, "value": str},
}
"""What a proposal holds beside an edit, which holds a record."""


def parse_change(change: object) -> RowChange:
    """Return a change of a row.

    Args:
        change: Table, key, row before and row after, as JSON.
    Raises:
        InvalidError: It is anything else.

    >>> parse_change(["redirects", "a", None, {"target": "b"}]).after
    {'target': 'b'}
    >>> parse_change(["events", "1", None, {}])
    Traceback (most recent call last):
    glossary.errors.InvalidError: 'events' is no table of record
    """
    if not isinstance(change, list) or len(change) != 4:
        raise InvalidError(_("a change is not [table, key, before, after]"), field="changes")
    table, key, before, after = change
    if table != "entries" and table not in tuple(plain_columns):
        raise InvalidError(
            _("{table!r} is no table of record").format(table=table), field="changes"
        )
    for row in (before, after):
        if row is not None and not isinstance(row, dict):
            raise InvalidError(
                _("a row of {table} is not an object").format(table=table), field="changes"
            )
    if table in ("entries", "redirects"):
        check_id(key, "key")
    elif table == "settings":
        check_line(key, "key")
    elif not isinstance(key, str) or not _NUMBER.match(key):
        raise InvalidError(_("{key!r} is no number of an event").format(key=key), field="key")
    if after is not None:
        (_check_entry if table == "entries" else _check_row)(table, key, before, after)
    return RowChange(table=table, key=key, before=before, after=after)


def _check_entry(_table: str, key: str, before: dict[str, Any] | None, row: dict[str, Any]) -> None:
    if not {"content", "review", "seed"}.issuperset(row) or (
        before is None and not {"content", "review"}.issubset(row)
    ):
        raise InvalidError(
            _("the row of {key} lacks fields, or has unknown ones").format(key=key), field="changes"
        )
    if "content" in row:
        _check_content(row["content"], key)
    if "review" in row:
        check_choice(Review, row["review"], "review")
    if row.get("seed") is not None:
        check_line(row["seed"], "seed")


def _check_content(content: object, entry_id: str) -> None:
    cleaned = clean_record(content)
    if cleaned != content or from_record(cleaned).id != entry_id:
        raise InvalidError(
            _("the row of {entry_id} holds another entry").format(entry_id=entry_id), field="id"
        )


def _check_row(table: str, key: str, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
    row = {**(before or {}), **after}
    if set(row) != set(plain_columns[table][1]):
        raise InvalidError(
            _("row {key} of {table} lacks fields, or has unknown ones").format(key=key, table=table)
        )
    for name, value in row.items():
        if name in ("base", "by_event"):
            if not _is_number(value):
                raise InvalidError(
                    _("{name} {value!r} is no number of an event").format(name=name, value=value),
                    field=name,
                )
        elif check_text(value, name):
            check_note(value, name)
    if table == "redirects":
        check_id(row["target"], "target")
    if table == "proposals":
        editors = _json(row["editors"], "editors")
        if not isinstance(editors, list) or not all(isinstance(each, str) for each in editors):
            raise InvalidError(_("the editors are not a list of names"), field="editors")
        _check_proposal(row)


def _check_proposal(row: dict[str, Any]) -> None:
    action = check_choice(Action, row["action"], "action")
    content = _json(row["content"], "content")
    if action is Action.EDIT:
        _check_content(content, row["entry"])
        return
    wanted = _CONTENTS.get(action)
    if (
        wanted is None
        or not isinstance(content, dict)
        or {key: type(value) for key, value in content.items()} != wanted
    ):
        raise InvalidError(
            _("the proposal to {action} holds what it cannot").format(action=_(action.value)),
            field="content",
        )


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**62


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidError(
            _("{name} is not JSON").format(name=name), field=name, why=str(error)
        ) from None


def check_text(value: object, name: str) -> str:
    """Return a value that is text.

    Raises:
        InvalidError: It is none.

    >>> check_text("a", "why")
    'a'
    """
    if not isinstance(value, str):
        raise InvalidError(
            _("{name} is not text but {value!r:.60}").format(name=name, value=value), field=name
        )
    return value
