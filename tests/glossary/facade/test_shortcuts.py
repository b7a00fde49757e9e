"""The short way asks a glossary opened anew each time; what composing is made of is made once, and never stale."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

import glossary
from glossary import Glossary
from glossary.facade import grammars
from glossary.model.patterns import PatternFacts
from glossary.patterns.grammar import Grammar
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from pathlib import Path

    from tests.processes import RunPython

BEES = "Hebei Apiary Office"


class _Counted(Grammar):
    """A grammar that counts how many were made."""

    made = 0

    def __init__(self, *arguments: object) -> None:
        type(self).made += 1
        super().__init__(*arguments)  # type: ignore[arg-type]


@pytest.fixture(name="made")
def _made(monkeypatch: pytest.MonkeyPatch) -> type[_Counted]:
    monkeypatch.setattr(grammars, "Grammar", _Counted)
    monkeypatch.setattr(grammars, "_last", None)
    _Counted.made = 0
    return _Counted


def add_pattern(g: Glossary, english: str = "{place} Apiary Office") -> None:
    entry = g.draft(
        "pattern",
        english=[english],
        chinese=["{place}蜂局"],
        evidence="unsourced",
        pattern=PatternFacts(makes="body", slots=("place",)),
    )
    g.approve(g.add(entry, by="mei").entry.id, by="lin")


def patterned(folder: Path) -> str:
    """The path of a glossary with one pattern."""
    folder.mkdir()
    with empty_glossary(folder) as g:
        add_pattern(g)
        return g.path


def found(name: str = BEES) -> list[str | None]:
    return [answer.chinese for answer in glossary.lookup(name)]


def test_patterns_are_compiled_once_for_many_questions(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", patterned(tmp_path / "a"))
    assert found() == ["河北省蜂局"]
    made.made = 0
    for name in (BEES, "Hubei Apiary Office", "Nobody", "河北省蜂局"):
        glossary.lookup(name)
    assert made.made == 0


def test_they_stay_compiled_while_other_entries_come(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", patterned(tmp_path / "a"))
    found()
    with Glossary.open() as g:
        g.add(body("Ministry A", "甲部"), by="mei")
    made.made = 0
    assert found() == ["河北省蜂局"]
    assert made.made == 0


def test_a_pattern_approved_meanwhile_composes(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", patterned(tmp_path / "a"))
    assert found("Hebei Honey Office") == []
    with Glossary.open() as g:
        g.retire(g.find("kind:pattern").answers[0].id, by="lin", why="renamed")
        add_pattern(g, "{place} Honey Office")
    assert found("Hebei Honey Office") == ["河北省蜂局"]
    assert found() == []


def test_another_glossary_has_its_own_patterns(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = patterned(tmp_path / "a")
    (tmp_path / "b").mkdir()
    with empty_glossary(tmp_path / "b") as g:
        second = g.path
    for path, chinese in ((first, ["河北省蜂局"]), (second, []), (first, ["河北省蜂局"])):
        monkeypatch.setenv("ZHENGMING_DB", path)
        assert found() == chinese


def test_a_file_put_in_anothers_place_has_its_own_patterns(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = patterned(tmp_path / "a")
    (tmp_path / "b").mkdir()
    with empty_glossary(tmp_path / "b") as g:
        add_pattern(g, "{place} Honey Office")
        other = g.path
    monkeypatch.setenv("ZHENGMING_DB", path)
    assert found() == ["河北省蜂局"]
    os.replace(other, path)
    assert found() == []
    assert found("Hebei Honey Office") == ["河北省蜂局"]


def test_threads_share_what_was_compiled(
    made: type[_Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", patterned(tmp_path / "a"))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: found(), range(40)))
    assert answers == [["河北省蜂局"]] * 40
    assert made.made <= 8  # those that came before the first was done


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_asks_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_python: RunPython
) -> None:
    monkeypatch.setenv("ZHENGMING_DB", patterned(tmp_path / "a"))
    code = (
        "import glossary, os, sys\n"
        f"name = {BEES!r}\n"
        "first = [answer.chinese for answer in glossary.lookup(name)]\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    os._exit([answer.chinese for answer in glossary.lookup(name)] != first)\n"
        "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), *first)\n"
    )
    result = run_python("-c", code)
    assert (result.stdout.split(), result.stderr) == (["0", "河北省蜂局"], "")
