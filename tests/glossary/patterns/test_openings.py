"""What may begin where, and where composed names may end."""

from __future__ import annotations

from glossary.patterns.grammar import Grammar
from glossary.patterns.heads import final_atoms


def pattern(makes: str, chinese: str, *slots: str) -> dict[str, object]:
    return {
        "id": f"{makes}-{chinese}",
        "pattern": {"makes": makes, "slots": list(slots)},
        "names": [
            {"text": chinese, "lang": "zh-Hans", "usage": "preferred"},
            {"text": f"X {chinese}", "lang": "en", "usage": "preferred"},
        ],
    }


ORGAN = pattern("body", "{place}统计局", "place")
NUMBERED = pattern("body", "第{n}分局", "n:ordinal")
UNIT = pattern("body", "{body}办公室", "body")
FIELD = pattern("field", "统计")
PLAN = pattern("title", "{body}计划", "body")
COPY = pattern("title", "{title}（{field}）", "title", "field")


def test_a_symbol_opens_with_what_its_names_do_and_with_all_that_opens_those() -> None:
    openings = Grammar([ORGAN, NUMBERED, UNIT, FIELD, PLAN]).side("zh").openings
    assert openings.above("place") == {"place", "body", "title"}
    assert openings.above("field") == {"field"}
    assert openings.of_atoms("第", "一") == {"body", "title"}
    assert openings.of_atoms("统", "计") == {"field"}
    assert openings.of_atoms("统", "一") == openings.of_atoms("局", "长") == frozenset()


def test_names_end_in_the_last_atoms_of_what_their_last_slots_hold() -> None:
    assert final_atoms(Grammar([ORGAN, UNIT]), "zh", ["body"]) == {"局", "室"}
    assert final_atoms(Grammar([ORGAN, UNIT, PLAN, FIELD, COPY]), "zh", ["title"]) == {"划", "计"}


def test_where_a_name_may_end_in_a_place_it_may_end_in_anything() -> None:
    mission = pattern("body", "驻{place}", "place")
    assert final_atoms(Grammar([ORGAN, mission]), "zh", ["body"]) is None
    listed = pattern("body", "某局{school}", "school:entry")
    assert final_atoms(Grammar([ORGAN, listed]), "zh", ["body"]) == {"局"}
