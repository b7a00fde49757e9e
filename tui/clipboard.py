"""Copying, by the best way there is, and saying which it was.

    in tmux                       tmux load-buffer -w: tmux passes OSC 52 of its programs on only when told to
    a terminal that takes OSC 52  the escape sequence, also through ssh
    a desktop here                its clipboard program beside that
    none of these                 the text itself, shown selected, with a word why

No terminal answers whether it took an OSC 52, so those known not to are listed here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["clipboard_commands", "copy_with", "takes_osc52"]

_DEAF_TERMS = ("linux", "dumb", "vt100", "vt220", "cygwin")
_DEAF_PROGRAMS = ("Apple_Terminal",)


def takes_osc52(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal is not known to ignore OSC 52.

    >>> takes_osc52({"TERM": "xterm-256color"}), takes_osc52({"TERM": "linux"})
    (True, False)
    """
    if environ.get("TERM", "") in _DEAF_TERMS or environ.get("TMUX"):
        return False
    if environ.get("TERM_PROGRAM", "") in _DEAF_PROGRAMS:
        return False
    vte = environ.get("VTE_VERSION", "")
    return not (vte.isdecimal() and int(vte) < 7600)


def clipboard_commands(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> list[Sequence[str]]:
    """Return the programs that can take a text on their standard input, best first.

    >>> clipboard_commands({"WAYLAND_DISPLAY": "w"}, "linux", lambda name: name)
    [['wl-copy']]
    """
    wanted: list[Sequence[str]] = []
    if environ.get("TMUX"):
        wanted.append(["tmux", "load-buffer", "-w", "-"])
    if not environ.get("SSH_CONNECTION"):
        if platform == "darwin":
            wanted.append(["pbcopy"])
        elif platform == "win32" or environ.get("WSL_DISTRO_NAME"):
            wanted.append(["clip.exe"])
        if environ.get("WAYLAND_DISPLAY"):
            wanted.append(["wl-copy"])
        if environ.get("DISPLAY"):
            wanted += [["xclip", "-selection", "clipboard"], ["xsel", "-ib"]]
    return [command for command in wanted if which(command[0])]


def copy_with(commands: Sequence[Sequence[str]], text: str) -> str:
    """Give a text to the first program that takes it.

    Args:
        commands: Programs with their arguments.
        text: The text.
    Returns:
        The program's name, empty where none took it.
    """
    for command in commands:
        data = text.encode("utf-16-le" if command[0] == "clip.exe" else "utf-8")
        try:
            done = subprocess.run(
                list(command),
                input=data,
                timeout=3,
                check=False,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return command[0]
    return ""
