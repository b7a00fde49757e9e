"""What readers yield: the entries of a file with their places, and all its problems.

A reader never stops at the first problem of a file, and never raises for one: it collects them, so that a
person mends a file in one go. What it cannot read at all (a folder, an unknown encoding) it raises as
``InputError``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary.errors import InvalidError
from glossary.formats.ledgers import Ledger
from glossary.i18n import _
from glossary.model.entries import check_names
from glossary.model.records import from_record, name_from_record, relation_from_record
from glossary.model.rules import check_choice
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.errors import GlossaryError
    from glossary.formats.po_marks import Mark
    from glossary.model.entries import Entry

__all__ = ["Correction", "IdPlaces", "Item", "Parsed", "parse_entry", "parse_review"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a file.

    Attributes:
        entry: The entry.
        review: Where the file says it stands in review; ``None`` where it does not say.
        line: Line at which it begins, from 1.
        column: Column at which it begins, from 1.
        whole: Whether the file holds the entry whole, so that what differs is an edit. Where it does not, names are
            only ever added to an entry that is there, and the entry is found by its names, too.
        keeps_id: Whether the id is one of ours. Where it is not, a new entry gets an id made from its names, and
            relations within the file follow.
        says_kind: Whether the file, or who imports it, says what kind the entry is; else it may be any that is there.
    """

    entry: Entry
    review: str | None
    line: int
    column: int
    whole: bool = True
    keeps_id: bool = True
    says_kind: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """How a file says that a name of an entry is rendered: what a translator may have changed in a catalog.

    Attributes:
        entry_id: The entry; empty where the file does not say.
        source: The name that is rendered.
        source_lang: Its language tag.
        target: The name it is rendered by; empty where there is none, which says nothing.
        target_lang: Its language tag.
        sure: Whether the file holds it for good: what is not marked fuzzy.
        mark: What was given out, as far as check sums tell; ``None`` where the file does not.
        note: A remark of the translator's.
        kind: The kind of the entry, where the file says it.
        type: The type of the name that is rendered, where the file says it and it is not a full one.
        line: Line, from 1.
        column: Column, from 1.
    """

    entry_id: str
    source: str
    source_lang: str
    target: str
    target_lang: str
    sure: bool
    mark: Mark | None = None
    note: str = ""
    kind: str = ""
    type: str = ""
    line: int = 0
    column: int = 1


@dataclass(slots=True)
class Parsed:
    """A file as read: what is sound, what is not, and what became of its fields.

    Attributes:
        path: The file, as the caller named it.
        entries: The sound ones, in the file's order.
        problems: All problems, in the file's order; where there is one, nothing should be applied.
        ledger: What was kept, mapped, moved to a note or dropped.
        warnings: What was passed over without harm to the rest.
    """

    path: str
    entries: list[Item] = field(default_factory=list)
    problems: list[GlossaryError] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    warnings: list[GlossaryError] = field(default_factory=list)


class IdPlaces:
    """The ids of one or more files and where each stands, so that a second one is refused; a block.

    >>> with IdPlaces() as places:
    ...     places.claim("a", "one.yaml", 2), str(places.claim("a", "two.yaml", 7))
    (None, "id 'a' stands twice: also at one.yaml:2. Give one of them another id, or join them.")
    """

    def __init__(self) -> None:
        self._places = Scratch()

    def __enter__(self) -> IdPlaces:
        return self

    def __exit__(self, *_error: object) -> None:
        self._places.close()

    def claim(self, entry_id: str, path: str, line: int) -> InvalidError | None:
        """Return a problem, without its place, where the id is taken; else take it.

        Args:
            entry_id: The id.
            path: The file it stands in now.
            line: The line it stands at now.
        """
        own = f"{line}:{path}"
        first = self._places.claim(entry_id, own)
        if first == own:
            return None
        first_line, _colon, first_path = first.partition(":")
        where = (
            _("line {number}").format(number=first_line)
            if first_path == path
            else f"{first_path}:{first_line}"
        )
        return InvalidError(
            _("id {entry_id!r} stands twice: also at {where}").format(
                entry_id=entry_id, where=where
            ),
            field="id",
            fix=_("Give one of them another id, or join them."),
        )


def parse_review(value: object) -> str | None:
    """Return the review state a file gives, or ``None`` where it gives none.

    Raises:
        InvalidError: There is no such state.

    >>> parse_review("approved"), parse_review(None)
    ('approved', None)
    """
    from glossary.model.entries import Review

    return None if value is None else check_choice(Review, value, "review").value


def parse_entry(record: dict[str, Any]) -> tuple[Entry | None, list[InvalidError]]:
    """Return the entry a record describes, or every problem of it that can be told apart.

    Args:
        record: As ``model.records`` defines it, of known shape (``formats.shapes``).
    Returns:
        The entry and no problem, or no entry and at least one; ``field`` of a problem is its path in
        the record.

    >>> bad = {"text": "A", "lang": "english", "evidence": "unsourced"}
    >>> worse = {"text": "B", "lang": "en", "evidence": "sure"}
    >>> [each.field for each in parse_entry({"id": "a", "kind": "term", "names": [bad, worse]})[1]]
    ['names[0].lang', 'names[1].evidence']
    """
    try:
        return from_record(record), []
    except InvalidError as error:
        first = error
    problems = []
    for key, read in (("names", name_from_record), ("relations", relation_from_record)):
        parts = record.get(key, [])
        for at, part in enumerate(parts if isinstance(parts, list) else []):
            try:
                read(part)
            except InvalidError as error:
                error.field = f"{key}[{at}].{error.field}"
                problems.append(error)
    if first.field.startswith(("names[", "relations[")) and problems:
        return None, problems
    if not problems and first.field in ("names", "usage"):
        first.field = _field_among_names(record, first.field)
    return None, [first, *problems]


def _field_among_names(record: dict[str, Any], field: str) -> str:
    """Find the first name that breaks a rule over the names of one entry: the last of those that break it."""
    names = tuple(name_from_record(name) for name in record.get("names", []))
    for count in range(1, len(names) + 1):
        try:
            check_names(names[:count])
        except InvalidError as error:
            if error.field == field:
                inner = ".usage" if field == "usage" else ""
                return f"names[{count - 1}]{inner}"
    return field
