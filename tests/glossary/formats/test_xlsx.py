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
    assert "no rows" in read_with("xlsx", package())[1][0]


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
