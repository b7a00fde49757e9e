"""The filter panel. What is chosen is written into the query, where it can be read, changed and learnt from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from glossary.i18n import _, joined
from glossary.model.entries import Kind, Level, Review
from tui.actions import bindings
from tui.bound import panel_hint
from tui.choice import Choice
from tui.leaflet import Leaflet
from tui.said import LineInput
from tui.words import N_, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

__all__ = ["FilterPanel", "filter_words", "split_query", "with_filters"]

KEYS = ("kind", "level", "place", "lang", "status", "collection", "as-of")
"""Filters of the query language, in the panel's order."""

_TITLES = {
    "kind": N_("Kind"),
    "level": N_("Level"),
    "place": N_("Place"),
    "lang": N_("Language of the name"),
    "status": N_("Review"),
    "collection": N_("Collection"),
    "as-of": N_("As of (date)"),
}
_WANTED = {
    "place": N_("such as 河北"),
    "lang": N_("such as zh-Hant"),
    "collection": N_("a client or project"),
    "as-of": N_("such as 2005 or 2018-03"),
}
_FILTER = re.compile(rf'(?<!\S)({"|".join(KEYS)})[:：](?:"([^"]*)"|(\S*))')


def split_query(text: str) -> tuple[str, dict[str, str]]:
    """Return the words of a query and its filters.

    >>> split_query('人才 kind:body collection:"desk one"')
    ('人才', {'kind': 'body', 'collection': 'desk one'})
    """
    filters = {
        found[1]: found[2] if found[2] is not None else found[3] for found in _FILTER.finditer(text)
    }
    return " ".join(_FILTER.sub(" ", text).split()), filters


def with_filters(words: str, filters: Mapping[str, str]) -> str:
    """Return a query of words and filters; the words stay in front, where one types on.

    >>> with_filters("人才", {"kind": "body", "collection": "desk one", "place": ""})
    '人才 kind:body collection:"desk one"'
    """
    parts = [words] if words else []
    for key in KEYS:
        value = filters.get(key, "").replace('"', "")
        if value:
            parts.append(f'{key}:"{value}"' if " " in value else f"{key}:{value}")
    return " ".join(parts)


def filter_words(filters: Mapping[str, str]) -> str:
    """Return filters as people read them, for the line of the query.

    >>> filter_words({"kind": "body", "as-of": "2005"})
    'body, as of 2005'
    """
    parts = []
    for key, value in filters.items():
        shown = joined(word(part) if part != "all" else _("all") for part in value.split(","))
        parts.append(_("as of {day}").format(day=shown) if key == "as-of" else shown)
    return joined(parts)


class FilterPanel(ModalScreen[str]):
    """Choose filters; the query with them is returned."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel"), *bindings("fields")]
    places = ("panel", "fields")

    def __init__(self, query: str) -> None:
        super().__init__()
        self._words, self._filters = split_query(query)

    def compose(self) -> ComposeResult:
        """Lay out one line a filter."""
        choices = {
            "kind": [("", _("any"))] + [(kind.value, word(kind.value)) for kind in Kind],
            "level": [("", _("any"))] + [(level.value, word(level.value)) for level in Level],
            "status": [("", _("approved and proposed")), ("all", _("any"))]
            + [(review.value, word(review.value)) for review in Review],
        }
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Leaflet([_("Filter the hits")], classes="question")
            for key in KEYS:
                with Horizontal(classes="field"):
                    yield Static(Content(_(_TITLES[key])), classes="field-label")
                    value = self._filters.get(key, "")
                    if key in choices:
                        options = choices[key]
                        if value and value not in dict(options):
                            options.append((value, value))
                        yield Choice(options, value, id=f"filter-{key}")
                    else:
                        yield LineInput(value, wanted=_WANTED[key], id=f"filter-{key}")
            yield Leaflet([panel_hint()], classes="hint")

    def _value(self, key: str) -> str:
        widget = self.query_one(f"#filter-{key}")
        return widget.value.strip() if isinstance(widget, (Choice, Input)) else ""

    def action_take(self) -> None:
        """Return the query with what is chosen."""
        self.dismiss(with_filters(self._words, {key: self._value(key) for key in KEYS}))

    def action_clear(self) -> None:
        """Return the query without filters."""
        self.dismiss(self._words)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
