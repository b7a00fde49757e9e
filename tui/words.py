"""The signs of what the model knows, and how its words are set: shape and text first, colour on top.

Everything here is looked up when it is shown, so that another language takes effect at once.
"""

from __future__ import annotations

import os
import sys

from glossary.i18n import N_, _, number
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "N_",
    "arrow",
    "arrow_key",
    "done_word",
    "dotted",
    "number",
    "set_ascii",
    "sign",
    "wants_ascii",
    "word",
]


_SIGNS = {
    "approved": ("✓", "+"),
    "proposed": ("?", "?"),
    "rejected": ("✗", "x"),
    "retired": ("−", "-"),
    "official": ("●", "***"),
    "established": ("◕", "** "),
    "attested": ("◑", "*  "),
    "unsourced": ("○", "o  "),
    "composed": ("△", "^  "),
    "reconstructed": ("▽", "v  "),
    "cursor": ("▌", ">"),
    "prompt": ("›", ">"),
    "link": ("→", "->"),
    "opens": ("▾", "v"),
    "dot": ("·", "|"),
    "warning": ("⚠", "!"),
    "rule": ("│", "|"),
    "selected": ("☑", "[x]"),
    "unselected": ("☐", "[ ]"),
    "dash": ("–", "-"),
    "more": ("…", "..."),
    "up": ("↑", N_("Up")),
    "down": ("↓", N_("Down")),
    "left": ("←", N_("Left")),
    "right": ("→", N_("Right")),
}


class _Signs:
    """Which column of the signs is in use."""

    ascii = False


def wants_ascii() -> bool:
    """Return whether the terminal, by its name or locale, can show no more than ASCII signs.

    Python takes UTF-8 for the locale C, so that only ``LC_ALL`` still tells who wants plain signs; the fonts of Linux's own
    console have neither the circles nor the boxes.
    """
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        return True
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    return os.environ.get("TERM", "") in ("dumb", "linux", "vt100", "vt220") or encoding in (
        "ascii",
        "usascii",
        "ansi_x3.41968",
        "646",
    )


def set_ascii(wanted: bool) -> None:
    """Use signs of ASCII only, from now on."""
    _Signs.ascii = wanted


def done_word(done: str) -> str:
    """Return what became of a change, as the facade's ``Outcome.done`` has it.

    >>> done_word("approved"), done_word("undid event 12")
    ('approved', 'undid event 12')
    """
    head, _space, event = done.rpartition(" ")
    if head == "undid event":
        return _("undid event {number}").format(number=event)
    return word(done)


def sign(key: str) -> str:
    """Return the sign of a state, or of a part of the screen.

    >>> sign("approved")
    '✓'
    """
    return _SIGNS[key][1 if _Signs.ascii else 0]


def dotted(parts: Iterable[str]) -> str:
    """Return facts that stand side by side, set apart by a sign that is the same in every language.

    >>> dotted(["body", "", "approved"])
    'body · approved'
    """
    return f" {sign('dot')} ".join(part for part in parts if part)


def arrow_key(name: str) -> str:
    """Return an arrow key, by its arrow where the terminal has one.

    >>> arrow_key("up")
    '↑'
    """
    shown = sign(name)
    return _(shown)


def arrow() -> str:
    """Return what stands behind a link."""
    return sign("link")
