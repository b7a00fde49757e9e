"""What a translator changes in a catalog comes back as proposals."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import polib
import pytest

from glossary import Glossary
from glossary.errors import ForbiddenError
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.sources import Source
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.exchange.reports import ImportReport
    from glossary.model.entries import Entry

LIST = Source(title="List", seen="2026-11-24")


def sourced(entry: Entry) -> Entry:
    names = [replace(each, evidence=Evidence.ATTESTED, sources=(LIST,)) for each in entry.names]
    return replace(entry, names=tuple(names))


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(sourced(body("Ministry of Works", "工程部")), by="mei")
        glossary.approve("ministry-of-works", by="lin")
        glossary.add(body("Office of Maps", "地图办公室"), by="mei")
        yield glossary


def exported(glossary: Glossary, locale: str = "zh_CN") -> str:
    stream = io.BytesIO()
    glossary.export("po", stream, options={"to": [locale]})
    return stream.getvalue().decode()


def bring(glossary: Glossary, text: str, by: str = "kai") -> ImportReport:
    return glossary.import_file(io.BytesIO(text.encode()), by=by)


def events(glossary: Glossary) -> int:
    return len(list(glossary.history()))


def edited(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def waiting_names(glossary: Glossary, entry_id: str) -> dict[str, dict[str, object]]:
    (waiting,) = glossary.proposals(entry_id)
    return {name["text"]: name for name in waiting.content["names"]}


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW", "zh_Latn@pinyin"])
def test_what_nobody_changed_changes_nothing(glossary: Glossary, locale: str) -> None:
    before = events(glossary)
    report = bring(glossary, exported(glossary, locale))
    assert sorted(report.unchanged) == ["ministry-of-works", "office-of-maps"]
    assert (report.problems, report.conflicts, report.endorsed) == ([], [], [])
    assert events(glossary) == before


def test_a_changed_msgstr_is_an_edit_proposed_beside_what_is_approved(glossary: Glossary) -> None:
    text = edited(exported(glossary), 'msgstr "工程部"', 'msgstr "营造部"')
    report = bring(glossary, text)
    assert (report.proposed, report.edited) == (["ministry-of-works"], [])
    names = waiting_names(glossary, "ministry-of-works")
    assert names["营造部"]["usage"] == "preferred"
    assert (names["营造部"]["evidence"], "sources" in names["营造部"]) == ("unsourced", False)
    # The old one was read in a source: it stays, and stays known as it is.
    assert (names["工程部"]["evidence"], names["工程部"].get("usage")) == ("attested", None)
    assert glossary.lookup("Ministry of Works")[0].chinese == "工程部"
    again = bring(glossary, text)
    assert (again.proposed, "ministry-of-works" in again.unchanged) == ([], True)


def test_a_changed_msgstr_of_a_name_without_a_source_takes_its_place(glossary: Glossary) -> None:
    text = edited(exported(glossary), 'msgstr "地图办公室"', 'msgstr "地图办"')
    assert bring(glossary, text).edited == ["office-of-maps"]
    names = glossary.get("office-of-maps").entry.names
    assert [name.text for name in names] == ["Office of Maps", "地图办"]
    rendering = names[1].rendering("zh-Latn-pinyin")
    assert rendering is not None
    assert rendering.generated


def test_a_changed_pinyin_or_script_is_a_corrected_rendering(glossary: Glossary) -> None:
    text = edited(exported(glossary, "zh_Latn@pinyin"), "Dìtú Bàngōngshì", "Dìtú Bàngōngshǐ")
    assert bring(glossary, text).edited == ["office-of-maps"]
    rendering = glossary.get("office-of-maps").entry.names[1].rendering("zh-Latn-pinyin")
    assert rendering is not None
    assert (rendering.text, rendering.generated) == ("Dìtú Bàngōngshǐ", False)
    text = edited(exported(glossary, "zh_TW"), "地圖辦公室", "地圖辦公廳")
    bring(glossary, text)
    rendering = glossary.get("office-of-maps").entry.names[1].rendering("zh-Hant")
    assert rendering is not None
    assert (rendering.text, rendering.generated) == ("地圖辦公廳", False)


def test_a_deleted_msgstr_proposes_nothing(glossary: Glossary) -> None:
    before = events(glossary)
    bring(glossary, edited(exported(glossary), 'msgstr "工程部"', 'msgstr ""'))
    assert events(glossary) == before


def test_a_changed_msgid_is_a_new_name(glossary: Glossary) -> None:
    text = edited(
        exported(glossary), 'msgid "Ministry of Works"', 'msgid "Ministry of Public Works"'
    )
    assert bring(glossary, text).proposed == ["ministry-of-works"]
    names = waiting_names(glossary, "ministry-of-works")
    assert names["Ministry of Public Works"]["evidence"] == "unsourced"
    assert "Ministry of Works" in names
    assert "工程部" in names


def test_cleared_fuzzy_speaks_for_approval_and_approves_nothing(glossary: Glossary) -> None:
    glossary.configure("four-eyes", "on", by="lin")
    text = edited(exported(glossary), "#, fuzzy\n", "")
    report = bring(glossary, text, by="kai")
    assert report.endorsed == ["office-of-maps"]
    shown = glossary.get("office-of-maps")
    assert shown.review == "proposed"
    assert [each.text for each in shown.comments] == [
        "Approval proposed: Office of Maps = 地图办公室"
    ]
    again = bring(glossary, text, by="kai")
    assert again.endorsed == []
    with pytest.raises(ForbiddenError):
        glossary.approve("office-of-maps", by="mei")
    glossary.approve("office-of-maps", by="kai")


def test_what_is_changed_and_no_longer_fuzzy_is_edited_and_spoken_for_at_once(
    glossary: Glossary,
) -> None:
    text = edited(edited(exported(glossary), "#, fuzzy\n", ""), "地图办公室", "地图局")
    report = bring(glossary, text, by="kai")
    assert (report.edited, report.endorsed) == (["office-of-maps"], ["office-of-maps"])
    before = len(list(glossary.history()))
    again = bring(glossary, text, by="kai")
    assert (again.edited, again.endorsed) == ([], [])
    assert len(list(glossary.history())) == before


def test_cleared_fuzzy_of_a_reconstructed_name_proposes_to_hold_it_known(
    glossary: Glossary,
) -> None:
    entry = glossary.get("office-of-maps").entry
    names = (entry.names[0], replace(entry.names[1], evidence=Evidence.RECONSTRUCTED))
    glossary.edit(replace(entry, names=names), by="mei")
    report = bring(glossary, edited(exported(glossary), "#, fuzzy\n", ""))
    assert (report.edited, report.endorsed) == (["office-of-maps"], ["office-of-maps"])
    assert glossary.get("office-of-maps").entry.names[1].evidence is Evidence.UNSOURCED


def test_what_both_changed_is_shown_and_left(glossary: Glossary) -> None:
    text = edited(exported(glossary), 'msgstr "地图办公室"', 'msgstr "地图办"')
    entry = glossary.get("office-of-maps").entry
    glossary.edit(replace(entry, names=(entry.names[0], replace(entry.names[1], text="地图局", renderings=()))), by="mei")  # fmt: skip
    before = events(glossary)
    report = bring(glossary, text)
    (conflict,) = report.conflicts
    assert "地图办" in str(conflict)
    assert "地图局" in str(conflict)
    assert conflict.line
    assert events(glossary) == before


def test_of_very_many_conflicts_some_are_told_and_all_are_counted(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.exchange.reports.TOLD_LIMIT", 0)
    text = edited(exported(glossary), 'msgstr "地图办公室"', 'msgstr "地图办"')
    entry = glossary.get("office-of-maps").entry
    glossary.edit(replace(entry, names=(entry.names[0], replace(entry.names[1], text="地图局", renderings=()))), by="mei")  # fmt: skip
    report = bring(glossary, text)
    assert (report.conflicts, report.more_conflicts) == ([], 1)


def test_what_only_the_glossary_changed_is_no_correction(glossary: Glossary) -> None:
    text = exported(glossary)
    entry = glossary.get("office-of-maps").entry
    glossary.edit(replace(entry, names=(entry.names[0], replace(entry.names[1], text="地图局", renderings=()))), by="mei")  # fmt: skip
    before = events(glossary)
    report = bring(glossary, text)
    assert (report.conflicts, report.edited, events(glossary)) == ([], [], before)


def test_a_name_that_is_known_becomes_the_preferred_one(glossary: Glossary) -> None:
    entry = glossary.get("office-of-maps").entry
    alias = Name(text="图办", lang="zh-Hans", type=NameType.SHORT, evidence=Evidence.UNSOURCED)
    glossary.edit(replace(entry, names=(*entry.names, alias)), by="mei")
    bring(glossary, edited(exported(glossary), 'msgstr "地图办公室"', 'msgstr "图办"'))
    usages = {name.text: name.usage for name in glossary.get("office-of-maps").entry.names}
    assert usages["图办"] is Usage.PREFERRED
    assert usages["地图办公室"] is Usage.ADMITTED


def test_a_forbidden_name_is_a_conflict(glossary: Glossary) -> None:
    entry = glossary.get("office-of-maps").entry
    bad = Name(text="图厕", lang="zh-Hans", usage=Usage.FORBIDDEN, evidence=Evidence.UNSOURCED)
    glossary.edit(replace(entry, names=(*entry.names, bad)), by="mei")
    report = bring(glossary, edited(exported(glossary), 'msgstr "地图办公室"', 'msgstr "图厕"'))
    assert "forbidden" in str(report.conflicts[0])


def test_a_catalog_of_an_entry_that_is_not_here_is_read_as_any_other(
    glossary: Glossary, tmp_path: Path
) -> None:
    text = exported(glossary)
    folder = tmp_path / "other"
    folder.mkdir()
    with empty_glossary(folder) as other:
        report = bring(other, text)
        assert sorted(report.added) == ["ministry-of-works", "office-of-maps"]
        assert bring(other, text).added == []


@pytest.mark.parametrize("tool", ["msgmerge", "pybabel"])
def test_a_catalog_that_another_program_merged_is_still_ours(
    glossary: Glossary, tmp_path: Path, tool: str
) -> None:
    folder = tmp_path / "catalogs"
    glossary.export("po", str(folder), options={"to": ["zh_CN"], "domain": "x"})
    file, template = folder / "zh_CN" / "LC_MESSAGES" / "x.po", folder / "x.pot"
    text = edited(file.read_text(encoding="utf-8"), 'msgstr "工程部"', 'msgstr "营造部"')
    file.write_text(text, encoding="utf-8")
    if tool == "msgmerge":
        if shutil.which("msgmerge") is None:
            pytest.skip("needs msgmerge")
        subprocess.run(["msgmerge", "-q", "-U", str(file), str(template)], check=True)
    else:
        command = ["-m", "babel.messages.frontend", "-q", "update", "-D", "x", "-l", "zh_CN"]
        command += ["-i", str(template), "-d", str(folder)]
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
    assert "zm:" not in file.read_text(encoding="utf-8")
    report = glossary.import_file(str(file), by="kai")
    assert (report.problems, report.conflicts, report.added) == ([], [], [])
    assert report.proposed == ["ministry-of-works"]
    assert waiting_names(glossary, "ministry-of-works")["营造部"]["usage"] == "preferred"


def test_msgmerge_keeps_what_a_new_template_keeps(glossary: Glossary, tmp_path: Path) -> None:
    """What we update in place agrees with what msgmerge makes of the same: messages and translations."""
    if shutil.which("msgmerge") is None:
        pytest.skip("needs msgmerge")
    folder = tmp_path / "catalogs"
    options = {"to": ["zh_CN"], "domain": "x"}
    glossary.export("po", str(folder), options=options)
    file, theirs = folder / "zh_CN" / "LC_MESSAGES" / "x.po", tmp_path / "theirs.po"
    text = edited(file.read_text(encoding="utf-8"), 'msgstr "工程部"', 'msgstr "营造部"')
    file.write_text(text, encoding="utf-8")
    theirs.write_text(text, encoding="utf-8")
    glossary.add(body("Office of Roads", "道路办公室"), by="mei")
    glossary.export("po", str(folder), options=options)
    subprocess.run(["msgmerge", "-q", "-N", "-U", str(theirs), str(folder / "x.pot")], check=True)
    ours = {each.msgid: each.msgstr for each in polib.pofile(str(file))}
    merged = {each.msgid: each.msgstr for each in polib.pofile(str(theirs))}
    assert ours == {**merged, "Office of Roads": "道路办公室"}


def test_a_catalog_makes_its_entries_in_another_glossary(
    glossary: Glossary, tmp_path: Path
) -> None:
    """Names of one entry stay together, those that go with each other too; a bureau of the same name is another."""
    works = body("Ministry of Works", "工程部")
    short = [
        Name(text=text, lang=lang, type=kind, pair="s", evidence=Evidence.UNSOURCED)
        for text, lang, kind in (("Works", "en", NameType.ALIAS), ("工部", "zh-Hans", NameType.ALIAS))
    ]  # fmt: skip
    alias = Name(text="Works Ministry", lang="en", type=NameType.ALIAS, evidence=Evidence.UNSOURCED)
    glossary.add(replace(works, id="works", names=(*works.names, *short, alias)), by="mei", force=True)  # fmt: skip
    text = exported(glossary)
    folder = tmp_path / "other"
    folder.mkdir()
    with empty_glossary(folder) as other:
        report = bring(other, text)
        assert sorted(report.added) == ["ministry-of-works", "office-of-maps", "works"]
        assert report.duplicates == {}
        entry = other.get("works").entry
        assert {(each.text, each.type.value) for each in entry.names} == {
            ("Ministry of Works", "full"), ("工程部", "full"), ("Works", "alias"),
            ("工部", "alias"), ("Works Ministry", "alias"),
        }  # fmt: skip
        assert (entry.kind.value, entry.names[0].evidence) == ("body", Evidence.UNSOURCED)
        before = events(other)
        for locale in ("zh_CN", "zh_TW", "zh_Latn@pinyin"):
            again = bring(other, exported(glossary, locale))
            assert (again.added, again.conflicts, again.problems) == ([], [], [])
        assert events(other) == before
        stream = io.BytesIO()
        other.export("po", stream, options={"to": ["zh_CN"], "include": ["proposed", "unsourced"]})
        said = {
            (each.msgctxt, each.msgid): each.msgstr for each in polib.pofile(stream.getvalue().decode())
        }  # fmt: skip
        assert said == {(each.msgctxt, each.msgid): each.msgstr for each in polib.pofile(text)}
        assert other.check() == ()


def test_a_catalog_of_pinyin_gives_another_glossary_no_names_in_letters(
    glossary: Glossary, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with empty_glossary(folder) as other:
        assert bring(other, exported(glossary, "zh_Latn@pinyin")).applied
        names = [each.text for each in other.get("office-of-maps").entry.names]
        assert names == ["Office of Maps"]
