"""A thesaurus of any length passes through: its text in pieces, its statements on the disk."""

from __future__ import annotations

import io
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from glossary.formats.lines import iter_text
from glossary.formats.skos import jsonld, rdfxml, turtle, turtle_tokens
from glossary.formats.skos.graphs import SKOS, Graph, Literal
from glossary.formats.skos.turtle import parse_turtle
from tests.formats import entry, read, write

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIXES = f"@prefix skos: <{SKOS}> .\n@prefix ex: <http://example.org/> .\n"


def concept(at: int) -> str:
    long = f"a long note, {at}: " + "x\ny '\"甲 # . " * (at % 97)
    return (
        f"# a remark on {at} " + "-" * (at % 300) + "\n"
        f"ex:c{at}.{at} a skos:Concept ; skos:prefLabel \"Office {at}.\"@en , '局{at}'@zh ;\n"
        f'  skos:note """{long}"""@en ; skos:notation {at}.50 ;\n'
        f"  <http://example.org/{'p' * (at % 150)}> [ ex:says _:b{at} ] .\n"
    )


TEXT = PREFIXES + "".join(concept(at) for at in range(60))


def told(graph: Graph) -> list[object]:
    """All that is said of concepts, each with its line, and what is wrong."""
    return [
        *[
            (
                each,
                graph.line(each),
                [(key, graph.texts(each, key)) for key in graph.predicates(each)],
            )
            for each in graph.of_type(f"{SKOS}Concept")
        ],
        *map(str, graph.faults),
    ]


def cut(text: str, length: int) -> Iterator[str]:
    for at in range(0, len(text), length):
        yield text[at : at + length]


@pytest.mark.parametrize("length", [1, 13, 1000, 8191])
def test_a_text_in_pieces_is_read_as_the_whole(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = told(parse_turtle([TEXT], "x"))
    assert len(whole) == 60
    monkeypatch.setattr(turtle_tokens, "_AHEAD", 200)  # longer than any name in the text
    assert told(parse_turtle(cut(TEXT, length), "x")) == whole


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ('"Office 30."@en', '"Office 30.@en'),
        ("局30'@zh ;", "局30'@zh {"),
        ('"""a long note, 30', '""a long note, 30'),
        ("<http://example.org/p", "<http://example. org/p"),
    ],
)
def test_what_is_wrong_is_told_at_the_same_place_in_pieces(
    sound: str, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sound in TEXT
    text = TEXT.replace(sound, broken, 1)
    whole = told(parse_turtle([text], "x"))
    assert any(isinstance(each, str) for each in whole)
    monkeypatch.setattr(turtle_tokens, "_AHEAD", 200)
    assert told(parse_turtle(cut(text, 100), "x")) == whole


def test_a_token_that_does_not_end_is_refused_before_all_of_it_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turtle_tokens, "_LIMIT", 100_000)
    monkeypatch.setattr(turtle_tokens, "_AHEAD", 200)

    def pieces(begun: str) -> Iterator[str]:
        yield f"{PREFIXES}ex:c a ex:d .\n{begun}"
        for _at in range(2_000):
            yield "y" * 1_000
        yield "\n.\nex:e a ex:d .\n"

    for begun in ('ex:a ex:b """', "# ", "ex:a ex:b <http://x/"):
        tracemalloc.start()
        try:
            graph = parse_turtle(pieces(begun), "x")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert str(graph.faults[0]).startswith("x:4:")
        assert list(graph.of_type("http://example.org/d")) == [
            "http://example.org/c",
            "http://example.org/e",
        ]
        assert peak < 1_000_000


SOURCE = {"title": "List", "locator": "p. 3", "seen": "2026-11-24"}


@pytest.mark.parametrize("syntax", ["turtle", "jsonld", "rdfxml"])
def test_statements_on_the_disk_make_the_same_items(
    syntax: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [
        entry(
            id=f"office-{at}",
            names=[
                {"text": f"Office {at}", "lang": "en", "usage": "preferred", "evidence": "attested", "sources": [SOURCE]},
                {"text": f"局{at}", "lang": "zh-Hans", "evidence": "unsourced"},
            ],
            relations=[{"type": "see-also", "target": f"office-{(at + 1) % 9}"}],
        )
        for at in range(9)
    ]  # fmt: skip
    data, _ledger = write("skos", entries, syntax=syntax)
    whole = read("skos", data)
    assert len(whole.items) == 9
    for module in (turtle, jsonld, rdfxml):
        monkeypatch.setattr(module, "Graph", partial(Graph, held=5))
    again = read("skos", data)
    assert (again.items, again.told) == (whole.items, whole.told)


def test_what_is_said_of_a_concept_far_apart_is_put_together_on_the_disk() -> None:
    graph = Graph(held=1)
    for at in range(5):
        graph.add(f"c{at}", f"{SKOS}prefLabel", Literal(f"A{at}"), at + 1)
    for at in (4, 0, 2):
        graph.add(f"c{at}", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "C", 10 + at)
    assert list(graph.of_type("C")) == ["c4", "c0", "c2"]
    assert [(graph.line(each), graph.texts(each, f"{SKOS}prefLabel")) for each in ("c0", "c4")] == [
        (1, [Literal("A0")]),
        (5, [Literal("A4")]),
    ]
    assert graph.values("nobody", f"{SKOS}prefLabel") == []


def test_memory_does_not_grow_with_the_concepts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "Graph", partial(Graph, held=300))

    def peak(count: int) -> int:
        data = io.BytesIO((PREFIXES + "".join(map(concept, range(count)))).encode())
        tracemalloc.start()
        try:
            graph = parse_turtle(iter_text(data, "x"), "x")
            assert sum(1 for _each in graph.of_type(f"{SKOS}Concept")) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(600) < 1.25 * peak(300)


def test_text_in_pieces_is_refused_where_it_is_no_utf_8() -> None:
    data = b"a\n" * 100_000 + "乙丙丁".encode("gb18030") * 100
    with pytest.raises(InputError, match=r"^x:100001:1: the file is not UTF-8, it looks like GB"):
        list(iter_text(io.BytesIO(data), "x"))
