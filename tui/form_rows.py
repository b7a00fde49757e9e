"""The lines of the form: a name, a source, a relation. Each knows its content and shows its own problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Input, Static

from glossary.i18n import _
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.relations import RelationType
from tui.choice import Choice
from tui.completing import Completing, Offer
from tui.display import plain, width_cells
from tui.leaflet import Leaflet
from tui.said import LineInput, Said
from tui.words import N_, sign, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

__all__ = ["FormRow", "NameRow", "RelationRow", "SourceRow"]


def _options(members: Any) -> Callable[[], list[tuple[str, str]]]:
    return lambda: [(member.value, word(member.value)) for member in members]


def _is_chinese(lang: str) -> bool:
    lang = lang.strip().casefold()
    return lang == "zh" or (lang.startswith("zh-") and "latn" not in lang)


class FormRow(Vertical):
    """A line of the form, or a few that belong together, and what is wrong with them."""

    def field(self, key: str, value: str, *, wanted: str = "") -> Input:
        """Return an input of one line."""
        return LineInput(value, wanted=wanted, classes=f"f-{key}")

    def text_of(self, key: str) -> str:
        """Return what stands in one of the inputs."""
        return self.query_one(f".f-{key}", Input).value

    def problem_line(self) -> Leaflet:
        """Return the line for what is wrong."""
        return Leaflet(classes="problem")

    def set_problem(self, text: str) -> None:
        """Say what is wrong beside the line, or nothing."""
        for line in self.query(".problem").results(Leaflet):
            line.say([f"{sign('warning')} {plain(text)}"] if text else ())


class NameRow(FormRow):
    """One name: its text, what it is, how it is known, and for a Chinese one its pinyin and other script."""

    help = N_(
        "A name in one language. Evidence says how it is known: official, established and attested need a source"
        " someone looked at ({source_add}); unsourced is what you know without one; reconstructed is your own back-translation."
        " Pinyin and the other script are generated; what you write over them is kept."
    )

    def __init__(self, row: dict[str, Any], label: str) -> None:
        super().__init__(classes="row")
        self._row = row
        self._label = label

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        row = self._row
        with Horizontal(classes="line"):
            yield Said(self._label, classes="label")
            yield self.field("text", row["text"])
        with Horizontal(classes="line choices"):
            yield Static(Content(""), classes="label -short")
            yield self.field("lang", row["lang"], wanted=N_("language"))
            yield Choice(_options(NameType), row["type"], classes="f-type")
            yield Choice(_options(Usage), row["usage"], classes="f-usage")
            yield Choice(_options(Evidence), row["evidence"], classes="f-evidence")
        with Horizontal(classes="line chinese"):
            yield Said(N_("Pinyin"), classes="label")
            yield self.field("pinyin", row["pinyin"], wanted=N_("generated"))
            yield Said(N_("other script"), pad=" ", classes="between")
            yield self.field("other", row["other"], wanted=N_("generated"))
        with Horizontal(classes="line dates"):
            yield Said(N_("Valid"), classes="label")
            yield self.field("from", row["from"], wanted=N_("from"))
            yield Static(Content(f" {sign('dash')} "), classes="between")
            yield self.field("to", row["to"], wanted=N_("to, as 2018-03"))
        yield self.problem_line()

    def on_mount(self) -> None:
        """Show the lines that apply."""
        self._arrange()

    def on_input_changed(self) -> None:
        """Another language: other lines."""
        self._arrange()

    def on_choice_changed(self) -> None:
        """A former name has dates."""
        self._arrange()

    def on_descendant_focus(self) -> None:
        """Dates can be given where one is."""
        self._arrange()

    def on_descendant_blur(self) -> None:
        """Empty dates go away."""
        self.call_after_refresh(self._arrange)

    def _arrange(self) -> None:
        try:
            self.query_one(".chinese").display = _is_chinese(self.text_of("lang"))
            kind = self.query_one(".f-type", Choice).value
            dated = kind == "former" or bool(self.text_of("from") or self.text_of("to"))
            self.query_one(".dates").display = dated or self.has_focus_within
        except (
            NoMatches
        ):  # the focus comes before the last of the line is there, and goes after the first is gone
            return

    def content(self) -> dict[str, Any]:
        """Return what stands in the line."""
        row = dict(self._row)
        for key in ("text", "lang", "pinyin", "other", "from", "to"):
            row[key] = self.text_of(key)
        for key in ("type", "usage", "evidence"):
            row[key] = self.query_one(f".f-{key}", Choice).value
        return row

    def set_generated(self, pinyin: str, other: str) -> None:
        """Show what would be generated, where nothing was written over it."""
        for key, text in (("pinyin", pinyin), ("other", other)):
            field = self.query_one(f".f-{key}", Input)
            shown = plain(f"{text}  {_('(generated)')}") if text else _("generated")
            room = field.content_size.width - 2  # a scrollbar may come
            if text and 0 < room < width_cells(shown):
                shown = plain(text)  # it is pale like all that nobody typed
            field.placeholder = shown


class SourceRow(FormRow):
    """One source: what it is, where in it, who published it and when, and the day it was opened."""

    help = N_(
        "Something a person opened and read: its title, where in it (address, page, section), who published it, when,"
        " and the day you saw it. It is put to the names whose evidence needs a source."
    )

    def __init__(self, row: dict[str, Any], find: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(classes="row")
        self._row = row
        self._find = find

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        row = self._row
        with Horizontal(classes="line -tall"):
            yield Said(N_("Source"), classes="label")
            yield Completing(self._find, row.get("title", ""), wanted=N_("title"))
        with Horizontal(classes="line"):
            yield Static(Content(""), classes="label -short")
            yield self.field(
                "locator", row.get("locator", ""), wanted=N_("address, page or section")
            )
        with Horizontal(classes="line"):
            yield Static(Content(""), classes="label -short")
            yield self.field("publisher", row.get("publisher", ""), wanted=N_("publisher"))
            yield self.field("published", row.get("published", ""), wanted=N_("published"))
            yield self.field("seen", row.get("seen", ""), wanted=N_("seen"))
        yield self.problem_line()

    def on_completing_taken(self, event: Completing.Taken) -> None:
        """Fill the rest from a source that is known."""
        source = event.offer.facts
        for key in ("locator", "publisher", "published", "seen"):
            self.query_one(f".f-{key}", Input).value = getattr(source, key)

    def content(self) -> dict[str, Any]:
        """Return what stands in the line."""
        row = {key: self.text_of(key) for key in ("locator", "publisher", "published", "seen")}
        return {"title": self.query_one(Completing).value, **row}


class RelationRow(FormRow):
    """One relation to another entry."""

    help = N_(
        "How this entry stands to another: choose the relation, then type a part of the other's name and press {offer_take}."
    )

    def __init__(self, row: dict[str, Any], find: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(classes="row")
        self._row = row
        self._find = find

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Horizontal(classes="line -tall"):
            yield Said(N_("Relation"), classes="label")
            yield Choice(_options(RelationType), self._row["type"], classes="f-type")
            yield Completing(self._find, self._row["target"], wanted=N_("another entry"))
        yield self.problem_line()

    def content(self) -> dict[str, Any]:
        """Return what stands in the line."""
        kind = self.query_one(".f-type", Choice).value
        return {**self._row, "type": kind, "target": self.query_one(Completing).value}


class FactRow(FormRow):
    """One fact of the entry itself, in a field of its own."""

    def __init__(self, key: str, label: str, widget: Input | Choice | Completing) -> None:
        super().__init__(classes="row fact", id=f"fact-{key.replace('.', '-')}")
        self.key = key
        self._label = label
        self._widget = widget

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Horizontal(classes="line -tall"):
            yield Said(self._label, classes="label")
            yield self._widget
        yield self.problem_line()

    @property
    def value(self) -> str:
        """What stands in it."""
        return self._widget.value
