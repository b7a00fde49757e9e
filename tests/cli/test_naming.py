"""``names``: the names of a text on the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from glossary.cli.schemas import schema_of
from tests.cli.running import Cli

SHARED = Path(__file__).parents[3] / "shared" / "data"
TEXT = "Run by OOE.\nThe Office of Examples is no example; 示例局 neither.\n"


def test_each_name_stands_once_with_its_first_line(cli: Cli, database: Path) -> None:
    ran = cli("names", stdin=TEXT)
    assert ran.code == 0
    assert [line.split()[0] for line in ran.lines] == ["English", "Office"]
    assert "3×, line 1" in ran.lines[1]


def test_json_lines_fit_the_schema(cli: Cli, database: Path) -> None:
    import jsonschema

    ran = cli("names", "--jsonl", stdin=TEXT)
    (record,) = [json.loads(line) for line in ran.lines]
    jsonschema.validate(record, schema_of("named"))
    assert (record["file"], record["text"], record["count"]) == ("<stdin>", "OOE", 3)
    assert record["forms"] == ["OOE", "Office of Examples", "示例局"]
    assert json.loads(cli("names", "--json", stdin=TEXT).out) == [record]


def test_a_table_for_a_spreadsheet(cli: Cli, database: Path, tmp_path: Path) -> None:
    file = tmp_path / "a, b.txt"
    file.write_text(TEXT, encoding="utf-16")
    (row,) = csv.DictReader(cli("names", "--csv", str(file)).lines)
    assert (row["zh-Hans"], row["evidence"], row["count"]) == ("示例局", "official", "3")
    assert row["file"] == str(file)


def test_fields_are_one_line_a_name(cli: Cli, database: Path) -> None:
    assert cli("names", "-f", "query,zh-Hans", stdin=TEXT).lines == ["OOE\t示例局"]


def test_nothing_found_is_one_and_nothing_to_read_is_two(cli: Cli, database: Path) -> None:
    assert (cli("names", stdin="nothing here").code, cli("names", "no-such-file").code) == (1, 2)
    assert cli("names", stdin="河北省".encode("gb18030")).code == 2


def test_a_text_without_a_word_has_no_names_wherever_it_comes_from(
    cli: Cli, database: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("\n")
    for ran in (cli("names", stdin=""), cli("names", str(tmp_path / "a.txt"))):
        assert (ran.code, ran.err) == (1, "zhengming: no name of the glossary stands in it\n")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not here")
def test_the_article_gives_its_names_and_nothing_else(cli: Cli, seeded: Path) -> None:
    ran = cli("names", "-f", "query", str(SHARED / "article.txt"))
    wanted = [
        *("Ministry of State Security", "Cloud Hopper", "Ministry of Science and Technology"),
        "Hebei International Talent Exchange Association",
        "International Technology Transfer Center",
        "Hebei Provincial Budget Project Performance Evaluation Form",
        "Plan for the Use of Special Subsidy Funds for the Construction of Hebei International"
        " Science and Technology Cooperation Base",
        "Hebei International Science and Technology Cooperation Base",
        "China Association for International Exchange of Personnel",
        "State Administration of Foreign Experts Affairs",
        "2020 Work Plan of the International Technology Transfer Center of Hebei University of Technology",
        "International Technology Transfer Center of Hebei University of Technology",
        *("Hebei University of Technology", "Hebei University of Engineering"),
        "Hebei International Joint Center Base Defense",
        "Hebei International Joint Center Base",
        *("Le Mans Université", "Université Paris-Saclay", "University College London"),
        *("Nanyang Technological University", "Chinese Communist Party"),
        *("Fifth Plenary Session", "Xi Jinping", "Mike Pompeo", "Georgia Institute of Technology"),
    ]
    assert ran.lines == wanted
