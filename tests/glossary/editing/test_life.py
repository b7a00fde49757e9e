"""Several people live with a glossary; a small reference model says what should come of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from glossary.errors import ForbiddenError, GlossaryError
from glossary.model.events import Action
from glossary.model.names import Evidence, Name
from tests.glossaries import body, empty_glossary
from tests.reference import Model, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model.entries import Entry

PEOPLE = st.sampled_from(["mei", "lin", "kai"])
BODIES = [f"body-{letter}" for letter in "abcd"]
ENTRIES = st.sampled_from(BODIES)
ALIASES = [f"Hall {letter}" for letter in "xyz"]
ALIAS = st.sampled_from(ALIASES)
NAMES = [*ALIASES, *(f"Body {letter.upper()}" for letter in "abcd")]


class _NotRefusedError(Exception):
    """The glossary did not refuse a person of whom the model was not sure."""

    def __init__(self, got: int | GlossaryError) -> None:
        super().__init__(got)
        self.got = got


def _said(got: int | GlossaryError) -> int:
    if isinstance(got, GlossaryError):
        raise got
    return got


def with_names(entry: Entry, names: frozenset[str]) -> Entry:
    kept = [name for name in entry.names if name.text in names]
    new = names - {name.text for name in kept}
    added = [Name(text=text, lang="en", evidence=Evidence.UNSOURCED) for text in sorted(new)]
    return replace(entry, names=(*kept, *added))


class Life(RuleBasedStateMachine):
    """Requests in any order, put to the glossary and to the model alike."""

    @initialize(approved=st.integers(0, 3), strict=st.booleans())
    def begin(self, approved: int, strict: bool) -> None:
        """Three entries are there, some approved, with four eyes asked for or not."""
        self.folder = Path(tempfile.mkdtemp())
        self.glossary = empty_glossary(self.folder)
        self.model = Model()
        for entry in BODIES[:3]:
            self.add(entry, "mei")
        for entry in BODIES[:approved]:
            self.both(
                lambda entry=entry: self.number(self.glossary.approve(entry, by="lin")),  # type: ignore[misc]
                lambda entry=entry: self.model.approve(entry, "lin"),  # type: ignore[misc]
            )
        if strict:
            self.configure("kai", "on")

    def both(self, real: Callable[[], int], model: Callable[[], int]) -> None:
        """Do it to both: the same number of an event, or the same sort of refusal and nothing changed."""
        before = len(self.model.events)
        expected: Any
        try:
            expected = model()
        except GlossaryError as error:
            expected = error
            assert len(self.model.events) == before
        try:
            got: Any = real()
        except GlossaryError as error:
            got = error
        if isinstance(expected, GlossaryError):
            wanted = next(
                kind for kind in type(expected).__mro__ if kind.__module__ == "glossary.errors"
            )
            unsure = wanted is not type(expected)
            if unsure and not isinstance(got, ForbiddenError):
                raise _NotRefusedError(got)
            assert isinstance(got, wanted), f"{got!r}, not {expected!r}"
            assert str(got)
        else:
            assert got == expected, f"{got!r}, not event {expected!r}"

    def number(self, outcome: Any) -> int:
        return int(outcome.event)

    @rule(entry=ENTRIES, by=PEOPLE)
    def add(self, entry: str, by: str) -> None:
        name = entry.replace("body-", "Body ").title()
        self.both(
            lambda: self.glossary.add(body(name), by=by).event,
            lambda: self.model.add(entry, name, by),
        )

    def _toggled(self, names: frozenset[str], alias: str) -> frozenset[str]:
        return names ^ {alias}

    @rule(entry=ENTRIES, alias=ALIAS, by=PEOPLE)
    def edit(self, entry: str, alias: str, by: str) -> None:
        names = self._toggled(self.model.cells.get(("names", entry), frozenset(["Body"])), alias)
        shown = self.glossary.store.reader.get(entry)
        changed = with_names(shown.entry if shown else replace(body("Body"), id=entry), names)
        self.both(
            lambda: self.number(self.glossary.edit(changed, by=by)),
            lambda: self.model.edit(entry, names, by),
        )

    @rule(data=st.data(), alias=ALIAS, by=PEOPLE)
    def revise(self, data: st.DataObject, alias: str, by: str) -> None:
        number = self._some_proposal(data)
        waiting = self.model.cells.get(("proposal", number))
        is_edit = isinstance(waiting, Waiting) and waiting.action == "edit"
        names = self._toggled(waiting.content if is_edit else frozenset(["Body"]), alias)  # type: ignore[union-attr]
        entry = waiting.entry if is_edit else "body-a"  # type: ignore[union-attr]
        shown = self.glossary.store.reader.get(entry)
        changed = with_names(shown.entry if shown else body("Body"), names)
        self.both(
            lambda: self.number(self.glossary.revise(number, changed, by=by)),
            lambda: self.model.revise(number, names, by),
        )

    def _some_proposal(self, data: st.DataObject) -> int:
        waiting = sorted(self.model.of("proposal"), reverse=True)
        return data.draw(st.sampled_from([*waiting, 999])) if waiting else 999

    def _some_target(self, data: st.DataObject) -> str | int:
        """Something that waits, or now and then something that does not."""
        reviews = self.model.of("review")
        new = [entry for entry in BODIES if reviews.get(entry) == "proposed"]
        waiting: list[str | int] = [*sorted(self.model.of("proposal"), reverse=True), *new]
        others: list[str | int] = [*BODIES, 999]
        return data.draw(st.sampled_from([*waiting, *waiting, *others]))

    @rule(data=st.data(), by=PEOPLE)
    def approve(self, data: st.DataObject, by: str) -> None:
        target = self._some_target(data)
        try:
            self.both(
                lambda: self.number(self.glossary.approve(target, by=by)),
                lambda: self.model.approve(target, by),
            )
        except _NotRefusedError as error:
            got, ever = error.got, self.model.ever
            self.model.ever = {}
            self.both(lambda: _said(got), lambda: self.model.approve(target, by))
            self.model.ever = {
                entry: ever.get(entry, frozenset()) | self.model.ever.get(entry, frozenset())
                for entry in BODIES
            }

    @rule(data=st.data(), by=PEOPLE)
    def reject(self, data: st.DataObject, by: str) -> None:
        target = self._some_target(data)
        self.both(
            lambda: self.number(self.glossary.reject(target, by=by, why="no")),
            lambda: self.model.reject(target, by),
        )

    @rule(entry=ENTRIES, by=PEOPLE)
    def retire(self, entry: str, by: str) -> None:
        self.both(
            lambda: self.number(self.glossary.retire(entry, by=by, why="abolished")),
            lambda: self.model.retire(entry, by),
        )

    @rule(gone=ENTRIES, kept=ENTRIES, by=PEOPLE)
    def merge(self, gone: str, kept: str, by: str) -> None:
        self.both(
            lambda: self.number(self.glossary.merge(gone, kept, by=by)),
            lambda: self.model.merge(gone, kept, by),
        )

    @rule(entry=ENTRIES, by=PEOPLE)
    def comment(self, entry: str, by: str) -> None:
        self.both(
            lambda: self.number(self.glossary.comment(entry, "is it?", by=by)),
            lambda: self.model.comment(entry, by),
        )

    @rule(data=st.data(), by=PEOPLE)
    def undo(self, data: st.DataObject, by: str) -> None:
        last = len(self.model.events)
        near = st.integers(max(1, last - 6), last + 1)
        number = data.draw(st.none() | near)
        self.both(
            lambda: self.number(self.glossary.undo(number, by=by)),
            lambda: self.model.undo(number, by),
        )

    @rule(by=PEOPLE, value=st.sampled_from(["on", "off"]))
    def configure(self, by: str, value: str) -> None:
        self.both(
            lambda: self.number(self.glossary.configure("four-eyes", value, by=by)),
            lambda: self.model.configure(value, by),
        )

    @invariant()
    def reviews_and_names_agree(self) -> None:
        reader = self.glossary.store.reader
        for entry in BODIES:
            listed = reader.get(entry)
            wanted = self.model.cells.get(("names", entry))
            assert (listed is None) == (wanted is None), entry
            if listed is not None:
                assert {name.text for name in listed.entry.names} == wanted
                assert listed.review == self.model.cells["review", entry]

    @invariant()
    def only_what_is_served_is_answered(self) -> None:
        for name in NAMES:
            answers = self.glossary.lookup(name)
            assert {answer.id for answer in answers} == self.model.served(name), name

    @invariant()
    def redirects_resolve(self) -> None:
        for gone, kept in self.model.of("redirect").items():
            shown = self.glossary.get(gone)
            assert (shown.entry.id, shown.redirected_from) == (kept, gone)

    @invariant()
    def the_same_waits(self) -> None:
        waiting = {item.proposal for item in self.glossary.queue(limit=500).items if item.proposal}
        assert waiting == set(self.model.of("proposal"))
        new = {item.entry for item in self.glossary.queue(limit=500).items if not item.proposal}
        assert new == {k for k, review in self.model.of("review").items() if review == "proposed"}

    def teardown(self) -> None:
        if not hasattr(self, "glossary"):
            return
        try:
            assert self.glossary.check() == ()
            self._nobody_approved_their_own()
        finally:
            self.glossary.close()
            shutil.rmtree(self.folder)

    def _nobody_approved_their_own(self) -> None:
        """Read from the history alone: under four eyes no proposal was approved by one of its authors."""
        strict = False
        for event in self.glossary.store.events():
            for change in event.changes:
                closes = change.table == "proposals" and change.before and not change.after
                if strict and closes and event.action is Action.APPROVE:
                    before = change.before or {}
                    own = str(change.key) in _closed_by_approval(event)
                    assert not own or event.by not in (before["by"], *before["editors"])
                if change.table == "settings":
                    strict = (change.after or {}).get("value") == "on"


def _closed_by_approval(event: Any) -> set[str]:
    """The proposal an approval is about: the last one it closes."""
    closed = [change.key for change in event.changes if change.table == "proposals"]
    return {closed[-1]} if len(closed) == 1 else set()


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=int(os.environ.get("ZM_LIVES", "50")),
    stateful_step_count=40,
    phases=[Phase.generate],  # a failing life is short enough to read; shrinking one takes minutes
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
