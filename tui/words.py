"""The words of the model as people read them, and their signs: shape and text first, colour on top.

Everything here is looked up when it is shown, so that another language takes effect at once.
"""

from __future__ import annotations

import os
import sys

from glossary.i18n import N_, _, number

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


_WORDS = {
    # kinds
    "body": N_("body"),
    "document": N_("document"),
    "place": N_("place"),
    "person": N_("person"),
    "position": N_("position"),
    "programme": N_("programme"),
    "event": N_("event"),
    "term": N_("term"),
    "pattern": N_("pattern"),
    # evidence
    "official": N_("official"),
    "established": N_("established"),
    "attested": N_("attested"),
    "unsourced": N_("unsourced"),
    "composed": N_("composed"),
    "reconstructed": N_("reconstructed"),
    # review
    "proposed": N_("proposed"),
    "approved": N_("approved"),
    "rejected": N_("rejected"),
    "retired": N_("retired"),
    # types of name
    "full": N_("full"),
    "short": N_("short"),
    "acronym": N_("acronym"),
    "alias": N_("alias"),
    "former": N_("former"),
    "variant": N_("variant"),
    # usage
    "preferred": N_("preferred"),
    "admitted": N_("admitted"),
    "deprecated": N_("deprecated"),
    "forbidden": N_("forbidden"),
    # levels
    "central": N_("central"),
    "provincial": N_("provincial"),
    "sub-provincial": N_("sub-provincial"),
    "prefectural": N_("prefectural"),
    "county": N_("county"),
    "township": N_("township"),
    "institution": N_("institution"),
    # relations, in both directions
    "part-of": N_("part of"),
    "has-part": N_("has part"),
    "managed-by": N_("managed by"),
    "manages": N_("manages"),
    "successor-of": N_("successor of"),
    "succeeded-by": N_("succeeded by"),
    "nameplate-of": N_("nameplate of"),
    "has-nameplate": N_("has nameplate"),
    "co-located-with": N_("co-located with"),
    "issued-by": N_("issued by"),
    "issued": N_("issued"),
    "amends": N_("amends"),
    "amended-by": N_("amended by"),
    "confused-with": N_("not to be confused with"),
    "see-also": N_("see also"),
    # what is proposed, and what happened
    "add": N_("add"),
    "edit": N_("edit"),
    "propose": N_("propose"),
    "revise": N_("revise"),
    "approve": N_("approve"),
    "reject": N_("reject"),
    "retire": N_("retire"),
    "merge": N_("merge"),
    "comment": N_("comment"),
    "undo": N_("undo"),
    "sync": N_("sync"),
    "import": N_("import"),
    "configure": N_("configure"),
    # what became of it
    "edited": N_("edited"),
    "revised": N_("revised"),
    "merged": N_("merged"),
    "commented": N_("commented"),
    # differences
    "added": N_("added"),
    "removed": N_("removed"),
    "changed": N_("changed"),
}

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


def word(key: str) -> str:
    """Return a word of the model as people read it; an unknown one stays as it is.

    >>> word("part-of")
    'part of'
    """
    return _(_WORDS[key]) if key in _WORDS else key


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
