"""Where a process of ours begins: the console script ``zhengming`` and ``python -m glossary``.

Ctrl-C while the modules of the command line are still being read would print where Python stood. Until they are there
the signal ends the process as it ends any other program; from then on ``glossary.cli`` answers it.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # built in; ``signal`` itself takes 10 ms in which Ctrl-C is still Python's

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["run"]


def run() -> NoReturn:
    """Run the command line of this process; see ``glossary.cli.run``."""
    interrupting = signal.getsignal(signal.SIGINT)
    if interrupting is signal.default_int_handler:  # else who started us wants it otherwise
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from glossary import cli

    signal.signal(signal.SIGINT, interrupting)
    cli.run()
