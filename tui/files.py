"""What the import and export screens share: a path that completes, a bar that fills, and a way to stop.

An import is all or nothing and an export goes to a file beside the one named first, so stopping leaves nothing
half-done.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, cast

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from glossary.errors import GlossaryError
from glossary.i18n import _, joined, labelled
from tui.actions import bindings
from tui.bound import keyed
from tui.completing import Offer
from tui.display import clip, plain
from tui.leaflet import Leaflet
from tui.words import number, sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType

    from glossary import Glossary
    from glossary.facade.types import LedgerLine
    from tui.app import ZhengmingApp

__all__ = ["FileScreen", "StoppedError", "find_paths", "formats", "lost_lines", "progress_line"]

OFFERED = 200


class StoppedError(GlossaryError):
    """The person stopped it; nothing was done."""


def formats(to: str) -> tuple[tuple[str, str], ...]:
    """Return the formats that can be read or written, by name and as people see them.

    >>> formats("write")[0]
    ('yaml', 'yaml: YAML, to review in git')
    """
    from glossary.facade.types import iter_formats

    return tuple((each.name, labelled(each.name, _(each.title))) for each in iter_formats(to=to))


def find_paths(text: str) -> Sequence[Offer]:
    """Return what lies where a path leads to, folders first; hidden files only when asked for by their dot.

    Args:
        text: A path, or the beginning of one.
    """
    path = os.path.expanduser(text)
    folder, begin = os.path.split(path)
    try:
        found = sorted(
            os.scandir(folder or "."), key=lambda each: (not _is_folder(each), each.name)
        )
    except OSError:
        return ()
    offers = []
    for each in found:
        hidden = each.name.startswith(".") and not begin.startswith(".")
        if hidden or not each.name.startswith(begin):
            continue
        tail = os.sep if _is_folder(each) else ""
        offers.append(Offer(os.path.join(folder, each.name) + tail, each.name + tail))
    return offers[:OFFERED]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def lost_lines(ledger: Iterable[LedgerLine]) -> list[str]:
    """Return what a format could not carry, under its title; nothing where it carried everything."""
    lost = [line for line in ledger if line.fate.value not in ("kept", "mapped")]
    if not lost:
        return []
    return [
        _("What the format could not carry:"),
        *(
            "  " + labelled(line.field, joined((line.fate.word, number(line.count), line.detail)))
            for line in lost
        ),
    ]


def progress_line(done: int, total: int, width: int) -> str:
    """Return a bar of text for how far something is.

    >>> progress_line(50, 100, 20)
    '█████░░░░░ 50 / 100'
    """
    full, empty = ("#", ".") if sign("cursor") == ">" else ("█", "░")
    numbers = f" {number(done)} / {number(total)}"
    room = max(4, width - len(numbers) - 1)
    filled = min(room, room * done // max(1, total))
    return full * filled + empty * (room - filled) + numbers


class FileScreen(Screen[str]):
    """The part of both screens that reports and stops."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("files"), *bindings("fields")]
    places = ("files", "fields")

    def __init__(self) -> None:
        super().__init__()
        self._progress: tuple[int, int] | None = None
        self._stopped = False

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return cast("ZhengmingApp", self.app).glossary

    @property
    def is_busy(self) -> bool:
        """Whether something runs that can be stopped."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show progress as it goes."""
        self.set_interval(0.1, self._show_progress)

    def report_progress(self, done: int, total: int) -> None:
        """Take in how far it is; called in the thread that works.

        Raises:
            StoppedError: The person asked to stop.
        """
        self._progress = (done, total)
        if self._stopped:
            raise StoppedError(_("stopped; nothing was changed"))

    def _show_progress(self) -> None:
        line = self.query_one("#progress", Static)
        if not self.is_busy or self._progress is None:
            line.update("")
        else:
            done, total = self._progress
            width = max(20, self.size.width - 24)
            line.update(
                Content(f" {progress_line(done, total, width)}  {keyed(_('{file_close} stops'))}")
            )

    def begin(self) -> None:
        """Something starts that can be stopped."""
        self._stopped = False
        self._progress = (0, 1)

    def tell(self, lines: Sequence[str]) -> None:
        """Show lines of text."""
        said = [part for line in lines for part in plain(clip(line, 2_000)).split("\n")]
        self.query_one("#report", Leaflet).say(said)

    def say_error(self, error: GlossaryError) -> None:
        """Show what went wrong."""
        self.tell([f"{sign('warning')} {error}"])

    def action_close(self) -> None:
        """Stop what runs; else back."""
        if self.is_busy:
            self._stopped = True
        else:
            self.dismiss(None)
