"""``edit``, ``merge``, ``comment``, ``retire``: an entry changes by flags, YAML or in an editor."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import glossary.cli.editing
from glossary import Glossary
from tests.cli.running import Cli
from tests.cli.test_schema import hold

pytestmark = pytest.mark.usefixtures("database")


def shown(cli: Cli, entry: str = "office-of-instances") -> dict[str, Any]:
    record: dict[str, Any] = json.loads(cli("show", entry, "--json").out)
    return record


def names(cli: Cli, entry: str = "office-of-instances") -> list[tuple[str, str, str, str]]:
    return [
        (name["text"], name["lang"], name.get("type", "full"), name.get("usage", "admitted"))
        for name in shown(cli, entry)["names"]
    ]


def test_what_is_proposed_changes_in_place(cli: Cli) -> None:
    ran = cli("edit", "office-of-instances", "--en", "OOI", "--evidence", "unsourced")
    assert (ran.code, ran.out) == (0, "office-of-instances\n")
    assert "office-of-instances was changed; it is proposed still" in ran.err
    assert ("OOI", "en", "alias", "admitted") in names(cli)


def test_what_is_approved_keeps_being_served_and_a_proposal_waits(cli: Cli) -> None:
    ran = cli("edit", "OOE", "--zh", "樣本局", "--evidence", "unsourced", "--json")
    outcome = json.loads(ran.out)
    hold("outcome", outcome)
    assert (ran.code, outcome["done"], outcome["id"]) == (0, "proposed", "office-of-examples")
    assert "is approved and stays as it is until somebody approves the change" in ran.err
    assert f"proposal {outcome['proposal']} waits" in ran.err
    assert cli("lookup", "樣本局").code == 1
    assert cli("review", "approve", str(outcome["proposal"])).code == 0
    assert cli("lookup", "样本局", "-f", "zh-Hant").lines == ["樣本局"]


def test_flags_reach_one_name(cli: Cli) -> None:
    ran = cli(
        *("edit", "office-of-instances", "--of", "事例局", "--evidence", "official"),
        *("--source", "Door | north wing | Office | 2020 | 2026-11-20"),
        *("--set", "pinyin=Shìlì Jú", "--set", "from=1999", "--set", "note=Read there."),
    )
    assert ran.code == 0, ran.err
    [name] = [name for name in shown(cli)["names"] if name["text"] == "事例局"]
    assert (name["evidence"], name["from"], name["note"]) == ("official", "1999", "Read there.")
    assert name["sources"][0]["locator"] == "north wing"
    assert name["renderings"]["zh-Latn-pinyin"] == "Shìlì Jú"


def test_a_name_that_is_preferred_now_admits_the_one_before(cli: Cli) -> None:
    argv = ("--name", "en=Instances Office", "--evidence", "unsourced")
    ran = cli(
        "edit", "office-of-instances", *argv, "--of", "Instances Office", "--set", "usage=preferred"
    )
    assert ran.code == 0, ran.err
    assert ("Instances Office", "en", "alias", "preferred") in names(cli)
    assert ("Office of Instances", "en", "full", "admitted") in names(cli)


def test_a_new_text_loses_the_pinyin_of_the_old_one(cli: Cli) -> None:
    cli("edit", "office-of-instances", "--of", "事例局", "--set", "pinyin=Shìlì Jú")
    assert cli("edit", "office-of-instances", "--of", "事例局", "--set", "text=实例局").code == 0
    assert cli("lookup", "实例局", "-f", "pinyin").lines == ["Shílìjú"]


def test_facts_are_set_and_taken_away(cli: Cli) -> None:
    ran = cli(
        *("edit", "office-of-instances", "--set", "level=central", "--set", "founded=1998"),
        *(
            "--set",
            "collections=desk, tender",
            "--definition",
            "Keeps instances.",
            "--note",
            "备注。",
        ),
    )
    assert ran.code == 0, ran.err
    entry = shown(cli)
    assert entry["body"] == {"level": "central", "founded": "1998"}
    assert entry["collections"] == ["desk", "tender"]
    assert (entry["definitions"][0]["lang"], entry["notes"][0]["lang"]) == ("en", "zh-Hans")
    assert cli("edit", "office-of-instances", "--set", "level=", "--set", "founded=").code == 0
    assert "body" not in shown(cli)


def test_a_name_goes(cli: Cli) -> None:
    assert cli("edit", "office-of-instances", "--remove-name", "事例局").code == 0
    assert [name[0] for name in names(cli)] == ["Office of Instances"]


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (["--en", "A"], 2, "--evidence is missing"),
        (["--evidence", "official"], 2, "are about no name"),
        (["--set", "founded"], 2, "has no value"),
        (["--set", "fouded=1998"], 2, "Did you mean 'founded'?"),
        (["--set", "usage=preferred"], 2, "say of which with --of NAME"),
        (["--set", "founded=98"], 2, "is not a date"),
        (["--set", "issuer=a"], 2, "no document facts"),
        (["--set", "place=Xianbei"], 2, "unknown place 'Xianbei'"),
        (["--of", "事例", "--set", "usage=admitted"], 1, "It has: 事例局"),
        (["--of", "事例局", "--set", "evidence=official"], 2, "has no source"),
        (["--of", "事例局", "--set", "colour=red"], 2, "there is no field 'colour'"),
        (["--remove-name", "Elsewhere"], 1, "the entry has no name 'Elsewhere'"),
        (["--remove-name", "事例局", "--remove-name", "Office of Instances"], 2, "has no name"),
        (["--zh", "局\x1b[2J", "--evidence", "unsourced"], 2, "U+001B"),
        (["--note", "x", "--by", "a\nb"], 2, "U+000A"),
        (["--note", "x", "a.yaml"], 2, "from one of them"),
        (["--note", "x", "--as-is"], 2, "from one of them"),
        (["--note", "x", "--base", "1"], 1, "was changed meanwhile"),
        ([], 2, "there is nothing to change"),
    ],
)
def test_what_cannot_be_changed_stays(flags: list[str], code: int, said: str, cli: Cli) -> None:
    before = cli("export", "jsonl", "--history").out
    ran = cli("edit", "office-of-instances", *flags)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert cli("export", "jsonl", "--history").out == before


def test_yaml_from_stdin_and_from_a_file(cli: Cli, tmp_path: Path) -> None:
    yaml = cli("show", "office-of-instances", "--yaml").out
    same = cli("edit", "office-of-instances", "-", stdin=yaml)
    assert (same.code, same.out, same.err) == (1, "", "zhengming: nothing was changed\n")
    changed = yaml.replace("Office of Instances", "Bureau of Instances")
    assert cli("edit", "office-of-instances", "-", stdin=changed).code == 0
    assert names(cli)[0][0] == "Bureau of Instances"
    file = tmp_path / "one.yaml"
    file.write_text(yaml, encoding="utf-8")
    assert cli("edit", "office-of-instances", str(file)).code == 0
    assert names(cli)[0][0] == "Office of Instances"


def test_yaml_of_another_entry_is_refused(cli: Cli) -> None:
    yaml = cli("show", "office-of-instances", "--yaml").out
    ran = cli("edit", "example", "-", stdin=yaml)
    assert (ran.code, ran.out) == (2, "")
    assert "the entry has the id 'office-of-instances', and 'example' is edited" in ran.err
    assert cli("edit", "example", "-", stdin="id: [").code == 2
    assert cli("edit", "example", "-", stdin=b"\xff\xfe").code == 2


def test_a_change_meanwhile_is_refused_with_both_versions(cli: Cli) -> None:
    base = str(shown(cli)["revision"])
    assert cli("edit", "office-of-instances", "--set", "founded=1998", "--by", "lin").code == 0
    ran = cli("edit", "office-of-instances", "--set", "founded=1999", "--base", base)
    assert (ran.code, ran.out) == (1, "")
    assert "theirs differs from yours: ~ body.founded 1999 → 1998" in ran.err
    assert "office-of-instances was changed meanwhile by lin" in ran.err


def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        f"import sys\npath = sys.argv[1]\ntext = open(path, encoding='utf-8').read()\n{script}\n"
        "open(path, 'w', encoding='utf-8').write(text)\n",
        encoding="utf-8",
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(glossary.cli.editing, "is_interactive", lambda _: True)


def test_on_a_terminal_the_entry_opens_in_the_editor(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "text = text.replace('Office of', 'Bureau of')")
    ran = cli("edit", "office-of-instances")
    assert (ran.code, ran.out) == (0, "office-of-instances\n")
    assert names(cli)[0][0] == "Bureau of Instances"
    assert not list(tmp_path.glob("zhengming-*.yaml"))


def test_an_entry_left_as_it_is_is_not_changed(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "")
    ran = cli("edit", "office-of-instances")
    assert (ran.code, ran.out, ran.err) == (1, "", "zhengming: nothing was changed\n")


def test_what_will_not_do_opens_again_with_the_message_above_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """\
if text.startswith('#! '):
    assert 'unknown evidence' in text.splitlines()[1]
    text = text.replace('evidence: sure', 'evidence: attested').replace('reconstructed', 'unsourced')
    text = text.replace('evidence: attested', 'evidence: composed')
else:
    text = text.replace('evidence: unsourced', 'evidence: sure', 1)"""
    _editor(tmp_path, monkeypatch, script)
    ran = cli("edit", "office-of-instances")
    assert ran.code == 0, ran.err
    assert "unknown evidence 'sure'" in ran.err
    assert [name["evidence"] for name in shown(cli)["names"]] == ["composed", "unsourced"]


def test_a_change_meanwhile_opens_the_editor_again_with_both_versions(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""\
sys.path.insert(0, {str(Path(__file__).parent.parent.parent)!r})
if text.startswith('#! '):
    assert 'theirs differs from yours: + body.founded 1998' in text, text
    text = text.replace('Bureau', 'Board')
else:
    from dataclasses import replace
    from glossary import Glossary
    from glossary.model.entries import BodyFacts
    with Glossary.open({str(database)!r}) as g:
        entry = g.get('office-of-instances').entry
        g.edit(replace(entry, body=BodyFacts(founded='1998')), by='lin')
    text = text.replace('Office of', 'Bureau of')"""
    _editor(tmp_path, monkeypatch, script)
    ran = cli("edit", "office-of-instances")
    assert ran.code == 0, ran.err
    assert "was changed meanwhile by lin" in ran.err
    assert names(cli)[0][0] == "Board of Instances"


def test_a_proposal_is_edited_by_its_number(cli: Cli) -> None:
    number = cli("edit", "example", "--set", "domains=law", "--by", "mei").lines[0]
    revised = cli("edit", number, "--set", "domains=law,tests", "--by", "lin", "--json")
    hold("outcome", json.loads(revised.out))
    assert json.loads(revised.out)["done"] == "revised"
    record = json.loads(cli("review", "show", number, "--json").out)
    assert (record["proposed"]["domains"], record["authors"]) == (["law", "tests"], ["mei", "lin"])
    same = cli("edit", number, "--set", "domains=law,tests")
    assert (same.code, same.err) == (1, "zhengming: nothing was changed\n")


def test_a_stale_proposal_is_brought_up_to_date(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cli("edit", "example", "--set", "domains=law").lines[0]
    second = cli("edit", "example", "--set", "domains=tests").lines[0]
    assert cli("review", "approve", first).code == 0
    assert cli("review", "approve", second).code == 1
    _editor(
        tmp_path,
        monkeypatch,
        "assert '~ domains law → tests' in text, text\n"
        "text = '\\n'.join(line for line in text.splitlines() if 'Delete this line' not in line)",
    )
    ran = cli("edit", second)
    assert ran.code == 0, ran.err
    assert "was revised and is up to date" in ran.err
    assert cli("review", "approve", second).code == 0
    assert shown(cli, "example")["domains"] == ["tests"]


def test_as_is_brings_a_proposal_up_to_date_without_an_editor(cli: Cli) -> None:
    first = cli("edit", "example", "--set", "domains=law").lines[0]
    second = cli("edit", "example", "--set", "domains=tests").lines[0]
    assert cli("edit", second, "--as-is").code == 1
    assert cli("review", "approve", first).code == 0
    assert cli("edit", second, "--as-is").code == 0
    assert cli("review", "approve", second).code == 0


def test_up_to_date_means_that_nothing_others_did_is_lost(cli: Cli) -> None:
    first = cli("edit", "example", "--note", "Theirs.").lines[0]
    second = cli("edit", "example", "--set", "domains=tests").lines[0]
    assert cli("review", "approve", first).code == 0
    assert "- note (en)" in cli("review", "approve", second).err
    assert cli("edit", second, "--as-is").code == 0
    assert cli("review", "approve", second).code == 0
    entry = shown(cli, "example")
    assert (entry["domains"], entry["notes"][0]["text"]) == (["tests"], "Theirs.")


def test_changes_that_do_not_go_together_are_named(cli: Cli) -> None:
    numbers = [
        cli("edit", "example", "--name", f"fr={text}", "--evidence", "unsourced").lines[0]
        for text in ("exemple", "modèle")
    ]
    assert cli("review", "approve", numbers[0]).code == 0
    ran = cli("edit", numbers[1], "--of", "modèle", "--set", "note=Rare.")
    assert "two names are preferred in fr" in ran.err
    assert "does not go together with proposal" in ran.err
    assert cli("db", "check").code == 0


def test_a_proposal_that_is_no_edit_has_nothing_to_edit(cli: Cli) -> None:
    cli("db", "four-eyes", "on")
    number = cli("retire", "example", "--why", "old").lines[0]
    ran = cli("edit", number, "--note", "x")
    assert (ran.code, ran.out) == (2, "")
    assert f"proposal {number} is to retire" in ran.err


def test_two_entries_become_one_and_the_id_leads_on(cli: Cli) -> None:
    ran = cli("merge", "example-2", "office-of-examples", "--why", "the same")
    assert (ran.code, ran.out) == (0, "office-of-examples\n")
    assert "example-2 was merged into office-of-examples, and leads there" in ran.err
    assert shown(cli, "example-2")["redirected_from"] == "example-2"
    assert cli("undo").code == 0
    assert shown(cli, "example-2")["id"] == "example-2"


@pytest.mark.parametrize(
    ("gone", "kept", "code", "said"),
    [
        ("example-2", "example-2", 2, "cannot be merged into itself"),
        ("office-of-instances", "example-board", 2, "cannot be merged into itself"),
        ("example-board", "office-of-examples", 1, "example-board was merged into"),
        ("example", "office-of-examples", 2, "Only like is merged with like"),
        ("nothing-of-the-kind", "example", 1, "nothing-of-the-kind"),
    ],
)
def test_a_merge_that_cannot_be_changes_nothing(
    gone: str, kept: str, code: int, said: str, cli: Cli
) -> None:
    assert cli("merge", "example-board", "office-of-instances").code == 0
    before = cli("export", "jsonl", "--history").out
    ran = cli("merge", gone, kept)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert said in ran.err
    assert cli("export", "jsonl", "--history").out == before


def test_comments_stand_below_the_entry(cli: Cli) -> None:
    assert cli("comment", "OOE", "Seen on the door.", "--by", "mei").code == 0
    assert cli("comment", "OOE", "-", stdin="Two\nlines.\n").code == 0
    assert [each["text"] for each in shown(cli, "OOE")["comments"]] == [
        "Seen on the door.",
        "Two\nlines.",
    ]
    for text in ("", " ", "a\x07"):
        assert cli("comment", "OOE", text).code == 2
    assert cli("comment", "OOE", "-", stdin=b"\xc4").code == 2


def test_what_is_retired_answers_only_when_asked_for(cli: Cli, database: Path) -> None:
    assert cli("retire", "OOE").code == 2
    ran = cli("retire", "OOE", "--why", "closed")
    assert (ran.code, ran.out) == (0, "office-of-examples\n")
    assert cli("lookup", "OOE").code == 1
    assert cli("lookup", "OOE", "--status", "retired").code == 0
    again = cli("retire", "office-of-examples", "--why", "closed")
    assert (again.code, again.out) == (2, "")
    with Glossary.open(str(database)) as glossary:
        assert glossary.get("office-of-examples").review == "retired"
