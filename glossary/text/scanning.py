"""Where in a running text names of the glossary stand.

Every place where a name may begin is asked for the longest one and for shorter ones (``store.prefixes``): the longest
may fail the test of its surroundings, and a unit's name may begin with its university's. What counts as standing there
is for ``judging`` to say:

* English: whole words; ``CAIEP’s``, ``the Party``, a line break and ``Dept.`` are no hindrance. An acronym has the
  case it is written in; another name of one word begins with a capital; of two words too; longer ones need none.
* Chinese: any run of characters, in either script, spaces and brackets within; a name of two characters only where the
  words of the text end on both sides of it.
"""

from __future__ import annotations

from collections import defaultdict, namedtuple
from functools import cached_property

from glossary.language.english import word_class
from glossary.language.running import han_stretches, running_words

__all__ = ["Found", "RunningText", "find_names"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import NamedTuple

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

    @cached_property
    def places(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where each word stands: the number of its stretch and its place there, in order.

        >>> RunningText("The party. A party of two").places["party"]
        [(0, 0), (1, 1)]
        """
        places = defaultdict(list)
        for number, words in enumerate(self.words):
            for at, word in enumerate(words.texts):
                places[word].append((number, at))
        return dict(places)


def find_names(reader: Prefixes, text: RunningText) -> list[Found]:
    """Return, for every place of a text where keys of names begin, all of them, longest first.

    Args:
        reader: The store.
        text: Any text.
    """
    found = [*_in_words(reader, text), *_in_han(reader, text.han)]
    return sorted(found, key=lambda run: (run.start, -run.end))


def _in_words(reader: Prefixes, text: RunningText) -> Iterator[Found]:
    live = reader.beginnings(text.places.keys() - word_class("never-first", "running"), spaced=True)
    alone = reader.named(live)
    pairs = {
        (number, at): " ".join(text.words[number].texts[at : at + 2])
        for first in live
        for number, at in text.places[first]
    }
    live_pairs = reader.beginnings(pairs.values(), spaced=True)
    begun = [
        (text.words[number], at)
        for (number, at), pair in pairs.items()
        if pair in live_pairs or text.words[number].texts[at] in alone
    ]
    keys = [words.texts[at : at + MOST_WORDS] for words, at in begun]
    opening = reader.names_opening_each(keys, " ")
    for (words, at), key, counts in zip(begun, keys, opening, strict=True):
        for count in counts:
            yield Found(words.starts[at], words.ends[at + count - 1], " ".join(key[:count]))


def _in_han(reader: Prefixes, stretches: Sequence[tuple[str, Sequence[int]]]) -> Iterator[Found]:
    pairs = {chars[at : at + 2] for chars, _ in stretches for at in range(len(chars) - 1)}
    live = reader.beginnings(pairs, spaced=False) if pairs else set()
    begun = [
        (chars, places, at)
        for chars, places in stretches
        for at in range(len(chars) - 1)
        if chars[at : at + 2] in live and not _inside_latin(chars, at)
    ]
    windows = [chars[at : at + MOST_CHARACTERS] for chars, _places, at in begun]
    opening = reader.names_opening_each(windows, "")
    for (chars, places, at), counts in zip(begun, opening, strict=True):
        for count in counts:
            end = at + count
            if count > 1 and not _inside_latin(chars, end):
                yield Found(places[at], places[end - 1] + 1, chars[at:end])


def _inside_latin(chars: str, at: int) -> bool:
    """Whether a place lies between two Latin letters, or two digits."""
    if not 0 < at < len(chars):
        return False
    before, after = chars[at - 1], chars[at]
    return before.isascii() and after.isascii() and before.isdigit() == after.isdigit()
