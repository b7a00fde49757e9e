"""``db``: look after the database."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import glossary.cli.database
from glossary.model.records import from_record
from glossary.store.prepared import prepare
from tests.cli.running import RECORDS, Cli


def test_info_counts_what_is_there(cli: Cli, database: Path) -> None:
    info = json.loads(cli("db", "info", "--json").out)
    assert (info["entries"], info["events"], info["path"]) == (5, 5, str(database))
    assert info["reviews"] == {"approved": 3, "proposed": 2}
    assert "Entries  5 (4 body, 1 term)" in cli("db", "info").lines


def test_a_sound_database_is_zero(cli: Cli, database: Path) -> None:
    ran = cli("db", "check")
    assert (ran.code, ran.out, ran.err) == (0, "sound: 5 events\n", "")
    assert json.loads(cli("db", "check", "--json").out) == {"sound": True, "problems": []}


def test_a_change_by_hand_is_one(cli: Cli, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE entries SET review = 'approved' WHERE id = 'example-2'")
    ran = cli("db", "check")
    assert ran.code == 1
    assert any(line.startswith("entries: ") for line in ran.lines)
    assert not json.loads(cli("db", "check", "--json").out)["sound"]


def test_a_damaged_file_is_found_damaged(cli: Cli, database: Path) -> None:
    data = bytearray(database.read_bytes())
    data[100:200] = b"\xff" * 100
    database.write_bytes(data)
    ran = cli("db", "check")
    assert ran.code == 1
    assert ran.out.startswith("file: ")


@pytest.mark.parametrize(
    ("damage", "told", "commands"),
    [
        ("UPDATE entries SET content = '{'", "malformed record", ("lookup", "find", "show")),
        ("UPDATE entries SET content = x'fffe'", "malformed record", ("lookup", "find", "show")),
        ("DELETE FROM entries", "malformed index: there is no entry", ("lookup",)),
    ],
)
def test_a_row_that_cannot_be_right_is_told_as_damage(
    cli: Cli, database: Path, damage: str, told: str, commands: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(damage)
    for command in commands:
        ran = cli(command, "Office of Examples")
        assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
        assert f"{database}: the database is damaged: {told}" in ran.err


def test_another_file_is_no_glossary(cli: Cli, database: Path) -> None:
    content = b"not a database at all, just text" * 40
    database.write_bytes(content)
    ran = cli("lookup", "x")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert database.read_bytes() == content


def test_a_missing_file_is_not_made_by_looking_after_it(cli: Cli, tmp_path: Path) -> None:
    ran = cli("--db", str(tmp_path / "typo.db"), "db", "check")
    assert ran.code == 2
    assert "there is no database" in ran.err
    assert not (tmp_path / "typo.db").exists()


def test_a_folder_is_no_database(cli: Cli, tmp_path: Path) -> None:
    ran = cli("--db", str(tmp_path), "lookup", "x")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_a_backup_answers_like_the_original_and_overwrites_nothing(
    cli: Cli, database: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    ran = cli("db", "backup", str(copy))
    assert (ran.code, ran.out) == (0, "")
    assert cli("--db", str(copy), "lookup", "OOE", "-f", "zh-Hans").lines == ["示例局"]
    assert cli("db", "backup", str(copy)).code == 2


def test_reindex_and_upgrade_leave_it_sound(cli: Cli, database: Path) -> None:
    assert "5 entries indexed" in cli("db", "reindex").err
    assert cli("db", "upgrade").code == 0
    assert cli("db", "check").code == 0


def test_sync_tells_what_it_would_do_and_does_nothing(
    cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = [prepare(from_record(record), review) for record, review in RECORDS]
    monkeypatch.setattr("glossary.seeds.iter_shipped", lambda: iter(shipped))
    ran = cli("db", "sync", "--dry-run")
    assert (ran.code, ran.out) == (0, "")
    assert "0 proposed, 0 retired, 5 as shipped" in ran.err
    assert "nothing was changed: a dry run" in ran.err


def test_sync_does_nothing_until_it_is_agreed_to(
    cli: Cli, few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.seeds.iter_shipped", lambda: iter(()))  # all seeds withdrawn
    before = cli("export", "jsonl", "--history").out
    elsewhere = cli("db", "sync")
    assert elsewhere.code == 2
    assert "retired ministry-of-science-and-technology" in elsewhere.lines
    assert "Give --yes to do it." in elsewhere.err
    assert json.loads(cli("db", "sync", "--json", "--dry-run").out)["dry_run"]
    monkeypatch.setattr(glossary.cli.database, "is_interactive", lambda _: True)
    assert cli("db", "sync", stdin="n\n").code == 1
    assert cli("db", "sync", stdin="").code == 1
    assert cli("export", "jsonl", "--history").out == before
    agreed = cli("db", "sync", stdin="y\n")
    assert (agreed.code, "do it? [y/N]" in agreed.err, "done: " in agreed.err) == (0, True, True)
    assert cli("lookup", "MOST").code == 1
    assert cli("db", "check").code == 0


def test_sync_is_done_where_yes_is_said(
    cli: Cli, few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.seeds.iter_shipped", lambda: iter(()))
    plan = json.loads(cli("db", "sync", "--yes", "--json").out)
    assert (plan["dry_run"], "state-council" in plan["retired"]) == (False, True)
    assert cli("db", "sync").code == 0  # nothing is left to do: nothing to agree to


def test_four_eyes_are_told_and_asked_for(cli: Cli, database: Path) -> None:
    assert cli("db", "four-eyes").out == "off\n"
    assert cli("db", "four-eyes", "on").err.startswith("zhengming: four eyes: on\n")
    assert cli("db", "four-eyes").out == "on\n"
    assert cli("db", "four-eyes", "on").code == 2
    assert cli("db", "four-eyes", "perhaps").code == 2
    proposal = cli("db", "four-eyes", "off", "--by", "lin").lines[0]
    assert cli("db", "four-eyes").out == "on\n"
    assert cli("review", "approve", proposal, "--by", "mei").code == 0
    assert cli("db", "four-eyes").out == "off\n"


def test_newer_shipped_entries_are_told_of_once_where_a_person_reads_it(
    cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("lookup", "OOE").err == ""
    monkeypatch.setattr("glossary.cli.opening.is_interactive", lambda _stream: True)
    told = cli("lookup", "OOE").err
    assert "are newer than this glossary's. 'zhengming db sync' takes them over" in told
    assert cli("lookup", "OOE").err == ""
