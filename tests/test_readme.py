"""The README's commands run, and print what it shows; its Python runs; the entry in CONTRIBUTING is one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.formats.xlsx_writing import write_xlsx
from tests.processes import GOES_THROUGH_ALL, ROOT, RunPython

README = (ROOT / "README.md").read_text(encoding="utf-8")
_CODE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(text: str, language: str) -> list[str]:
    return [code for name, code in _CODE.findall(text) if name == language]


def transcripts() -> list[tuple[str, str]]:
    """The commands shown, each with the output shown below it."""
    found: list[tuple[str, str]] = []
    for line in _CODE.sub("", README).splitlines():
        if line.startswith("    $ "):
            found.append((line[6:].partition(" #")[0].strip(), ""))
        elif line.startswith("    ") and found:
            found[-1] = (found[-1][0], f"{found[-1][1]}{line[4:]}\n")
    return [(command, shown) for command, shown in found if "…" not in command]


@pytest.fixture
def names_file(home: Path) -> Path:
    """The files the README imports: the example of CONTRIBUTING, under an id of its own, and a customer's workbook."""
    rows = [
        ["English", "中文", "Where"],
        ["Xibei Terminology Office", "西北术语办公室", "the customer"],
    ]
    with (home / "customer.xlsx").open("wb") as stream:
        write_xlsx(rows, stream)
    [example] = blocks((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), "yaml")
    file = home / "names.yaml"
    file.write_text(example.replace("id: ministry-of", "id: another-ministry-of"), encoding="utf-8")
    return file


def lay_out(file: Path, home: Path) -> None:
    """Let a glossary be the one of the home."""
    place = home / "data" / "zhengming" / "glossary.db"
    place.parent.mkdir(parents=True)
    shutil.copy(file, place)


@pytest.mark.needs("sh")
@pytest.mark.parametrize(("command", "shown"), transcripts())
def test_a_command_of_the_readme_runs(
    command: str, shown: str, home: Path, names_file: Path, request: pytest.FixtureRequest
) -> None:
    part = "few_file" if GOES_THROUGH_ALL.search(command) else "shipped_file"
    lay_out(request.getfixturevalue(part), home)
    programs = home / "bin"
    programs.mkdir()
    (programs / "zhengming").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m glossary "$@"\n')
    (programs / "zhengming").chmod(0o755)
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=home,
        env={
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr.decode()
    if shown:
        assert result.stdout.decode() == shown


def test_the_python_of_the_readme_runs(
    run_python: RunPython, home: Path, shipped_file: Path
) -> None:
    lay_out(shipped_file, home)
    [code] = blocks(README, "python")
    result = run_python("-W", "error", "-c", code)
    assert result.returncode == 0, result.stderr
    assert "河北省国际人才交流协会" in result.stdout


def test_the_entry_in_contributing_is_one(names_file: Path) -> None:
    from glossary.formats.yaml_entries import read_yaml

    parsed = read_yaml(names_file.read_bytes(), "CONTRIBUTING.md")
    assert parsed.problems == []
    assert [item.review for item in parsed.entries] == ["approved"]
