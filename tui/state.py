"""Small files beside the state of other programs: what is nice to have kept. Losing one loses no work."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read_state", "state_folder", "write_state"]


def state_folder(environ: Mapping[str, str] = os.environ) -> str:
    """Return the folder for what is nice to have kept.

    >>> state_folder({"XDG_STATE_HOME": "/s"})
    '/s/zhengming'
    """
    folder = environ.get("XDG_STATE_HOME") or os.path.join(
        os.path.expanduser("~"), ".local", "state"
    )
    return os.path.join(folder, "zhengming")


def read_state(path: str) -> object:
    """Return what a file holds, ``None`` where it cannot be read."""
    try:
        with open(path, encoding="utf-8") as stream:
            return json.load(stream)
    except (OSError, ValueError, RecursionError):
        return None


def write_state(path: str, value: object) -> None:
    """Write a file whole, or not at all where the folder cannot be written."""
    partial = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(partial, "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False)
        os.replace(partial, path)
    except OSError:
        return
