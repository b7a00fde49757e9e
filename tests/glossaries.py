"""Small real glossaries for tests: a SQLite file in the test's folder, without the shipped entries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary.facade import news
from glossary.glossary import Glossary
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, Usage
from glossary.model.slugs import slug
from glossary.store.database import Store
from glossary.store.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from glossary.model.relations import Relation

__all__ = ["Shipped", "body", "empty_glossary"]


def empty_glossary(folder: Path, user: str = "tester") -> Glossary:
    """A glossary on a new file, with nothing in it."""
    return Glossary(Store.open(os.path.join(folder, "test.db"), list), user)


def body(english: str, chinese: str = "", *, relations: Sequence[Relation] = ()) -> Entry:
    """An unsourced body with one preferred name in each language given."""
    names = [Name(text=english, lang="en", usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED)]
    if chinese:
        names.append(
            Name(text=chinese, lang="zh-Hans", usage=Usage.PREFERRED, evidence=Evidence.UNSOURCED)
        )
    return Entry(id=slug(english), kind=Kind.BODY, names=tuple(names), relations=tuple(relations))


class Shipped:
    """What a program brings, that can be made to bring something else."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *entries: Entry) -> None:
        self.reads = 0
        self.bring("first", *entries)
        monkeypatch.setattr("glossary.seeds.iter_shipped", self._read)
        monkeypatch.setattr("glossary.seeds.are_compiled", lambda: True)
        monkeypatch.setattr(news, "shipped_stamp", lambda: self.stamp)

    def bring(self, stamp: str, *entries: Entry) -> None:
        self.stamp, self.entries = stamp, entries

    def _read(self) -> list[object]:
        self.reads += 1
        return [prepare(entry, "approved") for entry in self.entries]
