"""What a search screen does to the glossary and with a hit: comment, retire, undo, and the other screens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.i18n import _
from glossary.model.answers import Answer
from glossary.model.dates import parse_date
from glossary.model.entries import Review
from tui.asking import Asker
from tui.bars import TopBar
from tui.bound import keyed
from tui.copying import Copying
from tui.dialogs import AskText, Choose, Confirm
from tui.display import clip, one_line
from tui.filters import FilterPanel
from tui.hit_list import HitList
from tui.query import Query
from tui.queue_list import TITLE
from tui.shipped import Shipped
from tui.words import done_word, dotted, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from glossary.facade.showing import Shown
    from glossary.facade.types import Draft, Outcome
    from tui.finding import Found
    from tui.recent import Recent

__all__ = ["SearchTasks"]


class SearchTasks(Copying):
    """The part of the search screen that acts; ``SearchScreen`` is the part that shows."""

    day: str
    found: Found | None

    def __init__(self) -> None:
        super().__init__()
        self._changing: Asker[Outcome] = Asker(
            self, self._changed, self._not_changed, slow=self._say_slow
        )
        self._ask_again: Callable[[], None] | None = None
        self.entries, self.drafts, self.was_counted = -1, 0, False
        self._counting: Asker[tuple[int, int, str, int, int]] = Asker(
            self, self._show_counts, self.say_error
        )
        self.newer = 0
        self._newer: Asker[int] = Asker(self, self._show_newer, self.say_error)
        self.shipped = Shipped(
            self,
            lambda: self.glossary,
            say=self.say,
            fail=self.say_error,
            slow=self._say_slow,
            taken=self._shipped_taken,
        )
        self._event = 0
        self._looking: Asker[int] = Asker(self, self._looked, self._say_nothing)
        self._drafts: Asker[tuple[Draft, ...]] = Asker(self, self._choose_draft, self.say_error)

    @property
    def recent(self) -> Recent:
        """Earlier searches."""
        return self.zhengming.recent

    def welcome(self) -> None:
        """Say what to do where nothing is asked yet."""
        raise NotImplementedError

    def search_again(self) -> None:
        """Ask what the query says now."""
        raise NotImplementedError

    def follow(self, entry_id: str) -> None:
        """Show another entry."""
        raise NotImplementedError

    def _say_slow(self, is_slow: bool) -> None:
        self.query_one(TopBar).tell(is_slow=is_slow)

    def answer_of(self, shown: Shown) -> Answer:
        """Return an entry read in full as an answer with its preferred names."""
        day = shown.day or self.zhengming.today
        first = shown.entry.names[0]
        return Answer(entry=shown.entry, state=Review(shown.review), name=first, day=day).today

    # counts on the top line

    def count(self) -> None:
        """Read how many entries there are and how many wait."""
        glossary, self.was_counted = self.glossary, True

        def work() -> tuple[int, int, str, int, int]:
            event = glossary.last_event()
            held = glossary.info()
            entries = int(held["entries"]) - int(held["kinds"].get("pattern", 0))
            return entries, glossary.waiting(), glossary.person(), len(glossary.drafts()), event

        self._counting.ask(work)

    def _show_counts(self, counts: tuple[int, int, str, int, int]) -> None:
        self.entries, waiting, person, self.drafts, self._event = counts
        self.welcome()
        self.query_one(TopBar).tell(
            entries=self.entries, waiting=waiting, person=person, day=self.day
        )

        if not self.newer:
            self._newer.ask(self.glossary.newer_shipped)

    def _show_newer(self, newer: int) -> None:
        if newer:
            self.newer = newer
            self.welcome()

    def look(self) -> None:
        """See whether the glossary was changed from elsewhere: counts follow, and hits while one is at the query."""
        if self.was_counted and self._counting.is_idle:
            self._looking.ask(self.glossary.last_event)

    def _looked(self, event: int) -> None:
        if event == self._event or not self._counting.is_idle:
            return
        self.count()
        query = self.query_one(Query)
        if query.value.strip() and self.focused is query:
            self.search_again()

    def _say_nothing(self, error: GlossaryError) -> None:
        """A look that failed changes nothing: whoever asks or changes something is told."""

    # what is typed beside the query, or too long for it

    def on_key(self, event: events.Key) -> None:
        """What is typed beside the query goes into it."""
        query = self.query_one(Query)
        if self.focused is query or not event.is_printable or event.key in self.active_bindings:
            return
        query.focus()
        query.insert_text_at_cursor(event.character or "")
        event.stop()

    def on_query_cut(self, event: Query.Cut) -> None:
        """Say that a paste was too long for a query."""
        self.say(
            _("The pasted text was cut: it had {n} characters.").format(n=number(event.length))
        )

    # moving

    def action_move(self, by: int) -> None:
        """Move the cursor; in an empty query, offer earlier searches."""
        if by > 0 and not self.query_one(Query).value and self.recent.queries:
            self.action_recall_query()
        else:
            self.query_one(HitList).move(by)

    def action_move_page(self, by: int) -> None:
        """Move by a page."""
        hits = self.query_one(HitList)
        hits.move(by * hits.page)

    def action_move_end(self, by: int) -> None:
        """To the first or last hit."""
        hits = self.query_one(HitList)
        hits.move_to(hits.count - 1 if by > 0 else 0)

    # the query

    def action_open_filters(self) -> None:
        """Choose filters."""
        query = self.query_one(Query)

        def taken(text: str | None) -> None:
            if text is not None:
                query.value = text
                query.cursor_position = len(text)

        self.app.push_screen(FilterPanel(query.value), taken)

    def action_choose_day(self) -> None:
        """Ask for the day the glossary is shown as of."""

        def check(text: str) -> str:
            try:
                if text:
                    parse_date(text, "as-of")
            except GlossaryError as error:
                return str(error)
            return ""

        def taken(day: str | None) -> None:
            if day is None:
                return
            self.day = day
            self.query_one(TopBar).tell(day=day)
            self.search_again()

        question = _("Show the glossary as of which date? Empty for today.")
        self.app.push_screen(AskText(question, self.day, check=check), taken)

    def action_recall_query(self) -> None:
        """Choose an earlier search."""
        queries = self.recent.queries
        if not queries:
            self.say(_("There is no earlier search yet."))
            return
        query = self.query_one(Query)

        def taken(text: str | None) -> None:
            if text is not None:
                query.value = text
                query.cursor_position = len(text)

        choices = [(each, one_line(clip(each, 60))) for each in queries]
        self.app.push_screen(Choose(_("Recent searches"), choices), taken)

    # changes

    def action_add_comment(self) -> None:
        """Say something of the entry."""
        answer = self._listed()
        if answer is not None:
            question = _("Comment on {name}").format(name=_name_of(answer))
            self._ask(question, lambda text: partial(self.glossary.comment, answer.id, text))

    def action_retire_entry(self) -> None:
        """Take an approved entry out of what is served."""
        answer = self._listed()
        if answer is not None:
            question = _("Why retire {name}?").format(name=_name_of(answer))
            self._ask(question, lambda why: partial(self.glossary.retire, answer.id, why=why))

    def _listed(self) -> Answer | None:
        """The hit that keys act on, if it is an entry; what was composed is none yet."""
        answer = self.answer
        if answer is None or not answer.derivation:
            return answer
        text = _("This is composed, not an entry yet: {entry_add} takes it into a form.")
        self.say(keyed(text), warn=True)
        return None

    def _ask(
        self, question: str, change: Callable[[str], Callable[[], Outcome]], text: str = ""
    ) -> None:
        """Ask for a text, and for the same again where it could not be written."""

        def taken(text: str | None) -> None:
            if text:
                self._ask_again = partial(self._ask, question, change, text)
                self._changing.ask(change(text))

        self.app.push_screen(AskText(question, text), taken)

    def _not_changed(self, error: GlossaryError) -> None:
        self.say_error(error)
        if self._ask_again is not None:
            self._ask_again()

    def action_undo_change(self) -> None:
        """Undo one's own last change."""

        def taken(sure: bool | None) -> None:
            if sure:
                self._ask_again = None
                self._changing.ask(self.glossary.undo)

        question = _("Undo your own last change?")
        lines = [_("A new event reverts it; nothing is lost from the history.")]
        self.app.push_screen(Confirm(question, lines, yes=_("undo it")), taken)

    def _changed(self, outcome: Outcome) -> None:
        entry = f" {outcome.entry}" if outcome.entry else ""
        self.say(
            _("Done: {done}{entry} (event {event}).").format(
                done=done_word(outcome.done), entry=entry, event=outcome.event
            )
        )
        self.count()
        self.search_again()

    def action_take_shipped(self) -> None:
        """Take over entries that came with a newer program."""
        self.shipped.ask()

    def _shipped_taken(self) -> None:
        self.newer = 0
        self.count()
        self.search_again()

    # other screens

    async def action_add_entry(self) -> None:
        """Open the form; what was typed stands in it, or what patterns compose of it."""
        from tui.filters import split_query

        words, _filters = split_query(self.query_one(Query).value)
        await self.answered(whole=True)
        answer, composed = self.answer, self.found.composed if self.found else ()
        if answer is not None and answer.derivation:
            composed = (answer,)
        elif self.query_one(HitList).cursor:
            composed = ()
        if composed:
            self.zhengming.open_form(offered=composed[0], done=self._back)
            return
        if answer is not None and words in (answer.english, answer.chinese):
            words = ""
        self.zhengming.open_form(words=words, done=self._back)

    async def action_edit_entry(self) -> None:
        """Open the form on the entry."""
        await self.answered()
        answer = self.answer
        if answer is None:
            self.say(_("There is nothing to edit: no hit is chosen."), warn=True)
        elif answer.derivation:
            await self.action_add_entry()
        else:
            self.zhengming.open_form(entry_id=answer.id, done=self._back)

    def _back(self, entry_id: str | None) -> None:
        """After a form or the review: counts and hits may have changed."""
        self.count()
        self.search_again()
        if entry_id:
            self.follow(entry_id)

    def action_resume_draft(self) -> None:
        """Go on with a form that was left."""
        self._drafts.ask(self.glossary.drafts)

    def _choose_draft(self, drafts: tuple[Draft, ...]) -> None:
        if not drafts:
            self.say(_("No draft waits."))
            return

        def taken(key: str | None) -> None:
            draft = next((each for each in drafts if each.key == key), None)
            if draft is not None:
                self.zhengming.open_form(draft=draft, done=self._back)

        choices = []
        for draft in drafts:
            names = draft.content.get("names") or []
            texts = [str(name.get("text", "")) for name in names if isinstance(name, dict)]
            title = " / ".join(text for text in texts if text) or draft.key
            when = draft.at[:16].replace("T", " ")
            choices.append((draft.key, one_line(f"{title}  {dotted((draft.by, when))}")))
        self.app.push_screen(Choose(_("Drafts that wait"), choices), taken)

    def action_open_review(self) -> None:
        """See what waits for a decision."""
        self.zhengming.open_review(done=self._back)

    def action_import_file(self) -> None:
        """Import a file."""
        self.zhengming.open_import(done=self._back)

    def action_export_file(self) -> None:
        """Write a file, of what the filters let through."""
        self.zhengming.open_export(self.query_one(Query).value, done=self._back)


def _name_of(answer: Answer) -> str:
    return clip(one_line(answer.chinese or answer.english or answer.id), TITLE)
