"""Where in a running text names of the glossary stand.

Every place where a name may begin is asked for the longest one and then for shorter ones (``store.prefixes``): the longest
may fail the test of its surroundings, and a unit's name may begin with its university's. What counts as standing there:

* English: whole words; ``CAIEP’s``, ``the Party``, a line break and ``Dept.`` are no hindrance. An acronym has the
  case it is written in; another name of one word begins with a capital; of two words too; longer ones need none.
* Chinese: any run of characters, in either script, spaces and brackets within; a name of two characters only where the
  words of the text end on both sides of it.
"""

from __future__ import annotations

from collections import namedtuple
from itertools import pairwise

from glossary.language.english import word_class
from glossary.language.running import han_stretches, running_words

__all__ = ["Found", "RunningText", "find_names"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import NamedTuple

    from glossary.language.running import Word
    from glossary.store.prefixes import Prefixes

    class Found(NamedTuple):
        """A run of characters that has the key of a name.

        Attributes:
            start: Offset of its first character.
            end: Offset behind its last.
            key: The key, as ``names.exact`` holds it.
        """

        start: int
        end: int
        key: str

    Accept = Callable[["Found"], bool]
else:
    Found = namedtuple("Found", "start end key")

MOST_WORDS = 40
"""The longest English name looked for, in words."""

MOST_CHARACTERS = 80
"""The longest Chinese name looked for, in characters."""


class RunningText:
    """A text and its stretches, cut once for all who look for names in it.

    Attributes:
        text: The text.
        words: The words of each stretch, as English names are compared.
        han: The characters of each stretch that holds Chinese, and their offsets.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(running_words(text))
        self.han = list(han_stretches(text))


def find_names(reader: Prefixes, text: RunningText, accept: Accept) -> Iterator[Found]:
    """Yield, for every place of a text where names begin, those that are accepted, longest first.

    Args:
        reader: The store.
        text: Any text.
        accept: Asked of each run with the key of a name whether it is one where it stands.
    """
    found = [*_in_words(reader, text.words, accept), *_in_han(reader, text.han, accept)]
    yield from sorted(found, key=lambda run: (run.start, -run.end))


def _in_words(
    reader: Prefixes, stretches: Sequence[Sequence[Word]], accept: Accept
) -> Iterator[Found]:
    live = reader.beginnings(
        {word.text for words in stretches for word in words} - word_class("never-first", "running"),
        spaced=True,
    )
    pairs = {
        f"{word.text} {following.text}"
        for words in stretches
        for word, following in pairwise(words)
        if word.text in live
    }
    alone = reader.named(live)
    live_pairs = reader.beginnings(pairs, spaced=True)
    for words in stretches:
        for at, word in enumerate(words):
            if word.text not in live:
                continue
            following = words[at + 1].text if at + 1 < len(words) else ""
            if word.text not in alone and f"{word.text} {following}" not in live_pairs:
                continue
            window = words[at : at + MOST_WORDS]
            keys = [each.text for each in window]
            for count in reader.names_opening(keys, " "):
                run = Found(word.start, window[count - 1].end, " ".join(keys[:count]))
                if accept(run):
                    yield run


def _in_han(
    reader: Prefixes, stretches: Sequence[tuple[str, Sequence[int]]], accept: Accept
) -> Iterator[Found]:
    pairs = {chars[at : at + 2] for chars, _ in stretches for at in range(len(chars) - 1)}
    live = reader.beginnings(pairs, spaced=False) if pairs else set()
    for chars, places in stretches:
        for at in range(len(chars) - 1):
            if chars[at : at + 2] not in live or _inside_latin(chars, at):
                continue
            window = chars[at : at + MOST_CHARACTERS]
            for count in reader.names_opening(window, ""):
                end = at + count
                if count < 2 or _inside_latin(chars, end):
                    continue
                run = Found(places[at], places[end - 1] + 1, chars[at:end])
                if accept(run):
                    yield run


def _inside_latin(chars: str, at: int) -> bool:
    """Whether a place lies between two Latin letters, or two digits."""
    if not 0 < at < len(chars):
        return False
    before, after = chars[at - 1], chars[at]
    return before.isascii() and after.isascii() and before.isdigit() == after.isdigit()
