"""What the heading of a column says, in the words of people and of other programs.

    English, 英文, anglais, en, en_GB                      names in a language
    简体中文, Traditional Chinese, zh-TW                    Chinese, in the script that is said
    English (UK), Chinese_PRC, German_Germany             a language as it is spoken somewhere
    Term [en], translation_fr, 英文名称                     names, said so
    英文缩写, English abbreviation, 中文简称                 names of a type
    en_description, Note [de], 英文备注, fr:note            a fact of the names of one language
    prefLabel_fi, skos:altLabel@en                        the same in words of SKOS
    Source Term, 原文 · Target Term, 译文                   names in the languages of --from and --to
    Notes, 备注 · Definition, 定义 · Entry_Subject …        facts of the row, or of the entry

Source: SKOS reference, sections 5 and 7; headings of files by MateCat, memoQ (docs.memoq.com, "Term base in CSV format"), Crowdin, Lokalise, Phrase, Transifex and
Lingohub as their help pages show them; names of languages, scripts and territories from CLDR, by Babel.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from glossary.formats.locales import tag_of_header
from glossary.model.tags import base_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "FACTS",
    "Column",
    "find_column",
    "find_fact",
    "find_language",
    "plain_title",
    "type_words",
]


class Column(NamedTuple):
    """What a column holds.

    Attributes:
        field: ``name``, ``pinyin``, ``note``, ``source`` …; empty where it is left out.
        lang: Language of the names, or of those the fact belongs to; empty for the whole row. A further column of names
            in one language has its number behind it: ``en#2``.
        title: What it is called in the file.
        type: Of which type its names are, where its heading says so.
        entry: Whether its heading says that it is about the entry.
    """

    field: str
    lang: str = ""
    title: str = ""
    type: str = ""
    entry: bool = False


FACTS = {
    "id": "id entryid conceptid termid identifier 编号 編號 序号 序號 番号 번호",
    "kind": "kind entrytype 类别 類別",
    "review": "review reviewstate",
    "note": "note notes comment comments remark remarks annotation translatorcomments developercomments scopenote 备注 備註 注释 注釋 说明 說明 备考 "
    "remarque remarques commentaire commentaires nota notas comentario comentarios observaciones kommentar kommentare anmerkung anmerkungen "
    "bemerkung bemerkungen hinweis 備考 メモ 注 비고 메모 주석 примечание примечания комментарий",
    "definition": "definition def descr description meaning 定义 定義 释义 釋義 définition définitions définiton definición descripción beschreibung "
    "bedeutung 意味 정의 설명 определение описание",
    "domain": "domain subject subjectfield field category 领域 領域 学科 學科 分类 分類 分野 domaine dominio ámbito campo fachgebiet sachgebiet "
    "bereich thema 분야 область тематика категория",
    "subdomain": "subdomain 子领域",
    "source": "sources reference references ref 来源 來源 出处 出處 出典 quelle quellen fuente fuentes référence références 출처 источник источники",
    "usage": "usage status termstatus usagestatus administrativestatus 状态 狀態 用法 状態 statut estado 상태 статус",
    "type": "type termtype nametype 名称类型 類型 类型 種類 typ tipo 유형 тип",
    "evidence": "evidence 证据 證據",
    "context": "context example examples exampleofuse examplesentence termexample usageexample 例句 语境 語境 例文 用例 exemple exemples contexte "
    "ejemplo contexto beispiel kontext 예문 пример контекст",
    "issuer": "issuer 命名者",
    "from": "from validfrom start 起",
    "to": "to validto end until 止",
    "collection": "collection client clientid customer project projectid 客户 客戶 项目 項目 projet cliente proyecto kunde projekt",
    "case": "casesensitive 区分大小写 區分大小寫",
    "forbidden": "forbidden blacklisted donotuse 禁用",
    "terminfo": "terminfo",
    "pinyin": "pinyin hanyupinyin 拼音 汉语拼音 漢語拼音 ピンイン 병음 пиньинь zhlatnpinyin",
}  # fmt: skip
_SIDES = {
    "from": "src source sourceterm sourcelanguage sourcetext original term headword 原文 原词 源语 源語 术语 術語 用語 原語 terme término termino "
    "origen begriff benennung fachbegriff quelltext ausgangssprache ausgangstext termesource languesource 원문 용어 термин оригинал исходник",
    "to": "tgt dst target targetterm targetlanguage targettext translation translated equivalent 译文 譯文 译名 譯名 目标语 翻译 翻譯 訳語 訳文 翻訳 traduction "
    "termecible languecible traducción destino übersetzung zielsprache zieltext 번역 역어 перевод эквивалент",
}  # fmt: skip
_SCRIPTS = {
    "zh-Hans": "simplified simplifiedchinese chinesesimplified chineseprc chinesechina chinesesimplifiedprc 简体 简体中文 简体字 中文简体 简中 "
    "简化字 chinoissimplifié chinosimplificado vereinfachteschinesisch 簡体字 簡体中国語",
    "zh-Hant": "traditional traditionalchinese chinesetraditional chinesetaiwan chinesetraditionaltaiwan 繁體 繁体 繁體中文 繁体中文 繁體字 "
    "繁体字 正體中文 中文繁體 繁中 chinoistraditionnel chinotradicional 繁体中国語",
    "zh": "chinese mandarin 中文 汉文 汉语 漢語 华语 華語 中文名 中文名称 中文名稱 chinois chino chinesisch chinesischermandarin 中国語 중국어 китайский",
    "en": "english englishname 英文 英语 英語 英文名 英文名称 英文名稱 anglais inglés ingles englisch 영어 английский",
}  # fmt: skip
_NAMES = (
    "term terms name text word source target sourceterm targetterm sourcetext targettext translation translations value preflabel "
    "名 名称 名稱 术语 術語 词 詞 词条 译名 譯名 译文 譯文 原文 翻译 翻譯 用語 名前 "
    "terme traduction término traducción begriff benennung übersetzung 용어 번역 термин перевод"
)
"""What says, beside a language, that a column holds names in it."""
_TYPES = {
    "full": "fullname fullform 全称 全稱 全名",
    "short": "shortname shortform 简称 簡稱",
    "acronym": "acronym acronyms abbreviation abbreviations abbr initialism 缩写 縮寫 缩略语 縮略語 略語",
    "alias": "alias aliases altlabel synonym synonyms alternativename othername 别名 別名 同义词 同義詞 又称 又稱",
    "former": "formername previousname oldname 旧称 舊稱 旧名 舊名 曾用名 原名",
}  # fmt: skip
_TERRITORIES = {
    "uk": "GB",
    "us": "US",
    "usa": "US",
    "prc": "CN",
    "hongkong": "HK",
    "hongkongsar": "HK",
    "macau": "MO",
    "macao": "MO",
}
_WORDS = frozenset(
    ["is", "no", "to", "as", "am", "or", "my", "so", "be", "an", "id", "he", "in", "do"]
)
"""English words that are codes of languages, too: no heading means them by chance."""
_VARIANTS = ("pinyin", "wadegile", "valencia", "ijekavsk", "ekavsk", "tarask", "1901", "1996")
_OF_NAMES = ("lang", "pair", "case")
"""Facts of ours that belong to the names of one language, and mean nothing of a whole row."""
_LOCALES = ("en", "zh", "zh_Hant", "fr", "es", "ja", "de", "ru", "ko", "pt", "it")
_ENTRY = re.compile(r"(?:entry|concept)[\s_.-]*(?=\w)", re.IGNORECASE)
_CUTS = re.compile(r"[\s_/:：.,，@-]+")
_BRACKETED = re.compile(r"(.+?)[\s_-]*[(\[（【](.+?)[)\]）】]\s*\Z", re.DOTALL)
_HAN = re.compile("[\u3400-\u9fff]")
_SKOS = re.compile("skos(?:xl)?:", re.IGNORECASE)
_LONGEST = 80


def plain_title(title: str) -> str:
    """Return a title as the tables above have it: letters and digits only, in lower case.

    >>> plain_title("Sub-Domain ")
    'subdomain'
    """
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
def type_words() -> dict[str, str]:
    """Return what titles and cells call a type of name, in lower case without spaces, and the type.

    >>> type_words()["简称"]
    'short'
    """
    return {word: kind for kind, words in _TYPES.items() for word in words.split()}


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    """Names of languages in several languages, and their codes, as Babel knows them."""
    from babel import Locale

    names: dict[str, str] = {}
    english = Locale.parse("en").languages
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).languages.items():
            if code.split("_")[0] in english and len(code) in (2, 3):
                names.setdefault(plain_title(str(name)), code)
    return names


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """The codes of languages there are: known without what they are called, which takes 12 MB."""
    from babel import Locale

    return frozenset(code for code in map(str, Locale.parse("en").languages) if len(code) in (2, 3))


@lru_cache(maxsize=1)
def _subtag_codes() -> frozenset[str]:
    """The scripts and territories there are."""
    from babel import Locale

    english = Locale.parse("en")
    return frozenset((*english.scripts, *english.territories))


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Names of territories and scripts in several languages, and their subtags."""
    from babel import Locale

    places = dict(_TERRITORIES)
    for locale in _LOCALES:
        found = Locale.parse(locale)
        for code, name in (*found.territories.items(), *found.scripts.items()):
            if len(code) in (2, 4):
                places.setdefault(plain_title(str(name)), code)
    return places


def find_column(title: str) -> Column | None:
    """Return what a title says; nothing where it says nothing known.

    >>> find_column("Term [en]").lang, find_column("en_description")[:2], find_column("English_United_States_Def")[:2]
    ('en', ('definition', 'en'), ('definition', 'en-US'))
    >>> find_column("英文缩写")[:4], find_column("Entry_Subject").field, find_column("Colour")
    (('name', 'en', '英文缩写', 'acronym'), 'domain', None)
    """
    if begin := _SKOS.match(title):
        found = find_column(title[begin.end() :])
        return found._replace(title=title) if found else None
    plain = plain_title(title)
    if not plain or len(title) > _LONGEST:
        return None
    if plain in _known():
        return _known()[plain]._replace(title=title)
    tag = _language(title, plain)
    if tag:
        return Column("pinyin" if tag == "zh-Latn-pinyin" else "name", tag, title)
    return _of_entry(title) or _of_parts(title)


def _language(title: str, plain: str) -> str:
    """The tag of a title that is the code or the name of a language."""
    tag = tag_of_header(title)
    if tag and base_language(tag) in _codes() and all(map(_is_subtag, _subtags(tag))):
        return tag
    known = _known().get(plain)
    if known and known.field == "name":
        return known.lang
    return "" if ":" in title else _languages().get(plain, "")


def _subtags(tag: str) -> list[str]:
    return tag.partition("-x-")[0].split("-")[1:]


def _is_subtag(part: str) -> bool:
    """Whether a part of a code means a script or a place: ``de_note`` has the form of German in some script."""
    if len(part) == 3 and part.isdecimal():
        return True
    return part in _subtag_codes() or part in _VARIANTS


def _of_entry(title: str) -> Column | None:
    begin = _ENTRY.match(title)
    field = find_fact(title[begin.end() :]) if begin else ""
    return Column(field, "", title, entry=True) if field else None


def _of_parts(title: str) -> Column | None:
    """What a title says in two parts, one of them a language."""
    for one, other, bracketed in _parts(title):
        for lang, rest in ((one, other), (other, one)):
            tag = _part_language(lang, bracketed=bracketed)
            found = _beside(tag, rest, title) if tag else None
            if found:
                return found
    base = re.sub(r"\s*[(（].*[)）]\s*\Z", "", title)
    return find_column(base) if base and base != title else None


def _parts(title: str) -> Iterator[tuple[str, str, bool]]:
    """The ways to cut a title in two, and whether the second part stands in brackets."""
    inside = _BRACKETED.match(title)
    if inside:
        yield inside[1], inside[2], True
    for cut in reversed(list(_CUTS.finditer(title))):
        yield title[: cut.start()], title[cut.end() :], ":" in cut[0]
    if _HAN.search(title):
        stripped = title.strip()
        for at in range(1, len(stripped)):
            yield stripped[:at], stripped[at:], False


def _part_language(part: str, *, bracketed: bool) -> str:
    plain = plain_title(part)
    if not plain or (plain in _WORDS and not bracketed):
        return ""
    tag = _language(part.strip(), plain)
    if tag:
        return tag
    for one, other, _bracketed in _parts(part):
        lang = _language(one.strip(), plain_title(one))
        found = _in_place(lang, other) if lang else ""
        if found:
            return found
    return ""


def _in_place(lang: str, place: str) -> str:
    """A language as it is spoken or written somewhere: ``English (United Kingdom)``, ``Chinese_Hong_Kong_S.A.R.``."""
    plain = plain_title(place)
    subtag = _places().get(plain) or _places().get(re.sub("sar(?:china|prc)?$", "", plain), "")
    if not subtag or "-" in lang:
        return ""
    if lang == "zh" and subtag in ("CN", "TW"):
        return "zh-Hans" if subtag == "CN" else "zh-Hant"
    return tag_of_header(f"{lang}_{subtag}")


def _beside(tag: str, rest: str, title: str) -> Column | None:
    plain = plain_title(rest)
    is_fact = title.strip().partition(":")[2].strip() == rest.strip() and find_fact(rest)
    if plain in _NAMES.split() and not is_fact:
        return Column("name", tag, title)
    if plain in type_words():
        return Column("name", tag, title, type_words()[plain])
    field = rest.strip() if rest.strip() in _OF_NAMES else find_fact(rest)
    if field:
        return Column(field, tag, title)
    placed = _in_place(tag, rest)
    return Column("name", placed, title) if placed else None


def find_fact(title: str) -> str:
    """Return the field that a heading means beside names, or an empty text where it means none.

    >>> find_fact("备注"), find_fact("Source"), find_fact("Term status"), find_fact("English")
    ('note', 'source', 'usage', '')
    """
    plain = plain_title(title)
    column = _known().get(plain)
    if column is None or column.field == "name":
        return ""
    if column.field == "side":  # beside languages, "source" is where a name was read
        return "source" if plain == "source" else ""
    return column.field


def find_language(title: str) -> str:
    """Return the language tag that a heading means, or an empty text where it means none.

    >>> find_language("Chinese (Simplified)"), find_language("Englisch"), find_language("Notes")
    ('zh-Hans', 'en', '')
    >>> find_language("English (UK)"), find_language("Chinese_Hong_Kong_S.A.R."), find_language("German_Germany")
    ('en-GB', 'zh-Hant-HK', 'de-DE')
    """
    column = find_column(title)
    return column.lang if column and column.field == "name" else ""
