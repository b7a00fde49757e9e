"""What a format does not give back it says that it dropped, field by field; and nothing that it gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.formats.registry import iter_formats
from glossary.model.records import to_record
from tests.formats import entry, read, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry

SOURCE = {"title": "Structure", "locator": "gov.cn/a", "publisher": "gov.cn", "seen": "2026-11-20"}
EVERYTHING = entry(
    id="ministry-of-works",
    domains=["government"],
    collections=["acme"],
    names=[
        {"text": "Ministry of Works", "lang": "en", "usage": "preferred", "evidence": "official", "sources": [SOURCE],
         "from": "1998", "note": "a seal", "issuer": "the ministry", "case_sensitive": True,
         "context": {"text": "The Ministry of Works said.", "source": SOURCE}},
        {"text": "MOW", "lang": "en", "type": "acronym", "evidence": "attested", "sources": [SOURCE], "pair": "m"},
        {"text": "工程部", "lang": "zh-Hans", "usage": "preferred", "evidence": "official", "sources": [SOURCE],
         "context": {"text": "工程部说。", "source": SOURCE}},
        {"text": "工部", "lang": "zh-Hans", "type": "short", "evidence": "attested", "sources": [SOURCE], "pair": "m"},
    ],
    definitions=[{"lang": "en", "text": "A ministry.", "sources": [SOURCE]}, {"lang": "zh-Hans", "text": "部。"}],
    notes=[{"lang": "en", "text": "A note.", "sources": [SOURCE]}],
    relations=[{"type": "see-also", "target": "works"}],
    body={"level": "central"},
)  # fmt: skip
READ_BACK = {
    each.name: each.name
    for each in iter_formats(to="write")
    if each.reads and each.name not in ("po", "mo")
}
AS_TABLES = {"omegat": "tsv", **dict.fromkeys(("weblate", "deepl", "google", "amazon", "memoq", "multiterm", "matecat"), "csv")}  # fmt: skip
GUESSED = ("id", "kind", "review", "names.usage", "names.type", "names.evidence", "notes")
"""Fields that a reader fills in where a file says nothing; the note of a name may come back as one of the entry."""


def facts(value: object, path: str = "") -> Iterator[str]:
    """The paths of all that a record says."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from facts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from facts(inner, path)
    if path and "source" not in path.rpartition(".")[0]:  # a source may come back as one line
        yield path


def lost_and_told(name: str, reader: str, **options: object) -> tuple[set[str], set[str], set[str]]:
    """What did not come back, what was told as lost or changed, and what was told as dropped but came back."""
    data, ledger = write(name, [EVERYTHING], **options)
    reading = {"from": "en", "to": "zh-Hans"} if reader != name else {}
    came: list[Entry] = read(reader, data, **reading).entries
    held = {path for each in came for path in facts(to_record(each))}
    told = {line.field for line in ledger if line.fate.value != "kept"}
    dropped = {line.field for line in ledger if line.fate.value == "dropped"}
    kept = {line.field for line in ledger if line.fate.value == "kept"}
    lost = set(facts(to_record(EVERYTHING))) - held - {"names.pair"}  # a row is a pair
    return lost, told, dropped & (held - kept)


CASES = [
    *((name, reader, {}) for name, reader in (*READ_BACK.items(), *AS_TABLES.items())),
    *(("tbx", "tbx", {"dialect": each}) for each in ("zhengming", "core", "min", "basic", "linguist", "martif")),
]  # fmt: skip
LOSSLESS = [("yaml", {}), ("jsonl", {}), ("tbx", {"dialect": "zhengming"})]


@pytest.mark.parametrize(("name", "reader", "options"), CASES)
def test_what_does_not_come_back_is_told(name: str, reader: str, options: dict[str, str]) -> None:
    lost, told, back = lost_and_told(name, reader, **options)
    assert {path for path in lost if not any(f"{path}.".startswith(f"{each}.") for each in told)} == set()  # fmt: skip
    assert back - set(GUESSED) == set()
    assert bool(told) == ((name, options) not in LOSSLESS)


def test_a_catalog_tells_what_stands_in_no_comment() -> None:
    french = entry(
        names=[
            {"text": "Works", "lang": "en", "evidence": "unsourced"},
            {"text": "工程", "lang": "zh-Hans", "evidence": "unsourced"},
            {"text": "Travaux", "lang": "fr", "evidence": "unsourced"},
        ],
        extra=[{"key": "tbx:x", "text": "y"}],
    )
    told = {(line.field, line.fate.value, line.count) for line in write("po", [french, EVERYTHING])[1]}  # fmt: skip
    assert {
        ("names.text", "dropped", 2),  # the French one, and the short one that MOW does not go with
        ("extra", "dropped", 1),
        ("notes.sources", "dropped", 1),
        ("names.context", "dropped", 2),
        ("names.issuer", "dropped", 1),
        ("relations", "dropped", 1),
    } <= told
    assert "names alone" in write("mo", [EVERYTHING])[1].notes[0]


def test_a_name_with_a_bar_is_told_where_bars_part_names() -> None:
    barred = entry(
        names=[
            {"text": "either|or", "lang": "en", "evidence": "attested", "sources": [SOURCE]},
            {"text": "或", "lang": "zh-Hans", "evidence": "attested", "sources": [SOURCE]},
        ]
    )
    data, ledger = write("multiterm", [barred])
    assert b"either/or" in data
    assert ("names.text", "mapped", 1) in {(each.field, each.fate.value, each.count) for each in ledger}  # fmt: skip


@pytest.mark.parametrize("layout", ["matecat", "memoq"])
def test_a_definition_that_is_written_is_not_told_as_lost(layout: str) -> None:
    lines = {(each.field, each.fate.value): each.count for each in write(layout, [EVERYTHING])[1]}
    kept, lost = {"matecat": (1, 1), "memoq": (2, 0)}[layout]
    assert lines["definitions", "kept"] == kept
    assert lines.get(("definitions", "dropped"), 0) == lost


@pytest.mark.parametrize(
    ("name", "is_kept"), [("csv", True), ("mtf", True), ("tmx", False), ("amazon", False)]
)
def test_what_a_person_put_right_is_told_apart_from_what_is_made_again(
    name: str, is_kept: bool
) -> None:
    renderings = {"zh-Latn-pinyin": "Gōng Chéngbù", "zh-Hant": {"text": "工程部"}}
    names = [
        {"text": "Ministry of Works", "lang": "en", "evidence": "official", "sources": [SOURCE]},
        {"text": "工程部", "lang": "zh-Hans", "evidence": "official", "sources": [SOURCE],
         "renderings": renderings},
    ]  # fmt: skip
    data, ledger = write(name, [(entry(id="works", names=names), "approved")])
    told = {
        (line.fate.value, "generated" in line.detail): line.count
        for line in ledger
        if line.field == "names.renderings"
    }
    assert (("kept", False) in told, ("dropped", False) in told) == (is_kept, not is_kept)
    assert told.get(("dropped", True), 0) == (name != "csv")
    (item,) = read(READ_BACK.get(name) or AS_TABLES[name], data).items
    back = next(each for each in item.entry.names if each.is_chinese).rendering("zh-Latn-pinyin")
    assert (back is not None and back.text == "Gōng Chéngbù") is is_kept
