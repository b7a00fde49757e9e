"""What an export writes appears when all of it is whole, and stays in its folder."""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from glossary.formats import outputs
from glossary.formats.outputs import Output
from glossary.store.halves import write_half
from tests.processes import RunPython

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO


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


def test_each_file_is_on_the_disk_before_any_takes_the_place_of_an_old_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []
    sync, put = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("synced"), sync(number)))
    monkeypatch.setattr(os, "replace", lambda *paths: (done.append("put"), put(*paths)))
    with Output(str(folder)) as file:
        file.file("a").write(b"1")
        file.file("b").write(b"2")
    assert done == ["synced", "synced", "put", "put"]


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
        pytest.raises(InputError, match="no: there is no such folder"),
    ):
        _ = file.stream


def test_several_files_do_not_go_to_a_stream() -> None:
    with Output(io.BytesIO()) as file, pytest.raises(InputError, match="Name a folder"):
        file.file("a")


def test_what_stands_there_can_be_read(folder: Path) -> None:
    (folder / "a").write_bytes(b"old")
    with Output(str(folder)) as file:
        there = file.existing("a")
        assert there is not None
        with there:
            assert there.read() == b"old"
        assert file.existing("b") is None


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
    (folder / "a.txt.part").write_text("somebody's own")
    with Output(str(folder)) as file:
        file.file("a").write(b"new")
    assert sorted(path.name.split(".")[0] for path in folder.iterdir()) == ["a", "a", "b"]
    assert "an export that was stopped had left it" in file.ledger.notes[0]
    assert len(file.ledger.notes) == 1


def test_what_another_export_is_writing_is_left(folder: Path) -> None:
    with Output(str(folder / "a")) as one:
        one.stream.write(b"one")
        os.rename(folder / f"a.{os.getpid()}.part", folder / "a.1.part")
        with Output(str(folder / "a")) as other:
            other.stream.write(b"other")
        assert (folder / "a.1.part").exists()
        assert other.ledger.notes == []
        os.rename(folder / "a.1.part", folder / f"a.{os.getpid()}.part")
    assert (folder / "a").read_bytes() == b"one"


@pytest.mark.parametrize("writes", [False, True])
def test_folders_made_for_nothing_go_again(folder: Path, writes: bool) -> None:
    def write() -> None:
        with Output(f"{folder}/new/", options=None) as file:
            file.file("zh_CN/a.po").write(b"x")
            if not writes:
                raise InputError("it was not to be")

    if writes:
        write()
    else:
        with pytest.raises(InputError):
            write()
    assert (folder / "new").exists() is writes


def test_a_pipe_is_written_to_and_stays(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with Output(str(folder / "pipe")) as file:
        file.stream.write(b"abc")
    assert os.read(reader, 10) == b"abc"
    os.close(reader)
    assert (folder / "pipe").is_fifo()
    assert len(list(folder.iterdir())) == 1


def test_an_interrupt_while_a_file_is_opened_leaves_no_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: str) -> BinaryIO:
        write_half(path).close()
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs, "write_half", interrupted)
    before = sorted(each.name for each in folder.iterdir())
    with pytest.raises(KeyboardInterrupt), Output(folder / "a.txt") as file:
        file.stream.write(b"new")
    assert sorted(each.name for each in folder.iterdir()) == before
