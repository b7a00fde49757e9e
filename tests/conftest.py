"""Fixtures of the tests: child interpreters, and Hypothesis without chance or clock."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.processes import ROOT, RunPython

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def run_python(home: Path) -> RunPython:
    """Run a child interpreter in the test's empty home.

    ``stdin`` is given to it; ``folder`` is where it runs (the home by default); ``path`` is where it
    imports from (the checkout by default).
    """

    def run(
        *arguments: str,
        stdin: str | bytes = "",
        folder: Path | None = None,
        path: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        result = subprocess.run(
            [sys.executable, *arguments],
            input=data,
            capture_output=True,
            cwd=folder or home,
            env={**os.environ, "PYTHONPATH": str(path or ROOT), "PYTHONUTF8": "1"},
            timeout=300,
            check=False,
        )
        return subprocess.CompletedProcess(
            result.args, result.returncode, result.stdout.decode(), result.stderr.decode()
        )

    return run
