"""What each copy key puts on the clipboard, and what has to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.facade.footnotes import evidence_footnote
from glossary.i18n import _, joined
from glossary.model.names import Evidence
from tui.words import word

if TYPE_CHECKING:
    from glossary.model.answers import Answer

__all__ = ["caveat", "copied_text"]


def copied_text(answer: Answer, what: str) -> str:
    """Return the text a copy key gives; empty where the entry has none.

    Args:
        answer: The hit.
        what: ``chinese``, ``traditional``, ``english``, ``pinyin``, ``both`` or ``footnote``.

    A weak name carries its word in ``both`` and ``footnote``, the two that are pasted for readers.
    """
    chinese = answer.chinese or answer.traditional or ""
    if what == "footnote":
        return evidence_footnote(answer)
    if what == "both":
        english = answer.english or ""
        text = f"{english} ({chinese})" if english and chinese else english or chinese
        mark = caveat(answer)
        return f"{text} [{mark}]" if text and mark else text
    return {
        "chinese": chinese,
        "traditional": answer.traditional or chinese,
        "english": answer.english or "",
        "pinyin": answer.pinyin or "",
    }[what]


def caveat(answer: Answer) -> str:
    """Return the words a name may not be shown without; empty for an approved one with a source.

    >>> from glossary.model.answers import Answer
    >>> from glossary.model.entries import Review
    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "甲部", "lang": "zh-Hans", "evidence": "unsourced"}]})
    >>> caveat(Answer(entry=entry, state=Review.PROPOSED, name=entry.names[0], day="2026-11-24"))
    'unsourced, proposed'
    """
    if answer.derivation:
        return joined((word("composed"), _("not in the glossary")))
    parts = [] if Evidence(answer.evidence).needs_source else [answer.evidence]
    if answer.review != "approved":
        parts.append(answer.review)
    return joined(word(part) for part in parts)
