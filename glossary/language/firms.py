"""The own names of firms, schools and clinics, which no list holds: 深圳 法本 信息 技术, 瑞华泰 薄膜, 国泰 达鸣 精密.

Such a name stands at the beginning, after a place or after another body, and before a word of the trade.  A single
character cannot stand there alone, so where :mod:`glossary.language.segment` left one, it and what stands beside it
are one word of two or three characters, or two of two.

>>> from glossary.language.readings import tables
>>> cut = [("深圳", "place"), ("法", "char"), ("本", "char"), ("科技", "word"), ("公司", "word")]
>>> own_names(cut, tables())
[('深圳', 'place'), ('法本', 'word'), ('科技', 'word'), ('公司', 'word')]
"""

from __future__ import annotations

from itertools import pairwise

from glossary.language.readings import Tables

__all__ = ["is_firm", "own_names", "trades_of_products", "two_of_two"]

#: What no own name holds, or no own name ends with.
_NEVER = frozenset("驻的和与及之第在对等年月届次个号路街省市县区州盟旗乡镇")
_NEVER_LAST = frozenset("大小新老总分副第")
#: 湘雅 二 医院 is the second of its name.
_COUNTED = frozenset("一二三四五六七八九十")
_DIGITS = (_COUNTED - {"十"}) | {"零", "〇"}
#: These may begin an own name though they say of what kind a thing is: 新 因素.
_OF_KINDS = frozenset("新大小老")
#: Before a word these are words of their own, or say of what kind it is.
_NEVER_ALONE = frozenset("中全高多双单非市本各两")
_LEGAL = ("有限公司", "责任公司")
_FORMS = ("有限", "股份", "集团", "控股", "责任")
#: Before the name of a firm in a title.
_BEFORE = frozenset(("关于", "对", "为", "向", "与", "和", "及"))
_TRADE = "业"
_IN_TERMS = frozenset("的与及")
_LONGEST_SHORT = 5
"""So long is what a firm is called for short, where it ends as terms of its trade do."""
_LONGEST = 4
_LEAST_PIECES, _PAIR, _THREE = 3, 2, 3
#: A county's proper name costs so much, and may be part of another; a province's never is.
_COUNTY = 112
#: 水河 is hardly a word, but the end of 酉水河.
_FEATURES = frozenset("港山江河湖泉湾岛")
_WATERS, _RARE = frozenset("山江河湖湾溪泉"), 140


def is_firm(text: str, known: Tables) -> bool:
    """Tell whether a text ends as the name of a firm, a school or a clinic does, or holds the full name of a firm.

    Args:
        text: Simplified characters.
        known: The tables.
    >>> from glossary.language.readings import tables
    >>> [is_firm(text, tables()) for text in ("日升实业", "国安达股份有限公司2025年度报告", "关于成立公司的通知")]
    [True, True, False]
    >>> [is_firm(text, tables()) for text in ("万华化学", "有机超分子化学")]
    [True, False]
    """
    if any(form in text for form in _LEGAL):
        return True
    if not _IN_TERMS.isdisjoint(text):
        return False
    if text[-2:] in known.classes["trades_in_terms"] and len(text) > _LONGEST_SHORT:
        return known.is_place(text[:2]) or known.is_place(text[:3])
    ends = known.union("trades", "trading_bodies")
    return text[-2:] in ends or text[-3:] in ends


def own_names(
    pieces: list[tuple[str, str]], known: Tables, ends: bool = False
) -> list[tuple[str, str]]:
    """Join what the cut left of a firm's own name.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
        ends: Whether the name may end where the pieces end: 国枫（深圳）律师 事务所.
    Returns:
        The same, each own name one word, or two where it has four characters.
    >>> from glossary.language.readings import tables
    >>> own_names([("国", "char"), ("泰达", "word"), ("鸣", "char"), ("精密", "word")], tables())
    [('国泰', 'word'), ('达鸣', 'word'), ('精密', 'word')]
    """
    pieces = _with_the_trade_apart(_with_the_place_apart(pieces, known), known)
    out: list[tuple[str, str]] = []
    at, open_ = 0, True
    while at < len(pieces):
        end = _end_of_name(pieces, at, known, ends) if open_ else at
        if open_ and end == at and (at or pieces[0][1] == "number"):
            end = _end_of_rare_name(pieces, at)
        if end > at:
            out += _words("".join(text for text, _ in pieces[at:end]), len(pieces[at][0]))
            at, open_ = end, False
            continue
        text, kind = pieces[at]
        open_ = (
            kind in ("place", "placed")
            or text.endswith(("公司", "区"))
            or text in _BEFORE
            or (open_ and text in known.classes["generics"])
        )
        out.append((text, kind))
        at += 1
    return out


def two_of_two(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Cut 中 科创 达 as 中科 创达: four characters whose first and last would stand alone are two words.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
    Returns:
        The same, or the two words where the whole text is such a name.
    >>> from glossary.language.readings import tables
    >>> two_of_two([("中", "char"), ("科创", "word"), ("达", "char")], tables())
    [('中科', 'word'), ('创达', 'word')]
    """
    if [len(text) for text, _ in pieces] != [1, _PAIR, 1]:
        return pieces
    first, last = pieces[0], pieces[2]
    apart = known.union("alone", "heads", "natural", "generics", "prefixes") | _NEVER | _NEVER_LAST
    if first[1] != "char" or last[1] != "char" or first[0] in apart or last[0] in apart:
        return pieces
    return _words("".join(text for text, _ in pieces), _PAIR)


def _words(name: str, first: int) -> list[tuple[str, str]]:
    """Cut an own name into its words; ``first`` is how long the first piece is: 尤尼泰 振青."""
    if _DIGITS.issuperset(name):
        return [(name, "word")]
    size = first if len(name) > _LONGEST else _PAIR if len(name) == _LONGEST else len(name)
    return [(part, "word") for part in (name[:size], name[size:]) if part]


def _with_the_place_apart(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Cut 深圳 市域 能 as 深圳 市 域能, and 北京城 威 as 北京 城威: the place stands before what is the firm's own."""
    out: list[tuple[str, str]] = []
    for at, (text, kind) in enumerate(pieces):
        lone = _is_lone(pieces, at + 1, known) and kind == "word"
        behind_place = bool(out) and out[-1][1] == "place"
        behind = behind_place and len(text) == _PAIR
        if lone and behind and text[0] in known.classes["generics"] and text[1] != "立":
            out += [(text[0], "generic"), (text[1], "char")]
        elif lone and not at and len(text) == _LEAST_PIECES and known.is_place(text[:2]):
            out += [(text[:2], "place"), (text[2], "char")]
        elif behind_place and _names_a_firm(pieces, at, known):
            out[-1] = (out[-1][0] + text, "word")
        else:
            out.append((text, kind))
    return out


def _names_a_firm(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a feature behind a place is a part of what a firm is called: 青岛 港 集团."""
    text, kind = pieces[at]
    if kind != "char" or text not in _FEATURES or at + 1 >= len(pieces):
        return False
    after = pieces[at + 1][0]
    return after in known.union("trades", "trading_bodies", "businesses") or after[:2] in _FORMS


def _with_the_trade_apart(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Cut 国 基地 产 as 国 基 地产, where the last character would stand alone though a trade's name ends there.

    So is 永 光电子 cut as 永 光 电子, since the first would stand alone.
    """
    trades = known.classes["trades"]
    for at, (first, second) in enumerate(pairwise(pieces)):
        if (
            (not at or pieces[at - 1][1] in ("place", "placed") or _begins_name(pieces, at - 1))
            and first[1] == "char"
            and first[0] not in _NEVER | _NEVER_LAST | known.classes["prefixes"]
            and len(second[0]) == _LEAST_PIECES
            and second[0] not in trades
            and second[0][1:] in trades
        ):
            cut = [first, (second[0][0], "char"), (second[0][1:], "word")]
            return [*pieces[:at], *cut, *pieces[at + 2 :]]
    for at, (word, rest) in enumerate(pairwise(pieces)):
        trade = word[0][-1] + rest[0]
        lone = len(rest[0]) == 1 and len(word[0]) == _PAIR and word[1] != "place"
        following = pieces[at + 2][0] if at + 2 < len(pieces) else ""
        ends = not following or following in trades or following[:2] in _FORMS
        if lone and trade in trades and (ends or following in known.classes["businesses"]):
            return [*pieces[:at], (word[0][0], "char"), (trade, "word"), *pieces[at + 2 :]]
    return pieces


def _begins_name(pieces: list[tuple[str, str]], at: int) -> bool:
    """Tell whether a word of two characters behind a place, or at the beginning, may begin a name: 东川 将军 水 金矿业."""
    text, kind = pieces[at]
    behind = not at or pieces[at - 1][1] in ("place", "placed", "generic")
    return behind and kind == "word" and len(text) == _PAIR


def trades_of_products(pieces: list[tuple[str, str]], known: Tables) -> list[tuple[str, str]]:
    """Take one character and 业 before the form of a firm for its trade: 天柱 山 禽业, 绿 平 果业 though 平果 is a place.

    A word of two characters keeps both (养殖 业), unless it is a name and its second and 业 are a trade that is listed.

    Args:
        pieces: Words and their kinds, as segmented.
        known: The tables.
    >>> from glossary.language.readings import tables
    >>> cut = [("绿", "char"), ("平果", "place"), ("业", "char"), ("有限公司", "word")]
    >>> trades_of_products(cut, tables())
    [('绿', 'char'), ('平', 'char'), ('果业', 'word'), ('有限公司', 'word')]
    """
    for at, (text, _) in enumerate(pieces):
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if text != _TRADE or not at or not _ends_a_trade(following, known):
            continue
        before, kind = pieces[at - 1]
        trade = before[-1] + text
        if len(before) == 1 and before not in _NEVER:
            return [*pieces[: at - 1], (trade, "word"), *pieces[at + 1 :]]
        proper = kind == "place" or before in known.proper
        if len(before) == _PAIR and proper and trade in known.union("trades", "businesses"):
            return [*pieces[: at - 1], (before[0], "char"), (trade, "word"), *pieces[at + 1 :]]
    return pieces


def _ends_a_trade(following: str, known: Tables) -> bool:
    """Tell whether what stands before a word may be a trade: nothing follows, another trade, or the form of a firm."""
    return not following or following[:2] in _FORMS or following in known.classes["trades"]


def _end_of_name(pieces: list[tuple[str, str]], start: int, known: Tables, ends: bool) -> int:
    """Where an own name ends that begins at ``start``; ``start`` itself where none does."""
    if _is_of_something(pieces, start):
        return start + _THREE
    size, lone, end = 0, 0, start
    for at in range(start, len(pieces)):
        text, kind = pieces[at]
        # 久和 医院: one character and "and" are no two; nor is 瓮福人和 米业.
        single = kind == "char" and (
            text not in _NEVER
            or (text == "和" and (at == start + 1 == end or _ends(pieces, at, known)))
        )
        if not single and not (
            _may_begin(pieces, at, known) if at == start else lone and _is_proper(text, kind, known)
        ):
            break
        size += len(text)
        lone += single
        end = at + 1
    after = pieces[end][0] if end < len(pieces) else ""
    stands = after not in known.classes["lines"] if len(after) > 1 else ends and not after
    longest = _LONGEST + (len(pieces[start][0]) > _PAIR and lone > 1)
    if lone == 1 and size == 1:
        return _end_of_filled(pieces, start, known, ends)
    if not lone or not stands or not 1 < size <= longest:
        return start
    last = pieces[end - 1][0]
    counted = last in _COUNTED and after in known.classes["trading_bodies"]
    return start if counted or last in _NEVER_LAST else end


def _ends(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a name of four characters ends here: a trade follows three single ones."""
    singles = all(kind == "char" for _, kind in pieces[max(0, at - 3) : at])
    after = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    return singles and at >= _THREE and after in known.union("trades", "businesses")


def _is_of_something(pieces: list[tuple[str, str]], start: int) -> bool:
    """Tell whether a name of three characters has 之 in its middle: 车 之 家."""
    texts = [text for text, kind in pieces[start : start + _THREE] if kind == "char"]
    return len(texts) == _THREE and texts[1] == "之" and start + _THREE < len(pieces)


def _end_of_filled(pieces: list[tuple[str, str]], start: int, known: Tables, ends: bool) -> int:
    """Where a name ends whose lone character stands before a common word and a trade: 康 师傅, 科 新纪元, 泰 丰盛 合."""
    trades = known.union("trades", "trading_bodies", "businesses", "lines")
    apart = _NEVER | _NEVER_LAST | known.classes["prefixes"] | _NEVER_ALONE
    first, kind = pieces[start]
    if kind != "char" or first in apart - _OF_KINDS or start + 1 >= len(pieces):
        return start
    word, end = pieces[start + 1][0], start + 2
    firmly = known.union("trades", "trading_bodies", "lines")
    if not 1 < len(word) < _LONGEST or word in firmly or word[-2:] in firmly:
        return start
    if word in trades:
        # 炫 生活 信息, but 恒 工业 有限: what firms do may be a part of a name before what they do.
        after = pieces[end][0] if end < len(pieces) else ""
        return end if after in known.classes["trades"] else start
    if len(word) == _PAIR and end < len(pieces) and pieces[end][1] == "char":
        end += pieces[end][0] not in apart | known.classes["heads"]
    after = pieces[end][0] if end < len(pieces) else ""
    return end if after in trades or after[:2] in _FORMS or (ends and not after) else start


def _end_of_rare_name(pieces: list[tuple[str, str]], start: int) -> int:
    """Where a name ends behind a place that is two to four digits, or "and" with single characters: 五八, 和邦, 和鼎泰."""
    text, kind = pieces[start]
    if kind == "number" and len(text) <= _LONGEST and _DIGITS.issuperset(text):
        return start + 1
    end = start + 1
    while end < len(pieces) and pieces[end][1] == "char":
        if pieces[end][0] in _NEVER | _NEVER_LAST:
            return start
        end += 1
    return end if text == "和" and 1 < end - start <= _LEAST_PIECES and end < len(pieces) else start


def _is_proper(text: str, kind: str, known: Tables) -> bool:
    """Tell whether two characters behind a lone one are rather a part of a name than a word: 国 安达, 瑞 华泰."""
    if len(text) != _PAIR or text in known.parts:
        return False
    if kind == "transliteration":
        return True
    if kind == "place":
        return known.cost_of(text) >= _COUNTY or text in known.proper
    return text in known.proper or (text[1] in _WATERS and known.cost_of(text) >= _RARE)


def _may_begin(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a word of two characters begins a name, since a lone one follows: 天士 力, 海洋 王."""
    text, kind = pieces[at]
    county = kind == "place" and known.cost_of(text) >= _COUNTY and text not in known.parts
    if county and (not at or pieces[at - 1][1] == "place"):
        # 新华 锦 集团: a lone character before what a firm does is no name; so 黑龙江 龙江 福 粮油.
        follows = pieces[at + 2][0] if len(pieces) > at + _PAIR else ""
        body = follows in known.union("trades", "trading_bodies") or follows[:2] in _FORMS
        return (
            body
            and len(text) == _PAIR
            and _is_lone(pieces, at + 1, known)
            and pieces[at + 1][0] not in _FEATURES
        )
    if kind == "transliteration":
        after = pieces[at + 1] if at + 1 < len(pieces) else ("", "")
        return len(text) <= _PAIR + 1 and after[1] == "char" and after[0] not in _NEVER
    if kind != "word" or len(text) != _PAIR or text in known.parts:
        return False
    if text in known.classes["headless"]:
        return False
    return _is_lone(pieces, at + 1, known)


def _is_lone(pieces: list[tuple[str, str]], at: int, known: Tables) -> bool:
    """Tell whether a character stands alone that does not end the word before it."""
    if at >= len(pieces) or pieces[at][1] != "char":
        return False
    char = pieces[at][0]
    return char not in known.classes["heads"] and char not in _NEVER and char not in _NEVER_LAST
