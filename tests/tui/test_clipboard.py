"""Which way a copy goes, by what the environment says."""

from __future__ import annotations

import pytest

from tui.clipboard import clipboard_commands, takes_osc52


@pytest.mark.parametrize(
    ("environ", "taken"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty", "SSH_CONNECTION": "1"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "6800"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
    ],
)
def test_terminals_known_to_ignore_osc52(environ: dict[str, str], taken: bool) -> None:
    assert takes_osc52(environ) is taken


def test_tmux_is_asked_before_the_desktop_and_ssh_has_no_desktop() -> None:
    everything = {"TMUX": "x", "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    names = [command[0] for command in clipboard_commands(everything, "linux", lambda name: name)]
    assert names == ["tmux", "wl-copy", "xclip", "xsel"]
    far = {**everything, "SSH_CONNECTION": "1"}
    assert [command[0] for command in clipboard_commands(far, "linux", lambda name: name)] == [
        "tmux"
    ]


def test_programs_that_are_missing_are_not_named() -> None:
    assert clipboard_commands({"DISPLAY": ":0"}, "linux", lambda name: None) == []
