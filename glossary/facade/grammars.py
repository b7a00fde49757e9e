"""What composing is made of, kept for the whole process: the places, and the patterns compiled last.

Both are costly to make and never change once made, so that every glossary and every thread shares them. A glossary opened
anew finds them here as long as its approved patterns are the same, whatever else was changed, and whichever file holds them.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from glossary.model.entries import APART
from glossary.patterns.collecting import let_go, no_collecting
from glossary.patterns.gazetteer import Gazetteer
from glossary.patterns.grammar import Grammar
from glossary.patterns.places import Place, people_of, place_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.language.places import Place as ListedPlace
    from glossary.store.reading import Reader

__all__ = ["compiled_patterns", "listed_places"]

# Hash of the log's last event, digest of the patterns, and these compiled. It is replaced whole, never changed, and needs
# no lock: threads that come at once do the work twice, and a forked process has what was done before.
_last: tuple[str, str, Grammar] | None = None


def compiled_patterns(reader: Reader) -> Grammar:
    """Return the approved patterns of a glossary compiled: those compiled last, where they are the same.

    Args:
        reader: The store, within a block of one moment.

    >>> from glossary import Glossary
    >>> with Glossary.open() as one, Glossary.open() as other:
    ...     compiled_patterns(one.store.reader) is compiled_patterns(other.store.reader)
    True
    """
    global _last
    mark, last = reader.log_hash(), _last
    if last is None or last[0] != mark:
        texts = reader.pattern_texts()
        digest = hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
        if last is not None and last[1] == digest:
            grammar = last[2]
        else:
            if last is not None:
                last = _last = None
                let_go()
            with no_collecting():
                grammar = Grammar(map(json.loads, texts))
        last = _last = (mark, digest, grammar)
    return last[2]


@lru_cache(maxsize=1)
def listed_places() -> Gazetteer:
    """Return the places of the mainland, today's and those of a name no place of its province bears today.

    >>> listed_places().by_code["130100"].zh
    '石家庄市'
    """
    with no_collecting():
        return Gazetteer(_places())


def _places() -> Iterator[Place]:
    from glossary.language.places import all_places

    # Shaanxi is not Shanxi, whatever its plain pinyin: what another place of its sort is called first is that place.
    first = {(place.type, place.stems[0]): place.code for place in all_places() if not place.end}
    living = set()
    # A city was mostly a city of a county before: its name is as old as the oldest of its bearers.
    since: dict[tuple[str, str], str] = {}
    for place in all_places():
        here = (place.code[:2], place.zh)
        since[here] = min(since.get(here, place.start), place.start)
    for place in all_places():
        kind = _kind(place)
        here = (place.code[:2], place.zh)
        if (
            not kind
            or not place.code
            or place.code.startswith(APART)
            or (place.end and here in living)
        ):
            continue
        living.add(here)
        people = "" if kind.startswith("特别") else people_of(place.after)
        letters = filter(str.isupper, place.also)  # XUAR, TAR
        yield Place(
            code=place.code,
            zh=place.zh,
            stems=tuple(
                f"{stem} {people}".rstrip()
                for at, stem in enumerate((*place.stems, *place.old, *letters))
                if not at or first.get((place.type, stem), place.code) == place.code
            ),
            type=kind,
            level=place.level,
            parent=place.parent,
            start=since[here],
            end=place.end,
            inhabitants=place.inhabitants,
        )


def _kind(place: ListedPlace) -> str:
    if place.after.endswith("New Area"):
        return "新区"
    return "区" if place.type == "district" else place_type(place.zh, place.code)
