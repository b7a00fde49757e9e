"""A document by its title in other words: as another translator calls it, or without what writers leave out.

Titles whose parts are all equal come first; else the one document whose title differs only in what may differ
(:mod:`glossary.language.titles`), or in one word (:mod:`glossary.search.near_titles`). Where several do, none is taken:
which was meant cannot be known.
"""

from __future__ import annotations

from glossary.language.titles import (
    BINDING,
    is_meant,
    is_of_the_kind,
    kinds_of_han,
    parse_title,
    title_words,
    word_forms,
    words_of,
)
from glossary.language.wordings import (
    is_judicial,
    is_required,
    may_say_the_same,
    says_the_same,
)
from glossary.model.values import replace
from glossary.search.approximate import WORD_LIMIT
from glossary.search.expressions import all_of
from glossary.search.near_titles import find_near_titles, forms_of, may_be_issued

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.language.keys import QueryKeys
    from glossary.language.titles import Title
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["find_titles", "forms_of", "of_one_entry"]

ROWS = 500
LEAST_WORDS = 2
_STATE = "中华人民共和国"
_ABOUT = "关于"
_KINDS = frozenset(("条例", "规定", "办法", "规则", "细则", "准则", "决定", "决议", "意见", "纲要", "规划", "计划", "方案", "目录", "清单", "通知", "解释"))  # fmt: skip
_ISSUERS = (
    "中共中央",
    "国务院",
    "中共中央国务院",
    "国务院办公厅",
    "中共中央办公厅国务院办公厅",
    "全国人民代表大会",
    "全国人民代表大会常务委员会",
    "最高人民法院",
    "最高人民检察院",
    "最高人民法院最高人民检察院",
)
_TRIAL = "试行"
_SELDOM_TELLING = frozenset(("act", "issue", "matter", "work"))
_OF_A_LAW = frozenset(("application", "law"))


def find_titles(reader: Reader, keys: QueryKeys, filters: Filters) -> Sequence[Sequence[int]]:
    """Return names of documents that are the title asked for in other words.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What answers are limited to.
    Returns:
        Rows of the store; of one entry only, unless the titles are equal in all their parts.
    """
    if filters.kinds and "document" not in filters.kinds:
        return []
    documents = replace(filters, kinds=("document",))
    if keys.is_han:
        return of_one_entry(_longer(reader, keys.exact, documents))
    asked = parse_title(keys.exact)
    groups = title_words(asked) if asked and len(keys.words) <= WORD_LIMIT else []
    if asked is None or not groups:
        return []
    rows = reader.names_matching(all_of(groups), documents, ROWS)
    texts = reader.texts_of([row[0] for row in rows])
    titles = {row[0]: parse_title(texts[row[0]]) for row in rows}
    same = [row for row in rows if titles[row[0]] == asked]
    if same:
        return same
    meant = list(_meant(reader, rows, titles, asked))
    alike = [row for row, title in meant if title.words == asked.words]
    own_kind = any(title.kind == asked.kind for _, title in meant)
    worded = [] if own_kind else list(_worded(reader, documents, asked))
    kind = [each for each in worded if each[1].kind == asked.kind]
    if meant and not kind:
        return of_one_entry(alike or [row for row, _ in meant])
    kind = kind or worded
    if not kind:
        return find_near_titles(reader, documents, asked, keys.exact)
    final = [each for each in kind if each[1].trial == asked.trial] or kind
    whole = [row for row, title in final if words_of(asked) <= words_of(title)]
    return of_one_entry(whole or [row for row, _ in final])


def _worded(reader: Reader, documents: Filters, asked: Title) -> Iterator[tuple[Candidate, Title]]:
    """Titles whose other words translate the same words of their Chinese."""
    words = words_of(asked)
    required = [word for word in words if word != "act" and is_required(word, asked.kind, words)]
    groups = [forms_of(word, words) for word in required]
    # Where each word alone may be missing (case guidance work) the most telling ones are looked for.
    groups = groups or [word_forms(word) for word in words - _SELDOM_TELLING]
    # An interpretation of the application of a law says that it is a law's.
    of_a_law = is_judicial(asked) and words >= _OF_A_LAW
    told = len(groups) + (asked.kind in BINDING or of_a_law)
    if not groups:
        return
    rows = reader.names_matching(all_of(groups), documents, ROWS)
    if (
        len(rows) == ROWS and required
    ):  # Words of many meanings: those with the very words come first.
        own = reader.names_matching(
            all_of([word_forms(word) for word in required]), documents, ROWS
        )
        rows = list(dict.fromkeys((*own, *rows)))
    texts = reader.texts_of([row[0] for row in rows])
    titles = {row[0]: parse_title(texts[row[0]]) for row in rows}
    likely = [row for row in rows if _may_be(asked, words, titles[row[0]], told)]
    listed = reader.listed([row[1] for row in likely])
    for row in likely:
        title = titles[row[0]]
        han = [name.text for name in listed[row[1]].entry.names if name.is_chinese]
        kinds = frozenset().union(*map(kinds_of_han, han))
        if (
            title
            and is_of_the_kind(asked, title, kinds)
            and may_be_issued(asked, title, listed[row[1]].entry)
            and says_the_same(words, words_of(title), han, judicial=is_judicial(asked))
        ):
            yield row, title


def _may_be(asked: Title, words: frozenset[str], title: Title | None, told: int) -> bool:
    """Whether a title may be the one asked for before its Chinese is read."""
    if title is None or not is_of_the_kind(asked, title, None):
        return False
    known = words_of(title)
    # One word tells too little to be another one.
    return (told >= LEAST_WORDS or known == words) and may_say_the_same(words, known)


def _meant(
    reader: Reader, rows: Sequence[Candidate], titles: dict[int, Title | None], asked: Title
) -> Iterator[tuple[Candidate, Title]]:
    near = [
        (row, title) for row in rows if (title := titles[row[0]]) and is_meant(asked, title, None)
    ]
    listed = reader.listed([row[1] for row, _ in near])
    for row, title in near:
        entry = listed[row[1]].entry
        kinds = frozenset().union(
            *(kinds_of_han(name.text) for name in entry.names if name.is_chinese)
        )
        if is_meant(asked, title, kinds) and may_be_issued(asked, title, entry):
            yield row, title


def _longer(reader: Reader, key: str, documents: Filters) -> list[Candidate]:
    """Titles that say also who issued it, of what state it is, its period, or that it is on trial."""
    if key[-2:] not in _KINDS:
        return []
    before = _ISSUERS if key.startswith(_ABOUT) else (_STATE,)
    asked = [("exact", first + key, False) for first in before]
    found = reader.names_at([*asked, ("exact", key, True)], documents, ROWS)
    texts = reader.texts_of([row[2] for row in found])
    return [row[2:] for row in found if not row[1] or _is_said_of(texts[row[2]][len(key) :])]  # type: ignore[misc]


def _is_said_of(rest: str) -> bool:
    """Whether what follows a title in brackets is its trial or its period: 试行, 20212035年."""
    years = rest.removesuffix("年")
    return rest == _TRIAL or (len(years) == 8 and years.isdecimal() and years != rest)


def of_one_entry(rows: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return names where all are of one entry; which was meant cannot be known where they are not."""
    return rows if len({row[1] for row in rows}) == 1 else []
