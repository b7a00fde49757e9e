"""Opening the glossary for a command: what takes a while is told, and so is what an interruption leaves."""

from __future__ import annotations

import os
import sys

from glossary.cli.arguments import check_path
from glossary.cli.streams import is_interactive, narrate
from glossary.i18n import _
from glossary.store.connections import default_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.progress import Progress
    from glossary.glossary import Glossary

__all__ = ["Indexing", "open_glossary"]


def open_glossary(arguments: argparse.Namespace, *, create: bool = True) -> Glossary:
    """Return the glossary that ``--db`` names, or the user's own.

    Args:
        arguments: The arguments of a command.
        create: Whether a missing file is made, where ``--db`` names it.
    Raises:
        StoreError: It cannot be opened.
    """
    from glossary.glossary import Glossary

    given: str | None = arguments.db
    if given is not None:
        check_path(given, "--db")
    by: str = getattr(arguments, "by", "") or ""
    is_first = (create or given is None) and _is_first_use(given)
    indexing = Indexing()
    try:
        glossary = Glossary.open(given, create=create or given is None, user=by, progress=indexing)
    except KeyboardInterrupt:
        if is_first:
            narrate(_("interrupted; the next command begins anew"))
        raise
    finally:
        indexing.close()
    if create and is_interactive(sys.stderr):
        _tell_newer(glossary)
    return glossary


def _is_first_use(given: str | None) -> bool:
    """Whether the glossary is not there yet; that the shipped entries have to be compiled first is said."""
    path = given or default_path()
    if "://" in path or os.path.exists(path):
        return False
    from glossary.resources import shipped_file

    if not shipped_file("seeds.jsonl"):
        from glossary.seeds import are_compiled

        if not are_compiled():
            narrate(
                _("the shipped entries are being compiled, this once; that takes half a minute")
            )
    return True


def _tell_newer(glossary: Glossary) -> None:
    """Say once, where a person reads it, that entries came with the program that the database has not taken."""
    count = glossary.untold_shipped()
    if count:
        from glossary.facade.wording import newer_text

        narrate(newer_text(count))


class Indexing:
    """Tells how far it is where an index is made anew; what that takes loads only then."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        from glossary.cli.progress import Progress

        if self._progress is None:
            self._progress = Progress(_("indexing anew"))
        self._progress(done, total)

    def close(self) -> None:
        """Take the line away where one was shown."""
        if self._progress is not None:
            self._progress.__exit__(None, None, None)
