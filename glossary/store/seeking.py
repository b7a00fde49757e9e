"""Names by their keys and words by their letters: what search asks of the indexes; every question has a limit."""

from __future__ import annotations

import json
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from sqlite3 import Connection
    from typing import NamedTuple, TypeVar

    from glossary.store.filters import Filters

    Value = TypeVar("Value")

    class Candidate(NamedTuple):
        """A name that may be a hit; at run time a plain tuple."""

        name: int
        entry: int
        ord: int
        weight: int
        size: int

    Keyed = tuple[int, int, int, int, int, int, int]
    """Place of the key in what was asked, whether the name's own is longer (1, or 2 within a word, else 0), then a ``Candidate``."""

__all__ = [
    "END",
    "KEYS",
    "LISTED",
    "PATTERN_KEY",
    "Seeker",
    "marks",
    "parts",
    "texts_listed",
]

KEYS = ("exact", "turned", "pinyin", "pinyin_bare", "initials", "initials_bare")
"""Columns of ``names`` that hold a key in a b-tree."""

PATTERN_KEY = "{pattern} "
"""Begins the key of a pattern's name. No folded query has a brace: nobody meets a pattern by name, in no text."""

_CANDIDATE = "n.id, n.id >> 20, n.id & 1048575, n.weight, n.size"
_LIGHTEST = "n.weight, n.size, n.first, n.last, n.id"
"""The order of an index behind its key."""
END = "\U0010ffff"
"""Sorts behind every text that begins with the same letters."""
LISTED = "^"
"""Stands before a word in the list of words in ``deletes``."""


_listed = json.JSONEncoder(ensure_ascii=False).encode


def texts_listed(texts: Iterable[str]) -> str:
    """Return several texts as one for ``json_each``; half a character, which stands in no key, is a question mark."""
    return _listed(list(texts)).encode("utf-8", "replace").decode("utf-8")


class Seeker:
    """Questions about names; a connection is taken for each, from the thread that asks.

    Attributes:
        questions: How many statements were run: what tests count instead of time.
    """

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self.questions = 0

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        self.questions += 1
        try:
            return self._connect().execute(sql, values).fetchall()
        except UnicodeEncodeError:  # half a character stands in no row
            return []

    def names_by(self, key: str, value: str, filters: Filters, limit: int) -> list[Candidate]:
        """Return names whose key is equal to a value, lightest first."""
        conditions, values = filters.sql()
        sql = (
            f"SELECT {_CANDIDATE} FROM names n WHERE n.{_known(key)} = ?{conditions}"
            f" ORDER BY {_LIGHTEST} LIMIT ?"
        )
        return self._rows(sql, (value, *values, limit))  # type: ignore[return-value]

    def names_by_each(
        self, values: Iterable[str], filters: Filters, limit: int
    ) -> dict[str, list[Candidate]]:
        """Return names whose exact key is equal to one of several values, lightest first, in one question.

        Args:
            values: Exact keys.
            filters: What names are limited to.
            limit: How many at most for each key.
        """
        conditions, given = filters.sql()
        sql = (
            f"SELECT v.value, {_CANDIDATE} FROM json_each(?) v CROSS JOIN names n ON n.id IN"
            f" (SELECT n.id FROM names n WHERE n.exact = v.value{conditions} ORDER BY {_LIGHTEST} LIMIT ?)"
            f" ORDER BY v.key, {_LIGHTEST}"
        )
        found: dict[str, list[Candidate]] = {}
        for value, *row in self._rows(sql, (texts_listed(values), *given, limit)):
            found.setdefault(str(value), []).append(tuple(row))  # type: ignore[arg-type]
        return found

    def names_at(
        self, asked: Sequence[tuple[str, str, bool]], filters: Filters, limit: int
    ) -> list[Keyed]:
        """Return names that have one of several keys, in one question.

        Args:
            asked: For each key its column, its value, and whether longer ones that begin with it count too.
            filters: What names are limited to.
            limit: How many at most for each key.
        Returns:
            For each key the names equal to it first, lightest first, then the longer ones in the order of the key.
        """
        if len(asked) > _AT_ONCE:
            rest = self.names_at(asked[_AT_ONCE:], filters, limit)
            shifted: list[Keyed] = [(row[0] + _AT_ONCE, *row[1:]) for row in rest]
            return self.names_at(asked[:_AT_ONCE], filters, limit) + shifted
        conditions, values = filters.sql()
        form = (conditions, *[(key, longer) for key, _, longer in asked])
        sql = _questions_at.get(form)
        if sql is None:
            parts = [
                _question_at(at, _known(key), longer, conditions)
                for at, (key, _, longer) in enumerate(asked)
            ]
            sql = _questions_at[form] = " UNION ALL ".join(parts)
        given: list[object] = []
        for _, value, longer in asked:
            given += (value, value + "!", value, value + END) if longer else (value,)
            given += (*values, limit)
        return self._rows(sql, given)  # type: ignore[return-value]

    def names_numbered(
        self, numbers: Iterable[str], filters: Filters, limit: int
    ) -> list[Candidate]:
        """Return names of the documents that have one of several numbers, lightest first.

        Args:
            numbers: Keys of numbers.
            filters: What names are limited to.
            limit: How many at most.
        """
        conditions, given = filters.sql()
        sql = (
            f"SELECT {_CANDIDATE} FROM json_each(?) v CROSS JOIN numbers d ON d.number = v.value"
            " CROSS JOIN names n ON n.id BETWEEN d.entry << 20 AND d.entry << 20 | 1048575"
            f" WHERE TRUE{conditions} ORDER BY {_LIGHTEST} LIMIT ?"
        )
        return self._rows(sql, (texts_listed(numbers), *given, limit))  # type: ignore[return-value]

    def names_matching(self, match: str, filters: Filters, limit: int) -> list[Candidate]:
        """Return names a full-text expression matches, short ones first.

        Ranking by FTS5 costs ten to thirty times as much and ranks worse for names; callers rank.
        """
        conditions, values = filters.sql()
        return self._rows(_matching(conditions), (match, *values, limit))  # type: ignore[return-value]

    def spelled(self, names: Sequence[int]) -> dict[int, str]:
        """Return the keys of pinyin, ``ü`` written ``v``, of those names that have one, by their numbers."""
        sql = f"SELECT id, spelled FROM names WHERE id IN ({', '.join('?' * len(names))}) AND spelled NOTNULL"
        return {int(str(row[0])): str(row[1]) for row in self._rows(sql, names)}

    def texts_of(self, names: Sequence[int]) -> dict[int, str]:
        """Return the exact keys of names by their numbers; nothing is asked where there are none."""
        if not names:
            return {}
        sql = "SELECT id, exact FROM names WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._rows(sql, (json.dumps(list(names)),))
        return {int(str(row[0])): str(row[1]) for row in rows}

    def known_words(self, words: Iterable[str]) -> set[str]:
        """Return those words, in Latin letters and digits, that stand in a name."""
        sql = "SELECT word FROM deletes WHERE piece IN (SELECT value FROM json_each(?))"
        listed = texts_listed(LISTED + word for word in words)
        return {str(row[0]) for row in self._rows(sql, (listed,))}

    def is_word(self, word: str) -> bool:
        """Return whether any name holds a word in Latin letters and digits."""
        return bool(self._rows("SELECT 1 FROM deletes WHERE piece = ?", (LISTED + word,)))

    def words_from(self, prefix: str, limit: int) -> list[str]:
        """Return words of names that begin with a text, in Latin letters and digits."""
        sql = "SELECT word FROM deletes WHERE piece >= ? AND piece < ? LIMIT ?"
        begin = LISTED + prefix
        return [str(row[0]) for row in self._rows(sql, (begin, begin + END, limit))]

    def words_from_each(self, prefixes: Iterable[str], limit: int) -> dict[str, list[str]]:
        """Return, for each of several texts, what ``words_from`` would, in one question; so many at most for each."""
        sql = (
            "SELECT value, word FROM json_each(?) JOIN deletes ON piece IN"
            f" (SELECT piece FROM deletes WHERE piece >= '{LISTED}' || value AND piece < '{LISTED}' || value || ? LIMIT ?)"
        )
        found: dict[str, list[str]] = {}
        for prefix, word in self._rows(sql, (texts_listed(prefixes), END, limit)):
            found.setdefault(str(prefix), []).append(str(word))
        return found

    def words_with(self, part: str, limit: int) -> list[str]:
        """Return words of names that hold a text anywhere; reads the whole list of words in Latin letters."""
        sql = "SELECT word FROM deletes WHERE piece >= ? AND piece < ? AND instr(word, ?) LIMIT ?"
        rows = self._rows(sql, (LISTED, LISTED + END, part, limit))
        return [str(row[0]) for row in rows]

    def words_sharing(self, pieces: Iterable[str]) -> list[str]:
        """Return words that share a piece with those given (symmetric delete)."""
        found: dict[str, None] = {}
        for part in parts(pieces):
            sql = f"SELECT DISTINCT word FROM deletes WHERE piece IN ({marks(part)})"
            found.update((str(row[0]), None) for row in self._rows(sql, part))
        return list(found)

    def counts_of(self, words: Iterable[str]) -> dict[str, int]:
        """Return in how many names each word stands; words in none are left out."""
        wanted = tuple(words)
        found: dict[str, int] = {}
        for word in wanted:
            for term, count in self._rows(
                "SELECT term, doc FROM vocabulary WHERE term = ?", (word,)
            ):
                found[str(term)] = int(str(count))
        return found


@lru_cache(maxsize=16)
def _matching(conditions: str) -> str:
    """The question of ``Reader.names_matching``: the same object, so that its statement is found at once."""
    return (
        f"SELECT {_CANDIDATE} FROM names_fts f CROSS JOIN names n INDEXED BY names_found ON n.found = f.rowid"
        f" WHERE names_fts MATCH ?{conditions} LIMIT ?"
    )


_AT_ONCE = 400
"""Keys asked for in one question: SQLite joins 500 at most."""

_questions_at: dict[tuple[object, ...], str] = {}


def _question_at(at: int, column: str, longer: bool, conditions: str) -> str:
    """One part of the question of ``Reader.names_at``; an index alone answers it."""
    is_longer, where = "0", f"n.{column} = ?"
    if longer:
        # '!' comes right behind the space.
        is_longer = f"(n.{column} > ?) + (n.{column} >= ?)"
        where = f"n.{column} >= ? AND n.{column} < ?"
    return (
        f"SELECT * FROM (SELECT {at}, {is_longer}, {_CANDIDATE} FROM names n WHERE {where}{conditions}"
        f" ORDER BY n.{column}, {_LIGHTEST} LIMIT ?)"
    )


def _known(key: str) -> str:
    if key not in KEYS:
        raise ValueError(key)
    return key


def parts(items: Iterable[Value]) -> Iterator[list[Value]]:
    """Cut items into parts as long as one question may take.

    >>> [len(part) for part in parts(["a"] * 501)]
    [500, 1]
    """
    wanted = list(items)
    for at in range(0, len(wanted), 500):
        yield wanted[at : at + 500]


def marks(items: Sequence[object]) -> str:
    """Return a question mark for each item, by commas.

    >>> marks(["a", "b"])
    '?, ?'
    """
    return ", ".join("?" * len(items))
