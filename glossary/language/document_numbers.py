"""Numbers that documents are cited by: 国发〔2015〕28号, Guofa [2015] No. 28, Order No. 752 of the State Council, GB/T 2260-2007.

A number has a series, often a year, and a serial number in it. The series of a letter is a code of its issuer (国发, 法释); that of an
order or an announcement is its issuer's name and what it is (国务院令, 商务部公告). In English a code is written in pinyin, an
issuer by its name.  Source: GB/T 9704-2012, 7.2.5, and the Working Regulations for Official Documents of Party and
Government Organs (2012), article 9, for letters; orders and announcements as their issuers number them.
"""

from __future__ import annotations

import re
from collections import namedtuple

from glossary.language.fold import fold
from glossary.language.han import han_form, has_han
from glossary.language.numerals import han_value, in_figures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple

    class Numbered(NamedTuple):
        """A number as it is asked for.

        Attributes:
            series: The code of a letter, or who issued an order, as it is written; ``gbt`` of a standard.
            kind: What an order or announcement is called behind its issuer in Chinese; empty for a letter.
            year: Its year; empty where none is said.
            serial: Which of its series it is.
        """

        series: str
        kind: str
        year: str
        serial: str

else:
    # typing is not loaded on the way to a lookup.
    Numbered = namedtuple("Numbered", "series kind year serial")

__all__ = ["LONGEST", "Numbered", "number_key", "number_keys", "parse_number"]

LONGEST = 120
"""Characters beyond which nothing is a number."""
_KINDS = ("公告", "通告", "令")
_ENGLISH_KINDS = {"order": "令", "decree": "令", "announcement": "公告", "public notice": "公告"}

_BRACKETED_YEAR = re.compile(r"[〔\[(【]\s*(\d{4})\s*年?\s*[〕\])】]")
_BRACKETS = str.maketrans("", "", "〔〕[]()【】 ")
_COUNTRY = "中华人民共和国"
_HAN_YEAR = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_CHINESE = re.compile(
    r"([一-鿿、]+?)(?:(\d{4})年)?(?:第?(\d{1,5})|第([〇○零一二三四五六七八九十百千]{1,7}))号(令?)"
)
_STANDARD = re.compile(r"([a-z]+(?:/[a-z]+)?) ?(\d+(?:\.\d+)*)(?: ?- ?(\d{4}))?")

_YEAR = r"[\[(〔]?(?P<{0}>(?:19|20)\d\d)[\])〕]?"
_COUNT = r"(?:(?:no\.?|number|#) ?|(?<=\border )|(?<=\bdecree ))(?P<{0}>\d{{1,5}})"
_ENGLISH_NUMBER = re.compile(
    rf"\(?(?:{_YEAR.format('y1')},? ?{_COUNT.format('n1')}|{_COUNT.format('n2')}(?:,? ?(?:of )?{_YEAR.format('y2')})?)\)?(?![\d-])"
)
_CODE = re.compile("[a-z]+(?: [a-z]+)*")
_ISSUER = re.compile(
    rf"(?:(?P<kind>{'|'.join(_ENGLISH_KINDS)})(?: of| by)? (?:the )?(?P<of>.+)|(?:the )?(?P<before>.+?)(?:'s)? (?P<behind>{'|'.join(_ENGLISH_KINDS)}))"
)


def number_keys(number: str) -> tuple[str, ...]:
    """Return what a document's number is found by: it, its first issuer's, a letter's code in pinyin, a standard without its year.

    Args:
        number: The number in Chinese, or of a standard, as an entry has it.

    >>> number_keys("国发〔2015〕28号"), number_keys("商务部、海关总署公告2020年第1号")
    (('国发 2015 28', 'guofa 2015 28'), ('商务部、海关总署公告 2020 1', '商务部公告 2020 1'))
    >>> number_keys("GB/T 2260-2007"), number_keys("见附件")
    (('gbt 2007 2260', 'gbt 2260'), ())
    """
    parsed = parse_number(number)
    if parsed is None:
        return ()
    series, kind, year, serial = parsed
    keys = [number_key(series + kind, year, serial)]
    first = series.partition("、")[0]
    if first != series:
        keys.append(number_key(first + kind, year, serial))
    if year and not has_han(series):
        keys.append(number_key(series, "", serial))
    elif year and not kind:
        from glossary.language.pinyin import syllables

        code = fold("".join(syllables(series)))
        keys.append(number_key(code, year, serial))
    return tuple(keys)


def number_key(series: str, year: str, serial: str) -> str:
    """Return the key of a number of a series.

    >>> number_key("国务院令", "", "752")
    '国务院令 752'
    """
    return " ".join(filter(None, (series, year, serial)))


def parse_number(text: str) -> Numbered | None:
    """Return what a text says that is a document's number alone, in Chinese or in English; nothing for any other text.

    Args:
        text: A text of any length.

    >>> parse_number("國務院令（第七百五十二号）"), parse_number("農業部令二〇〇七年第8號")
    (Numbered(series='国务院', kind='令', year='', serial='752'), Numbered(series='农业部', kind='令', year='2007', serial='8'))
    >>> parse_number("Guo Fa [2015] No. 28"), parse_number("Order of the State Council No. 752")
    (Numbered(series='guofa', kind='', year='2015', serial='28'), Numbered(series='state council', kind='令', year='', serial='752'))
    >>> parse_number("Made in China 2025"), parse_number("石家庄市第2中学")
    (None, None)
    """
    if len(text) > LONGEST or not any(map(str.isnumeric, text)):
        return None
    plain = fold(text)
    return _parse_chinese(han_form(plain)) if has_han(plain) else _parse_english(plain)


def _parse_chinese(plain: str) -> Numbered | None:
    dated = _BRACKETED_YEAR.sub(r"\1年", plain).translate(_BRACKETS)
    found = _CHINESE.fullmatch(_HAN_YEAR.sub(lambda year: in_figures(year[0]), dated))
    if found is None:
        return None
    series, year, figures, characters, order = found.groups(default="")
    value = han_value(figures or characters)
    series = (series + order).removeprefix(_COUNTRY)
    kind = next((each for each in _KINDS if series.endswith(each)), "")
    series = series.removesuffix(kind)
    # Letters are counted anew each year: without it none is meant.
    return Numbered(series, kind, year, str(value)) if value and series and (year or kind) else None


def _parse_english(plain: str) -> Numbered | None:
    standard = _STANDARD.fullmatch(plain)
    if standard and (standard[3] or "/" in standard[1]):
        series, serial, year = standard.groups(default="")
        return Numbered(series.replace("/", ""), "", year, serial)
    found = _ENGLISH_NUMBER.search(plain)
    if found is None:
        return None
    year, serial = found["y1"] or found["y2"] or "", str(int(found["n1"] or found["n2"]))
    rest = " ".join((plain[: found.start()] + plain[found.end() :]).split())
    issued = _ISSUER.fullmatch(rest)
    if issued:
        kind = _ENGLISH_KINDS[issued["kind"] or issued["behind"]]
        return Numbered(issued["of"] or issued["before"], kind, year, serial)
    code = _CODE.fullmatch(rest)
    return Numbered(rest.replace(" ", ""), "", year, serial) if code and year else None
