"""The order of hits, the filters, and queries of every sort."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import Glossary
from glossary.errors import GlossaryError, InvalidError
from glossary.model.entries import BodyFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.store.reading import Reader
from tests.glossaries import body, empty_glossary
from tests.strategies import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

U = Evidence.UNSOURCED


def name(text: str, lang: str = "en", **more: object) -> Name:
    return Name(text=text, lang=lang, evidence=U, **more)  # type: ignore[arg-type]


def entry(entry_id: str, *names: Name, kind: Kind = Kind.BODY, **more: object) -> Entry:
    return Entry(id=entry_id, kind=kind, names=names, **more)  # type: ignore[arg-type]


PREFERRED = Usage.PREFERRED


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    """Names chosen so that one query meets each rank, and pairs that must not be taken for each other."""
    with empty_glossary(tmp_path_factory.mktemp("find")) as glossary:
        for each in (
            body("Science Commission"),
            body("Science Commission of Fruit"),
            body("National Science Commission"),
            body("Neuroscience Commissions Board"),
            entry("preferred", name("Harbour Office", usage=PREFERRED)),
            entry("admitted", name("Port House", usage=PREFERRED), name("Harbour Office")),
            entry(
                "former",
                name("Quay House", usage=PREFERRED),
                name("Harbour Office", type=NameType.FORMER, start="1980", end="1990"),
            ),
            entry("approved", name("Sand House", usage=PREFERRED), name("Harbour Office")),
            body("Hebei Department of Science", "河北省科学技术厅"),
            body("Hubei Department of Science", "湖北省科学技术厅"),
            body("Shanxi Normal University", "山西师范大学"),
            body("Shaanxi Normal University", "陕西师范大学"),
            body("Chinese Academy of Sciences", "中国科学院"),
            body("Chinese Academy of Social Sciences", "中国社会科学院"),
            body("Ministry of State Security", "国家安全部"),
            body("State Secrets Office", "国家保密局"),
            body("Policy Board of the Orchard", "果园政策局"),
            entry(
                "filtered",
                name("Filter Bureau", usage=PREFERRED),
                name("过滤局", "zh-Hans", usage=PREFERRED),
                collections=("desk one",),
                body=BodyFacts(level=Level.PROVINCIAL, place="130000"),
            ),
            entry("filter-law", name("Filter Law"), kind=Kind.DOCUMENT),
        ):
            glossary.add(each, by="mei", force=True)
        glossary.approve("approved", by="lin")
        for at in range(30):
            glossary.add(body(f"Numbered Office {at}"), by="mei")
        glossary.add(body("Rejected Filter"), by="mei")
        glossary.reject("rejected-filter", by="lin", why="no")
        yield glossary


def ids(glossary: Glossary, query: str, **filters: object) -> list[str]:
    return [answer.id for answer in glossary.find(query, **filters).answers]  # type: ignore[arg-type]


class TestOrder:
    """Exact, prefix, words; approved before proposed, preferred before admitted before former."""

    def test_exact_before_prefix_before_words(self, glossary: Glossary) -> None:
        found = ids(glossary, "science commission")
        assert found[:2] == ["science-commission", "science-commission-of-fruit"]

    def test_words_in_the_middle(self, glossary: Glossary) -> None:
        assert "national-science-commission" in ids(glossary, "commission national")

    def test_a_part_of_a_word(self, glossary: Glossary) -> None:
        assert ids(glossary, "euroscien") == ["neuroscience-commissions-board"]

    def test_review_usage_and_time(self, glossary: Glossary) -> None:
        assert ids(glossary, "Harbour Office") == ["approved", "preferred", "admitted", "former"]

    def test_initials(self, glossary: Glossary) -> None:
        assert set(ids(glossary, "hbskxjst")[:2]) == {
            "hebei-department-of-science",
            "hubei-department-of-science",
        }

    def test_a_mistyped_last_word_is_more_than_one_broken_off(self, glossary: Glossary) -> None:
        # "state sec" begins State Secrets Office, too.
        assert "ministry-of-state-security" in ids(glossary, "state securty")

    def test_a_mistyped_plural(self, glossary: Glossary) -> None:
        assert ids(glossary, "acadmy of scienses")[0] == "chinese-academy-of-sciences"

    def test_typos(self, glossary: Glossary) -> None:
        assert ids(glossary, "Minstry of State Securty")[0] == "ministry-of-state-security"

    def test_scores_fall(self, glossary: Glossary) -> None:
        scores = [answer.score for answer in glossary.find("science commission").answers]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("河北省科学技术厅", "hebei-department-of-science"),
        ("河北科学", "hebei-department-of-science"),
        ("河北省科學技術廳", "hebei-department-of-science"),
        ("hebei kexue jishu ting", "hebei-department-of-science"),
        ("hebeishengkexuejishuting", "hebei-department-of-science"),
        ("Héběi Shěng Kēxué Jìshùtīng", "hebei-department-of-science"),
        ("ＭＩＮＩＳＴＲＹ of state security", "ministry-of-state-security"),
        ("State Security Ministry", "ministry-of-state-security"),
        (
            "Policie",
            "policy-board-of-the-orchard",
        ),  # on the way to Policies, which is read as Policy
        ("Policy Board of th", "policy-board-of-the-orchard"),  # an article is left out of keys
        ("陕", "shaanxi-normal-university"),
    ],
)
def test_every_way_to_type_a_name(glossary: Glossary, query: str, wanted: str) -> None:
    assert ids(glossary, query)[0] == wanted


class TestIdentity:
    """A score never decides which entry it is."""

    @pytest.mark.parametrize(
        ("asked", "wanted"),
        [
            ("Hebei Department of Science", "hebei-department-of-science"),
            ("湖北省科学技术厅", "hubei-department-of-science"),
            ("Shanxi Normal University", "shanxi-normal-university"),
            ("Shaanxi Normal University", "shaanxi-normal-university"),
            ("Shānxī Shīfàn Dàxué", "shanxi-normal-university"),
            ("Shǎnxī Shīfàn Dàxué", "shaanxi-normal-university"),
            ("Chinese Academy of Sciences", "chinese-academy-of-sciences"),
            ("Chinese Academy of Social Sciences", "chinese-academy-of-social-sciences"),
            ("中国社会科学院", "chinese-academy-of-social-sciences"),
        ],
    )
    def test_one_and_no_other(self, glossary: Glossary, asked: str, wanted: str) -> None:
        answers = glossary.lookup(asked)
        assert [answer.id for answer in answers] == [wanted]

    def test_pinyin_without_tones_names_both(self, glossary: Glossary) -> None:
        answers = glossary.lookup("shanxi shifan daxue")
        assert {answer.id for answer in answers} == {
            "shanxi-normal-university",
            "shaanxi-normal-university",
        }

    @pytest.mark.parametrize(
        "asked", ["Hunan Department of Science", "Academy of Science", "Shangxi Normal University"]
    )
    def test_what_is_only_near_is_no_answer(self, glossary: Glossary, asked: str) -> None:
        answers = glossary.lookup(asked)
        assert (answers.found, answers.answers) == ("none", ())
        assert answers.near
        record = answers.to_record()
        assert record["answers"] == []
        assert all(set(each) == {"id", "en", "zh-Hans"} for each in record["near"])


class TestFilters:
    """Beside the query and in it."""

    @pytest.mark.parametrize(
        ("query", "filters", "wanted"),
        [
            ("filter", {}, {"filtered", "filter-law"}),
            ("filter", {"kind": "document"}, {"filter-law"}),
            ("filter kind:document", {}, {"filter-law"}),
            ("filter kind:document,body", {}, {"filtered", "filter-law"}),
            ("filter", {"level": "provincial"}, {"filtered"}),
            ("filter level:provincial", {}, {"filtered"}),
            ("filter level:county", {}, set()),
            ("filter", {"place": "13"}, {"filtered"}),
            ("filter place:河北", {}, {"filtered"}),
            ("filter place:420000", {}, set()),
            ("filter", {"collection": "desk one"}, {"filtered"}),
            ('filter collection:"desk one"', {}, {"filtered"}),
            ("filter collection:desk", {}, set()),
            ("filter status:rejected", {}, {"rejected-filter"}),
            ("filter", {"status": "all"}, {"filtered", "filter-law", "rejected-filter"}),
            ("filter lang:zh", {}, set()),
            ("过滤局 lang:zh", {}, {"filtered"}),
            ("过滤局 lang:en", {}, set()),
            ("place:河北", {}, {"filtered"}),
            ("kind：document", {}, {"filter-law"}),
            ("Harbour Office as-of:1985", {}, {"preferred", "admitted", "former", "approved"}),
            ("Harbour Office as-of:2005", {}, {"preferred", "admitted", "approved"}),
        ],
    )
    def test_what_they_let_through(
        self, glossary: Glossary, query: str, filters: dict[str, str], wanted: set[str]
    ) -> None:
        assert set(ids(glossary, query, **filters)) == wanted

    @pytest.mark.parametrize(
        "query",
        [
            *("a kind:bdy", "a level:high", "a place:Xianbei", "a status:maybe", "a as-of:soon"),
            *("a kind:", "a lang:x", "", "   "),
        ],
    )
    def test_a_wrong_value_or_nothing_at_all_is_said(self, glossary: Glossary, query: str) -> None:
        with pytest.raises(InvalidError):
            glossary.find(query)

    def test_one_beside_the_query_wins(self, glossary: Glossary) -> None:
        assert ids(glossary, "filter kind:body", kind="document") == ["filter-law"]


class TestLimits:
    """How many, and whether there are more."""

    def test_truncated(self, glossary: Glossary) -> None:
        hits = glossary.find("numbered office", limit=10)
        assert (len(hits), hits.truncated) == (10, True)
        hits = glossary.find("numbered office", limit=30)
        assert (len(hits), hits.truncated) == (30, False)

    @pytest.mark.parametrize("limit", [0, -1, 10**20])
    def test_odd_limits(self, glossary: Glossary, limit: int) -> None:
        with pytest.raises(InvalidError, match="limit"):
            glossary.find("office", limit=limit)

    def test_only_filters_list_by_id(self, glossary: Glossary) -> None:
        hits = glossary.find("kind:body", limit=5)
        listed = [answer.id for answer in hits.answers]
        assert listed == sorted(listed)
        assert hits.truncated


class TestOddQueries:
    """Nothing a person types is an error of the program."""

    @pytest.mark.parametrize(
        "query",
        [
            *('"', "'", "*", "^", "NEAR(a b)", "a AND", "OR", "NOT a", "words:a", "(", "a)", "{a}"),
            *('"unfinished', "a*b", "-a", "+a", "a\x00b", "%", "_", "\\", "；", "，", "《", "…"),
            *("\ud800", "a\udcffb", "\u202e", "１２３", "0", "a" * 10_000, "科" * 10_000),
            *("office " * 1_400, "👩‍👩‍👧", "e\u0301" * 50, "ِ", "ﷺ"),
        ],
    )
    def test_plain_text(self, glossary: Glossary, query: str) -> None:
        hits = glossary.find(query)
        assert len(hits) == len(hits.answers)
        glossary.lookup(query)
        glossary.near(query)

    def test_operators_are_words(self, glossary: Glossary) -> None:
        for answer in glossary.find("commission NOT science").answers:
            assert "science" in str(answer.english).lower()
        assert "science-commission" in ids(glossary, '"science" "commission"')

    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        query=st.text(st.characters(), max_size=40)
        | lines()
        | st.text('abc"*^-+:(){}NEARANDORNOT 科学 ', max_size=30)
    )
    def test_anything_is_answered_or_refused_in_words(self, glossary: Glossary, query: str) -> None:
        for ask in (glossary.find, glossary.lookup, glossary.near):
            with suppress(GlossaryError):
                ask(query)

    @pytest.mark.parametrize(
        ("query", "most"),
        [
            ("Ministry of State Security", 12),
            ("science commission", 30),
            ("hbskxjst", 60),
            ("hebeikexuejishuting", 400),
            ("Minstry of State Securty", 60),
            ("科学技术", 30),
            ("nothing of the sort at all", 120),
            ("a" * 10_000, 60),
            ("office " * 1_400, 60),
        ],
    )
    def test_questions_to_the_database_stay_few(
        self, glossary: Glossary, query: str, most: int
    ) -> None:
        reader = glossary.store.reader
        before = reader.questions
        glossary.find(query)
        assert reader.questions - before <= most

    @pytest.mark.parametrize(
        "query",
        ["ab" * 5_000, " ".join(("a" * 3_000, "b" * 3_000))],
        ids=["one word", "two words"],
    )
    def test_a_word_of_any_length_is_not_cut_at_each_letter(
        self, glossary: Glossary, query: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        known = Reader.known_words

        def told(reader: Reader, words: Iterable[str]) -> set[str]:
            asked.extend(listed := list(words))
            return known(reader, listed)

        monkeypatch.setattr(Reader, "known_words", told)
        assert glossary.find("statesecurity")
        assert {"state", "security"} <= set(asked)
        asked.clear()
        assert not glossary.find(query)
        assert sum(map(len, asked)) <= 4 * len(query)


def test_a_former_name_stands_behind_an_alias_that_is_longer(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(
            entry(
                "was",
                name("Wharf House", usage=PREFERRED),
                name("Quay Hall", type=NameType.FORMER),
            )
        )
        glossary.add(
            entry(
                "is",
                name("Dock House", usage=PREFERRED),
                name("Quay Hall of Records", type=NameType.ALIAS),
            )
        )
        assert [hit.id for hit in glossary.find("Quay")] == ["is", "was"]


def test_a_retired_entry_is_answered_only_when_asked_for(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with empty_glossary(tmp_path_factory.mktemp("a")) as glossary:
        glossary.add(replace(body("Ministry A", "甲部"), domains=("law",)), by="mei")
        glossary.approve("ministry-a", by="lin")
        glossary.retire("ministry-a", by="lin", why="abolished")
        assert ids(glossary, "ministry") == []
        assert ids(glossary, "ministry", status="retired") == ["ministry-a"]
        assert glossary.lookup("甲部").found == "none"
        assert glossary.lookup("甲部", status="retired")[0].review == "retired"
