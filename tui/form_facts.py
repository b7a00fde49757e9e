"""The facts of the entry itself in the form, and what its fields complete from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from glossary.facade.wording import place_word
from glossary.i18n import _, joined, labelled
from glossary.model.entries import Kind, Level
from tui.bound import keyed
from tui.choice import Choice
from tui.completing import Completing, Offer
from tui.display import one_line
from tui.form_content import DOCUMENT_FIELDS
from tui.form_rows import FactRow
from tui.said import LineInput
from tui.words import N_, sign, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary import Glossary
    from glossary.facade.types import Duplicate

__all__ = ["Finders", "applies", "duplicate_text", "fact_rows", "form_title", "line_input"]

_DOCUMENT_TITLES = {
    "issuer": N_("Issuer"),
    "number": N_("Number"),
    "date": N_("Date"),
    "status": N_("Status"),
    "type": N_("Type"),
}
OFFERED = 7


class Finders:
    """What the fields complete from; each is a question to the glossary, run in a thread."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def entries(self, text: str) -> Sequence[Offer]:
        """Entries by any of their names."""
        return [
            Offer(answer.id, f"{answer.chinese or ''} {answer.english or ''} ({answer.id})")
            for answer in self._glossary.find(text, limit=OFFERED).answers
        ]

    def places(self, text: str) -> Sequence[Offer]:
        """Places by the beginning of their name."""
        found = self._glossary.places(text, OFFERED)
        return [Offer(code, f"{chinese} {english} ({code})") for code, chinese, english in found]

    def sources(self, text: str) -> Sequence[Offer]:
        """Sources that were cited before."""
        found = self._glossary.sources(text, OFFERED)
        return [Offer(each.title, f"{each.title}, {each.locator}", each) for each in found]


def line_input(key: str, content: dict[str, Any], wanted: str = "") -> Input:
    """Return an input of one line with what stands in the content."""
    return LineInput(content[key], wanted=wanted)


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, word(kind.value)) for kind in Kind]


def _levels() -> list[tuple[str, str]]:
    return [("", sign("dash")), *((level.value, word(level.value)) for level in Level)]


def fact_rows(content: dict[str, Any], finders: Finders) -> list[FactRow]:
    """Return the lines for kind, level, place, dates, a document's facts and collections."""
    date = N_("as 2018 or 2018-03-17")
    rows = [
        FactRow("kind", N_("Kind"), Choice(_kinds, content["kind"])),
        FactRow("level", N_("Level"), Choice(_levels, content["level"])),
        FactRow(
            "place",
            N_("Place"),
            Completing(
                finders.places, content["place"], wanted=N_("such as 河北"), told=place_word
            ),
        ),
        FactRow("founded", N_("Founded"), line_input("founded", content, date)),
        FactRow("dissolved", N_("Dissolved"), line_input("dissolved", content, date)),
    ]
    for field in DOCUMENT_FIELDS:
        key = f"document.{field}"
        widget = (
            Completing(finders.entries, content[key])
            if field == "issuer"
            else line_input(key, content)
        )
        rows.append(FactRow(key, _DOCUMENT_TITLES[field], widget))
    collections = line_input("collections", content, N_("clients and projects, by commas"))
    return [*rows, FactRow("collections", N_("Collections"), collections)]


def applies(key: str, kind: str) -> bool:
    """Return whether a fact belongs to a kind of entry.

    >>> applies("level", "body"), applies("document.number", "body"), applies("why", "term")
    (True, False, True)
    """
    if key in ("level", "place", "founded", "dissolved"):
        return kind == "body"
    return kind == "document" if key.startswith("document.") else True


def form_title(content: dict[str, Any], proposal: int) -> str:
    """Return what is being edited, for the head of the form."""
    if proposal:
        return _("Edit proposal {n}").format(n=proposal)
    if content["record"]:
        return _("Edit {id}").format(id=content["entry"])
    return _("New entry")


def duplicate_text(duplicates: Sequence[Duplicate]) -> str:
    """Return which entries the one in the form looks like, and the way to them.

    Args:
        duplicates: As the glossary finds them, the nearest first.
    """
    if not duplicates:
        return _("No duplicate found.")
    names = (f"{one_line(each.name)} ({each.id})" for each in duplicates[:3])
    shown = joined(names, weighty=True)
    text = _("is there already") if duplicates[0].equal else _("Looks like")
    way = keyed(_("{duplicate_open} shows it"))
    return f"{sign('warning')} {labelled(text, shown)}   {way}"
