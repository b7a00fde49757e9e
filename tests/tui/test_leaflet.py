"""Lines to be read are broken under their own beginning, whatever the width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.leaflet import set_lines

_TEXT = st.text(st.sampled_from("ab 国部é"), max_size=60)


def test_keys_that_follow_each_other_stand_in_one_column() -> None:
    lines = ["Keys", ("F1", "help"), ("PgDn", "a page down"), "", ("国家", "more")]
    assert [line.plain for line in set_lines(lines, 30)] == [
        "Keys",
        "  F1    help",
        "  PgDn  a page down",
        "",
        "  国家  more",
    ]


def test_a_key_wider_than_the_column_only_moves_its_own_text() -> None:
    lines = [("F1", "help"), ("ministry education", "words")]
    assert [line.plain for line in set_lines(lines, 24)] == [
        "  F1        help",
        "  ministry education",
        "            words",
    ]


def test_a_paragraph_that_is_set_in_goes_on_behind_its_beginning() -> None:
    lines = ["names dropped:", "  names.pair: no room"]
    assert [line.plain for line in set_lines(lines, 16)] == [
        "names dropped:",
        "  names.pair: no",
        "    room",
    ]


@given(st.lists(st.one_of(_TEXT, st.tuples(_TEXT, _TEXT)), max_size=6), st.integers(12, 80))
def test_no_line_is_wider_than_it_may_be(lines: list[str | tuple[str, str]], width: int) -> None:
    assert all(cell_len(line.plain.rstrip()) <= width for line in set_lines(lines, width))
