"""Workbooks: sheets, shared texts, formulas, bombs and damage; a spreadsheet program reads what we write."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from glossary.formats.detection import detect_format
from glossary.formats.xlsx_writing import write_xlsx
from tests.glossary.formats.reading import names_of, read_with

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [["English", "中文"], ["Ministry & Works", "工程部"], ["=1+1", "二"]]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(rows: list[list[str]] = ROWS) -> bytes:
    stream = io.BytesIO()
    write_xlsx(rows, stream)
    return stream.getvalue()


def package(**parts: str) -> bytes:
    """A workbook of two sheets as other programs write them, with parts put in the place of ours."""
    content = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Cover" sheetId="1" r:id="a"/>'
        '<sheet name="Terms" sheetId="2" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/one.xml"/>'
        '<Relationship Id="b" Target="/xl/worksheets/two.xml"/></Relationships>',
        "xl/worksheets/one.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
        "xl/worksheets/two.xml": f'<worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>'
        '<row r="5"><c r="B5" t="str"><f>A1&amp;"x"</f><v>Office</v></c><c r="D5" t="s"><v>2</v></c></row>'
        "</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>English</t></si><si><t>中文</t></si>'
        "<si><r><t>办</t></r><r><t>公室</t></r><rPh><t>ban</t></rPh></si></sst>",
    }
    content.update({key.replace("__", "/"): value for key, value in parts.items()})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in content.items():
            file.writestr(path, text)
    return stream.getvalue()


def test_what_is_written_is_read_again_and_is_known_by_its_content() -> None:
    data = workbook()
    assert detect_format(data, "x.bin") == "xlsx"
    items, problems, _file = read_with("xlsx", data)
    assert problems == []
    assert names_of(items) == [
        [("en", "Ministry & Works"), ("zh-Hans", "工程部")],
        [("en", "=1+1"), ("zh-Hans", "二")],
    ]


def test_no_cell_is_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook())) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count('t="inlineStr"') == 6


def test_the_same_rows_give_the_same_bytes() -> None:
    assert workbook() == workbook()


def test_sheets_shared_texts_and_values_of_formulas() -> None:
    items, problems, _file = read_with("xlsx", package(), sheet="Terms")
    assert problems == []
    assert names_of(items) == [[("en", "Office"), ("zh-Hans", "办公室")]]
    assert items[0].line == 5
    assert len(read_with("xlsx", package(), sheet="2")[0]) == 1
    assert (
        "has no sheet 'X'. It has: Cover, Terms." in read_with("xlsx", package(), sheet="X")[1][0]
    )
    assert "no rows" in read_with("xlsx", package(), sheet="Cover")[1][0]


@pytest.mark.parametrize(
    ("part", "text", "message"),
    [
        ("xl/worksheets/two.xml", "<worksheet><sheetData><row>", "not well-formed XML"),
        ("xl/worksheets/two.xml", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "declares entities"),
        ("xl/worksheets/two.xml", '<worksheet><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>', "not there"),
        ("xl/worksheets/two.xml", '<worksheet><sheetData><row><c r="ZZZ1"><v>9</v></c></row></sheetData></worksheet>', "outside the sheet"),
        ("xl/_rels/workbook.xml.rels", "<Relationships/>", "the sheet is not in the package"),
        ("xl/workbook.xml", "<workbook/>", "it has no sheet"),
    ],
)  # fmt: skip
def test_damage_is_told(part: str, text: str, message: str) -> None:
    stream = io.BytesIO(package())
    rest = zipfile.ZipFile(stream)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in rest.namelist():
            file.writestr(name, text if name == part else rest.read(name))
    _items, problems, _file = read_with("xlsx", made.getvalue(), sheet="2")
    assert message in problems[0]


def test_a_bomb_is_given_up() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>' + " " * 40_000_000
    _items, problems, _file = read_with("xlsx", package(xl__worksheets__one=sheet, **{"xl/worksheets/one.xml": sheet}))  # fmt: skip
    assert "unpacks to more than" in problems[0]


@pytest.mark.parametrize("cut", [30, 200, 600])
def test_a_workbook_cut_off_is_told(cut: int) -> None:
    _items, problems, _file = read_with("xlsx", package()[:-cut])
    assert "damaged" in problems[0]


@pytest.mark.needs("soffice")
def test_a_spreadsheet_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(workbook())
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
    filters = "csv:Text - txt - csv (StarCalc):44,34,76"
    command += ["--convert-to", filters, "--outdir", str(tmp_path), str(tmp_path / "x.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == ROWS


def sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData>{after}</worksheet>'


STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165"
    formatCode="0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"""
VALUES = (
    '<row r="1"><c t="inlineStr"><is><t>en</t></is></c><c t="inlineStr"><is><t>note</t></is></c></row>'
    '<row r="2"><c t="str"><v>Alpha_x000D_</v></c><c s="1"><v>44197</v></c></row>'
    '<row r="3"><c t="str"><v>Beta</v></c><c s="2"><v>44197.75</v></c></row>'
    '<row r="4"><c t="str"><v>Gamma</v></c><c s="3"><v>44197</v></c></row>'
    '<row r="5"><c t="b"><v>1</v></c><c s="1"><v>1</v></c></row>'
    '<row r="6"><c><v>0.10000000000000001</v></c><c t="e"><v>#N/A</v></c></row>'
    '<row r="7"><c><v>2020</v></c><c t="d"><v>2021-02-03</v></c></row>'
)


@pytest.mark.parametrize(("since", "first", "other"), [("", "2021-01-01", "1900-01-01"), ("<workbookPr date1904='1'/>", "2025-01-02", "1904-01-02")])  # fmt: skip
def test_numbers_dates_and_truth_as_the_sheet_shows_them(
    since: str, first: str, other: str
) -> None:
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{since}<sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>'
    parts = {
        "xl/workbook.xml": book,
        "xl/worksheets/one.xml": sheet(VALUES),
        "xl/styles.xml": STYLES,
    }
    items, problems, _file = read_with("xlsx", package(**parts))
    assert problems == []
    assert [(item.entry.names[0].text, [note.text for note in item.entry.notes]) for item in items] == [
        ("Alpha", [first]),
        ("Beta", [f"{first} 18:00"]),
        ("Gamma", ["44197"]),
        ("TRUE", [other]),
        ("0.1", []),
        ("2020", ["2021-02-03"]),
    ]  # fmt: skip


def test_what_is_merged_with_cells_below_is_said_of_all_of_them() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Terms of law</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>English</t></is></c><c r="B2" t="inlineStr"><is><t>中文</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>court</t></is></c><c r="B3" t="inlineStr"><is><t>法院</t></is></c></row>'
        '<row r="4"><c r="B4" t="inlineStr"><is><t>法庭</t></is></c></row>'
        '<row r="5"><c r="A5" t="inlineStr"><is><t>law</t></is></c><c r="B5" t="inlineStr"><is><t>法</t></is></c></row>'
    )
    merged = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>'
    data = package(**{"xl/worksheets/one.xml": sheet(rows, merged)})
    items, _problems, _file = read_with("xlsx", data)
    assert names_of(items) == [
        [("en", "court"), ("zh-Hans", "法院")],
        [("en", "court"), ("zh-Hans", "法庭")],
        [("en", "law"), ("zh-Hans", "法")],
    ]


def test_a_hidden_sheet_is_passed_over_and_others_are_told() -> None:
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Lists" sheetId="1" state="veryHidden" r:id="a"/>'
        '<sheet name="Terms" sheetId="2" r:id="b"/><sheet name="Old" sheetId="3" r:id="c"/></sheets></workbook>'
    )
    items, _problems, file = read_with("xlsx", package(**{"xl/workbook.xml": book}))
    assert names_of(items) == [[("en", "Office"), ("zh-Hans", "办公室")]]
    assert file.ledger.notes == ["only the sheet 'Terms' is read; --sheet reads another: Old"]


def test_the_sheet_that_names_columns_is_read_before_a_cover() -> None:
    cover = sheet('<row r="1"><c t="inlineStr"><is><t>About these terms</t></is></c></row>')
    items, _problems, file = read_with("xlsx", package(**{"xl/worksheets/one.xml": cover}))
    assert names_of(items) == [[("en", "Office"), ("zh-Hans", "办公室")]]
    assert file.ledger.notes == ["only the sheet 'Terms' is read; --sheet reads another: Cover"]


def test_a_sheet_that_holds_nothing_is_passed_over_and_others_are_told_where_none_names_columns() -> (
    None
):
    words = "".join(f"<c t='inlineStr'><is><t>{word}</t></is></c>" for word in ("Amt", "Behörde"))
    other = sheet(f'<row r="1">{words}</row>')
    _items, problems, _file = read_with("xlsx", package(**{"xl/worksheets/two.xml": other}))
    assert "only the sheet 'Terms' is read; --sheet reads another: Cover" in problems[0]
    assert "languages of the columns are not told" in problems[0]
