"""``show``: an entry in full."""

from __future__ import annotations

import json

import pytest

from glossary.cli.tables import width
from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("database")


def test_the_whole_entry_is_shown(cli: Cli) -> None:
    ran = cli("show", "office-of-examples")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "Office of Examples 示例局",
        "  Entry          office-of-examples",
        "  Kind           body",
        "  Level          central",
        "  Founded        1998",
        "  Review         approved (event 1)",
        "  Distinct from  Office of Instances 事例局 (office-of-instances)",
        "",
        "English (en)",
        "  Office of Examples",
        "    full name, preferred",
        "    official [1]",
        "  OOE",
        "    acronym, admitted",
        "    official [1]",
        "  Bureau of Samples",
        "    former name, admitted, –2001",
        "    official [1]",
        "",
        "Chinese, simplified (zh-Hans)",
        "  示例局",
        "    Shìlìjú (generated)",
        "    full name, preferred",
        "    official [2]",
        "  样品局",
        "    Yàngpǐnjú (generated)",
        "    樣品局 (generated)",
        "    former name, admitted, –2001",
        "    official [2]",
        "",
        "Relations",
        "  successor of  Example Board 样例委员会 (example-board); 1998–; Order 5",
        "",
        "Definition",
        "  Keeps examples. [1]",
        "",
        "Notes",
        "  One line.",
        "  Another.",
        "",
        "Sources",
        '  [1] Press, "List of offices", no. 12, seen 2026-11-20',
        '  [2] "About us", office.example, seen 2026-11-20',
    ]


def test_relations_are_shown_from_the_other_side_too(cli: Cli) -> None:
    assert (
        "  succeeded by  Office of Examples 示例局 (office-of-examples); 1998–; Order 5"
        in cli("show", "example-board").lines
    )


def test_a_name_will_do_where_only_one_entry_bears_it(cli: Cli) -> None:
    assert cli("show", "OOE").lines[1] == "  Entry          office-of-examples"
    assert cli("show", "Example", "Board").code == 0


def test_a_name_of_two_entries_names_both(cli: Cli) -> None:
    ran = cli("show", "Example")
    assert (ran.code, ran.out) == (1, "")
    assert "example-2" in ran.err


def test_an_unknown_id_is_one_and_names_the_nearest(cli: Cli) -> None:
    ran = cli("show", "office-of-exampels")
    assert (ran.code, ran.out) == (1, "")
    assert "office-of-examples" in ran.err


def test_json_is_one_object_with_links_both_ways(cli: Cli) -> None:
    record = json.loads(cli("show", "office-of-examples", "--json").out)
    assert record["review"] == "approved"
    assert {link["type"] for link in record["links"]} == {"confused-with", "successor-of"}


def test_as_of_a_date_only_what_held_then_is_shown(cli: Cli) -> None:
    lines = cli("show", "office-of-examples", "--as-of", "1999").lines
    assert "  Bureau of Samples" in lines
    assert "  As of          1999-12-31" in lines
    assert "  Bureau of Samples" not in cli("show", "office-of-examples", "--as-of", "2010").lines


@pytest.mark.parametrize("columns", [20, 40, 60, 120])
def test_no_line_is_wider_than_the_terminal(
    columns: int, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert all(width(line) <= columns for line in cli("show", "office-of-examples").lines)
