"""Our checker finds fault where the published schemas do, and nowhere else; what it says is said with the place."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.formats.tbx.conformance import check_tbx
from tests import strategies
from tests.formats import PEERFILES, SCHEMAS, entry, write

if TYPE_CHECKING:
    from glossary.model.entries import Entry

HEADER = "<tbxHeader><fileDesc><titleStmt><title>T</title></titleStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></tbxHeader>"
DCA = {
    "core": '<note>n <hi type="bold">b</hi></note>',
    "min": '<descrip type="subjectField">f</descrip><admin type="customerSubset">c</admin>'
    '<xref type="externalCrossReference" target="https://example.org/">x</xref>',
    "basic": '<descrip type="subjectField">f</descrip><descripGrp><descrip type="definition" xml:lang="fr">d</descrip>'
    '<admin type="source">s</admin></descripGrp><transacGrp><transac type="transactionType">origination</transac>'
    '<date>2010-04-17</date><transacNote type="responsibility" target="p1">T</transacNote></transacGrp>'
    '<ref type="crossReference" target="c2">see</ref><xref type="xGraphic" target="https://example.org/a">x</xref>',
    "linguist": '<descrip type="subjectField">f</descrip><admin type="source">s</admin>',
}
TERMS = {
    "core": "<note>n</note>",
    "min": '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote>',
    "basic": '<termNote type="termType">fullForm</termNote><termNoteGrp><termNote type="grammaticalGender">neuter</termNote>'
    '<note>n</note></termNoteGrp><descripGrp><descrip type="context">c</descrip><admin type="source">s</admin></descripGrp>'
    '<admin type="projectSubset">p</admin><note>n</note>',
    "linguist": '<termNote type="register">neutralRegister</termNote><adminGrp><admin type="reading">r</admin>'
    '<adminNote type="readingNote">n</adminNote></adminGrp><termNote type="grammaticalNumber">dual</termNote>'.replace(
        '</adminGrp><termNote type="grammaticalNumber">dual</termNote>', "</adminGrp>"
    ),
}
ITEM = '<item type="fn">T</item>'
BACK = f'<back><refObjectSec type="respPerson"><refObject id="p1">{ITEM}</refObject></refObjectSec></back>'


def document(dialect: str) -> str:
    """A sound file of a dialect in style DCA."""
    return (
        f'<tbx type="TBX-{dialect.capitalize()}" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">'
        f'{HEADER}<text><body><conceptEntry id="c1">{DCA[dialect]}<langSec xml:lang="en"><note>l</note>'
        f"<termSec><term>A</term>{TERMS[dialect]}</termSec></langSec></conceptEntry>"
        '<conceptEntry id="c2"><langSec xml:lang="zh-Hans"><termSec id="t2"><term>B</term></termSec></langSec></conceptEntry>'
        f"</body>{BACK}</text></tbx>"
    )


CHANGES = [  # what is replaced, and by what; where it does not occur the file stays sound
    ("<term>A</term>", ""),
    ("<term>A</term>", "<term>A</term><term>A2</term>"),
    ("<term>A</term>", "<note>before</note><term>A</term>"),
    ("<term>A</term>", '<term xml:lang="en">A</term>'),
    ("<term>A</term>", '<term>A<hi type="italics">b</hi></term>'),
    ("<term>A</term>", "<term>A<b>b</b></term>"),
    ("<term>A</term>", '<term id="1a">A</term>'),
    ("<term>A</term>", "<term>A</term>text"),
    ('<langSec xml:lang="en">', "<langSec>"),
    ('<langSec xml:lang="en">', '<langSec id="l" xml:lang="en">'),
    ("<note>l</note>", "<note>l</note><note>m</note>"),
    ("<note>l</note>", '<note><termNote type="partOfSpeech">noun</termNote></note>'),
    ("<note>l</note>", '<termNote type="partOfSpeech">noun</termNote>'),
    ("<note>l</note>", '<descrip type="subjectField">f</descrip>'),
    ("<note>l</note>", '<descrip type="definition">d</descrip>'),
    ("<note>l</note>", '<descrip type="context">c</descrip>'),
    ("<note>l</note>", '<admin type="reading">r</admin>'),
    ("<note>l</note>", '<admin type="projectSubset">p</admin>'),
    ("<note>l</note>", "<admin>p</admin>"),
    ("<note>l</note>", '<admin type="">p</admin>'),
    ("<note>l</note>", '<ref type="crossReference" target="c2">p</ref>'),
    ("<note>l</note>", "<unknown/>"),
    ("<note>l</note>", '<x:y xmlns:x="urn:x">z</x:y>'),
    (' id="c1"', ""),
    (' id="c1"', ' id="1c"'),
    (' id="c1"', ' id="c1" type="x"'),
    ('target="c2"', 'target="c3"'),
    ('target="p1"', 'target="p2"'),
    ('target="https://example.org/"', 'target="ftp://example.org/"'),
    ('target="https://example.org/a"', ""),
    ("origination", "approval"),
    ("2010-04-17", "17 April"),
    ("2010-04-17", "2010-02-30"),
    ("preferredTerm-admn-sts", "preferred"),
    (">noun<", ">properNoun<"),
    ("fullForm", "synonym"),
    ("neuter", "common"),
    ("neutralRegister", "formal"),
    ('<descrip type="definition" xml:lang="fr">d</descrip>', '<descrip type="definition">d</descrip><descrip type="definition">e</descrip>'),
    ('<descripGrp><descrip type="context">', '<descripGrp><note>n</note><descrip type="context">'),
    ('type="context"', 'type="definition"'),
    ('type="termType"', 'type="mood"'),
    ("fileDesc>", "fileDescription>"),
    ("<sourceDesc><p>S</p></sourceDesc>", ""),
    ('style="dca"', ""),
    ('style="dca"', 'style="dct"'),
    ('type="respPerson"', ""),
    (BACK, f"{BACK}{BACK}"),
    ("conceptEntry", "entry"),
    ('<hi type="bold">', '<hi type="source">'),
    ('<hi type="bold">', '<hi type="hotkey">'),
    ("</conceptEntry>", "</conceptEntry>text"),
    ("<body>", "<body>text"),
    ("<p>", '<p type="">'),
    ('xml:lang="fr"', 'xml:lang="c1"'),
    ('xml:lang="fr"', 'xml:lang=""'),
    ("<note>l</note>", '<note>a<sc id="s"/>b<ec id="e" startRef="s"/></note>'),
    ("<note>l</note>", '<note>a<sc id="s"/>b<ec/></note>'),
    ("<note>l</note>", '<note>a<sc id="s"/>b<ec id="e"/></note>'),
    ("<note>l</note>", '<note>a<ec id="e"/>b</note>'),
    ("<note>l</note>", '<note><ec/></note>'),
    ("<note>l</note>", '<note>a<ec id="e" startRef="c2"/></note>'),
    ("<note>l</note>", '<note><sc id="s" isolated="no"/>b</note>'),
    ("<note>l</note>", '<note><sc id="s" isolated="yes"/>b</note>'),
    ("<note>l</note>", '<note><sc id="s" isolated="maybe"/></note>'),
    ("<note>l</note>", '<note><sc id="s" isolated="yes"/>b<ec id="e" startRef="s"/></note>'),
    ("<note>l</note>", '<note>a<sc id="s"/>b<ec id="e" startRef="s" isolated="yes"/></note>'),
    ("<note>l</note>", '<note><sc id="s" startRef="s"/></note>'),
    ("<note>l</note>", '<note><sc/></note>'),
    ("<note>l</note>", '<note><sc id="s">x</sc></note>'),
    ("<note>l</note>", '<note><sc id="s"><hi>x</hi></sc></note>'),
    ("<note>l</note>", '<note><ph/></note>'),
    ("<note>l</note>", '<note><ph id="p"/></note>'),
    ("<note>l</note>", '<note><ph id="p" disp="x"/></note>'),
    ("<note>l</note>", '<note><ph id="p" disp="x" equiv="y" type="fmt"/></note>'),
    ("<note>l</note>", '<note><ph disp="x" equiv="y" type="fmt"/></note>'),
    ("<note>l</note>", '<note><ph id="p" disp="x" equiv="y" type="z"/></note>'),
    ("<note>l</note>", '<note><ph id="p" disp="x" equiv="y" type="ui" subType="a:b"/></note>'),
    ("<note>l</note>", '<note><ph id="p" disp="x" equiv="y" type="ui" subType="ab"/></note>'),
    ("<note>l</note>", '<note><ph id="p" subType="a:b"/></note>'),
    ("<note>l</note>", '<note><ph id="p" isolated="yes"/></note>'),
    ("<note>l</note>", '<note><ph id="p" target="c2"/></note>'),
    ("<note>l</note>", '<note><foreign xml:lang="fr">a<hi>b</hi></foreign></note>'),
    ("<note>l</note>", '<note><foreign type="x">a</foreign></note>'),
    ("<note>l</note>", '<note><hi target="c2">a</hi></note>'),
    ("<note>l</note>", '<note><hi id="h">a</hi></note>'),
    ("<note>l</note>", '<note><hi>a<hi>b</hi></hi></note>'),
    (ITEM, '<itemGrp>' + ITEM + '<admin type="source">s</admin></itemGrp>'),
    (ITEM, '<itemGrp>' + ITEM + '<admin type="bogus">s</admin></itemGrp>'),
    (ITEM, '<itemGrp>' + ITEM + '<note>n</note></itemGrp>'),
    (ITEM, '<itemGrp>' + ITEM + '<transacGrp><transac type="transactionType">origination</transac><date>April</date></transacGrp></itemGrp>'),
    (ITEM, '<itemGrp>' + ITEM + '<descrip type="definition">d</descrip></itemGrp>'),
    (ITEM, '<itemGrp>' + ITEM + 'text</itemGrp>'),
    ("<p>S</p>", "<p>S<foreign>x</foreign></p>"),
    ("<title>T</title>", "<title>T<hi>x</hi></title>"),
    ("<note>l</note>", '<admin type="source" target="c2" module="x" datatype="y">p</admin>'),
    ("<note>l</note>", '<admin type="source" target="https://example.org/">p</admin>'),
    ("<note>l</note>", '<note target="c2">p</note>'),
]  # fmt: skip


LENIENT = {
    (
        "min",
        CHANGES[20],
    ),  # Min's Schematron has no rule for the type of <ref>, and Min no such category
    ("linguist", CHANGES[20]),  # Linguist's asks contains(., Grp), which is true of everything
}
"""Where a published schema lets pass what its dialect does not have."""


def problems(data: str | bytes) -> list[str]:
    """What our checker finds."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return [str(each) for each in check_tbx(stream, "x.tbx")]


@cache
def _schemas(dialect: str, style: str) -> tuple[Any, Any]:
    from tests.schematron import Schematron, relaxng

    name = (
        "TBX-Core.sch" if dialect == "core" else f"TBX-{dialect.capitalize()}_{style.upper()}.sch"
    )
    grammar = "Core" if dialect == "core" else "Linguist"
    return (
        relaxng(SCHEMAS / f"TBXcoreStructV03_TBX-{grammar}_integrated.rng"),
        Schematron(SCHEMAS / name),
    )


def is_sound_by_schemas(data: str | bytes, dialect: str, style: str) -> bool:
    """Whether RelaxNG and Schematron both find nothing."""
    from lxml import etree

    tree = etree.ElementTree(etree.fromstring(data.encode() if isinstance(data, str) else data))
    grammar, rules = _schemas(dialect, style)
    return bool(grammar.validate(tree)) and not rules.failures(tree)


@pytest.mark.parametrize("dialect", DCA)
def test_a_sound_file_is_sound(dialect: str) -> None:
    assert problems(document(dialect)) == []


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not here")
@pytest.mark.parametrize("dialect", DCA)
def test_the_schemas_find_the_same_files_sound(dialect: str) -> None:
    pytest.importorskip("lxml")
    pytest.importorskip("elementpath")
    sound = document(dialect)
    assert is_sound_by_schemas(sound, dialect, "dca")
    differing = [
        (old, new)
        for old, new in CHANGES
        if old in sound
        and (dialect, (old, new)) not in LENIENT
        and (problems(sound.replace(old, new)) == [])
        != is_sound_by_schemas(sound.replace(old, new), dialect, "dca")
    ]
    assert differing == []


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not here")
@settings(max_examples=30)  # the schemas are slow
@given(
    st.lists(strategies.entries(), min_size=1, max_size=2, unique_by=lambda entry: entry.id),
    st.sampled_from(["core", "min", "basic", "linguist"]),
    st.sampled_from(["dca", "dct"]),
)
def test_what_we_write_is_sound_by_the_schemas_and_by_us(
    entries: list[Entry], dialect: str, style: str
) -> None:
    pytest.importorskip("lxml")
    pytest.importorskip("elementpath")
    data = write("tbx", entries, dialect=dialect, style=style)[0]
    assert problems(data) == []
    assert is_sound_by_schemas(data, dialect, style)


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not here")
def test_a_category_of_a_module_holds_nothing_of_the_core() -> None:
    pytest.importorskip("lxml")
    pytest.importorskip("elementpath")
    entry_ = entry(names=[{"text": "A", "lang": "en", "evidence": "official", "sources": [{"title": "S", "seen": "2026-11-20"}]}])  # fmt: skip
    sound = write("tbx", [entry_], dialect="basic", style="dct")[0].decode()
    broken = sound.replace("</basic:source>", "<hi>x</hi></basic:source>")
    assert broken != sound
    assert (problems(sound), is_sound_by_schemas(sound, "basic", "dct")) == ([], True)
    assert any("<source> may not hold <hi>" in each for each in problems(broken))
    assert not is_sound_by_schemas(broken, "basic", "dct")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</basic:source>", '</basic:source><basic:crossReference target="s1">x</basic:crossReference>', "no element has the id 's1'"),
        ("<basic:source>", '<basic:crossReference target="s1">x</basic:crossReference><basic:source id="s1">', ""),
        (ITEM, f"<itemGrp>{ITEM}<basic:source>s</basic:source></itemGrp>", ""),
        (ITEM, f'<itemGrp>{ITEM}<admin type="source">s</admin></itemGrp>', ""),
    ],
)  # fmt: skip
def test_categories_as_elements_keep_ids_and_stand_in_the_back(
    old: str, new: str, told: str
) -> None:
    sound = (
        '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic">'
        f'{HEADER}<text><body><conceptEntry id="c1"><basic:source>s</basic:source><langSec xml:lang="en">'
        f"<termSec><term>A</term></termSec></langSec></conceptEntry></body>{BACK}</text></tbx>"
    )
    assert problems(sound) == []
    data = sound.replace(old, new)
    assert data != sound
    found = problems(data)
    assert (found == []) is (not told)
    assert all(told in each for each in found)
    if SCHEMAS.is_dir():
        pytest.importorskip("lxml")
        pytest.importorskip("elementpath")
        assert is_sound_by_schemas(data, "basic", "dct") is (not told)


@settings(max_examples=40)
@given(strategies.entries(), st.sampled_from(["dca", "dct"]))
def test_our_own_dialect_keeps_its_rules(entry: Entry, style: str) -> None:
    assert problems(write("tbx", [entry], dialect="zhengming", style=style)[0]) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (">noun<", ">properNoun<", "partOfSpeech may not be 'properNoun'. One of: noun, verb, "),
        ("fullForm", "synonym", "termType may not be 'synonym'"),
        ('type="context"', 'type="definition"', "definition may not stand here. It stands at: concept, lang."),
        ('target="p1"', 'target="p2"', "no element has the id 'p2'. Name one"),
        ('id="c2"', 'id="c1"', "the id 'c1' stands twice"),
        ('type="termType"', 'type="reading"', "no <termNote> is of the type 'reading'"),
    ],
)  # fmt: skip
def test_each_departure_is_told(old: str, new: str, told: str) -> None:
    data = document("min" if "noun" in old else "basic")
    assert old in data
    assert any(told in each for each in problems(data.replace(old, new)))


def test_a_departure_has_its_line_and_column() -> None:
    data = document("basic").replace("<termSec>", "\n  <termSec>").replace("fullForm", "synonym")
    assert problems(data)[0].startswith("x.tbx:2:26: termType may not be 'synonym'")


def test_a_category_of_another_module_is_none_of_the_dialect() -> None:
    data = document("basic").replace("TBX-Basic", "TBX-Min")
    assert "x.tbx" in problems(data)[0]
    assert any("definition is no category of TBX-Min" in each for each in problems(data))


@pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("tbx3_basic_dct_astronomy.tbx", 0),
        ("tbx3_min_dca_astronomy.tbx", 0),
        ("tbx3_basic_critI_converted.tbx", 7),  # seven properNoun, which Basic does not have
    ],
)
def test_files_of_other_programs(name: str, count: int) -> None:
    assert len(problems((PEERFILES / name).read_bytes())) == count


def test_of_version_2_it_says_that_it_does_not_know_the_rules() -> None:
    data = '<martif type="TBX"><text><body/></text></martif>'
    assert problems(data) == ["x.tbx:1:1: the rules of TBX before version 3 are not checked"]
