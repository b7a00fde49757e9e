"""Towns, townships, subdistricts and villages, most of which no list holds: 安平 县 周城 镇, 崇文门外 街道.

What stands between a place, or the beginning, and such a generic is the name, whatever words it seems to hold.

>>> from glossary.language.readings import tables
>>> township_names([("二", "char"), ("仙桥", "word"), ("街道", "word")], tables())
[('二仙桥', 'place'), ('街道', 'word')]
"""

from __future__ import annotations

from itertools import pairwise

from glossary.language.readings import Tables
from glossary.language.segment import NUMERALS

__all__ = ["township_names"]

_TOWNS = frozenset("镇乡")
_VILLAGE, _VILLAGE_AND_TOWN = "村", "村镇"
_ENDS = frozenset("镇乡道办区城村")
_OF_KINDS = frozenset("新大小老中古")
_AND, _NOTHING = ("和", "char"), ("", "")
_LONGEST, _PAIR = 4, 2
_HIGH = 104
#: A word of such a cost is hardly met in running text: 家村, but 山村 and 渔村.
_RARE = 140
#: And one of such a cost is often met.
_COMMON = 110
#: Longer names of works are two words: 花江 峡谷 大桥.
_LONGEST_OF_WORKS = 3
#: What counts works and sites: 三 座 水库; and says of what kind they are: 松江 特 大桥.
_COUNTED = frozenset("座处口个家所条项批期")
_OF_SIZES = frozenset("大中小新老旧高低重特型")
#: A part of a railway ends behind a place: 宜昌 段 全线 隧道.
_OF_ROADS = frozenset("段")
_HEADS = frozenset(("区长", "县长", "市长", "州长", "旗长", "镇长", "乡长"))
_STREET, _WAY, _STREETS = "街", "道", "街道"
#: Behind a surname, what a village in the north is called: 陈各庄 村.
_ESTATE = "各庄"
#: A road is apart before what a town has: 督院 街 派出所.
_ROADS = frozenset("路街")
_STATION = "派出所"


def township_names(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Join what the cut left of the name of a town, a subdistrict or a village.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
    Returns:
        The same, each such name one piece, and its generic apart: 周 城镇 is 周城 镇.
    >>> from glossary.language.readings import tables
    >>> township_names([("江", "char"), ("村镇", "word"), ("卫生院", "word")], tables())
    [('江村镇', 'placed'), ('卫生院', 'word')]
    >>> township_names([("各", "char"), ("乡镇", "word")], tables())
    [('各', 'char'), ('乡镇', 'word')]
    """
    units = known.union("units_of_towns", "works_of_towns")
    if not any(
        text[-1] in _ENDS or text in units or text + after in units
        for (text, _), (after, _) in pairwise([*pieces, _NOTHING])
    ):
        return pieces
    quarters, owners = known.classes["quarters"], known.classes["owners_of_towns"]
    pieces = _without_heads(pieces, known)
    out: list[tuple[str, str]] = []
    start = 0
    for at, (text, kind) in enumerate(pieces):
        after = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        name = out[start:]
        joined = "".join(piece for piece, _ in name)
        town = text in _TOWNS and kind in ("char", "generic") and not after.startswith(_STREETS)
        if text in quarters or town:
            peoples = _peoples(name, known)
            own = name[: len(name) - len(peoples)]
            if not _is_name(own, known, start > 0 or text != "社区"):
                out.append((text, kind))
            elif peoples:
                own_name = "".join(piece for piece, _ in own)
                out[start:] = [(own_name, "place"), *peoples, (text, "generic")]
            elif town:
                out[start:] = [(joined + text, "placed")]
            else:
                out[start:] = [(joined, "place"), (text, kind)]
            start = len(out)
        elif joined[-1:] not in _ROADS and _names_a_unit(name, text, after, known, start > 0):
            out[start:] = [(joined, "place"), (text, kind)]
            start = len(out)
        elif kind == "word" and text[-1] in _TOWNS and len(text) == _PAIR:
            if _lost_its_end(name, text, after, known):
                out[start:] = [(joined + text, "placed")]
                start = len(out)
            else:
                out.append((text, kind))
        elif text in owners:
            out.append((text, kind))
            start = len(out)
        elif (start or after.startswith(_VILLAGE)) and _ends_a_village(name, text, known):
            out[start:] = [(joined + text, "place")]
            start = len(out)
        else:
            out.append((text, kind))
            generic = text in known.classes["generics"] and start == len(out) - 2
            if kind == "placed" or (kind == "place" and not _goes_on(pieces, at, known)) or generic:
                start = len(out)
    return out


def _without_heads(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Cut 长顺 县长 寨 街道 as 长顺 县 长寨 街道: behind a place and before such a name there is no head of it.

    And 临街 道 as 临 街道, since no street is called a way.
    """
    out: list[tuple[str, str]] = []
    for at, (text, kind) in enumerate(pieces):
        head = text in _HEADS and out and out[-1][1] == "place"
        if head and _names_a_town(pieces, at + 1, known):
            out[-1:] = [(out[-1][0] + text[0], "placed"), (text[1], "char")]
        elif text[-1] == _STREET and at + 1 < len(pieces) and pieces[at + 1][0] == _WAY:
            out.append((text[:-1], "char" if len(text) == _PAIR else kind))
        elif text == _ESTATE and out and out[-1][0] in known.classes["surnames"]:
            out[-1] = (out[-1][0] + text, "place")
        elif text == _WAY and at and pieces[at - 1][0][-1] == _STREET:
            out.append((_STREETS, "word"))
        else:
            out.append((text, kind))
    return out


def _names_a_town(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a town's generic, or what a town has, follows within the length of a name."""
    ends = known.union("quarters", "units_of_towns")
    size = 0
    for text, kind in pieces[at:]:
        if text in ends or text in _TOWNS or (kind == "placed" and text[-1] in _TOWNS):
            return True
        size += len(text)
        if kind != "char" or size >= _LONGEST:
            return False
    return False


def _names_a_unit(
    name: list[tuple[str, str]], text: str, after: str, known: Tables, behind: bool
) -> bool:
    """Tell whether what a town has begins here, in one word or two, and is called after it: 派出所, 人民 法庭, 左家坞 水库.

    Works, sites and police stations have such names at the beginning too, but common words before them are none: 加强 小 水库.
    """
    units, works = known.classes["units_of_towns"], known.classes["works_of_towns"]
    if behind and (text in units or text + after in units):
        return _is_name(name, known, True)
    named = text in works or text + after in works or text == _STATION
    if not named or not _is_name(name, known, True):
        return False
    apart = known.classes["alone"] - NUMERALS | known.classes["prefixes"]
    (first, _), (second, kind), *_ = name
    size = sum(len(piece) for piece, _ in name)
    if size > _LONGEST_OF_WORKS or name[-1][0] in _OF_SIZES or first in _OF_ROADS:
        return False
    if not NUMERALS.isdisjoint(piece for piece, _ in name[1:]):
        return False
    if first in NUMERALS and (second in _COUNTED or (len(second) > 1 and kind == "word")):
        return False
    return not any(
        piece in apart or (kind == "word" and len(piece) > 1 and known.cost_of(piece) < _COMMON)
        for piece, kind in name
    )


def _ends_a_village(name: list[tuple[str, str]], text: str, known: Tables) -> bool:
    """Tell whether a village ends here, alone or with a rare word behind one character: 梁 家 村, 下各 镇 溪 上村."""
    if text == _VILLAGE:
        return _is_name(name, known, True)
    rare = text[-1] == _VILLAGE and len(text) == _PAIR and known.cost_of(text) >= _RARE
    lone = len(name) == 1 and name[0][1] == "char"
    return rare and lone and _is_name([*name, (text[0], "char")], known, True)


def _peoples(name: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """The peoples a township is named after, at the end of its name: 归兰 水族 乡."""
    size = 0
    while size < len(name) and name[-1 - size][0] in known.classes["nations"]:
        size += 1
    return name[len(name) - size :]


def _goes_on(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a place listed without its generic may begin the name of a town: 芙蓉 北路, 武汉 路, 西固 城镇."""
    text = pieces[at][0]
    if known.cost_of(text) <= _HIGH and at + 2 < len(pieces):
        # A city before a town's name: 武汉 路 街道 is one, 武汉 二 仙桥 街道 two.
        return (
            pieces[at + 1][0][-1] in known.classes["features_in_towns"]
            and pieces[at + 2][0] in known.classes["quarters"]
        )
    return text not in known.parts


def _is_name(name: list[tuple[str, str]], known: Tables, placed: bool) -> bool:
    """Tell whether pieces before a generic are the name of a place: two to four characters with a lone one among them."""
    size = sum(len(text) for text, _ in name)
    if len(name) < _PAIR or not _PAIR <= size <= _LONGEST or not placed:
        return False
    for at, (text, kind) in enumerate(name):
        last = at == len(name) - 1
        generic = at and text in known.classes["generics"]
        if kind in ("placed", "generic", "ordinal") or (generic and not (last and text in _TOWNS)):
            return False
        if text in known.classes["never_in_towns" if at else "never_first_in_towns"]:
            return False
    if name[-1] == _AND and len(name[0][0]) > 1:
        # 城市 和 镇 are two things.
        return False
    if any(len(text) == 1 for text, _ in name):
        return True
    return name[-1][0][-1] in known.classes["features_in_towns"]


def _lost_its_end(name: list[tuple[str, str]], text: str, after: str, known: Tables) -> bool:
    """Tell whether a word like 城镇 holds the end of a town's name: 周 城镇 人民政府, 榆林 子镇."""
    size = sum(len(piece) for piece, _ in name)
    organs, common_towns = known.classes["organs_of_towns"], known.classes["towns_in_common"]
    if size == 1 and text == _VILLAGE_AND_TOWN and after != "银行":
        # 顾 村镇 is no town of villages, whatever follows.
        after = ""
    if not 1 <= size < _LONGEST or (after and not after.startswith(tuple(organs))):
        return False
    if name[0] == _AND:
        return False
    if (name[0][0] in _OF_KINDS and text in common_towns) or (
        size > 1 and text in known.classes["sights"]
    ):
        return False
    for piece, kind in name:
        if (
            kind in ("placed", "generic", "ordinal")
            or piece in known.classes["never_first_in_towns"]
        ):
            return False
    if len(name) > 1 or size == 1:
        return True
    piece, kind = name[0]
    common = kind == "word" and known.cost_of(piece) < _HIGH
    return not common and (text not in common_towns or known.cost_of(piece) > _HIGH)
