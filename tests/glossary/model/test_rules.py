"""What may stand in a name, a note and an id."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InvalidError
from glossary.model.names import Usage
from glossary.model.rules import NAME_LIMIT, check_choice, check_id, check_line, check_note

# UAX 9, table of explicit formatting characters, and the implicit marks.
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    "text", ["国家安全部", "Xi’an", "a\u00a0b", "नमस्ते", "می\u200cخواهم", "👩\u200d🔬", "[/]", "𠮷"]
)
def test_names_of_any_script_pass(text: str) -> None:
    assert check_line(text, "text") == text


@pytest.mark.parametrize(
    "char",
    [*BIDI, "\x00", "\x07", "\x1b", "\x7f", "\x9b", "\n", "\t", "\u2028", "\ufeff", "\u200b"],
)
def test_what_could_move_a_cursor_or_turn_the_order_is_refused(char: str) -> None:
    with pytest.raises(InvalidError, match=rf"U\+{ord(char):04X} at position 2"):
        check_line(f"a{char}b", "text")


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InvalidError, match=r"U\+D800"):
        check_line("\ud800", "text")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "text is empty"),
        ("  ", "text is empty"),
        (" a", "begins or ends with a space"),
        ("a\u3000", "begins or ends with a space"),
        ("e\u0301", "is not in Unicode normal form C"),
        ("a" * (NAME_LIMIT + 1), "10,001 characters"),
    ],
)
def test_other_breaches_say_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(InvalidError) as caught:
        check_line(text, "text")
    assert message in str(caught.value)
    assert caught.value.field == "text"


def test_a_note_may_break_lines_but_holds_no_escapes() -> None:
    assert check_note("one\n\ttwo", "note")
    with pytest.raises(InvalidError, match=r"U\+001B"):
        check_note("a\x1b[2J", "note")
    with pytest.raises(InvalidError, match=r"U\+000D"):
        check_note("a\r\nb", "note")


@given(st.text(max_size=20))
def test_what_passes_is_nfc_and_printable_on_one_line(text: str) -> None:
    try:
        check_line(text, "text")
    except InvalidError:
        return
    assert normalize("NFC", text) == text
    assert len(text.splitlines()) == 1
    assert not set(text) & set(BIDI)


@pytest.mark.parametrize("text", ["a", "state-council", "863-programme", "a" * 80])
def test_ids_pass(text: str) -> None:
    assert check_id(text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "a b", "-a", "a-", "a--b", "é", "a\n", "a" * 81, "部", "../a"]
)
def test_anything_else_is_no_id(text: str) -> None:
    with pytest.raises(InvalidError, match="is not an id"):
        check_id(text)


def test_an_unknown_choice_offers_the_nearest() -> None:
    with pytest.raises(InvalidError, match="Did you mean 'preferred'"):
        check_choice(Usage, "prefered", "usage")
