"""Words of the model in the reader's language, for every face alike."""

from __future__ import annotations

from glossary.errors import GlossaryError
from glossary.i18n import _, ngettext, number

__all__ = ["evidence_word", "level_word", "newer_text", "review_word"]


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


def newer_text(count: int) -> str:
    """Return that entries came with the program which a glossary has not taken yet, and what to do.

    >>> newer_text(2)
    "2 entries that came with the program are newer than this glossary's. 'zhengming db sync' takes them over, after asking."
    """
    text = ngettext(
        "{n} entry that came with the program is newer than this glossary's.",
        "{n} entries that came with the program are newer than this glossary's.",
        count,
    ).format(n=number(count))
    fix = _("'zhengming db sync' takes them over, after asking.")
    return str(GlossaryError(text, fix=fix))
