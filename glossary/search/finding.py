"""Ranked search: which questions are put to the store, in which order, and when it is enough.

b-trees first, in one question (equal, then beginning with), full text next, typos only when nothing else is there. Every
step reads a bounded number of rows, and an equal key ends the search after the names that begin like it.
"""

from __future__ import annotations

from itertools import islice

from glossary.language.english import spelled
from glossary.language.keys import flat_pinyin
from glossary.search.ranking import Hit, Tier, ranked, scored, scored_all
from glossary.search.typos import near_each, regroup, spelled_so

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.language.keys import QueryKeys
    from glossary.search.ranking import Scored
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate, Keyed

__all__ = ["all_of", "find_hits", "find_text", "list_hits", "phrase"]

KEY_ROWS = 64
WORD_ROWS = 24
"""Full text gives short names first, so that few rows hold the best; two names an entry are allowed for."""
WORD_LIMIT = 40
"""Words of a query that are looked for; a longer one is compared as a whole only."""
COMPACT = range(6, 201)
"""Lengths of letters typed in one that are tried as joined pinyin or initials before anything else."""
LONGEST_INITIALS = 30
VOWELS = frozenset("aeiouv")
"""Without one of them letters are no pinyin."""


def find_text(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Return hits for what somebody typed; see ``find_hits``."""
    if len(text) in COMPACT and text.isascii() and text.isalpha() and text.islower():
        hits = _compact(reader, text, filters, limit)
        if hits:
            return hits
    from glossary.language.keys import query_keys

    return find_hits(reader, query_keys(text), filters, limit)


def find_hits(reader: Reader, keys: QueryKeys, filters: Filters, limit: int) -> list[Hit]:
    """Return hits for a query, best first, at most one an entry.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What hits are limited to.
        limit: How many are wanted; up to one more is returned, so that "there is more" is known.
    """
    if not keys.exact:
        return []
    asked = [("exact", keys.exact, True)]
    tiers = [Tier.EXACT]
    if keys.turned:
        asked.append(("turned", keys.turned, False))
        if keys.turned != keys.exact:
            asked.append(("exact", keys.turned, False))
    tiers += [Tier.TURNED] * (len(asked) - 1)
    if keys.pinyin:
        asked += _as_pinyin(keys.pinyin)
        tiers += [Tier.PINYIN, Tier.PREFIX]
    rows = max(limit + 1, KEY_ROWS)
    found, equal = _by_keys(reader, asked, tiers, filters, rows, keys.pinyin)
    hits = ranked(found, limit + 1)
    if equal or len(hits) > limit:
        return hits
    rows = max(2 * limit + 2, WORD_ROWS)
    found += _holding(reader, keys, filters, limit, rows)
    found += _initials(reader, keys, filters, limit + 1)
    if not found:
        found += _completed(reader, keys, filters, rows)
    if not found:
        found += _unfinished(reader, keys, filters, len(keys.words[-1]) // 2 if keys.words else 0)
        parts = [] if found else _parts_of_words(reader, keys, filters, rows)
        # A word broken off and a mistyped one look alike: Securty may begin as Secrets does.
        found += parts or _mistyped(reader, keys, filters, rows)
    if not found:
        found += _unfinished(reader, keys, filters, 0)
    return ranked(found, limit + 1)


def list_hits(reader: Reader, filters: Filters, limit: int) -> list[Hit]:
    """Return entries that filters let through, in the order of their ids: a search without words."""
    listed = islice(reader.iter_listed(filters, page=limit + 1), limit + 1)
    return [Hit(each.n, 0, Tier.WORDS, (int(Tier.WORDS), 0, False, 0.0)) for each in listed]


def _compact(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Names whose joined pinyin or whose initials the letters are; nothing where none is equal.

    So many letters are no word by chance, and this spares the query's other keys.
    """
    asked = [("exact", text, True)]
    tiers = [Tier.EXACT]
    if len(text) <= LONGEST_INITIALS:
        asked += [("initials", text, False), ("initials_bare", text, False)]
        tiers += [Tier.INITIALS, Tier.INITIALS]
    if not VOWELS.isdisjoint(text):
        asked += _as_pinyin(text)
        tiers += [Tier.PINYIN, Tier.PREFIX]
    found, equal = _by_keys(reader, asked, tiers, filters, max(limit + 1, KEY_ROWS), text)
    return ranked(found, limit + 1) if equal else []


def _as_pinyin(typed: str) -> list[tuple[str, str, bool]]:
    """What is asked for letters that may be the joined pinyin of a name, with or without 省 and the like."""
    flat = flat_pinyin(typed)
    return [("pinyin", flat, True), ("pinyin_bare", flat, True)]


def _by_keys(
    reader: Reader,
    asked: Sequence[tuple[str, str, bool]],
    tiers: Sequence[Tier],
    filters: Filters,
    rows: int,
    pinyin: str,
) -> tuple[list[Scored], bool]:
    """What has one of the keys, and whether one is equal in a tier of its own; ``pinyin`` may show where ``ü`` stands."""
    found, equal = [], False
    named = reader.names_at(asked, filters, rows)
    if "v" in pinyin:
        named = _with_umlauts(reader, asked, named, pinyin)
    for at, longer, *candidate in named:
        tier = Tier.PREFIX if longer else tiers[at]
        equal = equal or tier is not Tier.PREFIX
        found.append(scored(candidate, tier))
    return found, equal


def _with_umlauts(
    reader: Reader, asked: Sequence[tuple[str, str, bool]], named: Sequence[Keyed], typed: str
) -> list[Keyed]:
    """Leave out names found by their pinyin that have no ``ü`` where one was typed."""
    doubtful = [row for row in named if asked[row[0]][0].startswith("pinyin")]
    kept = spelled_so(reader, [row[2] for row in doubtful], typed)
    return [row for row in named if row not in doubtful or row[2] in kept]


def _holding(
    reader: Reader, keys: QueryKeys, filters: Filters, limit: int, rows: int
) -> list[Scored]:
    """Names with all the words in the middle; the last word may be unfinished."""
    if not keys.words or len(keys.words) > WORD_LIMIT:
        return []
    tier = Tier.SUBSTRING if keys.is_han else Tier.WORDS
    found = reader.names_matching(all_of([[word] for word in keys.words]), filters, rows)
    if len(found) <= limit and not keys.is_han:
        last = keys.words[-1]
        if len(last) >= 2 and last.isascii():
            longer = reader.words_from(last, 50)
            if longer and longer != [last]:
                found += reader.names_matching(
                    all_of([*([word] for word in keys.words[:-1]), longer]), filters, rows
                )
    if not found and keys.pinyin:
        groups = regroup(reader, keys.pinyin)
        if groups:
            found = reader.names_matching(all_of(groups), filters, rows)
    return scored_all(found, tier, len(keys.exact))


def _completed(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> list[Scored]:
    """Names that go on with the last word's plural or after its article: ``policie`` is no part of ``policy``, ``th`` of nothing."""
    before, _, last = keys.exact.rpartition(" ")
    if keys.is_han or not last.isalpha():
        return []
    plural = spelled(last + "s")
    whole = {" ".join([*before.split(), *plural])} if plural != (last + "s",) else set()
    if before and "the".startswith(last):
        whole.add(before)
    asked = [("exact", key, True) for key in sorted(whole - {keys.exact, ""})]
    found = reader.names_at(asked, filters, rows) if asked else []
    return [scored(candidate, Tier.PREFIX) for _, _, *candidate in found]


def _unfinished(reader: Reader, keys: QueryKeys, filters: Filters, letters: int) -> list[Scored]:
    """Names that begin with all words but the last and so many letters of that, those that go on most like it first.

    A word broken off may fold otherwise than the whole: ``Co`` is read as Company, ``Organisa`` is not Organiza.
    """
    before, _, last = keys.exact.rpartition(" ")
    if keys.is_han or not before:
        return []
    beginning = f"{before} {last[:letters]}"
    rows = [
        row[2:]
        for row in reader.names_at([("exact", beginning, True)], filters, KEY_ROWS)
        if row[1]
    ]
    texts = reader.texts_of([row[0] for row in rows]) if rows else {}
    wanted = keys.exact[len(before) :]
    return [
        scored(row, Tier.TYPO, 9.0 - min(9, _shared(texts[row[0]][len(before) :], wanted)))
        for row in rows
    ]


def _shared(one: str, other: str) -> int:
    """With how many letters both texts begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), len(other))


def _initials(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> Iterator[Scored]:
    if not keys.initials:
        return
    longer = len(keys.initials) > 2
    asked = [(column, keys.initials, longer) for column in ("initials", "initials_bare")]
    for _, is_longer, *candidate in reader.names_at(asked, filters, rows):
        yield scored(candidate, Tier.INITIALS_PREFIX if is_longer else Tier.INITIALS)


def _parts_of_words(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> list[Scored]:
    """Names with words that hold those of the query anywhere: ``echnolog``."""
    if keys.is_han or not keys.words or len(keys.words) > 4 or min(map(len, keys.words)) < 3:
        return []
    groups = []
    for word in keys.words:
        groups.append(reader.words_with(word, 50))
        if not groups[-1]:
            return []
    found = reader.names_matching(all_of(groups), filters, rows)
    return scored_all(found, Tier.SUBSTRING, len(keys.exact))


def _mistyped(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> list[Scored]:
    """Names one edit a word away, then those that lack one word of the query.

    Words that are known are taken for right at first; a mistyped one may be another word, so then all are doubted.
    """
    if not keys.words or len(keys.words) > WORD_LIMIT:
        return []
    if keys.is_han:
        found = _overlapping(reader, keys.words, filters)
    else:
        known = reader.known_words(keys.words)
        near = iter(near_each(reader, [word for word in keys.words if word not in known]))
        groups = [[word] if word in known else next(near) for word in keys.words]
        found = reader.names_matching(all_of(groups), filters, rows)
        if not found and known:
            groups = near_each(reader, keys.words)
            found = reader.names_matching(all_of(groups), filters, rows)
        if not found and keys.pinyin:
            cut = regroup(reader, keys.pinyin, forgiving=True)
            found = reader.names_matching(all_of(cut), filters, rows) if cut else []
        if not found:
            found = _without_one(reader, groups, filters)
    return scored_all(found, Tier.TYPO, len(keys.exact))


def _without_one(reader: Reader, groups: list[list[str]], filters: Filters) -> list[Candidate]:
    """Names that lack one word of the query; of two words the commoner says too little by itself."""
    if not 2 <= len(groups) <= 12:
        return []
    left_out = list(range(len(groups)))
    if len(groups) == 2:
        counts = reader.counts_of(word for group in groups for word in group)
        common = [sum(counts.get(word, 0) for word in group) for group in groups]
        left_out = [] if 0 in common else [common.index(max(common))]
    rows: list[Candidate] = []
    for at in left_out:
        rest = groups[:at] + groups[at + 1 :]
        rows += reader.names_matching(all_of(rest), filters, 2 * WORD_ROWS)
    return rows


def _overlapping(reader: Reader, bigrams: Sequence[str], filters: Filters) -> list[Candidate]:
    """Chinese names that share at least half of the query's bigrams, sought by its rarest ones."""
    wanted = [word for phrase_ in bigrams for word in phrase_.split()]
    counts = reader.counts_of(dict.fromkeys(wanted))
    rarest = sorted(counts, key=lambda word: counts[word])[:4]
    if not rarest:
        return []
    rows = reader.names_matching(all_of([rarest]), filters, 10 * WORD_ROWS)
    texts = reader.texts_of([row[0] for row in rows])
    need = max(1, (len(wanted) + 1) // 2)
    return [
        row for row in rows if sum(word.rstrip("z") in texts[row[0]] for word in wanted) >= need
    ]


def phrase(words: str) -> str:
    """Return words as an FTS5 phrase; what could be an operator is quoted.

    Source: sqlite.org/fts5.html, section 3.1.

    >>> phrase("state AND council")
    '"state AND council"'
    """
    return '"' + words.replace('"', '""') + '"'


def all_of(groups: Sequence[Sequence[str]]) -> str:
    """Return an FTS5 expression: one of each group, all groups.

    >>> all_of([["interim", "provisional"], ["fund"]])
    '("interim" OR "provisional") AND ("fund")'
    """
    return " AND ".join(f"({' OR '.join(_term(word) for word in group)})" for group in groups)


def _term(word: str) -> str:
    """A word or phrase; a single Chinese character stands for every bigram that begins with it."""
    return f"{phrase(word)} *" if len(word) == 1 and not word.isascii() else phrase(word)
