"""Joining words and single characters as GB/T 16159-2012 writes them: 技术 厅 is Jìshùtīng, 部队 海 警 is Bùduì Hǎijǐng.

:mod:`glossary.language.segment` cuts a run, :mod:`glossary.language.pinyin` reads the pieces; here single characters
join their neighbours, or begin a name no list holds.

>>> from glossary.language.readings import tables
>>> pieces = [Word("技术", "技术", ("jì", "shù"), "word"), Word("厅", "厅", ("tīng",), "char")]
>>> [word.span for word in grouped(pieces, tables())]
['技术厅']
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.readings import Tables
from glossary.language.shapes import four_loose

__all__ = ["LOWER", "Word", "grouped"]

#: What ends the name of a body, and heads that rather begin a name behind one.
_ORGANS, _OF_NAMES_OF_ROADS = frozenset("局厅署"), frozenset("王城金石花林江河湖海山岭泉东")
#: Written small between words: and, with, and, of.
LOWER = frozenset("和与及的")
#: Heads of the divisions of a ministry or a department.
_DIVISIONS = frozenset("司处")
_ROADS = frozenset("路街巷")
#: Features of nature, apart from a proper name of two characters.
_FEATURES = frozenset("山江河湖峡湾溪寺")
#: The city's, the province's: they stand alone at the beginning.
_LEVELS = frozenset("省市县区")
_ISLES = frozenset("海岛")
_NAMING = _FEATURES | _ISLES
_WATERS = frozenset("江河湖")
#: Of the proper names of provinces and prefectures.
_HIGH_COSTS = (96, 104)
#: They join a common word (工作区, 贫困县), since every one of their proper names is listed.
_COMPLETE = frozenset("区县")
#: In, on, under; and what may follow them in a title.
_PLACEMENTS = frozenset("中上下里内")
#: A week or a month named after what it is for; elsewhere they stand alone: 宣传 周, but 2020 年 3 月.
_SPANS = frozenset("年月周日")
_COUNTING, _NUMERALS = frozenset("部件"), frozenset("一二两三四五六七八九十")
_PARTICLE = "所"
_DONE = frozenset("提需受列涉述附持获致")
_VERBS = frozenset("走看做学讲写谈说有找谋固促求见多高")
#: Grammatical words that also begin the names of firms: 海同科技, 和邦集团, 云从科技.
_CAUSING = frozenset("致均")
_OF_NAMES = frozenset("同从和为正用再经今") | _CAUSING


class Word:
    """A word of the text: its characters, as they stand and Simplified, syllables, and whether a hyphen stands before it."""

    __slots__ = ("glued", "kind", "loose", "simple", "span", "syllables")

    def __init__(
        self, span: str, simple: str, syllables: tuple[str, ...], kind: str, glued: bool = False
    ) -> None:
        self.span = span
        self.simple = simple
        self.syllables = syllables
        self.kind = kind
        self.glued = glued
        self.loose = kind == "char" and len(span) == 1

    def append(self, other: Word) -> None:
        """Add another word at the end."""
        self.span += other.span
        self.simple += other.simple
        self.syllables += other.syllables
        self.loose = self.loose and other.loose

    def halves(self) -> list[Word]:
        """The two halves of a word of four characters."""
        return [
            Word(self.span[:2], self.simple[:2], self.syllables[:2], self.kind, self.glued),
            Word(self.span[2:], self.simple[2:], self.syllables[2:], self.kind),
        ]


def grouped(parts: list[Word], known: Tables) -> list[Word]:
    """Join single characters to their neighbours as the standard joins them.

    Args:
        parts: The words of a run, read.
        known: The tables.
    Returns:
        Words as they are written; the arguments are changed.
    """
    rules = _rules(known)
    grouper = _Grouper(rules)
    for at, word in enumerate(parts):
        if word.loose or grouper.prefixed or word.simple[0] in rules.sounds:
            grouper.take(word, *parts[at + 1 : at + 3])
        else:
            grouper.out.append(word)
    out = grouper.out
    for at in range(len(out) - 1, -1, -1):
        word = out[at]
        if word.loose and four_loose(word.span, word.loose, known):
            out[at : at + 1] = word.halves()
    return out


class _Rules:
    """The sets of characters that joining asks for."""

    def __init__(self, known: Tables) -> None:
        classes = known.classes
        self.known = known
        self.readings = known.readings
        self.heads, self.prefixes = classes["heads"], classes["prefixes"]
        self.determiners, self.determined = classes["determiners"], classes["determined"]
        self.alone = classes["alone"] | LOWER | self.determiners
        self.generics, self.natural = classes["generics"], classes["natural"]
        self.peoples, self.organs = classes["peoples"], classes["organs"]
        self.headless, self.named_after = classes["headless"], classes["named_after"]
        self.named_roads = self.named_after | classes["named_bodies"]
        self.named_after |= classes["offices"] | classes["works_of_towns"]
        self.verbs, self.levels = classes["verbs"], classes["organs_of_levels"]
        self.of_waters = classes["of_waters"]
        self.leading, self.zones = classes["leading"], classes["zones"]
        self.named_works, self.of_nature = classes["named_works"], classes["of_nature"]
        self.trades = classes["trades"] | classes["trading_bodies"] | classes["businesses"]
        self.sounds = classes["transliteration"] | classes["transliteration_weak"]
        self.joining_places = self.peoples | (
            self.heads - self.natural - self.generics - classes["not_of_places"]
        )


@lru_cache(maxsize=1)
def _rules(known: Tables) -> _Rules:
    return _Rules(known)


class _Grouper:
    """The words so far, and whether the last is a prefix waiting for its word."""

    def __init__(self, rules: _Rules) -> None:
        self.rules = rules
        self.out: list[Word] = []
        self.prefixed = False

    def take(self, word: Word, following: Word | None = None, then: Word | None = None) -> None:
        """Add a word, joined to the last or on its own.

        Args:
            word: The word.
            following: The one behind it.
            then: The one behind that.
        """
        rules, char, single = self.rules, word.simple, word.loose
        if not self.out:
            joins = False
        elif self._opens_name(word, char, following) or (single and self._is_span(char, following)):
            joins = True
        elif word.glued or (single and char in rules.alone):
            joins = False
        elif self.prefixed:
            joins = word.kind in ("word", "char")
        else:
            last = self.out[-1]
            joins = single and self._joins(char, last, following)
            joins = joins and not self._begins(char, following, last)
            joins = joins and not self._begins_division(following, then, last)
            joins = joins and not self._counts(char, following, last)
            joins = joins and not (char in _ROADS and self._is_road(following, last))
            joins = joins and not self._is_the_party(char, following, last)
            joins = joins or self._continues_name(char, word.kind, last)
            joins = joins or (single and self._names_what_follows(char, following, then, last))
        if joins:
            last = self.out[-1]
            suffix = rules.readings.get("-" + char) if single else None
            if suffix and last.kind == "word" and not self.prefixed:
                word.syllables = (suffix,)
            last.append(word)
            if last.kind == "transliteration" and char in rules.sounds:
                pass
            elif not self.prefixed:
                last.kind = "char" if last.kind == "char" and char not in rules.heads else "word"
            else:
                last.kind = word.kind
        else:
            if single and char in rules.generics and self.out:
                word.kind = "generic"
            self.out.append(word)
        self.prefixed = single and not joins and char in rules.prefixes

    def _opens_name(self, word: Word, char: str, following: Word | None) -> bool:
        """Tell whether two characters at the beginning are the name of a firm, though one is a grammatical word."""
        if not word.loose or len(self.out) != 1 or following is None or following.kind != "word":
            return False
        first = self.out[0].simple
        lone = len(first) == 1 and self.out[0].loose and not self.rules.organs & {first, char}
        if char == "和":
            # 久和 医院, but 骨 和 软骨 are two.
            return lone and following.simple in self.rules.trades
        # 华致 酒行, but 已 致 多人 死亡
        causes = {first, char} & _CAUSING
        return (
            lone
            and not _OF_NAMES.isdisjoint((first, char))
            and not (causes and ({first, char} - causes) & self.rules.alone)
        )

    def _counts(self, char: str, following: Word | None, last: Word) -> bool:
        """Tell whether a numeral counts what follows, as in titles of decisions: 等 六 部 法律, not 六部委."""
        counted = following is not None and following.kind == "word"
        return char in _COUNTING and last.simple in _NUMERALS and counted

    def _is_span(self, char: str, following: Word | None) -> bool:
        """Tell whether a day, a week, a month or a year is named after the common word before it: 读书 日, 宣传 月 活动."""
        last = self.out[-1]
        if char not in _SPANS or last.kind != "word" or len(last.span) == 1 or last.loose:
            return False
        return following is None or (char != "年" and following.kind == "word")

    def _begins(self, char: str, following: Word | None, last: Word) -> bool:
        """Tell whether a character begins a word no list holds: 部队 海 警, 深圳 传 音, 紫光 国 芯."""
        rules = self.rules
        organ = char in rules.organs and (char != "国" or last.kind != "word")
        if organ or following is None or last.kind not in ("word", "place"):
            return False
        after = following.simple
        if not following.loose or after in rules.alone or after in rules.generics:
            return False
        return after not in rules.heads or last.kind == "place"

    def _begins_division(self, following: Word | None, then: Word | None, last: Word) -> bool:
        """Tell whether three characters behind a body are the name of a division, though one may end a word: 财政部 税 政 司."""
        if following is None or then is None or not (following.loose and then.loose):
            return False
        body = last.kind == "word" and last.simple[-1] in self.rules.heads
        return body and then.simple in _DIVISIONS and following.simple not in self.rules.alone

    def _is_the_party(self, char: str, following: Word | None, last: Word) -> bool:
        """Tell whether 党 is the Party, not the head of a party's name no list holds: 加强 党 的 建设."""
        if char != "党" or last.kind != "word" or following is None:
            return False
        return following.simple in self.rules.alone

    def _is_road(self, following: Word | None, last: Word) -> bool:
        """Tell whether a road stands apart from its name (复兴 路), as it does unless what follows is named after it."""
        named = following is not None and following.simple in self.rules.named_roads
        size = len(last.span)
        return not named and size > 1 and (size == 2 or not last.loose)

    def _names_what_follows(
        self, char: str, following: Word | None, then: Word | None, last: Word
    ) -> bool:
        """Tell whether a feature behind a place is the name of what follows: 云台山 景区, 崖州湾 国家 实验室."""
        if following is None or last.kind != "place" or char not in _NAMING:
            return False
        rules, after = self.rules, {following.simple, then.simple if then else ""}
        if char in _ISLES:
            return following.simple in rules.zones
        if following.simple in rules.named_after:
            return True
        return rules.of_nature.isdisjoint(after) and not rules.named_works.isdisjoint(after)

    def _continues_name(self, chars: str, kind: str, last: Word) -> bool:
        """Tell whether a foreign name was cut: 布 拉德福德, 奥林 匹克."""
        rules, before = self.rules, last.simple
        if chars[0] not in rules.sounds or before[0] not in rules.sounds or last.kind == "generic":
            return False
        if not (rules.sounds.issuperset(chars) and rules.sounds.issuperset(before)):
            return False
        if len(chars) > 1 and len(before) > 1:
            return "transliteration" == kind == last.kind
        if {kind, last.kind}.isdisjoint(("transliteration", "place")) or len(before + chars) < 4:
            return False
        # 宁夏 and 吉林 are no part of a foreign name: 宁夏 佳立.
        if last.kind == "place" and rules.known.cost_of(before) in _HIGH_COSTS:
            return False
        return chars not in rules.generics and chars not in rules.natural

    def _is_determined(self) -> bool:
        """Tell whether "this", "that" or "each" stands before the last word, which then is its measure or its noun."""
        return len(self.out) > 1 and self.out[-2].simple in self.rules.determiners

    def _stands_behind(self) -> bool:
        """Tell whether the last word stands behind a common one, as in, on and under do."""
        return len(self.out) > 1 and self.out[-2].kind == "word"

    def _joins(self, char: str, last: Word, following: Word | None) -> bool:
        """Tell whether a single character joins the word before it."""
        rules, kind, ends = self.rules, last.kind, following is None
        if char in _WATERS and following is not None and following.simple in rules.of_waters:
            return False
        if kind in ("number", "ordinal", "glued", "given"):
            return False
        if last.simple in _PLACEMENTS and char in _VERBS and self._stands_behind():
            # 现代化 建设 中 走, 新征程 上 看, 激励 下 多 物理 参数
            return False
        if _PARTICLE in (char, last.simple) and last.loose and following is not None:
            # 考察 工作 时 所 提 问题
            return False
        if char == _PARTICLE and following is not None and following.simple in _DONE:
            # 评审 专家 所 提 意见
            return False
        if last.simple in rules.determined and self._is_determined():
            # 这 张 网, 那 片 海
            return False
        if len(last.span) == 1:
            return kind == "char" and last.simple not in rules.alone and last.simple not in _LEVELS
        if kind == "generic":
            return False
        if kind in ("place", "transliteration"):
            if char in rules.joining_places:
                return True
            return (
                kind == "transliteration"
                and char in rules.sounds
                and char not in rules.heads
                and char not in rules.generics
            )
        if char in rules.generics:
            if last.simple in rules.verbs or last.simple in rules.headless:
                return False
            # A ministry of Japan: 经济产业省; a province stands after a place.
            if char == "省":
                return ends
            return (
                kind == "word"
                and char in _COMPLETE
                and last.simple[-1] not in rules.generics
                and last.simple not in rules.known.proper
                and (following is None or following.simple not in rules.levels)
            )
        if kind == "char":
            return char not in rules.natural
        if last.simple[-1] in _ORGANS and char in _OF_NAMES_OF_ROADS and not ends:
            # 司法局 王城 路
            return False
        if ends and (char in _FEATURES or (char in _ISLES and last.simple in rules.known.proper)):
            # 沂蒙 山, but 沂蒙山区; an island may be of a kind: 旅游岛.
            return False
        if char not in rules.heads or last.simple in rules.headless:
            return False
        if last.simple in rules.verbs:
            return char in rules.organs
        return char not in rules.leading or following is None or len(following.span) == 1
