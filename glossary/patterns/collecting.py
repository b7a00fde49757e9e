"""Building what stays: many small objects at once, among which there is no garbage to seek."""

from __future__ import annotations

import gc
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["keep_what_is_built", "let_go", "no_collecting"]

_FROZEN_BY_PYTHON = 1000
"""Python 3.12 begins with some hundreds of frozen objects; a program that freezes its own has more."""

_keeps = False


def keep_what_is_built() -> None:
    """Leave what is built out of every search for garbage from now on: for a process that is all ours, and lives long.

    A search through all patterns stops a screen for up to half a second, and comes again and again.
    """
    global _keeps
    _keeps = True


def let_go() -> None:
    """Seek garbage among what was kept, before the like of it is built anew.

    >>> let_go()
    """
    if _keeps:
        gc.unfreeze()
        gc.collect()


@contextmanager
def no_collecting() -> Iterator[None]:
    """A block in which no garbage is sought: looking through all that comes up would take most of the time.

    What was built then counts as old at once, so that nothing looks it through thrice on its way there. It is not frozen,
    unless ``keep_what_is_built`` says so: patterns that change leave the old ones behind, and nothing of the program around
    us is touched.

    >>> with no_collecting():
    ...     gc.isenabled()
    False
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            frozen = gc.get_freeze_count()
            gc.freeze()
            if (
                not _keeps and frozen < _FROZEN_BY_PYTHON
            ):  # else who runs this process keeps its objects there
                gc.unfreeze()  # all to the oldest generation: lists are moved, no object looked at
            gc.enable()
