"""Formats are found by name; another package brings one without a change here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from glossary.formats.registry import GROUP, format_names, get_format, iter_formats
from tests.processes import RunPython

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """
from glossary.errors import InvalidError
from glossary.formats.drafts import Drafts
from glossary.formats.interface import Format
from glossary.formats.ledgers import Fate
from glossary.formats.options import EVIDENCE, KIND
from glossary.model.counterparts import is_english, preferred_name


class WordsFormat(Format):
    title = "English names, one a line"
    extensions = (".words",)
    reading = (KIND, EVIDENCE)

    def detect(self, head):
        return 60 if head.text.startswith("#words") else 0

    def read(self, file):
        drafts = Drafts(file)
        for number, line in enumerate(file.stream, 1):
            if text := line.decode("utf-8").strip().removeprefix("#words"):
                try:
                    yield drafts.item([drafts.name(text, "en")], line=number)
                except InvalidError as error:
                    yield error.at(file.path, number)

    def write(self, entries, file):
        file.stream.write(b"#words\\n")
        for entry, _review in entries:
            name = preferred_name(entry.names, is_english, file.day)
            if name:
                file.stream.write(name.text.encode() + b"\\n")
"""


@pytest.fixture(name="package")
def _package(tmp_path: Path) -> Path:
    """A folder as pip leaves it: a module with a format, and the entry points that name it and a broken one."""
    (tmp_path / "words.py").write_text(WORDS, encoding="utf-8")
    info = tmp_path / "words-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: words\nVersion: 1.0\n")
    points = f"[{GROUP}]\nwords = words:WordsFormat\nyaml = words:Taken\nbroken = nowhere:X\n"
    (info / "entry_points.txt").write_text(points)
    return tmp_path


def run(run_python: RunPython, package: Path, *argv: str, stdin: str = "") -> tuple[int, str, str]:
    code = (
        f"import sys; sys.path.insert(0, {str(package)!r}); from glossary.start import run; run()"
    )
    result = run_python("-c", code, "--db", str(package / "a.db"), *argv, stdin=stdin)
    return result.returncode, result.stdout, result.stderr


def test_a_format_of_another_package_is_read_and_written(
    run_python: RunPython, package: Path
) -> None:
    stdin = "#words\nOffice of Words\nOffice\x07\n"
    code, _out, err = run(run_python, package, "import", "-", stdin=stdin)
    assert code == 2
    assert "<stdin>:3:1: " in err
    code, out, _err = run(
        run_python, package, "import", "-", "--kind", "event", stdin="#words\nFair of Words\n"
    )
    assert (code, out) == (0, "added fair-of-words\n")
    code, out, _err = run(
        run_python, package, "export", "words", "--kind", "event", "--status", "proposed"
    )
    assert (code, "Fair of Words\n" in out) == (0, True)


def test_ours_are_not_taken_and_a_broken_one_harms_only_who_asks_for_it(
    run_python: RunPython, package: Path
) -> None:
    assert run(run_python, package, "export", "yaml", "--kind", "event")[1].startswith("sources:")
    for asked in (["import", "-", "--format", "broken"], ["export", "broken"]):
        code, _out, err = run(run_python, package, *asked, stdin="x")
        assert (code, err.count("\n")) == (2, 1)
        assert "the format 'broken' of the package words does not work: ModuleNotFoundError" in err


def test_the_nearest_name_is_told() -> None:
    with pytest.raises(InputError, match="Did you mean 'yaml'"):
        get_format("yml")


def test_an_option_means_one_thing_in_every_format() -> None:
    seen: dict[tuple[str, str], tuple[bool, bool]] = {}
    for each in iter_formats():
        for way, options in (("read", each.reading), ("write", each.writing)):
            assert len({option.name for option in options}) == len(options)
            for option in options:
                shape = (option.flag, option.many)
                assert seen.setdefault((way, option.name), shape) == shape, (each.name, option.name)


FILTERS = {"kind", "lang", "level", "place", "status", "collection", "as-of", "history", "output"}
COMMON = {"dry-run", "format", "by", "why", "json", "help", "db"}


@pytest.mark.parametrize("name", format_names())
def test_a_format_says_what_it_is(name: str) -> None:
    found = get_format(name)
    assert found.name == name
    assert found.title
    assert all(extension.startswith(".") for extension in found.extensions)
    assert not {option.name for option in found.writing} & (FILTERS | COMMON)
    assert not {option.name for option in found.reading} & COMMON
