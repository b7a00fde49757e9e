"""What a form offers to complete: sources that recent entries cite."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry
    from glossary.model.sources import Source
    from glossary.store.reading import Reader

__all__ = ["find_sources"]

RECENT = 2_000
"""How many of the newest entries are looked through."""


def find_sources(reader: Reader, text: str, limit: int) -> tuple[Source, ...]:
    """Return different sources whose title or locator holds a text, those of the newest entries first."""
    wanted = text.casefold()
    found: dict[Source, None] = {}
    for listed in reader.recent(RECENT):
        for source in _sources(listed.entry):
            if wanted in source.title.casefold() or wanted in source.locator.casefold():
                found.setdefault(source)
        if len(found) >= limit:
            break
    return tuple(found)[:limit]


def _sources(entry: Entry) -> Iterator[Source]:
    for name in entry.names:
        yield from name.sources
    for relation in entry.relations:
        yield from relation.sources
    for text in (*entry.definitions, *entry.notes):
        yield from text.sources
