"""The tables behind pinyin: readings, costs and word boundaries, loaded on first use.

Tables are text files in ``tables/pinyin/``, written by ``python -m glossary.language.build``
from ``seeds/`` and the MIT data of pypinyin and jieba.  One line is ``key<TAB>items``:

* ``chars.txt``: a reading, and the characters that have it by default (``zhōng<TAB>中钟…``).
  ``rare.txt`` is the same for characters outside the main block, read only when one is met.
* ``words.txt`` and ``places.txt``: a cost, and the words at that cost, space-separated.
* ``parts.txt``: the words written in parts: ``/`` where apart, ``-`` where with a hyphen.
* ``readings.txt``: a word and its reading, where characters do not give it.  A sign before the
  word narrows it: ``/单`` the surname, ``-长`` joined to the word before, ``~塞`` in foreign names.
* ``classes.txt``: sets of characters the grammar needs, by name.

Cost is 10 times the negative logarithm of a word's share of running text, so lower is likelier.
"""

from __future__ import annotations

import os
import threading
from itertools import repeat

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "pinyin")
_lock = threading.Lock()
_loaded: Tables | None = None


class MissingTableError(RuntimeError):
    """A generated table is not there; the message says which command makes it."""


class Tables:
    """What segmentation and pinyin look up.

    Attributes:
        chars: Default reading of a character.
        costs: Cost of each word and place, and of single characters as words of their own.
        parts: Words not written as one, with their separators: ``石家庄/市``, ``五-四``.
        readings: Readings of words that differ from the default, syllables space-separated.
        places: The place names among the words.
        classes: Character sets: ``heads``, ``prefixes``, ``generics``, ``surnames`` …
        to_hans: Translation table from a Traditional character to its Simplified one.
    """

    __slots__ = ("chars", "classes", "costs", "parts", "places", "rare", "readings", "to_hans")

    def __init__(self) -> None:
        self.chars: dict[str, str] = {}
        self.costs: dict[str, int] = {}
        self.parts: dict[str, str] = {}
        self.readings: dict[str, str] = dict(_lines("readings.txt"))
        self.places: set[str] = set()
        self.classes: dict[str, frozenset[str]] = {}
        self.rare: dict[str, str] | None = None
        for reading, chars in _lines("chars.txt"):
            self.chars.update(zip(chars, repeat(reading), strict=False))
        for cost, words in _lines("words.txt"):
            self.costs.update(zip(words.split(" "), repeat(int(cost)), strict=False))
        for cost, words in _lines("places.txt"):
            items = words.split(" ")
            self.places.update(items)
            self.costs.update(zip(items, repeat(int(cost)), strict=False))
        for _, marked in _lines("parts.txt"):
            plain = marked.replace("/", "").replace("-", "")
            self.parts.update(zip(plain.split(" "), marked.split(" "), strict=True))
        for name, text in _lines("classes.txt"):
            self.classes[name] = frozenset(text.split(" ") if " " in text else text)
        pairs = next(items for name, items in _lines("hant.txt") if name == "pairs")
        self.to_hans = str.maketrans(pairs[0::2], pairs[1::2])

    def reading_of(self, char: str) -> str | None:
        """Return the default reading of one character, or None where it is unknown."""
        found = self.chars.get(char)
        if found is None and ord(char) > 0x33FF:
            if self.rare is None:
                self.rare = {c: key for key, chars in _lines("rare.txt") for c in chars}
            found = self.rare.get(char)
        return found


def tables() -> Tables:
    """Return the tables, reading them from disk on the first call.

    Returns:
        The one shared instance; nobody changes it.
    Raises:
        MissingTableError: A table file is not there.
    >>> tables().chars["中"], tables().readings["银行"]
    ('zhōng', 'yín háng')
    """
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = Tables()
    return _loaded


def _lines(name: str) -> list[list[str]]:
    """Return the rows of a table: key and items."""
    path = os.path.join(_FOLDER, name)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError as error:
        raise MissingTableError(
            f"{path}: this pinyin table is missing. "
            "Run 'python -m glossary.language.build' in the checkout, or install the package again."
        ) from error
    return [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
