"""What a user does: lines typed one after another against the shipped entries or a part of them, and what has to come of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import glossary.cli.editing
from tests.cli.running import Cli

HITEA = "hebei-international-talent-exchange-association"
SAFEA = "State Administration of Foreign Experts Affairs"


def test_what_needs_a_source_is_listed_and_led_to(cli: Cli, seeded: Path) -> None:
    ran = cli(
        "review", "list", "--kind", "body", "--needs", "source", "--targets", "--limit", "5000"
    )
    assert ran.code == 0
    assert HITEA in ran.lines
    for line in cli("review", "list", "--needs", "source", "--jsonl").lines:
        assert json.loads(line)["evidence"] in ("unsourced", "composed", "reconstructed")


def test_a_ministry_is_edited_in_an_editor_by_flags_and_by_yaml(
    cli: Cli, seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ministry = "ministry-of-science-and-technology"
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\npath = sys.argv[1]\ntext = open(path, encoding='utf-8').read()\n"
        "assert 'will wait as a proposal' in text\n"
        "open(path, 'w', encoding='utf-8').write(text.replace('- science\\n', '- law\\n'))\n"
    )
    with monkeypatch.context() as terminal:
        terminal.setenv("EDITOR", f"{sys.executable} {editor}")
        terminal.setattr(glossary.cli.editing, "is_interactive", lambda _: True)
        unchanged = cli("edit", ministry)
    assert (unchanged.code, unchanged.out) == (1, "")
    flags = cli("edit", ministry, "--set", "collections=desk", "--why", "for the desk")
    yaml = cli("show", ministry, "--yaml").out
    assert 'founded: "1998"' in yaml
    piped = cli("edit", ministry, "-", stdin=yaml.replace('founded: "1998"', "founded: 1998-03"))
    changes = []
    for ran in (flags, piped):
        assert ran.code == 0, ran.err
        record = json.loads(cli("review", "show", ran.lines[0], "--json").out)
        changes += [(each["where"], each["after"]) for each in record["differences"]]
    assert changes == [("collections", "desk"), ("body.founded", "1998-03")]
    assert json.loads(cli("show", ministry, "--json").out)["body"]["founded"] == "1998"


def test_an_entry_is_approved_read_about_and_put_back(cli: Cli, few: Path) -> None:
    approved = cli("review", "approve", HITEA, "--by", "lin")
    assert (approved.code, approved.out) == (0, f"{HITEA}\n")
    history = cli("history", HITEA)
    assert history.code == 0
    assert [line.split("  ")[2:4] for line in history.lines] == [
        ["seeds", "sync"],
        ["lin", "approve"],
    ]
    assert "proposed → approved" in history.lines[1]
    assert cli("lookup", "河北省国际人才交流协会", "-f", "review").lines == ["approved"]
    undone = cli("undo", "--by", "lin")
    assert undone.code == 0
    assert cli("lookup", "河北省国际人才交流协会", "-f", "review").lines == ["proposed"]
    assert cli("db", "check").code == 0


@pytest.mark.parametrize(
    ("day", "type_", "target"),
    [
        ("2005", "managed-by", "ministry-of-personnel"),
        ("2017", "managed-by", "ministry-of-human-resources-and-social-security"),
        ("2019", "nameplate-of", "ministry-of-science-and-technology"),
        ("2024", "nameplate-of", "ministry-of-human-resources-and-social-security"),
    ],
)
def test_a_name_and_its_ties_are_those_of_the_day(
    day: str, type_: str, target: str, cli: Cli, seeded: Path
) -> None:
    answered = cli("lookup", "--as-of", day, SAFEA, "-f", "id,zh-Hans")
    assert answered.lines == ["state-administration-of-foreign-experts-affairs\t国家外国专家局"]
    found = cli("find", "国家外国专家局", "--as-of", day, "--limit", "1", "-f", "id")
    assert found.lines == ["state-administration-of-foreign-experts-affairs"]
    entry = json.loads(cli("show", found.lines[0], "--as-of", day, "--json").out)
    ties = {(link["type"], link["id"]) for link in entry["links"]}
    told = {tie for tie in ties if tie[0] in ("managed-by", "nameplate-of")}
    assert told == {(type_, target)}
    exported = [
        json.loads(line)
        for line in cli("export", "jsonl", "--as-of", day, "--level", "central").lines
    ]
    [same] = [record for record in exported if record["id"] == entry["id"]]
    assert (same["names"], same["relations"]) == (entry["names"], entry["relations"])


def test_a_body_that_is_no_more_says_what_became_of_it(cli: Cli, seeded: Path) -> None:
    ran = cli("show", "国家卫生和计划生育委员会")
    assert ran.code == 0
    sheet = " ".join(ran.out.split())
    assert "Founded 2013-03" in sheet
    assert "Dissolved 2018-03" in sheet
    assert "succeeded by National Health Commission 国家卫生健康委员会" in sheet
    assert "successor of Ministry of Health 卫生部" in sheet
    then = json.loads(cli("show", "国家卫生和计划生育委员会", "--as-of", "2015", "--json").out)
    assert {link["type"] for link in then["links"]} >= {"part-of", "successor-of"}
    assert all(link.get("to", "9999") >= "2015" for link in then["links"])


def test_a_backup_is_made_and_all_is_sound(cli: Cli, few: Path, tmp_path: Path) -> None:
    copy = tmp_path / "glossary-2026-11.db"
    assert cli("db", "backup", str(copy)).code == 0
    assert cli("db", "check").code == 0
    assert cli("--db", str(copy), "db", "check").code == 0
