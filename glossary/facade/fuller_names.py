"""Listed names that say what was composed more fully: who asks for the 农村公路养护办法 means the 农村公路养护管理办法.

A title typed in haste can be put together from patterns, but where the glossary holds the document, its own name is the
better answer.  Only words that say nothing of what a document is about may be the difference.
"""

from __future__ import annotations

import re

from glossary.language.pinyin import words
from glossary.model.entries import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.model.answers import Answer

__all__ = ["fuller_first", "says_the_same_more_fully"]

_BRACKETED = re.compile("（[^）]*）")
_SAYS_NOTHING = frozenset(
    (
        *("管理", "工作", "实施", "监督", "若干", "问题", "有关", "基本", "分类"),
        *("的", "关于", "和", "与", "及"),
        *("人民", "国家", "中国", "共产党", "中华", "共和国"),
    )
)
_LEAST = 2
"""Words that must be left to compare."""
_UNIVERSITY, _LONG = "大学", 8
"""A university is left out of its name where so much is said of what it has; 北京医院 is not 北京大学医院."""


def fuller_first(
    composed: tuple[Answer, ...], listed: Callable[[], Sequence[Answer]]
) -> tuple[Answer, ...]:
    """Return what was composed, behind the listed name that says the same more fully where there is one alone.

    Args:
        composed: Composed answers, or held ones of their names.
        listed: Gives the answers for the hits beside them.
    """
    first = composed[0] if composed else None
    if first is None or not first.derivation or not first.chinese:
        return composed
    fuller = [
        answer
        for answer in listed()
        if answer.kind == first.kind
        and answer.chinese
        and says_the_same_more_fully(first.chinese, answer.chinese, first.kind)
    ]
    return (*fuller, *composed) if len(fuller) == 1 else composed


def says_the_same_more_fully(short: str, full: str, kind: str) -> bool:
    """Tell whether a Chinese name says what a shorter one does.

    A document's may have more words that say nothing of its subject, a body's the place or the body it is of before.

    Args:
        short: The shorter name.
        full: The other.
        kind: The kind of both.

    >>> says_the_same_more_fully("职业病目录", "职业病分类和目录", "document")
    True
    >>> says_the_same_more_fully("农药管理办法", "农药登记管理办法", "document")
    False
    >>> says_the_same_more_fully("望城区人民医院", "长沙市望城区人民医院", "body")
    True
    """
    if len(full) <= len(short):
        return False
    if kind == Kind.BODY:
        # 清华人工智能国际治理研究院
        whose = len(short) >= _LONG and full.replace(_UNIVERSITY, "", 1) == short
        return whose or full.endswith(short)
    said = _subject(short)
    return kind == Kind.DOCUMENT and len(said) >= _LEAST and said == _subject(full)


def _subject(name: str) -> list[str]:
    """The words of a title that say what it is about and what it is."""
    return [word for word, _ in words(_BRACKETED.sub("", name)) if word not in _SAYS_NOTHING]
