"""One glossary asked and changed at once: threads, and hits looked at after the entry was changed."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, NotFoundError
from glossary.model.entries import BodyFacts
from glossary.model.names import Evidence, Name
from glossary.model.relations import Relation, RelationType
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        yield glossary


def test_of_one_name_a_body_of_the_mainland_comes_before_one_of_taiwan(glossary: Glossary) -> None:
    taiwans = replace(
        body("Ministry of Frogs", "蛙部"), id="taiwans", body=BodyFacts(place="710000")
    )
    glossary.add(taiwans, by="mei")
    glossary.approve("taiwans", by="lin")
    glossary.add(body("Ministry of Frogs", "青蛙部"), by="mei", force=True)
    ids = [answer.id for answer in glossary.lookup("Ministry of Frogs")]
    assert ids == ["ministry-of-frogs", "taiwans"]


def test_eight_threads_read_and_write(glossary: Glossary) -> None:
    for at in range(8):
        glossary.add(body(f"Shared {at}", f"共{at}部"), by="boss")

    def live(who: int) -> None:
        for turn in range(15):
            entry = glossary.add(body(f"Office {who} {turn}"), by=f"p{who}").entry
            assert glossary.lookup(f"Office {who} {turn}")[0].id == entry.id
            shown = glossary.get(f"shared-{turn % 8}")
            alias = Name(text=f"Alias {who} {turn}", lang="en", evidence=Evidence.UNSOURCED)
            changed = replace(shown.entry, names=(*shown.entry.names, alias))
            with suppress(ConflictError):  # another thread was faster
                glossary.edit(changed, base=shown.revision, by=f"p{who}")
            for answer in glossary.find("shared").answers:
                assert answer.english

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(live, range(8)))
    assert glossary.store.reader.tally("entries") == 8 + 8 * 15
    assert glossary.check() == ()


def test_hits_are_read_when_they_are_looked_at(glossary: Glossary) -> None:
    entry = body("Ministry A", "甲部")
    alias = Name(text="Hall of A", lang="en", evidence=Evidence.UNSOURCED)
    glossary.add(replace(entry, names=(*entry.names, alias)), by="mei")
    hits = glossary.find("hall")
    glossary.edit(body("Ministry A"), by="mei")
    assert hits[0].english == "Ministry A"
    glossary.undo(by="mei")
    glossary.undo(by="mei")
    assert hits.answers == ()


def test_a_moment_is_held_for_several_questions(glossary: Glossary) -> None:
    with Glossary.open(glossary.path) as other, glossary.store.reading():
        assert glossary.lookup("Ministry A").found == "none"
        other.add(body("Ministry A"), by="mei")
        assert glossary.lookup("Ministry A").found == "none"
    assert glossary.lookup("Ministry A").found == "exact"


class TestGet:
    """One entry, by its id or by a name only it bears."""

    def test_by_id_by_name_and_through_a_merge(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry A", "甲部"), by="mei")
        glossary.add(body("Ministry B", "乙部"), by="mei")
        glossary.merge("ministry-b", "ministry-a", by="lin")
        for asked in ("ministry-a", "ministry-b", "甲部", "Ministry B"):
            assert glossary.get(asked).entry.id == "ministry-a"
        assert glossary.get("ministry-b").redirected_from == "ministry-b"
        assert glossary.get("甲部").redirected_from == ""

    def test_an_unknown_one_names_the_nearest(self, glossary: Glossary) -> None:
        glossary.add(body("Ministry of Security"), by="mei")
        with pytest.raises(NotFoundError) as caught:
            glossary.get("Minstry of Securty")
        assert caught.value.nearest == ("ministry-of-security",)
        with pytest.raises(NotFoundError, match="no entry has the id or the name"):
            glossary.get("something else")

    def test_a_name_of_several_names_them(self, glossary: Glossary) -> None:
        glossary.add(body("Planning Office"), by="mei")
        second = replace(body("Planning Office"), id="planning-office-2")
        glossary.add(second, by="mei", force=True)
        with pytest.raises(NotFoundError, match="2 entries are called") as caught:
            glossary.get("planning  OFFICE")
        assert set(caught.value.nearest) == {"planning-office", "planning-office-2"}


def test_info_tells_what_is_there(glossary: Glossary) -> None:
    glossary.add(body("Ministry A", "甲部"), by="mei")
    told = glossary.info()
    assert (told["entries"], told["names"], told["events"]) == (1, 2, 1)
    assert told["reviews"] == {"proposed": 1}
    assert told["read_only"] is False


def test_a_lookup_reads_no_parts_of_a_body_to_tell_it_from_another(glossary: Glossary) -> None:
    """What a body is distinct from is asked for by itself: a ministry may have hundreds of offices."""
    glossary.add(body("Ministry A", "甲部"), by="mei")
    other = Relation(type=RelationType.CONFUSED_WITH, target="ministry-a")
    glossary.add(body("Ministry B", "乙部", relations=[other]), by="mei")
    part = Relation(type=RelationType.PART_OF, target="ministry-a")
    for number in range(40):
        glossary.add(body(f"Office {number}", f"第{number}办", relations=[part]), by="mei")
    entry = glossary.get("ministry-a").entry
    before = glossary.store.reader.questions
    links = glossary.links(entry, "confused-with", "successor-of")
    assert [(link.type, link.id, link.backward) for link in links] == [
        ("confused-with", "ministry-b", True)
    ]
    assert glossary.store.reader.questions - before <= 3
    assert len(glossary.links(entry)) == 41


def test_answers_leave_no_garbage_to_seek(shipped_glossary: Glossary) -> None:
    def ask() -> None:
        for name in ("MOST", "Shijiazhuang Municipal Bureau of Statistics", "正定县科学技术厅", ""):
            shipped_glossary.lookup(name)
        shipped_glossary.explain("Shijiazhuang Municipal Bureau of Statistics")
        shipped_glossary.find("Minstry of State Securty")
        shipped_glossary.get("ministry-of-state-security")
        shipped_glossary.names(
            "MOST和石家庄市统计局。The Department of Education of Shaanxi Province"
        )

    ask()
    gc.collect()
    gc.disable()
    try:
        ask()
        assert gc.collect() == 0
    finally:
        gc.enable()
