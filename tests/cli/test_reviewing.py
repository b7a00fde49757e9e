"""``review``: the queue, one thing beside what is approved, and decisions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from glossary import Glossary
from tests.cli.running import Cli
from tests.cli.test_schema import hold

pytestmark = pytest.mark.usefixtures("database")


def events(cli: Cli) -> int:
    found: int = json.loads(cli("db", "info", "--json").out)["events"]
    return found


def propose(cli: Cli, *flags: str, by: str = "mei") -> str:
    """Propose a change to the approved office; the number of the proposal."""
    ran = cli("edit", "office-of-examples", *flags, "--by", by)
    assert ran.code == 0, ran.err
    return ran.lines[0]


def test_the_queue_is_a_table_with_what_each_needs(cli: Cli) -> None:
    number = propose(cli, "--note", "Moved.")
    ran = cli("review", "list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].split() == "No. Entry To Kind By Age Evidence Needs".split()
    cells = re.split("  +", ran.lines[1])
    assert re.fullmatch("now|[0-9]+ min", cells.pop(5))  # the glossary is made once for all tests
    assert cells == [
        *("2", "office-of-instances", "add", "body", "seeds", "reconstructed", "source")
    ]
    last = [each for each in ran.lines if each.startswith(f"{number} ")]
    assert re.split("  +", last[0])[1:7] == [
        *("office-of-examples", "edit", "body", "mei", "now", "official")
    ]


@pytest.mark.parametrize(
    ("flags", "ids"),
    [
        ([], ["office-of-instances", "example-2", "office-of-examples"]),
        (["--kind", "term"], []),
        (["--mine"], ["office-of-examples"]),
        (["--others"], ["office-of-instances", "example-2"]),
        (["--people"], ["office-of-examples"]),
        (["--mine", "--by", "seeds"], ["office-of-instances", "example-2"]),
        (["--evidence", "official"], ["office-of-examples"]),
        (["--needs", "source"], ["office-of-instances", "example-2"]),
        (["--before", "2001"], []),
        (["--before", "2100", "--limit", "1"], ["office-of-instances"]),
        (["--after", "2"], ["example-2", "office-of-examples"]),
    ],
)
def test_filters_and_pages_of_the_queue(flags: list[str], ids: list[str], cli: Cli) -> None:
    propose(cli, "--note", "Moved.", by="tester")
    ran = cli("review", "list", "--jsonl", *flags)
    records = [json.loads(line) for line in ran.lines]
    for record in records:
        hold("waiting", record)
    assert [record["id"] for record in records] == ids
    assert ran.code == (0 if ids else 1)
    assert json.loads(cli("review", "list", "--json", *flags).out) == records
    assert ("--after 2 shows them" in ran.err) == ("--limit" in flags)


@pytest.mark.parametrize(
    "flags",
    [["--kind", "bdy"], ["--needs", "all"], ["--limit", "0"], ["--after", "x"], ["--before", "1"]],
)
def test_a_filter_that_cannot_be_is_misuse(flags: list[str], cli: Cli) -> None:
    ran = cli("review", "list", *flags)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_proposal_stands_beside_what_is_approved_by_name_and_character(cli: Cli) -> None:
    number = propose(
        cli, *("--of", "示例局", "--set", "text=示范局", "--why", "on the door", "--note", "New.")
    )
    shown = cli("review", "show", number).out
    assert f"Proposal {number} to edit office-of-examples" in shown
    assert "by mei, now: “on the door”" in shown
    assert "  示[-例-]{+范+}局\n" in shown
    record = json.loads(cli("review", "show", "office-of-examples", "--json").out)
    hold("comparison", record)
    assert record["proposal"] == int(number)
    assert record["differences"][0]["runs"] == [["=", "示"], ["-", "例"], ["+", "范"], ["=", "局"]]
    assert (record["stale"], record["authors"]) == (False, ["mei"])


def test_a_new_entry_is_shown_whole_by_its_id_and_by_its_number(cli: Cli) -> None:
    by_id, by_number = (cli("review", "show", each) for each in ("office-of-instances", "2"))
    assert by_id.lines[0] == by_number.lines[0] == "New entry office-of-instances"
    assert by_id.lines[2:] == by_number.lines[2:] != []  # between them stands how long ago
    assert "事例局" in by_id.out
    hold("comparison", json.loads(cli("review", "show", "2", "--json").out))


def test_approving_says_what_undo_takes_back_and_what_still_waits(cli: Cli) -> None:
    first, second = propose(cli, "--note", "One."), propose(cli, "--note", "Two.", by="lin")
    ran = cli("review", "approve", first, "--by", "lin")
    assert (ran.code, ran.out) == (0, "office-of-examples\n")
    event = events(cli)
    assert f"'zhengming undo {event}' takes it back" in ran.err
    assert f"proposal {second} for office-of-examples still waits" in ran.err
    stale = cli("review", "approve", second)
    assert (stale.code, stale.out) == (1, "")
    assert f"was changed since proposal {second} was made" in stale.err
    assert "\nzhengming:   ~ note (en) #2 text: One. → Two.\n" in stale.err
    assert "was changed since" in cli("review", "show", second).out


def test_several_are_approved_all_or_none(cli: Cli) -> None:
    before = events(cli)
    none = cli("review", "approve", "office-of-instances", "example")
    assert (none.code, none.out) == (2, "")
    assert "example is approved, not proposed" in none.err
    assert events(cli) == before
    both = cli("review", "approve", "-", "--jsonl", stdin="office-of-instances\n\n5\n")
    assert both.code == 0
    outcomes = [json.loads(line) for line in both.lines]
    for outcome in outcomes:
        hold("outcome", outcome)
    assert [outcome["id"] for outcome in outcomes] == ["office-of-instances", "example-2"]
    assert "2 approved" in both.err
    assert cli("review", "list").code == 1


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["approve", "office-of-examples"], 2, "is approved, not proposed"),
        (["approve", "999"], 1, "no proposal 999 is waiting"),
        (["approve", "1"], 2, "is approved, not proposed"),
        (["approve", "no-such-entry"], 1, "no-such-entry"),
        (["approve", "office-of-instances", "--by", "a\x07b"], 2, "U+0007"),
        (["approve", "office-of-instances", "--by", "\u202elin"], 2, "U+202E"),
        (["reject", "office-of-instances"], 2, "a reason is needed to reject"),
        (["reject", "office-of-instances", "--why", "  "], 2, "a reason is needed to reject"),
        (["reject", "office-of-instances", "--why", "a\x1b"], 2, "U+001B"),
        (["reject", "example", "--why", "no"], 2, "is approved, not proposed"),
        (["show", "example"], 2, "nothing waits for example"),
        (["show", "0"], 1, "no proposal 0 is waiting"),
        (["approve"], 2, "TARGET"),
        (["decide"], 2, "decide"),
        ([], 2, "PART"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    argv: list[str], code: int, said: str, cli: Cli
) -> None:
    before = events(cli)
    ran = cli("review", *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert said in ran.err
    assert events(cli) == before


def test_nothing_on_stdin_is_nothing_to_approve(cli: Cli) -> None:
    assert cli("review", "approve", "-", stdin="\n").code == 2


def test_a_rejection_keeps_its_reason(cli: Cli) -> None:
    ran = cli("review", "reject", "office-of-instances", "--why", "stands twice", "--json")
    outcome = json.loads(ran.out)
    hold("outcome", outcome)
    assert (ran.code, outcome["done"]) == (0, "rejected")
    assert "“stands twice”" in cli("history", "office-of-instances").out
    assert cli("lookup", "Office of Instances").code == 1


def test_two_proposals_for_one_entry_are_told_apart_by_number(cli: Cli) -> None:
    first, second = propose(cli, "--note", "One."), propose(cli, "--note", "Two.")
    for part in ("show", "approve"):
        ran = cli("review", part, "office-of-examples")
        assert (ran.code, ran.out) == (2, "")
        assert f"Name one by its number: {first}, {second}." in ran.err


def test_four_eyes_hold_for_every_way(cli: Cli, database: Path) -> None:
    assert cli("db", "four-eyes", "--json").out == '{\n  "four-eyes": "off"\n}\n'
    assert cli("db", "four-eyes", "on", "--by", "lin").code == 0
    assert cli("db", "four-eyes").out == "on\n"
    number = propose(cli, "--note", "Mine.", by="lin")
    refused = cli("review", "approve", number, "--by", "LIN")
    assert (refused.code, refused.out) == (2, "")
    assert "four eyes are asked for" in refused.err
    for argv in (
        ["retire", "example", "--why", "old"],
        ["merge", "example-board", "office-of-examples"],
        ["db", "four-eyes", "off"],
    ):
        ran = cli(*argv, "--by", "lin")
        assert ran.code == 0, ran.err
        proposal = ran.lines[-1]
        assert cli("review", "approve", proposal, "--by", "lin").code == 2
        shown = cli("review", "show", proposal)
        assert (shown.code, shown.err) == (0, "")
        assert "would be" in shown.out
        hold("comparison", json.loads(cli("review", "show", proposal, "--json").out))
    assert cli("review", "approve", number, "--by", "mei").code == 0
    undone = cli("undo", str(events(cli)), "--by", "mei")
    assert "waits" in undone.err
    assert "would be undone" in cli("review", "show", undone.lines[0]).out
    assert cli("db", "check").code == 0


def test_an_entry_merged_away_takes_no_proposal(cli: Cli, database: Path) -> None:
    assert cli("merge", "example-2", "office-of-examples").code == 0
    before = events(cli)
    for argv in (
        ["edit", "example-2", "--note", "New."],
        ["review", "approve", "example-2"],
        ["retire", "example-2", "--why", "gone"],
        ["comment", "example-2", "Hm."],
    ):
        ran = cli(*argv)
        assert (ran.code, ran.out) == (1, ""), argv
        assert "example-2 was merged into office-of-examples" in ran.err
    assert events(cli) == before
    with Glossary.open(str(database)) as glossary:
        assert glossary.get("example-2").entry.id == "office-of-examples"
