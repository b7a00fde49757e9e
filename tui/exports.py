"""Writing entries to a file; it appears under its name only when it is whole."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from glossary.errors import InputError
from glossary.i18n import _
from tui.asking import Asker
from tui.bars import Hints
from tui.choice import Choice
from tui.completing import Completing
from tui.dialogs import Confirm
from tui.files import FileScreen, find_paths, formats, lost_lines
from tui.filters import split_query, with_filters
from tui.format_options import find_format, option_lines, options_of, parse_options
from tui.leaflet import Leaflet
from tui.said import LineInput, Said
from tui.words import N_, number

if TYPE_CHECKING:
    from textual.app import ComposeResult

__all__ = ["ExportScreen"]


class ExportScreen(FileScreen):
    """Choose a format, filters and a file.

    Args:
        query: The query of the search, whose filters are taken over.
    """

    help = N_(
        "Which entries: filters as in the search, empty for all. Then the format and the file. {file_run} writes it."
    )

    def __init__(self, query: str) -> None:
        super().__init__()
        _words, filters = split_query(query)
        self._filters = with_filters("", filters)
        self._writing: Asker[tuple[str, list[str]]] = Asker(self, self._done, self.say_error)

    @property
    def is_busy(self) -> bool:
        """Whether an export runs."""
        return not self._writing.is_idle

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked: for tests."""
        return not self.is_busy and all(field.is_idle for field in self.query(Completing))

    def compose(self) -> ComposeResult:
        """Lay out the fields and the report."""
        yield Said(N_("Export"), style="bold", pad=" ", id="form-head")
        with Vertical(classes="file-fields"):
            with Horizontal(classes="line"):
                yield Said(N_("Format"), classes="label")
                yield Choice(partial(formats, "write"), id="format")
            with Horizontal(classes="line"):
                yield Said(N_("Options"), classes="label")
                yield LineInput(
                    wanted=N_("such as to=zh_CN,zh_TW; {file_preview} lists them"), id="options"
                )
            with Horizontal(classes="line"):
                yield Said(N_("Which"), classes="label")
                wanted = N_("all; or such as kind:body status:approved")
                yield LineInput(self._filters, wanted=wanted, id="which")
            with Horizontal(classes="line -tall"):
                yield Said(N_("File"), classes="label")
                yield Completing(find_paths, id="path", wanted=N_("path of the new file"))
        yield Static("", id="progress")
        with VerticalScroll(id="report-body"):
            yield Leaflet(id="report")
        yield Hints("files")

    def action_preview(self) -> None:
        """Tell what options the format has; there is nothing else to preview in an export."""
        known = options_of(self.query_one("#format", Choice).value, "write")
        lines = [_("The format has these options:"), *option_lines(known)] if known else []
        self.tell([_("An export changes nothing in the glossary."), *lines])

    def action_run_file(self) -> None:
        """Write the file; ask before another is replaced."""
        path = os.path.expanduser(self.query_one("#path", Completing).value.strip())
        if self.is_busy:
            return
        chosen = find_format(self.query_one("#format", Choice).value, "write")
        to_folder = chosen is not None and bool(chosen.into_folder or chosen.file_name)
        if not path or (os.path.isdir(path) and not to_folder):
            self.tell([_("Name the file to write.")])
            self.query_one("#path", Completing).input.focus()
        elif os.path.isfile(path):

            def sure(answer: bool | None) -> None:
                if answer:
                    self._write(path)

            question = _("Replace {path}?").format(path=path)
            self.app.push_screen(Confirm(question, yes=_("replace it")), sure)
        else:
            self._write(path)

    def _write(self, path: str) -> None:
        glossary = self.glossary
        chosen = self.query_one("#format", Choice).value
        which = self.query_one("#which", Input).value
        try:
            options = parse_options(
                self.query_one("#options", Input).value, options_of(chosen, "write")
            )
        except InputError as error:
            self.say_error(error)
            return
        self.begin()

        def work() -> tuple[str, list[str]]:
            ledger = glossary.export(
                chosen, path, options=options, query=which, progress=self.report_progress
            )
            return path, [*lost_lines(ledger), *(f"  {note}" for note in ledger.notes)]

        self._writing.ask(work)

    def _done(self, written: tuple[str, list[str]]) -> None:
        path, told = written
        size = os.path.getsize(path) if os.path.isfile(path) else 0
        lines = [
            _("Written: {path}, {n} bytes").format(path=path, n=number(size))
            if size
            else _("Written: {path}").format(path=path)
        ]
        self.tell([*lines, *told])
