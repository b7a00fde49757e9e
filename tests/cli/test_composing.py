"""Patterns on the command line: added without touching code, reviewed like any entry, composing once approved."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Cli
from tests.cli.test_schema import hold

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def bees(cli: Cli) -> Cli:
    """A glossary with one approved pattern."""
    ran = cli(
        *("add", "--pattern", "body", "--slot", "place level=county", "--zh", "{place}养蜂局"),
        *("--en", "{place.adj} Beekeeping Bureau", "--evidence", "unsourced", "--by", "mei"),
    )
    assert (ran.code, ran.lines) == (0, ["place-adj-beekeeping-bureau"])
    assert cli("lookup", "正定县养蜂局").code == 1  # proposed patterns compose nothing
    assert cli("review", "approve", "place-adj-beekeeping-bureau", "--by", "lin").code == 0
    return cli


def test_an_approved_pattern_composes_both_ways(bees: Cli) -> None:
    (answer,) = json.loads(bees("lookup", "--jsonl", "正定县养蜂局").out)["answers"]
    assert (answer["id"], answer["en"]) == (None, "Zhengding County Beekeeping Bureau")
    assert (answer["evidence"], answer["review"]) == ("composed", "proposed")
    assert answer["derivation"][1] == (
        "place: 正定县 = Zhengding County [130123] (in Shijiazhuang City, Hebei Province)"
    )
    ran = bees("lookup", "-f", "zh-Hans,pinyin", "Zhengding County Beekeeping Bureau")
    assert ran.lines == ["正定县养蜂局\tZhèngdìng Xiàn Yǎngfēngjú"]


def test_a_composed_answer_says_so(bees: Cli) -> None:
    lines = bees("lookup", "正定县养蜂局").lines
    assert "  Evidence     composed: derived by a pattern; seen in no source" in lines
    assert "  Entry        body, county" in lines


def test_a_search_shows_a_held_body_of_the_composed_name_once(bees: Cli) -> None:
    ran = bees(
        *("add", "--kind", "body", "--en", "Zhengding Bee Bureau", "--zh", "正定县养蜂局"),
        *("--evidence", "unsourced", "--by", "mei"),
    )
    assert ran.code == 0
    found = bees("find", "-f", "id,zh-Hans,evidence", "Zhengding County Beekeeping Bureau")
    assert found.lines == ["zhengding-bee-bureau\t正定县养蜂局\tunsourced"]
    (answer,) = json.loads(
        bees("find", "--json", "--explain", "Zhengding County Beekeeping Bureau").out
    )
    assert answer["explain"]["match"] == "composed"


def test_a_derivation_is_shown_as_a_tree(bees: Cli) -> None:
    assert bees("explain", "Zhengding", "County", "Beekeeping", "Bureau").lines == [
        "body  正定县养蜂局  Zhengding County Beekeeping Bureau",
        "│ {place}养蜂局 ↔ {place.adj} Beekeeping Bureau",
        "│ place-adj-beekeeping-bureau",
        "└ place  正定县  Zhengding County",
        "    130123 · in Shijiazhuang City, Hebei Province",
    ]
    found = json.loads(bees("explain", "--json", "正定县养蜂局").out)
    assert found["readings"][0]["parts"][0]["source"] == "130123"
    hold("explained", found)


def test_a_tree_stays_within_a_narrow_terminal(bees: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert bees("explain", "正定县养蜂局").lines == [
        "body 正定县养蜂局 Zhengding",
        "│ County Beekeeping Bureau",
        "│ {place}养蜂局 ↔ {place.adj}",
        "│ Beekeeping Bureau",
        "│ place-adj-beekeeping-bureau",
        "└ place 正定县 Zhengding",
        "    County",
        "    130123 · in Shijiazhuang",
        "    City, Hebei Province",
    ]


def test_what_is_not_composed_says_why(bees: Cli) -> None:
    ran = bees("explain", "河北省养蜂局")
    assert (ran.code, ran.out) == (1, "")
    assert "a province has no 养蜂局" in ran.err
    declined = json.loads(bees("explain", "--json", "河北省养蜂局").out)
    assert declined["readings"] == []
    hold("explained", declined)


def test_a_composed_answer_is_accepted_as_a_proposal(bees: Cli) -> None:
    ran = bees("add", "--from-composed", "正定县养蜂局", "--by", "mei")
    assert (ran.code, ran.lines) == (0, ["zhengding-county-beekeeping-bureau"])
    shown = json.loads(bees("show", "--json", "zhengding-county-beekeeping-bureau").out)
    assert shown["review"] == "proposed"
    assert {name["evidence"] for name in shown["names"]} == {"composed"}
    assert "place: 正定县 = Zhengding County [130123]" in shown["notes"][0]["text"]
    assert json.loads(bees("lookup", "--jsonl", "正定县养蜂局").out)["found"] == "exact"
    assert bees("add", "--from-composed", "正定县养蜂局", "--by", "mei").code == 1


def test_a_reading_that_is_not_there_is_refused(bees: Cli) -> None:
    ran = bees("add", "--from-composed", "正定县养蜂局", "--reading", "2", "--by", "mei")
    assert (ran.code, ran.out) == (1, "")
    assert "has no reading 2" in ran.err


def test_find_composes_a_place_and_the_head_of_a_body(cli: Cli) -> None:
    ran = cli(
        *("add", "--pattern", "body", "--slot", "place level=county", "--zh", "{place}政府"),
        *("--en", "{place.adj} Government", "--evidence", "unsourced", "--by", "mei"),
    )
    assert cli("review", "approve", ran.lines[0], "--by", "lin").code == 0
    assert cli("find", "-f", "zh-Hans", "Zhengding government").lines[0] == "正定县政府"
    assert cli("find", "-f", "zh-Hans", "zhengding geese").out == ""


def test_find_puts_what_is_composed_first(bees: Cli) -> None:
    lines = bees("find", "--jsonl", "zhengding beekeeping bureau").lines
    assert json.loads(lines[0])["zh-Hans"] == "正定县养蜂局"
    assert bees("find", "--explain", "--jsonl", "正定县养蜂局").code == 0


@pytest.mark.parametrize(
    ("asked", "is_answered"),
    [
        (("kind:body",), True),
        (("kind:place",), False),
        (("--kind", "document"), False),
        (("--kind", "document, body"), True),
        (("--level", "county"), True),
        (("--level", "central"), False),
        (("--place", "河北"), True),
        (("--place", "上海"), False),
        (("--status", "proposed"), True),
        (("--status", "approved"), False),
        (("--collection", "desk"), False),
        (("--lang", "zh"), True),
        (("--lang", "en"), False),
    ],
)
def test_a_filter_holds_for_what_is_composed_too(
    bees: Cli, asked: tuple[str, ...], is_answered: bool
) -> None:
    ran = bees("find", "-f", "en", "正定县养蜂局", *asked)
    answers = ["Zhengding County Beekeeping Bureau"] if is_answered else []
    assert (ran.code, ran.lines) == (0 if is_answered else 1, answers)


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (("--kind", "document, body"), 0),
        (("--kind", "document"), 1),
        (("--status", "approved"), 1),
        (("--status", "all"), 0),
    ],
)
def test_a_limit_of_a_lookup_holds_for_what_is_composed_too(
    bees: Cli, limits: tuple[str, ...], code: int
) -> None:
    assert bees("lookup", *limits, "正定县养蜂局").code == code


@pytest.mark.parametrize(("kind", "found"), [("body", ["正定县养蜂局"]), ("document", [])])
def test_a_kind_holds_for_what_is_composed_in_a_text(
    bees: Cli, kind: str, found: list[str]
) -> None:
    ran = bees("names", "--kind", kind, "-f", "zh-Hans", stdin="昨天，正定县养蜂局说明了情况。")
    assert ran.lines == found


def test_show_answers_and_says_it_is_no_entry(bees: Cli) -> None:
    ran = bees("show", "正定县养蜂局")
    assert (ran.code, ran.lines[0]) == (0, "Zhengding County Beekeeping Bureau")
    assert "no entry has this name; patterns compose it" in ran.err


def test_a_pattern_is_met_by_its_id_and_by_no_name(bees: Cli) -> None:
    assert "{place}养蜂局" in bees("show", "place-adj-beekeeping-bureau").out
    assert bees("find", "--jsonl", "beekeeping").code == 1
    record = json.loads(bees("show", "--json", "place-adj-beekeeping-bureau").out)
    assert record["pattern"] == {"makes": "body", "slots": ["place level=county"]}


@pytest.mark.parametrize(
    ("slot", "english", "problem"),
    [
        ("place colour=red", "{place} Bee Bureau", "nothing is known of a place called 'colour'"),
        ("place", "Bee Bureau", "does not bind slot 'place' once"),
        ("place", "{place} {bee} Bureau", "slot 'bee' of '{place} {bee} Bureau' is not declared"),
        ("place", "{place Bee Bureau", "a brace in '{place Bee Bureau' encloses no slot"),
        ("place", "{place.old} Bee Bureau", "'old' is no form of a slot"),
        ("hive", "{hive} Bee Bureau", ""),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(
    cli: Cli, slot: str, english: str, problem: str
) -> None:
    ran = cli(
        *("add", "--pattern", "body", "--slot", slot, "--zh", "{place}蜂局", "--en", english),
        *("--evidence", "unsourced", "--by", "mei"),
    )
    assert ran.code == 2
    assert problem in ran.err
