"""The real app in a real terminal: asked to end it leaves in good order, and its work is kept."""

from __future__ import annotations

import io
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from tests.tui.terminals import Terminal

if TYPE_CHECKING:
    from glossary.glossary import Glossary as OpenGlossary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

F2 = "\x1bOQ"
OWN_SCREEN, SHELLS_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
NO_MOUSE = "\x1b[?1003l"


def _kept(path: str) -> list[str]:
    with Glossary.open(path) as glossary:
        return [draft.content["names"][0]["text"] for draft in glossary.drafts()]


def _type_into_the_form(terminal: Terminal, text: str) -> None:
    terminal.wait_for("Zhengming", "Three things to try")
    terminal.send(F2)
    terminal.wait_for("New entry")
    for character in text:
        terminal.send(character)
    terminal.wait_for("draft saved")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_asked_to_end_it_keeps_the_draft_and_gives_the_terminal_back(
    small: OpenGlossary, asked: signal.Signals
) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        _type_into_the_form(terminal, "Bells")
        terminal.process.send_signal(asked)
        terminal.wait_for(NO_MOUSE, SHELLS_SCREEN)
        assert terminal.end() == (130 if asked == signal.SIGINT else -asked)
    assert _kept(small.path) == ["Bells"]


def test_a_terminal_that_goes_away_ends_it_and_keeps_the_draft(small: OpenGlossary) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        _type_into_the_form(terminal, "Bells")
        terminal.hang_up()
        assert terminal.process.wait(60) == -signal.SIGHUP
    assert _kept(small.path) == ["Bells"]


def test_killed_it_has_kept_the_draft(small: OpenGlossary) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        _type_into_the_form(terminal, "Bells")
        terminal.wait_until(
            lambda: _kept(small.path) == ["Bells"]
        )  # the last letter may be on its way
        terminal.process.kill()
        assert terminal.end() == -signal.SIGKILL
    assert _kept(small.path) == ["Bells"]


def test_ctrl_z_stops_it_and_fg_brings_everything_back(small: OpenGlossary) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        _type_into_the_form(terminal, "Bells")
        terminal.send("\x1a")
        terminal.wait_for(SHELLS_SCREEN)
        terminal.wait_until_stopped()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(OWN_SCREEN, "New entry", "Bells")


def test_it_leaves_by_its_own_key_with_the_code_of_success(small: OpenGlossary) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        terminal.wait_for("Three things to try")
        terminal.send("\x11")
        terminal.wait_for(SHELLS_SCREEN)
        assert terminal.end() == 0


def test_keys_sent_as_one_paste_without_brackets_decide_nothing(small: OpenGlossary) -> None:
    with Terminal("--db", small.path, "tui") as terminal:
        terminal.wait_for("Three things to try")
        terminal.send("\x1bOS")
        terminal.wait_for("Silly Walks")
        terminal.send("approve all of these at once\rreally")
        terminal.send("\x1b[B")  # the paste was before this
        terminal.wait_for("Administrative")
        terminal.send("\x11")
        terminal.wait_for(SHELLS_SCREEN)
        terminal.end()
    with Glossary.open(small.path) as glossary:
        assert glossary.waiting() == 2


def test_what_cannot_be_written_any_more_ends_nothing() -> None:
    from tui.terminal import Lasting

    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(5, "Input/output error")

        def flush(self) -> None:
            raise OSError(5, "Input/output error")

    lasting = Lasting(Gone())
    lasting.write("a")
    lasting.flush()
