"""How an answer is known, as a footnote an editor can paste: ``lookup --why``, and a key of the terminal UI.

    official: gov.cn, "国务院组织机构", www.gov.cn/…, seen 2026-11-20; English: State Council, "List", no. 12, seen …
    established: "List", … (English and Chinese); English: "Directory", …

The evidence of the Chinese name comes first; what both names were read in is said once. Of many sources the first is named and the rest counted:
``show`` has them all; what reference works agree on names two. Whatever was seen nowhere says so in words, as does an entry that nobody approved.
"""

from __future__ import annotations

from glossary.facade.wording import source_text
from glossary.i18n import _, joined, ngettext, number
from glossary.model.names import Evidence
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.answers import Answer
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["evidence_footnote"]


def evidence_footnote(answer: Answer) -> str:
    """Return the evidence of an answer as one line.

    Args:
        answer: The answer; its Chinese and English names are those that go with the one asked for.
    """
    chinese, english = answer.chinese_name, answer.english_name
    main = chinese or english or answer.name
    if english is None or english is main:
        parts = [_known(main)]
    elif english.evidence is not main.evidence:
        parts = [_known(main), f"{_('English')} {_known(english)}"]
    else:
        parts = _known_alike(main, english)
    if answer.review != "approved":
        parts.append(_("{review}, not approved").format(review=word(answer.review)))
    return joined(parts, weighty=True)


def _known(name: Name) -> str:
    return f"{word(name.evidence.value)}: {_places(name)}"


def _known_alike(chinese: Name, english: Name) -> list[str]:
    """Two names known equally well: where both were read, then where only one was."""
    both = [source for source in chinese.sources if source in english.sources]
    if not both and chinese.sources:
        return [_known(chinese), f"{_('English')}: {_places(english)}"]
    where = _read_in(both, _named(chinese)) if both else _places(chinese)
    parts = [f"{word(chinese.evidence.value)}: {where} {_('(English and Chinese)')}"]
    for title, name in ((_("Chinese"), chinese), (_("English"), english)):
        if rest := [source for source in name.sources if source not in both]:
            parts.append(f"{title}: {_read_in(rest, _named(chinese) - len(both))}")
    return parts


def _named(name: Name) -> int:
    """How many sources are named: that works agree takes two of them to show."""
    return 2 if name.evidence is Evidence.ESTABLISHED else 1


def _read_in(sources: Sequence[Source], most: int) -> str:
    """The first sources, and how many there are besides."""
    named = [source_text(source) for source in sources[: max(most, 0)]]
    more = len(sources) - len(named)
    if more:
        named.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return _(" and ").join(named)


def _places(name: Name) -> str:
    if name.sources:
        return _read_in(name.sources, _named(name))
    return {
        "composed": _("derived by a pattern, seen in no source"),
        "reconstructed": _("a translator's own back-translation, seen in no source"),
    }.get(name.evidence.value, _("no source seen"))
