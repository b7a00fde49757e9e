"""``import`` and ``export``: all of it or nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import glossary.glossary
from glossary.formats.outputs import Output
from glossary.formats.yaml import YamlFormat
from tests.cli.running import Cli
from tests.cli.test_schema import hold

pytestmark = pytest.mark.usefixtures("database")

NEW = """\
entries:
- id: office-of-imports
  kind: body
  names:
  - {text: Office of Imports, lang: en, evidence: unsourced}
- id: other-office
  kind: body
  names:
  - {text: office of examples, lang: en, evidence: unsourced}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "new.yaml"
    path.write_text(NEW, encoding="utf-8")
    return path


def _events(cli: Cli) -> int:
    return int(json.loads(cli("db", "info", "--json").out)["events"])


def test_an_import_tells_what_it_did(cli: Cli, file: Path) -> None:
    ran = cli("import", str(file), "--by", "mei")
    assert ran.code == 0
    assert ran.lines == ["added office-of-imports", "duplicate other-office office-of-examples"]
    assert "1 added" in ran.err
    assert cli("lookup", "Office of Imports", "-f", "review").lines == ["proposed"]


def test_a_dry_run_changes_nothing(cli: Cli, file: Path) -> None:
    before = _events(cli)
    ran = cli("import", str(file), "--dry-run")
    assert ran.lines[0] == "added office-of-imports"
    assert "dry run" in ran.err
    assert _events(cli) == before


def test_the_same_file_twice_changes_nothing(cli: Cli, file: Path) -> None:
    cli("import", str(file))
    before = _events(cli)
    ran = cli("import", str(file))
    assert (ran.code, _events(cli)) == (0, before)
    assert "1 unchanged" in ran.err


def test_other_content_under_a_known_id_is_an_edit_or_a_proposal(cli: Cli, file: Path) -> None:
    cli("import", str(file))
    file.write_text(NEW.replace("Office of Imports", "Office of Imported Goods"), encoding="utf-8")
    assert cli("import", str(file)).lines[0] == "edited office-of-imports"
    file.write_text(
        "id: example-board\nkind: body\nnames:\n- {text: Board, lang: en, evidence: unsourced}\n",
        encoding="utf-8",
    )
    assert cli("import", str(file)).lines == ["proposed example-board"]


def test_all_problems_are_told_and_nothing_is_applied(cli: Cli, file: Path) -> None:
    file.write_text(
        NEW.replace("unsourced", "sure").replace("lang: en", "lng: en"), encoding="utf-8"
    )
    before = _events(cli)
    ran = cli("import", str(file), "--json")
    assert (ran.code, _events(cli)) == (2, before)
    problems = json.loads(ran.out)["problems"]
    assert {problem["line"] for problem in problems} == {5, 9}
    assert f"{file}:5:" in ran.err
    assert "nothing was changed" in ran.err


@pytest.mark.parametrize("argv", [["."], ["no-such.yaml"], ["-"]])
def test_what_cannot_be_read_is_two(argv: list[str], cli: Cli) -> None:
    ran = cli("import", *argv)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("target", "options", "code"),
    [
        ("ring-b", (), 2),  # a ring stops everything, and nothing was done
        ("ring-b", ("--keep-going",), 2),
        ("nowhere", ("--keep-going",), 0),
    ],
)
def test_two_says_that_nothing_was_done(
    cli: Cli, tmp_path: Path, target: str, options: tuple[str, ...], code: int
) -> None:
    lead = {"ring-a": target, "ring-b": "ring-a"}
    path = tmp_path / "ring.jsonl"
    path.write_text(
        "".join(
            json.dumps(
                {
                    "id": each,
                    "kind": "body",
                    "names": [{"text": f"Office {each}", "lang": "en", "evidence": "unsourced"}],
                    "relations": [{"type": "part-of", "target": lead[each]}],
                }
            )
            + "\n"
            for each in lead
        )
    )
    before = _events(cli)
    ran = cli("import", str(path), "--by", "mei", *options)
    assert (ran.code, _events(cli) > before) == (code, code == 0)
    assert ("in a ring" in ran.err) is (code == 2)


def test_an_interrupted_import_says_so_and_leaves_nothing(
    cli: Cli, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _events(cli)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(glossary.glossary.Glossary, "import_file", interrupted)
    ran = cli("import", str(file))
    assert (ran.code, ran.out) == (130, "")
    assert "nothing was imported" in ran.err
    assert _events(cli) == before


@pytest.mark.parametrize("form", ["yaml", "jsonl"])
def test_what_is_exported_comes_back_unchanged(form: str, cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / f"all.{form}"
    exported = cli("export", form, "-o", str(path))
    assert (exported.code, exported.out) == (0, "")
    assert path.read_text(encoding="utf-8") == cli("export", form).out
    ran = cli("import", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert "5 unchanged" in ran.err


def test_export_takes_filters(cli: Cli) -> None:
    lines = cli("export", "jsonl", "--kind", "body", "--status", "approved").lines
    assert [json.loads(line)["id"] for line in lines] == ["example-board", "office-of-examples"]


def test_a_file_that_failed_is_left_as_it_was(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.yaml"
    path.write_text("old")

    def interrupted(_: object, __: object, file: Output) -> None:
        file.stream.write(b"half")
        assert list(tmp_path.glob("*.part"))
        raise KeyboardInterrupt

    monkeypatch.setattr(YamlFormat, "write", interrupted)
    assert cli("export", "yaml", "-o", str(path)).code == 130
    assert path.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "argv",
    [["rtf"], ["yaml", "-o", "."], ["yaml", "-o", "no/such/folder.yaml"], ["yaml", "--kind", "x"]],
)
def test_what_cannot_be_written_is_two(argv: list[str], cli: Cli) -> None:
    ran = cli("export", *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_an_export_of_a_day_has_the_names_and_relations_of_that_day(
    cli: Cli, database: Path
) -> None:
    def all_of(day: str) -> dict[str, dict[str, Any]]:
        lines = cli("export", "jsonl", "--as-of", day, "--kind", "body").lines
        return {record["id"]: record for record in map(json.loads, lines)}

    def exported(day: str) -> dict[str, Any]:
        return all_of(day)["office-of-examples"]

    assert [name["text"] for name in exported("2000")["names"]][-2:] == [
        "Bureau of Samples",
        "样品局",
    ]
    assert "样品局" not in json.dumps(exported("2005"), ensure_ascii=False)
    assert "office-of-examples" not in all_of("1990")  # founded in 1998
    assert "example-board" in all_of("1990")
    assert "example-board" not in all_of("2005")  # dissolved in 1998
    assert len(exported("2005")["relations"]) == 2


def test_a_history_survives_export_and_import(cli: Cli, database: Path, tmp_path: Path) -> None:
    cli("comment", "OOE", "Seen.", "--by", "mei")
    cli("edit", "example", "--note", "New.", "--by", "lin")
    cli("merge", "example-2", "office-of-examples")
    file, copy = tmp_path / "history.jsonl", str(tmp_path / "copy.db")
    assert cli("export", "jsonl", "--history", "-o", str(file)).code == 0
    ran = cli("--db", copy, "import", str(file), "--json")
    report = json.loads(ran.out)
    hold("import", report)
    assert (ran.code, report["format"], report["events"]) == (0, "history", 8)
    assert "8 events put back" in ran.err
    assert cli("--db", copy, "export", "jsonl", "--history").out == file.read_text("utf-8")
    assert cli("--db", copy, "db", "check").code == 0
    again = cli("--db", copy, "import", str(file))
    assert (again.code, again.out) == (1, "")


def test_a_history_comes_from_stdin_too_and_a_broken_one_changes_nothing(
    cli: Cli, database: Path, tmp_path: Path
) -> None:
    history = cli("export", "jsonl", "--history").out
    broken = history.replace("Office of Instances", "Office of Distances")
    copy = str(tmp_path / "copy.db")
    ran = cli("--db", copy, "import", "-", stdin=broken)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "<stdin>:2" in ran.err
    future = history.replace('"at":"20', '"at":"29')
    assert "is of the future" in cli("--db", copy, "import", "-", stdin=future).err
    assert cli("--db", copy, "import", "-", "--dry-run", stdin=history).code == 2
    assert cli("--db", copy, "import", "-", stdin=history).code == 0
    assert cli("--db", copy, "lookup", "OOE", "-f", "zh-Hans").lines == ["示例局"]


def test_a_history_takes_no_filters(cli: Cli, database: Path) -> None:
    for argv in (["yaml", "--history"], ["jsonl", "--history", "--kind", "body"]):
        ran = cli("export", *argv)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_list_of_names_takes_what_answers_and_tells_the_rest(
    cli: Cli, database: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("OOE\n\n示例局\r\nOffice of Nothing\n", encoding="utf-8")
    ran = cli("export", "jsonl", "--names", str(names))
    assert (ran.code, [json.loads(line)["id"] for line in ran.lines]) == (1, ["office-of-examples"])
    assert "zhengming: Office of Nothing: not in the glossary" in ran.err
    ran = cli("export", "jsonl", "--names", "-", "--kind", "term", stdin="OOE\n")
    assert (ran.code, ran.out) == (1, "")
    assert cli("export", "jsonl", "--names", "-", stdin="OOE\n").code == 0


@pytest.mark.parametrize("more", [["--level", "county"], ["--history"]])
def test_a_list_of_names_goes_with_few_filters(cli: Cli, database: Path, more: list[str]) -> None:
    ran = cli("export", "jsonl", "--names", "-", *more, stdin="OOE\n")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
