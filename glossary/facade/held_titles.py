"""A rule whose composed title is that of a held one but for what English leaves out: the held one was meant."""

from __future__ import annotations

from glossary.language.fuller_titles import fuller_titles
from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.model.answers import Answer
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["held_titles"]

_ROWS = 40


def held_titles(
    name: str, composed: Iterable[Answer], find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """Return the one document of the glossary that an English title was composed for in nearly its own Chinese.

    Args:
        name: The English title asked for.
        composed: What patterns compose for it.
        find: Gives the answers to a name.
        reader: The store's reader, within a reading.
        filters: What answers are limited to.
    Returns:
        Its answer, marked as reworded; none for a Chinese title, and where several documents may be meant.
    """
    made = [answer for answer in composed if answer.entry.kind is Kind.DOCUMENT]
    if not made or has_han(name):
        return ()
    titles = [title for answer in made for title in fuller_titles(han_key(answer.chinese or ""))]
    asked = [("exact", title, False) for title in titles]
    rows = reader.names_at(asked, replace(filters, kinds=("document",)), _ROWS) if asked else []
    held = {
        answer.id: answer
        for at in sorted({row[0] for row in rows})
        for answer in find(titles[at])
        if answer.entry.kind is Kind.DOCUMENT
    }
    if len(held) != 1:
        return ()
    return tuple(replace(answer, reworded=True) for answer in held.values())
