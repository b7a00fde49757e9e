"""The words of English place names: what stands for a generic, and what is written in more than one way.

``Prefecture`` fits a prefecture and an autonomous prefecture, ``City`` the three kinds of cities; Kazakh is Kazak, Back
Banner is Rear Banner, "and" between nationalities does not count.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import english_key

__all__ = ["GENERIC_TYPES", "place_words", "stem_key", "word_key"]

_CITIES = ("prefecture-level-city", "sub-provincial-city", "county-level-city")
#: Words for what a place is, as people write them, and the types they fit; the longest first.
GENERIC_TYPES = {
    "special administrative region": ("special-administrative-region",),
    "autonomous prefecture": ("autonomous-prefecture",),
    "autonomous region": ("autonomous-region",),
    "autonomous county": ("autonomous-county",),
    "autonomous banner": ("autonomous-banner",),
    "administrative district": ("administrative-district",),
    "forestry district": ("forestry-district",),
    "forest district": ("forestry-district",),
    "forestry area": ("forestry-district",),
    "forest area": ("forestry-district",),
    "special district": ("special-district",),
    "mining district": ("district",),
    "mining area": ("district",),
    "new district": ("district", "new-area"),
    "new area": ("district", "new-area"),
    "municipality": ("municipality", *_CITIES),
    "municipal": ("municipality", *_CITIES),
    "city": ("municipality", *_CITIES),
    "shi": ("municipality", *_CITIES),
    "province": ("province",),
    "provincial": ("province",),
    "prov": ("province",),
    "sheng": ("province",),
    "zizhiqu": ("autonomous-region",),
    "prefecture": ("prefecture", "autonomous-prefecture"),
    "prefectural": ("prefecture", "autonomous-prefecture"),
    "diqu": ("prefecture",),
    "zizhizhou": ("autonomous-prefecture",),
    "league": ("league",),
    "meng": ("league",),
    "county": ("county", "autonomous-county"),
    "xian": ("county",),
    "zizhixian": ("autonomous-county",),
    "district": ("district", "forestry-district", "special-district"),
    "qu": ("district",),
    "banner": ("banner", "autonomous-banner"),
    "qi": ("banner",),
    "zizhiqi": ("autonomous-banner",),
    "sar": ("special-administrative-region",),
}
#: Words written in more than one way, each in the table's.
_SPELLINGS = {
    **dict.fromkeys(("mongolian", "mongols"), "mongol"),
    **dict.fromkeys(("uyghur", "uighur", "uygur"), "uygur"),
    **dict.fromkeys(("buyei", "buyi", "puyi"), "bouyei"),
    **dict.fromkeys(("evenk", "evenki"), "ewenki"),
    "kazakh": "kazak",
    "kyrgyz": "kirgiz",
    "bulang": "blang",
    "dulong": "derung",
    "wa": "va",
    "mulam": "mulao",
    "back": "rear",
    "central": "middle",
    "union": "united",
    "joint": "united",
    **dict.fromkeys(
        ("and", "&", "the", "wing", "multiethnic", "multi", "ethnic", "various", "nationalities"),
        "",
    ),
    "zuoyi": "left",
    "youyi": "right",
}
_SIDES = {
    "zuoqi": "left",
    "youqi": "right",
    "qianqi": "front",
    "zhongqi": "middle",
    "houqi": "rear",
}
_APART = str.maketrans({"’": "'", "-": " ", "‑": " ", ",": " ", "(": " ", ")": " ", ".": ""})


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """Return one English word as it is compared, an empty text where it does not count.

    >>> word_key("Xi'an"), word_key("Mongolian"), word_key("and")
    ('xian', 'mongol', '')
    """
    key = (
        english_key(word.replace("'", "")) if not word.isascii() else word.replace("'", "").lower()
    )
    return _SPELLINGS.get(key, key)


def stem_key(text: str) -> str:
    """Return the key of an English proper name, without spaces.

    >>> stem_key("Hulun Buir"), stem_key("Lüliang")
    ('hulunbuir', 'luliang')
    """
    return "".join(word_key(word) for word in text.translate(_APART).split())


def place_words(text: str) -> list[str]:
    """Return the words of an English name, 左旗 and the like in English.

    >>> place_words("Alxa Zuoqi"), place_words("Suzhou, Anhui")
    (['Alxa', 'left', 'banner'], ['Suzhou', 'Anhui'])
    """
    found: list[str] = []
    for word in text.translate(_APART).split():
        low = word.replace("'", "").lower()
        found += [_SIDES[low], "banner"] if low in _SIDES else [word]
    return found
