"""Names that patterns compose, of bodies the glossary holds under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary import Glossary


def test_a_held_body_is_answered_instead_of_one_composed_with_its_chinese(
    shipped_glossary: Glossary,
) -> None:
    answers = shipped_glossary.lookup("Beijing Academy of Agriculture and Forestry Sciences")
    (answer,) = answers
    assert (answers.found, answer.chinese, answer.reworded) == ("exact", "北京市农林科学院", True)
    assert answer.english == "Beijing Academy of Agricultural and Forestry Sciences"
    assert not answer.derivation


def test_of_guesses_the_one_that_is_a_body_comes_first_and_stays_a_guess(
    shipped_glossary: Glossary,
) -> None:
    answers = shipped_glossary.lookup("Beijing Municipal Science and Technology Academy")
    assert answers[0].chinese == "北京市科学技术研究院"
    assert answers[0].evidence == "reconstructed"
    # 河北大学工商学院 is a college of its own.
    school = shipped_glossary.lookup("School of Business Administration, Hebei University")
    assert school[0].chinese == "河北大学工商管理学院"


def test_a_list_of_names_brings_no_second_entry_of_a_held_body(shipped_glossary: Glossary) -> None:
    named = shipped_glossary.entries_of(
        ["北京市农林科学院", "Beijing Academy of Agriculture and Forestry Sciences"]
    )
    assert len(named.entries) == 1


def test_of_a_short_chinese_name_the_held_body_is_answered(shipped_glossary: Glossary) -> None:
    (answer,) = shipped_glossary.lookup("河北科技厅")
    assert answer.id == "hebei-provincial-department-of-science-and-technology"
    assert answer.reworded


def test_a_search_gives_the_held_body_first_and_composes_no_second_one(
    shipped_glossary: Glossary,
) -> None:
    hits = shipped_glossary.find("Science and Technology Bureau of Hebei Province")
    assert [answer.id for answer in hits.composed] == [
        "hebei-provincial-department-of-science-and-technology"
    ]


def test_in_a_text_a_body_is_one_name_however_it_is_called(shipped_glossary: Glossary) -> None:
    text = (
        "The Science and Technology Bureau of Hebei Province met. The Hebei Provincial Department of Science and "
        "Technology said so; 河北科技厅, which is the 河北省科学技术厅, too."
    )
    (named,) = shipped_glossary.names(text)
    assert (named.count, named.found, len(named.forms)) == (4, "exact", 4)
    (answer,) = named.answers
    assert answer.id == "hebei-provincial-department-of-science-and-technology"
