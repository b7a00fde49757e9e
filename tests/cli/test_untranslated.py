"""Every word a command prints is of the reader's language, but for what is stored and what has to be typed as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pseudo import pseudo_language, untranslated

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Cli

DATA = (
    "Office of Examples Instances Bureau of Samples Example Board example",
    "Keeps examples. One line. Another. Press List of offices About us Order",
    "kai lin seeds tester remark gone Bees Shìlìjú Yàngpǐnjú Yànglì Wěiyuánhuì Lìzi",
    "zhengming SQLite csv Tianjin Exampel nobody Hans",
)


@pytest.fixture
def worked_on(cli: Cli, database: Path) -> Path:
    """The small glossary, changed in many ways; a proposal and a retirement stand in its history."""
    by = ("--by", "lin")
    for argv in (
        ("review", "approve", "office-of-instances"),
        ("edit", "office-of-examples", "--name", "fr=Bees", "--evidence", "unsourced"),
        ("edit", "office-of-examples", "--set", "level=provincial", "--set", "place=120000"),
        ("retire", "office-of-instances", "--why", "gone"),
        ("undo",),
        ("merge", "example-2", "example-board"),
        ("comment", "example", "remark"),
    ):
        assert cli(*argv, *by).code == 0, argv
    return database


@pytest.mark.parametrize(
    "line",
    [
        "lookup OOE",
        "lookup Samples Exampel",
        "lookup --why OOE",
        "find Office",
        "find --explain Office",
        "show office-of-examples",
        "show example-2",
        "history",
        "history -v",
        "history office-of-examples",
        "review list",
        "review show 7",
        "review show 8",
        "review reject 7",
        "db info",
        "db check",
        "db four-eyes on",
        "drafts",
        "names",
        "undo 3",
        "merge example example",
        "retire example",
        "edit nobody --en Bees",
        "import --dry-run FILE",
        "import FILE",
    ],
)
def test_no_word_is_left_in_english(line: str, cli: Cli, worked_on: Path, tmp_path: Path) -> None:
    rows = "en,zh-Hans\nOffice of Bees,养蜂局\nOffice of Examples,示例处\n"
    (tmp_path / "rows.csv").write_text(rows, encoding="utf-8")
    argv = [str(tmp_path / "rows.csv") if each == "FILE" else each for each in line.split()]
    with pseudo_language():
        ran = cli(*argv, stdin="the Office of Examples and OOE")
    said = ran.out + ran.err
    assert said
    assert untranslated(said, DATA) == [], said
