"""Small questions over a screen: a line of text, yes or no, one of several, a text to copy by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from glossary.i18n import _, joined, labelled
from tui.actions import bindings
from tui.bound import bound_keys, keyed, keys_text
from tui.compat import PromptInput
from tui.display import plain
from tui.leaflet import Leaflet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList

__all__ = ["AskText", "Choose", "Confirm", "ShowText"]


class AskText(ModalScreen[str]):
    """Ask for one line; Esc gives nothing.

    Args:
        question: What is asked.
        value: What stands there at first.
        check: Returns what is wrong with an answer, empty where nothing is.
        note: A line below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("answer")]
    places = ("answer",)

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        check: Callable[[str], str] | None = None,
        note: str = "",
    ) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._check = check
        self._note = note

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what is wrong with it."""
        with Vertical(classes="dialog"):
            yield Leaflet([plain(self._question)], classes="question")
            yield PromptInput(self._value, id="answer", select_on_focus=False)
            yield Leaflet([self._note], id="problem")
            hint = keyed(_("{answer_take} takes it, {answer_leave} leaves it."))
            yield Leaflet([hint], classes="hint")

    def action_take(self) -> None:
        """Take the answer, or say what is wrong with it."""
        text = self.query_one(PromptInput).value.strip()
        problem = self._check(text) if self._check else ""
        if problem:
            self.query_one("#problem", Leaflet).say([plain(problem)])
        else:
            self.dismiss(text)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


class Confirm(ModalScreen[bool]):
    """Ask yes or no; what would happen stands above.

    Args:
        question: What is asked.
        lines: What would happen.
        yes: What agreeing does, in a word or two.
        loses: Whether agreeing loses something typed: Enter, which is pressed out of habit, does not agree then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("question")]
    places = ("question",)

    def __init__(
        self, question: str, lines: Sequence[str] = (), *, yes: str = "", loses: bool = False
    ) -> None:
        super().__init__()
        self._question = question
        self._lines = lines
        self._yes = yes
        self._loses = loses

    def on_key(self, event: events.Key) -> None:
        """Let Enter agree to no loss."""
        if self._loses and event.key == "enter":
            event.stop()
            event.prevent_default()

    def compose(self) -> ComposeResult:
        """Lay out what would happen and the two answers."""
        with Vertical(classes="dialog"):
            yield Leaflet([plain(self._question)], classes="question")
            if self._lines:
                with VerticalScroll(classes="lines", can_focus=False):
                    yield Leaflet([plain(line) for line in self._lines])
            agree, decline = map(bound_keys, ("question.agree", "question.decline"))
            if self._loses:
                agree = tuple(key for key in agree if key != "enter")
            hints = (
                labelled(keys_text(agree), self._yes or _("yes")),
                labelled(keys_text(decline), _("leave it")),
            )
            yield Leaflet([joined(hints, weighty=True)], classes="hint")

    def action_answer(self, answer: bool) -> None:
        """Answer."""
        self.dismiss(answer)

    def action_scroll(self, by: int) -> None:
        """See more of what would happen."""
        for lines in self.query(VerticalScroll):
            lines.scroll_relative(y=by, animate=False)


class Choose(ModalScreen[str]):
    """Ask for one of a few; Esc gives nothing.

    Args:
        question: What is asked.
        choices: Pairs of what is returned and what is shown.
        chosen: The one the cursor is on at first.
    """

    places = ("option",)

    def __init__(self, question: str, choices: Sequence[tuple[str, str]], chosen: str = "") -> None:
        super().__init__()
        self._question = question
        self._choices = list(choices)
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        from textual.widgets.option_list import Option  # not before the first painting

        from tui.options import Options

        with Vertical(classes="dialog"):
            yield Leaflet([plain(self._question)], classes="question")
            yield Options(
                *(Option(Content(plain(shown))) for _value, shown in self._choices), markup=False
            )
            hint = _(
                "{option_previous} {option_next} and {option_take} choose, {option_leave} leaves."
            )
            yield Leaflet([keyed(hint)], classes="hint")

    def on_mount(self) -> None:
        """Put the cursor on what is chosen now."""
        from tui.options import Options

        values = [value for value, _shown in self._choices]
        options = self.query_one(Options)
        options.highlighted = values.index(self._chosen) if self._chosen in values else 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take one."""
        self.dismiss(self._choices[event.option_index][0])

    def action_leave(self) -> None:
        """Take none."""
        self.dismiss(None)


class ShowText(ModalScreen[None]):
    """Show a text selected, to be copied by hand, with a word why."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("shown")]
    places = ("shown",)

    def __init__(self, text: str, why: str) -> None:
        super().__init__()
        self._text = text
        self._why = why

    def compose(self) -> ComposeResult:
        """Lay out the text and the reason."""
        from textual.widgets import TextArea

        with Vertical(classes="dialog"):
            yield Leaflet([self._why], classes="question")
            yield TextArea(plain(self._text), read_only=True, soft_wrap=True, id="text")
            hint = keyed(_("Select it with the mouse, holding Shift. {shown_close} closes."))
            yield Leaflet([hint], classes="hint")

    def on_mount(self) -> None:
        """Select it all."""
        from textual.widgets import TextArea

        area = self.query_one(TextArea)
        area.focus()
        area.select_all()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
