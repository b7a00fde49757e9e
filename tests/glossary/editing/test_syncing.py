"""Seeds that live: newer versions, touched entries, withdrawn ones."""

from __future__ import annotations

import os
from dataclasses import replace

from glossary.editing.syncing import plan_sync, sync
from glossary.glossary import Glossary
from glossary.model.names import Evidence, Name
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import body

ONE, TWO = body("Ministry A", "甲部"), body("Ministry B", "乙部")


def newer(entry):  # type: ignore[no-untyped-def]
    return replace(
        entry, names=(*entry.names, Name(text="Newer", lang="en", evidence=Evidence.UNSOURCED))
    )


def seeded(folder, *entries):  # type: ignore[no-untyped-def]
    shipped = [prepare(entry, "approved") for entry in entries]
    return Glossary(Store.open(os.path.join(folder, "a.db"), lambda: shipped), "tester")


def test_the_same_seeds_change_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with seeded(tmp_path, ONE, TWO) as glossary:
        plan = sync(glossary.store, [prepare(ONE, "approved"), prepare(TWO, "approved")])
        assert not plan
        assert plan.kept == 2


def test_an_untouched_entry_takes_the_newer_version(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with seeded(tmp_path, ONE) as glossary:
        plan = sync(glossary.store, [prepare(newer(ONE), "approved"), prepare(TWO, "approved")])
        assert (plan.updated, plan.added) == (["ministry-a"], ["ministry-b"])
        assert glossary.lookup("Newer")[0].review == "approved"
        assert glossary.check() == ()


def test_a_touched_entry_gets_a_proposal_beside_it_once(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with seeded(tmp_path, ONE) as glossary:
        entry = glossary.get("ministry-a").entry
        mine = replace(
            entry, names=(*entry.names, Name(text="Mine", lang="en", evidence=Evidence.UNSOURCED))
        )
        glossary.approve(glossary.edit(mine, by="mei").proposal, by="lin")
        shipped = [prepare(newer(ONE), "approved")]
        assert sync(glossary.store, shipped).proposed == ["ministry-a"]
        assert glossary.lookup("Mine").found == "exact"
        assert glossary.lookup("Newer").found == "none"
        assert len(glossary.proposals("ministry-a")) == 1
        assert not sync(glossary.store, shipped)
        assert glossary.check() == ()


def test_a_withdrawn_seed_is_retired_never_deleted(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with seeded(tmp_path, ONE, TWO) as glossary:
        assert sync(glossary.store, [prepare(ONE, "approved")]).retired == ["ministry-b"]
        assert glossary.get("ministry-b").review == "retired"


def test_a_plan_changes_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with seeded(tmp_path, ONE) as glossary:
        plan, _ = plan_sync(glossary.store, [prepare(newer(ONE), "approved")])
        assert plan.updated == ["ministry-a"]
        assert glossary.lookup("Newer").found == "none"
