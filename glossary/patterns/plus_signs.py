"""What is joined by a plus, which keys leave out: “人工智能+制造” is no 人工智能制造, AI Plus Manufacturing no AI manufacturing."""

from __future__ import annotations

import re

from glossary.patterns.features import PLUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.patterns.nodes import Node

__all__ = ["keeps_plus"]

_PLUS = re.compile(r"[+＋]|\bplus\b", re.IGNORECASE)


def keeps_plus(node: Node, asked: str) -> bool:
    """Return whether a reading has a plus where the name asked for has one, and only there.

    >>> from glossary.patterns.nodes import value_node
    >>> [keeps_plus(value_node("topic", "制造"), asked) for asked in ("AI Manufacturing", "AI + Manufacturing")]
    [True, False]
    """
    parts = list(node.walk())
    joined = any(each.feature(PLUS) for each in parts)
    if not _PLUS.search(asked):
        return not joined
    return joined or any(each.entry and "+" in (each.entry.chinese or "") for each in parts)
