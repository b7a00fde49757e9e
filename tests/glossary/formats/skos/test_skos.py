"""SKOS out and in: labels plain and with facts, both ways of writing, and a judge that is not ours."""

from __future__ import annotations

import io
import json
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from glossary.formats.skos.graphs import SKOS, SKOSXL, Literal
from glossary.formats.skos.jsonld import parse_jsonld
from glossary.formats.skos.rdfxml import parse_rdfxml
from glossary.formats.skos.turtle import parse_turtle
from glossary.model.entries import Entry
from glossary.model.tags import PINYIN
from tests import strategies
from tests.formats import entry, read, write

SOURCE = {"title": "Structure", "publisher": "gov.cn", "locator": "gov.cn/a", "seen": "2026-11-20"}
MINISTRY = entry(
    id="ministry-a",
    domains=["government"],
    names=[
        {"text": 'Ministry "A"', "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE], "from": "1998"},
        {"text": "MA", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced", "renderings": {"zh-Latn-pinyin": "Jiǎbù"}},
    ],
    relations=[{"type": "part-of", "target": "state-council"}, {"type": "nameplate-of", "target": "b"}],
    notes=[{"lang": "en", "text": "two\nlines"}],
)  # fmt: skip
STATE_COUNCIL = entry(
    id="state-council", names=[{"text": "国务院", "lang": "zh-Hans", "evidence": "unsourced"}]
)


def test_turtle_as_it_is_written() -> None:
    assert write("skos", [MINISTRY])[0].decode().partition("\n\n<urn:x-zhengming:entry")[2] == (
        """:ministry-a> a skos:Concept ;
    skos:inScheme <urn:x-zhengming:glossary> ;
    zm:kind "body" ;
    skos:prefLabel "Ministry \\"A\\""@en ;
    skos:prefLabel "甲部"@zh-Hans ;
    skos:altLabel "MA"@en ;
    skos:hiddenLabel "A Hall"@en ;
    skos:altLabel "Jiǎbù"@zh-Latn-pinyin ;
    skosxl:prefLabel [
        a skosxl:Label ;
        skosxl:literalForm "Ministry \\"A\\""@en ;
        zm:evidence "official" ;
        zm:from "1998" ;
        dct:source [
            dct:title "Structure" ;
            zm:locator "gov.cn/a" ;
            dct:publisher "gov.cn" ;
            zm:seen "2026-11-20"
        ]
    ] ;
    skosxl:altLabel [
        a skosxl:Label ;
        skosxl:literalForm "MA"@en ;
        zm:type "acronym"
    ] ;
    skosxl:hiddenLabel [
        a skosxl:Label ;
        skosxl:literalForm "A Hall"@en ;
        zm:usage "forbidden"
    ] ;
    skos:note "two\\nlines"@en ;
    dct:subject "government" ;
    skos:broader <urn:x-zhengming:entry:state-council> ;
    zm:nameplate-of <urn:x-zhengming:entry:b> .
"""
    )


@pytest.mark.parametrize("syntax", ["turtle", "jsonld", "rdfxml"])
def test_names_come_back_with_all_that_a_label_says(syntax: str) -> None:
    data = write("skos", [MINISTRY, STATE_COUNCIL], syntax=syntax)[0]
    came = read("skos", data).entries[0]
    bare = [
        {key: value for key, value in _facts(name).items() if key != "renderings"}
        for name in MINISTRY.names
    ]
    assert sorted(map(str, map(_facts, came.names))) == sorted(map(str, bare))
    assert came.relations == MINISTRY.relations
    assert (came.id, came.kind, came.domains, came.notes) == (
        "ministry-a",
        MINISTRY.kind,
        MINISTRY.domains,
        MINISTRY.notes,
    )
    assert detect_format(data, "x") == "skos"


def _facts(name: object) -> dict[str, object]:
    fields = (
        "text",
        "lang",
        "type",
        "usage",
        "evidence",
        "issuer",
        "sources",
        "start",
        "end",
        "note",
    )
    return {field: getattr(name, field) for field in fields}


@settings(max_examples=60)  # whole entries are dear to make
@given(strategies.entries(), st.sampled_from(["turtle", "jsonld", "rdfxml"]))
def test_what_goes_out_comes_back_and_is_no_change(gone: Entry, syntax: str) -> None:
    data = write("skos", [gone], syntax=syntax)[0]
    reading = read("skos", data)
    assert reading.problems == []
    (came,) = reading.entries
    assert (came.id, came.kind) == (gone.id, gone.kind)
    assert {(" ".join(name.text.split()), name.lang) for name in gone.names} == {
        (name.text, name.lang) for name in came.names
    }
    assert join(gone, came).names == gone.names


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@settings(max_examples=40)  # rdflib is slow
@given(strategies.entries())
def test_rdflib_reads_the_same_from_all(gone: Entry) -> None:
    rdflib = pytest.importorskip("rdflib")
    one, other, third = (
        rdflib.Graph().parse(data=write("skos", [gone], syntax=syntax)[0], format=known)
        for syntax, known in (("turtle", "turtle"), ("jsonld", "json-ld"), ("rdfxml", "xml"))
    )
    assert len(one) == len(other) == len(third)
    subject = rdflib.URIRef(f"urn:x-zhengming:entry:{gone.id}")
    for graph in (one, other, third):
        plain = {
            (str(label), label.language)
            for kind in ("prefLabel", "altLabel", "hiddenLabel")
            for label in graph.objects(subject, rdflib.URIRef(SKOS + kind))
            if (label.language or "").lower() != PINYIN.lower()
        }
        assert {(name.text, name.lang.lower()) for name in gone.names} == {
            (text, lang.lower()) for text, lang in plain
        }


@settings(max_examples=60)
@given(strategies.entries())
def test_one_preferred_label_a_language_and_no_text_in_two_kinds(gone: Entry) -> None:
    graph = parse_turtle(write("skos", [gone])[0].decode(), "x")
    subject = f"urn:x-zhengming:entry:{gone.id}"
    labels = {
        kind: graph.texts(subject, f"{SKOS}{kind}")
        for kind in ("prefLabel", "altLabel", "hiddenLabel")
    }
    tags = [label.lang for label in labels["prefLabel"]]
    assert len(tags) == len(set(tags))
    everything = [label for kind in labels.values() for label in kind]
    assert len(everything) == len(set(everything))
    for kind in labels:
        for node in graph.nodes(subject, f"{SKOSXL}{kind}"):
            assert len(graph.texts(node, f"{SKOSXL}literalForm")) == 1


TURTLE = """\
@base <http://example.org/> . # a remark
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
@prefix : <#> .
:c1 a skos:Concept ; skos:prefLabel "Works"@en, 'Travaux'@fr ; ;
  skos:altLabel \"\"\"Public "works"\\n\"\"\"@en ; skos:definition "d \\u4E2D"@en-GB ;
  skos:notation 7 ; skos:related <c2> ; :mood "m"@en, true, [ :x ( 1 2.5 "a" ) ] .
<c2> a skos:Concept ; skos:prefLabel "工程"@zh-CN .
[] a skos:Concept .
"""


def test_turtle_of_another_program() -> None:
    reading = read("skos", TURTLE)
    works, chinese = reading.items
    assert [(name.text, name.lang, name.usage.value) for name in works.entry.names] == [
        ("Works", "en", "preferred"),
        ("Travaux", "fr", "preferred"),
        ('Public "works"', "en", "admitted"),
    ]
    assert [(text.lang, text.text) for text in works.entry.definitions] == [("en-GB", "d 中")]
    assert (works.keeps_id, works.line) == (False, 4)
    assert [(each.key, each.text, each.lang) for each in works.entry.extra] == [
        ("skos:http://example.org/#mood", "m", "en"),
        ("skos:http://example.org/#mood", "true", ""),
    ]
    assert [(name.text, name.lang) for name in chinese.entry.names] == [("工程", "zh-Hans")]
    assert reading.warnings == ["x:8:1: a concept without a label was passed over"]


def test_json_ld_of_another_program() -> None:
    data = json.dumps(
        {
            "@context": [
                {"skos": SKOS, "label": {"@id": "skos:prefLabel", "@container": "@language"}},
                {"alt": {"@id": "skos:altLabel", "@language": "fr"}, "id": "@id"},
            ],
            "@graph": [
                {"id": "http://example.org/c1", "@type": "skos:Concept", "label": {"en": "Works", "zh": ["工程"]}, "alt": "Travaux"},
                {"id": "http://example.org/c2", "@type": ["skos:Concept"], "skos:prefLabel": [{"@value": "A", "@language": "en"}]},
            ],
        }
    )  # fmt: skip
    assert detect_format(data.encode(), "x") == "skos"
    assert [
        [(name.text, name.lang) for name in each.names] for each in read("skos", data).entries
    ] == [
        [("Works", "en"), ("工程", "zh-Hans"), ("Travaux", "fr")],
        [("A", "en")],
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("@prefix a: <http://x/> .\na:b a:c ! .", "x:2:9: the file is not Turtle: nothing in Turtle begins with '!'"),
        ('<a> <b> "c\n" .', "x:1:9: the file is not Turtle: the text that begins here does not end, or is too long"),
        ("<a> <b> c:d .", "x:1:9: the file is not Turtle: the prefix 'c' is not declared"),
        ('<a> <b> "c"', "x:1:12: the file is not Turtle: '.' was expected, not 'the end of the file'"),
        ('<a> <b> "\\q" .', "x:1:9: the file is not Turtle: '\\\\q' escapes nothing"),
        ("<a> <b> " + "[ <c> " * 100, "brackets nest deeper than 64"),
        ("<a> <b> (" + " 1" * 10, "a bracket is left open"),
        ('{"@context": "https://example.org/context", "@id": "a"}', "the context stands elsewhere"),
        ('{"@context": {}', "x:1:16: this is not JSON"),
        pytest.param('{"@id": ' + "9" * 5_000 + "}", "a number is too long", id="digits"),
        ("{" + '"@graph": {' * 3_000 + "}" * 3_001, "the JSON nests too deep"),
        ("<a> <b> \udc80", "the file is not UTF-8"),
        ('<?xml version="1.0"?><r:RDF xmlns:r="x">\n<a></b></r:RDF>', "x:2:6: the file is not well-formed XML"),
        ('<!DOCTYPE r [<!ENTITY a "bb"><!ENTITY b "&a;&a;">]><r:RDF xmlns:r="x"/>', "x:1:41: the file declares entities"),
        ('<!DOCTYPE r [<!ENTITY a SYSTEM "/etc/passwd">]><r:RDF xmlns:r="x"/>', "the file declares entities"),
        ('<r:RDF xmlns:r="x">' + "<r:a>" * 100, "x:1:335: elements nest deeper than 64"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(data: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read("skos", data.encode("utf-8", "surrogateescape"))
    assert told in str(caught.value)


def test_a_file_without_a_concept_says_so() -> None:
    assert "the file has no concept" in read("skos", "<a> <b> <c> .").problems[0]


def test_numbers_truth_and_long_texts_are_literals() -> None:
    graph = parse_turtle("<a> <b> -1.5e3, .5, true, '''x'y''' .", "x")
    assert graph.texts("a", "b") == [
        Literal("-1.5e3"),
        Literal(".5"),
        Literal("true"),
        Literal("x'y"),
    ]
    assert parse_jsonld('{"@id": "http://a", "http://b": [1, true, null]}', "x").texts(
        "http://a", "http://b"
    ) == [
        Literal("1"),
        Literal("true"),
    ]


def test_a_long_text_takes_no_more_memory_than_a_few_copies_of_it() -> None:
    size = 2_000_000
    sources = [f'<a> <b> "{"x" * size}" .', f'<a> <b> """{"x" * size}""" .']
    for source in sources:
        tracemalloc.start()
        try:
            graph = parse_turtle(source, "x")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert [len(each.text) for each in graph.texts("a", "b")] == [size]
        assert peak < 8 * size


def test_a_dot_behind_a_blank_node_ends_the_statement() -> None:
    source = '@prefix s: <http://x/> .\ns:a s:b _:one.\n_:one s:c "A\\"\\n\\u00e9" .\ns:t.wo s:c """q"u""o""" .'
    graph = parse_turtle(source, "x")
    (one,) = graph.nodes("http://x/a", "http://x/b")
    assert graph.texts(one, "http://x/c") == [Literal(text='A"\né', lang="")]
    assert graph.texts("http://x/t.wo", "http://x/c") == [Literal(text='q"u""o', lang="")]


def test_an_address_that_is_none_stays_as_it_is() -> None:
    turtle = parse_turtle('@base <http://x/> . <//[> <b> "A" .', "x")
    json_ld = parse_jsonld(
        '{"@context": {"@base": "http://x/"}, "@id": "//[", "http://x/b": "A"}', "x"
    )
    for graph in (turtle, json_ld):
        assert graph.texts("//[", "http://x/b") == [Literal("A")]


def test_a_node_that_the_file_gives_a_number_is_none_of_those_without_a_name() -> None:
    graph = parse_jsonld('[{"@id": "_:1", "http://x/b": "A"}, {"http://x/b": "B"}]', "x")
    assert graph.texts("_:1", "http://x/b") == [Literal("A")]


RDFXML = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY skos "http://www.w3.org/2004/02/skos/core#"> ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="&skos;" xmlns:xl="http://www.w3.org/2008/05/skos-xl#"
    xml:base="http://example.org/t/" xml:lang="en">
  <skos:Concept rdf:about="one" skos:notation="1">
    <skos:prefLabel>Works</skos:prefLabel>
    <skos:prefLabel xml:lang="zh-Hans">工程</skos:prefLabel>
    <skos:altLabel rdf:parseType="Literal"><b>Public</b> works</skos:altLabel>
    <skos:broader>
      <rdf:Description rdf:ID="two"><rdf:type rdf:resource="&skos;Concept"/><skos:prefLabel>Acts</skos:prefLabel></rdf:Description>
    </skos:broader>
    <xl:altLabel rdf:nodeID="l"/>
    <skos:member rdf:parseType="Collection"><rdf:Description rdf:about="a"/><rdf:Description rdf:about="b"/></skos:member>
    <skos:editorialNote rdf:parseType="Resource"><rdf:value>x</rdf:value></skos:editorialNote>
    <skos:related rdf:resource="#two"/>
  </skos:Concept>
  <xl:Label rdf:nodeID="l" xl:literalForm="Building"/>
  <rdf:Seq rdf:about="s"><rdf:li>p</rdf:li><rdf:li rdf:datatype="http://www.w3.org/2001/XMLSchema#int">7</rdf:li></rdf:Seq>
</rdf:RDF>
"""


def test_rdfxml_with_everything_its_grammar_has() -> None:
    reading = read("skos", RDFXML)
    assert reading.problems == []
    assert [
        [(name.text, name.lang, name.usage.value) for name in each.names]
        for each in reading.entries
    ] == [
        [
            ("Building", "en", "admitted"),
            ("Works", "en", "preferred"),
            ("工程", "zh-Hans", "preferred"),
            ("Public works", "en", "admitted"),
        ],
        [("Acts", "en", "preferred")],
    ]
    assert detect_format(RDFXML.encode(), "x") == "skos"


def test_rdfxml_makes_the_statements_that_rdflib_makes() -> None:
    rdflib = pytest.importorskip("rdflib")
    theirs = rdflib.Graph().parse(data=RDFXML, format="xml")
    graph = parse_rdfxml(io.BytesIO(RDFXML.encode()), "x")
    for subject, predicate, value in theirs:
        if isinstance(subject, rdflib.URIRef) and isinstance(value, rdflib.URIRef):
            assert str(value) in graph.nodes(str(subject), str(predicate))
        elif isinstance(subject, rdflib.URIRef) and isinstance(value, rdflib.Literal):
            texts = graph.texts(str(subject), str(predicate))
            if "Public" not in str(value):  # its tags, which no name has
                assert (str(value), value.language or "") in texts
    ours = sum(
        len(graph.values(subject, predicate))
        for subject in {str(each) for each in theirs.subjects() if isinstance(each, rdflib.URIRef)}
        for predicate in graph.predicates(subject)
    )
    assert ours == sum(isinstance(subject, rdflib.URIRef) for subject, _p, _v in theirs)


@given(st.binary(max_size=200))
def test_rdfxml_of_any_bytes(data: bytes) -> None:
    with suppress(InputError):
        read("skos", b'<r:RDF xmlns:r="x">' + data)


PREFIXES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
BROKEN = {
    "turtle": PREFIXES
    + '<http://x/1> a skos:Concept ; skos:prefLabel "One."@en .\n'
    + '<http://x/2> a skos:Concept ; skos:altLabel "Deux."@fr ;\n  skos:prefLabel "Two"@en ] ;\n  skos:note "A. B."@en .\n'
    + '<http://x/3> a skos:Concept ; skos:prefLabel "Three"@en .\n'
    + '<http://x/4> a skos:Concept ; skos:prefLabel "Four@en .\n'
    + '<http://x/5> a skos:Concept ; skos:prefLabel "Five"@en .\n'
    + '<http://x/2> skos:hiddenLabel "Tow"@en .\n',
    "jsonld": '{"@graph": [\n{"@id": "http://x/1", "@type": "skos:Concept", "skos:prefLabel": "One."},\n'
    + '{"@id": "http://x/2", "@type": "skos:Concept" "skos:prefLabel": "Two]}"},\n'
    + '{"@id": "http://x/3", "@type": "skos:Concept", "skos:prefLabel": "Three"},\n'
    + '{"@id": "http://x/4", "@type": "skos:Concept", "skos:prefLabel": },\n'
    + '{"@id": "http://x/5", "@type": "skos:Concept", "skos:prefLabel": "Five"},\n'
    + '{"@id": "http://x/2", "skos:hiddenLabel": "Tow"}],\n'
    + '"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}}\n',
}


@pytest.mark.parametrize(
    ("syntax", "places"), [("turtle", ["x:4:27:", "x:7:46:"]), ("jsonld", ["x:3:47:", "x:5:66:"])]
)
def test_a_broken_concept_costs_no_other(syntax: str, places: list[str]) -> None:
    reading = read("skos", BROKEN[syntax])
    assert [entry.names[0].text for entry in reading.entries] == ["One.", "Three", "Five"]
    assert [problem.partition(" ")[0] for problem in reading.problems] == places


def test_concepts_before_the_place_where_xml_breaks_are_read() -> None:
    data = RDFXML[: RDFXML.rindex("</")] + "<broken>"
    whole = read("skos", RDFXML)
    reading = read("skos", data)
    assert [entry.id for entry in reading.entries] == [entry.id for entry in whole.entries] != []
    assert len(reading.problems) == 1
    assert "what stands behind this was not read" in reading.problems[0]


def test_a_concept_of_json_ld_is_told_with_its_line() -> None:
    data = (
        '[{"@id": "http://x/1", "@type": "http://www.w3.org/2004/02/skos/core#Concept"},\n'
        ' {"@id": "http://x/2", "@type": "http://www.w3.org/2004/02/skos/core#Concept"}] {}'
    )
    reading = read("skos", data)
    assert [warning.partition(" ")[0] for warning in reading.warnings] == ["x:1:1:", "x:2:1:"]
    assert reading.problems == ["x:2:81: this is not JSON: Extra data"]


@pytest.mark.parametrize("syntax", ["turtle", "jsonld"])
def test_a_file_with_any_one_character_missing_or_cut_anywhere_is_read_or_refused(
    syntax: str,
) -> None:
    whole = BROKEN[syntax]
    parse = parse_turtle if syntax == "turtle" else parse_jsonld
    for at in range(len(whole)):
        for text in (whole[:at], whole[:at] + whole[at + 1 :]):
            with suppress(InputError):
                faults = parse(text, "x").faults
                assert all(fault.line and fault.column for fault in faults)
