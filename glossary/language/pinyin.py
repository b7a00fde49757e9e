"""Hanyu Pinyin of Chinese names, written by words with tone marks.

Place and generic stand apart (``Héběi Shěng``), a one-syllable head joins the word before it
(``Jìshùtīng``), a longer head stands alone (``Wěiyuánhuì``).  Every word has a capital but 和 与
及 的.  Tones are the dictionary's: 一 is yī and 不 bù everywhere.  Digits, Latin letters,
punctuation and unknown characters stay as they are; white space and line ends too.  Simplified
and Traditional characters may be mixed.

==============================  ========================================
河北省科学技术厅                  Héběi Shěng Kēxué Jìshùtīng
第一机械工业部                    Dì-Yī Jīxiè Gōngyèbù
浚县人民政府                      Xùnxiàn Rénmín Zhèngfǔ
关于印发《通知》的函               Guānyú Yìnfā 《Tōngzhī》 de Hán
习近平                            Xí Jìnpíng
==============================  ========================================

Source: GB/T 16159-2012 and the project's decision docs/decisions/0003-pinyin.md.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.firms import is_firm, own_names, trades_of_products, two_of_two
from glossary.language.grouping import LOWER, Word, grouped
from glossary.language.joins import (
    WATERS,
    behind_places,
    between_places,
    foreign_names,
    is_foreign_part,
    is_water,
    sides_of_provinces,
    water_parts,
)
from glossary.language.persons import after_person, is_listed_person, person_parts, remembered
from glossary.language.readings import Tables, tables
from glossary.language.segment import NUMERALS, segment
from glossary.language.shapes import (
    after_a_city,
    after_their_places,
    is_determined,
    is_name,
    named_college,
    names_another,
    reads_for,
    societies,
)
from glossary.language.syllables import join
from glossary.language.townships import township_names

_OPENING = frozenset("《〈“‘（(〔【［「『[")
_CLOSING = frozenset("》〉”’）)〕】］」』]")
_INTERPUNCTS = frozenset("·・•‧")
_BRACKETS = frozenset("（）()")
_THREE = 3
_SINCE = frozenset(("年前", "年后", "年内", "年来", "月前", "月后", "日前", "日后"))
_AROUND = frozenset("前后内来")
#: What a letter says of which kind a thing is: B 型 肝炎, A 级 景区.
_TYPES = frozenset("型类股级")
_TIGHT = frozenset("、，。；：！？·—…-–/\\&+.,;:!?~～_#@'\"")


def pinyin(text: str) -> str:
    """Return the Hanyu Pinyin of a name or title.

    Args:
        text: Any string; Chinese in either script.
    Returns:
        Words with tone marks and capitals; whatever is not a known Han character stays.
        As many lines as ``text`` has; an empty text gives an empty text.
    Source: GB/T 16159-2012.
    >>> pinyin("河北省科学技术厅")
    'Héběi Shěng Kēxué Jìshùtīng'
    >>> pinyin("西安市第一中学2020年工作计划")
    "Xī'ān Shì Dì-Yī Zhōngxué 2020 Nián Gōngzuò Jìhuà"
    """
    out: list[str] = []
    last = "open"
    pieces = _pieces(text)
    final = len(pieces) - 1
    for at, (span, reading, kind) in enumerate(pieces):
        if kind == "han" or kind == "hyphened":
            # A name may begin with 和 (和歌山) or end with it (仇和); between words it is "and".
            if not (span in LOWER and out and (span == "的" or at < final)):
                reading = reading[0].upper() + reading[1:]
            if kind == "hyphened" or last != "open":
                out.append("-" if kind == "hyphened" else " ")
            last = "word"
        elif kind == "space":
            last = "open"
        elif kind == "mark":
            if span in _OPENING and last == "word":
                out.append(" ")
            last = "open" if span in _OPENING or span in _TIGHT else "closed"
        else:
            if last == "word":
                out.append(" ")
            last = "word"
        out.append(reading)
    return "".join(out)


def syllables(text: str) -> list[str]:
    """Return the syllables of a text with tone marks, lower-case.

    Args:
        text: Any string; Chinese in either script.
    Returns:
        One item for each Han character; a run of Latin letters or digits is one item,
        punctuation is left out, an unknown character stands for itself.
    >>> syllables("西安A股")
    ['xī', 'ān', 'A', 'gǔ']
    """
    out: list[str] = []
    for part in _runs(text):
        if part[1] == "han":
            for word in _words_of(part[0]):
                out += word.syllables
        elif part[1] == "latin":
            out.append(part[0])
    return out


def words(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, each with its reading.

    Args:
        text: Any string; Chinese in either script.
    Returns:
        Pairs of the characters as they stand in ``text`` and their pinyin, lower-case and with
        apostrophes; runs of Latin letters or digits pair with themselves; punctuation is left out.
    >>> words("西安市科技局")
    [('西安', "xī'ān"), ('市', 'shì'), ('科技局', 'kējìjú')]
    """
    return [
        (span, reading) for span, reading, kind in _pieces(text) if kind not in ("space", "mark")
    ]


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """Cut a text into (span, reading, kind): han, hyphened, latin, mark, space."""
    out = []
    runs = _runs(text)
    known = tables()
    firm = len(runs) > 1 and is_firm(text.translate(known.to_hans), known)
    for at, (span, kind) in enumerate(runs):
        if kind == "han":
            beside = {runs[near][0] for near in (at - 1, at + 1) if 0 <= near < len(runs)}
            counted = len(beside) == 2 and beside <= _BRACKETS and NUMERALS.issuperset(span)
            dated = at > 0 and _counts(runs[at - 1][0][-1], span)
            foreign = bool(beside & _INTERPUNCTS)
            for word in _words_of(span, foreign=foreign, counted=counted, dated=dated, firm=firm):
                reading = _joined(word.syllables)
                out.append((word.span, reading, "hyphened" if word.glued else "han"))
        else:
            out.append((span, span, kind))
    return out


def _counts(before: str, span: str) -> bool:
    """Tell whether a figure, or the letter of a type, stands before what it counts: 7 类, B 型."""
    return before.isdigit() or (before.isascii() and before.isalpha() and span[0] in _TYPES)


_joined = lru_cache(maxsize=2048)(join)


def _runs(text: str) -> list[tuple[str, str]]:
    """Cut a text where its kind of character changes; marks stand singly."""
    known = tables()
    if text and all(map(known.chars.__getitem__, text)):
        return [(text, "han")]
    out: list[tuple[str, str]] = []
    start, kind = 0, ""
    chars = known.chars
    for at, char in enumerate(text):
        if chars[char]:
            if kind == "han":
                continue
            now = "han"
        else:
            now = _kind_of(char, known)
            if char == "○" and at and text[at - 1] in NUMERALS:
                now = "han"
            elif kind == "latin" and now == "mark" and _inside_latin(text, at):
                now = "latin"
        if now != kind or now == "mark":
            if at > start:
                out.append((text[start:at], kind))
            start, kind = at, now
    if start < len(text):
        out.append((text[start:], kind))
    return out


def _kind_of(char: str, known: Tables) -> str:
    """The kind of a character that has no default reading."""
    if ord(char) > 0x33FF and known.reading_of(char) is not None:
        return "han"
    if char.isspace():
        return "space"
    if char.isalnum() or ord(char) > 0xFFFF:
        return "latin"
    return "mark"


def _inside_latin(text: str, at: int) -> bool:
    """Tell whether a mark joins Latin letters or digits: ``Xi'an`` ``COVID-19`` ``5.4``."""
    after = text[at + 1 : at + 2]
    return text[at] in "'’-.,/&+_@·" and after.isascii() and after.isalnum()


def _words_of(
    han: str,
    *,
    foreign: bool = False,
    counted: bool = False,
    dated: bool = False,
    firm: bool = False,
) -> tuple[Word, ...]:
    """Read a run of Han characters; an index asks for the same run several times over."""
    return _read_run(han, foreign, counted, dated, firm)


@lru_cache(maxsize=256)
def _read_run(han: str, foreign: bool, counted: bool, dated: bool, firm: bool) -> tuple[Word, ...]:
    """Read a run of Han characters, whichever way it is asked for.

    A run beside an interpunct is a part of a foreign name (迈克·蓬佩奥): one word, unless it holds known words.
    One behind a figure begins with what it counts (2030 年 前), one in a firm's name may be its own: 丽晶维 内衣（深圳）.
    """
    known = tables()
    simple = han.translate(known.to_hans)
    person = () if foreign or counted else person_parts(simple)
    parts = [(text, kind, "") for text, kind in person] or _cut(simple, known, firm)
    if not person:
        parts = after_person(simple, remembered(parts, known), known)
    if counted:
        # (十一) is the eleventh part of a text, not 1 October.
        parts = _number(simple, "number")
    if not (person or dated) and is_name(simple, parts, known):
        parts = [(simple, "word", _name_reading(simple, parts, known))]
    if foreign and is_foreign_part(parts, known):
        parts = [(simple, "transliteration", "")]
    if not _AROUND.isdisjoint(simple):
        parts = _since(parts, dated)
    if "为" in simple:
        parts = [
            (
                text,
                kind,
                "wèi" if text == "为" and kind == "char" and reads_for(parts, at) else listed,
            )
            for at, (text, kind, listed) in enumerate(parts)
        ]
    parts = between_places(after_their_places(parts, known), known)
    if dated and parts[0][1] == "char":
        # What a figure counts: 7 类 中重 稀土.
        parts = [(parts[0][0], "counted", parts[0][2]), *parts[1:]]
    out: list[Word] = []
    at = 0
    for text, kind, listed in parts:
        span = han[at : at + len(text)]
        at += len(text)
        out.append(Word(span, text, _read(text, span, kind, listed), kind, kind == "glued"))
    return tuple(out if person else grouped(out, known))


def _cut(simple: str, known: Tables, firm: bool = False) -> list[tuple[str, str, str]]:
    """Segment, then cut what is written in parts: text, kind, and its reading where listed."""
    out: list[tuple[str, str, str]] = []
    pieces = segment(simple)
    ends = firm
    firm = firm or is_firm(simple, known)
    if firm and "业" in simple:
        pieces = trades_of_products(pieces, known)
    if len(pieces) > 1:
        pieces = behind_places(foreign_names(sides_of_provinces(pieces), known), known)
        pieces = township_names(pieces, known)
    if "学会" in simple:
        pieces = societies(pieces)
    if "长" in simple:
        pieces = after_a_city(pieces)
    if simple.endswith("学院"):
        pieces = named_college(pieces)
    if firm:
        pieces = own_names(pieces, known, ends)
    elif len(pieces) == _THREE:
        pieces = two_of_two(pieces, known)
    whole = known.parts
    for at, (text, kind) in enumerate(pieces):
        if text == "奖" and at and is_listed_person(pieces[at - 1][0], known):
            out.append((text, "word", ""))
        elif (
            (kind == "place" or text[-1] in WATERS)
            and text not in whole
            and is_water(pieces, at, known)
        ):
            out[-1:] = water_parts(out[-1] if out else ("", "", ""), text, known)
        elif is_determined(text, kind, known):
            out += [(text[0], "word", ""), (text[1], "word", "")]
        elif kind == "char" or (kind == "word" and text not in whole):
            out.append((text, kind, ""))
        elif kind == "place" and names_another(pieces, at, known, firm):
            out.append((text, kind, known.readings.get(text, "")))
        elif kind == "ordinal":
            out += [("第", "ordinal", ""), *_number(text[1:], "glued")]
        elif kind == "number":
            out += _number(text, "number")
        elif kind == "placed":
            out += [(text[:-1], "place", ""), (text[-1], "generic", "")]
        elif text in whole:
            out += _parted(text, kind)
        else:
            out.append((text, kind, ""))
    return out


def _since(parts: list[tuple[str, str, str]], dated: bool) -> list[tuple[str, str, str]]:
    """Part what a number counts from before and after: 十 年 前, 2030 年 前; 年前 alone is before the New Year."""
    out: list[tuple[str, str, str]] = []
    counts = dated
    for text, kind, listed in parts:
        if counts and text in _SINCE:
            out += [(text[0], "word", ""), (text[1], "word", "")]
        else:
            out.append((text, kind, listed))
        counts = kind == "number" or text in NUMERALS
    return out


def _name_reading(simple: str, parts: list[tuple[str, str, str]], known: Tables) -> str:
    """Read such a name by its parts, its last character as a suffix: 李娃传."""
    out: list[str] = []
    for text, kind, listed in parts:
        out += _read(text, text, kind, listed)
    if len(parts[-1][0]) == 1:
        out[-1] = known.readings.get("-" + simple[-1]) or out[-1]
    return " ".join(out)


@lru_cache(maxsize=1024)
def _parted(text: str, kind: str) -> tuple[tuple[str, str, str], ...]:
    """Give each part of a listed word its kind and reading; separators stand between parts."""
    known = tables()
    parts = known.parts[text].replace("/", " / ").replace("-", " - ").split(" ")
    listed = known.readings.get(text, "").split(" ")
    out = []
    at = 0
    for separator, part in zip(("", *parts[1::2]), parts[::2], strict=True):
        generic = bool(at) and len(part) == 1 and kind == "place"
        now = "glued" if separator == "-" else "generic" if generic else kind
        out.append((part, now, " ".join(listed[at : at + len(part)])))
        at += len(part)
    return tuple(out)


def _number(text: str, kind: str) -> list[tuple[str, str, str]]:
    """Cut a number as the standard writes it: 十一 to 九十九 whole, hundreds and years apart."""
    if not any(char in "十百千万亿" for char in text):
        pieces = list(text)
    else:
        pieces, start = [], 0
        for at, char in enumerate(text):
            if char in "百千万亿" and text[at + 1 : at + 2] not in tuple("百千万亿"):
                pieces.append(text[start : at + 1])
                start = at + 1
        pieces.append(text[start:])
    first, *rest = [piece for piece in pieces if piece]
    return [(first, kind, ""), *((piece, "number", "") for piece in rest)]


@lru_cache(maxsize=4096)
def _read(text: str, span: str, kind: str, listed: str) -> tuple[str, ...]:
    """Read one word: as it is listed where it stands, by its own reading, else character by character."""
    known = tables()
    if kind == "given" and text[0] == "少":
        # 郭少春, as in 少年; "few" is in no given name.
        return ("shào", *_read(text[1:], span[1:], "char", "")) if len(text) > 1 else ("shào",)
    listed = listed or known.readings.get("/" + text if kind == "surname" else text, "")
    if listed:
        return tuple(listed.split(" "))
    sounds = known.readings if kind == "transliteration" else {}
    out = [
        sounds.get("~" + simple) or known.reading_of(char) or known.reading_of(simple) or char
        for char, simple in zip(span, text, strict=True)
    ]
    if kind == "place" and len(text) > 2 and not known.is_place(text):
        # A township no list holds keeps the words in it: 油坊店, 上磨坊.
        for at in range(len(text) - 1):
            listed = known.readings.get(text[at : at + 2], "")
            if listed:
                out[at : at + 2] = listed.split(" ")
                break
    return tuple(out)


__all__ = ["NUMERALS", "pinyin", "syllables", "words"]
