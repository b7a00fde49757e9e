"""Ministries in a running text, turned as reports turn them: *the Commerce Ministry*, *Public Security Ministry*."""

from __future__ import annotations

from glossary.language.turning import turn_tokens
from glossary.text.scanning import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.language.running import Word
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.text.scanning import RunningText

    Accept = Callable[[Found], bool]

__all__ = ["find_turned"]

HEAD = "ministry"
MOST_BEFORE = 7
"""How many words may stand before the head: Industry and Information Technology."""
_ROWS = 50
_LINKS = frozenset(("of", "for", "and", "the"))


def find_turned(
    reader: Reader, text: RunningText, filters: Filters, accept: Accept
) -> Iterator[Found]:
    """Yield the longest turned name that ends at each head of one, with the key of the name it turns.

    Args:
        reader: The store.
        text: Any text.
        filters: What entries and names are limited to.
        accept: Asked of each run whether it is a name where it stands.
    """
    for words in text.words:
        for at, word in enumerate(words):
            if word.text != HEAD or (at + 1 < len(words) and words[at + 1].text in ("of", "for")):
                continue
            first = at
            while (
                first and at - first < MOST_BEFORE and _may_be_before(words[first - 1], text.text)
            ):
                first -= 1
            for start in range(first, at):
                if words[start].text in _LINKS:
                    continue
                keys = _keys(reader, [each.text for each in words[start : at + 1]], filters)
                runs = (Found(words[start].start, word.end, key) for key in keys)
                found = next(filter(accept, runs), None)
                if found:
                    yield found
                    break


def _keys(reader: Reader, words: Sequence[str], filters: Filters) -> list[str]:
    """The exact keys of names that turn some words, and say no more."""
    rows = reader.names_by("turned", turn_tokens(words), filters, _ROWS)
    known = set(reader.texts_of([row[0] for row in rows]).values()) if rows else set()
    return sorted(key for key in known if set(key.split()) - _LINKS == set(words) - _LINKS)


def _may_be_before(word: Word, text: str) -> bool:
    return word.text == "and" or text[word.start].isupper()
