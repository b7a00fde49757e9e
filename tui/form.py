"""Adding and editing: a form that helps, and that nothing typed is ever lost from.

Every change is kept as a draft at once; the newest waits if one is being written. Save proposes.
"""

from __future__ import annotations

import os
import re
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from glossary.errors import ConflictError, GlossaryError, InvalidError
from glossary.i18n import _, labelled
from glossary.model.records import from_record
from glossary.model.tags import PINYIN
from tui.actions import bindings
from tui.asking import Asker
from tui.bars import Hints
from tui.bound import keyed
from tui.clock import local
from tui.completing import Completing
from tui.dialogs import Confirm
from tui.display import plain
from tui.form_content import (
    blank,
    build,
    is_blank,
    of_entry,
    of_offer,
    other_script,
    problems,
)
from tui.form_facts import Finders, applies, duplicate_text, fact_rows, form_title, line_input
from tui.form_lines import FormBody, FormLines
from tui.form_questions import ask_conflict, ask_to_lose, say_error
from tui.form_rows import FactRow, FormRow, NameRow, RelationRow, SourceRow
from tui.leaflet import Leaflet
from tui.words import N_, sign

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary.facade.types import Draft, Duplicate
    from glossary.model.answers import Answer
    from glossary.model.entries import Entry

__all__ = ["FormScreen"]

_NAME_FIELD = re.compile(r"names\[(\d+)\].*", re.DOTALL)


class FormScreen(FormLines):
    """The form; gives the id of the entry proposed, or nothing.

    Args:
        words: What was typed in the search.
        entry_id: The entry to edit; a new one where it is empty.
        proposal: Number of the proposal to edit.
        draft: The draft to go on with.
        offered: What patterns composed, to be checked and proposed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form"), *bindings("fields")]
    places = ("form", "fields")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (56, "-narrow"), (80, "-wide")]  # noqa: RUF012 -- Textual's own declaration
    help = N_(
        "The two names are enough to propose an entry; everything else can be left for later."
    )

    def __init__(
        self,
        *,
        words: str = "",
        entry_id: str = "",
        proposal: int = 0,
        draft: Draft | None = None,
        offered: Answer | None = None,
    ) -> None:
        super().__init__()
        self._entry_id = entry_id
        self._proposal = proposal
        self._key = entry_id or f"new-{local('%Y%m%d-%H%M%S')}-{os.getpid()}"
        if proposal:
            self._key = f"proposal-{proposal}"
        self._resumed = draft is not None
        first = of_offer(offered) if offered is not None else blank(words)
        self._first: dict[str, Any] = {**first, **(draft.content if draft else {})}
        if draft is not None:
            self._key = draft.key
        self._kept = self._began = self._first
        self._ready = self._is_lost = self.is_leaving = False
        self._left: set[str] = set()
        self._duplicates: tuple[Duplicate, ...] = ()
        self._keeping: Asker[str] = Asker(
            self, self._draft_kept, self._draft_lost, again=True, slow=self._say_slow
        )
        self._helping: Asker[tuple[Entry, tuple[Duplicate, ...]]] = Asker(
            self, self._show_help, self._no_help
        )
        self._loading: Asker[dict[str, Any]] = Asker(self, self._loaded, self._load_failed)
        self._proposing: Asker[str] = Asker(
            self, self._proposed, self._refused, slow=self._say_slow
        )
        self._dropping: Asker[None] = Asker(self, self._dropped, self._not_dropped)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked: for tests."""
        askers = (self._keeping, self._helping, self._loading, self._proposing, self._dropping)
        fields = all(field.is_idle for field in self.query(Completing))
        return self._ready and fields and all(asker.is_idle for asker in askers)

    @property
    def is_filling(self) -> bool:
        """Whether its lines are still to come."""
        return not self._ready

    def compose(self) -> ComposeResult:
        """Lay out the head and the place for the lines, which come when the entry was read."""
        yield Static("", id="form-head")
        yield FormBody(id="form-body", can_focus=False)
        yield Leaflet(id="form-note")
        yield Hints("form")

    def on_mount(self) -> None:
        """Read what is to be edited."""
        if (self._entry_id or self._proposal) and not self._resumed:
            self._loading.ask(self._load)
        else:
            self._loaded(self._first)

    def _load(self) -> dict[str, Any]:
        glossary = self.glossary
        waiting = {each.key: each for each in glossary.drafts()}
        if self._key in waiting:
            self._resumed = True
            return {**blank(), **waiting[self._key].content}
        if self._proposal:
            proposal = glossary.proposal(self._proposal)
            entry = from_record(proposal.content)
            return of_entry(entry, base=proposal.base, proposal=self._proposal, why=proposal.why)
        shown = glossary.get(self._entry_id)
        return of_entry(shown.entry, base=shown.revision)

    def _load_failed(self, error: GlossaryError) -> None:
        say_error(self, error)
        self.dismiss(None)

    def _loaded(self, content: dict[str, Any]) -> None:
        self.call_later(self._fill, content)

    async def _fill(self, content: dict[str, Any]) -> None:
        self._first = content
        rows: list[FormRow] = []
        for at, row in enumerate(content["names"]):
            new = content["record"] is None
            label = {0: N_("English *"), 1: N_("Chinese *")}.get(at) if new else None
            rows.append(NameRow(row, label or N_("Name")))
        rows += fact_rows(content, Finders(self.glossary))
        rows += [SourceRow(row, Finders(self.glossary).sources) for row in content["sources"]]
        rows += [RelationRow(row, Finders(self.glossary).entries) for row in content["relations"]]
        hint = N_("for who reviews it: where you met the name, what is sure")
        rows.append(FactRow("why", N_("Why"), line_input("why", content, hint)))
        await self.query_one("#form-body", VerticalScroll).mount_all(rows)
        self._ready = True
        texts = [row.query_one(".f-text", Input) for row in self.query(NameRow)]
        empty = [text for text in texts if not text.value]
        (empty or texts)[0].focus()
        self._show_facts()
        self._kept = self.content()
        self._began = self._kept
        self._assist()
        self._say_head(_("draft resumed") if self._resumed else "")

    # what stands in the form

    def content(self) -> dict[str, Any]:
        """Return what stands in the form."""
        content = dict(self._first)
        content["names"] = [row.content() for row in self.query(NameRow)]
        content["sources"] = [row.content() for row in self.query(SourceRow)]
        content["relations"] = [row.content() for row in self.query(RelationRow)]
        for row in self.query(FactRow):
            content[row.key] = row.value
        return content

    def on_input_changed(self) -> None:
        """Keep every change."""
        self._changed()

    def on_choice_changed(self) -> None:
        """Keep every change."""
        self._changed()
        self._show_facts()

    on_completing_taken = on_input_changed

    def _changed(self) -> None:
        if not self._ready:
            return
        content = self.content()
        if content == self._kept:
            return
        self._kept = content
        self._keep(content)
        self._assist()
        self._show_problems()

    def _keep(self, content: dict[str, Any]) -> None:
        glossary, key = self.glossary, self._key

        def work() -> str:
            if is_blank(content):
                glossary.drop_draft(key)
                return ""
            glossary.save_draft(key, content)
            return local("%H:%M")

        self._keeping.ask(work)

    def _draft_kept(self, at: str) -> None:
        self._is_lost = False
        self._say_head(_("draft saved {time}").format(time=at) if at else "")

    def _draft_lost(self, error: GlossaryError) -> None:
        self._is_lost = True
        self._say_head(f"{sign('warning')} {labelled(_('draft NOT saved'), str(error))}")

    def _say_slow(self, is_slow: bool) -> None:
        self._say_head(_("waiting for the database…") if is_slow else "")

    def _say_head(self, state: str) -> None:
        title = form_title(self._first, self._proposal)
        head = Content.assemble(" ", (title, "bold"), f"   {plain(state)}")
        self.query_one("#form-head", Static).update(head)

    def _show_facts(self) -> None:
        kind = self.query_one("#fact-kind", FactRow).value
        for row in self.query(FactRow):
            row.display = applies(row.key, kind)

    def say_again(self) -> None:
        """Another language: the head, what is offered and what is wrong."""
        if self._ready:
            self._say_head("")
            self._assist()
            self._show_problems()

    # help while typing

    def _assist(self) -> None:
        content, glossary = self._kept, self.glossary

        def work() -> tuple[Entry, tuple[Duplicate, ...]]:
            lenient = {**content, "sources": [], "relations": [], "names": []}
            for row in content["names"]:
                lenient["names"].append({**row, "evidence": "unsourced", "from": "", "to": ""})
            entry = build(glossary, lenient)
            return glossary.rendered(entry), glossary.duplicates(entry)

        self._helping.ask(work)

    def _show_help(self, found: tuple[Entry, tuple[Duplicate, ...]]) -> None:
        entry, duplicates = found
        self._duplicates = duplicates
        named = [row for row in self.query(NameRow) if row.content()["text"].strip()]
        for row, name in zip(named, entry.names, strict=False):
            pinyin, other = name.rendering(PINYIN), name.rendering(other_script(name.lang) or "und")
            row.set_generated(pinyin.text if pinyin else "", other.text if other else "")
        self.query_one("#form-note", Leaflet).say([duplicate_text(duplicates)])

    def _no_help(self, error: GlossaryError) -> None:
        self._duplicates = ()
        self.query_one("#form-note", Leaflet).say(())

    def on_descendant_blur(self) -> None:
        """Check what was left."""
        if self._ready and self.is_current:
            self.call_after_refresh(self._left_field)

    def _left_field(self) -> None:
        for key, row in self.rows().items():
            if self.focused is None or row not in self.focused.ancestors:
                self._left.add(key)
        self._show_problems()

    def _show_problems(self, *, everywhere: bool = False) -> dict[str, str]:
        found = problems(self.content())
        for key, row in self.rows().items():
            told = everywhere or (
                key in self._left and not (key == "names.0" and is_blank(self._kept))
            )
            row.set_problem(found.get(key, "") if told else "")
        return found

    # actions

    def action_open_duplicate(self) -> None:
        """Show the entry this one looks like."""
        if self._duplicates:
            self.dismiss(self._duplicates[0].id)

    def action_leave(self) -> None:
        """Leave; the draft is kept already, or it is asked whether it may be lost."""
        if self.would_lose:
            ask_to_lose(self, partial(self.dismiss, None))
            return
        if (
            self._ready
            and not is_blank(self._kept)
            and self._keeping.is_idle
            and (self._resumed or self._kept != self._began)
        ):
            self.notify(
                keyed(_("The draft is kept: {draft_resume} goes on with it.")), markup=False
            )
        self.dismiss(None)

    @property
    def would_lose(self) -> bool:
        """Whether what was typed stands only here, since no draft could be kept."""
        return self._is_lost and not is_blank(self._kept)

    def action_drop_draft(self) -> None:
        """Forget what was typed, after asking."""

        def sure(answer: bool | None) -> None:
            self.is_leaving = bool(answer)
            if answer:
                self._keeping.forget()
                self._dropping.ask(partial(self.glossary.drop_draft, self._key))

        self.is_leaving = True  # what is typed behind the answer waits for it
        question = Confirm(_("Forget what was typed here?"), yes=_("forget it"), loses=True)
        self.app.push_screen(question, sure)

    def _dropped(self, _nothing: None) -> None:
        self.dismiss(None)

    def _not_dropped(self, error: GlossaryError) -> None:
        self.is_leaving = False
        say_error(self, error)

    def action_propose(self, force: bool = False) -> None:
        """Propose what stands in the form; where something is wrong, go there."""
        if not self._ready or not self._proposing.is_idle:
            return
        found = self._show_problems(everywhere=True)
        if found:
            row = self.rows().get(next(iter(found)))
            if row is not None and row.query(Input):
                row.query(Input).first().focus()
            self.notify(plain(next(iter(found.values()))), severity="error", markup=False)
            return
        content, glossary, key = self.content(), self.glossary, self._key

        def work() -> str:
            entry = build(glossary, content)
            why = content["why"].strip()
            if content["record"] is None:
                glossary.add(entry, why=why, force=force)
            elif content["proposal"]:
                glossary.revise(content["proposal"], entry, why=why)
            else:
                glossary.edit(entry, base=content["base"], why=why)
            glossary.drop_draft(key)
            return entry.id

        self._keeping.forget()
        self._proposing.ask(work)

    def _proposed(self, entry_id: str) -> None:
        self.notify(_("Proposed: {id}").format(id=entry_id), markup=False)
        self.dismiss(entry_id)

    def _refused(self, error: GlossaryError) -> None:
        if self._is_lost:
            self._keep(self._kept)
        if isinstance(error, ConflictError) and self._first["record"] is None and self._duplicates:
            force = partial(self.action_propose, force=True)
            ask_conflict(self, error, _("add it all the same"), force)
        elif isinstance(error, ConflictError) and self._first["record"] is not None:
            ask_conflict(self, error, _("propose yours beside theirs"), self._rebase)
        else:
            field = error.field if isinstance(error, InvalidError) else ""
            row = self.rows().get(_NAME_FIELD.sub(r"names.\1", field))
            if row is not None:
                row.set_problem(str(error))
            say_error(self, error)

    def _rebase(self) -> None:
        self._first = {**self._first, "base": None}
        self.action_propose()
