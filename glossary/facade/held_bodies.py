"""A body whose composed Chinese name is that of a held one: English calls it in other words, and the held one was meant."""

from __future__ import annotations

import re

from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.names import Evidence
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.model.answers import Answer
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["with_held_bodies"]

_ROWS = 4
_COLLEGE = re.compile("大学.+学院$")
"""A college that bears a university's name is a body of its own, and not that school of it: 河北大学工商学院."""


def with_held_bodies(
    name: str, composed: Sequence[Answer], find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """Return what was composed for an English name, a body of the glossary instead of one composed with its Chinese name.

    What is only reconstructed stays so: of a guess the glossary knows no more than that there is a body of the name.

    Args:
        name: The English name asked for.
        composed: What patterns compose for it.
        find: Gives the answers to a name.
        reader: The store's reader, within a reading.
        filters: What answers are limited to.
    Returns:
        The answers, those of the glossary marked as reworded; of what is reconstructed that first of which there is a body.
    """
    bodies = [each for each in composed if _is_body(each) and each.chinese]
    if has_han(name) or not bodies:
        return tuple(composed)
    asked = [("exact", han_key(each.chinese or ""), False) for each in bodies]
    rows = reader.names_at(asked, replace(filters, kinds=("body",)), _ROWS)
    known = {bodies[row[0]].chinese or "" for row in rows}
    if all(each.evidence != Evidence.COMPOSED for each in composed):
        meant = {each for each in known if not _COLLEGE.search(each)}
        return tuple(sorted(composed, key=lambda each: each.chinese not in meant))
    answers: list[Answer] = []
    seen: set[str] = set()
    for each in composed:
        sure = each.evidence == Evidence.COMPOSED and each.chinese in known
        held = [body for body in find(each.chinese or "") if _is_body(body)] if sure else []
        answers += (replace(body, reworded=True) for body in held if body.id not in seen)
        answers += () if held else (each,)
        seen.update(body.id for body in held)
    return tuple(answers)


def _is_body(answer: Answer) -> bool:
    return answer.entry.kind is Kind.BODY
