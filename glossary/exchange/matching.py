"""Which entry a row of a file is about: by its id, by both languages, by its names; never by an acronym alone.

shares names in two languages with one entry        it is that one
shares a name with one entry, and nothing speaks     it is that one
against it
shares a name, but is called otherwise in another    another one; told, to be looked at
language
shares names with several                            left out, told
shares an acronym and nothing else                   another one; told, to be looked at
has all its names in one entry, though too few to    left out: there is nothing to add
tell that it is that one
names of another kind                                another one
"""

from __future__ import annotations

import re

from glossary.language.keys import query_keys
from glossary.model.names import NameType
from glossary.model.values import dataclass
from glossary.store.filters import Filters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.store.reading import Listed, Reader

    Key = tuple[str, str]
    """Language and folded name."""

__all__ = ["Match", "find_match", "looks_like_acronym"]

_ANY = Filters(statuses=("approved", "proposed", "rejected", "retired"))
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9&.\-/’']{2,9}\Z")
_PER_NAME = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What was found.

    Attributes:
        entry: The entry it is about; ``None`` where it is new, or where nobody can tell.
        similar: An entry that shares a name and is another; empty where none does.
        several: Entries it could be about.
        known: An entry that has all its names, though they are too little to tell that it is meant; nothing is to be added.
    """

    entry: Listed | None = None
    similar: str = ""
    several: tuple[str, ...] = ()
    known: str = ""


def looks_like_acronym(name: Name) -> bool:
    """Whether a name is an acronym, by its type or its look.

    >>> from glossary.model.names import Evidence, Name
    >>> [looks_like_acronym(Name(text=text, lang="en", evidence=Evidence.UNSOURCED)) for text in ("MOST", "Most")]
    [True, False]
    """
    return name.type is NameType.ACRONYM or _ACRONYM.match(name.text) is not None


def find_match(
    reader: Reader, entry: Entry, keys: Sequence[Key], *, by_id: bool, any_kind: bool
) -> Match:
    """Return the entry that a row of a file is about.

    Args:
        reader: The store.
        entry: What the row says.
        keys: For each name of it, in order, its language and its folded form.
        by_id: Whether its id is one of ours.
        any_kind: Whether the file does not say what kind it is.
    """
    if by_id:
        there = reader.get(entry.id)
        if there and _kinds_agree(entry, there, any_kind) and _shared(entry, keys, there.entry):
            return Match(entry=there)
    found: dict[int, Listed] = {}
    for _lang, key in dict.fromkeys(keys):
        rows = reader.names_by("exact", key, _ANY, _PER_NAME)
        found.update(reader.listed(row[1] for row in rows if row[1] not in found))
    own = {_primary(name.lang) for name in entry.names if not looks_like_acronym(name)}
    strong: list[Listed] = []
    whole: list[Listed] = []
    fits: list[Listed] = []
    others: list[Listed] = []
    acronyms: list[Listed] = []
    for there in found.values():
        shared = _shared(entry, keys, there.entry)
        if not shared or not _kinds_agree(entry, there, any_kind):
            continue
        langs = {lang for lang, acronym in shared if not acronym}
        if len(langs) > 1:
            strong.append(there)
            if langs == own:
                whole.append(there)
        elif langs and not _speaks_against(entry, there.entry, {lang for lang, _acronym in shared}):
            fits.append(there)
        elif langs:
            others.append(there)
        else:
            acronyms.append(there)
    if len(strong) == 1 or len(whole) == 1:
        return Match(entry=whole[0] if len(whole) == 1 else strong[0])
    if strong or len(fits) > 1:
        return Match(several=tuple(each.entry.id for each in strong or fits))
    if fits and not others:
        return Match(entry=fits[0])
    near = fits or others or acronyms
    holder = next((each for each in near if _holds(each.entry, entry, keys)), None)
    if holder is not None:
        return Match(known=holder.entry.id)
    return Match(similar=near[0].entry.id if near else "")


def _holds(there: Entry, entry: Entry, keys: Sequence[Key]) -> bool:
    """Whether an entry has every name of another, acronyms and all."""
    known = _known_names(there)
    return all(
        (_primary(tag), key) in known or (_primary(tag), name.text) in known
        for name, (tag, key) in zip(entry.names, keys, strict=True)
    )


def _kinds_agree(entry: Entry, there: Listed, any_kind: bool) -> bool:
    return any_kind or there.entry.kind is entry.kind


def _shared(entry: Entry, keys: Sequence[Key], there: Entry) -> set[tuple[str, bool]]:
    """The languages in which two entries share a name, and whether it is an acronym in either of them."""
    known = _known_names(there)
    shared = set()
    for name, (tag, key) in zip(entry.names, keys, strict=True):
        lang = _primary(tag)
        there_too = [known[place] for place in ((lang, key), (lang, name.text)) if place in known]
        if there_too:
            shared.add((lang, looks_like_acronym(name) or all(there_too)))
    return shared


def _known_names(there: Entry) -> dict[Key, bool]:
    """The names of an entry, folded and as they are, and whether each is an acronym."""
    known: dict[Key, bool] = {}
    for name in there.names:
        acronym, lang = looks_like_acronym(name), _primary(name.lang)
        for text in dict.fromkeys((query_keys(name.text).exact, name.text)):
            known[lang, text] = known.get((lang, text), True) and acronym
    return known


def _speaks_against(entry: Entry, there: Entry, shared: set[str]) -> bool:
    """Whether both have names in a further language, and none in common."""
    own = {_primary(name.lang) for name in entry.names if not looks_like_acronym(name)}
    theirs = {_primary(name.lang) for name in there.names if not looks_like_acronym(name)}
    return bool((own & theirs) - shared)


def _primary(lang: str) -> str:
    return lang.partition("-")[0]
