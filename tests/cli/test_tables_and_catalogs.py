"""``export`` and ``import`` of catalogs and tables, as a user types them."""

from __future__ import annotations

import gettext
import json
from typing import TYPE_CHECKING

import pytest

from glossary.formats.xlsx_writing import write_xlsx
from tests.cli.running import Cli
from tests.cli.test_schema import hold

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("database")


def test_catalogs_in_a_folder_are_found_by_gettext(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "catalogs"
    argv = ["po", "--domain", "bodies", "--to", "zh_CN", "--to", "zh_Latn@pinyin", "--mo"]
    argv += ["--include", "unsourced", "--include", "proposed", "-o", str(folder)]
    assert cli("export", *argv).code == 0
    found = gettext.translation("bodies", str(folder), ["zh_CN"])
    assert found.gettext("Office of Examples") == "示例局"


def test_a_corrected_catalog_comes_back(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "bodies.po"
    assert cli("export", "po", "--to", "zh_CN", "-o", str(file)).code == 0
    untouched = cli("import", str(file), "--json")
    report = json.loads(untouched.out)
    hold("import", report)
    assert (untouched.code, report["added"], report["proposed"]) == (0, [], [])
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgstr "示例局"', 'msgstr "范例局"', 1), encoding="utf-8")
    assert cli("import", str(file)).lines == ["proposed office-of-examples"]


def test_a_workbook_with_a_map_and_rejected_rows(cli: Cli, tmp_path: Path) -> None:
    book, rejects = tmp_path / "customer.xlsx", tmp_path / "rejects.csv"
    long = "x" * 10_001
    rows = [
        ["English", "中文", "Source"],
        ["Office of Examples", "示例局", ""],
        ["Board of Oddities", "怪事局", "Gazette 3"],
        ["Bell \u0007", "钟", ""],
        ["Office", long, "", "a cell of its own"],
    ]
    with book.open("wb") as stream:
        write_xlsx(rows, stream)
    argv = [str(book), "--map", "English=en,中文=zh-Hans,Source=source"]
    dry = cli("import", *argv, "--dry-run")
    assert dry.code == 2
    assert "customer.xlsx:5:2: " in dry.err
    assert "cells dropped (1): behind the last column" in dry.err
    ran = cli("import", *argv, "--rejects", str(rejects))
    assert ran.code == 1
    assert "added board-of-oddities" in ran.lines
    lines = rejects.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "line,problem"
    assert lines[1].startswith("5,")
    assert lines[1].endswith(f"Office,{long},,a cell of its own")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["export", "yaml", "--mo"], "yaml has no option 'mo'"),
        (["export", "po", "--to", "zh_CN", "--to", "zh_TW"], "one file holds one locale"),
        (["export", "deepl", "--to", "zh", "--to", "fr"], "holds two languages"),
        (["import", "x.csv", "--encoding", "klingon"], "there is no such file"),
    ],
)
def test_what_does_not_go_together_is_one_line(cli: Cli, argv: list[str], message: str) -> None:
    ran = cli(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert message in ran.err


def test_what_was_left_out_is_told(cli: Cli) -> None:
    ran = cli("export", "deepl", "--from", "en", "--to", "zh")
    assert ran.code == 0
    assert "names.text dropped" in ran.err
