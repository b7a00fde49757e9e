"""What holds for every test and doctest: an empty home, and programs that may be missing.

It stands at the top because pytest reads a ``conftest.py`` only for what lies below it, and doctests lie in
``glossary/`` and ``tui/``.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_UNSET = (
    *("ZHENGMING_DB", "ZHENGMING_USER", "ZHENGMING_TODAY", "ZHENGMING_LANGUAGE"),
    *("LANGUAGE", "LC_MESSAGES", "LANG"),
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING", "SOURCE_DATE_EPOCH"),
    *("EDITOR", "VISUAL", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS", "APPDATA", "LOCALAPPDATA"),
)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for the whole run: seeds are compiled once, not in every test."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with nobody's settings in it, for the test and the processes it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing; in CI, where all are installed, fail it."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            if shutil.which(program) is None:
                if os.environ.get("ZM_CI") == "1":
                    pytest.fail(f"{program} is missing, and CI has it", pytrace=False)
                pytest.skip(f"needs {program}")
