"""``history`` and ``undo``: one line an event, a feed for scripts, and the way back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.cli.test_schema import hold

pytestmark = pytest.mark.usefixtures("database")


def test_an_event_is_one_line(cli: Cli) -> None:
    cli("comment", "OOE", "One\nline.", "--by", "mei")
    ran = cli("history", "OOE")
    assert (ran.code, ran.err, len(ran.lines)) == (0, "", 2)
    assert re.fullmatch(
        r"6  \d{4}-\d\d-\d\d \d\d:\d\d  mei  comment  office-of-examples  One line\.", ran.lines[1]
    )


def test_differences_stand_below_by_name_and_character(cli: Cli) -> None:
    cli("edit", "office-of-instances", "--of", "事例局", "--set", "text=实例局", "--why", "typo")
    lines = cli("history", "office-of-instances", "-v", "--after", "5").lines
    assert lines[0].endswith("tester  edit  office-of-instances  “typo”")
    assert lines[1:] == ["    ~ name (zh-Hans): [-事-]{+实+}例局"]


def test_the_whole_history_comes_newest_first_a_page_at_a_time(cli: Cli) -> None:
    assert [line.split()[0] for line in cli("history").lines] == ["5", "4", "3", "2", "1"]
    page = cli("history", "--limit", "2")
    assert [line.split()[0] for line in page.lines] == ["5", "4"]
    assert "--after 4 goes on" in page.err
    after = cli("history", "--newest", "--after", "4", "--limit", "2")
    assert [line.split()[0] for line in after.lines] == ["3", "2"]


def test_the_feed_of_a_day_and_on(cli: Cli) -> None:
    ran = cli("history", "--since", "2026-01-01", "--jsonl")
    records = [json.loads(line) for line in ran.lines]
    for record in records:
        hold("event", record)
    assert [record["event"] for record in records] == [1, 2, 3, 4, 5]
    assert json.loads(cli("history", "--since", "2026-01-01", "--json").out) == records
    later = cli("history", "--after", "3", "--jsonl")
    assert [json.loads(line)["event"] for line in later.lines] == [4, 5]
    none = cli("history", "--since", "2100", "--jsonl")
    assert (none.code, none.out) == (1, "")


@pytest.mark.parametrize(
    "argv",
    [
        ["--since", "yesterday"],
        ["--since", "2026-13"],
        ["--since", "2026-11-24T25:00"],
        ["--limit", "0"],
        ["--limit", "x"],
    ],
)
def test_a_limit_that_cannot_be_is_misuse(argv: list[str], cli: Cli) -> None:
    ran = cli("history", *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_an_entry_merged_or_undone_keeps_its_history(cli: Cli) -> None:
    cli("merge", "example-2", "office-of-examples")
    assert "example-2 leads to office-of-examples" in cli("history", "example-2").out
    cli("add", "--kind", "term", "--en", "passing", "--evidence", "unsourced")
    cli("undo")
    assert len(cli("history", "passing").lines) == 2
    nothing = cli("history", "no-such-entry")
    assert (nothing.code, nothing.out, nothing.err.count("\n")) == (1, "", 1)


def test_undo_takes_back_ones_own_last_change(cli: Cli) -> None:
    cli("edit", "office-of-instances", "--note", "Mine.", "--by", "mei")
    cli("edit", "office-of-instances", "--set", "founded=1998", "--by", "lin")
    ran = cli("undo", "--by", "lin", "--json")
    outcome = json.loads(ran.out)
    hold("outcome", outcome)
    assert (ran.code, outcome["done"]) == (0, "undid event 7")
    assert "undone: 7" in ran.err
    assert cli("undo", "--by", "mei").out == "office-of-instances\n"
    nothing = cli("undo", "--by", "nobody")
    assert (nothing.code, nothing.out) == (1, "")
    assert "nobody has changed nothing that could be undone" in nothing.err


def test_an_undo_names_the_change_that_built_on_it(cli: Cli, database: Path) -> None:
    cli("edit", "office-of-instances", "--set", "founded=1998", "--by", "mei")
    cli("edit", "office-of-instances", "--set", "founded=1999", "--by", "lin")
    before = cli("export", "jsonl", "--history").out
    ran = cli("undo", "6")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "event 6 cannot be undone: event 7 (edit by lin) built on it" in ran.err
    for event, code in (("99", 1), ("0", 1), ("x", 2)):
        assert cli("undo", event).code == code
    assert cli("export", "jsonl", "--history").out == before
    assert cli("undo", "7").code == 0
    assert cli("undo", "6").code == 0
    again = cli("undo", "6")
    assert (again.code, "was undone already" in again.err) == (1, True)


def test_stored_text_does_nothing_on_a_terminal(cli: Cli) -> None:
    cli("comment", "OOE", "Right to left: \u05d0\u05d1.")
    assert "\u2068" in cli("history", "OOE").out
