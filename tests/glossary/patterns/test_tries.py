"""Tries that branch where they are walked."""

from __future__ import annotations

import gc
from typing import cast

from glossary.model.patterns import make_slot
from glossary.patterns.grammar import Rule
from glossary.patterns.templates import Template
from glossary.patterns.tries import Names, Trie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.patterns.tries import Steps

PLACE = make_slot("place", "place", ())


def made(*paths: Steps) -> Trie:
    names = Names()
    trie = Trie(names)
    for at, path in enumerate(paths):
        trie.add(names.add(path, cast(Rule, at), cast(Template, "")))
    return trie


def rules_of(trie: Trie) -> list[int]:
    return [cast(int, rule) for rule, _template in trie.ends]


def test_names_end_where_their_last_step_leads() -> None:
    trie = made((PLACE, "局"), ("局",), (PLACE, "局"), (PLACE,))
    below = trie.slots[PLACE]
    assert rules_of(below) == [3]
    assert rules_of(below.atoms["局"]) == [0, 2]
    assert rules_of(trie.atoms["局"]) == [1]
    assert not trie.ends


def test_paths_are_told_once_each_without_branching() -> None:
    trie = made((PLACE, "局"), ("局",), (PLACE, "局"))
    assert list(trie.paths()) == [(PLACE, "局"), ("局",)]


def test_some_names_are_kept_by_their_rules() -> None:
    trie = made(("部",), ("局",), ("厅",))
    kept = trie.those(lambda rule: cast(int, rule) != 1)
    assert (list(kept.atoms), list(trie.atoms)) == (["部", "厅"], ["部", "局", "厅"])


def test_what_is_not_walked_is_no_object() -> None:
    trie = made(*((f"a{at % 10}", f"b{at}", "c", "d") for at in range(1000)))
    before = sum(isinstance(each, Trie) for each in gc.get_objects())
    assert trie.atoms["a3"].atoms["b13"].atoms["c"].atoms["d"].ends
    after = sum(isinstance(each, Trie) for each in gc.get_objects())
    assert after - before == 10 + 100 + 1 + 1
