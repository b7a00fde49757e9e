"""What the columns of a table hold: by ``--map``, by the names in its first row, else by what stands in them.

    English, 英文, anglais, en, en_GB          names in a language
    简体中文, Traditional Chinese, zh-TW        Chinese, in the script that is said
    Source Term, 原文 · Target Term, 译文       names in the languages of --from and --to
    Pinyin, 拼音                               the pinyin of the Chinese name beside it
    Notes, 备注 · Definition, 定义 · Status …   facts of the names, or of the entry
    fr:note, zh:source                         a fact of the names of one language

A fact that stands behind several languages in turn (Notes, Example of use) belongs to the language before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from glossary.errors import InputError, InvalidError
from glossary.formats.locales import parse_locale, tag_of_header
from glossary.i18n import _
from glossary.model.tags import parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.formats.options import Options

__all__ = [
    "Column",
    "by_content",
    "by_header",
    "by_map",
    "find_fact",
    "find_language",
    "looks_like_header",
]


class Column(NamedTuple):
    """What a column holds.

    Attributes:
        field: ``name``, ``pinyin``, ``note``, ``source`` …; empty where it is left out.
        lang: Language of the names, or of those the fact belongs to; empty for the whole row.
        title: What it is called in the file.
    """

    field: str
    lang: str = ""
    title: str = ""


FACTS = {
    "id": "id entryid conceptid termid identifier 编号 編號 序号",
    "kind": "kind entrytype 类别 類別",
    "review": "review reviewstate",
    "note": "note notes comment comments remark remarks annotation 备注 備註 注释 注釋 说明 說明 备考 remarque note nota notas kommentar anmerkung",
    "definition": "definition def description 定义 定義 释义 釋義 définition definición",
    "domain": "domain subject subjectfield field 领域 領域 学科 學科 domaine fachgebiet",
    "subdomain": "subdomain 子领域",
    "source": "sources reference references ref 来源 來源 出处 出處 quelle fuente",
    "usage": "usage status termstatus usagestatus administrativestatus 状态 狀態 用法",
    "type": "type termtype nametype 名称类型 類型 类型",
    "evidence": "evidence 证据 證據",
    "context": "context example examples exampleofuse examplesentence 例句 语境 語境 exemple",
    "issuer": "issuer 命名者",
    "from": "from validfrom start 起",
    "to": "to validto end until 止",
    "collection": "collection client customer project 客户 客戶 项目 項目",
    "forbidden": "forbidden blacklisted donotuse 禁用",
    "pinyin": "pinyin hanyupinyin 拼音 汉语拼音 漢語拼音 zhlatnpinyin",
}  # fmt: skip
_SIDES = {
    "from": "source sourceterm sourcelanguage original term headword 原文 原词 源语 源語 术语 術語",
    "to": "target targetterm targetlanguage translation equivalent 译文 譯文 译名 譯名 目标语 翻译 翻譯",
}
_SCRIPTS = {
    "zh-Hans": "simplified simplifiedchinese chinesesimplified chineseprc chinesechina 简体 简体中文 简体字 中文简体 简中 chinoissimplifié",
    "zh-Hant": "traditional traditionalchinese chinesetraditional chinesetaiwan 繁體 繁体 繁體中文 繁体中文 繁體字 繁体字 正體中文 中文繁體 繁中",
    "zh": "chinese mandarin 中文 汉语 漢語 华语 華語 中文名 中文名称 中文名稱 chinois chino chinesisch",
    "en": "english englishname 英文 英语 英語 英文名 英文名称 英文名稱 anglais inglés englisch",
}  # fmt: skip
_REPEATED = ("note", "context", "source", "usage", "type", "evidence", "issuer", "definition")
_HAN = re.compile("[\u3400-\u9fff]")


def _plain(title: str) -> str:
    """A title as the tables above have it: letters and digits only, in lower case."""
    return "".join(char for char in normalize("NFC", title).casefold() if char.isalnum())


@lru_cache(maxsize=1)
def _known() -> dict[str, Column]:
    known: dict[str, Column] = {}
    for field, table in (("", FACTS), ("name", _SCRIPTS), ("side", _SIDES)):
        for key, words in table.items():
            column = Column(field, key) if field else Column(key)
            for word in words.split():
                known.setdefault(word, column)
    return known


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    """Names of languages in several languages, and their codes, as Babel knows them."""
    from babel import Locale

    names: dict[str, str] = {}
    english = Locale.parse("en").languages
    for locale in ("en", "zh", "zh_Hant", "fr", "es", "ja", "de"):
        for code, name in Locale.parse(locale).languages.items():
            if code.split("_")[0] in english and len(code) in (2, 3):
                names.setdefault(_plain(str(name)), code)
    return names


def _column(title: str) -> Column | None:
    """What a title says; nothing where it says nothing known."""
    plain = _plain(title)
    if not plain:
        return None
    if plain in _known():
        return _known()[plain]._replace(title=title)
    tag = tag_of_header(title)
    if tag and tag.split("-")[0] in set(_languages().values()):
        return Column("pinyin" if tag == "zh-Latn-pinyin" else "name", tag, title)
    lang, colon, fact = title.strip().partition(":")
    if colon and tag_of_header(lang) and _plain(fact) in _known():
        return Column(_known()[_plain(fact)].field, tag_of_header(lang), title)
    if plain in _languages():
        return Column("name", _languages()[plain], title)
    base = re.sub(r"\s*[(（].*[)）]\s*\Z", "", title)
    return _column(base) if base and base != title else None


def find_fact(title: str) -> str:
    """Return the field that a heading means beside names, or an empty text where it means none.

    >>> find_fact("备注"), find_fact("Source"), find_fact("Term status"), find_fact("English")
    ('note', 'source', 'usage', '')
    """
    plain = _plain(title)
    column = _known().get(plain)
    if column is None or column.field == "name":
        return ""
    return _fact_beside_languages(column._replace(title=title)).field


def find_language(title: str) -> str:
    """Return the language tag that a heading means, or an empty text where it means none.

    >>> find_language("Chinese (Simplified)"), find_language("Englisch"), find_language("Notes")
    ('zh-Hans', 'en', '')
    """
    column = _column(title)
    return column.lang if column and column.field == "name" else ""


def looks_like_header(cells: Sequence[str]) -> bool:
    """Whether a row names columns: two of its cells are known names, or all that hold anything.

    >>> looks_like_header(["English", "中文", "Colour"]), looks_like_header(["house", "房子"])
    (True, False)
    """
    told = [cell for cell in cells if cell.strip()]
    found = [column for column in map(_column, told) if column]
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
    columns = [_column(cell) or Column("", "", cell) for cell in cells]
    sides = [column for column in columns if column.field == "side"]
    if any(column.field == "name" for column in columns):
        # Beside languages, "source" is where a name was read, and "term" nothing more than a heading.
        columns = [_fact_beside_languages(column) for column in columns]
    elif sides:
        columns = [
            _side(column, options) if column.field == "side" else column for column in columns
        ]
    return _led(columns)


def _fact_beside_languages(column: Column) -> Column:
    if column.field != "side":
        return column
    return column._replace(field="source" if _plain(column.title) == "source" else "", lang="")


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
        counts[column.field] = counts.get(column.field, 0) + 1
    lang, found = "", []
    for at, column in enumerate(columns):
        if column.field == "name":
            lang = column.lang
        elif (
            column.field in _REPEATED
            and not column.lang
            and lang
            and (counts[column.field] > 1 or at < last_name)
        ):
            column = column._replace(lang=lang)
        found.append(column)
    return found


def by_map(text: str, cells: Sequence[str]) -> tuple[list[Column], bool]:
    """Return the columns of a table as ``--map`` says, and whether its first row is a header.

    Args:
        text: ``English=en,中文=zh-Hans``, or by number, ``1=en,2=zh``.
        cells: The first row.
    Raises:
        InputError: It names a column that is not there, or means nothing known.

    >>> by_map("1=en,3=zh", ["a", "b", "c"])[0]
    [Column(field='name', lang='en', title='1'), Column(field='', lang='', title='b'), Column(field='name', lang='zh', title='3')]
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
    return columns, has_header


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
