"""``drafts``: what the terminal UI left unfinished."""

from __future__ import annotations

import json
from pathlib import Path

from glossary import Glossary
from tests.cli.running import Cli
from tests.cli.test_schema import hold


def test_unfinished_forms_are_listed_and_dropped(cli: Cli, database: Path) -> None:
    empty = cli("drafts")
    assert (empty.code, empty.out) == (1, "")
    assert json.loads(cli("drafts", "--json").out) == []
    with Glossary.open(str(database)) as glossary:
        glossary.save_draft(
            "new-1", {"kind": "body", "names": [{"text": "示例"}, {"text": ""}]}, by="mei"
        )
    ran = cli("drafts")
    assert (ran.code, ran.lines[1].split()) == (0, ["new-1", "示例", "mei", "now"])
    [line] = cli("drafts", "--jsonl").lines
    hold("draft", json.loads(line))
    assert json.loads(cli("drafts", "--json").out) == [json.loads(line)]
    missing = cli("drafts", "--drop", "new-2")
    assert (missing.code, "There are: new-1." in missing.err) == (1, True)
    assert cli("drafts", "--drop", "new-1").code == 0
    assert cli("drafts").code == 1
