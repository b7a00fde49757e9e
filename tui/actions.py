"""Every action of the terminal UI in one table: its id, its keys, its words, and the command that does the same.

An id is ``noun.verb`` and never changes; keys may. Function and Ctrl keys are those terminals and tmux deliver;
Ctrl keys an input field edits with (A C D E F K U V W X) and those that are other keys (H I J M, [) are not used.
``docs/keymap.md`` lists the table; a test compares the two.
"""

from __future__ import annotations

from textual.binding import Binding

from tui.action import Action
from tui.actions_everywhere import EVERYWHERE
from tui.actions_finding import FINDING
from tui.actions_within import WITHIN
from tui.actions_working import WORKING
from tui.words import N_

__all__ = ["ACTIONS", "PLACES", "Action", "action_of", "actions_of", "bindings"]

PLACES = {
    "app": N_("Everywhere"),
    "search": N_("In the search"),
    "entry": N_("In the entry"),
    "form": N_("In the form"),
    "review": N_("In the review"),
    "files": N_("With files"),
    "fields": N_("Between fields"),
    "choice": N_("In a choice"),
    "offers": N_("In a field that completes"),
    "text": N_("In a field"),
    "panel": N_("In the filters"),
    "question": N_("To a question"),
    "answer": N_("To a question"),
    "option": N_("In a list"),
    "shown": N_("In a text to copy"),
    "help": N_("In the help"),
    "palette": N_("In the list of commands"),
}
"""Where actions belong, and the titles over their keys."""

ACTIONS = (*EVERYWHERE, *FINDING, *WORKING, *WITHIN)
"""All actions, in the order help and documentation list them."""

_BY_ID = {action.id: action for action in ACTIONS}


def action_of(identity: str) -> Action | None:
    """Return the action of an id, or ``None``.

    >>> action_of("entry.add").keys
    ('f2',)
    """
    return _BY_ID.get(identity)


def actions_of(*where: str) -> tuple[Action, ...]:
    """Return the actions of some places, in the order of the table."""
    return tuple(action for action in ACTIONS if action.where in where)


def bindings(where: str) -> list[Binding]:
    """Return the bindings of a place with their default keys; the words are translated when shown."""
    return [
        Binding(
            ",".join(action.keys) or action.own_key,
            action.method,
            action.title,
            show=action.show,
            priority=action.goes_first,
            id=action.id,
        )
        for action in actions_of(where)
    ]
