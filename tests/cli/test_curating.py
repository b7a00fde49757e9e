"""``seeds``: what a curator asks, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import validate

from glossary.cli.schemas import schema_of
from glossary.curation import content
from tests.cli.running import Cli

BAD = """\
entries:
- id: a
  kind: body
  review: proposed
  names:
  - {text: "Office of  Examples", lang: en, evidence: unsourced}
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path / "seeds"


def test_a_finding_is_a_line_with_place_and_rule(cli: Cli, folder: Path) -> None:
    ran = cli("seeds", "check", str(folder))
    assert ran.code == 1
    (line,) = ran.lines
    assert line.endswith(
        "a.yaml:2:3: 'Office of  Examples' has spaces or punctuation out of place [spelling]"
    )
    record = json.loads(cli("seeds", "check", "--json", str(folder)).out)
    validate(record, schema_of("seeds"))
    assert [each["rule"] for each in record["findings"]] == ["spelling"]


def test_the_shipped_entries_are_counted(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "data_folder", lambda name: str(folder))
    ran = cli("seeds", "shares")
    assert (ran.code, [line.partition(";")[0] for line in ran.lines]) == (
        0,
        ["body: 1 entries, 0 approved", "all: 1 entries, 0 approved"],
    )
    records = json.loads(cli("seeds", "shares", "--json").out)
    validate(records[0], schema_of("share"))
    assert [(each["kind"], each["names"]["unsourced"]) for each in records] == [
        ("body", 1),
        (None, 1),
    ]


def test_what_git_does_not_know_is_misuse(cli: Cli, folder: Path) -> None:
    ran = cli("seeds", "diff", "no-such..HEAD", "--folder", str(folder))
    assert ran.code == 2
    assert "git cannot tell" in ran.err
