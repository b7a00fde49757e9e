"""Proper names as parts of Chinese names: 金陵 of 南京市金陵中学, which no list holds, read where nothing else fits and written in plain pinyin.

What stands there may be a word as well (艺术): a name that holds a word of the patterns, or what bodies are made of, is none, unless it is that of a
street (文化路).
"""

from __future__ import annotations

from glossary.patterns.towns import plain_pinyin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["COST", "english_of_proper", "propers_at"]

COST = 1.2
"""What it costs to take what no pattern knows for a proper name: more than any reading of its words."""

_SHORTEST, _LONGEST = 2, 4

_NEVER = frozenset("第省市县镇乡和與與与及的委局廳厅處处科部會会館馆隊队校學学廠厂級级公中民")
"""Characters of what bodies are made of."""

_WORDS = frozenset(
    (
        *("实验", "附属", "直属", "职业", "技术", "师范", "外国", "双语", "国际", "特殊", "综合"),
        *("示范", "寄宿", "九年", "完全", "农村", "医院", "法院", "学院", "研究", "妇幼", "女子"),
        *("国有", "国营", "集体", "城区", "矿区", "全区", "辖区", "地区", "街道", "社区", "开发区"),
        *("专用", "专门", "标准", "临时", "常设", "联合", "总站", "总队", "支队", "大队", "分局"),
        "事务",
    )
)

_STREETS = (("大道", "Avenue"), ("路", "Road"), ("街", "Street"))


def propers_at(
    text: str, start: int, behind: Collection[str], words: Collection[str]
) -> Iterator[tuple[int, str]]:
    """Yield where proper names that begin at a position may end, and the names.

    Args:
        text: A Chinese name in its compared form.
        start: The position.
        behind: The characters that may stand behind one.
        words: What is a word, in its compared form.

    >>> list(propers_at("金陵中学", 0, "中", ())), list(propers_at("艺术中学", 0, "中", {"艺术"}))
    ([(2, '金陵')], [])
    """
    for end in range(start + _SHORTEST, min(start + _LONGEST, len(text) - 1) + 1):
        if text[end] in behind and not _holds_a_word(text[start:end], words):
            yield end, text[start:end]


def _holds_a_word(name: str, words: Collection[str]) -> bool:
    if _street(name) is not None:
        return False
    if not _NEVER.isdisjoint(name):
        return True
    size = len(name)
    parts = (name[at:end] for at in range(size - 1) for end in range(at + 2, size + 1))
    return any(part in words or part in _WORDS for part in parts)


def english_of_proper(name: str) -> str:
    """Return a proper name in plain pinyin; of one that is called after a street with the word for it.

    >>> english_of_proper("金陵"), english_of_proper("宁海路")
    ('Jinling', 'Ninghai Road')
    """
    street = _street(name)
    if street is None:
        return plain_pinyin(name)
    kind, english = street
    return f"{plain_pinyin(name.removesuffix(kind))} {english}"


def _street(name: str) -> tuple[str, str] | None:
    """What kind of street a name is called after, in Chinese and in English; ``None`` where after none."""
    return next(
        (
            (kind, english)
            for kind, english in _STREETS
            if name.endswith(kind) and len(name) > len(kind) + 1
        ),
        None,
    )
