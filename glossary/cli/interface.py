"""``zhengming`` alone, and ``tui``: the terminal UI, where there is a terminal and the UI is installed."""

from __future__ import annotations

import os
import sys

from glossary.cli.commands import global_help
from glossary.cli.opening import Indexing
from glossary.cli.streams import ExitCode, UsageError, is_interactive, narrate, output
from glossary.i18n import _
from glossary.store.connections import default_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser

__all__ = ["fill_tui", "open_or_help"]


def fill_tui(parser: Parser) -> None:
    """Fill the parser of ``tui``."""
    parser.describe(
        run_tui,
        _("Open the terminal UI: search, add and review without leaving the keyboard."),
        ("zhengming tui --help",),
    )


def open_or_help(arguments: argparse.Namespace) -> ExitCode:
    """Open the terminal UI on a terminal; print help elsewhere."""
    if _is_on_terminal() and _is_installed():
        return run_tui(arguments)
    output().write(global_help())
    return ExitCode.FOUND


def run_tui(arguments: argparse.Namespace) -> ExitCode:
    """Open the terminal UI.

    Raises:
        UsageError: It is not installed.
    """
    if not _is_installed():
        raise UsageError(
            _("this version has no terminal UI"),
            fix=_("The other commands do all of it: try 'zhengming --help'."),
        )
    if not _is_on_terminal():
        raise UsageError(
            _("the terminal UI needs a terminal"),
            fix=_("The other commands do all of it without one: try 'zhengming --help'."),
        )
    from importlib import import_module

    if not os.path.exists(arguments.db or default_path()):
        narrate(_("a new glossary: what is shipped is put into it, this once"))
    indexing = Indexing()
    from glossary.patterns.collecting import keep_what_is_built

    keep_what_is_built()
    run = import_module("tui.app").run
    return ExitCode(int(run(arguments.db, progress=indexing, ready=indexing.close) or 0))


def _is_on_terminal() -> bool:
    """Whether keys come from a terminal and what is drawn gets there; Textual draws on stderr."""
    return all(map(is_interactive, (sys.stdin, sys.stdout, sys.stderr)))


def _is_installed() -> bool:
    from importlib.util import find_spec

    try:
        return find_spec("tui.app") is not None
    except ModuleNotFoundError:
        return False
