"""Whether a text says itself what one of its acronyms stands for.

Reports explain an acronym where they first use it: *the international criminal court (ICC)*, *CEEC (Central and Eastern
European Countries)*. Where the words have hardly one in common with the name of a body, the acronym is another's there.
"""

from __future__ import annotations

import re

from glossary.language.english import SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["ExplainedAcronyms"]

_BEHIND = re.compile(r"\(\s*([A-Z][A-Za-z&]*[A-Z])s?\s*\)")
_BEFORE = re.compile(r"\b([A-Z][A-Za-z&]*[A-Z])\s*\(([A-Z][^()\n]{3,100})\)")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_FAR = 150  # characters before a bracket in which the words are sought
_ENDS = re.compile(r"[.;:!?()\n](?=\s|$)")
"""What no words go across."""
_SMALL = SMALL_WORDS | {"de", "des", "delle", "für", "la"}
_STEM = 4  # letters in which two forms of a word agree: science, sciences
_LEAST_STEM = 3


class ExplainedAcronyms:
    """The acronyms of one text that stand beside what they stand for.

    Args:
        text: Any text.

    >>> text = "the international criminal court (ICC), and the Chinese Academy of Science (CAS)"
    >>> acronyms = ExplainedAcronyms(text)
    >>> acronyms.is_of_another("ICC", ["Institute of Coal Chemistry"])
    True
    >>> acronyms.is_of_another("CAS", ["Chinese Academy of Sciences"])
    False
    """

    def __init__(self, text: str) -> None:
        self._words: dict[str, list[Sequence[str]]] = {}
        for acronym, words in _explained(text):
            spelt = _spelling(acronym, words)
            if spelt:
                self._words.setdefault(acronym, []).append(spelt)

    def is_of_another(self, acronym: str, names: Iterable[str]) -> bool:
        """Return whether the text says that an acronym stands for something that is called otherwise.

        Args:
            acronym: The acronym, as it is written.
            names: What is called so, in English. A name counts that has half of the words, in whatever form.
        """
        explained = self._words.get(acronym)
        if not explained:
            return False
        known = {_stem(word) for name in names for word in _WORD.findall(name)}
        return all(
            2 * sum(_stem(word) in known for word in words) < len(words) for words in explained
        )


def _explained(text: str) -> Iterator[tuple[str, list[str]]]:
    """Acronyms that stand in a bracket or before one, and the words before it or in it."""
    for match in _BEHIND.finditer(text):
        before = text[max(match.start() - _FAR, 0) : match.start()]
        yield match[1], _WORD.findall(_ENDS.split(before)[-1])
    for match in _BEFORE.finditer(text):
        words = _WORD.findall(match[2])
        first = next((word for word in words if word.lower() not in _SMALL), "")
        if first[:1].upper() == match[1][0]:
            yield match[1], words


def _spelling(acronym: str, words: Sequence[str]) -> Sequence[str]:
    """The last words, without the small ones, whose first letters make up an acronym; none where they do not."""
    letters = [char for char in acronym if char.isupper()]
    spelt: list[str] = []
    for word in reversed(words):
        if not letters:
            break
        if word[0].upper() == letters[-1]:
            letters.pop()
            spelt.append(word)
        elif word.lower() not in _SMALL:
            return ()
    return [word for word in spelt if word.lower() not in _SMALL] if not letters else ()


def _stem(word: str) -> str:
    lower = word.lower()
    return lower[:_STEM] if len(lower) > _LEAST_STEM else lower
