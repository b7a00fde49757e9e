"""A body whose composed Chinese name is that of a held one: it was asked for in other words, and the held one was meant."""

from __future__ import annotations

import re

from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.names import Evidence
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glossary.facade.questions import Questions
    from glossary.model.answers import Answer
    from glossary.store.filters import Filters

__all__ = ["held_for"]

_ROWS = 4
_COLLEGE = re.compile("大学.+学院$")
"""A college that bears a university's name is a body of its own, and not that school of it: 河北大学工商学院."""


def held_for(
    glossary: Questions,
    composed: Mapping[str, Sequence[Answer]],
    filters: Filters,
    day: str,
    lang: str = "",
) -> dict[str, tuple[Answer, ...]]:
    """Return what was composed for some names, a body of the glossary instead of one composed with its Chinese name.

    What is only reconstructed stays so: of a guess the glossary knows no more than that there is a body of the name.

    Args:
        glossary: The glossary, within a reading.
        composed: The names asked for, and what patterns compose for each.
        filters: What answers are limited to.
        day: The day they hold for.
        lang: The English wanted.
    Returns:
        The answers to each name, those of the glossary marked as reworded; of what is reconstructed that first of which
        there is a body.
    """
    asked = {
        each.chinese: ("exact", han_key(each.chinese), False)
        for name, answers in composed.items()
        for each in answers
        if _is_body(each) and each.chinese and each.chinese != name
    }
    if not asked:
        return {name: tuple(answers) for name, answers in composed.items()}
    names, bodies = tuple(asked), replace(filters, kinds=("body",))
    rows = glossary.store.reader.names_at(list(asked.values()), bodies, _ROWS)
    known = frozenset(names[row[0]] for row in rows)

    def find(chinese: str) -> list[Answer]:
        found, _ = glossary.named(chinese, filters, day, lang, toned=False)
        return [each for each in found if _is_body(each)]

    return {name: _with_held(name, each, find, known) for name, each in composed.items()}


def _with_held(
    name: str,
    composed: Sequence[Answer],
    find: Callable[[str], list[Answer]],
    known: frozenset[str],
) -> tuple[Answer, ...]:
    if all(each.evidence != Evidence.COMPOSED for each in composed):
        meant = (
            frozenset() if has_han(name) else {each for each in known if not _COLLEGE.search(each)}
        )
        return tuple(sorted(composed, key=lambda each: each.chinese not in meant))
    answers: list[Answer] = []
    seen: set[str] = set()
    for each in composed:
        sure = each.evidence == Evidence.COMPOSED and each.chinese in known
        held = find(each.chinese or "") if sure else []
        answers += (replace(body, reworded=True) for body in held if body.id not in seen)
        answers += () if held else (each,)
        seen.update(body.id for body in held)
    return tuple(answers)


def _is_body(answer: Answer) -> bool:
    return answer.entry.kind is Kind.BODY
