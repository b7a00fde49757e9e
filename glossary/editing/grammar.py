"""A pattern must go with the approved ones: ask for what there is, not loop, and contradict none of them."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.model.records import to_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from glossary.model.entries import Entry
    from glossary.store.reading import Reader

__all__ = ["PatternError", "check_patterns", "pattern_problem"]


class PatternError(InvalidError):
    """A pattern that does not go with the others; ``entry`` is its id."""

    entry = ""


def check_patterns(reader: Reader, entries: Iterable[Entry]) -> None:
    """Check entries that are patterns together with those approved; others are left alone.

    Args:
        reader: The store.
        entries: Entries that come, or come otherwise than they were.
    Raises:
        InvalidError: One asks for what no pattern has, loops, or contradicts another; it is named.
    """
    records = {entry.id: to_record(entry) for entry in entries if entry.pattern is not None}
    if records:
        approved = [record for record in reader.patterns() if record["id"] not in records]
        error = pattern_problem([*approved, *records.values()])
        if error is not None:
            raise error


def pattern_problem(records: Iterable[dict[str, Any]]) -> PatternError | None:
    """Return what is wrong with patterns taken together, or ``None``.

    >>> pattern_problem([]) is None
    True
    """
    from glossary.patterns.checks import check_rules
    from glossary.patterns.grammar import Grammar

    grammar = Grammar(records)
    problem = check_rules(grammar)
    if problem is None:
        return None
    rule, what, field, fix = problem
    error = PatternError(what, field=field, fix=fix)
    error.entry = rule.id
    return error
