"""Our own tables: a row for each name and what goes with it, with every fact of the names that a row can hold."""

from __future__ import annotations

from glossary.formats.ledgers import Fate
from glossary.formats.locales import parse_locale
from glossary.formats.table_pairs import iter_pairs, sources_line, words_cell
from glossary.i18n import _
from glossary.model.tags import PINYIN, script_of_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.outputs import Output
    from glossary.formats.sides import Asked, Rendered
    from glossary.model.entries import Entry
    from glossary.model.names import Name

    Entries = Iterable[tuple[Entry, str]]

__all__ = ["general_rows", "losing", "sides_of"]

_OF_NAME = ("type", "usage", "from", "to", "note")
_OF_ROW = ("evidence", "source", "domain", "collection")
_LOST = ("relations", "definitions", "notes")


def general_rows(entries: Entries, file: Output) -> Iterator[list[str]]:
    """Yield the rows of our own tables, the header first.

    Args:
        entries: Entries with their review state.
        file: The output, for its options and its ledger.
    """
    source, targets = sides_of(file)
    header = [tag if tag != PINYIN else "pinyin" for tag in (source, *targets)]
    led = [tag for tag in (source, *targets) if tag != PINYIN]
    facts = [f"{tag}:{fact}" for tag in led for fact in _OF_NAME]
    yield ["id", "kind", "review", *header, *facts, *_OF_ROW]
    pairs = iter_pairs(
        losing(entries, file),
        source,
        targets,
        file.day,
        ledger=file.ledger,
        doubtful=True,
        both=True,
    )
    for pair in pairs:
        sides = list(zip((source, *targets), (pair.asked, *pair.found), strict=True))
        names = [side.name for _tag, side in sides if side is not None and side.text]
        own = {tag: _own_name(tag, side) for tag, side in sides}
        yield [
            pair.entry.id,
            pair.entry.kind.value,
            pair.review,
            *(_cell(tag, side) for tag, side in sides),
            *(cell for tag in led for cell in _facts(own[tag])),
            pair.evidence.value,
            sources_line(dict.fromkeys(names)),
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
    return side.text


def _facts(name: Name | None) -> list[str]:
    if name is None:
        return [""] * len(_OF_NAME)
    return [name.type.value, name.usage.value, name.start, name.end, name.note]


def sides_of(file: Output) -> tuple[str, list[str]]:
    options = file.options
    return parse_locale(options.text("from")).tag, [
        parse_locale(name).tag for name in dict.fromkeys(options.many("to"))
    ]


def losing(entries: Entries, file: Output) -> Iterator[tuple[Entry, str]]:
    """Pass entries on and tell what no table has a place for."""
    for entry, review in entries:
        for field in _LOST:
            if count := len(getattr(entry, field)):
                file.ledger.add(field, Fate.DROPPED, _("a table has no place for it"), count)
        yield entry, review
