"""What a cell of ours holds where it holds several things: names by ``|``, words by semicolons, sources as one line."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model.names import Name

__all__ = ["guarded", "sources_line", "split_names", "split_words", "words_cell"]


def guarded(text: str) -> str:
    """Return a name as it stands in a cell of ours, where ``|`` parts names; ``split_names`` is the other way.

    >>> guarded("A|B"), guarded("A")
    ('A\\\\|B', 'A')
    """
    return text.replace("\\", "\\\\").replace("|", "\\|") if "|" in text else text


def split_names(cell: str) -> list[str]:
    """Return the names of a cell, several by ``|``, as termbases write synonyms.

    >>> split_names("A | B"), split_names(guarded("A|B")), split_names("C:\\\\D")
    (['A', 'B'], ['A|B'], ['C:\\\\D'])
    """
    if "\\|" in cell:
        parts = re.findall(r"(?:\\.|[^|\\])+", cell)
        names = (re.sub(r"\\([|\\])", r"\1", part).strip() for part in parts)
    else:
        names = (part.strip() for part in cell.split("|"))
    return [name for name in names if name]


def words_cell(words: Iterable[str]) -> str:
    """Return words as one cell, by semicolons; ``split_words`` is the other way.

    >>> words_cell(["law", "a;b"])
    'law; a\\\\;b'
    """
    return "; ".join(word.replace("\\", "\\\\").replace(";", "\\;") for word in words)


def split_words(cell: str) -> list[str]:
    """Return the words of a cell that separates them by semicolons.

    >>> split_words(words_cell(["law", "a;b"])), split_words("法；令")
    (['law', 'a;b'], ['法', '令'])
    """
    parts = re.findall(r"(?:\\.|[^;；\\])+", cell)
    words = (re.sub(r"\\(.)", r"\1", part).strip() for part in parts)
    return [word for word in words if word]


def sources_line(names: Iterable[Name]) -> str:
    """Return the sources of names as one line, each once.

    >>> sources_line([])
    ''
    """
    from glossary.model.sources import footnote

    return "; ".join(dict.fromkeys(footnote(each) for name in names for each in name.sources))
