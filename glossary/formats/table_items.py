"""Rows of a table as items: the names of each language, and what the other columns say of them."""

from __future__ import annotations

import re
from itertools import chain, islice

from glossary.errors import InputError, InvalidError, RowError
from glossary.formats.drafts import Drafts, cited
from glossary.formats.items import parse_review
from glossary.formats.ledgers import Fate
from glossary.formats.table_columns import by_content, by_header, by_map, looks_like_header
from glossary.formats.table_pairs import split_words
from glossary.formats.table_writing import unharmed
from glossary.i18n import _
from glossary.language.han import has_han, script_of
from glossary.model.entries import Kind, LocalText
from glossary.model.names import Context, Evidence, Name, NameType, Rendering, Usage
from glossary.model.rules import check_choice, check_id
from glossary.model.tags import PINYIN, script_of_tag
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, TypeVar

    from glossary.formats.interface import Input, Read
    from glossary.formats.items import Item
    from glossary.formats.table_columns import Column

    Row = tuple[int, list[str]]
    Given = tuple[int, list[str] | RowError]
    Word = TypeVar("Word")

__all__ = ["read_rows", "with_renderings"]

_SAMPLE_ROWS = 200
_TRUE = ("true", "yes", "y", "1", "x", "是", "forbidden")
_USAGES = {
    **{usage.value: usage for usage in Usage},
    **dict.fromkeys(("approved", "accepted", "valid", "standard", "首选", "recommended"), Usage.PREFERRED),
    **dict.fromkeys(("allowed", "provisional", "允许", "admittedterm"), Usage.ADMITTED),
    **dict.fromkeys(("notrecommended", "non-standard", "obsolete", "superseded", "旧"), Usage.DEPRECATED),
    **dict.fromkeys(("prohibited", "do not use", "donotuse", "blacklisted", "禁用"), Usage.FORBIDDEN),
}  # fmt: skip
_TYPES = {
    **{kind.value: kind for kind in NameType},
    **dict.fromkeys(("fullform", "full form", "term", "全称"), NameType.FULL),
    **dict.fromkeys(("shortform", "short form", "简称"), NameType.SHORT),
    **dict.fromkeys(("abbreviation", "initialism", "缩写"), NameType.ACRONYM),
    **dict.fromkeys(("synonym", "别名"), NameType.ALIAS),
}


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
        raise InputError(_("the table has no rows"), path=file.path, fix=_("Give one with names."))
    columns, has_header = _columns(sample, file)
    _tell_columns(columns, file)
    reader = _RowReader(columns, file, loose=loose)
    for line, cells in chain(sample[1:] if has_header else sample, told):
        yield from (fault.at(file.path) for fault in faults)
        faults.clear()
        yield from reader.take(line, cells)
    yield from reader.finish()
    yield from (fault.at(file.path) for fault in faults)


def _filled(rows: Iterable[Given], faults: list[RowError]) -> Iterator[Row]:
    """Rows that hold anything; what is wrong with others is put with the faults."""
    for line, cells in rows:
        if isinstance(cells, RowError):
            faults.append(cells)
        elif any(cell.strip() for cell in cells):
            yield line, cells


def _without_comments(rows: Iterator[Row], file: Input) -> Iterator[Row]:
    """Rows that hold one cell beginning with ``#`` are remarks about the table."""
    for line, cells in rows:
        if cells[0].lstrip("\ufeff").startswith("#") and not any(cells[1:]):
            file.ledger.add("comments", Fate.DROPPED, _("a remark about the table"))
        else:
            yield line, cells


def _columns(sample: Sequence[Row], file: Input) -> tuple[list[Column], bool]:
    options = file.options
    first = [cell.strip() for cell in sample[0][1]]
    header = options.value("header") or "auto"
    if options.value("map"):
        columns, named = by_map(options.value("map"), first)
        return columns, header == "yes" or (
            header == "auto" and (named or looks_like_header(first))
        )
    if header == "yes" or (header == "auto" and looks_like_header(first)):
        columns = by_header(first, options)
        if not any(column.field == "name" for column in columns):
            raise InputError(
                _("no column says that it holds names"),
                path=file.path,
                line=sample[0][0],
                fix=_("Say what the columns are with --map 'English=en,中文=zh-Hans'."),
            )
        return columns, True
    columns = by_content((cells for _line, cells in sample), options, file.path)
    langs = ", ".join(column.lang for column in columns if column.field == "name")
    file.ledger.notes.append(_("the table has no header; its columns were read as {langs}").format(langs=langs))  # fmt: skip
    return columns, False


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
        fields = {column.field for column in columns}
        # Ids are ours in a table of ours, and where somebody says so; a number in a termbase is none.
        mapped = re.search(r"=\s*id\s*(?:[,，]|\Z)", file.options.value("map")) is not None
        self._own_ids = mapped or {"id", "kind", "review"} <= fields
        self._says_usage = any(column.field == "usage" for column in columns)
        self._group: list[_Read] = []

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
        rejected.at(self._file.path, line)
        return rejected

    def _read(self, line: int, cells: list[str]) -> _Read | None:
        extra = [cell for cell in cells[len(self._columns) :] if cell.strip()]
        if extra and self._loose:
            self._file.ledger.add("cells", Fate.DROPPED, _("behind the last column"), len(extra))
        elif extra:
            raise InvalidError(
                _("the row has {found} cells, and the table {wanted} columns").format(
                    found=len(cells), wanted=len(self._columns)
                ),
                fix=_("Put a cell that holds the delimiter in quotation marks."),
            )
        read = _Read(line, cells)
        for column, cell in zip(self._columns, cells, strict=False):
            text = unharmed(cell.strip())
            if not text or not column.field:
                continue
            if column.field == "name":
                read.names += [(column.lang, part) for part in self._parts(text)]
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

    def _parts(self, text: str) -> list[str]:
        """The names of one cell: several by ``|``, as termbases write synonyms."""
        if "|" not in text:
            return [text]
        self._file.ledger.add("names.text", Fate.MAPPED, _("several names in one cell, by |"))
        return [unharmed(part.strip()) for part in text.split("|") if part.strip()]

    def _item(self, group: Sequence[_Read]) -> Item:
        first = group[0]
        names = [name for read in group for name in self._names(read)]
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

    def _words(self, group: Sequence[_Read], field: str) -> list[str]:
        cells = [cell for read in group for cell in read.facts.get((field, ""), [])]
        if cells:
            self._file.ledger.add(field, Fate.KEPT, count=len(cells))
        return [word for cell in cells for word in split_words(cell)]

    def _texts(self, group: Sequence[_Read], field: str) -> tuple[LocalText, ...]:
        """Notes and definitions of the entry; those of one language's names only are the names' own."""
        found: list[LocalText] = []
        for read in group:
            for (key, lang), cells in read.facts.items():
                if key != field or (field == "note" and lang):
                    continue
                for cell in cells:
                    tag = lang or (script_of(cell) or "zh-Hans" if has_han(cell) else "en")
                    found.append(LocalText(lang=tag, text=_prose(cell)))
                    self._file.ledger.add(f"{field}s", Fate.KEPT)
        return tuple(dict.fromkeys(found))

    def _names(self, read: _Read) -> Iterator[Name]:
        rendered, names = self._renderings(read)
        single = len(names) == 1
        for at, (lang, text) in enumerate(names):
            name = self._name(read, lang, text, is_first=at == 0 and not single)
            if name.is_chinese and rendered:
                name = with_renderings(name, rendered)
            self._file.ledger.add("names.text", Fate.KEPT)
            yield name

    def _renderings(self, read: _Read) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """The pinyin, and the other script of a Chinese name, which are renderings of it where both stand in a row."""
        rendered: dict[str, str] = {}
        for (field, _lang), cells in read.facts.items():
            if field == "pinyin":
                rendered[PINYIN] = cells[0]
        scripts = {script_of_tag(lang) for lang, _text in read.names if lang != "zh"}
        if not {"Hans", "Hant"} <= scripts:
            return rendered, read.names
        names = []
        for lang, text in read.names:
            if lang == "zh-Hant" and not read.own("type", lang):
                rendered["zh-Hant"] = text
                self._file.ledger.add("names.renderings", Fate.MAPPED, _("traditional characters beside simplified ones"))  # fmt: skip
            else:
                names.append((lang, text))
        return rendered, names

    def _name(self, read: _Read, lang: str, text: str, *, is_first: bool) -> Name:
        more: dict[str, Any] = {}
        usage = self._usage(read, lang, is_first=is_first)
        if usage is not None:
            more["usage"] = usage
        kind = _one_of(_TYPES, read.fact("type", lang), "type", self._file)
        if kind is not None:
            more["type"] = kind
        sources = read.both("source", lang)
        if sources:
            more["sources"] = tuple(cited(each, self._file, f"row {read.line}") for each in sources)
            self._file.ledger.add("names.sources", Fate.MAPPED, _("as cited by the file"))
        evidence = read.fact("evidence", lang).lower()
        if evidence:
            more["evidence"] = check_choice(Evidence, evidence, "evidence")
        for field, key in (("from", "start"), ("to", "end"), ("issuer", "issuer")):
            value = read.fact(field, lang)
            if value:
                more[key] = value
        note = "\n".join(read.facts.get(("note", lang), []))
        if note:
            more["note"] = _prose(note)
            self._file.ledger.add("names.note", Fate.KEPT)
        context = "\n".join(read.facts.get(("context", lang), []) or ([] if is_first else read.facts.get(("context", ""), [])))  # fmt: skip
        if context:
            more["context"] = Context(text=_prose(context))
            self._file.ledger.add("names.context", Fate.KEPT)
        return self._drafts.name(text, lang, **more)

    def _usage(self, read: _Read, lang: str, *, is_first: bool) -> Usage | None:
        """The usage of a name: what warns of a row warns of the names that answer, not of the one asked by."""
        own = _one_of(_USAGES, read.own("usage", lang), "usage", self._file)
        if own is not None:
            return own
        banned = read.fact("forbidden").lower() in _TRUE
        shared = Usage.FORBIDDEN if banned else _one_of(_USAGES, read.own("usage", ""), "usage", self._file)  # fmt: skip
        warns = shared in (Usage.DEPRECATED, Usage.FORBIDDEN)
        return None if is_first and warns else shared


class _Read:
    """One row: its names, and its facts by field and language."""

    def __init__(self, line: int, cells: Sequence[str]) -> None:
        self.line = line
        self.cells = cells
        self.key = ""
        self.entry_id = ""
        self.names: list[tuple[str, str]] = []
        self.facts: dict[tuple[str, str], list[str]] = {}

    def own(self, field: str, lang: str) -> str:
        """What a row says of one language, or of no language in particular."""
        return " ".join(self.facts.get((field, lang), []))

    def fact(self, field: str, lang: str = "") -> str:
        """What a row says of one language, else of all."""
        return self.own(field, lang) or self.own(field, "")

    def both(self, field: str, lang: str) -> list[str]:
        """What a row says of one language and of all."""
        keys = dict.fromkeys([(field, lang), (field, "")])
        return [cell for key in keys for cell in self.facts.get(key, [])]


def with_renderings(name: Name, rendered: dict[str, str]) -> Name:
    """Return a Chinese name whose renderings a file gives: those that differ from what would be made are corrections.

    Args:
        name: The name.
        rendered: Its pinyin, or the other script of it, by language tag.
    """
    from glossary.language.renderings import render_name

    made = {item.lang: item.text for item in render_name(name).renderings}
    kept = tuple(
        Rendering(lang=lang, text=text, generated=False)
        for lang, text in rendered.items()
        if lang in made and made[lang] != text
    )
    return replace(name, renderings=kept) if kept else name


def _one_of(table: Mapping[str, Word], cell: str, field: str, file: Input) -> Word | None:
    """What a cell means; a word that is not known is told, and means nothing."""
    if not cell:
        return None
    found = table.get(cell.strip().lower())
    if found is None:
        file.ledger.add(field, Fate.DROPPED, _("{word!r} is not known").format(word=cell[:40]))
    return found


def _prose(text: str) -> str:
    from glossary.formats.texts import clean_prose

    return clean_prose(text)
