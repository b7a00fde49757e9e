"""Titles composed in nearly the Chinese of a held document: that one, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.glossary import Glossary


def test_a_rule_is_found_by_english_that_leaves_out_that_it_is_interim(
    shipped_glossary: Glossary,
) -> None:
    answers = shipped_glossary.lookup("Regulations on Residence Permits")
    assert (answers.found, [answer.chinese for answer in answers]) == ("exact", ["居住证暂行条例"])
    assert answers[0].reworded


def test_a_rule_of_another_kind_on_the_same_is_named_and_nothing_composed(
    shipped_glossary: Glossary,
) -> None:
    answers = shipped_glossary.lookup("Measures for Residence Permits")
    assert answers.found == "none"
    assert answers.reason == "居住证暂行条例 may be meant, which is of another kind"
    assert answers.near[0].id == "interim-regulations-on-residence-permits"
