"""Headings: of people in several languages, and of the programs that write tables."""

from __future__ import annotations

import pytest

from glossary.formats.ledgers import Fate
from glossary.formats.options import Options
from glossary.formats.table_columns import by_header
from glossary.formats.table_headings import find_column
from glossary.model.names import NameType, Usage
from tests.formats import read
from tests.glossary.formats.reading import names_of, read_items, read_with

MEMOQ = "Entry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_ProjectID;Entry_Created;Entry_Creator;Entry_LastModified;Entry_Modifier;Entry_Note"


@pytest.mark.parametrize(
    ("title", "field", "lang"),
    [
        ("English (United States)", "name", "en-US"),
        ("英语（美国）", "name", "en-US"),
        ("Chinese (Simplified)", "name", "zh-Hans"),
        ("Chinese_Hong_Kong_S.A.R.", "name", "zh-Hant-HK"),
        ("Serbian (Latin)", "name", "sr-Latn"),
        ("Portuguese_Brazil", "name", "pt-BR"),
        ("Deutsch", "name", "de"),
        ("Русский", "name", "ru"),
        ("한국어", "name", "ko"),
        ("Term [ja]", "name", "ja"),
        ("translation_fr", "name", "fr"),
        ("Source (English)", "name", "en"),
        ("英文术语", "name", "en"),
        ("中文译名", "name", "zh"),
        ("en_description", "definition", "en"),
        ("de_DE_description", "definition", "de-DE"),
        ("Status [en]", "usage", "en"),
        ("中文备注", "note", "zh"),
        ("English notes", "note", "en"),
        ("English_United_States_Def", "definition", "en-US"),
        ("zh:source", "source", "zh"),
        ("Entry_Note", "note", ""),
        ("Concept Definition", "definition", ""),
        ("Bemerkungen", "note", ""),
        ("Fuente", "source", ""),
        ("Définition", "definition", ""),
        ("出典", "source", ""),
        ("примечание", "note", ""),
        ("비고", "note", ""),
        ("Begriff", "side", "from"),
        ("перевод", "side", "to"),
        ("prefLabel_fi", "name", "fi"),
        ("skos:prefLabel@en", "name", "en"),
        ("skos:scopeNote@fr", "note", "fr"),
    ],
)
def test_a_heading_says(title: str, field: str, lang: str) -> None:
    column = find_column(title)
    assert column is not None
    assert (column.field, column.lang) == (field, lang)


@pytest.mark.parametrize(
    "title",
    ["Colour", "Is term", "No. of terms", "Term no", "As of", "English is fun to learn", "Old", "备", "x" * 500],
)  # fmt: skip
def test_a_heading_says_nothing_known(title: str) -> None:
    found = find_column(title)
    assert found is None or found.field != "name"


def test_a_fact_of_a_language_that_no_column_is_in_is_none() -> None:
    columns = by_header(["en", "de", "hu_forbidden", "de_note"], Options())
    assert [(each.field, each.lang) for each in columns] == [
        ("name", "en"),
        ("name", "de"),
        ("", ""),
        ("note", "de"),
    ]


def test_crowdin() -> None:
    data = (
        "Term [en],Description [en],Status [en],Type [en],Term [de],Status [de],Note [de],Concept Subject\n"
        "Order,what was asked for,preferred,full form,Bestellung,not recommended,alt,trade\n"
    )
    (item,) = read_items("csv", data.encode())
    english, german = item.entry.names
    assert (english.usage, english.type) == (Usage.PREFERRED, NameType.FULL)
    assert (german.usage, german.note) == (Usage.DEPRECATED, "alt")
    assert [(each.lang, each.text) for each in item.entry.definitions] == [("en", "what was asked for")]  # fmt: skip
    assert item.entry.domains == ("trade",)


def test_lokalise_whose_term_is_a_name_where_the_language_is_given() -> None:
    data = "term;description;casesensitive;translatable;forbidden;tags;en;en_description;fr\nPNG;a picture;yes;no;no;x;;;\nkey;;no;yes;no;;key;opens;clé\n"
    items = read_items("csv", data.encode(), **{"from": "en"})
    assert names_of(items) == [[("en", "PNG")], [("en", "key"), ("fr", "clé")]]
    assert [item.entry.names[0].case_sensitive for item in items] == [True, False]
    assert [each.text for each in items[1].entry.definitions] == ["opens"]
    _items, _problems, file = read_with("csv", data.encode())
    assert "column term" in [line.field for line in file.ledger]


def test_a_term_beside_one_language_is_in_another_that_must_be_said() -> None:
    data = "Term,Description,ru\nStrength,a score,Сила\n"
    assert "the column 'Term' does not say its language" in read_with("csv", data.encode())[1][0]
    items = read_items("csv", data.encode(), **{"from": "en"})
    assert names_of(items) == [[("en", "Strength"), ("ru", "Сила")]]
    items = read_items("csv", b"English,Source\nOffice,List 3\n")
    assert items[0].entry.names[0].sources[0].title == "List 3"


def test_memoq_with_synonyms_each_with_its_own_facts() -> None:
    data = f"{MEMOQ};English_Def;English;Term_Info;Term_Example;Chinese_PRC_Def;Chinese_PRC;Term_Info;Term_Example;Chinese_PRC;Term_Info;Term_Example\n" + (
        "7;Law;Courts;ACME;P1;1/2/2020 1:00:00 AM;mei;;;see list;who judges;court;CaseSense;HalfPrefix;The court rose.;;法院;;法院开庭。;法庭;CasePermissive;\n"
    ).replace("CaseSense;HalfPrefix", '"CaseSense;HalfPrefix"').replace("CasePermissive;", '"CasePermissive;Forbidden";')  # fmt: skip
    (item,) = read_items("csv", data.encode())
    court, fayuan, fating = item.entry.names
    assert (court.text, court.lang, court.case_sensitive) == ("court", "en", True)
    assert court.context is not None
    assert court.context.text == "The court rose."
    assert fayuan.context is not None
    assert (fayuan.usage, fating.text, fating.usage, fating.context) == (
        *(Usage.PREFERRED, "法庭", Usage.FORBIDDEN, None),
    )
    assert (item.entry.domains, item.entry.collections) == (("Law", "Courts"), ("ACME", "P1"))
    assert [each.text for each in (*item.entry.notes, *item.entry.definitions)] == ["see list", "who judges"]  # fmt: skip


def test_names_of_a_type() -> None:
    data = "中文全称,中文简称,英文名称,英文缩写,拼音\n科学技术部,科技部,Ministry of Science and Technology,MOST,Kēxué Jìshùbù\n"
    (item,) = read_items("csv", data.encode())
    assert [(each.text, each.type.value) for each in item.entry.names] == [
        ("科学技术部", "full"),
        ("科技部", "short"),
        ("Ministry of Science and Technology", "full"),
        ("MOST", "acronym"),
    ]
    assert all(each.renderings == () for each in item.entry.names)  # the pinyin is the first name's


def test_a_header_below_a_title() -> None:
    data = "Glossary of bodies,,\n2020-01-05,,\n,,\n英文,中文,备注\nOffice,办公室,x\n"
    items, problems, file = read_with("csv", data.encode())
    assert problems == []
    assert names_of(items) == [[("en", "Office"), ("zh-Hans", "办公室")]]
    assert [(line.field, line.count) for line in file.ledger if line.fate.value == "dropped"] == [("rows", 2)]  # fmt: skip
    items = read_items("csv", data.replace("英文", "Fremd").encode(), map="Fremd=en,中文=zh")
    assert len(items) == 1


def test_names_of_languages_as_rows_are_no_header() -> None:
    data = "house,房子\nEnglish,英文\ntree,树\n"
    assert len(read_items("csv", data.encode())) == 3


def test_contexts_of_a_catalog_are_no_examples() -> None:
    data = "location,source,target,id,fuzzy,context\nx.c,Office,办公室,1,,office\n"
    (item,) = read_items("csv", data.encode(), **{"from": "en", "to": "zh_CN"})
    assert [each.context for each in item.entry.names] == [None, None]


def test_lines_of_a_cell_are_synonyms_where_the_heading_says_so_and_else_one_name() -> None:
    table = 'prefLabel_en,altLabel_en,中文\n"Ministry of\nWorks","Works Ministry\n\nWorks Dept",工程部\n'
    reading = read("csv", table)
    (works,) = reading.entries
    assert [(name.text, name.type.value) for name in works.names] == [
        ("Ministry of Works", "full"),
        ("Works Ministry", "alias"),
        ("Works Dept", "alias"),
        ("工程部", "full"),
    ]
    mapped = [(line.count, line.detail) for line in reading.ledger if line.fate is Fate.MAPPED]
    assert mapped == [
        (1, "lines of a cell are one name"),
        (1, "several names in one cell, by lines"),
    ]
