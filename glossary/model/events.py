"""Who did what, when, why, and the change itself.

An event is append-only. Its change is the list of rows it touched, each with what it was before and what it
was after, so that the present state is the last ``after`` of every row, and undo is a new event that exchanges
the two. Rows are those of the store's tables of record: entries, proposals, comments, redirects, settings.
"""

from __future__ import annotations

from enum import Enum

from glossary.errors import InvalidError
from glossary.i18n import N_, _
from glossary.model.rules import check_line, check_note
from glossary.model.values import dataclass
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

__all__ = [
    "SAME_AS",
    "SEEDER",
    "SHIPPED",
    "UNDOES",
    "Action",
    "Event",
    "RowChange",
    "check_person",
    "reason_text",
]

SEEDER = "seeds"
"""Who the shipped entries are by."""

SHIPPED = N_("shipped with Zhengming")
SAME_AS = N_("the same as {id}")
UNDOES = N_("undoes event {number}")
"""Reasons that the program gives itself; they are stored in English, and read in the reader's language."""


class Action(str, Enum):
    """What was done."""

    ADD = "add"
    EDIT = "edit"
    PROPOSE = "propose"
    REVISE = "revise"
    APPROVE = "approve"
    REJECT = "reject"
    RETIRE = "retire"
    MERGE = "merge"
    COMMENT = "comment"
    UNDO = "undo"
    SYNC = "sync"
    IMPORT = "import"
    CONFIGURE = "configure"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row before and after; ``None`` where it was not, or is no more."""

    table: str
    key: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One acknowledged change.

    Attributes:
        number: Its place in the order of events, from 1.
        at: When, UTC, ``2026-11-24T02:10:34.123456Z``; never before the event ahead of it.
        by: Who.
        action: What was done.
        entry: Id of the entry it is about, empty for the glossary as a whole.
        why: The reason given.
        changes: The rows it touched.
    """

    number: int
    at: str
    by: str
    action: Action
    entry: str = ""
    why: str = ""
    changes: tuple[RowChange, ...] = ()


def check_person(name: str) -> str:
    """Return ``name`` if it can stand as who did something.

    Raises:
        InvalidError: It is empty, longer than 200 characters, or holds control characters.

    >>> check_person("lin")
    'lin'
    """
    try:
        return check_line(name, "by", limit=200)
    except InvalidError as error:
        error.fix = _("Give a name with --by, or set ZHENGMING_USER.")
        raise


def check_reason(why: str, action: Action) -> str:
    """Return the reason if it will do for the action: rejecting and retiring need one.

    Raises:
        InvalidError: It is missing where it must not be, or holds control characters.

    >>> check_reason("", Action.REJECT)
    Traceback (most recent call last):
    glossary.errors.InvalidError: a reason is needed to reject. Say why, with --why.
    """
    if not why.strip():
        if action in (Action.REJECT, Action.RETIRE):
            raise InvalidError(
                _("a reason is needed to {action}").format(action=word(action.value)),
                field="why",
                fix=_("Say why, with --why."),
            )
        return ""
    return check_note(why, "why")


def reason_text(why: str) -> str:
    """Return a reason as people read it: one that the program gave in their language, one of a person as it is.

    >>> reason_text("undoes event 12"), reason_text("a reform")
    ('undoes event 12', 'a reform')
    """
    if why == SHIPPED:
        return _(SHIPPED)
    for template, key in ((SAME_AS, "id"), (UNDOES, "number")):
        head = template.partition("{")[0]
        rest = why[len(head) :]
        if why.startswith(head) and rest and " " not in rest:
            return _(template).format(**{key: rest})
    return why
