"""Tables in: encodings, delimiters, headers, columns, and every sort of broken row."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError, InvalidError, RowError
from glossary.formats.detection import detect_format
from glossary.formats.interface import HEAD_BYTES, TOLD_LIMIT, Input
from glossary.formats.items import Item
from glossary.formats.options import Options
from glossary.formats.registry import get_format
from glossary.formats.table_reading import DelimitedRows, find_dialect
from glossary.model.names import NameType, Usage
from tests.data import peerfile
from tests.glossary.formats.reading import names_of, read_items, read_with

TABLE = "English,中文\nMinistry of Works,工程部\nOffice of Maps,地图办公室\n"
READ = [
    [("en", "Ministry of Works"), ("zh-Hans", "工程部")],
    [("en", "Office of Maps"), ("zh-Hans", "地图办公室")],
]
LONG = "English,中文\n" + "".join(
    f"Department {at},河北省科学技术厅国家安全部办公室\n" for at in range(20)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    items, problems, file = read_with("csv", TABLE.encode(encoding))
    assert (names_of(items), problems, file.warnings) == (READ, [], [])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_encodings_that_are_guessed_are_told(encoding: str) -> None:
    items, problems, file = read_with("csv", LONG.encode(encoding))
    assert (len(items), problems) == (20, [])
    assert items[0].entry.names[1].text == "河北省科学技术厅国家安全部办公室"
    assert "a guess" in str(file.warnings[0])


def test_big5_is_guessed_and_an_encoding_given_is_taken() -> None:
    text = "English,中文\n" + "National Taiwan University,國立臺灣大學行政院大陸委員會\n" * 3
    items, _problems, file = read_with("csv", text.encode("big5"))
    assert items[0].entry.names[1].text == "國立臺灣大學行政院大陸委員會"
    assert file.warnings
    items, _problems, file = read_with("csv", text.encode("big5"), encoding="big5")
    assert (items[0].entry.names[1].lang, file.warnings) == ("zh-Hant", [])


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, newline: str) -> None:
    data = TABLE.replace(",", delimiter).replace("\n", newline).encode()
    name = "tsv" if delimiter == "\t" else "csv"
    assert detect_format(data, "x.dat") == name
    assert names_of(read_items(name, data)) == READ


def test_the_sample_may_end_within_a_cell_of_several_lines() -> None:
    rows = [f'Office {at};办公室{at};"one\ntwo\nthree"\n' for at in range(40)]
    dialect = find_dialect("".join(["en;zh;note\n", *rows]).encode())
    assert dialect is not None
    assert (dialect.delimiter, dialect.quoted) == (";", True)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (r'"a ""b\"", c"', r'a "b\", c'),  # it is the last of the words in quotation marks
        (r'"a \"b\", c"', 'a "b", c'),
        (r'"5\", b"', '5", b'),
    ],
)
def test_a_backslash_before_a_quotation_mark(cell: str, text: str) -> None:
    data = f"en,zh,note\nA,甲,x\nB,乙,{cell}\n".encode()
    rows = list(DelimitedRows(Input(io.BytesIO(data), "x.csv")))
    assert rows[-1] == (3, ["B", "乙", text])


def test_mixed_line_ends_and_blank_lines() -> None:
    data = b"\r\nEnglish,fr\r\nA,B\n\nC,D\rE,F"
    items = read_items("csv", data)
    assert [item.line for item in items] == [3, 5, 6]


@pytest.mark.parametrize(
    ("header", "langs"),
    [
        ("en,zh-CN,zh-TW", ["en", "zh-Hans", "zh-Hant-TW"]),
        ("English,Chinese (Simplified),Chinese (Traditional)", ["en", "zh-Hans", "zh-Hant"]),
        ("英文,简体中文,繁體中文", ["en", "zh-Hans", "zh-Hant"]),
        ("English (UK),中文名称,French", ["en-GB", "zh", "fr"]),
        ("Anglais,Chinois,Allemand", ["en", "zh", "de"]),
        ("EN_GB,zh_Hans,ja", ["en-GB", "zh-Hans", "ja"]),
    ],
)
def test_names_of_languages_in_the_header(header: str, langs: list[str]) -> None:
    from glossary.formats.options import Options
    from glossary.formats.table_columns import by_header

    assert [each.lang for each in by_header(header.split(","), Options())] == langs


def test_facts_in_columns() -> None:
    data = (
        "English,中文,Type,Status,Notes,Source,Definition,Domain,Client\n"
        'Min. of Works,工程部,abbreviation,deprecated,"one, two",Gazette 3,builds,law; building,desk\n'
    )
    (item,) = read_items("csv", data.encode(), kind="body")
    english, chinese = item.entry.names
    assert english.type is NameType.ACRONYM
    # What warns of a row warns of the name that answers, not of the one it is asked by.
    assert (english.usage, chinese.usage) == (Usage.ADMITTED, Usage.DEPRECATED)
    (source,) = english.sources
    assert (source.title, source.locator, source.seen) == (
        "Gazette 3",
        "cited in x, row 2",
        "2026-11-25",
    )
    assert english.evidence.value == "unsourced"
    entry = item.entry
    assert (entry.domains, entry.collections) == (("law", "building"), ("desk",))
    assert [each.text for each in (*entry.notes, *entry.definitions)] == ["one, two", "builds"]
    assert (entry.kind.value, item.says_kind, item.whole) == ("body", True, False)


def test_evidence_is_not_raised_without_a_source() -> None:
    data = b"English,Evidence,Source\nOffice A,official,\nOffice B,official,List\n"
    items = read_items("csv", data)
    assert [item.entry.names[0].evidence.value for item in items] == ["unsourced", "official"]


def test_columns_by_map() -> None:
    data = "Bezeichnung,Nr,Fremd,Bem.\nhouse,7,房子,klein\n".encode()
    (item,) = read_items("csv", data, map="Bezeichnung=en, Fremd=zh-Hans, Bem.=en:note")
    assert names_of([item]) == [[("en", "house"), ("zh-Hans", "房子")]]
    assert item.entry.names[0].note == "klein"
    (item,) = read_items("csv", b"house,x,maison\n", map="1=en,3=fr")
    assert names_of([item]) == [[("en", "house"), ("fr", "maison")]]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("Deutsch=de", "there is no column 'Deutsch'"),
        ("English", "'English' is no column"),
        ("English=klingonese", "neither a language nor a field"),
        ("English=note", "names no column of names"),
        ("9=en", "there is no column '9'"),
    ],
)
def test_a_map_that_does_not_fit_is_told(columns: str, message: str) -> None:
    _items, problems, _file = read_with("csv", TABLE.encode(), map=columns)
    assert message in problems[0]


def test_a_table_without_header_loses_no_row() -> None:
    items, _problems, file = read_with("csv", "house,房子\ntree,树\n".encode())
    assert len(items) == 2
    assert "no header" in file.ledger.notes[0]
    _items, problems, _file = read_with("csv", "maison,Häuser\n".encode())
    assert "languages of the columns are not told" in problems[0]
    items = read_items("csv", "maison,Häuser\n".encode(), **{"from": "fr", "to": "de"})
    assert names_of(items) == [[("fr", "maison"), ("de", "Häuser")]]


def test_a_table_of_many_columns_is_no_glossary_by_itself() -> None:
    row = "central,外交部,中央,mfa,1949,x\n"
    _items, problems, _file = read_with("csv", (row * 3).encode())
    assert "the table has 6 columns, and no row that names them" in problems[0]
    items = read_items("csv", row.encode(), map="2=zh-Hans")
    assert names_of(items) == [[("zh-Hans", "外交部")]]


def test_a_header_in_unknown_words_is_no_name() -> None:
    data = "item,value\nhouse,房子\ntree,树\nroad,路\n"
    items, _problems, file = read_with("csv", data.encode())
    assert [item.entry.names[0].text for item in items] == ["house", "tree", "road"]
    assert ("rows", "dropped", 1) in [(e.field, e.fate.value, e.count) for e in file.ledger]
    assert len(read_items("csv", data.encode(), header="no")) == 4


@pytest.mark.parametrize("header", ["English,中文", "中文,English"])
def test_a_column_that_is_hardly_in_its_language_is_refused(header: str) -> None:
    rows = "".join(f"house {at},maison {at}\n" for at in range(6))
    _items, problems, _file = read_with("csv", f"{header}\n{rows}".encode())
    assert "is to be in zh, which its names are not written in" in problems[0]
    rows = "".join(f"房子{at},房屋{at}\n" for at in range(6))
    _items, problems, _file = read_with("csv", f"{header}\n{rows}".encode())
    assert "is to be in en, which its names are not written in" in problems[0]
    assert len(read_items("csv", f"{header}\n{rows}".encode(), map="中文=zh")) == 6


def test_remarks_above_a_table_may_hold_its_delimiter() -> None:
    data = "# Source: a list, of 2020\n# x, y, z\nEnglish,中文\n# 1 Office,一处\n"
    items, _problems, _file = read_with("csv", data.encode())
    assert names_of(items) == [[("en", "# 1 Office"), ("zh-Hans", "一处")]]


def test_spaces_of_no_width_are_taken_out_of_names_and_told() -> None:
    items, problems, file = read_with("csv", "English,中文\nOffice\u200b,\ufeff办公室\n".encode())
    assert (names_of(items), problems) == ([[("en", "Office"), ("zh-Hans", "办公室")]], [])
    assert ("names.text", "mapped", 2) in [(e.field, e.fate.value, e.count) for e in file.ledger]


def test_source_and_target_need_their_languages() -> None:
    data = b"source,target\nhouse,maison\n"
    assert "does not say its language" in read_with("csv", data)[1][0]
    items = read_items("csv", data, **{"from": "en", "to": "fr"})
    assert names_of(items) == [[("en", "house"), ("fr", "maison")]]


def test_rows_of_one_id_are_one_entry() -> None:
    data = "id,en,zh\na,One,一\na,1,壹\nb,Two,二\n".encode()
    items = read_items("csv", data, map="id=id,en=en,zh=zh")
    assert [(item.entry.id, item.keeps_id, len(item.entry.names)) for item in items] == [
        ("a", True, 4),
        ("b", True, 2),
    ]


def test_ids_of_another_termbase_are_none_of_ours() -> None:
    items, _problems, file = read_with("csv", "ID,en,zh\n1,One,一\n1,Unity,一\n2,Two,二\n".encode())
    assert [(item.keeps_id, len(item.entry.names)) for item in items] == [(False, 3), (False, 2)]
    assert ("id", "dropped", 3) in [(e.field, e.fate.value, e.count) for e in file.ledger]


def test_synonyms_in_one_cell() -> None:
    (item,) = read_items("csv", "English,中文\nOne|Unity,一 | 壹\n".encode())
    assert [(each.text, each.type.value) for each in item.entry.names] == [
        ("One", "full"),
        ("Unity", "alias"),
        ("一", "full"),
        ("壹", "alias"),
    ]


def test_pinyin_and_the_other_script_are_renderings() -> None:
    data = "en,zh-Hans,zh-Hant,pinyin\nOffice,办公室,辦公室,Bàngōngshì\nHouse,房子,房屋,Fángwū\n".encode()
    first, second = read_items("csv", data)
    assert first.entry.names[1].renderings == ()  # what the program would make itself
    renderings = {
        each.lang: (each.text, each.generated) for each in second.entry.names[1].renderings
    }
    assert renderings == {
        "zh-Latn-pinyin": ("Fángwū", False),
        "zh-Hant": ("房屋", False),
    }


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"en,fr\na,b,c\n", "x:2:5: the row has 3 cells, and the table 2 columns"),
        (b'en,fr\n"a,b\nc\n', "x:2:1: the row cannot be cut into cells: a quotation mark is opened and not closed"),
        (b"en,fr\na\x00,b\nc,d\n" + b"e,f\n" * 40, "x"),
        (b"en,fr\n" + b"a" * 2_000_000, "x:2:1: the line is longer than 1,000,000 characters"),
        (("en,fr\n" + "a,b\n" * 40_000).encode() + b"c,\xff\n", "x:40002:3: the line is not UTF-8"),
        (b"\xef\xbb\xbfen,fr\n" + b"c,d\n" * 40 + b"e\x00,f\n", "x:42:2: the line holds NUL bytes"),
        (b'en,fr\n"a, b", c,, d\n', "x:2:12: the row has 4 cells, and the table 2 columns"),
        (b'en,note,kind\na,"b\nc",bdoy\n', "x:3:4: unknown kind 'bdoy'"),
        (b"en,fr\nbell\x07,b\n", "x:2:1: "),
        (b"en,fr\n\n\n", "x: "),
        (b"\n\n", "x: the table has no rows"),
    ],
)  # fmt: skip
def test_what_is_broken_is_told_with_its_line(data: bytes, start: str) -> None:
    items, problems, file = read_with("csv", data)
    told = [*problems, *map(str, file.warnings)]
    if start == "x: ":
        assert items == []
        return
    assert told
    assert told[0].startswith(start)


def test_formulas_made_harmless_are_read_as_they_were() -> None:
    (item,) = read_items("csv", "en,zh\n'=SUM(A1),求和\n".encode())
    assert item.entry.names[0].text == "=SUM(A1)"


def test_the_rows_beside_a_broken_one_are_read() -> None:
    data = b'en,fr\na,b\nc,d,e\n"f"g,h\n' + b"i" * 1_500_000 + b",j\nk,l\n"
    items, problems, _file = read_with("csv", data)
    assert [item.entry.names[0].text for item in items] == ["a", "k"]
    assert sorted(problem.split(":")[1] for problem in problems) == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("encoding", "broken", "place"),
    [
        ("utf-8", b"\xff", "x:42:7"),
        ("utf-16", b"\x00\xd8", "x:42:7"),
        ("gb18030", b"\xff", "x:42:7"),
        ("big5", b"\xff", "x:42:7"),
    ],
)
def test_a_row_of_bytes_of_no_character_is_told_and_the_others_are_read(
    encoding: str, broken: bytes, place: str
) -> None:
    mark = "國家"
    rows = ["en,zh", *(f"name {at},{mark}{chr(0x570B + at)}" for at in range(60))]
    whole = "\n".join(rows).encode(encoding, "replace")
    cut = len("\n".join([*rows[:41], "name 4"]).encode(encoding, "replace"))
    items, problems, _file = read_with("csv", whole[:cut] + broken + whole[cut:], encoding=encoding)
    assert [problem[: len(place)] for problem in problems] == [place]
    assert len(items) == 59


def test_a_stray_byte_at_the_beginning_is_no_other_encoding() -> None:
    data = "en,zh\nOffice A,国家办公室\nOffice B,国家\udcff办公室\nOffice C,国家办公厅\n".encode("utf-8", "surrogateescape")  # fmt: skip
    assert detect_format(data, "x.csv") == "csv"
    items, problems, _file = read_with("csv", data)
    assert [item.entry.names[0].text for item in items] == ["Office A", "Office C"]
    assert [problem[:28] for problem in problems] == ["x:3:12: the line is not UTF-"]


def test_a_file_with_many_such_rows_is_said_to_be_in_another_encoding() -> None:
    data = b"en,fr\n" + b"a,b\n" * 30_000 + b"Caf\xe9,Caf\xe9\n" * 30
    with pytest.raises(InputError, match=r"x:30022:4: the line is not UTF-8\. Say the encoding"):
        list(DelimitedRows(Input(io.BytesIO(data), "x", Options(get_format("csv").reading))))


@pytest.mark.parametrize(
    ("rows", "at"), [(5_000, 0), (5_000, 1), (5_000, 3_000), (3, 1), (100, 99)]
)
def test_a_quotation_mark_that_nobody_closed_takes_no_other_row_with_it(rows: int, at: int) -> None:
    lines = ["en,fr", *(f"name {number},nom {number}" for number in range(rows))]
    lines[at + 1] = 'a "quoted" word,"un mot'
    data = "\n".join(lines).encode()
    items, problems, _file = read_with("csv", data)

    (problem,) = problems
    assert problem.startswith(f"x:{at + 2}:17: the row cannot be cut into cells")
    assert len(items) == rows - 1
    assert detect_format(data[:HEAD_BYTES], "x.csv") == "csv"


def test_a_long_name_makes_a_sound_item() -> None:
    name = "National Plan for Science and Technology Development during the Twelfth Plan"
    (item,) = read_items("csv", f"en,fr\n{name},b\n".encode())
    assert item.entry.names[0].text == name


@given(st.binary(max_size=120))
def test_any_bytes(data: bytes) -> None:
    read_with("csv", data)
    read_with("tsv", data)
    read_with("xlsx", b"PK\x03\x04" + data)


class TestOtherPeoples:
    """Files of other tools."""

    def test_a_list_with_blank_first_line_remarks_and_spaces(self) -> None:
        items = read_items("csv", peerfile("csv_minecraft_en_zh_noheader.csv"))
        assert len(items) == 396  # 404 rows that hold something, 8 of them headings
        assert names_of(items)[0] == [("en", "Shaped"), ("zh-Hans", "有序")]
        smelt = [item for item in items if item.entry.names[0].text == "Smelt"]
        assert [(item.entry.names[1].text, item.entry.notes[0].text) for item in smelt] == [
            ("烧炼", "概括"),
            ("冶炼", "矿物"),
            ("烧制", "普通"),
            ("烹饪", "食物"),
        ]

    def test_matecat_with_notes_of_each_language(self) -> None:
        items = read_items("csv", peerfile("matecat_full_valid.csv"))
        assert len(items) == 12
        driver = next(item for item in items if item.entry.names[0].text == "Driver")
        english, spanish, italian = driver.entry.names
        assert (english.lang, spanish.lang, italian.lang) == ("en-GB", "es-ES", "it-IT")
        assert english.note.startswith("Generally, we refer")
        assert (spanish.note, driver.entry.domains) == ("", ("Uber", "Partner"))

    def test_matecat_forbids_what_answers(self) -> None:
        lone, row = read_items("csv", peerfile("matecat_blacklist_valid.csv"))
        assert [(each.text, each.usage) for each in lone.entry.names] == [
            ("Cavallo", Usage.FORBIDDEN)
        ]
        assert [(each.text, each.usage is Usage.FORBIDDEN) for each in row.entry.names] == [
            ("House", False),
            ("Gato", True),
            ("Orso", True),
        ]

    def test_matecat_with_empty_columns(self) -> None:
        assert len(read_items("csv", peerfile("matecat_empty_headers_valid.csv"))) == 3

    def test_omegat(self) -> None:
        items = read_items("tsv", peerfile("omegat_test.tab"), **{"from": "en", "to": "fr"})
        assert len(items) == 4
        assert items[2].entry.notes[0].text.startswith("https://fr.wikipedia.org")
        _items, problems, _file = read_with("tsv", peerfile("omegat_magiccomment_bom.tab"))
        assert "no rows" in problems[0]
        _items, problems, _file = read_with(
            "tsv", peerfile("omegat_cn_jp_spaces_not_tabs.txt"), **{"from": "zh", "to": "ja"}
        )
        assert problems

    def test_weblate(self) -> None:
        options = {"from": "en", "to": "cs"}
        data = peerfile("weblate_terms_noheader.csv")
        assert detect_format(data, "x") == "csv"
        items = read_items("csv", data, **options)
        assert len(items) == 163
        assert names_of(items)[0] == [("en", "&About"), ("cs", "O &aplikaci")]
        quotes = read_items("csv", peerfile("weblate_cs_quotes_escaped.csv"), **options)
        assert len(quotes) == 21
        assert quotes[0].entry.names[1].text == 'Děkujeme za použití "Weblate".'


def test_reading_that_is_broken_off_ends_after_its_stream_too() -> None:
    chosen = get_format("csv")
    stream = io.BytesIO(b"en,zh-Hans\nA,\xe7\x94\xb2\nB,\xe4\xb9\x99\n")
    reading = chosen.read(Input(stream, "x", Options(chosen.reading, {}, "csv"), day="2026-11-26"))
    first = next(iter(reading))
    assert isinstance(first, Item)
    stream.close()
    reading.close()  # type: ignore[attr-defined]  a generator, as every reader is


@pytest.mark.parametrize("rows", [0, 300])
def test_a_stray_nul_is_told_with_its_place_and_is_no_other_encoding(rows: int) -> None:
    data = b"en,zh-Hans\n" + "Works,工程\n".encode() * rows + "Mo\0re,更多\nX,叉\n".encode()
    assert detect_format(data, "x") == "csv"
    items, problems, _file = read_with("csv", data)
    assert problems == [f"x:{rows + 2}:3: the line holds NUL bytes. Save the file as text, or say its encoding with --encoding."]  # fmt: skip
    assert names_of(items)[-1] == [("en", "X"), ("zh-Hans", "叉")]


def test_rejected_rows_come_in_the_order_of_the_file_with_what_they_hold() -> None:
    data = 'en,zh-Hans\nA,甲,x,y\nB,乙\n"Open,丙\nC,丁\n'.encode()
    chosen = get_format("csv")
    file = Input(io.BytesIO(data), "x", Options(chosen.reading, {}, "csv"), day="2026-11-25")
    faults = [each for each in chosen.read(file) if isinstance(each, RowError)]
    assert [(each.line, each.cells) for each in faults] == [
        (2, ("A", "甲", "x", "y")),
        (4, ('"Open,丙',)),
    ]


def test_warnings_beyond_a_limit_are_counted() -> None:
    file = Input(io.BytesIO(), "x")
    for at in range(TOLD_LIMIT + 5):
        file.warn(InvalidError("a row was passed over"), at)
    assert (len(file.warnings), file.untold) == (TOLD_LIMIT, 5)


def test_types_are_told_in_the_words_of_headings_and_in_ours() -> None:
    words = ("full name", "Short form", "縮寫", "别名", "former name", "曾用名", "Variant")
    rows = "".join(f"Office {at},局{at},{word}\n" for at, word in enumerate(words))
    items = read_items("csv", f"en,zh,Type\n{rows}".encode())
    assert [item.entry.names[0].type.value for item in items] == [
        "full",
        "short",
        "acronym",
        "alias",
        "former",
        "former",
        "variant",
    ]
