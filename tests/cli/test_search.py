"""``find``: ranked hits."""

from __future__ import annotations

import json

import pytest

from glossary.cli.tables import width
from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("database")


def test_hits_stand_in_columns(cli: Cli) -> None:
    ran = cli("find", "office of")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "English              Chinese  Pinyin   Evidence",
        "Office of Examples   示例局   Shìlìjú  official",
        "Office of Instances  事例局   Shìlìjú  reconstructed, proposed",
    ]


def test_the_name_that_matched_is_shown(cli: Cli) -> None:
    assert "Office of Examples (OOE)" in cli("find", "OOE").out


def test_words_of_several_arguments_are_one_query(cli: Cli) -> None:
    assert cli("find", "office", "examples", "-f", "id").lines == ["office-of-examples"]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--kind", "term"], ["example"]),
        (["--level", "central"], ["office-of-examples"]),
        (["--status", "proposed", "office"], ["office-of-instances"]),
        (["office", "kind:body", "--limit", "1"], ["office-of-examples"]),
        (["--as-of", "1999", "样品局"], ["office-of-examples"]),
        (["--lang", "zh", "示例局"], ["office-of-examples"]),
    ],
)
def test_filters_stand_beside_the_query_or_in_it(
    filters: list[str], ids: list[str], cli: Cli
) -> None:
    assert cli("find", "-f", "id", *filters).lines == ids


def test_json_lines_are_answers_with_their_score(cli: Cli) -> None:
    first, second = [json.loads(line) for line in cli("find", "office of", "--jsonl").lines]
    assert first["score"] > second["score"]
    assert first["id"] == "office-of-examples"
    assert json.loads(cli("find", "office of", "--json").out) == [first, second]


def test_explain_says_why(cli: Cli) -> None:
    assert (
        "  the same name: OOE; approved; admitted; acronym; score"
        in cli("find", "OOE", "--explain").out
    )
    explained = json.loads(cli("find", "OOE", "--explain", "--jsonl").out)["explain"]
    assert (explained["match"], explained["name"]) == ("exact", "OOE")


def test_nothing_found_is_one(cli: Cli) -> None:
    ran = cli("find", "qqqqqqqq")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing found for 'qqqqqqqq'" in ran.err
    assert cli("find", "qqqqqqqq", "--json").out == "[]\n"


def test_any_limit_is_one(cli: Cli) -> None:
    assert len(cli("find", "office", "--limit", "9" * 30).lines) == 3


def test_more_hits_than_asked_for_are_told_of(cli: Cli) -> None:
    assert "there are more" in cli("find", "office", "--limit", "1").err


@pytest.mark.parametrize(
    "argv",
    [[], [""], ["  "], ["x", "--limit", "0"], ["x", "--limit", "two"], ["x", "--place", "Xanadu"]],
)
def test_a_question_that_cannot_be_is_misuse(argv: list[str], cli: Cli) -> None:
    ran = cli("find", *argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "query", ["示", "x" * 10_000, "局" * 10_000, "[/]", "a\x1b[2J", "%s {0}", "'; --"]
)
def test_any_text_is_a_query(query: str, cli: Cli) -> None:
    ran = cli("find", query)
    assert ran.code in (0, 1)
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize("columns", [20, 40, 60, 100, 140])
def test_no_line_is_wider_than_the_terminal(
    columns: int, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for line in cli("find", "office", "--explain").lines:
        assert width(line) <= columns
    assert ("office-of-examples" in cli("find", "office").out) is (columns >= 116)
