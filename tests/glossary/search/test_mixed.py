"""Queries half in English and half in Chinese."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary.model.names import Evidence, Name, NameType
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary import Glossary


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    ministry = body("Ministry of Science and Technology", "科学技术部")
    letters = Name(text="MOST", lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
    with empty_glossary(tmp_path_factory.mktemp("mixed")) as glossary:
        for each in (
            replace(ministry, names=(*ministry.names, letters)),
            body("Department of International Cooperation", "科学技术部国际合作司"),
            body("Bureau of International Cooperation", "公安部国际合作局"),
            body("Railway Public Security Bureau", "公安部铁路公安局"),
            body("Shanghai Public Security Museum", "上海市公安博物馆"),
            body("Tsinghua University", "清华大学"),
            body("Tsinghua Law Journal Office", "清华大学法学期刊中心"),
            body("Hunan University", "湖南大学"),
            body("A-share Board", "A股委员会"),
        ):
            glossary.add(each, by="mei", force=True)
        yield glossary


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("MOST 国际合作司", "科学技术部国际合作司"),
        ("MOST国际合作司", "科学技术部国际合作司"),
        ("Shanghai 公安博物馆", "上海市公安博物馆"),
        ("Tsinghua 法学期刊", "清华大学法学期刊中心"),
        ("A股委员会", "A股委员会"),
        ("上海 public security museum", "上海市公安博物馆"),
        ("public security museum 上海", "上海市公安博物馆"),
        ("湖南 university", "湖南大学"),
    ],
)
def test_what_is_in_english_is_put_into_chinese(glossary: Glossary, query: str, first: str) -> None:
    assert glossary.find(query).answers[0].chinese == first
