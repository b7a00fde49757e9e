"""A programme under another word for what it is: the *Chunhui Project*, *High-End Foreign Expert Recruitment Program*.

Translators write program, plan, project or scheme for 计划, 工程 and 专项; all the other words of the name must be
the same, in whatever order and number. Nothing where two programmes may be meant.
"""

from __future__ import annotations

from glossary.language.english import word_class
from glossary.language.titles import compared_words, word_forms
from glossary.model.values import replace
from glossary.search.expressions import all_of
from glossary.search.titles import of_one_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.language.keys import QueryKeys
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["find_programmes"]

ROWS = 200
LEAST_WORDS = 2
"""So many words besides tell a programme; of one, only a number does: *Project 863*."""


def find_programmes(reader: Reader, keys: QueryKeys, filters: Filters) -> Sequence[Candidate]:
    """Return the names of the one programme that is called as asked for but for the word for what it is.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What answers are limited to.
    """
    if keys.is_han or (filters.kinds and "programme" not in filters.kinds):
        return []
    asked = _told(keys.exact)
    if len(asked) < LEAST_WORDS and not any(word.isdecimal() for word in asked):
        return []
    groups = [word_forms(word) for word in asked]
    rows = reader.names_matching(all_of(groups), replace(filters, kinds=("programme",)), ROWS)
    texts = reader.texts_of([row[0] for row in rows])
    return of_one_entry([row for row in rows if _told(texts[row[0]]) == asked])


def _told(key: str) -> frozenset[str]:
    """The words of a key that say which programme it is; none where it does not say that it is one."""
    words = key.split()
    heads = word_class("programmes")
    return (
        frozenset(compared_words([word for word in words if word not in heads]))
        if not heads.isdisjoint(words)
        else frozenset()
    )
