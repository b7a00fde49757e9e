"""Opening the glossary: what the first use says, and nothing later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Cli


@pytest.fixture(name="interrupted")
def _interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Glossary, "open", interrupt)


@pytest.mark.usefixtures("interrupted")
@pytest.mark.parametrize(
    ("are_compiled", "told"),
    [
        (False, ["the shipped entries are being compiled, this once; that takes half a minute"]),
        (True, []),
    ],
)
def test_first_use_says_what_takes_long_and_what_an_interruption_leaves(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, are_compiled: bool, told: list[str]
) -> None:
    monkeypatch.setattr("glossary.seeds.are_compiled", lambda: are_compiled)
    ran = cli("--db", str(tmp_path / "new.db"), "lookup", "MOST")
    lines = [*told, "interrupted; the next command begins anew"]
    assert (ran.code, ran.err.splitlines()) == (130, [f"zhengming: {line}" for line in lines])


@pytest.mark.usefixtures("interrupted")
def test_nothing_is_said_where_the_glossary_is_there(cli: Cli, database: Path) -> None:
    ran = cli("--db", str(database), "lookup", "MOST")
    assert (ran.code, ran.err) == (130, "")


@pytest.mark.usefixtures("interrupted")
def test_nothing_is_compiled_for_a_command_that_makes_no_glossary(cli: Cli, tmp_path: Path) -> None:
    ran = cli("--db", str(tmp_path / "typo.db"), "db", "check")
    assert (ran.code, ran.err) == (130, "")
