"""Names in a running text as reports turn them: *the Commerce Ministry*, *Law on Guarding State Secrets*, *the Academy's Institute*.

A ministry is read backwards from its head, an act of the state onwards from its own: ``of the PRC`` may be left out of it. A unit
stands behind the body it is part of.
"""

from __future__ import annotations

import re

from glossary.language.turning import turn_tokens
from glossary.text.scanning import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from glossary.language.running import Stretch, Word
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.text.scanning import RunningText

    Accept = Callable[[Found], bool]

__all__ = ["find_owned", "find_turned"]

HEAD = "ministry"
MOST_BEFORE = 7
"""How many words may stand before the head: Industry and Information Technology."""
ACTS = frozenset(("law", "measure", "provision", "regulation", "rule"))
MOST_BEHIND = 16
"""How many words may stand behind the head of an act."""
_ROWS = 50
_OWNING = re.compile(r"(?:['’]s?)?\s+(?=[A-Z])")
_LINKS = frozenset(("of", "for", "and", "the"))
_ABOUT = frozenset(("on", "of", "for", "concerning", "regarding"))
_UNSAID = _LINKS | _ABOUT | frozenset(("prc", ","))
"""What a name may have and the text leave out, and the other way round."""


def find_turned(
    reader: Reader, text: RunningText, filters: Filters, accept: Accept
) -> Iterator[Found]:
    """Yield the longest turned name at each head of one, with the key of the name it turns.

    Args:
        reader: The store.
        text: Any text.
        filters: What entries and names are limited to.
        accept: Asked of each run whether it is a name where it stands.
    """
    for head in sorted(text.places.keys() & {HEAD, *ACTS}):
        for number, at in text.places[head]:
            words = text.words[number]
            following = words.texts[at + 1] if at + 1 < len(words) else ""
            if head == HEAD and following not in ("of", "for"):
                runs = _before(words, at, text.text)
            elif head in ACTS and following in _ABOUT:
                runs = _behind(words, at, at, text.text)
            else:
                continue
            found = next(filter(accept, _turning(reader, runs, filters)), None)
            if found:
                yield found


def find_owned(
    reader: Reader, text: RunningText, owners: Iterable[Found], filters: Filters, accept: Accept
) -> Iterator[Found]:
    """Yield the names of units that stand behind their bodies: *the Academy of Sciences' Institute*, *State Council General Office*.

    Args:
        reader: The store.
        text: Any text.
        owners: The names that stand in it.
        filters: What entries and names are limited to.
        accept: Asked of each run whether it is a name where it stands.
    """
    starts: dict[int, int] = {}
    for run in owners:
        if _OWNING.match(text.text, run.end):
            starts[run.end] = min(run.start, starts.get(run.end, run.start))
    for words, at in _words_ending(text, starts):
        first = at
        while first and words.starts[first] > starts[words.ends[at]]:
            first -= 1
        runs = _behind(words, first, at, text.text)
        found = next(filter(accept, _turning(reader, runs, filters)), None)
        if found:
            yield found


def _words_ending(text: RunningText, ends: Collection[int]) -> Iterator[tuple[Stretch, int]]:
    """The stretch and place of each word that ends at one of some offsets."""
    for words in text.words:
        if any(words.starts[0] < end <= words.ends[-1] for end in ends):
            yield from ((words, at) for at, end in enumerate(words.ends) if end in ends)


def _before(words: Stretch, head: int, text: str) -> list[Stretch]:
    """What ends at a head and may be its name, the longest first."""
    first = head
    while first and head - first < MOST_BEFORE and _may_be_before(words[first - 1], text):
        first -= 1
    return [words[at : head + 1] for at in range(first, head) if words.texts[at] not in _LINKS]


def _behind(words: Stretch, begin: int, head: int, text: str) -> list[Stretch]:
    """What begins at a place, goes on behind a head and may be its name, the longest first."""
    ends: list[int] = []
    for at, word in enumerate(words[head + 1 : head + 1 + MOST_BEHIND], head + 2):
        if text[word.start].isupper():
            if ends and ends[-1] == at - 1 and text[words[at - 2].end : word.start].isspace():
                ends.pop()  # a name that goes on is another
            ends.append(at)
        elif word.text not in _ABOUT and word.text not in _LINKS:
            break
    return [words[begin:end] for end in reversed(ends)]


def _turning(reader: Reader, runs: Sequence[Stretch], filters: Filters) -> Iterator[Found]:
    """The names that turn some runs of words and say no more than that they are of the state; in the order of the runs."""
    said = [run.texts for run in runs]
    asked = [("turned", turn_tokens(texts), False) for texts in said]
    rows = reader.names_at(asked, filters, _ROWS) if asked else []
    keys = reader.texts_of([row[2] for row in rows])
    for at, (run, texts) in enumerate(zip(runs, said, strict=True)):
        known = {keys[row[2]] for row in rows if row[0] == at}
        for key in sorted(key for key in known if _content(key.split()) == _content(texts)):
            yield Found(run.starts[0], run.ends[-1], key)


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(words) - _UNSAID


def _may_be_before(word: Word, text: str) -> bool:
    return word.text == "and" or text[word.start].isupper()
