"""A rule whose composed title is that of a held one but for what English leaves out: the held one was meant."""

from __future__ import annotations

from glossary.language.fuller_titles import fuller_titles, kindred_titles
from glossary.language.han import han_key, has_han
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.model.answers import Answer
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["held_kin", "held_titles"]

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
    asked = _chinese_of(name, composed)
    held = _held([title for each in asked for title in fuller_titles(each)], find, reader, filters)
    same = {n: each for n, each in held.items() if _is_called(each, asked)}
    if len(held) != 1 and len(same) != 1:
        return ()
    return tuple(replace(answer, reworded=True) for answer in (same or held).values())


def held_kin(
    name: str, composed: Iterable[Answer], find: Find, reader: Reader, filters: Filters
) -> tuple[Answer, ...]:
    """Return the documents of the glossary that are on the same as a title composed, but of another kind.

    Args and shapes as for :func:`held_titles`. Where there are any, the title may be theirs in a translator's words.
    """
    titles = [title for each in _chinese_of(name, composed) for title in kindred_titles(each)]
    return tuple(_held(titles, find, reader, filters).values())


def _chinese_of(name: str, composed: Iterable[Answer]) -> list[str]:
    """The Chinese titles of documents composed for an English one, as compared."""
    if has_han(name):
        return []
    made = [answer for answer in composed if answer.entry.kind is Kind.DOCUMENT]
    return [han_key(answer.chinese or "") for answer in made]


def _held(titles: Sequence[str], find: Find, reader: Reader, filters: Filters) -> dict[str, Answer]:
    """The documents of the glossary that have one of some Chinese titles, by their ids."""
    asked = [("exact", title, False) for title in titles]
    rows = reader.names_at(asked, replace(filters, kinds=("document",)), _ROWS) if asked else []
    return {
        answer.id: answer
        for at in sorted({row[0] for row in rows})
        for answer in find(titles[at])
        if answer.entry.kind is Kind.DOCUMENT
    }


def _is_called(answer: Answer, titles: Sequence[str]) -> bool:
    return any(han_key(each.text) in titles for each in answer.entry.names if each.is_chinese)
