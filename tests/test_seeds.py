"""The seeds: what the check refuses, what the compiler writes, where the cache lies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary import seeds
from glossary.errors import InvalidError
from glossary.glossary import Glossary
from tests.processes import RunPython

HEAD = 'sources: {s: {title: T, seen: "2026-11-24"}}\nentries:\n'


def entry(
    entry_id: str, *, review: str = "approved", evidence: str = "official", more: str = ""
) -> str:
    cited = ", sources: [s]" if evidence == "official" else ""
    return (
        f"- id: {entry_id}\n  kind: body\n  review: {review}\n  names:\n"
        f"  - {{text: Body {entry_id}, lang: en, usage: preferred, evidence: official, sources: [s]}}\n"
        f"  - {{text: 国务院, lang: zh-Hans, usage: preferred, evidence: {evidence}{cited}}}\n{more}"
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of seeds, and the current folder its parent."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds" / "places").mkdir(parents=True)
    (tmp_path / "seeds" / "places" / "provincial.yaml").write_text(
        '- {code: "130000", zh: 河北省, level: provincial}\n', encoding="utf-8"
    )
    return tmp_path / "seeds"


def write(folder: Path, name: str, *entries: str) -> None:
    (folder / name).write_text(HEAD + "".join(entries), encoding="utf-8")


def found(folder: Path) -> list[str]:
    return [str(problem) for problem in seeds.check_seeds(str(folder))]


def test_sound_seeds_have_no_problems(folder: Path) -> None:
    relation = "  relations: [{type: part-of, target: b}]\n  body: {place: '130000'}\n"
    write(folder, "one.yaml", entry("a", more=relation))
    write(folder, "two.yaml", entry("b"))
    assert found(folder) == []


def test_an_id_is_unique_over_all_files(folder: Path) -> None:
    write(folder, "one.yaml", entry("a"))
    write(folder, "two.yaml", entry("a"))
    [message] = found(folder)
    assert message.startswith(f"{Path('seeds/two.yaml')}:3:3: id 'a' stands twice: also at ")
    assert f"{Path('seeds/one.yaml')}:3" in message


def test_targets_exist(folder: Path) -> None:
    relation = "  relations:\n  - {type: part-of, target: state-concil}\n"
    write(folder, "one.yaml", entry("a", more=relation), entry("state-council"))
    assert found(folder) == [
        f"{Path('seeds/one.yaml')}:10:29: no entry has the id 'state-concil'. "
        "Did you mean 'state-council'?"
    ]


@pytest.mark.parametrize("kind", ["part-of", "successor-of"])
def test_nothing_is_part_or_successor_of_itself_over_others(folder: Path, kind: str) -> None:
    write(folder, "one.yaml", entry("a", more=f"  relations: [{{type: {kind}, target: b}}]\n"))
    write(folder, "two.yaml", entry("b", more=f"  relations: [{{type: {kind}, target: a}}]\n"))
    [message] = found(folder)
    assert f"the relation {kind} leads back to itself: a → b → a" in message


def test_confused_with_may_point_both_ways(folder: Path) -> None:
    write(folder, "one.yaml", entry("a", more="  relations: [{type: confused-with, target: b}]\n"))
    write(folder, "two.yaml", entry("b", more="  relations: [{type: confused-with, target: a}]\n"))
    assert found(folder) == []


def test_a_place_has_a_known_code(folder: Path) -> None:
    write(folder, "one.yaml", entry("a", more="  body: {place: '990000'}\n"))
    assert "9:17: no place has the code '990000'" in found(folder)[0]


def test_approved_stands_on_names_someone_has_seen(folder: Path) -> None:
    write(folder, "one.yaml", entry("a", evidence="reconstructed"))
    [message] = found(folder)
    assert (
        "8:60: the entry is approved but its preferred Chinese name '国务院' is reconstructed"
        in message
    )
    write(folder, "one.yaml", entry("a", evidence="reconstructed", review="proposed"))
    assert found(folder) == []


def test_every_entry_says_where_it_stands_in_review(folder: Path) -> None:
    write(folder, "one.yaml", entry("a").replace("  review: approved\n", ""))
    assert "3:3: the entry does not say where it stands in review" in found(folder)[0]


def test_the_compiled_file_holds_renderings_and_keys(folder: Path, tmp_path: Path) -> None:
    from glossary.store.prepared import from_line

    write(folder, "one.yaml", entry("b"), entry("a", review="proposed"))
    target = tmp_path / "out.jsonl"
    seeds.build_seeds(str(target), str(folder))
    prepared = [from_line(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(each.id, each.review) for each in prepared] == [("b", "approved"), ("a", "proposed")]
    assert "Guówùyuàn" in prepared[0].content
    assert "國務院" in prepared[0].content


def test_seeds_with_problems_are_not_compiled(folder: Path, tmp_path: Path) -> None:
    write(folder, "one.yaml", entry("a"), entry("a"))
    with pytest.raises(InvalidError):
        seeds.build_seeds(str(tmp_path / "out.jsonl"), str(folder))
    assert not (tmp_path / "out.jsonl").exists()


@pytest.fixture
def small(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """One small file as if it were the shipped seeds, with a cache of its own."""
    write(folder, "one.yaml", entry("a"))
    monkeypatch.setattr(seeds, "data_folder", lambda name: str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def test_the_cache_is_reused_until_the_seeds_change(small: Path) -> None:
    assert not seeds.are_compiled()
    first = seeds.compiled_path()
    assert first is not None
    assert seeds.are_compiled()
    assert seeds.compiled_path() == first
    write(small, "two.yaml", entry("b"))
    second = seeds.compiled_path()
    assert second not in (None, first)
    assert [prepared.id for prepared in seeds.iter_shipped()] == ["a", "b"]


def test_seeds_that_change_while_they_are_compiled_are_compiled_anew(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compile_seeds = seeds.compile_seeds

    def compile_slowly(folder: str) -> Iterator[str]:
        lines = list(compile_seeds(folder))
        write(small, "two.yaml", entry("b"))
        yield from lines

    monkeypatch.setattr(seeds, "compile_seeds", compile_slowly)
    assert [prepared.id for prepared in seeds.iter_shipped()] == ["a", "b"]
    assert len(os.listdir(tmp_path / "cache" / "zhengming")) == 1


def test_several_processes_compile_what_one_does(small: Path) -> None:
    write(small, "three.yaml", entry("c") + entry("d"))
    write(small, "two.yaml", entry("b"))
    path = Path(str(seeds.compiled_path()))
    alone = path.read_bytes()
    assert alone.count(b"\n") == 4
    path.unlink()
    assert seeds.compiled_path(workers=2) == str(path)
    assert path.read_bytes() == alone
    write(small, "two.yaml", entry("b").replace("kind:", "kin:"))
    with pytest.raises(InvalidError, match="kin"):
        seeds.compiled_path(workers=2)


def test_no_part_of_a_file_stays_behind(small: Path, tmp_path: Path) -> None:
    path = seeds.compiled_path()
    assert os.listdir(tmp_path / "cache" / "zhengming") == [os.path.basename(str(path))]


def test_old_versions_do_not_pile_up(small: Path, tmp_path: Path) -> None:
    for number in range(6):
        write(small, "two.yaml", entry(f"b{number}"))
        assert os.path.isfile(str(seeds.compiled_path()))
    assert len(os.listdir(tmp_path / "cache" / "zhengming")) == 3


def test_compiling_packs_a_glossary_that_first_use_unpacks(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seeds.packed_path() is None
    assert seeds.main(["compile"]) == 0
    monkeypatch.setattr(seeds, "iter_shipped", lambda: pytest.fail("they were read"))
    with Glossary.open(str(tmp_path / "new.db")) as glossary:
        assert glossary.ids("") == ("a",)
        assert glossary.newer_shipped() == 0
        assert glossary.check() == ()
    write(small, "two.yaml", entry("b"))
    assert seeds.packed_path() is None


def test_a_cache_that_cannot_be_written_costs_time_only(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert seeds.compiled_path() is None
    assert [prepared.id for prepared in seeds.iter_shipped()] == ["a"]


def test_the_command_checks_and_builds(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.jsonl"
    assert seeds.main(["check"]) == 0
    assert capsys.readouterr().out == f"{Path('seeds')}: 1 files, 0 problems\n"
    assert (seeds.main(["build", str(target)]), seeds.main(["compile"])) == (0, 0)
    assert Path(str(seeds.compiled_path())).read_bytes() == target.read_bytes()
    write(small, "two.yaml", entry("a"))
    assert (seeds.main(["check"]), seeds.main(["build", str(target)])) == (1, 1)
    said = capsys.readouterr()
    assert said.out.endswith(f"{Path('seeds')}: 2 files, 1 problems\n")
    assert "id 'a' stands twice" in said.err
    assert seeds.main(["check", "no/such/folder"]) == 2


def test_the_command_says_how_it_is_used(run_python: RunPython) -> None:
    ran = run_python("-m", "glossary.seeds")
    assert (ran.returncode, ran.stdout, ran.stderr.split()[0]) == (2, "", "usage:")
