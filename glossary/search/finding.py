"""Ranked search: which questions are put to the store, in which order, and when it is enough.

b-trees first, in one question (equal, then beginning with), full text next, typos only when nothing else is there. Every
step reads a bounded number of rows, and an equal key of more than three words ends the search after the names that begin like it.
"""

from __future__ import annotations

from itertools import islice

from glossary.language.english import word_class
from glossary.language.exchanged import exchanged, without_country
from glossary.language.half_pinyin import half_pinyin
from glossary.language.keys import flat_pinyin
from glossary.language.school_forms import institute_in_full
from glossary.language.turning import turn_tokens
from glossary.search.approximate import (
    KEY_ROWS,
    WORD_LIMIT,
    WORD_ROWS,
    approximations,
    kindred,
    shortened,
)
from glossary.search.expressions import all_of
from glossary.search.fields import fields_of
from glossary.search.ranking import Hit, Tier, ranked, scored, scored_all, unsaid
from glossary.search.typos import regroup, spelled_so, without_slips
from glossary.store.standing import stands_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.language.keys import QueryKeys
    from glossary.search.ranking import Scored
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Keyed

__all__ = ["find_hits", "find_otherwise", "find_text", "list_hits"]

FEW_WORDS = 3
"""So few words are the whole of one name and the field of others: *justice* is a judge, and a ministry's."""
FIELD = 4.5
"""How far a name with the query for its field is from it at least: as far as one that begins so and goes on as long again."""
COMPACT = range(6, 201)
"""Lengths of letters typed in one that are tried as joined pinyin or initials before anything else."""
LONGEST_INITIALS = 30
LONGEST_WORD = 24
"""Letters typed in one beyond this are no single word that is the joined pinyin of a name, too."""
VOWELS = frozenset("aeiouv")
"""Without one of them letters are no pinyin."""


def find_text(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Return hits for what somebody typed; see ``find_hits``."""
    if len(text) in COMPACT and text.isascii() and text.isalpha() and text.islower():
        hits = _compact(reader, text, filters, limit)
        if hits:
            return hits
    if any(map(str.isnumeric, text)):
        from glossary.search.numbered import find_numbered

        hits = find_numbered(reader, text, filters, limit + 1)
        if hits:
            return hits
    from glossary.language.keys import query_keys

    return find_hits(reader, query_keys(text), filters, limit)


def find_otherwise(
    reader: Reader, text: str, filters: Filters, limit: int, hits: list[Hit]
) -> tuple[list[Hit], tuple[str, ...]]:
    """Return hits for a query half in English and half in Chinese, with a slip or an old spelling, and the ways to read it.

    Args:
        reader: The store.
        text: The query.
        filters: What hits are limited to.
        limit: How many are wanted.
        hits: What was found for it as it was typed; returned as they are where it is neither.
    """
    if hits and hits[0].tier <= Tier.PINYIN:
        return hits, (text,)
    told = _in_words(reader, text, filters, limit) or _white_paper(reader, text, filters)
    if told and (not hits or told[0].tier < hits[0].tier):
        return told, (text,)
    if text.isascii():
        meant = without_slips(text)
        found = find_text(reader, meant, filters, limit) if meant != text else []
        if found and (not hits or found[0].tier < hits[0].tier):
            return found, (meant,)
        return _in_todays_spelling(reader, text, filters, limit) or hits, (text,)
    from glossary.search.mixed import in_chinese, in_english

    # Beside a place in Chinese the rest is English.
    forms = (*in_english(text), *in_chinese(reader, text, filters))
    for form in forms:
        found = find_text(reader, form, filters, limit)
        if found and found[0].tier <= Tier.SUBSTRING:
            return found, (form,)
    return hits, forms or (text,)


def _in_words(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Hits for a query with its figures in words: *1 country 2 systems*, 12届三中全会, 711研究所."""
    if not any(map(str.isdecimal, text)):
        return []
    from glossary.language.numerals import in_words

    for form in in_words(text):
        found = find_text(reader, form, filters, limit)
        if found and found[0].tier <= Tier.SUBSTRING:
            return found
    return []


def _white_paper(reader: Reader, text: str, filters: Filters) -> list[Hit]:
    """White papers that a query names as such; titles do not say that they are."""
    if text.isascii() and " " not in text:  # initials and joined pinyin need no keys for this
        return []
    from glossary.language.keys import query_keys
    from glossary.search.white_papers import SAID, like_white_papers

    keys = query_keys(text)
    if not any(said in keys.exact for said in SAID):
        return []
    rows = like_white_papers(reader, keys, filters)
    return ranked(scored_all(rows, Tier.TITLE, len(keys.exact)), len(rows))


def _in_todays_spelling(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Hits for a query with the old spelling of a place, where today's makes it a name."""
    from glossary.language.old_spellings import in_todays_spelling

    for form, _ in in_todays_spelling(text):
        found = find_text(reader, form, filters, limit)
        if found and found[0].tier <= Tier.TITLE:
            return found
    return []


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
    elif not keys.is_han:
        asked += [("pinyin", half, False) for half in half_pinyin(keys.exact)]
        tiers += [Tier.PINYIN] * (len(asked) - len(tiers))
    if not keys.is_han:
        asked += [("exact", form, False) for form in exchanged(keys.exact)]
        tiers += [Tier.FORM] * (len(asked) - len(tiers))
        rest = without_country(keys.exact)
        if rest:
            asked += [("exact", rest, False), ("turned", turn_tokens(rest.split(" ")), False)]
            tiers += [Tier.COUNTRY] * (len(asked) - len(tiers))
    elif institute := institute_in_full(keys.exact):
        asked.append(("exact", institute, False))
        tiers.append(Tier.FORM)
    rows = max(limit + 1, KEY_ROWS)
    size = 0 if keys.is_han else len(keys.exact)
    found, equal = _by_keys(reader, asked, tiers, filters, rows, keys.pinyin, size)
    if equal and (keys.is_han or len(keys.words) > FEW_WORDS):
        return ranked(found, limit + 1)
    # A word broken off is nobody's field, and a long query no field alone.
    begun = all(each[0] >= Tier.PREFIX_BEGUN for each in found)
    if len(found) > limit and (keys.is_han or begun or len(keys.words) > FEW_WORDS):
        hits = ranked(found, limit + 1)
        if len(hits) > limit:
            return hits
    rows = max(2 * limit + 2, WORD_ROWS)
    left = limit - len(found)
    holding = _holding(reader, keys, filters, left, rows if left > 0 else WORD_ROWS)
    found += holding if keys.is_han else _by_field(reader, keys, holding)
    if keys.is_han and holding and len(keys.exact) == 2:
        found += shortened(reader, keys, filters)
    few = 0 < len(found) <= limit  # many names with the very words leave no room for kindred ones
    if few and _asks_for_office(keys) and not any(map(_is_office, found)):
        found += kindred(reader, keys, filters, rows)
    found += _initials(reader, keys, filters, limit + 1)
    return ranked(found or approximations(reader, keys, filters, rows), limit + 1)


def _asks_for_office(keys: QueryKeys) -> bool:
    """Whether a query ends with the head of an office, which rules have in their titles: *tax administration*."""
    return bool(keys.words) and keys.words[-1] in word_class("heads")


def _is_office(hit: Scored) -> bool:
    """Whether a hit is equal to the query, or a body of the centre whose name begins so."""
    return hit[0] < Tier.PREFIX or (hit[0] == Tier.PREFIX and stands_first(hit[5]))


def _by_field(reader: Reader, keys: QueryKeys, found: Sequence[Scored]) -> list[Scored]:
    """Tell, of names that hold the words, those that have the query for their field, or begin with it."""
    texts = reader.texts_of([each[6] for each in found])
    query, size = keys.exact, len(keys.exact)
    placed = []
    for each in found:
        text = texts.get(each[6], "")
        fields = fields_of(text) if f" {query}" in text else [text]
        field = next((part for part in fields if part.startswith(query)), "")
        if field:
            tier = Tier.PREFIX if field[size : size + 1] in ("", " ") else Tier.PREFIX_BEGUN
            distance = unsaid(size, len(field))
            if field != text:  # only a body of the centre stands before names that begin so
                distance = FIELD + distance / 2 if stands_first(each[5]) else 9.0
            each = (int(tier), *each[1:3], distance, *each[4:])
        elif text.endswith(f" {query}") and stands_first(each[5]):
            # What a body of the centre is called for short has the query for its head: Communist Youth League.
            each = (int(Tier.PREFIX), *each[1:3], FIELD + unsaid(size, len(text)) / 2, *each[4:])
        placed.append(each)
    return placed


def list_hits(reader: Reader, filters: Filters, limit: int) -> list[Hit]:
    """Return entries that filters let through, in the order of their ids: a search without words."""
    listed = islice(reader.iter_listed(filters, page=limit + 1), limit + 1)
    return [Hit(each.n, 0, Tier.WORDS, (int(Tier.WORDS), 0, False, 0.0)) for each in listed]


def _compact(reader: Reader, text: str, filters: Filters, limit: int) -> list[Hit]:
    """Names whose joined pinyin or whose initials the letters are; nothing where none is equal.

    So many letters are no word by chance, and this spares the query's other keys.
    """
    asked, tiers = [], []
    if len(text) <= LONGEST_WORD:
        asked, tiers = [("exact", text, True)], [Tier.EXACT]
    if len(text) <= LONGEST_INITIALS:
        asked += [("initials", text, False), ("initials_bare", text, False)]
        tiers += [Tier.INITIALS, Tier.INITIALS]
    if not VOWELS.isdisjoint(text):
        asked += _as_pinyin(text)
        tiers += [Tier.PINYIN, Tier.PREFIX]
    found, equal = _by_keys(reader, asked, tiers, filters, max(limit + 1, WORD_ROWS), text)
    # What is a word of English, too, is asked for as such.
    return ranked(found, limit + 1) if equal and all(each[0] for each in found) else []


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
    size: int = 0,
) -> tuple[list[Scored], bool]:
    """What has one of the keys, and whether one is equal in a tier of its own.

    ``pinyin`` may show where ``ü`` stands; with the ``size`` of a query of words, names that go on within a word are told apart.
    """
    equal = False
    found: list[Scored] = []
    longer: list[Sequence[int]] = []
    begun: list[Sequence[int]] = []
    within: list[Sequence[int]] = []
    named = reader.names_at(asked, filters, rows)
    if "v" in pinyin:
        named = _with_umlauts(reader, asked, named, pinyin)
    for row in named:
        at, goes_on = row[:2]
        if not goes_on:
            equal = equal or tiers[at] is not Tier.PREFIX
            found.append(scored(row[2:], tiers[at]))
        elif size and asked[at][0] == "exact":
            (begun if goes_on == 1 else within).append(row[2:])
        else:
            longer.append(row[2:])
    found += scored_all(longer, Tier.PREFIX)
    found += scored_all(begun, Tier.PREFIX, size) + scored_all(within, Tier.PREFIX_BEGUN, size)
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
    length = len(keys.exact)
    found = reader.names_matching(all_of([[word] for word in keys.words]), filters, rows)
    if keys.is_han:
        return scored_all(found, Tier.SUBSTRING, length)
    holding, found = scored_all(found, Tier.WORDS, length), []
    if len(holding) <= limit:
        last = keys.words[-1]
        if len(last) >= 2 and last.isascii():
            longer = reader.words_from(last, 50)
            if longer and longer != [last]:
                found = reader.names_matching(
                    all_of([*([word] for word in keys.words[:-1]), longer]), filters, rows
                )
    if not holding and not found and keys.pinyin:
        groups = regroup(reader, keys.pinyin)
        if groups:
            found = reader.names_matching(all_of(groups), filters, rows)
    return holding + scored_all(found, Tier.WORDS_BEGUN, length)


def _initials(reader: Reader, keys: QueryKeys, filters: Filters, rows: int) -> Iterator[Scored]:
    if not keys.initials:
        return
    longer = len(keys.initials) > 2
    asked = [(column, keys.initials, longer) for column in ("initials", "initials_bare")]
    for _, is_longer, *candidate in reader.names_at(asked, filters, rows):
        yield scored(candidate, Tier.INITIALS_PREFIX if is_longer else Tier.INITIALS)
