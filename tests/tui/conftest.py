"""Glossaries to drive the app on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.relations import Relation, RelationType
from glossary.model.sources import Source
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SOURCE = Source(
    title="国务院组织机构", locator="www.gov.cn", publisher="gov.cn", seen="2026-11-20"
)


def sourced(english: str, chinese: str, *, short: str = "") -> Entry:
    """A body with an official Chinese and English name."""
    names = [
        Name(
            text=english,
            lang="en",
            usage=Usage.PREFERRED,
            evidence=Evidence.OFFICIAL,
            sources=(_SOURCE,),
        ),
        Name(
            text=chinese,
            lang="zh-Hans",
            usage=Usage.PREFERRED,
            evidence=Evidence.OFFICIAL,
            sources=(_SOURCE,),
        ),
    ]
    if short:
        names.append(
            Name(text=short, lang="en", type=NameType.ACRONYM, evidence=Evidence.UNSOURCED)
        )
    entry = body(english)
    return replace(entry, names=tuple(names))


@pytest.fixture
def shipped(shipped_file: Path, tmp_path: Path) -> Iterator[Glossary]:
    """Everything that is shipped, patterns too, in a copy that a test may change."""
    path = shutil.copy(shipped_file, tmp_path / "shipped.db")
    with Glossary.open(str(path), user="mei") as glossary:
        yield glossary


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Glossary]:
    """A glossary with nothing in it."""
    with empty_glossary(tmp_path, "mei") as glossary:
        yield glossary


@pytest.fixture
def small(bare: Glossary) -> Glossary:
    """Five ministries, three of them approved, two waiting."""
    council = sourced("State Council", "国务院")
    science = sourced("Ministry of Science and Technology", "科学技术部", short="MOST")
    science = replace(
        science,
        relations=(
            Relation(type=RelationType.PART_OF, target="state-council"),
            Relation(type=RelationType.CONFUSED_WITH, target="ministry-of-education"),
        ),
    )
    education = sourced("Ministry of Education", "教育部")
    for entry in (council, education, science):
        bare.add(entry, by="kai")
        bare.approve(entry.id, by="lin")
    bare.add(body("Ministry of Silly Walks", "愚步部"), by="kai", why="seen on television")
    bare.add(body("Ministry of Administrative Affairs", "行政事务部"), by="mei")
    return bare


@pytest.fixture
def hostile(bare: Glossary) -> Glossary:
    """Names that would break a careless screen: markup, joiners, right-to-left, combining marks, great length."""
    texts = (
        "[/] Office",
        "[red]x[/red] Office",
        r"\[b] Office",
        "Office 👨‍👩‍👧 family",
        "Office مكتب الشؤون",
        "Office é́́́ marks",
        "Office " + "long " * 990 + "end",
    )
    for number, text in enumerate(texts):
        name = Name(text=text, lang="en", usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED)
        bare.add(Entry(id=f"hostile-{number}", kind=Kind.BODY, names=(name,)), by="kai", force=True)
    return bare
