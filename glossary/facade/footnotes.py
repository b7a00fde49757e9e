"""How an answer is known, as a footnote an editor can paste: ``lookup --why``, and a key of the terminal UI.

    official: gov.cn, "国务院组织机构", www.gov.cn/…, seen 2026-11-20; English: State Council, "List", no. 12, seen …

The evidence of the Chinese name comes first. Whatever was seen nowhere says so in words, as does an entry that
nobody approved.
"""

from __future__ import annotations

from glossary.facade.wording import source_text
from glossary.i18n import _, joined
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.answers import Answer
    from glossary.model.names import Name

__all__ = ["evidence_footnote"]


def evidence_footnote(answer: Answer) -> str:
    """Return the evidence of an answer as one line.

    Args:
        answer: The answer; its Chinese and English names are those that go with the one asked for.
    """
    chinese, english = answer.chinese_name, answer.english_name
    main = chinese or english or answer.name
    parts = [_known(main)]
    if english is not None and english is not main:
        if english.evidence is main.evidence and english.sources == main.sources:
            parts[0] += " " + _("(English and Chinese)")
        elif english.evidence is main.evidence and english.sources:
            parts.append(f"{_('English')}: {_places(english)}")
        else:
            parts.append(f"{_('English')} {_known(english)}")
    if answer.review != "approved":
        parts.append(_("{review}, not approved").format(review=word(answer.review)))
    return joined(parts, weighty=True)


def _known(name: Name) -> str:
    return f"{word(name.evidence.value)}: {_places(name)}"


def _places(name: Name) -> str:
    if name.sources:
        return _(" and ").join(source_text(source) for source in name.sources)
    return {
        "composed": _("derived by a pattern, seen in no source"),
        "reconstructed": _("a translator's own back-translation, seen in no source"),
    }.get(name.evidence.value, _("no source seen"))
