"""What may begin where."""

from __future__ import annotations

from glossary.patterns.grammar import Grammar
from tests.patterns import pattern

ORGAN = pattern("body", "{place}统计局", "place")
NUMBERED = pattern("body", "第{n}分局", "n:ordinal")
UNIT = pattern("body", "{body}办公室", "body")
FIELD = pattern("field", "统计")
PLAN = pattern("title", "{body}计划", "body")


def test_a_symbol_opens_with_what_its_names_do_and_with_all_that_opens_those() -> None:
    openings = Grammar([ORGAN, NUMBERED, UNIT, FIELD, PLAN]).side("zh").openings
    assert openings.above("place") == {"place", "body", "title"}
    assert openings.above("field") == {"field"}
    assert openings.of_atoms("第", "一") == {"body", "title"}
    assert openings.of_atoms("统", "计") == {"field"}
    assert openings.of_atoms("统", "一") == openings.of_atoms("局", "长") == frozenset()
