"""Importing a file: what it would change is shown before anything is."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from glossary.errors import InputError
from glossary.i18n import _, joined, labelled, ngettext
from tui.asking import Asker
from tui.bars import Hints
from tui.bound import keyed
from tui.choice import Choice
from tui.completing import Completing
from tui.files import FileScreen, find_paths, formats, lost_lines
from tui.format_options import options_of, parse_options
from tui.leaflet import Leaflet
from tui.said import LineInput, Said
from tui.words import N_, number, sign

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from glossary.facade.types import ImportReport

__all__ = ["ImportScreen", "report_lines"]

SHOWN = 12


def report_lines(report: ImportReport) -> list[str]:
    """Return what an import did, or would do, in lines."""
    if report.problems:
        count = len(report.problems)
        head = ngettext(
            "{n} problem; nothing was changed:", "{n} problems; nothing was changed:", count
        )
        return [
            head.format(n=number(count)),
            *(f"{sign('warning')} {each}" for each in report.problems[:50]),
        ]
    would = _("This would happen ({format}):") if report.dry_run else _("This was done ({format}):")
    lines = [would.format(format=report.format)]
    for title, ids in (
        (_("new, as proposals"), report.added),
        (_("changed in place, not approved yet"), report.edited),
        (_("changes proposed"), report.proposed),
        (_("spoken for, by a remark"), report.endorsed),
        (_("there already, unchanged"), report.unchanged),
    ):
        if ids:
            some = joined((*ids[:SHOWN], sign("more") if len(ids) > SHOWN else ""))
            lines.append("  " + labelled(f"{number(len(ids))} {title}", some))
    if report.duplicates:
        lines.append(f"  {number(len(report.duplicates))} {_('left out, their names are there')}:")
        for new, known in islice(report.duplicates.items(), SHOWN):
            lines.append(f"    {new} = {known}")
    if report.similar:
        lines.append(
            f"  {number(len(report.similar))} {_('share a name with another: look at them')}:"
        )
        for new, known in islice(report.similar.items(), SHOWN):
            lines.append(f"    {new} ~ {known}")
    if len(lines) == 1:
        lines.append(_("  nothing"))
    lines += [f"{sign('warning')} {each}" for each in (*report.conflicts, *report.warnings)[:50]]
    return [*lines, *lost_lines(report.ledger)]


def _formats() -> list[tuple[str, str]]:
    return [("", _("by what is in it")), *formats("read")]


class ImportScreen(FileScreen):
    """Choose a file, see what it would do, do it."""

    help = N_(
        "Type a path: what lies there is offered below, {offer_list} shows all of it, {offer_take} takes the first."
        " {file_preview} previews, {file_run} imports everything as proposals, all or nothing."
    )

    def __init__(self) -> None:
        super().__init__()
        self._previewing: Asker[ImportReport] = Asker(self, self._seen, self.say_error)
        self._importing: Asker[ImportReport] = Asker(self, self._done, self.say_error)

    @property
    def is_busy(self) -> bool:
        """Whether an import or a preview runs."""
        return not (self._importing.is_idle and self._previewing.is_idle)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked: for tests."""
        return not self.is_busy and all(field.is_idle for field in self.query(Completing))

    def compose(self) -> ComposeResult:
        """Lay out the fields and the report."""
        yield Said(N_("Import"), style="bold", pad=" ", id="form-head")
        with Vertical(classes="file-fields"):
            with Horizontal(classes="line -tall"):
                yield Said(N_("File"), classes="label")
                yield Completing(find_paths, id="path", wanted=N_("path of a file"))
            with Horizontal(classes="line"):
                yield Said(N_("Format"), classes="label")
                yield Choice(_formats, id="format")
            with Horizontal(classes="line"):
                yield Said(N_("Options"), classes="label")
                wanted = N_('such as kind=body "map=English=en,中文=zh-Hans"')
                yield LineInput(wanted=wanted, id="options")
            with Horizontal(classes="line"):
                yield Said(N_("Why"), classes="label")
                yield LineInput(id="why")
        yield Static("", id="progress")
        with VerticalScroll(id="report-body"):
            yield Leaflet(id="report")
        yield Hints("files")

    def on_completing_taken(self) -> None:
        """A file was chosen: show what it would do."""
        if not self.query_one("#path", Completing).value.endswith("/"):
            self.action_preview()

    on_completing_entered = on_completing_taken

    def _ask(self, asker: Asker[ImportReport], *, dry_run: bool) -> None:
        path = self.query_one("#path", Completing).value.strip()
        if not path:
            self.tell([_("Name a file first.")])
            return
        import os

        chosen = self.query_one("#format", Choice).value
        try:
            options = parse_options(
                self.query_one("#options", Input).value, options_of(chosen, "read")
            )
        except InputError as error:
            self.say_error(error)
            return
        self.begin()
        asker.ask(
            partial(
                self.glossary.import_file,
                os.path.expanduser(path),
                format=chosen,
                options=options,
                why=self.query_one("#why", Input).value.strip(),
                dry_run=dry_run,
                progress=self.report_progress,
            )
        )

    def action_preview(self) -> None:
        """Tell what would change."""
        if not self.is_busy:
            self._ask(self._previewing, dry_run=True)

    def action_run_file(self) -> None:
        """Import."""
        if not self.is_busy:
            self._ask(self._importing, dry_run=False)

    def _seen(self, report: ImportReport) -> None:
        lines = report_lines(report)
        if not report.problems:
            lines += ["", keyed(_("{file_run} imports it."))]
        self.tell(lines)

    def _done(self, report: ImportReport) -> None:
        lines = report_lines(report)
        if not report.problems:
            lines += ["", keyed(_("{review_open} in the search reviews what was proposed."))]
        self.tell(lines)
