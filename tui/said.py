"""Texts that stand still on a screen, and change with the language: what has ``say_again`` is told when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from glossary.i18n import _
from tui.bound import keyed
from tui.compat import PromptInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

__all__ = ["LineInput", "Said", "say_again"]


class Said(Static):
    """A text of the interface.

    Args:
        message: The English, marked with ``N_``.
        style: Its look.
        pad: What stands before and behind it.
    """

    def __init__(self, message: str, *, style: str = "", pad: str = "", **options: Any) -> None:
        super().__init__("", **options)
        self._message = message
        self._style = style
        self._pad = pad
        self.say_again()

    def say_again(self) -> None:
        """Say it in the language of now."""
        text = _(self._message) if self._message else ""
        self.update(Content.assemble((f"{self._pad}{text}{self._pad}", self._style)))


class LineInput(PromptInput):
    """An input of one line.

    Args:
        value: What stands in it at first.
        wanted: What is wanted there, shown while it is empty; the English, marked with ``N_``.
    """

    def __init__(self, value: str = "", *, wanted: str = "", **options: Any) -> None:
        self._wanted = wanted
        shown = keyed(_(wanted)) if wanted else ""
        super().__init__(value, placeholder=shown, select_on_focus=False, compact=True, **options)

    def say_again(self) -> None:
        """Say what is wanted in the language of now."""
        if self._wanted:
            self.placeholder = keyed(_(self._wanted))


def say_again(screens: Iterable[Screen[Any]]) -> None:
    """Tell everything on some screens that the language is another."""
    for screen in screens:
        for node in (*screen.query("*"), screen):
            told = getattr(node, "say_again", None)
            if callable(told):
                told()
            node.refresh()
        screen.refresh(layout=True)
