"""Files that are no files, and bytes that are no UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError
from glossary.formats.inputs import decode_text, guess_encoding, read_file

BODIES = "国务院办公厅、外交部、国防部、国家发展和改革委员会、教育部、科学技术部"
BODIES_HANT = "國立臺灣大學、中央研究院、行政院大陸委員會、教育部、科技部"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder, not a file"):
        read_file(str(tmp_path))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b" \n")
    with pytest.raises(InputError, match="the file is empty"):
        read_file(str(tmp_path / "a"))


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (2 * 1024 * 1024))
    with pytest.raises(InputError, match="longer than 1 MB"):
        read_file(str(tmp_path / "a"), limit=1024 * 1024)


@pytest.mark.parametrize("path", ["no/such/file", "nul\0byte", "x" * 5000])
def test_a_path_that_leads_nowhere_is_one_error(path: str) -> None:
    with pytest.raises(InputError):
        read_file(path)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (BODIES, "gb18030", "GB 18030"),
        ("names:\n- text: 朱镕基\n", "gbk", "GB 18030"),
        (BODIES_HANT, "big5", "Big5"),
        ("名称: 部", "gb18030", "GB 18030"),
        (BODIES, "utf-16-le", "UTF-16 without a mark"),
        ("entries:\n- id: a", "utf-16-be", "UTF-16 without a mark"),
    ],
)
def test_the_encoding_is_guessed_and_the_text_refused(text: str, encoding: str, name: str) -> None:
    data = text.encode(encoding)
    if "UTF-16" not in name or text.isascii():
        assert guess_encoding(data)[0] == name
    with pytest.raises(InputError, match="the file is not UTF-8"):
        decode_text(data, "x")


def test_a_binary_is_refused_without_a_guess() -> None:
    with pytest.raises(InputError, match=r"the file is not UTF-8\. Save it as UTF-8\."):
        decode_text(bytes(range(256)), "x")


def test_the_first_bad_byte_is_placed() -> None:
    with pytest.raises(InputError) as caught:
        decode_text("ok\n部: ".encode() + b"\xff", "x")
    assert (caught.value.line, caught.value.column) == (2, 4)


def test_a_stray_nul_in_utf8_is_told_with_its_place() -> None:
    with pytest.raises(InputError, match=r"a\.yaml:2:4: the line holds a NUL"):
        decode_text(b"entries:\n- i\0d: a\n", "a.yaml")
