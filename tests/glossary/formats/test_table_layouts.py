"""Tables out, as other programs read them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from tests.glossary.formats.reading import read_items
from tests.glossary.formats.test_po import APPROVED, chinese, entry, export, name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from glossary.model.entries import Entry

BANNED = entry(
    "works",
    name("Ministry of Works", "en", usage="preferred"),
    chinese("工程部", "Gōngchéngbù", "工程部", usage="preferred"),
    name("营造司", "zh-Hans", usage="forbidden"),
)
FORMULA = entry("sum", name("=SUM(A1)", "en"), chinese("求和", "Qiúhé", "求和"))
GUESS = entry(
    "guess", name("Guess", "en"), chinese("猜测", "Cāicè", "猜測", evidence="reconstructed")
)


def written(name: str, entries: Sequence[tuple[Entry, str]], **options: object) -> str:
    stream = io.BytesIO()
    export(entries, stream, name, **options)
    return stream.getvalue().decode("utf-8-sig")


def rows(name: str, entries: Sequence[tuple[Entry, str]], **options: object) -> list[list[str]]:
    delimiter = ";" if name == "memoq" else ","
    return list(csv.reader(io.StringIO(written(name, entries, **options)), delimiter=delimiter))


def test_omegat_has_a_row_for_each_pair_and_no_header(tmp_path: Path) -> None:
    export(APPROVED, f"{tmp_path}/glossary/", "omegat")
    lines = (tmp_path / "glossary" / "zhengming.txt").read_text(encoding="utf-8").split("\n")
    assert (
        lines[0] == "Reform Commission\t改革委员会\t[zhengming: Gǎigé Wěiyuánhuì, attested, 2004..]"
    )
    assert all(line.split("\t")[1] for line in lines[:-1])


def test_omegat_leaves_out_what_would_be_a_comment_or_a_formula() -> None:
    hashed = entry("h", name("#1 Bureau", "en"), chinese("一局", "Yījú", "一局"))
    stream = io.BytesIO()
    ledger = export([(hashed, "approved"), (FORMULA, "approved")], stream, "omegat")
    assert stream.getvalue() == b""
    dropped = [line for line in ledger if line.fate.value == "dropped"]
    assert [line.count for line in dropped if line.field == "names.text"] == [1, 1]


@pytest.mark.parametrize("layout", ["omegat", "deepl", "google", "amazon", "multiterm", "matecat", "memoq"])  # fmt: skip
def test_what_is_doubtful_stays_out_unless_let_in(layout: str) -> None:
    doubtful = [(GUESS, "approved"), (BANNED, "proposed")]
    assert "Guess" not in written(layout, doubtful)
    assert "Ministry of Works" not in written(layout, doubtful)
    assert "Guess" in written(layout, doubtful, include=["reconstructed"])
    assert "Ministry of Works" in written(layout, doubtful, include=["proposed"])


def test_weblate_marks_it_fuzzy() -> None:
    header, *found = rows("weblate", [(GUESS, "approved"), (BANNED, "approved")])
    assert header[:6] == ["location", "source", "target", "id", "fuzzy", "context"]
    assert [(row[1], row[2], row[4], row[5]) for row in found] == [
        ("Guess", "猜测", "True", "guess"),
        ("Ministry of Works", "工程部", "", "works"),
    ]


def test_deepl_gives_one_answer_for_each_name_and_no_header() -> None:
    found = rows("deepl", APPROVED)
    assert found[0] == ["Reform Commission", "改革委员会"]
    assert [row[1] for row in found if row[0] == "Committee"] == ["第一委员会"]
    long = entry("long", name("x" * 1025, "en"), chinese("长", "Cháng", "長"))
    assert rows("deepl", [(long, "approved")]) == []


def test_google_has_a_header_only_for_several_languages() -> None:
    assert rows("google", APPROVED)[0] == ["Reform Commission", "改革委员会"]
    header, first, *_rest = rows("google", APPROVED, to=["zh_CN", "zh_TW"])
    assert header == ["en", "zh-CN", "zh-TW"]
    assert first == ["Reform Commission", "改革委员会", "改革委員會"]


def test_amazon_names_the_languages() -> None:
    assert rows("amazon", APPROVED)[0] == ["en", "zh"]
    assert rows("amazon", APPROVED, from_="zh_TW", to=["en"])[0] == ["zh-TW", "en"]


def test_memoq_has_an_entry_a_row_and_columns_for_every_term() -> None:
    lines = rows("memoq", APPROVED)
    header = lines[0]
    assert header[:2] == ["Entry_ID", "Entry_Subject"]
    english = header.index("English_Def")
    terms = header[english:].count("English")
    assert header[english : english + 4] == ["English_Def", "English", "Term_Info", "Term_Example"]
    assert header[english + 1 + 3 * terms] == "Chinese_PRC_Def"
    assert all(len(row) == len(header) for row in lines)
    ids = [row[0] for row in lines[1:]]
    assert ids == [str(number) for number in range(1, len(ids) + 1)]
    first = next(row for row in lines if "Reform Commission" in row)
    assert "改革委员会" in first
    assert first[header.index("Entry_Note")].startswith("[zhengming: ")


def test_memoq_has_domains_and_clients_that_come_back_as_they_were() -> None:
    body = entry(
        "works",
        name("Works", "en", usage="preferred"),
        chinese("工程部", "Gōngchéngbù", "工程部", usage="preferred"),
        domains=["law", "roads", "rail"],
        collections=["acme"],
    )
    header, row = rows("memoq", [(body, "approved")])
    cells = dict(zip(header, row, strict=False))
    assert (cells["Entry_Subject"], cells["Entry_Domain"], cells["Entry_ClientID"]) == ("law", "roads; rail", "acme")  # fmt: skip
    (item,) = read_items("csv", written("memoq", [(body, "approved")]).encode())
    assert (item.entry.domains, item.entry.collections) == (("law", "roads", "rail"), ("acme",))


@pytest.mark.parametrize("layout", ["multiterm", "trados"])
def test_multiterm_has_an_entry_a_row(layout: str) -> None:
    header, *found = rows(layout, APPROVED)
    assert header[:3] == ["Entry ID", "English", "Chinese (Simplified)"]
    security = next(row for row in found if row[0] == "ministry-of-state-security")
    assert security[1:3] == ["Ministry of State Security|MSS", "国家安全部"]


def test_matecat_forbids_in_rows_of_their_own_and_comes_back() -> None:
    header, *found = rows("matecat", [(BANNED, "approved")])
    assert header[:1] + header[4:9] == ["Forbidden", "en-US", "Notes", "Example of use", "zh-CN", "Notes"]  # fmt: skip
    assert [(row[0], row[4], row[7]) for row in found] == [
        ("", "Ministry of Works", "工程部"),
        ("TRUE", "Ministry of Works", "营造司"),
    ]
    items = read_items("csv", written("matecat", [(BANNED, "approved")]).encode())
    assert [each.usage.value for item in items for each in item.entry.names] == [
        *("preferred", "preferred"),
        *("preferred", "forbidden"),
    ]


@pytest.mark.parametrize("layout", ["omegat", "weblate", "deepl"])
def test_two_languages_are_two(layout: str) -> None:
    with pytest.raises(InputError, match="holds two languages, and 3 are asked for"):
        written(layout, APPROVED, to=["zh_CN", "zh_TW"])


@pytest.mark.parametrize("layout", ["csv", "weblate", "memoq", "multiterm", "matecat", "tsv"])
def test_a_cell_that_a_spreadsheet_would_run_is_written_harmless_and_told(layout: str) -> None:
    stream = io.BytesIO()
    ledger = export([(FORMULA, "approved")], stream, layout)
    text = stream.getvalue().decode("utf-8-sig")
    assert "'=SUM(A1)" in text
    assert "apostrophe" in ledger.notes[-1]


@pytest.mark.parametrize("layout", ["csv", "tsv", "xlsx"])
def test_our_own_tables_come_back_with_every_name(layout: str) -> None:
    stream = io.BytesIO()
    export([*APPROVED, (FORMULA, "approved")], stream, layout)
    items = {item.entry.id: item.entry for item in read_items(layout, stream.getvalue())}
    for wanted, _review in [*APPROVED, (FORMULA, "approved")]:
        found = items[wanted.id]
        known = {(each.text, each.lang, each.type, each.usage, each.start, each.end) for each in found.names}  # fmt: skip
        for each in wanted.names:
            if each.usage.value != "forbidden" and each.lang != "fr":
                assert (each.text, each.lang, each.type, each.usage, each.start, each.end) in known
        assert found.kind is wanted.kind
