"""The tables as they are looked up, against the files they are read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from glossary.language import beginnings
from glossary.language.readings import NO_WORD, Tables, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Listed = tuple[str, int, bool, bool]


def listed(root: Path) -> Iterator[Listed]:
    """Every word of the file: text, cost, whether a place, whether written in parts."""
    path = root / "glossary" / "language" / "tables" / "pinyin" / "words.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        first, *columns = line.split("\t")
        if len(first) > 1:
            yield first[0], int(first[1:]), False, False
        for column in columns:
            for rest, cost, marks in re.findall(r"(\D*)(\d+)(p?/?) ?", column[1:]):
                yield first[0] + column[0] + rest, int(cost), "p" in marks, "/" in marks


def test_every_word_is_found_as_it_is_listed(root: Path) -> None:
    known, words = tables(), list(listed(root))
    assert len(words) > 90_000
    assert len({word[0] for word in words}) == len(words)
    for text, cost, is_place, in_parts in words:
        assert (known.cost_of(text), len(text) > 1 and known.is_place(text)) == (cost, is_place)
        assert (text in known.parts) is in_parts


def test_words_of_two_characters_come_the_shortest_first(root: Path) -> None:
    edges = tables().words["中国"]
    assert [edge[0] for edge in edges] == sorted(edge[0] for edge in edges)
    assert {"中国" + edge[1] for edge in edges} == {
        text for text, *_ in listed(root) if text.startswith("中国")
    }


@pytest.mark.parametrize("text", ["学科院", "A股", "é", "\U00020000", "囧囧", "ab"])
def test_what_is_no_word_is_none(text: str) -> None:
    assert tables().cost_of(text) == NO_WORD
    assert not tables().is_place(text)


def test_few_pairs_are_kept_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginnings, "KEPT", 10)
    known = Tables()
    before = known.words["石家"]
    for code in range(0x4E00, 0x4E80):
        _ = known.words[chr(code) + "国"]
    assert len(known.words) <= 10
    assert known.words["石家"] == before


@pytest.mark.parametrize(
    ("char", "reading"),
    [("长", "cháng"), ("〇", "líng"), ("嗧", ""), ("A", ""), ("𠀀", ""), ("\0", "")],
)
def test_characters_outside_the_table_have_no_default(char: str, reading: str) -> None:
    assert tables().chars[char] == reading
