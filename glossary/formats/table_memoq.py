"""A term base of memoQ as CSV: an entry a row, and for each language its definition and as many terms as the richest entry has.

    Entry_ID;Entry_Subject;Entry_Domain;…;Entry_Note;English_Def;English;Term_Info;Term_Example;English;Term_Info;Term_Example;…

Source: docs.memoq.com, memoQ Server WS API, "Term base in CSV format", read 2026-11-26; how a language and its place are written
(``English_United_States``, ``Chinese_PRC``) in tests of a reader of such files, read the same day. What ``Term_Info`` may
hold is not said there: it stays empty, and forbidden names stay out.
"""

from __future__ import annotations

import re

from glossary.formats.locales import parse_locale
from glossary.formats.spools import Spool
from glossary.formats.table_cells import words_cell
from glossary.formats.table_layouts import REMARKED, TableLayout
from glossary.formats.table_pairs import Places, by_entry
from glossary.formats.table_remarks import remarks
from glossary.formats.table_writing import TableWriter
from glossary.i18n import N_
from glossary.model.tags import base_language
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.outputs import Output
    from glossary.formats.table_pairs import Pair
    from glossary.model.entries import Entry, LocalText

    Entries = Iterable[tuple[Entry, str]]

__all__ = ["MemoqFormat", "memoq_language"]

_ENTRY = "ID Subject Domain ClientID ProjectID Created Creator LastModified Modifier Note"
_CHINESE = {
    "zh-Hans": "Chinese_PRC",
    "zh-Hant": "Chinese_Taiwan",
    "zh-Hant-TW": "Chinese_Taiwan",
    "zh-Hant-HK": "Chinese_Hong_Kong_S.A.R.",
}


def memoq_language(tag: str) -> str:
    """Return a language as memoQ writes it above a column.

    >>> memoq_language("zh-Hans"), memoq_language("en-US"), memoq_language("fr")
    ('Chinese_PRC', 'English_United_States', 'French')
    """
    return _CHINESE.get(tag) or re.sub(r"\W+", "_", parse_locale(tag).title).strip("_")


class MemoqFormat(TableLayout):
    """What memoQ exports and reads: fields of the entry, then of each language and term."""

    name = "memoq"
    title = N_("a term base for memoQ, as CSV")
    extensions = (".csv",)
    several = True
    places = Places(
        entry=("domains", "collections", "definitions"),
        asked=("text", "pair", "context"),
        found=("text", "pair", "context"),
        noted=REMARKED,
    )

    def places_of(self, tags: Sequence[str]) -> Places:
        """Return its places: one definition for each language."""
        return replace(self.places, definitions=lambda entry: _definitions(entry, tags))

    def write(self, entries: Entries, file: Output) -> None:
        """Write its header and a row for each entry."""
        source, targets = self.sides(file)
        tags = (source, *targets)
        most = [1] * len(tags)
        with Spool() as spool, TableWriter(file.stream, file.ledger, delimiter=";", mark=True) as table:  # fmt: skip
            for group in by_entry(self.pairs(entries, file)):
                sides = tuple(_terms(group, at) for at in range(len(tags)))
                most = [max(was, len(side)) for was, side in zip(most, sides, strict=True)]
                found = [_definition(group[0].entry, tag) for tag in tags]
                definitions = tuple(" ".join(each.text.split()) if each else "" for each in found)
                spool.put((_entry_cells(group), definitions, sides))
            header = [f"Entry_{field}" for field in _ENTRY.split()]
            for tag, count in zip(tags, most, strict=True):
                language = memoq_language(tag)
                header += [f"{language}_Def", *([language, "Term_Info", "Term_Example"] * count)]
            table.write(header)
            for number, (cells, defined, sides) in enumerate(spool, 1):
                row = [str(number), *cells]
                for definition, terms, count in zip(defined, sides, most, strict=True):
                    row.append(definition)
                    for text, example in (*terms, *[("", "")] * (count - len(terms))):
                        row += [text, "", example]
                table.write(row)


def _terms(group: Sequence[Pair], at: int) -> tuple[tuple[str, str], ...]:
    """The names of an entry on one side, each once, with the sentence that each stands in."""
    return tuple(dict(_iter_terms(group, at)).items())


def _iter_terms(group: Sequence[Pair], at: int) -> Iterator[tuple[str, str]]:
    for pair in group:
        side = pair.asked if at == 0 else pair.found[at - 1]
        if side is not None and side.text:
            context = side.name.context
            yield side.text, context.text if context else ""


def _entry_cells(group: Sequence[Pair]) -> tuple[str, ...]:
    entry = group[0].entry
    subject = words_cell(entry.domains[:1])
    told = (subject, words_cell(entry.domains[1:]), words_cell(entry.collections))
    return (*told, "", "", "", "", "", remarks(group))


def _definitions(entry: Entry, tags: Sequence[str]) -> list[LocalText]:
    """The definitions that stand in the columns of these languages, each once."""
    found = (_definition(entry, tag) for tag in tags)
    return list(dict.fromkeys(each for each in found if each is not None))


def _definition(entry: Entry, tag: str) -> LocalText | None:
    language = base_language(tag)
    return next((each for each in entry.definitions if base_language(each.lang) == language), None)  # fmt: skip
