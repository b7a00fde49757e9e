"""A field that completes: what the glossary offers stands under it; ↓ chooses, Enter takes the first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from glossary.i18n import _, joined
from tui.actions import bindings
from tui.asking import Asker
from tui.dialogs import Choose
from tui.display import clip, one_line
from tui.said import LineInput
from tui.words import N_, arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary.errors import GlossaryError

    Offers = Sequence["Offer"]

__all__ = ["Completing", "Offer"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One completion.

    Attributes:
        value: What goes into the field.
        shown: How it is shown.
        facts: What else is known of it, for the form.
    """

    value: str
    shown: str
    facts: Any = None


class _Field(LineInput):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("offers")]
    places = ("offers", "text")

    def action_offer(self) -> None:
        """Show all that is offered."""
        self._parent_field().choose()

    def action_take(self) -> None:
        """Take the first."""
        self._parent_field().take_first()

    def _parent_field(self) -> Completing:
        parent = self.parent
        assert isinstance(parent, Completing)
        return parent


class Completing(Vertical):
    """An input with completions from a question to the glossary.

    Args:
        find: Returns completions for a text; run in a thread.
        value: What stands in it at first.
        wanted: What is wanted there; the English, marked with ``N_``.
        told: Returns what stands there in words, below it where that is something else.
    """

    help = N_(
        "Type a name or a part of it; what fits stands below. {offer_take} takes the first, {offer_list} shows all."
    )

    @dataclass
    class Taken(Message):
        """A completion was taken."""

        field: Completing
        offer: Offer

    @dataclass
    class Entered(Message):
        """Enter was pressed on what stands there, where nothing was offered beside it."""

        field: Completing

    def __init__(
        self,
        find: Callable[[str], Offers],
        value: str = "",
        *,
        id: str | None = None,
        wanted: str = "",
        told: Callable[[str], str] = str,
    ) -> None:
        super().__init__(id=id, classes="completing")
        self._find = find
        self._told = told
        self._first = value
        self._wanted = wanted
        self._offers: Offers = ()
        self._asker: Asker[Offers] = Asker(self, self._show, self._fail)

    def compose(self) -> ComposeResult:
        """Lay out the field and what is offered."""
        yield _Field(self._first, wanted=self._wanted)
        yield Static("", classes="offers")

    def on_mount(self) -> None:
        """Tell what stands there at first."""
        self._show(())

    @property
    def input(self) -> Input:
        """The field."""
        return self.query_one(_Field)

    @property
    def value(self) -> str:
        """What stands in it."""
        return self.input.value

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked."""
        return self._asker.is_idle

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask what fits."""
        text = event.value.strip()
        if text and self.input.has_focus:
            self._asker.ask(partial(self._find, text))
        else:
            self._asker.forget()
            self._show(())

    def on_descendant_blur(self) -> None:
        """Offer nothing where nobody types."""
        self._asker.forget()
        self._show(())

    def _fail(self, error: GlossaryError) -> None:
        self._show(())

    def _show(self, offers: Offers) -> None:
        exact = [offer for offer in offers if offer.value == self.value.strip()]
        self._offers = () if exact and len(offers) == 1 else offers
        first = (one_line(clip(offer.shown, 40)) for offer in self._offers[:3])
        text = f" {arrow()} {joined(first, weighty=True)}" if self._offers else ""
        value = self.value.strip()
        if not text and self._told(value) != value:
            text = f" {one_line(self._told(value))}"
        line = self.query_one(".offers", Static)
        line.update(Content(text))
        line.set_class(bool(text), "-shown")

    def choose(self) -> None:
        """Show all that is offered; without offers, go on to the next field."""
        if not self._offers:
            self.screen.focus_next()
            return
        offers = self._offers

        def taken(value: str | None) -> None:
            if value is not None:
                self._take(offers[int(value)])

        choices = [(str(at), one_line(offer.shown)) for at, offer in enumerate(offers)]
        self.app.push_screen(Choose(_("Choose"), choices), taken)

    def take_first(self) -> None:
        """Take the first that is offered, else go on to the next field."""
        if self._offers:
            self._take(self._offers[0])
        else:
            self.post_message(self.Entered(self))
            self.screen.focus_next()

    def _take(self, offer: Offer) -> None:
        with self.input.prevent(Input.Changed):
            self.input.value = offer.value
            self.input.cursor_position = len(offer.value)
        self._asker.forget()
        self._show(())
        self.post_message(self.Taken(self, offer))
