"""How many questions a search puts to the store: counts, which unlike times are the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.glossary import Glossary


@pytest.fixture
def glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as made:
        made.add(body("Department of Education of Hebei Province", "河北省教育厅"))
        made.add(body("Department of Science and Technology of Hebei Province", "河北省科学技术厅"))
        made.add(body("Social Organisations Office of Guanyang County", "灌阳县社会组织办公室"))
        yield made


def asked(glossary: Glossary, query: str) -> tuple[int, list[str]]:
    """How many questions a search took, and the Chinese of its answers, which take one more."""
    before = glossary.store.reader.questions
    hits = glossary.find(query)
    count = glossary.store.reader.questions - before
    return count, [answer.chinese or "" for answer in hits.answers]


@pytest.mark.parametrize(
    ("query", "questions", "first"),
    [
        ("Department of Education of Hebei Province", 1, "河北省教育厅"),
        ("河北省教育厅", 1, "河北省教育厅"),
        ("hebeishengjiaoyuting", 1, "河北省教育厅"),
        ("hbskxjst", 1, "河北省科学技术厅"),
        ("教育", 2, "河北省教育厅"),
    ],
)
def test_what_is_equal_takes_one_question(
    glossary: Glossary, query: str, questions: int, first: str
) -> None:
    assert asked(glossary, query) == (questions, [first])


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("Departmnt of Education of Hebei Province", 9),
        ("Depratment of Eduction of Hebei Provnce", 14),
    ],
)
def test_a_typo_takes_a_few_questions_more(glossary: Glossary, query: str, most: int) -> None:
    count, found = asked(glossary, query)
    assert found == ["河北省教育厅"]
    assert count <= most


def test_a_page_of_answers_is_read_in_one_question(glossary: Glossary) -> None:
    hits = glossary.find("hebei")
    before = glossary.store.reader.questions
    assert len(hits.answers) == 2
    assert glossary.store.reader.questions - before == 1


@pytest.mark.parametrize("query", ["Social Organisa", "Social Organis", "Social Organisations Off"])
def test_a_word_broken_off_finds_its_name(glossary: Glossary, query: str) -> None:
    assert asked(glossary, query)[1] == ["灌阳县社会组织办公室"]


def test_many_approvals_take_few_questions(glossary: Glossary) -> None:
    ids = [glossary.add(body(f"Office {number}")).entry.id for number in range(120)]
    before = glossary.store.reader.questions
    outcomes = glossary.approve_all(ids)
    assert glossary.store.reader.questions - before <= 5
    assert [outcome.entry for outcome in outcomes] == ids
    assert not list(glossary.store.check())


def test_short_names_come_first_of_those_that_hold_the_words(glossary: Glossary) -> None:
    for number in range(80):
        glossary.add(body(f"Council {number} for the Supervision of the Ministry of Measures"))
    glossary.add(body("Old Ministry"))
    assert glossary.find("ministry", limit=5)[0].english == "Old Ministry"
