"""What an import and a lookup load: sets of modules are the same on every machine, clocks are not."""

from __future__ import annotations

import sys

import pytest

from tests.processes import RunPython

_BASE = "import argparse, sqlite3, json, dataclasses"
"""What a cold lookup is measured against; it brings inspect and other modules along."""
_LIST = "{base}; import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
_HEAVY = (
    *("yaml", "opencc", "pypinyin", "jieba", "textual", "rich", "babel", "polib", "rapidfuzz"),
    *("xml", "urllib", "http", "logging", "inspect", "typing", "pathlib", "tempfile", "subprocess"),
    *("importlib.metadata", "importlib.resources", "unittest", "asyncio", "concurrent", "email"),
    *(
        "glossary.formats",
        "glossary.seeds",
        "glossary.language.convert",
        "glossary.language.pinyin",
        "tui",
    ),
)


def loaded(run_python: RunPython, code: str, base: str = "pass") -> set[str]:
    result = run_python("-S", "-c", _LIST.format(base=base, code=code))
    assert result.returncode == 0, result.stderr
    return set(result.stdout.split("\n")[-2].split())


def heavy(modules: set[str]) -> list[str]:
    return sorted(
        module
        for module in modules
        if any(module == name or module.startswith(f"{name}.") for name in _HEAVY)
    )


def test_importing_the_package_loads_nothing_but_itself(run_python: RunPython) -> None:
    modules = loaded(run_python, "import glossary")
    assert {module for module in modules if module.partition(".")[0] not in {"__future__"}} == {
        "glossary",
        "glossary.version",
    }


def test_a_start_heeds_an_interruption_before_anything_is_read(run_python: RunPython) -> None:
    assert loaded(run_python, "import glossary.start") == {
        *("__future__", "glossary", "glossary.start", "glossary.version")
    }


def test_a_lookup_loads_nothing_heavy(run_python: RunPython) -> None:
    once = "import glossary; glossary.lookup('MOST')"
    assert run_python("-c", once).returncode == 0
    assert heavy(loaded(run_python, once, _BASE)) == []


@pytest.mark.parametrize("module", ["glossary.model.records", "glossary.model.answers"])
def test_the_model_loads_the_standard_library_only(run_python: RunPython, module: str) -> None:
    tops = {name.partition(".")[0] for name in loaded(run_python, f"import {module}")}
    assert tops <= sys.stdlib_module_names | {"glossary", "glossary.version"}


def test_nothing_under_glossary_needs_textual(run_python: RunPython) -> None:
    code = "import glossary.formats.yaml_writer, glossary.formats.jsonl, glossary.seeds"
    modules = loaded(run_python, code)
    assert not {"textual", "rich", "tui"} & modules
