"""Adding: the id, the renderings, what looks alike, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.editing import people
from glossary.errors import ConflictError, InvalidError, NotFoundError
from glossary.model.entries import Kind
from glossary.model.relations import Relation, RelationType
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def test_it_is_rendered(glossary: Glossary) -> None:
    entry = glossary.add(body("Ministry of State Security", "国家安全部"), by="mei").entry
    chinese = entry.names[1]
    assert {each.lang: each.text for each in chinese.renderings} == {
        "zh-Latn-pinyin": "Guójiā Ānquánbù",
        "zh-Hant": "國家安全部",
    }
    assert all(each.generated for each in chinese.renderings)


class TestDraft:
    """A new entry from what a person typed."""

    def test_hans_and_hant_are_told_apart(self, glossary: Glossary) -> None:
        entry = glossary.draft(
            "body", chinese=["國立臺灣大學", "国立台湾大学"], evidence="unsourced"
        )
        assert [name.lang for name in entry.names] == ["zh-Hant", "zh-Hans"]
        assert [name.usage.value for name in entry.names] == ["preferred", "preferred"]

    def test_the_id_is_english_else_pinyin_and_never_twice(self, glossary: Glossary) -> None:
        one = glossary.draft("body", english=["Ministry A"], chinese=["甲部"], evidence="unsourced")
        assert one.id == "ministry-a"
        glossary.add(one, by="mei")
        two = glossary.draft("term", english=["Ministry A"], evidence="unsourced")
        assert two.id == "ministry-a-2"
        assert glossary.draft("body", chinese=["国务院"], evidence="unsourced").id == "guowuyuan"

    def test_the_second_name_of_a_language_is_an_alias(self, glossary: Glossary) -> None:
        entry = glossary.draft("body", english=["A", "B"], evidence="unsourced")
        assert [(name.usage.value, name.type.value) for name in entry.names] == [
            ("preferred", "full"),
            ("admitted", "alias"),
        ]

    @pytest.mark.parametrize("text", ["", " a", "a\x1b[2J", "a\u202eb"])
    def test_a_name_that_is_none_is_refused(self, glossary: Glossary, text: str) -> None:
        with pytest.raises(InvalidError):
            glossary.draft("body", english=[text], evidence="unsourced")

    def test_strong_evidence_needs_a_source(self, glossary: Glossary) -> None:
        with pytest.raises(InvalidError, match="no source"):
            glossary.draft("body", english=["A"], evidence="official")


class TestDuplicates:
    """Equal keys, never scores."""

    def test_an_equal_name_of_the_kind_is_refused_unless_forced(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry of State Security"), by="mei")
        again = replace(body("the Ministry of  State SECURITY"), id="other")
        with pytest.raises(ConflictError, match="there already: ministry-of-state-security"):
            glossary.add(again, by="mei")
        assert glossary.add(again, by="mei", force=True).duplicates[0].equal

    def test_of_another_kind_it_is_only_told(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        term = replace(body("Ministry A"), id="term", kind=Kind.TERM)
        (told,) = glossary.add(term, by="mei").duplicates
        assert (told.id, told.equal) == ("ministry-a", False)

    def test_turned_about_it_is_only_told(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry of Science"), by="mei")
        (told,) = glossary.add(body("Science Ministry"), by="mei").duplicates
        assert (told.id, told.equal) == ("ministry-of-science", False)

    def test_hebei_is_not_hubei(self, glossary: Glossary) -> None:
        glossary.add(body("Hebei University", "河北大学"), by="mei")
        assert glossary.add(body("Hubei University", "湖北大学"), by="mei").duplicates == ()

    def test_a_rejected_one_does_not_stand_in_the_way(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        glossary.reject("ministry-a", by="lin", why="no")
        added = glossary.add(replace(body("Ministry A"), id="ministry-a-2"), by="mei")
        assert (added.entry.id, added.duplicates) == ("ministry-a-2", ())


class TestRefusals:
    """Nothing is half done."""

    def test_a_taken_id(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        with pytest.raises(ConflictError, match="'ministry-a' is taken"):
            glossary.add(replace(body("Another"), id="ministry-a"), by="mei")

    def test_the_id_of_a_merged_entry(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        glossary.add(body("Ministry B"), by="mei")
        glossary.merge("ministry-b", "ministry-a", by="mei")
        with pytest.raises(ConflictError, match="'ministry-b' is taken"):
            glossary.add(replace(body("Another"), id="ministry-b"), by="mei")

    def test_a_relation_that_leads_nowhere(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A"), by="mei")
        lost = Relation(type=RelationType.PART_OF, target="ministry-x")
        with pytest.raises(NotFoundError, match="Did you mean ministry-a") as caught:
            glossary.add(body("Office", relations=[lost]), by="mei")
        assert caught.value.nearest == ("ministry-a",)
        assert len(list(glossary.history())) == 1
        assert glossary.check() == ()


def test_adding_reads_a_name_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from glossary.language import pinyin

    read = pinyin._read_run
    with empty_glossary(tmp_path) as glossary:
        before = read.cache_info().misses
        glossary.add(body("Office of Reading", "从未读过的机构办公室"), by="mei")
        assert read.cache_info().misses == before + 1


def test_adding_asks_a_fixed_number_of_questions(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Office A", "甲办公室"), by="mei")
        before = glossary.store.reader.questions
        glossary.add(body("Office B", "乙办公室"), by="mei")
        assert glossary.store.reader.questions - before == 2  # is the id taken, and is a name there


def test_an_add_is_a_fixed_number_of_statements(tmp_path: Path) -> None:
    """However many entries there are; what full text asks of its own tables is not counted."""
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Office A", "甲办公室"), by="mei")
        statements: list[str] = []
        connection = glossary.store.connection()
        connection.set_trace_callback(statements.append)
        glossary.add(body("Office A B", "甲甲办公室"), by="mei")
        connection.set_trace_callback(None)
    own = [text.split()[0] for text in statements if not text.startswith("--")]
    # The transaction 2, the questions 2, the log 3, the entry 1, two names 2 each, known words 1, the new b and jiajia 2.
    assert len(own) == 15
    assert (own[0], own[-1], own.count("SELECT")) == ("BEGIN", "COMMIT", 4)


def test_many_adds_ask_once_who_does_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is a process of its own: to ask it takes longer than to add."""
    asked: list[str] = []
    monkeypatch.delenv("ZHENGMING_USER", raising=False)
    monkeypatch.setattr(people, "_git_user", lambda: asked.append("git") or "mei")
    with empty_glossary(tmp_path, user="") as glossary:
        events = [glossary.add(body(f"Ministry {number}")).event for number in range(3)]
        assert [glossary.store.event(event).by for event in events] == ["mei"] * 3  # type: ignore[union-attr]
    assert asked == ["git"]
