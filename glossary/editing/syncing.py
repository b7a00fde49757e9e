"""Seeds that live: newer shipped entries come in without treading on what people changed.

An entry nobody touched takes the newer version; a touched one gets a proposal beside it; one that is shipped no
longer is retired, never deleted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from glossary.editing.proposals import propose
from glossary.model.events import SEEDER, Action, RowChange
from glossary.store.bulk import seed_digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.store.database import Store
    from glossary.store.prepared import Prepared

__all__ = ["SyncPlan", "plan_sync", "sync"]


@dataclass(slots=True, kw_only=True)
class SyncPlan:
    """What a sync does, or would do: ids under each heading.

    Attributes:
        added: New entries.
        updated: Entries nobody touched, which take the newer version.
        proposed: Touched entries, beside which the newer version is proposed.
        retired: Entries shipped no longer.
        kept: How many are as shipped, or were decided about before.
    """

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.proposed or self.retired)


def plan_sync(store: Store, shipped: Iterable[Prepared]) -> tuple[SyncPlan, dict[str, Prepared]]:
    """Return what a sync would do, and the shipped entries by id; nothing is changed."""
    plan = SyncPlan()
    coming = {item.id: item for item in shipped}
    for entry_id, item in coming.items():
        row = store.row("entries", entry_id)
        if row is None:
            if store.reader.is_taken(entry_id):
                plan.kept += 1  # merged away or undone here: not brought back
            else:
                plan.added.append(entry_id)
        elif row["seed"] == seed_digest(item.content):
            plan.kept += 1
        elif _is_touched(row):
            plan.proposed.append(entry_id)
        else:
            plan.updated.append(entry_id)
    for entry_id in store.reader.seeded_ids():
        if entry_id not in coming:
            plan.retired.append(entry_id)
    return plan, coming


def _is_touched(row: dict[str, object]) -> bool:
    """Whether people changed the content, or decided about it otherwise than the seeds."""
    content = json.dumps(row["content"], ensure_ascii=False, separators=(",", ":"))
    return row["seed"] != seed_digest(content) or row["review"] in ("rejected", "retired")


def sync(store: Store, shipped: Iterable[Prepared]) -> SyncPlan:
    """Bring the shipped entries up to date, all in one transaction.

    Returns:
        What was done.
    """
    with store.writing():
        plan, coming = plan_sync(store, shipped)
        why = "shipped with a newer Zhengming"
        for entry_id in plan.added:
            item = coming[entry_id]
            after = {
                "content": json.loads(item.content),
                "review": item.review,
                "seed": seed_digest(item.content),
            }
            change = RowChange(table="entries", key=entry_id, before=None, after=after)
            store.record(Action.SYNC, SEEDER, entry_id, why, [change])
        for entry_id in plan.updated:
            item = coming[entry_id]
            before = store.row("entries", entry_id) or {}
            after = {"content": json.loads(item.content), "seed": seed_digest(item.content)}
            if before["review"] == "proposed":
                after["review"] = item.review
            change = RowChange(
                table="entries",
                key=entry_id,
                before={key: before[key] for key in after},
                after=after,
            )
            store.record(Action.SYNC, SEEDER, entry_id, why, [change])
        for entry_id in plan.proposed:
            _propose(store, coming[entry_id], why)
        for entry_id in plan.retired:
            _retire(store, entry_id)
    return plan


def _propose(store: Store, item: Prepared, why: str) -> None:
    """Propose the newer version, and remember that it was."""
    listed = store.reader.get(item.id)
    row = store.row("entries", item.id) or {}
    assert listed is not None
    propose(
        store,
        Action.EDIT,
        item.id,
        json.loads(item.content),
        base=listed.revision,
        by=SEEDER,
        why=why,
    )
    change = RowChange(
        table="entries",
        key=item.id,
        before={"seed": row["seed"]},
        after={"seed": seed_digest(item.content)},
    )
    store.record(Action.SYNC, SEEDER, item.id, why, [change])


def _retire(store: Store, entry_id: str) -> None:
    row = store.row("entries", entry_id) or {}
    change = RowChange(
        table="entries",
        key=entry_id,
        before={"review": row["review"], "seed": row["seed"]},
        after={"review": "retired", "seed": None},
    )
    store.record(Action.SYNC, SEEDER, entry_id, "shipped no longer", [change])
