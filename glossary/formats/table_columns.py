"""What the columns of a table hold: by ``--map``, by the names in its first row (``table_headings``); else by what stands in them
(``table_content``).

A fact that stands behind several languages in turn (Notes, Example of use) belongs to the language before it.
"""

from __future__ import annotations

import re

from glossary.errors import InputError, InvalidError
from glossary.formats.locales import parse_locale, tag_of_header
from glossary.formats.table_headings import FACTS, Column, find_column, find_fact
from glossary.i18n import _
from glossary.model.tags import parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.formats.options import Options

__all__ = [
    "Column",
    "by_header",
    "by_map",
    "looks_like_header",
    "map_header_at",
]


_REPEATED = (
    *("note", "context", "source", "usage", "type", "evidence", "issuer", "definition", "terminfo", "case"),
)  # fmt: skip


def looks_like_header(cells: Sequence[str]) -> bool:
    """Whether a row names columns: two of its cells are known names, or all that hold anything.

    >>> looks_like_header(["English", "中文", "Colour"]), looks_like_header(["house", "房子"])
    (True, False)
    """
    told = [cell for cell in cells if cell.strip()]
    found = [column for column in map(find_column, told) if column]
    named = any(column.field in ("name", "side") for column in found)
    return bool(told) and named and (len(found) >= 2 or len(found) == len(told))


def by_header(cells: Sequence[str], options: Options) -> list[Column]:
    """Return the columns of a table by its first row.

    Args:
        cells: The row.
        options: ``from`` and ``to`` say what is source and target, where the row says only that.
    Raises:
        InputError: It says only that, and the options say nothing.
    """
    columns = [find_column(cell) or Column("", "", cell) for cell in cells]
    langs = {column.lang for column in columns if column.field == "name"}
    sides = [column for column in columns if column.field == "side"]
    if langs:
        columns = [_beside_languages(column, options, lone=len(langs) == 1) for column in columns]
    elif sides:
        columns = [
            _side(column, options) if column.field == "side" else column for column in columns
        ]
        langs = {column.lang for column in columns if column.field == "name"}
    if _is_catalog(cells):
        columns = [
            Column("", "", column.title) if column.field in ("id", "context") else column
            for column in columns
        ]
    # "is_forbidden" is no fact of Icelandic names where there are none.
    columns = [
        Column("", "", column.title)
        if column.lang and column.field not in ("name", "pinyin") and column.lang not in langs
        else column
        for column in columns
    ]
    return _led(_numbered(columns))


def _is_catalog(cells: Sequence[str]) -> bool:
    """Whether a table is a catalog of messages, whose contexts and ids tell messages apart and are no examples."""
    titles = {cell.strip().lower() for cell in cells}
    return {"location", "source", "target", "context"} <= titles


def _beside_languages(column: Column, options: Options, *, lone: bool) -> Column:
    """A side beside languages: "source" is where a name was read, "term" the name of an entry that has its names beside it.

    Beside one language alone it is the other one, and that must be said; beside several it may be.
    """
    if column.field != "side":
        return column
    field = find_fact(column.title)
    if not field and (lone or (column.lang == "from" and options.value("from"))):
        return _side(column, options)
    return column._replace(field=field, lang="")


def _numbered(columns: Sequence[Column]) -> list[Column]:
    """Tell several columns of names in one language apart, so that what follows each is a fact of its names."""
    counts: dict[str, int] = {}
    found = []
    for column in columns:
        if column.field == "name":
            counts[column.lang] = counts.get(column.lang, 0) + 1
            if counts[column.lang] > 1:
                column = column._replace(lang=f"{column.lang}#{counts[column.lang]}")
        found.append(column)
    return found


def _side(column: Column, options: Options) -> Column:
    given = options.value(column.lang)
    if not given:
        raise InputError(
            _("the column {title!r} does not say its language").format(title=column.title),
            fix=_("Say it with --from and --to, or with --map."),
        )
    return Column("name", parse_locale(given).tag, column.title)


def _led(columns: list[Column]) -> list[Column]:
    """Lead facts that stand behind several languages in turn to the language before them."""
    last_name = max((at for at, column in enumerate(columns) if column.field == "name"), default=-1)
    counts: dict[str, int] = {}
    for column in columns:
        if not column.lang:
            counts[column.field] = counts.get(column.field, 0) + 1
    lang, found = "", []
    for at, column in enumerate(columns):
        if column.field == "name":
            lang = column.lang
        elif (
            column.field in _REPEATED
            and not column.lang
            and not column.entry
            and lang
            and (counts[column.field] > 1 or at < last_name)
        ):
            column = column._replace(lang=lang)
        found.append(column)
    return found


def map_header_at(text: str, rows: Sequence[Sequence[str]], default: int) -> int:
    """Return which of the first rows has the titles that a map names; the default where it names none, or none has.

    >>> map_header_at("Englisch=en,Fremd=zh", [["Liste"], ["Englisch", "Fremd"]], 0)
    1
    """
    titles = {part.rpartition("=")[0].strip() for part in re.split(r"[,，\n]", text) if "=" in part}
    titles = {title for title in titles if not title.isdecimal()}
    return next((at for at, row in enumerate(rows) if titles and titles <= set(row)), default)


def by_map(text: str, cells: Sequence[str]) -> tuple[list[Column], bool]:
    """Return the columns of a table as ``--map`` says, and whether its first row is a header.

    Args:
        text: ``English=en,中文=zh-Hans``, or by number, ``1=en,2=zh``.
        cells: The first row.
    Raises:
        InputError: It names a column that is not there, or means nothing known.

    >>> [column[:3] for column in by_map("1=en,3=zh", ["a", "b", "c"])[0]]
    [('name', 'en', '1'), ('', '', 'b'), ('name', 'zh', '3')]
    """
    columns = [Column("", "", cell) for cell in cells]
    titles = [cell.strip() for cell in cells]
    has_header = False
    for part in filter(None, (each.strip() for each in re.split(r"[,，\n]", text))):
        title, equals, meaning = part.rpartition("=")
        title = title.strip()
        if not equals or not title:
            raise InputError(
                _("--map: {part!r} is no column").format(part=part),
                fix=_("Write it like 'English=en,中文=zh-Hans,Source=source'."),
            )
        if title in titles:
            at, has_header = titles.index(title), True
        elif title.isdecimal() and title.isascii() and 1 <= int(title[:6]) <= len(titles):
            at = int(title) - 1
        else:
            raise InputError(
                _("--map: there is no column {title!r}").format(title=title),
                fix=_("The first row has: {titles}.").format(titles=", ".join(titles)),
            )
        columns[at] = _meant(meaning.strip(), title)
    if not any(column.field == "name" for column in columns):
        raise InputError(
            _("--map names no column of names"), fix=_("Give a language: 'English=en'.")
        )
    return _numbered(columns), has_header


def _meant(meaning: str, title: str) -> Column:
    if meaning in FACTS:
        return Column(meaning, "", title)
    if meaning in ("-", "skip"):
        return Column("", "", title)
    lang, colon, fact = meaning.partition(":")
    try:
        if colon and fact in FACTS:
            return Column(fact, parse_tag(lang), title)
        tag = tag_of_header(meaning) or parse_tag(meaning)
    except InvalidError as error:
        raise InputError(
            _("--map: {meaning!r} is neither a language nor a field").format(meaning=meaning),
            why=str(error),
            fix=_("Fields are: {fields}.").format(fields=", ".join(FACTS)),
        ) from None
    return Column("pinyin" if tag == "zh-Latn-pinyin" else "name", tag, title)
