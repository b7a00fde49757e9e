"""The time, from one place: it can be made to stand still for a picture or a test."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["local", "now", "set_clock", "today"]


class _Clock:
    """Where the time comes from."""

    ask: Callable[[], float] = staticmethod(time.time)


def set_clock(ask: Callable[[], float] | None = None) -> None:
    """Take the time from elsewhere; from the machine again without an argument."""
    _Clock.ask = staticmethod(ask or time.time)


def now() -> float:
    """Return the seconds since the epoch."""
    return _Clock.ask()


def local(pattern: str) -> str:
    """Return the time here as ``time.strftime`` writes it."""
    return time.strftime(pattern, time.localtime(now()))


def today() -> str:
    """Return the day it is here, YYYY-MM-DD."""
    return local("%Y-%m-%d")
