"""What term bases call the status and the type of a term, and what that is here; and the language tags they write.

    preferredTerm-admn-sts, preferredTerm, preferred                       preferred
    notRecommended, deprecatedTerm, obsolete                               deprecated
    forbidden, do not use                                                  forbidden
    supersededTerm-admn-sts                                                deprecated, of a former name
    en_US, C, zh_TW, zh-CHS                                                en-US, en, zh-Hant, zh-Hans

Source: the value lists of ISO 30042 (2008 and 2019), ISO 12620, TermWeb, Terminologue, Weblate and LTAC's test files.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.errors import InvalidError
from glossary.model.names import NameType, Usage
from glossary.model.tags import parse_tag

__all__ = [
    "PLAIN_STATUSES",
    "PLAIN_TYPES",
    "STATUS_CATEGORIES",
    "STATUS_OF_USAGE",
    "SUPERSEDED",
    "TERM_TYPE_OF",
    "is_latin",
    "read_language",
    "read_status",
    "read_type",
]

STATUS_CATEGORIES = frozenset(
    (
        *("administrativeStatus", "usageStatus", "normativeAuthorization", "termStatus"),
        *("language-planningQualifier", "Usage status", "status", "Status"),
    )
)
"""Categories in which a term's usage is told."""

SUPERSEDED = "supersededTerm-admn-sts"
STATUS_OF_USAGE = {
    Usage.PREFERRED: "preferredTerm-admn-sts",
    Usage.ADMITTED: "admittedTerm-admn-sts",
    Usage.DEPRECATED: "deprecatedTerm-admn-sts",
    Usage.FORBIDDEN: "deprecatedTerm-admn-sts",
}
TERM_TYPE_OF = {
    NameType.FULL: "fullForm",
    NameType.SHORT: "shortForm",
    NameType.ACRONYM: "acronym",
    NameType.VARIANT: "variant",
}

PLAIN_STATUSES = {
    word: usage for usage, word in STATUS_OF_USAGE.items() if usage is not Usage.FORBIDDEN
}
"""What the words of the standard mean that mean one thing alone."""
PLAIN_TYPES = {word: type_ for type_, word in TERM_TYPE_OF.items()}

_USAGES = {
    **dict.fromkeys(("preferred", "recommended", "mainterm", "headterm"), Usage.PREFERRED),
    **dict.fromkeys(
        (
            *("admitted", "accepted", "acceptable", "allowed", "approved", "provisional"),
            *("proposed", "new", "nonstandardized", "standardized", "regulated", "legal"),
        ),
        Usage.ADMITTED,
    ),
    **dict.fromkeys(
        ("deprecated", "notrecommended", "obsolete", "superseded", "nonstandard", "avoid"),
        Usage.DEPRECATED,
    ),
    **dict.fromkeys(("forbidden", "donotuse", "prohibited", "blacklisted"), Usage.FORBIDDEN),
}
_TYPES = {
    **dict.fromkeys(("fullform", "full", "entryterm", "mainterm", "mainentryterm"), NameType.FULL),
    **dict.fromkeys(("shortform", "short", "abbreviation", "abbreviatedform"), NameType.SHORT),
    **dict.fromkeys(("acronym", "initialism"), NameType.ACRONYM),
    **dict.fromkeys(("variant", "spellingvariant", "orthographicalvariant"), NameType.VARIANT),
    **dict.fromkeys(("synonym", "quasisynonym", "alias"), NameType.ALIAS),
    **dict.fromkeys(("former", "formername", "historical"), NameType.FORMER),
}
_SEPARATORS = re.compile(r"[\s_-]+")
_ENGLISH = frozenset(("c", "posix"))
_CHINESE = {
    **dict.fromkeys(("zh-cn", "zh-sg", "zh-chs", "cmn-hans", "zh-my"), "zh-Hans"),
    **dict.fromkeys(("zh-tw", "zh-cht", "cmn-hant"), "zh-Hant"),
    **dict.fromkeys(("zho", "chi", "cmn"), "zh"),
    "zh-hk": "zh-Hant-HK",
    "zh-mo": "zh-Hant-MO",
}


def _key(word: str) -> str:
    word = _SEPARATORS.sub("", word.strip().lower()).removesuffix("admnsts")
    return word.removesuffix("term") if word not in ("entryterm", "mainterm") else word


@lru_cache(maxsize=1000)
def read_status(word: str) -> tuple[Usage, NameType | None] | None:
    """Return what a status means: the usage, and the type where it tells that too; ``None`` where nobody knows.

    >>> read_status("notRecommended")[0].value, read_status("supersededTerm-admn-sts")[1].value
    ('deprecated', 'former')
    >>> read_status("Draft (data missing)")
    """
    key = _key(word)
    usage = _USAGES.get(key)
    if usage is None:
        return None
    return usage, NameType.FORMER if key == "superseded" else None


@lru_cache(maxsize=1000)
def read_type(word: str) -> NameType | None:
    """Return what a type of term is here; ``None`` where there is no such.

    >>> read_type("initialism").value, read_type("formula")
    ('acronym', None)
    """
    return _TYPES.get(_SEPARATORS.sub("", word.strip().lower()))


def read_language(tag: str) -> str:
    """Return a language tag of a file as BCP 47, Chinese by its script.

    Raises:
        InvalidError: It is none.

    >>> read_language("en_US"), read_language("C"), read_language("zh-TW"), read_language("zh-HANT-hk")
    ('en-US', 'en', 'zh-Hant', 'zh-Hant-HK')
    """
    text = tag.strip().replace("_", "-").partition(".")[0]
    low = text.lower()
    if low in _ENGLISH:
        return "en"
    if low in _CHINESE:
        return _CHINESE[low]
    try:
        return parse_tag(text)
    except InvalidError as error:
        error.what = error.what.replace(repr(text), repr(tag))
        raise


def is_latin(text: str) -> bool:
    """Whether the letters of a text are Latin, as in pinyin; marks such as 《》 may be of any script.

    >>> is_latin("《Guówùyuàn》"), is_latin("トウキョウ")
    (True, False)
    """
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and max(letters) < "\u0250"
