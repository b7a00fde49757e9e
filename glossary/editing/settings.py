"""Rules of the house that the glossary itself keeps, each change an event."""

from __future__ import annotations

from glossary.editing.proposals import Outcome, propose
from glossary.editing.rules import FOUR_EYES, four_eyes
from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.events import Action, RowChange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.store.database import Store

__all__ = ["configure", "setting_changes"]

_VALUES = {FOUR_EYES: ("on", "off")}


def setting_changes(store: Store, content: dict[str, Any]) -> list[RowChange]:
    """Return the change that sets one setting.

    Raises:
        InvalidError: It has the value already.
    """
    key, value = content["key"], content["value"]
    before = store.row("settings", key)
    if (before or {"value": "off"})["value"] == value:
        raise InvalidError(_("{key} is {value} already").format(key=key, value=value), field=key)
    return [RowChange(table="settings", key=key, before=before, after={"value": value})]


def configure(store: Store, key: str, value: str, *, by: str, why: str = "") -> Outcome:
    """Set a rule of the house; taking four eyes away needs four eyes.

    Args:
        store: The store.
        key: ``four-eyes``.
        value: ``on`` or ``off``.
        by: Who.
        why: The reason given.
    Raises:
        InvalidError: There is no such rule or value, or it is so already.
    """
    if key not in _VALUES or value not in _VALUES[key]:
        known = "; ".join(f"{name} {'|'.join(values)}" for name, values in _VALUES.items())
        raise InvalidError(
            _("there is no setting {key!r} {value!r}").format(key=key, value=value),
            field="setting",
            fix=_("Known: {known}.").format(known=known),
        )
    with store.writing():
        changes = setting_changes(store, {"key": key, "value": value})
        if four_eyes(store):
            return propose(
                store, Action.CONFIGURE, "", {"key": key, "value": value}, base=0, by=by, why=why
            )
        event = store.record(Action.CONFIGURE, by, "", why or f"{key} {value}", changes)
    return Outcome(event=event, entry="", done=f"{key} {value}")
