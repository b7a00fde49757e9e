"""A table of words that stays text: what begins with the same two characters is read when it is first asked for.

A line has a first character with what belongs to it alone, and a column for each character that follows it; there the
words with both, without them: ``石114<TAB>家112 庄104p 庄市92p/``.  A process so holds what its texts ask for, and a table
of a hundred thousand words is read as fast as its file.

>>> known = Beginnings(["石x\\t家 庄", "人\\t民 大 民币"], lambda pair, words: sorted((len(rest), rest) for rest in words.split(" ")))
>>> known["石家"], known["石头"], known.alone("石")
(((0, ''), (1, '庄')), (), 'x')
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Word = tuple[Any, ...]

__all__ = ["KEPT", "Beginnings", "beginning_lines"]

KEPT = 16_384
"""How many pairs of characters are kept as they were read."""


class Beginnings(dict[str, "tuple[Word, ...]"]):
    """Words by their first two characters: ``known[pair]`` are those that begin with both, in their order.

    Args:
        rows: The lines of the table.
        read: Reads the words of a column, given the two characters they begin with and what stands there for them.
    """

    def __init__(self, rows: Iterable[str], read: Callable[[str, str], Iterable[Word]]) -> None:
        super().__init__()
        self._lines = {row[0]: row for row in rows}
        self._read = read

    def __missing__(self, pair: str) -> tuple[Word, ...]:
        if len(self) >= KEPT:
            self.clear()
        found = self[pair] = self._taken_apart(pair)
        return found

    def alone(self, char: str) -> str:
        """Return what belongs to a first character alone."""
        return self._lines.get(char, "")[1:].partition("\t")[0]

    def _taken_apart(self, pair: str) -> tuple[Word, ...]:
        line = self._lines.get(pair[0], "")
        start = line.find("\t" + pair[1]) if len(pair) == 2 else -1
        if start < 0:
            return ()
        end = line.find("\t", start + 1)
        return tuple(self._read(pair, line[start + 2 : end if end > 0 else len(line)]))


def beginning_lines(items: Iterable[tuple[str, str]], alone: dict[str, str]) -> str:
    """Return the lines of a table.

    Args:
        items: Words of two characters and more, and what is written behind each.
        alone: What belongs to a first character alone.

    >>> beginning_lines([("石家庄", "p"), ("石头", "")], {"石": "114"})
    '石114\\t头\\t家庄p\\n'
    """
    lines: dict[str, dict[str, list[str]]] = {char: {} for char in alone}
    for word, marks in sorted(items):
        columns = lines.setdefault(word[0], {})
        columns.setdefault(word[1], []).append(word[2:] + marks)
    return "".join(
        "\t".join(
            (char + alone.get(char, ""), *(key + " ".join(words) for key, words in columns.items()))
        )
        + "\n"
        for char, columns in sorted(lines.items())
    )
