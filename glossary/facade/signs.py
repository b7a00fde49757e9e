"""What tells names apart though their keys are equal: signs (C++ is no C, and Disney+ is no Disney) and tones that were typed."""

from __future__ import annotations

from glossary.language.fold import signs_of
from glossary.model.tags import PINYIN
from glossary.search.ranking import Tier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.answers import Answer
    from glossary.search.ranking import Hit
    from glossary.store.reading import Reader

__all__ = ["as_toned", "has_signs", "signed_first"]


def has_signs(answer: Answer, asked: str) -> bool:
    """Return whether the name of an answer has the signs of what was asked for; pinyin that was typed has none.

    Args:
        answer: An answer found by a name of it.
        asked: The name that was asked for.
    """
    by_pinyin = answer.name.is_chinese and asked.isascii()
    return by_pinyin or signs_of(answer.name.text) == signs_of(asked)


def signed_first(reader: Reader, hits: Sequence[Hit], asked: str) -> list[Hit]:
    """Return hits, of those with an equal key the ones without the signs of the query behind the others.

    Args:
        reader: The store's reader, within a reading.
        hits: Hits, best first.
        asked: The query.
    """
    if len(hits) < 2 or hits[1].tier != Tier.EXACT:  # as mostly: at most the first is equal
        return list(hits)
    equal = [hit for hit in hits if hit.tier == Tier.EXACT]
    listed = reader.listed([hit.n for hit in equal])
    signs = signs_of(asked)

    def is_other(hit: Hit) -> bool:
        names = listed[hit.n].entry.names if hit.n in listed else ()
        return bool(names) and signs_of(names[min(hit.ord, len(names) - 1)].text) != signs

    return sorted(equal, key=is_other) + [hit for hit in hits if hit.tier != Tier.EXACT]


def as_toned(query: str, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Return those answers whose pinyin has the tones the query gives; all where it gives none."""
    from glossary.language.syllables import has_tones, same_tones

    if not has_tones(query):
        return answers
    kept = []
    for answer in answers:
        rendering = answer.name.rendering(PINYIN)
        if rendering is None or same_tones(query, rendering.text):
            kept.append(answer)
    return tuple(kept)
