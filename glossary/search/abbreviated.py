"""Chinese names that a query of a few characters abbreviates: 上交大 is 上海交通大学, 国安法 the 国家安全法.

Nobody lists every short form that is said.  Chinese makes them of the first characters of a name's words, or of the end of its last
one, in their order; a name is found by them where no name is equal, begins so or holds the query.
"""

from __future__ import annotations

from glossary.language.pinyin import words
from glossary.search.expressions import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["abbreviated", "abbreviates", "is_university"]

SIZES = range(2, 8)
_UNIVERSITY = "大"
"""Two characters may stand for a great many names, but for this one: 天大 is 天津大学."""
ROWS = 120
"""Names with all its characters that are read, the shortest first."""
LONGEST = 4
"""Of a name so many times as long as the query nobody makes it."""
_BEFORE = frozenset(("国家", "中国", "中华", "人民", "共和国", "中央", "全国"))
"""What such a form may leave out at the beginning: 药监局."""
_HEADS = frozenset("院所化")
"""Heads that are said of a word in the middle, too: 农科院饲料所."""
_OWNERS = frozenset("部委会局署院")
"""How the bodies end whose divisions are called without them."""


def abbreviated(reader: Reader, text: str, filters: Filters) -> list[Candidate]:
    """Return names that a Chinese query abbreviates.

    Args:
        reader: The store.
        text: The query's exact key.
        filters: What names are limited to.
    """
    if len(text) not in SIZES or (len(text) == 2 and not is_university(text)):
        return []
    rows = reader.names_matching(all_of([[char] for char in text]), filters, ROWS)
    texts = reader.texts_of([row[0] for row in rows])
    return [
        row
        for row in rows
        if len(texts[row[0]]) <= LONGEST * len(text)
        and _abbreviates_any(text, [span for span, _ in words(texts[row[0]])])
    ]


def _abbreviates_any(short: str, parts: Sequence[str]) -> bool:
    """Tell whether a query abbreviates a name, or what stands behind the body it belongs to: 农机化司."""
    starts = [0, *(at for at, part in enumerate(parts[:-1], 1) if part[-1] in _OWNERS)]
    return any(abbreviates(short, parts[at:]) for at in starts)


def is_university(text: str) -> bool:
    """Tell whether two characters are how a university is called for short: 天大, which stands within 航天大学, too."""
    return len(text) == 2 and text[1] == _UNIVERSITY


def abbreviates(short: str, parts: Sequence[str]) -> bool:
    """Tell whether characters are the beginnings of a name's words in their order, the last of its last word.

    Args:
        short: The characters.
        parts: The words of the name.
    >>> abbreviates("上交大", ["上海", "交通", "大学"]), abbreviates("国安法", ["国家", "安全法"])
    (True, True)
    >>> abbreviates("上交大", ["上海", "交通", "大学", "医院"]), abbreviates("药监局", ["国家", "药品", "监督", "管理局"])
    (False, True)
    >>> abbreviates("农科院饲料所", ["中国", "农业", "科学院", "饲料", "研究所"])
    True
    """
    while len(parts) > 1 and parts[0] in _BEFORE and parts[0][0] != short[:1]:
        parts = parts[1:]
    if not parts or not parts[0].startswith(short[:1]):
        return False
    at, last = 0, len(parts) - 1
    for number, part in enumerate(parts):
        begun = at
        while at < len(short) and at - begun < len(part) and part[at - begun] == short[at]:
            at += 1
        headed = at > begun and part[-1] in _HEADS
        if (number == last or headed) and at < len(short) and part[-1] == short[at]:
            at += 1
            begun = -1
        if number == last and at == begun:
            return False
    return at == len(short)
