"""TBX out: what each dialect holds, what it leaves out and says so, and that other programs read it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from glossary.errors import InputError
from tests.formats import entry, read, write

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = {"title": "Structure", "publisher": "gov.cn", "locator": "gov.cn/a", "seen": "2026-11-20"}
MINISTRY = entry(
    id="ministry-of-science",
    domains=["government"],
    collections=["client & co"],
    names=[
        {"text": "Ministry of Science", "lang": "en", "usage": "preferred", "evidence": "official",
         "sources": [SOURCE], "note": "since <1998>", "issuer": "State Council", "from": "1998"},
        {"text": "MOS", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "Science Ministry", "lang": "en", "type": "alias", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "State Science Commission", "lang": "en", "type": "former", "evidence": "unsourced"},
        {"text": "Old Ministry", "lang": "en", "usage": "admitted", "to": "1998", "evidence": "unsourced"},
        {"text": "科学部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
         "context": {"text": "科学部说。", "source": SOURCE},
         "renderings": {"zh-Latn-pinyin": "Kēxuébù", "zh-Hant": "科學部"}},
    ],
    definitions=[{"lang": "en", "text": "A ministry.", "sources": [SOURCE]}, {"lang": "fr", "text": "Un ministère."}],
    notes=[{"lang": "zh-Hans", "text": "注"}],
    relations=[{"type": "part-of", "target": "state-council"}],
    body={"level": "central"},
)  # fmt: skip
CORE = "{urn:iso:std:iso:30042:ed-2}"


def parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def terms(data: bytes, tag: str = f"{CORE}termSec") -> dict[str, list[tuple[str, str]]]:
    """For each term, the type and text of what is said of it."""
    return {
        section[0].text or "": [
            (part.get("type", part.tag.rpartition("}")[2]), part.text or "") for part in section[1:]
        ]
        for section in parsed(data).iter(tag)
    }


def test_basic_in_style_dca() -> None:
    data, _ledger = write("tbx", [MINISTRY], dialect="basic")
    root = parsed(data)
    assert (root.tag, root.get("type"), root.get("style")) == (f"{CORE}tbx", "TBX-Basic", "dca")
    assert terms(data) == {
        "Ministry of Science": [
            ("termType", "fullForm"), ("administrativeStatus", "preferredTerm-admn-sts"),
            ("source", 'gov.cn, "Structure", gov.cn/a, seen 2026-11-20'), ("note", "since <1998>"),
        ],
        "MOS": [("termType", "acronym"), ("administrativeStatus", "admittedTerm-admn-sts")],
        "Science Ministry": [("administrativeStatus", "deprecatedTerm-admn-sts")],
        "State Science Commission": [("administrativeStatus", "supersededTerm-admn-sts")],
        "Old Ministry": [("termType", "fullForm"), ("administrativeStatus", "supersededTerm-admn-sts")],
        "科学部": [("termType", "fullForm"), ("administrativeStatus", "preferredTerm-admn-sts"), ("descripGrp", "")],
    }  # fmt: skip


def test_definitions_stand_with_their_language_or_say_it() -> None:
    root = parsed(write("tbx", [MINISTRY], dialect="basic")[0])
    concept = next(root.iter(f"{CORE}conceptEntry"))
    english = next(
        part for part in concept if part.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    )
    assert english[0][0].text == "A ministry."
    french = concept.find(f"{CORE}descripGrp/{CORE}descrip")
    assert french is not None
    assert (french.text, french.get("{http://www.w3.org/XML/1998/namespace}lang")) == (
        "Un ministère.",
        "fr",
    )


def test_a_dialect_says_what_it_leaves_out() -> None:
    ledger = write("tbx", [MINISTRY], dialect="basic")[1]
    told = {(line.field, line.fate.value, line.count) for line in ledger}
    assert told == {
        ("id", "kept", 1), ("names.text", "kept", 6), ("names.usage", "kept", 6), ("names.type", "kept", 1),
        ("names.note", "kept", 1), ("names.context", "kept", 1), ("domains", "kept", 1),
        ("collections", "kept", 1), ("definitions", "kept", 2), ("notes", "kept", 1),
        ("names.sources", "mapped", 1), ("names.context.source", "mapped", 1),
        ("definitions.sources", "mapped", 1), ("names.usage", "mapped", 1), ("names.type", "mapped", 1),
        ("names.type", "dropped", 1), ("names.evidence", "dropped", 6), ("names.issuer", "dropped", 1),
        ("names.from", "dropped", 1), ("names.to", "dropped", 1), ("names.renderings", "dropped", 2),
        ("relations", "dropped", 1), ("body", "dropped", 1), ("kind", "dropped", 1), ("review", "dropped", 1),
    }  # fmt: skip


def test_core_holds_terms_and_notes_alone() -> None:
    data = write("tbx", [MINISTRY], dialect="core")[0]
    assert {tag.rpartition("}")[2] for tag in (part.tag for part in parsed(data).iter())} <= {
        *("tbx", "tbxHeader", "fileDesc", "titleStmt", "title", "sourceDesc", "p", "text", "body"),
        *("conceptEntry", "langSec", "termSec", "term", "note"),
    }


def test_min_has_the_customer_basic_the_project_and_linguist_the_reading() -> None:
    assert (
        b'<admin type="customerSubset">client &amp; co</admin>'
        in write("tbx", [MINISTRY], dialect="min")[0]
    )
    assert (
        b'<admin type="projectSubset">client &amp; co</admin>'
        in write("tbx", [MINISTRY], dialect="basic")[0]
    )
    linguist = write("tbx", [MINISTRY], dialect="linguist", style="dct")[0].decode()
    assert (
        "<adminGrp><ling:reading>Kēxuébù</ling:reading><ling:readingNote>Hanyu Pinyin</ling:readingNote>"
        in linguist
    )


def test_version_2_in_both_groupings() -> None:
    tig = write("tbx", [MINISTRY], dialect="martif")[0]
    assert parsed(tig).tag == "martif"
    assert terms(tig, "tig")["MOS"] == [
        ("termType", "acronym"),
        ("administrativeStatus", "admittedTerm-admn-sts"),
    ]
    nested = parsed(write("tbx", [MINISTRY], dialect="martif-ntig")[0])
    group = nested.find("text/body/termEntry/langSet/ntig")
    assert group is not None
    assert [part.tag for part in group] == ["termGrp", "admin", "note"]
    assert [part.tag for part in group[0]] == ["term", "termNote", "termNote"]


def test_version_2_has_no_style_dct() -> None:
    with pytest.raises(InputError, match="version 2 of TBX has no style dct"):
        write("tbx", [MINISTRY], dialect="martif", style="dct")


def test_an_id_that_begins_with_a_digit_is_still_an_id_of_xml() -> None:
    plan = entry(id="2020-plan", names=[{"text": "A", "lang": "en", "evidence": "unsourced"}])
    data = write("tbx", [plan], dialect="basic")[0]
    assert b'<conceptEntry id="_2020-plan">' in data
    (item,) = read("tbx", data).items
    assert (item.entry.id, item.keeps_id) == ("2020-plan", True)


def test_what_another_program_said_is_written_where_the_dialect_has_it() -> None:
    data = (
        '<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="c1">'
        '<xref type="xGraphic" target="https://example.org/a.png">a</xref><langSec xml:lang="en"><termSec>'
        '<term>A</term><termNote type="partOfSpeech">noun</termNote><termNote type="termType">abbreviation'
        '</termNote><termNote type="mood">m</termNote></termSec></langSec></conceptEntry></body></text></tbx>'
    )  # fmt: skip
    came = read("tbx", data).entries
    basic, ledger = write("tbx", came, dialect="basic")
    assert b'<termNote type="partOfSpeech">noun</termNote>' in basic
    assert basic.count(b'type="termType"') == 1
    assert b'<termNote type="termType">abbreviation</termNote>' in basic
    assert b'<xref type="xGraphic" target="https://example.org/a.png">a</xref>' in basic
    assert b"mood" not in basic
    assert ("names.extra", "dropped", 1) in {
        (line.field, line.fate.value, line.count) for line in ledger
    }
    dct = write("tbx", came, dialect="basic", style="dct")[0]
    assert b"<min:partOfSpeech>noun</min:partOfSpeech>" in dct
    assert b'<termNote type="mood">m</termNote>' in write("tbx", came, dialect="martif")[0]
    back = read("tbx", write("tbx", came, dialect="zhengming")[0]).entries
    assert back == came


def test_patterns_are_left_out_of_public_dialects_and_told() -> None:
    pattern = entry(
        id="p", kind="pattern", pattern={"makes": "body", "slots": ["field"]},
        names=[{"text": "{field} Bureau", "lang": "en", "evidence": "unsourced"},
               {"text": "{field}局", "lang": "zh-Hans", "evidence": "unsourced"}],
    )  # fmt: skip
    data, ledger = write("tbx", [pattern, MINISTRY], dialect="basic")
    assert b"{field}" not in data
    assert ("pattern", "dropped", 1) in {
        (line.field, line.fate.value, line.count) for line in ledger
    }
    assert read("tbx", write("tbx", [pattern], dialect="zhengming")[0]).entries == [pattern]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert write("tbx", [MINISTRY])[0] == write("tbx", [MINISTRY])[0]


@pytest.mark.needs("xmllint")
@pytest.mark.parametrize(
    "dialect", ["core", "min", "basic", "linguist", "zhengming", "martif", "martif-ntig"]
)
def test_xmllint_finds_it_well_formed(dialect: str, tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    path.write_bytes(write("tbx", [MINISTRY], dialect=dialect)[0])
    program = shutil.which("xmllint")
    assert program is not None
    done = subprocess.run(
        [program, "--noout", "--nonet", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_translate_toolkit_reads_version_2(tmp_path: Path) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    path = tmp_path / "x.tbx"
    path.write_bytes(write("tbx", [MINISTRY], dialect="martif")[0])
    units = factory.getobject(str(path)).units
    assert [(unit.source, unit.target) for unit in units] == [("Ministry of Science", "科学部")]
