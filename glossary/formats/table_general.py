"""Our own tables: a row for each name and what goes with it, with every fact of the names that a row can hold.

What few names have (a tag of their own region, a pair, evidence or sources other than the row's, an issuer, a context) has a
column only where some name has it.
"""

from __future__ import annotations

from itertools import compress

from glossary.formats.spools import Spool
from glossary.formats.table_cells import guarded, sources_line, words_cell
from glossary.formats.table_pairs import Places, iter_pairs, sides_of
from glossary.model.tags import PINYIN, script_of_tag
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.outputs import Output
    from glossary.formats.sides import Asked, Rendered
    from glossary.formats.table_pairs import Pair
    from glossary.model.entries import Entry
    from glossary.model.names import Evidence, Name

    Entries = Iterable[tuple[Entry, str]]

__all__ = ["general_rows"]

_OF_NAME = ("type", "usage", "from", "to", "note")
_RARE = ("lang", "pair", "evidence", "source", "issuer", "context", "case")
"""Facts of a name that have a column only where some name has them."""
_OF_ROW = ("evidence", "source", "domain", "collection")
_NAME = ("text", *_OF_NAME, *(each for each in _RARE if each not in ("source", "case")), "sources", "case_sensitive")  # fmt: skip
_PLACES = Places(
    entry=("id", "kind", "review", "domains", "collections"),
    asked=_NAME,
    found=_NAME,
    doubt=True,
    both=True,
    alone=True,
)


def general_rows(entries: Entries, file: Output) -> Iterator[list[str]]:
    """Yield the rows of our own tables, the header first.

    Args:
        entries: Entries with their review state.
        file: The output, for its options and its ledger.
    """
    source, targets = sides_of(file)
    tags = (source, *targets)
    header = [tag if tag != PINYIN else "pinyin" for tag in tags]
    led = [tag for tag in tags if tag != PINYIN]
    facts = [f"{tag}:{fact}" for tag in led for fact in (*_OF_NAME, *_RARE)]
    titles = ["id", "kind", "review", *header, *facts, *_OF_ROW]
    rare = [title.partition(":")[2] in _RARE for title in titles]
    with Spool() as spool:
        shown = [not each for each in rare]
        derived = tuple(tag for tag in (PINYIN, "zh-Hant") if tag in tags)
        places = replace(_PLACES, renderings=derived)
        for pair in iter_pairs(entries, source, targets, file, places):
            row = _row(pair, tags)
            shown = [was or bool(cell) for was, cell in zip(shown, row, strict=True)]
            spool.put(tuple(row))
        yield list(compress(titles, shown))
        for cells in spool:
            yield list(compress(cells, shown))


def _row(pair: Pair, tags: Sequence[str]) -> list[str]:
    sides = dict(zip(tags, (pair.asked, *pair.found), strict=True))
    own = {tag: _own_name(tag, side) for tag, side in sides.items()}
    named = [name for name in dict.fromkeys(own.values()) if name is not None]
    behind = [side.name for side in sides.values() if side is not None and side.text]
    lines = [sources_line([name]) for name in named]
    shared = lines[0] if len(set(lines)) == 1 else "" if lines else sources_line(behind[:1])
    return [
        pair.entry.id,
        pair.entry.kind.value,
        pair.review,
        *(_cell(tag, side) for tag, side in sides.items()),
        *(
            cell
            for tag, name in own.items()
            if tag != PINYIN
            for cell in _facts(name, tag, pair.evidence, shared)
        ),
        pair.evidence.value,
        shared,
        words_cell(pair.entry.domains),
        words_cell(pair.entry.collections),
    ]


def _own_name(tag: str, side: Asked | Rendered | None) -> Name | None:
    """The name on a side, where it was entered there and not derived from one of another script."""
    if side is None or not side.text or side.generated:
        return None
    script = script_of_tag(tag)
    return side.name if not script or script_of_tag(side.name.lang) == script else None


def _cell(tag: str, side: Asked | Rendered | None) -> str:
    """What stands in a column: simplified characters only where they were entered, so that they come back as such."""
    if side is None or (script_of_tag(tag) == "Hans" and _own_name(tag, side) is None):
        return ""
    return guarded(side.text)


def _facts(name: Name | None, tag: str, evidence: Evidence, shared: str) -> list[str]:
    """The facts of a name; its own language, evidence and sources where they are not those of the column or the row."""
    if name is None:
        return [""] * (len(_OF_NAME) + len(_RARE))
    line = sources_line([name])
    return [
        *(name.type.value, name.usage.value, name.start, name.end, name.note),
        name.lang if name.lang != tag else "",
        name.pair,
        name.evidence.value if name.evidence is not evidence else "",
        line if line != shared else "",
        name.issuer,
        name.context.text if name.context else "",
        "true" if name.case_sensitive else "",
    ]
