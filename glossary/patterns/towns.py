"""Towns, townships, subdistricts and sumu as parts of Chinese names: which a county has, and how they are written in English.

They are read in Chinese alone: from English alone no one could tell 东兴 from 东星. Their English is plain pinyin; where names are Mongolian,
Tibetan or Uygur, and their English not pinyin, none is given.
"""

from __future__ import annotations

import os
from functools import lru_cache

from glossary.language.han import han_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["english_of_town", "has_town", "is_romanised", "plain_pinyin", "towns_at", "towns_of"]

_TABLE = os.path.join(os.path.dirname(__file__), "tables", "towns.txt")
_LONGEST = 12
_SHORTEST_STEM = 2
"""Of one character what it is would be part of the name: 南乡 is Nanxiang."""

_ROMANISED = ("15", "54", "63", "65", "5132", "5133", "5334", "6230")
"""Beginnings of the codes of places in which names are not of Chinese."""

_KINDS = (
    ("民族乡", "Ethnic Township"),
    ("民族镇", "Ethnic Town"),
    ("街道", "Subdistrict"),
    ("镇", "Town"),
    ("乡", "Township"),
)
_WORDS = tuple(kind for kind, _english in _KINDS)
_PEOPLES = {
    "土家族": "Tujia",
    "苗族": "Miao",
    "彝族": "Yi",
    "回族": "Hui",
    "壮族": "Zhuang",
    "瑶族": "Yao",
    "侗族": "Dong",
    "白族": "Bai",
    "布依族": "Bouyei",
    "满族": "Manchu",
    "朝鲜族": "Korean",
    "畲族": "She",
    "仡佬族": "Gelao",
    "水族": "Shui",
    "傈僳族": "Lisu",
    "哈尼族": "Hani",
    "傣族": "Dai",
    "拉祜族": "Lahu",
    "佤族": "Va",
    "纳西族": "Naxi",
    "黎族": "Li",
    "羌族": "Qiang",
    "普米族": "Pumi",
    "蒙古族": "Mongol",
    "锡伯族": "Xibe",
    "达斡尔族": "Daur",
    "鄂温克族": "Ewenki",
    "鄂伦春族": "Oroqen",
    "赫哲族": "Hezhen",
    "柯尔克孜族": "Kirgiz",
    "藏族": "Tibetan",
    "保安族": "Bonan",
    "东乡族": "Dongxiang",
    "撒拉族": "Salar",
    "裕固族": "Yugur",
    "土族": "Tu",
    "哈萨克族": "Kazak",
    "景颇族": "Jingpo",
    "阿昌族": "Achang",
    "德昂族": "De'ang",
    "布朗族": "Blang",
    "怒族": "Nu",
    "独龙族": "Derung",
    "基诺族": "Jino",
    "毛南族": "Maonan",
    "仫佬族": "Mulao",
    "维吾尔族": "Uygur",
}


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """The names of each county's towns, by commas, by its code."""
    with open(_TABLE, encoding="utf-8") as stream:
        pairs = (line.rstrip("\n").split("\t") for line in stream if "\t" in line)
        return {code: names for code, names in pairs if not is_romanised(code)}


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], frozenset[str]]:
    """The names of all towns, with the word for what they are, by their compared form, and the first two characters of each."""
    written = ",".join(_lines().values())
    # Of two with one compared form (回龙镇, 廻龙镇) the plain one is read.
    compared = {han: name for han, name in _pairs(written) if han != name}
    compared.update((name, name) for han, name in _pairs(written) if han == name)
    return compared, frozenset(name[:2] for name in compared)


def _pairs(written: str) -> Iterator[tuple[str, str]]:
    return zip(han_form(written).split(","), written.split(","), strict=True)


def _stem(name: str) -> str:
    """A town's name without the word for what it is; empty where that would be too short."""
    kind = next((kind for kind, _english in _KINDS if name.endswith(kind)), "")
    stem = name[: len(name) - len(kind)]
    return stem if len(stem) >= _SHORTEST_STEM else ""


def towns_at(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield where names of towns that begin at a position end, and the names, with the word for what they are and without.

    Args:
        text: A Chinese name in its compared form.
        start: The position.

    A township that has become a town, or a town a subdistrict, is called by the new word: that of what the list knows is read with any.

    >>> list(towns_at("抱龙镇人民政府", 0)), list(towns_at("阪田街道", 0))
    ([(2, '抱龙'), (3, '抱龙镇')], [(2, '坂田'), (4, '坂田街道')])
    >>> list(towns_at("抱龙街道办事处", 0))
    [(2, '抱龙'), (4, '抱龙街道')]
    """
    names, beginnings = _names()
    if text[start : start + 2] not in beginnings:
        return
    for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
        form = text[start:end]
        if form in names and _stem(form):
            yield end, names[form]
            continue
        kind = next((kind for kind in _WORDS if form.endswith(kind)), "")
        stem = form[: len(form) - len(kind)]
        whole = next((stem + each for each in _WORDS if stem + each in names), "")
        if whole and _stem(whole) == stem:
            yield end, names[whole][: len(stem)] + kind


@lru_cache(maxsize=256)
def towns_of(code: str) -> frozenset[str]:
    """Return the names of a county's towns, with the word for what they are and without, as written and as compared.

    >>> "抱龙镇" in towns_of("500237"), "抱龙" in towns_of("500237"), "飞龙镇" in towns_of("500237")
    (True, True, False)
    """
    whole = [name for name in _lines().get(code, "").split(",") if _stem(name)]
    names = (*whole, *map(_stem, whole))
    return frozenset((*names, *map(han_form, names)))


def has_town(code: str, name: str) -> bool:
    """Return whether a county has a town of a name, or one that is a town, township or subdistrict by another word.

    >>> has_town("500237", "抱龙镇"), has_town("500237", "抱龙街道"), has_town("500237", "飞龙镇")
    (True, True, False)
    """
    known = towns_of(code)
    return name in known or (_stem(name) in known and bool(_stem(name)))


def english_of_town(name: str) -> str:
    """Return a town's name in plain pinyin, with the English of what it is.

    >>> english_of_town("抱龙镇"), english_of_town("红椿土家族乡"), english_of_town("四平路街道")
    ('Baolong Town', 'Hongchun Tujia Ethnic Township', 'Siping Road Subdistrict')
    """
    kind, english = next((each for each in _KINDS if name.endswith(each[0])), ("", ""))
    stem = name[: len(name) - len(kind)]
    peoples: list[str] = []
    while stem.endswith("族"):
        people = max((each for each in _PEOPLES if stem.endswith(each)), key=len, default="")
        if people in ("", stem):
            break
        stem = stem[: len(stem) - len(people)]
        peoples.insert(0, _PEOPLES[people])
    if peoples:
        english = f"{_listed(peoples)} Ethnic {english}"
    if english == "Subdistrict" and stem.endswith("路") and len(stem) > _SHORTEST_STEM:
        stem, english = stem[:-1], f"Road {english}"
    return f"{plain_pinyin(stem)} {english}".strip()


def is_romanised(code: str) -> bool:
    """Return whether names in a place are not of Chinese, and pinyin not their English.

    >>> is_romanised("654200"), is_romanised("130100")
    (True, False)
    """
    return code.startswith(_ROMANISED)


def plain_pinyin(stem: str) -> str:
    """Return a name in plain pinyin, as one word.

    >>> plain_pinyin("祖堂山")
    'Zutangshan'
    """
    # The tables of pinyin are for those who write a town's English; no lookup else needs them.
    from glossary.language.pinyin import syllables
    from glossary.language.syllables import join, toneless

    return toneless(join(syllables(stem))).capitalize()


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
