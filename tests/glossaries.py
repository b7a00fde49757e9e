"""Small real glossaries for tests: a SQLite file in the test's folder, without the shipped entries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary.glossary import Glossary
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, Usage
from glossary.model.slugs import slug
from glossary.store.database import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from glossary.model.relations import Relation

__all__ = ["body", "empty_glossary"]


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
