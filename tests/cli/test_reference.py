"""The help shows every command at work, every example runs, and ``docs/cli.md`` is the program's own help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.cli.reference import examples, page, parsers
from tests.processes import GOES_THROUGH_ALL

ROOT = Path(__file__).parent.parent.parent


def test_every_command_and_part_has_an_example_of_itself() -> None:
    for parser in parsers():
        assert parser.description
        if parser.prog != "zhengming db":
            assert any(parser.prog in line for line in parser.examples), parser.prog


def test_every_argument_has_a_help_text() -> None:
    for parser in parsers():
        for action in parser._actions:
            assert action.help or action.dest == "part", (parser.prog, action.dest)


@pytest.mark.parametrize("line", dict.fromkeys(line for _, line in examples()))
@pytest.mark.needs("sh")
def test_the_example_runs(line: str, request: pytest.FixtureRequest, home: Path) -> None:
    request.getfixturevalue("few" if GOES_THROUGH_ALL.search(line) else "seeded")
    program = home / "zhengming"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m glossary "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=home,
        env={**os.environ, "PATH": f"{home}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        input=b"",
        capture_output=True,
        timeout=300,  # `seeds check` reads all of them
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_page_is_as_the_program_says() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == page(), "stale: run python -m glossary.cli.reference > docs/cli.md"
