"""The heads that Chinese names end with, by which a slot says which names may fill it: 大学, 厅, not 办公厅."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["deciding_head", "ends_as"]


def ends_as(chinese: str, values: tuple[str, ...]) -> bool:
    """Return whether a Chinese name ends with one of several heads; the longest it ends with decides, ``!`` bars it.

    >>> ends_as("河北工业大学", ("大学", "学院")), ends_as("山西省农业科学院", ("学院", "!科学院"))
    (True, False)
    >>> ends_as("刑法", ("*", "!法", "办法")), ends_as("管理办法", ("*", "!法", "办法"))
    (False, True)
    """
    heads, barred = _heads(values)
    return chinese.endswith(heads) and not (
        barred and deciding_head(chinese, values).startswith("!")
    )


@lru_cache(maxsize=1024)
def _heads(values: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The ends that let a name in, and whether others bar it."""
    heads = tuple(head.strip("*") for head in values if not head.startswith("!"))
    return heads, len(heads) < len(values)


def deciding_head(chinese: str, values: tuple[str, ...]) -> str:
    """Return the longest of several heads a Chinese name ends with, ``!`` where it ends with none.

    >>> deciding_head("刑法", ("*", "!法", "办法"))
    '!法'
    """
    heads = [head for head in values if chinese.endswith(head.strip("!*"))]
    return max(heads, key=lambda head: len(head.strip("!*")), default="!")
