"""The parts a TBX file is made of: what each element is for, its text, its place, the source it names."""

from __future__ import annotations

from collections import defaultdict

from glossary.errors import InvalidError
from glossary.formats.drafts import cited
from glossary.formats.ledgers import Fate
from glossary.formats.tbx.categories import CATEGORIES
from glossary.formats.tbx.fragments import LEGACY, PREFIX, as_dca, extra_key, extra_text
from glossary.formats.tbx.words import read_language
from glossary.formats.texts import clean_line, clean_prose
from glossary.formats.xml_input import local_name
from glossary.i18n import _
from glossary.model.entries import Kind
from glossary.model.names import Evidence, Extra
from glossary.model.rules import NAME_LIMIT
from glossary.model.sources import checked_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input
    from glossary.formats.tbx.terms import Term
    from glossary.formats.xml_places import XmlItem
    from glossary.model.entries import LocalText
    from glossary.model.sources import Source

__all__ = [
    "CATEGORY",
    "GROUP",
    "LANG",
    "NOTE",
    "OTHER",
    "PLACEHOLDERS",
    "TERM",
    "TEXT",
    "TYPED",
    "WRAPPER",
    "Concept",
    "PartReader",
]

LANG, TERM, TEXT, TYPED, CATEGORY, NOTE, GROUP, WRAPPER, OTHER = range(9)
"""What an element is for: a section, a term, its text, a category by its type or its name, a note, a group …"""

_ROLES = {
    **dict.fromkeys(("langSec", "langSet", "langGroup"), LANG),
    **dict.fromkeys(("termSec", "tig", "ntig", "termGroup"), TERM),
    **dict.fromkeys(("termNote", "descrip", "admin", "ref", "xref", "transac"), TYPED),
    **dict.fromkeys(("descripNote", "adminNote", "transacNote"), TYPED),
    **dict.fromkeys(("descripGrp", "adminGrp", "termNoteGrp"), GROUP),
    "termGrp": WRAPPER,
    "term": TEXT,
    "note": NOTE,
}
UNTYPED = frozenset(("termNote", "descrip", "admin", "ref", "xref"))
"""What means nothing without a type."""
PLACEHOLDERS = frozenset(("-", "–", "—"))


class Concept:
    """What was gathered of one concept."""

    definitions: tuple[LocalText, ...] = ()
    notes: tuple[LocalText, ...] = ()
    domains: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    extra: tuple[Extra, ...] = ()
    problems: tuple[InvalidError, ...] = ()

    def __init__(self) -> None:
        self.terms: list[Term] = []


class PartReader:
    """Reads the parts of the concepts of one file.

    Args:
        file: The file.
        language: The language of what says none, as the root gives it.
        ours: Whether the file says that this program wrote it, so that ids and tags are ours.
    """

    def __init__(self, file: Input, language: str, *, ours: bool) -> None:
        self._file = file
        self._ours = ours
        self._line: Callable[[str], str] = str if ours else clean_line
        self._prose: Callable[[str], str] = str if ours else clean_prose
        self._says_kind = file.options.given("kind")
        self._kind = Kind(file.options.value("kind") or "term")
        self._evidence = Evidence(file.options.value("evidence") or "unsourced")
        collection = file.options.value("collection")
        self._collections = (collection,) if collection else ()
        self._roles: dict[str, tuple[int, str]] = {}
        self._languages: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._count = 0
        self._kept: defaultdict[str, int] = defaultdict(int)
        self._item: XmlItem | None = None
        self._concept = Concept()
        self._default = self._language_of(language)

    def _role(self, element: Element) -> tuple[int, str]:
        found = self._roles.get(element.tag)
        if found is None:
            local = local_name(element.tag)
            role = _ROLES.get(local, CATEGORY if local in CATEGORIES or local in LEGACY else OTHER)
            if element.tag.startswith("{") and role == OTHER and not local.endswith("Grp"):
                role = CATEGORY
            found = self._roles[element.tag] = role, LEGACY.get(local, ("", local))[1]
        return (found[0], element.get("type", "")) if found[0] == TYPED else found

    def _group_sources(self, group: Element) -> tuple[Source, ...]:
        """The sources given in a group; whatever else stands in it is told as dropped."""
        sources = []
        for child in group[1:]:
            source = self._source(child) if self._role(child)[1] == "source" else None
            if source:
                sources.append(source)
            else:
                self._file.ledger.add(
                    local_name(child.tag), Fate.DROPPED, _("said of a definition or a context")
                )
        return tuple(sources)

    def _source(self, element: Element) -> Source | None:
        text = clean_line(self._text(element))
        if not text or text in PLACEHOLDERS or self._item is None:
            return None
        place = self._item.element.get("id") or f"line {self._item.line}"
        self._kept["sources"] += 1
        locator = f"cited in {self._file.name}, {place}"
        if (
            text.isprintable()
            and len(text) < NAME_LIMIT
            and place.isprintable()
            and len(place) < 200
        ):
            return checked_source(text, locator, self._file.day)  # as ``cited``, all of it sound
        return cited(text, self._file, clean_line(place))

    def _extra(
        self,
        element: Element,
        of: Concept | Term,
        lang: str,
        fate: Fate = Fate.KEPT,
        detail: str = "",
    ) -> None:
        """Keep what the model has no word for."""
        plain = as_dca(element)
        if plain.tag in UNTYPED and not plain.get("type"):
            self._file.warn(
                InvalidError(
                    _("<{element}> does not say of what type it is").format(element=plain.tag)
                ),
                *self._place(element),
            )
        key, text = extra_key(plain), self._prose(extra_text(plain))
        if text.strip():
            of.extra += (Extra(key=key, text=text, lang=lang),)
            self._file.ledger.add(key.removeprefix(PREFIX), fate, detail or _("kept as extra"))

    def _language_of(self, tag: str) -> str:
        if self._ours:
            from glossary.model.tags import parse_tag

            found = parse_tag(tag)
        else:
            found = read_language(tag)
        self._languages[tag] = found
        return found

    def _text(self, element: Element) -> str:
        if not len(element):
            return element.text or ""
        self._file.ledger.add(
            f"{local_name(element.tag)}.{local_name(element[0].tag)}",
            Fate.MAPPED,
            _("to plain text, without its marks"),
        )
        return "".join(element.itertext())

    def _place(self, element: Element) -> tuple[int, int]:
        assert self._item is not None
        return self._item.place_of(element)

    def _wrong(self, concept: Concept, element: Element, error: InvalidError | str) -> None:
        if isinstance(error, str):
            error = InvalidError(error)
        line, column = self._place(element)
        error.at(self._file.path, line, column)
        concept.problems += (error,)
