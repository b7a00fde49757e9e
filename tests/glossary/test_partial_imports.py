"""Files that hold some names of an entry: matched by names, never merged wrongly, never raised."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from glossary import Glossary
from glossary.errors import InputError
from glossary.model.names import Name, NameType
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.exchange.reports import ImportReport

HEADER = 'msgid ""\nmsgstr "Language: zh_CN\\n"\n'


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry of Works", "工程部"), by="mei")
        glossary.approve("ministry-of-works", by="lin")
        yield glossary


def bring(glossary: Glossary, *pairs: tuple[str, str], **options: Any) -> ImportReport:
    """Import a catalog of these msgids and msgstrs."""
    text = HEADER + "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in pairs)
    return glossary.import_file(io.BytesIO(text.encode()), by="kai", **options)


def events(glossary: Glossary) -> int:
    return len(list(glossary.history()))


def test_both_names_are_there_nothing_changes(glossary: Glossary) -> None:
    before = events(glossary)
    report = bring(glossary, ("ministry of works", "工程部"))
    assert (report.unchanged, report.added, report.proposed) == (["ministry-of-works"], [], [])
    assert events(glossary) == before


def test_a_name_more_is_a_proposal_beside_what_is_approved(glossary: Glossary) -> None:
    text = (
        'msgid ""\nmsgstr "Language: zh_CN\\nPlural-Forms: nplurals=2; plural=n;\\n"\n\n'
        'msgid "Ministry of Works"\nmsgid_plural "Ministries of Works"\n'
        'msgstr[0] "工程部"\nmsgstr[1] "各工程部"\n'
    )
    report = glossary.import_file(io.BytesIO(text.encode()), by="kai")
    assert report.proposed == ["ministry-of-works"]
    (waiting,) = glossary.proposals("ministry-of-works")
    names = {name["text"]: name for name in waiting.content["names"]}
    assert list(names) == ["Ministry of Works", "工程部", "Ministries of Works", "各工程部"]
    assert names["各工程部"]["evidence"] == "unsourced"
    again = glossary.import_file(io.BytesIO(text.encode()), by="kai")
    assert (again.proposed, again.unchanged) == ([], ["ministry-of-works"])


def test_one_english_name_for_another_chinese_one_is_another_entry(glossary: Glossary) -> None:
    report = bring(glossary, ("Ministry of Works", "建设部"))
    assert report.added == ["ministry-of-works-2"]
    assert report.similar == {"ministry-of-works-2": "ministry-of-works"}
    assert bring(glossary, ("Ministry of Works", "建设部")).unchanged == ["ministry-of-works-2"]


def test_an_acronym_alone_never_merges(glossary: Glossary) -> None:
    entry = glossary.get("ministry-of-works").entry
    acronym = Name(text="MOW", lang="en", type=NameType.ACRONYM, evidence="unsourced")  # type: ignore[arg-type]
    glossary.edit(replace(entry, names=(*entry.names, acronym)), by="mei")
    (waiting,) = glossary.proposals("ministry-of-works")
    glossary.approve(waiting.number, by="lin")
    report = bring(glossary, ("MOW", "水利部"))
    assert (report.added, report.similar) == (["mow"], {"mow": "ministry-of-works"})
    memory = '<tmx><body><tu><tuv lang="en"><seg>mow</seg></tuv><tuv lang="fr"><seg>tondre</seg></tuv></tu></body></tmx>'
    report = glossary.import_file(io.BytesIO(memory.encode()), by="kai")
    assert (report.proposed, report.similar) == ([], {"mow-2": "ministry-of-works"})
    french = pair("fr", "MOW", "Ministère des Eaux")
    report = glossary.import_file(french, by="kai", options={"kind": "body"})
    assert (report.proposed, report.similar) == ([], {"mow-3": "ministry-of-works"})


def test_an_acronym_and_nothing_else_adds_nothing(glossary: Glossary) -> None:
    bring(glossary, ("MOW", "水利部"))
    table = io.BytesIO(b"English\nMOW\n")
    report = glossary.import_file(table, by="kai", format="csv")
    assert (report.added, list(report.duplicates.values())) == ([], ["mow"])


def test_an_acronym_that_another_has_too_is_no_obstacle(glossary: Glossary) -> None:
    bring(glossary, ("MOW", "水利部"))
    report = bring(glossary, ("MOW", "工程部"))
    assert (report.added, report.proposed) == ([], ["ministry-of-works"])


def test_an_acronym_that_looks_like_a_word_goes_with_the_name_beside_it(glossary: Glossary) -> None:
    entry = glossary.get("ministry-of-works").entry
    acronym = Name(text="MoWorks", lang="en", type=NameType.ACRONYM, evidence="unsourced")  # type: ignore[arg-type]
    glossary.edit(replace(entry, names=(*entry.names, acronym)), by="mei")
    (waiting,) = glossary.proposals("ministry-of-works")
    glossary.approve(waiting.number, by="lin")
    assert bring(glossary, ("MoWorks", "工程部")).unchanged == ["ministry-of-works"]


def test_a_name_that_two_share_is_not_taken_for_the_one_that_says_less(glossary: Glossary) -> None:
    bring(glossary, ("Ministry of Works", "建设部"))
    other = glossary.get("ministry-of-works-2").entry
    french = Name(text="Ministère des Travaux", lang="fr", evidence="unsourced")  # type: ignore[arg-type]
    glossary.edit(replace(other, names=(*other.names, french)), by="mei")
    report = glossary.import_file(pair("fr", "Ministry of Works", "Ministère des Eaux"), by="kai")
    assert (report.proposed, report.edited) == ([], [])
    assert report.similar == {"ministry-of-works-3": "ministry-of-works"}


def pair(lang: str, one: str, other: str) -> io.BytesIO:
    """A table of one pair of an English name and one in another language."""
    return io.BytesIO(f"en,{lang}\n{one},{other}\n".encode())


def test_one_word_alone_never_merges(glossary: Glossary) -> None:
    bring(glossary, ("Report", "报告"), ("Work Report", "工作报告"))
    report = glossary.import_file(pair("fr", "Report", "Dénonciation"), by="kai")
    assert (report.added, report.similar) == (["report-2"], {"report-2": "report"})
    assert glossary.import_file(pair("fr", "Report", "Dénonciation"), by="kai").added == []
    assert glossary.import_file(pair("fr", "Work report", "Rapport"), by="kai").added == []
    report = glossary.import_file(io.BytesIO(b"en,note\nReport,in law\n"), by="kai", format="csv")
    assert (report.added, report.edited) == ([], [])
    chinese = io.BytesIO("zh-Hans,fr\n报告,Exposé\n".encode())
    report = glossary.import_file(chinese, by="kai")
    assert len(report.added) == len(report.similar) == 1


def test_one_word_is_enough_for_one_of_its_kind(glossary: Glossary) -> None:
    glossary.add(body("Xinhua", "新华社"), by="mei")
    added = glossary.import_file(pair("fr", "Xinhua", "Chine nouvelle"), by="kai").added
    assert added == ["xinhua-2"]
    report = glossary.import_file(
        pair("fr", "Xinhua", "Agence Xinhua"), by="kai", options={"kind": "body"}
    )
    assert (report.added, report.edited) == ([], ["xinhua"])


def test_names_of_another_kind_are_another_entry_where_the_kind_is_said(glossary: Glossary) -> None:
    assert bring(glossary, ("Ministry of Works", "工程部"), options={"kind": "document"}).added
    assert not bring(glossary, ("Ministry of Works", "工程部"), options={"kind": "body"}).added


def test_a_name_that_several_have_is_left_out_and_told(glossary: Glossary) -> None:
    bring(glossary, ("Ministry of Works", "建设部"))
    report = glossary.import_file(
        io.BytesIO(
            b'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "Ministry of Works"\nmsgstr "Travaux"\n'
        ),
        by="kai",
    )
    assert report.added == []
    assert "could be any of" in str(report.warnings[0])


def test_what_stands_twice_in_the_file_comes_once(glossary: Glossary) -> None:
    report = bring(glossary, ("Office", "办公室"), ("office", "办公室"), ("Office", "办事处"))
    assert len(report.problems) == 1  # the msgid stands twice
    report = bring(glossary, ("Office", "办公室"), ("office", "办公室"), ("OFFICE", "办事处"))
    assert report.added == ["office", "office-2"]
    assert list(report.duplicates.values()) == ["office"]
    assert report.similar == {"office-2": "office"}
    assert glossary.check() == ()


def test_problems_hold_up_everything_unless_asked_to_keep_going(glossary: Glossary) -> None:
    pairs = (("Office", "办公室"), ("Bell \\a", "两行"))
    before = events(glossary)
    report = bring(glossary, *pairs)
    assert (len(report.problems), report.applied, events(glossary)) == (1, False, before)
    assert (report.problems[0].path, report.problems[0].line) == ("<stdin>", 7)
    report = bring(glossary, *pairs, keep_going=True)
    assert (report.added, len(report.problems), report.applied) == (["office"], 1, True)


def test_a_rejected_entry_does_not_come_back(glossary: Glossary) -> None:
    bring(glossary, ("Office", "办公室"))
    glossary.reject("office", by="lin", why="no such body")
    report = bring(glossary, ("Office", "办公室"))
    assert (report.added, list(report.duplicates.values())) == ([], ["office"])


def test_a_dry_run_tells_the_same(glossary: Glossary) -> None:
    pairs = (
        ("Office", "办公室"),
        ("Ministry of Works", "工程部"),
        ("Ministry of Works ", "建设部"),
    )
    before = events(glossary)
    dry = bring(glossary, *pairs, dry_run=True)
    assert events(glossary) == before
    wet = bring(glossary, *pairs)
    assert (dry.added, dry.similar, dry.unchanged) == (wet.added, wet.similar, wet.unchanged)
    assert not dry.applied


def test_a_warning_against_a_preferred_name_is_told_and_changes_nothing(glossary: Glossary) -> None:
    text = (
        "#UTX 1.20; en/zh-CN; 2026-11-23T00:00:00Z;\n#src\ttgt\tterm status\n"
        "Ministry of Works\t工程部\tforbidden\n"
    )
    report = glossary.import_file(io.BytesIO(text.encode()), by="kai")
    assert (report.proposed, report.added) == ([], [])
    assert report.unchanged == ["ministry-of-works"]
    assert "which is preferred here" in str(report.warnings[0])


def test_names_that_a_sign_tells_apart_are_none_of_each_other(tmp_path: Path) -> None:
    table = "English,中文\nDisney Streaming,迪士尼流媒体\nDisney Streaming+,迪士尼流媒体\nC language,C语言\nC++ language,C语言++\nC# language,\n"
    whole = b"".join(
        b'{"id":"%s","kind":"programme","names":[{"text":"%s","lang":"en","evidence":"unsourced"}]}\n' % each
        for each in ((b"rating-a", b"Rating A"), (b"rating-a-plus", b"Rating A+"))
    )  # fmt: skip
    with empty_glossary(tmp_path) as glossary:
        assert glossary.import_file(io.BytesIO(whole)).added == ["rating-a", "rating-a-plus"]
        assert glossary.import_file(io.BytesIO(whole)).unchanged == ["rating-a", "rating-a-plus"]
        report = glossary.import_file(io.BytesIO(table.encode()))
        texts = [[name.text for name in glossary.get(each).entry.names] for each in report.added]
        assert texts == [
            ["Disney Streaming", "迪士尼流媒体"],
            ["Disney Streaming+", "迪士尼流媒体"],
            ["C language", "C语言"],
            ["C++ language", "C语言++"],
            ["C# language"],
        ]
        again = glossary.import_file(io.BytesIO(table.encode()))
        assert (again.added, again.edited, again.proposed) == ([], [], [])


BROKEN_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Office of Maps</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>Office of Roads</term></termSec></langSec></conceptEntry>
<conceptEntry id="c3"><langSec xml:lang="en"><termSec><term>Office of"""


@pytest.mark.parametrize(("more", "place"), [("", (5, 70)), (" <Maps</term>", (5, 76))])
def test_of_a_file_that_breaks_off_what_stands_before_is_taken_if_asked_to_keep_going(
    more: str, place: tuple[int, int], glossary: Glossary
) -> None:
    before = events(glossary)
    text = BROKEN_TBX + more
    with pytest.raises(InputError, match="not well-formed"):
        glossary.import_file(io.BytesIO(text.encode()), by="kai")
    assert events(glossary) == before
    report = glossary.import_file(io.BytesIO(text.encode()), by="kai", keep_going=True)
    assert len(report.added) == 2
    (problem,) = report.problems
    assert (problem.line, problem.column) == place
    assert "what stands behind this was not read" in str(problem)


def test_a_file_of_which_nothing_can_be_read_is_refused_though_asked_to_keep_going(
    glossary: Glossary,
) -> None:
    text = BROKEN_TBX.split("<conceptEntry")[0]
    with pytest.raises(InputError, match="not well-formed"):
        glossary.import_file(io.BytesIO(text.encode()), by="kai", keep_going=True)
