"""Cycles among relations."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glossary.model.relations import find_cycle


def test_a_diamond_is_no_cycle() -> None:
    assert find_cycle({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == ()


def test_a_cycle_is_given_with_its_first_id_at_both_ends() -> None:
    assert find_cycle({"x": ["a"], "a": ["b"], "b": ["a"]}) == ("a", "b", "a")


def test_a_chain_of_any_length_is_walked() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert find_cycle(chain) == ()
    assert len(find_cycle({**chain, "50000": ["0"]})) == 50_002


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_edges_that_go_upward_only_have_no_cycle(pairs: list[tuple[int, int]]) -> None:
    upward: dict[str, list[str]] = {}
    for one, other in pairs:
        if one != other:
            upward.setdefault(str(min(one, other)), []).append(str(max(one, other)))
    assert find_cycle(upward) == ()


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_a_cycle_found_is_one(targets: dict[str, list[str]]) -> None:
    cycle = find_cycle(targets)
    assert not cycle or cycle[0] == cycle[-1]
    assert all(after in targets[before] for before, after in pairwise(cycle))
