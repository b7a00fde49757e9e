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

from functools import lru_cache

from glossary.language.beginnings import KEPT
from glossary.language.readings import NO_WORD, tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Edges = list[tuple[int, int, str]]
    """End, cost and kind of pieces that begin at one place."""

#: Longest number or foreign name.
LONGEST = 16
UNKNOWN_COST = 190
ALONE_COST = 30
HEAD_COST = 100
NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿两廿卅")
#: A path is cheaper by this much when a transliteration run replaces several edges.
TRANSLITERATION_BASE = 85
TRANSLITERATION_STEP = 32
TRANSLITERATION_WEAK_STEP = 45
#: What a common word in such a run adds, and what such a word costs at most.
COMMON_COST, COMMON = 30, 95
#: What the names of countries cost.
COUNTRY_COST = 84
GENERIC_COST = 45
#: A province or prefecture that begins a name is cheaper by this much: 上海 兴伟, not 上 海兴 伟.
HIGH_COST, FIRST_BONUS = 104, 30
#: What the proper names of provinces and prefectures cost.
STEMS = (96, 104)
#: And a single character that begins such a name is dearer by this: 内蒙古 君正, not 内 蒙古.
SPLIT_COST = 60
#: So is the committee or the seat of a county that is listed with its generic, and the rank: 上思 县委, 涿鹿 县城, 黎平 县级.
OF_COUNTIES = frozenset("委级")
SEAT, NO_SEATS = "城", frozenset("关郊厢东西南北区镇")
TOWNS = frozenset("乡镇")
CITIES = frozenset("州市")
AND = "和"
BOTH = "两"
HIGHER = frozenset("省市")
#: So is a place behind these.
BEFORE_PLACES = frozenset(("中共", "中国", "关于", "公司"))
#: Short for a date or a plan, and numbers besides; and what such a number counts.
NUMBERED = frozenset(("十一", "十五"))
MEASURES = frozenset("届个次条项位名年月日章号家所人")
#: What follows a foreign name and begins with a character of such names, besides trades: 迪普 科技, not 迪普科 技.
SCIENCES = frozenset(("科技", "科学", "科工", "科研", "科创"))
#: Behind so many characters of sound these are features of nature, though foreign names are written with them too.
FEATURES = frozenset("海湖山")
LEAST_LISTED = 3
LEAST_OF_FEATURE = 4
_FORMERLY = "原"
_END = "\0"


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
    if not han:
        return []
    size = len(han)
    best = [0] + [1 << 60] * size
    came = [0] * (size + 1)
    kinds = [""] * (size + 1)
    edges = _edges()
    words, alone, generics = edges.tables.words, edges.alone, edges.generics
    openers, sounding = edges.openers, edges.steps
    char, opens = han[:1], True
    for start, following in enumerate(han[1:] + _END):
        base, end = best[start], start + 1
        cost = base + alone[char]
        first = not start or han[start - 2 : start] in BEFORE_PLACES
        if first and edges.high_place_at(han, start):
            cost += SPLIT_COST
        if cost < best[end]:
            best[end], came[end], kinds[end] = cost, start, "char"
        for length, rest, cost, is_place, in_parts in words[char + following]:
            if rest and not han.startswith(rest, start + 2):
                continue
            end = start + length
            if not is_place:
                # A number before its measure is no date or plan of the same form: 十一届, not 十一.
                if char == "十" and han[start:end] in NUMBERED and han[end : end + 1] in MEASURES:
                    continue
            elif not in_parts:
                if first and cost <= HIGH_COST:
                    cost -= FIRST_BONUS
                if (
                    han[end : end + 1] in generics
                    and edges.generic_at(han, end)
                    # No town is called like a province: 湖南 乡乡嘴.
                    and (cost > HIGH_COST or han[end] not in TOWNS)
                ):
                    further = base + cost + GENERIC_COST
                    if further < best[end + 1]:
                        best[end + 1], came[end + 1], kinds[end + 1] = further, start, "placed"
            elif edges.parts_from_place(han, end):
                # 上思 县委 书记, not 上思县 委.
                cost += SPLIT_COST
            cost += base
            if cost < best[end]:
                best[end], came[end] = cost, start
                kinds[end] = "place" if is_place else "word"
        # Nothing off the lists has one character.
        if opens or (char in openers and (following in sounding or following in NUMERALS)):
            for end, cost, kind in edges.unlisted(han, start):
                if base + cost < best[end]:
                    best[end], came[end], kinds[end] = base + cost, start, kind
        opens, char = char in generics, following
    out: list[tuple[str, str]] = []
    end = size
    while end:
        start = came[end]
        out.append((han[start:end], kinds[end]))
        end = start
    out.reverse()
    return out


class _Alone(dict[str, int]):
    """The costs of single characters, filled in as they are met."""

    def __init__(self, cost_of: Callable[[str], int]) -> None:
        super().__init__()
        self._cost_of = cost_of

    def __missing__(self, char: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        cost = self[char] = self._cost_of(char)
        return cost


class _Edges:
    """The edges of texts, by the tables."""

    def __init__(self) -> None:
        self.tables = tables()
        classes = self.tables.classes
        self.generics = classes["generics"]
        self.not_generic = classes["not_generic"]
        self.behind = SCIENCES | classes["trades"]
        self.heads = classes["heads"] | classes["generics"] | classes["natural"]
        # No town is called 湖南乡 or 城市和.
        self.never_last = self.generics | {"和"}
        self.never_in_towns = classes["never_in_towns"]
        self.alone = _Alone(self.cost_alone)
        strong, weak = classes["transliteration"], classes["transliteration_weak"]
        self.steps = dict.fromkeys(weak, (TRANSLITERATION_WEAK_STEP, 0))
        self.steps.update(dict.fromkeys(strong, (TRANSLITERATION_STEP, 1)))
        # What numbers and foreign names may begin with.
        self.openers = NUMERALS | {"第"} | set(self.steps)

    def cost_alone(self, char: str) -> int:
        """Return the cost of a single character."""
        cost = self.tables.cost_of(char)
        cost = UNKNOWN_COST if cost == NO_WORD else cost + ALONE_COST
        return min(cost, HEAD_COST) if char in self.heads else cost

    @staticmethod
    def parts_from_place(han: str, end: int) -> bool:
        """Return whether the generic of a county that ends here goes with what follows; 城关 is a town."""
        char = han[end : end + 1]
        return char in OF_COUNTIES or (char == SEAT and han[end + 1 : end + 2] not in NO_SEATS)

    def high_place_at(self, han: str, start: int) -> bool:
        """Return whether the name of a province or a prefecture begins here."""
        return any(
            is_place and cost <= HIGH_COST and not in_parts and han.startswith(rest, start + 2)
            for _length, rest, cost, is_place, in_parts in self.tables.words[han[start : start + 2]]
        )

    def unlisted(self, han: str, start: int) -> Edges:
        """Return the edges leaving ``start`` that no list holds: numbers, foreign names, townships."""
        edges = []
        if han[start] in self.openers:
            edges = _counted(han, start) + self._sounds(han, start)
        if start == 0 or han[start - 1] in self.generics:
            edges += self._unlisted_place(han, start)
        return edges

    def _sounds(self, han: str, start: int) -> Edges:
        """Edges for foreign names no list holds: runs of transliteration characters."""
        out: Edges = []
        # 宁夏 佳立 and 吉林 are none, though all their characters are of sound.
        for _, rest, cost, is_place, in_parts in self.tables.words[han[start : start + 2]]:
            # Nor is what stands behind a country a part of its name: 俄罗斯 库尔恰托夫.
            apart = cost in STEMS or (rest and cost <= COUNTRY_COST)
            if is_place and not in_parts and apart and han.startswith(rest, start + 2):
                return out
        cost, marked = TRANSLITERATION_BASE, 0
        for end in range(start + 1, min(len(han), start + LONGEST) + 1):
            step = self.steps.get(han[end - 1])
            if step is None or han[end - 1 : end + 1] in self.behind:
                break
            cost += step[0]
            marked += step[1]
            if end - start > 1 and self._is_common(han[end - 2 : end]):
                cost += COMMON_COST
            # 第勒尼安 海, but 奥马哈.
            if end - start > LEAST_OF_FEATURE and han[end - 1] in FEATURES:
                continue
            if 2 * marked > end - start and end - start > 1:
                out.append((end, cost, "transliteration"))
        return out

    def _is_common(self, pair: str) -> bool:
        """Tell whether two characters are a word so common that a foreign name hardly holds it: 基 高温."""
        return any(
            not rest and not is_place and cost < COMMON
            for _, rest, cost, is_place, _ in self.tables.words[pair]
        )

    def _unlisted_place(self, han: str, start: int) -> Edges:
        """Edges for townships and other places no list holds, generic included."""
        return [
            (end + 1, 90 + 20 * (end - start) + GENERIC_COST, "placed")
            for end in (start + 2, start + 3)
            if self.generic_at(han, end) and not self._begins_with_place(han, start, end)
        ]

    def _begins_with_place(self, han: str, start: int, end: int) -> bool:
        """Tell whether what an unlisted place would be called begins with one listed, or counts: 长治 潞州, 二 区.

        A feature of the listed one may well give a township its name: 大连湾 街道.
        """
        if not self.never_in_towns.isdisjoint(han[start:end]):
            # 设区 的 市 和 区
            return True
        if han[end] in CITIES and self.tables.is_place(han[end - 1 : end + 1]):
            # 现 兰州, 某 莱州 市
            return True
        if han[end - 1] in HIGHER:
            # 五 省市
            return True
        if end - start < LEAST_LISTED:
            return False
        if han[end - 1] == AND and han[end - 2] in self.generics:
            # 区县 和 乡
            return True
        if han[end] == "区" and han[end - 1] in NUMERALS:
            return True
        if han[end - 1] == BOTH:
            # 皖 赣 两 省
            return True
        # What was 华亭县 before.
        if han[start] == _FORMERLY and self.tables.is_place(han[start + 1 : end]):
            return True
        begun = han[start : start + 2]
        # 南开 沧州 are two.
        if self.tables.is_place(begun) and self.tables.is_place(han[start + 2 : end + 1]):
            return True
        listed = self.tables.is_place(begun)
        # No township is 中新苏 州, 仙桃沔 州 or 城市和 镇; 大连湾 街道 is one.
        if listed and han[end] in CITIES:
            return True
        if self.tables.cost_of(begun) > HIGH_COST:
            return False
        return (
            han[end] in CITIES
            or han[end - 1] in self.never_last
            or (listed and han[end - 1] not in self.heads)
        )

    def generic_at(self, han: str, at: int) -> bool:
        """Return whether an administrative generic stands here, and not a part of 市场 or 新区."""
        return (
            han[at : at + 1] in self.generics
            and han[at : at + 2] not in self.not_generic
            and (
                han[at - 1 : at + 1] not in self.not_generic
                # 开城市 is the city of Kaesong; 大城市 is a big city.
                or (len(han) == 3 and han[0] not in "大小新老中各全该本古都")
            )
        )


@lru_cache(maxsize=1)
def _edges() -> _Edges:
    return _Edges()


def _counted(han: str, start: int) -> Edges:
    """Edges for numbers and ordinals."""
    if han[start] in NUMERALS:
        end = _end_of(NUMERALS, han, start)
        return [(end, 90 + 10 * (end - start), "number")] if end - start > 1 else []
    if han[start] != "第" or start + 1 >= len(han) or han[start + 1] not in NUMERALS:
        return []
    end = _end_of(NUMERALS, han, start + 1)
    edges = [(end, 60, "ordinal")]
    if end - start > 2 and han[end - 1] in "百千万":
        # 第一百货商店 has no hundred.
        edges.append((end - 1, 75, "ordinal"))
    return edges


def _end_of(members: frozenset[str], han: str, start: int) -> int:
    end = start + 1
    while end < len(han) and end - start < LONGEST and han[end] in members:
        end += 1
    return end
