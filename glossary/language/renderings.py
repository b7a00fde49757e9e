"""What is derived from a Chinese name: its pinyin and the other script.

Renderings are generated when a name is entered and marked so. What a person corrected stays as it is.
"""

from __future__ import annotations

from glossary.model.entries import Entry
from glossary.model.names import Name, generated
from glossary.model.tags import PINYIN, script_of_tag
from glossary.model.values import altered

__all__ = ["render_entry", "render_name"]


def render_name(name: Name) -> Name:
    """Return a Chinese name with its pinyin and its other script; any other name as it is.

    Args:
        name: A name; renderings marked as generated are made anew, corrected ones are kept.

    >>> from glossary.model.names import Evidence
    >>> name = render_name(Name(text="国家安全部", lang="zh-Hans", evidence=Evidence.UNSOURCED))
    >>> [(item.lang, item.text) for item in name.renderings]
    [('zh-Latn-pinyin', 'Guójiā Ānquánbù'), ('zh-Hant', '國家安全部')]
    """
    script = script_of_tag(name.lang)
    if not script:
        return name
    from glossary.language.convert import convert
    from glossary.language.pinyin import pinyin

    other = "zh-Hant" if script == "Hans" else "zh-Hans"
    renderings = {
        PINYIN: generated(PINYIN, pinyin(name.text)),
        other: generated(other, convert(name.text, other)),
    }
    renderings.update({item.lang: item for item in name.renderings if not item.generated})
    made: Name = altered(name, "renderings", tuple(renderings.values()))
    return made


def render_entry(entry: Entry) -> Entry:
    """Return an entry whose Chinese names all have their renderings.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "place", "names": [
    ...     {"text": "西安", "lang": "zh-Hans", "evidence": "unsourced"}]})
    >>> render_entry(entry).names[0].rendering("zh-Latn-pinyin").text
    "Xī'ān"
    """
    if entry.pattern is not None:  # a name with slots is read no way yet
        return entry
    made: Entry = altered(entry, "names", tuple([render_name(name) for name in entry.names]))
    return made
