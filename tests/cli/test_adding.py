"""``add``: by flags, from a file or stdin, in an editor."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import glossary.cli.adding
from glossary.cli.editors import edit_until
from glossary.errors import InvalidError
from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("database")

NEW = (
    "add",
    "--kind",
    "body",
    "--en",
    "Office of Tests",
    "--zh",
    "测试局",
    "--evidence",
    "unsourced",
)
YAML = """\
id: office-of-files
kind: body
names:
- {text: Office of Files, lang: en, usage: preferred, evidence: unsourced}
"""


def test_the_id_goes_to_stdout_and_what_was_generated_to_stderr(cli: Cli) -> None:
    ran = cli(*NEW)
    assert (ran.code, ran.out) == (0, "office-of-tests\n")
    assert "generated for 测试局: Cèshìjú (zh-Latn-pinyin)" in ran.err
    assert "generated for 测试局: 測試局 (zh-Hant)" in ran.err
    assert cli("lookup", "測試局", "-f", "en,review").lines == ["Office of Tests\tproposed"]


def test_an_equal_name_of_the_kind_is_refused_unless_forced(cli: Cli) -> None:
    assert cli(*NEW).code == 0
    again = cli(*NEW)
    assert (again.code, again.out) == (1, "")
    assert "office-of-tests" in again.err
    forced = cli(*NEW, "--force")
    assert (forced.code, forced.out) == (0, "office-of-tests-2\n")
    assert "it may be the same as office-of-tests" in forced.err


def test_an_equal_name_of_another_kind_is_only_a_note(cli: Cli) -> None:
    ran = cli("add", "--kind", "term", "--en", "Office of Examples", "--evidence", "unsourced")
    assert ran.code == 0
    assert "it may be the same as office-of-examples" in ran.err


def test_every_flag_reaches_the_entry(cli: Cli) -> None:
    ran = cli(
        *("add", "--kind", "body", "--zh", "國家測試局", "--name", "fr=Office des essais"),
        *("--evidence", "official", "--source", "List", "--source-locator", "p. 3"),
        *(
            "--source-seen",
            "2026-11-20",
            "--source-publisher",
            "Press",
            "--source-published",
            "2020",
        ),
        *("--collection", "desk", "--domain", "testing", "--level", "central", "--place", "130000"),
        *(
            "--founded",
            "1998",
            "--definition",
            "Tests.",
            "--note",
            "测试。",
            "--by",
            "mei",
            "--why",
            "asked",
        ),
        "--json",
    )
    assert ran.code == 0
    added = json.loads(ran.out)
    entry = added["entry"]
    source = {
        "title": "List",
        "locator": "p. 3",
        "publisher": "Press",
        "published": "2020",
        "seen": "2026-11-20",
    }
    assert [(name["lang"], name["sources"]) for name in entry["names"]] == [
        ("zh-Hant", [source]),
        ("fr", [source]),
    ]
    assert entry["body"] == {"level": "central", "place": "130000", "founded": "1998"}
    assert (entry["collections"], entry["domains"]) == (["desk"], ["testing"])
    assert [text["lang"] for text in entry["definitions"] + entry["notes"]] == ["en", "zh-Hans"]


def test_a_source_is_one_line_too(cli: Cli) -> None:
    given = "List | p. 3 | Press | 2020 | 2026-11-20"
    ran = cli(
        *("add", "--kind", "document", "--en", "Plan of Tests", "--evidence", "attested"),
        *("--source", given, "--source", "Other | p. 1", "--number", "国发〔2020〕1号", "--json"),
    )
    first, second = json.loads(ran.out)["entry"]["names"][0]["sources"]
    assert first["locator"] == "p. 3"
    assert first["seen"] == "2026-11-20"
    assert second["title"] == "Other"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--en", "A", "--evidence", "unsourced"], "--kind is missing"),
        (["--kind", "body", "--en", "A"], "--evidence is missing"),
        (["--kind", "body", "--evidence", "unsourced"], "there is no name"),
        (["--kind", "bdy", "--en", "A", "--evidence", "unsourced"], "Did you mean 'body'?"),
        (["--kind", "body", "--en", "A", "--evidence", "sure"], "unknown evidence 'sure'"),
        (["--kind", "body", "--en", "A", "--evidence", "official"], "has no source"),
        (["--kind", "body", "--name", "Office", "--evidence", "unsourced"], "has no language"),
        (["--kind", "body", "--name", "fra_FR=A", "--evidence", "unsourced"], "Write 'fra-FR'"),
        (["--kind", "body", "--zh", "局\x1b[2J", "--evidence", "unsourced"], "U+001B"),
        (["--kind", "body", "--zh", "局\u202e", "--evidence", "unsourced"], "U+202E"),
        (
            ["--kind", "term", "--en", "A", "--evidence", "unsourced", "--level", "central"],
            "no body facts",
        ),
        (
            ["--kind", "body", "--en", "A", "--evidence", "unsourced", "--founded", "98"],
            "is not a date",
        ),
        (
            ["--kind", "body", "--en", "A", "--evidence", "unsourced", "--source-locator", "x"],
            "exactly one",
        ),
        (
            ["--kind", "body", "--en", "A", "--evidence", "unsourced", "--place", "Xianbei"],
            "unknown place 'Xianbei'. Write its Chinese or English name, or its code.",
        ),
        (["--kind", "body", "--en", "A", "--evidence", "unsourced", "x.yaml"], "not from both"),
        (["--kind", "body", "--en", "A", "--evidence", "unsourced", "--by", "a\x07"], "by"),
        (["--force"], "there is nothing to add"),
        (["no-such-file.yaml"], "there is no such file"),
    ],
)
def test_what_cannot_be_added_changes_nothing(argv: list[str], said: str, cli: Cli) -> None:
    before = cli("db", "info", "--json").out
    ran = cli("add", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert json.loads(cli("db", "info", "--json").out)["events"] == json.loads(before)["events"]


def test_a_file_and_stdin_hold_one_entry(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(YAML, encoding="utf-8")
    assert cli("add", str(file)).out == "office-of-files\n"
    other = YAML.replace("files", "pipes").replace("Files", "Pipes")
    assert cli("add", "-", stdin=other).out == "office-of-pipes\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "empty"),
        (YAML.encode().replace(b"unsourced", b"sure"), "<stdin>:4"),
        (
            b"entries:\n- "
            + YAML.encode().replace(b"\n", b"\n  ")
            + b"\n- "
            + YAML.encode().replace(b"\n", b"\n  ").replace(b"files", b"two"),
            "takes one",
        ),
        (
            "id: a\nkind: term\nnames:\n- {text: 局, lang: zh-Hans, evidence: unsourced}".encode(
                "gb18030"
            ),
            "GB 18030",
        ),
    ],
)
def test_a_file_that_will_not_do_says_where_and_why(text: bytes, said: str, cli: Cli) -> None:
    ran = cli("add", "-", stdin=text)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        f"import sys\npath = sys.argv[1]\ntext = open(path, encoding='utf-8').read()\n{script}\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    monkeypatch.setattr(glossary.cli.adding, "is_interactive", lambda _: True)


def test_on_a_terminal_the_editor_opens_and_what_it_saves_is_added(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """\
text = text.replace('text: ""', 'text: Office of Forms', 1).replace('text: ""', 'text: 表格局', 1)
open(path, 'w', encoding='utf-8').write(text)"""
    _editor(tmp_path, monkeypatch, script)
    assert cli("add").out == "office-of-forms\n"


def test_a_form_left_as_it_is_adds_nothing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "")
    ran = cli("add")
    assert (ran.code, ran.out, ran.err) == (1, "", "zhengming: nothing was added\n")


def test_what_was_typed_is_kept_when_it_will_not_do(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _editor(
        tmp_path,
        monkeypatch,
        "if not text.startswith('#!'): open(path, 'w').write('kind: nonsense')",
    )
    ran = cli("add")
    assert ran.code == 1
    [kept] = tmp_path.glob("zhengming-*.yaml")
    message, *_, last = kept.read_text().splitlines()
    assert message.startswith("#! ")
    assert last == "kind: nonsense"
    assert str(kept) in ran.err


def test_a_form_is_opened_again_with_the_message_above_until_it_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "open(path, 'a').write('+')")
    seen = []

    def take(data: bytes, path: str) -> int:
        seen.append(Path(path).read_text(encoding="utf-8").splitlines()[:2])
        assert not data.startswith(b"#!")
        if data.count(b"+") < 3:
            raise InvalidError("not yet")
        return 7

    assert edit_until(take) == 7
    assert [lines[1] for lines in seen[1:]] == ["#! not yet"] * 2
