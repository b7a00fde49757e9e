"""Names asked for by an acronym and other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import BodyFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType, Usage
from tests.glossaries import empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary import Glossary

U = Evidence.UNSOURCED


def made(entry_id: str, english: str, letters: str = "", level: Level | None = None) -> Entry:
    names = [Name(text=english, lang="en", usage=Usage.PREFERRED, evidence=U)]
    if letters:
        names.append(Name(text=letters, lang="en", type=NameType.ACRONYM, evidence=U))
    return Entry(id=entry_id, kind=Kind.BODY, names=tuple(names), body=BodyFacts(level=level))


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("letters")) as glossary:
        for each in (
            made("cyberspace", "Cyberspace Administration of China", "CAC"),
            made("camc", "China CAMC Engineering"),
            made("academy", "Chinese Academy of Sciences", "CAS"),
            made("automation", "Institute of Automation, Chinese Academy of Sciences"),
            made("politics", "Institute of Political Science, Chinese Academy of Sciences"),
            made("robots", "Institute of Automation of the Robot Academy"),
            made("university", "University of Science and Technology of China", "USTC"),
            made("technology", "Ministry of Science and Technology", "MOST"),
            *(made(f"rule-{at}", f"Rules {at} on the Most Needed Goods") for at in range(5)),
            made("league", "Communist Youth League", level=Level.CENTRAL),
            made("faction", "Youth League faction"),
            made("harbour", "Harbor Office of Xinyang"),
        ):
            glossary.add(each, by="mei", force=True)
        yield glossary


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("CAC cyberspace", "cyberspace"),
        ("CAS institute of automation", "automation"),
        ("institute of automation CAS", "automation"),
        ("USTC Hefei", "university"),
        ("CAS political science institute", "politics"),
        ("youth league", "league"),
        ("harbouroffice", "harbour"),
    ],
)
def test_an_acronym_is_written_out_beside_other_words(
    glossary: Glossary, query: str, first: str
) -> None:
    assert glossary.find(query).answers[0].id == first


def test_letters_that_are_a_common_word_are_no_acronym_among_others(glossary: Glossary) -> None:
    assert "technology" not in [each.id for each in glossary.find("most favoured ship").answers]
