"""Every check finds what it is for, and leaves alone what only looks like it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glossary.curation.cedict import compare_with_cedict
from glossary.curation.checks import CHECKS, check_content
from glossary.curation.content import read_content
from glossary.curation.findings import Severity
from glossary.curation.ranges import changes_in
from glossary.curation.shares import shares
from glossary.errors import GlossaryError, InputError
from glossary.seeds import check_seeds

HEAD = (
    "sources:\n"
    '  s: {title: T, locator: "a.tsv, line 7", seen: "2026-11-24"}\n'
    '  page: {title: P, locator: example.org/p, seen: "2026-11-24"}\n'
    '  vague: {title: V, seen: "2026-11-24"}\n'
    "entries:\n"
)


def entry(
    entry_id: str,
    english: str,
    chinese: str,
    *,
    source: str = "page",
    more: str = "",
    names: str = "",
) -> str:
    return (
        f"- id: {entry_id}\n  kind: body\n  review: approved\n  names:\n"
        f'  - {{text: "{english}", lang: en, usage: preferred, evidence: attested, sources: [{source}]}}\n'
        f"  - {{text: {chinese}, lang: zh-Hans, usage: preferred, evidence: attested, sources: [{source}]}}\n"
        f"{names}{more}"
    )


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def write(folder: Path, *entries: str) -> None:
    (folder / "one.yaml").write_text(HEAD + "".join(entries), encoding="utf-8")


def found(folder: Path) -> list[str]:
    return [each.rule for each in check_content(str(folder))[1]]


A = entry("a", "Office of Examples", "示例局")


def test_sound_entries_have_no_findings(folder: Path) -> None:
    write(folder, A, entry("b", "Office of Samples", "样品局"))
    assert found(folder) == []


def test_the_same_body_twice(folder: Path) -> None:
    write(folder, A, entry("b", "The Office of Examples", "示例局"))
    assert found(folder) == ["double-entry", "shared-chinese", "shared-english"]


@pytest.mark.parametrize(
    ("english", "chinese", "rule"),
    [
        ("Office of Examples", "例子局", "shared-english"),
        ("Bureau of Instances", "示例局", "shared-chinese"),
        ("Bureau of Instances", "例子局", None),
    ],
)
def test_two_bodies_of_one_name_know_of_each_other(
    folder: Path, english: str, chinese: str, rule: str | None
) -> None:
    write(folder, A, entry("b", english, chinese))
    assert found(folder) == ([rule] if rule else [])
    known = "  relations: [{type: confused-with, target: a}]\n"
    write(folder, A, entry("b", english, chinese, more=known))
    assert found(folder) == []
    gone = '  body: {dissolved: "1998"}\n  notes: [{lang: en, text: Closed for good.}]\n'
    write(folder, A, entry("b", english, chinese, more=gone))
    assert found(folder) == []


@pytest.mark.parametrize(
    "facts",
    [
        '{founded: "2003", dissolved: "1998"}',
        '{founded: "1990", dissolved: "1993-03"}',
        '{founded: "2019"}',
        '{founded: "2001"}',
    ],
)
def test_dates_that_contradict(folder: Path, facts: str) -> None:
    name = (
        '  - {text: OE, lang: en, type: acronym, evidence: unsourced, from: "1998", to: "2003"}\n'
    )
    note = "  notes: [{lang: en, text: N}]\n"
    write(
        folder,
        entry("a", "Office of Examples", "示例局", names=name, more=f"  body: {facts}\n{note}"),
    )
    assert set(found(folder)) == {"dates"}


def test_a_body_that_ended_without_a_word_is_a_remark(folder: Path) -> None:
    write(folder, entry("a", "Office of Examples", "示例局", more='  body: {dissolved: "1998"}\n'))
    ((finding),) = check_content(str(folder))[1]
    assert (finding.rule, finding.severity) == ("successor", Severity.REMARK)


@pytest.mark.parametrize(
    ("english", "chinese", "rules"),
    [
        ("Office of  Examples", "示例局", ["spelling"]),
        ("Office ( of Examples)", "示例局", ["spelling"]),
        ("Office of Examples.", "示例局", ["spelling"]),
        ("People’s Office", "示例局", ["spelling"]),
        ("Office of Examples", "示例 局", ["spelling"]),
        ("Office of Examples", "《示例办法》", ["spelling"]),
        ("Office of Examples", "示例局(筹)", ["spelling"]),
        ("Office of 示例", "示例局", ["script"]),
        ("Office of Examples", "財務廳", ["script"]),
        ("Office of Examples", "国務院办公厅", ["script"]),
        ("Office of Examples", "国務院", ["script"]),
        ("Office of Examples", "乾县干部局", []),
        ("Examples Co., Ltd.", "示例有限公司", []),
        ("Supreme Court of the P.R.C.", "示例局", []),
        ("Office of Examples (Trial)", "示例局（试行）", []),
    ],
)
def test_how_names_are_written(folder: Path, english: str, chinese: str, rules: list[str]) -> None:
    write(folder, entry("a", english, chinese))
    assert found(folder) == rules


def test_a_source_says_where_and_carries_no_more_than_it_can(folder: Path) -> None:
    write(folder, entry("a", "Office of Examples", "示例局", source="vague"))
    assert found(folder) == ["locator"]
    write(folder, *(entry(f"e{n}", f"Office {n}", f"第{n}局", source="s") for n in range(30)))
    assert found(folder) == []
    write(folder, *(entry(f"e{n}", f"Office {n}", f"第{n}局", source="s") for n in range(31)))
    assert found(folder) == ["overload"]


def test_a_source_was_seen_on_a_day_that_has_been(folder: Path) -> None:
    write(folder, A)
    text = (folder / "one.yaml").read_text("utf-8").replace("2026-11-24", "2999-11-24")
    (folder / "one.yaml").write_text(text, "utf-8")
    assert found(folder) == ["seen"]


def test_a_page_for_each_is_no_source(folder: Path) -> None:
    write(folder, A)
    text = (
        (folder / "one.yaml")
        .read_text("utf-8")
        .replace("example.org/p", '"example.org, one page each"')
    )
    (folder / "one.yaml").write_text(text, "utf-8")
    assert found(folder) == ["overload"]


def test_a_correction_that_corrects_nothing_is_a_remark(folder: Path) -> None:
    name = (
        "  - {text: 科技厅, lang: zh-Hans, evidence: unsourced, type: short, renderings: "
        "{zh-Latn-pinyin: Kējìtīng}}\n"
    )
    write(folder, entry("a", "Office of Examples", "示例局", names=name))
    assert found(folder) == ["correction"]
    write(
        folder,
        entry("a", "Office of Examples", "示例局", names=name.replace("Kējìtīng", "Kējì Tīng")),
    )
    assert found(folder) == []


def test_what_the_model_refuses_is_told_with_its_place(folder: Path) -> None:
    write(folder, A.replace("kind: body", "kind: bdy"))
    (finding,) = check_content(str(folder))[1]
    assert (finding.rule, finding.line) == ("model", 7)
    assert "did you mean" in finding.what.lower()


def test_every_rule_stands_on_the_contributors_page() -> None:
    page = (Path(__file__).parents[3] / "docs" / "contributing-names.md").read_text(
        encoding="utf-8"
    )
    for rule, _severity, _check in CHECKS:
        assert f"| `{rule}` |" in page


def test_the_shares_count_names_by_evidence(folder: Path) -> None:
    name = "  - {text: OE, lang: en, type: acronym, evidence: unsourced}\n"
    write(folder, entry("a", "Office of Examples", "示例局", names=name))
    body, every = shares(read_content(str(folder))[0])
    assert (body.kind, body.entries, body.approved, body.names) == (
        "body",
        1,
        1,
        (0, 0, 2, 1, 0, 0),
    )
    assert (every.kind, round(every.sourced, 2)) == ("", 0.67)


def test_other_readings_are_listed_with_what_was_decided(folder: Path) -> None:
    write(folder, entry("a", "Office of Examples", "示例局"), entry("b", "State Council", "国务院"))
    words = {"示例局": [("示例局", "shi4 lie4 ju2")], "国务院": [("國務院", "Guo2 wu4 yuan4")]}
    content = read_content(str(folder))[0]
    (other,) = compare_with_cedict(content, words)
    assert (other.id, other.field, other.theirs, other.resolution) == (
        "a",
        "pinyin",
        "shìlièjú",
        "",
    )
    (folder / "language").mkdir()
    (folder / "language" / "cedict.tsv").write_text("示例局\tpinyin\tours: 例 is lì\n", "utf-8")
    (other,) = compare_with_cedict(content, words)
    assert other.resolution == "ours: 例 is lì"


def _commit(folder: Path, message: str) -> None:
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", message], check=True)


@pytest.mark.needs("git")
def test_a_range_of_commits_is_told_entry_by_entry(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    write(folder, A, entry("b", "Office of Samples", "样品局"))
    (folder / "language").mkdir()
    (folder / "language" / "words.yaml").write_text("countries: [丹麦]\n", "utf-8")
    _commit(folder, "one")
    (folder / "language" / "words.yaml").write_text("countries: [丹麦, 芬兰]\n", "utf-8")
    write(folder, A.replace("approved", "proposed"), entry("c", "Office of Copies", "副本局"))
    told = [(each.what, each.id, each.review) for each in changes_in("HEAD", str(folder))]
    assert told == [
        ("changed", "a", "proposed"),
        ("removed", "b", "approved"),
        ("added", "c", "approved"),
    ]
    _commit(folder, "two")
    assert len(changes_in("HEAD~1..HEAD", str(folder))) == 3
    assert changes_in("HEAD..HEAD", str(folder)) == ()
    for bad in ("no-such..HEAD", "--output=x", ""):
        with pytest.raises(InputError):
            changes_in(bad, str(folder))


@pytest.mark.needs("git")
def test_a_file_git_does_not_know_yet_is_told_and_one_that_cannot_be_read_is_an_error(
    folder: Path,
) -> None:
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    write(folder, A)
    _commit(folder, "one")
    (folder / "new.yaml").write_text(HEAD + entry("d", "Office of Drafts", "草稿局"), "utf-8")
    assert [(each.what, each.id) for each in changes_in("HEAD", str(folder))] == [("added", "d")]
    (folder / "one.yaml").write_text(HEAD + "- id: [", encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        changes_in("HEAD", str(folder))
    assert caught.value.path == "one.yaml"


@pytest.mark.needs("git")
def test_three_dots_leave_out_what_the_other_branch_did_meanwhile(folder: Path) -> None:
    git = ["git", "-C", str(folder.parent)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    write(folder, A)
    _commit(folder, "one")
    subprocess.run([*git, "checkout", "-q", "-b", "other"], check=True)
    write(folder, A, entry("b", "Office of Samples", "样品局"))
    _commit(folder, "two")
    subprocess.run([*git, "checkout", "-q", "main"], check=True)
    write(folder, A, entry("c", "Office of Copies", "副本局"))
    _commit(folder, "three")
    told = [(each.what, each.id) for each in changes_in("main...other", str(folder))]
    assert told == [("added", "b")]
    assert [each.id for each in changes_in("main..other", str(folder))] == ["b", "c"]


def test_a_folder_that_is_not_there_is_not_sound(tmp_path: Path) -> None:
    for ask in (check_content, check_seeds, read_content):
        with pytest.raises(InputError, match="the folder is not there"):
            ask(str(tmp_path / "seeds"))
