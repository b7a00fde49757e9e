"""Stored text on the screen: harmless, and in column."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual._xterm_parser import XTermParser
from textual.content import Content
from textual.events import Key

from tui.breaking import wrap
from tui.display import _HARMLESS, NO_BREAK, clip, one_line, plain
from tui.words import wants_ascii


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("a\x7fb", "a␡b"),
        ("abc\u202edef", "abc<U+202E>def"),
        ("\u2066x", "<U+2066>x"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("❤\ufe0f", "❤"),
        ("\u0301x", "◌\u0301x"),
        ("مكتب", "\u2068مكتب\u2069"),
        ("[red]x[/]", "[red]x[/]"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_what_acts_is_shown_instead(stored: str, shown: str) -> None:
    assert plain(stored) == shown


@given(st.text(max_size=50))
def test_nothing_shown_moves_a_cursor(text: str) -> None:
    shown = one_line(text)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)


@given(st.text(max_size=50), st.integers(min_value=1, max_value=30))
def test_a_clipped_text_fits(text: str, width: int) -> None:
    assert cell_len(clip(one_line(text), width)) <= width


def test_an_input_method_commits_under_the_kitty_protocol() -> None:
    """The sequence kitty, Ghostty and WezTerm send for 你好 committed by an input method (Textual 8.2.8)."""
    keys = [
        event for event in XTermParser().feed("\x1b[49;;20320:22909u") if isinstance(event, Key)
    ]
    assert [key.character for key in keys] == ["你", "好"]


def test_lines_break_beside_wide_characters_but_not_before_what_closes() -> None:
    lines = wrap(Content("国家安全部（北京），科学技术部"), 10)
    assert [line.plain for line in lines] == ["国家安全部", "（北京），", "科学技术部"]


def test_a_sign_is_not_parted_from_its_word() -> None:
    lines = wrap(Content(f"Ministry ●{NO_BREAK}official"), 12, 2)
    assert [line.plain for line in lines] == ["Ministry", f"  ●{NO_BREAK}official"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert [line.plain for line in wrap(Content("a" * 12), 5)] == ["aaaaa", "aaaaa", "aa"]
    assert all(line.cell_length <= 7 for line in wrap(Content("部x" * 200), 7, 4))


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0xFFFF), max_size=6))
def test_the_quick_way_changes_nothing(text: str) -> None:
    if _HARMLESS(text):
        slow = plain(f"{text}\x00")  # one character that acts sends all of it the long way
        assert slow == f"{text}␀"


def test_what_acts_turns_or_joins_is_never_harmless() -> None:
    for code in (
        0x1B,
        0x7F,
        0x85,
        0xAD,
        0x200B,
        0x200E,
        0x2028,
        0x202E,
        0x2066,
        0x300,
        0x302A,
        0x5D0,
        0xFEFF,
    ):
        assert not _HARMLESS(chr(code))


@pytest.mark.parametrize(
    ("term", "locale", "ascii_signs"),
    [
        ("linux", "en_GB.UTF-8", True),
        ("dumb", "en_GB.UTF-8", True),
        ("xterm-256color", "C", True),
        ("xterm-256color", "zh_CN.UTF-8", False),
        ("screen", "", False),
    ],
)
def test_plain_signs_where_the_terminal_has_no_others(
    monkeypatch: pytest.MonkeyPatch, term: str, locale: str, ascii_signs: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert wants_ascii() is ascii_signs
