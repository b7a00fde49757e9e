"""Import and export: all or nothing, the same file twice, proposals beside what is approved."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import Glossary
from glossary.errors import ConflictError, ForbiddenError, InputError, InvalidError
from glossary.model.names import Evidence, Name
from glossary.model.relations import Relation, RelationType
from glossary.store.scratch import Shelf
from tests.glossaries import body, empty_glossary
from tests.strategies import entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary.exchange import ImportReport
    from glossary.model.entries import Entry


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def record(entry_id: str, english: str, chinese: str = "", **more: Any) -> dict[str, Any]:
    """A body with unsourced preferred names, as a file writes it."""
    names = [{"text": english, "lang": "en", "usage": "preferred", "evidence": "unsourced"}]
    if chinese:
        names.append(
            {"text": chinese, "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"}
        )
    return {"id": entry_id, "kind": "body", "names": names, **more}


def as_file(*records: dict[str, Any]) -> io.BytesIO:
    return io.BytesIO("".join(json.dumps(each) + "\n" for each in records).encode())


def bring(glossary: Glossary, *records: dict[str, Any], **options: Any) -> ImportReport:
    return glossary.import_file(as_file(*records), **{"by": "mei", **options})


def events(glossary: Glossary) -> list[str]:
    return [told.line for told in glossary.history()]


A, B = record("ministry-a", "Ministry A", "甲部"), record("ministry-b", "Ministry B", "乙部")
A_WITH_ALIAS = {
    **A,
    "names": [*A["names"], {"text": "A Hall", "lang": "en", "evidence": "unsourced"}],
}


def test_new_entries_come_as_proposals_whatever_the_file_says(glossary: Glossary) -> None:
    report = bring(glossary, {**A, "review": "approved"}, B)
    assert report.added == ["ministry-a", "ministry-b"]
    assert {glossary.get(each).review for each in report.added} == {"proposed"}
    assert glossary.lookup("甲部")[0].english == "Ministry A"
    assert glossary.check() == ()


def test_the_same_file_twice_changes_nothing(glossary: Glossary) -> None:
    bring(glossary, A, B)
    before = events(glossary)
    report = bring(glossary, A, B)
    assert (report.added, report.unchanged) == ([], ["ministry-a", "ministry-b"])
    assert events(glossary) == before


def test_a_dry_run_tells_the_same_and_changes_nothing(glossary: Glossary) -> None:
    bring(glossary, A)
    glossary.approve("ministry-a", by="lin")
    before = events(glossary)
    dry = bring(glossary, A_WITH_ALIAS, B, dry_run=True)
    assert events(glossary) == before
    wet = bring(glossary, A_WITH_ALIAS, B)
    assert (
        (dry.added, dry.proposed) == (wet.added, wet.proposed) == (["ministry-b"], ["ministry-a"])
    )


def test_one_problem_and_nothing_is_applied(glossary: Glossary) -> None:
    report = bring(glossary, A, {**B, "kind": "bdy"})
    assert [each.line for each in report.problems] == [2]
    assert events(glossary) == []


class TestChangedEntries:
    """An entry that is there with other content."""

    def test_one_not_approved_is_edited_in_place(self, glossary: Glossary) -> None:
        bring(glossary, A)
        report = bring(glossary, A_WITH_ALIAS, by="kai", why="list of 2026")
        assert (report.edited, report.proposed) == (["ministry-a"], [])
        assert glossary.lookup("A Hall")[0].id == "ministry-a"
        last = list(glossary.history("ministry-a"))[-1].event
        assert (last.by, last.action.value, last.why) == ("kai", "edit", "list of 2026")

    def test_an_approved_one_is_served_on_with_a_proposal_beside_it(
        self, glossary: Glossary
    ) -> None:
        bring(glossary, A)
        glossary.approve("ministry-a", by="lin")
        report = bring(glossary, A_WITH_ALIAS)
        assert report.proposed == ["ministry-a"]
        assert glossary.lookup("A Hall").found == "none"
        (waiting,) = glossary.proposals("ministry-a")
        glossary.approve(waiting.number, by="lin")
        assert glossary.lookup("A Hall")[0].review == "approved"
        assert glossary.check() == ()

    def test_the_same_proposal_is_not_filed_twice(self, glossary: Glossary) -> None:
        bring(glossary, A)
        glossary.approve("ministry-a", by="lin")
        bring(glossary, A_WITH_ALIAS)
        before = events(glossary)
        assert bring(glossary, A_WITH_ALIAS).unchanged == ["ministry-a"]
        assert events(glossary) == before

    def test_names_in_another_order_are_no_change(self, glossary: Glossary) -> None:
        bring(glossary, A)
        turned = {**A, "names": A["names"][::-1]}
        assert bring(glossary, turned).unchanged == ["ministry-a"]

    def test_a_relation_that_leads_nowhere_is_left_out_where_the_rest_goes_on(
        self, glossary: Glossary
    ) -> None:
        bring(glossary, A, B)
        lost = [{"type": "see-also", "target": "ministry-b"}, {"type": "see-also", "target": "c"}]
        assert bring(glossary, {**A, "relations": lost}).applied is False
        report = bring(glossary, {**A, "relations": lost}, keep_going=True)
        assert (report.edited, report.applied, report.problems) == (["ministry-a"], True, [])
        assert [link.id for link in glossary.get("ministry-a").links] == ["ministry-b"]
        told = {(line.field, line.fate.value, line.count) for line in report.ledger}
        assert ("relations", "dropped", 1) in told

    def test_four_eyes_hold_for_an_import(self, glossary: Glossary) -> None:
        glossary.configure("four-eyes", "on", by="boss")
        bring(glossary, {**A, "review": "approved"})
        with pytest.raises(ForbiddenError):
            glossary.approve("ministry-a", by="mei")
        glossary.approve("ministry-a", by="lin")
        bring(glossary, A_WITH_ALIAS)
        (waiting,) = glossary.proposals("ministry-a")
        with pytest.raises(ForbiddenError):
            glossary.approve(waiting.number, by="mei")

    def test_a_refused_edit_undoes_the_whole_import(self, glossary: Glossary) -> None:
        ring: dict[str, Any] = {"relations": [{"type": "part-of", "target": "ministry-a"}]}
        bring(glossary, A)
        bring(glossary, record("bureau-c", "Bureau C", **ring))
        before = events(glossary)
        back = {**A, "relations": [{"type": "part-of", "target": "bureau-c"}]}
        report = bring(glossary, B, back)
        assert "in a ring" in str(report.problems[0])
        assert (report.added, events(glossary)) == ([], before)


def test_a_glossary_with_entries_of_one_name_leaves_and_returns(
    glossary: Glossary, tmp_path: Path
) -> None:
    """Both bodies were called so, one after the other; the relation makes a ring where they are taken for one."""
    names = record("", "Ministry of Electronics", "电子部")["names"]
    rows = [
        {"id": "electronics-1", "kind": "body", "names": names, "body": {"dissolved": "1988"}},
        {
            "id": "machinery",
            "kind": "body",
            "names": record("", "Ministry of Machinery", "机械部")["names"],
            "relations": [{"type": "successor-of", "target": "electronics-1"}],
        },
        {
            "id": "electronics-2",
            "kind": "body",
            "names": names,
            "relations": [{"type": "successor-of", "target": "machinery"}],
        },
    ]
    assert bring(glossary, *rows).applied
    for at, name in enumerate(("jsonl", "yaml", "csv", "xlsx", "tmx", "mtf", "tbx")):
        path = tmp_path / f"g.{name}"
        options = {"dialect": "zhengming"} if name == "tbx" else {}
        glossary.export(name, path, options=options)
        folder = tmp_path / str(at)
        folder.mkdir()
        with empty_glossary(folder) as back:
            report = back.import_file(path, by="mei")
            assert sorted(report.added) == ["electronics-1", "electronics-2", "machinery"], name
            assert back.import_file(path, by="mei").added == [], name
        assert glossary.import_file(path, by="mei", dry_run=True).added == [], name


class TestDuplicates:
    """Equal names, in the file and against the store."""

    def test_against_the_store(self, glossary: Glossary) -> None:
        bring(glossary, A)
        report = bring(glossary, record("other", "The Ministry  A"))
        assert report.duplicates == {"other": "ministry-a"}
        assert report.added == []

    def test_within_the_file(self, glossary: Glossary) -> None:
        report = bring(glossary, A, record("other", "the Ministry A", "甲部"))
        assert (report.added, report.duplicates) == (["ministry-a"], {"other": "ministry-a"})

    @pytest.mark.parametrize(
        "other",
        [
            record("other", "Other", "甲部"),
            record("other", "Ministry A", "甲部", body={"dissolved": "1988"}),
            record("other", "Ministry A", "甲部", definitions=[{"lang": "en", "text": "Another."}]),
        ],
    )
    def test_a_file_with_ids_tells_entries_of_one_name_apart(
        self, glossary: Glossary, other: dict[str, Any]
    ) -> None:
        report = bring(glossary, A, other)
        assert (report.added, report.duplicates) == (["ministry-a", "other"], {})
        assert report.similar == {"other": "ministry-a"}
        assert bring(glossary, A, other).unchanged == ["ministry-a", "other"]

    def test_what_is_there_under_its_id_is_no_duplicate_of_the_file(
        self, glossary: Glossary
    ) -> None:
        bring(glossary, A)
        other = record("other", "Ministry A", "甲部", body={"level": "central"})
        assert bring(glossary, other).duplicates == {"other": "ministry-a"}
        report = bring(glossary, A, other)
        assert (report.added, report.similar) == (["other"], {"other": "ministry-a"})

    def test_an_acronym_alone_makes_no_duplicate(self, glossary: Glossary) -> None:
        acronym = {"text": "CMA", "lang": "en", "type": "acronym", "evidence": "unsourced"}
        one, two = ({**each, "names": [*each["names"], acronym]} for each in (A, B))
        bring(glossary, one)
        report = bring(glossary, two)
        assert (report.added, report.similar) == (["ministry-b"], {"ministry-b": "ministry-a"})

    def test_of_another_kind_is_none(self, glossary: Glossary) -> None:
        report = bring(glossary, A, {**record("a-term", "Ministry A"), "kind": "term"})
        assert report.added == ["ministry-a", "a-term"]

    def test_relations_to_one_left_out_lead_to_the_one_that_is_there(
        self, glossary: Glossary
    ) -> None:
        bring(glossary, A)
        to_other = [{"type": "part-of", "target": "other"}]
        report = bring(
            glossary,
            record("bureau-c", "Bureau C", relations=to_other),
            record("other", "Ministry A"),
        )
        assert (report.added, report.duplicates) == (["bureau-c"], {"other": "ministry-a"})
        (link,) = glossary.get("bureau-c").links
        assert link.id == "ministry-a"

    def test_a_merged_entry_is_not_brought_back(self, glossary: Glossary) -> None:
        bring(glossary, A, B)
        glossary.merge("ministry-b", "ministry-a", by="lin")
        assert bring(glossary, B).duplicates == {"ministry-b": "ministry-a"}

    def test_an_id_that_was_undone_is_a_problem(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        glossary.undo(by="mei")
        report = bring(glossary, A, B)
        assert [(type(each), each.line) for each in report.problems] == [(ConflictError, 1)]
        assert report.added == []
        assert glossary.lookup("Ministry B").found == "none"


def test_a_relation_that_leads_nowhere_is_told_with_its_line(glossary: Glossary) -> None:
    lost = [{"type": "part-of", "target": "ministry-x"}]
    report = bring(glossary, A, record("bureau-c", "Bureau C", relations=lost))
    assert [each.line for each in report.problems] == [2]
    assert "Did you mean ministry-a" in str(report.problems[0]) or "Add that entry" in str(
        report.problems[0]
    )
    assert events(glossary) == []


def test_a_ring_within_the_file_is_a_problem(glossary: Glossary) -> None:
    report = bring(
        glossary,
        record("a", "One", relations=[{"type": "successor-of", "target": "b"}]),
        record("b", "Two", relations=[{"type": "successor-of", "target": "a"}]),
    )
    assert len(report.problems) == 1
    assert "in a ring" in str(report.problems[0])


def test_a_ring_through_the_file_and_the_store_is_a_problem(glossary: Glossary) -> None:
    bring(glossary, A, record("b", "Two", relations=[{"type": "part-of", "target": "ministry-a"}]))
    report = bring(
        glossary,
        record("c", "Three", relations=[{"type": "part-of", "target": "b"}]),
        {**A, "relations": [{"type": "part-of", "target": "c"}]},
    )
    assert "in a ring" in str(report.problems[0])
    assert glossary.lookup("Three").found == "none"


def test_a_ring_by_way_of_an_entry_that_stays_as_it_is_is_a_problem(glossary: Glossary) -> None:
    b = record("b", "Two", relations=[{"type": "part-of", "target": "ministry-a"}])
    bring(glossary, A, b, record("c", "Three", relations=[{"type": "part-of", "target": "b"}]))
    report = bring(
        glossary,
        {**A, "relations": [{"type": "part-of", "target": "d"}]},
        record("d", "Four", relations=[{"type": "part-of", "target": "c"}]),
    )
    (problem,) = report.problems
    assert "part-of would go in a ring" in str(problem)
    assert {"ministry-a", "b", "c", "d"} == set(problem.ids)
    assert glossary.lookup("Four").found == "none"


def test_entries_kept_on_the_disk_come_to_the_same(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shelf() -> Shelf:
        return Shelf(limit=1)

    monkeypatch.setattr("glossary.exchange.coming.Shelf", shelf)
    monkeypatch.setattr("glossary.exchange.changes.Shelf", shelf)
    bring(glossary, A, B)
    links = [
        record(f"bureau-{at}", f"Bureau {at}", relations=[{"type": "part-of", "target": to}])
        for at, to in (("c", "ministry-a"), ("d", "bureau-c"), ("e", "other"))
    ]
    more = [
        A_WITH_ALIAS,
        {**B, "notes": [{"lang": "en", "text": "A note."}]},
        record("other", "Ministry A"),
    ]
    report = bring(glossary, *links, *more)
    assert report.added == ["bureau-c", "bureau-d", "bureau-e"]
    assert report.edited == ["ministry-a", "ministry-b"]
    targets = {each: glossary.get(each).links[0].id for each in report.added}
    assert targets == {"bureau-c": "ministry-a", "bureau-d": "bureau-c", "bureau-e": "ministry-a"}
    assert glossary.get("ministry-b").entry.notes[0].text == "A note."
    again = bring(glossary, *links, *more)
    assert sorted(again.unchanged) == sorted([*report.added, *report.edited])


def test_interrupted_in_the_middle_nothing_is_half_done(glossary: Glossary) -> None:
    def interrupt(at: int, total: int) -> None:
        if at == 400:
            raise KeyboardInterrupt

    many = [record(f"body-{at}", f"Body {at}") for at in range(600)]
    with pytest.raises(KeyboardInterrupt):
        bring(glossary, *many, progress=interrupt)
    assert events(glossary) == []
    assert glossary.check() == ()
    assert len(bring(glossary, *many).added) == 600


def test_interrupted_while_edits_are_filed_nothing_is_half_done(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    import glossary.exchange.imports as exchange

    bring(glossary, A)
    before = events(glossary)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exchange, "edit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bring(glossary, B, A_WITH_ALIAS)
    assert events(glossary) == before
    assert glossary.check() == ()


@pytest.mark.parametrize("name", ["a\x1b[2Jb.jsonl", "a\u202eb.jsonl", "a\nb.jsonl"])
def test_a_file_called_anything_leaves_a_plain_reason(
    glossary: Glossary, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(as_file(A).getvalue())
    glossary.import_file(str(path), by="mei")
    (told,) = glossary.history()
    assert told.event.why.isprintable()
    assert told.event.why.startswith("imported from a")
    assert told.event.why.endswith("b.jsonl")


def test_a_reason_with_control_characters_is_refused(glossary: Glossary) -> None:
    with pytest.raises(InvalidError, match="U\\+001B"):
        bring(glossary, A, why="a\x1b[2J")
    assert events(glossary) == []


def test_a_folder_is_no_file(glossary: Glossary, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        glossary.import_file(str(tmp_path), by="mei")


def test_an_unknown_format_is_refused(glossary: Glossary) -> None:
    with pytest.raises(InputError, match="unknown format"):
        bring(glossary, A, format="docx")
    with pytest.raises(InputError, match="unknown format"):
        glossary.export("docx", io.BytesIO())


class TestRoundTrip:
    """What is exported comes back into an empty glossary as it was."""

    @pytest.mark.parametrize("format_name", ["yaml", "jsonl"])
    def test_into_an_empty_glossary(
        self, glossary: Glossary, tmp_path: Path, format_name: str
    ) -> None:
        part = Relation(type=RelationType.PART_OF, target="ministry-a")
        alias = Name(text="A Hall", lang="en", evidence=Evidence.UNSOURCED, note="[/] yes: no")
        one = body("Ministry A", "甲部")
        glossary.add(replace(one, names=(*one.names, alias)), by="mei")
        glossary.add(body("Office B", "乙办", relations=[part]), by="mei")
        stream = io.BytesIO()
        glossary.export(format_name, stream)
        again = _emptied(tmp_path)
        with again:
            report = again.import_file(io.BytesIO(stream.getvalue()), by="kai")
            assert (report.problems, sorted(report.added)) == ([], ["ministry-a", "office-b"])
            for entry_id in report.added:
                assert again.get(entry_id).entry == glossary.get(entry_id).entry
            second = io.BytesIO()
            again.export(format_name, second)
        assert second.getvalue() == stream.getvalue()

    @pytest.mark.parametrize("format_name", ["yaml", "jsonl"])
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(drawn=st.lists(entries(generated=False), min_size=1, max_size=3))
    def test_of_any_entries(
        self, tmp_path_factory: pytest.TempPathFactory, format_name: str, drawn: list[Entry]
    ) -> None:
        wanted = {entry.id: replace(entry, relations=()) for entry in drawn}
        with empty_glossary(tmp_path_factory.mktemp("a")) as one:
            for entry in wanted.values():
                one.add(entry, by="mei", force=True)
            stream = io.BytesIO()
            one.export(format_name, stream)
            with empty_glossary(tmp_path_factory.mktemp("b")) as other:
                report = other.import_file(io.BytesIO(stream.getvalue()), by="kai")
                assert report.problems == []
                for entry_id in report.added:
                    assert other.get(entry_id).entry == one.get(entry_id).entry
                assert {*report.added, *report.duplicates} == set(wanted)
                assert other.check() == ()

    def test_only_what_filters_let_through(self, glossary: Glossary) -> None:
        bring(glossary, A, {**B, "collections": ["reuters"]})
        stream = io.BytesIO()
        glossary.export("jsonl", stream, collection="reuters")
        (line,) = stream.getvalue().splitlines()
        assert json.loads(line)["id"] == "ministry-b"

    def test_of_a_day_with_the_names_of_that_day(self, glossary: Glossary) -> None:
        old = {
            "text": "Commission A",
            "lang": "en",
            "type": "former",
            "evidence": "unsourced",
            "from": "1985",
            "to": "1998",
        }
        bring(glossary, {**A, "names": [*A["names"], old]})
        for day, wanted in (("1990", True), ("2005", False)):
            stream = io.BytesIO()
            glossary.export("jsonl", stream, as_of=day)
            names = [each["text"] for each in json.loads(stream.getvalue())["names"]]
            assert ("Commission A" in names) is wanted


def _emptied(folder: Path) -> Glossary:
    other = folder / "other"
    os.mkdir(other)
    return empty_glossary(other)
