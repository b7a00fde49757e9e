"""The command line: ``zhengming [--db PATH] COMMAND …``.

Only the module of the command that was called is imported, and only its parser is filled: a cold ``lookup`` pays for
nothing else. ``glossary.cli.commands`` lists the commands, ``glossary.cli.streams`` fixes streams and exit codes.
"""

from __future__ import annotations

import gc
import os
import sys

from glossary.cli.commands import split
from glossary.cli.streams import ExitCode, UsageError, crash, detach_stdout, fail
from glossary.errors import GlossaryError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

__all__ = ["main", "run"]


def run() -> NoReturn:
    """Run the command line of this process; the console script ``zhengming``.

    Everything is closed and flushed when ``main`` returns; taking the interpreter apart after it would cost a cold
    ``lookup`` a tenth of its time. Where something else lives in the process, it is left the usual way.
    """
    if split(sys.argv[1:])[1] in _ACYCLIC:
        gc.disable()
    code = main(sys.argv[1:])
    if _OTHERS & sys.modules.keys():
        sys.exit(code)
    os._exit(code)


_ACYCLIC = frozenset(("find", "lookup", "names", "show", "explain"))
"""Commands that make nothing only the search for garbage would free; among all patterns that search takes a fifth of their time."""

_OTHERS = frozenset(("coverage", "textual", "cProfile", "atexit", "concurrent.futures"))
"""Modules that have something to do at the end of a process."""


def main(argv: Sequence[str]) -> int:
    """Carry out a command line and return its exit code.

    Args:
        argv: The arguments, without the program's name.
    Returns:
        0 found or clean, 1 nothing found or problems found, 2 misuse or input that cannot be read,
        130 interrupted.
    """
    try:
        try:
            code = _dispatch(argv)
            if sys.stdout is not None:
                sys.stdout.flush()
        except SystemExit as leaving:  # argparse, after --help
            if sys.stdout is not None:
                sys.stdout.flush()
            return leaving.code if isinstance(leaving.code, int) else ExitCode.FOUND
        return code
    except BrokenPipeError:
        detach_stdout()
        return ExitCode.FOUND
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except UsageError as error:
        if error.command and not error.fix:
            error.fix = _("Try '{command} --help'.").format(command=error.command)
        return fail(error)
    except GlossaryError as error:
        return fail(error)
    except OSError as error:
        from glossary.errors import InputError

        if error.filename is None and error.strerror is None:
            return crash(error)
        if error.filename is None:  # stdout: what is left in it would fail again
            detach_stdout()
        what = error.strerror or str(error)
        return fail(InputError(what, path=str(error.filename or "<stdout>")))
    except Exception as bug:  # noqa: BLE001  1, Python's own code for it, would read as "nothing found"
        return crash(bug)


def _dispatch(argv: Sequence[str]) -> ExitCode:
    from glossary.cli.commands import fill, global_options

    before, command, after = split(argv)
    namespace = global_options(before)
    if not command:
        from glossary.cli.interface import open_or_help

        return open_or_help(namespace)
    parser = fill(command)
    arguments = parser.read(after, namespace)
    code: ExitCode = arguments.run(arguments)
    return code
