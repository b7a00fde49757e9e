"""Initials of Chinese names: 河北省国际人才交流协会 is ``hbsgjrcjlxh``, or ``hbgjrcjlxh`` without 省.

A letter stands for a syllable; runs of Latin letters and digits stay whole, lower-case.  The second form
leaves out the generics of the places a name begins with: 省 市 县 区 自治区 自治州 自治县 旗 盟, the nations in
the names of autonomous places among them (广西壮族自治区 is ``gx``).  Only a leading place is touched, and only
where the generic is one: not in 市场, 区域, 省级, 县域, nor in 开发区 or 校区.

What opens a name before its place (中共, 中国共产党) does not hide it: 中共河北省委员会 has both forms.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from glossary.language.han import has_han

__all__ = ["generic_spans", "initials", "toneless_syllables"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PROVINCES = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
# Nations of more than one character may stand without 族 (巴音郭楞蒙古自治州).
_NATIONS = (
    "(?:(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|"
    "阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?"
    "|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京]族)*"
)
_LEAD = re.compile("(?:中国共产党|中共|国家税务总局|中国人民政治协商会议|中国国民党革命委员会)?")
_NAMED = (
    f"(?:{_PROVINCES})(?P<a>省)(?!级|域|际|略|力|界|属|道|内(?!河)|外(?!事|办|国|专|汇|贸|经|文|侨|资|语|商|联)"
    "|会(?!计|议|展)|长(?!城|江|沙|春))"
    "|(?:广西|宁夏|新疆|西藏|内蒙古)(?P<b>(?:壮族|回族|维吾尔|维吾尔族)?自治区)"
    "|(?:香港|澳门)(?P<c>特别行政区)"
)
_STOP = "省市县区州盟旗部厅局委院会校学级困"
# What stands before 区 where it is no district: 开发区 园区 社区 …
_ZONE = "发园社地小厂景库辖新特战军税作验范护理灾牧林贸"
_NEXT = (
    "(?!全国|中国|中华|国家|国际|世界|亚洲|中央|直辖)(?:"
    f"[^{_STOP}]{{2,7}}?(?P<a>{_NATIONS}自治[州县旗])"
    f"|[^{_STOP}]{{2,6}}?(?<![^省市县区州盟旗].城)(?P<b>市(?!场|区|域|容|值|井|郊|貌|价|况|售|级|属"
    "|长(?!安|清|宁|寿|治|春|沙|丰|岛|乐|葛|垣)"
    "|民(?!政|族|主|用|兵|防|生|办|革|盟|建|进|委)|政(?!府|协|务|法|策|治|研)))"
    f"|[^{_STOP}]{{1,6}}?(?P<c>县(?!域|城|级|属|长|志))"
    f"|[^{_STOP}矿]{{1,6}}?(?<!大湾)(?<![{_ZONE}])(?P<d>区(?!域|划|块|间|别|位|分|内|县|级|属|长))"
    "|(?:阿里|喀什|和田|阿克苏|塔城|阿勒泰|大兴安岭)(?P<e>地区)"
    "|(?:兴安|锡林郭勒|阿拉善|哲里木|昭乌达|伊克昭|乌兰察布|巴彦淖尔|呼伦贝尔)(?P<f>盟)"
    f"|[^{_STOP}]{{2,6}}?(?P<g>旗(?!手|帜|舰|袍|下)))"
)
# What every generic ends in, so that most texts need not be matched.
_GENERIC_ENDS = frozenset("省市县区州盟旗")
_NOT_KEY = re.compile("[^a-z0-9]+")
_KEPT, _LONGEST_KEPT = 2048, 40
_ITEM = re.compile("(?P<run>[A-Za-z0-9]+)|[^\\W_]")


def initials(
    text: str,
    syllables: Sequence[str],
    left_out: frozenset[int] | None = None,
    plain: Sequence[str] = (),
) -> tuple[str, str]:
    """Return the initials of a Chinese name, with and without the generics of its leading places.

    Args:
        text: The name, in either script.
        syllables: Its syllables as :func:`glossary.language.pinyin.syllables` gives them: one for
            each Han character, one for each run of Latin letters or digits.
        left_out: What :func:`generic_spans` gave for them, where that is known.
        plain: What :func:`toneless_syllables` gave for them, where that is known.
    Returns:
        Two strings of ``a-z0-9``, equal where no generic is left out.
    >>> initials("河北省科技厅", ["hé", "běi", "shěng", "kē", "jì", "tīng"])
    ('hbskjt', 'hbkjt')
    >>> initials("市场A股", ["shì", "chǎng", "A", "gǔ"])
    ('scag', 'scag')
    """
    plain = plain or toneless_syllables(syllables)
    whole = [syllable[:1] for syllable in plain]
    joined = "".join(whole)
    if not (joined.isascii() and joined.isalpha()):
        whole = [letter if "a" <= letter <= "z" else "" for letter in whole]
    for at in _latin_runs(text, syllables):
        whole[at] = _NOT_KEY.sub("", plain[at])
    joined = "".join(whole)
    if left_out is None:
        left_out = generic_spans(text, syllables)
    if not left_out:
        return joined, joined
    return joined, "".join([item for at, item in enumerate(whole) if at not in left_out])


def toneless_syllables(syllables: Sequence[str]) -> list[str]:
    """Return syllables, or words of pinyin, in the letters of a key: no tone, ``v`` for ``ü``, lower-case ASCII.

    >>> toneless_syllables(["lǜ", "liáng", "A", "2020"])
    ['lv', 'liang', 'a', '2020']
    """
    return list(map(_plain.__getitem__, syllables))


class _Plain(dict[str, str]):
    """Syllables and words in the letters of a key, kept as they are met."""

    def __missing__(self, text: str) -> str:
        plain = text.lower()
        if not plain.isascii():
            plain = plain.translate(_table or _load())
        if not plain.isascii():
            plain = "".join(
                char
                for char in unicodedata.normalize("NFKD", plain)
                if char.isascii() or not unicodedata.combining(char)
            )
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = plain
        return plain


_plain = _Plain()


def generic_spans(text: str, syllables: Sequence[str]) -> frozenset[int]:
    """Return the places, counted in syllables, of the generics of a name's leading places.

    Args:
        text: The name, Simplified or folded by ``han_form``.
        syllables: Its syllables; where they do not fit the text, nothing is found.
    Returns:
        Indexes into ``syllables``; empty where nothing would remain.
    >>> sorted(generic_spans("西安市长安区教育局", ["x"] * 9)), sorted(generic_spans("市场", ["x"] * 2))
    ([2, 5], [])
    """
    from glossary.language.han import han_form

    simple = han_form(text)
    at = _LEAD.match(simple).end()  # type: ignore[union-attr]  # it matches nothing, too
    if not simple[: at + 4].isalpha() or not has_han(simple[:1]):
        return frozenset()
    found: set[int] = set()
    named, following = _patterns()
    for step in range(4):
        if _GENERIC_ENDS.isdisjoint(simple[at:]):
            break
        match = (None if step else named.match(simple, at)) or following.match(simple, at)
        if match is None or not match.lastgroup:
            break
        found.update(range(*match.span(match.lastgroup)))
        at = match.end()
    # Up to here every character is Han and so has a syllable of its own.
    if not found or not all(map(has_han, simple[:at])) or len(syllables) < at:
        return frozenset()
    return frozenset(found) if len(found) < len(syllables) else frozenset()


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # They take 3 ms to compile, which a lookup must not pay.
    return re.compile(_NAMED), re.compile(_NEXT)


def _latin_runs(text: str, syllables: Sequence[str]) -> list[int]:
    """Places of the runs of Latin letters and digits among syllables."""
    if not any(map(str.isascii, syllables)):
        return []
    # "de" may be 的 or a word in Latin letters: the text tells, where it can be lined up.
    kinds = [found.lastgroup == "run" for found in _ITEM.finditer(text)]
    if len(kinds) == len(syllables):
        return [at for at, is_run in enumerate(kinds) if is_run]
    return [
        at
        for at, item in enumerate(syllables)
        if item.isascii() and (not item.islower() or item[:1].isdigit())
    ]


_table: dict[int, int] = {}


def _load() -> dict[int, int]:
    marked, plain = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê", "aaaaeeeeiiiioooouuuuvvvvvnnnme"
    _table.update(str.maketrans(marked, plain))
    return _table
