"""The shipped patterns, places and entries, compiled once for all tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.facade.composing import NameGrammar


@pytest.fixture(scope="session", name="shipped")
def _shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with Glossary.open(str(tmp_path_factory.mktemp("patterns") / "glossary.db")) as glossary:
        yield glossary


@pytest.fixture
def grammar(shipped: Glossary) -> NameGrammar:
    """The grammar of the shipped glossary."""
    return shipped.name_grammar
