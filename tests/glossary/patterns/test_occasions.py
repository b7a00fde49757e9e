"""What is held again and again, by its number or year: exhibitions, forums, work conferences; and what happened once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import Kind

if TYPE_CHECKING:
    from glossary.glossary import Glossary

OCCASIONS = {
    "第七届中国国际进口博览会": "Seventh China International Import Expo",
    "第136届中国进出口商品交易会": "136th China Import and Export Fair",
    "2024年中央经济工作会议": "2024 Central Economic Work Conference",
    "第三次中央新疆工作座谈会": "Third Central Symposium on Work Related to Xinjiang",
    "博鳌亚洲论坛2024年年会": "Boao Forum for Asia Annual Conference 2024",
}


@pytest.mark.parametrize("chinese", OCCASIONS)
def test_an_event_is_composed_by_its_number_or_year(shipped: Glossary, chinese: str) -> None:
    there, back = shipped.lookup(chinese)[0], shipped.lookup(OCCASIONS[chinese])[0]
    assert (there.english, there.kind) == (OCCASIONS[chinese], Kind.EVENT.value)
    assert back.chinese == chinese
    assert back.derivation


@pytest.mark.parametrize(
    "name",
    ["2nd Xi'an Incident", "2024 Cultural Revolution", "第七届国庆节", "2035年中央经济工作会议"],
)
def test_what_happened_once_or_has_not_is_declined(shipped: Glossary, name: str) -> None:
    assert not shipped.lookup(name)
