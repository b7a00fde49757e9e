"""What a terminal sends becomes events: a paste whole, whatever it is cut into on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from textual._parser import Parser
from textual.events import Key, Paste

from tui.pasting import END, START, PasteParser

if TYPE_CHECKING:
    import pytest
    from textual.message import Message

_TEXTS = st.text(st.characters(blacklist_characters="\x00\x1b", blacklist_categories=["Cs"]))


def _told(events: list[Message]) -> list[str]:
    """Return each paste in brackets, and each key as its character."""
    return [
        f"<{event.text}>" if isinstance(event, Paste) else str(event.character)
        for event in events
        if isinstance(event, (Paste, Key))
    ]


def _feed(parser: PasteParser, *parts: str) -> list[Message]:
    return [event for part in parts for event in parser.feed(part)]


@given(_TEXTS, st.integers(len(START), 60))
def test_a_paste_arrives_whole_wherever_it_is_cut(text: str, at: int) -> None:
    sent = f"{START}{text}{END}x"
    parts = [part for part in (sent[:at], sent[at : at + 3], sent[at + 3 :]) if part]
    assert _told(_feed(PasteParser(), *parts)) == [f"<{text}>", "x"]


def test_keys_and_pastes_keep_their_order() -> None:
    sent = f"a{START}科学\n技术{END}{START}[/]{END}b"
    assert _told(_feed(PasteParser(), sent)) == ["a", "<科学\n技术>", "<[/]>", "b"]


def test_a_bracket_that_is_cut_itself_still_begins_a_paste() -> None:
    assert _told(_feed(PasteParser(), START[:3], f"{START[3:]}MOST{END}", "b")) == ["<MOST>", "b"]


def test_a_nul_in_a_paste_is_dropped() -> None:
    assert _told(_feed(PasteParser(), f"{START}a\0b{END}")) == ["<ab>"]


def test_a_paste_is_not_read_a_character_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[str] = []
    feed = Parser.feed

    def counted(parser: Parser[Message], data: str) -> object:
        fed.append(data)
        return feed(parser, data)

    monkeypatch.setattr(Parser, "feed", counted)
    chunk = "ministry " * 455
    events = _feed(PasteParser(), f"q{START}", *[chunk] * 300, f"{END}z")
    assert [len(event.text) for event in events if isinstance(event, Paste)] == [300 * len(chunk)]
    assert fed == ["q", "z"]
