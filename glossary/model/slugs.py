"""Ids of entries, made from a name once and then fixed."""

from __future__ import annotations

import re
from unicodedata import normalize

from glossary.model.rules import ID_LIMIT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["free_slug", "slug"]

_OTHER = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’ʼ]")


def slug(text: str) -> str:
    """Return an id for a name in Latin letters: the preferred English, else the pinyin.

    Args:
        text: A name; letters outside ASCII lose their marks.
    Returns:
        ``a-z``, digits and hyphens, cut at a word to at most 80 characters; empty where nothing is left.

    >>> slug("Xi’an Jiaotong University & Hospital")
    'xian-jiaotong-university-and-hospital'
    >>> slug("Héběi Shěng")
    'hebei-sheng'
    """
    plain = normalize("NFKD", _APOSTROPHES.sub("", text).replace("&", " and ")).casefold()
    ascii_text = plain.encode("ascii", "ignore").decode("ascii")
    words = _OTHER.sub("-", ascii_text).strip("-")
    if len(words) <= ID_LIMIT:
        return words
    cut = words[: ID_LIMIT + 1].rpartition("-")[0] or words[:ID_LIMIT]
    return cut.strip("-")


def free_slug(text: str, is_taken: Callable[[str], bool]) -> str:
    """Return ``slug(text)``, with ``-2``, ``-3`` … behind it while it is taken.

    >>> free_slug("Ministry of Justice", {"ministry-of-justice"}.__contains__)
    'ministry-of-justice-2'
    """
    base = slug(text) or "entry"
    candidate, number = base, 1
    while is_taken(candidate):
        number += 1
        tail = f"-{number}"
        candidate = base[: ID_LIMIT - len(tail)].rstrip("-") + tail
    return candidate
