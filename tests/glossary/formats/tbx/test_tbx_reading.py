"""TBX in: every version, dialect and style, what is understood, and what is kept though nobody understands it."""

from __future__ import annotations

import pytest

from glossary.model.names import NameType, Usage
from tests.formats import read


def v3(body: str, *, kind: str = "TBX-Basic", style: str = "dca") -> str:
    """A file of version 3 around some concepts."""
    return (
        f'<tbx type="{kind}" style="{style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" '
        'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">'
        "<tbxHeader><fileDesc><sourceDesc><p>A term base</p></sourceDesc></fileDesc></tbxHeader>"
        f"<text><body>\n{body}</body></text></tbx>"
    )


def v2(body: str) -> str:
    """A file of version 2 around some concepts."""
    return f'<martif type="TBX" xml:lang="en"><text><body>\n{body}</body></text></martif>'


TERMS = {
    "dca": v3(
        '<conceptEntry id="c1"><descrip type="subjectField">government</descrip>'
        '<langSec xml:lang="en"><termSec><term>Ministry A</term>'
        '<termNote type="termType">fullForm</termNote><termNote type="partOfSpeech">noun</termNote>'
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>'
        "<termSec><term>MA</term>"
        '<termNote type="termType">acronym</termNote></termSec></langSec></conceptEntry>'
    ),
    "dct": v3(
        '<conceptEntry id="c1"><min:subjectField>government</min:subjectField>'
        '<langSec xml:lang="en"><termSec><term>Ministry A</term>'
        "<basic:termType>fullForm</basic:termType><min:partOfSpeech>noun</min:partOfSpeech>"
        "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>"
        "<termSec><term>MA</term><basic:termType>acronym</basic:termType></termSec>"
        "</langSec></conceptEntry>",
        style="dct",
    ),
    "tig": v2(
        '<termEntry id="c1"><descrip type="subjectField">government</descrip><langSet xml:lang="en">'
        '<tig><term>Ministry A</term><termNote type="termType">fullForm</termNote>'
        '<termNote type="partOfSpeech">noun</termNote>'
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>'
        '<tig><term>MA</term><termNote type="termType">acronym</termNote></tig>'
        "</langSet></termEntry>"
    ),
    "ntig": v2(
        '<termEntry id="c1"><descrip type="subjectField">government</descrip><langSet xml:lang="en">'
        '<ntig><termGrp><term>Ministry A</term><termNote type="termType">fullForm</termNote>'
        '<termNote type="partOfSpeech">noun</termNote>'
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>'
        '<ntig><termGrp><term>MA</term><termNote type="termType">acronym</termNote></termGrp></ntig>'
        "</langSet></termEntry>"
    ),
    "byu": (
        '<TBX dialect="TBX-Min"><body><entry id="c1"><subjectField>government</subjectField>'
        '<langGroup xml:lang="en"><termGroup><term>Ministry A</term><partOfSpeech>noun</partOfSpeech>'
        "<termStatus>preferred</termStatus></termGroup></langGroup></entry></body></TBX>"
    ),
}


@pytest.mark.parametrize("grammar", TERMS)
def test_the_same_term_in_every_grammar(grammar: str) -> None:
    reading = read("tbx", TERMS[grammar])
    (entry,) = reading.entries
    assert reading.problems == []
    assert entry.domains == ("government",)
    name = entry.names[0]
    assert (name.text, name.lang, name.usage) == ("Ministry A", "en", Usage.PREFERRED)
    assert ("tbx:termNote/partOfSpeech", "noun") in [(each.key, each.text) for each in name.extra]
    if grammar != "byu":
        assert [(each.text, each.type) for each in entry.names[1:]] == [("MA", NameType.ACRONYM)]


def test_an_item_is_not_whole_and_its_id_not_ours() -> None:
    (item,) = read("tbx", TERMS["dca"]).items
    assert (item.whole, item.keeps_id, item.review, item.line, item.column) == (
        False,
        False,
        None,
        2,
        1,
    )


def term(notes: str, lang: str = "en") -> str:
    """A file with one term and what is said of it."""
    return v3(
        f'<conceptEntry id="c1"><langSec xml:lang="{lang}"><termSec><term>A</term>{notes}</termSec>'
        "</langSec></conceptEntry>"
    )


@pytest.mark.parametrize(
    ("category", "word", "usage"),
    [
        ("administrativeStatus", "preferredTerm-admn-sts", "preferred"),
        ("administrativeStatus", "deprecatedTerm-admn-sts", "deprecated"),
        ("administrativeStatus", "supersededTerm-admn-sts", "deprecated"),
        ("administrativeStatus", "preferredTerm", "preferred"),
        ("administrativeStatus", "forbidden", "forbidden"),
        ("administrativeStatus", "obsolete", "deprecated"),
        ("usageStatus", "preferred", "preferred"),
        ("usageStatus", "deprecated", "deprecated"),
        ("normativeAuthorization", "admittedTerm", "admitted"),
        ("language-planningQualifier", "recommendedTerm", "preferred"),
        ("Usage status", "notRecommended", "deprecated"),
    ],
)
def test_status_words_of_other_programs(category: str, word: str, usage: str) -> None:
    (entry,) = read("tbx", term(f'<termNote type="{category}">{word}</termNote>')).entries
    name = entry.names[0]
    assert name.usage.value == usage
    raw = [(each.key, each.text) for each in name.extra]
    standard = category == "administrativeStatus" and word.endswith("-admn-sts")
    assert raw == ([] if standard else [(f"tbx:termNote/{category}", word)])


def test_superseded_is_a_former_name() -> None:
    notes = '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>'
    assert read("tbx", term(notes)).entries[0].names[0].type is NameType.FORMER


def test_a_workflow_status_is_kept_and_means_nothing_here() -> None:
    body = (
        '<termEntry id="c1"><descrip type="Entry status">Draft (data missing)</descrip>'
        '<langSet xml:lang="en"><tig><term>A</term></tig></langSet></termEntry>'
    )
    (item,) = read("tbx", v2(body)).items
    assert item.review is None
    assert [(each.key, each.text) for each in item.entry.extra] == [
        ("tbx:descrip/Entry status", "Draft (data missing)")
    ]


def test_unknown_categories_are_kept_at_their_level() -> None:
    body = (
        '<conceptEntry id="c1"><descrip type="mood">one</descrip><langSec xml:lang="fr">'
        '<admin type="mood">two</admin><termSec><term>A</term><termNote type="mood">three</termNote>'
        '<transacGrp><transac type="transactionType">origination</transac><date>2010-04-17</date>'
        "</transacGrp></termSec></langSec></conceptEntry>"
    )
    (entry,) = read("tbx", v3(body)).entries
    assert [(each.key, each.text, each.lang) for each in entry.extra] == [
        ("tbx:descrip/mood", "one", ""),
        ("tbx:admin/mood", "two", "fr"),
    ]
    assert [(each.key, each.text) for each in entry.names[0].extra] == [
        ("tbx:termNote/mood", "three"),
        (
            "tbx:transacGrp/transactionType",
            '<transacGrp><transac type="transactionType">origination</transac><date>2010-04-17</date>'
            "</transacGrp>",
        ),
    ]


def test_several_terms_and_several_sections_of_one_language() -> None:
    body = (
        '<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>A</term></termSec>'
        "<termSec><term>B</term></termSec></langSec>"
        '<langSec xml:lang="en"><termSec><term>C</term></termSec></langSec></conceptEntry>'
    )
    (entry,) = read("tbx", v3(body)).entries
    assert [(name.text, name.usage.value, name.type.value) for name in entry.names] == [
        ("A", "preferred", "full"),
        ("B", "admitted", "alias"),
        ("C", "admitted", "alias"),
    ]


def test_hans_and_hant_are_kept_apart_whatever_they_are_called() -> None:
    sections = "".join(
        f'<langSec xml:lang="{tag}"><termSec><term>{text}</term></termSec></langSec>'
        for tag, text in [
            ("zh-Hans", "国"),
            ("zh-Hant", "國"),
            ("zh_TW", "灣"),
            ("zh-CN", "湾"),
            ("zh", "國務院"),
            ("ZH-HANT-hk", "灣仔"),
        ]
    )
    (entry,) = read("tbx", v3(f'<conceptEntry id="c1">{sections}</conceptEntry>')).entries
    assert [(name.lang, name.text) for name in entry.names] == [
        ("zh-Hans", "国"),
        ("zh-Hant", "國"),
        ("zh-Hant", "灣"),
        ("zh-Hans", "湾"),
        ("zh-Hant", "國務院"),
        ("zh-Hant-HK", "灣仔"),
    ]


def test_a_second_preferred_term_is_admitted_and_its_status_kept() -> None:
    preferred = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
    body = (
        f'<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>A</term>{preferred}</termSec>'
        f"<termSec><term>B</term>{preferred}</termSec></langSec></conceptEntry>"
    )
    reading = read("tbx", v3(body))
    assert [name.usage.value for name in reading.entries[0].names] == ["preferred", "admitted"]
    assert reading.entries[0].names[1].extra[0].text == "preferredTerm"
    assert ("names.usage", "mapped", 1) in reading.told


def test_definition_context_note_and_their_sources() -> None:
    body = (
        '<conceptEntry id="c7"><langSec xml:lang="en"><descripGrp>'
        '<descrip type="definition">a body of\n\t\tthe state</descrip><admin type="source">Law 3</admin>'
        "</descripGrp><note>of the section</note><termSec><term>A</term>"
        '<descripGrp><descrip type="context">A said so.</descrip><admin type="source">Gazette</admin>'
        '</descripGrp><admin type="source">List 2002</admin><note>one</note><note>two</note></termSec>'
        "</langSec></conceptEntry>"
    )
    (entry,) = read("tbx", v3(body), "a/b.tbx").entries
    definition, name = entry.definitions[0], entry.names[0]
    assert (definition.lang, definition.text) == ("en", "a body of the state")
    assert (definition.sources[0].title, definition.sources[0].locator) == (
        "Law 3",
        "cited in b.tbx, c7",
    )
    assert [(note.lang, note.text) for note in entry.notes] == [("en", "of the section")]
    assert name.context is not None
    assert name.context.source is not None
    assert (name.context.text, name.context.source.title) == ("A said so.", "Gazette")
    assert [source.title for source in name.sources] == ["List 2002"]
    assert name.note == "one\ntwo"
    assert name.evidence.value == "unsourced"


def test_the_person_may_say_how_the_cited_names_are_known() -> None:
    data = term('<admin type="source">List 2002</admin>')
    assert read("tbx", data, evidence="attested").entries[0].names[0].evidence.value == "attested"
    assert (
        read("tbx", term(""), evidence="attested").entries[0].names[0].evidence.value == "unsourced"
    )


def test_the_reading_of_a_chinese_term_is_its_pinyin() -> None:
    reading = '<admin type="reading">Guówùyuàn</admin>'
    (name,) = read("tbx", term(reading, "zh-Hans")).entries[0].names
    assert (name.renderings[0].lang, name.renderings[0].text) == ("zh-Latn-pinyin", "Guówùyuàn")
    (kana,) = read("tbx", term('<admin type="reading">トウキョウ</admin>', "ja")).entries[0].names
    assert [each.key for each in kana.extra] == ["tbx:admin/reading"]


def test_what_is_empty_is_passed_over_and_told() -> None:
    body = (
        '<conceptEntry id="c1"><descrip type="definition">-</descrip>\n<langSec xml:lang="en">'
        "<termSec><term/></termSec><termSec><term>A</term></termSec></langSec></conceptEntry>\n"
        '<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term> </term></termSec></langSec>'
        "</conceptEntry>\n"
        '<conceptEntry id=""><langSec xml:lang=""><termSec><term></term></termSec></langSec></conceptEntry>'
    )
    reading = read("tbx", v3(body))
    assert [[name.text for name in entry.names] for entry in reading.entries] == [["A"]]
    assert reading.problems == []
    assert reading.warnings == [
        "x:3:24: a term without text was passed over",
        "x:4:46: a term without text was passed over",
        "x:4:1: a concept without a term was passed over",
        "x:5:21: a language without a term was passed over",
        "x:5:1: a concept without a term was passed over",
    ]
    assert ("definitions", "dropped", 1) in reading.told


def test_a_second_term_and_one_that_does_not_stand_first_are_read_and_told() -> None:
    body = (
        '<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>A</term><term>B</term></termSec>'
        "<termSec><note>n</note><term>C</term></termSec></langSec></conceptEntry>"
    )
    reading = read("tbx", v3(body))
    assert [name.text for name in reading.entries[0].names] == ["A", "B", "C"]
    assert [each.partition(": ")[2][:30] for each in reading.warnings] == [
        "a second term stands beside th",
        "the term does not stand first;",
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<conceptEntry id="c1"><langSec xml:lang="english"><termSec><term>A</term></termSec></langSec>'
         "</conceptEntry>", "x:2:23: language tag 'english' is not well formed"),
        ('<conceptEntry id="c1"><langSec><termSec><term>A</term></termSec></langSec></conceptEntry>',
         "x:2:23: language tag '' is not well formed: it is empty"),
        ('<conceptEntry id="c1"><termSec><term>A</term></termSec></conceptEntry>',
         "x:2:23: a term stands outside of a language"),
        (f'<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>{"A" * 10_001}</term></termSec>'
         "</langSec></conceptEntry>", "x:2:55: term has 10,001 characters"),
    ],
)  # fmt: skip
def test_a_problem_is_told_with_its_place_and_the_rest_is_read(body: str, told: str) -> None:
    good = (
        '<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>Good</term></termSec></langSec>'
        "</conceptEntry>"
    )
    reading = read("tbx", v3(body + good))
    assert len(reading.problems) == 1
    assert reading.problems[0].startswith(told)
    assert [entry.names[0].text for entry in reading.entries] == ["Good"]


def test_characters_that_act_unseen_are_taken_out() -> None:
    data = v3(
        '<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Ministry&#x200B; A&#x202E;</term>'
        "<note>a&#x9b;2J</note></termSec></langSec></conceptEntry>"
    )
    (name,) = read("tbx", data).entries[0].names
    assert (name.text, name.note) == ("Ministry A", "a2J")


def test_markup_in_a_text_is_flattened_and_told() -> None:
    reading = read("tbx", term('<note>a <hi type="bold">b</hi> c</note>'))
    assert reading.entries[0].names[0].note == "a b c"
    assert ("note.hi", "mapped", 1) in reading.told


def test_a_file_of_another_kind_is_refused_by_its_root() -> None:
    from glossary.errors import InputError

    with pytest.raises(InputError, match="this is not TBX: the root is <html>"):
        read("tbx", "<html><body><p/></body></html>")


def test_a_file_without_a_concept_says_so() -> None:
    assert read("tbx", v3("")).problems == [
        "x: the file has no concept. Give one with conceptEntry or termEntry in its body."
    ]


def test_a_file_is_held_against_its_dialect_on_request() -> None:
    data = term('<termNote type="partOfSpeech">properNoun</termNote>')
    assert read("tbx", data).warnings == []
    reading = read("tbx", data, conformance=True)
    assert reading.entries[0].names[0].text == "A"
    assert reading.warnings[0].startswith("x:2:69: partOfSpeech may not be 'properNoun'")


def test_a_definition_at_a_term_is_one_of_the_concept() -> None:
    data = term(
        '<descripGrp><descrip type="definition">what it is</descrip><admin type="source">Law</admin></descripGrp>'
    )
    (entry,) = read("tbx", data).entries
    assert [(each.lang, each.text, each.sources[0].title) for each in entry.definitions] == [
        ("en", "what it is", "Law")
    ]
    assert entry.names[0].extra == ()


def test_a_term_base_as_microsoft_publishes_it() -> None:
    data = v2(
        '<termEntry id="27766_1436232"><langSet xml:lang="en-US"><descripGrp><descrip type="definition">A thing.'
        '</descrip></descripGrp><ntig><termGrp><term id="27766_1436233">blob</term>'
        '<termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>'
        '<langSet xml:lang="zh-cn"><ntig><termGrp><term id="27766_1436234">块</term>'
        '<termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet></termEntry>'
    )
    (entry,) = read("tbx", data).entries
    assert [(name.text, name.lang, name.usage.value) for name in entry.names] == [
        ("blob", "en-US", "preferred"),
        ("块", "zh-Hans", "preferred"),
    ]
    assert [(each.key, each.text) for each in entry.names[1].extra] == [
        ("tbx:termNote/partOfSpeech", "Noun")
    ]
    assert entry.definitions[0].lang == "en-US"
