"""Words of the model in the reader's language, for every face alike."""

from __future__ import annotations

from glossary.errors import GlossaryError
from glossary.i18n import _, aside, ngettext, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.editing.syncing import SyncPlan

__all__ = [
    "evidence_word",
    "level_word",
    "newer_text",
    "place_word",
    "review_word",
    "sync_text",
]


def evidence_word(evidence: str) -> str:
    """Return a degree of evidence in the reader's language.

    >>> evidence_word("reconstructed")
    'reconstructed'
    """
    return {
        "official": _("official"),
        "established": _("established"),
        "attested": _("attested"),
        "unsourced": _("unsourced"),
        "composed": _("composed"),
        "reconstructed": _("reconstructed"),
    }[evidence]


def level_word(level: str) -> str:
    """Return the level of a body in the reader's language.

    >>> level_word("provincial")
    'provincial'
    """
    return {
        "central": _("central"),
        "provincial": _("provincial"),
        "sub-provincial": _("sub-provincial"),
        "prefectural": _("prefectural"),
        "county": _("county"),
        "township": _("township"),
        "institution": _("institution"),
    }.get(level, level)


def place_word(code: str) -> str:
    """Return a place by its names, with its code: of a code nobody bears the code alone.

    >>> place_word("120000"), place_word("999999"), place_word("")
    ('Tianjin 天津市 (120000)', '999999', '')
    """
    if not code:
        return ""
    from glossary.language.places import by_code

    place = by_code(code)
    return aside(f"{place.english} {place.zh}", code) if place else code


def review_word(review: str) -> str:
    """Return where an entry stands in review, in the reader's language.

    >>> review_word("proposed")
    'proposed'
    """
    return {
        "proposed": _("proposed"),
        "approved": _("approved"),
        "rejected": _("rejected"),
        "retired": _("retired"),
    }[review]


def newer_text(count: int, fix: str = "") -> str:
    """Return that entries came with the program which a glossary has not taken yet, and what to do.

    Args:
        count: How many.
        fix: How to take them over; the command where nothing is said.

    >>> newer_text(2)
    "2 entries that came with the program are newer than this glossary's. 'zhengming db sync' takes them over, after asking."
    """
    text = ngettext(
        "{n} entry that came with the program is newer than this glossary's.",
        "{n} entries that came with the program are newer than this glossary's.",
        count,
    ).format(n=number(count))
    fix = fix or _("'zhengming db sync' takes them over, after asking.")
    return str(GlossaryError(text, fix=fix))


def sync_text(plan: SyncPlan) -> str:
    """Return in numbers what taking over newer shipped entries did, or would do."""
    return _(
        "{added} added, {updated} updated, {proposed} proposed, {retired} retired, {kept} as shipped"
    ).format(
        added=len(plan.added),
        updated=len(plan.updated),
        proposed=len(plan.proposed),
        retired=len(plan.retired),
        kept=plan.kept,
    )
