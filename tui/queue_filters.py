"""What of the queue is shown: whose, which kind and evidence, how old, and what it lacks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary.i18n import _, joined, labelled
from glossary.model.entries import Kind
from glossary.model.events import SEEDER
from glossary.model.names import Evidence
from tui.actions import bindings
from tui.bound import panel_hint
from tui.choice import Choice
from tui.leaflet import Leaflet
from tui.words import N_, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

__all__ = ["PEOPLE", "QueueFilters", "filter_title", "queue_filters"]

_TITLES = {
    "whose": N_("Proposed by"),
    "kind": N_("Kind"),
    "evidence": N_("Evidence"),
    "age": N_("Waiting"),
    "needs": N_("Lacks"),
}
PEOPLE = {"whose": "people"}
"""What people proposed: thousands of shipped entries that wait would stand before it."""
_WHOSE = {
    "": N_("anybody"),
    "people": N_("people, not shipped"),
    "mine": N_("me"),
    "others": N_("others"),
}
_AGES = {
    "": N_("any time"),
    "1": N_("longer than a day"),
    "7": N_("longer than a week"),
    "30": N_("longer than a month"),
}
_NEEDS = {"": N_("anything or nothing"), "source": N_("a source")}


def queue_filters(chosen: Mapping[str, str], person: str, now: float) -> dict[str, str]:
    """Return what was chosen as the filters of ``Glossary.queue``.

    >>> queue_filters({"whose": "others", "kind": "body", "age": "1"}, "mei", 1795564800.0)
    {'not_by': 'mei', 'kind': 'body', 'before': '2026-11-24'}
    """
    whose = {
        "people": {"not_by": SEEDER},
        "mine": {"by": person},
        "others": {"not_by": person},
    }
    filters = dict(whose.get(chosen.get("whose", ""), {}))
    for key in ("kind", "evidence", "needs"):
        if chosen.get(key):
            filters[key] = chosen[key]
    if chosen.get("age"):
        then = time.gmtime(now - 86400 * int(chosen["age"]))
        filters["before"] = time.strftime("%Y-%m-%d", then)
    return filters


def filter_title(chosen: Mapping[str, str]) -> str:
    """Return what was chosen in words, for the head of the queue."""
    parts = []
    for key, words in (("whose", _WHOSE), ("age", _AGES), ("needs", _NEEDS)):
        if chosen.get(key):
            parts.append(labelled(_(_TITLES[key]), _(words[chosen[key]])))
    parts += [word(chosen[key]) for key in ("kind", "evidence") if chosen.get(key)]
    return joined(parts)


class QueueFilters(ModalScreen["dict[str, str]"]):
    """Choose what of the queue is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel"), *bindings("fields")]
    places = ("panel", "fields")

    def __init__(self, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._chosen = dict(chosen)

    def compose(self) -> ComposeResult:
        """Lay out one line a filter."""
        any_ = [("", _("any"))]
        choices = {
            "whose": [(key, _(text)) for key, text in _WHOSE.items()],
            "kind": any_ + [(kind.value, word(kind.value)) for kind in Kind],
            "evidence": any_ + [(each.value, word(each.value)) for each in Evidence],
            "age": [(key, _(text)) for key, text in _AGES.items()],
            "needs": [(key, _(text)) for key, text in _NEEDS.items()],
        }
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Leaflet([_("Filter what waits")], classes="question")
            for key, options in choices.items():
                with Horizontal(classes="field"):
                    yield Static(Content(_(_TITLES[key])), classes="field-label")
                    yield Choice(options, self._chosen.get(key, ""), id=f"queue-{key}")
            yield Leaflet([panel_hint()], classes="hint")

    def action_take(self) -> None:
        """Return what is chosen."""
        self.dismiss({key: self.query_one(f"#queue-{key}", Choice).value for key in _TITLES})

    def action_clear(self) -> None:
        """Show everything."""
        self.dismiss({})

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
