"""The tables behind pinyin: readings, costs and word boundaries, loaded on first use.

Tables are text files in ``tables/pinyin/``, written by ``python -m glossary.language.build``
from ``seeds/`` and the MIT data of pypinyin and jieba.  One line is ``key<TAB>items``:

* ``chars.txt``: a reading, and the characters that have it by default (``zhōng<TAB>中钟…``).
  ``rare.txt`` is the same for characters outside the main block, read only when one is met.
* ``proper.txt``: words of two characters that are hardly anything but proper names, read only for the names of firms.
* ``words.txt``: a character with its cost as a word of its own, and a column for each character that follows it in a
  word; there the rest of each such word, its cost, ``p`` of a place and ``/`` of one written in parts:
  ``石114<TAB>家112 庄104p 庄市92p/``.
* ``parts.txt``: the words written in parts: ``/`` where apart, ``-`` where with a hyphen.
* ``readings.txt``: a word and its reading, where characters do not give it.  A sign before the
  word narrows it: ``/单`` the surname, ``-长`` joined to the word before, ``~塞`` in foreign names.
* ``classes.txt``: sets of characters the grammar needs, by name.

Cost is 10 times the negative logarithm of a word's share of running text, so lower is likelier.
"""

from __future__ import annotations

import os
import re
import threading

from glossary.language.beginnings import Beginnings
from glossary.language.one_for_one import OneForOne

TYPE_CHECKING = False
if TYPE_CHECKING:
    Edge = tuple[int, str, int, bool, bool]
    """Length of a word, what stands in it behind its second character, cost, whether a place, whether in parts."""

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "pinyin")
_MAIN, _END, _ZERO = 0x3400, 0xA000, "〇"
"""The characters ``chars.txt`` is about, and 〇."""
NO_WORD = 1000
"""The cost of what is no word."""
_lock = threading.Lock()
_loaded: Tables | None = None


class MissingTableError(RuntimeError):
    """A generated table is not there; the message says which command makes it."""


class _Chars(dict[str, str]):
    """Default readings of characters, looked for in the table as they are met; empty for those that have none."""

    __slots__ = ("_text",)

    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self._text = "\n".join(rows)

    def __missing__(self, char: str) -> str:
        if not _MAIN <= ord(char) < _END and char != _ZERO:
            return ""
        at = self._text.find(char)
        # A reading stands at the beginning of the line.
        line = self._text[self._text.rfind("\n", 0, at) + 1 : at] if at >= 0 else ""
        found = self[char] = line.partition("\t")[0]
        return found


class Tables:
    """What segmentation and pinyin look up.

    Attributes:
        chars: Default reading of a character of the main block; empty for another.
        parts: Words not written as one, with their separators: ``石家庄/市``, ``五-四``.
        readings: Readings of words that differ from the default, syllables space-separated.
        classes: Character sets: ``heads``, ``prefixes``, ``generics``, ``surnames`` …
        to_hans: Translation table from a Traditional character to its Simplified one.
        words: The words that begin with two characters, the shortest first.

    >>> tables().words["石家"][1:3]
    ((3, '庄', 104, True, False), (4, '庄市', 92, True, True))
    """

    __slots__ = (
        *(
            "_proper",
            "_unions",
            "chars",
            "classes",
            "parts",
            "rare",
            "readings",
            "to_hans",
            "words",
        ),
    )

    def __init__(self) -> None:
        self.chars = _Chars(_rows("chars.txt"))
        self.parts: dict[str, str] = {}
        self.readings: dict[str, str] = dict(_lines("readings.txt"))
        self.classes: dict[str, frozenset[str]] = {}
        self._unions: dict[tuple[str, ...], frozenset[str]] = {}
        self.rare: dict[str, str] | None = None
        self._proper: frozenset[str] | None = None
        self.words = Beginnings(_rows("words.txt"), _edges)
        for _, marked in _lines("parts.txt"):
            plain = marked.replace("/", "").replace("-", "")
            self.parts.update(zip(plain.split(" "), marked.split(" "), strict=True))
        for name, text in _lines("classes.txt"):
            self.classes[name] = frozenset(text.split(" ") if " " in text else text)
        pairs = next(items for name, items in _lines("hant.txt") if name == "pairs")
        self.to_hans = OneForOne(pairs[0::2], pairs[1::2])

    def union(self, *names: str) -> frozenset[str]:
        """Return the characters of several classes.

        >>> tables().union("generics", "natural") >= tables().classes["generics"]
        True
        """
        found = self._unions.get(names)
        if found is None:
            found = self._unions[names] = frozenset().union(*map(self.classes.__getitem__, names))
        return found

    @property
    def proper(self) -> frozenset[str]:
        """Words of two characters that are hardly anything but proper names: 华泰, 安达.

        >>> "华泰" in tables().proper, "科学" in tables().proper
        (True, False)
        """
        if self._proper is None:
            self._proper = frozenset(_lines("proper.txt")[0][1].split(" "))
        return self._proper

    def reading_of(self, char: str) -> str | None:
        """Return the default reading of one character, or None where it is unknown."""
        found = self.chars[char]
        if found or ord(char) < _MAIN:
            return found or None
        if self.rare is None:
            self.rare = {c: key for key, chars in _lines("rare.txt") for c in chars}
        return self.rare.get(char)

    def cost_of(self, word: str) -> int:
        """Return the cost of a word, a place or a character as a word of its own; ``NO_WORD`` for what is none.

        >>> tables().cost_of("科学"), tables().cost_of("学科院") == NO_WORD
        (84, True)
        """
        if len(word) == 1:
            return int(self.words.alone(word) or NO_WORD)
        edge = self._edge_of(word)
        return edge[2] if edge else NO_WORD

    def is_place(self, word: str) -> bool:
        """Return whether a word is a place that is listed.

        >>> tables().is_place("石家庄"), tables().is_place("科学")
        (True, False)
        """
        edge = self._edge_of(word)
        return edge is not None and edge[3]

    def _edge_of(self, word: str) -> Edge | None:
        rest = word[2:]
        return next((edge for edge in self.words[word[:2]] if edge[1] == rest), None)


def _edges(_pair: str, column: str) -> list[Edge]:
    """The words of a column, the shortest first."""
    return sorted(
        [
            (len(rest) + 2, rest, int(cost), place != "", parts != "")
            for rest, cost, place, parts in _ITEMS.findall(column)
        ]
    )


_ITEMS = re.compile(r"([^\d ]*)(\d+)(p?)(/?)")


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
    return [line.split("\t") for line in _rows(name)]


def _rows(name: str) -> list[str]:
    path = os.path.join(_FOLDER, name)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError as error:
        raise MissingTableError(
            f"{path}: this pinyin table is missing. "
            "Run 'python -m glossary.language.build' in the checkout, or install the package again."
        ) from error
    return [line for line in text.split("\n") if line and line[0] != "#"]
