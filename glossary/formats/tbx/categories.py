"""The data categories of TBX and the dialects made of them: one table, which reader, writer and checker share.

    element, type       ``<termNote type="termType">`` in DCA style, ``<basic:termType>`` in DCT style
    module              Core is structure only; min, basic, linguist and ours add categories
    dialect             Core; Min = min; Basic = min + basic; Linguist = min + basic + linguist; Zhengming = all
    level               concept (``conceptEntry``), lang (``langSec``), term (``termSec``)

``TBX-Zhengming`` is a private dialect, as ISO 30042 asks of whoever needs more than a public one has room for: evidence,
validity, relations, issuers. ``docs/tbx.md`` describes each of its categories.

Source: ISO 30042:2019; the modules Min, Basic and Linguist as LTAC Global publishes them (tbxinfo.net), read 2026-11-25.
"""

from __future__ import annotations

from glossary.model.values import dataclass

__all__ = [
    "CATEGORIES",
    "CONCEPT",
    "CORE_NAMESPACE",
    "DIALECTS",
    "LANG",
    "MODULES",
    "NAMESPACES",
    "TERM",
    "Category",
    "Dialect",
]

CORE_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
NAMESPACES = {
    "min": "http://www.tbxinfo.net/ns/min",
    "basic": "http://www.tbxinfo.net/ns/basic",
    "ling": "http://www.tbxinfo.net/ns/linguist",
    "zm": "urn:x-zhengming:tbx:1",
}
"""Namespace of each module, by its usual prefix."""
MODULES = {namespace: prefix for prefix, namespace in NAMESPACES.items()}

CONCEPT, LANG, TERM = "concept", "lang", "term"
_ALL = (CONCEPT, LANG, TERM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One data category.

    Attributes:
        name: Its name: the type in DCA style, the element in DCT style.
        element: The element of DCA style.
        module: Prefix of its module.
        levels: Where it may stand, by itself or in a group.
        values: What it may say; anything where empty.
    """

    name: str
    element: str
    module: str
    levels: tuple[str, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One dialect: its name in a file, and the modules it adds to Core."""

    type: str
    modules: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Return whether a category belongs to the dialect.

        >>> DIALECTS["min"].has("termType"), DIALECTS["basic"].has("termType")
        (False, True)
        """
        found = CATEGORIES.get(name)
        return found is not None and found.module in self.modules


DIALECTS = {
    "core": Dialect(type="TBX-Core", modules=()),
    "min": Dialect(type="TBX-Min", modules=("min",)),
    "basic": Dialect(type="TBX-Basic", modules=("min", "basic")),
    "linguist": Dialect(type="TBX-Linguist", modules=("min", "basic", "ling")),
    "zhengming": Dialect(type="TBX-Zhengming", modules=("min", "basic", "ling", "zm")),
}
"""Dialects of version 3 by the name of the option."""

_LOCATIONS = (
    *("checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage"),
    *("interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider"),
    *("spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType"),
)
_REGISTERS = (
    *("colloquialRegister", "neutralRegister", "technicalRegister", "in-houseRegister"),
    *("bench-levelRegister", "slangRegister", "vulgarRegister"),
)
_STATUSES = tuple(
    f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded")
)

_ROWS: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("administrativeStatus", "termNote", "min", (TERM,), _STATUSES),
    ("partOfSpeech", "termNote", "min", (TERM,), ("noun", "verb", "adjective", "adverb", "other")),
    ("subjectField", "descrip", "min", (CONCEPT,), ()),
    ("customerSubset", "admin", "min", (CONCEPT, TERM), ()),
    ("externalCrossReference", "xref", "min", _ALL, ()),
    (
        *("termType", "termNote", "basic", (TERM,)),
        ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"),
    ),
    ("geographicalUsage", "termNote", "basic", (TERM,), ()),
    (
        *("grammaticalGender", "termNote", "basic", (TERM,)),
        ("masculine", "feminine", "neuter", "other"),
    ),
    ("termLocation", "termNote", "basic", (TERM,), _LOCATIONS),
    ("definition", "descrip", "basic", (CONCEPT, LANG), ()),
    ("context", "descrip", "basic", (TERM,), ()),
    ("source", "admin", "basic", _ALL, ()),
    ("projectSubset", "admin", "basic", (CONCEPT, TERM), ()),
    ("crossReference", "ref", "basic", (CONCEPT, TERM), ()),
    ("xGraphic", "xref", "basic", (CONCEPT, LANG), ()),
    ("transactionType", "transac", "basic", _ALL, ("origination", "modification")),
    ("responsibility", "transacNote", "basic", _ALL, ()),
    (
        *("grammaticalNumber", "termNote", "ling", (TERM,)),
        ("singular", "plural", "dual", "mass", "otherNumber"),
    ),
    ("register", "termNote", "ling", (TERM,), _REGISTERS),
    ("transferComment", "termNote", "ling", (TERM,), ()),
    ("reading", "admin", "ling", (TERM,), ()),
    ("readingNote", "adminNote", "ling", (TERM,), ()),
    # ours; docs/tbx.md
    ("kind", "admin", "zm", (CONCEPT,), ()),
    ("review", "admin", "zm", (CONCEPT,), ()),
    ("level", "admin", "zm", (CONCEPT,), ()),
    ("place", "admin", "zm", (CONCEPT,), ()),
    ("founded", "admin", "zm", (CONCEPT,), ()),
    ("dissolved", "admin", "zm", (CONCEPT,), ()),
    ("documentIssuer", "admin", "zm", (CONCEPT,), ()),
    ("documentNumber", "admin", "zm", (CONCEPT,), ()),
    ("documentDate", "admin", "zm", (CONCEPT,), ()),
    ("documentStatus", "admin", "zm", (CONCEPT,), ()),
    ("documentType", "admin", "zm", (CONCEPT,), ()),
    ("factsOf", "admin", "zm", (CONCEPT,), ("body", "document")),
    ("patternMakes", "admin", "zm", (CONCEPT,), ()),
    ("patternSlot", "admin", "zm", (CONCEPT,), ()),
    ("patternFeature", "admin", "zm", (CONCEPT,), ()),
    ("patternJurisdiction", "admin", "zm", (CONCEPT,), ()),
    ("relation", "descrip", "zm", (CONCEPT,), ()),
    ("remark", "descrip", "zm", (CONCEPT,), ()),
    ("extra", "descrip", "zm", (CONCEPT, TERM), ()),
    ("target", "descripNote", "zm", (CONCEPT,), ()),
    ("instrument", "descripNote", "zm", (CONCEPT,), ()),
    ("start", "descripNote", "zm", (CONCEPT,), ()),
    ("end", "descripNote", "zm", (CONCEPT,), ()),
    ("extraKey", "descripNote", "zm", (CONCEPT, TERM), ()),
    ("nameType", "termNote", "zm", (TERM,), ("alias", "former")),
    ("usage", "termNote", "zm", (TERM,), ("forbidden",)),
    ("evidence", "admin", "zm", (TERM,), ()),
    ("issuer", "admin", "zm", (TERM,), ()),
    ("validFrom", "admin", "zm", (TERM,), ()),
    ("validTo", "admin", "zm", (TERM,), ()),
    ("pair", "admin", "zm", (TERM,), ()),
    ("caseSensitive", "admin", "zm", (TERM,), ("true",)),
    ("position", "admin", "zm", (TERM,), ()),
    ("rendering", "admin", "zm", (TERM,), ()),
    ("generated", "adminNote", "zm", (TERM,), ("true",)),
    ("locator", "adminNote", "zm", _ALL, ()),
    ("publisher", "adminNote", "zm", _ALL, ()),
    ("published", "adminNote", "zm", _ALL, ()),
    ("seen", "adminNote", "zm", _ALL, ()),
    ("licence", "adminNote", "zm", _ALL, ()),
)

CATEGORIES = {
    name: Category(name=name, element=element, module=module, levels=levels, values=values)
    for name, element, module, levels, values in _ROWS
}
"""All data categories we know, by name."""
