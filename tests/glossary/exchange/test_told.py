"""Ids on the disk read as a list or a dictionary of them does."""

from __future__ import annotations

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from glossary.exchange.told import Ids, Pairs
from glossary.formats import spools

COUNT = 2 * spools._BLOCK_ROWS + 1
LISTED = [f"entry-{at}" for at in range(COUNT)]


def told(ids: list[str]) -> Ids:
    made = Ids()
    for each in ids:
        made.append(each)
    return made


@given(st.slices(COUNT), st.integers(-COUNT, COUNT - 1))
def test_ids_answer_as_a_list(part: slice, at: int) -> None:
    ids = told(LISTED)
    assert (ids[part], ids[at], len(ids)) == (LISTED[part], LISTED[at], COUNT)
    assert ids == LISTED
    assert ids != LISTED[1:]


def test_what_is_put_behind_a_look_at_the_first_ones_comes_last() -> None:
    ids = told(LISTED)
    assert list(islice(ids, 3)) == LISTED[:3]
    for each in LISTED:
        ids.append(each)
    assert ids == LISTED + LISTED


def test_cleared_ids_are_none() -> None:
    ids = told(LISTED)
    ids.clear()
    assert (len(ids), list(ids), bool(ids)) == (0, [], False)
    ids.append("a")
    assert ids == ["a"]


def test_few_ids_are_held_in_memory_however_many_are_told() -> None:
    ids = told(LISTED * 50)
    assert len(ids._rows._block) < spools._BLOCK_ROWS
    assert ids._rows._file._rolled is False
    assert told([each * 100 for each in LISTED * 10])._rows._file._rolled is True


def test_pairs_answer_as_a_dictionary() -> None:
    pairs = Pairs()
    for at, each in enumerate(LISTED):
        pairs.add(each, str(at))
    assert pairs == {each: str(at) for at, each in enumerate(LISTED)}
    assert (list(pairs), list(pairs.values())[-1]) == (LISTED, str(COUNT - 1))
    pairs.clear()
    assert (dict(pairs.items()), len(pairs)) == ({}, 0)
