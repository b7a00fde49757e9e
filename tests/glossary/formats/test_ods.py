"""Workbooks in OpenDocument: repeated and merged cells, hidden sheets, remarks, bombs and damage."""

from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.formats.detection import detect_format
from tests.glossary.formats.reading import names_of, read_items, read_with

if TYPE_CHECKING:
    from pathlib import Path

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("o", "office"), ("t", "table"), ("x", "text"), ("s", "style"))
)
ROWS = """<t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>
<t:table-header-rows><t:table-row><t:table-cell><x:p>English</x:p></t:table-cell><t:table-cell><x:p>中文</x:p></t:table-cell>
<t:table-cell><x:p>Note</x:p></t:table-cell></t:table-row></t:table-header-rows>
<t:table-row><t:table-cell o:value-type="string" t:number-rows-spanned="2"><x:p>Office<x:s x:c="2"/>of Maps</x:p>
<o:annotation><x:p>a remark</x:p></o:annotation></t:table-cell>
<t:table-cell><x:p><x:ruby><x:ruby-base>地图</x:ruby-base><x:ruby-text>dìtú</x:ruby-text></x:ruby>办公室</x:p></t:table-cell>
<t:table-cell o:value-type="date" o:date-value="2021-01-05T00:00:00"><x:p>5. Jan.</x:p></t:table-cell></t:table-row>
<t:table-row><t:covered-table-cell/><t:table-cell><x:p>地图处</x:p></t:table-cell></t:table-row>
<t:table-row-group><t:table-row><t:table-cell><x:p>House</x:p></t:table-cell><t:table-cell><x:p>房子</x:p></t:table-cell>
<t:table-cell t:formula="of:=1/0" xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" c:value-type="error">
<x:p>#DIV/0!</x:p></t:table-cell></t:table-row></t:table-row-group>
<t:table-row t:number-rows-repeated="1000000"><t:table-cell/></t:table-row>"""
CONTENT = (
    f'<o:document-content{NAMES} o:mimetype="{KIND}"><o:automatic-styles><s:style s:name="h"><s:table-properties t:display="false"/></s:style>'
    '</o:automatic-styles><o:body><o:spreadsheet><t:table t:name="Cover" t:style-name="h"><t:table-row><t:table-cell><x:p>x</x:p></t:table-cell>'
    f'</t:table-row></t:table><t:table t:name="Terms">{ROWS}</t:table><t:table t:name="More"><t:table-row><t:table-cell><x:p>en</x:p>'
    "</t:table-cell><t:table-cell><x:p>fr</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"
)
READ = [
    [("en", "Office of Maps"), ("zh-Hans", "地图办公室")],
    [("en", "Office of Maps"), ("zh-Hans", "地图处")],
    [("en", "House"), ("zh-Hans", "房子")],
]


def package(content: str = CONTENT, *, packed: bool = False) -> bytes:
    """A workbook; ``packed`` as programs make it that pack the part saying what it is, and put it last."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        if not packed:
            file.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        file.writestr("META-INF/manifest.xml", "<m/>")
        file.writestr("content.xml", content)
        if packed:
            file.writestr("mimetype", KIND)
    return stream.getvalue()


@pytest.mark.parametrize("data", [package(), package(packed=True), CONTENT.replace("document-content", "document").encode()])  # fmt: skip
def test_a_sheet_as_programs_write_it(data: bytes) -> None:
    assert detect_format(data, "x.ods") == "ods"
    items, problems, file = read_with("ods", data)
    assert (names_of(items), problems) == (READ, [])
    assert [note.text for note in items[0].entry.notes] == ["2021-01-05"]
    assert [item.line for item in items] == [1_000_002, 1_000_003, 1_000_004]
    assert file.ledger.notes == ["only the sheet 'Terms' is read; --sheet reads another: More"]


def test_a_sheet_by_its_name_or_number() -> None:
    for sheet in ("Cover", "1"):
        _items, problems, _file = read_with("ods", package(), sheet=sheet)
        assert "languages of the columns are not told" in problems[0]
    _items, problems, _file = read_with("ods", package(), sheet="None")
    assert "no sheet 'None'. It has: Cover, Terms, More" in problems[0]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<a", "not well-formed XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "declares entities"),
        ("<x/>", "it has no sheet"),
        ("<x>" * 100, "nest deeper than 64"),
        (CONTENT.replace("</t:table-row></t:table><t:table t:name=\"More\">", "").replace("<x:p>House", " " * 30_000_000 + "<x:p>House"), "unpacks to more than"),
        (CONTENT.replace("<x:p>House</x:p></t:table-cell>", '</t:table-cell><t:table-cell t:number-columns-repeated="20000"/>'), "outside the sheet"),
    ],
)  # fmt: skip
def test_damage_is_told(content: str, message: str) -> None:
    _items, problems, _file = read_with("ods", package(content))
    assert message in problems[0]


def test_a_row_that_repeats_is_read_a_thousand_times_at_most() -> None:
    row = '<t:table-row t:number-rows-repeated="1048576"><t:table-cell><x:p>A</x:p></t:table-cell><t:table-cell><x:p>甲</x:p></t:table-cell></t:table-row>'
    items = read_items("ods", package(CONTENT.replace(ROWS, row)), sheet="Terms")
    assert len(items) == 1_000


@pytest.mark.parametrize("cut", [30, 200, 600])
def test_a_workbook_cut_off_is_told(cut: int) -> None:
    _items, problems, _file = read_with("ods", package()[:-cut])
    assert "damaged" in problems[0]


@given(st.binary(max_size=120))
def test_any_bytes(data: bytes) -> None:
    read_with("ods", b"PK\x03\x04" + data)
    read_with("ods", data)


@pytest.mark.needs("soffice")
def test_what_a_spreadsheet_program_writes_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        "English,中文,Note\nOffice,办公室,2\nHouse,房子,\n", encoding="utf-8"
    )
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
    command += ["--infilter=CSV:44,34,76", "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "x.csv")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    items = read_items("ods", (tmp_path / "x.ods").read_bytes())
    assert names_of(items) == [
        [("en", "Office"), ("zh-Hans", "办公室")],
        [("en", "House"), ("zh-Hans", "房子")],
    ]
