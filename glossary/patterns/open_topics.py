"""What an English title is on where nothing binds its Chinese: whose it is is not told, or is the centre's.

Of local acts a composed title is the real one in 97 of 100 (docs/patterns.md); of ministries' and of nobody's in 70 to 87, since
those are worded one by one (登记 and 注册, 推动 and 促进, 工作 and 管理 said or not).
"""

from __future__ import annotations

from glossary.model.entries import Kind, Level
from glossary.patterns.features import SUBJECTS, TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.patterns.nodes import Node

__all__ = ["open_topic"]


def open_topic(node: Node) -> Node | None:
    """Return what a title, or one within it, is on, unless a place, a local body or a document of the glossary binds its words.

    Args:
        node: A reading; none that is no title has such a part.

    >>> from glossary.patterns.nodes import value_node
    >>> open_topic(value_node("body", "教育局")) is None
    True
    """
    if node.symbol != "title":
        return None
    topics = (_free_topic(each) for each in node.walk() if each.symbol in TITLES)
    return next((topic for topic in topics if topic is not None), None)


def _free_topic(title: Node) -> Node | None:
    if title.place is not None or any(map(_is_local, title.walk())):
        return None
    topic = next((each for each in title.walk() if each.symbol in SUBJECTS), None)
    return None if topic is None or any(map(_is_document, topic.walk())) else topic


def _is_document(node: Node) -> bool:
    return node.entry is not None and node.entry.entry.kind is Kind.DOCUMENT


def _is_local(node: Node) -> bool:
    """Whether a reading is a body of the glossary that is not the centre's."""
    body = node.entry.entry.body if node.entry is not None else None
    return body is not None and body.level is not Level.CENTRAL
