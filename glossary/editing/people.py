"""Who does something: named in the call, else ``ZHENGMING_USER``, else git's user, else the system's."""

from __future__ import annotations

import os

from glossary.model.events import check_person

__all__ = ["person"]


def person(by: str = "") -> str:
    """Return the name that stands on an event.

    Args:
        by: The name given, which wins where it is not empty.
    Raises:
        InvalidError: The name is too long or holds control characters.

    >>> person("lin")
    'lin'
    """
    return check_person(by or os.environ.get("ZHENGMING_USER", "") or _git_user() or _system_user())


def _git_user() -> str:
    """The name git signs with here, empty where git is missing or knows none."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            timeout=5,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _system_user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
