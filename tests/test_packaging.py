"""The wheel: what stands at its top, what data it holds, and that it answers from another folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from glossary import seeds
from tests.processes import ROOT, RunPython


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    target = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1200,  # it packs a glossary; other work of the machine may make that take minutes
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    [file] = target.glob("zhengming-*.whl")
    return file


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it out."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_nothing_else_stands_at_the_top(unpacked: Path) -> None:
    tops = {path.name for path in unpacked.iterdir()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"glossary", "tui"}


def test_the_data_is_there_and_the_types(unpacked: Path) -> None:
    data = ("_data/seeds.jsonl", "_data/glossary.db.z", "_data/seeds/places/provincial.yaml")
    for name in ("py.typed", *data):
        assert (unpacked / "glossary" / name).stat().st_size >= (0 if name == "py.typed" else 1)
    tables = list((unpacked / "glossary" / "language" / "tables").rglob("*.*"))
    in_checkout = list((ROOT / "glossary" / "language" / "tables").rglob("*.*"))
    assert {path.name for path in tables} == {path.name for path in in_checkout}


def test_nothing_of_the_workshop_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert not [name for name in names if name.endswith((".pyc", ".po", ".pot")) or "test" in name]


def test_two_builds_hold_the_same_bytes(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        compiled = archive.read("glossary/_data/seeds.jsonl")
    path = (
        seeds.compiled_path()
    )  # by this process, once for all tests: the other had its own hashes
    assert path is not None
    assert Path(path).read_bytes() == compiled
    monkeypatch.setattr(
        seeds, "build_seeds", lambda target, _folder: Path(target).write_bytes(compiled)
    )
    assert list(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_answers_from_another_folder(
    unpacked: Path, run_python: RunPython, tmp_path: Path
) -> None:
    code = (
        "import glossary, glossary.seeds as seeds\n"
        "assert seeds.compiled_path().endswith('seeds.jsonl'), seeds.compiled_path()\n"
        "print(glossary.__file__)\n"
        "print(glossary.lookup('Hebei University of Technology')[0].chinese)\n"
    )
    result = run_python("-c", code, path=unpacked, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    where, chinese = result.stdout.splitlines()
    assert Path(where) == unpacked / "glossary" / "__init__.py"
    assert chinese == "河北工业大学"


def test_its_command_answers_from_another_folder(
    unpacked: Path, run_python: RunPython, tmp_path: Path
) -> None:
    code = "import sys; from glossary.start import run; sys.exit(run())"
    result = run_python(
        "-c", code, "lookup", "-f", "zh-Hans", "河北工业大学", path=unpacked, folder=tmp_path
    )
    assert (result.returncode, result.stdout.strip()) == (0, "河北工业大学"), result.stderr
