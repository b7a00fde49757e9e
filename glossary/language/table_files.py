"""Tables made by a command: written where they are other than their sources give them, or only compared."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["make_tables"]


def make_tables(
    command: str,
    arguments: list[str],
    folder: Path,
    generate: Callable[[], Mapping[str, str]],
    *,
    lacking: tuple[type[Exception], ...] = (),
    fix: str = "",
) -> int:
    """Write the tables that are stale, or with ``--check`` only tell which.

    Args:
        command: How the command is called, for its usage.
        arguments: ``["--check"]`` or nothing.
        folder: Where the tables lie.
        generate: Gives every table by file name.
        lacking: What it raises where a source is missing.
        fix: What to do then.
    Returns:
        0 done or up to date, 1 stale, 2 a source is missing or an option is wrong.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     [make_tables("x", each, Path(name), lambda: {"a.txt": "1"}) for each in (["--check"], [], ["--check"])]
    [1, 0, 0]
    """
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"usage: {command} [--check]\n")
        return 2
    try:
        wanted = generate()
    except lacking as error:
        sys.stderr.write(f"{error}. {fix} and run this again; nothing was written.\n")
        return 2
    stale = [name for name, text in wanted.items() if _read(folder / name) != text]
    for name in stale:
        if not arguments:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(wanted[name], encoding="utf-8")
        sys.stderr.write(f"{name}: {'stale' if arguments else 'written'}\n")
    return 1 if arguments and stale else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
