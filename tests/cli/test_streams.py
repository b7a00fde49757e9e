"""stdout, stderr and exit codes."""

from __future__ import annotations

import io
import sys

import pytest

from glossary.cli.streams import ExitCode, Output, UsageError, crash, fail, narrate, terminal_width
from glossary.errors import BusyError, ConflictError, InvalidError, NotFoundError


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _terminal(encoding: str) -> tuple[_Terminal, io.BytesIO]:
    below = io.BytesIO()
    return _Terminal(below, encoding=encoding), below


def test_a_pipe_gets_utf8_whatever_its_encoding_is_said_to_be() -> None:
    below = io.BytesIO()
    out = Output(io.TextIOWrapper(below, encoding="ascii"))
    out.line("科学")
    assert below.getvalue() == "科学\n".encode()


def test_a_terminal_gets_its_own_encoding_and_a_question_mark_for_the_rest() -> None:
    stream, below = _terminal("latin-1")
    out = Output(stream)
    out.line("Xī 科 é")
    assert not out.is_utf8
    assert below.getvalue() == "X? ? é\n".encode("latin-1")


def test_a_lone_surrogate_never_stops_the_output() -> None:
    below = io.BytesIO()
    out = Output(io.TextIOWrapper(below))
    out.line("a\ud800b")
    assert below.getvalue() == b"a?b\n"


def test_a_closed_stdout_takes_everything() -> None:
    out = Output(None)
    out.line("x")
    out.flush()
    assert not out.is_terminal


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InvalidError("a"), 2),
        (UsageError("a"), 2),
        (BusyError("a"), 2),
        (NotFoundError("a"), 1),
        (ConflictError("a"), 1),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error: Exception, code: int) -> None:
    assert fail(error) == code  # type: ignore[arg-type]


def test_an_error_is_one_line_without_anything_that_acts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    fail(InvalidError("name 'a\x1b[2J\nb' is odd"))
    assert capsys.readouterr().err == "zhengming: name 'a<U+001B>[2J b' is odd\n"


def test_narration_begins_every_line_with_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    narrate("one\ntwo")
    assert capsys.readouterr().err == "zhengming: one\nzhengming: two\n"


def test_a_fault_shows_its_traceback_and_does_not_read_as_nothing_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert crash(ZeroDivisionError("x")) is ExitCode.USAGE
    assert "ZeroDivisionError: x" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "width"), [("60", 60), ("3", 10), ("", 80), ("wide", 80), ("0", 80)]
)
def test_the_width_is_that_of_columns_else_eighty(
    given: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", given)
    monkeypatch.setattr(sys, "__stdout__", None)
    monkeypatch.setattr(sys, "__stderr__", None)
    assert terminal_width() == width
