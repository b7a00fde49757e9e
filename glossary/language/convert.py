"""Conversion of names between Simplified and Traditional characters.

=================  =========================================================================
target             standard
=================  =========================================================================
``zh-Hans``        Simplified
``zh-Hant``        Traditional as dictionaries and both Taiwan and Hong Kong mostly write it: the forms
                   群 峰 為 線 濕 污 秘, and those of Taiwan where the two differ (臺 裡 衛 啟)
``zh-Hant-TW``     the same, with Taiwan's choice of character in a few words (菸草)
``zh-Hant-HK``     Hong Kong: 台 裏 衞 啓 着
=================  =========================================================================

OpenCC converts by phrases (configurations s2tw, s2hk and t2s; never the ones ending in p, which change the
wording: 联系人 would become 聯絡人).  ``tables/han/names.txt`` then corrects what running text and
names do differently: 里 范 涌 stay in sounds and places, surnames stay, 于都 仪征 腾冲 have their own
forms.  Characters are converted one for one, so lines, Latin letters and digits stay.

Names of two accepted forms (郁南, 谷城) get one of them; a search finds both, since keys join them
(:mod:`glossary.language.han`).  Source: OpenCC 1.x; ``tables/han/names.txt`` and
docs/decisions/0004-folding.md.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

__all__ = ["TARGETS", "convert"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class _Converter(Protocol):
        def convert(self, text: str) -> str: ...


#: OpenCC's configuration for each target.
TARGETS = {"zh-Hans": "t2s", "zh-Hant": "s2tw", "zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}
_PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "han", "names.txt")
# Forms of the Taiwanese standard that its own official names do not use, by what they stand for.
_PLAIN = {"汙": "污", "溼": "濕", "祕": "秘", "喫": "吃", "彞": "彝"}
# Forms of Hong Kong, Taiwan and old print that t2s leaves; 锺 it writes where the mainland has 钟.
_SIMPLIFIED = str.maketrans("衞枱敍粧糭簷痺砲硏靑寳祇锺", "卫台叙妆粽檐痹炮研青宝只钟")
_PERSON_LENGTHS = (2, 3)


class _Rules:
    """What ``names.txt`` says, for one target.

    Attributes:
        forms: Traditional form of each Simplified name.
        names: Finds those names, the longest first.
        kept: For a character that stays in names, the words in which it does not.
        surnames: Traditional form of a surname that opens a person's name.
        back: Simplified name of each Traditional form.
        forms_found: Finds those forms, the longest first.
    """

    def __init__(self, region: str) -> None:
        self.forms: dict[str, str] = {}
        self.kept: dict[str, re.Pattern[str] | None] = {}
        self.surnames: dict[str, str] = {}
        with open(_PATH, encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]
        for line in lines:
            if line.startswith("= "):
                char, *words = line[2:].split()
                self.kept[char] = re.compile("|".join(words)) if words else None
            elif line.startswith("^ "):
                self.surnames[line[2]] = line[4]
            else:
                name, form, why = line.split("\t")
                if not why.startswith("[") or why.startswith(f"[{region}]"):
                    self.forms[name] = form
        self.back = {form: name for name, form in reversed(self.forms.items())}
        self.names = _any_of(self.forms)
        self.forms_found = _any_of(self.back)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def convert(text: str, to: str) -> str:
    """Return a text in the other script.

    Args:
        text: Any string; Chinese in either script, anything else stays as it is.
        to: ``zh-Hans``, ``zh-Hant``, ``zh-Hant-TW`` or ``zh-Hant-HK``.
    Returns:
        As many lines as ``text`` has.
    Raises:
        ValueError: ``to`` is another tag.
    >>> convert("河北省科学技术厅", "zh-Hant"), convert("臺灣省", "zh-Hans")
    ('河北省科學技術廳', '台湾省')
    >>> convert("于都县仪征市", "zh-Hant"), convert("卫生署", "zh-Hant-HK")
    ('于都縣儀徵市', '衞生署')
    """
    if to not in TARGETS:
        raise ValueError(f"cannot convert to {to!r}. Write one of {', '.join(TARGETS)}.")
    if text.isascii():
        return text
    converted = _converter(TARGETS[to]).convert(text)
    if len(converted) != len(text):
        return converted
    return _simplified(text, converted) if to == "zh-Hans" else _corrected(text, converted, to)


def _simplified(text: str, converted: str) -> str:
    """Put names right in a text converted to Simplified characters."""
    rules = _rules("")
    out = list(converted.translate(_SIMPLIFIED))
    for match in rules.forms_found.finditer(text):
        out[match.start() : match.end()] = rules.back[match[0]]
    return "".join(out)


def _corrected(text: str, converted: str, to: str) -> str:
    """Put names right in a text converted one character for one."""
    region = to[-2:]
    rules = _rules(region)
    out = list(converted)
    if len(text) in _PERSON_LENGTHS and text[0] in rules.surnames:
        out[0] = rules.surnames[text[0]]
    for at, char in enumerate(text):
        if char in rules.kept and out[at] != char:
            words = rules.kept[char]
            if words is None or not any(
                found.start() <= at < found.end()
                for found in words.finditer(text, max(0, at - 3), at + 4)
            ):
                out[at] = char
        elif region != "HK":
            out[at] = _PLAIN.get(out[at], out[at])
    for match in rules.names.finditer(text):
        form = rules.forms[match[0]]
        if region == "HK":
            form = _converter("t2hk").convert(form)
        out[match.start() : match.end()] = form
    return "".join(out)


@lru_cache(maxsize=8)
def _converter(configuration: str) -> _Converter:
    from opencc import OpenCC

    converter: _Converter = OpenCC(configuration)
    return converter


@lru_cache(maxsize=4)
def _rules(region: str) -> _Rules:
    return _Rules(region)
