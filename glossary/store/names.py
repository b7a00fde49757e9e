"""The derived index of names: keys in b-trees, words in full text, and the table that forgives typos.

``words`` holds what is searched in the middle of a name: English tokens, Chinese bigrams, pinyin words. For each
Latin word of four letters or more, ``deletes`` holds the word and every word one letter shorter: two words within
one edit share a piece (symmetric delete; research/perf.md §1). Under ``^`` and the word it lists every word in Latin
letters and digits: full text tells its words only by reading through all the names that hold them.
"""

from __future__ import annotations

from glossary.language.keys import flat_pinyin
from glossary.store.prepared import review_weight
from glossary.store.seeking import LISTED
from glossary.store.standing import stands_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

__all__ = [
    "INSERT_NAME",
    "NAMES",
    "add_names",
    "add_words",
    "drop_names",
    "found_id",
    "name_id",
    "piece_rows",
    "weigh_names",
]

INSERT_NAME = (
    "INSERT INTO names (id, found, size, lang, weight, exact, turned, pinyin, pinyin_bare, initials,"
    " initials_bare, words, first, last, spelled) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_WORDS = 11
"""Place of the words in a row."""
NAMES = 1 << 20
"""More names than an entry has: what the number of an entry is multiplied by in the ids of its names."""
SHORTEST = 4
LONGEST = 24
"""Words outside these lengths are not looked up with typos."""


def is_listed(word: str) -> bool:
    """Return whether a word is all Latin letters and digits, as those are in the list of words.

    >>> is_listed("g20"), is_listed("éa"), is_listed("1.5")
    (True, False, False)
    """
    return word.isascii() and word.isalnum()


def piece_rows(words: str) -> str:
    """Return the question for the rows of ``deletes`` that words have, in the order of that table.

    SQLite makes them, since a glossary has a hundred thousand: none for a word in other letters, and only Latin
    letters of middling length are forgiven typos.

    Args:
        words: What to select from: a table or question with a column ``word``, lower-case, each word once.

    >>> from contextlib import closing
    >>> from sqlite3 import connect
    >>> with closing(connect(":memory:")) as connection:
    ...     [connection.execute(piece_rows("(SELECT ? AS word)"), [word] * 3).fetchall()[:3] for word in ("of", "国家", "city")]
    [[('^of', 'of')], [], [('^city', 'city'), ('cit', 'city'), ('city', 'city')]]
    """
    typed = f"FROM {words} WHERE length(word) BETWEEN {SHORTEST} AND {LONGEST} AND word NOT GLOB '*[^a-z]*'"
    places = f"(WITH RECURSIVE place(at) AS (VALUES (0) UNION ALL SELECT at + 1 FROM place WHERE at < {LONGEST - 1}) SELECT at FROM place)"
    return (
        f"SELECT '{LISTED}' || word, word FROM {words} WHERE word <> '' AND word NOT GLOB '*[^a-z0-9]*'"
        f" UNION SELECT word, word {typed}"
        f" UNION SELECT substr(word, 1, at) || substr(word, at + 2), word {typed.replace(' WHERE', f' JOIN {places} ON at < length(word) WHERE')}"
        " ORDER BY 1, 2"
    )


_PIECES_OF_WORD = piece_rows("(SELECT ? AS word)")
_LIST_WORD = f"INSERT INTO deletes {_PIECES_OF_WORD}"
_FORGET_PIECE = "DELETE FROM deletes WHERE piece = ? AND word = ?"
"""Asked piece by piece: with ``(piece, word) IN (SELECT …)`` SQLite reads the whole table."""


def name_id(n: int, at: int) -> int:
    """Return the id of a name: by entry and place in it.

    Args:
        n: Number of its entry, below 2 to the 34th.
        at: Its place among the entry's names, below ``NAMES``.

    >>> name_id(7, 0) < name_id(7, 1) < name_id(8, 0)
    True
    """
    return n * NAMES + at


def found_id(name: int, size: int) -> int:
    """Return the number of a name in the full text: short names first, then in the order of ids.

    Names of bodies of the centre stand there as if they were half as long: more of them would be cut off.

    Args:
        name: Its id.
        size: How long it counts; from 255 on all are alike.

    >>> found_id(name_id(900, 3), 5) < found_id(name_id(7, 0), 6) < found_id(name_id(7, 1), 6)
    True
    """
    return min(size, 255) << 54 | name


def rows_for(
    n: int, review: str, names: Sequence[Sequence[object]]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of ``names`` for one entry, review counted into the weight.

    >>> row = (0, "en", 3, "a", None, None, None, None, None, "a", None, None)
    >>> next(iter(rows_for(7, "proposed", [row])))[2:6]
    (1, 'en', 1003, 'a')
    """
    extra, first_name = review_weight(review), name_id(n, 0)
    for (
        at,
        lang,
        weight,
        exact,
        turned,
        pinyin,
        bare,
        short,
        short_bare,
        words,
        first,
        last,
    ) in names:
        name, size, spelled = first_name + at, len(exact), None  # type: ignore[arg-type, operator]
        if pinyin and "v" in pinyin:  # type: ignore[operator]
            flat = flat_pinyin(pinyin)  # type: ignore[arg-type]
            if flat != pinyin:
                spelled = f"{pinyin} {bare or ''}"
                pinyin, bare = flat, flat_pinyin(bare) if bare else None  # type: ignore[arg-type]
        found = found_id(name, size // 2 if stands_first(weight) else size)  # type: ignore[arg-type]
        yield (
            *(name, found, size, lang, weight + extra, exact, turned, pinyin, bare),  # type: ignore[operator]
            *(short, short_bare, words, first, last, spelled),
        )


def add_names(
    connection: Connection, n: int, review: str, names: Sequence[Sequence[object]]
) -> None:
    """Insert and index the names of one entry."""
    rows = list(rows_for(n, review, names))
    connection.executemany(INSERT_NAME, rows)
    # FTS5 writes what it holds in memory as soon as a number is smaller than the one before.
    connection.executemany(
        "INSERT INTO names_fts (rowid, words) VALUES (?, ?)",
        sorted((row[1], row[_WORDS]) for row in rows),
    )
    add_words(connection, [word for row in rows for word in str(row[_WORDS]).split()])


def add_words(connection: Connection, words: Iterable[str]) -> None:
    """List words, and make them findable with a typo; known ones cost one look for all."""
    wanted = [LISTED + word for word in set(filter(is_listed, words))]
    new = set(wanted)
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        sql = f"SELECT piece FROM deletes WHERE piece IN ({', '.join('?' * len(part))})"
        new.difference_update(piece for (piece,) in connection.execute(sql, part))
    for piece in sorted(new):
        connection.execute(_LIST_WORD, [piece[len(LISTED) :]] * 3)


def drop_names(connection: Connection, n: int) -> None:
    """Take the names of one entry out of every index; words no name has left go too."""
    of_entry = (n * NAMES, (n + 1) * NAMES)
    rows = connection.execute(
        "SELECT found, words FROM names WHERE id >= ? AND id < ?", of_entry
    ).fetchall()
    for number, words in rows:
        connection.execute(
            "INSERT INTO names_fts (names_fts, rowid, words) VALUES ('delete', ?, ?)",
            (number, words),
        )
    connection.execute("DELETE FROM names WHERE id >= ? AND id < ?", of_entry)
    for word in {word for _, words in rows for word in filter(is_listed, words.split())}:
        left = connection.execute("SELECT 1 FROM names_fts WHERE names_fts MATCH ?", (f'"{word}"',))
        if left.fetchone() is None:
            pieces = connection.execute(_PIECES_OF_WORD, [word] * 3).fetchall()
            connection.executemany(_FORGET_PIECE, pieces)


def weigh_names(connection: Connection, n: int, review: str) -> None:
    """Set the weights of an entry's names after a change of review; full text is not touched."""
    connection.execute(
        "UPDATE names SET weight = weight % 1000 + ? WHERE id >= ? AND id < ?",
        (review_weight(review), n * NAMES, (n + 1) * NAMES),
    )
