"""What a search screen copies: a name, or how it is known, to the terminal, the desktop, or selected on the screen."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from glossary.i18n import _
from tui.clipboard import clipboard_commands, copy_with, takes_osc52
from tui.copied import caveat, copied_text
from tui.dialogs import ShowText
from tui.display import clip, one_line, plain

if TYPE_CHECKING:
    from glossary import Glossary
    from glossary.errors import GlossaryError
    from glossary.model.answers import Answer
    from tui.app import ZhengmingApp

__all__ = ["Copying"]


LOOK_S = 0.01
ANSWER_LOOKS = 200
"""How often, every ``LOOK_S``, is looked whether what was typed is answered, before anything is done with a hit."""


class Copying(Screen[None]):
    """The part of the search screen that copies, says things in passing, and knows whether its hits are those of what is typed."""

    @property
    def zhengming(self) -> ZhengmingApp:
        """The app."""
        return cast("ZhengmingApp", self.app)

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return self.zhengming.glossary

    @property
    def answer(self) -> Answer | None:
        """The hit that keys act on."""
        raise NotImplementedError

    def is_answered(self, *, whole: bool) -> bool:
        """Whether the hits are those of what is typed; as a whole where patterns were asked too."""
        raise NotImplementedError

    def hurry(self) -> None:
        """Do now what waits for a pause."""
        raise NotImplementedError

    async def answered(self, *, whole: bool = False) -> None:
        """Wait for the answer to what was typed, if it comes soon."""
        for _look in range(ANSWER_LOOKS):
            if self.is_answered(whole=whole):
                return
            self.hurry()
            await sleep(LOOK_S)

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say something in passing."""
        self.notify(plain(text), severity="warning" if warn else "information", markup=False)

    def say_error(self, error: GlossaryError) -> None:
        """Say what went wrong and what to do."""
        self.notify(plain(str(error)), severity="error", markup=False, timeout=12)

    async def action_copy(self, what: str) -> None:
        """Copy a name or its evidence, and say what was copied."""
        await self.answered()
        answer = self.answer
        if answer is None:
            self.say(_("There is nothing to copy: no hit is chosen."), warn=True)
            return
        text = copied_text(answer, what)
        if not text:
            self.say(_("This entry has no such name."), warn=True)
            return
        sent = takes_osc52() and not self.app.is_web
        if sent:
            self.app.copy_to_clipboard(text)
        commands = clipboard_commands()
        if not commands:
            self._copied(text, caveat(answer), sent, "")
            return

        def work() -> None:
            taken = copy_with(commands, text)
            self.app.call_from_thread(self._copied, text, caveat(answer), sent, taken)

        self.run_worker(work, thread=True, group="copy", exclusive=True)

    def _copied(self, text: str, mark: str, sent: bool, taken: str) -> None:
        if not sent and not taken:
            why = _("This terminal takes no text from programs, and no clipboard program is here.")
            self.app.push_screen(ShowText(text, why))
            return
        shown = one_line(clip(text, 100))
        if mark:
            self.say(_("Copied: {text} — {mark}").format(text=shown, mark=mark), warn=True)
        else:
            self.say(_("Copied: {text}").format(text=shown))
