"""Taking over entries that came with a newer program: what would change is shown first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glossary.facade.wording import sync_text
from glossary.i18n import _, joined, labelled
from tui.asking import Asker
from tui.dialogs import Confirm
from tui.words import number, sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.screen import Screen

    from glossary import Glossary
    from glossary.errors import GlossaryError
    from glossary.facade.types import SyncPlan

__all__ = ["Shipped", "plan_lines"]

SHOWN = 5
"""How many ids are named under each heading: the window may be narrow."""


def plan_lines(plan: SyncPlan) -> Iterator[str]:
    """Yield what taking over shipped entries would do: how many, and the first of them by their ids."""
    for title, ids in (
        (_("new, as they are shipped"), plan.added),
        (_("changed, nobody touched them here"), plan.updated),
        (_("changed here too, so that the newer is proposed"), plan.proposed),
        (_("shipped no longer, so retired"), plan.retired),
    ):
        if ids:
            some = joined((*ids[:SHOWN], sign("more") if len(ids) > SHOWN else ""))
            yield labelled(f"{number(len(ids))} {title}", some)


class Shipped:
    """The two questions: what would change, and to do it.

    Args:
        screen: Over which it is asked.
        glossary: The glossary.
        say: Says something in passing.
        fail: Says what went wrong.
        slow: Told whether it takes its time.
        taken: Called when it was done.
    """

    def __init__(
        self,
        screen: Screen[None],
        glossary: Callable[[], Glossary],
        *,
        say: Callable[[str], None],
        fail: Callable[[GlossaryError], None],
        slow: Callable[[bool], None],
        taken: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._glossary = glossary
        self._say = say
        self._taken = taken
        self._planning: Asker[SyncPlan] = Asker(screen, self._show, fail, slow=slow)
        self._taking: Asker[SyncPlan] = Asker(screen, self._done, fail, slow=slow)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked."""
        return self._planning.is_idle and self._taking.is_idle

    def ask(self) -> None:
        """Work out what would change, and ask."""
        if self.is_idle:
            self._planning.ask(partial(self._glossary().sync, dry_run=True))

    def _show(self, plan: SyncPlan) -> None:
        if not plan:
            self._say(
                _("Every entry is as it came with the program; there is nothing to take over.")
            )
            return

        def sure(answer: bool | None) -> None:
            if answer:
                self._taking.ask(self._glossary().sync)

        question = _("Take over the newer entries that came with the program?")
        self._screen.app.push_screen(
            Confirm(question, list(plan_lines(plan)), yes=_("take them over")), sure
        )

    def _done(self, plan: SyncPlan) -> None:
        self._say(sync_text(plan))
        self._taken()
