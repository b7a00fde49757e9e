"""A small glossary of made-up offices, one of all shipped seeds, one of a few of them, and two ways to run the command line."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.cli import main
from glossary.i18n import set_language
from glossary.model.records import from_record
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.cli.running import RECORDS, Cli, Process, Ran

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "small.db"
    seeds = [prepare(from_record(record), review) for record, review in RECORDS]
    Store.open(str(path), lambda: seeds).close()
    return path


@pytest.fixture
def database(small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small glossary, a copy that a test may change; ``ZHENGMING_DB`` names it."""
    return _copy(small_file, tmp_path, monkeypatch)


@pytest.fixture
def seeded(shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All shipped seeds, a copy that a test may change; ``ZHENGMING_DB`` names it."""
    return _copy(shipped_file, tmp_path, monkeypatch)


@pytest.fixture
def few(few_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A part of the shipped entries, a copy that a test may change; ``ZHENGMING_DB`` names it."""
    return _copy(few_file, tmp_path, monkeypatch)


def _copy(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = folder / "glossary.db"
    shutil.copy(file, path)
    monkeypatch.setenv("ZHENGMING_DB", str(path))
    monkeypatch.setenv("ZHENGMING_USER", "tester")
    return path


@pytest.fixture
def cli(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command line in this process."""
    set_language(None)

    def run(*argv: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsysbinary.readouterr()
        code = main(argv)
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode("utf-8", "surrogateescape"), err.decode())

    return run


@pytest.fixture
def process(home: Path) -> Process:
    """Run a command line in a process of its own."""

    def run(*argv: str, stdin: bytes = b"", environ: dict[str, str] | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "glossary", *argv],
            input=stdin,
            capture_output=True,
            cwd=home,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})},
            timeout=120,
            check=False,
        )
        return Ran(
            done.returncode,
            done.stdout.decode("utf-8", "surrogateescape"),
            done.stderr.decode("utf-8", "surrogateescape"),
        )

    return run
