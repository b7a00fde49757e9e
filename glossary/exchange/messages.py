"""Messages of a catalog about an entry that is not here: the names they give, put together."""

from __future__ import annotations

from glossary.exchange.matching import looks_like_acronym
from glossary.formats.sides import render
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.tags import PINYIN, base_language
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.formats.items import Correction

__all__ = ["entry_of_message", "with_message"]


def entry_of_message(correction: Correction) -> Entry:
    """Return what the first message of an entry says: a name, and what it is rendered by, which pinyin is not.

    >>> from glossary.formats.items import Correction
    >>> entry = entry_of_message(Correction(entry_id="a", source="A", source_lang="en", target="甲",
    ...     target_lang="zh-Hans", sure=True))
    >>> entry.id, [name.text for name in entry.names]
    ('a', ['A', '甲'])
    """
    names = [_name(correction.source, correction.source_lang, Usage.PREFERRED, correction.type)]
    if correction.target_lang != PINYIN:
        names.append(_name(correction.target, correction.target_lang, Usage.PREFERRED))
    kind = Kind(correction.kind) if correction.kind else Kind.TERM
    return Entry(
        id=correction.entry_id or f"message-{correction.line}", kind=kind, names=tuple(names)
    )


def with_message(entry: Entry, correction: Correction, day: str) -> Entry:
    """Return an entry with what a further message of it says; a pair of names that do not go together by themselves is marked so.

    Args:
        entry: What the messages before it said.
        correction: The message.
        day: Today.
    """
    entry, asked = _with_name(entry, correction.source, correction.source_lang, correction.type)
    if correction.target_lang == PINYIN:
        return entry
    found = render(entry, entry.names[asked], correction.target_lang, day)
    if found is not None and found.text == correction.target:
        return entry
    entry, answer = _with_name(entry, correction.target, correction.target_lang)
    one, other = entry.names[asked], entry.names[answer]
    label = one.pair or other.pair or f"{one.text} = {other.text}"
    names = list(entry.names)
    names[asked], names[answer] = replace(one, pair=label), replace(other, pair=label)
    return replace(entry, names=tuple(names))


def _with_name(entry: Entry, text: str, lang: str, name_type: str = "") -> tuple[Entry, int]:
    """The entry with a name, and where in it that stands."""
    language = base_language(lang)
    for at, name in enumerate(entry.names):
        if name.text == text and base_language(name.lang) == language:
            return entry, at
    led = any(name.lang == lang and name.usage is Usage.PREFERRED for name in entry.names)
    name = _name(text, lang, Usage.ADMITTED if led else Usage.PREFERRED, name_type)
    if led and name.type is NameType.FULL:
        name = replace(name, type=NameType.ALIAS)
    return replace(entry, names=(*entry.names, name)), len(entry.names)


def _name(text: str, lang: str, usage: Usage, name_type: str = "") -> Name:
    name = Name(text=text, lang=lang, usage=usage, evidence=Evidence.UNSOURCED)
    if name_type:
        return replace(name, type=NameType(name_type), usage=Usage.ADMITTED)
    if looks_like_acronym(name):
        name = replace(name, type=NameType.ACRONYM, usage=Usage.ADMITTED)
    return name
