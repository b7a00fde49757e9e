"""Building what stays: many small objects at once, among which there is no garbage to seek."""

from __future__ import annotations

import gc
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["no_collecting"]

_FROZEN_BY_PYTHON = 1000
"""Python 3.12 begins with some hundreds of frozen objects; a program that freezes its own has more."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """A block in which no garbage is sought: looking through all that comes up would take most of the time.

    What was built then counts as old at once, so that nothing looks it through thrice on its way there. It is not frozen:
    patterns that change leave the old ones behind, and nothing of the program around us is touched.

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
            if frozen < _FROZEN_BY_PYTHON:  # else who runs this process keeps its objects there
                gc.unfreeze()  # all to the oldest generation: lists are moved, no object looked at
            gc.enable()
