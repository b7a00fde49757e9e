"""English names of one school in other words: *Binzhou Medical College* and *Binzhou Medical University* are both 滨州医学院.

Schools translate 学院 as College, Institute or University and 师范 as Normal or Teachers', and change the word every few
years; reports go on with the old one or make up their own. The Chinese name decides: a College is a 学院, a University a
大学, and where *Physical Education* is put for *Sport* there is a 体育 in it. Names of technology are left alone: 科技, 理工,
工业 and 工程 are told apart by nothing but the English word a school has chosen.
"""

from __future__ import annotations

import re
from itertools import product

__all__ = ["institute_in_full", "may_be_called", "school_forms"]

_ENDINGS = {
    "college": ("学院", "专科学校"),
    "institute": ("学院",),
    "university": ("大学",),
}
_FIELDS = (
    ("师范", ("normal", "teacher")),
    ("民族", ("minzu", "nationality", "ethnic")),
    ("体育", ("sport", "physical education", "physical culture")),
)
"""For a word of the Chinese name what English names have for it, in the compared form."""
_INSTITUTE = "研究所"
_TOLD_BY_THE_WORD = re.compile(
    r"\b(?:technology|technological|polytechnic|engineering|industry|industrial)\b"
)
_HEAD = re.compile(rf"\b(?:{'|'.join(_ENDINGS)})\b")
_AND_FIELD = re.compile(rf"(?P<place>.+) (?P<head>{'|'.join(_ENDINGS)}) (?:of|for) (?P<field>.+)")
_FIELD_FIRST = re.compile(rf"(?P<field>.+) (?P<head>{'|'.join(_ENDINGS)}) of (?P<place>.+)")


def school_forms(key: str) -> tuple[str, ...]:
    """Return the keys that the name of the same school may have; none for what is no school's name.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.

    >>> school_forms("chizhou college")
    ('chizhou institute', 'chizhou university')
    >>> "hebei agricultural university" in school_forms("agricultural university of hebei")
    True
    >>> "wuhan sport university" in school_forms("wuhan institute of physical education")
    True
    >>> school_forms("nanjing institute of technology"), school_forms("college of law of wuhan university")
    ((), ())
    """
    if len(_HEAD.findall(key)) != 1 or _TOLD_BY_THE_WORD.search(key):
        return ()
    found: list[str] = []
    for place, field in _parts(key):
        for head, same in product(_ENDINGS, _fields(field)):
            found.append(f"{place} {same} {head}" if same else f"{place} {head}")
            if same:
                found += (f"{place} {head} of {same}", f"{place} {head} for {same}")
    return tuple(form for form in dict.fromkeys(found) if form != key)


def institute_in_full(key: str) -> str:
    """Return the Chinese key of an institute with 研究所 where 所 stands for it, an empty text where none does.

    >>> institute_in_full("中国科学院自动化所"), institute_in_full("物理研究所"), institute_in_full("中国科学院")
    ('中国科学院自动化研究所', '', '')
    """
    short = key.endswith(_INSTITUTE[-1]) and not key.endswith(_INSTITUTE)
    return key[:-1] + _INSTITUTE if short else ""


def may_be_called(chinese: str, key: str) -> bool:
    """Return whether a school of a Chinese name may be called what a key says.

    Args:
        chinese: Its name, as ``han_key`` writes it.
        key: An exact key of English.

    >>> may_be_called("池州学院", "chizhou college"), may_be_called("河北农业大学", "hebei agricultural college")
    (True, False)
    >>> may_be_called("武汉体育学院", "wuhan institute of physical education")
    True
    """
    head = _HEAD.search(key)
    if head is None or not chinese.endswith(_ENDINGS[head[0]]):
        return False
    said = f" {key} "
    return all(
        han in chinese for han, words in _FIELDS if any(f" {word} " in said for word in words)
    )


def _parts(key: str) -> list[tuple[str, str]]:
    """The place and the field of a name, read in every way: *Wuhan · Sport* University."""
    both = [match for match in (_AND_FIELD.fullmatch(key), _FIELD_FIRST.fullmatch(key)) if match]
    found = [(match["place"], match["field"]) for match in both]
    before = _HEAD.split(key)
    if not before[1]:
        name = before[0].strip()
        found.append((name, ""))
        for word in (word for _, words in _FIELDS for word in words):
            if name.endswith(f" {word}"):
                found.append((name.removesuffix(f" {word}"), word))
    return [(place, field) for place, field in found if place]


def _fields(field: str) -> tuple[str, ...]:
    return next((words for _, words in _FIELDS if field in words), (field,))
