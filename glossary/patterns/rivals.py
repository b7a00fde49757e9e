"""Where two readings of one name part: the smallest part of it that they render otherwise."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.patterns.nodes import Node

__all__ = ["open_part", "parting"]


def parting(first: Node, second: Node) -> tuple[Node, Node]:
    """Return the smallest parts in which two readings differ: the word, where they are made alike but for one word.

    >>> from glossary.patterns.nodes import value_node
    >>> parting(value_node("topic", "防洪"), value_node("topic", "防汛"))
    (<topic 防洪>, <topic 防汛>)
    """
    while first.rule is not None and second.rule is not None and first.rule.key == second.rule.key:
        unlike = [name for name, kid in first.kids.items() if not kid.same_as(second.kids[name])]
        if len(unlike) != 1:
            break
        first, second = first.kids[unlike[0]], second.kids[unlike[0]]
    return first, second


def open_part(first: Node, others: Iterable[Node]) -> tuple[Node, list[Node]]:
    """Return the part of a reading that the next likely one renders otherwise, and it in all that part there.

    Args:
        first: The likeliest reading.
        others: Its rivals, the likeliest first; one at least.
    """
    parted = [parting(first, other) for other in others]
    word = parted[0][0]
    return word, [theirs for mine, theirs in parted if mine is word]
