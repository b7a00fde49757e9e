"""What waits for a decision: new entries and proposals, oldest first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.dates import first_day, parse_date
from glossary.model.entries import Kind
from glossary.model.names import Evidence
from glossary.model.rules import check_choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.store.database import Store

__all__ = ["Queue", "Waiting", "review_queue"]

NEEDS = ("source",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something that waits.

    Attributes:
        number: Number of the event that put it here; the page after it begins behind.
        entry: Id of the entry, empty for a rule of the house.
        proposal: Number of the proposal; 0 for an entry that is new itself.
        action: ``add`` for a new entry, else what is proposed.
        kind: Kind of the entry, empty where there is none.
        evidence: Evidence of the weakest preferred name of the entry as it stands.
        by: Who put it here.
        at: When.
        why: The reason given.
    """

    number: int
    entry: str
    proposal: int
    action: str
    kind: str
    evidence: str
    by: str
    at: str
    why: str

    @property
    def needs_source(self) -> bool:
        """Whether a preferred name has no source that somebody looked at."""
        return bool(self.evidence) and not Evidence(self.evidence).needs_source

    def to_record(self) -> dict[str, Any]:
        """Return it as a mapping for JSON."""
        return {
            "number": self.number,
            "id": self.entry or None,
            "proposal": self.proposal or None,
            "action": self.action,
            "kind": self.kind or None,
            "evidence": self.evidence or None,
            "needs": ["source"] if self.needs_source else [],
            "by": self.by,
            "at": self.at,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A page of what waits, and whether more follows."""

    items: tuple[Waiting, ...]
    truncated: bool


def review_queue(
    store: Store,
    *,
    by: str = "",
    not_by: str = "",
    kind: str = "",
    evidence: str = "",
    before: str = "",
    needs: str = "",
    after: int = 0,
    limit: int = 50,
) -> Queue:
    """Return a page of the review queue.

    Args:
        store: The store.
        by: Only what this person put there.
        not_by: Only what others did.
        kind: Only entries of this kind.
        evidence: Only entries whose weakest preferred name is known so.
        before: Only what was put there before this date.
        needs: ``source``: only what needs one.
        after: The number the page before ended with.
        limit: How many at most.
    Raises:
        InvalidError: A filter has a value it cannot have.
    """
    weak = tuple(each.value for each in Evidence if not each.needs_source)
    if needs and needs not in NEEDS:
        raise InvalidError(
            _("unknown need {needs!r}").format(needs=needs),
            field="needs",
            fix=_("One of: {known}.").format(known=", ".join(NEEDS)),
        )
    conditions: dict[str, tuple[str, ...]] = {
        "v.by = ?": (by,) if by else (),
        "v.by <> ?": (not_by,) if not_by else (),
        "e.kind = ?": (check_choice(Kind, kind, "kind").value,) if kind else (),
        "e.evidence = ?": (check_choice(Evidence, evidence, "evidence").value,) if evidence else (),
        "v.at < ?": (first_day(parse_date(before)),) if before else (),
        f"e.evidence IN ({', '.join('?' * len(weak))})": weak if needs else (),
    }
    kept = {condition: values for condition, values in conditions.items() if values}
    with store.explained():
        rows = store.reader.waiting(
            "".join(f" AND {condition}" for condition in kept),
            tuple(value for values in kept.values() for value in values),
            after,
            limit + 1,
        )
    items = tuple(
        Waiting(
            number=number,
            entry=entry or "",
            proposal=proposal,
            action=action,
            kind=kind_ or "",
            evidence=evidence_ or "",
            by=by_,
            at=at,
            why=why,
        )
        for number, entry, proposal, action, kind_, evidence_, by_, at, why in rows[:limit]
    )
    return Queue(items=items, truncated=len(rows) > limit)
