"""The keys as they are bound now: for every text that names one.

A text names a key by its action, with underscores for what is none in a placeholder: ``{entry_add} adds a name``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.i18n import _, quoted
from tui.actions import ACTIONS, action_of
from tui.keymap import Config, key_string, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["bound_key", "bound_keys", "keyed", "keys_text", "panel_hint", "use_keys"]

_IDS = {action.id.replace(".", "_").replace("-", "_"): action.id for action in ACTIONS}


class _Bound:
    """The config whose keys are bound."""

    config = Config()


class _Values(dict[str, object]):
    """What the placeholders of a text stand for."""

    def __missing__(self, name: str) -> str:
        identity = _IDS[name]
        return bound_key(identity) or _by_palette(identity)


def _by_palette(identity: str) -> str:
    """The way to an action without a key."""
    action = action_of(identity)
    assert action is not None
    return f"{bound_key('palette.open')} {quoted(_(action.title))}"


def use_keys(config: Config) -> None:
    """Name the keys of another config from now on."""
    _Bound.config = config


def bound_keys(identity: str) -> tuple[str, ...]:
    """Return the keys an action has now, as Textual names them.

    >>> bound_keys("hit.next")
    ('down',)
    """
    return keys_of(identity, _Bound.config)


def bound_key(identity: str) -> str:
    """Return the first key an action has now, as people read it; empty where it has none.

    >>> bound_key("entry.add"), bound_key("theme.next")
    ('F2', '')
    """
    keys = bound_keys(identity)
    return key_string(keys[0]) if keys else ""


def keys_text(keys: Iterable[str]) -> str:
    """Return several keys as people read them.

    >>> keys_text(("enter", "y"))
    'Enter, Y'
    """
    return ", ".join(key_string(key) for key in keys)


def keyed(text: str, **values: object) -> str:
    """Return a text with the keys it names.

    Args:
        text: The text, in the language of now.
        values: What other placeholders stand for.

    >>> keyed("{entry_add} adds {name}", name="A")
    'F2 adds A'
    >>> keyed("{theme_next} changes the colours")  # no key leads there
    '^P “Next theme” changes the colours'
    """
    return text.format_map(_Values(values))


def panel_hint() -> str:
    """Return what keys do in a panel of filters."""
    return keyed(
        _(
            "{field_next} or {panel_previous} {panel_next} to a line, {choice_previous} {choice_next} to change, "
            "{panel_take} takes it, {panel_clear} clears all, {panel_leave} leaves."
        )
    )
