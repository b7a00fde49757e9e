"""Folding: what it makes equal, and what it keeps apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.fold import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("", ""),
        ("  Ministry   of\tScience ", "ministry of science"),
        ("ＭＯＳＴ", "most"),
        ("ﬁnance", "finance"),
        ("Straße", "strasse"),
        ("Le Mans Université", "le mans universite"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("Việt Nam", "viet nam"),
        ("People’s", "people's"),
        ("People`s", "people's"),
        ("“Belt”", '"belt"'),
        ("Sci‑Tech – Dept", "sci-tech - dept"),
        ("wait…", "wait..."),
        ("co\u00adoperation", "cooperation"),
        ("a\u200bb\ufeffc\u202ed", "abcd"),
        ("e\u200b\u0301", "e"),
        ("Lüliang", "luliang"),
        ("Ｘi’an　Shi", "xi'an shi"),
    ],
)
def test_writings_of_one_text_meet(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("text", ["が", "й", "ё", "한국", "कि", "ทั้ง"])
def test_marks_of_other_scripts_stay(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_width_and_spaces_do_not_count(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert fold(f"  {wide}\u3000") == fold(text)


@given(st.text(alphabet="abcxyzéüñç -'"))
def test_case_and_composition_do_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
