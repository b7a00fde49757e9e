"""Sources: where in them, on which day, and whether one can carry all that cites it.

A source that someone read carries as many names as it has room for: a few for a line, some for a page, more for a file
or a table. One place is one source: a folder, a site or "one page for each" is none, and a source cited by more names
than fit was not read for each.
"""

from __future__ import annotations

import re
from collections import Counter

from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.curation.content import Content, Placed
    from glossary.model.sources import Source

    Found = Iterator[tuple[Placed, str]]

__all__ = ["capacity", "find_future_sources", "find_overloaded_sources", "find_vague_sources"]

LINE = 60
"""Names that one line can hold: it may be a paragraph, or a row with all schools of a province."""

PAGE = 150
"""Names that a page can hold where no part of it is named."""

LIST = 1500
"""Names that a table, an annex or a file of rows can hold, where each is found by the name itself."""

_LINES = re.compile(r"\b(?:lines?|rows?)\s+(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", re.IGNORECASE)
_LIST = re.compile(
    r"\.(?:csv|tsv|json|jsonl|ya?ml|md|db|sqlite)\b|\b(?:table|annex|file names|rows of)\b"
)
_FAMILY = re.compile(r"\b(?:one|a) (?:page|file|README\.md) (?:for )?each\b")


def capacity(source: Source) -> int:
    """Return how many names a source can carry, by what its locator names of it.

    >>> from glossary.model.sources import Source
    >>> capacity(Source(title="List", locator="a.md, lines 10 to 19", seen="2026-11-25"))
    600
    >>> capacity(Source(title="Page", locator="example.org/a", seen="2026-11-25"))
    150
    """
    if _FAMILY.search(f"{source.title} {source.locator}"):
        return 1
    lines = _LINES.findall(source.locator)
    if lines:
        return min(LINE * sum(int(last or first) - int(first) + 1 for first, last in lines), LIST)
    return LIST if _LIST.search(source.locator) else PAGE


def find_vague_sources(content: Content) -> Found:
    """Yield sources without a locator; the day seen, the model asks for itself."""
    told: set[Source] = set()
    for placed, _name, source in content.sources():
        if not source.locator and source not in told:
            told.add(source)
            yield (
                placed,
                _("the source {title!r} does not say where in it").format(title=source.title),
            )


def find_future_sources(content: Content) -> Found:
    """Yield sources seen on a day that has not begun anywhere on earth."""
    from datetime import datetime, timedelta, timezone

    latest = (datetime.now(timezone.utc) + timedelta(hours=14)).date().isoformat()
    told: set[Source] = set()
    for placed, _name, source in content.sources():
        if source.seen > latest and source not in told:
            told.add(source)
            yield (
                placed,
                _("the source {title!r} was seen on {day}, which is yet to come").format(
                    title=source.title, day=source.seen
                ),
            )


def find_overloaded_sources(content: Content) -> Found:
    """Yield sources that carry more names than they can hold."""
    counts: Counter[Source] = Counter()
    first: dict[Source, Placed] = {}
    for placed, _name, source in content.sources():
        counts[source] += 1
        first.setdefault(source, placed)
    for source, count in counts.items():
        room = capacity(source)
        if count > room:
            yield (
                first[source],
                _(
                    "the source {title!r} carries {count} names and has room for {room}: "
                    "say which lines, or cite the page of each"
                ).format(title=source.title, count=count, room=room),
            )
