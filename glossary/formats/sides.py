"""What stands on the two sides of a bilingual file: names to ask by, and the name that goes with each.

The rule is that of every answer (``model.counterparts``, ``model.answers``): of the same period for a former name, its
pair for an alias, the preferred one for the rest. Where one side is a script or pinyin that nobody entered a name in, the
rendering stands for it and has the evidence of the name it was made from.
"""

from __future__ import annotations

from typing import NamedTuple

from glossary.model.answers import Answer
from glossary.model.counterparts import counterpart, last_name_day, preferred_name
from glossary.model.entries import Review
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.tags import PINYIN, base_language, script_of_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry

__all__ = ["Asked", "Rendered", "asked_names", "render"]

_USAGES = tuple(Usage)
_TYPES = tuple(NameType)
_SECOND = (NameType.ALIAS, NameType.FORMER)


class Asked(NamedTuple):
    """A name as a file asks by it: its text on that side, and whether that was generated."""

    name: Name
    text: str
    generated: bool


class Rendered(NamedTuple):
    """What a name is rendered by: the text, the name behind it, and whether the text was generated from it."""

    name: Name
    text: str
    generated: bool
    pinyin: str = ""


def asked_names(entry: Entry, tag: str, day: str) -> Iterator[Asked]:
    """Yield the names of an entry on one side, each text once, preferred ones first; forbidden ones never.

    Args:
        entry: The entry.
        tag: The side: ``en``, ``zh-Hans``, ``zh-Latn-pinyin``, ``en-x-reuters``.
        day: Today; of two equal names the one valid then goes first.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "MOST", "lang": "en", "type": "acronym", "evidence": "unsourced"},
    ...     {"text": "Ministry A", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
    ...     {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"}]})
    >>> [asked.text for asked in asked_names(entry, "en", "2026-11-25")]
    ['Ministry A', 'MOST']
    """
    found = [
        Asked(name, *shown)
        for name in entry.names
        if name.usage is not Usage.FORBIDDEN and (shown := _on_side(name, tag)) is not None
    ]
    if len(found) > 1:
        found.sort(
            key=lambda each: (
                each.generated,
                not each.name.is_valid_on(day),
                _USAGES.index(each.name.usage),
                _TYPES.index(each.name.type),
            )
        )
    seen: set[str] = set()
    for asked in found:
        if asked.text not in seen:
            seen.add(asked.text)
            yield asked


def _on_side(name: Name, tag: str) -> tuple[str, bool] | None:
    """How a name reads on a side, and whether that was generated; nothing where it has no place there."""
    lang = name.lang
    if lang == tag:
        return name.text, False
    language = base_language(tag)
    if base_language(lang) != language or ("-x-" in lang and "-x-" not in tag):
        return None
    script = script_of_tag(tag)
    if language == "zh" and (script or tag == PINYIN):
        if not name.is_chinese:
            return None
        if script and script_of_tag(lang) == script:
            return name.text, False
        rendering = name.rendering(f"zh-{script}" if script else PINYIN)
        return (rendering.text, rendering.generated) if rendering else None
    return name.text, False


def render(entry: Entry, asked: Name, tag: str, day: str) -> Rendered | None:
    """Return what a name of an entry is called on the other side.

    Args:
        entry: The entry.
        asked: One of its names.
        tag: The other side.
        day: Today, or the day asked about.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "Ministry A", "lang": "en", "usage": "preferred", "evidence": "official",
    ...      "sources": [{"title": "S", "seen": "2026-11-24"}]},
    ...     {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
    ...      "renderings": {"zh-Latn-pinyin": {"text": "Jiǎbù"}}}]})
    >>> render(entry, entry.names[0], "zh-Latn-pinyin", "2026-11-25").text
    'Jiǎbù'
    """
    script = script_of_tag(tag)
    if script or tag == PINYIN:
        return _chinese(entry, asked, tag, script, day)
    language = base_language(tag)
    until = last_name_day(entry, day)

    def fits(name: Name) -> bool:
        return base_language(name.lang) == language and ("-x-" not in name.lang or name.lang == tag)

    if asked.type in _SECOND:
        found = counterpart(asked, entry.names, fits, until)
    else:
        found = preferred_name(entry.names, fits, _day_of(asked, until), tag)
    return Rendered(found, found.text, False) if found else None


def _day_of(asked: Name, day: str) -> str:
    if not asked.start and not asked.end:
        return day
    first, last = asked.days
    return min(max(first, day), last)


def _chinese(entry: Entry, asked: Name, tag: str, script: str, day: str) -> Rendered | None:
    chinese = [name for name in entry.names if name.is_chinese]
    if not chinese:
        return None
    if len(chinese) == 1 and not asked.is_chinese:
        return _only(chinese[0], script)
    regional = _regional(entry, asked, tag, script, day)
    if regional:
        return regional
    answer = Answer(entry=entry, state=Review.PROPOSED, name=asked, day=day)
    main = answer.chinese_name
    if main is None:
        return None
    field = "zh-Hans" if script == "Hans" else "zh-Hant" if script else "pinyin"
    text = answer.chinese if script == "Hans" else answer.traditional if script else answer.pinyin
    if text is None:
        return None
    if text != main.text and script:
        own = next((each for each in entry.names if each.text == text and each.is_chinese), None)
        main = own or main
    pinyin = main.rendering(PINYIN)
    return Rendered(
        main, text, field in answer.renderings and text != main.text, pinyin.text if pinyin else ""
    )


def _only(name: Name, script: str) -> Rendered | None:
    """The only Chinese name of an entry: nothing is to be chosen."""
    if name.usage is Usage.FORBIDDEN:
        return None
    pinyin = name.rendering(PINYIN)
    spelt = pinyin.text if pinyin else ""
    if script and script_of_tag(name.lang) == script:
        return Rendered(name, name.text, False, spelt)
    shown = name.rendering(f"zh-{script}") if script else pinyin
    if shown is None:
        return None
    return Rendered(name, shown.text, shown.generated and shown.text != name.text, spelt)


def _regional(entry: Entry, asked: Name, tag: str, script: str, day: str) -> Rendered | None:
    """A name entered for the very territory, such as one of Taiwan's own usage, before one of the script."""
    land = next((part for part in tag.split("-")[1:] if len(part) == 2), "")
    langs = (tag, f"zh-{land}", f"zh-{script}-{land}") if land else ()
    if not any(name.lang in langs for name in entry.names):
        return None
    until = last_name_day(entry, day)
    found = counterpart(asked, entry.names, lambda name: name.lang in langs, until)
    if found is None or (asked.type in _SECOND and found.type is not asked.type):
        return None
    pinyin = found.rendering(PINYIN)
    return Rendered(found, found.text, False, pinyin.text if pinyin else "")


def weaker(one: Name, other: Name) -> Evidence:
    """Return how the weaker of two names is known."""
    return max(one.evidence, other.evidence, key=lambda evidence: evidence.rank)
