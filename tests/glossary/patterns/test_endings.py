"""Where composed names may end."""

from __future__ import annotations

import pytest

from glossary.patterns.endings import Endings
from glossary.patterns.grammar import Grammar
from tests.patterns import pattern

ORGAN = pattern("body", "{place}统计局", "place")
BUREAU = pattern("body", "{place}{field}厅", "place", "field")
UNIT = pattern("body", "{body}办公室", "body")
FIELD = pattern("field", "水利")
PLAN = pattern("title", "{body}计划", "body")
COPY = pattern("title", "{title}（{field}）", "title", "field")
YEARLY = pattern("title", "{body}{y}年", "body", "y:year")


def ends(patterns: list[dict[str, object]], symbol: str, text: str) -> str:
    """The characters behind which a name may end, of a text."""
    return "".join(text[at - 1] for at in Endings(Grammar(patterns), "zh", [symbol]).ends(text))


def test_names_end_in_the_last_two_atoms_of_their_patterns() -> None:
    assert ends([ORGAN, UNIT], "body", "河北省统计局办公室") == "局室"
    assert ends([ORGAN, UNIT], "body", "邮局的教室") == ""


def test_names_end_in_what_their_last_slots_hold() -> None:
    assert ends([ORGAN, UNIT, PLAN, FIELD, COPY], "title", "计划水利") == "划利"
    assert ends([ORGAN, UNIT, PLAN, FIELD, COPY], "title", "谋划便利") == ""


@pytest.mark.parametrize(("text", "expected"), [("水利厅", "厅"), ("利厅", "厅"), ("大厅", "")])
def test_before_the_last_atom_stands_what_its_slot_may_end_in(text: str, expected: str) -> None:
    assert ends([BUREAU, FIELD], "body", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("二〇二〇年", "年"), ("2020年", "年"), ("去年", ""), ("年", "")]
)
def test_before_a_year_s_last_atom_stands_a_digit(text: str, expected: str) -> None:
    assert ends([ORGAN, YEARLY], "title", text) == expected


def test_where_a_name_may_end_in_a_place_it_may_end_in_anything() -> None:
    mission = pattern("body", "驻{place}", "place")
    assert ends([ORGAN, mission], "body", "某某") == "某某"


def test_the_end_of_an_entry_is_not_the_patterns() -> None:
    listed = pattern("body", "某局{school}", "school:entry")
    assert ends([ORGAN, listed], "body", "某局某校统计局") == "局"
