"""Searching names: every class of query, through the facade, against SQLite's own full-text search.

The baseline holds the same names in a plain table with FTS5 over it, built in the same run:

* ``trigram`` with ``ORDER BY rank``, the whole query as one phrase, for names, beginnings, words and four characters;
* for two Chinese characters the trigram index cannot be asked, so what one would have to write: ``LIKE`` over the
  table, shortest first; the note has it without order, too;
* a typo has no phrase in common with its name, so the query's trigrams joined by ``OR``, by rank; the note has the
  phrase, which finds next to nothing;
* ``unicode61`` with rank for pinyin and initials, which are one word each there.

A target counts as found where it is among the first ten, or where all ten fit the query as well (a beginning, words,
characters, pinyin or initials that several names share). Every query is asked once of each, in turns, after a
few others to warm up. Times are processor time: of a tenth of a millisecond, one in twenty is lost to what else runs on a
shared machine, and the percentile would be that.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import tempfile
import time
from dataclasses import dataclass
from itertools import islice, pairwise

from benchmarks.corpus import SEED, iter_prepared, sample
from benchmarks.measures import PYTHON, Row, megabytes, milliseconds, percentile
from glossary.glossary import Glossary
from glossary.language.english import STOP_WORDS, english_tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Connection


__all__ = ["Queries", "ask_all", "build_baseline", "make_queries", "memory_row", "run"]

COUNT = 300
"""Queries of each class."""
BUDGET_S = 4.0
"""How long the baseline may take for one class; it answers fewer queries where it is slow."""
WARM_UP = 20
TURN = 50
"""Queries asked of one before it is the other's turn: both warm, and what else the machine does delays both."""
FIRST = 10

Rows = list[tuple[int, ...]]


@dataclass(frozen=True)
class Queries:
    """The queries of one class.

    Attributes:
        name: What the class is called.
        asked: The queries, each with the number of the entry it was made from.
        fits: Whether a name (English, Chinese, pinyin, initials) is as good an answer to a query as its target.
        baseline: SQL of the baseline.
        value: What the baseline is given for a query.
        limit: The part of the baseline's time that is the target.
        least: The part of the targets to be found.
        beside: Another baseline for the note: its name, SQL and value.
    """

    name: str
    asked: tuple[tuple[str, int], ...]
    fits: Callable[[str, Sequence[str]], bool]
    baseline: str
    value: Callable[[str], str]
    limit: float = 0.1
    least: float = 0.99
    beside: tuple[str, str, Callable[[str], str]] | None = None


_RANKED = "SELECT rowid FROM {} WHERE {} MATCH ? ORDER BY rank LIMIT 10"
_TRIGRAM = _RANKED.format("tri", "tri")
_WORDS = _RANKED.format("uni", "uni")


def _phrase(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _any_trigram(text: str) -> str:
    pieces = dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
    return " OR ".join(map(_phrase, pieces))


def _part(text: str) -> str:
    return f"%{text}%"


def _with_typo(chance: random.Random, text: str) -> str:
    """The text with one letter of one word left out, put in, exchanged with its neighbour or another."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    at = chance.choice(long)
    word = words[at]
    place = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    words[at] = chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )
    return " ".join(words)


def _only(query: str, name: Sequence[str]) -> bool:
    """No name but the target will do."""
    return False


def _middle_words(chance: random.Random, text: str) -> str:
    """Two words that stand together behind the first, neither of them an article or a preposition."""
    pairs = [
        (one, other)
        for one, other in pairwise(text.split()[1:])
        if one.isalpha() and other.isalpha() and not {one.lower(), other.lower()} & STOP_WORDS
    ]
    return " ".join(chance.choice(pairs)) if pairs else ""


def _characters(chance: random.Random, text: str, count: int) -> str:
    at = chance.randrange(0, len(text) - count + 1)
    return text[at : at + count]


def make_queries(size: int) -> tuple[Queries, ...]:
    """Return the queries of every class for a corpus of so many entries, always the same ones."""
    chance = random.Random(SEED + size)
    items = sample(size, COUNT * 2)
    chance.shuffle(items)
    names = []
    for item in items:
        english, chinese = (name["text"] for name in json.loads(item.content)["names"])
        pinyin, initials = str(item.names[1][5]), str(item.names[1][7])
        names.append((english, chinese, pinyin, initials, int(item.id.partition("-")[2])))

    def asked(make: Callable[[tuple[str, str, str, str, int]], str]) -> tuple[tuple[str, int], ...]:
        made = ((make(name), name[4]) for name in names)
        return tuple((query, n) for query, n in made if query)[: COUNT + WARM_UP]

    like_any = ("no order", "SELECT id FROM base WHERE zh LIKE ? LIMIT 10", _part)
    return (
        Queries("exact", asked(lambda name: name[0]), _only, _TRIGRAM, _phrase),
        Queries(
            "prefix",
            asked(lambda name: name[0][: chance.randrange(6, 24)].strip()),
            lambda query, name: name[0].lower().startswith(query.lower()),
            _TRIGRAM,
            _phrase,
        ),
        Queries(
            "two middle words",
            asked(lambda name: _middle_words(chance, name[0])),
            lambda query, name: set(english_tokens(query)) <= set(english_tokens(name[0])),
            _TRIGRAM,
            _phrase,
        ),
        Queries(
            "one typo",
            asked(lambda name: _with_typo(chance, name[0])),
            _only,
            _TRIGRAM,
            _any_trigram,
            least=0.98,
            beside=("as a phrase", _TRIGRAM, _phrase),
        ),
        Queries(
            "2 Han",
            asked(lambda name: _characters(chance, name[1], 2)),
            lambda query, name: query in name[1],
            "SELECT id FROM base WHERE zh LIKE ? ORDER BY length(zh) LIMIT 10",
            _part,
            beside=like_any,
        ),
        Queries(
            "4 Han",
            asked(lambda name: _characters(chance, name[1], 4)),
            lambda query, name: query in name[1],
            _TRIGRAM,
            _phrase,
        ),
        Queries(
            "joined pinyin",
            asked(lambda name: name[2]),
            lambda query, name: name[2].startswith(query),
            _WORDS,
            _phrase,
            limit=1.0,
        ),
        Queries(
            "initials",
            asked(lambda name: name[3]),
            lambda query, name: name[3].startswith(query),
            _WORDS,
            _phrase,
            limit=1.0,
        ),
    )


def build_baseline(path: str, size: int) -> Connection:
    """Make a table of the same names with both full-text indexes."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute(
        "CREATE TABLE base (id INTEGER PRIMARY KEY, en TEXT, zh TEXT, pinyin TEXT, initials TEXT)"
    )
    connection.executemany("INSERT INTO base VALUES (?,?,?,?,?)", _base_rows(size))
    for name, columns, tokenizer in (
        ("tri", "en, zh, pinyin, initials", "trigram"),
        ("uni", "pinyin, initials", "unicode61"),
    ):
        connection.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='base', content_rowid='id', tokenize='{tokenizer}')"
        )
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
    connection.commit()
    return connection


def _base_rows(size: int) -> Iterator[tuple[object, ...]]:
    for item in iter_prepared(size):
        english, chinese = (name["text"] for name in json.loads(item.content)["names"])
        number = int(item.id.partition("-")[2])
        yield (number, english, chinese, item.names[1][5], item.names[1][7])


def _ask(
    queries: Sequence[tuple[str, int]],
    ways: Sequence[tuple[Callable[[str], Sequence[int]], float]],
) -> list[tuple[list[float], list[Sequence[int]]]]:
    """Ask every query in each of several ways, in turns, so that what else the machine does delays all alike.

    Args:
        queries: The queries; the last ones only warm up.
        ways: What answers them, and how many seconds it may take in all.
    Returns:
        For each way the seconds of processor time each query took, and the numbers it was answered with.
    """
    for query, _ in queries[-WARM_UP:]:
        for answer, _ in ways:
            answer(query)
    done: list[tuple[list[float], list[Sequence[int]]]] = [([], []) for _ in ways]
    rest = iter(queries[:-WARM_UP])
    while turn := list(islice(rest, TURN)):
        for (answer, budget), (times, found) in zip(ways, done, strict=True):
            for query, _ in turn:
                if sum(times) > budget and len(times) >= 10:
                    break
                start = time.thread_time()
                answers = answer(query)
                times.append(time.thread_time() - start)
                found.append(answers)
    return done


def _found(connection: Connection, queries: Queries, answers: Sequence[Sequence[int]]) -> float:
    """The part of the targets that are among the answers, or have ten as good before them."""
    good = 0
    for (query, target), numbers in zip(queries.asked, answers, strict=False):
        if target in numbers:
            good += 1
        elif len(numbers) == FIRST:
            marks = ", ".join("?" * FIRST)
            sql = f"SELECT en, zh, pinyin, initials FROM base WHERE id IN ({marks})"
            good += all(queries.fits(query, row) for row in connection.execute(sql, numbers))
    return good / len(answers)


def memory_of(size: int, path: str) -> int:
    """Return the bytes a process holds after it asked every query, and did nothing else."""
    code = (
        "from benchmarks.search import ask_all; from benchmarks.measures import resident;"
        f"ask_all({path!r}, __import__('sys').stdin.read().split(chr(10))); print(resident())"
    )
    queries = [query for each in make_queries(size) for query, _ in each.asked]
    done = subprocess.run(
        [PYTHON, "-c", code], input="\n".join(queries), capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def ask_all(path: str, queries: Sequence[str]) -> None:
    """Put queries to a glossary and read their answers."""
    with Glossary.open(path, create=False) as glossary:
        for query in queries:
            assert glossary.find(query, limit=FIRST).answers is not None


def run(size: int, path: str) -> tuple[list[Row], int]:
    """Measure every class.

    Args:
        size: How many entries there are.
        path: A database that holds them.
    Returns:
        The table's rows, and the memory of a process that only asked the glossary.
    """
    rows = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Glossary.open(path, create=False) as glossary,
    ):
        base = build_baseline(os.path.join(folder, "baseline.db"), size)

        def hits(query: str) -> list[int]:
            return [each.n for each in glossary.find(query, limit=FIRST).hits]

        def answers(query: str) -> list[int]:
            return [1 for _ in glossary.find(query, limit=FIRST).answers]

        for each in make_queries(size):
            theirs = _asker(base, each.baseline, each.value)
            ways = [(hits, 30.0), (theirs, BUDGET_S), (answers, 30.0)]
            if each.beside:
                ways.append((_asker(base, *each.beside[1:]), BUDGET_S))
            (own, found), (others, _), (read, _), *beside = _ask(each.asked, ways)
            note = f"with answers read {_times(read)}"
            for times, _ in beside:
                note += f"; baseline {each.beside and each.beside[0]} {_times(times)}"
            rows.append(_row(size, each, own, others, _found(base, each, found), note))
        base.close()
    return rows, memory_of(size, path)


def _times(times: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{milliseconds(percentile(times, 0.5))} / {milliseconds(percentile(times, 0.95))}"


def _asker(
    connection: Connection, sql: str, value: Callable[[str], str]
) -> Callable[[str], list[int]]:
    def ask(query: str) -> list[int]:
        return [row[0] for row in connection.execute(sql, (value(query),))]

    return ask


def _row(
    size: int,
    queries: Queries,
    times: Sequence[float],
    theirs: Sequence[float],
    found: float,
    note: str,
) -> Row:
    ratio = percentile(times, 0.95) / percentile(theirs, 0.95)
    few = f", n = {len(theirs)}" if len(theirs) < len(times) else ""
    return Row(
        part=f"find, {queries.name}, {size:,}",
        ratio=f"{ratio:.3f}; found {found:.1%}",
        target=f"≤ {queries.limit:g}; ≥ {queries.least:.0%}",
        met=ratio <= queries.limit and found >= queries.least,
        measured=_times(times),
        baseline=_times(theirs) + few,
        note=note,
    )


def memory_row(small: tuple[int, int], large: tuple[int, int]) -> Row:
    """Return the row that compares the memory of two sizes, each a number of entries and bytes."""
    ratio = large[1] / small[1]
    return Row(
        part=f"memory of a searching process, {large[0]:,} against {small[0]:,}",
        ratio=f"{ratio:.2f}",
        target="≤ 1.2",
        met=ratio <= 1.2,
        measured=megabytes(large[1]),
        baseline=megabytes(small[1]),
    )
