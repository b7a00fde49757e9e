"""Names no list holds, put together from what segmentation left of them: foreign ones, lines, names behind places.

>>> from glossary.language.readings import tables
>>> behind_places([("重庆", "place"), ("歌", "char"), ("乐山", "place")], tables())
[('重庆', 'place'), ('歌乐山', 'word')]
"""

from __future__ import annotations

from glossary.language.readings import Tables

__all__ = [
    "WATERS",
    "behind_places",
    "between_places",
    "foreign_names",
    "is_foreign_part",
    "is_foreign_water",
    "is_water",
    "sides_of_provinces",
    "water_parts",
]

#: What no foreign name ends with that others follow: sides, and features of nature.
_SIDES = frozenset("东南西北中大小和与及海湖山")
_COMPASS = frozenset("东南西北中")
#: What the names of waters begin with though it may end a word: 流溪 河.
_BEFORE_WATERS = _COMPASS | {"流"}
#: A word dearer than this is hardly met in running text.
_RARE = 125
_ENDS = ("char", "word", "glued")
_PROVINCES = frozenset("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁")
#: Behind provinces in a row.
_BEHIND_PROVINCES = frozenset("段线两三四五省界边")
#: 皖通 is a firm, no line.
_BRANDS = frozenset("通达捷")
_TWO, _THREE, _FOUR = 2, 3, 4
_SAINT = "圣"
#: What may be a water; it stands apart before its basin.
WATERS = frozenset("江河湖")
#: 内河 and 河湖 are words, 沁河 is a river.
_UNCOMMON = 118
_FEATURES = frozenset("湾山岛湖滩洞峡沟寨潭泉溪")
_BEFORE_FEATURES = frozenset("新老游登爱去上下古原美")
_ROADS = frozenset(side + road for side in "东南西北中" for road in "路街")
_VILLAGE_AND_TOWN = "村镇"
_SOUNDS = ("char", "transliteration")
_LONGEST_PART = 7
_LONGEST_FOREIGN = 32
"""Pieces of a foreign name, so that a text of nothing but such characters is read in time proportional to it."""
_COUNTY = 112
"""What the proper name of a county costs; those of prefectures cost less, as common words do."""


def foreign_names(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Join 瓦拉 多利 德 as one foreign name: pieces in characters of sound, one of them a single character.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
    Returns:
        The same, with such pieces joined where no common word is among them and about half of the characters mark
        a foreign name.
    >>> from glossary.language.readings import tables
    >>> foreign_names([("瓦拉", "word"), ("多利", "word"), ("德", "char"), ("队", "char")], tables())
    [('瓦拉多利德', 'transliteration'), ('队', 'char')]
    """
    strong = known.classes["transliteration"]
    sounds = known.union("transliteration", "transliteration_weak")
    if not any(kind == "char" and text in sounds for text, kind in pieces):
        return pieces
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(pieces):
        end = at
        while (
            end < min(len(pieces), at + _LONGEST_FOREIGN)
            and sounds.issuperset(pieces[end][0])
            and _is_sound(*pieces[end], known)
        ):
            end += 1
        while end > at and pieces[end - 1][0] in _SIDES:
            end -= 1
        run = pieces[at:end]
        name = "".join(text for text, _ in run)
        sizes = [len(text) for text, _ in run]
        if name and pieces[at][0] == _SAINT and end == at + 1 < len(pieces):
            # 圣 马丁: what follows is a common word else.
            after = pieces[end][0]
            end += len(after) > 1 and sounds.issuperset(after)
            out.append((name + after if end > at + 1 else name, pieces[at][1]))
            at = end
        elif (
            len(name) > 3
            and 1 in sizes
            and max(sizes) > 1
            and 2 * sum(map(strong.__contains__, name)) + 1 >= len(name)
        ):
            out.append((name, "transliteration"))
            at = end
        else:
            out.append(pieces[at])
            at += 1
    return out


def _is_sound(text: str, kind: str, known: Tables) -> bool:
    """Tell whether a piece may be a part of a foreign name: a rare word, a single character, another such name."""
    return kind in ("char", "transliteration") or (kind == "word" and known.cost_of(text) >= _RARE)


def is_foreign_part(parts: list[tuple[str, str, str]], known: Tables) -> bool:
    """Tell whether a run beside an interpunct is a part of a foreign name, so one word: 铁力瓦尔地, though 铁力 is a county.

    Args:
        parts: The cut of the run: text, kind, listed reading.
        known: The tables.
    Returns:
        Whether something in it has no sense, and nothing is a prefecture or a common word.
    >>> from glossary.language.readings import tables
    >>> is_foreign_part([("铁力", "place", ""), ("瓦", "char", ""), ("尔", "char", ""), ("地", "char", "")], tables())
    True
    >>> is_foreign_part([("清明", "word", ""), ("时节", "word", "")], tables())
    False
    """
    if sum(len(text) for text, _, _ in parts) > _LONGEST_PART:
        return False
    rest = [(text, kind) for text, kind, _ in parts if kind not in _SOUNDS]
    return len(rest) < len(parts) and all(
        kind in ("place", "word") and len(text) > 1 and known.cost_of(text) >= _COUNTY
        for text, kind in rest
    )


def sides_of_provinces(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join the short name of a province and its side: 川 西北 is 川西北, as 湘西 and 苏北 are.

    Args:
        pieces: Words and their kinds, as segmented.
    Returns:
        The same, with such a pair one place.
    >>> sides_of_provinces([("学院", "word"), ("川", "char"), ("西北", "place"), ("乡村", "word")])
    [('学院', 'word'), ('川西北', 'place'), ('乡村', 'word')]
    """
    out: list[tuple[str, str]] = []
    for text, kind in pieces:
        before = out[-1] if out else ("", "")
        if len(text) == _TWO and before[0] in _PROVINCES and _COMPASS.issuperset(text):
            out[-1] = (before[0] + text, "place")
        else:
            out.append((text, kind))
    return out


def behind_places(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Join 歌 乐山 behind a place as one name: a single character there that no grammar explains begins one.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
    Returns:
        The same, with such a character joined to the place behind it, or to what begins a road or a town: 湖东 路, 孙村 镇.
    >>> from glossary.language.readings import tables
    >>> behind_places([("重庆", "place"), ("歌", "char"), ("乐山", "place")], tables())
    [('重庆', 'place'), ('歌乐山', 'word')]
    >>> behind_places([("马鞍山", "place"), ("湖", "char"), ("东路", "word")], tables())
    [('马鞍山', 'place'), ('湖东', 'word'), ('路', 'char')]
    """
    apart = known.union("alone", "generics", "organs", "natural", "peoples", "prefixes")
    out: list[tuple[str, str]] = []
    following = [text for text, _ in pieces[1:]] + [""]
    for (text, kind), after in zip(pieces, following, strict=True):
        behind = len(out) > 1 and out[-2][1] in ("place", "placed")
        if text == _VILLAGE_AND_TOWN and len(out) > 1:
            # 示范区 庞村 镇 政府, 新安 县 南李村 镇 政府
            if not behind and out[-1][1] == out[-2][1] == "char" and out[-2][0] not in apart:
                out[-2:] = [(out[-2][0] + out[-1][0], "char")]
            behind = after[:2] in known.classes["organs_of_towns"] or (not after and behind)
        lone = behind and out[-1][1] == "char"
        if len(out) == 1 and out[0][1] == "char" and _is_feature(out[0][0], text, kind):
            lone = True
        if lone and text in _ROADS and out[-1][0] not in known.classes["generics"]:
            out[-1:] = [(out[-1][0] + text[0], "word"), (text[1], "char")]
        elif not lone or out[-1][0] in apart or text in known.classes["quarters"]:
            out.append((text, kind))
        elif kind == "place" and len(text) == _TWO and out[-1][0] not in _SIDES:
            out[-1] = (out[-1][0] + text, "word")
        elif text == _VILLAGE_AND_TOWN:
            out[-1] = (out[-1][0] + text, "placed")
        else:
            out.append((text, kind))
    return out


def _is_feature(char: str, text: str, kind: str) -> bool:
    """Tell whether a feature of nature begins with a lone character at the beginning of a text: 亚 龙湾."""
    if kind != "place" or len(text) != _TWO or text[1] not in _FEATURES:
        return False
    return char not in _SIDES and char not in _BEFORE_FEATURES


def is_foreign_water(text: str, known: Tables) -> bool:
    """Tell whether a listed place is a lake of three characters or more, or a river of four, all but its feature of sound.

    Args:
        text: A listed place.
        known: The tables.
    >>> from glossary.language.readings import tables
    >>> [is_foreign_water(text, tables()) for text in ("巴尔喀什湖", "艾比湖", "松山湖", "芜湖")]
    [True, True, False, False]
    """
    name, feature = text[:-1], text[-1]
    least = _TWO if feature == "湖" else _THREE if feature == "河" else len(text)
    sounds = known.union("transliteration", "transliteration_weak")
    if len(name) == _TWO and known.is_place(name):
        return False
    return len(name) >= least and sounds.issuperset(name)


def is_water(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a water stands apart from its feature: one abroad, or one whose basin or course follows (沁 河 流域).

    Args:
        pieces: Words and their kinds, as segmented.
        at: Which of them is the place.
        known: The tables.
    >>> from glossary.language.readings import tables
    >>> is_water([("浑江", "place"), ("流域", "word")], 0, tables()), is_water([("浑江", "place"), ("市", "char")], 0, tables())
    (True, False)
    """
    text, kind = pieces[at]
    after = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    if after in known.union("quarters", "works_of_towns"):
        # 历下 区 大明湖 街道 is no lake.
        return False
    feature = text[-1] in WATERS and len(text) > 1 and kind in ("place", "word")
    if feature and after in known.classes["of_waters"]:
        return kind == "place" or known.cost_of(text) >= _UNCOMMON
    return kind == "place" and is_foreign_water(text, known)


def water_parts(
    before: tuple[str, str, str], text: str, known: Tables
) -> list[tuple[str, str, str]]:
    """Cut a water from its feature; one character before one of two is the beginning of its name: 流 溪河 is 流溪 河.

    Args:
        before: What stands before it: text, kind, listed reading.
        text: The water.
        known: The tables.
    Returns:
        What stands instead of both.
    >>> from glossary.language.readings import tables
    >>> water_parts(("流", "char", ""), "溪河", tables())
    [('流溪', 'place', ''), ('河', 'generic', '')]
    """
    own, feature = (text[:-1], "place", ""), (text[-1], "generic", "")
    apart = known.union("alone", "generics", "organs", "heads") - _BEFORE_WATERS
    if len(own[0]) == 1 and before[1] == "char" and before[0] not in apart:
        return [(before[0] + own[0], "place", ""), feature]
    return [before, own, feature] if before[0] else [own, feature]


def _loose_ends(out: list[tuple[str, str, str]], known: Tables) -> int:
    """Where two single characters begin that no list joins, after a place or at the beginning: 准 朔 铁路."""
    start = len(out) - 2
    if start < 0 or (start and out[start - 1][1] not in ("place", "generic")):
        return len(out)
    apart = known.union("alone", "generics", "heads") - known.classes["short_places"] | _BRANDS
    loose = all(kind == "char" and text not in apart for text, kind, _ in out[start:])
    return start if loose else len(out)


def between_places(parts: list[tuple[str, str, str]], known: Tables) -> list[tuple[str, str, str]]:
    """Write the ends of a line with a hyphen: 包茂 高速 is Bāo-Mào Gāosù.

    Args:
        parts: The cut of a run: text, kind, listed reading.
        known: The tables.
    Returns:
        The same, with two to four short names of places before a road or railway each on its own, and those of
        provinces behind a pair of them: 沪苏 浙皖.
    >>> from glossary.language.readings import tables
    >>> between_places([("包", "char", ""), ("茂", "char", ""), ("高速", "word", "")], tables())
    [('包', 'word', ''), ('茂', 'glued', ''), ('高速', 'word', '')]
    """
    lines, short = known.classes["lines"], known.classes["short_places"]
    out: list[tuple[str, str, str]] = []
    for text, kind, listed in _of_provinces(parts):
        if text in lines:
            start = len(out)
            while start and short.issuperset(out[start - 1][0]) and out[start - 1][1] in _ENDS:
                start -= 1
            if sum(len(part) for part, _, _ in out[start:]) < _TWO:
                start = _loose_ends(out, known)
            if start < len(out) and out[start][1] == "glued":
                # 中-吉-乌 铁路 is listed.
                start = len(out)
            ends = "".join(part for part, _, _ in out[start:])
            fixed = any(len(part) > 1 and known.cost_of(part) < _RARE for part, _, _ in out[start:])
            if _TWO <= len(ends) <= _FOUR and not fixed and not known.is_place(ends):
                out[start:] = [(ends[0], "word", ""), *((char, "glued", "") for char in ends[1:])]
        # A third and a fourth province go with the pair before them: 沪苏 浙皖.
        third = out and out[-1][1] == "glued" and out[-1][0] in _PROVINCES and kind in _ENDS
        if third and _PROVINCES.issuperset(text) and kind != "glued":
            out += [(char, "glued", "") for char in text]
        else:
            # And one before a pair: 皖 浙赣.
            if kind == "glued" and _is_third(out):
                out[-1] = (out[-1][0], "glued", "")
            out.append((text, kind, listed))
    return out


def _of_provinces(parts: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Write provinces in a row, two or more of which no list joins, with a hyphen: 豫 鲁 段, 湘 鄂 渝 黔 边区.

    What stands behind them is a word, or says what they have: 皖 赣 两 省.
    """
    if not any(text in _PROVINCES and kind == "char" for text, kind, _ in parts[1:]):
        return parts
    out = list(parts)
    start = 0
    while start < len(out):
        end = start
        while end < len(out) and out[end][1] == "char" and out[end][0] in _PROVINCES:
            end += 1
        after = out[end][0] if end < len(out) else ""
        if end - start >= _TWO and (len(after) != 1 or after in _BEHIND_PROVINCES):
            first, *rest = out[start:end]
            out[start:end] = [(first[0], "word", ""), *((text, "glued", "") for text, _, _ in rest)]
        start = end + 1
    return out


def _is_third(out: list[tuple[str, str, str]]) -> bool:
    """Tell whether the last two pieces are a province that stands alone and the first of a pair of them."""
    last = out[-2:]
    singles = all(text in _PROVINCES for text, _, _ in last)
    return len(last) == _TWO and singles and [kind for _, kind, _ in last] == ["char", "word"]
