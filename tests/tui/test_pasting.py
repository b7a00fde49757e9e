"""What a terminal sends becomes events: a paste whole, whatever it is cut into on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._parser import Parser
from textual.events import Key, Paste

from tui.pasting import END, START, TYPED, PasteParser, pasted

if TYPE_CHECKING:
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


@pytest.mark.parametrize(
    ("parts", "keys"),
    [
        (("\x1bwalks",), "escape w a l k s"),
        (("\x1b", "x"), "escape x"),
        (("\x1b\x15a",), "escape ctrl+u a"),
        (("a\x1b\x1bc",), "a escape escape c"),
        (("\x1b\x1b[A",), "escape up"),
        (("\x1b", "[A"), "up"),
        (("\x1bOQ",), "f2"),
        (("\x1b\x7f",), "ctrl+w"),
        (("\x1bb",), "ctrl+left"),
        (("\x1b", "b"), "escape b"),
        (("\x1bbe",), "escape b e"),
        (("\x1bk\x1bj",), "alt+k escape j"),
    ],
)
def test_esc_is_a_key_of_its_own_however_soon_the_next_comes(
    parts: tuple[str, ...], keys: str
) -> None:
    parser = PasteParser(alts=frozenset("k"))
    events = _feed(parser, *parts)
    parser._until = 0.0
    parser._timeout_time = 0.0 if parser._timeout_time else None
    told = [*events, *parser.tick()]
    assert " ".join(event.key for event in told if isinstance(event, Key)) == keys


def test_an_esc_that_nothing_follows_waits_a_moment() -> None:
    parser = PasteParser()
    assert _feed(parser, "\x1b") == []
    parser._until = 0.0
    assert [event.key for event in parser.tick() if isinstance(event, Key)] == ["escape"]


def test_a_long_text_without_brackets_is_not_read_a_character_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fed: list[str] = []
    monkeypatch.setattr(Parser, "feed", lambda _parser, data: fed.append(data) or ())
    text = "Ministry\r\nof 科学\t" * 100_000
    assert _told(_feed(PasteParser(), f"{text}x\r")) == [f"<{text.replace(chr(13), '')}x>"]
    assert fed == ["\r"]


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


def _typed(text: str) -> list[str]:
    return _told(list(pasted(_feed(PasteParser(), text))))


def test_what_a_hand_or_an_input_method_sends_stays_keys() -> None:
    assert _typed("国家安全部") == list("国家安全部")
    assert _typed("ab" * (TYPED // 2)) == ["a", "b"] * (TYPED // 2)


def test_a_key_held_down_is_no_paste() -> None:
    assert _typed("j" * 100) == ["j"] * 100


def test_many_characters_at_once_are_a_paste_between_the_keys_around_them() -> None:
    name = "Ministry of State Security"
    assert _typed(f"\x1b[B{name}\x1b[A") == ["None", f"<{name}>", "None"]


def test_lines_and_tabs_within_belong_to_the_paste_and_the_enter_behind_it_is_pressed() -> None:
    events = list(pasted(_feed(PasteParser(), "国家安全部国家安全部\t国安部\r第二行\r")))
    assert [event.text for event in events if isinstance(event, Paste)] == [
        "国家安全部国家安全部\t国安部\n第二行"
    ]
    assert [event.key for event in events if isinstance(event, Key)] == ["enter"]


@given(st.text(st.characters(blacklist_characters="\x1b", blacklist_categories=["Cs"])))
def test_nothing_typed_is_lost_whatever_is_taken_for_a_paste(text: str) -> None:
    keys = [event for event in _feed(PasteParser(), text) if isinstance(event, Key)]
    written = "".join(event.character or "" for event in keys if event.is_printable)
    kept = ""
    for event in pasted(iter(keys)):
        if isinstance(event, Paste):
            kept += event.text
        elif isinstance(event, Key) and event.is_printable:
            kept += event.character or ""
    assert "".join(kept.split()) == "".join(written.split())
