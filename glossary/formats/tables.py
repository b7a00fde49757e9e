"""Tables as formats: CSV, TSV, XLSX and ODS, with a row for each name of one side and what goes with it on the others.

    id, kind, review, en, zh-Hans, zh-Hant, pinyin, en:type, en:usage … zh-Hans:note, evidence, source, domain, collection

Any table is read: its encoding, its delimiter and its columns are found, or given with ``--map`` (``table_columns``). Named
layouts of other programs are in ``table_layouts`` and ``table_services``.
"""

from __future__ import annotations

from glossary.formats.interface import Format, Head, Input
from glossary.formats.options import COLLECTION, EVIDENCE, FROM, KIND, READ_FROM, READ_TO, Option
from glossary.i18n import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["CsvFormat", "OdsFormat", "TsvFormat", "XlsxFormat"]

_TO = Option(
    "to",
    N_("languages of the other columns: zh-Hans, zh-Hant, zh-Latn-pinyin, fr …"),
    "LOCALE",
    default="zh-Hans,zh-Hant,zh-Latn-pinyin",
    many=True,
)
_READING = (
    Option("map", N_("what the columns are: 'English=en,中文=zh-Hans,Remarks=note', or by number: '1=en,2=zh'"), "COLUMNS"),
    READ_FROM,
    READ_TO,
    Option("encoding", N_("encoding of the file; found by itself by default"), "NAME"),
    Option("header", N_("whether the first row has the names of the columns"), choices=("auto", "yes", "no"), default="auto"),
    KIND,
    EVIDENCE,
    COLLECTION,
)  # fmt: skip


class CsvFormat(Format):
    """Text with commas, semicolons or bars between cells."""

    name = "csv"
    title = N_("a table, as CSV")
    extensions = (".csv",)
    reading = _READING
    writing = (FROM, _TO)

    def detect(self, head: Head) -> int:
        """Little surer than of any text, where its lines fall into as many cells each."""
        from glossary.formats.table_reading import find_dialect

        dialect = find_dialect(head.data)
        return dialect.sureness if dialect and dialect.delimiter != "\t" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each row, and rows that cannot be read."""
        from glossary.formats.table_items import read_rows
        from glossary.formats.table_reading import DelimitedRows

        yield from read_rows(DelimitedRows(file), file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a header and a row for each name."""
        from glossary.formats.table_general import general_rows
        from glossary.formats.table_writing import TableWriter

        with TableWriter(file.stream, file.ledger, mark=True) as table:
            for row in general_rows(entries, file):
                table.write(row)


class TsvFormat(Format):
    """Text with tabs between cells, without quotation marks around them."""

    name = "tsv"
    title = N_("a table, as text with tabs")
    extensions = (".tsv", ".tab", ".txt", ".utf8")
    reading = _READING
    writing = (FROM, _TO)

    def detect(self, head: Head) -> int:
        """A little surer than of text with commas, since a tab stands nowhere else."""
        from glossary.formats.table_reading import find_dialect

        dialect = find_dialect(head.data)
        return dialect.sureness + 5 if dialect and dialect.delimiter == "\t" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each row, and rows that cannot be read."""
        from glossary.formats.table_items import read_rows
        from glossary.formats.table_reading import DelimitedRows

        yield from read_rows(DelimitedRows(file, delimiter="\t"), file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a header and a row for each name."""
        from glossary.formats.table_general import general_rows
        from glossary.formats.table_writing import TableWriter

        with TableWriter(
            file.stream, file.ledger, delimiter="\t", plain=True, newline="\n"
        ) as table:
            for row in general_rows(entries, file):
                table.write(row)


_READING_SHEETS = (
    *(option for option in _READING if option.name != "encoding"),
    Option(
        "sheet", N_("name or number of the sheet; the first that names columns by default"), "SHEET"
    ),
)


class XlsxFormat(Format):
    """A workbook of a spreadsheet program."""

    name = "xlsx"
    title = N_("a workbook of a spreadsheet program")
    extensions = (".xlsx", ".xlsm")
    reading = _READING_SHEETS
    writing = (FROM, _TO)

    def detect(self, head: Head) -> int:
        """Sure of a package with a workbook among its first parts."""
        if not head.data.startswith(b"PK\x03\x04"):
            return 0
        return 100 if b"xl/workbook" in head.data or b"xl/worksheets" in head.data or b"xl/_rels" in head.data else 0  # fmt: skip

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each row, and rows that cannot be read."""
        from glossary.formats.table_items import read_rows
        from glossary.formats.xlsx_reading import SheetRows

        yield from read_rows(SheetRows(file), file, loose=True)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write one sheet: a header and a row for each name."""
        from glossary.formats.table_general import general_rows
        from glossary.formats.xlsx_writing import write_xlsx

        write_xlsx(general_rows(entries, file), file.stream)


class OdsFormat(Format):
    """A workbook in OpenDocument, packed or flat."""

    name = "ods"
    title = N_("a workbook in OpenDocument")
    extensions = (".ods", ".fods", ".ots")
    writes = False
    reading = _READING_SHEETS

    def detect(self, head: Head) -> int:
        """Sure of a package that says so in its first part, or of a flat file that says so in its root.

        Some programs pack the part that says so, or put it last: there the parts decide, and the name.
        """
        family = b"application/vnd.oasis.opendocument."
        kind = family + b"spreadsheet"
        if not head.data.startswith(b"PK\x03\x04"):
            return 100 if head.root == "document" and kind in head.data[:4000] else 0
        if family in head.data[:200]:
            return 100 if kind in head.data[:200] else 0
        if b"META-INF/manifest.xml" not in head.data and b"mimetype" not in head.data:
            return 0
        return 90 if head.has_extension(*self.extensions) else 40 if b"content.xml" in head.data else 0  # fmt: skip

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each row, and rows that cannot be read."""
        from glossary.formats.ods_reading import OdsRows
        from glossary.formats.table_items import read_rows

        yield from read_rows(OdsRows(file), file, loose=True)
