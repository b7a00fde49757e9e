"""The lines of the form as a whole: more of them, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input

from tui.choice import Choice
from tui.form_content import new_name
from tui.form_facts import Finders
from tui.form_rows import FactRow, FormRow, NameRow, RelationRow, SourceRow
from tui.words import N_

if TYPE_CHECKING:
    from glossary import Glossary
    from tui.app import ZhengmingApp

__all__ = ["FormBody", "FormLines"]


class FormBody(VerticalScroll, inherit_bindings=False):
    """The lines, which scroll after the focus: the arrows lead from line to line, whether all of them fit or not."""


class FormLines(Screen[str]):
    """The part of the form that knows its lines."""

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return cast("ZhengmingApp", self.app).glossary

    def rows(self) -> dict[str, FormRow]:
        """Return the lines by the part of the content they show: ``names.0``, ``sources.1``, ``place`` …"""
        rows: dict[str, FormRow] = {}
        for kind, name in ((NameRow, "names"), (SourceRow, "sources"), (RelationRow, "relations")):
            rows.update({f"{name}.{at}": row for at, row in enumerate(self.query(kind))})
        rows.update({row.key: row for row in self.query(FactRow)})
        return rows

    async def _add_row(self, row: FormRow, after: type[FormRow]) -> None:
        known = list(self.query(after))
        body = self.query_one("#form-body", VerticalScroll)
        if known:
            await body.mount(row, after=known[-1])
        else:
            await body.mount(row, before=self.query_one("#fact-why"))
        row.query(Input).first().focus()
        row.scroll_visible(animate=False)

    async def action_add_name(self) -> None:
        """A line for another name."""
        await self._add_row(NameRow(new_name(), N_("Name")), NameRow)

    async def action_add_source(self) -> None:
        """A line for a source, seen today unless it says otherwise."""
        today = cast("ZhengmingApp", self.app).today
        await self._add_row(SourceRow({"seen": today}, Finders(self.glossary).sources), SourceRow)

    async def action_add_relation(self) -> None:
        """A line for a relation."""
        row = {"type": "part-of", "target": "", "was": -1}
        await self._add_row(RelationRow(row, Finders(self.glossary).entries), RelationRow)

    def action_next_line(self, by: int) -> None:
        """To the line below or above: a name's text, then its pinyin, not every field of a line."""
        stops = [field for row in self.query(FormRow) if row.display for field in _stops(row)]
        here = self.focused
        if here is None or not stops:
            return
        order = [node for node in self.focus_chain if node in stops or node is here]
        at = order.index(here) + by
        if 0 <= at < len(order):
            order[at].focus()


def _stops(row: FormRow) -> list[Input | Choice]:
    """The fields of a line that the way down stops at."""
    if isinstance(row, NameRow):
        return [row.query_one(".f-text", Input), row.query_one(".f-pinyin", Input)]
    fields: list[Input | Choice] = [
        *row.query(Input).results(Input),
        *row.query(Choice).results(Choice),
    ]
    return fields[:1] if isinstance(row, (FactRow, RelationRow)) else fields[:2]
