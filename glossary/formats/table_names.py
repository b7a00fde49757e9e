"""The names of one row of a table, each with what the row says of it."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.drafts import cited
from glossary.formats.ledgers import Fate
from glossary.formats.table_cells import split_names
from glossary.formats.table_words import TRUE, TYPES, USAGES, one_of
from glossary.formats.texts import clean_prose
from glossary.i18n import _
from glossary.model.names import Context, Evidence, Name, Rendering, Usage
from glossary.model.rules import check_choice
from glossary.model.tags import PINYIN, base_language, parse_tag, script_of_tag
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from glossary.formats.drafts import Drafts
    from glossary.formats.interface import Input

    Given = tuple[str, str]
    """The column of a name, and the name."""

__all__ = ["RowNames", "TableRow", "paired", "with_renderings"]


class TableRow:
    """One row: its names, and its facts by field and column.

    A column of names is known by its language; a further one in the same language has its number behind it.

    Args:
        line: Where it stands.
        cells: What it holds.

    >>> row = TableRow(2, ["A"])
    >>> row.names.append(("en", "A"))
    >>> row.facts["note", "en"] = ["a note"]
    >>> row.fact("note", "en"), row.fact("note", "zh")
    ('a note', '')
    """

    def __init__(self, line: int, cells: Sequence[str]) -> None:
        self.line = line
        self.cells = cells
        self.key = ""
        self.entry_id = ""
        self.names: list[Given] = []
        self.facts: dict[tuple[str, str], list[str]] = {}

    def own(self, field: str, column: str) -> str:
        """Return what the row says of one column, or of none in particular."""
        return " ".join(self.facts.get((field, column), []))

    def fact(self, field: str, column: str = "") -> str:
        """Return what the row says of one column, else of all."""
        return self.own(field, column) or self.own(field, "")

    def both(self, field: str, column: str) -> list[str]:
        """Return what the row says of one column and of all."""
        keys = dict.fromkeys([(field, column), (field, "")])
        return [cell for key in keys for cell in self.facts.get(key, [])]


class RowNames:
    """Makes names of the rows of one file.

    Args:
        file: The file, for its ledger.
        drafts: What makes its names.
    """

    def __init__(self, file: Input, drafts: Drafts) -> None:
        self._file = file
        self._drafts = drafts

    def of(self, read: TableRow) -> Iterator[Name]:
        """Yield the names of a row.

        Raises:
            InvalidError: A cell breaks a rule.
        """
        rendered, names = self._renderings(read)
        single = len(names) == 1
        chinese = 0
        for at, (column, text) in enumerate(names):
            name = self._name(read, column, text, is_first=at == 0 and not single)
            if name.is_chinese:
                own = {lang: texts[chinese] for lang, texts in rendered.items() if chinese < len(texts)}  # fmt: skip
                name = with_renderings(name, own) if own else name
                chinese += 1
            self._file.ledger.add("names.text", Fate.KEPT)
            yield name

    def _renderings(self, read: TableRow) -> tuple[dict[str, list[str]], list[Given]]:
        """What the Chinese names of a row are in pinyin and in the other script, where both stand there, in their order."""
        rendered: dict[str, list[str]] = {}
        for (field, _column), cells in read.facts.items():
            if field == "pinyin":
                rendered[PINYIN] = split_names(cells[0])
        scripts = {script_of_tag(_lang(column)) for column, _text in read.names if column != "zh"}
        if not {"Hans", "Hant"} <= scripts:
            return rendered, read.names
        names = []
        for column, text in read.names:
            if column == "zh-Hant" and not read.own("type", column):
                rendered.setdefault("zh-Hant", []).append(text)
                self._file.ledger.add("names.renderings", Fate.MAPPED, _("traditional characters beside simplified ones"))  # fmt: skip
            else:
                names.append((column, text))
        return rendered, names

    def _name(self, read: TableRow, column: str, text: str, *, is_first: bool) -> Name:
        lang = _lang(column)
        more: dict[str, Any] = {}
        usage = self._usage(read, column, is_first=is_first)
        if usage is not None:
            more["usage"] = usage
        kind = one_of(TYPES, read.fact("type", column), "type", self._file)
        if kind is not None:
            more["type"] = kind
        sources = read.both("source", column)
        if sources:
            more["sources"] = tuple(cited(each, self._file, f"row {read.line}") for each in sources)
            self._file.ledger.add("names.sources", Fate.MAPPED, _("as cited by the file"))
        evidence = read.fact("evidence", column).lower()
        if evidence:
            more["evidence"] = check_choice(Evidence, evidence, "evidence")
        for field, key in (("from", "start"), ("to", "end"), ("issuer", "issuer")):
            value = read.fact(field, column)
            if value:
                more[key] = value
        if read.own("pair", column):
            more["pair"] = read.own("pair", column)
        if read.fact("case", column).lower() in TRUE or "casesense" in _info(read, column):
            more["case_sensitive"] = True
        note = "\n".join(read.facts.get(("note", column), []))
        if note:
            more["note"] = clean_prose(note)
            self._file.ledger.add("names.note", Fate.KEPT)
        context = "\n".join(read.facts.get(("context", column), []) or ([] if is_first else read.facts.get(("context", ""), [])))  # fmt: skip
        if context:
            more["context"] = Context(text=clean_prose(context))
            self._file.ledger.add("names.context", Fate.KEPT)
        return self._drafts.name(text, _own_tag(read.own("lang", column), lang), **more)

    def _usage(self, read: TableRow, column: str, *, is_first: bool) -> Usage | None:
        """The usage of a name: what warns of a row warns of the names that answer, not of the one asked by."""
        if "forbidden" in _info(read, column):
            return Usage.FORBIDDEN
        own = one_of(USAGES, read.own("usage", column), "usage", self._file)
        if own is not None:
            return own
        banned = read.fact("forbidden").lower() in TRUE
        shared = Usage.FORBIDDEN if banned else one_of(USAGES, read.own("usage", ""), "usage", self._file)  # fmt: skip
        warns = shared in (Usage.DEPRECATED, Usage.FORBIDDEN)
        return None if is_first and warns else shared


def _info(read: TableRow, column: str) -> set[str]:
    """What memoQ says of a term in one cell: ``CasePermissive;HalfPrefix;Forbidden``."""
    words = read.own("terminfo", column).casefold().replace(",", ";").split(";")
    return {word.strip() for word in words}


def _lang(column: str) -> str:
    return column.partition("#")[0]


def paired(names: Sequence[Name]) -> Iterable[Name]:
    """Yield names without the pairs whose other name the table does not hold.

    >>> list(paired([]))
    []
    """
    langs: dict[str, set[str]] = {}
    for name in names:
        langs.setdefault(name.pair, set()).add(base_language(name.lang))
    for name in names:
        yield replace(name, pair="") if name.pair and len(langs[name.pair]) == 1 else name


def _own_tag(own: str, lang: str) -> str:
    """The tag of a name that says its region beside the column of its language."""
    if not own:
        return lang
    tag = parse_tag(own)
    if base_language(tag) != base_language(lang):
        raise InvalidError(
            _("{own} is no {lang}").format(own=own, lang=lang),
            field="lang",
            fix=_("Put the name into the column of its language."),
        )
    return tag


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
