"""Exact lookup under folding, and what to say where there is none.

Identity is decided by equal keys only: the name as folded, then the name turned about (X of Y = Y X), then its
pinyin, whose tones must agree where they are given, then a company's with or without its legal form, then a body's with
or without the word whose it is (:mod:`glossary.language.belonging`), then an institute's with 研究所 for 所, or a school's in other words for 学院 and the like
(:mod:`glossary.language.school_forms`), then the one body whose name has a word in another form
(:mod:`glossary.language.exchanged`), then a body's of which its school is told as well (:mod:`glossary.language.affiliation`), then a title in other words of the same meaning (:mod:`glossary.search.titles`), then a
programme under another word for what it is (:mod:`glossary.search.programmes`). A score never decides it.
"""

from __future__ import annotations

from glossary.language.han import han_key, has_han
from glossary.language.keys import flat_pinyin, query_keys
from glossary.model.entries import Level
from glossary.model.names import Usage
from glossary.model.values import replace
from glossary.search.ranking import Hit, Tier, ranked, scored
from glossary.search.typos import spelled_so

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.language.keys import QueryKeys
    from glossary.model.entries import Entry
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader

__all__ = ["find_near", "find_same"]

ROWS = 50


def find_same(reader: Reader, keys: QueryKeys, filters: Filters) -> list[Hit]:
    """Return the names that are the one asked for; of each entry one.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What answers are limited to.
    Returns:
        Names with an equal key of the first sort that has any, best first; names found by pinyin still await
        the comparison of tones.
    """
    if not keys.exact:
        return []
    rows = reader.names_by("exact", keys.exact, filters, ROWS)
    if rows:
        return _as_hits(rows, Tier.EXACT)
    if keys.turned:
        rows = reader.names_by("turned", keys.turned, filters, ROWS)
        if keys.turned != keys.exact:
            rows += reader.names_by("exact", keys.turned, filters, ROWS)
        if rows:
            return _as_hits(rows, Tier.TURNED)
    if keys.pinyin:
        rows = reader.names_by("pinyin", flat_pinyin(keys.pinyin), filters, ROWS)
        if "v" in keys.pinyin:
            kept = spelled_so(reader, [row[0] for row in rows], keys.pinyin)
            rows = [row for row in rows if row[0] in kept]
        if rows:
            return _as_hits(rows, Tier.PINYIN)
    if not filters.kinds or "body" in filters.kinds:
        bodies = replace(filters, kinds=("body",))
        ways = _WAYS_IN_CHINESE if keys.is_han else _WAYS_IN_ENGLISH
        for find, tier in (*_WAYS, *ways):
            same = find(reader, keys.exact, bodies)
            if same:
                return _as_hits(same, tier)
    from glossary.search.titles import find_titles
    from glossary.search.white_papers import find_white_papers

    titles = find_white_papers(reader, keys, filters) or find_titles(reader, keys, filters)
    if not titles:
        from glossary.search.editions import find_editions

        titles = find_editions(reader, keys, filters)
    if not titles:
        from glossary.search.programmes import find_programmes

        titles = find_programmes(reader, keys, filters)
    return _as_hits(titles, Tier.TITLE)


def _same_company(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of bodies that are the one asked for but for a legal form: Co., Ltd., Group, 有限公司."""
    from glossary.language.legal_forms import with_forms, with_group, without_form

    return _equal_to(reader, (*with_forms(key), without_form(key)), bodies) or _equal_to(
        reader, with_group(key), bodies
    )


def _whose_is_said(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of bodies that are the one asked for but for whose body it is: the state's, the army's, Hong Kong's."""
    from glossary.language.belonging import forms_by_owner
    from glossary.language.turning import turn_tokens

    columns = ("exact",) if has_han(key) else ("exact", "turned")
    asked = [
        (owner, column, turn_tokens(form.split()) if column == "turned" else form)
        for owner, forms in forms_by_owner(key).items()
        for form in forms
        for column in columns
    ]
    rows = reader.names_at([(column, value, False) for _, column, value in asked], bodies, ROWS)
    listed = reader.listed([row[3] for row in rows])
    return [row[2:] for row in rows if asked[row[0]][0] in _owners(listed[row[3]].entry)]


def _owners(entry: Entry) -> list[str]:
    """Whose a body is, in the words of ``forms_by_owner``."""
    from glossary.language.belonging import CENTRE, FORCES, PARTY, says_forces

    body = entry.body
    if body is None or body.apart:
        return [body.apart] if body else []
    owners = [CENTRE] if body.level is Level.CENTRAL else []
    if "party" in entry.domains:
        owners.append(PARTY)
    if "military" in entry.domains or any(says_forces(name.text) for name in entry.names):
        owners.append(FORCES)
    return owners


def _same_school(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of the one school whose Chinese name may be called so in English; none where there are two."""
    from glossary.language.school_forms import may_be_called, school_forms

    rows = _equal_to(reader, school_forms(key), bodies)
    listed = reader.listed([row[1] for row in rows]) if rows else {}
    called = {
        n: any(
            name.is_chinese
            and name.usage is Usage.PREFERRED
            and may_be_called(han_key(name.text), key)
            for name in each.entry.names
        )
        for n, each in listed.items()
    }
    return _of_one_entry([row for row in rows if called[row[1]]])


def _institute_in_full(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of the one institute that is called so but for 所, which is short for its 研究所."""
    from glossary.language.school_forms import institute_in_full

    return _of_one_entry(_equal_to(reader, (institute_in_full(key),), bodies))


def _in_other_forms(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of the one body of the mainland that has the name asked for with one word in another form.

    None where several have it, wherever they are: *Chinese Petroleum Corporation* is Taiwan's.
    """
    from glossary.language.exchanged import exchanged
    from glossary.language.legal_forms import with_forms
    from glossary.language.turning import turned_key

    forms = exchanged(key)
    asked = [("exact", each, False) for form in forms for each in (form, *with_forms(form))]
    asked += [("turned", turned_key(form), False) for form in forms]
    rows = _of_one_entry([row[2:] for row in reader.names_at(asked, bodies, ROWS)] if asked else [])
    listed = reader.listed([row[1] for row in rows[:1]]).values()
    return [] if any(each.entry.body and each.entry.body.apart for each in listed) else rows


def _of_its_school(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of the one body of which the name asked for also says whose it is: the Chinese of its school begins its own."""
    from glossary.language.affiliation import parted

    parts = parted(key)
    asked = [("exact", each, False) for pair in parts for each in pair]
    rows = reader.names_at(asked, bodies, ROWS) if asked else []
    sides: dict[int, list[Sequence[int]]] = {}
    for row in rows:
        sides.setdefault(row[0], []).append(row[2:])
    listed = reader.listed([row[3] for row in rows]) if len(sides) > 1 else {}
    chinese = {
        n: [name.text for name in each.entry.names if name.is_chinese] for n, each in listed.items()
    }
    for at in range(0, len(asked), 2):
        schools = [text for row in sides.get(at + 1, ()) for text in chinese.get(row[1], ())]
        found = [
            row
            for row in sides.get(at, ())
            for text in chinese.get(row[1], ())
            if any(text.startswith(school) and text != school for school in schools)
        ]
        if found:
            return _of_one_entry(found)
    return []


def _company_in_full(reader: Reader, key: str, bodies: Filters) -> list[Sequence[int]]:
    """Names of the one company that calls itself so in English but for the legal form, which its Chinese has.

    Under another form it is found only where no group of that name is known, of which one might speak.
    """
    from glossary.language.legal_forms import (
        is_in_full,
        may_be_exchanged,
        with_group,
        with_other_forms,
        without_any_form,
    )

    rest = without_any_form(key)
    others = with_other_forms(key)
    if others and _equal_to(reader, with_group(rest), bodies):
        others = ()
    rows = _equal_to(reader, (rest, *others), bodies)
    listed = reader.listed([row[1] for row in rows]) if rows else {}
    entries = {n: each.entry for n, each in listed.items()}

    def _is_called(entry: Entry) -> bool:
        mine = [name for name in entry.names if name.usage is Usage.PREFERRED]
        called = {query_keys(name.text).exact for name in mine if name.is_english}
        return any(
            is_in_full(name.text, rest)
            and (rest in called or (may_be_exchanged(name.text, key) and called & {*others}))
            for name in mine
            if name.is_chinese
        )

    return _of_one_entry([row for row in rows if _is_called(entries[row[1]])])


_WAYS = ((_same_company, Tier.LEGAL_FORM), (_whose_is_said, Tier.OWNER))
"""Ways to find a body by another key than that of the name as it is asked for, the surest first."""
_WAYS_IN_CHINESE = ((_institute_in_full, Tier.FORM),)
"""The one tried after them for a name with Chinese characters."""
_WAYS_IN_ENGLISH = (
    (_company_in_full, Tier.LEGAL_FORM),
    (_same_school, Tier.SCHOOL),
    (_in_other_forms, Tier.FORM),
    (_of_its_school, Tier.OWNER),
)
"""Those for a name without."""


def _equal_to(reader: Reader, keys: Sequence[str], filters: Filters) -> list[Sequence[int]]:
    """Names that have one of several exact keys; empty ones are none."""
    asked = [("exact", key, False) for key in keys if key]
    return [row[2:] for row in reader.names_at(asked, filters, ROWS)] if asked else []


def _of_one_entry(rows: list[Sequence[int]]) -> list[Sequence[int]]:
    """Names that all are one entry's; none where several entries have them."""
    return rows if len({row[1] for row in rows}) == 1 else []


def _as_hits(rows: Iterable[Sequence[int]], tier: Tier) -> list[Hit]:
    return ranked([scored(row, tier) for row in rows], ROWS)


def find_near(reader: Reader, keys: QueryKeys, filters: Filters, limit: int) -> list[int]:
    """Return numbers of entries that may have been meant, best first; suggestions, never answers."""
    from glossary.search.finding import find_hits

    return [each.n for each in find_hits(reader, keys, filters, limit)][:limit]
