"""Cutting a run of Han characters into words by least cost.

Every word of the tables is an edge from where it starts to where it ends, priced by how rare it
is in running text; so is every single character, at a higher price.  Numbers, ordinals
(第 and a number) and long runs of transliteration characters are edges too, since no list holds
them all.  The cheapest path is the segmentation: 中学校长 costs less as 中学 校长 than as 中 学校 长.

>>> [text for text, _ in segment("河北省科学技术厅")]
['河北省', '科学', '技术', '厅']
>>> [text for text, _ in segment("中学校长")]
['中学', '校长']
"""

from __future__ import annotations

from glossary.language.readings import tables

#: Longest word looked up; the longest autonomous counties have 15 characters.
LONGEST = 16
UNKNOWN_COST = 190
ALONE_COST = 30
HEAD_COST = 100
NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿两廿卅")
#: A path is cheaper by this much when a transliteration run replaces several edges.
TRANSLITERATION_BASE = 85
TRANSLITERATION_STEP = 32
TRANSLITERATION_WEAK_STEP = 45
GENERIC_COST = 45
#: A province or prefecture that begins a name is cheaper by this much: 上海 兴伟, not 上 海兴 伟.
HIGH_COST, FIRST_BONUS = 104, 30
#: Short for a date or a plan, and numbers besides; and what such a number counts.
NUMBERED = frozenset(("十一", "十五"))
MEASURES = frozenset("届个次条项位名年月日章号家所人")


def segment(han: str) -> list[tuple[str, str]]:
    """Return the words of a run of Simplified Han characters.

    Args:
        han: Han characters only; any length, in time proportional to it.
    Returns:
        Pairs of text and kind (``place`` ``placed``: a place and its generic, ``word`` ``char``
        ``number`` ``ordinal`` ``transliteration``); the texts joined give the argument.
    >>> segment("第一棉纺司")
    [('第一', 'ordinal'), ('棉纺', 'word'), ('司', 'char')]
    """
    size = len(han)
    best = [0] + [1 << 60] * size
    came: list[tuple[int, str]] = [(0, "")] * (size + 1)
    edges = _Edges(han)
    for start in range(size):
        base = best[start]
        for end, cost, kind in edges.of(start):
            if base + cost < best[end]:
                best[end] = base + cost
                came[end] = (start, kind)
    out: list[tuple[str, str]] = []
    end = size
    while end:
        start, kind = came[end]
        out.append((han[start:end], kind))
        end = start
    out.reverse()
    return out


class _Edges:
    """The edges of one text."""

    def __init__(self, han: str) -> None:
        self.han = han
        self.tables = tables()
        classes = self.tables.classes
        self.generics = classes["generics"]
        self.not_generic = classes["not_generic"]
        self.heads = classes["heads"] | classes["generics"] | classes["natural"]

    def of(self, start: int) -> list[tuple[int, int, str]]:
        """Return the edges leaving ``start``: end, cost, kind."""
        han, costs, places = self.han, self.tables.costs, self.tables.places
        char = han[start]
        alone = costs.get(char, UNKNOWN_COST - ALONE_COST) + ALONE_COST
        if char in self.heads:
            alone = min(alone, HEAD_COST)
        edges = [(start + 1, alone, "char")]
        for end in range(start + 2, min(len(han), start + LONGEST) + 1):
            text = han[start:end]
            cost = costs.get(text)
            if cost is None or self._counts(text, end):
                continue
            if text not in places:
                edges.append((end, cost, "word"))
            else:
                if not start and cost <= HIGH_COST and text not in self.tables.parts:
                    cost -= FIRST_BONUS
                edges.append((end, cost, "place"))
                if self._generic_at(end) and text not in self.tables.parts:
                    edges.append((end + 1, cost + GENERIC_COST, "placed"))
        if char in NUMERALS:
            end = _end_of(NUMERALS, han, start)
            if end - start > 1:
                edges.append((end, 90 + 10 * (end - start), "number"))
        elif char == "第" and start + 1 < len(han) and han[start + 1] in NUMERALS:
            end = _end_of(NUMERALS, han, start + 1)
            edges.append((end, 60, "ordinal"))
            if end - start > 2 and han[end - 1] in "百千万":
                # 第一百货商店 has no hundred.
                edges.append((end - 1, 75, "ordinal"))
        edges += self._sounds(start)
        if start == 0 or han[start - 1] in self.tables.classes["generics"]:
            edges += self._unlisted_place(start)
        return edges

    def _counts(self, text: str, end: int) -> bool:
        """Tell a number before its measure from a date or plan of the same form: 十一届, not 十一."""
        return text in NUMBERED and self.han[end : end + 1] in MEASURES

    def _sounds(self, start: int) -> list[tuple[int, int, str]]:
        """Edges for foreign names no list holds: runs of transliteration characters."""
        strong, weak = (
            self.tables.classes["transliteration"],
            self.tables.classes["transliteration_weak"],
        )
        out = []
        cost, marked = TRANSLITERATION_BASE, 0
        for end in range(start + 1, min(len(self.han), start + LONGEST) + 1):
            char = self.han[end - 1]
            if char in strong:
                cost += TRANSLITERATION_STEP
                marked += 1
            elif char in weak:
                cost += TRANSLITERATION_WEAK_STEP
            else:
                break
            if 2 * marked > end - start and end - start > 1:
                out.append((end, cost, "transliteration"))
        return out

    def _unlisted_place(self, start: int) -> list[tuple[int, int, str]]:
        """Edges for townships and other places no list holds, generic included."""
        return [
            (end + 1, 90 + 20 * (end - start) + GENERIC_COST, "placed")
            for end in (start + 2, start + 3)
            if self._generic_at(end)
        ]

    def _generic_at(self, at: int) -> bool:
        """Tell whether an administrative generic stands here, and not a part of 市场 or 新区."""
        return (
            self.han[at : at + 1] in self.generics
            and self.han[at : at + 2] not in self.not_generic
            and (
                self.han[at - 1 : at + 1] not in self.not_generic
                # 开城市 is the city of Kaesong; 大城市 is a big city.
                or (len(self.han) == 3 and self.han[0] not in "大小新老中各全该本古都")
            )
        )


def _end_of(members: frozenset[str], han: str, start: int) -> int:
    end = start + 1
    while end < len(han) and end - start < LONGEST and han[end] in members:
        end += 1
    return end
