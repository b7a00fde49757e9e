"""Names for a query that none holds as it was typed: unfinished and joined words, kindred ones, parts, typos.

Each way is tried where those before it found nothing, the surest first.
"""

from __future__ import annotations

from itertools import pairwise, product
from math import prod

from glossary.language.english import spelled, word_class
from glossary.language.keys import flat_pinyin
from glossary.language.turning import turn_tokens
from glossary.search.expressions import all_of
from glossary.search.letters import called_by_letters
from glossary.search.ranking import Tier, scored, scored_all
from glossary.search.typos import alike, near_each, regroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.language.keys import QueryKeys
    from glossary.search.ranking import Scored
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["approximations", "kindred", "shortened"]

KEY_ROWS = 64
"""Names read by their keys in one question."""
WORD_ROWS = 24
"""Full text gives short names first, so that few rows hold the best; two names an entry are allowed for."""
WORD_LIMIT = 40
"""Words of a query that are looked for; a longer one is compared as a whole only."""
MOST_SPELLINGS = 16
"""A query with typos in so many spellings is compared as a whole."""
LONGEST_CUT = 60
"""Letters of a word that is looked for as two: about twice the longest word of the shipped names, a joined pinyin of 32."""
LONGEST_SOUNDED = 60
"""Chinese characters of a query that is looked for by its sound."""
SYLLABLES = range(3, 17)
"""How many syllables pinyin has in which one is sought that is mistyped: shorter names are too near to others."""
LEAST_BEGUN = 4
"""Letters of a word that no name has and that may begin one."""
MOST_KINDRED = 6
"""Words of a query that are looked for with those kindred to them."""


def approximations(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> list[Scored]:
    """Return names that may have been meant, nothing where none is like it.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What names are limited to.
        rows: How many at most by one question.
    """
    found = (
        _missounded(reader, keys, filters)
        or _completed(reader, keys, filters, rows)
        or called_by_letters(reader, keys, filters)
    )
    if found:
        return found
    forms = _spacings(keys)
    known = reader.known_words({*keys.words, *(part for new, _ in forms for part in new.split())})
    found = _spaced(
        reader, keys, filters, [form for new, form in forms if known.issuperset(new.split())]
    )
    if found:
        return found
    found = _begun(reader, keys, filters, known, rows)
    if found:
        return found
    found = _unfinished(reader, keys, filters, len(keys.words[-1]) // 2 if keys.words else 0)
    # A word broken off and a mistyped one look alike: Securty may begin as Secrets does.
    groups = _spellings(reader, keys, known)
    found += _respelled(reader, keys, filters, groups, rows)
    return (
        found
        or kindred(reader, keys, filters, rows)
        or _parts_of_words(reader, keys, filters, known, rows)
        or _mistyped(reader, keys, filters, groups, rows)
        or _unfinished(reader, keys, filters, 0)
    )


def _spacings(keys: QueryKeys) -> list[tuple[str, list[str]]]:
    """What two words of a query are as one, or one as two, and the query's words so: *Xin Hua*, *Stategrid*."""
    words = list(keys.words)
    if keys.is_han or not 1 <= len(words) <= MOST_KINDRED:
        return []
    forms = [
        (one + other, [*words[:at], one + other, *words[at + 2 :]])
        for at, (one, other) in enumerate(pairwise(words))
    ]
    return forms + [
        (both, [*words[:at], both, *words[at + 1 :]])
        for at, word in enumerate(words)
        if word.isalpha() and len(word) <= LONGEST_CUT
        for cut in range(3, len(word) - 2)
        for both in [" ".join([*spelled(word[:cut]), *spelled(word[cut:])])]
    ]


def _spaced(
    reader: Reader, keys: QueryKeys, filters: Filters, forms: Sequence[Sequence[str]]
) -> list[Scored]:
    """Names with the words of one of several forms of the query."""
    found: list[Candidate] = []
    for form in forms[:MOST_SPELLINGS]:
        found += reader.names_matching(all_of([[word] for word in form]), filters, WORD_ROWS)
    return scored_all(found, Tier.CORRECTED, len(keys.exact))


def kindred(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> list[Scored]:
    """Return names with words of the same stem, or another head of an office: *tax bureau* is the Taxation Administration."""
    words = keys.words
    if keys.is_han or not 1 <= len(words) <= MOST_KINDRED:
        return []
    heads, endings = word_class("heads"), word_class("endings")
    stems = {
        word: {word[: len(word) - len(end)] for end in ("", *endings) if word.endswith(end)}
        for word in words
        if word not in heads and word.isalpha()
    }
    listed = reader.words_from_each(
        {stem for some in stems.values() for stem in some if len(stem) > 2}, 50
    )
    groups = []
    for word in words:
        kin = {
            longer
            for stem in stems.get(word, ())
            for longer in listed.get(stem, ())
            if longer == stem or longer[len(stem) :] in endings
        }
        others = heads if word in heads else kin
        groups.append([word, *sorted(others - {word})])
    if heads.issuperset(words) or all(len(group) == 1 for group in groups):
        return []
    found = reader.names_matching(all_of(groups), filters, 2 * rows)
    return scored_all(found, Tier.KINDRED, len(keys.exact))


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


def _begun(
    reader: Reader, keys: QueryKeys, filters: Filters, known: set[str], rows: int
) -> list[Scored]:
    """Names with words that begin as those of the query do that no name has: *cybersec law*."""
    doubtful = {word for word in keys.words if word not in known}
    if keys.is_han or not doubtful or not 2 <= len(keys.words) <= MOST_KINDRED:
        return []
    if min(map(len, doubtful)) < LEAST_BEGUN or not all(map(str.isalpha, doubtful)):
        return []
    longer = reader.words_from_each(doubtful, 50)
    groups = [longer.get(word, []) if word in doubtful else [word] for word in keys.words]
    found = reader.names_matching(all_of(groups), filters, rows) if all(groups) else []
    return scored_all(found, Tier.WORDS_BEGUN, len(keys.exact))


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
    texts = reader.texts_of([row[0] for row in rows])
    wanted = keys.exact[len(before) :]
    return [
        scored(row, Tier.TYPO, 9.0 - min(9, _shared(texts[row[0]][len(before) :], wanted)))
        for row in rows
    ]


def _shared(one: str, other: str) -> int:
    """With how many letters both texts begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), len(other))


def _parts_of_words(
    reader: Reader, keys: QueryKeys, filters: Filters, known: set[str], rows: int
) -> list[Scored]:
    """Names with words that hold those of the query anywhere: ``echnolog``; a word that is not known is likelier in none."""
    if keys.is_han or not keys.words or len(keys.words) > 4 or min(map(len, keys.words)) < 3:
        return []
    groups = []
    for word in sorted(keys.words, key=known.__contains__):
        groups.append(reader.words_with(word, 50))
        if not groups[-1]:
            return []
    found = reader.names_matching(all_of(groups), filters, rows)
    return scored_all(found, Tier.SUBSTRING, len(keys.exact))


def _spellings(reader: Reader, keys: QueryKeys, known: set[str]) -> list[list[str]]:
    """For each word those it may be a mistyping of; one that is known is taken for right."""
    if keys.is_han or len(keys.words) > WORD_LIMIT:
        return []
    near = iter(near_each(reader, [word for word in keys.words if word not in known]))
    groups = [[word] if word in known else next(near) for word in keys.words]
    return [
        group if group != [word] or word in known else alike(reader, word)
        for word, group in zip(keys.words, groups, strict=True)
    ]


def _respelled(
    reader: Reader, keys: QueryKeys, filters: Filters, groups: list[list[str]], rows: int
) -> list[Scored]:
    """Names that are the query but for its typos, or that hold its words so."""
    if all([word] == group for word, group in zip(keys.words, groups, strict=False)):
        return []
    found = _corrected(reader, keys, dict(zip(keys.words, groups, strict=True)), filters)
    return found or scored_all(
        reader.names_matching(all_of(groups), filters, rows), Tier.TYPO, len(keys.exact)
    )


def _mistyped(
    reader: Reader, keys: QueryKeys, filters: Filters, groups: list[list[str]], rows: int
) -> list[Scored]:
    """Names one edit a word away, then those that lack one word of the query.

    Words that are known were taken for right; a mistyped one may be another word, so now all are doubted.
    """
    if not keys.words or len(keys.words) > WORD_LIMIT:
        return []
    if keys.is_han:
        sounding = _sounding_so(reader, keys.exact, filters)
        if sounding:
            return sounding
        short = shortened(reader, keys, filters)
        if short:
            return short
        from glossary.search.left_out import with_words_left_out

        fuller = with_words_left_out(reader, keys.exact, keys.words, filters)
        if fuller:
            return scored_all(fuller, Tier.ABBREVIATED, len(keys.exact))
        found = _overlapping(reader, keys.words, filters)
    else:
        groups = [
            group if group[1:] else old
            for group, old in zip(near_each(reader, keys.words), groups, strict=True)
        ]
        found = reader.names_matching(all_of(groups), filters, rows)
        if not found and keys.pinyin:
            cut = regroup(reader, keys.pinyin, forgiving=True)
            found = reader.names_matching(all_of(cut), filters, rows) if cut else []
        if not found:
            found = _without_one(reader, groups, filters)
    return scored_all(found, Tier.TYPO, len(keys.exact))


def shortened(reader: Reader, keys: QueryKeys, filters: Filters) -> list[Scored]:
    """Chinese names that the query is a short form of: 上交大."""
    from glossary.search.abbreviated import abbreviated

    return scored_all(abbreviated(reader, keys.exact, filters), Tier.ABBREVIATED, len(keys.exact))


def _corrected(
    reader: Reader, keys: QueryKeys, spellings: dict[str, list[str]], filters: Filters
) -> list[Scored]:
    """Names that are the query itself, once its mistyped words are written as they may have been meant."""
    options = [spellings.get(word, [word]) for word in keys.exact.split(" ")]
    if prod(map(len, options)) > MOST_SPELLINGS:
        return []
    asked = []
    for words in product(*options):
        asked.append(("exact", " ".join(words), False))
        asked.append(("turned", turn_tokens(words), False))
    rows = reader.names_at([each for each in asked if each[1]], filters, KEY_ROWS)
    return [scored(row[2:], Tier.CORRECTED) for row in rows]


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


def _sounding_so(reader: Reader, text: str, filters: Filters) -> list[Scored]:
    """Chinese names in other characters of the same sound, which is what is mistyped in Chinese: *清花大学* is 清华大学."""
    if not 3 <= len(text) <= LONGEST_SOUNDED:
        return []
    from glossary.language.initials import toneless_syllables
    from glossary.language.pinyin import syllables

    sound = flat_pinyin("".join(filter(str.isalnum, "".join(toneless_syllables(syllables(text))))))
    asked = [(column, sound, False) for column in ("pinyin", "pinyin_bare")]
    rows = reader.names_at(asked, filters, KEY_ROWS) if sound.isascii() and sound else []
    return [scored(row[2:], Tier.CORRECTED) for row in rows]


def _missounded(reader: Reader, keys: QueryKeys, filters: Filters) -> list[Scored]:
    """Chinese names whose pinyin is the query but for one syllable, an edit away: *zhongguo renming daxue*."""
    from glossary.language.syllables import split_syllables
    from glossary.search.typos import near_syllables

    typed = split_syllables(keys.pinyin)
    if len(typed) not in SYLLABLES:
        return []
    sounds = {
        flat_pinyin("".join([*typed[:at], near, *typed[at + 1 :]]))
        for at, each in enumerate(typed)
        for near in near_syllables(each)
    }
    columns = ("pinyin", "pinyin_bare")
    asked = [(column, sound, False) for sound in sorted(sounds) for column in columns]
    rows = reader.names_at(asked, filters, KEY_ROWS)
    return [scored(row[2:], Tier.CORRECTED) for row in rows]


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
