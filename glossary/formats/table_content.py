"""What the columns of a table without a header hold, by what stands in them; and whether columns hold what they are said to.

Nothing is guessed beyond two languages and remarks: a table of many columns is a table of something, and no glossary until somebody
says which columns are names.
"""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.formats.locales import parse_locale, tag_of_header
from glossary.formats.table_headings import Column
from glossary.i18n import _
from glossary.model.tags import base_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.formats.options import Options

__all__ = ["by_content", "check_scripts", "is_unknown_header"]

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_COLUMNS = 5
_FEWEST_ROWS = 5


def by_content(rows: Iterable[Sequence[str]], options: Options, path: str) -> list[Column]:
    """Return the columns of a table without a header: two languages, then remarks.

    Args:
        rows: Its first rows.
        options: ``from`` and ``to``, where they are given.
        path: The file, for messages.
    Raises:
        InputError: Nobody can tell the languages.

    >>> from glossary.formats.options import Options
    >>> [each.lang for each in by_content([["house", "房子"], ["tree", "树"]], Options(), "x.csv")]
    ['en', 'zh']
    """
    sample = [list(row) for row in rows]
    width = max((len(row) for row in sample), default=0)
    langs = [
        parse_locale(given).tag if (given := options.value(side)) else "" for side in ("from", "to")
    ]
    for at in (0, 1):
        if not langs[at]:
            langs[at] = _lang_of([row[at] for row in sample if len(row) > at])
    codes = _code_columns(sample, width)
    filled = sum(any(row[at].strip() for row in sample if len(row) > at) for at in range(width))
    if filled > _MOST_COLUMNS and options.value("header") != "no":
        raise InputError(
            _("the table has {count} columns, and no row that names them").format(count=filled),
            path=path,
            fix=_("Say what the columns are with --map 'English=en,中文=zh-Hans'."),
        )
    if codes:
        langs = [langs[at] if options.value(side) else codes[at] for at, side in enumerate(("from", "to"))]  # fmt: skip
    if not all(langs) or langs[0] == langs[1] or width < 2:
        raise InputError(
            _("the languages of the columns are not told"),
            path=path,
            fix=_("Say them with --from and --to, or with --map '1=en,2=cs'."),
        )
    columns = [Column("name", lang, str(at + 1)) for at, lang in enumerate(langs)]
    columns += [Column("", "", str(at + 1)) for at in range(2, width)]
    if width > 2 and not codes:
        columns[2] = Column("note", "", "3")
    return columns


def _lang_of(cells: list[str]) -> str:
    """The language of a column, by its script: Chinese by Han without kana, else English where all is ASCII."""
    told = [cell for cell in cells if any(char.isalpha() for char in cell)]
    if not told:
        return ""
    han = sum(bool(_HAN.search(cell)) for cell in told)
    kana = any(re.search("[\u3041-\u30ff\uac00-\ud7af]", cell) for cell in told)
    if han * 10 >= len(told) * 6 and not kana:
        return "zh"
    latin = sum(cell.isascii() for cell in told)
    return "en" if latin * 10 >= len(told) * 9 else ""


def _code_columns(rows: list[list[str]], width: int) -> list[str]:
    """The languages that columns three and four name in every row, as DeepL writes them."""
    if width < 4:
        return []
    found = {tuple(cell.strip().lower() for cell in row[2:4]) for row in rows if len(row) >= 4}
    if len(found) != 1:
        return []
    tags = [tag_of_header(cell) for cell in found.pop()]
    return tags if len(tags) == 2 and all(tags) else []


def is_unknown_header(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row names columns in words that are not known: it alone has no Chinese where all have.

    >>> columns = [Column("name", "en"), Column("name", "zh")]
    >>> is_unknown_header(columns, [["item", "value"], ["a", "甲"], ["b", "乙"], ["c", "丙"]])
    True
    """
    for at, column in enumerate(columns):
        if column.field != "name" or not column.lang.startswith("zh"):
            continue
        cells = [row[at].strip() if len(row) > at else "" for row in rows]
        rest = [cell for cell in cells[1:] if cell]
        if len(rest) > 2 and cells[0] and not _HAN.search(cells[0]) and _share(rest, _HAN) >= 0.9:
            return True
    return False


def check_scripts(columns: Sequence[Column], rows: Iterable[Sequence[str]], path: str) -> None:
    """Refuse columns of names that can hardly be in the language that they are said to be in.

    Args:
        columns: The columns.
        rows: The first rows with names.
        path: The file, for messages.
    Raises:
        InputError: A Chinese column has hardly a Chinese character, or an English one little else.

    >>> check_scripts([Column("name", "zh", "中文")], [["ka"], ["kb"], ["kc"], ["kd"], ["ke"]], "x.csv")
    Traceback (most recent call last):
    glossary.errors.InputError: x.csv: the column '中文' is to be in zh, which its names are not written in. Say what it is with --map.
    """
    sample = list(rows)
    for at, column in enumerate(columns):
        if column.field != "name":
            continue
        cells = [row[at] for row in sample if len(row) > at and any(map(str.isalpha, row[at]))]
        if len(cells) < _FEWEST_ROWS:
            continue
        language = base_language(column.lang.partition("#")[0])
        foreign = (
            language == "zh" and "Latn" not in column.lang and _share(cells, _HAN) < 0.2
        ) or (language == "en" and _share(cells, _EAST_ASIAN) > 0.8)
        if foreign:
            raise InputError(
                _(
                    "the column {title!r} is to be in {lang}, which its names are not written in"
                ).format(title=column.title, lang=column.lang),
                path=path,
                fix=_("Say what it is with --map."),
            )


def _share(cells: Sequence[str], script: re.Pattern[str]) -> float:
    return sum(bool(script.search(cell)) for cell in cells) / len(cells)
