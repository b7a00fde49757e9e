"""Unfinished forms: kept in the database until they are proposed or dropped, whoever closes what."""

from __future__ import annotations

import json
from dataclasses import dataclass

from glossary.errors import InvalidError
from glossary.i18n import _, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.store.database import Store

__all__ = ["Draft", "iter_drafts", "save_draft"]

LIMIT = 1_000_000
"""The longest draft, in characters of JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One unfinished form.

    Attributes:
        key: What the form calls itself: ``new-1``, or the id of the entry being edited.
        by: Who was at it.
        at: When it was last saved.
        content: What stood in its fields; the form's own mapping, JSON types only.
    """

    key: str
    by: str
    at: str
    content: dict[str, Any]


def save_draft(store: Store, key: str, content: dict[str, Any], *, by: str) -> None:
    """Keep an unfinished form under a key.

    Raises:
        InvalidError: It is longer than ``LIMIT``.
    """
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > LIMIT:
        raise InvalidError(
            _("the draft has {count} characters").format(count=number(len(text))),
            why=_("{limit} is the limit").format(limit=number(LIMIT)),
            fix=_("Shorten it."),
        )
    store.save_draft(key, by, text)


def iter_drafts(store: Store) -> tuple[Draft, ...]:
    """Return the unfinished forms, newest first; one that cannot be read any more is left out."""
    found = []
    for key, by, at, text in store.drafts():
        try:
            content = json.loads(text)
        except ValueError:
            continue
        if isinstance(content, dict):
            found.append(Draft(key=key, by=by, at=at, content=content))
    return tuple(found)
