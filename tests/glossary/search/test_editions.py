"""A statute is found by the year of an edition, other documents are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import DocumentFacts, Kind
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary

# Adopted on these days, by the texts of the laws: the Electric Power Law on 28 December 1995, amended 2009, 2015, 2018.
STATUTES = (
    ("Electric Power Law", "电力法", "1995-12-28"),
    ("Measures for Grain Storage", "粮食储存暂行办法", "1992"),
    ("Measures for Grain Storage", "粮食储存办法", "2009-12"),
    ("Regulations on Ports", "港口条例", ""),
    ("Negative List for Market Access", "市场准入负面清单", "2018-12"),
    ("Plan for Marine Development", "海洋发展规划", "2011"),
)


@pytest.fixture(name="statutes")
def _statutes(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        for at, (english, chinese, date) in enumerate(STATUTES):
            facts = DocumentFacts(date=date)
            document = replace(
                body(english, chinese), id=f"statute-{at}", kind=Kind.DOCUMENT, document=facts
            )
            glossary.add(document, by="mei", force=True)
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Electric Power Law (2015)", ["电力法"]),
        ("Electric Power Law of the PRC (1995)", ["电力法"]),
        ("Electricity Law (2018)", ["电力法"]),
        ("Electric Power Law (1994)", []),  # there was none yet
        ("Measures for Grain Storage (1995)", ["粮食储存暂行办法"]),
        ("Measures for Grain Storage (2012)", []),  # the later one, or an edition of the earlier?
        ("Regulations on Ports (2012)", []),  # since when it was there is not known
        ("Negative List for Market Access (2020)", []),  # anew each year
        ("Plan for Marine Development (2015)", []),
        ("Electric Power Law in 2015", []),
    ],
)
def test_a_year_at_the_end_is_that_of_an_edition_of_a_statute(
    statutes: Glossary, asked: str, chinese: list[str]
) -> None:
    answers = statutes.lookup(asked)
    assert [answer.chinese for answer in answers] == chinese
    assert all(answer.reworded for answer in answers)
