"""``lookup``: one name or a million."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("database")


def test_a_name_is_answered_with_a_block(cli: Cli) -> None:
    ran = cli("lookup", "OOE")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "Office of Examples",
        "  Chinese        示例局",
        "  Pinyin         Shìlìjú",
        "  Asked for      OOE (acronym)",
        "  Evidence       official",
        "  Review         approved",
        "  Generated      Pinyin",
        "  Entry          office-of-examples (body, central)",
        "  Distinct from  Office of Instances 事例局",
    ]


def test_confusion_is_shown_from_both_sides(cli: Cli) -> None:
    assert "  Distinct from  Office of Examples 示例局" in cli("lookup", "事例局").lines


def test_a_body_that_is_no_more_says_what_became_of_it(cli: Cli) -> None:
    assert "  Succeeded by  Office of Examples 示例局" in cli("lookup", "Example Board").lines


def test_what_was_seen_nowhere_says_so(cli: Cli) -> None:
    lines = cli("lookup", "事例局").lines
    assert lines[3:5] == [
        "  Evidence       reconstructed (English unsourced, Chinese reconstructed): a",
        "                 translator's own back-translation; seen in no source",
    ]


def test_a_former_name_goes_with_its_own_counterpart_and_says_today(cli: Cli) -> None:
    lines = cli("lookup", "Bureau of Samples").lines
    assert lines[:2] == ["Bureau of Samples", "  Chinese        样品局"]
    assert "  In use         –2001" in lines
    assert "  Today          Office of Examples 示例局" in lines


def test_a_name_that_is_not_there_is_one_and_no_guess(cli: Cli) -> None:
    ran = cli("lookup", "Office of Exampels")
    assert (ran.code, ran.out) == (1, "")
    assert "not in the glossary" in ran.err
    assert "office-of-examples" in ran.err


def test_stdin_is_answered_a_line_for_a_line_in_order(cli: Cli) -> None:
    ran = cli("lookup", stdin="OOE\n\nnothing of the sort\n事例局")
    assert ran.code == 1
    assert ran.lines[0] == "Office of Examples  示例局  Shìlìjú  [official]"
    assert ran.lines[1] == "–: the name is empty"
    assert ran.lines[2].startswith("nothing of the sort: not in the glossary")
    assert ran.lines[3].endswith("[reconstructed, proposed]")
    assert len(ran.lines) == 4


def test_fields_are_separated_by_tabs_and_empty_where_there_is_none(cli: Cli) -> None:
    ran = cli("lookup", "-f", "zh-Hans,pinyin", stdin="OOE\nzz\n事例局\n")
    assert ran.lines == ["示例局\tShìlìjú", "", "事例局\tShìlìjú"]
    assert ran.code == 1


def test_fields_of_the_question_stand_without_an_answer(cli: Cli) -> None:
    ran = cli("lookup", "-f", "query,found,en,matched", "OOE", "zz")
    assert ran.lines == ["OOE\texact\tOffice of Examples\tOOE", "zz\tnone\t\t"]


def test_several_answers_to_one_name_are_told_of(cli: Cli) -> None:
    ran = cli("lookup", "-f", "id", "example")
    assert len(ran.lines) == 1
    assert "1 name has more than one answer" in ran.err
    assert len(json.loads(cli("lookup", "example", "--json").out)["answers"]) == 2


def test_json_lines_come_one_a_name(cli: Cli) -> None:
    lines = [json.loads(line) for line in cli("lookup", "--jsonl", stdin="OOE\nzz\n").lines]
    assert [(line["query"], line["found"]) for line in lines] == [("OOE", "exact"), ("zz", "none")]
    assert lines[0]["answers"][0]["zh-Hans"] == "示例局"
    assert lines[1]["answers"] == []


def test_json_of_one_name_is_its_object_and_of_several_a_list(cli: Cli) -> None:
    assert json.loads(cli("lookup", "OOE", "--json").out)["found"] == "exact"
    assert [each["query"] for each in json.loads(cli("lookup", "OOE", "zz", "--json").out)] == [
        "OOE",
        "zz",
    ]
    assert json.loads(cli("lookup", "--json", stdin="OOE\n").out)[0]["query"] == "OOE"
    assert json.loads(cli("lookup", "--json", stdin="").out) == []


def test_a_line_that_is_no_utf8_is_answered_with_none_and_named(cli: Cli) -> None:
    ran = cli("lookup", "--jsonl", stdin=b"OOE\n\xb9\xfa\nOOE\n")
    assert [json.loads(line)["found"] for line in ran.lines] == ["exact", "none", "exact"]
    assert ran.code == 2
    assert "<stdin>:2: the line is not UTF-8" in ran.err


def test_an_argument_that_is_no_text_is_refused(cli: Cli) -> None:
    ran = cli("lookup", "a\udcff")
    assert (ran.code, ran.out) == (2, "")
    assert "NAME is not UTF-8" in ran.err


def test_why_is_a_footnote_to_paste(cli: Cli) -> None:
    assert cli("lookup", "--why", "示例局").lines == [
        'official: "About us", office.example, seen 2026-11-20; '
        'English: Press, "List of offices", no. 12, seen 2026-11-20'
    ]


def test_why_never_makes_a_name_more_than_it_is(cli: Cli) -> None:
    assert cli("lookup", "--why", "事例局").lines == [
        "reconstructed: a translator's own back-translation, seen in no source; "
        "English unsourced: no source seen; proposed, not approved"
    ]


def test_as_of_a_date_only_names_of_the_time_answer(cli: Cli) -> None:
    assert cli("lookup", "--as-of", "1999", "样品局", "-f", "en").lines == ["Bureau of Samples"]
    assert cli("lookup", "--as-of", "2010", "样品局").code == 1


@pytest.mark.parametrize(
    ("name", "id_", "day", "there"),
    [
        # Without dates of its own, of a body founded in 1998.
        ("示例局", "office-of-examples", "1940", False),
        ("Office of Examples", "office-of-examples", "1997", False),
        ("Office of Examples", "office-of-examples", "1998", True),
        ("Bureau of Samples", "office-of-examples", "1940", False),
        ("Bureau of Samples", "office-of-examples", "2001", True),
        # Of a body dissolved in 1998.
        ("样例委员会", "example-board", "1997", True),
        ("样例委员会", "example-board", "1999", False),
        # Nothing is known of its time.
        ("事例局", "office-of-instances", "1940", True),
    ],
)
@pytest.mark.parametrize(
    "command", [("lookup", "-f", "id"), ("find", "-f", "id"), ("show", "--json")]
)
def test_a_body_has_no_name_before_it_was_founded_or_after_it_was_dissolved(
    command: tuple[str, ...], name: str, id_: str, day: str, there: bool, cli: Cli
) -> None:
    assert (id_ in cli(*command, name, "--as-of", day).out) is there


def test_an_entry_of_another_time_says_when_it_was(cli: Cli) -> None:
    ran = cli("show", "office-of-examples", "--as-of", "1940")
    assert (ran.code, ran.out) == (1, "")
    assert "office-of-examples had no name in 1940" in ran.err
    assert "1998-01-01" in ran.err


@pytest.mark.parametrize(
    "option",
    [["--as-of", "2010-13"], ["--kind", "bdy"], ["--status", "good"], ["--lang", "english"]],
)
def test_a_limit_that_cannot_be_is_misuse(option: list[str], cli: Cli) -> None:
    ran = cli("lookup", "OOE", *option)
    assert (ran.code, ran.out) == (2, "")


def test_a_query_cannot_act_on_the_terminal(cli: Cli) -> None:
    ran = cli("lookup", stdin="a\x1b]0;x\x07b\n")
    assert "\x1b" not in ran.out + ran.err
    assert "\x1b" not in cli("lookup", "a\x1b[2J").err


@pytest.mark.parametrize("columns", ["20", "40", "60"])
def test_a_narrow_terminal_is_served(
    columns: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glossary.cli.tables import width

    monkeypatch.setenv("COLUMNS", columns)
    assert all(width(line) <= int(columns) for line in cli("lookup", "OOE").lines)


def test_a_batch_goes_on_for_long(cli: Cli, database: Path) -> None:
    ran = cli("lookup", "-f", "zh-Hans", stdin="OOE\n" * 20_000)
    assert (ran.code, len(ran.lines)) == (0, 20_000)
