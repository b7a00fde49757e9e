"""Words of the model in the reader's language, for every face alike."""

from __future__ import annotations

from glossary.errors import GlossaryError
from glossary.i18n import N_, _, ngettext, number
from glossary.language.shown_places import difference_texts, place_word
from glossary.model.sources import footnote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.editing.syncing import SyncPlan
    from glossary.model.sources import Source

__all__ = [
    "EVIDENCE_MEANINGS",
    "difference_texts",
    "newer_text",
    "place_word",
    "source_text",
    "sync_text",
]

EVIDENCE_MEANINGS = {
    "official": N_("the body, or whoever issued the name, uses it"),
    "established": N_("independent reference works agree"),
    "attested": N_("read in one source"),
    "unsourced": N_("the contributor knows it; no source seen yet"),
    "composed": N_("derived by a pattern; seen in no source"),
    "reconstructed": N_("a translator's own back-translation; seen in no source"),
}
"""What each degree of evidence says of a name, to be looked up where it is shown."""


def source_text(source: Source) -> str:
    """Return a source as one line in the reader's language.

    >>> from glossary.model.sources import Source
    >>> source_text(Source(title="Structure", locator="gov.cn/a", seen="2026-11-20"))
    '"Structure", gov.cn/a, seen 2026-11-20'
    """
    return footnote(source, _("seen {day}"))


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
