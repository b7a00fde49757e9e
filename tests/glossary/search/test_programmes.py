"""A programme is found under another word for what it is, and under no other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import Kind
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary

# The first three as the programmes call themselves; the fourth shares its words with the third.
PROGRAMMES = (
    ("High-end Foreign Experts Recruitment Plan", "高端外国专家引进计划"),
    ("863 Program", "863计划"),
    ("National Key Research and Development Program", "国家重点研发计划"),
    ("Sunshine Project", "阳光工程"),
    ("Young Star Project", "青年之星工程"),
    ("Young Stars Programme", "青年之星计划"),
)


@pytest.fixture(name="programmes", scope="module")
def _programmes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    path: Path = tmp_path_factory.mktemp("programmes")
    with empty_glossary(path) as glossary:
        for english, chinese in PROGRAMMES:
            glossary.add(replace(body(english, chinese), kind=Kind.PROGRAMME, body=None), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("High-End Foreign Expert Recruitment Program", ["高端外国专家引进计划"]),
        ("Project 863", ["863计划"]),
        ("National Key R&D Plan", ["国家重点研发计划"]),
        ("Foreign Expert Recruitment Program", []),  # a word less
        ("Key National Laboratory Program", []),
        ("National Key Research and Development", []),  # says not that it is a programme
        ("Sunshine Plan", []),  # one word tells too little
        ("Young Star Scheme", []),  # either may be meant
    ],
)
def test_another_word_for_what_it_is_finds_it(
    programmes: Glossary, asked: str, chinese: list[str]
) -> None:
    found = programmes.lookup(asked)
    assert [answer.chinese for answer in found.answers] == chinese
    assert all(answer.reworded for answer in found.answers)
    assert not programmes.lookup(asked, kind="body").answers
