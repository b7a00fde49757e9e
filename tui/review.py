"""The review: what waits above, what it would change below, decisions by a letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical
from textual.screen import Screen

from glossary.errors import ConflictError, GlossaryError, NotFoundError
from glossary.i18n import _, labelled, ngettext
from tui.actions import bindings
from tui.asking import Asker
from tui.bars import Hints, TopBar
from tui.bound import keyed
from tui.change_pane import ChangePane
from tui.dialogs import AskText, Confirm
from tui.display import clip, plain
from tui.leaflet import Leaflet
from tui.queue_filters import QueueFilters, filter_title
from tui.queue_list import QueueList
from tui.reviewing import Detail, Page, approve_seen, read_detail, read_page, rows_of
from tui.words import N_, done_word, dotted, number, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary import Glossary
    from glossary.facade.types import Outcome
    from tui.app import ZhengmingApp

__all__ = ["ReviewScreen"]


class ReviewScreen(Screen[str]):
    """The review queue."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    places = ("review",)
    help = N_("What others and you proposed. What is approved keeps being served until you decide.")

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, str] | None = None  # not before the first page was read
        self._detail: Detail | None = None
        self._truncated = False
        self._event = 0
        self._is_old = False
        self._decisions: list[int] = []
        self._done = ""
        self._is_undoing = False
        self._ask_again: Callable[[], None] | None = None
        self._paging: Asker[Page] = Asker(self, self._show_page, self._say_error)
        self._more: Asker[Page] = Asker(self, self._show_more, self._say_error)
        self._looking: Asker[Page | None] = Asker(self, self._compare, self._say_nothing)
        self._reading: Asker[Detail] = Asker(self, self._show_detail, self._no_detail)
        self._deciding: Asker[tuple[Outcome, ...]] = Asker(
            self, self._decided, self._refused, slow=self._say_slow
        )

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return cast("ZhengmingApp", self.app).glossary

    @property
    def queue(self) -> QueueList:
        """The list."""
        return self.query_one(QueueList)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked: for tests."""
        askers = (self._paging, self._more, self._looking, self._reading, self._deciding)
        return all(asker.is_idle for asker in askers)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield TopBar("review")
        yield Leaflet(id="queue-head")
        with Vertical(id="queue-body"):
            yield QueueList(id="queue")
        yield ChangePane(id="change")
        yield Hints("review")

    def on_mount(self) -> None:
        """Read the queue."""
        self.queue.focus()
        self.query_one(TopBar).tell(person=self.glossary.person())
        self.action_refresh_queue()

    def action_refresh_queue(self) -> None:
        """Read the queue anew."""
        self._looking.forget()
        self._paging.ask(self._first_page())

    def _first_page(self) -> Callable[[], Page]:
        return partial(read_page, self.glossary, self._chosen)

    def look(self) -> None:
        """See whether the queue was changed from elsewhere; the cursor stays on what it is on, so that no key meets another."""
        glossary, event, read = self.glossary, self._event, self._first_page()
        if event and not self._is_old and self._deciding.is_idle and self._paging.is_idle:
            self._looking.ask(lambda: read() if glossary.last_event() != event else None)

    def _compare(self, page: Page | None) -> None:
        if page is None or not (self._deciding.is_idle and self._paging.is_idle):
            return
        self._event = page.event
        shown, here = self.queue.items, self.queue.item
        if not shown:
            self._show_page(page)
        elif page.items != tuple(shown[: len(page.items)]) or (
            len(shown) > len(page.items) and not page.truncated
        ):
            if here in page.items and self.queue.selected <= {each.number for each in page.items}:
                self._show_items(page)  # what is decided about stays as it was read
            else:
                self._is_old = True
                self._say_head()

    def _say_nothing(self, error: GlossaryError) -> None:
        """A look that failed changes nothing: whoever wants to decide is told."""

    def _show_page(self, page: Page) -> None:
        self._show_items(page)
        self._read()

    def _show_items(self, page: Page) -> None:
        here = self.queue.item
        numbers = [item.number for item in page.items]
        cursor = (
            numbers.index(here.number) if here and here.number in numbers else self.queue.cursor
        )
        self.queue.show(page.items, page.names, cursor)
        self._truncated = page.truncated
        self._event, self._is_old, self._chosen = page.event, False, dict(page.chosen)
        self.query_one(TopBar).tell(waiting=page.total)
        self._say_head()

    def _say_head(self) -> None:
        count = len(self.queue.items)
        shown = number(count) + ("+" if self._truncated else "")
        parts = [
            self._age_of_page(),
            ngettext("{n} waiting", "{n} waiting", count).format(n=shown),
            filter_title(self._chosen or {}),
        ]
        if self.queue.selected:
            parts.append(_("{n} selected").format(n=len(self.queue.selected)))
        parts.append(self._done)
        self.query_one("#queue-head", Leaflet).say([f" {dotted(parts)}"])

    def _age_of_page(self) -> str:
        if not self._is_old:
            return ""
        return f"{sign('warning')} {keyed(_('changed meanwhile, {queue_refresh} shows it'))}"

    def _show_more(self, page: Page) -> None:
        self.queue.extend(page.items, page.names)
        self._truncated = page.truncated
        self._say_head()

    def on_row_list_moved(self) -> None:
        """Show what the cursor came to; read the page behind where the end is near."""
        self._read()
        items = self.queue.items
        if (
            self._truncated
            and self._more.is_idle
            and self.queue.cursor + self.queue.page >= len(items)
        ):
            self._more.ask(partial(read_page, self.glossary, self._chosen or {}, items[-1].number))

    def _read(self) -> None:
        item = self.queue.item
        self._detail = None
        if item is None:
            self._reading.forget()
            self.query_one(ChangePane).show((), ())
            self._say_empty()
            return
        self._reading.ask(partial(read_detail, self.glossary, item))

    def say_again(self) -> None:
        """Another language: the head and what would change."""
        self._say_head()
        self._read()

    def _say_empty(self) -> None:
        text = (
            _("Nothing waits under this filter. {queue_filter} changes it.")
            if any((self._chosen or {}).values())
            else _(
                "Nothing waits for a decision. {review_close} goes back to the search, where {entry_add} adds a name."
            )
        )
        head = dotted((keyed(text), self._done))
        self.query_one("#queue-head", Leaflet).say([f" {head}"])

    def _show_detail(self, detail: Detail) -> None:
        self._detail = detail
        head, rows = rows_of(detail)
        self.query_one(ChangePane).show(head, rows)

    def _no_detail(self, error: GlossaryError) -> None:
        if isinstance(error, NotFoundError):
            self.notify(_("Somebody decided about it meanwhile."), markup=False)
            self.action_refresh_queue()
        else:
            self._say_error(error)

    def _say_slow(self, is_slow: bool) -> None:
        self.query_one(TopBar).tell(is_slow=is_slow)

    def _say_error(self, error: GlossaryError) -> None:
        self.notify(plain(str(error)), severity="error", markup=False, timeout=12)

    # deciding

    def _decide(
        self,
        work: Callable[[], tuple[Outcome, ...]],
        *,
        undoing: bool = False,
        again: Callable[[], None] | None = None,
    ) -> None:
        if self._deciding.is_idle:
            self._is_undoing, self._ask_again = undoing, again
            self._deciding.ask(work)

    def _decided(self, outcomes: tuple[Outcome, ...]) -> None:
        last = outcomes[-1]
        name = clip(self.queue.name_of_entry(last.entry), 40)
        self._done = labelled(done_word(last.done), name) if name else done_word(last.done)
        if self._is_undoing:
            self._decisions.pop()
        else:
            self._decisions += [outcome.event for outcome in outcomes]
            if len(outcomes) > 1:
                self._done = keyed(
                    _("{n} approved, {decision_undo} undoes the last"), n=len(outcomes)
                )
            else:
                self._done = keyed(_("{done}, {decision_undo} undoes it"), done=self._done)
        if any(outcome.waiting for outcome in outcomes):
            text = _("Other proposals for it wait, made against what it was.")
            self.notify(text, markup=False)
        self.action_refresh_queue()

    def _refused(self, error: GlossaryError) -> None:
        self._say_error(error)
        if self._ask_again is not None:
            self._ask_again()
        if isinstance(error, (ConflictError, NotFoundError)):
            self.action_refresh_queue()

    def action_approve(self) -> None:
        """Approve the one under the cursor, or the selection after asking."""
        glossary, queue = self.glossary, self.queue
        if queue.selected:
            chosen = [item for item in queue.items if item.number in queue.selected]
            targets = [item.proposal or item.entry for item in chosen]

            def sure(answer: bool | None) -> None:
                if answer:
                    self._decide(lambda: glossary.approve_all(targets))

            question = ngettext("Approve {n}?", "Approve these {n}?", len(chosen)).format(
                n=len(chosen)
            )
            names = [f"{queue.title_of(item)} ({item.by})" for item in chosen]
            self.app.push_screen(Confirm(question, names, yes=_("approve, all or none")), sure)
        elif self._detail is not None:
            detail = self._detail
            self._decide(lambda: (approve_seen(glossary, detail),))

    def action_reject(self) -> None:
        """Reject the one under the cursor; a reason is asked."""
        detail = self._detail
        if detail is None:
            return
        glossary, item = self.glossary, detail.item

        def check(text: str) -> str:
            return "" if text else _("A reason is needed to reject.")

        question = _("Why reject {name}?").format(name=self.queue.title_of(item))
        self._ask(
            question,
            lambda why: glossary.reject(item.proposal or item.entry, why=why),
            check=check,
        )

    def _ask(
        self,
        question: str,
        change: Callable[[str], Outcome],
        *,
        text: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for a text, and for the same again where it could not be written."""

        def taken(text: str | None) -> None:
            if text:
                again = partial(self._ask, question, change, text=text, check=check)
                self._decide(lambda: (change(text),), again=again)

        self.app.push_screen(AskText(question, text, check=check), taken)

    def action_edit(self) -> None:
        """Open the form on what is proposed; then ask whether to approve."""
        detail = self._detail
        if detail is None:
            return
        item = detail.item
        if item.proposal and item.action != "edit":
            self.notify(_("There is nothing to edit in it."), markup=False)
            return

        def done(entry_id: str | None) -> None:
            self.action_refresh_queue()
            if entry_id is None:
                return

            def sure(answer: bool | None) -> None:
                if answer:
                    glossary, target = self.glossary, item.proposal or item.entry
                    self._decide(lambda: (glossary.approve(target),))

            self.app.push_screen(Confirm(_("Approve it as it is now?"), yes=_("approve")), sure)

        app = cast("ZhengmingApp", self.app)
        app.open_form(
            entry_id="" if item.proposal else item.entry, proposal=item.proposal, done=done
        )

    def action_comment(self) -> None:
        """Say something of the entry."""
        item = self.queue.item
        if item is None or not item.entry:
            return
        glossary, entry = self.glossary, item.entry
        question = _("Comment on {name}").format(name=self.queue.title_of(item))
        self._ask(question, lambda text: glossary.comment(entry, text))

    def action_undo(self) -> None:
        """Undo the last decision made here."""
        if not self._decisions:
            self.notify(_("Nothing was decided here yet."), markup=False)
            return
        glossary, event = self.glossary, self._decisions[-1]
        self._decide(lambda: (glossary.undo(event),), undoing=True)

    # moving

    def action_move(self, by: int) -> None:
        """To the next or the one before."""
        self.queue.move(by)

    def action_scroll_change(self, by: int) -> None:
        """A page of the change."""
        pane = self.query_one(ChangePane)
        pane.scroll_relative(y=by * max(1, pane.size.height - 1), animate=False)

    def action_select(self) -> None:
        """Select, and go on."""
        self.queue.toggle()
        self._say_head()
        self.queue.move(1)

    def action_filter(self) -> None:
        """Choose what is shown."""

        def taken(chosen: dict[str, str] | None) -> None:
            if chosen is not None:
                self._chosen = chosen
                self.action_refresh_queue()

        self.app.push_screen(QueueFilters(self._chosen or {}), taken)

    def action_close(self) -> None:
        """Back to the search."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Two lines a row where the window is narrow."""
        self.queue.set_row_height(1 if event.size.width >= 90 else 2)
