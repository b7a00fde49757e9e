"""The moment that stands for now in what is written, so that the same content is the same bytes on any day.

Source: reproducible-builds.org/specs/source-date-epoch.
"""

from __future__ import annotations

import os
import time

__all__ = ["source_date"]


def source_date() -> int | None:
    """Return the moment that ``SOURCE_DATE_EPOCH`` means, in seconds since 1970; nothing where it means none.

    >>> os.environ["SOURCE_DATE_EPOCH"] = "1764111600"
    >>> source_date()
    1764111600
    >>> os.environ["SOURCE_DATE_EPOCH"] = "9" * 30  # no calendar goes so far
    >>> source_date() is None
    True
    >>> del os.environ["SOURCE_DATE_EPOCH"]
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (epoch.isascii() and epoch.isdecimal()):
        return None
    try:
        time.gmtime(int(epoch))
    except (OverflowError, ValueError, OSError):
        return None
    return int(epoch)
