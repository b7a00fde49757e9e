"""White papers by what they are: *White Paper on China's Export Controls*, *中国的出口管制白皮书*.

Their titles do not say that they are white papers, but those who cite them do. The words are taken off, and what is
left is the title of a white paper, in the same words or in words that translate the same Chinese, or two words or more
of it; the year it came out may stand beside.  Any other kind of document is never answered, and nothing where two white
papers may be meant.
"""

from __future__ import annotations

from glossary.language.titles import compared_words
from glossary.language.wordings import is_required, says_the_same
from glossary.model.values import replace
from glossary.search.expressions import all_of
from glossary.search.titles import forms_of, of_one_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.language.keys import QueryKeys
    from glossary.model.entries import Entry
    from glossary.store.filters import Filters
    from glossary.store.reading import Reader
    from glossary.store.seeking import Candidate

__all__ = ["SAID", "find_white_papers", "like_white_papers"]

TYPE = "white paper"
ROWS = 200
LEAST_WORDS = 2
_HAN = "白皮书"
_SAID = ("white", "paper")
SAID = (_HAN, " ".join(_SAID))
"""What a query holds that asks for one."""
_BEFORE = frozenset(("on", "of", "entitled", "titled", "about", "concerning"))
_LEFT_OUT = frozenset(("china", "chinese", "of", "for"))


def find_white_papers(reader: Reader, keys: QueryKeys, filters: Filters) -> Sequence[Candidate]:
    """Return the names of the one white paper asked for by *white paper* and its title.

    Args:
        reader: The store.
        keys: The query's keys.
        filters: What answers are limited to.
    """
    return of_one_entry(like_white_papers(reader, keys, filters))


def like_white_papers(reader: Reader, keys: QueryKeys, filters: Filters) -> list[Candidate]:
    """Return the names of all white papers that may be asked for so; see ``find_white_papers``."""
    documents = replace(filters, kinds=("document",))
    if filters.kinds and "document" not in filters.kinds:
        return []
    if keys.is_han:
        title = keys.exact.removesuffix(_HAN)
        same = title not in ("", keys.exact)
        rows = reader.names_by("exact", title, documents, ROWS) if same else []
        return [row for row, _ in _papers(reader, rows)]
    words = _asked(keys.exact.split())
    if not words:
        return []
    required = (word for word in words if is_required(word, TYPE, words) and not _is_year(word))
    groups = [forms_of(word, words) for word in required]
    rows = reader.names_matching(all_of(groups), documents, ROWS) if groups else []
    texts = reader.texts_of([row[0] for row in rows])
    equal: list[Candidate] = []
    worded: list[Candidate] = []
    parts: list[Candidate] = []
    for row, entry in _papers(reader, rows):
        known = _words(texts[row[0]].split())
        year = entry.document.date[:4] if entry.document else ""
        asked = words - {year} | (known & {year})
        if known == asked:
            equal.append(row)
        elif says_the_same(asked, known, [name.text for name in entry.names if name.is_chinese]):
            worded.append(row)
        elif asked < known and len(asked) >= LEAST_WORDS:
            parts.append(row)
    return equal or worded or parts


def _asked(tokens: list[str]) -> frozenset[str]:
    """The words of a title that is said to be a white paper's; none where it is not."""
    for at in range(len(tokens) - 1):
        if tuple(tokens[at : at + 2]) == _SAID:
            rest = tokens[at + 2 :]
            return _words([*tokens[:at], *(rest[1:] if rest[:1] and rest[0] in _BEFORE else rest)])
    return frozenset()


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == len("1991")


def _words(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(compared_words(tokens)) - _LEFT_OUT


def _papers(reader: Reader, rows: Sequence[Candidate]) -> Iterator[tuple[Candidate, Entry]]:
    listed = reader.listed([row[1] for row in rows]) if rows else {}
    for row in rows:
        entry = listed[row[1]].entry
        if entry.document and entry.document.type == TYPE:
            yield row, entry
