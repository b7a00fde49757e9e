"""The search: type anywhere, hits follow each key, the entry stands beside them.

A question goes to the glossary in a thread; the newest wins. The entry under the cursor is shown at once from what the
hit knows, and read in full when the keys pause.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from glossary.errors import GlossaryError
from tui.actions import bindings
from tui.asking import Asker
from tui.bars import Hints, Line, TopBar
from tui.compat import FrugalCompositor, HeldPaint, Pause
from tui.display import plain
from tui.entry_lines import legend_lines
from tui.entry_pane import EntryPane
from tui.finding import SETTLED, Found, Read, compose, find, find_more, read_entry
from tui.hit_list import HitList
from tui.leaflet import Leaflet
from tui.notices import no_hit_text, status_texts, welcome_lines
from tui.query import Query
from tui.row_list import RowList
from tui.search_tasks import SearchTasks
from tui.words import N_, sign

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary.model.answers import Answer

__all__ = ["SearchScreen"]

PAUSE_S = 0.06
"""How long keys must pause before the entry under the cursor is shown and read in full."""
HOLD_S = 0.03
"""How long the painting of a key waits for its hits."""
WIDE = 100
"""Columns from which the entry stands beside the list."""


class SearchScreen(SearchTasks):
    """Query, hits and entry."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    places = ("search",)
    help = N_(
        "Type anywhere: the hits follow each key. English, 中文, pinyin, initials and small misspellings find the same entry."
    )

    def __init__(self) -> None:
        super().__init__()
        self._compositor = FrugalCompositor()
        self.found: Found | None = None
        self.day = self._asked = ""
        self._trail: list[tuple[str, str]] = []
        self._read: Read | None = None
        self._pause = Pause(self, PAUSE_S, self._keys_paused)
        self._paint = HeldPaint(self, HOLD_S)
        self._asking: Asker[Found] = Asker(self, self._show_found, self._search_failed, again=True)
        self._growing: Asker[Found] = Asker(self, self._show_more, self._show_error)
        self._composing: Asker[Found] = Asker(self, self._show_more, self._show_error)
        self._window: Asker[tuple[Found, int, tuple[Answer, ...]]] = Asker(
            self, self._show_window, self._show_error
        )
        self._reading: Asker[Read] = Asker(self, self._show_read, self._show_error)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield TopBar("search")
        with Horizontal(id="query-line"):
            yield Static(Content(sign("prompt")), id="prompt")
            yield Query(id="query", select_on_focus=False, compact=True)
            yield Line(id="status")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Leaflet(id="notice")
                yield HitList(id="hits")
            yield EntryPane(id="entry")
        yield Hints("search")

    def on_mount(self) -> None:
        """Begin in the query."""
        query = self.query_one(Query)
        query.before_change = self._paint.hold
        query.focus()
        self._show_welcome()
        self.call_after_refresh(self.count)  # the screen goes first

    @property
    def hits(self) -> HitList:
        """The list."""
        return self.query_one(HitList)

    @property
    def pane(self) -> EntryPane:
        """The entry."""
        return self.query_one(EntryPane)

    @property
    def answer(self) -> Answer | None:
        """The hit that keys act on: the one shown, unless a link was followed away from it."""
        answer = self.hits.answer()
        if self._trail and self._read is not None:
            return self.answer_of(self._read.shown)
        return answer

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked or due: for tests, which wait for it."""
        askers = (
            *(self._asking, self._growing, self._composing),
            *(self._window, self._reading, self._counting, self._looking, self._newer),
            self.shipped,
        )
        return (
            self.was_counted and not self._pause.is_due and all(asker.is_idle for asker in askers)
        )

    def is_answered(self, *, whole: bool) -> bool:
        """Whether the hits are those of what is typed; as a whole where patterns were asked too."""
        if self._asked != self.query_one(Query).value.strip() or not self._asking.is_idle:
            return False
        rest = self._growing.is_idle and self._composing.is_idle and not self._pause.is_due
        return rest or not whole

    def hurry(self) -> None:
        """Do now what waits for a pause."""
        if self._pause.is_due and self._asking.is_idle:
            self._keys_paused()

    # what is typed

    def on_input_changed(self, event: Query.Changed) -> None:
        """Ask anew with every key."""
        if isinstance(event.input, Query):
            event.stop()
            self.search_again()

    def search_again(self) -> None:
        """Ask what the query says now."""
        text = self._asked = self.query_one(Query).value.strip()
        if not text:
            self._asking.forget()
            self.found = None
            self._show_welcome()
            self._paint.release()
            return
        window = self.hits.page + 1
        self._asking.ask(partial(find, self.glossary, text, self.day, window))

    def on_query_edge(self, event: Query.Edge) -> None:
        """→ at the end opens the entry, ← in an empty query closes it."""
        if event.side == "right":
            self.action_open_entry()
        elif self.has_class("-entry"):
            self.action_close_entry()

    # what comes back

    def _show_found(self, found: Found) -> None:
        cursor, answer = 0, self.hits.answer()
        if self.found is not None and self.found.query == found.query:
            ids = [each.id for each in found.answers]
            cursor = ids.index(answer.id) if answer and answer.id in ids else self.hits.cursor
        self.found = found
        self._trail.clear()
        self.hits.show(found.count, 0, found.answers, cursor)
        self._notice(no_hit_text(found))
        self._show_status()
        self._show_hit()
        self._paint.release()

    def _show_more(self, found: Found) -> None:
        if self.found is None or (found.query, found.day) != (self.found.query, self.found.day):
            return
        ranked = len(self.found.hits)
        self.found = found
        self._notice(no_hit_text(found))
        self.hits.extend(found.count, ranked)
        self._show_status()
        self._ask_patterns()

    def _show_window(self, value: tuple[Found, int, tuple[Answer, ...]]) -> None:
        found, first, answers = value
        if found is self.found:
            self.hits.put(first, answers)
            if first <= self.hits.cursor < first + len(answers):
                self._show_hit()

    def on_row_list_wanted(self, event: RowList.Wanted) -> None:
        """Read the rows that are about to be seen."""
        found = self.found
        if found is None:
            return
        first, last = event.first, event.first + event.count
        self._window.ask(lambda: (found, first, found.rows(first, last)))

    def _search_failed(self, error: GlossaryError) -> None:
        """No answer to what is typed now: hits of what was typed before would pass for one."""
        self.found = None
        self._show_nothing()
        self._show_error(error)
        self._paint.release()

    def _show_error(self, error: GlossaryError) -> None:
        self._notice(f"{sign('warning')} {error}")

    def _show_welcome(self) -> None:
        self._show_nothing()
        self.welcome()

    def _show_nothing(self) -> None:
        self.hits.show(0, 0, ())
        self.pane.show_answer(None)
        self._read = None
        self._pause.stop()
        self._show_status()

    def welcome(self) -> None:
        """Say what to do where nothing is asked yet; and what waits."""
        if self.query_one(Query).value.strip():
            return
        lines = welcome_lines(
            entries=self.entries,
            drafts=self.drafts,
            has_recent=bool(self.recent.queries),
            newer=self.newer,
        )
        self.query_one(Leaflet).say(lines)
        if not self.pane.entry_id:  # an entry just proposed stays
            self.pane.show_lines("", legend_lines())

    def _notice(self, text: str) -> None:
        self.query_one(Leaflet).say(plain(text).split("\n") if text else ())

    def _show_status(self) -> None:
        query = self.query_one(Query).value
        self.query_one(Line).show(*status_texts(query, self.found, self.hits.cursor))

    def say_again(self) -> None:
        """Another language: what the notice, the counts and the entry say."""
        if self.found is None:
            self.welcome()
        else:
            self._notice(no_hit_text(self.found))
            self._show_hit()
        self._show_status()

    # moving, and the entry under the cursor

    def on_row_list_moved(self) -> None:
        """Show the hit the cursor came to; rank more where the end is near."""
        self._trail.clear()
        self._show_status()
        self._show_hit()
        self._grow()

    def _grow(self) -> None:
        """Rank more where the end is near, or where no more than the first were ranked for the sake of speed."""
        found = self.found
        if found is None or not found.truncated or not self._growing.is_idle:
            return
        if found.limit < SETTLED or self.hits.cursor + 2 * self.hits.page >= found.count:
            self._growing.ask(partial(find_more, self.glossary, found))

    def _ask_patterns(self) -> None:
        """Ask the patterns where no hit may have the very name."""
        if self.found is not None and self.found.wants_composing:
            self._composing.ask(partial(compose, self.glossary, self.found))

    def _show_hit(self) -> None:
        """Show the hit in full once the keys pause; the list goes first."""
        self._read = None
        self._reading.forget()
        self._pause.begin()

    def _keys_paused(self) -> None:
        self._pause.stop()
        self.hits.want()
        self._grow()
        self._ask_patterns()
        answer = self.hits.answer()
        if not self.pane.display or self.found is None:
            return
        if answer is None or answer.derivation:
            self.pane.show_answer(answer)
        else:
            self._reading.ask(partial(read_entry, self.glossary, answer.id, self.day))

    def _show_read(self, read: Read) -> None:
        self._read = read
        answer = self.hits.answer()
        if answer is not None and (answer.id != read.shown.entry.id or self._trail):
            answer = None
        shown = answer or self.answer_of(read.shown)
        trail = [name for _id, name in self._trail]
        self.pane.show_entry(read.shown, shown, read.history, trail)

    def follow(self, entry_id: str) -> None:
        """Show another entry, remembering where one came from."""
        current = self.answer
        if current is not None:
            self._trail.append((current.id, current.chinese or current.english or current.id))
        self._pause.stop()
        self._reading.ask(partial(read_entry, self.glossary, entry_id, self.day))

    def on_entry_pane_followed(self, event: EntryPane.Followed) -> None:
        """Follow a link."""
        self.follow(event.id)

    def on_entry_pane_back(self) -> None:
        """Go back along the trail, at its beginning to the hits."""
        if not self._trail:
            self.action_close_entry()
            return
        entry_id, _name = self._trail.pop()
        self._pause.stop()
        self._reading.ask(partial(read_entry, self.glossary, entry_id, self.day))

    def action_open_entry(self) -> None:
        """Go into the entry; remember the search that led here."""
        query = self.query_one(Query).value.strip()
        if query and self.found is not None and self.found.count:
            self.recent.remember(query)
        if self.hits.answer() is None:
            return
        self.add_class("-entry")
        self.pane.focus()
        self.call_after_refresh(self._show_hit_again)

    on_row_list_chosen = action_open_entry  # a double click

    def _show_hit_again(self) -> None:
        if self._read is None:
            self._keys_paused()

    def action_close_entry(self) -> None:
        """Back to the query; from the query, empty it."""
        query = self.query_one(Query)
        if self.has_class("-entry") or self.focused is not query:
            self.remove_class("-entry")
            query.focus()
            if self._trail:
                self._trail.clear()
                self._show_hit()
        elif query.value and getattr(self.app, "preset", "") == "vim":
            self.hits.focus()
        else:
            query.value = ""

    def action_focus_query(self) -> None:
        """Back to the query."""
        self.remove_class("-entry")
        self.query_one(Query).focus()

    def action_focus_list(self) -> None:
        """To the list."""
        self.hits.focus()

    def action_switch(self) -> None:
        """Between the query and the entry."""
        if self.focused is self.pane:
            self.action_close_entry()
        else:
            self.action_open_entry()

    def on_descendant_focus(self) -> None:
        """Show the keys that work where the focus is."""
        places = ("entry", "search") if self.focused is self.pane else ("search",)
        try:
            self.query_one(Hints).set_places(*places)
        except NoMatches:
            return

    def on_resize(self, event: events.Resize) -> None:
        """Two lines a hit where the window is narrow, three where it is wide."""
        wide = event.size.width >= WIDE
        self.set_class(not wide, "-narrow")
        self.hits.set_row_height(3 if wide and event.size.height >= 24 else 2)
        if wide:
            self.call_after_refresh(self._show_hit_again)
