"""Signs tell names apart though their keys are equal: C++ is no C, and Disney+ is no Disney."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary.errors import ConflictError
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        for at, names in enumerate((("Dee", "丁"), ("Dee++", "丁加加"), ("Vee+", "微加"))):
            glossary.add(replace(body(*names), id=f"letter-{at}"), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Dee", ["Dee"]),
        ("Dee++", ["Dee++"]),
        ("Dee＋＋", ["Dee++"]),
        ("Dee#", []),
        ("Vee+", ["Vee+"]),
        ("Vee +", ["Vee+"]),
        ("Vee", []),
        ("wei jia", ["Vee+"]),
    ],
)
def test_a_lookup_answers_with_the_same_signs_only(
    glossary: Glossary, asked: str, answered: list[str]
) -> None:
    found = glossary.lookup(asked)
    assert [each.english for each in found.answers] == answered
    assert bool(found.near) is not bool(answered)


@pytest.mark.parametrize(
    ("query", "first"), [("Dee", "Dee"), ("Dee++", "Dee++"), ("Dee#", "Dee"), ("Vee", "Vee+")]
)
def test_a_search_puts_the_same_signs_first(glossary: Glossary, query: str, first: str) -> None:
    assert glossary.find(query)[0].english == first


def test_a_text_is_read_with_its_signs(glossary: Glossary) -> None:
    text = "Dee++, Dee# and Dee; Vee+ and Vee, Dee+2 and 用Dee++写"
    met = [(each.text, each.count, each.answers[0].english) for each in glossary.names(text)]
    assert met == [("Dee++", 2, "Dee++"), ("Dee", 2, "Dee"), ("Vee+", 1, "Vee+")]


def test_only_a_name_with_the_same_signs_is_there_already(glossary: Glossary) -> None:
    glossary.add(replace(body("Dee#", "丁井"), id="letter-9"), by="mei")
    with pytest.raises(ConflictError, match="'Dee#' is there already"):
        glossary.add(body("Dee ＃", "丁号"), by="mei")
