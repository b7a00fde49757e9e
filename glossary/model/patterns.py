"""A pattern: an entry whose names have slots, from which names that no list holds are derived.

A pattern *makes* a symbol (``body``, ``field``, ``document`` …); its names are that symbol in each language, with slots
in braces: ``{place.adj} Department of {field}`` and ``{place}{field}厅``. A slot is declared by one line::

    NAME[:SYMBOL] [KEY=VALUE[,VALUE…]] …

``place level=provincial type=省,自治区`` is a place of that level and one of these types; ``unit:office`` is a slot named
``unit`` filled by what makes ``office``; a key that names another slot with ``@`` asks for a feature by that slot's
place: ``field @place=厅`` is a field that has a 厅 where the place is. Features are lines ``KEY=VALUE[,VALUE…]``
that the slots of other patterns may ask for. A pattern with no slot is a word.

Which symbols there are, and what a slot may ask of a word, only all patterns together tell: ``glossary.patterns``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model.names import Name

__all__ = [
    "FORMS",
    "PatternFacts",
    "Slot",
    "check_pattern_names",
    "make_slot",
    "parse_slot",
    "slots_in",
]

FORMS = ("", "adj", "attr", "count", "full", "one", "the")
"""How what fills a slot stands in a name: ``Hebei``, ``Hebei Provincial``, ``Hebei Province``; ``the State Council``."""

PLACE_KEYS = ("level", "type", "group", "code", "within")
"""What a slot may ask of a place."""

_SYMBOL = re.compile(r"[a-z][a-z-]{0,39}")
_KEY = re.compile(r"@?[a-z][a-z-]{0,39}|\d{6}[a-z]{0,20}", re.ASCII)
_SLOT = re.compile(r"\{([a-z][a-z-]*)(?:\.([a-z]+))?\}")
_LIMIT = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slot:
    """A slot of a pattern: its name, what fills it, and what is asked of that; made by ``make_slot``, alike ones once."""

    name: str
    symbol: str
    asks: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFacts:
    """What a pattern makes, its slots, its features, and where its rule holds.

    Attributes:
        makes: The symbol.
        slots: One line for each slot, as in the module's docstring.
        features: One line for each feature.
        jurisdiction: GB/T 2260 code of the place whose bodies the rule binds; empty for everywhere.

    >>> PatternFacts(makes="body", slots=("place level=county",)).slots
    ('place level=county',)
    """

    makes: str
    slots: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    jurisdiction: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.makes, str) or not _SYMBOL.fullmatch(self.makes):
            raise InvalidError(
                _("a pattern makes {symbol!r}, which is no symbol").format(symbol=self.makes),
                field="makes",
                fix=_("Write small letters and hyphens: body, field, document."),
            )
        seen: set[str] = set()
        for at, line in enumerate(self.slots):
            slot = parse_slot(line, f"slots[{at}]")
            if slot.name in seen:
                raise InvalidError(
                    _("slot {name!r} is declared twice").format(name=slot.name),
                    field=f"slots[{at}]",
                    fix=_("Give one of them another name: parent:place."),
                )
            seen.add(slot.name)
        for at, line in enumerate(self.features):
            parse_feature(line, f"features[{at}]")
        if self.jurisdiction and not re.fullmatch(r"\d{6}", self.jurisdiction, re.ASCII):
            raise InvalidError(
                _("place {place!r} is not a GB/T 2260 code").format(place=self.jurisdiction),
                field="jurisdiction",
                fix=_("Write six digits, in quotes."),
            )


def parse_slot(line: str, field: str = "slots") -> Slot:
    """Return the slot a line declares.

    Args:
        line: ``NAME[:SYMBOL] [KEY=VALUE[,VALUE…]] …``.
        field: Its path, for the message.
    Raises:
        InvalidError: The line is malformed, or asks of a place what no place has.

    >>> parse_slot("place level=provincial type=省,自治区").asks
    (('level', ('provincial',)), ('type', ('省', '自治区')))
    """
    head, *rest = line.split() if isinstance(line, str) else [""]
    name, colon, symbol = head.partition(":")
    symbol = symbol if colon else name
    if not (_SYMBOL.fullmatch(name) and _SYMBOL.fullmatch(symbol)):
        raise InvalidError(
            _("{line!r} declares no slot").format(line=line),
            field=field,
            fix=_("Write a name and what is asked of it: 'place level=provincial'."),
        )
    asks = tuple(parse_feature(item, field) for item in rest)
    for key, _values in asks:
        if symbol == "place" and key not in PLACE_KEYS and not key.startswith("@"):
            raise InvalidError(
                _("nothing is known of a place called {key!r}").format(key=key),
                field=field,
                fix=_("Known are: {known}.").format(known=", ".join(PLACE_KEYS)),
            )
    return make_slot(name, symbol, asks)


@lru_cache(maxsize=4096)
def make_slot(name: str, symbol: str, asks: tuple[tuple[str, tuple[str, ...]], ...]) -> Slot:
    """Return a slot; the same object for the same name, symbol and asks.

    >>> make_slot("place", "place", ()) is make_slot("place", "place", ())
    True
    """
    return Slot(name=name, symbol=symbol, asks=asks)


def parse_feature(line: str, field: str = "features") -> tuple[str, tuple[str, ...]]:
    """Return key and values of ``KEY=VALUE[,VALUE…]``.

    Raises:
        InvalidError: It is malformed.

    >>> parse_feature("province=厅")
    ('province', ('厅',))
    """
    key, equals, values = line.partition("=") if isinstance(line, str) else ("", "", "")
    if not (equals and _KEY.fullmatch(key) and all(values.split(","))):
        raise InvalidError(
            _("{line!r} is not KEY=VALUE").format(line=line),
            field=field,
            fix=_("Write it as level=county or type=省,自治区."),
        )
    return key, tuple(values.split(","))


def slots_in(text: str) -> list[tuple[str, str]]:
    """Return (name, form) of the slots in a pattern's name, in order.

    Raises:
        InvalidError: A brace is left over, or a form is unknown.

    >>> slots_in("{place.adj} Department of {field}")
    [('place', 'adj'), ('field', '')]
    """
    found = _SLOT.findall(text)
    if _SLOT.sub("", text).strip("{}") != _SLOT.sub("", text) or "{" in _SLOT.sub("", text):
        raise InvalidError(
            _("a brace in {text!r} encloses no slot").format(text=text),
            field="text",
            fix=_("Write a slot as its name in braces."),
        )
    for _name, form in found:
        if form not in FORMS:
            raise InvalidError(
                _("{form!r} is no form of a slot").format(form=form),
                field="text",
                fix=_("Known are: {known}.").format(known=", ".join(filter(None, FORMS))),
            )
    return [(name, form) for name, form in found]


def check_pattern_names(facts: PatternFacts, names: Iterable[Name]) -> None:
    """Check that every name of a pattern binds each of its slots, once.

    Raises:
        InvalidError: A name has a slot too many, too few or twice, or there is none in one of the two languages.
    """
    declared = sorted(parse_slot(line).name for line in facts.slots)
    languages = set()
    for at, name in enumerate(names):
        field = f"names[{at}].text"
        languages.add("zh" if name.is_chinese else "en" if name.is_english else "")
        try:
            used = sorted(slot for slot, _form in slots_in(name.text))
        except InvalidError as error:
            error.field = field
            raise
        if used == declared:
            continue
        for slot in used:
            if slot not in declared:
                raise InvalidError(
                    _("slot {slot!r} of {name!r} is not declared").format(
                        slot=slot, name=name.text
                    ),
                    field=field,
                    fix=_("Declare it in 'slots', or take it out."),
                )
        unbound = [slot for slot in declared if used.count(slot) != 1]
        raise InvalidError(
            _("{name!r} does not bind slot {slot!r} once").format(name=name.text, slot=unbound[0]),
            field=field,
            fix=_("Every name of a pattern has each of its slots, once."),
        )
    if not {"zh", "en"} <= languages:
        raise InvalidError(
            _("a pattern has a Chinese and an English name"),
            field="names",
            fix=_("Write both, with the same slots."),
        )
    if len(declared) > _LIMIT:
        raise InvalidError(
            _("a pattern has at most {limit} slots").format(limit=_LIMIT),
            field="slots",
            fix=_("Make a pattern of a part of it."),
        )
