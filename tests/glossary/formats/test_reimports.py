"""What any format carries out and back in again is nothing to change, whatever the format could not hold."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.formats import entry
from tests.glossaries import empty_glossary

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.model.entries import Entry

SOURCE = {"title": "Structure", "locator": "gov.cn/a", "publisher": "gov.cn", "seen": "2026-11-20"}
OTHER = {"title": "List", "locator": "p. 2", "seen": "2026-11-20"}
ENTRIES = (
    entry(
        id="ministry-of-works",
        domains=["government"],
        collections=["acme"],
        names=[
            {"text": "Ministry of Works", "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE], "from": "1998", "note": "a\nb"},
            {"text": "Works Ministry", "lang": "en", "type": "alias", "usage": "forbidden", "evidence": "unsourced"},
            {"text": "MOW", "lang": "en", "type": "acronym", "evidence": "unsourced"},
            {"text": "Commission of Works", "lang": "en", "type": "former", "to": "1998", "evidence": "unsourced"},
            {"text": "工程部", "lang": "zh-Hans", "usage": "preferred", "evidence": "official", "sources": [SOURCE],
             "context": {"text": "工程部说。", "source": SOURCE}},
            {"text": "工程委", "lang": "zh-Hans", "type": "former", "to": "1998", "evidence": "unsourced"},
        ],
        definitions=[{"lang": "en", "text": "A ministry.", "sources": [SOURCE]}],
        notes=[{"lang": "fr", "text": "Une note."}],
        body={"level": "central"},
    ),
    entry(
        id="2020-plan",
        kind="document",
        names=[
            {"text": "Plan for 2020", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
            {"text": "2020年計劃", "lang": "zh-Hant", "usage": "preferred", "evidence": "unsourced"},
        ],
        relations=[{"type": "issued-by", "target": "ministry-of-works", "from": "2020"}],
        document={"issuer": "ministry-of-works", "number": "国发〔2020〕1号", "date": "2020"},
    ),
    entry(
        id="labour-bureau",
        names=[
            {"text": "Labour Bureau", "lang": "en-GB", "usage": "preferred", "evidence": "official", "sources": [SOURCE], "note": "[sic]; spelt so"},
            {"text": "Labor Bureau", "lang": "en-US", "usage": "preferred", "evidence": "attested", "sources": [OTHER], "case_sensitive": True},
            {"text": "劳动局", "lang": "zh-Hans", "usage": "preferred", "evidence": "official", "sources": [OTHER]},
            {"text": "勞動局", "lang": "zh-Hant-HK", "usage": "preferred", "evidence": "reconstructed"},
            {"text": "Work Group", "lang": "en", "type": "alias", "pair": "g", "evidence": "unsourced"},
            {"text": "Work Team", "lang": "en", "type": "alias", "pair": "t", "evidence": "unsourced"},
            {"text": "劳动队", "lang": "zh-Hans", "type": "alias", "pair": "t", "evidence": "attested", "sources": [SOURCE]},
            {"text": "劳动组", "lang": "zh-Hans", "type": "alias", "pair": "g", "evidence": "unsourced", "issuer": "the bureau itself"},
            {"text": "劳工处", "lang": "zh-Hans", "usage": "forbidden", "evidence": "unsourced"},
        ],
    ),
)  # fmt: skip
AWKWARD = entry(
    id="either-or",
    kind="term",
    names=[
        {"text": "either|or", "lang": "en", "usage": "preferred", "evidence": "attested", "note": "\n=1",
         "sources": [SOURCE, {"title": "Terms\\", "publisher": "Acme, Paris", "seen": "2026-11-20"}]},
        {"text": "或此或彼", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced", "note": "一\n二\n三"},
    ],
)  # fmt: skip
EVERYTHING = {"include": ["proposed", "unsourced", "composed", "reconstructed"]}
FORMATS = [
    *((name, {}) for name in ("csv", "tsv", "xlsx")),
    *((name, {"to": ["zh-Hans"], **EVERYTHING}) for name in ("omegat", "memoq", "multiterm", "matecat", "google", "deepl", "amazon")),
    *(("tbx", {"dialect": dialect, "style": style}) for dialect in ("core", "min", "basic", "linguist", "zhengming") for style in ("dca", "dct")),
    ("tbx", {"dialect": "martif"}),
    ("tbx", {"dialect": "martif-ntig"}),
    ("tmx", {}),
    ("mtf", {}),
    ("utx", {"to": ["zh-Hans"]}),
    ("utx", {"to": ["zh-Hant"]}),
    ("xliff", {"to": ["zh_CN"]}),
    ("skos", {"syntax": "turtle"}),
    ("skos", {"syntax": "jsonld"}),
    ("skos", {"syntax": "rdfxml"}),
]  # fmt: skip


TABLES = {"omegat": "tsv", **dict.fromkeys(("memoq", "multiterm", "matecat", "google", "deepl", "amazon"), "csv")}  # fmt: skip


@pytest.mark.parametrize(("name", "options"), FORMATS)
def test_nothing_is_to_change(name: str, options: dict[str, object], tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        for each in ENTRIES:
            glossary.add(each, by="mei")
            glossary.approve(each.id, by="lin")
        stream = io.BytesIO()
        glossary.export(name, stream, options=options)
        report = glossary.import_file(io.BytesIO(stream.getvalue()), by="kai", dry_run=True)
        assert report.format == TABLES.get(name, name)
        assert report.problems == []
        assert (report.added, report.edited, report.proposed, report.duplicates) == ([], [], [], {})
        assert sorted(set(report.unchanged)) == sorted(each.id for each in ENTRIES)


@pytest.mark.parametrize("name", ["tbx", "tmx", "mtf", "utx", "skos", "xliff", "html", "markdown"])
def test_the_same_bytes_whatever_the_day(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764111600")  # 2025-11-25
    with empty_glossary(tmp_path) as glossary:
        for each in ENTRIES:
            glossary.add(each, by="mei")
        one, other = io.BytesIO(), io.BytesIO()
        glossary.export(name, one)
        monkeypatch.setattr("glossary.facade.upkeep.today", lambda: "2040-01-01")
        glossary.export(name, other)
    assert one.getvalue() == other.getvalue() != b""


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
def test_bars_backslashes_and_line_ends_change_nothing(name: str, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with empty_glossary(tmp_path) as glossary:
        glossary.add(AWKWARD, by="mei")
        glossary.export(name, stream)
        report = glossary.import_file(io.BytesIO(stream.getvalue()), by="kai", format=name)
    assert (report.problems, report.edited, report.unchanged) == ([], [], [AWKWARD.id])


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
def test_a_table_of_ours_makes_the_same_names_elsewhere(name: str, tmp_path: Path) -> None:
    piped = entry(id="piped", names=[{"text": "A|B\\C", "lang": "en", "usage": "preferred", "evidence": "unsourced"}])  # fmt: skip
    entries = (*ENTRIES, piped)
    stream = io.BytesIO()
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with empty_glossary(tmp_path / "one") as glossary:
        for each in entries:
            glossary.add(each, by="mei")
        glossary.export(name, stream)
    with empty_glossary(tmp_path / "two") as glossary:
        report = glossary.import_file(io.BytesIO(stream.getvalue()), by="kai")
        assert (report.problems, report.warnings) == ([], [])
        for each in entries:
            assert _told(glossary.get(each.id).entry) == _told(each)


def _told(entry: Entry) -> set[tuple[object, ...]]:
    """What a row holds of each name; a source is one line there."""
    return {
        (
            *(name.text, name.lang, name.type, name.usage, name.evidence, name.pair, name.issuer),
            *(
                name.start,
                name.end,
                " ".join(name.note.split()),
                name.case_sensitive,
                len(name.sources),
            ),
            name.context.text if name.context else "",
        )
        for name in entry.names
    }
