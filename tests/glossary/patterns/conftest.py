"""The grammar of the shipped patterns, compiled once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.facade.composing import NameGrammar
    from glossary.glossary import Glossary


@pytest.fixture(name="shipped")
def _shipped(shipped_glossary: Glossary) -> Glossary:
    return shipped_glossary


@pytest.fixture
def grammar(shipped: Glossary) -> NameGrammar:
    """The grammar of the shipped glossary."""
    return shipped.name_grammar
