"""Where names that patterns compose stand in a running text.

Only stretches with a word that such a name needs are parsed, in English only from a capital or a digit, in Chinese up to the
last character in which one may end. From each place the longest name counts. Where a name of the glossary stands to the end
of such a stretch, no longer one can be composed: only a document's name is read for the names in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from glossary.language.english import SMALL_WORDS, word_class
from glossary.language.han import has_han
from glossary.patterns.features import IN_TEXTS
from glossary.patterns.nodes import is_word
from glossary.text.continuations import goes_on, has_begun, is_balanced, is_cut
from glossary.text.judging import is_cut_out
from glossary.text.scanning import Found
from glossary.text.surroundings import is_of_a_country

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Protocol

    from glossary.language.running import Stretch
    from glossary.patterns.nodes import Node
    from glossary.patterns.parsing import Parser
    from glossary.patterns.places import Place
    from glossary.text.scanning import RunningText

    class Composing(Protocol):
        """What composes names."""

        @property
        def needed(self) -> frozenset[str]:
            """The English words of which every composed name holds one."""

        def ends(self, chars: str) -> Sequence[int]:
            """Return the places behind which a composed Chinese name may end that does not end in an entry's, in order."""

        def may_begin(self, chars: str, at: int) -> bool:
            """Return whether a composed Chinese name may begin at a place of a text; true too often."""

        def is_place(self, word: str) -> bool:
            """Return whether a word, in its compared form, begins a Chinese place's name."""

        def parse_atoms(
            self, lang: str, atoms: Sequence[str], listed: Mapping[int, Sequence[int]]
        ) -> Parser:
            """Return a parser of a stretch of text, of which it is said where names of the glossary begin, and how long they are."""


__all__ = ["MOST_ATOMS", "Begun", "find_composed"]

MOST_ATOMS = 120
"""The longest composed name read from a text, in words or characters."""

PLACE = "place"
"""What is looked for everywhere, since a place has no word that every name of a place needs."""

_LEAST_HAN = 3
"""The shortest composed name in Chinese, in characters."""

_LEAST_PLACE = 2

_SYMBOLS = {"body": "body", "document": "title", "place": PLACE}
"""What is looked for, by the kind of what is found."""
_BREAKS = frozenset("，：,:")
_BEGINS_ANEW = re.compile(";|,\\s+the\\b", re.IGNORECASE)
"""What stands in no name: in *In Xinjiang, the Public Security Bureau of Aksu* two begin."""
_CLOSING = ("）", ")")
_LISTS, _UNLISTED = "、", frozenset(("body", PLACE))
"""What parts two in a list, and what has none within it: 合作、政府 is no government."""
_LEVELS = frozenset(("provincial", "prefectural", "municipal", "city", "county", "district"))
_GOVERNMENT = "government"
"""Reports write the *Guangdong provincial government*; of the *Beijing government* nobody knows which is meant."""
_OF_A_GOVERNMENT = re.compile(rf"\b({'|'.join(sorted(_LEVELS))})\s+{_GOVERNMENT}\b", re.IGNORECASE)


class Begun:
    """What is known of the names of the glossary that begin at a place.

    Attributes:
        end: Where the longest ends.
        read_to: The same, but where a document's begins: it is read for the names in it.
        keys: Their keys.
    """

    __slots__ = ("end", "keys", "read_to")

    def __init__(self) -> None:
        self.end = self.read_to = 0
        self.keys: list[str] = []

    def sizes(self, lang: str) -> list[int]:
        """Return how many atoms of a language each has, the longest first."""
        if lang == "zh":
            return [len(key) for key in self.keys if " " not in key]
        return [key.count(" ") + 1 for key in self.keys if not has_han(key)]


def find_composed(
    grammar: Composing, text: RunningText, listed: Mapping[int, Begun], kinds: Collection[str] = ()
) -> Iterator[tuple[Found, list[Node]]]:
    """Yield the longest composed name from every place where one begins, and its readings; their keys are empty.

    Args:
        grammar: What composes names.
        text: Any text.
        listed: Offsets where names of the glossary begin.
        kinds: Kinds of names to look for; bodies and documents by default.
    """
    symbols = tuple(
        symbol
        for kind, symbol in _SYMBOLS.items()
        if kind in kinds or (not kinds and symbol != PLACE)
    )
    yield from _in_words(grammar, text, listed, symbols)
    yield from _in_han(grammar, text, listed, symbols)


def _in_words(
    grammar: Composing, text: RunningText, listed: Mapping[int, Begun], symbols: Sequence[str]
) -> Iterator[tuple[Found, list[Node]]]:
    needed = grammar.needed
    places = PLACE in symbols
    least = 1 if places else 2
    parsers: dict[object, Parser] = {}
    ats: dict[int, list[int]] = {}
    for word in text.places.keys() if places else needed & text.places.keys():
        for number, at in text.places[word]:
            ats.setdefault(number, []).append(at)
    for number in sorted(ats):
        for words in _with_capitals(text.words[number], sorted(ats[number]), text.text):
            atoms = words.texts
            if len(atoms) < least:
                continue
            last = max(at for at, atom in enumerate(atoms) if places or atom in needed)
            begun = {
                at: tuple(listed[start].sizes("en"))
                for at, start in enumerate(words.starts)
                if start in listed
            }
            key = (*atoms, *begun.items())
            parser = parsers.get(key)
            if parser is None:
                parser = parsers[key] = grammar.parse_atoms("en", atoms, begun)
            done = 0
            behind = words.ends[-1]
            for at, start in enumerate(words.starts[: min(last, len(words) - least) + 1]):
                here = listed.get(start)
                if here and here.read_to >= behind:
                    break
                if here and here.end >= behind:
                    continue
                first = text.text[start]
                if at < done or not (first.isupper() or first.isdigit()):
                    continue
                if has_begun(start, text.text, grammar.is_place):
                    continue
                for end, nodes in _ends(parser, at, least, symbols):
                    if _is_name(text.text, start, words.ends[end - 1]):
                        done = end
                        yield Found(start, words.ends[end - 1], ""), nodes
                        break


def _with_capitals(words: Stretch, ats: Iterable[int], text: str) -> Iterator[Stretch]:
    """Yield the parts of a stretch around some of its words, cut at its small words, but for those that stand in names."""
    done = 0
    for at in ats:
        if at < done or _parts_names(words, at, text):
            continue
        begin, done = at, at + 1
        while begin and not _parts_names(words, begin - 1, text):
            begin -= 1
        while done < len(words) and not _parts_names(words, done, text):
            done += 1
        yield words[begin:done]


def _parts_names(words: Stretch, at: int, text: str) -> bool:
    """Whether a word is a small one that stands in no name: a name crosses none of them."""
    start = words.starts[at]
    return (
        text[start].islower()
        and text[start : words.ends[at]] not in SMALL_WORDS
        and text[start - 1 : start].isspace()  # State-owned has its capital
        and not _is_of_a_government(words.texts, at)
    )


def _is_of_a_government(words: Sequence[str], at: int) -> bool:
    """Whether a word is the level in *provincial government*, or its government."""
    if words[at] == _GOVERNMENT:
        return at > 0 and words[at - 1] in _LEVELS
    return words[at] in _LEVELS and words[at + 1 : at + 2] == [_GOVERNMENT]


def _in_han(
    grammar: Composing, text: RunningText, listed: Mapping[int, Begun], symbols: Sequence[str]
) -> Iterator[tuple[Found, list[Node]]]:
    least = _LEAST_PLACE if PLACE in symbols else _LEAST_HAN
    parsers: dict[object, Parser] = {}
    for chars, offsets in text.han:
        for start, stop in _clauses(grammar, chars, offsets, text.text, listed):
            begun = {
                at - start: listed[offsets[at]].sizes("zh")
                for at in range(start, stop)
                if offsets[at] in listed
            }
            last = stop - start
            if PLACE not in symbols:
                ends = [at + size for at, sizes in begun.items() for size in sizes]
                last = max((*grammar.ends(chars[start:stop])[-1:], *ends), default=0)
            if last < least:
                continue
            # No name goes on behind the last end.
            clause, places = chars[start : start + last], offsets[start : start + last]
            key = (clause, *((at, *sizes) for at, sizes in begun.items()))
            parser = parsers.get(key)
            if parser is None:
                parser = parsers[key] = grammar.parse_atoms("zh", clause, begun)
            tails = [
                end for end in parser.tails() if text.text.startswith(_CLOSING, places[end - 1] + 1)
            ]
            done = 0
            for at in range(last - least + 1):
                if at < done or (at and clause[at - 1 : at + 1].isdecimal()):
                    continue
                here = listed.get(places[at])
                if here and here.read_to > places[-1]:
                    break
                if here and here.end > places[-1]:
                    continue
                further = bisect_right(tails, at)
                if further < len(tails) and tails[further] <= at + MOST_ATOMS:
                    opening = parser.opening(at)
                else:
                    opening = parser.opening_in_text(at)
                if opening.isdisjoint(symbols):
                    continue
                for end, nodes in _ends(parser, at, _LEAST_HAN, symbols):
                    run = Found(places[at], places[end - 1] + 1, "")
                    if _stands_alone(run, nodes, text.text):
                        done = end
                        yield run, nodes
                        break


def _stands_alone(run: Found, nodes: Sequence[Node], text: str) -> bool:
    """Whether a Chinese name is neither cut out of words (法|兰西体育场, 合作委|员会) nor another country's (俄罗斯|驻英国大使馆)."""
    surface = text[run.start : run.end]
    return (
        is_balanced(surface)
        and not (_LISTS in surface and all(node.symbol in _UNLISTED for node in nodes))
        and not any(_begins_with_word(surface, node.place) for node in nodes)
        and not _ends_a_title(run, text)
        and not is_of_a_country(run, text)
        and not is_cut_out(run, text)
    )


def _ends_a_title(run: Found, text: str) -> bool:
    """Whether a name is only the end of a title in its marks: 《合作区深圳园区|发展规划》."""
    if not text.startswith("》", run.end):
        return False
    opened = text.rfind("《", max(run.start - MOST_ATOMS, 0), run.start)
    return (
        opened >= 0 and "》" not in text[opened : run.start] and has_han(text[opened : run.start])
    )


def _begins_with_word(surface: str, place: Place | None) -> bool:
    """Whether what is read as a place is as likely a word of the text: 会同公安局, 城区教育局."""
    if place is None:
        return False
    words = word_class("places-as-words", "running")
    name = place.zh_stem if not surface.startswith(place.zh) else place.zh
    return name in words and surface.startswith(name)


def _clauses(
    grammar: Composing,
    chars: str,
    offsets: Sequence[int],
    text: str,
    listed: Mapping[int, Begun],
) -> Iterator[tuple[int, int]]:
    """Cut a stretch at its commas and colons, which stand in hardly any name, and where one ends with its line and another may begin."""
    begin = 0
    ends: frozenset[int] | None = None
    for at in range(1, len(offsets)):
        if offsets[at] - offsets[at - 1] == 1:
            continue
        between = text[offsets[at - 1] + 1 : offsets[at]]
        if _BREAKS.isdisjoint(between):
            if "\n" not in between:
                continue
            if ends is None:  # asked once a stretch, and only of one of several lines
                ends = frozenset((*grammar.ends(chars), *_ends_of_listed(offsets, listed)))
            if at not in ends or not (offsets[at] in listed or grammar.may_begin(chars, at)):
                continue
        yield begin, at
        begin = at
    if begin < len(offsets):
        yield begin, len(offsets)


def _ends_of_listed(offsets: Sequence[int], listed: Mapping[int, Begun]) -> Iterator[int]:
    """The places of a stretch behind which names of the glossary end."""
    for at, offset in enumerate(offsets):
        if offset in listed:
            yield from (at + size for size in listed[offset].sizes("zh"))


def _ends(
    parser: Parser, at: int, least: int, symbols: Sequence[str]
) -> list[tuple[int, list[Node]]]:
    """Where names that begin at a place end, with their readings, the longest first; none but a place has fewer atoms than said."""
    ends: dict[int, list[Node]] = {}
    names = set()
    for symbol in symbols:
        for end, node in parser.at(symbol, at):
            ends.setdefault(end, []).append(node)
            if symbol == PLACE:
                if node.chain and not is_word(node):
                    names.add(end)
            elif node.rule is not None and least <= end - at <= MOST_ATOMS and _is_a_name(node):
                names.add(end)
    return [(end, ends[end]) for end in sorted(names, reverse=True)]


def _is_a_name(node: Node) -> bool:
    """Whether a pattern's name is one in a text as well: *Work Plan for 2025* says of nobody whose it is."""
    while node.rule is not None and node.rule.is_bare:
        (node,) = node.kids.values()
    return node.feature(IN_TEXTS) != ("no",)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether all words but the small ones have a capital, and the name neither goes on nor crosses what none does."""
    surface = text[start:end]
    return (
        all(
            word in SMALL_WORDS or not word[0].isalpha() or word[0].isupper()
            for word in _OF_A_GOVERNMENT.sub("", surface).split()
        )
        and _BEGINS_ANEW.search(surface) is None
        and is_balanced(surface)
        and not goes_on(start, end, text)
        and not is_cut(start, end, text)
    )
