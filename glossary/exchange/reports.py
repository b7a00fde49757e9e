"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary.exchange.told import Ids, Pairs
from glossary.formats.interface import TOLD_LIMIT
from glossary.formats.ledgers import Ledger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.errors import GlossaryError

__all__ = ["ImportReport"]


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do.

    Attributes:
        path: The file.
        format: What it was recognised as.
        added: Ids of new entries.
        edited: Ids of entries not approved yet that were changed in place.
        proposed: Ids of entries that have a proposal beside them now.
        endorsed: Ids of entries for whose approval the file speaks; a remark beside each says so.
        unchanged: Ids of entries that were there just so, or for which just this was proposed.
        duplicates: For each id that was left out, the id of the entry with an equal name.
        similar: For each new entry that shares a name with another, the id of that one: to be looked at.
        conflicts: What the file and the glossary say otherwise, both having changed; nothing was done about it.
        more_conflicts: How many there were beyond those told.
        problems: What is wrong with the file; where there is anything, nothing was applied, unless asked to keep going.
        warnings: What was passed over in reading, without harm to the rest.
        more: How many problems and warnings there were beyond those told.
        ledger: What was kept, mapped, moved or dropped, by field.
        dry_run: Whether nothing was to be applied.
        applied: Whether what is told here was done.
    """

    path: str
    format: str
    added: Ids = field(default_factory=Ids)
    edited: Ids = field(default_factory=Ids)
    proposed: Ids = field(default_factory=Ids)
    endorsed: Ids = field(default_factory=Ids)
    unchanged: Ids = field(default_factory=Ids)
    duplicates: Pairs = field(default_factory=Pairs)
    similar: Pairs = field(default_factory=Pairs)
    conflicts: list[GlossaryError] = field(default_factory=list)
    problems: list[GlossaryError] = field(default_factory=list)
    warnings: list[GlossaryError] = field(default_factory=list)
    more_conflicts: int = 0
    more: int = 0
    ledger: Ledger = field(default_factory=Ledger)
    dry_run: bool = False
    applied: bool = False

    def tell(self, problem: GlossaryError) -> None:
        """Take in a problem."""
        self._put(self.problems, problem)

    def warn(self, warning: GlossaryError) -> None:
        """Take in what is told without harm to the rest."""
        self._put(self.warnings, warning)

    def oppose(self, conflict: GlossaryError) -> None:
        """Take in what the file and the glossary say otherwise."""
        if len(self.conflicts) < TOLD_LIMIT:
            self.conflicts.append(conflict)
        else:
            self.more_conflicts += 1

    def _put(self, told: list[GlossaryError], error: GlossaryError) -> None:
        if len(told) < TOLD_LIMIT:
            told.append(error)
        else:
            self.more += 1

    def forget(self) -> None:
        """Nothing is done after all: no id is told as changed."""
        for ids in (self.added, self.edited, self.proposed, self.endorsed):
            ids.clear()
        self.similar.clear()
