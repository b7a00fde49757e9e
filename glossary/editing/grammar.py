"""A pattern must go with the approved ones: ask for what there is, not loop, and contradict none of them."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.model.records import to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from glossary.model.entries import Entry
    from glossary.store.reading import Reader

__all__ = ["PatternError", "check_patterns", "coming_problems", "pattern_problems"]


class PatternError(InvalidError):
    """A pattern that does not go with the others; ``entry`` is its id."""

    entry = ""


def check_patterns(reader: Reader, entries: Iterable[Entry]) -> None:
    """Check entries that are patterns together with those approved; others are left alone.

    Args:
        reader: The store.
        entries: Entries that come, or come otherwise than they were.
    Raises:
        PatternError: One asks for what no pattern has, loops, or contradicts another; it is named.
    """
    for error in coming_problems(reader, entries):
        raise error


def coming_problems(reader: Reader, entries: Iterable[Entry]) -> Iterator[PatternError]:
    """Yield all that is wrong with entries that are patterns, taken together with those approved; arguments as of ``check_patterns``."""
    records = {entry.id: to_record(entry) for entry in entries if entry.pattern is not None}
    if records:
        approved = [record for record in reader.patterns() if record["id"] not in records]
        yield from pattern_problems([*approved, *records.values()])


def pattern_problems(records: Iterable[dict[str, Any]]) -> Iterator[PatternError]:
    """Yield what is wrong with patterns taken together.

    >>> list(pattern_problems([]))
    []
    """
    from glossary.patterns.checks import check_rules
    from glossary.patterns.grammar import Grammar

    for rule, what, field, fix in check_rules(Grammar(records)):
        error = PatternError(what, field=field, fix=fix)
        error.entry = rule.id
        yield error
