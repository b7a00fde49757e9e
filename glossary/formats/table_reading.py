"""Delimited text read row by row: its encoding and its delimiter are found, every fault has its line.

    UTF-8 with or without a mark, UTF-16 with one      read
    UTF-16 without a mark, GB 18030, Big5              read, and told: it is a guess, --encoding decides
    anything else                                      refused
    comma, semicolon, tab or bar                       the one that cuts the lines into as many cells each
    \\" within quotation marks                          read as a quotation mark, where the file writes them so
    a line over 1 MB, NUL bytes                        refused

Source: RFC 4180; Python's ``csv``, which does the cutting.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from operator import length_hint

from glossary.errors import InputError, RowError
from glossary.formats.inputs import guess_encoding, text_codec
from glossary.formats.table_places import Cells, open_mark
from glossary.i18n import _, number
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from glossary.formats.interface import Input

    Row = tuple[int, list[str] | RowError]
    """Line, and the cells or what is wrong with them."""

__all__ = ["LINE_LIMIT", "DelimitedRows", "Dialect", "find_dialect", "find_encoding"]

LINE_LIMIT = 1_000_000
"""The longest line, in characters."""
_DELIMITERS = (",", ";", "\t", "|")
_RAW_LINES = 20
"""How many lines are shown of a row that cannot be cut: a quotation mark nobody closed takes in the rest of the file."""
_SAMPLE_LINES = 60
_OPEN = "unexpected end of data"  # as the reader says where a quotation mark is closed nowhere
_FULL = "field larger than field limit"
_AGAIN = 50
"""How often a file is read again from behind a quotation mark that nobody closed; then what it takes in is left out with it."""
_STRAY, _REPLACED = re.compile("[\udc80-\udcff]"), re.compile("\N{REPLACEMENT CHARACTER}")
_UNDECODABLE = 20
"""How many lines may hold bytes of no character, before the file is said to be in another encoding."""
_JSON = re.compile(r"\ufeff?\s*(?:\[\s*)*(?:\{\s*[\"}]|\[\s*\")")
"""How a text in JSON begins: its commas are no cells."""
_GUESSED = {"GB18030": "gb18030", "BIG5": "big5"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a table is cut into cells.

    Attributes:
        delimiter: What stands between cells.
        escapes: Whether ``\\`` stands before a quotation mark that is part of a cell.
        spaced: Whether a space behind each delimiter belongs to it.
        quoted: Whether quotation marks may stand around a cell.
        sureness: How sure it is that this is a table at all.
        cells: How many most rows have.
    """

    delimiter: str
    escapes: bool
    spaced: bool
    quoted: bool
    sureness: int
    cells: int


def find_encoding(data: bytes) -> tuple[str, bool]:
    """Return the encoding of a text by its first bytes, and whether that is a guess; empty where it is none known.

    >>> find_encoding("en,zh\\n".encode("utf-16")), find_encoding("河北省科学技术厅".encode("gb18030"))
    (('utf-16', False), ('gb18030', True))
    """
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", False
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "", False
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", False
    zeros = data.count(0)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        if zeros:
            return _unmarked_utf16(data), True
        guess = _GUESSED.get(guess_encoding(data)[1], "")
        stray = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
        return ("utf-8", False) if not guess and stray <= _UNDECODABLE else (guess, True)
    if zeros * 4 > len(data):
        return _unmarked_utf16(data), True
    return "utf-8", False  # with a stray NUL, whose line is told when it is read


def _unmarked_utf16(data: bytes) -> str:
    """Which UTF-16 a text without a mark is in: its ASCII has its zeros on one side; empty where it is none."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < 20 * min(even, odd) or max(even, odd) * 50 < len(data):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def find_dialect(data: bytes) -> Dialect | None:
    """Return how a table is cut into cells, by its first bytes; nothing where it looks like none.

    >>> found = find_dialect(b"en;zh\\nA;B\\nC;D\\n")
    >>> found.delimiter, find_dialect(b"To whom it may concern\\n")
    (';', None)
    """
    encoding, guess = find_encoding(data)
    if not encoding:
        return None
    text = data.decode(encoding, "ignore")
    if not guess:
        text = text.replace("\0", "")  # its line is told when it is read
    elif "\0" in text:
        return None
    if _JSON.match(text):
        return None
    lines = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    if len(data) >= 60_000:
        del lines[-1:]  # it may be cut
    lines = [line for line in lines if not line.startswith("#")][:_SAMPLE_LINES]
    if not lines:
        return None
    # A backslash may also just end a cell: what cuts the lines alike decides, and RFC 4180 where both do.
    ways = (False, True) if '\\"' in text else (False,)
    best: Dialect | None = None
    for delimiter, escapes in itertools.product(_DELIMITERS, ways):
        found = _measured(lines, delimiter, escapes)
        if found and (best is None or found.sureness > best.sureness):
            best = found
    return best


def _measured(lines: list[str], delimiter: str, escapes: bool) -> Dialect | None:
    if not any(delimiter in line for line in lines):
        return None
    spaced = all(delimiter not in line or f"{delimiter} " in line for line in lines)
    quoted = delimiter != "\t" or _is_quoted(lines)
    rows: list[list[str]] = []
    seen, lines_read = iter(lines), 0
    try:
        for row in _reader(seen, delimiter, escapes, spaced, quoted):
            rows.append(row)
            lines_read = len(lines) - length_hint(seen)
    except csv.Error as error:
        if str(error) != _OPEN:
            return None
        # The sample may end within a cell of several lines: then the rows before it tell. Or nobody closed a quotation mark:
        # then those behind it do.
        if lines_read * 3 < len(lines) * 2:
            after = _measured(lines[lines_read + 1 :], delimiter, escapes)
            alike = not rows or any(after and len(row) == after.cells for row in rows)
            return after if alike else None
    counts = Counter(len(row) for row in rows if len(row) > 1)
    whole = sum(counts.values())
    if not counts or whole * 3 < len(rows) * 2:
        return None
    cells, usual = counts.most_common(1)[0]
    share = usual / len(rows)
    sureness = 20 + int(25 * share) - (5 if len(rows) == 1 else 0)
    return Dialect(
        delimiter=delimiter,
        escapes=escapes,
        spaced=spaced,
        quoted=quoted,
        sureness=sureness,
        cells=cells,
    )


def _is_quoted(lines: list[str]) -> bool:
    """Whether every cell between tabs that begins with a quotation mark ends with one, as spreadsheets write them."""
    cells = [cell for line in lines for cell in line.split("\t") if cell.startswith('"')]
    return all(len(cell) > 1 and cell.endswith('"') for cell in cells)


def _reader(
    lines: object, delimiter: str, escapes: bool, spaced: bool, quoted: bool
) -> Iterator[list[str]]:
    if not quoted:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)  # type: ignore[arg-type]
    return csv.reader(
        lines,  # type: ignore[arg-type]
        delimiter=delimiter,
        doublequote=not escapes,
        escapechar="\\" if escapes else None,
        skipinitialspace=spaced,
        strict=True,
    )


class DelimitedRows:
    """The rows of a file of delimited text, each with the line it begins at.

    Args:
        file: The file, with ``encoding`` among its options.
        delimiter: What stands between cells, where that is known.

    >>> from glossary.formats.interface import Input
    >>> list(DelimitedRows(Input(io.BytesIO(b'a,"b\\nc"\\nd,e\\n'), "x.csv")))
    [(1, ['a', 'b\\nc']), (3, ['d', 'e'])]
    """

    def __init__(self, file: Input, delimiter: str = "") -> None:
        self._file = file
        head = file.stream.read(65536)
        file.stream.seek(0)
        self._encoding = self._chosen(head)
        dialect = find_dialect(head)
        self._delimiter = delimiter or (dialect.delimiter if dialect else ",")
        self._escapes = bool(dialect and dialect.escapes)
        self._spaced = bool(dialect and dialect.spaced and dialect.delimiter == self._delimiter)
        same = dialect is not None and dialect.delimiter == self._delimiter
        self._quoted = dialect.quoted if dialect and same else self._delimiter != "\t"
        self._line = self._first = 0
        self._faults: list[RowError] = []
        self._raw: list[str] = []
        self._undecodable = 0

    def _chosen(self, head: bytes) -> str:
        given = self._file.options.value("encoding")
        if given:
            name = text_codec(given)
            if not name:
                raise InputError(
                    _("there is no encoding {name!r}").format(name=given),
                    fix=_("Write one like utf-8, gb18030, big5 or utf-16."),
                )
            return "utf-8-sig" if name == "utf-8" else name
        encoding, guessed = find_encoding(head)
        if not encoding:
            raise InputError(
                _("nobody can tell the encoding of the file"),
                path=self._file.path,
                fix=_("Say it with --encoding, or save the file as UTF-8."),
            )
        if guessed:
            self._file.warn(
                InputError(
                    _("the file is not UTF-8 and was read as {name}, a guess").format(
                        name=encoding
                    ),
                    fix=_("Say it with --encoding where that is wrong."),
                )
            )
        return encoding

    def __iter__(self) -> Iterator[Row]:
        lines = self._lines()
        rows = self._cut(lines)
        again = 0
        while True:
            self._raw.clear()
            self._first = 0
            cells: list[str] | None = None
            try:
                cells = next(rows)
            except StopIteration:
                yield from self._skipped()
                return
            except csv.Error as error:
                is_open = str(error) == _OPEN or (
                    str(error).startswith(_FULL) and self._line > self._first
                )
                fault = self._fault(error, is_open)
                self._faults.append(fault)
                if is_open and again < _AGAIN:
                    again += 1
                    lines.close()
                    lines = self._lines(self._first)
                    rows = self._cut(lines)
            yield from self._skipped()
            if cells is not None:
                yield self._first, self._placed(cells)

    def _placed(self, cells: list[str]) -> Cells:
        raw = self._raw[0] if len(self._raw) == 1 else "".join(self._raw)
        return Cells(cells, raw, self._delimiter, quoted=self._quoted, escapes=self._escapes)

    def _cut(self, lines: Iterator[str]) -> Iterator[list[str]]:
        return iter(_reader(lines, self._delimiter, self._escapes, self._spaced, self._quoted))

    def _fault(self, error: csv.Error, is_open: bool) -> RowError:
        """What is wrong with the row that was begun last; where a quotation mark is closed nowhere, its first line alone is left out."""
        if is_open:
            self._faults = [each for each in self._faults if (each.line or 0) < self._first]
            del self._raw[1:]
        fault = RowError(
            _("the row cannot be cut into cells"),
            why=_("a quotation mark is opened and not closed") if is_open else str(error),
            line=self._first,
            column=open_mark(self._raw[0], self._delimiter, escapes=self._escapes)
            if is_open
            else None,
            fix=_("Mend the quotation marks of the row."),
        )
        fault.cells = ("".join(self._raw).rstrip(),)
        return fault

    def _skipped(self) -> Iterator[Row]:
        """Lines that were passed over on the way to a row, and why."""
        faults, self._faults = self._faults, []
        for fault in faults:
            yield fault.line or 0, fault

    def _undecoded(self, line: str, column: int) -> RowError:
        """What is wrong with a line that holds bytes of no character.

        Raises:
            InputError: It is one of many: the file is in another encoding.
        """
        self._undecodable += 1
        fault = RowError(
            _("the line is not {encoding}").format(
                encoding=self._encoding.removesuffix("-sig").upper()
            ),
            line=self._line,
            column=column,
            fix=_("Say the encoding with --encoding."),
        )
        if self._undecodable > _UNDECODABLE:
            raise InputError(
                fault.what,
                path=self._file.path,
                line=fault.line,
                column=fault.column,
                fix=fault.fix,
            )
        fault.cells = (_STRAY.sub("\N{REPLACEMENT CHARACTER}", line).rstrip(),)
        return fault

    def _lines(self, behind: int = 0) -> Generator[str, None, None]:
        """Yield the lines behind a number of them; what is wrong with one is kept for the row that is read."""
        # newline=None reads every sort of line end as one, mixed ones too.
        self._file.stream.seek(0)
        # Of UTF-8 a byte of no character comes out as a half one; elsewhere two bytes may be one that is wrong.
        is_utf8 = self._encoding.startswith("utf-8")
        errors = "surrogateescape" if is_utf8 else "replace"
        text = io.TextIOWrapper(self._file.stream, self._encoding, errors=errors, newline=None)
        stray = _STRAY if is_utf8 else _REPLACED
        try:
            self._line = 0
            while self._line < behind and (line := text.readline(LINE_LIMIT)):
                self._line += line.endswith("\n")
            while line := text.readline(LINE_LIMIT + 1):
                self._line += 1
                if len(line) > LINE_LIMIT:
                    while line and not line.endswith("\n"):
                        line = text.readline(LINE_LIMIT + 1)
                    what = _("the line is longer than {count} characters").format(
                        count=number(LINE_LIMIT)
                    )
                    self._faults.append(RowError(what, line=self._line, fix=_("Split it.")))
                elif "\0" in line:
                    fault = RowError(
                        _("the line holds NUL bytes"),
                        line=self._line,
                        column=line.index("\0") + 1,
                        fix=_("Save the file as text, or say its encoding with --encoding."),
                    )
                    fault.cells = (line.rstrip().replace("\0", "\N{REPLACEMENT CHARACTER}"),)
                    self._faults.append(fault)
                elif not line.isascii() and (found := stray.search(line)):
                    self._faults.append(self._undecoded(line, found.start() + 1))
                else:
                    self._first = self._first or self._line
                    if len(self._raw) < _RAW_LINES:
                        self._raw.append(line)
                    yield line
        finally:
            if not self._file.stream.closed:  # as it is where the reading was broken off
                text.detach()  # the stream is closed by who opened it
