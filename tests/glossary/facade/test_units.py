"""Short names of units: whose a unit is has to be said where many bodies have one like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary


@pytest.mark.parametrize("name", ["国际合作司", "國際合作司"])
def test_a_unit_that_several_names_end_with_is_below_a_body_that_is_not_said(
    shipped_glossary: Glossary, name: str
) -> None:
    answers = shipped_glossary.lookup(name)
    assert answers.found == "none"
    assert answers.reason == f'several bodies call a unit of theirs "{name}": say whose it is'
