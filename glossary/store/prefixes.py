"""Which names a running text begins with: seeks in the index of exact keys, none of which reads a row.

Most words begin no name, so a text is asked about once, all its different words in one statement; only where a name
may begin is the longest one sought, of all such places at once. No automaton is built: nothing is held in memory, whatever the size of the glossary.
"""

from __future__ import annotations

from glossary.store.seeking import END, Seeker, texts_listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Prefixes"]

_SERVED = "weight < 2000"
_EACH = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM names WHERE "
_EQUAL = f"{_EACH}exact = value)"
_BEGINS = f"{_EACH}exact >= value AND exact < value || ?)"
_BEHIND_SPACE = "!"
"""Comes right behind the space: keys from a word up to the word and this are the word and what goes on with a space."""
_BEFORE_EACH = (
    "SELECT value, (SELECT exact FROM names WHERE exact <= value AND"
    f" {_SERVED} ORDER BY exact DESC LIMIT 1) FROM json_each(?)"
)


class Prefixes(Seeker):
    """Questions about beginnings; a part of ``Reader``."""

    def beginnings(self, texts: Iterable[str], *, spaced: bool) -> set[str]:
        """Return those texts with which the key of a name begins, in one question.

        Args:
            texts: Words, or runs of words, in their compared form.
            spaced: Whether a key must go on with a space or end there; Chinese goes on with anything.
        """
        wanted = texts_listed(texts)
        rows = self._rows(_BEGINS, (wanted, _BEHIND_SPACE if spaced else END))
        return {str(row[0]) for row in rows}

    def named(self, keys: Iterable[str]) -> set[str]:
        """Return those keys that a name has, in one question."""
        wanted = texts_listed(keys)
        return {str(row[0]) for row in self._rows(_EQUAL, (wanted,))}

    def names_opening(self, parts: Sequence[str], joiner: str) -> list[int]:
        """Return how many parts make up the key of a name that opens a text, longest first.

        Args:
            parts: Words or characters in their compared form, from where the name would begin.
            joiner: What stands between two in a key: a space, or nothing.
        """
        return self.names_opening_each([parts], joiner)[0]

    def names_opening_each(self, openings: Sequence[Sequence[str]], joiner: str) -> list[list[int]]:
        """Return what ``names_opening`` does of several beginnings at once, in few questions.

        The last key not behind a text shares with it all that any key does: it is the name, or says how long one may be.

        Args:
            openings: The words or characters of each.
            joiner: What stands between two in a key: a space, or nothing.
        """
        found: list[list[int]] = [[] for _ in openings]
        open_still = {at: len(parts) for at, parts in enumerate(openings) if parts}
        while open_still:
            keys = {at: joiner.join(openings[at][:size]) for at, size in open_still.items()}
            rows = self._rows(_BEFORE_EACH, (texts_listed(set(keys.values())),))
            before = {str(key): str(last or "") for key, last in rows}
            further = {}
            for at, size in open_still.items():
                last = before.get(keys[at])
                if not last:
                    continue
                shared = _shared(openings[at], size, last, joiner)
                if shared and len(joiner.join(openings[at][:shared])) == len(last):
                    found[at].append(shared)
                    shared -= 1
                if shared:
                    further[at] = shared
            open_still = further
        return found


def _shared(parts: Sequence[str], size: int, found: str, joiner: str) -> int:
    """How many of the parts a key begins with.

    >>> _shared(["ministry", "of", "state"], 3, "ministry of stationery", " ")
    2
    """
    # A part of Chinese is a character, one of English a word, which holds no space.
    theirs = found.split(joiner) if joiner else found
    count = 0
    for mine, its in zip(parts, theirs, strict=False):
        if mine != its:
            break
        count += 1
    return min(count, size)
