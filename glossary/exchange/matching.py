"""Which entry a row of a file is about: by its id, by both languages, by its names; never by an acronym or one word alone.

shares names in two languages with one entry        it is that one
shares a name with one entry, and nothing speaks     it is that one
against it
shares a name, but is called otherwise in another    another one; told, to be looked at
language
shares names with several                            left out, told
shares an acronym and nothing else                   another one; told, to be looked at
shares one word and nothing else, as "Report", and   another one; told, to be looked at
is a term or of a kind the file does not say
has all its names in one entry, though too few to    left out: there is nothing to add
tell that it is that one
names of another kind                                another one
names of an entry that the file gives by its id too  another one; told, to be looked at
"""

from __future__ import annotations

import re
from enum import Enum, auto

from glossary.errors import ConflictError
from glossary.i18n import _
from glossary.language.fold import signs_of
from glossary.language.keys import query_keys
from glossary.model.entries import Kind
from glossary.model.names import NameType
from glossary.model.tags import base_language
from glossary.model.values import dataclass
from glossary.store.filters import Filters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.store.reading import Listed, Reader

    Key = tuple[str, str]
    """Language and folded name."""

__all__ = ["Match", "could_be_any", "find_match", "has_namesake", "looks_like_acronym"]

_ANY = Filters(statuses=("approved", "proposed", "rejected", "retired"))
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9&.\-/’']{2,9}\Z")
_WORD = re.compile(r"[\u3400-\u9fff]{1,2}|[^\s\u3400-\u9fff]+")
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


def could_be_any(entry: Entry, ids: tuple[str, ...]) -> ConflictError:
    """Return what to tell of a row that could be about several entries.

    Args:
        entry: What the row says.
        ids: Their ids.
    """
    return ConflictError(
        _("{name!r} could be any of {ids}: left out").format(
            name=entry.names[0].text, ids=", ".join(ids[:5])
        ),
        ids=ids,
        fix=_("Give its id, or its name in another language."),
    )


def looks_like_acronym(name: Name) -> bool:
    """Whether a name is an acronym, by its type or its look.

    >>> from glossary.model.names import Evidence, Name
    >>> [looks_like_acronym(Name(text=text, lang="en", evidence=Evidence.UNSOURCED)) for text in ("MOST", "Most")]
    [True, False]
    """
    return name.type is NameType.ACRONYM or _ACRONYM.match(name.text) is not None


def has_namesake(reader: Reader, keys: Sequence[Key]) -> bool:
    """Whether any entry there is has one of these names: most rows of a new file have none, and are matched with nothing.

    Args:
        reader: The store.
        keys: For each name, its language and its folded form.
    """
    return any(reader.names_by("exact", key, _ANY, 1) for _lang, key in dict.fromkeys(keys))


def find_match(
    reader: Reader,
    entry: Entry,
    keys: Sequence[Key],
    *,
    by_id: bool,
    any_kind: bool,
    others: Container[str] = (),
) -> Match:
    """Return the entry that a row of a file is about.

    Args:
        reader: The store.
        entry: What the row says.
        keys: For each name of it, in order, its language and its folded form.
        by_id: Whether its id is one of ours.
        any_kind: Whether the file does not say what kind it is.
        others: Ids of entries that it is not, whatever it is called: the file tells them apart.
    """
    if by_id:
        there = reader.get(entry.id)
        if there and _kinds_agree(entry, there, any_kind) and _shared(entry, keys, there.entry):
            return Match(entry=there)
    found: dict[int, Listed] = {}
    for _lang, key in dict.fromkeys(keys):
        rows = reader.names_by("exact", key, _ANY, _PER_NAME)
        found.update(reader.listed(row[1] for row in rows if row[1] not in found))
    near: dict[_Tie, list[Listed]] = {tie: [] for tie in _Tie}
    for there in found.values():
        if _kinds_agree(entry, there, any_kind):
            tie = _tie(entry, keys, there.entry, any_kind=any_kind)
            if tie is not _Tie.NONE and there.entry.id != entry.id and there.entry.id in others:
                tie = _Tie.APART
            near[tie].append(there)
    strong, fits = near[_Tie.WHOLE] + near[_Tie.STRONG], near[_Tie.FITS]
    if len(strong) == 1 or len(near[_Tie.WHOLE]) == 1:
        return Match(entry=strong[0])
    if strong or len(fits) > 1:
        return Match(several=tuple(each.entry.id for each in strong or fits))
    if fits and not near[_Tie.OTHER]:
        return Match(entry=fits[0])
    alike = fits or near[_Tie.OTHER] or near[_Tie.WEAK]
    holder = next((each for each in alike if _holds(each.entry, entry, keys)), None)
    if holder is not None:
        return Match(known=holder.entry.id)
    similar = alike or near[_Tie.APART]
    return Match(similar=similar[0].entry.id if similar else "")


class _Tie(Enum):
    """What an entry has in common with a row of a file."""

    WHOLE = auto()  # a name in each language of the row, of two or more
    STRONG = auto()  # a name in two languages
    FITS = auto()  # a name, and nothing speaks against it
    OTHER = auto()  # a name, but another one in a further language
    WEAK = auto()  # an acronym or a word
    APART = auto()  # a name, but the file knows it for another one
    NONE = auto()


def _tie(entry: Entry, keys: Sequence[Key], there: Entry, *, any_kind: bool) -> _Tie:
    shared = _shared(entry, keys, there)
    if not shared:
        return _Tie.NONE
    langs = {lang for lang, (acronym, _word) in shared.items() if not acronym}
    if len(langs) > 1:
        return _Tie.WHOLE if langs == _languages(entry) else _Tie.STRONG
    is_word = all(word for _acronym, word in shared.values())
    if not langs or (is_word and (any_kind or entry.kind is Kind.TERM)):
        return _Tie.WEAK
    return _Tie.OTHER if _speaks_against(entry, there, set(shared)) else _Tie.FITS


def _holds(there: Entry, entry: Entry, keys: Sequence[Key]) -> bool:
    """Whether an entry has every name of another, acronyms and all."""
    known = _known_names(there)
    return all(
        (base_language(tag), key + signs_of(name.text)) in known
        or (base_language(tag), name.text) in known
        for name, (tag, key) in zip(entry.names, keys, strict=True)
    )


def _kinds_agree(entry: Entry, there: Listed, any_kind: bool) -> bool:
    return any_kind or there.entry.kind is entry.kind


def _shared(entry: Entry, keys: Sequence[Key], there: Entry) -> dict[str, tuple[bool, bool]]:
    """The languages in which two entries share a name: whether it is but an acronym in either of them, and whether it is but a word."""
    known = _known_names(there)
    shared: dict[str, tuple[bool, bool]] = {}
    for name, (tag, key) in zip(entry.names, keys, strict=True):
        lang = base_language(tag)
        places = ((lang, key + signs_of(name.text)), (lang, name.text))
        there_too = [known[place] for place in places if place in known]
        if there_too:
            acronym = looks_like_acronym(name) or all(there_too)
            word = acronym or _WORD.fullmatch(name.text.strip()) is not None
            before = shared.get(lang, (True, True))
            shared[lang] = (before[0] and acronym, before[1] and word)
    return shared


def _known_names(there: Entry) -> dict[Key, bool]:
    """The names of an entry, folded and as they are, and whether each is an acronym."""
    known: dict[Key, bool] = {}
    for name in there.names:
        acronym, lang = looks_like_acronym(name), base_language(name.lang)
        folded = query_keys(name.text).exact + signs_of(name.text)
        for text in dict.fromkeys((folded, name.text)):
            known[lang, text] = known.get((lang, text), True) and acronym
    return known


def _speaks_against(entry: Entry, there: Entry, shared: set[str]) -> bool:
    """Whether both have names in a further language, and none in common."""
    return bool((_languages(entry) & _languages(there)) - shared)


def _languages(entry: Entry) -> set[str]:
    """The languages in which an entry has a name that is no acronym."""
    return {base_language(name.lang) for name in entry.names if not looks_like_acronym(name)}
