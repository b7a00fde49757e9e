"""An entry as a reader of a dictionary wants it: its main names, the others with what they are, what is said of it.

The main names are those that go together today (``model.answers``), as in every answer.
"""

from __future__ import annotations

import unicodedata

from glossary.i18n import N_, _
from glossary.model.answers import Answer
from glossary.model.counterparts import is_english, last_name_day, preferred_name
from glossary.model.entries import Review
from glossary.model.names import NameType, Usage
from glossary.model.tags import PINYIN
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry
    from glossary.model.names import Name

__all__ = ["Article", "article_of", "headwords", "plain_pinyin"]

_TYPES = {
    NameType.SHORT: N_("short"),
    NameType.ACRONYM: N_("acronym"),
    NameType.ALIAS: N_("also"),
    NameType.FORMER: N_("former"),
    NameType.VARIANT: N_("variant"),
}
_WEAK = {
    "unsourced": N_("no source seen yet"),
    "composed": N_("composed by a pattern"),
    "reconstructed": N_("a translator's own, no official name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page or a dictionary shows of an entry.

    Attributes:
        id: The entry's id.
        english: Its English name, empty where it has none.
        chinese: Its Chinese name in simplified characters.
        traditional: The same in traditional ones; empty where they do not differ.
        pinyin: The same in pinyin.
        others: Further names: language, text, and what they are in a few words.
        banned: Names that are not to be used: language and text.
        remarks: Definitions and notes, each with its language.
        doubt: Why the main names are not certain; empty where they are.
    """

    id: str
    english: str
    chinese: str
    traditional: str
    pinyin: str
    others: tuple[tuple[str, str, str], ...]
    banned: tuple[tuple[str, str], ...]
    remarks: tuple[tuple[str, str], ...]
    doubt: str


def article_of(entry: Entry, review: str, day: str) -> Article:
    """Return what is shown of an entry.

    Args:
        entry: The entry.
        review: Where it stands in review.
        day: Today.

    >>> from glossary.model.records import from_record
    >>> article = article_of(from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "Ministry A", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
    ...     {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
    ...      "renderings": {"zh-Latn-pinyin": "Jiǎbù"}}]}), "approved", "2026-11-25")
    >>> article.english, article.chinese, article.pinyin, article.doubt
    ('Ministry A', '甲部', 'Jiǎbù', 'no source seen yet')
    """
    usable = [name for name in entry.names if name.usage is not Usage.FORBIDDEN]
    english = chinese = traditional = pinyin = ""
    main: list[Name] = []
    until = last_name_day(entry, day)
    lead = preferred_name(usable, is_english, until) or next(iter(usable), None)
    if lead is not None:
        answer = Answer(entry=entry, state=Review(review or "proposed"), name=lead, day=day)
        english = lead.text if lead.is_english else answer.english or ""
        chinese, pinyin = answer.chinese or "", answer.pinyin or ""
        traditional = answer.traditional or ""
        main = [name for name in usable if name.text in (english, chinese, traditional)]
    others = tuple((name.lang, name.text, _what(name)) for name in usable if name not in main)
    weakest = max((name.evidence for name in main), key=lambda each: each.rank, default=None)
    doubt = [_(_WEAK[weakest.value])] if weakest is not None and weakest.value in _WEAK else []
    doubt += [] if review == "approved" else [_("not approved")]
    return Article(
        id=entry.id,
        english=english,
        chinese=chinese,
        traditional="" if traditional == chinese else traditional,
        pinyin=pinyin,
        others=others,
        banned=tuple(
            (name.lang, name.text) for name in entry.names if name.usage is Usage.FORBIDDEN
        ),
        remarks=tuple((text.lang, text.text) for text in (*entry.definitions, *entry.notes)),
        doubt=", ".join(doubt),
    )


def _what(name: Name) -> str:
    """What a name is, in a few words: its type, its years, a warning."""
    words = [_(_TYPES[name.type])] if name.type in _TYPES else []
    if name.start or name.end:
        words.append(f"{name.start[:10]}–{name.end[:10]}")
    if name.usage is Usage.DEPRECATED:
        words.append(_("better avoided"))
    return ", ".join(words)


def headwords(entry: Entry) -> Iterator[str]:
    """Yield the texts under which a reader looks an entry up: its names and their renderings, forbidden ones left out.

    >>> from glossary.model.records import from_record
    >>> list(headwords(from_record({"id": "a", "kind": "body", "names": [{"text": "甲部", "lang": "zh-Hans",
    ...     "evidence": "unsourced", "renderings": {"zh-Latn-pinyin": "Jiǎbù"}}]})))
    ['甲部', 'Jiǎbù', 'Jiabu']
    """
    seen: set[str] = set()
    for name in entry.names:
        if name.usage is Usage.FORBIDDEN:
            continue
        texts = [name.text]
        for rendering in name.renderings:
            texts.append(rendering.text)
            if rendering.lang == PINYIN:
                texts.append(plain_pinyin(rendering.text))
        for text in texts:
            if text not in seen:
                seen.add(text)
                yield text


def plain_pinyin(text: str) -> str:
    """Return pinyin without its tones.

    >>> plain_pinyin("Lǜliáng Shì")
    'Luliang Shi'
    """
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
