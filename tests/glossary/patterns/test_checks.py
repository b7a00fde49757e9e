"""Patterns that cannot be: refused where they come in, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.errors import InvalidError
from glossary.formats.yaml_entries import read_yaml
from glossary.seeds import check_seeds

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.glossary import Glossary

HEAD = "entries:\n"


def pattern(name: str, makes: str, slots: str, english: str, chinese: str, more: str = "") -> str:
    return (
        f"- id: {name}\n  kind: pattern\n  review: approved\n"
        f"  pattern: {{makes: {makes}, slots: [{slots}]{more}}}\n  names:\n"
        f"  - {{text: '{english}', lang: en, usage: preferred, evidence: unsourced}}\n"
        f"  - {{text: '{chinese}', lang: zh-Hans, usage: preferred, evidence: unsourced}}\n"
    )


def problem(folder: Path, text: str) -> str:
    (folder / "patterns").mkdir()
    file = folder / "patterns" / "bad.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    problems = check_seeds(str(folder))
    assert problems, "nothing was refused"
    return str(problems[0]).replace(str(file), "bad.yaml")


def test_an_unbound_slot(tmp_path: Path) -> None:
    found = problem(tmp_path, pattern("a", "body", "place", "Bee Bureau", "{place}蜂局"))
    assert found.startswith("bad.yaml:7:12: 'Bee Bureau' does not bind slot 'place' once")


def test_an_undeclared_slot(tmp_path: Path) -> None:
    found = problem(tmp_path, pattern("a", "body", "place", "{place} {bee} Bureau", "{place}蜂局"))
    assert found.startswith("bad.yaml:7:12: slot 'bee' of '{place} {bee} Bureau' is not declared")


def test_an_unknown_constraint(tmp_path: Path) -> None:
    found = problem(
        tmp_path, pattern("a", "body", "place colour=red", "{place} Bee Bureau", "{place}蜂局")
    )
    assert found.startswith("bad.yaml:5:34: nothing is known of a place called 'colour'")


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("place level=galactic", "no place has 'level=galactic'. Known are: county, prefectural,"),
        ("place type=县,村", "no place has 'type=村'. Known are:"),
        ("place group=town", "no place has 'group=town'. Known are: city, county,"),
        ("place code=1301", "place '1301' is not a GB/T 2260 code"),
        ("place within=Hebei", "place 'Hebei' is not a GB/T 2260 code"),
        ("place:stem level=town", "no stem has 'level=town'"),
        ("place:entry kind=frog", "no entry has 'kind=frog'. Known are: body, document,"),
    ],
)
def test_a_constraint_nothing_meets(tmp_path: Path, slot: str, said: str) -> None:
    found = problem(
        tmp_path, pattern("a", "body", f"'{slot}'", "{place} Bee Bureau", "{place}蜂局")
    )
    assert found.startswith(f"bad.yaml:5:34: {said}")


def test_a_symbol_nothing_makes(tmp_path: Path) -> None:
    found = problem(tmp_path, pattern("a", "body", "hive", "{hive} Bureau", "{hive}局"))
    assert found.startswith("bad.yaml:5:34: no pattern makes 'hive'. Known are:")


def test_a_loop(tmp_path: Path) -> None:
    text = pattern("a", "body", "hive", "{hive} Bureau", "{hive}局")
    text += pattern("b", "hive", "body", "{body} Hive", "{body}巢")
    found = problem(tmp_path, text)
    assert "patterns begin with each other without end: body → hive → body" in found
    assert found.startswith("bad.yaml:")


def test_a_pattern_that_is_itself(tmp_path: Path) -> None:
    found = problem(tmp_path, pattern("a", "body", "body", "{body}", "{body}"))
    assert "it is nothing but itself" in found


def test_a_contradiction(tmp_path: Path) -> None:
    text = pattern("a", "body", "place", "{place} Bee Bureau", "{place}蜂局")
    text += pattern("b", "body", "place", "{place} Apiary Office", "{place}蜂局")
    found = problem(tmp_path, text)
    assert "it says of '{place}蜂局' what pattern 'a' says otherwise" in found
    assert found.startswith("bad.yaml:14:")


def test_a_rule_of_its_own_place_is_no_contradiction(tmp_path: Path) -> None:
    text = pattern("a", "body", "place", "{place} Bee Bureau", "{place}蜂局")
    text += pattern(
        "b", "body", "place", "{place} Apiary", "{place}蜂局", ', jurisdiction: "460000"'
    )
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "good.yaml").write_text(HEAD + text, encoding="utf-8")
    assert check_seeds(str(tmp_path)) == []


def test_what_is_no_pattern_may_not_say_what_it_makes() -> None:
    text = pattern("a", "body", "place", "{place} Bee Bureau", "{place}蜂局")
    parsed = read_yaml((HEAD + text.replace("kind: pattern", "kind: term")).encode(), "a.yaml")
    assert "a pattern, and nothing else, says what it makes" in str(parsed.problems[0])


def test_every_fault_is_told_at_its_place_and_once(tmp_path: Path) -> None:
    text = pattern("a", "body", "hive", "{hive} Bureau", "{hive}局")
    text += pattern("b", "hive", "body", "{body} Hive", "{body}巢")
    text += pattern("c", "comb", "cell", "{cell} Comb", "{cell}脾")
    text += pattern("d", "cell", "comb", "{comb} Cell", "{comb}房")
    text += pattern("e", "body", "wax", "{wax} Bureau", "{wax}蜡局")
    text += pattern("f", "body", "place level=town", "{place} Bee Bureau", "{place}蜂局")
    (tmp_path / "patterns").mkdir()
    file = tmp_path / "patterns" / "bad.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    told = [(each.place, each.what) for each in check_seeds(str(tmp_path))]
    assert [(place.rpartition("/")[2], what) for place, what in told] == [
        ("bad.yaml:12:34", "patterns begin with each other without end: body → hive → body"),
        ("bad.yaml:19:34", "patterns begin with each other without end: cell → comb → cell"),
        ("bad.yaml:33:34", "no pattern makes 'wax'"),
        ("bad.yaml:40:34", "no place has 'level=town'"),
    ]


def test_an_import_tells_every_fault(shipped: Glossary, tmp_path: Path) -> None:
    text = pattern("bee-a", "body", "wax", "{wax} Bureau", "{wax}蜡局")
    text += pattern("bee-b", "body", "place level=town", "{place} Bee Bureau", "{place}蜂局")
    file = tmp_path / "bees.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    report = shipped.import_file(str(file), by="mei", dry_run=True)
    assert [each.place for each in report.problems] == [f"{file}:2:3", f"{file}:9:3"]


def test_a_ring_closed_by_what_comes_is_told(shipped: Glossary, tmp_path: Path) -> None:
    text = pattern("bee-a", "place-word", "body", "{body} Seat", "{body}驻地")
    text += pattern("bee-b", "body", "seat:place-word", "{seat} Bureau", "{seat}局")
    file = tmp_path / "bees.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    report = shipped.import_file(str(file), by="mei", dry_run=True)
    assert any("begin with each other without end" in each.what for each in report.problems)
    assert all(each.path == str(file) for each in report.problems)


def test_an_import_names_the_line(shipped: Glossary, tmp_path: Path) -> None:
    text = pattern("bee-a", "body", "place", "{place} Bee Bureau", "{place}蜂局")
    text += pattern("bee-b", "body", "place", "{place} Apiary Office", "{place}蜂局")
    file = tmp_path / "bees.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    report = shipped.import_file(str(file), by="mei", dry_run=True)
    assert [each.place for each in report.problems] == [f"{file}:9:3"]


def test_a_contradiction_is_refused_when_it_is_added(shipped: Glossary) -> None:
    from glossary.model.patterns import PatternFacts

    entry = shipped.draft(
        "pattern",
        english=["{place.adj} Tax Office"],
        chinese=["国家税务总局{place}税务局"],
        evidence="unsourced",
        pattern=PatternFacts(
            makes="body",
            slots=("place type=省,自治区,直辖市,市,自治州,县,自治县,区,旗,自治旗,地区,盟,新区",),
        ),
    )
    with pytest.raises(InvalidError, match="what pattern 'tax-service' says otherwise"):
        shipped.add(entry, by="mei")
