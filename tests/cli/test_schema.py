"""``schema``: every JSON value the program prints is held against it, and against a stricter form of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from glossary.cli.schemas import OBJECTS, definitions, schema_of, whole_schema
from glossary.model.records import from_record
from glossary.store.prepared import prepare
from tests.cli.running import RECORDS, Cli


def _strict(schema: Any) -> Any:
    """The schema with every object closed, so that a key nobody described shows."""
    if isinstance(schema, list):
        return [_strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _strict(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "additionalProperties" not in schema:
        closed["unevaluatedProperties"] = False
    return closed


def _strict_schema(name: str) -> dict[str, Any]:
    schema = schema_of(name)
    parts: dict[str, Any] = {part: _strict(value) for part, value in schema["$defs"].items()}
    parts["answer"].pop("unevaluatedProperties")  # a hit of find is an answer and more
    return {**schema, "$defs": parts}


def hold(name: str, value: object) -> None:
    """Check a value against the schema of an object."""
    Draft202012Validator(schema_of(name)).validate(value)
    Draft202012Validator(_strict_schema(name)).validate(value)


@pytest.mark.parametrize("name", OBJECTS)
def test_each_schema_is_one_and_is_printed(name: str, cli: Cli) -> None:
    printed = json.loads(cli("schema", name).out)
    Draft202012Validator.check_schema(printed)
    assert printed == schema_of(name)


def test_the_whole_schema_defines_every_object(cli: Cli) -> None:
    printed = json.loads(cli("schema").out)
    Draft202012Validator.check_schema(printed)
    assert printed == whole_schema()
    assert set(OBJECTS) <= set(printed["$defs"]) == set(definitions())


QUESTIONS = "OOE\nBureau of Samples\n事例局\n\nexample\nExampel\nqqq\n样例委员会\n"


@pytest.mark.parametrize(
    "limits", [[], ["--as-of", "1999"], ["--lang", "en-GB"], ["--status", "all"]]
)
def test_every_line_of_lookup(limits: list[str], cli: Cli, database: Path) -> None:
    lines = cli("lookup", "--jsonl", *limits, stdin=QUESTIONS).lines
    assert len(lines) == QUESTIONS.count("\n")
    for line in lines:
        hold("lookup", json.loads(line))


def test_every_answer_of_find(cli: Cli, database: Path) -> None:
    for query in ("office", "示例", "shiliju", "slj", "offce"):
        lines = cli("find", query, "--jsonl", "--explain").lines
        values = json.loads(cli("find", query, "--json").out)
        assert len(lines) == len(values) > 0
        for value in [*map(json.loads, lines), *values]:
            hold("find", value)


def test_every_entry_shown(cli: Cli, database: Path) -> None:
    ids = [json.loads(line)["id"] for line in cli("export", "jsonl").lines]
    assert len(ids) == 5
    for entry_id in ids:
        hold("show", json.loads(cli("show", entry_id, "--json").out))


def test_every_line_of_an_export(cli: Cli, database: Path) -> None:
    lines = cli("export", "jsonl").lines
    assert len(lines) == 5
    for line in lines:
        hold("entry", json.loads(line))


def test_reports(cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added = cli(
        "add",
        "--kind",
        "body",
        "--en",
        "office of examples",
        "--zh",
        "局",
        "--evidence",
        "unsourced",
        "--force",
        "--json",
    )
    hold("added", json.loads(added.out))
    hold("info", json.loads(cli("db", "info", "--json").out))
    hold("check", json.loads(cli("db", "check", "--json").out))
    shipped = [prepare(from_record(record), review) for record, review in RECORDS[1:]]
    monkeypatch.setattr("glossary.seeds.iter_shipped", lambda: iter(shipped))
    synced = json.loads(cli("db", "sync", "--dry-run", "--json").out)
    assert synced["retired"] == ["office-of-examples"]
    hold("sync", synced)
    broken = tmp_path / "broken.yaml"
    broken.write_text("entries:\n- id: a\n  kind: bdy\n  names: []\n  colour: red\n")
    hold("import", json.loads(cli("import", str(broken), "--json").out))
    exported = tmp_path / "all.jsonl"
    exported.write_text(cli("export", "jsonl").out, encoding="utf-8")
    hold("import", json.loads(cli("import", str(exported), "--json", "--dry-run").out))


def test_the_shipped_entries(cli: Cli, seeded: Path) -> None:
    validator = Draft202012Validator(_strict_schema("entry"))
    lines = cli("export", "jsonl").lines
    assert len(lines) > 10_000
    for line in lines[::10]:  # every kind; each entry was held to the model before
        validator.validate(json.loads(line))


def test_rules_and_every_event_of_shipped_entries(cli: Cli, few: Path) -> None:
    hold("rules", json.loads(cli("db", "four-eyes", "--json").out))
    validator = Draft202012Validator(_strict_schema("event"))
    lines = cli("history", "--jsonl").lines
    assert lines
    for line in lines:
        validator.validate(json.loads(line))


def test_an_answer_without_its_evidence_would_not_pass() -> None:
    validator = Draft202012Validator(schema_of("lookup"))
    assert not validator.is_valid({"query": "a", "found": "exact", "answers": [{"id": "a"}]})
    assert not validator.is_valid({"query": "a", "found": "none", "answers": []})
    assert not validator.is_valid({"query": "a", "found": "exact", "answers": []})
