"""Which names a running text begins with: seeks in the index of exact keys, none of which reads a row.

Most words begin no name, so a text is asked about once, all its different words in one statement; only where a name
may begin is the longest one sought. No automaton is built: nothing is held in memory, whatever the size of the glossary.
"""

from __future__ import annotations

import json

from glossary.store.seeking import END, Seeker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Prefixes"]

_SERVED = "weight < 200"
_EACH = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM names WHERE "
_EQUAL = f"{_EACH}exact = value)"
_BEGINS = f"{_EACH}exact >= value AND exact < value || ?)"
# '!' comes right behind the space.
_WORD_BEGINS = (
    f"{_EQUAL} OR EXISTS (SELECT 1 FROM names WHERE exact > value || ' ' AND exact < value || '!')"
)
_BEFORE = f"SELECT exact FROM names WHERE exact <= ? AND {_SERVED} ORDER BY exact DESC LIMIT 1"


class Prefixes(Seeker):
    """Questions about beginnings; a part of ``Reader``."""

    def beginnings(self, texts: Iterable[str], *, spaced: bool) -> set[str]:
        """Return those texts with which the key of a name begins, in one question.

        Args:
            texts: Words, or runs of words, in their compared form.
            spaced: Whether a key must go on with a space or end there; Chinese goes on with anything.
        """
        wanted = json.dumps(list(texts), ensure_ascii=False)
        rows = self._rows(_WORD_BEGINS, (wanted,)) if spaced else self._rows(_BEGINS, (wanted, END))
        return {str(row[0]) for row in rows}

    def named(self, keys: Iterable[str]) -> set[str]:
        """Return those keys that a name has, in one question."""
        wanted = json.dumps(list(keys), ensure_ascii=False)
        return {str(row[0]) for row in self._rows(_EQUAL, (wanted,))}

    def names_opening(self, parts: Sequence[str], joiner: str) -> Iterator[int]:
        """Yield how many parts make up the key of a name that opens a text, longest first.

        Args:
            parts: Words or characters in their compared form, from where the name would begin.
            joiner: What stands between two in a key: a space, or nothing.
        """
        size = len(parts)
        while size:
            key = joiner.join(parts[:size])
            rows = self._rows(_BEFORE, (key,))
            if not rows:
                return
            found = str(rows[0][0])
            shared = _shared(parts, size, found, joiner)
            if shared and len(joiner.join(parts[:shared])) == len(found):
                yield shared
                size = shared - 1
            else:
                size = shared


def _shared(parts: Sequence[str], size: int, found: str, joiner: str) -> int:
    """How many of the parts a key begins with.

    >>> _shared(["ministry", "of", "state"], 3, "ministry of stationery", " ")
    2
    """
    at = 0
    for count in range(size):
        end = at + len(parts[count])
        if found[at:end] != parts[count] or (joiner and end < len(found) and found[end] != joiner):
            return count
        at = end + len(joiner)
    return size
