"""Readings of one name: which of them cannot both be what was asked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from glossary.facade import readings
from glossary.facade.readings import Reading

if TYPE_CHECKING:
    from glossary.glossary import Glossary

_GRAMMAR = SimpleNamespace(
    composer=SimpleNamespace(chinese=lambda node: node.chinese, english=lambda node: node.english)
)


def title(place: str, chinese: str, cost: float, symbol: str = "title") -> Reading:
    """A reading of ``Taizhou Regulations`` as of one of the places called so."""
    node = SimpleNamespace(
        symbol=symbol, place=place, chinese=chinese, english="Taizhou Regulations", cost=cost
    )
    return Reading(node, _GRAMMAR)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cost", "symbol", "are"),
    [
        (0.1, "title", True),
        (0.2, "title", False),
        (0.0, "title", True),
        (0.0, "body", True),
        (0.2, "body", False),
    ],
)
def test_names_of_two_places_of_one_name_are_rivals_where_they_are_about_as_likely(
    monkeypatch: pytest.MonkeyPatch, cost: float, symbol: str, are: bool
) -> None:
    monkeypatch.setattr(readings, "days_of", lambda _node: ("", ""))
    one, other = title("台州", "台州条例", 0.0, symbol), title("泰州", "泰州条例", cost, symbol)
    assert one.rivals(other) is other.rivals(one) is are


def test_a_title_of_a_place_of_two_names_is_only_reconstructed(shipped_glossary: Glossary) -> None:
    asked = "Regulations of Taizhou Municipality on Wetland Protection"
    assert {(answer.chinese, answer.evidence) for answer in shipped_glossary.lookup(asked)} == {
        ("台州市湿地保护条例", "reconstructed"),
        ("泰州市湿地保护条例", "reconstructed"),
    }
