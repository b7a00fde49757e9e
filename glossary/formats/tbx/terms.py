"""The terms of one concept become names that go together.

no term of a language has a status      the first full one is preferred, further full ones are aliases
two preferred terms of a language       the first stays so, the other is admitted, its status kept as an extra
the same term twice                     one name
"""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.drafts import told_tag
from glossary.formats.ledgers import Fate
from glossary.i18n import _
from glossary.model.names import Evidence, Extra, Name, NameType, Usage, checked_name
from glossary.model.rules import NAME_LIMIT, check_line, check_note
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from glossary.formats.ledgers import Ledger
    from glossary.model.names import Context, Rendering
    from glossary.model.sources import Source

__all__ = ["Term", "checked_terms"]

_FULL, _PREFERRED, _ADMITTED = NameType.FULL, Usage.PREFERRED, Usage.ADMITTED


class Term:
    """What was read of one term."""

    type: NameType | None = None
    usage: Usage | None = None
    note = ""
    sources: tuple[Source, ...] = ()
    context: Context | None = None
    renderings: tuple[Rendering, ...] = ()
    extra: tuple[Extra, ...] = ()

    def __init__(self, text: str, lang: str, element: Element | None = None) -> None:
        self.text = text
        self.lang = lang
        self.element = element


def checked_terms(
    terms: list[Term],
    evidence: Evidence,
    ledger: Ledger,
    place: Callable[[Element], tuple[int, int]],
) -> tuple[Name, ...]:
    """Return the names that terms are.

    Args:
        terms: The terms of one concept.
        evidence: How names are known that cite a source, or all where that needs none.
        ledger: Where to tell what was changed.
        place: Where an element stands, for a problem.
    Raises:
        InvalidError: A term cannot be a name; it has its line and column.

    >>> from glossary.formats.ledgers import Ledger
    >>> names = checked_terms([Term("A", "en"), Term("B", "en")], Evidence.UNSOURCED, Ledger(), lambda _: (1, 1))
    >>> [(name.text, name.usage.value, name.type.value) for name in names]
    [('A', 'preferred', 'full'), ('B', 'admitted', 'alias')]
    """
    names: list[Name] = []
    needs_source = evidence.needs_source
    told = {term.lang for term in terms if term.usage is not None}
    preferred: set[str] = set()
    seen: set[tuple[str, str, NameType]] = set()
    distinct = len({term.text for term in terms}) == len(terms)
    for term in terms if distinct else _joined(terms, ledger):
        try:
            text = term.text  # clean, so that no more than these can be wrong with it
            if not text.isprintable() or len(text) > NAME_LIMIT or text != text.strip():
                check_line(text, "term")
            if term.note:
                check_note(term.note, "note")
        except InvalidError as error:
            if term.element is not None:
                error.line, error.column = place(term.element)
            raise
        lang = told_tag(term.lang, text)
        usage, type_ = term.usage, term.type or _FULL
        if usage is None or usage is _PREFERRED:
            usage, type_ = _standing(term, lang, told, preferred, ledger)
        if not distinct:
            key = (text, lang, type_)
            if key in seen:
                ledger.add("names.text", Fate.DROPPED, _("the same term twice in one concept"))
                continue
            seen.add(key)
        known = Evidence.UNSOURCED if needs_source and not term.sources else evidence
        name = checked_name(
            text, lang, type_, usage, known, term.sources, term.note, term.context, term.extra
        )
        names.append(replace(name, renderings=term.renderings) if term.renderings else name)
    return tuple(names)


def _joined(terms: list[Term], ledger: Ledger) -> list[Term]:
    """Make one of terms that are the same, with all that is said of either."""
    once: dict[tuple[str, str, NameType | None], Term] = {}
    for term in terms:
        key = (term.text, term.lang, term.type)
        first = once.setdefault(key, term)
        if first is term:
            continue
        first.usage = first.usage or term.usage
        first.note = "\n".join(dict.fromkeys(part for part in (first.note, term.note) if part))
        first.sources = tuple(dict.fromkeys((*first.sources, *term.sources)))
        first.context = first.context or term.context
        first.extra = tuple(dict.fromkeys((*first.extra, *term.extra)))
        ledger.add("names", Fate.MAPPED, _("the same term twice in one concept is one name"))
    return list(once.values())


def _standing(
    term: Term, lang: str, told: set[str], preferred: set[str], ledger: Ledger
) -> tuple[Usage, NameType]:
    """Usage and type of a term among those before it."""
    usage = term.usage or _ADMITTED
    type_ = term.type or _FULL
    if term.lang not in told and type_ is _FULL:
        if lang in preferred:
            type_ = _FULL if term.type else NameType.ALIAS
        else:
            usage = _PREFERRED
    elif usage is _PREFERRED and lang in preferred:
        usage = _ADMITTED
        term.extra += (Extra(key="tbx:termNote/administrativeStatus", text="preferredTerm"),)
        ledger.add(
            "names.usage", Fate.MAPPED, _("a second preferred term of a language is admitted")
        )
    if usage is _PREFERRED:
        preferred.add(lang)
    return usage, type_
