"""One file that speaks of an entry in several rows: joined within the file as they would be against the glossary."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from glossary.store.scratch import Shelf
from tests.glossaries import empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary
    from glossary.exchange.reports import ImportReport

HEADER = 'msgid ""\nmsgstr "Language: zh_CN\\nPlural-Forms: nplurals=1; plural=0;\\n"\n'


@pytest.fixture(name="glossary", params=["in memory", "on the disk"])
def _glossary(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Glossary]:
    if request.param == "on the disk":
        monkeypatch.setattr("glossary.exchange.changes.Shelf", lambda: Shelf(limit=0))
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def bring(glossary: Glossary, *messages: str) -> ImportReport:
    data = (HEADER + "".join(f"\n{each}\n" for each in messages)).encode()
    return glossary.import_file(io.BytesIO(data), by="kai")


def check_again(glossary: Glossary, *messages: str) -> None:
    """The same file again changes nothing."""
    again = bring(glossary, *messages)
    assert (again.added, again.edited, again.proposed, again.conflicts) == ([], [], [], [])


def test_a_second_row_of_the_same_names_adds_its_note(glossary: Glossary) -> None:
    rows = (
        'msgctxt "on a button"\nmsgid "Archive"\nmsgstr "存档"',
        '# as a noun\nmsgctxt "in a menu"\nmsgid "Archive"\nmsgstr "存档"',
    )
    report = bring(glossary, *rows)
    assert (report.added, list(report.duplicates.values())) == (["archive"], ["archive"])
    note = glossary.get("archive").entry.names[0].note
    assert note.split("\n") == ["context: on a button", "context: in a menu", "as a noun"]
    check_again(glossary, *rows)


def test_a_second_row_that_shares_both_languages_adds_its_names(glossary: Glossary) -> None:
    rows = (
        'msgid "Person"\nmsgstr "人"',
        'msgctxt "count"\nmsgid "Person"\nmsgid_plural "People"\nmsgstr[0] "人"',
    )
    assert bring(glossary, *rows).added == ["person"]
    names = [each.text for each in glossary.get("person").entry.names]
    assert names == ["Person", "人", "People"]
    check_again(glossary, *rows)


def test_one_name_for_two_things_stays_two_entries(glossary: Glossary) -> None:
    rows = (
        'msgctxt "verb"\nmsgid "Order"\nmsgstr "排序"',
        'msgctxt "noun"\nmsgid "Order"\nmsgstr "订单"',
        'msgctxt "verb again"\nmsgid "Order"\nmsgstr "排序"',
    )
    report = bring(glossary, *rows)
    assert report.added == ["order", "order-2"]
    assert glossary.get("order").entry.names[0].note.split("\n")[-1] == "context: verb again"
    check_again(glossary, *rows)


def test_rows_of_nothing_but_acronyms_come_in_once(glossary: Glossary) -> None:
    memory = (
        b'<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>UHF</seg></tuv>'
        b'<tuv xml:lang="fr"><seg>UHF</seg></tuv></tu></body></tmx>'
    )
    assert glossary.import_file(io.BytesIO(memory), by="kai").added == ["uhf"]
    again = glossary.import_file(io.BytesIO(memory), by="kai")
    assert (again.added, again.duplicates) == ([], {"uhf-row-1": "uhf"})


def test_a_dry_run_tells_what_the_import_does(glossary: Glossary) -> None:
    rows = tuple(
        f'msgctxt "{at}"\nmsgid "Archive {at % 2}"\nmsgstr "存档 {at % 3}"' for at in range(12)
    )
    data = (HEADER + "".join(f"\n{each}\n" for each in rows)).encode()
    told = glossary.import_file(io.BytesIO(data), by="kai", dry_run=True)
    done = glossary.import_file(io.BytesIO(data), by="kai")
    assert (told.added, told.duplicates) == (done.added, done.duplicates)
    assert len(done.added) == 6
    check_again(glossary, *rows)
