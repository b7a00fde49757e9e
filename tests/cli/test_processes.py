"""Real processes: closed pipes, interruptions, odd locales and terminals, a program that asks and waits."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Process

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "glossary"]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")


def _environ(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gb18030"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_a_pipe_gets_utf8_in_every_locale(
    environ: dict[str, str], process: Process, database: Path
) -> None:
    ran = process("lookup", "-f", "zh-Hans,pinyin", stdin="示例局\n".encode(), environ=environ)
    assert (ran.code, ran.out) == (0, "示例局\tShìlìjú\n")
    assert process("--help", environ=environ).out.startswith("usage")
    assert "示例局" in process("lookup", "OOE", environ=environ).out


@posix
def test_a_reader_that_leaves_is_no_error(database: Path) -> None:
    for argv in (["export", "jsonl"], ["lookup", "--jsonl"], ["pinyin"], ["--help"], ["schema"]):
        with subprocess.Popen(
            [*COMMAND, *argv],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environ(),
        ) as child:
            assert child.stdout is not None
            child.stdout.close()
            try:
                _, err = child.communicate("示例局\n".encode() * 5_000, timeout=60)
            except BrokenPipeError:
                err = b""
        assert (child.returncode, err) == (0, b""), argv


@posix
def test_a_closed_stdout_is_no_crash(database: Path) -> None:
    command = " ".join(f"'{word}'" for word in [*COMMAND, "lookup", "OOE"])
    done = subprocess.run(
        ["sh", "-c", f"{command} >&-"], capture_output=True, env=_environ(), timeout=60, check=False
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@posix
@pytest.mark.parametrize(
    ("argv", "closed", "code"),
    [
        (["export", "jsonl"], "stdout", 2),
        (["export", "xlsx"], "stdout", 2),
        (["lookup", "OOE"], "stdout", 2),
        (["--help"], "stdout", 2),
        (["lookup", "OOE"], "stderr", 0),
        (["lookup", "nope"], "stderr", 1),
        (["lookup", "--nope"], "stderr", 2),
    ],
)
def test_a_full_disk_is_said_in_one_line(
    argv: list[str], closed: str, code: int, database: Path
) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, *argv],
            stdout=full if closed == "stdout" else subprocess.PIPE,
            stderr=full if closed == "stderr" else subprocess.PIPE,
            env=_environ(),
            timeout=60,
            check=False,
        )
    assert done.returncode == code
    if closed == "stdout":
        last = done.stderr.decode().splitlines()[-1]
        assert last == f"zhengming: <stdout>: {os.strerror(errno.ENOSPC)}"
        assert b"Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("argv", [["lookup"], ["pinyin"], ["import", "-"]])
def test_an_interruption_ends_with_130(argv: list[str], database: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environ(),
        preexec_fn=_heed_interruptions,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        if argv != ["import", "-"]:
            child.stdin.write("示例局\n".encode())
            child.stdin.flush()
            assert child.stdout.readline()  # it is running, and waits for more
        else:
            _wait_until_reading(child.pid)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in err


@posix
def test_an_interruption_while_modules_are_read_prints_nothing() -> None:
    code = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "glossary.cli.streams":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from glossary.start import run
run()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "pinyin", "西安"],
        capture_output=True,
        env=_environ(),
        preexec_fn=_heed_interruptions,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def _heed_interruptions() -> None:
    """Undo what a shell hands down to what it runs in the background: to ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_until_reading(pid: int) -> None:
    """Wait until a process waits for its stdin, as the kernel tells."""
    for _ in range(100_000):
        try:
            if "pipe" in Path(f"/proc/{pid}/wchan").read_text():
                return
        except OSError:
            pytest.skip("the kernel does not tell what a process waits for")
        os.sched_yield()
    pytest.skip("the kernel does not tell what a process waits for")


def test_a_program_that_writes_one_name_gets_one_answer(database: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "lookup", "-f", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environ(),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for name, answer in (
            ("示例局", b"Office of Examples\n"),
            ("事例局", b"Office of Instances\n"),
        ) * 3:
            child.stdin.write(name.encode() + b"\n")
            child.stdin.flush()
            assert child.stdout.readline() == answer
        child.stdin.close()
    assert child.returncode == 0


def _on_a_terminal(argv: list[str], **environ: str) -> str:
    """Run a command on a pseudo-terminal; return what it showed."""
    import pty

    master, slave = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *argv], stdin=slave, stdout=slave, stderr=slave, env=_environ(**environ)
    ):
        os.close(slave)
        shown = b""
        while True:
            try:
                data = os.read(master, 4096)
            except OSError:  # Linux's way to say the terminal is closed
                break
            if not data:
                break
            shown += data
    os.close(master)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n")


@posix
def test_a_terminal_gets_colour_unless_it_wants_none(database: Path) -> None:
    assert "\x1b[1mOffice of Examples\x1b[0m" in _on_a_terminal(["lookup", "OOE"], TERM="xterm")
    assert "\x1b" not in _on_a_terminal(["lookup", "OOE"], TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in _on_a_terminal(["lookup", "OOE"], TERM="dumb")
    assert "\x1b" not in _on_a_terminal(["--color", "never", "lookup", "OOE"], TERM="xterm")


@posix
def test_a_terminal_of_another_encoding_gets_what_it_can_show(database: Path) -> None:
    shown = _on_a_terminal(["lookup", "OOE"], PYTHONIOENCODING="ascii", TERM="dumb")
    assert "Office of Examples\n" in shown
    assert "???" in shown
    assert "Traceback" not in shown
    shown = _on_a_terminal(["lookup", "OOE", "--jsonl"], PYTHONIOENCODING="ascii", TERM="dumb")
    assert "\\u793a\\u4f8b\\u5c40" in shown


@posix
@pytest.mark.parametrize("columns", ["60", "20"])
def test_a_narrow_terminal_gets_narrow_lines(columns: str, database: Path) -> None:
    from glossary.cli.tables import width

    shown = _on_a_terminal(["find", "office"], COLUMNS=columns, TERM="dumb")
    answered = [line for line in shown.split("\n") if not line.startswith("zhengming: ")]
    assert len(answered) > 1
    assert max(map(width, answered)) <= int(columns)  # what stderr says is a line, however long


def test_python_m_glossary_and_the_console_script_are_the_same(process: Process) -> None:
    assert process("--version").out.startswith("zhengming ")
    assert process("nonsense").code == 2
