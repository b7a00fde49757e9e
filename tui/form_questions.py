"""What the form says went wrong, and what it asks before something typed is lost, or set beside what others did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.i18n import _
from tui.dialogs import Confirm
from tui.display import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from glossary.errors import GlossaryError

__all__ = ["ask_conflict", "ask_to_lose", "say_error"]


def say_error(screen: Screen[Any], error: GlossaryError) -> None:
    """Say what went wrong and what to do, while the form stays."""
    screen.notify(plain(str(error)), severity="error", markup=False, timeout=12)


def ask_to_lose(screen: Screen[Any], leave: Callable[[], object]) -> None:
    """Leave only after asking, since no draft could be kept of what was typed."""

    def sure(answer: bool | None) -> None:
        if answer:
            leave()

    lines = [_("The draft could not be saved; what you typed stands only here.")]
    question = _("Leave, and lose what was typed?")
    screen.app.push_screen(Confirm(question, lines, yes=_("lose it"), loses=True), sure)


def ask_conflict(
    screen: Screen[Any], error: GlossaryError, yes: str, go_on: Callable[[], object]
) -> None:
    """Tell what others did, and go on only after asking."""

    def sure(answer: bool | None) -> None:
        if answer:
            go_on()

    lines = error.why.split("\n") if error.why else []
    screen.app.push_screen(Confirm(error.what, [*lines, error.fix], yes=yes), sure)
