"""A department of a known body is found by other English than the glossary has for it, and only where one can be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary.facade.departments import found_among_departments
from glossary.search.queries import parse_query
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary
    from glossary.model.answers import Answer

BODIES = (
    ("State Administration for Market Regulation", "国家市场监督管理总局"),
    ("Department of Online Transaction Regulation, State Administration for Market Regulation", "国家市场监督管理总局网络交易监督管理司"),
    ("Department of Credit Regulation, State Administration for Market Regulation", "国家市场监督管理总局信用监督管理司"),
    ("Ministry of Natural Resources", "自然资源部"),
    ("Department of Territorial Space Use Regulation, Ministry of Natural Resources", "自然资源部国土空间用途管制司"),
    ("Department of Marine Early Warning, Ministry of Natural Resources", "自然资源部海洋预警监测司"),
    ("Marine Early Warning Center, Ministry of Natural Resources", "自然资源部海洋预警中心"),
    ("Ministry of Finance", "财政部"),
    ("Accounting Regulatory Department, Ministry of Finance", "财政部会计司"),
    ("Supreme People's Court", "最高人民法院"),
    ("Intellectual Property Tribunal, Supreme People's Court", "最高人民法院知识产权法庭"),
    ("Department of Personnel Work, Ministry of Finance", "财政部人事司"),
    ("Personnel Administration Bureau, Ministry of Finance", "财政部人事局"),
)  # fmt: skip


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        for at, names in enumerate(BODIES):
            glossary.add(replace(body(*names), id=f"body-{at}"), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Department of Online Transaction Supervision, State Administration for Market Regulation", "国家市场监督管理总局网络交易监督管理司"),
        ("Bureau of Internet Transaction Supervision and Administration of the State Administration for Market Regulation", "国家市场监督管理总局网络交易监督管理司"),
        ("Department of Territorial Spatial Use Control, Ministry of Natural Resources", "自然资源部国土空间用途管制司"),
        ("Department of Marine Warning, Ministry of Natural Resources", "自然资源部海洋预警监测司"),
        ("Accounting Department, Ministry of Finance", "财政部会计司"),
        # None that is known, or not whose it is, or no department.
        ("Department of Advertising Supervision, State Administration for Market Regulation", ""),
        ("Department of Territorial Space, Ministry of Natural Resources", ""),
        ("Accounting Department, Ministry of Justice", ""),
        ("Accounting Center, Ministry of Finance", ""),
        ("Department, Ministry of Finance", ""),
        ("Intellectual Property Division, Supreme People's Court", ""),
        # Two may be meant.
        ("Personnel Department, Ministry of Finance", ""),
    ],
)  # fmt: skip
def test_a_department_is_found_by_other_words_for_its_chinese(
    glossary: Glossary, asked: str, chinese: str
) -> None:
    found = glossary.lookup(asked)
    assert [answer.chinese for answer in found] == [chinese] * bool(chinese)
    assert all(answer.reworded for answer in found)


def test_a_name_too_long_is_parted_nowhere(glossary: Glossary) -> None:
    asked: list[str] = []

    def find(name: str) -> tuple[Answer, ...]:
        asked.append(name)
        return ()

    with glossary.store.reading():
        for times in (9, 100):
            name = "Bureau of Statistics of " * times + "Hebei"
            found_among_departments(name, find, glossary.store.reader, parse_query("").filters)
    assert (
        len(asked) == 2 * 9 - 1
    )  # each "of" but the first, which nothing but a word stands before
