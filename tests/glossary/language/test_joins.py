"""Names no list holds: how much is read to put them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.language import joins
from glossary.language.readings import tables

if TYPE_CHECKING:
    import pytest


def test_a_text_of_nothing_but_sounds_is_read_in_time_proportional_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def is_sound(text: str, kind: str, known: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(joins, "_is_sound", is_sound)
    pieces = [("各", "char")] * 2000
    assert joins.foreign_names(pieces, tables()) == pieces
    assert len(asked) <= 32 * len(pieces)


def test_pieces_of_a_foreign_name_are_one_word() -> None:
    pieces = [("瓦拉", "word"), ("多利", "word"), ("德", "char"), ("队", "char")]
    assert joins.foreign_names(pieces, tables())[0] == ("瓦拉多利德", "transliteration")
