"""Fixtures of the tests: child interpreters, the shipped entries, and Hypothesis without chance or clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from glossary.glossary import Glossary
from glossary.seeds import iter_shipped
from glossary.store.database import Store
from tests.processes import ROOT, RunPython

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.store.prepared import Prepared

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """The glossary as it is at first use, made once: a test copies it before it changes anything."""
    path = tmp_path_factory.mktemp("shipped") / "shipped.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared_cache))
        Glossary.open(str(path)).close()
    return path


@pytest.fixture(scope="session")
def shipped_glossary(
    shipped_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Glossary]:
    """A copy of it, open, that tests only ask: its patterns are compiled once for all of them."""
    path = shutil.copy(shipped_file, tmp_path_factory.mktemp("asked") / "glossary.db")
    with Glossary.open(str(path)) as glossary:
        yield glossary


@pytest.fixture(scope="session")
def few_file(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """The same with the central bodies, the events and one association alone: for what goes through every entry."""
    path = tmp_path_factory.mktemp("few") / "few.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared_cache))
        few = [each for each in iter_shipped() if _is_of_few(each)]
        Store.open(str(path), lambda: few).close()
    return path


def _is_of_few(shipped: Prepared) -> bool:
    association = "hebei-international-talent-exchange-association"
    return shipped.level == "central" or shipped.kind == "event" or shipped.id == association


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
