"""What an export writes appears when all of it is whole, and stays in its folder."""

from __future__ import annotations

import errno
import io
from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from glossary.formats.outputs import Output
from tests.processes import RunPython

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    return path


def test_nothing_appears_before_the_end(folder: Path) -> None:
    target = folder / "a" / "x.txt"
    with Output(str(folder)) as file:
        file.file("a/x.txt").write(b"1")
        file.file("b.txt").write(b"2")
        assert not target.exists()
    assert (target.read_bytes(), (folder / "b.txt").read_bytes()) == (b"1", b"2")
    assert sorted(path.name for path in folder.rglob("*")) == ["a", "b.txt", "x.txt"]


def test_what_fails_leaves_every_old_file_whole(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).write_text("old")

    def write() -> None:
        with Output(str(folder)) as file:
            file.file("a").write(b"new")
            file.file("b").write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "old", "b": "old"}


def test_a_full_disk_is_said_with_the_file(folder: Path) -> None:
    target = folder / "a.txt"

    def write() -> None:
        with Output(str(target)) as file:
            file.stream.write(b"1")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(InputError, match="cannot be written: No space left on device") as caught:
        write()
    assert caught.value.path == str(target)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x", "a//x", "c:x", "..\\x", "a\0b", "."])
def test_a_name_that_leaves_the_folder_is_refused(folder: Path, name: str) -> None:
    with Output(str(folder / "out")) as file, pytest.raises(InputError, match="leave the folder"):
        file.file(name)
    assert list(folder.iterdir()) == []


def test_a_folder_is_no_file_unless_the_format_has_a_name_for_it(folder: Path) -> None:
    with Output(str(folder)) as file, pytest.raises(InputError, match="Name a file"):
        _ = file.stream
    with Output(f"{folder / 'new'}/", default_name="glossary.txt") as file:
        file.stream.write(b"x")
    assert (folder / "new" / "glossary.txt").read_bytes() == b"x"


def test_a_file_in_a_folder_that_is_not_there_is_refused(folder: Path) -> None:
    with (
        Output(str(folder / "no" / "x")) as file,
        pytest.raises(InputError, match="No such file"),
    ):
        _ = file.stream


def test_several_files_do_not_go_to_a_stream() -> None:
    with Output(io.BytesIO()) as file, pytest.raises(InputError, match="Name a folder"):
        file.file("a")


def test_what_stands_there_can_be_read(folder: Path) -> None:
    (folder / "a").write_bytes(b"old")
    with Output(str(folder)) as file:
        assert (file.existing("a"), file.existing("b")) == (b"old", None)


def test_a_killed_export_leaves_the_old_files_whole(folder: Path, run_python: RunPython) -> None:
    (folder / "a").write_text("old")
    code = (
        "import os; from glossary.formats.outputs import Output\n"
        f"with Output({str(folder)!r}) as file:\n"
        "    file.file('a').write(b'half'); file.file('b').write(b'half'); file.file('a').flush(); os._exit(9)"
    )
    assert run_python("-c", code).returncode == 9
    assert (folder / "a").read_text() == "old"
    assert not (folder / "b").exists()
