"""What a question about a name is answered with.

The English, Chinese and pinyin of an answer are **the names that go with the one asked for**
(``model/counterparts.py``). The evidence is that of the weaker of the two names.
"""

from __future__ import annotations

from functools import cached_property

from glossary.model.counterparts import (
    counterpart,
    is_english,
    is_hans,
    is_hant,
    last_name_day,
    preferred_name,
    same_time,
)
from glossary.model.entries import Entry, Review
from glossary.model.names import Name
from glossary.model.tags import PINYIN
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

__all__ = ["Answer", "Answers", "Near", "near_of"]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One entry as the answer to a question about a name.

    Attributes:
        entry: The entry.
        state: Where it stands in review.
        name: The name that matched.
        day: The day the answer holds for.
        lang: Language the English is wanted in, such as ``en-x-reuters``.
        derivation: Steps by which a composed answer was derived; empty for a listed one.
        successors: Ids of what became of a body that is no more.
        score: Rank among the hits of a search, higher is better; 0 outside a search.
        reasons: Why a hit stands where it stands, when asked.
        reworded: Whether a title or a body was asked for in other words than the glossary has it in.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "Ministry A", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
    ...     {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "reconstructed"}]})
    >>> answer = Answer(entry=entry, state=Review.PROPOSED, name=entry.names[0], day="2026-11-24")
    >>> answer.chinese, answer.evidence
    ('甲部', 'reconstructed')
    """

    entry: Entry
    state: Review
    name: Name
    day: str
    lang: str = ""
    derivation: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    reworded: bool = False

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return self.entry.kind.value

    @property
    def review(self) -> str:
        """Where the entry stands in review."""
        return self.state.value

    @property
    def matched(self) -> str:
        """The text of the name that matched."""
        return self.name.text

    @property
    def names(self) -> tuple[Name, ...]:
        """All names of the entry."""
        return self.entry.names

    @property
    def _name_day(self) -> str:
        return last_name_day(self.entry, self.day)

    @cached_property
    def _chosen(self) -> tuple[Name | None, Name | None, Name | None]:
        """The English name and the Chinese ones, Hans and Hant, that go with the one asked for."""
        asked, names, day = self.name, self.names, self._name_day
        if self.lang and not asked.lang.startswith(self.lang):
            english = preferred_name(names, is_english, day, self.lang)
        else:
            english = counterpart(asked, names, is_english, day)
        return (
            english,
            counterpart(asked, names, is_hans, day),
            counterpart(asked, names, is_hant, day),
        )

    @property
    def english_name(self) -> Name | None:
        """The English name that goes with the one asked for."""
        return self._chosen[0]

    @property
    def chinese_name(self) -> Name | None:
        """The Chinese name, as entered, that goes with the one asked for."""
        _english, hans, hant = self._chosen
        if self.name.is_chinese and self.name in (hans, hant):
            return self.name
        return hans or hant

    @property
    def english(self) -> str | None:
        """The English that goes with the name asked for."""
        return self.english_name.text if self.english_name else None

    @property
    def chinese(self) -> str | None:
        """The Chinese in simplified characters: as entered, else rendered."""
        _english, hans, hant = self._chosen
        return self._script(hans, hant, "zh-Hans")

    @property
    def traditional(self) -> str | None:
        """The Chinese in traditional characters: as entered, else rendered."""
        _english, hans, hant = self._chosen
        return self._script(hant, hans, "zh-Hant")

    def _script(self, own: Name | None, other: Name | None, lang: str) -> str | None:
        main = self.chinese_name
        if own is not None and (main is own or other is None or same_time(own, main)):
            return own.text
        rendering = main.rendering(lang) if main else None
        return rendering.text if rendering else own.text if own else None

    @property
    def pinyin(self) -> str | None:
        """The pinyin of the Chinese name."""
        for name in (self.chinese_name, *self._chosen[1:]):
            rendering = name.rendering(PINYIN) if name else None
            if rendering:
                return rendering.text
        return None

    @property
    def evidence(self) -> str:
        """How the weaker of the English and the Chinese name is known."""
        found = [name.evidence for name in (self.english_name, self.chinese_name) if name] or [
            self.name.evidence
        ]
        return max(found, key=lambda evidence: evidence.rank).value

    @property
    def renderings(self) -> tuple[str, ...]:
        """Which fields of the record were generated by the program."""
        main = self.chinese_name
        if main is None:
            return ()
        generated = {item.lang for item in main.renderings if item.generated}
        fields = []
        for key, text in self._fields.items():
            rendering = main.rendering(PINYIN if key == "pinyin" else key)
            if rendering and rendering.lang in generated and rendering.text == text:
                fields.append(key)
        return tuple(fields)

    @cached_property
    def today(self) -> Answer:
        """The answer with today's preferred names of the same entry."""
        name = (
            preferred_name(self.names, is_english, self._name_day)
            or preferred_name(self.names, lambda each: each.is_chinese, self._name_day)
            or self.name
        )
        return Answer(entry=self.entry, state=self.state, name=name, day=self.day)

    def to_record(self) -> dict[str, Any]:
        """Return the answer as the JSON object scripts rely on (``zhengming schema``).

        >>> from glossary.model.records import from_record
        >>> entry = from_record({"id": "a", "kind": "term", "names": [
        ...     {"text": "A", "lang": "en", "evidence": "unsourced"}]})
        >>> record = Answer(entry=entry, state=Review.PROPOSED, name=entry.names[0], day="2026-11-24").to_record()
        >>> record["en"], record["zh-Hans"], record["matched"]["type"]
        ('A', None, 'full')
        """
        record: dict[str, Any] = {
            "id": None if self.derivation else self.id,  # it is no entry yet
            "kind": self.kind,
            **self._fields,
            "evidence": self.evidence,
            "review": self.review,
            "matched": {
                "text": self.name.text,
                "lang": self.name.lang,
                "type": self.name.type.value,
                "usage": self.name.usage.value,
                "from": self.name.start or None,
                "to": self.name.end or None,
            },
            "renderings": list(self.renderings),
        }
        if self.reworded:
            record["reworded"] = True
        if self.successors:
            record["successors"] = list(self.successors)
        if not self.derivation:
            today = self.today
            if (today.name is not self.name or self.lang) and today._fields != self._fields:
                record["preferred"] = today._fields
        else:
            record["derivation"] = list(self.derivation)
        return record

    @cached_property
    def _fields(self) -> dict[str, str | None]:
        return {
            "en": self.english,
            "zh-Hans": self.chinese,
            "zh-Hant": self.traditional,
            "pinyin": self.pinyin,
        }


@dataclass(frozen=True, kw_only=True)
class Near:
    """An entry that is not the answer but may have been meant."""

    id: str
    english: str | None
    chinese: str | None


def near_of(entry: Entry, day: str) -> Near:
    """Return an entry by the names it had on a day.

    >>> from glossary.model.records import from_record
    >>> entry = from_record({"id": "a", "kind": "body", "names": [
    ...     {"text": "Old", "lang": "en", "evidence": "unsourced", "to": "1998"},
    ...     {"text": "New", "lang": "en", "evidence": "unsourced", "from": "1999"}]})
    >>> near_of(entry, "1990-12-31").english, near_of(entry, "2020-01-01").english
    ('Old', 'New')
    """
    english = preferred_name(entry.names, is_english, day)
    chinese = preferred_name(entry.names, lambda name: name.is_chinese, day)
    return Near(
        id=entry.id,
        english=english.text if english else None,
        chinese=chinese.text if chinese else None,
    )


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What ``lookup`` returns: a sequence of answers, best first, and what to say where there is none.

    Attributes:
        query: The name asked for.
        found: ``exact``, ``composed`` or ``none``.
        answers: Best first.
        reason: Why nothing was found, where it is known.
        near: Up to five entries that may have been meant; never an answer.
        frame: Where it was asked for: Chinese and English of a title whose topic is unknown, that left as it is
            in 〔 〕; never an answer.

    >>> answers = Answers(query="x", found="none")
    >>> len(answers), bool(answers)
    (0, False)
    """

    query: str
    found: str
    answers: tuple[Answer, ...] = ()
    reason: str = ""
    near: tuple[Near, ...] = ()
    frame: tuple[str, str] | None = None

    def __len__(self) -> int:
        return len(self.answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __getitem__(self, at: int) -> Answer:
        return self.answers[at]

    def to_record(self) -> dict[str, Any]:
        """Return the JSON object of one line of ``lookup --jsonl``.

        >>> Answers(query="x", found="none", reason="not in the glossary").to_record()["found"]
        'none'
        """
        record: dict[str, Any] = {
            "query": self.query,
            "found": self.found,
            "answers": [answer.to_record() for answer in self.answers],
        }
        if self.found == "none":
            record["reason"] = self.reason
            record["near"] = [
                {"id": each.id, "en": each.english, "zh-Hans": each.chinese} for each in self.near
            ]
            if self.frame is not None:
                record["frame"] = {"zh-Hans": self.frame[0], "en": self.frame[1]}
        return record
