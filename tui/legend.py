"""What the signs of a name mean, for who sees them the first time."""

from __future__ import annotations

from glossary.facade.wording import EVIDENCE_MEANINGS
from glossary.i18n import _
from tui.bound import keyed
from tui.words import N_, sign, word

__all__ = ["legend", "legend_title"]

_MEANINGS = {
    **EVIDENCE_MEANINGS,
    "approved": N_("reviewed and accepted"),
    "proposed": N_("waits for review ({review_open})"),
}


def legend_title() -> str:
    """Return what the signs are about."""
    return _("How well a name is known")


def legend() -> list[tuple[str, str]]:
    """Return each sign with its word, and what that means.

    >>> legend()[0]
    ('● official', 'the body, or whoever issued the name, uses it')
    """
    return [(f"{sign(key).strip()} {word(key)}", keyed(_(text))) for key, text in _MEANINGS.items()]
