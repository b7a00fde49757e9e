"""One action of the terminal UI: its id, its keys, its words, and the command that does the same."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MOVES", "SHOWS", "Action"]

MOVES = "moves on the screen"
SHOWS = "changes what is shown, not the glossary"
"""Why an action has no command: reasons that are given often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: ``noun.verb``, by which keys are given to it.
        where: The screen or widget it belongs to.
        method: Name of the Textual action behind it.
        title: A word or two, as the footer shows it.
        help: One sentence; empty where the title says all.
        keys: Its keys by default; none for an action of the command palette only.
        vim: Its keys in the preset ``vim``, where they differ.
        twin: The command that does the same; empty for an action on the screen alone.
        view_only: Why there is no twin.
        show: Whether the footer shows it.
        goes_first: Whether its keys go before those of the widget that has the focus.
    """

    id: str
    where: str
    method: str
    title: str
    help: str
    keys: tuple[str, ...] = ()
    vim: tuple[str, ...] = ()
    twin: str = ""
    view_only: str = ""
    show: bool = True
    goes_first: bool = False

    @property
    def own_key(self) -> str:
        """The key of an action without one: no keyboard sends it, a keymap replaces it."""
        return f"unbound-{self.id.replace('.', '-')}"
