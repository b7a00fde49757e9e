"""Readings of a name that patterns compose: how sure the first is, and what word of a title English leaves open."""

from __future__ import annotations

import re
from functools import cached_property

from glossary.i18n import N_, spoken
from glossary.language.han import han_key
from glossary.model.dates import span, spans_overlap
from glossary.model.names import Evidence
from glossary.model.values import dataclass
from glossary.patterns.derivations import derivation_tree
from glossary.patterns.open_topics import open_topic
from glossary.patterns.periods import days_of
from glossary.patterns.rivals import open_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.facade.composing import NameGrammar
    from glossary.patterns.derivations import Step
    from glossary.patterns.nodes import Node

__all__ = ["OpenWord", "Reading", "open_word"]

_AS_LIKELY = 0.15
_OPENING = ("（", "(")
_JOINTS = re.compile(
    r"(?<=[\w》）”])[、，,] ?(?=[\w《“])|(?<=[^\W\d_]) (?!关于)(?=[^\W\d_])|(?<=》) ?(?=《)"
)
"""Where a mark, or a space, stands between two words of a Chinese title."""
_INSTITUTES = ("研究所", "研究院", "设计院", "试验中心")
_SLOT = re.compile(r"\{[^}]*\}")
_AND = re.compile(r", | and ")


class Reading:
    """One reading of a name: what it is called in both languages, and how that is derived."""

    def __init__(self, node: Node, grammar: NameGrammar) -> None:
        self.node = node
        self.chinese = grammar.composer.chinese(node)
        self.english = grammar.composer.english(node)
        self.evidence = Evidence.COMPOSED
        self._grammar = grammar

    def same_as(self, other: Reading) -> bool:
        """Return whether both are of one body and have one Chinese name."""
        mine, theirs = self.node.place, other.node.place
        return self.chinese == other.chinese and (mine is theirs or mine is None or theirs is None)

    def rivals(self, other: Reading) -> bool:
        """Return whether of this and another reading only one can be what was asked for, and English does not tell which.

        Of a body: two Chinese names with one English. Of a title: any two, whatever their own English (Treatment: 处理, 治理).
        Of both: two places of one name (Taizhou) that are about as likely.
        """
        if self.node.place is other.node.place:
            alike = self.node.symbol == "title" or self.english == other.english
        else:
            alike = abs(self.node.cost - other.node.cost) < _AS_LIKELY
        return (
            alike
            and self.chinese != other.chinese
            and spans_overlap(span(*self.days), span(*other.days))
        )

    def leaves_open(self, other: Reading) -> bool:
        """Return whether a title is called otherwise in another reading of its place: neither is to be answered with."""
        return (
            self.node.symbol == "title"
            and self.node.place is other.node.place
            and self.rivals(other)
        )

    def joins_as(self, asked: str) -> bool:
        """Return whether a title is read as joining at least as many things as the marks in the Chinese it was asked for in part.

        What a mark parts (生产、流通 使用) may not be read as one word behind another.
        """
        if self.node.symbol != "title":
            return True
        return len(_JOINTS.findall(asked)) <= sum(map(_joined, self.node.walk()))

    def is_bracketed_as(self, asked: str) -> bool:
        """Return whether it has as many brackets as the Chinese it was asked for in: （修订草案） is not （修订）（草案）."""
        return sum(map(asked.count, _OPENING)) == self.chinese.count("（")

    def may_be_anothers(self, asked: str) -> bool:
        """Return whether a Chinese name may be that of another's institute than the place's: it leaves out what the place is.

        上海船舶设备研究所 is a shipbuilder's in Shanghai, not 上海市's.
        """
        return self.chinese.endswith(_INSTITUTES) and han_key(asked) != han_key(self.chinese)

    @property
    def rests_on_a_guess(self) -> bool:
        """Whether its English is a choice of its own, or it is a post of a body of which no more than a guess is known."""
        return self.node.names_itself or any(
            each.entry is not None and each.entry.evidence == Evidence.RECONSTRUCTED
            for each in self.node.walk()
        )

    @property
    def is_open(self) -> bool:
        """Whether its English does not tell its Chinese, whatever else it may be read as."""
        return self.node.is_unsure or self.open_topic is not None

    @cached_property
    def open_topic(self) -> Node | None:
        """The topic of a title that translators word freely; see ``patterns.open_topics``."""
        return open_topic(self.node)

    def chinese_of(self, part: Node) -> str:
        """Return a part of it, or of another reading, in Chinese."""
        return self._grammar.composer.chinese(part)

    def english_of(self, part: Node) -> str:
        """Return a part of it in English."""
        return self._grammar.composer.english(part)

    @property
    def tree(self) -> Step:
        """How it is derived."""
        return derivation_tree(self.node, self._grammar.composer, self._grammar.places)

    @property
    def days(self) -> tuple[str, str]:
        """From when to when all that it is made of was in use; empty where open."""
        return days_of(self.node)


def _joined(node: Node) -> int:
    """How many marks between words a part of a reading accounts for by itself."""
    if node.entry is not None:
        return len(_JOINTS.findall(node.entry.chinese or ""))
    if node.rule is None:
        return 0
    written = _SLOT.sub("x", node.rule.written("zh").text)
    joins = len(_AND.findall(_SLOT.sub("x", node.rule.written("en").text))) if node.kids else 0
    return max(joins, len(_JOINTS.findall(written)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWord:
    """The part of an English title that does not tell its Chinese.

    Attributes:
        said: What it may stand for.
        frame: The title in Chinese and in English with that part in 〔 〕.
    """

    said: str
    frame: tuple[str, str]


def open_word(readings: Sequence[Reading]) -> OpenWord | None:
    """Return the part of a title that other readings have otherwise, or that is worded freely; none where there is none.

    Args:
        readings: Those of an English name, the likeliest first.
    """
    if not readings:
        return None
    first = readings[0]
    rivals = [other.node for other in readings if first.leaves_open(other)]
    if rivals:
        part, others = open_part(first.node, rivals)
        names = list(dict.fromkeys(first.chinese_of(each) for each in (part, *others)))
        said = N_('"{word}" may be {names}')
    else:
        topic = first.open_topic
        if topic is None:
            return None
        part, names = topic, [first.chinese_of(topic)]
        said = N_('"{word}" may be worded otherwise than {names} in a title of no place')
    english = first.english_of(part)
    written = " / ".join(names)
    return OpenWord(
        said=spoken(said, word=english, names=written),
        frame=(
            first.chinese.replace(names[0], f"〔{written}〕", 1),
            first.english.replace(english, f"〔{english}〕", 1),
        ),
    )
