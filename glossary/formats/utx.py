"""UTX 1.20: a table of one language into another with a status for each row; 1.00 to 1.11 are read too.

    #UTX 1.20; en/zh-Hans; 2026-11-25T00:00:00Z; Dictionary ID: Zhengming
    #src  tgt  src:pos  tgt:pos  term status  src:comment  tgt:comment  concept ID

    approved        the entry is approved, and both names have a source     preferred
    provisional     otherwise                                               admitted
    non-standard    deprecated                                              deprecated
    forbidden       a forbidden name of the target, in a row of its own     forbidden

The status is that of the target; a forbidden name of the source has no place, since its row would forbid what stands
beside it.

No semicolon ends the first line: the Translate Toolkit takes what follows one for another field and gives the file up.
Columns are separated by tabs; ``-`` or nothing is no value. A mark of byte order is not allowed; one is read all the same.

Source: UTX 1.11 and 1.20 specifications (AAMT) as far as Convert::TBX::UTX and ttt.org show them, read 2026-11-23;
translate/storage/utx.py of the Translate Toolkit, read 2026-11-26.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.errors import InputError, InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.ledgers import Fate
from glossary.formats.options import COLLECTION, EVIDENCE, KIND
from glossary.formats.table_pairs import (
    FROM,
    TO,
    Places,
    banned_names,
    by_entry,
    iter_pairs,
    two_sides,
)
from glossary.i18n import N_, _
from glossary.model.names import Extra, Usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.items import Item
    from glossary.formats.outputs import Output
    from glossary.formats.table_pairs import Pair
    from glossary.model.entries import Entry
    from glossary.model.names import Name

__all__ = ["UtxFormat"]

_FIRST = re.compile(r"#\s*UTX(?:-S)?\b", re.IGNORECASE)
_LANGUAGES = re.compile(
    r"(?:^|;)\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)(?:/([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*))?\s*(?:;|$)"
)
_POS_COLUMNS = ("src:pos", "tgt:pos")
_COMMENTS = ("src:comment", "tgt:comment")
_COLUMNS = ("src", "tgt", *_POS_COLUMNS, "term status", *_COMMENTS, "concept ID")
_STATUSES = {
    "approved": Usage.PREFERRED,
    "provisional": Usage.ADMITTED,
    "non-standard": Usage.DEPRECATED,
    "forbidden": Usage.FORBIDDEN,
}
_OURS = "Dictionary ID: Zhengming"
_PREFIX = "utx:"
_POS = "tbx:termNote/partOfSpeech"  # what TBX calls it, so that it goes there too
_PLACES = Places(
    entry=("id", "review"),
    asked=("text", "pair", "note"),
    found=("text", "pair", "note"),
    extras=(_POS,),
    doubt=True,
    forbidden=True,
    both=True,
)
_NOTHING = frozenset(("", "-"))


class UtxFormat(Format):
    """A table in UTX, one direction, one pair of languages."""

    name = "utx"
    title = N_("UTX, a table of terms with their status")
    extensions = (".utx",)
    reading = (KIND, EVIDENCE, COLLECTION)
    writing = (FROM, TO)

    def detect(self, head: Head) -> int:
        """Sure of the first line."""
        return 100 if _FIRST.match(head.text) else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each concept, and rows that cannot be taken."""
        from glossary.formats.lines import iter_lines

        reader: _Reader | None = None
        for line, text in iter_lines(file.stream, file.path):
            if isinstance(text, InputError):
                yield text
            elif reader is None:
                reader = _Reader(file, text)
            elif text.startswith("#"):
                reader.remark(line, text)
            elif text.strip():
                yield from reader.row(line, text)
        if reader is not None:
            yield from reader.finish()

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a row for each name of one language with the name of the other that goes with it."""
        source, target = two_sides(file, self.name)
        head = f"#UTX 1.20; {source}/{target}; {file.day}T00:00:00Z; {_OURS}"
        _line(file, [head])
        _line(file, [f"#{_COLUMNS[0]}", *_COLUMNS[1:]])
        for group in by_entry(iter_pairs(entries, source, [target], file, _PLACES)):
            for asked, found, status in (*_rows(group), *_banned(group[0], target)):
                if _NOTHING & {asked.text, found.text} or asked.text.startswith("#"):
                    why = _("a name that means none in UTX")
                    file.ledger.add("names.text", Fate.DROPPED, why)
                else:
                    _line(file, _cells(asked, found, status, group[0].entry.id))


def _line(file: Output, cells: list[str]) -> None:
    file.stream.write(("\t".join(cells) + "\r\n").encode())


class _Side(NamedTuple):
    text: str
    name: Name


def _rows(group: list[Pair]) -> Iterator[tuple[_Side, _Side, str]]:
    for pair in group:
        found = pair.found[0]
        if found is not None:
            asked = _Side(pair.asked.text, pair.asked.name)
            yield asked, _Side(found.text, found.name), _status(pair, found.name)


def _banned(pair: Pair, target: str) -> Iterator[tuple[_Side, _Side, str]]:
    """Rows that forbid a name of the target, beside the first name that has an answer."""
    for name in banned_names(pair.entry, [target]):
        yield _Side(pair.asked.text, pair.asked.name), _Side(name.text, name), "forbidden"


def _cells(asked: _Side, found: _Side, status: str, entry_id: str) -> list[str]:
    sides = (asked.name, found.name)
    return [asked.text, found.text, *map(_pos, sides), status, *map(_comment, sides), entry_id]


def _status(pair: Pair, name: Name) -> str:
    if Usage.DEPRECATED in (name.usage, pair.asked.name.usage):
        return "non-standard"
    return "provisional" if pair.doubtful else "approved"


def _pos(name: Name) -> str:
    found = next((extra.text for extra in name.extra if extra.key == _POS), "-")
    return " ".join(found.split()) or "-"


def _comment(name: Name) -> str:
    return " ".join(name.note.split()) or "-"


class _Reader:
    """Reads the rows of one file; rows of one concept that stand together are one item."""

    def __init__(self, file: Input, first: str) -> None:
        from glossary.formats.drafts import Drafts

        if not _FIRST.match(first):
            raise InputError(
                _("this is not UTX: the first line does not begin with #UTX"),
                path=file.path,
                line=1,
                fix=_("Give a file whose first line is '#UTX 1.20; en/zh-Hans; …'."),
            )
        self._file = file
        self._ours = _OURS in first
        self._drafts = Drafts(file)
        self._languages = self._read_languages(first)
        self._columns: list[str] = []
        self._begun = False
        self._id = ""
        self._line = 0
        self._names: list[Name] = []
        self._extra: list[Extra] = []

    def _read_languages(self, first: str) -> tuple[str, str]:
        from glossary.formats.tbx.words import read_language

        rest = ";".join(first.split(";")[1:])
        found = _LANGUAGES.search(rest)
        if not found:
            raise InputError(
                _("the first line does not say of which languages it is"),
                path=self._file.path,
                line=1,
                fix=_("Write '#UTX 1.20; en/zh-Hans; …'."),
            )
        try:
            source = read_language(found[1])
            return source, read_language(found[2]) if found[2] else ""
        except InvalidError as error:
            raise InputError(error.what, path=self._file.path, line=1, why=error.why) from None

    def remark(self, line: int, text: str) -> None:
        """Read a line that begins with ``#``: the names of the columns, or a remark."""
        cells = [cell.strip() for cell in text[1:].split("\t")]
        if not self._begun and cells[0].lower() in ("src", "source", "term") and len(cells) > 1:
            self._columns = [cell.lower() for cell in cells]
        elif text.strip("# \t"):
            self._file.ledger.add("header", Fate.DROPPED, _("a remark about the table"))

    def row(self, line: int, text: str) -> Iterator[Read]:
        """Take a row; yield the concept before it, where another begins."""
        self._begun = True
        if not self._columns:
            self._columns = ["src", "tgt", "src:pos"]
        cells = [" ".join(cell.split()) for cell in text.split("\t")]
        values = {
            name: cell
            for name, cell in zip(self._columns, cells, strict=False)
            if cell not in _NOTHING
        }
        if len(cells) > len(self._columns):
            surplus = len("\t".join(text.split("\t")[: len(self._columns)])) + 2
            self._file.warn(
                InvalidError(_("the row has more cells than there are columns")), line, surplus
            )
        concept = values.pop("concept id", "")
        if not concept or concept != self._id:
            yield from self.finish()
            self._id, self._line = concept, line
        try:
            names = self._names_of(values)
        except InvalidError as error:
            yield error.at(self._file.path, line)
            return
        if not names:
            self._file.warn(InvalidError(_("a row without a term was passed over")), line)
            return
        self._names += names

    def finish(self) -> Iterator[Item]:
        """Yield the concept that was being read."""
        from glossary.model.rules import check_id

        names, self._names = self._names, []
        if not names:
            return
        entry_id = ""
        if self._ours and self._id:
            try:
                entry_id = check_id(self._id)
            except InvalidError:
                entry_id = ""
        self._file.ledger.add("names.text", Fate.KEPT, count=len(names))
        yield self._drafts.item(names, line=self._line, entry_id=entry_id, preferred=not self._ours)

    def _names_of(self, values: dict[str, str]) -> list[Name]:
        source, target = values.pop("src", ""), values.pop("tgt", "")
        status = values.pop("term status", "").lower()
        usage = _STATUSES.get(status)
        if status and usage is None:
            values["term status"] = status
        comments = {
            "src": values.pop(_COMMENTS[0], "") or values.pop("comment", ""),
            "tgt": values.pop(_COMMENTS[1], ""),
        }
        names = []
        for side, text, lang in zip(("src", "tgt"), (source, target), self._languages, strict=True):
            if not text or not lang:
                continue
            said_of_target = side == "tgt" or not target
            said = said_of_target and (usage is Usage.FORBIDDEN or not self._ours)
            more = {"usage": usage} if usage and said else {}
            extra = tuple(
                Extra(key=_POS if key in _POS_COLUMNS else f"{_PREFIX}{key}"[:200], text=value)
                for key, value in values.items()
                if key.startswith("tgt") == (side == "tgt")
            )
            names.append(self._drafts.name(text, lang, note=comments[side], extra=extra, **more))
        return names
