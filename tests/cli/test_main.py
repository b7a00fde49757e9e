"""The whole program: options before the command, help, misuse, faults."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

import glossary.cli.language
from glossary.cli.commands import HOMES, split
from tests.cli.running import Cli

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"]])
def test_help_goes_to_stdout_and_lists_every_command(argv: list[str], cli: Cli) -> None:
    ran = cli(*argv)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: zhengming")
    assert all(f"\n  {command} " in ran.out for command in HOMES)


@pytest.mark.parametrize("command", HOMES)
def test_every_command_has_help_that_ends_with_examples(command: str, cli: Cli) -> None:
    ran = cli(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"usage: zhengming {command}" in ran.out
    assert "\nexamples:\n  " in ran.out


@pytest.mark.parametrize("columns", ["20", "40", "60", "200"])
def test_help_serves_narrow_terminals(
    columns: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert cli("--help").code == cli("find", "--help").code == 0


def test_the_version_names_python_and_sqlite(cli: Cli) -> None:
    assert f"SQLite {sqlite3.sqlite_version}" in cli("--version").out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["lokup", "x"], "unknown command 'lokup'. Did you mean 'lookup'?"),
        (["zzz"], "unknown command 'zzz'. One of: find, lookup"),
        (["--dbb", "x", "find"], "unknown option '--dbb'. Did you mean '--db'?"),
        (["find", "--lmit", "3", "x"], "unknown option '--lmit'. Did you mean '--limit'?"),
        (["find", "--lim", "3", "x"], "unknown option '--lim'. Did you mean '--limit'?"),
        (["lookup", "x", "--db", "a.db"], "Write it before the command: zhengming --db … lookup"),
        (["lookup", "x", "--json", "--jsonl"], "not allowed with argument"),
        (["lookup", "x", "-f", "en", "--jsonl"], "not allowed with argument"),
        (["lookup", "x", "--json", "--why"], "not allowed with argument"),
        (["names", "-f", "en", "--csv"], "not allowed with argument"),
        (["lookup", "-f", "zh-hans", "x"], "unknown field 'zh-hans'. Did you mean 'zh-Hans'?"),
        (["db"], "required: PART"),
        (["--db"], "expected one argument"),
        (["--color", "red", "find", "x"], "invalid choice: 'red'"),
        (["import", "a", "b"], "'b' is one argument too many"),
        (["--db", "postgresql://host/name", "find", "x"], "not supported yet"),
        (["schema", "anser"], "unknown object 'anser'"),
        (["--db", "", "find", "x"], "--db is empty"),
        (["db", "backup", ""], "PATH is empty"),
        (["export", "yaml", "-o", " "], "FILE is empty"),
        (["lookup", ""], "NAME is empty"),
        (["lookup", " ", "--jsonl"], "NAME is empty"),
        (["explain", ""], "NAME is empty"),
        (["show", " "], "ID|NAME is empty"),
        (["edit"], "arguments are required: ID|NUMBER. Try"),
        (["serve", "--port", "65536"], "--port '65536' is not a number from 0 to 65535"),
        (["serve", "--sessions", "many"], "--sessions 'many' is not a number from 1 to 1000"),
        (["find", "x", "--limit", "two"], "--limit 'two' is not a number"),
        (["review", "list", "--limit", "-1"], "--limit '-1' is not a number"),
        (["history", "--after", "x"], "--after 'x' is not a number"),
        (["undo", "last"], "EVENT 'last' is not a number"),
        (["tui"], "needs a terminal"),
        (["tui", "--nope"], "unknown option '--nope'"),
    ],
)
def test_misuse_is_one_line_and_two_and_makes_no_glossary(
    argv: list[str], said: str, cli: Cli, home: Path
) -> None:
    ran = cli(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("zhengming: ")
    assert ran.err.count("\n") == 1
    assert not list(home.rglob("*.db"))


@pytest.mark.parametrize("command", ["lookup", "find", "show", "explain"])
def test_a_message_repeats_little_of_what_is_long(command: str, cli: Cli, database: Path) -> None:
    ran = cli(command, "qx " * 5000)
    assert (ran.code, ran.out) == (1, "")
    assert "qx qx" in ran.err
    assert len(ran.err) < 500


def test_names_may_stand_between_options(cli: Cli, database: Path) -> None:
    ran = cli("lookup", "OOE", "-f", "zh-Hans", "Example Board", "--kind", "body", "示例局")
    assert ran.lines == ["示例局", "样例委员会", "示例局"]


def test_behind_two_hyphens_all_are_names(cli: Cli, database: Path) -> None:
    ran = cli("lookup", "--jsonl", "--", "--why")
    assert '"query": "--why"' in ran.out


def test_db_before_the_command_wins_over_the_environment(
    cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", str(database.parent / "other.db"))
    assert cli("--db", str(database), "lookup", "OOE", "-f", "zh-Hans").lines == ["示例局"]
    assert not (database.parent / "other.db").exists()


def test_a_fault_of_the_program_is_no_answer(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> NoReturn:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(glossary.cli.language, "run_pinyin", broken)
    ran = cli("pinyin", "x")
    assert ran.code == 2
    assert "Traceback" in ran.err
    assert "a fault in Zhengming" in ran.err


def test_an_interruption_is_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(glossary.cli.language, "run_pinyin", interrupted)
    ran = cli("pinyin", "x")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.parametrize(
    ("argv", "parts"),
    [
        (["lookup", "a"], ([], "lookup", ["a"])),
        (["--db=a.db", "lookup"], (["--db=a.db"], "lookup", [])),
        (
            ["--color", "never", "--db", "a", "find", "--db"],
            (["--color", "never", "--db", "a"], "find", ["--db"]),
        ),
        (["--", "find", "x"], ([], "find", ["x"])),
        ([], ([], "", [])),
    ],
)
def test_the_command_is_the_first_word_that_is_no_option(
    argv: list[str], parts: tuple[list[str], str, list[str]]
) -> None:
    assert split(argv) == parts


def test_a_first_start_of_the_terminal_ui_says_what_takes_its_time(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def run(path: str, *, progress: object, ready: Callable[[], None]) -> int:
        opened.append(path)
        ready()
        return 0

    monkeypatch.setattr("glossary.cli.interface.is_interactive", lambda _stream: True)
    monkeypatch.setattr("tui.app.run", run)
    new = tmp_path / "new.db"
    assert "what is shipped is put into it" in cli("--db", str(new), "tui").err
    assert cli("--db", str(database), "tui").err == ""
    assert opened == [str(new), str(database)]


def test_the_terminal_ui_is_not_drawn_into_a_file(
    cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "glossary.cli.interface.is_interactive", lambda stream: stream is not sys.stderr
    )
    ran = cli("tui")
    assert (ran.code, ran.out) == (2, "")
    assert "needs a terminal" in ran.err
    assert cli().out.startswith("usage: zhengming")
