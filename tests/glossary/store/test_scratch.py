"""Tables on the disk answer as those in memory do, and rings are found among pairs on the disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.model.relations import find_cycle
from glossary.store import scratch
from glossary.store.edges import Edges
from glossary.store.scratch import Scratch, Shelf

KEYS = st.text("ab", max_size=4)


@given(st.lists(st.tuples(KEYS, st.text("xy", min_size=1, max_size=2))), st.integers(0, 6))
def test_it_answers_as_a_dictionary(claims: list[tuple[str, str]], limit: int) -> None:
    held: dict[str, str] = {}
    with Scratch(limit=limit) as table:
        for key, value in claims:
            assert table.claim(key, value) == held.setdefault(key, value)
            assert all(
                (table.get(each), each in table) == (text, True) for each, text in held.items()
            )
        assert table.get("c") is None
        assert "c" not in table


def test_little_is_held_in_memory_however_much_is_claimed() -> None:
    with Scratch(limit=10) as table:
        for at in range(3 * scratch._BATCH):
            table.claim(str(at), "x")
        assert len(table._held) <= scratch._BATCH
        assert table.get("0") == table.get(str(3 * scratch._BATCH - 1)) == "x"


@given(st.lists(st.tuples(KEYS, st.none() | st.integers())), st.integers(0, 6))
def test_a_shelf_answers_as_a_dictionary(steps: list[tuple[str, int | None]], limit: int) -> None:
    held: dict[str, tuple[int]] = {}
    shelf = Shelf(limit=limit)
    for key, value in steps:
        if value is None:
            shelf.drop(key)
            held.pop(key, None)
        else:
            shelf.put(key, (value,))
            held[key] = (value,)
        assert (shelf.get(key), key in shelf, len(shelf)) == (held.get(key), key in held, len(held))
    assert list(shelf.items()) == list(held.items())
    shelf.close()
    assert list(shelf.items()) == []


def test_rows_of_a_shelf_may_change_while_they_are_gone_through() -> None:
    shelf = Shelf(limit=1)
    for at in range(3 * scratch._PAGE):
        shelf.put(str(at), (at,))
    for key, (at,) in shelf.items():
        if at % 2:
            shelf.drop(key)
        else:
            shelf.put(key, (-at,))
    assert [row for _key, row in shelf.items()] == [(-at,) for at in range(0, 3 * scratch._PAGE, 2)]
    assert shelf._held == {}
    shelf.close()


NODES = st.sampled_from("abcdef")


@given(st.sets(st.tuples(NODES, NODES)))
def test_what_is_left_of_pairs_holds_a_ring_where_all_of_them_do(
    pairs: set[tuple[str, str]],
) -> None:
    ways: dict[str, list[str]] = {}
    with Edges() as edges:
        for source, target in pairs:
            ways.setdefault(source, []).append(target)
            edges.add(source, target)
        left: dict[str, list[str]] = {}
        for source, target in edges.left():
            left.setdefault(source, []).append(target)
    assert bool(find_cycle(left)) == bool(find_cycle(ways)) == bool(left)


def test_pairs_that_other_ways_join_are_left() -> None:
    with Edges() as edges:
        edges.add("a", "b", leads_on=True)
        edges.add("c", "a", is_led_to=True)
        edges.add("d", "a")
        assert list(edges.left()) == [("a", "b"), ("c", "a")]
