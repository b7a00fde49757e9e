"""The frame of a title: its reading but for the words that no pattern or entry knows, those as they were written."""

from __future__ import annotations

from glossary.language.english import english_tokens
from glossary.patterns.features import TOPICS
from glossary.patterns.guessing import read_again, unknown_topic
from glossary.patterns.parsing import atoms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.patterns.nodes import Node
    from glossary.patterns.parsing import Parser

__all__ = ["as_written", "framed"]

_STEPS = 10_000
"""Steps after which a frame is given up: of 130 local notices two take more than 4,000."""

_JOINERS = "和及与或的、，"
"""What joins a word to another: no word that is not known begins or ends so."""
_BRACKETS = {"《": "》", "（": "）", "“": "”", "(": ")", "〈": "〉"}
_LONGEST_WORD = 8


def framed(parser: Parser, text: str, symbols: Iterable[str]) -> Node | None:
    """Return the reading of a title that leaves the fewest of its words unknown, ``None`` where all of them are.

    In Chinese what is not known may not cut a word or a place that is.

    Args:
        parser: One that read the title.
        text: The title as asked for.
        symbols: What it may be.
    """
    guesser = read_again(parser, TOPICS, lenient=False)
    guesser.steps = _STEPS
    han = parser.lang == "zh"
    size = len(("" if han else " ").join(parser.atoms))
    best: tuple[int, int, float] | None = None
    found = None
    for node in guesser.whole(symbols):
        unknown = [each.value for each in node.walk() if unknown_topic(each)]
        if not unknown or max(map(len, unknown)) >= size:
            continue
        if han and any(_cuts(parser, value, text) for value in unknown):
            continue
        rank = (len(unknown), sum(map(len, unknown)) if han else 0, node.cost)
        if best is None or rank < best:
            best, found = rank, node
    return found


def _cuts(parser: Parser, value: str, text: str) -> bool:
    """Whether words that are not known begin within a known one, or begin or end at what joins them to others."""
    begin = parser.text.find(value)
    written = as_written(value, text, "zh")
    before = text[: max(text.find(written), 0)].rstrip()
    if value[0] in _JOINERS or value[-1] in _JOINERS or before.endswith(tuple(_JOINERS)):
        return True
    words, places = parser.grammar.words, parser.places
    for start in range(max(begin - _LONGEST_WORD, 0), begin):
        further = range(begin + 1, min(start + _LONGEST_WORD, len(parser.text)) + 1)
        if any(parser.text[start:stop] in words for stop in further):
            return True
        if any(stop > begin for stop, _chain, _cost in places.chinese(parser.text, start)):
            return True
    return False


def as_written(atoms: str, text: str, lang: str) -> str:
    """The words of the text that the atoms stand for.

    >>> as_written("ai plan", "Notice on the AI Plan", "en")
    'AI Plan'
    """
    if lang == "zh":
        return _han_as_written(atoms, text)
    wanted = atoms.split()
    words = text.replace(",", " ").split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            found = " ".join(words[start:end])
            if words[start].lower() != "the" and english_tokens(found) == wanted:
                return found
    return atoms


def _han_as_written(atoms: str, text: str) -> str:
    """The stretch of a Chinese text that characters in their compared form stand for: 复制 for 覆制, with the marks that close it."""
    keys = ("".join(atoms_of(char, "zh")) for char in text)
    letters = [(at, key) for at, key in enumerate(keys) if key.isalnum()]
    found = "".join(key for _at, key in letters).find(atoms)
    if found < 0 or any(len(key) != 1 for _at, key in letters):
        return atoms
    begin, end = letters[found][0], letters[found + len(atoms) - 1][0] + 1
    for opening, closing in _BRACKETS.items():
        if text[begin:end].count(closing) > text[begin:end].count(opening):
            begin -= text[:begin].endswith(opening)
    for opening, closing in reversed(_BRACKETS.items()):
        if text[begin:end].count(opening) > text[begin:end].count(closing):
            end += text.startswith(closing, end)
    return text[begin:end]
