"""Tables laid out as other programs read them, each a format of its own.

    omegat      tabs, no header, a comment in the third column; zhengming.txt in the project's glossary folder
    weblate     its columns, with what is doubtful marked fuzzy
    multiterm   a header of language names, an entry a row, synonyms by |; trados is the same
    matecat     its columns, forbidden names in rows of their own

What is not approved or has no source stays out where a layout has no place to say so; ``--include`` lets it in.

That of memoQ is in ``table_memoq``.

Source: research of the programs' manuals and code (OmegaT, Weblate, MateCat); docs.rws.com, "Formats for data import and export".
"""

from __future__ import annotations

from glossary.formats.interface import Format
from glossary.formats.ledgers import Fate
from glossary.formats.locales import parse_locale
from glossary.formats.table_cells import sources_line, words_cell
from glossary.formats.table_pairs import (
    FROM,
    INCLUDE,
    TO,
    Places,
    banned_names,
    by_entry,
    is_of_side,
    iter_pairs,
    sides_of,
    two_sides,
)
from glossary.formats.table_remarks import remark, remarks
from glossary.formats.table_writing import TableWriter
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.outputs import Output
    from glossary.formats.table_pairs import Pair
    from glossary.model.entries import Entry
    from glossary.model.names import Name

    Entries = Iterable[tuple[Entry, str]]

__all__ = [
    "REMARKED",
    "MatecatFormat",
    "MultitermFormat",
    "OmegatFormat",
    "TableLayout",
    "TradosFormat",
    "WeblateFormat",
    "service_code",
    "texts_of",
]


REMARKED = ("type", "evidence", "from", "to", "note")
"""Facts of a name that is asked by which stand in the remark of its row."""


class TableLayout(Format):
    """A layout with a row for each name of one side and one answer."""

    reads = False
    writing = (FROM, TO, INCLUDE)
    several = False
    places = Places()

    def pairs(self, entries: Entries, file: Output) -> Iterator[Pair]:
        """Yield the rows."""
        source, targets = self.sides(file)
        return iter_pairs(entries, source, targets, file, self.places_of((source, *targets)))

    def places_of(self, tags: Sequence[str]) -> Places:
        """Return what the layout has a place for, for names in these languages."""
        return self.places

    def sides(self, file: Output) -> tuple[str, list[str]]:
        """Return the tags of the two sides, or of more where the layout holds more.

        Raises:
            InputError: It holds two languages, and more are asked for.
        """
        if self.several:
            return sides_of(file)
        source, target = two_sides(file, self.name)
        return source, [target]


def texts_of(pair: Pair) -> list[str]:
    """Return the names of a row, in the order of its sides; empty where one has none."""
    return [pair.asked.text, *(each.text if each is not None else "" for each in pair.found)]


class OmegatFormat(TableLayout):
    """Tabs, no header; a row that begins with ``#`` would be a comment."""

    name = "omegat"
    title = N_("a glossary for OmegaT")
    extensions = (".txt", ".utf8", ".tab")
    file_name = "zhengming.txt"  # not glossary.txt, where OmegaT keeps what its user adds
    places = Places(noted=REMARKED)

    def write(self, entries: Entries, file: Output) -> None:
        """Write a row for each name: name, answer, remarks."""
        with TableWriter(
            file.stream, file.ledger, delimiter="\t", plain=True, strict=True, newline="\n"
        ) as table:
            for pair in self.pairs(entries, file):
                texts = texts_of(pair)
                if texts[0].startswith("#"):
                    why = _("OmegaT takes a row that begins with # for a comment")
                    file.ledger.add("names.text", Fate.DROPPED, why)
                    continue
                table.write([*texts, remark(pair)])


class WeblateFormat(TableLayout):
    """The columns Weblate reads, with the entry's id as context."""

    name = "weblate"
    title = N_("a glossary for Weblate, as CSV")
    extensions = (".csv",)
    places = Places(entry=("id",), noted=REMARKED, doubt=True)

    def write(self, entries: Entries, file: Output) -> None:
        """Write its header and a row for each name."""
        columns = "location source target id fuzzy context translator_comments developer_comments"
        with TableWriter(file.stream, file.ledger) as table:
            table.write(columns.split())
            for pair in self.pairs(entries, file):
                source, target = texts_of(pair)
                fuzzy = "True" if pair.doubtful else ""
                table.write(["", source, target, "", fuzzy, pair.entry.id, "", remark(pair)])


def service_code(tag: str) -> str:
    """Return a language as web services call it: by territory where that implies the script.

    >>> service_code("zh-Hans"), service_code("fr")
    ('zh-CN', 'fr')
    """
    return {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh-Hant-TW": "zh-TW"}.get(tag, tag)


class MultitermFormat(TableLayout):
    """An entry a row, under the names of the languages; synonyms in one cell, by ``|``."""

    name = "multiterm"
    title = N_("a termbase for Trados and MultiTerm, as CSV")
    extensions = (".csv",)
    several = True
    places = Places(
        entry=("id", "review", "domains"),
        asked=("text", "pair", "sources"),
        found=("text", "pair", "sources"),
        noted=REMARKED,
    )

    def write(self, entries: Entries, file: Output) -> None:
        """Write the header and a row for each entry."""
        source, targets = self.sides(file)
        titles = [parse_locale(tag).title for tag in (source, *targets)]
        with TableWriter(file.stream, file.ledger, mark=True) as table:
            table.write(["Entry ID", *titles, "Note", "Source", "Domain", "Status"])
            for group in by_entry(self.pairs(entries, file)):
                first = group[0]
                cells = zip(*(_without_bars(texts_of(pair), file) for pair in group), strict=True)
                names = [name for pair in group for name in _names(pair)]
                table.write(
                    [
                        first.entry.id,
                        *(
                            "|".join(dict.fromkeys(text for text in column if text))
                            for column in cells
                        ),
                        remarks(group),
                        sources_line(names),
                        "/".join(first.entry.domains),
                        first.review,
                    ]
                )


def _without_bars(texts: list[str], file: Output) -> list[str]:
    """Names with a stroke in the place of the sign that parts synonyms."""
    if barred := sum("|" in text for text in texts):
        why = _("| parts synonyms: / stands for it")
        file.ledger.add("names.text", Fate.MAPPED, why, barred)
    return [text.replace("|", "/") for text in texts]


class TradosFormat(MultitermFormat):
    """The same under the other name people look for."""

    name = "trados"


def _names(pair: Pair) -> Iterator[Name]:
    yield pair.asked.name
    yield from (each.name for each in pair.found if each is not None)


class MatecatFormat(TableLayout):
    """Its columns; a forbidden name of an answering side has a row that forbids it."""

    name = "matecat"
    title = N_("a glossary for MateCat, as CSV")
    extensions = (".csv",)
    several = True
    places = Places(
        entry=("domains", "definitions"),
        asked=("text", "pair", "context"),
        noted=REMARKED,
        definitions=lambda entry: entry.definitions[:1],
        forbidden=True,
    )

    def write(self, entries: Entries, file: Output) -> None:
        """Write its header, a row for each name and one for each forbidden name."""
        source, targets = self.sides(file)
        header = ["Forbidden", "Domain", "Subdomain", "Definition"]
        for tag in (source, *targets):
            header += [_matecat_code(tag), "Notes", "Example of use"]
        with TableWriter(file.stream, file.ledger, mark=True) as table:
            table.write(header)
            for group in by_entry(self.pairs(entries, file)):
                for pair in group:
                    texts = texts_of(pair)
                    row = self._row(pair, "", [texts[0], remark(pair)])
                    for text in texts[1:]:
                        row += [text, "", ""]
                    table.write(row)
                for row in self._forbidden(group[0], targets):
                    table.write(row)

    def _row(self, pair: Pair, forbidden: str, first: list[str]) -> list[str]:
        domains = pair.entry.domains
        definition = next((each.text for each in pair.entry.definitions), "")
        context = pair.asked.name.context
        return [
            forbidden,
            domains[0] if domains else "",
            words_cell(domains[1:]),
            " ".join(definition.split()),
            *first,
            context.text if context and not forbidden else "",
        ]

    def _forbidden(self, pair: Pair, targets: list[str]) -> Iterator[list[str]]:
        for name in banned_names(pair.entry, targets):
            row = self._row(pair, "TRUE", [pair.asked.text, ""])
            for tag in targets:
                row += [name.text if is_of_side(name, tag) else "", "", ""]
            yield row


def _matecat_code(tag: str) -> str:
    return {"en": "en-US", "fr": "fr-FR", "es": "es-ES", "de": "de-DE", "ja": "ja-JP"}.get(
        tag, service_code(tag)
    )
