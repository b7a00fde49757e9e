"""What each element of TBX version 3 may hold, and which attributes it may have.

Content is written as in a grammar: ``term (termNote|termNoteGrp)* AUX``; ``OTHER`` is an element of another namespace,
a category in DCT style. Where an element holds text, the elements that may stand in it are listed.

Source: ISO 30042:2019, as the core schema of LTAC Global states it (``TBXcoreStructV03``), read 2026-11-25.
"""

from __future__ import annotations

import re

__all__ = ["ATTRIBUTES", "CONTENT", "IN_TEXT", "REQUIRED", "TYPED", "code_of", "is_date", "is_id"]

_AUX = (
    "((descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref)*"
    "|(note|adminGrp|descripGrp|transacGrp|OTHER)*)"
)
_LINKS = "((admin|adminGrp|transacGrp|note|ref|xref)*|(adminGrp|transacGrp|note|OTHER)*)"  # of a termNoteGrp
_MODELS = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc encodingDesc? revisionDesc?",
    "fileDesc": "titleStmt? publicationStmt? sourceDesc+",
    "titleStmt": "title note*",
    "publicationStmt": "p+",
    "sourceDesc": "p+",
    "encodingDesc": "p+",
    "revisionDesc": "change+",
    "change": "p+",
    "text": "body back?",
    "conceptEntry": f"{_AUX} langSec+",
    "langSec": f"{_AUX} termSec+",
    "termSec": f"term ((termNote|termNoteGrp)*|OTHER*) {_AUX}",
    "termNoteGrp": f"(termNote|OTHER) {_LINKS}",
    "descripGrp": (
        "(descrip (descripNote|admin|adminGrp|transacGrp|note|ref|xref)*"
        "|OTHER (note|adminGrp|transacGrp|OTHER)*)"
    ),
    "adminGrp": "(admin (adminNote|note|ref|xref)*|OTHER (note|OTHER)*)",
    "transacGrp": "(transac (transacNote|date|note|ref|xref)*|OTHER (date|note|OTHER)*)",
    "back": "refObjectSec*",
    "refObjectSec": "refObject+",
    "refObject": "(itemSet|itemGrp|item)+",
    "itemSet": "(item|itemGrp)+",
    "itemGrp": f"item {_LINKS}",
}
_NOTE_TEXT = frozenset(("hi", "foreign", "sc", "ec", "ph"))
IN_TEXT: dict[str, frozenset[str]] = {
    **dict.fromkeys(("p", "item", "note", "admin", "descrip", "termNote", "foreign"), _NOTE_TEXT),
    "term": frozenset(("hi",)),
    **dict.fromkeys(
        (
            "title",
            "hi",
            "ref",
            "xref",
            "transac",
            "transacNote",
            "adminNote",
            "descripNote",
            "date",
        ),
        frozenset(),
    ),
}
"""Elements that hold text, and the elements that may stand in it."""
TYPED = frozenset(
    (
        *("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac"),
        *("transacNote", "xref"),
    )
)
"""Elements of DCA style whose type names the category."""

_CATEGORY = frozenset(("id", "xml:lang", "target", "datatype", "type", "module"))
_ID = frozenset(("id",))
_ID_LANG = frozenset(("id", "xml:lang"))
_SHOWN = frozenset(("id", "disp", "equiv", "subType", "type"))
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(TYPED - {"xref"}, _CATEGORY),
    "xref": frozenset(("id", "target", "type", "module")),
    **dict.fromkeys(
        ("note", "title", "titleStmt", "sourceDesc", "revisionDesc", "change"), _ID_LANG
    ),
    "foreign": _ID_LANG,
    "p": _ID_LANG | {"type"},
    **dict.fromkeys(("item", "itemSet", "refObjectSec"), frozenset(("id", "type"))),
    "hi": frozenset(("target", "xml:lang", "type")),
    "sc": _SHOWN | {"isolated", "target"},
    "ec": _SHOWN | {"isolated", "target", "startRef"},
    "ph": _SHOWN,
    "langSec": frozenset(("xml:lang",)),
    "tbx": frozenset(("style", "type", "xml:lang")),
}
"""The attributes of each element; all others have an id alone."""
REQUIRED = {
    "conceptEntry": ("id",),
    "langSec": ("xml:lang",),
    "tbx": ("style", "type", "xml:lang"),
    "refObjectSec": ("type",),
    "xref": ("type", "target"),
    "sc": ("id",),
    "ec": ("id", "startRef"),
    **dict.fromkeys(TYPED - {"xref"}, ("type",)),
}
"""Attributes that must be there."""

HI_TYPES = frozenset(
    ("entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math")
)
"""What <hi> may be for."""
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")

_NAMES = sorted(
    {
        *re.findall(r"[A-Za-z]+", " ".join(_MODELS.values())),
        *_MODELS,
        *IN_TEXT,
        *("sc", "ec", "ph"),
    }
)
_CODES = {name: chr(0x4E00 + at) for at, name in enumerate(_NAMES)}


def code_of(name: str) -> str:
    """Return the character by which an element stands in a content; one that stands nowhere for an unknown one.

    >>> CONTENT["adminGrp"].fullmatch(code_of("admin") + code_of("note")) is not None
    True
    """
    return _CODES.get(name, "?")


CONTENT = {
    name: re.compile(re.sub(r"[A-Za-z]+", lambda found: code_of(found[0]), model).replace(" ", ""))
    for name, model in _MODELS.items()
}
"""For each element that holds elements alone, the pattern its content must match, by ``code_of``."""

_NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*\Z")
_DATE = re.compile(r"-?\d{4,}-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?\Z", re.ASCII)


def is_id(text: str) -> bool:
    """Return whether a text can be an id of XML: no digit first, no space, no colon.

    >>> is_id("c1"), is_id("_2020"), is_id("1c"), is_id("a b"), is_id("a:b")
    (True, True, False, False, False)
    """
    return _NCNAME.match(text) is not None


def is_language(text: str) -> bool:
    """Return whether a text has the form of a language tag, as XML Schema wants it.

    >>> is_language("zh-Hans"), is_language("c1"), is_language("")
    (True, False, False)
    """
    return _LANGUAGE.match(text) is not None


def is_date(text: str) -> bool:
    """Return whether a text is a date of XML Schema.

    >>> is_date("2010-04-17"), is_date("2010-04"), is_date("2010-02-31")
    (True, False, False)
    """
    found = _DATE.match(text.strip())
    if not found:
        return False
    from glossary.errors import InvalidError
    from glossary.model.dates import parse_date

    try:
        parse_date(text.strip()[:10])
    except InvalidError:
        return False
    return True
