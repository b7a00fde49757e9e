"""An entry and what a file adds to it: names, sources, notes. Nothing is taken away, nothing is raised.

What the file says of a name that is there: sources not cited yet are added, a note and a context where there is none, what the model has
no word for, and a usage that warns (deprecated, forbidden) where the name was merely admitted. How well a name is known stays as it is.
"""

from __future__ import annotations

from glossary.errors import GlossaryError
from glossary.i18n import _
from glossary.language.fold import signs_of
from glossary.language.keys import query_keys
from glossary.model.dates import spans_overlap
from glossary.model.entries import Entry
from glossary.model.names import Name, NameType, Usage
from glossary.model.sources import footnote
from glossary.model.tags import base_language
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.model.entries import LocalText
    from glossary.model.names import Extra
    from glossary.model.sources import Source

__all__ = ["join", "overruled", "preferred_here", "same_name"]

_WARNING = (Usage.DEPRECATED, Usage.FORBIDDEN)


def same_name(one: Name, other: Name) -> bool:
    """Whether two names of one entry are one: equal under folding, signs included, in one language and script.

    >>> from glossary.model.names import Evidence
    >>> one = Name(text="Ministry A", lang="en", evidence=Evidence.UNSOURCED)
    >>> same_name(one, Name(text="ministry  a", lang="en-GB", evidence=Evidence.UNSOURCED))
    True
    """
    if base_language(one.lang) != base_language(other.lang):
        return False
    if one.text == other.text:
        return True
    return (
        signs_of(one.text) == signs_of(other.text)
        and query_keys(one.text).exact == query_keys(other.text).exact
    )


def join(there: Entry, coming: Entry) -> Entry:
    """Return an entry with what a file adds to it; the same entry where that is nothing.

    Args:
        there: The entry as it is.
        coming: What the file says of it, under any id.

    >>> from glossary.model.entries import Kind
    >>> from glossary.model.names import Evidence
    >>> def name(text, lang):
    ...     return Name(text=text, lang=lang, usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED)
    >>> there = Entry(id="a", kind=Kind.BODY, names=(name("A", "en"),))
    >>> joined = join(there, Entry(id="x", kind=Kind.TERM, names=(name("A", "en"), name("甲", "zh-Hans"))))
    >>> joined.id, [each.text for each in joined.names]
    ('a', ['A', '甲'])
    """
    names = list(there.names)
    known = [source for name in there.names for source in name.sources]
    for name in coming.names:
        at = _place_of(name, names)
        if at is None and _is_rendering(name, there.names):
            continue
        if at is None:
            names.append(_fitted(name, names))
        else:
            names[at] = _enriched(names[at], name, known)
    changes: dict[str, object] = {}
    if names != list(there.names):
        changes["names"] = tuple(names)
    said = [name.note for name in there.names if name.note]
    for field in ("definitions", "notes"):
        texts = _texts(getattr(there, field), getattr(coming, field), said)
        if texts != getattr(there, field):
            changes[field] = texts
    extra = _more_extra(there.extra, coming.extra)
    if extra:
        changes["extra"] = (*there.extra, *extra)
    for field in ("domains", "collections"):
        new = [each for each in getattr(coming, field) if each not in getattr(there, field)]
        if new:
            changes[field] = (*getattr(there, field), *dict.fromkeys(new))
    return replace(there, **changes) if changes else there  # type: ignore[arg-type]


def overruled(there: Entry, coming: Entry) -> list[Name]:
    """Return names that a file warns of and the entry prefers: they stay as they are, and somebody should know.

    Args:
        there: The entry.
        coming: What a file says of it.
    """
    warned = [each for each in coming.names if each.usage in _WARNING]
    places = [_place_of(each, there.names) for each in warned]
    return [
        there.names[at]
        for at in places
        if at is not None and there.names[at].usage is Usage.PREFERRED
    ]


def preferred_here(name: Name) -> GlossaryError:
    """Return what to tell of a name that a file warns of and an entry prefers."""
    return GlossaryError(
        _("the file warns of {name!r}, which is preferred here").format(name=name.text),
        fix=_("It stays so; edit the entry where the file is right."),
    )


def _place_of(name: Name, names: Sequence[Name]) -> int | None:
    """Where a name is among others: the very same first, then the same text, then one equal under folding."""
    same = [at for at, each in enumerate(names) if same_name(each, name)]
    if len(same) > 1:
        text = [at for at in same if (names[at].text, names[at].lang) == (name.text, name.lang)]
        very = [at for at in text if names[at].type is name.type]
        same = very or text or same
    return same[0] if same else None


def _is_rendering(name: Name, names: Sequence[Name]) -> bool:
    """Whether a name is what is derived from another: the other script of it, as a file of one script holds it."""
    return any(
        rendering.text == name.text and base_language(rendering.lang) == base_language(name.lang)
        for each in names
        for rendering in each.renderings
    )


def _fitted(name: Name, names: Sequence[Name]) -> Name:
    """A new name as it can stand beside others: second where a preferred one is there, without a lone pair."""
    changes: dict[str, object] = {"pair": ""} if name.pair else {}
    rivals = [
        each
        for each in names
        if each.lang == name.lang
        and each.usage is Usage.PREFERRED
        and spans_overlap(each.days, name.days)
    ]
    if rivals and name.usage is Usage.PREFERRED:
        changes["usage"] = Usage.ADMITTED
    if rivals and name.type is NameType.FULL:
        changes["type"] = NameType.ALIAS
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]


def _enriched(name: Name, coming: Name, known: Sequence[Source]) -> Name:
    changes: dict[str, object] = {}
    new = [each for each in coming.sources if not _is_cited(each, known)]
    if new:
        changes["sources"] = (*name.sources, *new)
    if coming.note and _plain(coming.note) not in _plain(name.note):
        changes["note"] = f"{name.note}\n{coming.note}" if name.note else coming.note
    extra = _more_extra(name.extra, coming.extra)
    if extra:
        changes["extra"] = (*name.extra, *extra)
    if coming.context is not None and name.context is None:
        changes["context"] = coming.context
    if coming.usage in _WARNING and name.usage is Usage.ADMITTED:
        changes["usage"] = coming.usage
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]


def _is_cited(source: Source, known: Sequence[Source]) -> bool:
    """Whether an entry cites a source, or all that a file only repeats in one line (``drafts.cited``)."""
    if any((source.title, source.locator) == (each.title, each.locator) for each in known):
        return True
    if not source.locator.startswith("cited in "):
        return False
    lines = {_plain(line) for each in known for line in (footnote(each), each.title)}
    return _is_made_of(_plain(source.title), lines)


def _more_extra(there: Sequence[Extra], coming: Sequence[Extra]) -> list[Extra]:
    """What a file holds besides, and an entry not yet; white space and language, which files lose, do not count."""
    held = {(each.key, _plain(each.text)) for each in there}
    new = {(each.key, _plain(each.text)): each for each in reversed(coming)}
    return [each for key, each in reversed(new.items()) if key not in held]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _texts(
    there: tuple[LocalText, ...], coming: tuple[LocalText, ...], said: Sequence[str]
) -> tuple[LocalText, ...]:
    """Texts of an entry and those that say more: a file may hold the notes of several names as one note of the entry."""
    known = {_plain(text) for text in (*(each.text for each in there), *said)}
    return (*there, *(each for each in coming if not _is_made_of(_plain(each.text), known)))


def _is_made_of(text: str, known: Iterable[str]) -> bool:
    """Whether a text is nothing but others in a row, with what stands between them."""
    for each in sorted(known, key=len, reverse=True):
        text = text.replace(each, "")
    return not text.strip(" ;,")
