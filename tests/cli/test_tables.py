"""Columns in terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary.cli.display import Style
from glossary.cli.tables import Cell, labelled_rows, pad, table, width, wrap

PLAIN = Style(on=False)
SAMPLE = [
    "Hebei University of Technology",
    "河北省国际人才交流协会",
    "河北國際人才交流協會",
    "Héběi Shěng Kēxué Jìshùtīng",
    "Ｔｅｒｍ　Ｂａｎｋ",
    "《关于印发〈办法〉的通知》（2015年）",
    "文部科学省",
    "ﾓﾝﾌﾞ",
    "외교부",
    "e\u0301e\u0300\u0323",
    "وزارة الخارجية",
    "משרד החוץ",
    "กระทรวง",
    "Министерство",
    "𠮷野家",
    "“quoted” – dash … · №",
    "😀🎉",
]

texts = st.text(
    st.sampled_from("abc XYZ-,.河北省大学（），《》éǚ\u0301ﾓ외α٣ا"), min_size=0, max_size=60
)


@pytest.mark.parametrize("text", SAMPLE)
def test_widths_are_those_of_rich(text: str) -> None:
    assert width(text) == cell_len(text)


def test_every_cjk_character_in_use_is_two_cells() -> None:
    assert {width(chr(code)) for code in (*range(0x4E00, 0x9FA6), *range(0x3041, 0x3097))} == {2}


def test_padding_counts_cells() -> None:
    assert pad("局", 4) == "局  "
    assert pad("toolong", 3) == "toolong"


@given(texts, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(" ".join(text.split()), cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_han_name_that_fits_a_line_is_not_torn() -> None:
    assert wrap("Commission 中央科技委员会", 20) == ["Commission", "中央科技委员会"]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrap("《国家安全法》（草案）", 12) == ["《国家安全", "法》（草案）"]


ROWS = [
    [Cell("Office of Examples"), Cell("示例局"), Cell("Shìlìjú"), Cell("official")],
    [Cell("Office of Instances"), Cell("事例局"), Cell("Shìlìjú"), Cell("reconstructed")],
]
HEADS = ["English", "Chinese", "Pinyin", "Evidence"]


def test_columns_stand_below_each_other() -> None:
    assert table(HEADS, ROWS, 80, PLAIN) == [
        "English              Chinese  Pinyin   Evidence",
        "Office of Examples   示例局   Shìlìjú  official",
        "Office of Instances  事例局   Shìlìjú  reconstructed",
    ]


def test_a_narrow_terminal_gets_blocks() -> None:
    assert table(HEADS, ROWS[:1], 20, PLAIN) == [
        "Office of Examples",
        "  示例局",
        "  Shìlìjú",
        "  official",
    ]


@given(
    st.lists(st.lists(texts, min_size=3, max_size=3), max_size=4),
    st.sampled_from([20, 40, 60, 80, 120]),
)
def test_no_line_of_a_table_is_wider_than_the_terminal(rows: list[list[str]], cells: int) -> None:
    made = [[Cell(" ".join(text.split())) for text in row] for row in rows]
    for line in table(["A", "Chinese", "Pinyin"], made, cells, PLAIN):
        assert width(line) <= cells


@pytest.mark.parametrize("cells", [20, 40, 60, 120])
def test_labels_never_push_a_line_over_the_edge(cells: int) -> None:
    pairs = [("Distinct from", Cell("河北科技大学 Hebei University of Science and Technology" * 2))]
    assert all(width(line) <= cells for line in labelled_rows(pairs, cells, PLAIN))


def test_an_equal_label_is_written_once() -> None:
    assert labelled_rows([("From", Cell("a")), ("From", Cell("b"))], 60, PLAIN) == [
        "  From  a",
        "        b",
    ]


def test_colour_does_not_change_the_columns() -> None:
    coloured = table(
        HEADS,
        [[Cell("Office", "strong"), Cell("示例局"), Cell("x"), Cell("y")]],
        80,
        Style(on=True),
    )
    assert coloured[1] == "\x1b[1mOffice\x1b[0m   示例局   x       y"
