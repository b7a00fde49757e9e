"""Institutes asked for without their academy: 大连化学物理研究所 is the Chinese Academy of Sciences', not the city's."""

from __future__ import annotations

import re

from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.model.answers import Answer, Near

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["with_held_institutes"]

_INSTITUTE = re.compile(".{4,40}(?:研究所|研究院|研究中心|中心|实验室|天文台|植物园)")
_NOT_FULL = re.compile("[省市区县州盟旗]")
"""What stands before an institute of a place that is written in full is that place, and no academy."""


def with_held_institutes(
    name: str, composed: Sequence[Answer], near: Callable[[str], Iterable[Near]], find: Find
) -> tuple[Answer, ...]:
    """Return what was composed for a Chinese name, behind the one body of the glossary whose name ends in it.

    Only where patterns had to add what its place is: who asks for 大连市化学物理研究所 means the city's.

    Args:
        name: The Chinese name asked for.
        composed: What patterns compose for it.
        near: Gives the entries that a name is like.
        find: Gives the answers to a name.
    Returns:
        The answers, one of the glossary marked as reworded.
    """
    key = han_key(name) if has_han(name) else ""
    whole = bool(composed) and composed[0].chinese == key
    if not composed or whole or not _INSTITUTE.fullmatch(key):
        return tuple(composed)
    ends = dict.fromkeys(
        each.chinese
        for each in near(name)
        if each.chinese
        and each.chinese.endswith(key)
        and not _NOT_FULL.search(each.chinese.removesuffix(key)[-1:])
    )
    held = [answer for chinese in ends for answer in find(chinese or "")]
    if len({answer.id for answer in held}) != 1 or held[0].entry.kind is not Kind.BODY:
        return tuple(composed)
    return (replace(held[0], reworded=True), *composed)
