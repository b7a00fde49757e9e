"""Rows of a table as items: the names of each language, and what the other columns say of them."""

from __future__ import annotations

import re
from itertools import chain, islice

from glossary.errors import InputError, InvalidError, RowError
from glossary.formats.drafts import Drafts
from glossary.formats.items import parse_review
from glossary.formats.ledgers import Fate
from glossary.formats.table_cells import split_names, split_words
from glossary.formats.table_columns import (
    by_header,
    by_map,
    looks_like_header,
    map_header_at,
)
from glossary.formats.table_content import by_content, check_scripts, is_unknown_header
from glossary.formats.table_names import RowNames, TableRow, paired
from glossary.formats.table_places import place_of_cell
from glossary.formats.table_remarks import without_remarks
from glossary.formats.table_writing import unharmed
from glossary.formats.texts import UNSEEN_SPACE, clean_prose
from glossary.i18n import _
from glossary.language.han import prose_tag
from glossary.model.entries import Kind, LocalText
from glossary.model.rules import check_choice, check_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from glossary.formats.interface import Input, Read
    from glossary.formats.items import Item
    from glossary.formats.table_columns import Column

    Row = tuple[int, list[str]]
    Given = tuple[int, list[str] | RowError]

__all__ = ["read_rows"]

_BY_LINES = ("alias", "acronym")
"""Types of which a cell may hold several, a line each; the lines of other names are one, broken to fit the column."""
_SURPLUS = "cells"
"""The field of a problem with cells behind the last column."""
_SAMPLE_ROWS = 200
_HEADER_ROWS = 20
"""Among how many rows the header is looked for, below a title and the like."""


def read_rows(rows: Iterable[Given], file: Input, *, loose: bool = False) -> Iterator[Read]:
    """Yield an item for each row, and rows that cannot be taken.

    Args:
        rows: Line and cells of each row, or what is wrong with it.
        file: The file, with its options.
        loose: Whether a cell behind the last column stands there by itself, as on a sheet, and is only left out.
    Raises:
        InputError: Nobody can tell what its columns are.
    """
    faults: list[RowError] = []
    told = _without_comments(_filled(rows, faults), file)
    sample = list(islice(told, _SAMPLE_ROWS))
    if not sample:
        yield from (fault.at(file.path) for fault in faults)
        if faults:
            return
        raise InputError(
            _("the table has no rows"),
            path=file.path,
            why=_of_sheets(file),
            fix=_("Give one with names."),
        )
    try:
        columns, above = _columns(sample, file)
        if not file.options.value("map"):  # whoever says what a column is knows
            check_scripts(columns, [cells for _line, cells in sample[above:]], file.path)
    except InputError as error:
        error.why = error.why or _of_sheets(file)
        raise
    _tell_columns(columns, file)
    reader = _RowReader(columns, file, loose=loose)
    for line, cells in chain(sample[above:], told):
        while faults and (faults[0].line or 0) <= line:  # those of rows below wait for these
            yield faults.pop(0).at(file.path)
        yield from reader.take(line, cells)
    yield from reader.finish()
    yield from (fault.at(file.path) for fault in faults)


def _of_sheets(file: Input) -> str:
    """Which sheet is read and which not, where that may be why nothing is found."""
    return "; ".join(file.ledger.notes)


def _filled(rows: Iterable[Given], faults: list[RowError]) -> Iterator[Row]:
    """Rows that hold anything; what is wrong with others is put with the faults."""
    for line, cells in rows:
        if isinstance(cells, RowError):
            faults.append(cells)
        elif any(cell.strip() for cell in cells):
            yield line, cells


def _without_comments(rows: Iterator[Row], file: Input) -> Iterator[Row]:
    """Rows that hold one cell beginning with ``#`` are remarks about the table, and any that does above the others."""
    at_top = True
    for line, cells in rows:
        first = cells[0].lstrip("\ufeff")
        if (first.startswith("#") and not any(cells[1:])) or (at_top and first.startswith("# ")):
            file.ledger.add("comments", Fate.DROPPED, _("a remark about the table"))
        else:
            at_top = False
            yield line, cells


def _columns(sample: Sequence[Row], file: Input) -> tuple[list[Column], int]:
    """The columns of a table, and how many rows of it come before those with names."""
    options = file.options
    header = options.value("header") or "auto"
    rows = [[cell.strip() for cell in cells] for _line, cells in sample[:_HEADER_ROWS]]
    at = _header_at(rows) if header == "auto" else 0
    if options.value("map"):
        at = map_header_at(options.value("map"), rows, at)
        columns, named = by_map(options.value("map"), rows[at])
        has_header = header == "yes" or (
            header == "auto" and (named or looks_like_header(rows[at]))
        )
        return columns, at + 1 if has_header else 0
    if header == "yes" or (header == "auto" and looks_like_header(rows[at])):
        columns = by_header(rows[at], options)
        if not any(column.field == "name" for column in columns):
            raise InputError(
                _("no column says that it holds names"),
                path=file.path,
                line=sample[at][0],
                fix=_("Say what the columns are with --map 'English=en,中文=zh-Hans'."),
            )
        if at:
            file.ledger.add("rows", Fate.DROPPED, _("above the names of the columns"), at)
        return columns, at + 1
    columns = by_content((cells for _line, cells in sample), options, file.path)
    langs = ", ".join(column.lang for column in columns if column.field == "name")
    file.ledger.notes.append(_("the table has no header; its columns were read as {langs}").format(langs=langs))  # fmt: skip
    if header == "auto" and is_unknown_header(columns, [cells for _line, cells in sample]):
        file.ledger.add("rows", Fate.DROPPED, _("it names the columns in words that are not known"))
        return columns, 1
    return columns, 0


def _header_at(rows: Sequence[Sequence[str]]) -> int:
    """Which row names the columns: the first that does so below rows with fewer cells, such as a title and a date."""
    counts = [sum(bool(cell) for cell in row) for row in rows]
    for at, row in enumerate(rows):
        if looks_like_header(row) and all(count < counts[at] for count in counts[:at]):
            return at
    return 0


def _tell_columns(columns: Sequence[Column], file: Input) -> None:
    for column in columns:
        if not column.field and column.title.strip():
            file.ledger.add(
                f"column {column.title}", Fate.DROPPED, _("not known: say what it is with --map")
            )


class _RowReader:
    """Makes items of rows; rows that follow each other with one id are one entry."""

    def __init__(self, columns: Sequence[Column], file: Input, *, loose: bool) -> None:
        self._columns = columns
        self._loose = loose
        self._file = file
        self._drafts = Drafts(file)
        self._names = RowNames(file, self._drafts)
        fields = {column.field for column in columns}
        # Ids are ours in a table of ours, and where somebody says so; a number in a termbase is none.
        mapped = re.search(r"=\s*id\s*(?:[,，]|\Z)", file.options.value("map")) is not None
        self._own_ids = mapped or {"id", "kind", "review"} <= fields
        self._says_usage = any(column.field == "usage" for column in columns)
        self._group: list[TableRow] = []

    def take(self, line: int, cells: list[str]) -> Iterator[Read]:
        """Yield what a row, or those before it, come to."""
        try:
            read = self._read(line, cells)
        except InvalidError as error:
            yield self._rejected(error, line, cells)
            return
        if read is None:
            return
        if self._group and not (read.key and read.key == self._group[0].key):
            yield from self.finish()
        self._group.append(read)

    def finish(self) -> Iterator[Read]:
        """Yield what waits."""
        group, self._group = self._group, []
        if not group:
            return
        first = group[0]
        try:
            yield self._item(group)
        except InvalidError as error:
            yield self._rejected(error, first.line, first.cells)

    def _rejected(self, error: InvalidError, line: int, cells: Sequence[str]) -> RowError:
        rejected = RowError(error.what, field=error.field, why=error.why, fix=error.fix)
        rejected.cells = tuple(cells)
        rejected.at(self._file.path, *place_of_cell(line, cells, self._place(error.field, cells)))
        return rejected

    def _place(self, field: str, cells: Sequence[str]) -> int:
        """Which cell a problem with a field is about; the first where nobody can tell."""
        columns = len(self._columns)
        if field == _SURPLUS:
            return next(at for at in range(columns, len(cells)) if cells[at].strip())
        known = "name" if field == "text" else field
        told = enumerate(zip(self._columns, cells, strict=False))
        found = [at for at, (column, cell) in told if column.field == known and cell.strip()]
        if known == "name":
            found = [at for at in found if self._is_bad(cells[at])]
        return found[0] if found else 0

    def _is_bad(self, cell: str) -> bool:
        """Whether a cell could not be a name by itself."""
        try:
            self._drafts.name(unharmed(cell.strip()), "en")
        except InvalidError:
            return True
        return False

    def _read(self, line: int, cells: list[str]) -> TableRow | None:
        extra = [cell for cell in cells[len(self._columns) :] if cell.strip()]
        if extra and self._loose:
            self._file.ledger.add("cells", Fate.DROPPED, _("behind the last column"), len(extra))
        elif extra:
            raise InvalidError(
                _("the row has {found} cells, and the table {wanted} columns").format(
                    found=len(cells), wanted=len(self._columns)
                ),
                field=_SURPLUS,
                fix=_("Put a cell that holds the delimiter in quotation marks."),
            )
        read = TableRow(line, cells)
        for column, cell in zip(self._columns, cells, strict=False):
            text = unharmed(self._seen(cell) if column.field == "name" else cell.strip())
            if column.field == "note":
                text = without_remarks(text)
            if not text or not column.field:
                continue
            if column.field == "name":
                read.names += [(column.lang, part) for part in self._parts(text, column.type)]
                if column.type:
                    read.facts.setdefault(("type", column.lang), [column.type])
            else:
                read.facts.setdefault((column.field, column.lang), []).append(text)
        if not read.names:
            self._file.ledger.add("rows", Fate.DROPPED, _("without a name"))
            return None
        read.key = read.facts.get(("id", ""), [""])[0]
        if read.key and self._own_ids:
            read.entry_id = check_id(read.key)
        elif read.key:
            self._file.ledger.add(
                "id", Fate.DROPPED, _("it is none of ours: names tell what is one")
            )
        return read

    def _seen(self, cell: str) -> str:
        """A name without what only a spreadsheet's cell can hold unseen; told, where something is taken out."""
        seen = UNSEEN_SPACE.sub("", cell)
        if seen != cell:
            self._file.ledger.add("names.text", Fate.MAPPED, _("characters that nobody sees were taken out"))  # fmt: skip
        return seen.strip()

    def _parts(self, text: str, kind: str) -> list[str]:
        """The names of one cell: several by ``|``, as termbases write synonyms, and by lines in a column of synonyms or acronyms."""
        if "\n" in text or "\r" in text:
            lines = [line.strip() for line in text.splitlines()]
            if kind in _BY_LINES:
                self._file.ledger.add("names.text", Fate.MAPPED, _("several names in one cell, by lines"))  # fmt: skip
                return [name for line in lines if line for name in self._parts(line, kind)]
            self._file.ledger.add("names.text", Fate.MAPPED, _("lines of a cell are one name"))
            text = " ".join(filter(None, lines))
        if "|" not in text:
            return [text]
        names = [unharmed(name) for name in split_names(text)]
        if len(names) > 1:
            self._file.ledger.add("names.text", Fate.MAPPED, _("several names in one cell, by |"))
        return names

    def _item(self, group: Sequence[TableRow]) -> Item:
        first = group[0]
        names = list(paired([name for read in group for name in self._names.of(read)]))
        more: dict[str, Any] = {}
        for field in ("domains", "collections"):
            words = self._words(group, field[:-1])
            if field == "domains":
                words += self._words(group, "subdomain")
            if words:
                more[field] = tuple(dict.fromkeys(words))
        notes = self._texts(group, "note")
        if notes:
            more["notes"] = notes
        definitions = self._texts(group, "definition")
        if definitions:
            more["definitions"] = definitions
        if first.fact("kind"):
            more["kind"] = check_choice(Kind, first.fact("kind").lower(), "kind").value
        review = first.fact("review").lower() or None
        return self._drafts.item(
            names,
            line=first.line,
            entry_id=first.entry_id,
            review=parse_review(review),
            preferred=not self._says_usage,
            **more,
        )

    def _words(self, group: Sequence[TableRow], field: str) -> list[str]:
        cells = [cell for read in group for cell in read.facts.get((field, ""), [])]
        if cells:
            self._file.ledger.add(field, Fate.KEPT, count=len(cells))
        return [word for cell in cells for word in split_words(cell)]

    def _texts(self, group: Sequence[TableRow], field: str) -> tuple[LocalText, ...]:
        """Notes and definitions of the entry; those of one language's names only are the names' own."""
        found: list[LocalText] = []
        for read in group:
            for (key, lang), cells in read.facts.items():
                if key != field or (field == "note" and lang):
                    continue
                for cell in cells:
                    tag = lang.partition("#")[0] or prose_tag(cell)
                    found.append(LocalText(lang=tag, text=clean_prose(cell)))
                    self._file.ledger.add(f"{field}s", Fate.KEPT)
        return tuple(dict.fromkeys(found))
