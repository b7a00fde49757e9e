"""What stored text may do on a terminal: nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.cli.display import safe, style_for
from glossary.cli.streams import Output

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("char", [*(chr(code) for code in (*range(32), *range(0x7F, 0xA0))), *BIDI])
def test_what_acts_is_shown_by_its_number(char: str) -> None:
    assert safe(f"a{char}b") == f"a<U+{ord(char):04X}>b"


@given(st.text())
def test_no_control_survives(text: str) -> None:
    assert not [char for char in safe(text) if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]
    inner = safe(text).removeprefix("\u2068").removesuffix("\u2069")
    assert not set(inner) & set(BIDI)


@pytest.mark.parametrize(
    "text", ["科学技术部", "Héběi", "[red]x[/]", "a\\[b]", "e\u0301", "👩\u200d💻"]
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_text_from_right_to_left_is_set_apart() -> None:
    assert safe("وزارة") == "\u2068وزارة\u2069"


@pytest.mark.parametrize(
    ("terminal", "environ", "when", "on"),
    [
        (True, {"TERM": "xterm"}, "auto", True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, "auto", False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (False, {"TERM": "xterm"}, "auto", False),
        (False, {"TERM": "dumb"}, "always", True),
        (True, {"TERM": "xterm"}, "never", False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    terminal: bool, environ: dict[str, str], when: str, on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for key, value in environ.items():
        monkeypatch.setenv(key, value)
    stream = (_Terminal if terminal else io.TextIOWrapper)(io.BytesIO())
    assert style_for(Output(stream), when).on is on
