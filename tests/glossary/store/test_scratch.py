"""A table of texts on the disk answers as one in memory does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.store import scratch
from glossary.store.scratch import Scratch

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
