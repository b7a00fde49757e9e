"""Whether the words around an English name show that it is another country's body of the same name.

*Japan's Ministry of Foreign Affairs*, *the Ministry of Education of Hungary*, *United States Department of Justice* and
*New York City Health Department* hold the names of Chinese bodies and mean none of them. A capital right before the name,
or behind it and *of*, is taken for part of a longer name that is not known, unless it is China, the Party, a Chinese place
or a word that opens a sentence. A name that says itself whose it is needs no such care: *China Association for …*.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.language.english import spelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.text.scanning import Found

    IsPlace = Callable[[str], bool]

__all__ = ["OPENERS", "is_of_elsewhere"]

_OURS = frozenset(
    [
        "china",
        "chinese",
        "prc",
        "cpc",
        "ccp",
        "communist",
        "party",
        "mainland",
        "republic",
        "people",
        "state",
    ]
)
"""Words of China and its Party, in their compared form."""

_OURS_ALONE = frozenset(["china", "chinese", "prc", "cpc"])
"""Those that make a name Chinese where they stand in it."""

OPENERS = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "although",
        "among",
        "an",
        "and",
        "another",
        "any",
        "are",
        "as",
        "at",
        "because",
        "before",
        "both",
        "but",
        "by",
        "despite",
        "during",
        "each",
        "either",
        "even",
        "every",
        "for",
        "former",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "indeed",
        "into",
        "is",
        "it",
        "its",
        "last",
        "later",
        "many",
        "meanwhile",
        "most",
        "my",
        "neither",
        "next",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "on",
        "once",
        "one",
        "only",
        "or",
        "other",
        "our",
        "over",
        "per",
        "same",
        "she",
        "since",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "through",
        "thus",
        "to",
        "today",
        "under",
        "until",
        "upon",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whereas",
        "whether",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "within",
        "without",
        "yesterday",
        "yet",
        "you",
        "your",
    ]
)
"""Words that have a capital only because they open a sentence or a title."""

_BEHIND = re.compile(r"\s+of\s+(?:the\s+)?([A-Z][\w.'’-]*)")


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(r"([A-Z][\w.'’-]*)\s+(?:the\s+)?$")


def is_of_elsewhere(run: Found, text: str, is_place: IsPlace) -> bool:
    """Return whether a name stands beside a capital that makes it another's.

    Args:
        run: Where the name stands.
        text: The whole text.
        is_place: Tells whether a word, in its compared form, begins a Chinese place's name.

    >>> from glossary.text.scanning import Found
    >>> text = "Japan's Ministry of Justice and China's Ministry of Justice"
    >>> [is_of_elsewhere(Found(at, at + 19, ""), text, lambda word: False) for at in (8, 40)]
    [True, False]
    """
    own = run.key.split()
    if any(word in _OURS_ALONE or is_place(word) for word in own):
        return False
    before = _before().search(text, max(run.start - 60, 0), run.start)
    if before and not _is_harmless(before[1], is_place):
        return True
    behind = _BEHIND.match(text, run.end)
    return bool(behind) and not _is_harmless(behind[1], is_place)  # type: ignore[index]


def _is_harmless(word: str, is_place: IsPlace) -> bool:
    if word.lower() in OPENERS:
        return True
    known = spelled(word)
    return bool(known) and (known[0] in _OURS or is_place(known[0]))
